/** The words of a finding with those around them, on one line. */
import type { Span } from '../text/span.ts';
import { fitEnd, fitStart, padStart, widthOf } from './width.ts';

export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Control characters, line ends and runs of blanks become one space; what has no width is left out. */
const tidy = (text: string): string =>
  text.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

/** Characters read on either side: far more than any terminal is wide. */
const reach = 200;

/**
 * At most `columns` wide in all. `line` bounds the context; the words themselves may run over several lines.
 * With `left`, what stands before fills just so many columns: excerpts under each other have their words in one column, as in a concordance.
 */
export function excerpt(text: string, span: Span, line: Span, columns: number, left?: number): Excerpt {
  let words =
    span.end - span.start > 2 * reach
      ? `${text.slice(span.start, span.start + reach)} ${text.slice(span.end - reach, span.end)}`
      : text.slice(span.start, span.end);
  words = tidy(words);
  const most = Math.max(12, Math.floor(columns * 0.6));
  if (widthOf(words) > most || span.end - span.start > 2 * reach)
    words = `${fitStart(words, Math.floor(most * 0.6))}…${fitEnd(words, Math.floor(most * 0.4) - 1)}`;
  const before = tidy(text.slice(Math.max(line.start, span.start - reach), span.start)).trimStart();
  const after = tidy(text.slice(span.end, Math.min(Math.max(line.end, span.end), span.end + reach))).trimEnd();
  const room = columns - widthOf(words);
  const afterWidth = widthOf(after);
  // What one side does not need is the other's.
  const leftRoom = left ?? Math.max(Math.floor(room / 2), room - afterWidth);
  const beforeShown =
    widthOf(before) <= leftRoom && span.start - reach <= line.start ? before : `…${fitEnd(before, leftRoom - 1)}`;
  const rightRoom = Math.max(room - (left ?? widthOf(beforeShown)), 0);
  return {
    before: left === undefined ? beforeShown : padStart(beforeShown, left),
    words,
    after: afterWidth <= rightRoom && span.end + reach >= line.end ? after : `${fitStart(after, rightRoom - 1)}…`,
  };
}
