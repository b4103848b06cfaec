/** 36微克，同比下降10%，2022年为40微克; 立案465件，罚款4185万元，同比案件数上升15.1%，去年是404件: what it was the year before is told last. */
import { type Claim, type Passage, quantity } from '../passage.ts';
import { growthClaim, level } from './reckoned.ts';

const yearBefore =
  /^(?:以上|左右)?[，,（(；;](?:而)?(?:去年|上年|前年|上一年|\d{4}年)(?:同期|全年|上半年|前三季度|[一二三四]季度|1[—－-]\d{1,2}月)?(?:仅|只)?(?:为|是|有)$/;
const sameTime =
  /(?:^|[，,（(])(?:同比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?)[^，,。；;\d]{0,8}?(?:(增长|增加|上升|提高|升高|提升)|(?:下降|减少|降低))(?:了)?(?:约)?$/;
/** Figures back among which the amount is looked for. */
const reach = 5;

export function* yearBehind(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [a, f] = [p.figure(i), p.figure(i - 1)];
    if (f.kind !== 'percent' || f.upper !== undefined || !quantity(a) || !level(a) || !p.same(i - 1, i)) continue;
    const way = yearBefore.test(p.between(i - 1, i)) ? sameTime.exec(p.between(i - 2, i - 1)) : null;
    const b = way === null ? -1 : onlyBefore(p, i);
    if (b >= 0) yield growthClaim(p, a, p.figure(b), f, 1, way![1] === undefined);
  }
}

/** The only amount in the unit of `i` before it in its sentence, its rate between; -1 where there are several or none. */
function onlyBefore(p: Passage, i: number): number {
  let found = -1;
  for (let j = i - 2; j >= 0 && i - j <= reach && p.same(j, i); j--) {
    if (p.figure(j).base !== p.figure(i).base) continue;
    if (found >= 0 || !p.standsForItself(j)) return -1;
    found = j;
  }
  return found;
}
