/** 待填清单: the blanks of a draft by what is missing, in the order in which each thing is first missed. */
import type { Blank, Document } from '../document/document.ts';
import { contains, type Span } from '../text/span.ts';

export interface MissingThing {
  readonly key: string;
  readonly kind: Blank['kind'];
  /** What belongs there: 姓名, 数量（个） … */
  readonly what: string;
  readonly blanks: readonly Blank[];
}

export function fillList({ blanks }: Document): readonly MissingThing[] {
  const things = new Map<string, MissingThing & { readonly blanks: Blank[] }>();
  for (const blank of blanks) {
    const thing = things.get(blank.group);
    if (thing === undefined)
      things.set(blank.group, { key: blank.group, kind: blank.kind, what: blank.what, blanks: [blank] });
    else thing.blanks.push(blank);
  }
  return [...things.values()];
}

/** The blank that holds an offset, its ends included. */
export const blankAt = ({ blanks }: Document, offset: number): Blank | undefined =>
  blanks.find(({ start, end }) => start <= offset && offset <= end);

/** Text around a span, inside its own sentence and at most `reach` characters to each side. */
export function around(
  document: Document,
  span: Span,
  reach: number,
): { readonly before: string; readonly after: string } {
  // Rows of tables are no paragraphs: there the line is what is shown.
  const found = document.paragraphAt(span.start);
  const paragraph = found !== undefined && contains(found, span) ? found : { start: 0, end: document.text.length };
  const start = Math.max(paragraph.start, span.start - reach);
  const end = Math.min(paragraph.end, span.end + reach);
  const before = document.text.slice(start, span.start);
  const after = document.text.slice(span.end, end);
  const closed = Math.max(...['。', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark)));
  const closes = after.search(/[。！？\n]/);
  return { before: before.slice(closed + 1).trimStart(), after: closes < 0 ? after : after.slice(0, closes) };
}
