/**
 * A sheet of figures (数据台账) as a layer of configuration: `.csv`, `.tsv` and `.yaml` become `{ "ledger": […] }` with every cell at its place, so that
 * what is wrong in a sheet is reported at its row and column like anything wrong in `jianggao.json`. A sheet is read, never executed.
 */
import type { JsonNode, LoadedConfiguration } from '../engine/configuration.ts';
import type { IsFigure } from '../engine/ledger-lines.ts';
import type { Span } from '../text/span.ts';

/** Column names, in Chinese or English, and the members of a ledger's line that they mean. */
const columns: Readonly<Record<string, readonly string[]>> = {
  indicator: ['指标', '指标名称', '项目', '名称', 'indicator', 'name'],
  period: ['时期', '期间', '时间', '年份', '年度', 'period', 'year', 'time'],
  place: ['地方', '地区', '区域', '范围', 'place', 'region', 'area'],
  value: ['数值', '数据', '数', '值', '完成数', '实际数', 'value', 'figure'],
  unit: ['单位', '计量单位', 'unit'],
  source: ['来源', '出处', '数据来源', '依据', 'source'],
};
const memberOf = new Map<string, string>();
for (const [member, names] of Object.entries(columns)) for (const name of names) memberOf.set(name, member);

export const isSheet = (file: string): boolean => /\.(?:csv|tsv|ya?ml)$/i.test(file);
export const isWorkbook = (file: string): boolean => /\.xlsx$/i.test(file);

/** YAML takes a hundred times as long to read as a table; a ledger of this length is none that anybody keeps by hand. */
const largestYaml = 5_000_000;

interface Cell extends Span {
  readonly text: string;
  /** Row and column of a workbook's cell, which has no place in a text. */
  readonly where?: string;
}
type Fault = Span & { readonly message: string };

/** The sheet in `text`, as the configuration reads it. */
export function parseSheet(
  text: string,
  file: string,
  isFigure: IsFigure,
): Pick<LoadedConfiguration, 'root' | 'problems'> {
  return /\.ya?ml$/i.test(file)
    ? parseYaml(text, isFigure)
    : parseTable(text, /\.tsv$/i.test(file) ? '\t' : ',', isFigure);
}

/** A workbook's first sheet; its faults name row and column. */
export function parseWorkbook(
  rows: readonly (readonly string[])[],
  isFigure: IsFigure,
): Pick<LoadedConfiguration, 'root' | 'problems'> {
  return table(
    rows.map((row, r) =>
      row.map((text, c) => ({ start: 0, end: 0, text: text.trim(), where: `第${r + 1}行第${c + 1}列：` })),
    ),
    [],
    isFigure,
  );
}

function parseTable(
  text: string,
  separator: string,
  isFigure: IsFigure,
): Pick<LoadedConfiguration, 'root' | 'problems'> {
  const problems: Fault[] = [];
  return table(cellsOf(text, separator, problems), problems, isFigure);
}

function table(
  all: readonly (readonly Cell[])[],
  problems: Fault[],
  isFigure: IsFigure,
): Pick<LoadedConfiguration, 'root' | 'problems'> {
  const rows = all.filter((row) => row.some((cell) => cell.text !== ''));
  const [header, ...body] = rows;
  if (header === undefined) return { root: tree([], isFigure), problems };
  const members = header.map((cell) => memberOf.get(cell.text.toLowerCase()));
  for (const name of ['indicator', 'period', 'value'])
    if (!members.includes(name)) {
      problems.push({
        ...spanOf(header),
        message: `表头里没有“${columns[name]![0]}”一列（也可以写作 ${columns[name]!.slice(1).join('、')}）。`,
      });
    }
  if (problems.length > 0) return { problems };
  const lines = body.map((row) =>
    row.flatMap((cell, i) => (members[i] === undefined || cell.text === '' ? [] : [[members[i], cell] as const])),
  );
  return { root: tree(lines, isFigure, problems), problems };
}

const spanOf = (row: readonly Cell[]): Span => ({ start: row[0]?.start ?? 0, end: row[row.length - 1]?.end ?? 0 });

/**
 * Rows of a table: fields between separators, in double quotes where they hold one (RFC 4180). Read here and not by a package, since none says where
 * in the text a field stands, and a fault is shown at its field; the tests hold it against one (csv-parse).
 */
function cellsOf(text: string, separator: string, problems: Fault[]): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length) {
    const start = at;
    let value = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          problems.push({ start, end: text.length, message: '这一格的双引号没有配对。' });
          value += text.slice(at);
          at = text.length;
          break;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') value += text[at++];
    row.push({ start, end: at, text: value.trim() });
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A list of flat records: `- 指标: 一般公共预算收入` and the members under it. */
function parseYaml(text: string, isFigure: IsFigure): Pick<LoadedConfiguration, 'root' | 'problems'> {
  if (text.length > largestYaml) {
    const message = '超过 500 万字的台账请存成 .csv 或 .xlsx。';
    return { root: tree([], isFigure), problems: [{ start: 0, end: 1, message }] };
  }
  // loaded with the first sheet of its kind: few offices have one
  const { readYaml } = require('./yaml-records.ts') as typeof import('./yaml-records.ts');
  const { records, problems: found } = readYaml(text);
  const problems: Fault[] = [...found];
  const lines = records.map((record) =>
    record.flatMap(({ key, value }): (readonly [string, Cell])[] => {
      const member = memberOf.get(key.text.toLowerCase());
      if (member !== undefined) return value.text === '' ? [] : [[member, value]];
      const known = Object.values(columns).map(([name]) => name);
      problems.push({
        start: key.start,
        end: key.end,
        message: `没有叫“${key.text}”的项；可用的是${known.join('、')}。`,
      });
      return [];
    }),
  );
  return { root: tree(lines, isFigure, problems), problems };
}

/** `{ "ledger": [ { "indicator": …, … } ] }` with the places of the cells. A value that is no figure is a fault at its cell. */
function tree(
  lines: readonly (readonly (readonly [string | undefined, Cell])[])[],
  isFigure: IsFigure,
  problems: Fault[] = [],
): JsonNode {
  const records: JsonNode[] = [];
  for (const line of lines) {
    const told = Object.fromEntries(line.map(([name, cell]) => [name, cell.text]));
    const value = line.find(([name]) => name === 'value')?.[1];
    if (
      value !== undefined &&
      !isFigure({ indicator: '', period: '', value: value.text, ...(told.unit && { unit: told.unit }) })
    )
      problems.push({
        start: value.start,
        end: value.end,
        message: `${value.where ?? ''}“${value.text}${told.unit ?? ''}”不是一个带单位的数。`,
      });
    const first = line[0]?.[1].start ?? 0;
    const last = line[line.length - 1]?.[1].end ?? first;
    records.push({
      type: 'object',
      offset: first,
      length: last - first,
      children: line.map(([name, cell]) =>
        property(name!, { type: 'string', value: cell.text, offset: cell.start, length: cell.end - cell.start }),
      ),
    });
  }
  const end = records[records.length - 1];
  const list: JsonNode = {
    type: 'array',
    offset: 0,
    length: end === undefined ? 0 : end.offset + end.length,
    children: records,
  };
  return { type: 'object', offset: 0, length: list.length, children: [property('ledger', list)] };
}

const property = (name: string, value: JsonNode): JsonNode => ({
  type: 'property',
  offset: value.offset,
  length: value.length,
  children: [{ type: 'string', value: name, offset: value.offset, length: 0 }, value],
});
