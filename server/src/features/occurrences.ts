/** Every place of the thing under the cursor: a blank's group, a figure that is given again, the members of a relation. */
import type { Document } from '../document/document.ts';
import { byPosition, type Span } from '../text/span.ts';
import { partsOf, relationsAt } from './checks.ts';
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

export interface Highlight extends Span {
  /** The thing itself in another place, or what it was checked with. */
  readonly kind: 'same' | 'checked';
}

/** Every place of the thing under the cursor and of what it was checked with, in text order. */
export function highlightsAt(document: Document, offset: number): readonly Highlight[] {
  const places = new Map<number, Highlight>();
  for (const { start, end } of occurrencesAt(document, offset)) places.set(start, { start, end, kind: 'same' });
  for (const relation of relationsAt(document, offset)) {
    const parts = partsOf(relation);
    if (parts.length > 1)
      for (const { start, end } of parts) if (!places.has(start)) places.set(start, { start, end, kind: 'checked' });
  }
  let reached = -1;
  return [...places.values()].sort(byPosition).filter(({ start, end }) => {
    const apart = start >= reached;
    if (apart) reached = end;
    return apart;
  });
}
