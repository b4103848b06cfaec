/**
 * One walk through a paragraph for everybody who looks for something in it. Who looks for words watches for two neighbouring characters: only where they
 * stand it is worth comparing. Who looks for marks or figures asks for what is no Chinese character, one in eight or ten.
 */

import { isPlainHan } from '../text/characters.ts';

/** Somebody who looks for words; one bit of the flags. */
export type Watch = number;

export interface Walk {
  /** All watches that have a place in the paragraph. */
  readonly flags: number;
  /** For each place two numbers: the offset of the pair's second character in the reading, and the watches it is of. In text order. */
  readonly places: readonly number[];
  /** Offsets of all that is no Chinese character of the main block: marks, digits, letters, blanks. */
  readonly others: readonly number[];
  /** How many watched: a module that is loaded later is not told of what was walked before. */
  readonly watches: number;
}

/** Names the pairs, by their code units. */
export type Pairs = (mark: (first: number, second: number) => void) => void;

/** Pairs of those who watch, read when the first paragraph is walked. */
const watchers: Pairs[] = [];

/** Watches for pairs of characters. A chance likeness is reported too. */
export function watch(pairs: Pairs): Watch {
  if (watchers.length === 8) throw new RangeError('a byte holds eight watches');
  return 1 << (watchers.push(pairs) - 1);
}

/** The slot of two neighbours in a table of 65,536. No product leaves 31 bits, so that no step of it is a float. */
export const pairSlot = (first: number, second: number): number => ((first * 25_173) ^ second) & 0xffff;

let table: Uint8Array | undefined;
/** How many watches the table has. */
let held = 0;

function pairTable(): Uint8Array {
  const flags = (table ??= new Uint8Array(0x10000));
  for (; held < watchers.length; held++)
    watchers[held]!((first, second) => {
      flags[pairSlot(first, second)]! |= 1 << held;
    });
  return flags;
}

const nowhere: readonly number[] = [];

/** Looks at each character of a paragraph's reading. */
export function walkThrough(text: string): Walk {
  const pairs = held === watchers.length && table !== undefined ? table : pairTable();
  let flags = 0;
  let places: number[] | undefined;
  const others: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isPlainHan(code)) others.push(i);
    const seen = pairs[pairSlot(before, code)]!;
    before = code;
    if (seen === 0 || i === 0) continue;
    flags |= seen;
    if (places === undefined) places = [i, seen];
    else places.push(i, seen);
  }
  return { flags, places: places ?? nowhere, others, watches: watchers.length };
}

/** Where one watch has a place: offsets of the second characters. */
export function placesOf({ flags, places }: Walk, watched: Watch): readonly number[] {
  if ((flags & watched) === 0) return nowhere;
  const own: number[] = [];
  for (let k = 0; k < places.length; k += 2) if ((places[k + 1]! & watched) !== 0) own.push(places[k]!);
  return own;
}

/** Whether nobody has come to watch since. */
export const isFresh = ({ watches }: Walk): boolean => watches === watchers.length;

/** Offsets from `start` to `end` of all that is no Chinese character. */
export function othersIn(text: string, start = 0, end = text.length): readonly number[] {
  const others: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isPlainHan(code)) others.push(i);
  }
  return others;
}
