/** 共86人，分三期，第一期30人，第二期28人，第三期28人: parts that are counted off, as many as were announced. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import type { Statement } from '../../statements.ts';
import { type Claim, claim, digitsLike, type Passage, quantity, standsForItself } from '../passage.ts';
import { slipped } from '../slips.ts';
import { fits, note, type Part } from './parts.ts';

const most = 12;

export function* ordinalParts(p: Passage): Generator<Claim> {
  if (!p.text.includes('第一') && !p.text.includes('第1')) return;
  for (let k = 0; k < p.figures.length; k++) {
    if (numberOf(p, k) !== 1) continue;
    const parts = partsFrom(p, k);
    if (parts.length < 2) continue;
    const found = wholeOf(p, parts, p.figures[k]!);
    if (found !== undefined) yield found;
    k = parts[parts.length - 1]!.index;
  }
}

/** 第一期, 第2批: its number; 0 where that figure counts nothing off. */
function numberOf(p: Passage, k: number): number {
  const f = p.figures[k]!;
  if (f.kind !== 'ordinal' && f.kind !== 'session') return 0;
  return p.text[f.start] === '第' && f.value !== null && f.value.exponent === 0 && f.value.coefficient <= most
    ? Number(f.value.coefficient)
    : 0;
}

/** What counts off: 期 of 第一期, 组 of 第一组. */
const counterOf = (p: Passage, k: number): string => {
  const { end, unit } = p.figures[k]!;
  return unit === '' ? (p.text[end] ?? '') : unit;
};

/** The amounts behind 第一期, 第二期 …, one for each, all of one unit. */
function partsFrom(p: Passage, first: number): readonly Statement[] {
  const parts: Statement[] = [];
  const counter = counterOf(p, first);
  for (let k = first, next = p.list.findIndex((s) => s.index > first); parts.length < most; ) {
    const part = p.list[next];
    if (part === undefined || part.index !== k + 1 || !quantity(part.figure) || !standsForItself(p, next)) break;
    if (part.figure.value === null || (parts.length > 0 && part.figure.base !== parts[0]!.figure.base)) break;
    if (numberOf(p, k) !== parts.length + 1 || counterOf(p, k) !== counter) break;
    if (/[。]/.test(p.text.slice(parts[parts.length - 1]?.figure.end ?? part.figure.start, part.figure.start))) break;
    parts.push(part);
    next++;
    k = part.index + 1;
    if (k >= p.figures.length) break;
  }
  return parts;
}

const altogether = /^[，,][^，,。；;、\d]{0,4}(?:累计|共计?|合计|总计|总共|全部)[^，,。；;、\d]{0,8}$/;

/** 第一轮120处，第二轮80处，累计发现200处: the next amount of the sentence, where it is told to be all of them. */
function totalBehind(p: Passage, parts: readonly Statement[]): FigureToken | undefined {
  const last = p.list.indexOf(parts[parts.length - 1]!);
  const next = p.list[last + 1]?.figure;
  return next !== undefined && p.same(last, last + 1) && quantity(next) && next.base === p.figure(last).base
    ? altogether.test(p.between(last, last + 1))
      ? next
      : undefined
    : undefined;
}

/** The total before them in their sentence, or right behind them, where it was also said how many parts there are. */
function wholeOf(p: Passage, parts: readonly Statement[], first: FigureToken): Claim | undefined {
  const { sentence, figure } = parts[0]!;
  const counter = counterOf(p, p.figures.indexOf(first));
  const announced = p.figures.some(
    (f) =>
      f.end <= first.start &&
      first.start - f.end < 60 &&
      f.value?.exponent === 0 &&
      Number(f.value.coefficient) === parts.length &&
      f.kind === 'quantity' &&
      (f.base === counter || f.unit.endsWith(counter) || p.text.startsWith(counter, f.end)),
  );
  const wholes = p.list.filter(
    (s) =>
      s.sentence === sentence && s.figure.end <= first.start && s.figure.base === figure.base && quantity(s.figure),
  );
  const before = wholes[wholes.length - 1]?.figure;
  const whole = before ?? totalBehind(p, parts);
  if (whole === undefined || whole.value === null || whole.upper !== undefined) return undefined;
  const list: Part[] = parts.map((s) => ({ figure: s.figure, label: '', times: 1 }));
  const members = [whole, ...parts.map((s) => s.figure)];
  const total = (): string => note(list, list.length, whole);
  if (fits(whole, list, list.length)) return claim('sum', 'ok', members, whole, total, whole);
  const sure = before === undefined ? slipped(list, whole) : announced;
  if (!sure || whole.approximate || parts.some((s) => s.figure.approximate)) return undefined;
  let sum = exactAmount(figure)!;
  for (const s of parts.slice(1)) sum = sum.plus(exactAmount(s.figure)!);
  return claim('sum', 'mismatch', members, whole, total, whole, digitsLike(sum, whole));
}
