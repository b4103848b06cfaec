/** 2020年8.6亿元，2021年9.2亿元，2022年10.1亿元，年均增长8.4%: the years are told one by one, and what they make for a year. */

import { type Claim, type Passage, percentage, quantity } from '../passage.ts';
import { repairedBySlip } from '../slips.ts';
import { growthClaim } from './reckoned.ts';

const perYear =
  /^[，,](?:三年|[四五六两]年)?(?:来)?(?:年均|平均每年|每年平均)(?:增长|递增|增速为?|下降|递减)(?:了)?(?:约|达到?|为)?$/;

export function* yearlyRates(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!percentage(f) || f.value === null || f.upper !== undefined || !perYear.test(p.between(i - 1, i))) continue;
    // 三年分别为8.6亿元、9.2亿元和10.1亿元，累计27.9亿元，年均增长8.4%
    const last = i > 2 && /^[，,](?:累计|合计|共)/.test(p.lead(i - 1)) ? i - 2 : i - 1;
    const first = Math.min(firstOf(p, last), firstInTurn(p, last));
    const steps = last - first;
    if (steps < 2) continue;
    const found = growthClaim(p, p.figure(first), p.figure(last), f, steps, false);
    // a mean of the yearly rates is another figure, and seldom far off
    if (found.verdict !== 'mismatch' || repairedBySlip(f, found)) yield found;
  }
}

/** The first of the amounts up to `last` that are each told of the year after the one before. */
function firstOf(p: Passage, last: number): number {
  let k = last;
  while (k > 0 && p.same(k - 1, last) && alike(p, k - 1, k) && yearOf(p, k) - yearOf(p, k - 1) === 1) k--;
  return k;
}

const inTurn = /(?:([两三四五六])年|([2-6])年)[^，,。；;、]{0,2}[，,]?[^。；;\d]{0,24}分别(?:为|是|完成|达到?)?$/;
const numbers = '零一两三四五六';

/** The first of as many amounts side by side as there are years told before them. */
function firstInTurn(p: Passage, last: number): number {
  let k = last;
  while (k > 0 && last - k < numbers.length && alike(p, k - 1, k) && /^[、和]$/.test(p.between(k - 1, k))) k--;
  const m = inTurn.exec(p.text.slice(Math.max(0, p.figure(k).start - 40), p.figure(k).start));
  const years = m === null ? 0 : m[1] === undefined ? Number(m[2]) : numbers.indexOf(m[1]);
  return years === last - k + 1 ? k : last;
}

const alike = (p: Passage, j: number, k: number): boolean =>
  quantity(p.figure(j)) && p.figure(j).base === p.figure(k).base && p.figure(j).upper === undefined;

const yearOf = (p: Passage, k: number): number => Number(/^(\d{4})年$/.exec(p.list[k]!.period)?.[1] ?? Number.NaN);
