/**
 * Names a finding by what a reader would recognise it by: its rule, its words and the words around it. Line breaks bound the
 * neighbourhood and blanks do not count, so that edits elsewhere, moved paragraphs and re-indented lines leave it alone.
 */
import type { Span } from '../text/span.ts';

/** Characters of the neighbourhood on either side, and how much is read to find them where many are blank. */
const reach = 12;
const readAtMost = 48;
/** Of a long span (a whole section), only this much from each end counts. */
const longest = 64;

// FNV-1a over UTF-16 units in 64 bits, as two halves: the prime is 2^40 + 0x1b3.
const prime = 0x1b3;
let high = 0;
let low = 0;

function start(): void {
  high = 0xcbf29ce4;
  low = 0x84222325;
}

function feed(unit: number): void {
  const mixed = (low ^ unit) >>> 0;
  const product = mixed * prime;
  low = product >>> 0;
  high = (Math.imul(high, prime) + Math.floor(product / 0x100000000) + (mixed << 8)) >>> 0;
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/** White space of every width and what has no width at all. */
const isBlank = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200f) ||
  (unit >= 0x2028 && unit <= 0x202f) ||
  unit === 0x2060 ||
  unit === 0xfeff;

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

function feedSpan(text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit)) feed(unit);
  }
}

function feedNeighbourhood(text: string, from: number, step: 1 | -1): void {
  const stop = Math.max(-1, Math.min(text.length, from + step * readAtMost));
  let left = reach;
  for (let i = from; i !== stop && left > 0; i += step) {
    const unit = text.charCodeAt(i);
    if (isLineEnd(unit)) break;
    if (isBlank(unit)) continue;
    feed(unit);
    left--;
  }
}

/** 16 hexadecimal digits. Two findings of one rule on equal words in equal neighbourhoods get the same: the caller numbers them. */
export function fingerprint(text: string, rule: string, span: Span): string {
  start();
  for (let i = 0; i < rule.length; i++) feed(rule.charCodeAt(i));
  feed(0);
  if (span.end - span.start <= 2 * longest) feedSpan(text, span.start, span.end);
  else {
    feedSpan(text, span.start, span.start + longest);
    feedSpan(text, span.end - longest, span.end);
  }
  feed(0);
  feedNeighbourhood(text, span.start - 1, -1);
  feed(0);
  feedNeighbourhood(text, span.end, 1);
  return hex(high) + hex(low);
}
