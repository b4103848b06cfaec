/** Renumbers the list at the cursor: every item gets the number that its place calls for, in its own style. */
import type { Document } from '../document/document.ts';
import { renumbered } from '../document/marker-text.ts';
import type { Enumeration } from '../document/outline.ts';
import type { Edit } from '../engine/problem.ts';
import { type OutlineView, partsAt } from './outline.ts';

export interface Renumbering {
  /** The first item as it will be written, to name the list by. */
  readonly first: string;
  readonly edits: readonly Edit[];
}

/** The innermost list around an offset whose numbers are not in order; undefined when all of them are. */
export function renumberingAt(document: Document, outline: OutlineView, offset: number): Renumbering | undefined {
  for (const { node } of [...partsAt(outline, offset)].reverse()) {
    const edits = node.enumeration === undefined ? [] : renumber(document, node.enumeration);
    if (edits.length > 0) return { first: node.enumeration!.items[0]!.marker, edits };
  }
  return undefined;
}

function renumber(document: Document, { items, speech }: Enumeration): Edit[] {
  const numbered = items.filter(({ token }) => token !== undefined && token.value > 0);
  // A speech that begins in the middle goes on from somewhere; all others begin with one.
  let due = speech.midway ? (numbered[0]?.token?.value ?? 1) : 1;
  const edits: Edit[] = [];
  for (const item of numbered) {
    const edit = item.token!.value === due ? undefined : renumbered(item, document.text, due);
    if (edit !== undefined) edits.push(edit);
    due++;
  }
  return edits;
}
