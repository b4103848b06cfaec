/** 数据核对表 as flat rows, one for each relation and each figure, and what they are printed as. */
import { stringify } from 'csv-stringify/sync';
import type { Document, Figure } from '../document/document.ts';
import type { FigureToken } from '../document/figures.ts';
import type { Disagreement } from '../features/across.ts';
import { type Relation, relationsOf, type Verdict, verdictNames } from '../features/checks.ts';
import type { Span } from '../text/span.ts';
import { Lines } from './lines.ts';
import type { ViewOptions } from './views.ts';
import { clip, padEnd, padStart, widthOf } from './width.ts';

export const columns = [
  '文件',
  '行',
  '列',
  '类别',
  '关系/指标',
  '结论',
  '原文',
  '算式',
  '时期',
  '地区',
  '数值',
  '单位',
] as const;

/** A cell that is a number is one in a sheet too; texts come from drafts and are never formulas. */
export type Cell = string | number;
export type Row = readonly Cell[];

/** A draft with what it is shown as. */
export interface NamedDocument {
  readonly path: string;
  readonly document: Document;
}

/** Characters of a draft in one cell: a relation may span a long paragraph. */
const longest = 1000;
const tidy = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
const words = (document: Document, { start, end }: Span): string =>
  end - start > longest
    ? `${tidy(document.text.slice(start, start + longest))}…`
    : tidy(document.text.slice(start, end));

/** Figures that say something: 亿元 of 亿元以上项目 is none. */
const tellingFigures = (document: Document): readonly Figure[] =>
  document.figures.filter(({ token, indicator }) => !token.bare && (indicator !== '' || token.unit !== ''));

/** Exact digits; a number where a sheet's own numbers hold them. */
function amountCell({ value, upper }: FigureToken): Cell {
  if (value === null) return '';
  const digits = value.toString();
  if (upper) return `${digits}—${upper.toString()}`;
  return String(Number(digits)) === digits ? Number(digits) : digits;
}

/** The worst that a figure was found to be in. */
function verdictsOf(relations: readonly Relation[]): ReadonlyMap<number, Verdict> {
  const worst = new Map<number, Verdict>();
  const order: readonly Verdict[] = ['unsure', 'ok', 'mismatch'];
  for (const { verdict, members } of relations)
    for (const { start } of members) {
      const known = worst.get(start);
      if (known === undefined || order.indexOf(verdict) > order.indexOf(known)) worst.set(start, verdict);
    }
  return worst;
}

/** Relations first, then figures with the verdict that they came under. With `only`, relations of these verdicts alone. */
export function rowsOf({ path, document }: NamedDocument, only: readonly Verdict[]): readonly Row[] {
  const lines = new Lines(document.text);
  const relations = relationsOf(document);
  const rows: Row[] = [];
  for (const relation of relations) {
    const { name, verdict, note } = relation;
    if (only.length > 0 && !only.includes(verdict)) continue;
    const { line, column } = lines.at(relation.start);
    rows.push([
      path,
      line,
      column,
      '核对',
      name,
      verdictNames[verdict],
      words(document, relation),
      tidy(note),
      '',
      '',
      '',
      '',
    ]);
  }
  if (only.length > 0) return rows;
  const verdicts = verdictsOf(relations);
  for (const figure of tellingFigures(document)) {
    const { line, column } = lines.at(figure.start);
    const verdict = verdicts.get(figure.start);
    rows.push([
      path,
      line,
      column,
      '数据',
      tidy(figure.indicator),
      verdict === undefined ? '' : verdictNames[verdict],
      words(document, figure),
      '',
      tidy(figure.period),
      tidy(figure.place),
      amountCell(figure.token),
      figure.token.unit,
    ]);
  }
  return rows;
}

/** Values of one indicator that are told in one cell. */
const mostValues = 8;

/** Every place that drafts disagree about, those of one indicator under each other. */
export function acrossRows(drafts: readonly NamedDocument[], found: readonly Disagreement[]): readonly Row[] {
  const lines = drafts.map(({ document }) => new Lines(document.text));
  return found.flatMap(({ indicator, period, place, mentions }) => {
    const all = [...new Set(mentions.map(({ text }) => tidy(text)))];
    const values = all.slice(0, mostValues).join('≠') + (all.length > mostValues ? '≠…' : '');
    return mentions.map((mention) => {
      const { path } = drafts[mention.draft]!;
      const { line, column } = lines[mention.draft]!.at(mention.start);
      return [
        path,
        line,
        column,
        '各稿之间',
        tidy(indicator),
        verdictNames.mismatch,
        tidy(mention.text),
        values,
        tidy(period),
        tidy(place),
        amountCell(mention.figure),
        mention.figure.unit,
      ];
    });
  });
}

/** For scripts: the same with offsets. */
export function acrossJson(drafts: readonly NamedDocument[], found: readonly Disagreement[]): readonly object[] {
  const lines = drafts.map(({ document }) => new Lines(document.text));
  return found.map(({ indicator, period, place, mentions }) => ({
    indicator,
    period,
    place,
    mentions: mentions.map(({ draft, start, end, text }) => ({
      path: drafts[draft]!.path,
      start,
      end,
      ...lines[draft]!.at(start),
      text,
    })),
  }));
}

/** Lines as Excel for Windows opens them in Chinese: with a byte-order mark, and no text that it takes for a formula. */
export const csvOf = (rows: readonly Row[], mark = true): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: mark,
    escape_formulas: true,
    record_delimiter: 'windows',
  });

const markdownCell = (cell: Cell): string =>
  String(cell).replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('`', '\\`');

/** A table of Markdown. */
export function markdownOf(rows: readonly Row[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`;
  return `${line(columns)}|${columns.map(() => '---').join('|')}|\n${rows.map(line).join('')}`;
}

/** The whole number or decimal as written, exact; null where a mask is in it. */
const digits = (value: { toString(): string } | null | undefined): string | null => value?.toString() ?? null;

/** Members of a draft's entry in the JSON report. */
export function figuresJson(document: Document, only: readonly Verdict[]): Readonly<Record<string, unknown>> {
  const checks = relationsOf(document).filter(({ verdict }) => only.length === 0 || only.includes(verdict));
  const members = new Set(checks.flatMap((check) => check.members.map(({ start }) => start)));
  return {
    figures: document.figures
      .filter(({ start }) => only.length === 0 || members.has(start))
      .map(({ start, end, token, indicator, period, place }) => ({
        start,
        end,
        value: digits(token.value),
        ...(token.upper !== undefined && { upper: digits(token.upper) }),
        unit: token.unit,
        kind: token.kind,
        approximate: token.approximate,
        indicator,
        period,
        place,
      })),
    checks: checks.map(({ type, start, end, verdict, note, members: places }) => ({
      type,
      start,
      end,
      verdict,
      note,
      members: places,
    })),
  };
}

type TextOptions = Pick<ViewOptions, 'colors' | 'columns'>;

/** A table for a terminal; '' when there is nothing to show. */
export function figuresText(
  { path, document }: NamedDocument,
  only: readonly Verdict[],
  { colors, columns: width }: TextOptions,
): string {
  const { bold, dim, red, green, yellow } = colors;
  const all = relationsOf(document);
  const checks = all.filter(({ verdict }) => only.length === 0 || only.includes(verdict));
  const list = only.length === 0 ? tellingFigures(document) : [];
  if (checks.length + list.length === 0) return '';
  const lines = new Lines(document.text);
  const location = ({ start }: Span): string => {
    const { line, column } = lines.at(start);
    return `${line}:${column}`;
  };
  const wrong = all.filter(({ verdict }) => verdict === 'mismatch').length;
  let out =
    only.length === 0
      ? `${bold(path)}  数据 ${list.length} 处，核对 ${checks.length} 处，不符 ${wrong} 处\n`
      : `${bold(path)}  ${only.map((verdict) => verdictNames[verdict]).join('、')} ${checks.length} 处，共核对 ${all.length} 处\n`;
  const gutter = Math.max(0, ...checks.map((check) => widthOf(location(check))));
  const room = Math.max(30, width - 2 - gutter - 2 - 8 - 6 - 2);
  for (const check of checks) {
    const name = padEnd(verdictNames[check.verdict], 6);
    const verdict = check.verdict === 'mismatch' ? red(name) : check.verdict === 'ok' ? green(name) : yellow(name);
    const note = clip(check.note, Math.floor(room * 0.55));
    const stated = clip(words(document, check), Math.max(16, room - widthOf(note) - 2));
    out += `  ${dim(padStart(location(check), gutter))}  ${verdict}  ${check.name}  ${stated}${note === '' ? '' : `  ${dim(note)}`}\n`;
  }
  if (list.length > 0) {
    if (checks.length > 0) out += '\n';
    const places = list.map(location);
    const column = Math.max(...places.map(widthOf));
    const amount = Math.min(24, Math.max(...list.map((figure) => widthOf(words(document, figure)))));
    list.forEach((figure, i) => {
      const about = [figure.place, figure.period, figure.indicator].filter((part) => part !== '').join(' ');
      out +=
        `  ${dim(padStart(places[i]!, column))}  ${padEnd(clip(words(document, figure), amount), amount)}  ${clip(about, width - column - amount - 6)}`.trimEnd();
      out += '\n';
    });
  }
  return `${out}\n`;
}

/** What drafts disagree about, the values of one indicator under each other with their places. */
export function acrossText(
  drafts: readonly NamedDocument[],
  found: readonly Disagreement[],
  { colors, columns: width }: TextOptions,
): string {
  const { bold, dim, red } = colors;
  const lines = drafts.map(({ document }) => new Lines(document.text));
  if (found.length === 0) return `${drafts.length} 份讲稿之间没有说法不一的指标。\n`;
  let out = `${drafts.length} 份讲稿之间，同一指标数值不一的有 ${found.length} 项\n`;
  for (const { indicator, period, place, mentions } of found) {
    out += `\n${bold(indicator)}${dim([period, place].map((part) => (part === '' ? '' : `  ${part}`)).join(''))}\n`;
    const amount = Math.min(24, Math.max(...mentions.map(({ text }) => widthOf(tidy(text)))));
    for (const { draft, start, text } of mentions) {
      const { path, document } = drafts[draft]!;
      const { line, column } = lines[draft]!.at(start);
      const whole = lines[draft]!.span(start);
      const before = tidy(document.text.slice(Math.max(whole.start, start - 20), start));
      const after = tidy(document.text.slice(start + text.length, Math.min(whole.end, start + text.length + 8)));
      const at = `${path}:${line}:${column}`;
      const context = clip(`…${before}${tidy(text)}${after}`, Math.max(20, width - widthOf(at) - amount - 6));
      out += `  ${red(padEnd(clip(tidy(text), amount), amount))}  ${at}  ${dim(context)}\n`;
    }
  }
  return `${out}\n`;
}
