/** 已开工33个，未开工17个，开工率66%; 已完成3800户，还差1200户，完成率76%: what is done and what is left make the whole. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount } from '../../figures.ts';
import {
  type Claim,
  claim,
  decimals,
  judge,
  type Passage,
  percentOf,
  quantity,
  show,
  standsForItself,
} from '../passage.ts';

const remaining = /(?:其余|剩余|还有|还剩|尚有|余下|剩下|仍有|还差|尚差|还欠)[^，,。；;、\d]{0,6}$/;
const notYet = /^[，,；;、](?:尚未|还未|仍未|没有|未|正在|仍在|还在)[\u4e00-\u9fa5]{2,8}$/;
/** 3件正在推进: not yet done. */
const undone = /^[\u4e00-\u9fa5]{0,4}(?:正在|尚未|没有|未)/;

/** Amount `j` is what is left of something, or not yet done. */
export const isLeft = (p: Passage, j: number): boolean =>
  remaining.test(p.lead(j)) || notYet.test(p.lead(j)) || undone.test(p.tail(j));

/** The rate at `i` of what was done, where amount `l` is what is left: before the rate or behind it; `name` is 完成率. */
export function ofDoneAndLeft(p: Passage, i: number, name: string, l = i - 1): Claim | undefined {
  const [d, f] = [l < i ? i - 2 : i - 1, i];
  if (d < 0 || !p.same(d, f) || !p.same(l, f) || /^[未不]/.test(name)) return undefined;
  const [done, left, rate] = [p.figure(d), p.figure(l), p.figure(f)];
  if (!quantity(done) || !quantity(left) || done.base !== left.base) return undefined;
  // 剩余54户月底前清零，其余72户正在核查: what is left is parted
  if (l > i && p.list[l + 1]?.figure.base === left.base && p.same(l, l + 1)) return undefined;
  if (done.upper !== undefined || left.upper !== undefined || rate.upper !== undefined || p.aside(d)) return undefined;
  const [x, y] = [exactAmount(done), exactAmount(left)];
  if (x === null || y === null || rate.value === null || x.sign <= 0 || y.sign <= 0) return undefined;
  const verb = name.slice(0, -1).slice(-2);
  const said = p.lead(d) + p.tail(d).replace(/[，,；;、].*$/, '');
  if (verb.length < 2 || !said.includes(verb) || /[未没]/.test(said)) return undefined;
  const whole = x.plus(y);
  const [a, b] = [amount(done), amount(left)];
  const range =
    a.low === undefined || a.high === undefined || b.low === undefined || b.high === undefined
      ? { low: whole, high: whole }
      : { low: a.low.plus(b.low), high: a.high.plus(b.high) };
  let verdict = judge(percentOf(a, range, decimals(rate)), rate);
  if (verdict === 'mismatch' && (toldOtherwise(p, d, whole) || done.approximate || left.approximate)) return undefined;
  if (verdict === 'mismatch' && rate.approximate) verdict = 'unsure';
  const value = x.times(Decimal.hundred).over(whole, -decimals(rate));
  const note = () => `${show(done)}÷（${show(done)}+${show(left)}）=${value}%`;
  return claim('share', verdict, [done, left, rate], rate, note, rate, value.shift(-rate.exponent).toString());
}

/** Amounts back among which a whole is looked for. */
const reach = 6;

/** Another whole than the two make stands before them: something is neither done nor left. */
function toldOtherwise(p: Passage, d: number, whole: Decimal): boolean {
  for (let k = d - 1; k >= 0 && d - k <= reach && p.same(k, d); k--)
    if (p.figure(k).base === p.figure(d).base && standsForItself(p, k))
      return !(exactAmount(p.figure(k))?.equals(whole) ?? false);
  return false;
}
