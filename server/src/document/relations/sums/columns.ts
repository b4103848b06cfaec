/** 项目128个，计划投资115亿元。其中，产业类62个，投资58亿元；基础类38个，投资41亿元；民生类28个，投资16亿元: a list that parts two wholes at once. */

import { lowerBound } from '../../../text/span.ts';
import { type Claim, claim, digitsLike, type Passage, standsForItself } from '../passage.ts';
import { slipped } from '../slips.ts';
import { exactTotal, fits, longestList, note, type Part } from './parts.ts';

const opening = /其中[：:，,]?/g;
/** How far before 其中 its wholes may stand, in characters. */
const reach = 160;

/** Finds the one of two columns that differs from its whole where the other makes its own: then nothing is left out. */
export function* columns(p: Passage): Generator<Claim> {
  if (p.list.length < 6 || !p.text.includes('其中')) return;
  opening.lastIndex = 0;
  for (let m = opening.exec(p.text); m !== null; m = opening.exec(p.text)) {
    const table = tableFrom(p, m.index + m[0].length);
    if (table === undefined) continue;
    const [one, other] = table.map((parts) => columnOf(p, m!.index, parts));
    if (one === undefined || other === undefined || one.right === other.right) continue;
    const wrong = one.right ? other : one;
    const whole = p.figure(wrong.whole);
    const { parts } = wrong;
    if (!slipped(parts, whole, 0)) continue;
    const members = [whole, ...parts.map((x) => x.figure)];
    const digits = digitsLike(exactTotal(parts, parts.length), whole);
    yield claim('sum', 'mismatch', members, whole, () => note(parts, parts.length, whole), whole, digits);
  }
}

/** The amounts behind an offset in two columns, up to the end of their sentence: each row has one of both, in one order. */
function tableFrom(p: Passage, offset: number): readonly [readonly Part[], readonly Part[]] | undefined {
  const i = lowerBound(p.list, offset, (s) => s.figure.start);
  const rows: [Part[], Part[]] = [[], []];
  for (let j = i; j < p.list.length && p.same(i, j); j++) {
    const figure = p.figure(j);
    const column = (j - i) % 2;
    const { base } = rows[column]![0]?.figure ?? figure;
    if (!standsForItself(p, j) || figure.value === null || figure.approximate || figure.base !== base) return undefined;
    if (rows[column]!.length === longestList) return undefined;
    rows[column]!.push({ figure, label: p.lead(j), times: 1 });
  }
  const [a, b] = rows;
  if (a.length < 2 || a.length !== b.length) return undefined;
  return a[0]!.figure.base === b[0]!.figure.base ? undefined : rows;
}

interface Column {
  readonly parts: readonly Part[];
  /** Index of its whole. */
  readonly whole: number;
  readonly right: boolean;
}

/** A column with the amount before 其中 that it makes, or else the nearest. */
function columnOf(p: Passage, at: number, parts: readonly Part[]): Column | undefined {
  const { base, start } = parts[0]!.figure;
  let nearest = -1;
  for (let k = lowerBound(p.list, start, (s) => s.figure.start) - 1; k >= 0; k--) {
    const f = p.figure(k);
    if (at - f.end > reach) break;
    if (f.end > at || f.base !== base) continue;
    if (!standsForItself(p, k) || f.value === null || f.approximate) continue;
    if (fits(f, parts, parts.length)) return { parts, whole: k, right: true };
    if (nearest < 0) nearest = k;
  }
  return nearest < 0 ? undefined : { parts, whole: nearest, right: false };
}
