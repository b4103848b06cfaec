import { CLAUSE_END, CLOSER, classOf, isDigit, SENTENCE_END } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { ParagraphFacts } from './facts.ts';

/** Tiles the reading with spans that end after a mark of the class `ends` and the closing marks that follow it. A half-width , or : between digits ends none. */
function tile(facts: ParagraphFacts, ends: number): Span[] {
  const { text } = facts.reading;
  const { others } = facts.walk;
  const spans: Span[] = [];
  let start = 0;
  for (let k = 0; k < others.length; k++) {
    let i = others[k]!;
    if (i < start) continue;
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

/** Sentences tile the reading: each ends after 。！？… and the quotes or brackets that close with it. */
export const splitSentences = (facts: ParagraphFacts): readonly Span[] => tile(facts, SENTENCE_END);
/** Clauses tile the reading: each ends after ，；：。！？; 、 ends none. */
export const splitClauses = (facts: ParagraphFacts): readonly Span[] => tile(facts, CLAUSE_END);
