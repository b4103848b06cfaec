/** 全市发生火灾560起，死亡15人。市区发生162起，死亡3人，分别占总数的28.9%和20%: two shares of two amounts, whose wholes were told together before. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import type { Claim, Passage } from '../passage.ts';
import { tellsItself } from '../sums/rows.ts';
import { percentClaim } from './percent-claim.ts';

const both = /^[，,、]?分别占[^，,。；;、]{0,16}?(?:的|比重|比例)?(?:为|达到|达)?$/;
const joint = /^(?:、|和|及|以及|与|，)$/;
const beside = /^[\u4e00-\u9fa5]{0,4}[，,、]?[\u4e00-\u9fa5]{0,10}$/;
/** Amounts back in which the two wholes may stand. */
const reach = 24;

export function* pairedShares(p: Passage): Generator<Claim> {
  if (!p.text.includes('分别占')) return;
  for (let i = 2; i + 1 < p.list.length; i++) {
    const [f, g] = [p.figure(i), p.figure(i + 1)];
    if (f.kind !== 'percent' || g.kind !== 'percent' || !both.test(p.between(i - 1, i))) continue;
    if (!joint.test(p.between(i, i + 1)) || !p.same(i - 2, i + 1)) continue;
    const [a, b] = [p.figure(i - 2), p.figure(i - 1)];
    if (a.base === b.base || !tellsItself(p, i - 2) || !tellsItself(p, i - 1)) continue;
    const wholes = wholesOf(p, i - 2, a, b);
    if (wholes === undefined) continue;
    const first = percentClaim('share', a, wholes[0], f, true);
    const second = percentClaim('share', b, wholes[1], g, true);
    // one that comes out tells that these are the wholes
    if (first === undefined || second === undefined || (first.verdict !== 'ok' && second.verdict !== 'ok')) continue;
    yield first;
    yield second;
  }
}

/** The two amounts told first of these units, side by side, and before the two. */
function wholesOf(
  p: Passage,
  at: number,
  a: FigureToken,
  b: FigureToken,
): readonly [FigureToken, FigureToken] | undefined {
  for (let k = Math.max(0, at - reach); k + 1 < at; k++) {
    const [x, y] = [p.figure(k), p.figure(k + 1)];
    if (x.base !== a.base || y.base !== b.base || !beside.test(p.between(k, k + 1))) continue;
    if (!tellsItself(p, k) || !tellsItself(p, k + 1)) continue;
    const less = (part: FigureToken, whole: FigureToken): boolean =>
      exactAmount(part)!.compare(exactAmount(whole)!) <= 0;
    return less(a, x) && less(b, y) ? [x, y] : undefined;
  }
  return undefined;
}
