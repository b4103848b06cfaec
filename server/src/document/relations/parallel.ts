/** 事故、死亡分别为36起、18人，较上年的45起、24人分别下降20%和25%: several indicators in one sentence, each in its place. */
import type { Claim, Passage } from './passage.ts';
import { growthClaim, level } from './reckoned.ts';

const since = /^(?:以上|左右)?[，,（(](?:比|较|与|同)(?:去年|上年|上一年|前年|\d{4}年)(?:同期)?的?$/;
const moved = /^(?:相比)?[，,]?(?:同比)?分别(?:(增长|增加|上升|提高)|下降|减少|降低)(?:了)?$/;
const joins = /^[、和及与]$/;
/** More than these are read from a table. */
const most = 4;

export function* parallels(p: Passage): Generator<Claim> {
  if (!p.text.includes('分别')) return;
  for (let at = 1; at < p.list.length; at++) {
    if (!since.test(p.between(at - 1, at))) continue;
    let n = 1;
    while (n < most && at + n < p.list.length && joins.test(p.between(at + n - 1, at + n))) n++;
    if (n < 2 || at < n || at + 2 * n > p.list.length || !p.same(at - n, at + 2 * n - 1)) continue;
    const way = moved.exec(p.between(at + n - 1, at + n));
    if (way === null || !inOrder(p, at - n, n) || !inOrder(p, at + n, n)) continue;
    for (let k = 0; k < n; k++) {
      const [now, then, f] = [p.figure(at - n + k), p.figure(at + k), p.figure(at + n + k)];
      if (level(now) && level(then) && now.base === then.base && now.kind === 'quantity' && f.kind === 'percent')
        yield growthClaim(p, then, now, f, 1, way[1] === undefined);
    }
  }
}

const inOrder = (p: Passage, from: number, n: number): boolean => {
  for (let k = from + 1; k < from + n; k++) if (!joins.test(p.between(k - 1, k))) return false;
  return true;
};
