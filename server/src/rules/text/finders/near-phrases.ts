/**
 * Phrases and what is one edit away from them. A phrase is looked up by its first two and its last two characters: one edit leaves one of these pairs whole, so
 * each place is compared with the few phrases that share a pair with it.
 */
import type { ParagraphFacts } from '../../../document/facts.ts';
import { remember } from '../../../document/remember.ts';
import { pairSlot, placesOf, watch } from '../../../document/walk.ts';
import { isHan, isPlainHan } from '../../../text/characters.ts';
import { affixes, fillers, glue, optional, setPhrases, twins, versatile } from '../lexicon/set-phrases.ts';
import { bound, characterCost, isAlike, isKnown, wordCost } from './pairs.ts';

/** Characters of the shortest phrases. */
export const gram = 4;

/** Phrases that are kept for one pair of characters; more never share one but in a text made for it. */
const fullChain = 64;

export type Slip = 'extra' | 'missing' | 'swapped' | 'replaced';

/** A place that is one edit away from a phrase; offsets into the paragraph's reading. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly slip: Slip;
  /** Offset in the phrase where the two part. */
  readonly at: number;
  readonly fixed: boolean;
}

/** How a phrase is found: by its first two characters, by its last two, or by its first and third (招引商资 leaves neither pair whole). */
const front = 0;
const back = 1;
const swap = 2;

/** More would not fit the links of the table; a draft has few phrases of its own. */
export const mostPhrases = 0x5000;

/** Phrases in chains, by the slots of their pairs. A chance collision only costs a comparison. */
export class PhraseTable {
  /** Stand in one form, whatever this draft says. */
  readonly fixed: boolean;
  readonly phrases: readonly string[];
  /** The last link of each chain, 0 for none. Link `1 + 3 * phrase + key` stands for one pair of one phrase. */
  readonly #heads: Uint16Array;
  /** For each link the one before it. */
  readonly #next: Uint16Array;
  /** For each link the two characters of the phrase beside the pair, the nearer one first: most places are left by a look at these. */
  readonly #near: Uint16Array;
  readonly #far: Uint16Array;

  constructor(phrases: readonly string[], fixed: boolean) {
    // A power of two.
    const chains = fixed ? 1 << 13 : 1 << 11;
    const heads = new Uint16Array(chains);
    const depths = new Uint8Array(chains);
    const next = new Uint16Array(3 * phrases.length + 1);
    const near = new Uint16Array(next.length);
    const far = new Uint16Array(next.length);
    // Backwards: of two phrases that share a pair, the first is compared first.
    for (let i = phrases.length - 1; i >= 0; i--) {
      const phrase = phrases[i]!;
      const { length } = phrase;
      const first = phrase.charCodeAt(0);
      for (let key = front; key <= (length === gram ? swap : back); key++) {
        const slot =
          key === back
            ? pairSlot(phrase.charCodeAt(length - 2), phrase.charCodeAt(length - 1))
            : pairSlot(first, phrase.charCodeAt(key === front ? 1 : 2));
        const chain = slot & (chains - 1);
        if (depths[chain] === fullChain) continue;
        depths[chain]!++;
        const link = 1 + 3 * i + key;
        next[link] = heads[chain]!;
        heads[chain] = link;
        near[link] = phrase.charCodeAt(key === back ? length - 3 : key === swap ? 1 : 2);
        far[link] = phrase.charCodeAt(key === back ? length - 4 : 3);
      }
    }
    this.phrases = phrases;
    this.fixed = fixed;
    this.#heads = heads;
    this.#next = next;
    this.#near = near;
    this.#far = far;
  }
  has(slot: number): boolean {
    return this.#heads[slot & (this.#heads.length - 1)] !== 0;
  }
  /** Compares the phrases of a slot with the text around the pair that ends at `i`. What cannot be one edit away is left at a glance. */
  compare(text: string, i: number, slot: number, found: Found[]): void {
    const next = this.#next;
    const nears = this.#near;
    const fars = this.#far;
    const before = text.charCodeAt(i - 2);
    const beforeThat = text.charCodeAt(i - 3);
    const behind = text.charCodeAt(i + 1);
    const behindThat = text.charCodeAt(i + 2);
    for (let link = this.#heads[slot & (this.#heads.length - 1)]!; link !== 0; link = next[link]!) {
      const near = nears[link]!;
      const far = fars[link]!;
      const key = (link - 1) % 3;
      const one = key === back ? before : behind;
      const two = key === back ? beforeThat : behindThat;
      if (one === near) {
        // The phrase itself: by far the most common case. Longer ones go on.
        if (two === far ? key !== swap && this.phrases[(link - 1 - key) / 3]!.length === gram : key === swap) continue;
      } else if (key === swap || (two !== far && two !== near && one !== far)) continue;
      const candidate = this.#candidate(text, i, (link - 1 - key) / 3, key);
      if (candidate === undefined) continue;
      if (isPlausible(text, candidate)) found.push(candidate);
      else {
        const cut = cutOff(candidate);
        if (cut !== undefined && isPlausible(text, cut)) found.push(cut);
      }
    }
  }
  #candidate(text: string, i: number, index: number, key: number): Found | undefined {
    const phrase = this.phrases[index]!;
    if (key === back) {
      const slip = slipBefore(text, i + 1, phrase);
      return slip !== undefined && slip.start >= 0 ? { end: i + 1, phrase, fixed: this.fixed, ...slip } : undefined;
    }
    const slip = slipFrom(text, i - 1, phrase);
    return slip !== undefined ? { start: i - 1, phrase, fixed: this.fixed, ...slip } : undefined;
  }
}

/** A phrase whose first or last character is another one may have lost it: 社会主义思|为指导. */
function cutOff({ start, end, phrase, slip, at, fixed }: Found): Found | undefined {
  if (slip !== 'replaced' || (at > 0 && at < phrase.length - 1)) return undefined;
  return at === 0
    ? { start: start + 1, end, phrase, slip: 'missing', at, fixed }
    : { start, end: end - 1, phrase, slip: 'missing', at, fixed };
}

let official: PhraseTable | undefined;
const officialPhrases = (): PhraseTable => (official ??= new PhraseTable(setPhrases, true));

/** Pairs by which set phrases are found. */
const watched = watch((mark) => {
  for (const phrase of setPhrases) {
    const { length } = phrase;
    mark(phrase.charCodeAt(0), phrase.charCodeAt(1));
    mark(phrase.charCodeAt(length - 2), phrase.charCodeAt(length - 1));
    if (length === gram) mark(phrase.charCodeAt(0), phrase.charCodeAt(2));
  }
});

export const none: readonly Found[] = [];

/** What is one edit away from a set phrase. */
export const besideFixed = remember((facts): readonly Found[] => {
  const places = placesOf(facts.walk, watched);
  if (places.length === 0) return none;
  const phrases = officialPhrases();
  const { text } = facts.reading;
  const found: Found[] = [];
  for (const i of places) phrases.compare(text, i, pairSlot(text.charCodeAt(i - 1), text.charCodeAt(i)), found);
  return found.length === 0 ? none : found;
});

/** Where text and phrase part, looked at from the front; its length when they do not. */
function partsAt(text: string, from: number, phrase: string): number {
  let i = 0;
  while (i < phrase.length && text.charCodeAt(from + i) === phrase.charCodeAt(i)) i++;
  return i;
}

function tailMatches(text: string, from: number, phrase: string, at: number): boolean {
  for (let i = at; i < phrase.length; i++) if (text.charCodeAt(from + i - at) !== phrase.charCodeAt(i)) return false;
  return true;
}

function headMatches(text: string, end: number, phrase: string, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(end - length + i) !== phrase.charCodeAt(i)) return false;
  return true;
}

/** The one edit by which the text from `start` on differs from the phrase, when its beginning is whole. */
function slipFrom(text: string, start: number, phrase: string): { slip: Slip; at: number; end: number } | undefined {
  const at = partsAt(text, start, phrase);
  const { length } = phrase;
  if (at === length || at === 0 || start + length - 1 > text.length) return undefined;
  if (
    at + 1 < length &&
    text.charCodeAt(start + at) === phrase.charCodeAt(at + 1) &&
    text.charCodeAt(start + at + 1) === phrase.charCodeAt(at) &&
    tailMatches(text, start + at + 2, phrase, at + 2)
  )
    return { slip: 'swapped', at, end: start + length };
  if (at < 2) return undefined;
  const han = isHan(text.charCodeAt(start + at));
  if (han && tailMatches(text, start + at + 1, phrase, at)) return { slip: 'extra', at, end: start + length + 1 };
  if (han && tailMatches(text, start + at + 1, phrase, at + 1)) return { slip: 'replaced', at, end: start + length };
  if (tailMatches(text, start + at, phrase, at + 1)) return { slip: 'missing', at, end: start + length - 1 };
  return undefined;
}

/** The same, when its end (before `end`) is whole. */
function slipBefore(text: string, end: number, phrase: string): { slip: Slip; at: number; start: number } | undefined {
  const { length } = phrase;
  let same = 0;
  while (same < length && text.charCodeAt(end - 1 - same) === phrase.charCodeAt(length - 1 - same)) same++;
  if (same === length || same < 2) return undefined;
  const at = length - 1 - same;
  const place = end - 1 - same;
  if (
    at >= 1 &&
    text.charCodeAt(place) === phrase.charCodeAt(at - 1) &&
    text.charCodeAt(place - 1) === phrase.charCodeAt(at) &&
    headMatches(text, place - 1, phrase, at - 1)
  )
    return { slip: 'swapped', at: at - 1, start: end - length };
  const han = isHan(text.charCodeAt(place));
  if (han && headMatches(text, place, phrase, at + 1)) return { slip: 'extra', at: at + 1, start: end - length - 1 };
  if (han && headMatches(text, place, phrase, at)) return { slip: 'replaced', at, start: end - length };
  if (headMatches(text, place + 1, phrase, at)) return { slip: 'missing', at, start: end - length + 1 };
  return undefined;
}

/** What can be told from the two strings alone. Most chance likenesses end here. */
function isPlausible(text: string, { start, end, phrase, slip, at, fixed }: Found): boolean {
  const { length } = phrase;
  switch (slip) {
    case 'swapped':
      if (phrase[at] === phrase[at + 1] || versatile.includes(phrase[at]!) || versatile.includes(phrase[at + 1]!))
        return false;
      // At either edge the two may belong to other words, unless enough of the phrase stands beside them.
      return (at > 0 && at + 2 < length) || (length > gram && fixed);
    case 'replaced': {
      const written = text[start + at]!;
      const meant = phrase[at]!;
      if (
        versatile.includes(written) ||
        versatile.includes(meant) ||
        !isAlike(phrase.charCodeAt(at), text.charCodeAt(start + at)) ||
        isOutsiders(text, start, end, at)
      )
        return false;
      return !twins.some(
        ([a, b]) =>
          hasTwin(text.slice(start, end), phrase, at, a, b) || hasTwin(text.slice(start, end), phrase, at, b, a),
      );
    }
    case 'extra': {
      if (at === 0 || at === length) return false;
      // 治安|安全生产: the phrase itself stands here whole.
      if (text.startsWith(phrase, start) || text.startsWith(phrase, start + 1)) return false;
      const extra = text[start + at]!;
      if (extra === phrase[at] || extra === phrase[at - 1]) return true;
      if (isAnotherWord(text, start, end, phrase, at)) return false;
      if (!fillers.includes(extra)) return true;
      if ('等和及与或'.includes(extra)) return false;
      // Words of set phrases have two characters or more: one that stands alone at an edge is broken off.
      if (fixed) return at === 1 || at === length - 1;
      return !glue.includes(extra);
    }
    case 'missing': {
      // 农业农村部 is the ministry, 农业农村部门 are the offices of all levels.
      if (at === length - 1 && phrase.endsWith('部门')) return false;
      if (at === 0 || at === length - 1) return fixed && isCut(text, start, end, phrase, at);
      const lost = phrase[at]!;
      if (optional.includes(lost)) return false;
      const spared = affixes.includes(lost) || phrase.indexOf(lost) !== phrase.lastIndexOf(lost);
      if (!fixed) return length === gram && !glue.includes(lost) && !spared;
      if (spared && (length < longPhrase || !isRent(phrase, at))) return false;
      // 政府|作报告: what is left of the word stands alone as well.
      if (versatile.includes(phrase[at + 1]!) && wordCost(phrase.charCodeAt(at), phrase.charCodeAt(at + 1)) !== 0)
        return false;
      if (length === gram) return isBroken(text, start, end, phrase, at);
      return (at >= 2 && at <= length - 3) || (length >= 6 && !fillers.includes(phrase[at === 1 ? 0 : length - 1]!));
    }
  }
}

/** 社会主|义法治国|家: a character that differs at the edge makes a word with the one outside, and is no part of the phrase. */
function isOutsiders(text: string, start: number, end: number, at: number): boolean {
  if (at === 0) return isWord(text.charCodeAt(start - 1), text.charCodeAt(start));
  return at === end - start - 1 && isWord(text.charCodeAt(end - 1), text.charCodeAt(end));
}

/** 自我革命|新征程 is no 自我革新: the odd character makes a word with the phrase beside it, and what is left of the phrase begins or ends another one. */
function isAnotherWord(text: string, start: number, end: number, phrase: string, at: number): boolean {
  const extra = text.charCodeAt(start + at);
  if (at === phrase.length - 1) return isWord(phrase.charCodeAt(at - 1), extra) && isPlainHan(text.charCodeAt(end));
  return at === 1 && isWord(extra, phrase.charCodeAt(at)) && isPlainHan(text.charCodeAt(start - 1));
}

const isWord = (first: number, second: number): boolean =>
  isPlainHan(first) && isPlainHan(second) && wordCost(first, second) !== 0;

const listMarks = '、“”';

/**
 * Whether three characters of an idiom are left that say nothing: what the lost one stood beside hangs on neither side (因制宜). A phrase of two
 * words that both stand by themselves (乡村|兴) may be said shorter.
 */
function isBroken(text: string, start: number, end: number, phrase: string, at: number): boolean {
  const codeAt = (i: number): number => phrase.charCodeAt(i);
  // One of a list that is made to measure: 一窗办、一网办、马上办.
  if (listMarks.includes(text[start - 1] ?? ' ') || listMarks.includes(text[end] ?? ' ')) return false;
  if (wordCost(codeAt(0), codeAt(1)) !== 0 && wordCost(codeAt(2), codeAt(3)) !== 0) return false;
  // The half that is broken, what it meets inside, and what stands outside.
  const left = codeAt(at === 1 ? 0 : 1);
  const right = codeAt(at === 1 ? 2 : 3);
  if (characterCost(left) === 0 || characterCost(right) === 0 || isKnown(left, right)) return false;
  const alone = at === 1 ? left : right;
  if (characterCost(alone) < bound) return false;
  const outside = at === 1 ? text.charCodeAt(start - 1) : text.charCodeAt(end);
  if (!isPlainHan(outside)) return true;
  return !(at === 1 ? isKnown(outside, alone) : isKnown(alone, outside));
}

/** Whether the characters on both sides of the one that is lost meet in no word: 总体|家安全观. */
function isRent(phrase: string, at: number): boolean {
  const left = phrase.charCodeAt(at - 1);
  const right = phrase.charCodeAt(at + 1);
  return (
    characterCost(left) !== 0 && characterCost(right) !== 0 && wordCost(left, right) === 0 && !isKnown(left, right)
  );
}

/** Phrases from this length on are said whole, whatever is cut off of them. */
const longPhrase = 6;
const complements = '到得好成起在了进向完出下上来去给过着满稳强实就';
/** And what begins one that is no shorter need be no word. */
const namedPhrase = 10;

/**
 * Whether a phrase lost its first or last character so that the other half of a word is left, which hangs on nothing: 社会主义思|为指导. Short ones are said
 * shorter: 产业园, 抓落实.
 */
function isCut(text: string, start: number, end: number, phrase: string, at: number): boolean {
  const { length } = phrase;
  const first = at === 0;
  // At the edge of a line the rest may stand in the next one.
  if (length < longPhrase || (first ? start === 0 : end === text.length)) return false;
  const lost = phrase.charCodeAt(at);
  const alone = phrase.charCodeAt(first ? 1 : at - 1);
  const inner = phrase.charCodeAt(first ? 2 : at - 2);
  const outside = text.charCodeAt(first ? start - 1 : end);
  if (characterCost(alone) < bound || characterCost(inner) === 0) return false;
  // 基础设施建到村头: a verb of one character, and how far it goes.
  if (first ? fillers.includes(phrase[1]!) : complements.includes(text[end]!)) return false;
  // Names (习近平) are no words of the dictionary.
  const named = first && length >= namedPhrase;
  if (!named && (first ? wordCost(lost, alone) : wordCost(alone, lost)) === 0) return false;
  if ((first ? wordCost(alone, inner) : wordCost(inner, alone)) !== 0) return false;
  return !isPlainHan(outside) || !(first ? isKnown(outside, alone) : isKnown(alone, outside));
}

/** Whether around the odd character the text has word `a` where the phrase has word `b`. */
function hasTwin(written: string, phrase: string, at: number, a: string, b: string): boolean {
  for (let k = at - 1; k <= at; k++) if (k >= 0 && written.startsWith(a, k) && phrase.startsWith(b, k)) return true;
  return false;
}

/** What is one edit away from the draft's own phrases. */
export function scan({ reading: { text } }: ParagraphFacts, phrases: PhraseTable): readonly Found[] {
  const found: Found[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const slot = pairSlot(before, code);
    before = code;
    if (phrases.has(slot) && isPlainHan(code)) phrases.compare(text, i, slot, found);
  }
  return found.length === 0 ? none : found;
}
