/**
 * What is known of two neighbouring characters, looked up in tables that are strings (`common-words.ts`): nothing is built when a draft is checked, and a
 * look-up takes nanoseconds. `tools/common-words.ts` writes the tables with the functions of this file. Costs are -3 ln p of a word, from 1 (的) to 63.
 */
import { sameShape, sameSound } from '../lexicon/alike.ts';
import { characterCosts, homeKeys, knownPairs, pairCosts } from '../lexicon/common-words.ts';

/** Six bits in one ASCII character, as they stand in its code. */
export const encode = (value: number): string => String.fromCharCode(0x40 | value);
const sixBits = 0x3f;

export const firstHan = 0x4e00;
export const hanCount = 0x9fb0 - firstHan;

/** Sizes of the tables, in characters but for the last, in slots of three. */
export const knownSize = 1 << 17;
export const homeSize = 1 << 16;
export const pairSlots = 1 << 15;

/** A number that two numbers have in common with few others. No step of it is a float. */
export function mix(first: number, second: number): number {
  let h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
/** The next of several numbers drawn from one. */
export const again = (h: number): number => Math.imul(h ^ (h >>> 16), 0x297a2d39) ^ (h >>> 11);

/** Where a number lies in a table of bits: the character, and the bit of it. */
export const bitOf = (h: number): number => 1 << (((h >>> 17) * 6) >>> 15);

/** Bits set for each key: a key that was never put in is found in one of twenty-five or fewer cases. */
const has = (table: string, h: number): boolean => (table.charCodeAt(h & (table.length - 1)) & bitOf(h)) !== 0;

/** Characters from this cost on hardly stand alone: 展, 障, 践. */
export const bound = 24;
/** The cost of a character that the tables do not know. */
const unheard = 52;
/** The cost of a pair that is part of some word, but of no common one. */
const known = 47;

/** Cost of a character that stands alone; 0 for what is never judged: numerals, characters in names only, what is no Chinese character. */
export function characterCost(code: number): number {
  const at = code - firstHan;
  return at >= 0 && at < hanCount ? characterCosts.charCodeAt(at) & sixBits : 0;
}

/** Whether two neighbours stand side by side in any word of the dictionary. Only told of pairs with a bound character. */
export function isKnown(first: number, second: number): boolean {
  const h = mix(first, second);
  return has(knownPairs, h) && has(knownPairs, again(h));
}

/** The slot of a pair and what tells it from others in the same slot. */
export const slotOf = (h: number): number => h & (pairSlots - 1);
export const tagOf = (h: number): number => (h >>> 15) & 0xfff;

/** Cost of two characters as a common word, or as a part of a longer one; 0 where they are none. */
export function wordCost(first: number, second: number): number {
  const h = mix(first, second);
  const tag = tagOf(h);
  for (let slot = slotOf(h); ; slot = (slot + 1) & (pairSlots - 1)) {
    const at = 3 * slot;
    const cost = pairCosts.charCodeAt(at) & sixBits;
    if (cost === 0) return 0;
    if ((((pairCosts.charCodeAt(at + 1) & sixBits) << 6) | (pairCosts.charCodeAt(at + 2) & sixBits)) === tag)
      return cost;
  }
}

/** Which of two characters is meant. */
export type Side = 0 | 1;
const secondSide: Side = 1;

/** The key under which a common word is found by one of its characters and a group of the other. Groups are named by where they begin in their list. */
export const homeKey = (kept: number, group: number, side: Side): number => mix(kept, (group << 1) | side);
export const homeDraws = 3;

/** Whether there may be a common word of `kept` and some character of the group, on the given side. */
function hasHome(kept: number, group: number, side: Side): boolean {
  let h = homeKey(kept, group, side);
  for (let draw = 0; draw < homeDraws; draw++, h = again(h)) if (!has(homeKeys, h)) return false;
  return true;
}

const isGap = (code: number): boolean => code <= 0x20;

/** Offset of the groups of similar shape among the names of groups, which say where a group begins in its list. */
const shapes = 0x4000;
/** In the table of sounds: the character is in groups of similar shape as well. */
const hasShapes = 0x8000;

/** For each character the name of its group of equal sound + 1, and whether it has groups of similar shape. */
let sounds: Uint16Array | undefined;
const shapeGroups = new Map<number, number[]>();

function readGroups(): Uint16Array {
  const table = new Uint16Array(hanCount);
  for (let i = 0, start = 0; i < sameSound.length; i++) {
    const code = sameSound.charCodeAt(i);
    if (isGap(code)) start = i + 1;
    else if (code >= firstHan && code - firstHan < hanCount) table[code - firstHan] = start + 1;
  }
  for (let i = 0, start = 0; i < sameShape.length; i++) {
    const code = sameShape.charCodeAt(i);
    if (isGap(code)) start = i + 1;
    else {
      table[code - firstHan]! |= hasShapes;
      const groups = shapeGroups.get(code);
      if (groups === undefined) shapeGroups.set(code, [shapes + start]);
      else groups.push(shapes + start);
    }
  }
  return table;
}

/** Names of the groups that a character is in. */
export function groupsOf(code: number): readonly number[] {
  sounds ??= readGroups();
  const entry = sounds[code - firstHan]!;
  const sound = entry & ~hasShapes;
  return [...(sound === 0 ? [] : [sound - 1]), ...(shapeGroups.get(code) ?? [])];
}

/** Whether two characters sound or look alike. */
export function isAlike(a: number, b: number): boolean {
  const groups = groupsOf(b);
  return groupsOf(a).some((group) => groups.includes(group));
}

/** Whether some character that sounds or looks like `odd` may make a common word with `kept`. */
export function mayBeMeant(odd: number, kept: number, side: Side): boolean {
  sounds ??= readGroups();
  const entry = sounds[odd - firstHan]!;
  const sound = entry & ~hasShapes;
  if (sound !== 0 && hasHome(kept, sound - 1, side)) return true;
  if (entry >= hasShapes) for (const group of shapeGroups.get(odd)!) if (hasHome(kept, group, side)) return true;
  return false;
}

/** The members of a group. */
function membersOf(group: number): string {
  const list = group < shapes ? sameSound : sameShape;
  const start = group < shapes ? group : group - shapes;
  let end = start;
  while (end < list.length && !isGap(list.charCodeAt(end))) end++;
  return list.slice(start, end);
}

/** Characters that sound or look like `odd` and make a common word with `kept`. */
export function meantFor(odd: number, kept: number, side: Side): readonly number[] {
  const meant: number[] = [];
  for (const group of groupsOf(odd)) {
    if (!hasHome(kept, group, side)) continue;
    const members = membersOf(group);
    for (let i = 0; i < members.length; i++) {
      const code = members.charCodeAt(i);
      if (code === odd || characterCost(code) === 0) continue;
      if ((side === secondSide ? wordCost(kept, code) : wordCost(code, kept)) !== 0) meant.push(code);
    }
  }
  return meant;
}

/** Cost of the likeliest way to read a stretch as words of one and two characters. */
export function readingCost(codes: readonly number[]): number {
  let last = 0;
  let beforeLast = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    let best = last + (characterCost(code) || unheard);
    if (i > 0) {
      const before = codes[i - 1]!;
      const pair = wordCost(before, code) || (isKnown(before, code) ? known : 0);
      if (pair !== 0 && beforeLast + pair < best) best = beforeLast + pair;
    }
    beforeLast = last;
    last = best;
  }
  return last;
}
