/**
 * Writes the tables by which text/confusable and text/repetition tell words from what is none. From the dictionary of cppjieba (MIT licence), which nodejieba
 * brings along, and from our own lists of official words; the tables hold hashes and costs, no list of words.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { vocabulary } from '../host/vocabulary.ts';
import {
  again,
  bitOf,
  bound,
  encode,
  firstHan,
  groupsOf,
  hanCount,
  homeDraws,
  homeKey,
  homeSize,
  knownSize,
  mix,
  pairSlots,
  slotOf,
  tagOf,
} from '../rules/text/finders/pairs.ts';
import { sameShape, sameSound } from '../rules/text/lexicon/alike.ts';
import { officialWords } from '../rules/text/lexicon/official-words.ts';
import { setPhrases } from '../rules/text/lexicon/set-phrases.ts';

export const tableFile = 'server/src/rules/text/lexicon/common-words.ts';

/** Words seen less often than this in cppjieba's count are mostly names and chance. */
const leastKnown = 4;
/** From here on a word is common: what an odd pair may have been meant for. */
const leastCommon = 283;
/** What a name of a person or place must have to count. */
const leastName = 100;
/** What an official word counts like, which the dictionary does not know. */
const official = 800;
/** Characters that are never judged: numerals and what joins names, which stand beside anything. */
const numerals = '一二三四五六七八九十百千万亿两零〇第几半多暨';

interface Counted {
  readonly word: string;
  readonly count: number;
}

function dictionaryWords(): { readonly words: readonly Counted[]; readonly total: number } | undefined {
  let home: string;
  try {
    home = path.dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  } catch {
    return undefined;
  }
  const words: Counted[] = [];
  let total = 0;
  for (const line of fs.readFileSync(path.join(home, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8').split('\n')) {
    const [word, count, tag] = line.split(' ');
    if (word === undefined || tag === undefined || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
    total += Number(count);
    if (word.length > 1 && (Number(count) < leastKnown || (/^nr/.test(tag) && Number(count) < leastName))) continue;
    words.push({ word, count: Number(count) });
  }
  return { words, total };
}

/** A table of bits, six to a character. */
class Bits {
  readonly #bits: Uint8Array;
  constructor(size: number) {
    this.#bits = new Uint8Array(size);
  }
  set(h: number): void {
    this.#bits[h & (this.#bits.length - 1)]! |= bitOf(h);
  }
  toString(): string {
    return Array.from(this.#bits, encode).join('');
  }
}

/** In single quotes, with what cannot stand there. */
const literal = (table: string): string => `'${table.replaceAll('\\', '\\\\').replaceAll('\u007f', '\\x7f')}'`;

const code = (character: string): number => character.charCodeAt(0);
function* pairsIn(word: string): Generator<string> {
  for (let i = 0; i + 1 < word.length; i++) yield word.slice(i, i + 2);
}

/** The file's content; undefined where nodejieba is not installed. */
export function commonWordsFile(): string | undefined {
  const dictionary = dictionaryWords();
  if (dictionary === undefined) return undefined;
  const own = [...officialWords, ...setPhrases, ...Object.values(vocabulary).flatMap((words) => words.split(' '))];
  const costOf = (count: number): number =>
    Math.max(1, Math.min(63, Math.round(3 * (Math.log(dictionary.total) - Math.log(count + 0.5)))));
  const judged = new Set(
    [...sameSound, ...sameShape].filter((character) => character.trim() !== '' && !numerals.includes(character)),
  );

  const costs = new Array<number>(hanCount).fill(0);
  for (const character of judged) costs[code(character) - firstHan] = 52;
  const common = new Map<string, number>();
  const known = new Set<string>();
  const add = (word: string, count: number): void => {
    for (const pair of pairsIn(word)) known.add(pair);
    if (count >= leastCommon && word.length === 2) common.set(word, Math.min(common.get(word) ?? 63, costOf(count)));
  };
  for (const { word, count } of dictionary.words)
    if (word.length > 1) add(word, count);
    else if (judged.has(word)) costs[code(word) - firstHan] = costOf(count);
  for (const word of own) add(word, official);

  const isBound = (character: string): boolean => (costs[code(character) - firstHan] ?? 0) >= bound;
  const isTold = (character: string): boolean => judged.has(character) || numerals.includes(character);
  const knownBits = new Bits(knownSize);
  for (const [first, second] of known)
    if (isTold(first!) && isTold(second!) && (isBound(first!) || isBound(second!))) {
      const h = mix(code(first!), code(second!));
      knownBits.set(h);
      knownBits.set(again(h));
    }

  const slots = new Array<readonly [cost: number, tag: number] | undefined>(pairSlots).fill(undefined);
  const homes = new Bits(homeSize);
  const addHome = (kept: string, meant: string, side: 0 | 1): void => {
    for (const group of groupsOf(code(meant))) {
      let h = homeKey(code(kept), group, side);
      for (let draw = 0; draw < homeDraws; draw++, h = again(h)) homes.set(h);
    }
  };
  for (const [pair, cost] of [...common].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, second] = pair as unknown as readonly [string, string];
    if (!judged.has(first) || !judged.has(second)) continue;
    const h = mix(code(first), code(second));
    let slot = slotOf(h);
    while (slots[slot] !== undefined) slot = (slot + 1) % pairSlots;
    slots[slot] = [cost, tagOf(h)];
    addHome(first, second, 1);
    addHome(second, first, 0);
  }
  const pairCosts = slots.map((slot) =>
    slot === undefined ? encode(0).repeat(3) : encode(slot[0]) + encode(slot[1] >> 6) + encode(slot[1] & 63),
  );
  return `/**
 * Written by \`node server/src/tools/common-words.mjs\`, not to be edited. From the dictionary of cppjieba, Copyright (c) 2013 the cppjieba and jieba authors,
 * MIT licence, and from the lists beside this file. \`pairs.ts\` says how the tables are read.
 */
export const characterCosts =\n  ${literal(costs.map(encode).join(''))};
export const knownPairs =\n  ${literal(knownBits.toString())};
export const pairCosts =\n  ${literal(pairCosts.join(''))};
export const homeKeys =\n  ${literal(homes.toString())};
`;
}

export function main(root: string): number {
  const content = commonWordsFile();
  if (content === undefined) {
    console.error('nodejieba is not installed: its dictionary is needed');
    return 2;
  }
  fs.writeFileSync(path.join(root, tableFile), content);
  console.log(`wrote ${tableFile}`);
  return 0;
}
