/** 人均收入7895元，比上年增加894元…。经营收入增收316元，对增收的贡献率为35%: what of an increase one part brought. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, decimals, judge, type Passage, percentOf, quantity, show } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const brought = /对[^，,。；;、]{0,10}增(?:收|长|加)的?贡献(?:率)?[^。；;\d]{0,14}(?:为|达到|达|是)$/;
/** Statements back in which the two increases stand. */
const reach = 16;

export function* contributions(p: Passage): Generator<Claim> {
  if (!p.text.includes('贡献')) return;
  if (p.text.includes('第三产业')) yield* contributionsOfIndustries(p);
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

const contribution = /第([一二三])产业[^，,。；;、]{0,16}贡献率(?:为|达到|达|是)?$/;
const industries = 3;
/** Each of the three is rounded, and cut so that they make a hundred. */
const slack = Decimal.of(2).shift(-1);

/** 第一产业的贡献率为6.6%，第二产业…70.4%，第三产业…23.0%: what the three bring makes a hundred. */
function* contributionsOfIndustries(p: Passage): Generator<Claim> {
  let members: FigureToken[] = [];
  for (let i = 0; i < p.list.length; i++) {
    const f = p.figure(i);
    const which = f.kind === 'percent' && f.upper === undefined ? contribution.exec(p.lead(i))?.[1] : undefined;
    if (which === undefined || f.value === null) continue;
    members = which === '一二三'[members.length] ? [...members, f] : [];
    if (members.length < industries) continue;
    const sum = members.reduce((whole, x) => whole.plus(exactAmount(x)!), Decimal.zero);
    const off = sum.minus(Decimal.hundred);
    const fits = (off.sign < 0 ? off.negate() : off).compare(slack) <= 0;
    const last = members[industries - 1]!;
    const note = `${members.map((x) => x.value).join('+')}=${sum.trim()}`;
    yield claim('sum', fits ? 'ok' : 'mismatch', members, last, note, '100%');
    members = [];
  }
}
