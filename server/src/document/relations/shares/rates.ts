/** 签约126个，开工81个，开工率64.3%: a rate is named after what was done. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import {
  type Claim,
  claim,
  decimals,
  judge,
  leavesBrackets,
  type Passage,
  percentOf,
  quantity,
  show,
  standsForItself,
  type Verdict,
} from '../passage.ts';
import { slipWould } from '../slips.ts';
import { isLeft, ofDoneAndLeft } from '../sums/left-over.ts';
import { percentClaim } from './percent-claim.ts';
import { onlyOne } from './wholes.ts';

const rateLead =
  /([\u4e00-\u9fa5]{1,6}率|[\u4e00-\u9fa5]{1,4}(?<!占)比例|(?:亏损|停产|开工|覆盖|受益|盈利|受灾)面|满意度|知晓度|(?:支出|执行|拨付|投资|整改|销号)进度)(?:为|达到|达|约|分别为|近|刚好|正好|恰好|只有|仅有|仅为|仅|高达|\s)*$/;

/** 化解 of 化解成功率, 支出 of 支出进度: what a rate is named after. */
const stemOf = (name: string): string => name.replace(/(?<=..)成功率$/, '').replace(/(?:进度|比例|[率面度])$/, '');

/** 应缴1260户，已缴1197户; 应到126人，实到120人: what is due, and what of it is done. */
function due(whole: string, part: string, rate: string): boolean {
  const verb = /应([\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,4}$/.exec(whole)?.[1];
  const own = /(?:已经?|实际?)([\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,4}$/.exec(part)?.[1];
  if (verb !== undefined && verb === own && rate.includes(verb)) return true;
  // 医保参保50.4万人，参保率96%，应参保52.5万人
  const stem = rate.slice(0, -1).slice(-2);
  return stem.length === 2 && whole.endsWith(`应${stem}`) && !whole.includes('其中') && part.endsWith(stem);
}

/** 接种率达到92%，全县应接种38万人，已接种34.96万人: the rate is told before what it is of. */
export function rateFirst(p: Passage, i: number): Claim | undefined {
  const name = p.lead(i).includes('率') ? rateLead.exec(p.lead(i))?.[1] : undefined;
  if (name === undefined || i + 1 >= p.list.length || !p.same(i, i + 1)) return undefined;
  const between = dueBehind(p, i, name);
  if (between !== undefined) return between;
  if (i + 2 >= p.list.length || !p.same(i, i + 2)) return undefined;
  const [whole, part] = [p.figure(i + 1), p.figure(i + 2)];
  if (!quantity(whole) || !quantity(part) || whole.base !== part.base) return undefined;
  if (whole.upper !== undefined || part.upper !== undefined || !due(p.lead(i + 1), p.lead(i + 2), name))
    return undefined;
  return percentClaim('share', part, whole, p.figure(i), true);
}

/** 初访860件，化解率92.3%，化解794件: the rate is told between what it is of. */
export function rateBetween(p: Passage, i: number): Claim | undefined {
  if (i === 0 || i + 1 >= p.list.length || !p.same(i - 1, i + 1)) return undefined;
  const name = rateLead.exec(p.lead(i))?.[1];
  const [whole, part] = [p.figure(i - 1), p.figure(i + 1)];
  if (name === undefined || !quantity(whole) || !quantity(part) || whole.base !== part.base) return undefined;
  if (whole.upper !== undefined || part.upper !== undefined) return undefined;
  const verb = name.slice(0, -1).slice(-2);
  const told = /^[，,]已?([\u4e00-\u9fa5]{2})(?:了|的)?(?:有)?$/.exec(p.between(i, i + 1))?.[1];
  return verb.length === 2 && told === verb ? percentClaim('share', part, whole, p.figure(i), true) : undefined;
}

/** 已参保38万人，参保率达95%，应参保40万人: the rate stands between what is done and what is due. */
function dueBehind(p: Passage, i: number, name: string): Claim | undefined {
  if (i === 0 || !p.same(i - 1, i)) return undefined;
  const [part, whole] = [p.figure(i - 1), p.figure(i + 1)];
  if (!quantity(whole) || !quantity(part) || whole.base !== part.base) return undefined;
  if (whole.upper !== undefined || part.upper !== undefined) return undefined;
  if (!due(p.lead(i + 1), p.lead(i - 1), name) && !inAllBehind(p.between(i, i + 1), p.lead(i - 1), name))
    return undefined;
  return percentClaim('share', part, whole, p.figure(i), true);
}

/** ，应参保; ，全年预算: what is due, told behind what is done of it. */
const dueSecond =
  /^[^，,。；;、]{0,10}[，,](?:[^，,。；;、]{0,4}应([\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,4}|[^，,。；;、]{0,4}(?:预算|计划|任务|目标)[^，,。；;、]{0,4})$/;

/** 接种4.8万人，应接种5万人，接种率96%; 支出28亿元，全年预算40亿元，支出进度70%: what is due stands between what is done and the rate. */
function ofDueSecond(p: Passage, i: number, name: string): Claim | undefined {
  if (i < 2 || !p.same(i - 2, i)) return undefined;
  const [part, whole] = [p.figure(i - 2), p.figure(i - 1)];
  if (!standsForItself(p, i - 2) || !quantity(whole) || whole.base !== part.base || whole.upper !== undefined)
    return undefined;
  const m = dueSecond.exec(p.between(i - 2, i - 1));
  const stem = stemOf(name).slice(-2);
  // 4.2万名老年人参加体检，应体检5.6万人: what is done is named before the amount or behind it
  const said = m === null ? '' : p.lead(i - 2) + m[0].slice(0, m[0].search(/[，,]/));
  if (m === null || stem.length < 2 || !said.includes(stem)) return undefined;
  if (m[1] === undefined ? p.list[i - 2]!.target : !stem.includes(m[1])) return undefined;
  return percentClaim(m[1] === undefined ? 'progress' : 'share', part, whole, p.figure(i), true);
}

/** 上线1286人，上线率51.4%，参考人数2502人; 化解42件，化解率84%，积案一共50件. */
const inAllBehind = (behind: string, part: string, name: string): boolean =>
  /^[，,][^，,。；;、]{0,10}(?:总额|总数|总量|一共|总共|参考人数)(?:有|为|是)?$/.test(behind) &&
  ([...name.slice(0, -1).slice(-2)].every((c) => part.includes(c)) || part.includes(ownerOf(behind)));

/** 拖欠 of 拖欠总额; a mark that no name holds where none is told. */
const ownerOf = (behind: string): string => /([\u4e00-\u9fa5]{2})(?:总额|总数|总量)/.exec(behind)?.[1] ?? '\n';

/** 2530户（套）: another word for what is counted. */
const alternative = /^(?:[（(][\u4e00-\u9fa5][）)]|“[^”“]{1,8}”)/;

/** The rate is named after what is told of amount `a`, and `w` stands where its whole would. */
function isTied(p: Passage, i: number, a: number, w: number, rateName: string): boolean {
  const between = p.between(w, a);
  if (between.length > (p.same(w, a) ? 30 : 60)) return false;
  if (/[；;]/.test(between) && !beside.test(between)) return false;
  const verb = stemOf(rateName).slice(-2);
  const [part, whole] = [p.list[a]!.lead, p.list[w]!.lead];
  // of those who sat the examination, not of those who entered for it
  if (
    /上线|录[取用]|聘用|合格|通过|及格|优秀/.test(verb) &&
    /考生|报名|报考/.test(whole.replace(/参加[^，,]{0,6}考生|参考考生/, ''))
  )
    return false;
  const lead = p.lead(i).replace(alternative, '');
  // 有360户表示满意，满意率72%: what is said of the part names the rate
  const before = /^[\u4e00-\u9fa5]{1,8}(?=[，,][\u4e00-\u9fa5]{1,4}[率度])/.exec(lead)?.[0];
  if (before !== undefined && [...verb].every((c) => before.includes(c))) return true;
  // 视力不良的4128名，视力不良率43%
  const name = stemOf(rateName);
  if (name.length >= 4 && part.includes(name.slice(0, /^(?:问题|隐患)/.test(name) ? 2 : 4))) return true;
  if (/^(?:预算)?(?:执行|支出)$/.test(name) && /预算|安排/.test(whole) && /支出|执行/.test(part)) return true;
  if (due(whole, part, rateName)) return true;
  // 覆盖全县160个村中的128个，覆盖率80%
  if (/^[^，,。；;、]{0,8}[中里]的?$/.test(between) && p.clauseLead(w).includes(verb)) return true;
  if (
    !/^[，,、；;（(]?[\u4e00-\u9fa5]{1,6}(?:[率面度]|比例|进度)/.test(
      a === i - 1 ? lead : lead.slice(lead.search(/[，,]/)),
    )
  )
    return false;
  return (
    [...verb].every((c) => part.includes(c)) ||
    (/^[\u4e00-\u9fa5][案件]$/.test(verb) && part.endsWith(verb[0]!)) ||
    // 有效样本3201份，样本有效回收率90.9%
    (name.includes('有效') && part.includes('有效')) ||
    /^(?:完成|到会|出席|参训|参与|签约)$/.test(verb)
  );
}

/** 按期办结率, 批次办结率: of those that were due, or of something else than what is counted. */
const timely = /按[期时]|限[期时]|及时|准时|如期|期内|限内|批次|一次|首次|当[场日天]|序时/;

/** 结案6201件，同比上升4.59%，结案率97.19%: what the part grew by may stand between. */
function grownBefore(p: Passage, i: number, name: string): number {
  let a = i - 1;
  while (a > 0 && p.figure(a).kind === 'percent' && p.list[a]!.aspect === 'growth' && p.same(a - 1, i)) a--;
  // 结案144件，处分150人，结案率90%: what is told of others may, too
  if (a === i - 1 && a > 1 && p.same(a - 1, i) && quantity(p.figure(a)) && p.figure(a).base !== p.figure(a - 1).base) {
    const own = p.figure(a - 2).base === p.figure(a - 1).base && p.lead(a - 1).endsWith(name);
    if (own && ![...name].some((c) => p.lead(a).includes(c))) return a - 1;
  }
  return p.lead(a).includes(name) ? a : i - 1;
}

const doneAgain = /^[，,](?:已经?)?完成(?:了)?$/;

/** 68项任务，已经完成51项，完成75%: of the only other amount of that unit before it. */
function ofAllDone(p: Passage, i: number): Claim | undefined {
  const part = p.figure(i - 1);
  let w = i - 2;
  while (w >= 0 && i - w <= reach && p.same(w, i) && p.figure(w).base !== part.base) w--;
  if (w < 0 || i - w > reach || !p.same(w, i)) return undefined;
  const lead = p.lead(i - 1);
  // 改厕任务9000户，已改7200户，完成80%
  if (!/(?:完成|完工|建成)(?:了)?$/.test(lead) && !(isPlan(p, w) && /已[\u4e00-\u9fa5]{1,4}$/.test(lead)))
    return undefined;
  const whole = p.figure(w);
  if (!standsForItself(p, i - 1) || !standsForItself(p, w)) return undefined;
  if ((exactAmount(part)?.compare(exactAmount(whole) ?? Decimal.zero) ?? 1) > 0) return undefined;
  for (let k = w - 1; k >= 0 && p.same(k, i); k--)
    if (i - k > 2 * reach || p.figure(k).base === whole.base) return undefined;
  return percentClaim('progress', part, whole, p.figure(i), true);
}

const notOfAPart =
  /增长率|上升率|下降率|利率|税率|费率|汇率|速率|(?<!有)效率|死亡率|出生率|增速|城镇化率|森林覆盖率|资产负债率/;
/** One of them is in whatever `rateLead` finds. */
const mayRate = charactersOf('率例面度');

/** The rate that the words before a percentage name; undefined where it is of something else than a part. */
function rateNamed(lead: string): string | undefined {
  if (!holdsAny(lead, mayRate) || lead.length > longestName || lead.includes('分别')) return undefined;
  const name = rateLead.exec(lead)?.[1];
  return name === undefined || timely.test(name) || notOfAPart.test(name) ? undefined : name;
}
const longestName = 14;

/** Place of what is done, where a rate of it is told at `i`: what is left, or not yet done, may stand between. */
function doneBefore(p: Passage, i: number, name: string): number {
  // 全长42.6公里，已贯通35.5公里，尚有7.1公里…，完成率83.3%
  const left = isLeft(p, i - 1);
  const told = left && i > 2 && p.same(i, i - 3) && p.figure(i - 3).base === p.figure(i - 2).base;
  let a = told && /^完成/.test(name) ? i - 2 : grownBefore(p, i, stemOf(name));
  // 还有1200户正在施工，另有500户尚未启动: neither is done
  while (a < i - 1 && a > 0 && i - a < 4 && isLeft(p, a)) a--;
  return a;
}

/** Place of the whole of amount `a`; -1 where none stands near enough. */
function wholeBefore(p: Passage, i: number, a: number, name: string): number {
  let w = a - 1;
  // 受理1803件（旧存240件），结案894件: what stands in brackets is no whole; 34个全部开工，开工率100%，竣工32个: nor is a rate
  while (
    w > 0 &&
    i - w < 6 &&
    (!quantity(p.figure(w)) || leavesBrackets(p.between(w, a)) || lessThan(p, w, a) || p.aside(w))
  )
    w--;
  // 计划实施项目80个，总投资320亿元。目前开工72个，开工率90%
  const next = w;
  while (w > 0 && i - w < 8 && p.list[i]!.sentence - p.list[w]!.sentence === 1 && p.figure(w).base !== p.figure(a).base)
    w--;
  if (w !== next && !begun.test(p.clauseLead(w))) return -1;
  if (w < 0 || p.same(i, w)) return w;
  // 提交提案639件。…立案588件，立案率92%
  const near = p.list[i]!.sentence - p.list[w]!.sentence === 1 && p.figure(a).start - p.figure(w).end < 60;
  return near && (onlyOne(p, w) || (isPlan(p, w) && name.includes('完成'))) ? w : -1;
}

/** ，全县应参保: of what is told next. */
const toBeDue = /^[，,][^，,。；;、应]{0,4}应[^用急对][^，,。；;、]{0,6}$/;

/** 签约126个，开工81个，开工率64.3%. */
export function rate(p: Passage, i: number): Claim | undefined {
  const lead = p.lead(i).replace(alternative, '');
  if (doneAgain.test(lead)) return ofAllDone(p, i);
  const name = rateNamed(lead);
  if (name === undefined) return undefined;
  if (i + 1 < p.list.length && p.same(i, i + 1) && toBeDue.test(p.between(i, i + 1))) return undefined;
  const a = doneBefore(p, i, name);
  const left = isLeft(p, i - 1);
  const near =
    ofDueSecond(p, i, name) ??
    (left && a === i - 1 ? ofDoneAndLeft(p, i, name) : undefined) ??
    // 已整改378户，整改率87.5%，剩余54户
    (i + 1 < p.list.length && isLeft(p, i + 1) ? ofDoneAndLeft(p, i, name, i + 1) : undefined) ??
    farWhole(p, i, a, stemOf(name));
  if (near !== undefined) return near;
  const w = wholeBefore(p, i, a, name);
  // 18项完成，3项未完成，完成率…: what is not done is no part of what is
  if (w < 0 || (a === i - 1 && left && !/未|不/.test(name))) return undefined;
  return rateOf(p, i, a, w, name);
}

/** What amount `a` is of amount `w`, against the rate told at `i`. */
function rateOf(p: Passage, i: number, a: number, w: number, name: string): Claim | undefined {
  const [part, whole, f] = [p.figure(a), p.figure(w), p.figure(i)];
  if (!quantity(part) || !quantity(whole) || part.base !== whole.base) return undefined;
  if (part.upper !== undefined || whole.upper !== undefined) return undefined;
  const [x, y] = [exactAmount(part), exactAmount(whole)];
  if (x === null || y === null) return claim('share', 'not-checkable', [whole, part, f], f, '', f);
  if (x.sign <= 0) return undefined;
  const tied = isTied(p, i, a, w, name);
  const most = f.value === null || f.value.compare(Decimal.hundred) <= 0;
  if (x.compare(y) > 0) {
    // 发现隐患2614项，整改2781项，整改率94.9%: more than all, but for one digit
    if (tied && f.value !== null && f.value.compare(Decimal.hundred) < 0 && misprinted(part, whole, f))
      return percentClaim('share', part, whole, f, true);
    // more than all of them: another amount is the whole
    if (!tied || most || x.compare(y.times(Decimal.of(2))) > 0) return undefined;
  }
  // 开工16170套，其中廉租住房开工2164套，开工率116.9%: more than all is of a plan
  if (x.compare(y) < 0 && !most && !(tied && isPlan(p, w))) return undefined;
  const found = percentClaim(isPlan(p, w) ? 'progress' : 'share', part, whole, f, tied);
  if (found === undefined || found.verdict === 'ok') return found;
  const other = ofAnother(p, i, a, w);
  if (other !== undefined) return other;
  if (doneTogether(p, i, a, w)) return undefined;
  // 起诉31万人，不起诉12万人，不诉率28%: of both together
  const negated = /[不未]([\u4e00-\u9fa5]{1,6})$/.exec(p.list[a]!.lead)?.[1];
  if (negated !== undefined && p.list[w]!.lead.slice(-8).includes(negated.slice(-1))) return undefined;
  // 检出12人，合格率90%: the others are meant
  const rest = y.minus(x);
  if (rest.sign > 0 && judge(percentOf({ low: rest, high: rest }, amount(whole), decimals(f)), f) === 'ok')
    return undefined;
  return found;
}

/** 发现186个，立行立改52个，已整改120个，整改率92.5%: what is told between has been done, too. */
function doneTogether(p: Passage, i: number, a: number, w: number): boolean {
  const [whole, f] = [p.figure(w), p.figure(i)];
  let done = exactAmount(p.figure(a))!;
  for (let j = a - 1; j > w; j--) {
    const each = p.figure(j);
    if (each.base !== whole.base || !standsForItself(p, j) || each.value === null || each.upper !== undefined) continue;
    done = done.plus(exactAmount(each)!);
    if (judge(percentOf({ low: done, high: done }, amount(whole), decimals(f)), f) === 'ok') return true;
  }
  return false;
}

/** 送审28万元，审定26万元，核减2万元，核减率7.1%: of an amount before the nearest one, where that gives the rate. */
function ofAnother(p: Passage, i: number, a: number, w: number): Claim | undefined {
  const part = p.figure(a);
  for (let j = w - 1; j >= 0 && a - j <= reach && p.same(j, a); j--) {
    const whole = p.figure(j);
    if (whole.base !== part.base || !quantity(whole) || whole.upper !== undefined || whole.value === null) continue;
    const found = percentClaim('share', part, whole, p.figure(i), false);
    if (found?.verdict === 'ok') return found;
  }
  return undefined;
}

/** One digit more or less in the part would make the rate right. */
const misprinted = (part: FigureToken, whole: FigureToken, f: FigureToken): boolean =>
  slipWould(part, (value) => judge(percentOf({ low: value, high: value }, amount(whole), decimals(f)), f) === 'ok');

/** Amounts back among which the whole of a rate is looked for. */
const reach = 12;
/** What is counted before anything is done with it. */
const begun =
  /签约|计划|任务|目标|下达|安排|应[^用急]|共(?:计|有|发现|排查|受理)?$|总[^，,。；;、]{0,4}$|受理|收到|接到|排查|查摆|梳理|征集|发现|登记|发案|发生/;

/** 签约项目10个，投资24亿元；履约项目9个，履约率90%；开工项目6个，开工率60%: the whole is told first, and other figures since. */
function farWhole(p: Passage, i: number, a: number, name: string): Claim | undefined {
  const [part, f] = [p.figure(a), p.figure(i)];
  if (!standsForItself(p, a) || part.value === null || f.value === null || !p.same(a, i)) return undefined;
  // 资金到位率 is named after 到位资金
  if (name.length < 2 || ![...name.slice(-2)].every((c) => p.lead(a).includes(c))) return undefined;
  let first: FigureToken | undefined;
  let between = 0;
  for (let j = a - 1; j >= 0 && a - j <= reach && p.same(j, a); j--) {
    const whole = p.figure(j);
    if (whole.base !== part.base) {
      between++;
      continue;
    }
    if (!standsForItself(p, j) || whole.value === null || leavesBrackets(p.between(j, a))) continue;
    if (exactAmount(whole)!.compare(exactAmount(part)!) < 0) continue;
    if (a - j === 1) return undefined;
    const found = percentClaim('share', part, whole, f, false);
    if (found?.verdict === 'ok') return found;
    // 开工81个，开工率64%: it has a rate itself
    const rated = p.figure(j + 1).kind === 'percent' && p.between(j, j + 1).includes('率');
    if (!rated && begun.test(p.lead(j))) first = whole;
    else between++;
  }
  return first === undefined || between === 0 || f.value.compare(Decimal.hundred) >= 0
    ? undefined
    : percentClaim('share', part, first, f, true);
}

/** 当年计划投资19亿元: what is done may go beyond it. */
const isPlan = (p: Passage, w: number): boolean => /计划|目标|任务/.test(p.lead(w));

/** 工单11171件，转派4898件，办结11163件，办结率99.93%: no whole is less than its part. */
const lessThan = (p: Passage, w: number, a: number): boolean => {
  const [whole, part] = [p.figure(w), p.figure(a)];
  return (
    whole.base === part.base &&
    !isPlan(p, w) &&
    w > 0 &&
    p.same(w - 1, a) &&
    p.figure(w - 1).base === part.base &&
    (exactAmount(whole)?.compare(exactAmount(part) ?? Decimal.zero) ?? 1) < 0
  );
};

/** 412户，停产36户，占8.7%；亏损77户，亏损面18.7%: both are parts of what was told first. */
const beside = /^[^。；;]{0,16}占(?:比)?[\d.]+%[；;][^。；;]{0,8}$/;

/** Days of a month, a quarter, half a year, three quarters; those of a year less the few that were not measured. */
const daysOfPeriods = [28, 29, 30, 31, 90, 91, 92, 181, 182, 183, 184, 273, 274];

/** 空气质量优良天数323天，优良率88.5%: of the days of the year. */
export function ofTheYear(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const part = p.figure(i - 1);
  if (part.base !== '日' || part.value === null || part.upper !== undefined || f.value === null || !p.same(i, i - 1))
    return undefined;
  if (
    !/^[，,、（(](?:[^，,。；;、]{0,4}优良)?[^，,。；;、\d]{0,4}(?:率|比例|比率|占比)(?:为|达到|达)?$/.test(
      p.between(i - 1, i),
    )
  )
    return undefined;
  if (!/优良|达标/.test(p.clauseLead(i - 1))) return undefined;
  const days = exactAmount(part)!;
  const of = (n: number): Verdict => {
    const whole = Decimal.of(n);
    return judge(percentOf({ low: days, high: days }, { low: whole, high: whole }, decimals(f)), f);
  };
  const year = percentOf({ low: days, high: days }, { low: Decimal.of(355), high: Decimal.of(366) }, decimals(f));
  let verdict: Verdict = judge(year, f) === 'ok' || daysOfPeriods.some((n) => of(n) === 'ok') ? 'ok' : 'unsure';
  const value = days.times(Decimal.hundred).over(Decimal.of(365), -decimals(f));
  if (verdict === 'unsure' && p.clauseLead(i - 1).includes('全年') && !part.approximate && !f.approximate)
    verdict = 'mismatch';
  return claim('share', verdict, [part, f], f, `${show(part)}÷365天=${value}%`, f, value.toString());
}
