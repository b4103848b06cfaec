/** From a place in a paragraph's reading to the place in the draft. */
import type { Span } from '../text/span.ts';
import type { Paragraph } from './document.ts';

export function placeOf(paragraph: Paragraph, start: number, end: number): Span {
  const span = paragraph.facts.reading.span(start, end);
  return { start: paragraph.start + span.start, end: paragraph.start + span.end };
}

/** Where a mark is put in behind the character before `offset` (so that what was cut out of the reading stays behind it); the paragraph's start for 0. */
export function insertionAt(paragraph: Paragraph, offset: number): Span {
  const at = paragraph.start + (offset === 0 ? 0 : paragraph.facts.reading.source(offset - 1) + 1);
  return { start: at, end: at };
}
