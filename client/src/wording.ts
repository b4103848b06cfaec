/** Figures as the interface shows them. */
import type { Overview } from '../../server/src/lsp/protocol.ts';

export const characters = (count: number): string => `${count.toLocaleString('zh-CN')} 字`;

/** Speaking time: whole minutes above ten, halves below, as nobody times a speech more exactly. */
export function minutes(seconds: number): string {
  if (seconds < 30) return '不到 1 分钟';
  const value = seconds >= 600 ? Math.round(seconds / 60) : Math.round(seconds / 30) / 2;
  return `约 ${value} 分钟`;
}

/** The same in a narrow place, for one part of a speech. */
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
