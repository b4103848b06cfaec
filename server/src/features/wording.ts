/** Speaking time for people: whole minutes above ten, halves below, as nobody times a speech more exactly. */
export function minutes(seconds: number): string {
  if (seconds < 30) return '不到 1 分钟';
  const value = seconds >= 600 ? Math.round(seconds / 60) : Math.round(seconds / 30) / 2;
  return `约 ${value} 分钟`;
}
