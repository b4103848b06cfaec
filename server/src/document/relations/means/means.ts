/** Totals over counts: what a mean may be, what a total may be, and the claims made of them. */
import { Decimal, type Interval, rounding } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import {
  type Claim,
  ceilQuotient,
  claim,
  digitsLike,
  floorQuotient,
  judge,
  meets,
  show,
  showLike,
  type Verdict,
} from '../passage.ts';
import { within } from '../slips.ts';

/** How many an amount is divided among. */
export interface Count {
  readonly exact: Decimal;
  /** What it can stand for; where it may be one of several (days of the calendar, days worked), any may fit. */
  readonly ranges: readonly Interval[];
  /** As the reckoning shows it: 12个, 365. */
  readonly shown: string;
}

/** Exactly `n`. */
export const countOf = (n: Decimal): Count => ({ exact: n, ranges: [{ low: n, high: n }], shown: n.toString() });

/** The quotient of two ranges, four digits wider than any figure in a speech needs. */
export function divided(x: Interval, n: Interval): Interval {
  return {
    low: x.low === undefined || n.high === undefined || n.high.sign <= 0 ? undefined : floorQuotient(x.low, n.high, 4),
    high: x.high === undefined || n.low === undefined || n.low.sign <= 0 ? undefined : ceilQuotient(x.high, n.low, 4),
  };
}

/** `mean` is what `total` makes for each of `count`. Where that is not `sure` to be meant, a mean that differs is no fault. Needs all values, and a positive count. */
export function meanClaim(
  total: FigureToken,
  count: Count,
  mean: FigureToken,
  members: readonly FigureToken[],
  sure: boolean,
): Claim {
  const value = exactAmount(total)!.over(count.exact, mean.exponent + Math.min(0, mean.value!.exponent));
  let verdict: Verdict = 'mismatch';
  for (const range of count.ranges) if (verdict !== 'ok') verdict = judgeMean(divided(amount(total), range), mean);
  return claim(
    'average',
    verdict === 'mismatch' && !sure ? 'unsure' : settleRound(verdict, value, mean),
    members,
    mean,
    () => `${show(total)}÷${count.shown}=${showLike(value, mean)}`,
    mean,
    digitsLike(value, mean),
  );
}

/** 145 over 12 is told as 12: what is counted in whole ones is rounded too, once it is a mean. */
function judgeMean(range: Interval, f: FigureToken): Verdict {
  const ones = f.whole && f.exponent === 0 && f.bound === 'exact';
  if (!ones || f.value === null || f.value.exponent < 0) return judge(range, f);
  if (meets(range, rounding(f.value))) return 'ok';
  return meets(range, { low: f.value, high: f.value.plus(Decimal.one) }) ? 'unsure' : 'mismatch';
}

/** 户均3000元 for 3050: round figures are often rounder than they look. */
export function settleRound(verdict: Verdict, value: Decimal, f: FigureToken): Verdict {
  if (verdict !== 'mismatch' || f.value === null || f.value.significantExponent <= f.value.exponent) return verdict;
  return within(value, exactAmount(f)!, 50) ? 'unsure' : verdict;
}
