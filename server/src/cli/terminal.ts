import type { Colors } from '../formats/colors.ts';
import type { Io } from './io.ts';

/** Colours where the output is a terminal and nobody said no (no-color.org). */
export async function colorsFor({ stdout, env }: Io): Promise<Colors | undefined> {
  const forced = env['FORCE_COLOR'];
  const wanted = forced !== undefined && forced !== '' ? forced !== '0' : stdout.isTTY && env['TERM'] !== 'dumb';
  if (!wanted || (env['NO_COLOR'] ?? '') !== '') return undefined;
  const { createColors } = await import('picocolors');
  return createColors(true);
}
