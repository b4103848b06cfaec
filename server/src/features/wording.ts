/** Speaking time for people: whole minutes above ten, halves below, as nobody times a speech more exactly. */
export function minutes(seconds: number): string {
  if (seconds < 30) return '不到 1 分钟';
  const value = seconds >= 600 ? Math.round(seconds / 60) : Math.round(seconds / 30) / 2;
  return `约 ${value} 分钟`;
}

/** Speaking time in a narrow place, for one part of a speech. */
export const shortMinutes = (seconds: number): string =>
  seconds < 600 ? `${(Math.max(1, Math.round(seconds / 6)) / 10).toString()} 分` : `${Math.round(seconds / 60)} 分`;

/** What is over the time that a speech may take; nothing below half a minute, as nobody times a speech more exactly. */
export const overTime = (seconds: number): string[] => (seconds < 30 ? [] : [`超 ${shortMinutes(seconds)}`]);
