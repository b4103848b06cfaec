/** 从A增长到B，增长p%; B，比上年增加d，增长p%; 从A提高到B，提高n个百分点; 是A的n倍; 翻一番. */
import { annualGrowth, Decimal, type Interval } from '../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../figures.ts';
import { constantPrices } from '../lexicon/figure-words.ts';
import {
  amountBeside,
  type CheckType,
  type Claim,
  ceilQuotient,
  claim,
  compared,
  decimals,
  digitsLike,
  floorQuotient,
  judge,
  meets,
  outside,
  type Passage,
  percentInterval,
  percentOf,
  quantity,
  show,
  showLike,
  type Verdict,
} from './passage.ts';

const moves =
  /(?:增加|增长|提高|上升|提升|扩大|发展|跃升|攀升|跃增|壮大|上涨|增|升|涨|下降|减少|降低|缩小|压减|压缩|减|降|收窄|回落|拓展|跨越|延长|缩短|下调|上调|调整|达|变)(?:到|至|为|成)$|(?:上升|增加|提高|提升|增长|扩大|发展|下降|减少|降低|缩小|跃升|攀升|上涨)(?:到|至|为)|[升降增减](?:到|至)/;
const falls = /下降|减少|降低|减|降|缩小|缩短|收窄|回落|下滑|压缩|低|少|负增长/;
const rises = /增长|增加|提高|上升|提升|扩大|增|升|涨|高|多/;
interface Pair {
  readonly from: number;
  readonly to: number;
  /** 由…到… stands there in so many words. */
  readonly explicit: boolean;
}

export function* growths(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const pair = pairAt(p, i);
    if (pair !== undefined) {
      yield* afterPair(p, pair);
      yield* beforePair(p, pair);
    }
    const f = p.figure(i);
    if (quantity(f) || f.kind === 'percent') {
      const found = against(p, i) ?? share(p, i);
      if (found !== undefined) yield* found;
    }
    if (f.kind === 'fraction') {
      const found = share(p, i) ?? against(p, i);
      if (found !== undefined) yield* found;
    }
    if (f.kind === 'percentage-point' || quantity(f)) {
      const found = higher(p, i) ?? apart(p, i);
      if (found !== undefined) yield found;
    }
    if (f.kind === 'multiple') {
      const found = times(p, i);
      if (found !== undefined) yield found;
    }
  }
}

const level = (f: FigureToken): boolean =>
  (quantity(f) || f.kind === 'percent' || (f.kind === 'quantity' && f.bare !== true)) && f.upper === undefined;

/** Figure i is the B of 从A增长到B. */
function pairAt(p: Passage, i: number): Pair | undefined {
  const to = p.figure(i);
  const a = i - 1;
  const from = p.figure(a);
  if (!level(to) || !level(from) || from.base !== to.base || from.kind !== to.kind || !p.same(i, a)) return undefined;
  const between = p.between(a, i);
  if (between.length > 24 || !moves.test(between) || /[。；;]/.test(between) || /分别/.test(between)) return undefined;
  const lead = p.lead(a);
  const explicit = /(?:从|由)[^，,。；;]{0,24}$/.test(lead);
  if (!explicit) return undefined;
  if (/分别/.test(lead.slice(-24))) return undefined;
  return { from: a, to: i, explicit };
}

function* afterPair(p: Passage, pair: Pair): Generator<Claim> {
  const from = p.figure(pair.from);
  const to = p.figure(pair.to);
  const down = falls.test(p.between(pair.from, pair.to)) && !rises.test(p.between(pair.from, pair.to));
  let seen = 0;
  for (let j = pair.to + 1; j < p.list.length && seen < 3; j++, seen++) {
    if (p.list[j]!.sentence !== p.list[pair.to]!.sentence) break;
    const f = p.figure(j);
    const lead = p.text.slice(Math.max(to.end, p.figure(j - 1).end), f.start);
    if (f.start - to.end > 60 || /[。；;]/.test(lead)) break;
    if (f.kind === 'quantity' && f.dimension === 'time') continue;
    // a new subject between commas ends what is said of the pair
    if (
      !/^(?:[，,、（(\s]|平均每年|年均|每年平均|年平均|累计|总共|共|五年|[一二三四五六七八九十\d]+年|净|同比|实际|整体|约|近|也就是|即|分别|比|较|上年|去年|年初|上年末|去年底|上年底)*(?:亩均|户均|人均)?(?:增长|增幅|增速|增加|提高|上升|提升|下降|减少|降低|降幅|降|增产|减产|增收|增|升|涨幅|涨|扩大|压减|缩小|缩短|翻|是|为|达到|达|了|幅度|率|的|前|前者|原来|接近|约|近|超过|\d{4}年|\s)*$/.test(
        lead,
      )
    )
      break;
    if (/同比|上年|去年|年初/.test(lead) && !sinceLast(p, pair, lead)) break;
    if ((f.kind === 'percent' || f.kind === 'fraction') && from.kind === 'quantity') {
      const yearly = /年均|平均每年|每年平均|年平均/.test(lead);
      const told = yearly ? yearsTold(p, j) : 0;
      if (told > 1) {
        // whether both ends count is not told: 五年年均 may be four steps
        const found = [told, told - 1].filter((n) => n > 1).map((n) => growthClaim(p, from, to, f, n, down));
        yield found.find((c) => c.verdict === 'ok') ?? found.find((c) => c.verdict !== 'mismatch') ?? found[0]!;
        continue;
      }
      const years = yearly ? yearsOf(p, pair) : 0;
      if (years === undefined) break;
      yield growthClaim(p, from, to, f, years, down);
      continue;
    }
    if (f.kind === 'percentage-point' && from.kind === 'percent') {
      if (/年均|平均每年/.test(lead)) break;
      yield differenceClaim(from, to, f, true);
      continue;
    }
    if (f.kind === 'multiple') {
      yield multipleClaim(p, to, from, f, lead, true);
      continue;
    }
    if (
      level(f) &&
      f.base === to.base &&
      f.kind === to.kind &&
      (rises.test(lead) || falls.test(lead)) &&
      !/(?:到|至|为)$/.test(lead.trim())
    ) {
      if (/年均|平均每年|每年平均|年平均/.test(lead)) {
        const years = yearsOf(p, pair);
        if (years !== undefined && years > 0) yield yearlyClaim(from, to, f, years);
      } else yield differenceClaim(from, to, f, true);
      continue;
    }
    break;
  }
}

/** 提高6.3个百分点，由35.4%提高到41.7%. */
function* beforePair(p: Passage, { from, to }: Pair): Generator<Claim> {
  if (from === 0 || !p.same(from - 1, from)) return;
  const d = p.figure(from - 1);
  const [a, b] = [p.figure(from), p.figure(to)];
  const rate = d.kind === 'percent' && quantity(a);
  const gap = a.kind === 'percent' ? d.kind === 'percentage-point' : quantity(d) && d.base === a.base;
  if (d.upper !== undefined || !(rate || gap)) return;
  // 同比增长12%，由年初的300亿元增加到330亿元: since another time
  if (rate && !/^[，,]由(?:(?:去年|上年)(?:同期)?的)?$/.test(p.between(from - 1, from))) return;
  if (!/^[，,][^，,。；;]{0,6}[由从](?:(?:\d{4}年|前年|去年|上年|年初)的?)?$/.test(p.between(from - 1, from))) return;
  const lead = p.lead(from - 1).slice(-8);
  const way = /(?:(增加|增长|提高|上升|提升|净增)|(下降|减少|降低))(?:了)?$/.exec(lead);
  if (way === null) return;
  if (rate) {
    yield growthClaim(p, a, b, d, 1, way[2] !== undefined);
    return;
  }
  yield way[2] === undefined ? differenceClaim(a, b, d, true, true) : differenceClaim(b, a, d, true, true);
}

/** 同比, 比上年, 比年初 mean the pair's beginning only where that is a year back, or the year's beginning. */
function sinceLast(p: Passage, pair: Pair, lead: string): boolean {
  const lastYear = /年初|上年|去年|同期/.test(p.lead(pair.from));
  if (lead.includes('年初')) return lastYear;
  const x = p.list[pair.from]!.period;
  return lastYear || !/^\d{4}年$/.test(x) || consecutive(x, p.list[pair.to]!.period);
}

/** 五年年均, 五年来年均: 5; 0 when no number of years stands there. */
function yearsTold(p: Passage, j: number): number {
  const years = p.figure(j - 1);
  if (years.base !== '年' || years.bound !== 'exact' || years.value === null || years.value.exponent !== 0) return 0;
  return /^(?:来|间)?(?:年均|平均每年|每年平均|年平均)/.test(p.between(j - 1, j)) ? Number(years.value.at(0)) : 0;
}

/** Years between the two: 从2016年的… 到2020年的…; 0 growth periods are none. */
function yearsOf(p: Passage, pair: Pair): number | undefined {
  const a = p.list[pair.from]!;
  const b = p.list[pair.to]!;
  const x = /^(\d{4})年$/.exec(a.period);
  const y = /^(\d{4})年$/.exec(b.period);
  if (x === null || y === null || a.period === b.period) return undefined;
  const n = Number(y[1]) - Number(x[1]);
  return n > 0 && n < 40 ? n : undefined;
}

export function growthClaim(
  p: Passage,
  from: FigureToken,
  to: FigureToken,
  f: FigureToken,
  years: number,
  down: boolean,
): Claim {
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null) return claim('growth', 'not-checkable', members, f, '', f);
  if (a.sign <= 0 || b.sign < 0) return claim('growth', 'unsure', members, f, '', f);
  const n = Math.max(1, years);
  const digits = decimals(f);
  const falling = down || falls.test(p.text.slice(Math.max(to.end, f.start - 8), f.start));
  const way = (range: Interval): Interval => (falling ? { low: negate(range.high), high: negate(range.low) } : range);
  let verdict = judge(way(growthRange(amountBeside(from, to), amountBeside(to, from), n, digits)), f);
  if (verdict === 'mismatch' && judge(way(growthRange(amount(from), amount(to), n, digits)), f) === 'ok')
    verdict = 'unsure';
  const exact = n === 1 ? b.minus(a).times(Decimal.hundred).over(a, -digits) : nearestYearly(a, b, n, digits);
  const shown = falling ? exact.negate() : exact;
  const around =
    p.text.slice(Math.max(0, p.sentence(0).start), 0) + p.text.slice(Math.max(0, from.start - 40), f.start);
  if (verdict === 'mismatch' && constantPrices.test(around) && !wild(shown, f.value, n)) verdict = 'unsure';
  if (verdict === 'mismatch' && (from.approximate || to.approximate) && !wild(shown, f.value)) verdict = 'unsure';
  const note =
    n === 1
      ? `（${show(to)}-${show(from)}）÷${show(from)}=${exact}%`
      : `${show(from)}→${show(to)}，${n}年年均${exact}%`;
  return claim('growth', verdict, members, f, note, f, shown.shift(-f.exponent).toString());
}

/** Price changes cannot explain a gap of more than fifteen points, nor of more than six a year over several years. */
function wild(computed: Decimal, stated: Decimal, years = 1): boolean {
  const gap = computed.minus(stated);
  return (gap.sign < 0 ? gap.negate() : gap).compare(Decimal.of(years > 1 ? 6 : 15)) > 0;
}

const negate = (d: Decimal | undefined): Decimal | undefined => d?.negate();

function nearestYearly(a: Decimal, b: Decimal, n: number, digits: number): Decimal {
  return annualGrowth(a, b, n, -digits - 2).round(-digits);
}

/** Growth in per cent that the ranges of two amounts allow. */
function growthRange(from: Interval, to: Interval, n: number, digits: number): Interval {
  const one = (a: Decimal | undefined, b: Decimal | undefined, up: boolean): Decimal | undefined => {
    if (a === undefined || b === undefined || a.sign <= 0) return undefined;
    if (n === 1)
      return up
        ? ceilQuotient(b.minus(a).times(Decimal.hundred), a, digits)
        : floorQuotient(b.minus(a).times(Decimal.hundred), a, digits);
    const g = annualGrowth(a, b, n, -digits - 4);
    return up ? g.plus(new Decimal(1n, -digits - 4)) : g;
  };
  return { low: one(from.high, to.low, false), high: one(from.low, to.high, true) };
}

function subtract(a: Interval, b: Interval): Interval {
  return {
    low: a.low === undefined || b.high === undefined ? undefined : a.low.minus(b.high),
    high: a.high === undefined || b.low === undefined ? undefined : a.high.minus(b.low),
  };
}
const absolute = (x: Interval): Interval =>
  x.low !== undefined && x.high !== undefined && x.high.sign <= 0 ? { low: x.high.negate(), high: x.low.negate() } : x;

/** b - a = f, whichever way. */
export function differenceClaim(a: FigureToken, b: FigureToken, f: FigureToken, sure: boolean, signed = false): Claim {
  const members = [a, b, f];
  const x = exactAmount(a);
  const y = exactAmount(b);
  if (x === null || y === null || f.value === null) return claim('difference', 'not-checkable', members, f, '', f);
  const range = subtract(amount(b), amount(a));
  let verdict: Verdict = judge(signed ? range : absolute(range), f);
  // 12.6 less 12 is 0.6: beside each other, with a difference as exact as the finer one, 12 is 12.0
  const finest = Math.min(a.exponent + a.value!.exponent, b.exponent + b.value!.exponent);
  if (verdict === 'ok' && f.bound === 'exact' && f.exponent + f.value.exponent === finest) {
    const narrow = subtract(amountBeside(b, a), amountBeside(a, b));
    if (judge(signed ? narrow : absolute(narrow), f) === 'mismatch') verdict = 'mismatch';
  }
  if (verdict === 'mismatch' && (!sure || a.approximate || b.approximate)) verdict = 'unsure';
  const [big, small, high, low] = y.compare(x) >= 0 ? [b, a, y, x] : [a, b, x, y];
  const gap = high.minus(low);
  const value = f.kind === 'percentage-point' ? `${gap}个百分点` : showLike(gap, f);
  return claim(
    'difference',
    verdict,
    members,
    f,
    () => `${show(big)}-${show(small)}=${value}`,
    f,
    f.kind === 'percentage-point' ? gap.toString() : digitsLike(gap, f),
  );
}

/** 从A增加到B，平均每年增加d. */
function yearlyClaim(from: FigureToken, to: FigureToken, f: FigureToken, years: number): Claim {
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null) return claim('average', 'not-checkable', members, f, '', f);
  const n = Decimal.of(years);
  const range = absolute(subtract(amount(to), amount(from)));
  const each: Interval = {
    low: range.low === undefined ? undefined : floorQuotient(range.low, n, 4),
    high: range.high === undefined ? undefined : ceilQuotient(range.high, n, 4),
  };
  const gap = b.minus(a);
  const value = (gap.sign < 0 ? gap.negate() : gap).over(n, f.exponent + Math.min(0, f.value.exponent));
  const verdict = judge(each, f);
  return claim(
    'average',
    from.approximate || to.approximate ? soften(verdict) : verdict,
    members,
    f,
    `（${show(to)}-${show(from)}）÷${years}=${showLike(value, f)}`,
    f,
    digitsLike(value, f),
  );
}

const soften = (v: Verdict): Verdict => (v === 'mismatch' ? 'unsure' : v);

/** What a gap of the second member comes to in per cent, against the third. */
export function gapClaim(
  p: Passage,
  members: readonly [FigureToken, FigureToken, FigureToken],
  range: Interval,
  value: Decimal,
  note: string,
  around = p.text.slice(Math.max(0, members[0].start - 40), members[2].start),
): Claim {
  const [b, d, f] = members;
  let verdict = judge(range, f);
  if (
    verdict === 'mismatch' &&
    (constantPrices.test(around) || b.approximate || d.approximate) &&
    !wild(value, f.value!)
  )
    verdict = 'unsure';
  return claim('growth', verdict, members, f, note, f, value.shift(-f.exponent).toString());
}
const minus = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.minus(b);

/** B，比上年的A增长p%; 1949年A，1956年上升到B，比1949年增长p%: figure i is the percentage or the difference. */
function against(p: Passage, i: number): Claim[] | undefined {
  const f = p.figure(i);
  if (f.upper !== undefined || i < 2 || !p.same(i, i - 2)) return undefined;
  const a = p.figure(i - 1);
  // 比五年前的2.85万元增加1.52万元: 五年 is none of them
  const before = p.before(i - 1);
  if (before < 0 || !p.same(before, i)) return undefined;
  const b = p.figure(before);
  if (!level(a) || !level(b) || a.base !== b.base || a.kind !== b.kind) return undefined;
  const lead = p.between(i - 1, i);
  const joint = outside(p.between(before, i - 1));
  if (lead.length > 30 || joint.length > 30 || /[。；;]/.test(lead + joint)) return undefined;
  // 比预算超收A，比上年增长p%
  if (/[超短][收支]|增收|减收/.test(joint) && /比|较/.test(lead)) return undefined;
  // B，比A…增长p%
  if (
    /^(?:以上|左右|以下)?[，,（(、]?(?:比|较|与|同)[^，,。；;]{0,22}$/.test(joint) &&
    /^[^，,。；;]{0,12}(?:增长|增加|提高|上升|下降|减少|降低|多|少|高出?|低|多出|净增|增产|减产|增收|减收|增支|减支|多收|少收|多招|少招|多完成|少完成|增|降)(?:了|出)?(?:约|近|将近)?$/.test(
      lead.replace(/^(?:相比|对比)?[，,]/, ''),
    )
  ) {
    const planned = /计划|目标|任务/.test(joint + lead) && !(f.kind === a.kind && /[多少]/.test(lead));
    if (planned || /分别/.test(joint + lead) || /[增减升降多少]|下降|提高/.test(joint)) return undefined;
    if (f.kind === 'percent' && a.kind === 'quantity') return [growthClaim(p, a, b, f, 1, falls.test(lead))];
    if (f.kind === a.kind && f.base === a.base) {
      const down = falls.test(lead);
      return [down ? differenceClaim(b, a, f, true, true) : differenceClaim(a, b, f, true, true)];
    }
    return undefined;
  }
  // A（1949年），1956年上升到B，比1949年增长p%
  const compared = /^[，,]?(?:比|较)(\d{4}年)[^，,。；;\d]{0,8}(?:增长|增加|提高|上升|下降|减少|降低)(?:了)?$/.exec(
    lead,
  );
  if (
    compared !== null &&
    f.kind === 'percent' &&
    a.kind === 'quantity' &&
    /(?:上升|增加|提高|增长|下降|减少|达|降)(?:到|至)/.test(joint) &&
    p.list[i - 2]!.period === compared[1]
  ) {
    return [growthClaim(p, b, a, f, 1, falls.test(lead))];
  }
  // B，去年同期为A，增长p%
  if (
    /^[，,（(]?(?:而)?(?:去年|上年|前年|上一年)?(?:同期|末|底|[上下]半年|全年|前三季度|[一二三四]季度)?(?:为|是|仅有|只有|仅为|达到)?$/.test(
      joint,
    ) &&
    /去年|上年|前年|上一年|同期/.test(joint) &&
    /^[）)]?[，,]?(?:同比)?(?:增长|增加|提高|下降|减少|降低|增|降)(?:了)?$/.test(lead)
  ) {
    if (f.kind === 'percent' && a.kind === 'quantity') return [growthClaim(p, a, b, f, 1, falls.test(lead))];
    if (f.kind === a.kind && f.base === a.base) return [differenceClaim(a, b, f, true)];
  }
  // 去年完成80亿元，今年完成100亿元，增长25%
  const [x, y] = [p.list[i - 2]!, p.list[i - 1]!];
  if (
    f.kind === 'percent' &&
    a.kind === 'quantity' &&
    consecutive(x.period, y.period) &&
    x.phrase === y.phrase &&
    x.place === y.place &&
    !x.target &&
    /^[，,][^，,。；;]{1,14}$/.test(joint) &&
    /^[，,](?:同比|比上年|比去年)?(?:增长|增加|提高|下降|减少|降低|增幅|降幅)(?:了|为|达|达到)?$/.test(lead)
  )
    return [growthClaim(p, b, a, f, 1, falls.test(lead))];
  // 年初结存1860万元，年末结存1540万元，减少320万元
  if (
    f.kind === a.kind &&
    f.base === a.base &&
    /年初|期初|上年末|去年底/.test(p.lead(i - 2).slice(-12)) &&
    /^[，,](?:年末|年底|期末|目前|现在)[^，,。；;、]{0,8}$/.test(joint)
  ) {
    const way = /^[，,](?:净)?(?:(增加|增长|增|多|提高)|(?:减少|下降|减|少|降低))(?:了)?$/.exec(lead);
    if (way !== null)
      return [way[1] === undefined ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true)];
  }
  // 80.2亿元和94.6亿元，一年增加14.4亿元
  if (
    /^[和与]$/.test(joint) &&
    f.kind === a.kind &&
    f.base === a.base &&
    /^[，,](?:一年|一年来)?(?:净?增加|增长|提高|净增|减少|下降)(?:了)?$/.test(lead)
  )
    return [differenceClaim(b, a, f, true)];
  return undefined;
}

/** 去年 and 今年, 2023年 and 2024年. */
function consecutive(first: string, second: string): boolean {
  if ((first === '去年' || first === '去年同期') && second === '今年') return true;
  const a = /^(\d{4})年$/.exec(first);
  const b = /^(\d{4})年$/.exec(second);
  return a !== null && b !== null && Number(b[1]) - Number(a[1]) === 1;
}

/** 比上年的A增加d，增长p%: figure i is the percentage. */
function share(p: Passage, i: number): Claim[] | undefined {
  const f = p.figure(i);
  if ((f.kind !== 'percent' && f.kind !== 'fraction') || i < 2 || !p.same(i, i - 2) || f.upper !== undefined)
    return undefined;
  const d = p.figure(i - 1);
  const a = p.figure(i - 2);
  if (!quantity(d) || !quantity(a) || a.base !== d.base || d.upper !== undefined || a.upper !== undefined)
    return undefined;
  const joint = p.between(i - 2, i - 1);
  const lead = p.between(i - 1, i);
  if (
    !compared(p.lead(i - 2)) ||
    !/^(?:[（(]次[）)])?(?:相比|对比)?[，,]?(?:[一二三四五六七八九十]年来?(?:间)?)?(?:共|累计)?(?:净?增加|增长|净增|多|减少|少|下降|降低|提高)(?:了)?(?:约|近)?$/.test(
      joint,
    )
  )
    return undefined;
  if (
    !/^(?:[（(]次[）)])?[，,、（(](?:同比|即)?(?:增长|增幅|增加|提高|下降|减少|降低|降幅|降|增)(?:率)?(?:为|达到|达|约|近|了)?$/.test(
      lead,
    )
  )
    return undefined;
  const down = falls.test(joint);
  if (down !== falls.test(lead)) return undefined;
  const members = [a, d, f] as const;
  const x = exactAmount(a);
  const y = exactAmount(d);
  if (x === null || y === null || f.value === null || x.sign <= 0)
    return [claim('growth', 'not-checkable', members, f, '', f)];
  const digits = decimals(f);
  const value = y.times(Decimal.hundred).over(x, -digits);
  const range = percentOf(amountBeside(d, a), amountBeside(a, d), digits);
  return [gapClaim(p, members, range, value, `${show(d)}÷${show(a)}=${value}%`)];
}

/** 最高的为7.4%，最低的为4.3%，两者相差3.1个百分点; 增长6.2%，高于全省0.6个百分点（全省为5.6%）. */
function apart(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.upper !== undefined || i < 1 || !p.same(i, i - 1)) return undefined;
  const b = p.figure(i - 1);
  const lead = p.between(i - 1, i);
  if (
    lead.length <= 12 &&
    /[差距]/.test(lead) &&
    /(?:相差|相距|差距(?:为|达)?)(?:达|了)?$/.test(lead) &&
    i >= 2 &&
    p.same(i, i - 2)
  ) {
    const a = p.figure(i - 2);
    const alike =
      f.kind === 'percentage-point'
        ? a.kind === 'percent' && b.kind === 'percent'
        : a.kind === f.kind && a.base === f.base && b.kind === f.kind && b.base === f.base;
    return alike && p.between(i - 2, i - 1).length <= 24 ? differenceClaim(a, b, f, true) : undefined;
  }
  const points = f.kind === 'percentage-point';
  if (points ? b.kind !== 'percent' : b.kind !== f.kind || b.base !== f.base) return undefined;
  if (i + 1 >= p.list.length || !p.same(i, i + 1)) return undefined;
  const other = p.figure(i + 1);
  const joint = p.between(i, i + 1);
  if (other.kind !== b.kind || other.base !== b.base || other.upper !== undefined) return undefined;
  const inBrackets =
    /^[（(][^，,。；;（）()]{0,12}$/.test(joint) && /^[）)]/.test(p.text.slice(other.end, other.end + 1));
  // …，全市增长7.8%: who is compared with is named again
  const again = /^[，,]([\u4e00-\u9fa5]{2})[^，,。；;（）()]{0,14}(?:增长|为|是)$/.exec(joint)?.[1];
  if (!inBrackets && (again === undefined || !lead.slice(-14).includes(again))) return undefined;
  if (lead.length > 24 || /[。；;]/.test(lead)) return undefined;
  const up = /高于|高出|快于|比[^，,]{1,14}(?:高|快|加快|提高|提升|上升)$/.test(lead);
  const down = /低于|慢于|比[^，,]{1,14}(?:低|慢|回落|下降)$/.test(lead);
  if (up === down) return undefined;
  return up ? differenceClaim(other, b, f, true, true) : differenceClaim(b, other, f, true, true);
}

/** 33.6%，比全省26.6%高7个百分点; 高于全市平均水平（26.6%）7个百分点. */
function higher(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.kind !== 'percentage-point' || i < 2 || !p.same(i, i - 2) || f.upper !== undefined) return undefined;
  const a = p.figure(i - 1);
  const b = p.figure(i - 2);
  if (a.kind !== 'percent' || b.kind !== 'percent') return undefined;
  const joint = p.between(i - 2, i - 1);
  const lead = p.between(i - 1, i);
  if (joint.length > 24 || lead.length > 16 || /[。；;]/.test(joint + lead)) return undefined;
  if (/分别/.test(joint + lead)) return undefined;
  // 增长39.5%，远高于全部投资，占比重为17.8%: what is above something need not be above the next percentage
  const above = /(?:高于|高出|快于|好于|超过|领先)[^，,。；;]{0,16}$/.test(joint);
  const below = /(?:低于|慢于|落后)[^，,。；;]{0,16}$/.test(joint);
  if (/(?:增长|上升|下降|增加|减少|提高)[^，,。；;]{0,3}$/.test(joint) || /[比较]/.test(lead)) return undefined;
  const comparing = /^[^，,。；;]{0,4}[，,（(]?[^，,。；;]{0,6}(?:比|较|与)[^，,。；;]{0,18}$/.test(joint);
  const said =
    /(高|快|多|提高|提升|上升|增加|领先|扩大|加快)(?:出|了)?(?:约|近)?$|(低|慢|少|下降|回落|降低|减少|落后|缩小|收窄|放缓)(?:了)?(?:约|近)?$/.exec(
      lead,
    );
  if (above || below) {
    if (lead.length > 12 || /[，,].*[，,]/.test(lead)) return undefined;
    return above ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true);
  }
  if (!comparing || said === null || /[，,]/.test(lead.replace(/^[，,]/, ''))) return undefined;
  return said[1] !== undefined ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true);
}

/** 7020万美元，是2002年2700万美元的2.6倍: figure i is the multiple. */
function times(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const a = p.figure(i - 1);
  if (!quantity(a) || !p.same(i, i - 1)) return undefined;
  const lead = p.between(i - 1, i);
  // B，是…A的n倍
  if (
    /^(?:以上|左右)?[^，,。；;]{0,8}的?(?:近|约|将近|接近|整整|超过)?$/.test(lead) &&
    p.before(i - 1) >= 0 &&
    p.same(i, p.before(i - 1))
  ) {
    const b = p.figure(p.before(i - 1));
    const joint = p.between(p.before(i - 1), i - 1);
    if (
      quantity(b) &&
      b.base === a.base &&
      joint.length <= 26 &&
      /(?:是|为|相当于|等于|达到?)[^，,。；;]{0,20}$/.test(joint) &&
      /的/.test(lead) &&
      f.unit.endsWith('倍')
    )
      return multipleClaim(p, b, a, f, '是', true);
    // 比A增长n倍, 比A翻一番
    if (
      quantity(b) &&
      b.base === a.base &&
      joint.length <= 26 &&
      /^(?:以上|左右)?[，,（(]?(?:比|较)[^，,。；;]{0,20}$/.test(joint) &&
      /(?:增长|增加|翻|提高|扩大|多|高)?(?:了)?$/.test(lead)
    )
      return multipleClaim(p, b, a, f, lead, true);
  }
  return undefined;
}

export function multipleClaim(
  _p: Passage,
  to: FigureToken,
  from: FigureToken,
  f: FigureToken,
  lead: string,
  sure: boolean,
): Claim {
  const type: CheckType = 'multiple';
  const members = [from, to, f];
  const a = exactAmount(from);
  const b = exactAmount(to);
  if (a === null || b === null || f.value === null || a.sign <= 0)
    return claim(type, 'not-checkable', members, f, '', f);
  const now = amount(to);
  const before = amount(from);
  const range: Interval = {
    low: now.low === undefined || before.high === undefined ? undefined : floorQuotient(now.low, before.high, 3),
    high:
      now.high === undefined || before.low === undefined || before.low.sign <= 0
        ? undefined
        : ceilQuotient(now.high, before.low, 3),
  };
  const digits = Math.max(1, decimals(f));
  const ratio = b.over(a, -digits);
  if (f.base === '番') {
    const n = Number(f.value.at(0));
    const wanted = Decimal.of(2 ** Math.min(n, 20));
    const tenth = new Decimal(wanted.coefficient, -1);
    let verdict: Verdict = meets(range, { low: wanted.minus(tenth), high: wanted.plus(tenth.times(Decimal.of(2))) })
      ? 'ok'
      : 'mismatch';
    const loose: Interval = {
      low: wanted.minus(tenth.times(Decimal.of(2))),
      high: wanted.plus(tenth.times(Decimal.of(5))),
    };
    if (verdict === 'mismatch' && (!sure || meets(range, loose) || /计划|要|目标|基础/.test(lead))) verdict = 'unsure';
    return claim(type, verdict, members, f, () => `${show(to)}÷${show(from)}=${ratio}`, f);
  }
  const grown =
    /增长|增加|提高|扩大|多|高|上升|提升|增/.test(lead) &&
    !/(?:到|至|为|是)\s*(?:了)?(?:原来|前者|上年|\d{4}年)?的?$/.test(lead);
  const one = Decimal.one;
  const stated = grown ? { low: minus(range.low, one), high: minus(range.high, one) } : range;
  let verdict = judge(stated, f);
  if (
    verdict !== 'ok' &&
    (f.approximate || to.approximate || from.approximate || !sure) &&
    !farApart(stated, percentInterval(f))
  )
    verdict = 'unsure';
  const value = grown ? ratio.minus(one) : ratio;
  return claim(
    type,
    verdict,
    members,
    f,
    grown ? `${show(to)}÷${show(from)}-1=${value}` : `${show(to)}÷${show(from)}=${value}`,
    f,
    value.toString(),
  );
}

/** The gap between two ranges is more than a quarter of where they lie. */
export function farApart(a: Interval, b: Interval): boolean {
  const gap = (low: Decimal | undefined, high: Decimal | undefined): boolean =>
    low !== undefined &&
    high !== undefined &&
    low.minus(high).times(Decimal.of(4)).compare(high) > 0 &&
    low.compare(high) > 0;
  return gap(a.low, b.high) || gap(b.low, a.high);
}
