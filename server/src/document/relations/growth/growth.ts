/** B，比上年增加d，增长p%; B，比上年的A高n个百分点; 是A的n倍; 翻一番; movements with both ends are told by pairs. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import {
  amountBeside,
  type Claim,
  claim,
  compared,
  decimals,
  increment,
  leavesBrackets,
  outside,
  type Passage,
  percentage,
  percentOf,
  quantity,
  reachFigures,
  show,
} from '../passage.ts';
import { afterPair, beforePair, pairAt } from './pairs.ts';
import { differenceClaim, falls, gapClaim, growthClaim, level, multipleClaim } from './reckoned.ts';
import { timesApart } from './two-times.ts';

export function* growths(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const pair = pairAt(p, i) ?? timesApart(p, i);
    if (pair !== undefined) {
      yield* afterPair(p, pair);
      if (pair.moved) yield* beforePair(p, pair);
    }
    const f = p.figure(i);
    if (quantity(f) || f.kind === 'percent' || isStretch(p, i)) {
      const found = against(p, i) ?? share(p, i) ?? (i > 2 ? lastYearFar(p, i) : undefined);
      if (found !== undefined) yield* found;
    }
    if (f.kind === 'fraction') {
      const found = share(p, i) ?? against(p, i);
      if (found !== undefined) yield* found;
    }
    if (f.kind === 'percentage-point' || quantity(f)) {
      const found = higher(p, i) ?? apart(p, i);
      if (found !== undefined) yield found;
      else if (f.kind === 'percentage-point') yield* pointsSince(p, i);
    }
    if (f.kind === 'multiple') {
      const found = times(p, i);
      if (found !== undefined) yield found;
    }
  }
}

/** 优良天数262天，去年同期249天，增加13天: a stretch of time beside two others. */
const isStretch = (p: Passage, i: number): boolean =>
  p.figure(i).dimension === 'time' && p.figure(i).kind === 'quantity' && p.figure(i - 1).base === p.figure(i).base;

/** Two amounts `a` and `b`, and a figure behind them that tells what one grew from the other: how the three are told together. */
interface Compared {
  readonly p: Passage;
  /** Index of the figure behind the two. */
  readonly i: number;
  /** The amount nearest before it, and the one before that. */
  readonly a: FigureToken;
  readonly b: FigureToken;
  /** What stands between the two, and what stands before the figure; closed brackets left out. */
  readonly joint: string;
  readonly lead: string;
}

/** How many characters in brackets may stand between two figures that are compared. */
const longestBracket = 200;

const overYears = /^(?:来|间)?(?:共|累计)?(?:增加|增长|减少|下降)(?:了)?$/;
/** `相比，十年共减少了` without the years. */
const yearsAway = (text: string): string => text.replace(/[一二三四五六七八九十\d]{1,2}年(?:来|间)?(?:共|累计)?/, '');

/** B，比上年的A增长p%; 1949年A，1956年上升到B，比1949年增长p%: figure i is the percentage or the difference. */
function against(p: Passage, i: number): Claim[] | undefined {
  const told = comparedAt(p, i);
  if (told === undefined) return undefined;
  if (told === 'far') return sinceThen(p, i);
  const { joint, lead } = told;
  if (than.test(joint) && moved.test(lead.replace(/^(?:相比|对比)?[，,]/, ''))) return comparedWith(told);
  return sinceYear(told) ?? lastYearBehind(told) ?? sideBySide(told);
}

/** The two amounts before figure `i` that it may be told of; `far` where what is compared with stands before other figures. */
function comparedAt(p: Passage, i: number): Compared | 'far' | undefined {
  const f = p.figure(i);
  if (f.upper !== undefined || i < 2 || !p.same(i, i - 2)) return undefined;
  const at = overYears.test(p.between(i - 1, i)) ? p.before(i) : i - 1;
  if (at < 0) return undefined;
  const a = p.figure(at);
  // 比五年前的2.85万元增加1.52万元: 五年 is none of them
  let before = a.dimension === 'time' ? at - 1 : p.before(at);
  // 550件（含转办246件），比上年的847件少297件: what stands in brackets is not compared
  while (before >= 0 && a.start - p.figure(before).end <= longestBracket && leavesBrackets(p.between(before, at)))
    before = p.before(before);
  // 329天，优良率90.1%，比前年的311天多18天: nor is a share of it
  const beside = before > 0 && before === at - 1 && rated(p, before, a);
  if (beside) before--;
  if (before < 0 || a.start - p.figure(before).end > longestBracket || !p.same(before, i)) return undefined;
  const b = p.figure(before);
  if (b.base !== a.base && /^相比[，,]/.test(p.between(i - 1, i))) return 'far';
  if (!level(a) || !level(b) || increment(p.lead(before)) || a.base !== b.base || a.kind !== b.kind) return undefined;
  const lead = at === i - 1 ? outside(p.between(i - 1, i)) : yearsAway(p.between(at, i));
  const joint = outside(p.between(beside ? at - 1 : before, at));
  if (lead.length > 30 || joint.length > 30 || /[。；;]/.test(lead + joint)) return undefined;
  // 比预算超收A，比上年增长p%
  if (/[超短][收支]|增收|减收/.test(joint) && /比|较/.test(lead)) return undefined;
  return { p, i, a, b, joint, lead };
}

/** Figure `k` is a rate or a share, told of the amount before it in a clause of its own. */
const rated = (p: Passage, k: number, a: FigureToken): boolean =>
  a.kind === 'quantity' &&
  p.figure(k).kind === 'percent' &&
  /^[，,（(][^，,。；;]{0,8}(?:率|占比?|完成[^，,。；;]{0,6}的|同比(?:增长|下降|减少|上升))(?:为|达到?|约)?$/.test(
    p.between(k - 1, k),
  );

const than = /^(?:以上|左右|以下)?[，,（(、]?(?:比|较|与|同)[^，,。；;]{0,22}$/;
const moved =
  /^[^，,。；;]{0,12}(?:增长|增加|提高|上升|下降|减少|降低|多|少|高出?|低|多出|净增|增产|减产|增收|减收|增支|减支|多收|少收|多招|少招|多完成|少完成|增|降)(?:了|出)?(?:约|近|将近)?$/;

const isRate = ({ p, i, a }: Compared): boolean => percentage(p.figure(i)) && a.kind === 'quantity';
const isGap = ({ p, i, a }: Compared): boolean =>
  p.figure(i).kind === 'percentage-point'
    ? a.kind === 'percent'
    : p.figure(i).kind === a.kind && p.figure(i).base === a.base;

/** B，比A…增长p%, B，比A多d. */
function comparedWith(told: Compared): Claim[] | undefined {
  const { p, i, a, b, joint, lead } = told;
  const planned = /计划|目标|任务/.test(joint + lead) && !(p.figure(i).kind === a.kind && /[多少]/.test(lead));
  if (planned || /分别/.test(joint + lead) || /[增减升降多少]|下降|提高/.test(joint)) return undefined;
  const down = falls.test(lead);
  if (isRate(told)) return [growthClaim(p, a, b, p.figure(i), 1, down)];
  return isGap(told) ? [differenceClaim(down ? b : a, down ? a : b, p.figure(i), true, true)] : undefined;
}

/** A（1949年），1956年上升到B，比1949年增长p%. */
function sinceYear(told: Compared): Claim[] | undefined {
  const { p, i, a, b, joint, lead } = told;
  const year = /^[，,]?(?:比|较)(\d{4}年)[^，,。；;\d]{0,8}(?:增长|增加|提高|上升|下降|减少|降低)(?:了)?$/.exec(
    lead,
  )?.[1];
  if (year === undefined || !isRate(told) || p.list[i - 2]!.period !== year) return undefined;
  if (!/(?:上升|增加|提高|增长|下降|减少|达|降)(?:到|至)/.test(joint)) return undefined;
  return [growthClaim(p, b, a, p.figure(i), 1, falls.test(lead))];
}

const ago =
  /^[，,（(]?(?:而)?(?:去年|上年|前年|上一年)?(?:同期|末|底|[上下]半年|全年|前三季度|[一二三四]季度)?(?:为|是|仅有|只有|仅为|达到)?$/;

/** B，去年同期为A，增长p%. */
function lastYearBehind(told: Compared): Claim[] | undefined {
  const { p, i, a, b, joint, lead } = told;
  if (!ago.test(joint) || !/去年|上年|前年|上一年|同期/.test(joint)) return undefined;
  if (!/^[）)]?[，,]?(?:同比)?(?:增长|增加|提高|下降|减少|降低|增|降)(?:了)?$/.test(lead)) return undefined;
  if (isRate(told)) return [growthClaim(p, a, b, p.figure(i), 1, falls.test(lead))];
  return isGap(told) ? [differenceClaim(a, b, p.figure(i), true)] : undefined;
}

/** 88.6%，去年同期是85.3%，提高3.3个百分点. */
function pointsSince(p: Passage, i: number): readonly Claim[] {
  const told = comparedAt(p, i);
  return told === undefined || told === 'far' ? [] : (lastYearBehind(told) ?? []);
}

/** 80.2亿元和94.6亿元，一年增加14.4亿元. */
function sideBySide(told: Compared): Claim[] | undefined {
  const { p, i, a, b, joint, lead } = told;
  if (!/^[和与]$/.test(joint) || !isGap(told)) return undefined;
  return /^[，,](?:一年|一年来)?(?:净?增加|增长|提高|净增|减少|下降)(?:了)?$/.test(lead)
    ? [differenceClaim(b, a, p.figure(i), true)]
    : undefined;
}

const lastYearOnly = /^[，,；;（(](?:而)?(?:去年|上年)同期(?:仅|只)?(?:接待|完成|实现|新增|受理|发生|引进|为|是|有)?$/;
const grownBehind = /^[，,](?:同比|比上年同期|比去年同期)?(?:(增长|增加|上升)|(?:下降|减少|降低))(?:了)?$/;

/** 接待126万人次，实现收入7.56亿元…；去年同期接待108万人次，同比增长16.7%: what it was is told after other figures, in its unit. */
function lastYearFar(p: Passage, i: number): Claim[] | undefined {
  const [a, f] = [p.figure(i - 1), p.figure(i)];
  if (f.kind !== 'percent' || !quantity(a) || a.upper !== undefined || !lastYearOnly.test(p.lead(i - 1)))
    return undefined;
  const way = grownBehind.exec(p.between(i - 1, i));
  if (way === null || p.figure(i - 2).base === a.base) return undefined;
  let b: FigureToken | undefined;
  for (let j = i - 3; j >= 0 && p.same(i, j) && i - j <= farthestNow; j--) {
    const g = p.figure(j);
    if (g.base !== a.base) continue;
    if (b !== undefined || !level(g) || p.list[j]!.aspect !== 'level' || p.aside(j)) return undefined;
    b = g;
  }
  return b === undefined ? undefined : [growthClaim(p, a, b, f, 1, way[1] === undefined)];
}
const farthestNow = 8;

/** 事故86起，死亡12人，与去年同期的95起相比，减少9起: what is compared with is told after other figures. */
function sinceThen(p: Passage, i: number): Claim[] | undefined {
  const f = p.figure(i);
  const a = p.figure(i - 1);
  if (!/[与同](?:去年|上年|上一年)(?:同期)?的?$/.test(p.lead(i - 1)) || !level(a)) return undefined;
  const way = /^相比[，,](?:净)?(?:(增加|增长|上升|多)|(?:减少|下降|降低|少))(?:了)?$/.exec(p.between(i - 1, i));
  if (way === null) return undefined;
  for (let j = i - 2; j >= 0 && p.same(i, j) && i - j <= 6; j--) {
    const b = p.figure(j);
    if (b.base !== a.base || b.kind !== a.kind) continue;
    if (!level(b) || p.list[j]!.aspect !== 'level') return undefined;
    if (f.kind === 'percent' && a.kind === 'quantity') return [growthClaim(p, a, b, f, 1, way[1] === undefined)];
    if (f.kind !== a.kind || f.base !== a.base) return undefined;
    return [way[1] === undefined ? differenceClaim(b, a, f, true, true) : differenceClaim(a, b, f, true, true)];
  }
  return undefined;
}

/** 比上年的A增加d，增长p%: figure i is the percentage. */
function share(p: Passage, i: number): Claim[] | undefined {
  const f = p.figure(i);
  if ((f.kind !== 'percent' && f.kind !== 'fraction') || i < 2 || !p.same(i, i - 2) || f.upper !== undefined)
    return undefined;
  const d = p.figure(i - 1);
  // …的334020人相比，十年共减少19035人: 十年 is none of them
  const at = p.before(i - 1);
  if (at < 0 || !p.same(i, at)) return undefined;
  const a = p.figure(at);
  if (!quantity(d) || !quantity(a) || a.base !== d.base || d.upper !== undefined || a.upper !== undefined)
    return undefined;
  const joint = outside(p.between(at, i - 1));
  const lead = p.between(i - 1, i);
  if (
    !compared(outside(p.lead(at))) ||
    !/^(?:[（(]次[）)])?(?:相比|对比)?[，,]?(?:[一二三四五六七八九十]年来?(?:间)?)?(?:共|累计)?(?:净?增加|增长|净增|增产|增收|增支|多收?|减少|减产|减收|少收?|下降|降低|提高)(?:了)?(?:约|近)?$/.test(
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
  // 前年86户，去年是129户，净增43户，增长50%: of what there was the year before that
  if (at > 0 && timesApart(p, at)?.bound === true) return undefined;
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
    if (lead.includes('最')) return extremes(p, i);
    const a = p.figure(i - 2);
    // 增长55.5%，下降13.2%，高低相差68.7个百分点: the two lie on both sides of nothing
    if (sinks.test(p.lead(i - 1).slice(-8)) !== sinks.test(p.lead(i - 2).slice(-8))) return undefined;
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
  const up = /高于|高出|快于|[比较][^，,]{1,14}(?:高|快|加快|提高|提升|上升)$/.test(lead);
  const down = /低于|慢于|[比较][^，,]{1,14}(?:低|慢|回落|下降)$/.test(lead);
  if (up === down) return undefined;
  return up ? differenceClaim(other, b, f, true, true) : differenceClaim(b, other, f, true, true);
}

/** Less than nothing. */
const sinks = /下降|减少|负增长|为负/;

/** 91%、88%和85%，最低的47%，最高与最低相差44个百分点. */
function extremes(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  let [top, bottom]: readonly (FigureToken | undefined)[] = [];
  let named = 0;
  let fallen = 0;
  for (let j = i - 1; j >= 0 && p.same(i, j) && i - j <= reachFigures; j--) {
    const g = p.figure(j);
    const own = exactAmount(g);
    if (f.kind === 'percentage-point' ? g.kind !== 'percent' : g.kind !== f.kind || g.base !== f.base) continue;
    if (own === null || g.upper !== undefined) return undefined;
    if (/最[高多大快低少小慢]/.test(p.lead(j))) named++;
    if (sinks.test(p.lead(j).slice(-8))) fallen++;
    if (top === undefined || own.compare(exactAmount(top)!) > 0) top = g;
    if (bottom === undefined || own.compare(exactAmount(bottom)!) < 0) bottom = g;
  }
  // 最高的增长55.5%，最低的下降13.2%: the two lie on both sides of nothing
  if (top === undefined || bottom === undefined || top === bottom || fallen > 0) return undefined;
  return differenceClaim(bottom, top, f, named > 0);
}

const stepOnly =
  /^[，,](?:比|较)(?:上年|去年)(?:同期|末|底)?(?:[增提上下降减回]|放缓|收窄|扩大|加快)[\u4e00-\u9fa5]{0,2}$/;

/** 33.6%，比全省26.6%高7个百分点; 高于全市平均水平（26.6%）7个百分点. */
function higher(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.kind !== 'percentage-point' || i < 2 || !p.same(i, i - 2) || f.upper !== undefined) return undefined;
  const a = p.figure(i - 1);
  // 7.8%，比二季度的7.1%加快0.7个百分点，比一季度的6.5%加快1.3个百分点
  const again =
    i > 3 && p.same(i, i - 4) && p.figure(i - 2).kind === 'percentage-point' && p.figure(i - 3).kind === 'percent';
  // 3.1%，比上年末下降1.4个百分点；相较2012年末的10.2%累计下降7.1个百分点
  const since =
    i > 2 && p.same(i, i - 3) && p.figure(i - 2).kind === 'percentage-point' && stepOnly.test(p.lead(i - 2));
  const b = p.figure(again ? i - 4 : since ? i - 3 : i - 2);
  if (a.kind !== 'percent' || b.kind !== 'percent') return undefined;
  const joint = p.between(i - 2, i - 1);
  const lead = p.between(i - 1, i);
  if (joint.length > 24 || lead.length > 16 || /[。；;]/.test(since ? lead : joint + lead)) return undefined;
  if (/分别/.test(joint + lead)) return undefined;
  // 增长39.5%，远高于全部投资，占比重为17.8%: what is above something need not be above the next percentage
  const above = /(?:高于|高出|快于|好于|超过|领先)[^，,。；;]{0,16}$/.test(joint);
  const below = /(?:低于|慢于|落后)[^，,。；;]{0,16}$/.test(joint);
  if (/(?:增长|上升|下降|增加|减少|提高)[^，,。；;]{0,3}$/.test(joint) || /[比较]/.test(lead)) return undefined;
  const comparing = /^[^，,。；;]{0,4}[，,（(]?[^，,。；;]{0,6}(?:比|较|与)[^，,。；;]{0,18}$/.test(
    since ? joint.replace('；', '，') : joint,
  );
  const said =
    /(高|快|多|提高|提升|上升|增加|领先|扩大|加快)(?:出|了)?(?:约|近)?$|(低|慢|少|下降|回落|降低|减少|落后|缩小|收窄|放缓)(?:了)?(?:约|近)?$/.exec(
      lead,
    );
  // 全国为96.5%，我市为98.1%，高出1.6个百分点
  if (
    /^[，,][^，,。；;]{1,10}(?:为|是|达到?)$/.test(joint) &&
    /^[，,](?:(?:分别)?高出?|领先|快|低|落后|慢|相差)(?:了)?$/.test(lead)
  )
    return differenceClaim(b, a, f, true);
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
      return multipleClaim(b, a, f, '是', true);
    // 比A增长n倍, 比A翻一番
    if (
      quantity(b) &&
      b.base === a.base &&
      joint.length <= 26 &&
      /^(?:以上|左右)?[，,（(]?(?:比|较)[^，,。；;]{0,20}$/.test(joint) &&
      /(?:增长|增加|翻|提高|扩大|多|高)?(?:了)?$/.test(lead)
    )
      return multipleClaim(b, a, f, lead, true);
  }
  return undefined;
}
