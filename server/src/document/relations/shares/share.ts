/** 81个，占项目总数的64.3%; 完成年计划20亿元的87.5%; 从87个中筛选52个; 126人，实到120人，到会率95.2%. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import {
  type CheckType,
  type Claim,
  claim,
  decimals,
  increment,
  judge,
  leavesBrackets,
  type Passage,
  percentage,
  percentOf,
  quantity,
  reachFigures,
  standsForItself,
} from '../passage.ts';
import { within } from '../slips.ts';
import { isLeft } from '../sums/left-over.ts';
import { percentClaim } from './percent-claim.ts';
import { ofTheYear, rate, rateBetween, rateFirst } from './rates.ts';
import { subsets } from './subsets.ts';
import { planLead, planTrust, sharesItself, wholeName, wholeTrust } from './wholes.ts';

const planned = /计划|目标|任务|预算(?!收入|支出|总|内|外)|年初|预期|安排|力争/;
const shareLead =
  /(?:占(?:比(?![例重])|到|了|据|有)?|完成(?=项目总投资|总投资|总工程量|工程总量|总量))([^，,。；;占]{0,24}?)(?:的(?:比重|比例|份额)?)?(?:达到|达|为|约|近|超过|超|仅|只有|只|还不到|不到|不足|低于|高于|到|上升到|提高到|约为|\s)*(?:[（(][^（()）]*[）)])?$/;
const progressLead =
  /(?:完成|占|达到|实现|为|达|相当于|超额|超出?)(?:了)?([^，,。；;]{0,20}?(?:计划|目标|任务|预算(?!收入|支出|总|内|外))[^，,。；;]{0,8}?)的?(?:比例|进度)?(?:为|达到|达|约|近|\s)*$/;
/** One of them is in whatever `progressLead` finds. */
const mayPlan = charactersOf('划标务算');

export function* shares(p: Passage): Generator<Claim> {
  // 税收66.3亿元，占68.5%，非税收入30.5亿元，占31.5%: shares of one sentence are of one whole
  let chain: { readonly sentence: number; readonly whole: number } | undefined;
  const ahead = p.list.length > 2 && percentage(p.figure(0)) ? (rateFirst(p, 0) ?? amongBehind(p, 0)) : undefined;
  if (ahead !== undefined) yield ahead;
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!percentage(f) || f.upper !== undefined) continue;
    const found =
      explicit(p, i) ??
      inPercentOf(p, i) ??
      inPercentOfPlace(p, i) ??
      toldFirst(p, i) ??
      ofNamedPlan(p, i) ??
      named(p, i, chain?.sentence === p.list[i]!.sentence ? chain.whole : -1) ??
      rate(p, i) ??
      rateFirst(p, i) ??
      rateBetween(p, i) ??
      ofTheYear(p, i) ??
      wholeBehind(p, i) ??
      amongBehind(p, i);
    if (found === undefined) continue;
    yield found;
    const first = found.members[0]!.start;
    let whole = found.members.length === 3 ? i : -1;
    while (whole >= 0 && p.figure(whole).start !== first) whole--;
    if ((found.verdict === 'ok' || found.verdict === 'mismatch') && found.type === 'share' && whole >= 0)
      chain = { sentence: p.list[i]!.sentence, whole };
  }
  yield* subsets(p);
}

/** 18.6亿元，超收0.6亿元，完成预算18亿元的103.3%. */
const beyondPlan = /^[，,](?:超收|短收|超支|超额完成|超任务|超计划|多完成|少完成)(?:了)?$/;

/** Index of the nearest quantity before `i` in its sentence, percentages and the like between; -1 when none within reach. */
function partBefore(p: Passage, i: number, reach = 48): number {
  for (let j = i - 1; j >= 0 && p.same(i, j); j--) {
    const f = p.figure(j);
    if (p.figure(i).start - f.end > reach) return -1;
    // 968亿立方米（其中冷却水483亿立方米），占16.2%
    if (quantity(f) && leavesBrackets(p.between(j, i))) continue;
    // 5人，占全省22人的四分之一，占全国73名的…: the 22 are a whole themselves
    if (quantity(f) && /占[^，,。；;]{0,16}$/.test(p.lead(j))) continue;
    // 38个村超过50万元，占31.7%: the amount tells which villages
    if (tells(p, j)) continue;
    // 313.6亿元，比去年同期增加153.3亿元，为年度计划的30.9%: the increase is no part
    if (quantity(f) && (increment(p.lead(j)) || beyondPlan.test(p.lead(j)))) continue;
    // 已完成42亿元，还差18亿元，完成目标的70%: nor is what is left
    const left = quantity(f) && j > 0 && p.figure(j - 1).base === f.base && isLeft(p, j);
    if (left && !among.test(p.between(j - 1, j)) && doneBefore(p, j)) continue;
    if (quantity(f)) return countable(f) ? j : -1;
    // 完成预算的100.9%，占收入的48.5%: both are told of one amount
    if (f.kind === 'percent' && /占|率/.test(p.lead(j)) && !(j === i - 1 && /^[，,]占/.test(p.lead(i)))) return -1;
  }
  return -1;
}

/** 36家企业里有9家没有达标: some of them, and not what is left of what was done. */
const among = /[中里](?:[，,]?(?:还|仍)?有)?$/;

/** 已完成42亿元，还差18亿元 tells what is left of more; 企业156家，还有23家没有… tells some of them. */
const doneBefore = (p: Passage, j: number): boolean =>
  /已|完成|办结|整改|实现|到位|[建改开]/.test(p.lead(j - 1)) ||
  (j > 1 && p.same(j - 2, j) && p.figure(j - 2).base === p.figure(j).base);

/** 38个村集体经济收入超过50万元: a mark that the things counted before it in its clause are beyond. */
function tells(p: Passage, j: number): boolean {
  const f = p.figure(j);
  if (f.bound !== 'over' && f.bound !== 'under') return false;
  const things = p.list[j - 1]?.figure;
  if (things === undefined || !quantity(things) || !things.whole || things.base === f.base || !p.same(j - 1, j))
    return false;
  return /^[\u4e00-\u9fa5]{1,16}$/.test(p.between(j - 1, j));
}

/** 占126个项目的64.3%, 完成年计划20亿元的87.5%. */
function explicit(p: Passage, i: number): Claim | undefined {
  const w = i - 1;
  const whole = p.figure(w);
  // 338天，占全年365天的92.6%
  const days = whole.kind === 'quantity' && whole.base === '日' && whole.upper === undefined;
  if ((!quantity(whole) && !days) || !p.same(i, w)) return undefined;
  const between = p.between(w, i);
  if (
    between.length > 16 ||
    !/^[^，,。；;]*?的?(?:比例|比重)?(?:为|达|约|近|\s)*$/.test(between) ||
    !/的|比例|比重/.test(between) ||
    /(?:增长|提高|下降|增加)/.test(between)
  )
    return undefined;
  const lead = p.lead(w);
  // 完成全年1.8万亿元投资目标的9.6%: what is planned is told before the plan or behind it
  const progress =
    /(?:完成|达到|实现|占|达|为)[^，,。；;]*(?:计划|目标|任务|预算)[^，,。；;]{0,8}$/.test(lead) ||
    (/(?:计划|目标|任务)的$/.test(between) && /完成[^，,。；;]{0,6}$/.test(lead));
  const share = /占[^，,。；;]{0,16}$/.test(lead);
  if (!progress && !share) return undefined;
  // 分别占在校生4万人的52.5%和30%: each part in its turn
  if (/比(?:上|去)年|同比|分别/.test(lead)) return undefined;
  // 完成17.5亿元，占年计划20亿元的87.5%; but 超过计划20亿元的5% tells something else
  if (/超(?!过?\d|标)|高于|低于|多于/.test(lead.slice(-10))) return undefined;
  const type = progress ? 'progress' : 'share';
  // 国税1.86亿元，地税1.26亿元；税收占财政收入4.3亿元的72.6%: the part is named again
  const subject = subjectOfShare.exec(lead)?.[1];
  const found = days
    ? { index: p.same(w, w - 1) ? w - 1 : -1, alien: false }
    : partOfShare(p, w, { type, words: '', whole: '', subject });
  if (found === undefined || found.index < 0 || p.figure(found.index).base !== whole.base) return undefined;
  const claimed = percentClaim(type, p.figure(found.index), whole, p.figure(i), !found.alien);
  return claimed?.verdict === 'mismatch' && sharesWithOther(p, found.index, w, i) ? undefined : claimed;
}

/** 三级医院12家、二级医院28家，占医院总数160家的25%: the two together are that share. */
function sharesWithOther(p: Passage, part: number, w: number, i: number): boolean {
  if (part === 0 || !p.same(part - 1, part)) return false;
  const [one, other] = [p.figure(part - 1), p.figure(part)];
  if (one.base !== other.base || !quantity(one) || one.upper !== undefined || one.value === null) return false;
  if (!/^[\u4e00-\u9fa5]{0,6}[、和及][^，,。；;、]{0,12}$/.test(p.between(part - 1, part))) return false;
  const both = exactAmount(one)!.plus(exactAmount(other)!);
  const range = percentOf({ low: both, high: both }, amount(p.figure(w)), decimals(p.figure(i)));
  return judge(range, p.figure(i)) === 'ok';
}
const subjectOfShare = /(?:^|[，,；;（(])([\u4e00-\u9fa5]{2,10}?)(?:仅|只|约|就|均|共|已|则)*占[^，,。；;占]{0,16}$/;

const ofPlace = /^[，,；;（(]?(?:仅|只)?(?:为|是|相当于)(全[国省市县州区])(?:平均)?(?:水平)?的$/;

/** 12860元，与全市平均水平14250元相比少1390元，仅为全市的90.2%: what is compared with is named again. */
function inPercentOfPlace(p: Passage, i: number): Claim | undefined {
  const place = i < 3 ? undefined : ofPlace.exec(p.lead(i))?.[1];
  if (place === undefined) return undefined;
  const w = i - 2;
  const [part, whole, gap] = [p.figure(i - 3), p.figure(w), p.figure(i - 1)];
  if (!p.same(i - 3, i) || !quantity(part) || part.base !== whole.base || gap.base !== whole.base) return undefined;
  if (!p.lead(w).includes(place) || !/[比较与同低少高多]/.test(p.lead(w)) || whole.upper !== undefined)
    return undefined;
  return standsForItself(p, i - 3) ? percentClaim('share', part, whole, p.figure(i), true) : undefined;
}

const ofMean = /(?:是|为|相当于)[^，,。；;、是为]{2,10}$/;

/** 中位数13281元，增长9.0%，中位数是平均数15294元的86.8%: one amount in per cent of another. */
function inPercentOf(p: Passage, i: number): Claim | undefined {
  const whole = p.figure(i - 1);
  if (!quantity(whole) || whole.upper !== undefined || !p.same(i - 1, i) || p.between(i - 1, i) !== '的')
    return undefined;
  const lead = p.lead(i - 1);
  if (!ofMean.test(lead) || /计划|目标|任务|预算|占|完成|增|减|降|比|年|期/.test(lead)) return undefined;
  const subject = /(?:^|[，,；;（(])([\u4e00-\u9fa5]{2,10}?)(?:是|为|相当于)[^，,。；;、是为]{2,10}$/.exec(lead)?.[1];
  const found = partOfShare(p, i - 1, { type: 'share', words: '', whole: '', subject });
  if (found === undefined || found.alien || p.figure(found.index).base !== whole.base) return undefined;
  return percentClaim('share', p.figure(found.index), whole, p.figure(i), true);
}

const doneBehind = /^[，,](?:累计|实际|已|共)*(?:完成|实现|到位)([\u4e00-\u9fa5]{2,8})$/;

/** 年度计划投资410亿元，上半年已完成年度计划的50.4%，完成投资207亿元: what was done stands behind its share. */
function toldFirst(p: Passage, i: number): Claim | undefined {
  if (i + 1 >= p.list.length || !p.same(i - 1, i + 1)) return undefined;
  const [plan, part] = [p.figure(i - 1), p.figure(i + 1)];
  const done = doneBehind.exec(p.between(i, i + 1))?.[1];
  if (done === undefined || part.base !== plan.base || !standsForItself(p, i + 1) || !quantity(plan)) return undefined;
  const lead = p.lead(i - 1);
  return plan.upper === undefined &&
    planned.test(lead) &&
    lead.endsWith(done) &&
    /完成[^，,。；;]{0,8}(?:计划|目标|任务)的$/.test(p.lead(i))
    ? percentClaim('progress', part, plan, p.figure(i), true)
    : undefined;
}

const fulfilled = /^[，,](?:实际|已|已经)?完成(?:全年|年度)?(?:目标|计划|任务)+的$/;
/** 城镇新增就业目标 is the plan of 城镇新增就业. */
const planOf = /(?:年度|全年)?(?:预期)?(?:目标|计划|任务)+(?:数)?$/;

/** 新增就业1266万人，…。新增就业目标为900万人，完成目标任务的140%: what was done is told a sentence before, by the plan's name. */
function ofNamedPlan(p: Passage, i: number): Claim | undefined {
  const plan = p.figure(i - 1);
  if (!quantity(plan) || plan.upper !== undefined || !p.same(i - 1, i) || !fulfilled.test(p.between(i - 1, i)))
    return undefined;
  const { phrase } = p.list[i - 1]!;
  const name = phrase.replace(planOf, '').replace(/^(?:原定|既定|确定|下达)的?/, '');
  if (name.length < 3 || name === phrase) return undefined;
  for (let j = i - 2; j >= 0 && i - j <= reachFigures; j--) {
    const s = p.list[j]!;
    if (
      s.phrase === name &&
      s.figure.base === plan.base &&
      standsForItself(p, j) &&
      !s.target &&
      s.figure.value !== null
    )
      return percentClaim('progress', s.figure, plan, p.figure(i), s.place === p.list[i - 1]!.place);
  }
  return undefined;
}

const setOut = /^[，,；;](?:而)?(?:全[省市州县区镇乡])?/;
const isSo = /(?:达到|达|为|是|完成|实现)*$/;

/** 三大产业产值173亿元，占规上工业总产值的65.8%；规上工业总产值263亿元: the whole is told next, by the name it was called. */
function wholeBehind(p: Passage, i: number): Claim | undefined {
  const whole = p.list[i + 1]?.figure;
  if (whole === undefined || !quantity(whole) || whole.upper !== undefined || !p.same(i, i + 1)) return undefined;
  const name = shareLead.exec(p.lead(i))?.[1];
  const part = name === undefined || name.length < 3 ? -1 : partBefore(p, i);
  if (part < 0 || p.figure(part).base !== whole.base) return undefined;
  const between = p.between(i, i + 1);
  if (between.replace(setOut, '').replace(isSo, '') !== name!.replace(/^全[省市州县区镇乡]/, '')) return undefined;
  return setOut.test(between) ? percentClaim('share', p.figure(part), whole, p.figure(i), true) : undefined;
}

/** 达到91.7%，也就是24个断面中22个达标: the share is told in so many things behind it. */
function amongBehind(p: Passage, i: number): Claim | undefined {
  const [whole, part] = [p.list[i + 1]?.figure, p.list[i + 2]?.figure];
  if (whole === undefined || part === undefined || !p.same(i, i + 2) || whole.base !== part.base) return undefined;
  if (!/^(?:以上)?[，,（(](?:也就是|即|相当于)(?:说)?[^，,。；;\d]{0,4}$/.test(p.between(i, i + 1))) return undefined;
  if (!/^[^，,。；;、\d]{1,10}中(?:有|的)?$/.test(p.between(i + 1, i + 2)) || !countable(whole) || !countable(part))
    return undefined;
  return percentClaim('share', part, whole, p.figure(i), true);
}

/** 1286名，其中连任1274名，比例达到99.1%: without 占, where just two amounts of a unit stand before it. */
const bareShare = /^[，,]()(?:所占)?(?:比例|比重)(?:达到|达|为|约|近|\s)*$/;

function shareIn(p: Passage, i: number, lead: string): RegExpExecArray | null {
  if (lead.includes('占') || lead.includes('完成')) return shareLead.exec(lead);
  return lead.includes('比') && onlyTwo(p, i) ? bareShare.exec(lead) : null;
}

/** The two amounts before a percentage have one unit, and no other of its sentence has. */
function onlyTwo(p: Passage, i: number): boolean {
  if (i < 2 || !p.same(i - 2, i) || !quantity(p.figure(i - 1)) || !quantity(p.figure(i - 2))) return false;
  const { base } = p.figure(i - 1);
  if (p.figure(i - 2).base !== base) return false;
  for (let k = i - 3; k >= 0 && p.same(k, i); k--) if (p.figure(k).base === base) return false;
  return true;
}

/** How the words before a percentage tell of what it is a share. */
interface ShareTold {
  readonly type: 'share' | 'progress';
  /** The words that tell it, as they stand there. */
  readonly words: string;
  /** What the whole is called; '' where that is not said. */
  readonly whole: string;
  /** What the part is called in the same clause: 出口 of 出口占75%. */
  readonly subject: string | undefined;
}

function shareToldAt(p: Passage, i: number): ShareTold | undefined {
  const lead = p.lead(i);
  const progress = holdsAny(lead, mayPlan) ? progressLead.exec(lead) : null;
  const m = progress ?? shareIn(p, i, lead);
  if (m === null) return undefined;
  if (/(?:从(?!业)|由)[^，,。；;]{0,12}$/.test(lead)) return undefined;
  if (/^[^，,。；;]{0,4}(?:提高|上升|下降|增加|减少|降)(?:到|至)/.test(p.tail(i))) return undefined;
  // 在工业投资中的占比为42.2%
  const within =
    progress === null
      ? /在([^，,。；;、]{2,12})中的?(?:所)?$/.exec(lead.slice(0, lead.lastIndexOf('占')))?.[1]
      : undefined;
  const before = lead.slice(0, lead.lastIndexOf(m[0]));
  return {
    type: progress !== null ? 'progress' : 'share',
    words: m[0],
    whole: within ?? m[1] ?? '',
    subject: within === undefined ? subjectLast.exec(before)?.[1] : undefined,
  };
}
const subjectLast = /(?:^|[，,、；;（(])([\u4e00-\u9fa5]{2,10}?)(?:仅|只|约|就|均|共)?$/;

/** Whether a clause names `subject`; 非税收入 does not name 税收. */
function speaksOf(clause: string, subject: string): boolean {
  const at = clause.indexOf(subject);
  return at >= 0 && clause[at - 1] !== '非';
}

/** Where the part of a share stands; `alien` where its clause names another than the nearest, and that is told nowhere. */
interface PartFound {
  readonly index: number;
  readonly alien: boolean;
}

function partOfShare(p: Passage, i: number, { type, subject }: ShareTold): PartFound | undefined {
  const nearest = partBefore(p, i);
  if (nearest < 0) return undefined;
  if (subject === undefined || type === 'progress' || /^(?:其中|分别|合计|两者|两项|同比)/.test(subject))
    return { index: nearest, alien: false };
  // 公办118所，公办园占比50%: its kind is told by one character more
  const kind = subject.length >= 3 ? subject.slice(0, -1) : subject;
  const own = (j: number): boolean => {
    const behind = p.text.slice(p.figure(j).end, p.figure(j).end + 8).replace(/[，。；、,].*$/, '');
    return speaksOf(`${p.lead(j).slice(-16)}${behind}`, subject) || p.lead(j).endsWith(kind);
  };
  if (own(nearest)) return { index: nearest, alien: false };
  // 出口61.8亿元、进口20.6亿元，出口占75%: the part is named again
  for (let j = nearest - 1; j >= 0 && nearest - j <= reachFigures && p.same(i, j); j--)
    if (quantity(p.figure(j)) && own(j)) return { index: j, alien: false };
  return { index: nearest, alien: true };
}

/** An amount that may be the whole, and how sure that is. */
interface Candidate {
  readonly index: number;
  readonly trust: number;
}

/** 占项目总数的64.3%, 占比93.6%, 完成年计划的87.5%: the whole stands elsewhere. */
function named(p: Passage, i: number, chain: number): Claim | undefined {
  const f = p.figure(i);
  const told = shareToldAt(p, i);
  const found = told === undefined ? undefined : partOfShare(p, i, told);
  if (told === undefined || found === undefined) return undefined;
  const { type } = told;
  const { alien } = found;
  const part = p.figure(found.index);
  const loose = isLoose(p, i, told, found.index);
  if (loose && !alien && leadsAway(p, i, told, found.index)) return undefined;
  if (/分别/.test(p.text.slice(part.end, f.start))) return undefined;

  const { place, noun: ofWhole } = wholeName(told.whole);
  // 占总人次的65.9%: of all that is counted
  const noun = ofWhole === part.base ? '' : ofWhole;
  const candidates: readonly Candidate[] = wholesBefore(p, found.index, type, noun, place, chain);
  const masked = candidates.find(({ index }) => p.figure(index).value === null);
  if (masked !== undefined) return claim(type, 'not-checkable', [p.figure(masked.index), part, f], f, '', f);
  // a whole that gives the percentage to the digit is the one that is meant
  const over = type === 'progress' ? beyond(p.lead(i)) : 'no';
  for (const { index, trust } of candidates) {
    const claimed = percentClaim(type, part, p.figure(index), f, false, over);
    if (claimed?.verdict === 'ok' && (trust > 0 || !(part.approximate || p.figure(index).approximate || f.approximate)))
      return claimed;
  }
  if (!alien) {
    const behind = wholeAfter(p, i, part, noun, type);
    if (behind !== undefined) return percentClaim(type, part, behind, f, true, over);
    let best: Candidate | undefined;
    const most = exactAmount(part);
    const holds = ({ index }: Candidate): boolean =>
      type === 'progress' || most === null || exactAmount(p.figure(index))!.compare(most) >= 0;
    // no whole is less than its part where another amount goes by its name too
    for (const each of candidates)
      if (
        each.trust >= (loose ? 3 : 2) &&
        (best === undefined ||
          (holds(each) ? 1 : 0) > (holds(best) ? 1 : 0) ||
          (holds(each) === holds(best) && each.trust > best.trust))
      )
        best = each;
    // 283个县摘帽…至此，全国共有436个县摘帽，占全部贫困县的52.4%: more than the first, and counted up over all, it is no part of it
    if (best !== undefined && !holds(best) && !p.same(best.index, i) && addedUp.test(p.clauseLead(found.index)))
      return undefined;
    if (best !== undefined) {
      const close = candidates.some((x) => x.index !== best.index && nearly(part, p.figure(x.index), f));
      const local = noun !== '' && place === '' && ofOwnPlace.test(p.lead(found.index).slice(-8));
      return percentClaim(type, part, p.figure(best.index), f, !close && !local, over);
    }
  }
  if (candidates.some((x) => x.trust > 0 || type === 'share'))
    return claim(type, 'unsure', [p.figure(candidates[0]!.index), part, f], f, '', f);
  return undefined;
}

/** 江北区6个乡镇有案件，占乡镇数55%: of those of that place, it may be. */
const ofOwnPlace = /(?:^|[，,；;、：:]|其中)(?![全我本各该])[\u4e00-\u9fa5]{1,4}(?<!地)[区县市州旗镇乡]$/;

const addedUp = /(?:全[国省市县区]|累计|至此|总计|合计)[^，,。；;]{0,8}$|共有?$/;

/** What stands between the part, or the figure next before the percentage, and the words that tell the share. */
function gapBefore(p: Passage, i: number, { words }: ShareTold, part: number): string {
  const lead = p.lead(i);
  const start = p.figure(i).start - lead.length + lead.lastIndexOf(words);
  return p.text.slice(Math.max(p.figure(part).end, i > 0 ? p.figure(i - 1).end : 0), start);
}

/** 有81人最初都是从小事开始的，占64.3%: something is said of the part before its share. */
function isLoose(p: Passage, i: number, told: ShareTold, part: number): boolean {
  const gap = gapBefore(p, i, told, part);
  return gap.replace(/[，,、（(；;\s]|约|共|总共|合计|同比|分别|[^，,]{0,8}(?:以上)?$/g, '').length > 6;
}

/** 12个，…，服务业占5%: what stands between opens a new subject. */
function leadsAway(p: Passage, i: number, told: ShareTold, part: number): boolean {
  const gap = gapBefore(p, i, told, part);
  return gap.length > 40 || /[；;：:]/.test(gap) || (told.subject === undefined && quantityBetween(p, part, i));
}

/** Amounts before the part that may be its whole, nearest first; a plan with a mask in it ends them. */
function wholesBefore(
  p: Passage,
  part: number,
  type: ShareTold['type'],
  noun: string,
  place: string,
  chain: number,
): readonly Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<string>();
  const own = exactAmount(p.figure(part));
  for (let j = part - 1; j >= 0 && part - j < farthestWhole; j--) {
    const w = p.figure(j);
    if (!quantity(w) || w.base !== p.figure(part).base || w.upper !== undefined) continue;
    const value = exactAmount(w);
    if (type === 'progress' && !planned.test(planLead(p, j))) continue;
    if (value === null && type === 'progress') return [...found, { index: j, trust: 0 }];
    if (value === null || own === null) continue;
    // no whole is so much smaller than its part, whatever slipped
    if (type === 'share' && value.times(Decimal.of(10)).compare(own) < 0) continue;
    const key = value.toString();
    const trust = type === 'progress' ? planTrust(p, j, part) : wholeTrust(p, j, part, noun, place, chain);
    if (trust === 0 && (seen.has(key) || (type === 'share' && value.compare(own) < 0))) continue;
    seen.add(key);
    found.push({ index: j, trust });
  }
  return found;
}
/** How many amounts before the part its whole may stand. */
const farthestWhole = 40;

/** The share is a hundredth off at most: an amount that is meant, reckoned carelessly. */
const nearly = (part: FigureToken, whole: FigureToken, f: FigureToken): boolean =>
  f.value !== null &&
  exactAmount(whole)!.sign > 0 &&
  within(exactAmount(part)!.times(Decimal.hundred).over(exactAmount(whole)!, fine), f.value.shift(f.exponent), 100);
const fine = -4;

/** 占全部投资的62.1%，全部投资为300亿元: the whole is told after the percentage. */
function wholeAfter(p: Passage, i: number, part: FigureToken, noun: string, type: CheckType): FigureToken | undefined {
  // 完成任务的102.5%，超任务0.3万亩，任务是12万亩
  const at = i + 1 < p.list.length && beyondPlan.test(p.lead(i + 1)) ? i + 2 : i + 1;
  if (at >= p.list.length || !p.same(i, at)) return undefined;
  const whole = p.figure(at);
  if (
    part.value === null ||
    !quantity(whole) ||
    whole.base !== part.base ||
    whole.upper !== undefined ||
    whole.value === null
  )
    return undefined;
  const lead = /^[，,（(]([^，,。；;、（）()]{2,16})$/
    .exec(p.between(at - 1, at))?.[1]
    ?.replace(/(?:总额|总量|总数)?(?:为|是|达|达到|有|共)?$/, '');
  if (lead === undefined || p.list[at]!.aspect !== 'level') return undefined;
  // 甲镇1048人，占28.1%，乙镇974人，占26.2%: the next part has a share itself
  if (sharesItself(p, at) || (type === 'share' && exactAmount(whole)!.compare(exactAmount(part)!) < 0))
    return undefined;
  const told =
    type === 'progress'
      ? /(?:计划|目标|任务|预算)(?:数|额|总额)?$/.test(lead)
      : noun.length >= 2 && lead.endsWith(noun);
  return told ? whole : undefined;
}

/** 超额完成计划10% is what goes beyond it; 超额完成计划的110% may be either. */
function beyond(lead: string): 'no' | 'yes' | 'maybe' {
  if (!/超(?:额|出|过|计|目|任|年|全|预)[^，,。；;]*$/.test(lead)) return 'no';
  return lead.endsWith('的') ? 'maybe' : 'yes';
}

/** 30—40岁 and 5天以上 say who is meant. */
const countable = (f: FigureToken): boolean =>
  quantity(f) && f.upper === undefined && f.base !== '岁' && f.base !== '周岁';

const quantityBetween = (p: Passage, a: number, b: number): boolean => {
  for (let k = a + 1; k < b; k++) if (quantity(p.figure(k)) && !tells(p, k)) return true;
  return false;
};
