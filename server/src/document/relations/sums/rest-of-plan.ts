/**
 * 全年目标12亿元，上半年完成5.4亿元，…，下半年每月平均要完成1.1亿元; 上半年完成48.6亿元…；全年目标是110亿元，仅完成44.2%，下半年还要完成61.4亿元: what a plan leaves
 * to be done, at once or month by month, told after other figures.
 */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { divided } from '../means/means.ts';
import {
  type Claim,
  claim,
  digitsLike,
  judge,
  type Passage,
  quantity,
  show,
  showLike,
  standsForItself,
} from '../passage.ts';
import { oneSlip } from '../slips.ts';

/** Stretches at the end of a year, and how many months they are. */
const stretches: readonly (readonly [RegExp, number])[] = [
  [/下半年|后半年|后[六6]个月/, 6],
  [/四季度|后[三3]个月/, 3],
  [/后[四4]个月/, 4],
  [/后[五5]个月/, 5],
  [/后[两二2]个月/, 2],
];
const needed = /(?:还?(?:要|需|须|必须|需要)|还)(?:再)?(?:要)?(?:完成|实现)$/;
const monthly =
  /(?:每个?月|月均)(?:平均)?(?:还?(?:要|需|须|必须|需要))(?:再)?(?:完成|实现)$|平均每个?月(?:还?(?:要|需|须|必须|需要))(?:完成|实现)$/;
/** One of them is in whatever these find. */
const mayNeed = charactersOf('要需须还');
const planned = /目标|任务|计划/;
const done = /完成|实现|入库|到位/;
const reach = 12;

export function* restOfPlan(p: Passage): Generator<Claim> {
  if (!/目标|任务|计划/.test(p.text)) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    const lead = p.lead(i);
    if (!quantity(f) || f.value === null || f.upper !== undefined || !holdsAny(lead, mayNeed)) continue;
    const byMonth = monthly.test(lead);
    if (!byMonth && !needed.test(lead)) continue;
    const stretch = stretches.find(([words]) => words.test(p.clauseLead(i)));
    if (stretch === undefined) continue;
    const plan = planBefore(p, i);
    const part = plan < 0 ? -1 : doneFor(p, plan, i);
    if (part >= 0) yield restClaim(p.figure(plan), p.figure(part), f, byMonth ? stretch[1] : 1);
  }
}

/** The last amount before figure `i` that is told to be the plan of the year. */
function planBefore(p: Passage, i: number): number {
  for (let j = i - 1; j >= 0 && i - j <= reach && p.list[i]!.sentence - p.list[j]!.sentence <= 1; j--) {
    if (p.figure(j).base !== p.figure(i).base || !standsForItself(p, j) || p.figure(j).value === null) continue;
    const lead = p.lead(j).slice(-16);
    // 完成计划的20亿元 and 下半年目标 are no plan of the year
    if (planned.test(lead) && !/完成[^，,。；;]{0,4}(?:目标|任务|计划)|半年|季度|超/.test(lead)) return j;
  }
  return -1;
}

/** The only amount around the plan that is told to be done. */
function doneFor(p: Passage, plan: number, i: number): number {
  let found = -1;
  for (let j = Math.max(0, plan - reach); j < i; j++) {
    if (j === plan || p.figure(j).base !== p.figure(plan).base || p.figure(j).value === null) continue;
    if (p.list[i]!.sentence - p.list[j]!.sentence > 1 || !standsForItself(p, j)) continue;
    const lead = p.lead(j).slice(-16);
    if (!done.test(lead) || planned.test(lead) || needed.test(lead) || /去年|上年/.test(lead)) continue;
    if (found >= 0) return -1;
    found = j;
  }
  // 其中工业30亿元, 力争110亿元: another plan stands between
  for (let j = plan + 1; found >= 0 && j < i; j++)
    if (j !== found && p.figure(j).base === p.figure(plan).base && standsForItself(p, j)) return -1;
  return found;
}

const minus = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.minus(b);

function restClaim(plan: FigureToken, part: FigureToken, f: FigureToken, months: number): Claim {
  const [x, y] = [amount(plan), amount(part)];
  const left: Interval = { low: minus(x.low, y.high), high: minus(x.high, y.low) };
  const n = Decimal.of(months);
  const range = months === 1 ? left : divided(left, { low: n, high: n });
  const rest = exactAmount(plan)!.minus(exactAmount(part)!);
  const value = months === 1 ? rest : rest.over(n, f.exponent + Math.min(0, f.value!.exponent));
  const verdict = judge(range, f);
  // more may be wanted than the plan leaves
  const rough = plan.approximate || part.approximate || f.approximate || !oneSlip(f, value);
  const over = months === 1 ? '' : `÷${months}`;
  const gap = `${show(plan)}-${show(part)}`;
  return {
    ...claim(
      'difference',
      verdict === 'mismatch' && rough ? 'unsure' : verdict,
      [plan, part, f],
      f,
      () => `${over === '' ? gap : `（${gap}）${over}`}=${showLike(value, f)}`,
      f,
      digitsLike(value, f),
    ),
    subject: 'rest',
  };
}
