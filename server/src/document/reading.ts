/**
 * A paragraph as it is read: Traditional characters, full-width digits and letters folded one to one, and what interrupts words taken out
 * (pinyin glosses, page numbers of a web page, zero-width characters, Markdown's own marks). An offset map leads back to the source; where
 * nothing is folded or cut, the reading is the source string itself.
 */
import { isDigit, isHan, isSpace } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import { simplified, traditional } from '../text/traditional.ts';
import type { Format } from './facts.ts';
import { inlineMarks } from './inline-marks.ts';

export interface Reading {
  readonly text: string;
  /** Source offset (relative to the paragraph) of the character at a reading offset. */
  source(offset: number): number;
  /** Source span of a reading span; an empty span stays empty. */
  span(start: number, end: number): Span;
  /** What stands at a reading span as the draft writes it: Traditional stays Traditional, what was cut stays out. */
  written(start: number, end: number): string;
  /** Reading offset of a source offset; what was cut maps to the next character kept. */
  reading(offset: number): number;
  /** What was taken out, in source offsets, in order. */
  readonly cuts: readonly Cut[];
}

/** A source range that is no part of the reading. */
export interface Cut extends Span {
  readonly reason: 'gloss' | 'page-number' | 'line-break' | 'invisible' | 'markup';
}

class Identity implements Reading {
  readonly text: string;
  readonly cuts: readonly Cut[] = [];
  constructor(text: string) {
    this.text = text;
  }
  source(offset: number): number {
    return offset;
  }
  span(start: number, end: number): Span {
    return { start, end };
  }
  written(start: number, end: number): string {
    return this.text.slice(start, end);
  }
  reading(offset: number): number {
    return offset;
  }
}

class Mapped implements Reading {
  readonly text: string;
  readonly cuts: readonly Cut[];
  /** Reading offset of each cut, and how many source characters are gone up to and with it. */
  readonly #at: number[] = [];
  readonly #gone: number[] = [];
  readonly #source: string;
  constructor(text: string, cuts: readonly Cut[], source: string) {
    this.text = text;
    this.#source = source;
    this.cuts = cuts;
    let gone = 0;
    for (const cut of cuts) {
      this.#at.push(cut.start - gone);
      gone += cut.end - cut.start;
      this.#gone.push(gone);
    }
  }
  source(offset: number): number {
    const i = lowerBound(this.#at, offset + 1, (at) => at) - 1;
    return i < 0 ? offset : offset + this.#gone[i]!;
  }
  span(start: number, end: number): Span {
    const from = this.source(start);
    return { start: from, end: end > start ? this.source(end - 1) + 1 : from };
  }
  written(start: number, end: number): string {
    let written = '';
    const { end: last } = this.span(start, end);
    let from = this.source(start);
    for (let i = lowerBound(this.cuts, from, (cut) => cut.end); i < this.cuts.length; i++) {
      const cut = this.cuts[i]!;
      if (cut.start >= last) break;
      if (cut.start > from) written += this.#source.slice(from, cut.start);
      from = Math.max(from, cut.end);
    }
    return written + this.#source.slice(from, last);
  }
  reading(offset: number): number {
    const i = lowerBound(this.cuts, offset, (cut) => cut.end);
    const cut = this.cuts[i];
    const gone = i === 0 ? 0 : this.#gone[i - 1]!;
    return cut !== undefined && cut.start < offset ? cut.start - gone : offset - gone;
  }
}

/** Simplified form of each code unit of the CJK block; 0 where the character stays. */
const simple = new Uint16Array(0xa000 - 0x4e00);
for (let i = 0; i < traditional.length; i++) simple[traditional.charCodeAt(i) - 0x4e00] = simplified.charCodeAt(i);

/** The code unit a character is read as: itself, its simplified or its half-width form. */
function fold(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0x4e00 && code < 0xa000) return simple[code - 0x4e00]! || code;
  if (code === 0x3000 || code === 0xa0) return 0x20;
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = code - 0xfee0;
    // Letters, digits and the marks that stand inside figures and masks; ，（）：； keep the width that Chinese text gives them.
    if ((half >= 0x30 && half <= 0x39) || (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)) return half;
    if (half === 0x25 || half === 0x2a || half === 0x2b || half === 0x2d || half === 0x2e || half === 0x5f) return half;
  }
  return code;
}

const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0x2060 || code === 0xad || code === 0;

const toned = /^[(（][a-zA-Zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zA-Zü]{0,5}[)）]/;
const plain = /^[(（][a-zü]{1,6}[)）]/;

/** Length of a pinyin gloss that begins at `at`; 0 for none. Glosses without a tone mark count only beside toned ones. */
function glossLength(source: string, at: number, beside: boolean): number {
  if (!isHan(source.charCodeAt(at - 1))) return 0;
  const piece = source.slice(at, at + 14);
  return (toned.exec(piece) ?? (beside ? plain.exec(piece) : null))?.[0].length ?? 0;
}

/** Length of a line break inside a paragraph, with the page number that caused it. */
function breakLength(source: string, at: number): { length: number; page: boolean } {
  let end = at;
  let page = false;
  while (end < source.length) {
    while (isSpace(source.charCodeAt(end))) end++;
    const number =
      /^(?:[-—–－ ]{0,3}\d{1,3}[-—–－ ]{0,3}(?=[\r\n\u2028])|第 ?\d{1,3} ?页[^\r\n]{0,12}(?=[\r\n\u2028])|\d{1,3}[、.．])/.exec(
        source.slice(end, end + 32),
      );
    if (number === null || number[0] === '') break;
    page = true;
    end += number[0].length;
    if (/[、.．]$/.test(number[0])) break;
  }
  return { length: end - at, page };
}

const isDash = (code: number): boolean => code === 0x2d || code === 0x2014 || code === 0x2013 || code === 0xff0d;

/** Length of a page number in the middle of a sentence (我—1—国, 最- 2 -艰巨), from one Han character to the next; 0 for none. */
function pageLength(source: string, at: number): number {
  const dash = source.charCodeAt(at);
  if (!isHan(source.charCodeAt(at - 1))) return 0;
  let end = at + 1;
  if (source.charCodeAt(end) === 0x20) end++;
  const digits = end;
  while (end - digits < 3 && isDigit(source.charCodeAt(end))) end++;
  if (end === digits) return 0;
  if (source.charCodeAt(end) === 0x20) end++;
  // 一标—2—号 is a name.
  if (source.charCodeAt(end) !== dash || !isHan(source.charCodeAt(end + 1)) || source[end + 1] === '号') return 0;
  return end + 1 - at;
}

const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;

/** Where plain text is first read as anything else than it is written; its length where it nowhere is. */
function firstChange(source: string): number {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (
      code < 0x80
        ? code === 0x28 || code === 0 || isBreak(code) || (code === 0x2d && pageLength(source, at) > 0)
        : fold(code) !== code ||
          isInvisible(code) ||
          code === 0xff08 ||
          isBreak(code) ||
          (code < 0x2015 && isDash(code) && pageLength(source, at) > 0)
    )
      return at;
  }
  return source.length;
}

/** Reads one paragraph's source. Linear. */
export function read(source: string, format: Format): Reading {
  const length = source.length;
  const first = format === 'plain' ? firstChange(source) : 0;
  if (first === length) return new Identity(source);

  const cuts: Cut[] = format === 'markdown' ? inlineMarks(source) : [];
  const marks = cuts.length;
  let glosses = false;
  let next = 0;
  let changed = marks > 0;
  const drop = (start: number, end: number, reason: Cut['reason']): void => {
    cuts.push({ start, end, reason });
    if (reason === 'gloss') glosses = true;
  };
  for (let i = first; i < length; i++) {
    const mark = cuts[next];
    if (next < marks && mark !== undefined && mark.start <= i) {
      i = mark.end - 1;
      next++;
      continue;
    }
    const code = source.charCodeAt(i);
    if (code === 0x28 || code === 0xff08) {
      const gloss = glossLength(source, i, glosses);
      if (gloss > 0) {
        drop(i, i + gloss, 'gloss');
        i += gloss - 1;
      }
    } else if (isBreak(code)) {
      const line = breakLength(source, i);
      drop(i, i + line.length, line.page ? 'page-number' : 'line-break');
      i += line.length - 1;
    } else if (isDash(code)) {
      const page = pageLength(source, i);
      if (page > 0) {
        drop(i, i + page, 'page-number');
        i += page - 1;
      } else if (!changed && fold(code) !== code) changed = true;
    } else if (isInvisible(code)) drop(i, i + 1, 'invisible');
    else if (!changed && fold(code) !== code) changed = true;
  }
  if (cuts.length === 0 && !changed) return new Identity(source);
  if (marks > 0 && cuts.length > marks) cuts.sort((a, b) => a.start - b.start);
  return new Mapped(withoutCuts(source, cuts), cuts, source);
}

/** The text as it is read: what is cut is left out, the rest is folded. */
function withoutCuts(source: string, cuts: readonly Cut[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) pieces.push(folded(source, from, cut.start));
    from = cut.end;
  }
  if (from < source.length) pieces.push(folded(source, from, source.length));
  return pieces.join('');
}

function folded(source: string, start: number, end: number): string {
  let out = '';
  let from = start;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    const read = fold(code);
    if (read === code) continue;
    out += source.slice(from, i) + String.fromCharCode(read);
    from = i + 1;
  }
  return from === start ? source.slice(start, end) : out + source.slice(from, end);
}
