/** 1200户增收2400万元，户均增收2万元; 12个县区引进项目144个，平均每个县区12个; 前三年28亿元 … 是前三年平均的1倍. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal } from '../../../text/decimal.ts';
import { parseHanInteger } from '../../../text/numerals.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, judge, outside, type Passage, quantity, show } from '../passage.ts';
import { countOf, divided, meanClaim } from './means.ts';
import { overTime, perYear, timeOf } from './per-time.ts';

/** Who the average is for, and the base that they are counted in; what is averaged may stand last. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/户均([\u4e00-\u9fa5]{0,8})$/, '户'],
  [/(?:人均|生均)([\u4e00-\u9fa5A-Z]{0,8})$/, '人'],
  [/(?:亩均|亩产)([\u4e00-\u9fa5]{0,8})$/, '亩'],
  [/村均([\u4e00-\u9fa5]{0,8})$/, '村'],
  [/(?:平均单(?:体|个(?:项目)?)|单体平均)(?:规模|投资|体量)?([\u4e00-\u9fa5]{0,8})$/, '个'],
];
const eachOf =
  /(?:平均)?(?:每|单|(?<=[，,])一)(公里|平方公里|公顷|批次|人次|标段|[个家户所人名批组亩座台套项件村期场次辆间条支处位届班张笔头株册吨起批宗块栋幢口眼只艘架列份片段孔])([\u4e00-\u9fa5]{0,12})$/;
const eachBase: Readonly<Record<string, string>> = {
  名: '人',
  批次: '次',
  公里: '米',
  平方公里: '平方米',
  公顷: '平方米',
};
/** 每公里造价200万元: a price for each is a mean, said or not. */
const costs = /^(?:的?平均)?(?:工程)?(?:造价|成本|投资额?|费用|单价)(?:约|达到?|为|近)?$/;
/** One of these is 10^n of its base. */
const eachScale: Readonly<Record<string, number>> = { 公里: 3, 平方公里: 6, 公顷: 4 };
/** What visitors spend is told of each of them. */
/** 资助学生3万人次，人均2000元: who gets something each time is told of each, too. */
const helped = /(?:资助|救助|补助|奖励|慰问|发放)[^，,。；;、]{0,6}$/;
const visits = /人均(?:旅游)?(?:消费|花费)[^，,。；;]{0,4}$/;
/** One of them is in whatever tells an average. */
const mayShare = charactersOf('均每亩');
/** How many amounts before an average its total and its count may stand, and how many characters. */
const reach = 6;
const reachText = 80;

export function* averages(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (quantity(f) && f.upper === undefined) {
      if (!holdsAny(p.lead(i), mayShare)) continue;
      const time = timeOf(p.lead(i));
      const found = (time === undefined ? perHead(p, i) : overTime(p, i, time)) ?? perYear(p, i);
      if (found !== undefined) yield found;
    } else if (f.kind === 'multiple') {
      const found = ofAverage(p, i);
      if (found !== undefined) yield found;
    }
  }
}

/** What the words before an average say of it. */
export interface Averaged {
  /** What they are counted in whom the average is for: 户 of 户均增收. */
  readonly base: string;
  /** One of them is 10^scale of `base`. */
  readonly scale: number;
  /** What each of them has: 增收; '' where that is not said. */
  readonly noun: string;
  /** A word for it (户均), not 每户. */
  readonly word: boolean;
  /** An amount before it is told of the same noun: 床位1200张，医护1500人，每张床位配备医护1.25人. */
  readonly repeated: boolean;
  /** Characters before the figure at which it begins. */
  readonly length: number;
}

/** How the words before figure `i` tell an average; undefined where they do not. */
export function averagedAt(p: Passage, i: number): Averaged | undefined {
  // 平均每个村（社区）
  const lead = outside(p.lead(i));
  for (const [pattern, base] of heads) {
    const m = pattern.exec(lead);
    if (m === null) continue;
    // 人均每月215元 is no mean of the year's amount
    if (/每|月|[日天]/.test(m[1]!)) return undefined;
    const length = lead.length - m.index;
    return { base, scale: 0, noun: bare(m[1]!), word: true, repeated: false, length };
  }
  const m = eachOf.exec(lead);
  if (m === null) return undefined;
  const [, unit, told] = m as unknown as readonly [string, string, string];
  const again = (k: number): boolean => k >= 0 && p.lead(k).includes(told.slice(0, 2));
  const repeated = told.length >= 2 && (again(i - 1) || again(i - 2));
  // 186人分3期轮训，每期62人
  const inTurns = p.text[p.figure(i - 1).start - 1] === '分' && /^[\u4e00-\u9fa5]{0,6}[，,]每.$/.test(lead);
  if (!repeated && !inTurns && !/^[，,]每.$/.test(lead) && !lead.includes('平均') && !costs.test(told))
    return undefined;
  const length = lead.length - m.index;
  const scale = eachScale[unit] ?? 0;
  return {
    base: eachBase[unit] ?? unit,
    scale,
    noun: costs.test(told) ? '' : bare(told),
    word: false,
    repeated,
    length,
  };
}

const bare = (noun: string): string => noun.replace(/^平均|(?:约|达到|达|为|近)$/g, '');

/** Where the total and the count of an average stand among the amounts. */
interface Operands {
  readonly total: number;
  readonly count: number;
}

/** 1200户增收2400万元，户均增收2万元: what there is in all, for how many, and what that makes for each. */
function perHead(p: Passage, i: number): Claim | undefined {
  const averaged = averagedAt(p, i);
  const near = averaged === undefined ? undefined : operandsOf(p, i, averaged);
  if (averaged === undefined || near === undefined) return undefined;
  const alike = p.figure(near.total).base === p.figure(near.count).base;
  const operands = alike ? toldApart(p, near, averaged) : near;
  if (operands === undefined) return undefined;
  const [f, whole, n] = [p.figure(i), p.figure(operands.total), p.figure(operands.count)];
  // 1200人，其中举办青年班3期，每期50人: those are of the 3 alone
  if (operands.total < operands.count && p.text.slice(whole.end, n.start).includes('其中')) return undefined;
  if (f.start - Math.min(whole.start, n.start) > reachText) return undefined;
  const members = [whole, n, f];
  const count = exactAmount(n);
  if (whole.value === null || count === null || f.value === null)
    return claim('average', 'not-checkable', members, f, '', f);
  if (count.sign <= 0) return undefined;
  const named =
    alike ||
    !p.same(operands.total, i) ||
    averaged.repeated ||
    n.base === '人次' ||
    averagesTotal(p, i, operands, averaged);
  const sure =
    named &&
    (besideEachOther(p, i, operands) ||
      // told a sentence before, or with its own parts between
      ((alike || !p.same(operands.total, i) || parted(p, operands)) && partsEvenly(whole, count))) &&
    !whole.approximate &&
    !n.approximate &&
    !isListed(p, Math.min(operands.total, operands.count));
  const { low, high } = amount(n);
  const range = { low: low?.shift(-averaged.scale), high: high?.shift(-averaged.scale) };
  return meanClaim(whole, { exact: count.shift(-averaged.scale), ranges: [range], shown: show(n) }, f, members, sure);
}

/** The nearest amounts that can be the total and the count. */
function operandsOf(p: Passage, i: number, averaged: Averaged): Operands | undefined {
  let total = -1;
  let count = -1;
  for (let j = i - 1; j >= 0 && i - j <= reach && p.same(i, j); j--) {
    const g = p.figure(j);
    if (!quantity(g) || g.upper !== undefined || p.aside(j)) continue;
    if (count < 0 && counts(p, i, j, averaged.base)) {
      const far = i - j === 1 ? namedCount(p, i, j, averaged.noun) : undefined;
      if (far !== undefined && g.base === p.figure(i).base) return { total: j, count: far };
      count = wholeOfList(p, j);
    } else if (total < 0 && g.base === p.figure(i).base) total = j;
  }
  if (total < 0 && count >= 0 && averaged.word) total = totalBefore(p, i, averaged.noun);
  if (count < 0 && averaged.word && averaged.base === '人') count = headsBehind(p, i);
  return total < 0 || count < 0 ? undefined : { total, count };
}

/** 巡察32个党组织，其中第一轮10个、…，平均每个党组织15个: the count that is named as those are whom the average is for. */
function namedCount(p: Passage, i: number, nearest: number, noun: string): number | undefined {
  const name = noun.slice(0, 3);
  if (name.length < 2 || p.figure(nearest).base !== '个') return undefined;
  for (let j = nearest - 1; j >= 0 && i - j <= 2 * reach && p.same(i, j); j--)
    if (p.figure(j).base === '个' && p.text.startsWith(name, p.figure(j).end)) return j;
  return undefined;
}

/** 审执结8208件，结案率95%。员额法官36名，人均结案228件: the only amount of the sentence before that is told of what is averaged. */
function totalBefore(p: Passage, i: number, noun: string): number {
  if (noun.length < 2) return -1;
  const done = /^[审办结执]*结案?$/.test(noun);
  let found = -1;
  for (let j = i - 1; j >= 0 && i - j <= 2 * reach && p.list[i]!.sentence - p.list[j]!.sentence <= 1; j--) {
    if (p.same(i, j) || p.figure(j).base !== p.figure(i).base || p.figure(j).value === null) continue;
    if (!(p.lead(j).endsWith(noun) || (done && /[审办执]结$/.test(p.lead(j))))) continue;
    if (found >= 0) return -1;
    found = j;
  }
  return found;
}

/** 危房48户，其中C级30户、D级18户，发放120万元，户均2.5万元: place of what the list that ends at `j` is of; `j` where it ends none. */
function wholeOfList(p: Passage, j: number): number {
  for (let k = j; k > 0 && j - k < reach && p.same(k - 1, j) && p.figure(k - 1).base === p.figure(j).base; k--) {
    const between = p.between(k - 1, k);
    if (/[，,](?:其中)[^，,。；;]{0,8}$/.test(between)) return k < j ? k - 1 : j;
    if (!/^[、，,][^，,。；;、]{1,8}$/.test(between)) break;
  }
  return j;
}

/** Amount `j` can be how many there are in `base`. */
export function counts(p: Passage, i: number, j: number, base: string): boolean {
  const g = p.figure(j);
  return (
    g.base === base ||
    g.base === `${base}次` ||
    // 每支队伍 of so many 支 or 队
    (base === '支' && g.base === '队') ||
    // 接待游客325万人次，…，人均消费600元
    (base === '人' && g.base === '人次' && (visits.test(p.lead(i)) || helped.test(p.lead(j)))) ||
    (g.whole && g.dimension === 'things' && (base === '个' || namedSo(p, g, base)))
  );
}

/** 186个行政村 are counted in 村. */
function namedSo(p: Passage, g: FigureToken, base: string): boolean {
  const at = p.text.indexOf(base, g.end);
  return (
    at === g.end || (at > g.end && at - g.end <= longestName && /^[\u4e00-\u9fa5]+$/.test(p.text.slice(g.end, at)))
  );
}
const longestName = 3;

/** 人均45000元，常住人口230万人: how many there are is told after it; -1 when it is not. */
function headsBehind(p: Passage, i: number): number {
  const j = i + 1;
  return j < p.list.length &&
    p.same(i, j) &&
    p.figure(j).base === '人' &&
    p.figure(j).upper === undefined &&
    /^[，,；;（(](?:全[市县区镇省州乡国](?:共有)?|(?:全[市县区镇省州乡国])?(?:总|常住|户籍)人口)(?:为|达|有)?$/.test(
      p.between(i, j),
    )
    ? j
    : -1;
}

/** 12个县区引进项目144个，平均每个县区12个: counted alike, they are told apart by the noun; undefined where it does not tell. */
function toldApart(p: Passage, { total, count }: Operands, { noun, word }: Averaged): Operands | undefined {
  const counted = word ? '' : noun.slice(0, 2);
  if (counted.length < 2) return undefined;
  const behind = (k: number): boolean => p.text.startsWith(counted, p.figure(k).end);
  // what stands behind the one stands before the other: 9个乡镇127个村
  const one = behind(total) !== behind(count);
  const named = (k: number): boolean => behind(k) || (!one && p.lead(k).endsWith(counted));
  if (named(total) === named(count)) return undefined;
  return named(count) ? { total, count } : { total: count, count: total };
}

/** What is averaged is what the total is of. */
function averagesTotal(p: Passage, i: number, { total, count }: Operands, { base, noun, length }: Averaged): boolean {
  const own = p.list[total]!.lead;
  if (base === '亩' && noun === '') return count < total || own.includes(fieldOf(p.lead(count)));
  if (noun === '') return true;
  if (count > i) return p.clauseLead(total).includes(noun) || p.list[total]!.phrase.includes(noun);
  const { start } = p.figure(i);
  const { end } = p.figure(count);
  return (
    own.slice(-10).includes(noun) || p.text.slice(end, Math.min(end + 8, start - length)).includes(noun.slice(0, 2))
  );
}

/** What grows on an area (水稻 of ，其中水稻种植面积4.2万亩); '' where that is not said. */
const fieldOf = (lead: string): string =>
  lead.replace(/^[，,、（(]|全[县市区乡镇村省]|种植|播种|栽植|收获|收割|总?面积|达到?|为|共|约/g, '');

/** 14期，其中干部班3期、骨干班6期，培训480人次，平均每期…: the nearest of its unit is only one of a list. */
function isListed(p: Passage, j: number): boolean {
  const { base } = p.figure(j);
  for (let k = j - 1; k >= 0 && j - k <= reach && p.same(k, j); k--) {
    const between = p.between(k, j);
    if (/[；;]/.test(between)) return false;
    if (p.figure(k).base === base && /其中|、/.test(between)) return true;
  }
  return false;
}

/** Total, count and average follow one another in one sentence, with no other amount between. */
function besideEachOther(p: Passage, i: number, { total, count }: Operands): boolean {
  const [first, second] = total < count ? [total, count] : [count, total];
  const inRow = count > i ? i - total === 1 : i - second === 1 && (second - first === 1 || noRival(p, first, second));
  return inRow && !/[。；;]/.test(p.text.slice(p.figure(first).start, p.figure(i).start));
}

/** 48户，其中C级30户、D级18户，…120万元: the count is followed by what it is made of. */
const parted = (p: Passage, { total, count }: Operands): boolean =>
  count < total && /其中/.test(p.between(count, count + 1)) && p.figure(count + 1).base === p.figure(count).base;

/** 480个 are fifteen for each of 32: no two amounts that have nothing to do with each other often come out so. */
const partsEvenly = (total: FigureToken, count: Decimal): boolean => {
  const each = exactAmount(total)!.over(count, 0);
  return each.times(count).equals(exactAmount(total)!);
};

/** Nothing between the two could be one of them: 213起，死亡6人，损失2130万元. */
function noRival(p: Passage, first: number, second: number): boolean {
  const [a, b] = [p.figure(first), p.figure(second)];
  // 31个省共有40152万户、124461万人，平均每个家庭户3.1人: 个 counts anything
  if (a.base === '个' || b.base === '个') return false;
  for (let k = first + 1; k < second; k++) {
    const { base, dimension } = p.figure(k);
    if (base === a.base || base === b.base || dimension === a.dimension || dimension === b.dimension) return false;
  }
  return true;
}

/** …20多亿元，是前三年平均的1倍, where 前三年 has a figure of its own. */
function ofAverage(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.base !== '倍') return undefined;
  const start = p.sentence(i).start;
  const text = p.text.slice(Math.max(start, f.start - 40), f.start);
  const m =
    /(?:是|为|相当于)((?:前|过去|上)([一两二三四五六七八九十])年)(?:的)?(?:年)?平均(?:水平|数|值|每年)?的$/.exec(text);
  if (m === null) return undefined;
  const n = parseHanInteger(m[2]!) ?? 0;
  if (n < 2) return undefined;
  let now = -1;
  for (let j = i - 1; j >= 0 && i - j <= 8 && p.same(i, j); j--)
    if (quantity(p.figure(j))) {
      now = j;
      break;
    }
  if (now < 0) return undefined;
  const b = p.figure(now);
  for (let j = now - 1; j >= 0 && now - j < 12; j--) {
    const a = p.figure(j);
    if (quantity(a) && a.base === b.base && p.clauseLead(j).includes(m[1]!)) return timesMean(a, n, b, f);
  }
  return undefined;
}

/** `b` is `f` times the mean of `a` over `n` years. */
function timesMean(a: FigureToken, n: number, b: FigureToken, f: FigureToken): Claim {
  const members = [a, b, f];
  const x = exactAmount(a);
  const y = exactAmount(b);
  if (x === null || y === null || f.value === null || x.sign <= 0)
    return claim('multiple', 'not-checkable', members, f, '', f);
  const count = countOf(Decimal.of(n));
  const range = divided(amount(b), divided(amount(a), count.ranges[0]!));
  const value = y.over(x.over(count.exact, x.exponent - 1), -1);
  return claim('multiple', judge(range, f), members, f, () => `${show(b)}÷（${show(a)}÷${n}）≈${value}`, f);
}
