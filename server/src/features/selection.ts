/** What grows around the cursor: word › clause › sentence › paragraph › the parts of the outline › everything. */
import type { Document, Paragraph } from '../document/document.ts';
import { contains, type Span } from '../text/span.ts';
import { type OutlineView, partsAt } from './outline.ts';

let words: Intl.Segmenter | undefined;

/** Spans around an offset, innermost first, each inside the next and longer than it. */
export function selectionsAt(document: Document, outline: OutlineView, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const add = (span: Span): void => {
    const inner = spans.at(-1) ?? { start: offset, end: offset };
    if (contains(span, inner) && span.end - span.start > inner.end - inner.start) spans.push(span);
  };
  const paragraph = document.paragraphAt(offset);
  if (paragraph !== undefined && offset <= paragraph.end) {
    const { facts } = paragraph;
    const at = facts.reading.reading(offset - paragraph.start);
    const inSource = ({ start, end }: Span): Span => absolute(paragraph, trimmed(facts.reading.text, start, end));
    const clause = around(facts.clauses, at);
    if (clause !== undefined) {
      const word = wordAt(facts.reading.text, clause, at);
      if (word !== undefined) add(inSource(word));
      add(inSource(clause));
    }
    const sentence = around(facts.sentences, at);
    if (sentence !== undefined) add(inSource(sentence));
    add({ start: paragraph.start, end: paragraph.end });
  }
  for (const { span } of [...partsAt(outline, offset)].reverse()) add(span);
  add({ start: 0, end: document.text.length });
  return spans;
}

const around = (spans: readonly Span[], at: number): Span | undefined =>
  spans.find(({ start, end }) => start <= at && at < end) ?? spans.findLast(({ end }) => end === at);

function absolute(paragraph: Paragraph, { start, end }: Span): Span {
  const span = paragraph.facts.reading.span(start, end);
  return { start: paragraph.start + span.start, end: paragraph.start + span.end };
}

/** Without the mark that ends it, which belongs to no selection of words. */
function trimmed(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start + 1 && '。！？；，：,;: '.includes(text[last - 1]!)) last--;
  return { start, end: last };
}

function wordAt(text: string, clause: Span, at: number): Span | undefined {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { index, segment, isWordLike } of words.segment(text.slice(clause.start, clause.end))) {
    const start = clause.start + index;
    if (start <= at && at < start + segment.length)
      return isWordLike ? { start, end: start + segment.length } : undefined;
  }
  return undefined;
}
