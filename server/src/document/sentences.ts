import type { Span } from '../text/span.ts';

const closers = '”’"\'』」》）)】］〕';
const sentenceEnd = '。！？!?…';
const clauseEnd = `，；：,;:${sentenceEnd}`;

/** Tiles `text` with spans that end after a mark of `ends` and the closing marks that follow it. A half-width , or : between digits does not end one. */
function tile(text: string, ends: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (!ends.includes(mark)) continue;
    if ((mark === ',' || mark === ':') && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) continue;
    while (i + 1 < text.length && (closers.includes(text[i + 1]!) || ends.includes(text[i + 1]!))) i++;
    spans.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const splitSentences = (text: string): readonly Span[] => tile(text, sentenceEnd);
export const splitClauses = (text: string): readonly Span[] => tile(text, clauseEnd);
