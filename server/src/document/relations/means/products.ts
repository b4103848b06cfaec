/** 每户补助2000元，共补助300户，计60万元; 水稻4.2万亩，亩产600公斤，总产2.52万吨: so much for each, so many of them, and what it makes. */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, digitsLike, judge, type Passage, quantity, show, showLike } from '../passage.ts';
import { oneSlip } from '../slips.ts';
import { type Count, countOf, settleRound } from './means.ts';

const together =
  /[，,](?:约)?(?:共)?需要?(?:[\u4e00-\u9fa5]{2,4})?(?:资金|经费|投入|支出)$|[，,][^，,。；;、]{0,6}?(?:共|合计|总计|累计(?:安排|拨付|下达)?|计)(?:计|需|需要|发放|补助|补贴|支付|投入|兑现|资金|经费|增收|创收|为|约)*$|[，,](?:一年|全年)[^，,。；;、\d]{0,6}$/;
/** ，这一项就给农民增收, ，仅此一项农民增收. */
const earned =
  /[，,](?:这一项|仅此一项|光这一项|单这一项|一项)?(?:就|可|能)?(?:(?:给|为|帮)[^，,。；;、\d]{2,6}|(?<=一项)[^，,。；;、\d]{0,6})(?:增收|增加收入|创收|带来收入)$/;
/** 60个村就是3000万元, 1200户需要360万元: told of all that have just been counted. */
const altogether =
  /^[\u4e00-\u9fa5]{0,6}(?:就(?:是|要|有|需要?)|需要?|一共|总共|共)(?:安排|需要?|投入|补助|发放|拨付|奖补)?$|[，,](?:一年|全[年县市镇村乡区]|[两三四五六七八九十\d]+年|一个月)?(?:光[\u4e00-\u9fa5]{1,6})?就(?:是|要|有|需要?)$/;
/** 12个乡镇就是120个村, 36个社区一共配72名. */
const makes =
  /^[\u4e00-\u9fa5]{0,6}(?:就(?:是|有|要)|(?:一共|总共|合计|共)(?:是|有|要|需要?|配备?|结案|审结|办结|办案|完成|培训)?(?:不少于|不低于)?)$|^[，,]一个月就是$/;
/** 8个组，每组负责2个县，对全市16个县…: all that there are. */
const covers = /[，,](?:对|覆盖|实现)?全[省市州县区镇乡校]$/;
const cameTogether =
  /[，,](?:[^，,。；;、]{0,4}?)(?:共|合计|总计|累计)(?:计|培训|参训|参加|轮训|覆盖|惠及|服务|受益|参与|运送|接待|组织|包联|联系|走访|帮扶|新增|配备|选派)?[^，,。；;、\d]{0,6}$|[，,][\u4e00-\u9fa5]{0,8}总[数量](?:就?达到?|为|有|约)?$/;
/** 覆盖32个村, 分成12个组: among how many a total is shared out. */
const sharedAmong =
  /^[，,](?:共|一共|正好|可以?|恰好)?(?:覆盖|涉及|包联|帮扶|服务|分到|分成|编成|组成|派驻|派到)(?:了|到)?(?:全[县市镇乡区])?$/;
/** 每户补助, 每人每月发放, 每期: what each of them has, and how often. */
const perUnit =
  /每(户|人|亩|名|位|个|村|家|头|只|吨|公里|期|班|批次?|场次?|轮|届|组|队|车|辆|桌|盏|台|套|条|座|株|盒|份|所|校|镇|乡|月|年|天)[^，,。；;每\d]{0,10}(?:每(月|年|天|季度|学期)[^，,。；;每\d]{0,8})?$/;
/** 一个乡镇包10个村, 一户补5000元, 一亩纯收入4000元. */
const eachOne =
  /(?:^|[，,；;：:。])(?:平均)?一(?:(亩|公斤|斤|吨|公里|平方米|头|只|棵|株|台|套|人)[\u4e00-\u9fa5]{0,6}|(?:个|座|间|处)([\u4e00-\u9fa5]{1,4}?)一(?:年|季|天|个?月)[\u4e00-\u9fa5]{0,6}|(?:(?:个|名|户|家|支|条|所)([\u4e00-\u9fa5]{1,4}?)|(户|年|月|天))(?:要|可以?|能)?(?:包联?|带动?|管|配备?|安排|补助?|投入|奖励?|联系|帮扶|帮|负责|建|收入?|花|用|增收)(?:了)?)$/;
/** 户均补助. */
const perMean = /(户|人|亩|村)均[^，,。；;每\d]{0,6}$/;
const perMu = /^[，,、][^。；;\d]{0,12}(?:亩均|亩产|单产)[\u4e00-\u9fa5]{0,8}$/;
const yieldTogether = /^[，,、](?:预计|实现)?(?:总产[量值]?|产[量值]|总收[入益]|总效益)(?:可达|达到?|为|约)?$/;
/** A total told together stands no further behind what it is made of, in characters. */
const nearest = 20;
/** How far before a total its sentence is looked through, in characters. */
const reach = 80;

export function* products(p: Passage): Generator<Claim> {
  const each = /每|[户人亩村]均|就是/.test(p.text);
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!plain(f) || p.lead(i).length > nearest || !p.same(i, i - 1)) continue;
    const among = sharedOut(p, i);
    if (among !== undefined) yield among;
    const grown = i > 1 && (f.dimension === 'mass' || f.dimension === 'money') && p.same(i, i - 2);
    const found = (grown ? yielded(p, i) : undefined) ?? (each ? product(p, i) : undefined);
    if (found !== undefined) yield found;
  }
}

/** One known amount, and no range. */
const plain = (f: FigureToken): boolean => quantity(f) && f.value !== null && f.upper === undefined;

/** 每户补助2000元，共补助300户，计60万元; 12期，每期80人，共培训960人次; 每人每月300元，全年3600元. */
function product(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const money = f.dimension === 'money';
  const lead = p.lead(i);
  const whole = !money && covers.test(lead);
  if (
    !(money
      ? together.test(lead) || earned.test(lead) || altogether.test(lead)
      : whole || cameTogether.test(lead) || makes.test(lead))
  )
    return undefined;
  const reach = p.figure(i - 1).dimension === 'time' ? 3 : 2;
  for (let j = i - 1; j >= 0 && i - j <= reach && p.same(i, j); j--) {
    const each = p.figure(j);
    if (!plain(each) || !alike(each, f)) continue;
    // 每天领导1名、工作人员3名: two have it together
    for (let k = j + 1; k < i; k++) if (reach > 2 && alike(p.figure(k), f)) return undefined;
    if (whole && p.text[each.end] !== p.text[f.end]) continue;
    const mean = perMean.exec(p.lead(j));
    const per = perUnit.exec(p.lead(j)) ?? mean ?? oneOf(p, j);
    // so much a month makes so much a month
    if (per === null || p.text[each.end] === '/') continue;
    const [, unit, span] = per;
    const count = /^[月年天日]$/.test(unit!) ? timesToldIn(p, i, unit!) : howMany(p, i, j, unit!);
    const same = span === undefined || sameSpan(lead, span);
    const factor = same ? count : (daysOf(p, i, j, span, count) ?? ofYear(lead, span, count));
    const yearOfAll =
      !same && span === '月' && count?.told !== undefined ? ofAllYear(p, each, count, f, lead) : undefined;
    if (yearOfAll !== undefined) return yearOfAll;
    if (factor === undefined || /[。；;]/.test(p.text.slice(each.end, f.start))) return undefined;
    const exact = exactAmount(each)!;
    const told = each.whole || (money && each.exponent === 0 && mean === null);
    const range = told ? { low: exact, high: exact } : amount(each);
    // as many as there were places need not have come each time, and a total may be of several years: then it is a slip where one digit makes it right
    const sure = (money && same && mean === null) || slips(each, factor, f);
    return productClaim(each, factor, f, range, sure);
  }
  return undefined;
}

/** 干部96名，每个村3名，覆盖32个村: what there is, how much each has, and how many they are. */
function sharedOut(p: Passage, i: number): Claim | undefined {
  if (i < 2 || !p.same(i - 2, i) || !sharedAmong.test(p.lead(i))) return undefined;
  const [total, each, n] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  const unit = /^[，,]每(?:个|一)?([\u4e00-\u9fa5]{1,2})(?:派|配|驻)?$/.exec(p.between(i - 2, i - 1))?.[1];
  if (unit === undefined || !plain(total) || !plain(each) || total.base !== each.base || !countedIn(p, n, unit))
    return undefined;
  const factor = factorOf(n);
  const claimed = productClaim(each, factor, total, amount(each), slips(each, factor, total));
  return claimed.verdict === 'ok' || claimed.verdict === 'mismatch' ? claimed : undefined;
}

/** 一个乡镇包, 一年拿出, 一亩收入: what one of them has, as `perUnit` tells it; the one itself may be a figure. */
function oneOf(p: Passage, j: number): readonly [string, string, undefined] | null {
  const before = j > 0 ? p.figure(j - 1) : undefined;
  const lead =
    before !== undefined && isOne(before) ? p.text.slice(Math.max(0, before.start - 1), p.figure(j).start) : p.lead(j);
  const one = eachOne.exec(lead);
  return one === null ? null : [one[0], one.slice(1).find((x) => x !== undefined)!, undefined];
}

/** One digit in one of the three would make the product right. */
function slips(each: FigureToken, { exact: count, told }: Factor, f: FigureToken): boolean {
  const [one, total] = [exactAmount(each)!, exactAmount(f)!];
  if (oneSlip(f, one.times(count))) return true;
  if (count.sign <= 0 || one.sign <= 0) return false;
  const needed = total.over(count, one.exponent);
  if (needed.times(count).equals(total) && oneSlip(each, needed)) return true;
  const times = total.over(one, count.exponent);
  return told !== undefined && times.times(one).equals(total) && oneSlip(told, times);
}

/** How many times an amount is told to count, and the figure that tells it. */
interface Factor extends Count {
  readonly told: FigureToken | undefined;
}

/** 3天 and 五年 are counted, as people are. */
const isCounted = (f: FigureToken): boolean =>
  f.dimension === 'time' && f.value?.exponent === 0 && f.exponent === 0 && f.bound === 'exact' && !f.approximate;

const factorOf = (told: FigureToken): Factor => ({
  exact: exactAmount(told)!,
  ranges: [isCounted(told) ? { low: exactAmount(told)!, high: exactAmount(told)! } : amount(told)],
  shown: show(told),
  told,
});
/** 每天600吨，一个月就是1.8万吨. */
const daysOfMonth: Factor = {
  exact: Decimal.of(30),
  ranges: [{ low: Decimal.of(28), high: Decimal.of(31) }],
  shown: '30',
  told: undefined,
};
const monthsOfYear: Factor = { ...countOf(Decimal.of(12)), told: undefined };

/** What some are counted in: 每名 of so many 人, 每队 of so many 支. */
const bases: Readonly<Record<string, string>> = { 名: '人', 位: '人', 队: '支' };

/** The only figure of the sentence before total `i`, amount `j` aside, that counts what stands behind 每. */
function howMany(p: Passage, i: number, j: number, unit: string): Factor | undefined {
  // 100个，每个乡镇6个，12个乡镇共72个: the 乡镇 are counted
  const noun = /每个([\u4e00-\u9fa5]{2})/.exec(p.lead(j))?.[1];
  const base = bases[unit] ?? unit;
  const { start } = p.sentence(i);
  let found: FigureToken | undefined;
  for (let k = p.list[i]!.index - 1; k >= 0; k--) {
    const g = p.figures[k]!;
    if (g.start < start || p.figure(i).start - g.start > reach) break;
    if (noun !== undefined && plain(g) && p.text.startsWith(noun, g.end)) return factorOf(g);
    // 一亩纯收入: the one that each is told of
    if (g === p.figure(j) || !plain(g) || isOne(g) || !(countedIn(p, g, base) || countedIn(p, g, unit))) continue;
    // 共180名，每人每月补助500元: those who were just counted
    const told = k === p.list[j]!.index - 1 && /^[，,]每/.test(p.text.slice(g.end, g.end + 2));
    if (told && counted.test(p.text.slice(Math.max(0, g.start - 4), g.start))) return factorOf(g);
    if (found !== undefined) return undefined;
    // 每班50人，…，两个班共100人: those that were just counted
    if (p.figure(i).start - g.end <= atOnce) return factorOf(g);
    found = g;
  }
  return found === undefined ? undefined : factorOf(found);
}

const isOne = (g: FigureToken): boolean => g.script === 'han' && g.value?.equals(Decimal.one) === true;

/** 每月…，全年…: twelve; 三年来，每年…，累计…: three. */
function timesToldIn(p: Passage, i: number, unit: string): Factor | undefined {
  if (unit === '月') return /全年|一年/.test(p.lead(i)) ? monthsOfYear : undefined;
  const days = unit === '天' || unit === '日';
  if (days && /[，,]一个月就/.test(p.lead(i))) return daysOfMonth;
  const base = days ? '日' : '年';
  const { start } = p.sentence(i);
  for (let k = p.list[i]!.index - 1; k >= 0 && p.figures[k]!.start >= start; k--) {
    const g = p.figures[k]!;
    if (p.figure(i).start - g.start > reach) return undefined;
    if (g.base === base && g.kind === 'quantity' && g.value !== null && g.upper === undefined && g.bound === 'exact')
      return /^(?:来|间|里|内|共|累计|就|，|,|的?时间)/.test(p.text.slice(g.end, g.end + 4)) ? factorOf(g) : undefined;
  }
  return undefined;
}

const spans: Readonly<Record<string, string>> = { 天: '日', 日: '日', 月: '月', 年: '年' };

/** 每人每天补助100元，30名队员集训10天: so many of them, so many days each. */
function daysOf(p: Passage, i: number, j: number, span: string, count: Factor | undefined): Factor | undefined {
  if (count?.told === undefined) return undefined;
  let times: FigureToken | undefined;
  for (let k = p.list[i]!.index - 1; k > p.list[j]!.index; k--) {
    const g = p.figures[k]!;
    if (g.base !== spans[span] || g.kind !== 'quantity' || !isCounted(g)) continue;
    if (times !== undefined) return undefined;
    times = g;
  }
  if (times === undefined || times.start < p.figure(j).end) return undefined;
  const n = exactAmount(times)!;
  const [{ low, high }] = count.ranges as readonly [Interval];
  return {
    exact: count.exact.times(n),
    ranges: [{ low: low?.times(n), high: high?.times(n) }],
    shown: `${count.shown}×${show(times)}`,
    told: count.told,
  };
}

/** 180名，每人每月补助500元，全年需要108万元: what all have in a year; or it may be what each has. */
function ofAllYear(p: Passage, each: FigureToken, count: Factor, f: FigureToken, lead: string): Claim | undefined {
  if (!/(?:全年|一年)[^，,。；;、]{0,4}(?:需|要|共|计)/.test(lead) || /[。；;]/.test(p.text.slice(each.end, f.start)))
    return undefined;
  const twelve = Decimal.of(12);
  const one = exactAmount(each)!.times(twelve);
  const [{ low, high }] = count.ranges as readonly [Interval];
  const factor: Factor = {
    exact: count.exact.times(twelve),
    ranges: [{ low: low?.times(twelve), high: high?.times(twelve) }],
    shown: `${count.shown}×12`,
    told: count.told,
  };
  const exact = exactAmount(each)!;
  return one.equals(exactAmount(f)!)
    ? undefined
    : productClaim(each, factor, f, each.whole ? { low: exact, high: exact } : amount(each), slips(each, factor, f));
}

/** 每人每年1200元，…，一年就是…; 每户每月200元，…，每月共…. */
const sameSpan = (lead: string, span: string): boolean =>
  lead.includes(`每${span}`) || (span === '年' && /全年|一年/.test(lead)) || (span === '月' && lead.includes('一个月'));

/** 每人每月300元，全年3600元 is what each has; with a number of people nobody knows whether it is what all have. */
function ofYear(lead: string, span: string, count: Factor | undefined): Factor | undefined {
  if (span === '年') return count;
  return span === '月' && /全年|一年/.test(lead) && count === undefined ? monthsOfYear : undefined;
}

const counted = /[，,](?:一共|总共|共计?|合计)$/;
/** Characters between a count and a total that is told of it at once. */
const atOnce = 5;

/** Counted in one unit; who comes is counted in heads or in visits. */
const alike = (a: FigureToken, b: FigureToken): boolean =>
  a.base === b.base || (a.base === '人' && b.base === '人次') || (a.base === '人次' && b.base === '人');

/** 300户, 12期; 8个包联组 counts 组. */
function countedIn(p: Passage, n: FigureToken, unit: string): boolean {
  if (n.base === unit || p.text.startsWith(unit, n.end - 1)) return true;
  const noun = /^[\u4e00-\u9fa5]{0,4}?(?=[每，,。；;、就共]|一共|$)/.exec(p.text.slice(n.end, n.end + 5))?.[0] ?? '';
  return n.base === '个' && noun.endsWith(unit);
}

/** The amount before, what it grew by left out: 亩产341公斤，增长9.5%，总产…. */
function beforeRates(p: Passage, i: number): number {
  let k = i - 1;
  while (k > 0 && p.figure(k).kind === 'percent' && p.list[k]!.aspect === 'growth') k--;
  return k;
}

/** 亩产430公斤，40万亩总产1.72亿公斤. */
const togetherOnThese = /^(?:小麦|水稻|玉米|粮食|地)?(?:预计)?(?:总产量?|产量)(?:可达|达到?|为)?$/;

function yieldedOn(p: Passage, i: number): Claim | undefined {
  const [each, area, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (!plain(area) || !plain(each) || area.base !== '亩' || area.value!.sign <= 0 || each.base !== f.base)
    return undefined;
  if (!togetherOnThese.test(p.lead(i)) || !/(?:亩均|亩产|单产)[\u4e00-\u9fa5]{0,4}$/.test(p.lead(i - 2)))
    return undefined;
  if (!/^[，,]$/.test(p.between(i - 2, i - 1))) return undefined;
  const mean = exactAmount(f)!.over(exactAmount(area)!, each.exponent + Math.min(0, each.value!.exponent));
  return productClaim(each, factorOf(area), f, amount(each), settleRound('mismatch', mean, each) === 'mismatch');
}

/** 水稻4.2万亩，亩产600公斤，总产2.52万吨. */
function yielded(p: Passage, i: number): Claim | undefined {
  const behind = yieldedOn(p, i);
  if (behind !== undefined) return behind;
  const at = beforeRates(p, i);
  const [area, each, f] = [p.list[beforeRates(p, at)]?.figure, p.list[at]?.figure, p.figure(i)];
  if (
    area === undefined ||
    each === undefined ||
    !p.same(at, i) ||
    !plain(area) ||
    !plain(each) ||
    area.base !== '亩' ||
    area.value!.sign <= 0 ||
    each.base !== f.base
  )
    return undefined;
  if (!yieldTogether.test(p.lead(i)) || !perMu.test(p.lead(at))) return undefined;
  // a yield of 600公斤 is often rounder than it looks
  const mean = exactAmount(f)!.over(exactAmount(area)!, each.exponent + Math.min(0, each.value!.exponent));
  const sure = settleRound('mismatch', mean, each) === 'mismatch';
  return productClaim(each, factorOf(area), f, amount(each), sure);
}

const multiplied = (a: Interval, b: Interval): Interval => ({ low: times(a.low, b.low), high: times(a.high, b.high) });
const times = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.times(b);

/** `f` is what `each` makes so many times. Where that is not `sure` to be meant, a total that differs is no fault. */
function productClaim(each: FigureToken, factor: Factor, f: FigureToken, range: Interval, sure: boolean): Claim {
  const exact = exactAmount(each)!.times(factor.exact);
  const verdict = judge(multiplied(range, factor.ranges[0]!), f);
  const rough = each.approximate || factor.told?.approximate === true;
  const shown =
    factor.told !== undefined && factor.told.start < each.start
      ? `${factor.shown}×${show(each)}`
      : `${show(each)}×${factor.shown}`;
  return {
    ...claim(
      'average',
      verdict === 'mismatch' && (!sure || rough) ? 'unsure' : settleRound(verdict, exact, f),
      factor.told === undefined ? [each, f] : [each, factor.told, f],
      f,
      () => `${shown}=${showLike(exact, f)}`,
      f,
      digitsLike(exact, f),
    ),
    subject: 'product',
  };
}
