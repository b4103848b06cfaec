/**
 * 项目530项，总投资2944亿元，…，其中：在建185项，总投资1330亿元，…；新开工157项，总投资506亿元，…；预备188项，总投资1108亿元，…: rows between semicolons that part several
 * wholes at once. Where one column makes its whole nothing is left out, and the others make theirs.
 */
import { lowerBound } from '../../../text/span.ts';
import { type Claim, claim, digitsLike, type Passage, quantity, standsForItself } from '../passage.ts';
import { digitsOf, slipped } from '../slips.ts';
import { exactTotal, fits, longestList, note, type Part } from './parts.ts';

const opening = /其中[：:，,]?|[分看][，,：:]/g;
/** How far before the rows their wholes may stand, in characters. */
const reach = 240;
const fewest = 2;
/** A column of so many digits does not make its whole by chance. */
const digits = 3;

/** Rows of more are read from a table. */
const mostFigures = 120;

interface Column {
  /** What its amounts are called in every row; '' of what the rows are. */
  readonly name: string;
  readonly parts: readonly Part[];
}

export function* tables(p: Passage): Generator<Claim> {
  if (p.list.length < 6 || !/[；;]/.test(p.text)) return;
  opening.lastIndex = 0;
  for (let m = opening.exec(p.text); m !== null; m = opening.exec(p.text)) {
    const columns = columnsFrom(p, m.index + m[0].length);
    if (columns.length < fewest) continue;
    const found = columns
      .map((column) => ({ ...column, ...wholeOf(p, m!.index, column) }))
      .filter((x): x is typeof x & { whole: number } => x.whole !== undefined);
    const proven = found.some((x) => x.right && digitsOf(p.figure(x.whole)) >= digits);
    if (!proven) continue;
    for (const { parts, whole, right } of found) {
      const f = p.figure(whole);
      if (!right && !slipped(parts, f, 0)) continue;
      const members = [f, ...parts.map((x) => x.figure)];
      const told = digitsLike(exactTotal(parts, parts.length), f);
      yield claim('sum', right ? 'ok' : 'mismatch', members, f, () => note(parts, parts.length, f), f, told);
    }
  }
}

/** What an amount is called: 总投资 of `，总投资`; '' where it tells how many of what the row is. */
const named = (p: Passage, j: number): string =>
  p.figure(j).dimension === 'things' || p.figure(j).base === '人'
    ? ''
    : (/[\u4e00-\u9fa5]+$/.exec(p.lead(j).replace(/累计|共|已|[为达]到?$/g, ''))?.[0] ?? '');

/** The columns of the rows behind an offset, up to the end of their sentence; only what every row has once. */
function columnsFrom(p: Passage, offset: number): readonly Column[] {
  const first = lowerBound(p.list, offset, (s) => s.figure.start);
  const table: Map<string, Part[]>[] = [new Map()];
  for (let j = first; j < p.list.length && p.same(first, j); j++) {
    if (j - first > mostFigures) return [];
    if (j > first && /[；;]/.test(p.between(j - 1, j))) table.push(new Map());
    if (table.length > longestList) return [];
    const figure = p.figure(j);
    if (!quantity(figure) || !standsForItself(p, j) || figure.value === null || figure.approximate) continue;
    const key = `${figure.base}|${named(p, j)}`;
    const row = table[table.length - 1]!;
    const part: Part = { figure, label: p.lead(j), times: 1 };
    const before = row.get(key);
    // of two in one row the first is what the row is
    if (before === undefined) row.set(key, [part]);
    else if (!key.endsWith('|')) before.push(part);
  }
  if (table.length < fewest) return [];
  const columns: Column[] = [];
  for (const [key, parts] of table[0]!) {
    if (!table.every((row) => row.get(key)?.length === 1)) continue;
    columns.push({
      name: key.slice(key.indexOf('|') + 1),
      parts: [parts[0]!, ...table.slice(1).map((row) => row.get(key)![0]!)],
    });
  }
  return columns;
}

/** The amount before the rows that a column parts: one that it makes, or else the nearest of its name. */
function wholeOf(
  p: Passage,
  at: number,
  { name, parts }: Column,
): { readonly whole?: number; readonly right: boolean } {
  const { base } = parts[0]!.figure;
  let nearest: number | undefined;
  for (let k = lowerBound(p.list, at, (s) => s.figure.start) - 1; k >= 0; k--) {
    const f = p.figure(k);
    if (at - f.end > reach) break;
    if (f.base !== base || !standsForItself(p, k) || f.value === null || f.approximate) continue;
    if (name !== '' && !sameName(named(p, k), name)) continue;
    if (fits(f, parts, parts.length)) return { whole: k, right: true };
    nearest ??= k;
  }
  return nearest === undefined ? { right: false } : { whole: nearest, right: false };
}

const sameName = (a: string, b: string): boolean => a !== '' && (a.endsWith(b) || b.endsWith(a));
