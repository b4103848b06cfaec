/** Every place of the thing under the cursor: a blank's group, a figure that is given again. */
import type { Document } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import { figureAt, mentionsOf } from './figures.ts';
import { blankAt } from './fill-list.ts';

/** In text order; nothing when the cursor is on neither, or on a figure that stands once. */
export function occurrencesAt(document: Document, offset: number): readonly Span[] {
  const blank = blankAt(document, offset);
  if (blank !== undefined) return document.blanks.filter(({ group }) => group === blank.group);
  const figure = figureAt(document, offset);
  if (figure === undefined) return [];
  const mentions = mentionsOf(document, figure);
  return mentions.length > 1 ? mentions : [];
}
