/** Figures as the interface shows them. */
import { minutes, type Overview, overTime, shortMinutes } from '../../server/src/lsp/protocol.ts';

export { minutes, overTime, shortMinutes };

export const characters = (count: number): string => `${count.toLocaleString('zh-CN')} 字`;

export function summary({ characters: count, seconds, minutes: target, over, blanks, problems }: Overview): string {
  return [characters(count), minutes(seconds), ...against(over, target), ...counts({ blanks, problems })].join(' · ');
}

/** What is over the time that a speech may take, with that time. */
export const against = (over: number, target: number): string[] =>
  overTime(over).map((said) => `${said}（限 ${target} 分）`);

/** 待填 and 问题, each only when there is one. */
export function counts({ blanks, problems }: { readonly blanks: number; readonly problems: number }): string[] {
  const parts: string[] = [];
  if (blanks > 0) parts.push(`待填 ${blanks}`);
  if (problems > 0) parts.push(`问题 ${problems}`);
  return parts;
}
