/** 从A增长到B，增长p%; 从A提高到B，提高n个百分点: a movement with both its ends, and what is told of it. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, type Passage, quantity } from '../passage.ts';
import { oneSlip } from '../slips.ts';
import {
  consecutive,
  differenceClaim,
  falls,
  growthClaim,
  level,
  multipleClaim,
  rises,
  yearlyClaim,
} from './reckoned.ts';

const moves =
  /(?:增加|增长|提高|上升|提升|扩大|扩展|扩充|延伸|扩|发展|跃升|攀升|跃增|壮大|上涨|增|升|涨|下降|减少|降低|缩小|压减|压缩|减|降|收窄|回落|拓展|跨越|延长|缩短|下调|上调|调整|整合|合并|归并|精简|撤并|达|变)(?:到|至|为|成)$|(?:上升|增加|提高|提升|增长|扩大|发展|下降|减少|降低|缩小|跃升|攀升|上涨)(?:到|至|为)|[升降增减](?:到|至)/;
/** 原来要盖46枚公章，现在减少到18枚. */
const formerly = /(?:原来|过去|以前|此前|原先|当初)[^，,。；;]{0,24}$/;

/** 5个村合并成2个. */
const merged = /^[\u4e00-\u9fa5]{0,6}(?:合并|整合|撤并|归并|精简)(?:成|为|到)$/;
/** 从五年前的8亿元到今年的16亿元. */
const since = /从(?:[^，,。；;]{0,8}(?:年|年前|初|末|底|时)的?)[^，,。；;]{0,4}$/;
const untilNow = /^[^，,。；;]{0,4}到(?:今年|去年|现在|目前|如今|\d{4}年)(?:底|末|初)?的?$/;

/** Two amounts of one thing at two times. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  /** Told as one movement (从A增长到B), and not in two clauses (去年A，今年B). */
  readonly moved: boolean;
  /** What follows is told of the two without saying since when. */
  readonly bound: boolean;
}

/** Figure i is the B of 从A增长到B. */
export function pairAt(p: Passage, i: number): Pair | undefined {
  const to = p.figure(i);
  const a = i - 1;
  const from = p.figure(a);
  if (!level(to) || !level(from) || from.base !== to.base || from.kind !== to.kind || !p.same(i, a)) return undefined;
  const between = p.between(a, i);
  if (between.length > 24 || /[。；;]/.test(between) || /分别/.test(between)) return undefined;
  const lead = p.lead(a);
  if (!moves.test(between) && !(since.test(lead) && untilNow.test(between))) return undefined;
  const told = /(?:从|由)[^，,。；;]{0,24}$/.test(lead) || formerly.test(lead) || merged.test(between);
  if (!told || /分别/.test(lead.slice(-24))) return undefined;
  return { from: a, to: i, moved: true, bound: true };
}

/** Words that may stand between a pair and a figure that tells of it. */
const ofPair =
  /^(?:以上|左右)?(?:[，,、（(\s]|平均每年|年均|每年平均|年平均|累计|总共|共|五年|[一二三四五六七八九十\d]+年|时间|来|间|净|同比|实际|整体|整整|约|近|也就是|即|分别|比|较|上年|去年|年初|上年末|去年底|上年底|要?在|的?基础上|全年的?|同期|再|又|还)*(?:亩均|户均|人均)?(?:增长|增幅|增速|增加|加码|提高|上升|提升|下降|减少|降低|降幅|降|增产|减产|增收|减收|增|多|少|升|涨幅|涨|扩大|压减|压缩|缩减|精简|缩小|缩短|翻|是|为|达到|达|了|出|幅度|率|的|前|前者|原来|接近|约|近|超过|\d{4}年|\s)*$/;
/** 比2019年增长, 是1995年的: since when, where a year is named. */
const namedYear = /(\d{4}年)/;
const yearly = /年均|平均每年|每年平均|年平均/;

/** The words before a figure tell something of the pair. */
function isTold(p: Passage, pair: Pair, lead: string): boolean {
  // a new subject between commas ends what is said of the pair, but for its own named again: 缺口由…减少到…，缺口减少75%
  const again = /^[，,]([\u4e00-\u9fa5]{2,6}?)(?=增|提|上升|减|下降|降|扩|缩|压)/.exec(lead)?.[1];
  const own = again !== undefined && p.lead(pair.from).includes(again) ? lead.replace(again, '') : lead;
  if (!ofPair.test(own)) return false;
  const year = namedYear.exec(lead)?.[1];
  if (year !== undefined && /^\d{4}年$/.test(p.list[pair.from]!.period) && p.list[pair.from]!.period !== year)
    return false;
  return !/同比|上年|去年|年初/.test(lead) || sinceLast(p, pair, lead);
}

/** 四年净增43户, 是1995年的4.4倍: it is said since when. */
const saysSince = (p: Passage, j: number, lead: string): boolean =>
  (p.figure(j - 1).base === '年' && /^(?:来|间)?/.test(lead)) || namedYear.test(lead);

/** What is told behind a pair, up to three figures of it. */
export function* afterPair(p: Passage, pair: Pair): Generator<Claim> {
  const last = Math.max(pair.from, pair.to);
  const { end } = p.figure(last);
  const between = p.between(Math.min(pair.from, pair.to), last);
  const down = falls.test(between) && !rises.test(between);
  let { bound } = pair;
  for (let j = last + 1; j < p.list.length && j <= last + most && p.same(j, last); j++) {
    const f = p.figure(j);
    const lead = p.text.slice(Math.max(end, p.figure(j - 1).end), f.start);
    // 分别 tells of several pairs
    if (f.start - end > farthest || /[。；;]|分别/.test(lead)) return;
    if (f.kind === 'quantity' && f.dimension === 'time' && p.figure(pair.from).dimension !== 'time') continue;
    const own = p.figure(j - 1).base === '年' ? overYears(p, pair, j) : pair;
    bound ||= saysSince(p, j, lead);
    if (!bound || !isTold(p, pair, lead)) return;
    const found = own === undefined ? undefined : claimsOf(p, own, j, lead, down);
    if (found === undefined) return;
    yield* found;
  }
}
const most = 3;
const farthest = 60;

/** 前年86%，去年91%，今年94%，两年提高8个百分点: so many years back from the second amount; undefined where nothing stands there. */
function overYears(p: Passage, pair: Pair, j: number): Pair | undefined {
  const { value, bound } = p.figure(j - 1);
  if (
    value === null ||
    value.exponent !== 0 ||
    bound !== 'exact' ||
    !consecutive(p.list[pair.from]!.period, p.list[pair.to]!.period)
  )
    return pair;
  const from = pair.to - Number(value.at(0));
  if (from === pair.from) return pair;
  const first = p.list[from]?.figure;
  const { base, kind } = p.figure(pair.to);
  return first !== undefined && p.same(from, j) && first.base === base && first.kind === kind && level(first)
    ? { ...pair, from }
    : undefined;
}

/** What figure `j` tells of the pair; undefined where that is nothing, or nothing that can be reckoned. */
function claimsOf(p: Passage, pair: Pair, j: number, lead: string, down: boolean): readonly Claim[] | undefined {
  const [from, to, f] = [p.figure(pair.from), p.figure(pair.to), p.figure(j)];
  if ((f.kind === 'percent' || f.kind === 'fraction') && from.kind === 'quantity') {
    const told = rateClaim(p, pair, j, yearly.test(lead), down);
    return told === undefined ? undefined : [told];
  }
  if (f.kind === 'percentage-point' && from.kind === 'percent')
    return yearly.test(lead) ? undefined : [differenceClaim(from, to, f, true)];
  if (f.kind === 'multiple') return [multipleClaim(to, from, f, lead, true)];
  if (!level(f) || f.base !== to.base || f.kind !== to.kind || (f.kind === 'percent' && !pair.moved)) return undefined;
  if (!(rises.test(lead) || falls.test(lead)) || /(?:到|至|为)$/.test(lead.trim())) return undefined;
  if (!yearly.test(lead)) return [differenceClaim(from, to, f, true)];
  const years = yearsOf(p, pair);
  return years !== undefined && years > 0 ? [yearlyClaim(from, to, f, years)] : [];
}

/** 从A增长到B，增长p%, 年均增长p%. */
function rateClaim(p: Passage, pair: Pair, j: number, eachYear: boolean, down: boolean): Claim | undefined {
  const [from, to, f] = [p.figure(pair.from), p.figure(pair.to), p.figure(j)];
  const told = eachYear ? yearsTold(p, j) : 0;
  if (told > 1) {
    // whether both ends count is not told: 五年年均 may be four steps
    const found = [told, told - 1].filter((n) => n > 1).map((n) => growthClaim(p, from, to, f, n, down));
    return found.find((c) => c.verdict === 'ok') ?? found.find((c) => c.verdict !== 'mismatch') ?? found[0]!;
  }
  const years = eachYear ? yearsOf(p, pair) : 0;
  return years === undefined ? undefined : growthClaim(p, from, to, f, years, down);
}

/** 提高6.3个百分点，由35.4%提高到41.7%. */
export function* beforePair(p: Passage, { from, to }: Pair): Generator<Claim> {
  if (from === 0 || !p.same(from - 1, from)) return;
  const d = p.figure(from - 1);
  const [a, b] = [p.figure(from), p.figure(to)];
  const rate = (d.kind === 'percent' || d.kind === 'fraction') && quantity(a);
  const gap = a.kind === 'percent' ? d.kind === 'percentage-point' : quantity(d) && d.base === a.base;
  if (d.upper !== undefined || !(rate || gap)) return;
  // 同比增长12%，由年初的300亿元增加到330亿元: since another time
  if (rate && !/^[，,]由(?:(?:去年|上年)(?:同期)?的)?$/.test(p.between(from - 1, from)) && !sameSubject(p, from))
    return;
  const between = p.between(from - 1, from);
  // 由65%降至52%，下降13个百分点，其中小学由45%降至36%: told of the pair before
  if (between.includes('其中') || (from > 2 && pairAt(p, from - 2) !== undefined)) return;
  if (gap && quantity(a) && addsTo(p.lead(from - 1), between)) yield* slippedGap(a, b, d, false);
  const lead = p.lead(from - 1).slice(-8);
  const way = /(?:(增加|增长|提高|上升|提升|净增)|(下降|减少|降低|减贫|脱贫))(?:了)?$/.exec(lead);
  if (way === null) return;
  if (!/^[，,][^，,。；;]{0,6}[由从](?:(?:\d{4}年|前年|去年|上年|年初)的?)?$/.test(between)) {
    if (!rate && lead.includes('累计') && longer.test(between)) yield* slippedGap(a, b, d, way[2] !== undefined);
    return;
  }
  if (rate) {
    yield growthClaim(p, a, b, d, 1, way[2] !== undefined);
    return;
  }
  yield way[2] === undefined ? differenceClaim(a, b, d, true, true) : differenceClaim(b, a, d, true, true);
}

const added = /(?:新增|增加)[\u4e00-\u9fa5]{0,8}?([\u4e00-\u9fa5]{2})(?:每[日天月年])?$/;
const totalFrom =
  /^[，,](?:使)?[\u4e00-\u9fa5]{0,4}?总([\u4e00-\u9fa5]{1,6})[由从](?:现在|目前|原来|去年)?的?(?:每[日天月年])?$/;

/** 新增处理能力15万吨，总能力由85万吨提高到100万吨: what is added, and the total that it is added to. */
const addsTo = (lead: string, between: string): boolean => {
  const what = added.exec(lead)?.[1];
  return what !== undefined && totalFrom.exec(between)?.[1]?.includes(what) === true;
};

const longer = /^[，,][^，,。；;\d]{0,14}[由从](?:\d{4}年(?:末|底)?的?)?$/;

/** 累计减贫6853万人，全国农村贫困人口从2012年末的9899万人减少至…: what is named between may be another, unless one digit tells that it is not. */
function* slippedGap(a: FigureToken, b: FigureToken, d: FigureToken, down: boolean): Generator<Claim> {
  const [x, y] = [exactAmount(a), exactAmount(b)];
  if (x === null || y === null || d.value === null) return;
  const gap = down ? x.minus(y) : y.minus(x);
  const off = gap.minus(exactAmount(d)!);
  const found = down ? differenceClaim(b, a, d, true, true) : differenceClaim(a, b, d, true, true);
  const [more, less] = down ? [a, b] : [b, a];
  const slip =
    oneSlip(d, gap) || oneSlip(more, exactAmount(more)!.minus(off)) || oneSlip(less, exactAmount(less)!.plus(off));
  if (found.verdict === 'ok' || (gap.sign > 0 && slip)) yield found;
}

/** 发案率下降12.5%，发案数由3200起降到2800起: the two subjects begin alike. */
function sameSubject(p: Passage, from: number): boolean {
  const subject = /^[，,]([\u4e00-\u9fa5]{2,6})由(?:(?:去年|上年)(?:同期)?的)?$/.exec(p.between(from - 1, from))?.[1];
  return subject !== undefined && p.lead(from - 1).includes(subject.slice(0, 2));
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

/** 这十年，…从…增长到…，年均…: the years that the sentence is of, where it begins with them; undefined where it does not. */
function yearsBefore(p: Passage, from: number): number | undefined {
  const years = p.list[from - 1]?.figure;
  if (years === undefined || !p.same(from - 1, from) || years.base !== '年' || years.bound !== 'exact')
    return undefined;
  if (years.value === null || years.value.exponent !== 0 || years.upper !== undefined) return undefined;
  const before = p.text.slice(Math.max(0, years.start - 4), years.start);
  return /(?:这|过去|近|前)$/.test(before) && /^(?:来|间|里)?[，,]/.test(p.between(from - 1, from))
    ? Number(years.value.at(0))
    : undefined;
}

/** Years between the two: 从2016年的… 到2020年的…; 0 growth periods are none. */
function yearsOf(p: Passage, pair: Pair): number | undefined {
  const a = p.list[pair.from]!;
  const b = p.list[pair.to]!;
  const x = /^(\d{4})年$/.exec(a.period);
  const y = /^(\d{4})年$/.exec(b.period);
  if (x === null || y === null || a.period === b.period) return yearsBefore(p, pair.from);
  const n = Number(y[1]) - Number(x[1]);
  return n > 0 && n < 40 ? n : undefined;
}
