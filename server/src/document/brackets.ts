/**
 * Quotation marks, brackets and book-title marks of one paragraph: which belong together, and which stand alone.
 * Widths do not matter (`(` closes with `）`); kinds do. Offsets are into the paragraph's reading.
 */
import type { Span } from '../text/span.ts';
import { othersIn } from './walk.ts';

export type BracketKind =
  | 'double' // “”
  | 'single' // ‘’
  | 'corner' // 「」
  | 'white-corner' // 『』
  | 'round' // （） ()
  | 'lenticular' // 【】
  | 'white-lenticular' // 〖〗
  | 'square' // ［］ []
  | 'shell' // 〔〕
  | 'title' // 《》
  | 'angle' // 〈〉
  | 'straight'; // "" of a typewriter, told apart by counting only

/** From the opening mark to behind the closing one. */
export interface BracketPair extends Span {
  readonly kind: BracketKind;
}

export interface LonelyBracket {
  readonly at: number;
  readonly kind: BracketKind;
  /** `any` for a straight quote: nobody can tell which of the two it is. */
  readonly side: 'open' | 'close' | 'any';
  /** A closing bracket after a number or letter that looks like a list label: `1）` `一）` `a)`; what the label is written with. */
  readonly label?: 'digit' | 'han' | 'letter';
  /** The mark that stands where the partner belongs: `“甲“` or `【甲）`. */
  readonly wrong?: number;
}

export interface Brackets {
  /** In order of their closing marks. */
  readonly pairs: readonly BracketPair[];
  /** In text order. */
  readonly lonely: readonly LonelyBracket[];
}

export const bracketMarks: readonly (readonly [kind: BracketKind, open: string, close: string])[] = [
  // 〝〞 are what some converters make of them.
  ['double', '“〝', '”〞〟'],
  ['single', '‘', '’'],
  ['corner', '「', '」'],
  ['white-corner', '『', '』'],
  ['round', '（(', '）)'],
  ['lenticular', '【', '】'],
  ['white-lenticular', '〖', '〗'],
  ['square', '［[', '］]'],
  ['shell', '〔', '〕'],
  ['title', '《', '》'],
  ['angle', '〈', '〉'],
];

const straightRole = 255;
/** For each UTF-16 unit: 0, or 1 + 2 × kind + (1 for a closing mark). */
const roles = new Uint8Array(0x10000);
bracketMarks.forEach(([, open, close], kind) => {
  for (const mark of open) roles[mark.charCodeAt(0)] = 1 + 2 * kind;
  for (const mark of close) roles[mark.charCodeAt(0)] = 2 + 2 * kind;
});
roles[0x22] = roles[0xff02] = straightRole;

const double = 0;
const single = 1;
const round = 4;
const square = 7;
const families = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2];

interface Mark {
  at: number;
  kind: number;
  open: boolean;
}

const nothing: Brackets = { pairs: [], lonely: [] };

/** `others`: offsets of what is no Chinese character. */
export function matchBrackets(text: string, others: readonly number[] = othersIn(text)): Brackets {
  let k = 0;
  while (k < others.length && roles[text.charCodeAt(others[k]!)] === 0) k++;
  if (k === others.length) return nothing;

  const pairs: BracketPair[] = [];
  const stack: Mark[] = [];
  const alone: Mark[] = [];
  const straight: number[] = [];
  for (; k < others.length; k++) {
    const i = others[k]!;
    const role = roles[text.charCodeAt(i)]!;
    if (role === 0) continue;
    if (role === straightRole) {
      straight.push(i);
      continue;
    }
    const kind = (role - 1) >> 1;
    if ((role & 1) === 1) {
      stack.push({ at: i, kind, open: true });
      continue;
    }
    let top = stack.length - 1;
    if (top >= 0 && stack[top]!.kind !== kind && closesInterval(text, stack[top]!, i, kind)) {
      pairs.push({ start: stack.pop()!.at, end: i + 1, kind: bracketMarks[kind]![0] });
      continue;
    }
    while (top >= 0 && stack[top]!.kind !== kind) top--;
    if (top < 0) {
      if (!(kind === single && isApostrophe(text, i))) alone.push({ at: i, kind, open: false });
      continue;
    }
    while (stack.length - 1 > top) alone.push(stack.pop()!);
    pairs.push({ start: stack.pop()!.at, end: i + 1, kind: bracketMarks[kind]![0] });
  }
  for (const mark of stack) alone.push(mark);
  const lonely = alone.length === 0 && straight.length % 2 === 0 ? [] : judge(text, alone, straight);
  for (let j = 0; straight.length % 2 === 0 && j < straight.length; j += 2)
    pairs.push({ start: straight[j]!, end: straight[j + 1]! + 1, kind: 'straight' });
  return { pairs, lonely };
}

/** `[0,1)`: a mathematical interval may close with the other bracket. */
function closesInterval(text: string, open: Mark, close: number, kind: number): boolean {
  if (!((open.kind === round && kind === square) || (open.kind === square && kind === round))) return false;
  if (close - open.at > 24 || close - open.at < 4) return false;
  for (let i = open.at + 1; i < close; i++) if (!/[0-9a-z.,，%％+∞\- −]/i.test(text[i]!)) return false;
  return true;
}

const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAscii = (code: number): boolean => code > 0x20 && code < 0x7f;

/** don’t, students’, ’98 */
const isApostrophe = (text: string, at: number): boolean =>
  isLatin(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1));

/** What of the unmatched marks is a fault, and which of them are one fault. */
function judge(text: string, alone: Mark[], straight: readonly number[]): LonelyBracket[] {
  alone.sort((a, b) => a.at - b.at);
  const lonely: LonelyBracket[] = [];
  let odd = straight.length % 2 === 1 ? straight.filter((at) => !isInch(text, at) && !isScrambled(text, at)) : [];
  if (odd.length % 2 === 0) odd = [];
  for (let i = 0; i < alone.length; i++) {
    const mark = alone[i]!;
    const { at, kind } = mark;
    if (isMeant(text, mark)) continue;
    // “甲" : a curly quote and a straight one make a pair, if an ugly one.
    if (kind === double && odd.length > 0 && odd.some((q) => (mark.open ? q > at : q < at))) {
      odd = [];
      continue;
    }
    const next = alone[i + 1];
    const name = bracketMarks[kind]![0];
    if (
      next !== undefined &&
      next.at - at <= 40 &&
      families[next.kind] === families[kind] &&
      !sentenceBetween(text, at, next.at)
    ) {
      // 【甲） : two marks of different kinds; “甲“ and ”甲” : the right mark in the wrong direction.
      if (mark.open && (next.kind === kind ? next.open : !next.open)) {
        lonely.push({ at: next.at, kind: name, side: 'close', wrong: next.at });
        i++;
        continue;
      }
      if (!mark.open && !next.open && next.kind === kind && kind <= single) {
        lonely.push({ at, kind: name, side: 'open', wrong: at });
        i++;
        continue;
      }
    }
    const label = mark.open ? undefined : labelBefore(text, mark);
    lonely.push({ at, kind: name, side: mark.open ? 'open' : 'close', ...(label === undefined ? {} : { label }) });
  }
  if (odd.length > 0) {
    lonely.push({ at: oddOneOut(text, odd), kind: 'straight', side: 'any' });
    lonely.sort((a, b) => a.at - b.at);
  }
  return lonely;
}

function sentenceBetween(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if ('。！？；\n'.includes(text[i]!)) return true;
  return false;
}

/** 55" and 20″-like marks after a digit. */
const isInch = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1));

/** A single mark that is no bracket at all: an emoticon, part of an address or of code, the rest of a broken gloss. */
function isMeant(text: string, { at, kind, open }: Mark): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (kind === single) return open ? isDigit(after) : isApostrophe(text, at);
  if (kind !== round && kind !== square) return false;
  if (text.charCodeAt(at) > 0x7e) return false;
  if (isAscii(before) && isAscii(after)) return open || !isBehindShortName(text, at);
  if (isScrambled(text, at)) return true;
  // :) ;-) :(
  if (before === 0x3a || before === 0x3b || before === 0x2d || before === 0x5e) return !open || !(after > 0x2e80);
  // The gloss of a character that was lost: `?shù)`, `?zhǔn)`.
  if (open) return false;
  for (let i = at - 1; i >= 0 && i > at - longestSyllable; i--) {
    const code = text.charCodeAt(i);
    if (code >= 0xc0 && code <= 0x24f) return true;
    if (!isAscii(code) || code < 0x61) break;
  }
  return false;
}
const longestSyllable = 7;

/** 生产总值GDP)1222.62亿元: the short name is of the Chinese words before it, the figure of those behind it. */
const isBehindShortName = (text: string, at: number): boolean =>
  /[\u4e00-\u9fa5][A-Z]{2,6}$/.test(text.slice(Math.max(0, at - 8), at)) &&
  /^\d[\d.,]*[%％‰\u4e00-\u9fa5]/.test(text.slice(at + 1, at + 16));

/** `m) 4 U+ v' F! n/ ]' x7 |) F` : what a forum puts between lines against copying; only ASCII around, most of it marks. */
function isScrambled(text: string, at: number): boolean {
  let marks = 0;
  let all = 0;
  for (let i = Math.max(0, at - 10); i <= at + 10 && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) {
      // A sentence may end just before it or begin just behind it.
      if (i < at - 3) {
        marks = all = 0;
        continue;
      }
      if (i > at + 3) break;
      return false;
    }
    if (code === 0x20) continue;
    all++;
    if (!isLatin(code) && !isDigit(code)) marks++;
  }
  return all >= 7 && marks >= 3;
}

const hanNumerals = '一二三四五六七八九十百';
const labelStart = ' \t\u3000\n，。；：、！？,;:!?“”（(';

function labelBefore(text: string, { at, kind }: Mark): LonelyBracket['label'] {
  if (kind !== round) return undefined;
  let start = at;
  const code = text.charCodeAt(at - 1);
  let label: LonelyBracket['label'];
  if (isDigit(code)) {
    while (start > 0 && at - start < 3 && isDigit(text.charCodeAt(start - 1))) start--;
    label = 'digit';
  } else if (hanNumerals.includes(text[at - 1] ?? ' ')) {
    while (start > 0 && at - start < 3 && hanNumerals.includes(text[start - 1]!)) start--;
    label = 'han';
  } else if (isLatin(code)) {
    start--;
    label = 'letter';
  } else return undefined;
  return start === 0 || labelStart.includes(text[start - 1]!) ? label : undefined;
}

/**
 * Which of an odd number of straight quotes has no partner: the one whose removal leaves the most likely quotations.
 * One pass over prefix and suffix sums; a quotation is unlikely when it is long, holds a sentence end or starts with a closing mark.
 */
function oddOneOut(text: string, quotes: readonly number[]): number {
  const cost = (a: number, b: number): number => {
    let sum = b - a > 40 ? 3 : b - a > 20 ? 1 : 0;
    if ('和与及或的了是把等'.includes(text[a + 1]!)) sum += 1;
    if ('，。；：、！？,.;:!?）)》'.includes(text[a + 1]!)) sum += 4;
    if ('，；：、,;:（(《'.includes(text[b - 1]!)) sum += 4;
    if (text.slice(a, Math.min(b, a + 200)).includes('。')) sum += 2;
    return sum;
  };
  const n = quotes.length;
  const suffix = new Array<number>(n + 1).fill(0);
  for (let k = n - 2; k > 0; k -= 2) suffix[k] = cost(quotes[k]!, quotes[k + 1]!) + (suffix[k + 2] ?? 0);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let prefix = 0;
  for (let k = 0; k < n; k += 2) {
    const sum = prefix + (suffix[k + 1] ?? 0);
    if (sum < least) [least, best] = [sum, k];
    if (k + 1 < n) prefix += cost(quotes[k]!, quotes[k + 1]!);
  }
  return quotes[best]!;
}
