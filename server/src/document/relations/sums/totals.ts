/** A12个、B16个，共28个: a total told after its parts. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal } from '../../../text/decimal.ts';
import { parseHanInteger } from '../../../text/numerals.ts';
import { exactAmount } from '../../figures.ts';
import { type Claim, claim, compared, digitsLike, type Passage, quantity, reachFigures } from '../passage.ts';
import { slipped } from '../slips.ts';
import { twofold } from './part-evidence.ts';
import { bare, completes, exactTotal, fits, longestList, modifier, note, type Part, sumClaim } from './parts.ts';

const totals =
  /[，,、；;\s）)](?:[^，。；;]{0,10}?)(合计|共计|总计|总共|一共|加起来|加在一起|共|总(?:数|量|人数|户数|面积|投资|额)达到?|总投资)(?:为|达|达到|有|是|完成|投入|投资|[\u4e00-\u9fa5]{0,6})?$/;
/** One of them is in whatever `totals` finds. */
const mayTotal = charactersOf('计共总起');
const severalIn =
  /([两二三四五六七八九十])(?:项|个|者|家|部分|类|年|条线|块|方面|笔钱|项资金|批次?|期|地|县|市|区|镇|乡|村|所|级|轮|次)[^，。；;]{0,6}(?:合计|共计|总计|总共|加起来|加在一起|共)/;

/** 6个乡镇、3个街道共9个单位: what is counted together is named by a word for both. */
const joined = /^[\u4e00-\u9fa5]{1,6}(?:合计|共计|总计|一共|共)$/;
const bothAre = /^(?:单位|镇街|街镇|乡镇|镇办|板块|部门|地方|点位?|项目|主体|区域|县区|市县|村居|村社)/;

const industries = ['第一产业', '第二产业', '第三产业'];
const product = /(?:地区|国内)?生产总值(?:为|达到|达|突破)?$/;

/** 第一产业增加值21.3亿元，第二产业…，第三产业…，全年实现地区生产总值180亿元. */
export function ofIndustries(p: Passage, t: number): Claim | undefined {
  const f = p.figure(t);
  if (t < industries.length || f.value === null || f.upper !== undefined || !product.test(p.lead(t))) return undefined;
  const parts: Part[] = [];
  for (let j = t - 1; j >= 0 && parts.length < industries.length && p.same(j, t); j--) {
    const g = p.figure(j);
    if (g.base !== f.base) continue;
    if (g.value === null || g.upper !== undefined || p.list[j]!.aspect !== 'level') return undefined;
    if (!p.lead(j).includes(industries[industries.length - 1 - parts.length]!)) return undefined;
    parts.unshift({ figure: g, label: '', times: 1 });
  }
  const n = industries.length;
  if (parts.length < n) return undefined;
  const right = fits(f, parts, n);
  const rough = f.approximate || parts.some((x) => x.figure.approximate);
  const members = [...parts.map((x) => x.figure), f];
  const verdict = right ? 'ok' : rough ? 'unsure' : 'mismatch';
  return claim('sum', verdict, members, f, () => note(parts, n, f), f, digitsLike(exactTotal(parts, n), f));
}

/** How the words before a total tell it. */
interface TotalTold {
  /** 合计, 共, 总数. */
  readonly word: string;
  /** 三项合计: of how many; 0 where that is not said. */
  readonly count: number;
  /** It follows its parts at once, or is named by the noun of all of them. */
  readonly immediate: boolean;
  /** 总数, 总面积: of what there was and what came to it. */
  readonly growing: boolean;
  readonly lead: string;
}

function totalTold(p: Passage, t: number): TotalTold | undefined {
  const f = p.figure(t);
  if (f.upper !== undefined || f.bare === true) return undefined;
  // 12起、9起、6起，三年共27起: a stretch of time is part of what is said
  const last = p.before(t);
  const lead = last < 0 ? '' : p.text.slice(p.figure(last).end, f.start);
  if (lead === '' || lead.length > 22 || !holdsAny(lead, mayTotal)) return undefined;
  const both = bothAre.test(p.text.slice(f.end, f.end + 4)) && joined.test(lead);
  const word = both ? '共' : totals.exec(lead)?.[1];
  if (word === undefined || /其中|占|比/.test(lead)) return undefined;
  const several = severalIn.exec(lead)?.[1];
  return {
    word,
    count: several === undefined ? 0 : (parseHanInteger(several === '两' ? '二' : several) ?? 0),
    immediate: both || sameNoun(p, t, lead) || atOnce.test(lead),
    growing: /^总[^计共]/.test(word) && word !== '总投资',
    lead,
  };
}
const atOnce = /^[，,、；;\s]?(?:合计|共计|总计|总共|一共|共)(?:为|达|达到|有)?$/;

/** The amounts before a total that it may be made of, first to last. */
function partsBefore(p: Passage, t: number, { count, growing, lead }: TotalTold): readonly Part[] | undefined {
  const f = p.figure(t);
  // 两批共21个, not 两批共开工15个
  const plainly = count > 0 && /[计共](?:有|是)?$|加起来(?:是|有)?$/.test(lead);
  const parts: Part[] = [];
  for (let j = t - 1; j >= 0 && t - j <= reachFigures && p.same(j, t); j--) {
    const g = p.figure(j);
    if (g.base !== f.base || g.kind !== f.kind) {
      // 第一批12个项目18亿元…，两批共…: each part has an amount besides
      // 县级6支520人、乡级20支1000人，共1520人: so do these
      if (
        quantity(g) &&
        !modifier(p, j) &&
        !(p.between(j, j + 1) === '' && p.figure(j + 1).base === f.base) &&
        !(plainly && parts.length < count)
      )
        break;
      continue;
    }
    if (!quantity(g) || g.upper !== undefined || compared(p.lead(j))) break;
    const label = p.lead(j);
    parts.unshift({ figure: g, label: bare(label), times: 1 });
    if (parts.length > longestList) return undefined;
    if (count > 0 && parts.length === count) break;
    if (growing && parts.length === 2) break;
    if (/其中|[：:]/.test(label)) break;
    if (/[；;]/.test(label) && count === 0) break;
  }
  return parts.length < 2 ? undefined : parts;
}

export function backward(p: Passage, t: number): Claim | undefined {
  const told = totalTold(p, t);
  const parts = told === undefined ? undefined : partsBefore(p, t, told);
  if (told === undefined || parts === undefined) return undefined;
  const f = p.figure(t);
  const members = [...parts.map((x) => x.figure), f];
  if (members.some((x) => x.value === null)) return claim('sum', 'not-checkable', members, f, '', '');
  for (let n = parts.length; n >= 2; n--) {
    const some = parts.slice(parts.length - n);
    if (fits(f, some, n)) return claim('sum', 'ok', [...some.map((x) => x.figure), f], f, () => note(some, n, f), f);
  }
  const sum = exactTotal(parts, parts.length);
  const wanted = exactAmount(f)!;
  const double = Decimal.of(2);
  const far = sum.times(double).compare(wanted) < 0 || sum.compare(wanted.times(double)) > 0;
  const plus = told.growing && parts.some((x) => /加上|加之/.test(x.label));
  if (far && !((told.immediate || plus) && slipped(parts, f, 0))) return undefined;
  const strong = !members.some((x) => x.approximate) && isAll(p, t, told, parts);
  const shown = (): string => note(parts, parts.length, f);
  return claim('sum', strong ? 'mismatch' : 'unsure', members, f, shown, f, digitsLike(sum, f));
}

/** What stands before a total that it does not fit is all of it. */
function isAll(
  p: Passage,
  t: number,
  { word, count, immediate, growing, lead }: TotalTold,
  parts: readonly Part[],
): boolean {
  const f = p.figure(t);
  // 两项合计43万人: as many as are told, and one slip of the pen away, whatever stood before them
  if (count > 0) return parts.length === count && (sameBaseInSentence(p, t) === count || slipped(parts, f));
  if (immediate) return true;
  const labels = parts.map((x) => x.label);
  const named = labels.join();
  // 上半年12亿元，下半年15亿元，全年合计27亿元
  const halves = parts.length === 2 && /上半年/.test(named) && /下半年/.test(named) && lead.includes('全年');
  if (halves || /加上|加之/.test(named) || (growing && /新增|再/.test(named))) return true;
  const counted = /合计|总计|总共|共计|一共|加起来|加在一起/.test(word);
  if (counted && parts.length >= 3) return true;
  // 新收4120件，旧存312件，共受理4432件; 中央投资…、省级配套…、市县自筹…，项目总投资…
  if ((parts.length >= 3 || completes(labels, '')) && slipped(parts, f)) return true;
  const onlyTwo = parts.length === 2 && sameBaseInSentence(p, t) === 2 && !twofold(parts, f);
  if (!onlyTwo) return false;
  // 党纪处分258人、政务处分97人，共处分355人
  const [a, b] = labels as [string, string];
  return (counted && slipped(parts, f)) || (a.length > 2 && a.slice(-2) === b.slice(-2) && slipped(parts, f, 4));
}

const besides =
  /^[^，,。；;、]{0,4}[，,、]?(?:总|合计|涉及|计划|估算|完成|到位|协议|签约|惠及|受益){0,2}[^，,。；;、\d]{0,4}$/;

/** 第一批12个18亿元，第二批9个27亿元，两批共21个，总投资45亿元: beside every part stands an amount of another kind, and beside the total what these make. */
export function besideTotal(p: Passage, t: number): Claim | undefined {
  const told = t + 1 < p.list.length && p.same(t, t + 1) ? totalTold(p, t) : undefined;
  if (told === undefined || told.count < 2 || !besides.test(p.between(t, t + 1))) return undefined;
  const [f, total] = [p.figure(t), p.figure(t + 1)];
  if (!quantity(total) || total.base === f.base || total.upper !== undefined || total.value === null) return undefined;
  const parts: Part[] = [];
  for (let j = t - 2; j >= 0 && p.same(j, t) && parts.length < told.count; j -= 2) {
    const [own, beside] = [p.figure(j), p.figure(j + 1)];
    if (own.base !== f.base || beside.base !== total.base || beside.value === null || beside.upper !== undefined)
      return undefined;
    parts.unshift({ figure: beside, label: '', times: 1 });
  }
  if (parts.length !== told.count || [total, ...parts.map((x) => x.figure)].some((x) => x.approximate))
    return undefined;
  const right = fits(total, parts, parts.length);
  return right || slipped(parts, total) ? sumClaim(total, parts, right) : undefined;
}

const accumulated =
  /^[，,](?:(?:累计|前后)(?:总?共)?[^，,。；;、\d占比]{0,6}|[\u4e00-\u9fa5]{2,8}(?:力量|队伍|规模|总数|总量)(?:达到?|为|共|总共)?)$/;

/** 先后投入1200万元、1500万元、1800万元，累计投入4500万元: amounts side by side, each without a name of its own. */
function ofBareList(p: Passage, t: number): Claim | undefined {
  const f = p.figure(t);
  if (t < 2 || !p.same(t - 2, t) || f.value === null || f.upper !== undefined) return undefined;
  const m = accumulated.exec(p.between(t - 1, t));
  if (m === null) return undefined;
  // 民警720名、辅警1080名，社区警务力量达到1800名
  const named = !/^[，,](?:累计|前后)/.test(m[0]);
  const parts: Part[] = [];
  for (let j = t - 1; j >= 0 && parts.length < longestList; j--) {
    const g = p.figure(j);
    if (g.base !== f.base || !quantity(g) || g.value === null || g.upper !== undefined) return undefined;
    parts.unshift({ figure: g, label: '', times: 1 });
    const joint = named ? /^[、和][\u4e00-\u9fa5]{2,6}$/ : /^[、和]$/;
    if (j === 0 || !p.same(j - 1, j) || !joint.test(p.between(j - 1, j))) break;
  }
  const n = parts.length;
  if (n < 2 || f.approximate || parts.some((x) => x.figure.approximate)) return undefined;
  const right = fits(f, parts, n);
  return right || slipped(parts, f, named ? 5 : 2) ? sumClaim(f, parts, right) : undefined;
}

const building = /(?:新建|新开工)[\u4e00-\u9fa5]{0,8}$/;
const rebuilding = /^[\u4e00-\u9fa5]{0,6}[、，和](?:改扩建|扩建|改建|改造|续建)$/;
const projects = /^(?:[\u4e00-\u9fa5]{0,6})[，,](?:这|年内|今年|全部)?$/;

/** 新建派出所8个、改扩建12个，年内20个项目全部开工: what is built and what is built again are all the projects there are. */
function ofBuilding(p: Passage, t: number): Claim | undefined {
  if (t < 2 || !p.same(t - 2, t) || !/^(?:项目|工程)/.test(p.text.slice(p.figure(t).end, p.figure(t).end + 2)))
    return undefined;
  const [a, b, f] = [p.figure(t - 2), p.figure(t - 1), p.figure(t)];
  if (![a, b, f].every((x) => quantity(x) && x.whole && x.value !== null && x.upper === undefined && !x.approximate))
    return undefined;
  if (a.base !== b.base || f.base !== '个' || !building.test(p.lead(t - 2))) return undefined;
  if (!rebuilding.test(p.between(t - 2, t - 1)) || !projects.test(p.between(t - 1, t))) return undefined;
  const parts: Part[] = [a, b].map((figure) => ({ figure, label: '', times: 1 }));
  const right = exactTotal(parts, 2).equals(exactAmount(f)!);
  return right || slipped(parts, f, 0) ? sumClaim(f, parts, right) : undefined;
}

const ofBoth = /^[，,](?:总|一)?共(?:计|有)?$/;

/** 6个集体、28名个人受到表彰，共34个先进典型: groups and persons are counted together. */
function ofBothKinds(p: Passage, t: number): Claim | undefined {
  if (t < 2 || !p.same(t - 2, t)) return undefined;
  const [a, b, f] = [p.figure(t - 2), p.figure(t - 1), p.figure(t)];
  if (a.base !== '个' || b.base !== '人' || f.base !== '个' || !/集体|单位|组织/.test(p.between(t - 2, t - 1)))
    return undefined;
  if (![a, b, f].every((x) => quantity(x) && x.value !== null && x.upper === undefined && !x.approximate))
    return undefined;
  const behind = /^[^，,。；;、]{0,14}/.exec(p.between(t - 1, t))![0];
  if (!/^(?:和|、)/.test(p.between(t - 2, t - 1).replace(/^[\u4e00-\u9fa5]{1,6}?(?=[、和])/, ''))) return undefined;
  if (!ofBoth.test(p.between(t - 1, t).slice(behind.length))) return undefined;
  const parts: Part[] = [a, b].map((figure) => ({ figure, label: '', times: 1 }));
  const right = exactTotal(parts, 2).equals(exactAmount(f)!);
  return right || slipped(parts, f, 0) ? sumClaim(f, parts, right) : undefined;
}

/** 县，全市9个县: what is counted, and of which place all are told. */
const ofPlace =
  /^([\u4e00-\u9fa5]{1,4})[，,](?:全[国省市县区州旗镇乡村校院局]|[我本][省市县区州旗镇乡村校院局])(?:一?共有?|总共|有)?$/;
const nextPart = /^[、，和及][\u4e00-\u9fa5]{1,8}$/;

/** 东部3个县、中部4个县、西部2个县，全市9个县: a list in which each part and the total name what is counted. */
function ofAllPlaces(p: Passage, t: number): Claim | undefined {
  const f = p.figure(t);
  const noun = t < 2 || !p.same(t - 1, t) ? undefined : ofPlace.exec(p.between(t - 1, t))?.[1];
  if (noun === undefined || f.value === null || f.upper !== undefined || !p.text.startsWith(noun, f.end))
    return undefined;
  const parts: Part[] = [];
  for (let j = t - 1; j >= 0 && p.same(j, t); j--) {
    const g = p.figure(j);
    if (g.base !== f.base || g.value === null || g.upper !== undefined || g.approximate) return undefined;
    if (!p.text.startsWith(noun, g.end) || parts.length === longestList) return undefined;
    parts.unshift({ figure: g, label: '', times: 1 });
    if (j === 0 || !p.same(j - 1, j) || !nextPart.test(p.between(j - 1, j).replace(noun, ''))) break;
  }
  const n = parts.length;
  if (n < 2 || f.approximate) return undefined;
  const right = fits(f, parts, n);
  return right || slipped(parts, f) ? sumClaim(f, parts, right) : undefined;
}

/** 12个行政村、3个社区，共15个村（社区）: the noun of the last part stands before the total, and again behind it. */
function sameNoun(p: Passage, t: number, lead: string): boolean {
  const noun = /^([\u4e00-\u9fa5]{1,6})[，,](?:合计|共计|总计|一共|共)(?:有)?$/.exec(lead)?.[1];
  const behind = p.text.slice(p.figure(t).end, p.figure(t).end + 8);
  return noun !== undefined && (behind.includes(noun) || bothAre.test(behind));
}

export function sameBaseInSentence(p: Passage, t: number, without?: ReadonlySet<number>): number {
  let n = 0;
  for (let j = t - 1; j >= 0 && t - j <= reachFigures && p.same(j, t); j--)
    if (quantity(p.figure(j)) && p.figure(j).base === p.figure(t).base && without?.has(p.figure(j).start) !== true) n++;
  return n;
}

/** Characters before a total in which its clause begins. */
const nearestMark = 14;

/** A total that is told by another word than 共: after a list of its parts, in the next clause. */
export function toldTogether(p: Passage, t: number): Claim | undefined {
  if (t < 2 || !p.same(t - 2, t)) return undefined;
  const { start } = p.figure(t);
  let at = start - 1;
  while (at > start - nearestMark && at >= 0 && p.text[at] !== '，' && p.text[at] !== ',') at--;
  if (p.text[at] !== '，' && p.text[at] !== ',') return undefined;
  return ofAllPlaces(p, t) ?? ofBareList(p, t) ?? ofBuilding(p, t) ?? ofBothKinds(p, t);
}
