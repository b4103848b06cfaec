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

/** Text around a span as it is read, inside its own sentence and at most `reach` characters to each side. */
export function around(
  document: Document,
  span: Span,
  reach: number,
): { readonly before: string; readonly after: string } {
  const paragraph = document.paragraphAt(span.start);
  if (paragraph === undefined || !contains(paragraph, span)) return inRow(document.text, span, reach);
  const { reading } = paragraph.facts;
  const from = reading.reading(span.start - paragraph.start);
  const to = reading.reading(span.end - paragraph.start);
  const before = reading.written(Math.max(0, from - reach), from);
  const after = reading.written(to, Math.min(reading.text.length, to + reach));
  const closed = Math.max(...['。', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark)));
  const closes = after.search(/[。！？\n]/);
  return { before: before.slice(closed + 1).trimStart(), after: closes < 0 ? after : after.slice(0, closes) };
}

/** A row of a table is no paragraph: there the line is what is shown, cell beside cell. */
function inRow(text: string, { start, end }: Span, reach: number): { readonly before: string; readonly after: string } {
  const cells = (line: string): string => line.replaceAll('|', ' ').replace(/ +/g, ' ');
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const begins = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const closes = after.search(/[\r\n]/);
  return {
    before: cells(before.slice(begins)).trimStart(),
    after: cells(closes < 0 ? after : after.slice(0, closes)).trimEnd(),
  };
}
