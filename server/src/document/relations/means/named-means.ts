/** 家庭户294617户，集体户11968户，家庭户人口703095人，…。平均每个家庭户的人口为2.39人: who a mean is for and what it is of are named as they were told before. */
import { exactAmount } from '../../figures.ts';
import { type Claim, type Passage, quantity, standsForItself } from '../passage.ts';
import { countOf, meanClaim } from './means.ts';

const mean = /平均每(?:个|户|名|家|所)?([\u4e00-\u9fa5]{2,6}?)的([\u4e00-\u9fa5]{2,4}?)(?:为|是|达到?|约)?$/;
const told = /(?:共?有|为|是|达到?|共)+$/;
/** Amounts back among which both are looked for. */
const reach = 8;

export function* namedMeans(p: Passage): Generator<Claim> {
  if (!p.text.includes('平均每')) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!quantity(f) || f.value === null || f.upper !== undefined) continue;
    const m = mean.exec(p.lead(i));
    if (m === null) continue;
    const [, who, what] = m as unknown as readonly [string, string, string];
    const count = amountCalled(p, i, who);
    const total = amountCalled(p, i, who + what);
    if (count < 0 || total < 0 || p.figure(total).base !== f.base || p.figure(count).base === f.base) continue;
    const [n, whole] = [p.figure(count), p.figure(total)];
    if (exactAmount(n)!.sign <= 0) continue;
    yield meanClaim(whole, countOf(exactAmount(n)!), f, [n, whole, f], !(n.approximate || whole.approximate));
  }
}

/** The only amount before figure `i`, in its sentence or the one before, that goes by that name and no longer one; -1 where there is none. */
function amountCalled(p: Passage, i: number, name: string): number {
  let found = -1;
  for (let j = i - 1; j >= 0 && i - j <= reach && p.list[i]!.sentence - p.list[j]!.sentence <= 1; j--) {
    const lead = p.lead(j).replace(told, '');
    if (!lead.endsWith(name) || !standsForItself(p, j) || p.figure(j).value === null) continue;
    if (found >= 0) return -1;
    found = j;
  }
  return found;
}
