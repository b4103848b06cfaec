/** The words of a finding with those around them, on one line. */
import type { Span } from '../text/span.ts';
import { fitEnd, fitStart, widthOf } from './width.ts';

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

/** At most `columns` wide in all. `line` bounds the context; the words themselves may run over several lines. */
export function excerpt(text: string, span: Span, line: Span, columns: number): Excerpt {
  let words =
    span.end - span.start > 2 * reach
      ? `${text.slice(span.start, span.start + reach)} ${text.slice(span.end - reach, span.end)}`
      : text.slice(span.start, span.end);
  words = tidy(words);
  const most = Math.max(12, Math.floor(columns * 0.6));
  if (widthOf(words) > most || span.end - span.start > 2 * reach)
    words = `${fitStart(words, Math.floor(most * 0.6))}…${fitEnd(words, Math.floor(most * 0.4) - 1)}`;
  const left = tidy(text.slice(Math.max(line.start, span.start - reach), span.start)).trimStart();
  const right = tidy(text.slice(span.end, Math.min(Math.max(line.end, span.end), span.end + reach))).trimEnd();
  const room = columns - widthOf(words);
  const leftWidth = widthOf(left);
  const rightWidth = widthOf(right);
  // What one side does not need is the other's.
  const leftRoom = Math.max(Math.floor(room / 2), room - rightWidth);
  const rightRoom = Math.max(room - Math.min(leftWidth, leftRoom), 0);
  return {
    before: leftWidth <= leftRoom && span.start - reach <= line.start ? left : `…${fitEnd(left, leftRoom - 1)}`,
    words,
    after: rightWidth <= rightRoom && span.end + reach >= line.end ? right : `${fitStart(right, rightRoom - 1)}…`,
  };
}
