/** What is coloured: markers and figures. A blank has its own mark, so it is left out, inside a figure too. */
import type { Blank, Document } from '../document/document.ts';
import { byPosition, lowerBound, type Span } from '../text/span.ts';
import { figuresOf } from './figures.ts';

export const tokenTypes = ['keyword', 'number'] as const;

export interface ColouredSpan extends Span {
  readonly type: (typeof tokenTypes)[number];
}

/** In text order, without overlaps. */
export function colouredSpans(document: Document): readonly ColouredSpan[] {
  const spans: ColouredSpan[] = [];
  for (const { kind, start, end } of document.outline.nodes)
    if (kind === 'marker' && end > start && document.text.charCodeAt(start) !== 35)
      spans.push({ start, end, type: 'keyword' });
  for (const { start, end } of figuresOf(document.paragraphs))
    if (!holdsName(document, { start, end })) spans.push({ start, end, type: 'number' });
  spans.sort(byPosition);
  return withoutOverlaps(spans, document.blanks);
}

const names: ReadonlySet<Blank['kind']> = new Set(['person', 'place', 'org']);

/** A mask that stands for a name makes no figure of the measure word behind it: 现代化*场景. */
function holdsName({ blanks }: Document, { start, end }: Span): boolean {
  const blank = blanks[lowerBound(blanks, start, (each) => each.start)];
  return blank !== undefined && blank.start < end && names.has(blank.kind);
}

function withoutOverlaps(spans: readonly ColouredSpan[], blanks: readonly Span[]): ColouredSpan[] {
  const kept: ColouredSpan[] = [];
  let next = 0;
  let done = 0;
  for (const { start, end, type } of spans) {
    let from = Math.max(start, done);
    while (next < blanks.length && blanks[next]!.end <= from) next++;
    for (let i = next; i < blanks.length && blanks[i]!.start < end; i++) {
      if (blanks[i]!.start > from) kept.push({ start: from, end: blanks[i]!.start, type });
      from = Math.max(from, blanks[i]!.end);
    }
    if (from < end) kept.push({ start: from, end, type });
    done = Math.max(done, end);
  }
  return kept;
}
