import { CLAUSE_END, CLOSER, classOf, isDigit, SENTENCE_END } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** Tiles `text` with spans that end after a mark of the class `ends` and the closing marks that follow it. A half-width , or : between digits ends none. */
function tile(text: string, ends: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((classOf(code) & ends) === 0) continue;
    if ((code === 0x2c || code === 0x3a) && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)))
      continue;
    while (classOf(text.charCodeAt(i + 1)) & (CLOSER | ends)) i++;
    spans.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Sentences tile the text: each ends after 。！？… and the quotes or brackets that close with it. */
export const splitSentences = (text: string): readonly Span[] => tile(text, SENTENCE_END);
/** Clauses tile the text: each ends after ，；：。！？; 、 ends none. */
export const splitClauses = (text: string): readonly Span[] => tile(text, CLAUSE_END);
