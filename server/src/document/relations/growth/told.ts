/**
 * What is told of one amount after it, in whatever order: 5623件，同比上升5.02%，同比增加269件; 393亿元（不含债务），比2005年增加77亿元，增长24.3%，
 * 比预算超收39亿元，完成预算的109.3%. An increase and a rate since the same time must fit the amount.
 */
import { charactersOf, holdsAny, isIn } from '../../../text/characters.ts';
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount } from '../../figures.ts';
import { constantPrices } from '../../lexicon/figure-words.ts';
import {
  type Claim,
  ceilQuotient,
  claim,
  decimals,
  digitsLike,
  floorQuotient,
  judge,
  outside,
  type Passage,
  percentOf,
  quantity,
  show,
  showLike,
} from '../passage.ts';
import { repairedBySlip } from '../slips.ts';
import { longestList } from '../sums/parts.ts';
import { gapClaim } from './reckoned.ts';

/** An increase or a rate told of an amount. */
interface Told {
  readonly index: number;
  /** Its place among what is told, brackets left out. */
  readonly order: number;
  /** '' is the same time a year before, 预算 a plan. */
  readonly since: string;
  readonly down: boolean;
}

/** `[，,]比2005年增加了约`: since when, and which way. */
const way =
  /^(?:\/[\u4e00-\u9fa5]{1,3})?(?:以上|以下|左右)?[，,、（(；;]?(?:即|也就是|或)?(?:(同比|环比|同期)|(?:比|较)([^，,。；;、比较]{1,16}?)|[与同和]([^，,。；;、]{1,16}?)相比[，,]?)?(?:[一二三四五六七八九十]年来?间?)?(?:共|净|累计|又|再|实际|名义|各|约)*(?:(增长|增加|新增|增收|增支|增产|增|提高|上升|提升|上涨|偏多|多(?:完成|收|支|实现|招|增)?|超收|超支|超)|(下降|减少|减收|减支|减产|降低|下滑|回落|短收|偏少|少(?:完成|收|支|实现|招|增)?|减|降))(?:了|出|约|近|为|达到|达|率|幅度|幅)*$/;
/** One of them is in whatever `way` finds. */
const mayMove = charactersOf('增提上多超下减降回短少');
/** 占收入的48.5%, 为预算的104%: told of the amount, and no end of what is told. */
const aside = /^(?:以上|左右)?[，,、（(](?:[为占完达相][^，,。；;]{0,18}|[^，,。；;]{0,12}(?:占比为?|比重为?|占))$/;
/** 较均衡进度慢2.94%: of what was done, and no end of what is told either. */
const besides = (lead: string): boolean =>
  aside.test(lead) ||
  /^[，,（(][^，,。；;]{0,4}(?:比|较|快于|慢于|高于|低于|超)[^，,。；;]{0,6}进度[^，,。；;]{0,4}$/.test(lead);
const ofPlan = /(?:为|占|完成|达到|相当于)(?:年初|年度|调整|全年|本级)*(?:预算|计划|目标|任务)(?:数|额|任务|目标)?的$/;
const again = /^[，,、（(](?:即|也就是|或|相当于)(?:约)?$/;
const begun = /^(?:\/[\u4e00-\u9fa5]{1,3})?(?:以上|以下|左右)?[，,、（(；;]/;
const lastYear = /^(?:上年|去年|上年同期|去年同期|上一年|上年末|去年末|去年底|同期)(?:的?同期|末|底)?$/;
const yearsEnd = /12月(?:底|末|31日)|年(?:末|底|终)/;
const planned = /预算|计划|目标|任务|预期/;

/** Last characters of what tells an increase, the few small words before a figure left out. */
const endsStep = charactersOf('加长增收支产高升涨少减降低落多超滑成现招');
const smallWords = charactersOf('了出约近共净');
const mostBetween = 6;

/** One of the next few figures is an increase in the anchor's unit. */
function stepAhead(p: Passage, b: number): boolean {
  const { base } = p.figure(b);
  for (let j = b + 1; j < p.list.length && j - b <= mostBetween && p.same(b, j); j++) {
    const f = p.figure(j);
    if (f.base !== base || f.kind !== 'quantity') continue;
    let at = f.start - 1;
    while (isIn(smallWords, p.text.charCodeAt(at))) at--;
    if (isIn(endsStep, p.text.charCodeAt(at))) return true;
  }
  return false;
}

/** What follows figure `j` is a share of it: 60999万元的40.4%. */
const sharedNext = (p: Passage, j: number): boolean =>
  j + 1 < p.list.length && p.figure(j + 1).kind === 'percent' && p.between(j, j + 1) === '的';

export function* told(p: Passage): Generator<Claim> {
  yield* toldByName(p);
  for (let b = 0; b + 2 < p.list.length; b++) {
    const anchor = p.figure(b);
    // an increase and a rate are two figures more
    if (!quantity(anchor) || anchor.upper !== undefined || !p.same(b, b + 2)) continue;
    if (p.figure(b + 1).start - anchor.end > 80 || !stepAhead(p, b) || p.list[b]!.aspect !== 'level' || p.aside(b))
      continue;
    const { steps, rates, share } = toldOf(p, b);
    for (const step of steps) {
      if (step.since === planned.source && share >= 0 && Math.abs(share - step.index) <= 1) {
        yield beyondPlan(p, b, step, share);
        continue;
      }
      const rate = rates.find(
        (x) => Math.abs(x.order - step.order) === 1 && x.since === step.since && x.down === step.down,
      );
      const found = rate === undefined ? undefined : grownBy(p, b, step, rate);
      if (found !== undefined) yield found;
    }
  }
}

/** What is told of an amount: increases in its unit, rates, and the place of a share of its plan (-1 where there is none). */
interface AllTold {
  readonly steps: readonly Told[];
  readonly rates: readonly Told[];
  readonly share: number;
}

function toldOf(p: Passage, b: number): AllTold {
  const anchor = p.figure(b);
  const steps: Told[] = [];
  const rates: Told[] = [];
  let share = -1;
  let inBrackets = 0;
  let from = anchor.end;
  let since: string | undefined;
  for (let j = b + 1; j < p.list.length && j - b <= mostBetween + 2 && p.same(b, j); j++) {
    const f = p.figure(j);
    if (f.start - from > 80) break;
    if (f.dimension === 'time' && f.kind === 'quantity') continue;
    const lead = outside(p.text.slice(from, f.start));
    // 减少138亿元，即4.1%: the way is told before
    if (f.kind === 'percent' && steps.length > 0 && again.test(lead)) {
      rates.push({ ...steps[steps.length - 1]!, index: j, order: j - inBrackets });
      from = f.end;
      continue;
    }
    // what grew is told after a mark, or since when it grew
    const m = wayTold(lead);
    if (m === null) {
      // 完成预算60999万元的40.4%: a whole with its share is told of the amount too
      if (quantity(f) && f.base === anchor.base && aside.test(lead) && sharedNext(p, j)) {
        from = p.figure(++j).end;
        continue;
      }
      // what stands in brackets of its own is told of nothing else
      if (/[（(]/.test(lead)) {
        inBrackets++;
        continue;
      }
      if (f.kind !== 'percentage-point' && !((f.kind === 'percent' || f.kind === 'fraction') && besides(lead))) break;
      if (f.kind === 'percent' && ofPlan.test(lead)) share = j;
      from = f.end;
      continue;
    }
    from = f.end;
    if (f.upper !== undefined) break;
    since = sinceWhen(p, b, m, since);
    const each = { index: j, order: j - inBrackets, since, down: m[5] !== undefined };
    if (f.kind === 'percent' || f.kind === 'fraction') rates.push(each);
    else if (quantity(f) && f.base === anchor.base) steps.push(each);
    else if (f.kind !== 'percentage-point') break;
  }
  return { steps, rates, share };
}

function wayTold(lead: string): RegExpExecArray | null {
  const m = lead.length <= 36 && holdsAny(lead, mayMove) ? way.exec(lead) : null;
  return m !== null && (begun.test(lead) || m[1] !== undefined || m[2] !== undefined) ? m : null;
}

/** Since when something grew that was told so; where that is not said, since the same time as what was told `before` it. */
function sinceWhen(p: Passage, b: number, m: RegExpExecArray, before: string | undefined): string {
  if (/^超|^短/.test(m[4] ?? m[5]!)) return planned.source;
  const named = m[1] ?? m[2] ?? m[3];
  const since = named === undefined ? (before ?? '') : named === '环比' ? named : plain(named);
  // at the end of the year the year's beginning is a year ago
  return since === '年初' && yearsEnd.test(p.text.slice(p.sentence(b).start, p.figure(b).start)) ? '' : since;
}

/** What an increase and a rate tell of amount `b`, or, where `b` ends a list (其中大气3亿元、水1亿元，比上年增加1亿元), of the whole before it. */
function grownBy(p: Passage, b: number, step: Told, rate: Told): Claim | undefined {
  const of = (k: number): Claim => (rate.index > step.index ? rateOf(p, k, step, rate) : stepOf(p, k, step, rate));
  const near = of(b);
  const blamed = p.figure(Math.max(step.index, rate.index));
  if (near.verdict !== 'mismatch') return near;
  const { base } = p.figure(b);
  const wholes: Claim[] = [];
  for (let k = b - 1; k >= 0 && b - k <= longestList && p.same(k, b); k--)
    if (p.figure(k).base === base && quantity(p.figure(k)) && p.opens(p.figure(k).end, p.figure(b).start))
      wholes.push(of(k));
  if (wholes.length === 0) return near;
  return (
    wholes.find((x) => x.verdict === 'ok') ??
    [near, ...wholes].find((x) => x.verdict === 'mismatch' && repairedBySlip(blamed, x))
  );
}

/** 汉族人口增加36041人，增长24.5%; 完成投资较上年同期增加50.6亿元，增长6.8%: what grew is named again, and told before. */
const renamed =
  /^[，,；;。]?(?:[^，,。；;]{0,24}相比[，,])?([^，,。；;、比较\d]{2,10}?)(?:比|较)?(?:上年|去年|上年同期|去年同期|同比|同期)?(?:净|共)?(?:(增加|增长|增收|增支)|(减少|下降|减收|减支))(?:了)?$/;

function* toldByName(p: Passage): Generator<Claim> {
  for (let i = 1; i + 1 < p.list.length; i++) {
    const d = p.figure(i);
    const f = p.figure(i + 1);
    if (f.kind !== 'percent' || !quantity(d) || d.upper !== undefined || f.upper !== undefined || !p.same(i, i + 1))
      continue;
    let at = d.start - 1;
    while (isIn(smallWords, p.text.charCodeAt(at))) at--;
    if (!isIn(endsStep, p.text.charCodeAt(at)) || p.list[i]!.aspect !== 'change') continue;
    const lead = p.lead(i);
    const m =
      lead.length <= 48
        ? renamed.exec(lead.replace(/^(?:其中|但|而)/, '').replace(/([，,])(?:其中|但|而)/, '$1'))
        : null;
    const rate = m === null ? null : way.exec(p.between(i, i + 1));
    if (
      m === null ||
      rate === null ||
      (rate[5] !== undefined) !== (m[3] !== undefined) ||
      (rate[1] ?? rate[2]) !== undefined
    )
      continue;
    const name = m[1]!;
    let anchor = -1;
    for (let k = i - 1; k >= 0 && i - k < 24 && p.list[i]!.sentence - p.list[k]!.sentence < 4; k--) {
      if (p.figure(k).base !== d.base || p.list[k]!.aspect !== 'level' || p.figure(k).upper !== undefined || p.aside(k))
        continue;
      if (!goesBy(p, k, name)) continue;
      // two of one name: nobody knows which
      anchor = anchor === -1 ? k : -2;
    }
    if (anchor === -1 && p.text.slice(p.sentence(i).start, d.start).includes('相比')) anchor = namesake(p, i, name);
    if (anchor < 0) continue;
    const down = m[3] !== undefined;
    yield rateOf(p, anchor, { index: i, order: i, since: '', down }, { index: i + 1, order: i + 1, since: '', down });
  }
}

/** An amount is told of that name: 死亡18人 is the 死亡人数. */
function goesBy(p: Passage, k: number, name: string): boolean {
  const lead = p.lead(k).replace(/(?:为|达到|达|有|共)$/, '');
  const stem = name.replace(/(?:起数|人数|件数|户数|批次|数量|总数|数)$/, '');
  return lead.endsWith(name) || (stem.length >= 2 && lead.endsWith(stem));
}

/** 发生安全事故13起，死亡23人。与去年同期相比，事故起数减少1起: the only amount of its unit in the sentence before, of a like name. */
function namesake(p: Passage, i: number, name: string): number {
  let at = -1;
  for (let k = i - 1; k >= 0 && p.list[i]!.sentence - p.list[k]!.sentence <= 1; k--) {
    if (p.same(k, i) || p.figure(k).base !== p.figure(i).base) continue;
    if (at >= 0 || p.list[k]!.aspect !== 'level' || p.figure(k).upper !== undefined) return -1;
    at = k;
  }
  return at >= 0 && p.lead(at).slice(-12).includes(name.slice(0, 2)) ? at : -1;
}

const plain = (since: string): string =>
  since === '同比' || lastYear.test(since) ? '' : planned.test(since) ? planned.source : since;

/** What the amount was before the step. */
function before(now: Interval, gap: Interval, down: boolean): Interval {
  return down
    ? { low: each(now.low, gap.low, 'plus'), high: each(now.high, gap.high, 'plus') }
    : { low: each(now.low, gap.high, 'minus'), high: each(now.high, gap.low, 'minus') };
}
const each = (a: Decimal | undefined, b: Decimal | undefined, op: 'plus' | 'minus'): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a[op](b);

/** The amount, and words close before it in its sentence; （已扣除…613亿元） tells of another amount. */
const around = (p: Passage, b: number, end: number): string =>
  p.text
    .slice(Math.max(p.sentence(b).start, p.figure(b).start - 40), end)
    .replace(/[（(][^（）()\d]*\d[^（）()]*[）)]/g, '');

/** 120亿元，比上年增加20亿元，增长20%: the rate stands last. */
function rateOf(p: Passage, i: number, step: Told, rate: Told): Claim {
  const [b, d, f] = [p.figure(i), p.figure(step.index), p.figure(rate.index)];
  const members = [b, d, f] as const;
  const y = exactAmount(b);
  const x = exactAmount(d);
  if (x === null || y === null || f.value === null) return claim('growth', 'not-checkable', members, f, '', f);
  const base = step.down ? y.plus(x) : y.minus(x);
  if (base.sign <= 0) return claim('growth', 'unsure', members, f, '', f);
  const value = x.times(Decimal.hundred).over(base, -decimals(f));
  const range = percentOf(amount(d), before(amount(b), amount(d), step.down), decimals(f));
  const note = `${show(d)}÷（${show(b)}${step.down ? '+' : '-'}${show(d)}）=${value}%`;
  return gapClaim(p, members, range, value, note, around(p, i, f.start));
}

/** 120亿元，同比增长20%，增收20亿元: the increase stands last; it is B × p ÷ (100 ± p). */
function stepOf(p: Passage, i: number, step: Told, rate: Told): Claim {
  const [b, f, d] = [p.figure(i), p.figure(rate.index), p.figure(step.index)];
  const members = [b, f, d];
  const y = exactAmount(b);
  const x = exactAmount(d);
  if (x === null || y === null || f.value === null) return claim('growth', 'not-checkable', members, d, '', d);
  const [told, now] = [amount(f), amount(b)];
  const whole = f.value.shift(f.exponent);
  const over = (part: Decimal): Decimal => (step.down ? Decimal.hundred.minus(part) : Decimal.hundred.plus(part));
  const end = (value: Decimal | undefined, part: Decimal | undefined, up: boolean): Decimal | undefined =>
    value === undefined || part === undefined || over(part).sign <= 0
      ? undefined
      : (up ? ceilQuotient : floorQuotient)(value.times(part), over(part), 4);
  if (over(whole).sign <= 0) return claim('growth', 'unsure', members, d, '', d);
  let verdict = judge({ low: end(now.low, told.low, false), high: end(now.high, told.high, true) }, d);
  // small counts: 31件, 下降27.91%, 减少12件 is told to more digits than 12 has
  if (verdict === 'mismatch' && judge(percentOf(amount(d), before(now, amount(d), step.down), decimals(f)), f) === 'ok')
    verdict = 'ok';
  const value = y.times(whole).over(over(whole), d.exponent + Math.min(0, d.value!.exponent));
  const rough = b.approximate || d.approximate || f.approximate;
  if (verdict === 'mismatch' && (rough || constantPrices.test(around(p, i, d.start)))) verdict = 'unsure';
  const note = `${show(b)}×${show(f)}÷（1${step.down ? '-' : '+'}${show(f)}）=${showLike(value, d)}`;
  return claim('growth', verdict, members, d, note, d, digitsLike(value, d));
}

/** 38730亿元，比预算超收3307亿元，完成预算的109.3%: what goes beyond the plan, and how much of the plan that makes. */
function beyondPlan(p: Passage, i: number, step: Told, share: number): Claim {
  const [b, d, f] = [p.figure(i), p.figure(step.index), p.figure(share)];
  const members = [b, d, f] as const;
  const y = exactAmount(b);
  const x = exactAmount(d);
  if (x === null || y === null || f.value === null) return claim('progress', 'not-checkable', members, f, '', f);
  const plan = step.down ? y.plus(x) : y.minus(x);
  if (plan.sign <= 0) return claim('progress', 'unsure', members, f, '', f);
  const value = y.times(Decimal.hundred).over(plan, -decimals(f));
  const range = percentOf(amount(b), before(amount(b), amount(d), step.down), decimals(f));
  const verdict = judge(range, f);
  const rough = b.approximate || d.approximate || f.approximate;
  return claim(
    'progress',
    verdict === 'mismatch' && rough ? 'unsure' : verdict,
    members,
    f,
    `${show(b)}÷（${show(b)}${step.down ? '+' : '-'}${show(d)}）=${value}%`,
    f,
    value.shift(-f.exponent).toString(),
  );
}
