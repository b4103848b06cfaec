/**
 * One walk through a paragraph for everybody who looks for words: two neighbouring characters tell where one may stand, and only there it is worth
 * comparing. Whoever looks for words hands in their pairs once, when its module is loaded, and is told the places.
 */
import type { ParagraphFacts } from './facts.ts';
import { remember } from './remember.ts';

/** Somebody who looks for words; one bit of the flags. */
export type Watch = number;

export interface Sightings {
  /** All watches that have a place in the paragraph. */
  readonly flags: number;
  /** For each place two numbers: the offset of the pair's second character in the reading, and the watches it is of. In text order. */
  readonly places: readonly number[];
}

/** Names the pairs, by their code units. */
export type Pairs = (mark: (first: number, second: number) => void) => void;

/** Pairs of those who watch, read when the first paragraph is walked. */
const watchers: Pairs[] = [];

/** Watches for pairs of characters. A chance likeness is reported too. */
export function watch(pairs: Pairs): Watch {
  if (table !== undefined || watchers.length === 8) throw new RangeError('too late, or one more than a byte holds');
  return 1 << (watchers.push(pairs) - 1);
}

/** Watches for words by their first two characters. */
export const watchWords = (words: () => Iterable<string>): Watch =>
  watch((mark) => {
    for (const word of words()) mark(word.charCodeAt(0), word.charCodeAt(1));
  });

/** The slot of two neighbours in a table of 65,536. No product leaves 31 bits, so that no step of it is a float. */
export const pairSlot = (first: number, second: number): number => ((first * 25_173) ^ second) & 0xffff;

let table: Uint8Array | undefined;

function pairTable(): Uint8Array {
  const flags = new Uint8Array(0x10000);
  watchers.forEach((pairs, i) => {
    pairs((first, second) => {
      flags[pairSlot(first, second)]! |= 1 << i;
    });
  });
  return flags;
}

const none: Sightings = { flags: 0, places: [] };

/** Where a paragraph has pairs that somebody watches for. */
export const sightings = remember(({ reading: { text } }: ParagraphFacts): Sightings => {
  const pairs = (table ??= pairTable());
  let flags = 0;
  let places: number[] | undefined;
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const seen = pairs[pairSlot(before, code)]!;
    before = code;
    if (seen === 0) continue;
    flags |= seen;
    if (places === undefined) places = [i, seen];
    else places.push(i, seen);
  }
  return places === undefined ? none : { flags, places };
});
