/** A percentage reckoned again from its part and its whole. */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import {
  amountBeside,
  type CheckType,
  type Claim,
  claim,
  decimals,
  judge,
  percentOf,
  show,
  type Verdict,
} from '../passage.ts';

const lessHundred = ({ low, high }: Interval): Interval => ({
  low: low?.minus(Decimal.hundred),
  high: high?.minus(Decimal.hundred),
});

export function percentClaim(
  type: CheckType,
  part: FigureToken,
  whole: FigureToken,
  f: FigureToken,
  sure: boolean,
  over: 'no' | 'yes' | 'maybe' = 'no',
): Claim | undefined {
  const members = [whole, part, f];
  const x = exactAmount(part);
  const y = exactAmount(whole);
  if (x === null || y === null || f.value === null) return claim(type, 'not-checkable', members, f, '', f);
  if (y.sign <= 0) return undefined;
  const range = percentOf(amountBeside(part, whole), amountBeside(whole, part), decimals(f));
  let verdict: Verdict = judge(over === 'yes' ? lessHundred(range) : range, f);
  if (over === 'maybe' && verdict !== 'ok' && judge(lessHundred(range), f) === 'ok') verdict = 'ok';
  // a plan is a round number; of anything else 20亿元 may be 19.6
  if (
    verdict === 'mismatch' &&
    type !== 'progress' &&
    judge(percentOf(amount(part), amount(whole), decimals(f)), f) === 'ok'
  )
    verdict = 'unsure';
  if (verdict === 'mismatch' && (!sure || (part.approximate && whole.approximate))) verdict = 'unsure';
  const told = x.times(Decimal.hundred).over(y, -decimals(f));
  const value = over === 'yes' ? told.minus(Decimal.hundred) : told;
  return claim(
    type,
    verdict,
    members,
    f,
    `${show(part)}÷${show(whole)}${over === 'yes' ? '-100%' : ''}=${value}%`,
    f.bound === 'under' ? `不到${show(f)}` : f.bound === 'over' ? `超过${show(f)}` : f,
    // 不足22% would be no truer than 不足20%
    f.kind === 'percent' && (f.bound === 'exact' || f.bound === 'about')
      ? value.shift(-f.exponent).toString()
      : undefined,
  );
}
