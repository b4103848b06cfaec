/** 比2012年增长69.12%，年均增长11.08%: what something grew by over years, and what that makes of each of them. */
import { annualGrowth, Decimal, type Interval } from '../../../text/decimal.ts';
import { amount } from '../../figures.ts';
import { type Claim, claim, decimals, judge, type Passage, show } from '../passage.ts';

const eachYear =
  /^[，,、（(](?:年均|平均每年|每年平均|年平均)(?:(增长|增速|递增|增幅|提高)|下降|递减|减少|降低)(?:率)?(?:了|为|达到|达)?$/;
const sinceYear = /(?:比|较)(\d{4})年[^，,。；;\d]{0,6}?(?:(增长|增加|提高|增)|下降|减少|降低)(?:了)?$/;
const overYears =
  /(?:^|[，,；;：:])(?:这|过去|近|前)?(?:来|间)?[^，,。；;\d]{0,8}?(?:累计|共|总共)(?:(增长|增加|提高)|下降|减少|降低)(?:了)?$/;
/** Years between which it makes sense to speak of each. */
const longest = 40;

export function* compounds(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const [total, f] = [p.figure(i - 1), p.figure(i)];
    if (total.kind !== 'percent' || f.kind !== 'percent' || !p.same(i - 1, i)) continue;
    if (total.value === null || f.value === null || total.upper !== undefined || f.upper !== undefined) continue;
    const yearly = eachYear.exec(p.between(i - 1, i));
    if (yearly === null) continue;
    const told = yearsOf(p, i - 1);
    if (told !== undefined && told.up === (yearly[1] !== undefined)) yield compoundClaim(p, i, told);
  }
}

/** Over how many years a growth is told, and which way. */
interface Told {
  readonly years: number;
  readonly up: boolean;
  /** Both ends are named: not one year more or less. */
  readonly sure: boolean;
}

function yearsOf(p: Passage, t: number): Told | undefined {
  const lead = p.clauseLead(t);
  const since = sinceYear.exec(lead);
  if (since !== null) {
    const own = /^(\d{4})年$/.exec(p.list[t]!.period)?.[1];
    const years = own === undefined ? 0 : Number(own) - Number(since[1]);
    return years > 1 && years < longest ? { years, up: since[2] !== undefined, sure: true } : undefined;
  }
  const over = overYears.exec(p.lead(t).replace(/^.*?[一二三四五六七八九十\d]{1,2}年/, ''));
  const stretch = t > 0 ? p.figure(t - 1) : undefined;
  if (over === null || stretch?.base !== '年' || stretch.value === null || stretch.value.exponent !== 0)
    return undefined;
  const years = Number(stretch.value.at(0));
  return years > 1 && years < longest ? { years, up: over[1] !== undefined, sure: false } : undefined;
}

function compoundClaim(p: Passage, i: number, { years, up, sure }: Told): Claim {
  const [total, f] = [p.figure(i - 1), p.figure(i)];
  const digits = decimals(f);
  const range = (n: number): Interval => {
    const { low, high } = amount(total);
    return up
      ? { low: each(low, n, digits, false), high: each(high, n, digits, true) }
      : fallen({ low, high }, n, digits);
  };
  let verdict = judge(range(years), f);
  const rough = total.approximate || f.approximate;
  if (verdict === 'mismatch' && (rough || (!sure && judge(range(years - 1), f) === 'ok'))) verdict = 'unsure';
  const whole = total.value!.shift(total.exponent);
  const value = growth(up ? whole : whole.negate(), years, -digits - 2).round(-digits);
  const shown = up ? value : value.negate();
  const note = () => `${years}年${up ? '增长' : '下降'}${show(total)}，年均${shown}%`;
  return claim('growth', verdict, [total, f], f, note, f, shown.shift(-f.exponent).toString());
}

/** What a change of `percent` over `n` years makes of each, in per cent. */
const growth = (percent: Decimal, n: number, exponent: number): Decimal =>
  annualGrowth(Decimal.hundred, Decimal.hundred.plus(percent), n, exponent);

const fine = 4;

function each(percent: Decimal | undefined, n: number, digits: number, up: boolean): Decimal | undefined {
  if (percent === undefined) return undefined;
  const value = growth(percent, n, -digits - fine);
  return up ? value.plus(new Decimal(1n, -digits - fine)) : value;
}

function fallen({ low, high }: Interval, n: number, digits: number): Interval {
  const least = each(high?.negate(), n, digits, false);
  const most = each(low?.negate(), n, digits, true);
  return { low: most?.negate(), high: least?.negate() };
}
