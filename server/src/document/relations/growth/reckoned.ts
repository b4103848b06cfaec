/** Growth, differences and multiples reckoned again: what two amounts give, against what the text says. */
import { annualGrowth, Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { constantPrices } from '../../lexicon/figure-words.ts';
import {
  amountBeside,
  type CheckType,
  type Claim,
  ceilQuotient,
  claim,
  decimals,
  digitsLike,
  floorQuotient,
  judge,
  meets,
  type Passage,
  percentInterval,
  quantity,
  show,
  showLike,
  type Verdict,
} from '../passage.ts';

export const falls = /下降|减少|降低|减|降|缩小|缩短|收窄|回落|下滑|压缩|缩减|精简|整合|合并|归并|撤并|低|少|负增长/;
export const rises = /增长|增加|提高|上升|提升|扩大|增|升|涨|高|多/;
export function growthClaim(
  p: Passage,
  from: FigureToken,
  to: FigureToken,
  f: FigureToken,
  years: number,
  down: boolean,
): Claim {
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null) return claim('growth', 'not-checkable', members, f, '', f);
  if (a.sign <= 0 || b.sign < 0) return claim('growth', 'unsure', members, f, '', f);
  const n = Math.max(1, years);
  const digits = decimals(f);
  const falling = down || falls.test(p.text.slice(Math.max(to.end, f.start - 8), f.start));
  const way = (range: Interval): Interval => (falling ? { low: negate(range.high), high: negate(range.low) } : range);
  let verdict = judge(way(growthRange(amountBeside(from, to), amountBeside(to, from), n, digits)), f);
  if (verdict === 'mismatch' && judge(way(growthRange(amount(from), amount(to), n, digits)), f) === 'ok')
    verdict = 'unsure';
  const exact = n === 1 ? b.minus(a).times(Decimal.hundred).over(a, -digits) : nearestYearly(a, b, n, digits);
  const shown = falling ? exact.negate() : exact;
  const around =
    p.text.slice(Math.max(0, p.sentence(0).start), 0) + p.text.slice(Math.max(0, from.start - 40), f.start);
  if (verdict === 'mismatch' && constantPrices.test(around) && !wild(shown, f.value, n)) verdict = 'unsure';
  if (verdict === 'mismatch' && (from.approximate || to.approximate) && !wild(shown, f.value)) verdict = 'unsure';
  const note =
    n === 1
      ? `（${show(to)}-${show(from)}）÷${show(from)}=${exact}%`
      : `${show(from)}→${show(to)}，${n}年年均${exact}%`;
  return claim('growth', verdict, members, f, note, f, shown.shift(-f.exponent).toString());
}

/** Price changes cannot explain a gap of more than fifteen points, nor of more than six a year over several years. */
function wild(computed: Decimal, stated: Decimal, years = 1): boolean {
  const gap = computed.minus(stated);
  return (gap.sign < 0 ? gap.negate() : gap).compare(Decimal.of(years > 1 ? 6 : 15)) > 0;
}

const negate = (d: Decimal | undefined): Decimal | undefined => d?.negate();

function nearestYearly(a: Decimal, b: Decimal, n: number, digits: number): Decimal {
  return annualGrowth(a, b, n, -digits - 2).round(-digits);
}

/** Growth in per cent that the ranges of two amounts allow. */
function growthRange(from: Interval, to: Interval, n: number, digits: number): Interval {
  const one = (a: Decimal | undefined, b: Decimal | undefined, up: boolean): Decimal | undefined => {
    if (a === undefined || b === undefined || a.sign <= 0) return undefined;
    if (n === 1)
      return up
        ? ceilQuotient(b.minus(a).times(Decimal.hundred), a, digits)
        : floorQuotient(b.minus(a).times(Decimal.hundred), a, digits);
    const g = annualGrowth(a, b, n, -digits - 4);
    return up ? g.plus(new Decimal(1n, -digits - 4)) : g;
  };
  return { low: one(from.high, to.low, false), high: one(from.low, to.high, true) };
}

function subtract(a: Interval, b: Interval): Interval {
  return {
    low: a.low === undefined || b.high === undefined ? undefined : a.low.minus(b.high),
    high: a.high === undefined || b.low === undefined ? undefined : a.high.minus(b.low),
  };
}
const absolute = (x: Interval): Interval =>
  x.low !== undefined && x.high !== undefined && x.high.sign <= 0 ? { low: x.high.negate(), high: x.low.negate() } : x;

/** A whole number of one or two digits, told to be no more than that. */
const plainSmall = (f: FigureToken): boolean =>
  f.bound === 'exact' &&
  !f.approximate &&
  f.upper === undefined &&
  f.value !== null &&
  f.value.exponent === 0 &&
  f.value.coefficient < 100n;

/** b - a = f, whichever way. */
export function differenceClaim(a: FigureToken, b: FigureToken, f: FigureToken, sure: boolean, signed = false): Claim {
  const members = [a, b, f];
  const x = exactAmount(a);
  const y = exactAmount(b);
  if (x === null || y === null || f.value === null) return claim('difference', 'not-checkable', members, f, '', f);
  const range = subtract(amount(b), amount(a));
  let verdict: Verdict = judge(signed ? range : absolute(range), f);
  // 12.6 less 12 is 0.6: beside each other, with a difference as exact as the finer one, 12 is 12.0
  const finest = Math.min(a.exponent + a.value!.exponent, b.exponent + b.value!.exponent);
  if (verdict === 'ok' && f.bound === 'exact' && f.exponent + f.value.exponent === finest) {
    const narrow = subtract(amountBeside(b, a), amountBeside(a, b));
    if (judge(signed ? narrow : absolute(narrow), f) === 'mismatch') verdict = 'mismatch';
  }
  // 由3万元提高到5万元，增加3万元: nobody rounds amounts of so few digits
  if (verdict === 'ok' && [a, b, f].every(plainSmall) && a.exponent === f.exponent && b.exponent === f.exponent) {
    const gap = signed ? y.minus(x) : y.compare(x) >= 0 ? y.minus(x) : x.minus(y);
    if (!gap.equals(exactAmount(f)!)) verdict = 'mismatch';
  }
  if (verdict === 'mismatch' && (!sure || a.approximate || b.approximate)) verdict = 'unsure';
  const [big, small, high, low] = y.compare(x) >= 0 ? [b, a, y, x] : [a, b, x, y];
  const gap = high.minus(low);
  const value = f.kind === 'percentage-point' ? `${gap}个百分点` : showLike(gap, f);
  return claim(
    'difference',
    verdict,
    members,
    f,
    () => `${show(big)}-${show(small)}=${value}`,
    f,
    f.kind === 'percentage-point' ? gap.toString() : digitsLike(gap, f),
  );
}

/** 从A增加到B，平均每年增加d. */
export function yearlyClaim(from: FigureToken, to: FigureToken, f: FigureToken, years: number): Claim {
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null) return claim('average', 'not-checkable', members, f, '', f);
  const n = Decimal.of(years);
  const range = absolute(subtract(amount(to), amount(from)));
  const each: Interval = {
    low: range.low === undefined ? undefined : floorQuotient(range.low, n, 4),
    high: range.high === undefined ? undefined : ceilQuotient(range.high, n, 4),
  };
  const gap = b.minus(a);
  const value = (gap.sign < 0 ? gap.negate() : gap).over(n, f.exponent + Math.min(0, f.value.exponent));
  const verdict = judge(each, f);
  return claim(
    'average',
    from.approximate || to.approximate ? soften(verdict) : verdict,
    members,
    f,
    `（${show(to)}-${show(from)}）÷${years}=${showLike(value, f)}`,
    f,
    digitsLike(value, f),
  );
}

const soften = (v: Verdict): Verdict => (v === 'mismatch' ? 'unsure' : v);

/** What a gap of the second member comes to in per cent, against the third. */
export function gapClaim(
  p: Passage,
  members: readonly [FigureToken, FigureToken, FigureToken],
  range: Interval,
  value: Decimal,
  note: string,
  around = p.text.slice(Math.max(0, members[0].start - 40), members[2].start),
): Claim {
  const [b, d, f] = members;
  let verdict = judge(range, f);
  if (
    verdict === 'mismatch' &&
    (constantPrices.test(around) || b.approximate || d.approximate) &&
    !wild(value, f.value!)
  )
    verdict = 'unsure';
  return claim('growth', verdict, members, f, note, f, value.shift(-f.exponent).toString());
}
const minus = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.minus(b);

export function multipleClaim(to: FigureToken, from: FigureToken, f: FigureToken, lead: string, sure: boolean): Claim {
  const type: CheckType = 'multiple';
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null || a.sign <= 0)
    return claim(type, 'not-checkable', members, f, '', f);
  const now = amount(to);
  const before = amount(from);
  const range: Interval = {
    low: now.low === undefined || before.high === undefined ? undefined : floorQuotient(now.low, before.high, 3),
    high:
      now.high === undefined || before.low === undefined || before.low.sign <= 0
        ? undefined
        : ceilQuotient(now.high, before.low, 3),
  };
  const digits = Math.max(1, decimals(f));
  const ratio = b.over(a, -digits);
  if (f.base === '番') {
    const n = Number(f.value.at(0));
    const wanted = Decimal.of(2 ** Math.min(n, 20));
    const tenth = new Decimal(wanted.coefficient, -1);
    let verdict: Verdict = meets(range, { low: wanted.minus(tenth), high: wanted.plus(tenth.times(Decimal.of(2))) })
      ? 'ok'
      : 'mismatch';
    const loose: Interval = {
      low: wanted.minus(tenth.times(Decimal.of(2))),
      high: wanted.plus(tenth.times(Decimal.of(5))),
    };
    if (verdict === 'mismatch' && (!sure || meets(range, loose) || /计划|要|目标|基础/.test(lead))) verdict = 'unsure';
    return claim(type, verdict, members, f, () => `${show(to)}÷${show(from)}=${ratio}`, f);
  }
  const grown =
    /增长|增加|提高|扩大|多|高|上升|提升|增/.test(lead) &&
    !/(?:到|至|为|是)\s*(?:了)?(?:原来|前者|上年|\d{4}年)?的?$/.test(lead);
  const one = Decimal.one;
  const stated = grown ? { low: minus(range.low, one), high: minus(range.high, one) } : range;
  let verdict = judge(stated, f);
  if (
    verdict !== 'ok' &&
    (f.approximate || to.approximate || from.approximate || !sure) &&
    !farApart(stated, percentInterval(f))
  )
    verdict = 'unsure';
  const value = grown ? ratio.minus(one) : ratio;
  return claim(
    type,
    verdict,
    members,
    f,
    grown ? `${show(to)}÷${show(from)}-1=${value}` : `${show(to)}÷${show(from)}=${value}`,
    f,
    value.toString(),
  );
}

/** The gap between two ranges is more than a quarter of where they lie. */
function farApart(a: Interval, b: Interval): boolean {
  const gap = (low: Decimal | undefined, high: Decimal | undefined): boolean =>
    low !== undefined &&
    high !== undefined &&
    low.minus(high).times(Decimal.of(4)).compare(high) > 0 &&
    low.compare(high) > 0;
  return gap(a.low, b.high) || gap(b.low, a.high);
}

/** An amount or a percentage that stands by itself. */
export const level = (f: FigureToken): boolean =>
  (quantity(f) || f.kind === 'percent' || (f.kind === 'quantity' && f.bare !== true)) && f.upper === undefined;

/** 去年 and 今年, 2023年 and 2024年. */
export function consecutive(first: string, second: string): boolean {
  if ((first === '去年' || first === '去年同期') && (second === '今年' || second === '今年同期')) return true;
  const a = /^(\d{4})年$/.exec(first);
  const b = /^(\d{4})年$/.exec(second);
  return a !== null && b !== null && Number(b[1]) - Number(a[1]) === 1;
}
