/** What is worth knowing of the thing under the pointer: a blank, a figure, a heading. */
import type { Document } from '../document/document.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import type { Span } from '../text/span.ts';
import { relationsAt, verdictNames } from './checks.ts';
import { figureAt, mentionsOf, normalised, statementOf } from './figures.ts';
import { blankAt, fillList } from './fill-list.ts';
import { ledgerNotes, ledgerText, noteAt } from './ledger.ts';
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

/** `ledger`: the office's own figures. */
export function hoverAt(
  document: Document,
  outline: OutlineView,
  offset: number,
  ledger: readonly LedgerLine[] = [],
): Hover | undefined {
  const told = noteAt(ledgerNotes(document, ledger), offset);
  const known = told === undefined ? [] : [ledgerText(told)];
  return (
    overBlank(document, offset, known) ??
    overFigure(document, offset, known) ??
    overAnnouncement(document, offset) ??
    overHeading(outline, offset)
  );
}

/** Relations told of one figure. */
const mostRelations = 4;

/** What was reckoned with the thing at an offset, and how it came out. */
function checkedWith(document: Document, offset: number): readonly string[] {
  const relations = relationsAt(document, offset);
  const lines = relations
    .slice(0, mostRelations)
    .map(({ name, verdict, note }) => `${name}${verdictNames[verdict]}${note === '' ? '' : `：${note}`}`);
  if (relations.length > lines.length) lines.push(`另有核对 ${relations.length - lines.length} 处`);
  return lines;
}

function overBlank(document: Document, offset: number, known: readonly string[]): Hover | undefined {
  const blank = blankAt(document, offset);
  if (blank === undefined) return undefined;
  const all = fillList(document).find(({ key }) => key === blank.group)?.blanks ?? [];
  const places = all.filter((each) => each !== blank);
  const lines = [`待填：${blank.what}`];
  if (places.length > 0) lines.push(`同一项共 ${all.length} 处，可以一次填写。`);
  lines.push(...known);
  return { span: { start: blank.start, end: blank.end }, lines, places, blank: blank.group };
}

function overFigure(document: Document, offset: number, known: readonly string[]): Hover | undefined {
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
  lines.push(...checkedWith(document, offset), ...known);
  const places = mentionsOf(document, figure).filter(({ start }) => start !== figure.start);
  if (places.length > 0) lines.push(`文中另有 ${places.length} 处`);
  return lines.length === 0 ? undefined : { span: { start: figure.start, end: figure.end }, lines, places };
}

/** 两点意见: a count is no figure everywhere, and yet it was checked. */
function overAnnouncement(document: Document, offset: number): Hover | undefined {
  const count = document.counts.find(({ start, end }) => start <= offset && offset <= end);
  if (count === undefined) return undefined;
  const lines = checkedWith(document, offset);
  return lines.length === 0 ? undefined : { span: { start: count.start, end: count.end }, lines, places: [] };
}

function overHeading(outline: OutlineView, offset: number): Hover | undefined {
  const part = partsAt(outline, offset).findLast(({ heading }) => heading.start <= offset && offset <= heading.end);
  if (part === undefined) return undefined;
  const whole = outline.length.characters;
  const share = whole === 0 ? 0 : Math.round((part.characters * 100) / whole);
  const lines = [
    `${part.node.written.marker}${part.node.written.title}`,
    `${part.characters} 字，占全文 ${share}%，${minutes(part.seconds)}`,
  ];
  return { span: part.heading, lines, places: [] };
}
