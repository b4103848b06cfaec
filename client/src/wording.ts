/** Figures as the interface shows them. */
import { minutes, type Overview } from '../../server/src/lsp/protocol.ts';

export { minutes };

export const characters = (count: number): string => `${count.toLocaleString('zh-CN')} 字`;

/** Speaking time in a narrow place, for one part of a speech. */
export const shortMinutes = (seconds: number): string =>
  seconds < 600 ? `${(Math.max(1, Math.round(seconds / 6)) / 10).toString()} 分` : `${Math.round(seconds / 60)} 分`;

export function summary({ characters: count, seconds, blanks, problems }: Overview): string {
  return [characters(count), minutes(seconds), ...counts({ blanks, problems })].join(' · ');
}

/** 待填 and 问题, each only when there is one. */
export function counts({ blanks, problems }: { readonly blanks: number; readonly problems: number }): string[] {
  const parts: string[] = [];
  if (blanks > 0) parts.push(`待填 ${blanks}`);
  if (problems > 0) parts.push(`问题 ${problems}`);
  return parts;
}
