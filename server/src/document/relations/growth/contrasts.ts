/** 任务是1.2万户，我们报上来1.35万户，多报了1500户: two amounts told against each other, and how far they are apart. */
import type { FigureToken } from '../../figures.ts';
import { type Claim, outside, type Passage, quantity } from '../passage.ts';
import { differenceClaim } from './reckoned.ts';

/** Against what the second amount is held; it stands before the first. */
const yardstick =
  /任务|目标|计划|预算|责任[状书]|平均|[全][省市县区国]|去年|上年|同期|年初|原来|原有|应[到收交有选完]|第一名|最高|控制|人家|兄弟|邻[县市区]|隔壁|对手|他们|先进/;
const lastYear = /去年|上年|上一年|同期/;
/** ，多报了; ，比去年少了; ，整整低了. */
const gap =
  /^[，,](?:也就是|整整|足足|净|还|只|仅|就)?(?:(?:比|较)((?:去年|上年|上一年)(?:同期)?|任务数?|目标|计划数?|预算数?|年初|平均数?|平均水平|原来|我们|咱们|他们|人家|我[省市县区镇]|全[省市县国]))?(?:还)?(多|超|高|少|差|低|欠|短)([\u4e00-\u9fa5]{0,2}?)(?:了|出)?$/;
const upwards = '多超高';
/** Far apart, whichever is more. */
const either = '差';
/** Characters between two amounts that are held against each other. */
const nearest = 26;

export function* contrasts(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const found = contrast(p, i) ?? ofNamedPlace(p, i);
    if (found !== undefined) yield found;
  }
}

/** ，比全国低. */
const ofPlace = /^(?:[^，,。；;、]{0,6})?[，,](?:比|较)(全[国省市县区])(?:平均(?:水平)?)?(高|低)(?:出)?(?:了)?$/;
/** How many figures before it the place may be told of. */
const reach = 6;

/** 全国平均是36%，全省是33%，我们只有27%，比全国低9个百分点: each gap is to the place that it names. */
function ofNamedPlace(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const told = f.kind === 'percentage-point' && f.upper === undefined ? ofPlace.exec(p.between(i - 1, i)) : null;
  if (told === null) return undefined;
  const [, place, way] = told as unknown as readonly [string, string, string];
  let own: FigureToken | undefined;
  for (let k = i - 1; k >= 0 && i - k <= reach && p.same(k, i); k--) {
    const g = p.figure(k);
    if (g.kind !== 'percent' || g.upper !== undefined) continue;
    if (p.clauseLead(k).includes(place)) {
      if (own === undefined || /增|升|提高|降/.test(p.lead(k))) return undefined;
      return way === '高' ? differenceClaim(g, own, f, true, true) : differenceClaim(own, g, f, true, true);
    }
    if (!/全[国省市县区]/.test(p.clauseLead(k))) own ??= g;
  }
  return undefined;
}

function contrast(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.upper !== undefined || !(quantity(f) || f.kind === 'percentage-point')) return undefined;
  const [a, b] = [p.figure(i - 2), p.figure(i - 1)];
  if (!alike(a, b, f) || !p.same(i, i - 2)) return undefined;
  const told = gap.exec(p.between(i - 1, i));
  if (told === null) return undefined;
  const joint = outside(p.between(i - 2, i - 1));
  if (
    joint.length > nearest ||
    !/^[^。；;]*[，,][^。；;]*$/.test(joint) ||
    /其中|分别|占/.test(joint) ||
    (f.kind !== 'percentage-point' && /增长|下降/.test(joint))
  )
    return undefined;
  const before = p.clauseLead(i - 2);
  const [, of, way] = told as unknown as readonly [string, string | undefined, string];
  if (of === undefined ? !yardstick.test(before) : !namesIt(before, of)) return undefined;
  // 今年…，去年…，多了…: which of the two it is held against is not told
  if (yardstick.test(joint.replace(/全[省市县区]/g, '')) && of === undefined) return undefined;
  if (way === either) return differenceClaim(a, b, f, true);
  return upwards.includes(way) ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true);
}

/** What the gap is said to be against is what the first amount was told of. */
const namesIt = (before: string, of: string): boolean =>
  lastYear.test(of) ? lastYear.test(before) : before.includes(of.slice(0, 2));

/** Two levels of one kind, and a gap between them. */
function alike(a: FigureToken, b: FigureToken, f: FigureToken): boolean {
  if (a.upper !== undefined || b.upper !== undefined || a.base !== b.base || a.kind !== b.kind) return false;
  return f.kind === 'percentage-point' ? a.kind === 'percent' : quantity(a) && a.base === f.base;
}
