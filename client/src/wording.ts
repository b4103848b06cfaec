/** Figures as the interface shows them. */
import { minutes, type Overview } from '../../server/src/lsp/protocol.ts';

export { minutes };

export const characters = (count: number): string => `${count.toLocaleString('zh-CN')} 字`;

/** Speaking time in a narrow place, for one part of a speech. */
export const shortMinutes = (seconds: number): string =>
  seconds < 600 ? `${(Math.max(1, Math.round(seconds / 6)) / 10).toString()} 分` : `${Math.round(seconds / 60)} 分`;

export function summary({ characters: count, seconds, minutes: target, blanks, problems }: Overview): string {
  return [characters(count), minutes(seconds), ...against(seconds, target), ...counts({ blanks, problems })].join(
    ' · ',
  );
}

/** What is over the time that the speech may take; nothing while it keeps to it. */
export function against(seconds: number, target: number): string[] {
  const over = seconds - target * 60;
  return target === 0 || over < 30 ? [] : [`超 ${shortMinutes(over)}（限 ${target} 分）`];
}

/** 待填 and 问题, each only when there is one. */
export function counts({ blanks, problems }: { readonly blanks: number; readonly problems: number }): string[] {
  const parts: string[] = [];
  if (blanks > 0) parts.push(`待填 ${blanks}`);
  if (problems > 0) parts.push(`问题 ${problems}`);
  return parts;
}
