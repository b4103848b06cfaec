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

/** What is hashed: at most the rule (its first 100 units), three separators, the two ends of the span and of the neighbourhood. */
const units = new Uint16Array(100 + 3 + 2 * longest + 2 * reach);

/** 16 hexadecimal digits. Two findings of one rule on equal words in equal neighbourhoods get the same: the caller numbers them. */
export function fingerprint(text: string, rule: string, { start, end }: Span): string {
  let count = 0;
  for (let i = 0; i < rule.length && i < 100; i++) units[count++] = rule.charCodeAt(i);
  units[count++] = 0;
  const split = end - start > 2 * longest;
  count = takeWords(text, start, split ? start + longest : end, count);
  if (split) count = takeWords(text, end - longest, end, count);
  units[count++] = 0;
  count = takeNeighbourhood(text, start - 1, -1, count);
  units[count++] = 0;
  return hash(takeNeighbourhood(text, end, 1, count));
}

function takeWords(text: string, from: number, to: number, at: number): number {
  let count = at;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit)) units[count++] = unit;
  }
  return count;
}

function takeNeighbourhood(text: string, from: number, step: 1 | -1, at: number): number {
  const stop = Math.max(-1, Math.min(text.length, from + step * readAtMost));
  let count = at;
  for (let i = from; i !== stop && count < at + reach; i += step) {
    const unit = text.charCodeAt(i);
    if (isLineEnd(unit)) break;
    if (!isBlank(unit)) units[count++] = unit;
  }
  return count;
}

/** FNV-1a over the first units taken, in 64 bits as two halves; its prime is 2^40 + 0x1b3. */
function hash(count: number): string {
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (let i = 0; i < count; i++) {
    const mixed = low ^ units[i]!;
    // 32 × 9 bits in two steps, so that every product is a small integer.
    const lower = (mixed & 0xffff) * 0x1b3;
    const upper = (mixed >>> 16) * 0x1b3 + (lower >>> 16);
    low = (upper << 16) | (lower & 0xffff);
    high = (Math.imul(high, 0x1b3) + (upper >>> 16) + (mixed << 8)) | 0;
  }
  return hex(high) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
