/**
 * What may come next at the cursor: the marker that is due in each list that is open there, the draft's own blanks, the office's words.
 * Nothing is offered for what is being written otherwise: a list that pops up takes the Enter key from the writer.
 */
import type { Document } from '../document/document.ts';
import { renumbered } from '../document/marker-text.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import { CLAUSE_END, classOf, isSpace, OPENER } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { ledgerNotes, ledgerText, noteAt } from './ledger.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** What is replaced: what has been typed of it. */
  readonly span: Span;
  readonly kind: 'marker' | 'blank' | 'term';
}

/** Characters looked at before the cursor. */
const reach = 12;

/** Best first. `terms`: words that the office wants said; `ledger`: its own figures. */
export function completionsAt(
  document: Document,
  offset: number,
  terms: readonly string[] = [],
  ledger: readonly LedgerLine[] = [],
): readonly Completion[] {
  // Inside a blank that the ledger can fill, nothing else is meant.
  const told = noteAt(ledgerNotes(document, ledger), offset);
  if (told?.blank === true && told.numeral.start <= offset && offset <= told.numeral.end)
    return [{ label: told.value, detail: ledgerText(told), kind: 'blank', span: told.numeral }];
  const start = boundaryBefore(document.text, offset);
  const typed = document.text.slice(start, offset);
  const found = new Map<string, Completion>();
  const add = (label: string, detail: string, kind: Completion['kind'], span: Span): void => {
    const written = document.text.slice(span.start, span.end);
    if (label.startsWith(written) && label !== written && !found.has(label))
      found.set(label, { label, detail, kind, span });
  };
  const whole = { start, end: offset };
  for (const node of openItems(document, start)) {
    const marker = nextMarker(document, node);
    if (marker !== undefined) add(marker, `接“${node.marker}”`, 'marker', whole);
  }
  if (typed === '') return [...found.values()];
  for (const { token, paragraph, what } of document.blanks) {
    const { start: from, end } = paragraph.facts.reading.span(token.phrase.start, token.phrase.end);
    const phrase = document.text.slice(paragraph.start + from, paragraph.start + end);
    // Only once its mask has been begun.
    const at = beginning(typed, phrase);
    if (at > 0 && phrase.length <= reach) add(phrase, `待填：${what}`, 'blank', { start: offset - at, end: offset });
  }
  for (const term of terms) {
    const at = beginning(typed, term);
    if (at >= 2) add(term, '本单位用语', 'term', { start: offset - at, end: offset });
  }
  return [...found.values()];
}

/** How many characters of `word` stand at the end of `typed`. */
function beginning(typed: string, word: string): number {
  for (let length = Math.min(typed.length, word.length - 1); length > 0; length--)
    if (typed.endsWith(word.slice(0, length))) return length;
  return 0;
}

/** Offset after the last mark or blank before the cursor, where a marker may begin. */
function boundaryBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < reach) {
    const unit = text.charCodeAt(start - 1);
    if (isSpace(unit) || (classOf(unit) & CLAUSE_END) !== 0) break;
    // （ and “ begin something of their own, which may be a marker.
    if ((classOf(unit) & OPENER) !== 0) return start - 1;
    start--;
  }
  return start;
}

/** The last item before the cursor in each list that is open there, innermost first. */
function* openItems(document: Document, offset: number): Generator<OutlineNode> {
  let last: OutlineNode | undefined;
  for (const node of document.outline.nodes) {
    if (node.end > offset) break;
    last = node;
  }
  for (let node = last; node !== undefined; node = node.parent) if (node.kind === 'marker') yield node;
}

function nextMarker(document: Document, node: OutlineNode): string | undefined {
  const next = node.token === undefined ? undefined : renumbered(node, document.text, node.token.value + 1);
  if (next === undefined) return undefined;
  const { text } = document;
  return text.slice(node.start, next.start) + next.text + text.slice(next.end, node.end);
}
