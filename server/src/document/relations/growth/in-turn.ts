/** 城镇…由24860元增加到35420元，农村…由9850元增加到15230元，分别增长42.5%和54.6%: movements told one after another, and a step of each. */

import type { Claim, Passage } from '../passage.ts';
import { pairAt } from './pairs.ts';
import { differenceClaim, falls, growthClaim } from './reckoned.ts';

const steps =
  /^[，,](?:[一二三四五六七八九十\d]年)?(?:来)?分别(?:累计|净)?(?:增长|提高|增加|上升|提升|下降|减少|降低)(?:了)?$/;
const joins = /^(?:[、，,]|和|与|及)$/;
const longest = 6;

/** Finds steps that are told of several movements in their order. */
export function* inTurn(p: Passage): Generator<Claim> {
  if (!p.text.includes('分别')) return;
  for (let i = 4; i + 1 < p.list.length; i++) {
    const lead = p.lead(i);
    if (!lead.includes('分别') || !steps.test(lead)) continue;
    const { kind } = p.figure(i);
    let n = 1;
    while (
      n < longest &&
      isStep(p, i + n, i) &&
      p.figure(i + n).kind === kind &&
      joins.test(p.between(i + n - 1, i + n))
    )
      n++;
    const first = i - 2 * n;
    if (n < 2 || first < 0 || !p.same(first, i)) continue;
    const down = falls.test(lead);
    const found: Claim[] = [];
    for (let k = 0; k < n; k++) {
      const pair = pairAt(p, first + 2 * k + 1);
      const [from, to, f] = [p.figure(first + 2 * k), p.figure(first + 2 * k + 1), p.figure(i + k)];
      if (pair === undefined || f.upper !== undefined || f.value === null) break;
      if (kind === 'percent' && from.kind === 'quantity') found.push(growthClaim(p, from, to, f, 1, down));
      else if (kind === 'percentage-point' ? from.kind === 'percent' : from.kind === kind && from.base === f.base)
        found.push(differenceClaim(from, to, f, true));
    }
    if (found.length === n) yield* found;
  }
}

const isStep = (p: Passage, j: number, i: number): boolean => j < p.list.length && p.same(i, j);
