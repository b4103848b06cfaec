/** 新增3200户，注销800户，净增2400户: what came and what went in one stretch of time, and what that makes. */
import { differenceClaim } from '../growth/reckoned.ts';
import type { Claim, Passage } from '../passage.ts';
import { comes, goes, plain } from './flows.ts';

const net =
  /[，,、](?:[\u4e00-\u9fa5]{0,3})(?:净(?:新?增加?|减少?|流入|流出|迁入|迁出|调入|调出|转入|转出)|自然(?:增长|增加|减少))(?:了)?[^，,。；;、\d]{0,6}$/;

export function* nets(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    if (!net.test(p.lead(i)) || ![i - 2, i - 1, i].every((k) => plain(p, k))) continue;
    const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (a.base !== f.base || b.base !== f.base || !p.same(i - 2, i)) continue;
    const [first, second] = [p.lead(i - 2), p.lead(i - 1)];
    if ((comes.test(first) && goes.test(second)) || (goes.test(first) && comes.test(second)))
      yield differenceClaim(a, b, f, true);
  }
}
