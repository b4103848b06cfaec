/** 五年共300万元，平均每年60万元; 1200户增收2400万元，户均增收2万元; 前三年28亿元 … 是前三年平均的1倍. */
import { charactersOf, holdsAny } from '../../text/characters.ts';
import { Decimal, type Interval, rounding } from '../../text/decimal.ts';
import { parseHanInteger } from '../../text/numerals.ts';
import { amount, exactAmount, type FigureToken } from '../figures.ts';
import {
  type Claim,
  ceilQuotient,
  claim,
  digitsLike,
  floorQuotient,
  judge,
  meets,
  type Passage,
  quantity,
  show,
  showLike,
  type Verdict,
} from './passage.ts';
import { oneSlip } from './slips.ts';

/** Who the average is for, and the base that they are counted in; what is averaged may stand last. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/户均([\u4e00-\u9fa5]{0,8})$/, '户'],
  [/(?:人均|生均)([\u4e00-\u9fa5]{0,8})$/, '人'],
  [/(?:亩均|亩产)([\u4e00-\u9fa5]{0,8})$/, '亩'],
  [/村均([\u4e00-\u9fa5]{0,8})$/, '村'],
];
const eachOf =
  /(?:平均)?(?:每|单)(公里|平方公里|公顷|批次|人次|标段|[个家户所人名批组亩座台套项件村期场次辆间条支处位届班张])([\u4e00-\u9fa5]{0,12})$/;
const eachBase: Readonly<Record<string, string>> = {
  名: '人',
  支: '队',
  批次: '次',
  公里: '米',
  平方公里: '平方米',
  公顷: '平方米',
};
/** One of these is 10^n of its base. */
const eachScale: Readonly<Record<string, number>> = { 公里: 3, 平方公里: 6, 公顷: 4 };
/** What visitors spend is told of each of them. */
const visits = /人均(?:旅游)?(?:消费|花费)[^，,。；;]{0,4}$/;
/** 日均39万人次 over 8天; 月均 over 九个月. */
const perTime = /(日均|月均|平均每[天日月]|每[天月]平均)(?:要|完成|新增|接待|受理|办理|查处|发生|可)?(?:约|近)?$/;
const yearly = /(?:平均每年|年均|每年平均)(?:要|可|将|约|新|需)?([\u4e00-\u9fa5]{0,8})$/;
/** One of them is in whatever tells an average. */
const mayShare = charactersOf('均每亩');
export function* averages(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (quantity(f) && f.upper === undefined) {
      const each = holdsAny(p.lead(i), mayShare);
      const found = (each ? (perHead(p, i) ?? perYear(p, i)) : undefined) ?? product(p, i);
      if (found !== undefined) yield found;
    } else if (f.kind === 'multiple') {
      const found = ofAverage(p, i);
      if (found !== undefined) yield found;
    }
  }
}

function divided(x: Interval, n: Interval): Interval {
  return {
    low: x.low === undefined || n.high === undefined || n.high.sign <= 0 ? undefined : floorQuotient(x.low, n.high, 4),
    high: x.high === undefined || n.low === undefined || n.low.sign <= 0 ? undefined : ceilQuotient(x.high, n.low, 4),
  };
}

/** 145 over 12 is told as 12: what is counted in whole ones is rounded too, once it is a mean. */
function judgeMean(range: Interval, f: FigureToken): Verdict {
  if (!f.whole || f.exponent !== 0 || f.bound !== 'exact' || f.value === null) return judge(range, f);
  if (meets(range, rounding(f.value))) return 'ok';
  return meets(range, { low: f.value, high: f.value.plus(Decimal.one) }) ? 'unsure' : 'mismatch';
}

/** 户均3000元 for 3050: round figures are often rounder than they look. */
function settleRound(verdict: Verdict, value: Decimal, f: FigureToken): Verdict {
  if (verdict !== 'mismatch' || f.value === null || f.value.significantExponent <= f.value.exponent) return verdict;
  const stated = exactAmount(f)!;
  const off = value.minus(stated);
  return (off.sign < 0 ? off.negate() : off).times(Decimal.of(50)).compare(stated) <= 0 ? 'unsure' : verdict;
}

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

/** 水稻4.5万亩，亩产650公斤，总产2.9万吨: what it makes is told after it; -1 when it is not. */
function yieldBehind(p: Passage, i: number): number {
  const j = i + 1;
  return j < p.list.length &&
    p.same(i, j) &&
    p.figure(j).base === p.figure(i).base &&
    p.figure(j).upper === undefined &&
    /^[，,、](?:预计)?(?:总产量?|产量)(?:可达|达到?|为)?$/.test(p.between(i, j))
    ? j
    : -1;
}

function perHead(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  const each = eachOf.exec(lead);
  const found = heads.map(([pattern, base]) => [pattern.exec(lead), base] as const).find(([m]) => m !== null);
  const time = perTime.exec(lead);
  if (time !== null) return overTime(p, i, /日|天/.test(time[1]!) ? '日' : '月');
  // 床位1200张，医护1500人，每张床位配备医护1.25人
  const again = (k: number): boolean => k >= 0 && p.lead(k).includes(each![2]!.slice(0, 2));
  const repeated = each !== null && each[2]!.length >= 2 && (again(i - 1) || again(i - 2));
  const plain = repeated || (each !== null && /^[，,]每.$/.test(lead));
  const m = found?.[0] ?? (each !== null && (plain || /平均/.test(lead)) ? each : null);
  if (m === null || m === undefined) return undefined;
  // 人均每月215元 is no mean of the year's amount
  if (/每|月|[日天]/.test(m[1] ?? '') && found !== undefined) return undefined;
  const base = found?.[1] ?? eachBase[each![1]!] ?? each![1]!;
  let total = -1;
  let count = -1;
  for (let j = i - 1; j >= 0 && i - j <= 4 && p.same(i, j); j--) {
    const g = p.figure(j);
    if (!quantity(g) || g.upper !== undefined) continue;
    const counts =
      g.base === base ||
      // 接待游客325万人次，…，人均消费600元
      (base === '人' && g.base === '人次' && visits.test(lead)) ||
      (g.whole && g.dimension === 'things' && (base === '个' || p.text.startsWith(base, g.end)));
    if (count < 0 && counts) count = j;
    else if (total < 0 && g.base === f.base) total = j;
  }
  if (total < 0 && count >= 0 && base === '亩') total = yieldBehind(p, i);
  if (count < 0 && total >= 0 && base === '人' && found !== undefined) count = headsBehind(p, i);
  // 12个县区引进项目144个，平均每个县区12个: counted alike, they are told apart by what follows
  let told = repeated;
  if (total >= 0 && count >= 0 && p.figure(total).base === p.figure(count).base) {
    const counted = (each?.[2] ?? '').slice(0, 2);
    const behind = (k: number): boolean => counted.length === 2 && p.text.startsWith(counted, p.figure(k).end);
    // what stands behind the one stands before the other: 9个乡镇127个村
    const one = behind(total) !== behind(count);
    const named = (k: number): boolean => behind(k) || (!one && counted.length === 2 && p.lead(k).endsWith(counted));
    if (named(total) && !named(count)) [total, count] = [count, total];
    else if (!named(count) || named(total)) return undefined;
    told = true;
  }
  if (total < 0 || count < 0 || f.start - p.figure(Math.min(total, count)).start > 60) return undefined;
  const whole = p.figure(total);
  const n = p.figure(count);
  const members = [whole, n, f];
  const a = exactAmount(whole);
  const b = exactAmount(n);
  if (a === null || b === null || f.value === null) return claim('average', 'not-checkable', members, f, '', f);
  if (b.sign <= 0) return undefined;
  const scale = found === undefined ? (eachScale[each![1]!] ?? 0) : 0;
  const counted = amount(n);
  const times = { low: counted.low?.shift(-scale), high: counted.high?.shift(-scale) };
  const verdict = judgeMean(divided(amount(whole), times), f);
  const noun = (found === undefined ? m[2]! : m[1]!).replace(/(?:约|达到|达|为|近)$/, '');
  // what is averaged must be what the total is of
  const own = p.list[total]!.lead;
  const tied =
    (total > i
      ? i - count === 1
      : count > i
        ? i - total === 1
        : Math.abs(total - count) === 1 && i - Math.max(total, count) === 1) &&
    (told ||
      total > i ||
      n.base === '人次' ||
      (count > i && (noun === '' || p.clauseLead(total).includes(noun) || p.list[total]!.phrase.includes(noun))) ||
      (noun === ''
        ? i - total === 1 || (i - count === 1 && count - total === 1)
        : own.slice(-10).includes(noun) || p.text.slice(n.end, n.end + 8).includes(noun.slice(0, 2)))) &&
    !/[。；;]/.test(p.text.slice(Math.min(whole.start, n.start, f.start), f.start));
  const value = a.over(b.shift(-scale), f.exponent + Math.min(0, f.value.exponent));
  const rough = whole.approximate || n.approximate;
  return claim(
    'average',
    verdict === 'mismatch' && (!tied || rough) ? 'unsure' : settleRound(verdict, value, f),
    members,
    f,
    () => `${show(whole)}÷${show(n)}=${showLike(value, f)}`,
    f,
    digitsLike(value, f),
  );
}

function overTime(p: Passage, i: number, base: string): Claim | undefined {
  const f = p.figure(i);
  let total = -1;
  let count = -1;
  for (let j = i - 1; j >= 0 && i - j <= 4 && p.same(i, j); j--) {
    const g = p.figure(j);
    if (g.upper !== undefined || g.value === null) continue;
    if (count < 0 && g.base === base && g.kind === 'quantity') count = j;
    else if (total < 0 && quantity(g) && g.base === f.base) total = j;
  }
  // 前三季度60亿元，月均6.7亿元
  const months = base === '月' && count < 0 && total >= 0 ? monthsOf(p.list[total]!.period) : 0;
  if (months > 0 && f.value !== null && i - total === 1 && f.start - p.figure(total).end <= 12) {
    const whole = p.figure(total);
    const n = Decimal.of(months);
    const verdict = judgeMean(divided(amount(whole), { low: n, high: n }), f);
    const value = exactAmount(whole)!.over(n, f.exponent + Math.min(0, f.value.exponent));
    return claim(
      'average',
      whole.approximate ? 'unsure' : settleRound(verdict, value, f),
      [whole, f],
      f,
      () => `${show(whole)}÷${months}=${showLike(value, f)}`,
      f,
      digitsLike(value, f),
    );
  }
  if (count < 0 && total >= 0 && i - total === 1) return overYear(p, total, i, base);
  if (total < 0 || count < 0 || f.start - p.figure(total).end > 12 || f.value === null) return undefined;
  const whole = p.figure(total);
  const n = exactAmount(p.figure(count))!;
  if (n.sign <= 0) return undefined;
  const verdict = judgeMean(divided(amount(whole), { low: n, high: n }), f);
  const value = exactAmount(whole)!.over(n, f.exponent + Math.min(0, f.value.exponent));
  const sure = i - total === 1 && total - count === 1 && !whole.approximate && p.figure(count).bound === 'exact';
  return claim(
    'average',
    verdict === 'mismatch' && !sure ? 'unsure' : settleRound(verdict, value, f),
    [p.figure(count), whole, f],
    f,
    `${show(whole)}÷${n}=${showLike(value, f)}`,
    f,
    digitsLike(value, f),
  );
}

/** Days that a year may be reckoned with: of the calendar, or those worked on. */
const daysOfYear: readonly Interval[] = [
  { low: Decimal.of(360), high: Decimal.of(366) },
  { low: Decimal.of(240), high: Decimal.of(254) },
];
const monthsOfYear: readonly Interval[] = [{ low: Decimal.of(12), high: Decimal.of(12) }];

/** 全年受理咨询7300件，平均每天20件. */
function overYear(p: Passage, total: number, i: number, base: string): Claim | undefined {
  const f = p.figure(i);
  const whole = p.figure(total);
  if (f.start - whole.end > 10 || f.value === null || whole.value === null || !p.clauseLead(total).includes('全年'))
    return undefined;
  if (p.list[total]!.aspect !== 'level' || whole.upper !== undefined) return undefined;
  const [first, ...others] = base === '日' ? daysOfYear : monthsOfYear;
  let verdict = judgeMean(divided(amount(whole), first!), f);
  for (const n of others) if (verdict !== 'ok') verdict = judgeMean(divided(amount(whole), n), f);
  const n = Decimal.of(base === '日' ? 365 : 12);
  const value = exactAmount(whole)!.over(n, f.exponent + Math.min(0, f.value.exponent));
  return claim(
    'average',
    whole.approximate ? 'unsure' : settleRound(verdict, value, f),
    [whole, f],
    f,
    () => `${show(whole)}÷${n}=${showLike(value, f)}`,
    f,
    digitsLike(value, f),
  );
}

/** Months that a period such as 前三季度, 今年上半年 or 1-8月 holds; 0 when that is not told. */
function monthsOf(period: string): number {
  if (/上半年|下半年/.test(period)) return 6;
  if (/前[三3]/.test(period) && period.includes('季度')) return 9;
  const m = /(\d{1,2})-(\d{1,2})月$/.exec(period);
  if (m !== null) return Math.max(0, Number(m[2]) - Number(m[1]) + 1);
  return /\d季度$/.test(period) ? 3 : 0;
}

const yearCount = (text: string): number => (/^\d/.test(text) ? Number(text) : (parseHanInteger(text) ?? 0));

/** The number of years named last before an offset in the same sentence (五年, 2021年至2025年); 0 when none. */
function yearsBefore(p: Passage, i: number): number {
  const from = Math.max(p.sentence(i).start, p.figure(i).start - 80);
  let n = 0;
  let at = -1;
  const last = p.list[i]!.index;
  for (let k = Math.max(0, last - 16); k < last; k++) {
    const f = p.figures[k]!;
    if (f.start < from) continue;
    if (f.kind === 'year') {
      const first = f.upper === undefined ? undefined : Number(f.value?.at(0) ?? 0n);
      if (first !== undefined && f.date?.year !== undefined) n = f.date.year - first + 1;
      else if (at >= 0 && f.date?.year !== undefined && /^(?:至|到|—|－|-|~|——)$/.test(p.text.slice(at, f.start))) {
        const previous = p.figures[k - 1]?.date?.year;
        if (previous !== undefined) n = f.date.year - previous + 1;
      }
      at = f.end;
    } else if (
      f.base === '年' &&
      f.value !== null &&
      f.upper === undefined &&
      f.value.exponent === 0 &&
      p.text[f.start - 1] !== '第'
    )
      n = Number(f.value.coefficient);
  }
  // “十三五”期间
  return n > 0 ? n : /十[一二三四五]五”?(?:期间|时期)/.test(p.text.slice(from, p.figure(i).start)) ? 5 : 0;
}

function perYear(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  const m = yearly.exec(lead);
  if (m === null || /增长|增加|提高|下降|减少|增|降/.test(m[1]!)) return undefined;
  const n = yearsBefore(p, i);
  if (n < 2 || n > 30) return undefined;
  const count = Decimal.of(n);
  for (let j = i - 1; j >= 0 && i - j <= 4; j--) {
    const whole = p.figure(j);
    if (!quantity(whole) || whole.base !== f.base) continue;
    if (whole.upper !== undefined || f.start - whole.end > 40 || /；|;/.test(p.text.slice(whole.end, f.start)))
      return undefined;
    const told = /共|累计|合计|总|还有|需要|要完成|投入|完成/.test(
      p.lead(j).slice(-20) + p.text.slice(whole.end, whole.end + 6),
    );
    if (!told) return undefined;
    const a = exactAmount(whole);
    const members = [whole, f];
    if (a === null || f.value === null) return claim('average', 'not-checkable', members, f, '', f);
    const verdict = judgeMean(divided(amount(whole), { low: count, high: count }), f);
    const value = a.over(count, f.exponent + Math.min(0, f.value.exponent));
    const near = p.same(i, j) && /共|累计|合计|总/.test(p.lead(j).slice(-20)) && !whole.approximate;
    return claim(
      'average',
      verdict === 'mismatch' && !near ? 'unsure' : settleRound(verdict, value, f),
      members,
      f,
      `${show(whole)}÷${n}=${showLike(value, f)}`,
      f,
      digitsLike(value, f),
    );
  }
  return undefined;
}

const together =
  /[，,](?:[^，,。；;、]{0,6}?)(?:共|合计|总计|累计|计)(?:计|需|需要|发放|补助|补贴|支付|投入|兑现|资金|为|约)*$/;
const perUnit = /每([户人亩名个村家头只吨公])(?:每月|每年|每天|一次性)?[^，,。；;每]{0,8}$/;
/** 每期80人: so many come each time. */
const perTurn = /每(期|班|批次?|场次?|轮|届|组|队|车|辆|桌)[^，,。；;每\d]{0,6}$/;
const cameTogether =
  /[，,](?:[^，,。；;、]{0,4}?)(?:共|合计|总计|累计)(?:计|培训|参训|参加|轮训|覆盖|惠及|服务|受益|参与|运送|接待|组织)?[^，,。；;、\d]{0,6}$/;

/** 每户补助2000元，共补助300户，计60万元: so much for each, so many of them, and what it makes; 12期，每期80人，共培训960人次. */
function product(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (i < 2 || !p.same(i, i - 2) || !quantity(f) || f.value === null || f.upper !== undefined) return undefined;
  const money = f.dimension === 'money';
  if (!money && f.base !== '人' && f.base !== '人次') return undefined;
  const lead = p.lead(i);
  if (lead.length > 20 || !(money ? together : cameTogether).test(lead)) return undefined;
  const [a, b] = [i - 2, i - 1];
  const [price, count] = alike(p.figure(a), f) ? [a, b] : [b, a];
  const [x, n] = [p.figure(price), p.figure(count)];
  if (!quantity(x) || !quantity(n) || !alike(x, f) || alike(n, f)) return undefined;
  if (x.value === null || n.value === null || x.upper !== undefined || n.upper !== undefined) return undefined;
  const each = (money ? perUnit : perTurn).exec(p.lead(price));
  const unit = each?.[1] === '名' ? '人' : each?.[1];
  if (unit === undefined || (n.base !== unit && !p.text.startsWith(unit, n.end) && !p.text.startsWith(unit, n.end - 1)))
    return undefined;
  // so much a month makes so much a month
  if (p.text[x.end] === '/') return undefined;
  const span = /每(?:月|年|天|季|学)/.exec(each![0])?.[0];
  if (span !== undefined && !lead.includes(span)) return undefined;
  if (/[。；;]/.test(p.text.slice(Math.min(x.start, n.start), f.start))) return undefined;
  const [p1, n1] = [amount(x), amount(n)];
  const by = (u: Decimal | undefined, v: Decimal | undefined): Decimal | undefined =>
    u === undefined || v === undefined ? undefined : u.times(v);
  const exact = exactAmount(x)!.times(exactAmount(n)!);
  const low = x.whole || x.exponent === 0 ? exactAmount(x)! : p1.low;
  const high = x.whole || x.exponent === 0 ? exactAmount(x)! : p1.high;
  const verdict = judge({ low: by(low, n1.low), high: by(high, n1.high) }, f);
  // as many as there were places need not have come each time: then it is a slip where one digit makes it right
  const rough = x.approximate || n.approximate || (!money && !oneSlip(f, exact));
  return claim(
    'average',
    verdict === 'mismatch' && rough ? 'unsure' : settleRound(verdict, exact, f),
    [x, n, f],
    f,
    () => `${show(x)}×${show(n)}=${showLike(exact, f)}`,
    f,
    digitsLike(exact, f),
  );
}

/** Counted in one unit; who comes is counted in heads or in visits. */
const alike = (a: FigureToken, b: FigureToken): boolean =>
  a.base === b.base || (a.base === '人' && b.base === '人次') || (a.base === '人次' && b.base === '人');

/** …20多亿元，是前三年平均的1倍, where 前三年 has a figure of its own. */
function ofAverage(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  if (f.base !== '倍') return undefined;
  const start = p.sentence(i).start;
  const text = p.text.slice(Math.max(start, f.start - 40), f.start);
  const m =
    /(?:是|为|相当于)((?:前|过去|上)([一两二三四五六七八九十])年)(?:的)?(?:年)?平均(?:水平|数|值|每年)?的$/.exec(text);
  if (m === null) return undefined;
  const n = yearCount(m[2]!);
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
    if (!quantity(a) || a.base !== b.base || !p.clauseLead(j).includes(m[1]!)) continue;
    return times(a, n, b, f);
  }
  return undefined;
}

function times(a: FigureToken, n: number, b: FigureToken, f: FigureToken): Claim {
  const members = [a, b, f];
  const x = exactAmount(a);
  const y = exactAmount(b);
  if (x === null || y === null || f.value === null || x.sign <= 0)
    return claim('multiple', 'not-checkable', members, f, '', f);
  const count = Decimal.of(n);
  const base = divided(amount(a), { low: count, high: count });
  const range = divided(amount(b), base);
  const each = x.over(count, x.exponent - 1);
  const value = y.over(each, -1);
  return claim('multiple', judge(range, f), members, f, () => `${show(b)}÷（${show(a)}÷${n}）≈${value}`, f);
}
