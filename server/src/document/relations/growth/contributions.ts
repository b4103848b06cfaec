/** 人均收入7895元，比上年增加894元…。经营收入增收316元，对增收的贡献率为35%: what of an increase one part brought. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount } from '../../figures.ts';
import { type Claim, claim, decimals, judge, type Passage, percentOf, quantity, show } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const brought = /对[^，,。；;、]{0,10}增(?:收|长|加)的?贡献(?:率)?[^。；;\d]{0,14}(?:为|达到|达|是)$/;
/** Statements back in which the two increases stand. */
const reach = 16;

export function* contributions(p: Passage): Generator<Claim> {
  if (!p.text.includes('贡献')) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.kind !== 'percent' || f.value === null || f.upper !== undefined || !brought.test(p.lead(i))) continue;
    const part = increaseBefore(p, i, i, true);
    const whole = part < 0 ? -1 : increaseBefore(p, part, i, false);
    if (whole < 0 || p.figure(whole).base !== p.figure(part).base) continue;
    const [x, y] = [p.figure(part), p.figure(whole)];
    const value = exactAmount(x)!.times(Decimal.hundred).over(exactAmount(y)!, -decimals(f));
    const verdict = judge(percentOf(amount(x), amount(y), decimals(f)), f);
    const rough = x.approximate || y.approximate || f.approximate || !oneSlip(f, value);
    const told = verdict === 'mismatch' && rough ? 'unsure' : verdict;
    const note = () => `${show(x)}÷${show(y)}=${value}%`;
    yield claim('share', told, [y, x, f], f, note, f, value.shift(-f.exponent).toString());
  }
}

/** The nearest amount before `at` that is told to be an increase, in the sentence of `i` (`own`) or before it; the larger one of the whole. */
function increaseBefore(p: Passage, at: number, i: number, own: boolean): number {
  for (let j = at - 1; j >= 0 && i - j <= reach; j--) {
    const f = p.figure(j);
    if (own && !p.same(i, j)) return -1;
    if (!quantity(f) || f.value === null || f.upper !== undefined || f.value.sign <= 0) continue;
    if (p.list[j]!.aspect !== 'change' || !/增/.test(p.lead(j).slice(-6))) continue;
    if (own || exactAmount(f)!.compare(exactAmount(p.figure(at))!) > 0) return j;
  }
  return -1;
}
