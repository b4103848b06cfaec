/** What is worth knowing of the thing under the pointer: a blank, a figure, a heading. */
import type { Document } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import { figureAt, mentionsOf, normalised, statementOf } from './figures.ts';
import { blankAt, fillList } from './fill-list.ts';
import { type OutlineView, partsAt } from './outline.ts';
import { minutes } from './wording.ts';

export interface Hover {
  readonly span: Span;
  /** Lines of plain text; the first is a title. */
  readonly lines: readonly string[];
  /** Other places of the same thing. */
  readonly places: readonly Span[];
  /** Key of the missing thing, when the pointer is on a blank. */
  readonly blank?: string;
}

export function hoverAt(document: Document, outline: OutlineView, offset: number): Hover | undefined {
  return overBlank(document, offset) ?? overFigure(document, offset) ?? overHeading(outline, offset);
}

function overBlank(document: Document, offset: number): Hover | undefined {
  const blank = blankAt(document, offset);
  if (blank === undefined) return undefined;
  const all = fillList(document).find(({ key }) => key === blank.group)?.blanks ?? [];
  const places = all.filter((each) => each !== blank);
  const lines = [`待填：${blank.what}`];
  if (places.length > 0) lines.push(`同一项共 ${all.length} 处，可以一次填写。`);
  return { span: { start: blank.start, end: blank.end }, lines, places, blank: blank.group };
}

function overFigure(document: Document, offset: number): Hover | undefined {
  const figure = figureAt(document, offset);
  if (figure === undefined) return undefined;
  const said = statementOf(figure);
  const lines: string[] = [];
  const value = normalised(document, figure);
  if (value !== undefined) lines.push(`${document.slice(figure)} = ${value}`);
  if (said?.indicator) {
    const context = [said.period, said.place, said.target ? '目标' : ''].filter((each) => each !== '').join('，');
    lines.push(`指标：${said.indicator}${context === '' ? '' : `（${context}）`}`);
  }
  const places = mentionsOf(document, figure).filter(({ start }) => start !== figure.start);
  if (places.length > 0) lines.push(`文中另有 ${places.length} 处`);
  return lines.length === 0 ? undefined : { span: { start: figure.start, end: figure.end }, lines, places };
}

function overHeading(outline: OutlineView, offset: number): Hover | undefined {
  const part = partsAt(outline, offset).findLast(({ heading }) => heading.start <= offset && offset <= heading.end);
  if (part === undefined) return undefined;
  const whole = outline.length.characters;
  const share = whole === 0 ? 0 : Math.round((part.characters * 100) / whole);
  const lines = [
    `${part.node.marker}${part.node.title}`,
    `${part.characters} 字，占全文 ${share}%，${minutes(part.seconds)}`,
  ];
  return { span: part.heading, lines, places: [] };
}
