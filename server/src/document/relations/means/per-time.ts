/** 8天接待312万人次，日均39万人次; 前三季度60亿元，月均6.7亿元; 五年共300万元，平均每年60万元: what a stretch of time makes for each day, month or year. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, type Passage, quantity } from '../passage.ts';
import { daysBetween } from '../time/durations.ts';
import { type Count, countOf, meanClaim } from './means.ts';

/** 日均39万人次 over 8天; 月均 over 九个月; 季均, 周均. */
const perTime =
  /([日周月]均|季度?均|平均每(?:[天日周月]|个月|季度)|每(?:[天周月]|个月|季度)平均)(?:还|就)?(?:得|要|必须|需要?)?(?:再)?(?:完成|入库|新增|新设|净增|新登记|接待|受理|办理|查处|发生|可)?(?:约|近)?$/;
const yearly = /(?:平均每年|年均|每年平均)(?:要|可|将|约|新|需)?([\u4e00-\u9fa5]{0,8})$/;
/** A total told over a stretch of time stands no further before its mean, in characters. */
const nearestTotal = 16;
/** How many amounts before a mean its total may stand. */
const reach = 4;
/** 日均新设企业2.2万户: a mean itself, and no total of another. */
const isMean = /(?:[日周月季户人村亩]均|平均每|每[天日月周]平均)[^，,。；;、]{0,10}$/;
/** And where years are told one by one between. */
const reachYears = 12;
const oneYear = /^[，,、；;和]?(?:其中[：:，,]?)?(?:\d{4}年|去年|今年|前年)$/;

export type TimeBase = '日' | '周' | '月' | '季度';

/** The base of what a mean is told for: 日, 月 …; undefined where it is told for no stretch of time. */
export function timeOf(lead: string): TimeBase | undefined {
  const time = perTime.exec(lead)?.[1];
  if (time === undefined) return undefined;
  return /[日天]/.test(time) ? '日' : time.includes('周') ? '周' : time.includes('季') ? '季度' : '月';
}

/** What a number of days or months makes for each of them. */
export function overTime(p: Passage, i: number, base: TimeBase): Claim | undefined {
  const f = p.figure(i);
  let total = -1;
  let count = -1;
  let beside = 0;
  for (let j = i - 1; j >= 0 && i - j <= reach && p.same(i, j); j--) {
    const g = p.figure(j);
    let means = false;
    if (g.upper !== undefined || g.value === null) continue;
    if (count < 0 && g.base === base && g.kind === 'quantity') count = j;
    // 月均1800件，日均60件: one mean is not of the other
    else if (total < 0 && quantity(g) && g.base === f.base && !(means = isMean.test(p.lead(j)))) total = j;
    // 998.3万户，同比增长12.5%，平均每天5.52万户: nor does a rate stand between
    if (means || (total < 0 && g.kind === 'percent')) beside++;
  }
  if (total < 0 || f.value === null) return undefined;
  const whole = p.figure(total);
  const left = count < 0 && i - total === 1 ? timeLeft(p, total, base) : undefined;
  // 每月平均要完成2.4亿元: of what is still to be done, and not of what has been
  if (count < 0 && left === undefined && stillToDo.test(p.lead(i))) return undefined;
  if (count < 0 && left === undefined) return i - total === 1 + beside ? overPeriod(p, total, i, base) : undefined;
  const stretch = left ?? p.figure(count);
  const n = exactAmount(stretch)!;
  if (f.start - whole.end > nearestTotal || n.sign <= 0) return undefined;
  const own = count < total || (stretch.value!.exponent >= 0 && goesWith(p, total, count));
  const next = left !== undefined || (own && i - Math.max(total, count) === 1 && Math.abs(total - count) === 1);
  const sure = next && !whole.approximate && stretch.bound === 'exact';
  return meanClaim(whole, countOf(n), f, [stretch, whole, f], sure);
}

/** 人均停留2.3天, 剩余5个月: another stretch than that of the total; what is still to be done (还差1.5亿元，剩下40天) goes with the time that is left. */
const goesWith = (p: Passage, total: number, count: number): boolean => {
  const lead = p.lead(count);
  return !/均|停留/.test(lead) && (!leftOver.test(lead) || lacking.test(p.lead(total)));
};
const leftOver = /剩|余下|还有|其余|尚有/;
const lacking = /还[差有剩]|缺口|剩/;
const stillToDo = /(?:要|得|必须|需要?)(?:再)?完成(?:约|近)?$/;

/** 离年底只有两个月，还差15亿元: the time that is left for what is still to be done; among Arabic figures 两个 is no datum, but for this. */
function timeLeft(p: Passage, total: number, base: TimeBase): FigureToken | undefined {
  if (!lacking.test(p.lead(total))) return undefined;
  const { start } = p.sentence(total);
  for (let k = p.list[total]!.index - 1; k >= 0 && p.figures[k]!.start >= start; k--) {
    const g = p.figures[k]!;
    if (g.base !== base || g.kind !== 'quantity' || g.value === null || g.upper !== undefined) continue;
    return /(?:只有|还有|只剩|剩下|还剩|不到|仅有|仅剩)$/.test(p.text.slice(Math.max(start, g.start - 4), g.start))
      ? g
      : undefined;
  }
  return undefined;
}

/** 前三季度60亿元，月均6.7亿元; 全年受理咨询7300件，平均每天20件: the period of the total tells how many there are. */
function overPeriod(p: Passage, total: number, i: number, base: TimeBase): Claim | undefined {
  const f = p.figure(i);
  const whole = p.figure(total);
  if (f.start - p.figure(i - 1).end > nearestTotal) return undefined;
  const days = base === '日' ? (daysTold(p, total) ?? daysOfWeek(p, total)) : undefined;
  const count =
    days === undefined
      ? (ofStretch(p, total, i, base) ?? ofMonths(p, total, base) ?? ofYear(p, total, base))
      : countOf(Decimal.of(days));
  return count === undefined ? undefined : meanClaim(whole, count, f, [whole, f], !whole.approximate);
}

/** 剩下39亿元要在四季度完成，平均每月13亿元: the stretch is named behind the total. */
function ofStretch(p: Passage, total: number, i: number, base: TimeBase): Count | undefined {
  const named = base === '月' ? stretch.exec(p.between(total, i)) : null;
  return named === null ? undefined : countOf(Decimal.of(named[1] === undefined ? 6 : 3));
}
const stretch = /要?(?:在|靠)(?:([一二三四]季度)|[上下]半年)/;

/** Days of a quarter, of half a year and of three quarters; of other stretches months are taken for thirty days. */
const daysUp: Readonly<Record<number, number>> = { 3: 90, 6: 181, 9: 273 };

/** How many months, quarters or days there are in the part of a year that a total is told of. */
function ofMonths(p: Passage, total: number, base: TimeBase): Count | undefined {
  const nine = /前[三3]个?季度/.test(p.clauseLead(total));
  const months = nine ? 9 : monthsOf(p.list[total]!.period);
  if (months === 0 || base === '周') return undefined;
  if (base === '月') return countOf(Decimal.of(months));
  // of one quarter there is no mean
  if (base === '季度') return months % 3 === 0 && months > 3 ? countOf(Decimal.of(months / 3)) : undefined;
  const calendar = { low: Decimal.of(months * 30), high: Decimal.of(months * 30 + Math.ceil(months * 0.7)) };
  const worked = { low: Decimal.of(months * 19), high: Decimal.of(months * 22) };
  const days = daysUp[months] ?? months * 30;
  return { exact: Decimal.of(days), ranges: [calendar, worked], shown: `${days}` };
}

/** 7月8日—7月14日，受理71184件: the days named before the total in its sentence. */
function daysTold(p: Passage, total: number): number | undefined {
  const { start } = p.sentence(total);
  let days: number | undefined;
  for (let k = p.list[total]!.index - 1; k > 0 && p.figures[k - 1]!.start >= start; k--) {
    const found = daysBetween(p.text, p.figures[k - 1]!, p.figures[k]!);
    if (found !== undefined && days !== undefined) return undefined;
    days ??= found;
  }
  return days;
}

/** 本周共受理7万件. */
const daysOfWeek = (p: Passage, total: number): number | undefined =>
  /[本上这]一?周|第[\d一二三四五六七八九十]+周/.test(p.clauseLead(total)) ? 7 : undefined;

/** Days that a year may be reckoned with: of the calendar, or those worked on. */
const daysOfYear: Count = {
  exact: Decimal.of(365),
  ranges: [
    { low: Decimal.of(360), high: Decimal.of(366) },
    { low: Decimal.of(240), high: Decimal.of(254) },
  ],
  shown: '365',
};
const weeksOfYear: Count = {
  exact: Decimal.of(52),
  ranges: [{ low: Decimal.of(52), high: Decimal.of(53) }],
  shown: '52',
};
const ofWholeYear: Readonly<Record<TimeBase, Count>> = {
  日: daysOfYear,
  周: weeksOfYear,
  月: countOf(Decimal.of(12)),
  季度: countOf(Decimal.of(4)),
};

function ofYear(p: Passage, total: number, base: TimeBase): Count | undefined {
  const { aspect, period } = p.list[total]!;
  const wholeYear = p.clauseLead(total).includes('全年') || (period === '去年' && (base === '月' || base === '季度'));
  if (aspect !== 'level' || !wholeYear) return undefined;
  // 全年还要完成26.7亿元 is told of what is left of the year
  if (/还[要需有差]|尚[需有]|剩/.test(p.clauseLead(total))) return undefined;
  return ofWholeYear[base];
}

/** Months that a period such as 前三季度, 今年上半年 or 1-8月 holds; 0 when that is not told. */
function monthsOf(period: string): number {
  if (/上半年|下半年/.test(period)) return 6;
  if (/前[三3]/.test(period) && period.includes('季度')) return 9;
  const m = /(\d{1,2})-(\d{1,2})月$/.exec(period);
  if (m !== null) return Math.max(0, Number(m[2]) - Number(m[1]) + 1);
  return /\d季度$/.test(period) ? 3 : 0;
}

/** What several years make for each of them. */
export function perYear(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const m = yearly.exec(p.lead(i));
  if (m === null || /增长|增加|提高|下降|减少|增|降/.test(m[1]!.replace('新增', ''))) return undefined;
  const years = yearsBefore(p, i);
  if (years === undefined) return undefined;
  for (let j = i - 1; j >= 0 && i - j <= reachYears; j--) {
    if (i - j > reach && !oneYear.test(p.lead(j + 1))) return undefined;
    const whole = p.figure(j);
    if (!quantity(whole) || whole.base !== f.base) continue;
    // 2016年62亿元、2017年75亿元: of one year
    if (oneYear.test(p.lead(j))) continue;
    if (whole.upper !== undefined || f.start - whole.end > 40 || /；|;/.test(p.text.slice(whole.end, f.start)))
      return undefined;
    const lead = p.lead(j).slice(-20);
    if (!/共|累计|合计|总|还有|需要|要完成|投入|完成/.test(lead + p.text.slice(whole.end, whole.end + 6)))
      return undefined;
    const members = [whole, f];
    if (whole.value === null || f.value === null) return claim('average', 'not-checkable', members, f, '', f);
    const sure = p.same(i, j) && (/共|累计|合计|总/.test(lead) || ofYears.test(lead)) && !whole.approximate;
    return meanClaim(whole, years, f, members, sure);
  }
  return undefined;
}

/** 三年投入, 五年要新增: all that the years make. */
const ofYears =
  /[一二三四五六七八九十\d]年(?:内|时间)?(?:要|将|力争|计划|预计|争取)*(?:投入|投资|完成|安排|实现|新增|筹集|筹措|建设|建成|培训|招引)(?:了)?(?:资金)?$/;

/** The years named last before an offset in the same sentence (五年, 2021年至2025年); undefined when none are, or too many for a mean. */
function yearsBefore(p: Passage, i: number): Count | undefined {
  const from = Math.max(p.sentence(i).start, p.figure(i).start - 80);
  const last = p.list[i]!.index;
  let count: Count | undefined;
  let plain = false;
  let previous: FigureToken | undefined;
  for (let k = Math.max(0, last - 16); k < last; k++) {
    const f = p.figures[k]!;
    if (f.start < from) continue;
    const told = yearsTold(p, previous, f);
    // 用了6年时间，从2015年到2021年: what is said outright counts
    if (told !== undefined && !(plain && f.kind === 'year')) {
      count = told;
      plain = f.kind !== 'year';
    }
    if (f.kind === 'year') previous = f;
  }
  if (count === undefined && /十[一二三四五]五”?(?:期间|时期)/.test(p.text.slice(from, p.figure(i).start)))
    count = countOf(Decimal.of(yearsOfPlan));
  return count !== undefined && fewest <= Number(count.shown) && Number(count.shown) <= most ? count : undefined;
}
/** “十三五”期间. */
const yearsOfPlan = 5;
const fewest = 2;
const most = 30;

/** How many years a figure tells: 五年, 2021—2025年, or 2021年至2025年 with the year named before it. */
function yearsTold(p: Passage, previous: FigureToken | undefined, f: FigureToken): Count | undefined {
  if (f.kind !== 'year') return plainYears(p, f) ? countOf(Decimal.of(Number(f.value!.coefficient))) : undefined;
  const last = f.date?.year;
  if (last === undefined) return undefined;
  if (f.upper !== undefined)
    return f.value === null ? undefined : countOf(Decimal.of(last - Number(f.value.at(0)) + 1));
  const first = previous?.date?.year;
  if (first === undefined || !/^(?:至|到|—|－|-|~|——)$/.test(p.text.slice(previous!.end, f.start))) return undefined;
  const both = countOf(Decimal.of(last - first + 1));
  // 从2015年到2021年: whether the first year counts is not told
  if (!/[从自]$/.test(p.text.slice(Math.max(0, previous!.start - 1), previous!.start))) return both;
  return { ...both, ranges: [...both.ranges, ...countOf(Decimal.of(last - first)).ranges] };
}

/** 五年, and neither 第五年 nor 三至五年. */
const plainYears = (p: Passage, f: FigureToken): boolean =>
  f.base === '年' &&
  f.value !== null &&
  f.upper === undefined &&
  f.value.exponent === 0 &&
  p.text[f.start - 1] !== '第';
