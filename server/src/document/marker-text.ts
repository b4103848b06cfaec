import { formatHanInteger } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { OutlineNode } from './outline.ts';

const circled = (value: number): string | undefined =>
  value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : undefined;

/** Source span of the number inside a node's marker and that number as `value` would be written there; undefined where the marker has no number. */
export function renumbered(
  node: OutlineNode,
  source: string,
  value: number,
): (Span & { readonly text: string }) | undefined {
  const marker = source.slice(node.start, node.end);
  // Of 1.2 the last number is the item's.
  const number = /(?<=[.．])\d{1,2}(?=\D*$)|[零〇一二三四五六七八九十百]+|\d+(?![.．]\d)|[０-９]+|[①-⑳]/.exec(marker);
  if (number === null || node.token === undefined || node.token.value <= 0) return undefined;
  const old = number[0];
  const text = /^\d/.test(old)
    ? String(value)
    : /^[０-９]/.test(old)
      ? String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))
      : /^[①-⑳]/.test(old)
        ? circled(value)
        : formatHanInteger(value);
  if (text === undefined) return undefined;
  const start = node.start + number.index;
  return { start, end: start + old.length, text };
}
