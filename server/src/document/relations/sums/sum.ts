/** 共126个，其中A12个、B16个 …; A12个、B16个，共28个; 11枚（信息学8枚，生物、物理、天文各1枚）; 三次产业比7.9∶40.5∶51.6. */
import { Decimal } from '../../../text/decimal.ts';
import { parseHanInteger } from '../../../text/numerals.ts';
import { lowerBound } from '../../../text/span.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { exclusive, partitions } from '../../lexicon/figure-words.ts';
import {
  type Claim,
  claim,
  digitsLike,
  leavesBrackets,
  type Passage,
  quantity,
  reachCharacters,
  type Verdict,
} from '../passage.ts';
import { digitsOf, slipped, within } from '../slips.ts';
import { hundreds, ratios } from './hundreds.ts';
import { outcomes } from './outcomes.ts';
import {
  complete,
  composed,
  counterparts,
  evidence,
  listed,
  mixed,
  partial,
  tooMuch,
  twofold,
  wholly,
} from './part-evidence.ts';
import { additive, breaks, closing, collect, lastOpen, nextOfBase } from './part-lists.ts';
import {
  alike,
  bare,
  completes,
  exactTotal,
  excludes,
  fits,
  ladder,
  modifier,
  note,
  type Part,
  states,
  type Totals,
  totalsOf,
} from './parts.ts';
import { remainders } from './remainders.ts';
import { backward, besideTotal, ofIndustries, toldTogether } from './totals.ts';

const opens =
  /其中|包括|具体(?:为|是|包括)|(?:分别(?:为|是|有|占)?|分为|分成|分[两二三四五六][期批])|[（(：:]|——|(?:中|里面?|里头|当中)[，,]|[，,]即(?!将|便|使|可)/;
/** 分三期实施, 由三部分组成: how many parts there are. */
const announced = /([两二三四五六七八九])(?:期|批|部分|大类|类|大块|块|个阶段|个部分|个标段)/;
const soft = /等(?=[，,。；;、）)\d]|方面|项目|[两三四五六七八九十])|主要(?:有|是|包括|为)|例如|比如|不含/;

export function* sums(p: Passage): Generator<Claim> {
  const taken = new Set<number>();
  const summed = new Set<number>();
  let steps: readonly Part[] = [];
  for (let i = 0; i < p.list.length; i++) {
    if (!additive(p, i)) continue;
    const found = forward(p, i) ?? (taken.has(p.figure(i).start) ? undefined : beside(p, i));
    if (found !== undefined) {
      for (const part of found.parts) taken.add(part.figure.start);
      if (found.claim.type === 'sum' && found.claim.verdict === 'ok')
        for (const part of found.parts) summed.add(part.figure.start);
      if (found.claim.verdict === 'ok' && ladder(found.parts.map((x) => bare(x.label)))) steps = found.parts;
      yield found.claim;
      const other = found.rest === undefined ? undefined : again(p, i, found.rest);
      if (other !== undefined) yield other;
    } else if (steps.length > 0 && !taken.has(p.figure(i).start)) {
      const claimed = upTo(p, i, steps);
      if (claimed !== undefined) yield claimed;
    }
  }
  for (let i = 2; i < p.list.length; i++) {
    if (!quantity(p.figure(i)) || taken.has(p.figure(i).start)) continue;
    const found = backward(p, i) ?? ofIndustries(p, i) ?? toldTogether(p, i);
    if (found !== undefined) yield found;
    const beside = besideTotal(p, i);
    if (beside !== undefined) yield beside;
  }
  const told = new Set<number>();
  for (const found of outcomes(p)) {
    for (const member of found.members) told.add(member.start);
    yield found;
  }
  yield* remainders(p, told, summed);
  yield* hundreds(p);
  yield* ratios(p);
}

/** 其中，城镇32.1亿元，农村8.9亿元；一产2.3亿元，二产9.9亿元，三产28.8亿元: the whole is parted once more. */
function again(p: Passage, i: number, parts: readonly Part[]): Claim | undefined {
  const whole = p.figure(i);
  const n = parts.length;
  if (n < 2 || whole.value === null || parts.some((x) => x.figure.value === null || x.figure.approximate))
    return undefined;
  const right = fits(whole, parts, n);
  const labels = parts.map((x) => bare(x.label));
  const told = completes(labels, parts[n - 1]!.label) || (n > 2 && alike(labels));
  if (!right && !(told && slipped(parts, whole, 10))) return undefined;
  const members = [whole, ...parts.map((x) => x.figure)];
  const digits = digitsLike(exactTotal(parts, n), whole);
  return claim('sum', right ? 'ok' : 'mismatch', members, whole, () => note(parts, n, whole), whole, digits);
}

/** 亿元以上12个，5000万元12个，3000万元16个 …; 超3000万元的40个: the upper steps of a ladder told before. */
function upTo(p: Passage, i: number, steps: readonly Part[]): Claim | undefined {
  const f = p.figure(i);
  const limit = p.list[i - 1]?.figure;
  if (limit === undefined || limit.dimension !== 'money' || limit.value === null || !modifier(p, i - 1))
    return undefined;
  if (f.base !== steps[0]!.figure.base || f.start - limit.end > 10 || f.value === null) return undefined;
  if (limit.bound !== 'over' && !p.text.startsWith('以上', limit.end)) return undefined;
  const from = exactAmount(limit)!;
  const sizes = steps.map((x) => sizeBefore(p, x.figure));
  const reached = steps.filter((_, k) => sizes[k] !== undefined && sizes[k]!.compare(from) >= 0);
  if (reached.length < 2 || reached.length === steps.length || !sizes.some((x) => x?.equals(from))) return undefined;
  return claim(
    'sum',
    fits(f, reached, reached.length) ? 'ok' : f.bound === 'exact' ? 'mismatch' : 'unsure',
    [...reached.map((x) => x.figure), f],
    f,
    () => note(reached, reached.length, f),
    f,
    digitsLike(exactTotal(reached, reached.length), f),
  );
}

/** 5000万元 in 5000万元项目12个. */
function sizeBefore(p: Passage, f: FigureToken): Decimal | undefined {
  const k = lowerBound(p.list, f.start, (s) => s.figure.start) - 1;
  if (k < 0) return undefined;
  const size = p.figure(k);
  return size.dimension === 'money' && f.start - size.end <= 10 ? (exactAmount(size) ?? undefined) : undefined;
}

/** Told to fewer places than any of the parts. */
const coarser = (f: FigureToken, parts: readonly Part[]): boolean =>
  f.value !== null && parts.every(({ figure }) => lastPlace(figure) < lastPlace(f));
const lastPlace = (f: FigureToken): number => f.value!.exponent + f.exponent;

/** The text with spaces for brackets that close, and for what they hold. */
const blankBrackets = (text: string): string =>
  text.includes('）') || text.includes(')') ? text.replace(/[（(][^（）()]*[）)]/g, (x) => ' '.repeat(x.length)) : text;

/** A list and its whole; `rest` are the amounts behind the ； that ends it. */
interface Parted {
  readonly claim: Claim;
  readonly parts: readonly Part[];
  readonly rest?: readonly Part[];
}

/** Where a list begins behind an amount, and how that is told. */
interface Opened {
  /** Statement of the first amount that may be a part. */
  readonly first: number;
  readonly cueText: string;
  /** The word or mark that opens it, and its place in `cueText`. */
  readonly word: string;
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly paren: boolean;
}

/** No list opens further behind its whole, in characters. */
const nearest = 110;

function listBehind(p: Passage, i: number): Opened | undefined {
  const whole = p.figure(i);
  if (!p.opens(whole.end, whole.end + nearest)) return undefined;
  const first = nextOfBase(p, i, nearest);
  if (first < 0) return undefined;
  const cueText = p.between(i, first);
  // 118人（不含上年转入的5人），其中…: what is in brackets of its own opens no list
  const cue = opens.exec(blankBrackets(cueText));
  if (cue === null || leavesBrackets(cueText)) return undefined;
  const at = cue.index;
  const before = cueText.slice(0, at);
  const among = /^[中里当]/.test(cue[0]);
  // 45个项目中，工业项目18个、…: 中 belongs to the whole
  if (among && (at > 14 || /[，,、]/.test(before))) return undefined;
  const word = among || cueText.includes('其中') || /包括|含/.test(cueText) ? '其中' : cue[0];
  // （其中…）: the list ends with its bracket, whatever stands before it
  const open = lastOpen(cueText);
  const paren = open >= 0;
  // （ must follow the whole at once, ： after its noun; a sentence may end only before 其中
  if (paren && open > 6 && !rated.test(cueText.slice(0, open))) return undefined;
  if (isColon(word) && at > 30) return undefined;
  if (/。|！|？/.test(before) && !/^[^。]*。(?:其中|分别)/.test(cueText)) return undefined;
  if (/[；;](?!其中)/.test(cueText.slice(0, cueText.includes('其中') ? cueText.indexOf('其中') + 2 : at + 1)))
    return undefined;
  if (breaks.test(cueText.slice(at)) && word !== '其中') return undefined;
  const begin = whole.end + (paren ? open : at);
  const end = Math.min(paren ? closing(p.text, begin) : p.sentence(first).end, begin + reachCharacters);
  return { first, cueText, word, at, begin, end, paren };
}

const isColon = (word: string): boolean => word === '：' || word === ':' || word === '——';

function partsClaim(whole: FigureToken, parts: readonly Part[], verdict: Verdict): Parted {
  const n = parts.length;
  const members = [whole, ...parts.map((x) => x.figure)];
  const digits = verdict === 'mismatch' ? digitsLike(exactTotal(parts, n), whole) : undefined;
  return { claim: claim('sum', verdict, members, whole, () => note(parts, n, whole), whole, digits), parts };
}

function forward(p: Passage, i: number): Parted | undefined {
  const whole = p.figure(i);
  // 比预算超收39亿元，其中中央超收25亿元，地方超收14亿元: what is told is how much more
  const gained = p.aside(i) ? gains.exec(p.lead(i))?.[0] : undefined;
  const opened = p.aside(i) && gained === undefined ? undefined : listBehind(p, i);
  if (opened === undefined) return undefined;
  const { first, begin, end, paren } = opened;
  const list = collect(p, i, first, begin, end, paren, gained);
  let { parts } = list;
  if (parts.length < 2) return undefined;
  if (whole.value === null || parts.some((x) => x.figure.value === null)) {
    const members = [whole, ...parts.map((x) => x.figure)];
    return { claim: claim('sum', 'not-checkable', members, whole, '', ''), parts };
  }
  const totals = totalsOf(parts);
  for (let n = parts.length; n >= 2; n--)
    if ((n === parts.length || !goesOn(parts, n)) && fits(whole, parts, n, totals))
      return {
        ...partsClaim(whole, parts.slice(0, n), 'ok'),
        rest: list.cut === n ? list.parts.slice(n) : [],
      };

  // A3所、B1所；C28所、D164所: what stands behind ； belongs to the list where the sum says so
  const head = parts.slice(0, list.cut);
  if (list.cut > 1 && (slipped(head, whole) || !slipped(parts, whole))) parts = head;
  parts = parts.slice(0, leadingFamily(parts, whole));
  const earlier = ofEarlier(p, i, parts, totals);
  if (earlier !== undefined) return earlier;
  const proof = proofOf(p, i, opened, parts);
  // parts that come nowhere near are another breakdown
  if (proof === 'none' && farApart(exactTotal(parts, parts.length), exactAmount(whole)!)) return undefined;
  const partOnly = proof === 'family' && isPart(p, i, parts);
  return partsClaim(whole, parts, proof === 'none' || partOnly ? 'unsure' : 'mismatch');
}

const two = Decimal.of(2);
const five = Decimal.of(5);
const six = Decimal.of(6);
const farApart = (sum: Decimal, whole: Decimal): boolean =>
  sum.times(two).compare(whole) < 0 || sum.compare(whole.times(five)) > 0;

/** 议案12件、建议326件，其中议案…，建议…: the amount is one of what is parted. */
function isPart(p: Passage, i: number, parts: readonly Part[]): boolean {
  const own = p.lead(i).slice(-6).replace('进出口', '');
  return (
    !parts.some((x) => bare(x.label).startsWith('非')) &&
    !composed(p.lead(i), parts) &&
    parts.filter((x) => bare(x.label) !== '' && own.includes(bare(x.label))).length === 1
  );
}

/** 总产值69.93亿元，增加值37.90亿元。其中…: the list may be of an amount before the nearest. */
function ofEarlier(p: Passage, i: number, parts: readonly Part[], totals: Totals): Parted | undefined {
  const whole = p.figure(i);
  const alike = (j: number): boolean =>
    p.figure(j).base === whole.base && p.figure(j).kind === whole.kind && additive(p, j);
  for (let j = i - 1; j >= 0 && i - j <= 6 && p.same(i, j); j--) {
    const other = p.figure(j);
    // 任务7万亩，…完成70045亩，其中…: a round amount fits too easily
    if (!coarser(other, parts) && alike(j) && fits(other, parts, parts.length, totals))
      return partsClaim(other, parts, 'ok');
  }
  for (let j = i - 1; j >= 0 && i - j <= 4 && p.same(i, j); j--) {
    const other = p.figure(j);
    if (!alike(j) || other.value === null || p.aside(j)) continue;
    // 派单601件，按时结案597件。其中热线派单532件，互动派单69件: the parts are named after it
    const name = bare(p.lead(j)).slice(-2);
    const namesake = name.length === 2 && parts.every((x) => bare(x.label).endsWith(name)) && !p.lead(i).endsWith(name);
    if (
      (namesake || (digitsOf(other) >= 4 && parts.length > 2)) &&
      slipped(parts, other, namesake ? 4 : 2) &&
      !slipped(parts, whole, 2)
    )
      return partsClaim(other, parts, 'mismatch');
  }
  return undefined;
}

/** 发电装机容量291965万千瓦，其中火电139032万千瓦，水电…: 5 of so many are what other kinds come to, which nobody lists. */
function leavesLittle(sum: Decimal, whole: FigureToken): boolean {
  const rest = exactAmount(whole)!.minus(sum);
  return rest.sign > 0 && rest.times(little).compare(exactAmount(whole)!) < 0;
}
const little = Decimal.of(10_000);

/** What proves that the parts leave nothing of the whole out. */
function proofOf(p: Passage, i: number, opened: Opened, parts: readonly Part[]): ReturnType<typeof evidence> {
  const whole = p.figure(i);
  const { word, at, begin, end, cueText } = opened;
  const sum = exactTotal(parts, parts.length);
  const bounded = whole.bound !== 'exact' && !(whole.bound === 'over' && sum.compare(exactAmount(whole)!) < 0);
  if (bounded || parts.some((x) => x.figure.approximate) || partial(p, i, parts)) return 'none';
  if (twofold(parts, whole) || (word === '其中' && (complete(parts, whole) || leavesLittle(sum, whole)))) return 'none';
  const whollyTold = counterparts(p, parts) || composed(p.lead(i), parts) || wholly(p, i, parts);
  if (whollyTold && within(sum, exactAmount(whole)!, 2)) return 'family';
  const last = parts[parts.length - 1]!.figure;
  // 其中8个完成任务，另外5个也都超过了80%: some more
  if (parts[parts.length - 1]!.label.includes('另') && also.test(p.text.slice(last.end, last.end + 8))) return 'none';
  if (tooMuch(parts, whole) && /^\s*(?:[。；;）)]|$)/.test(p.text.slice(last.end, p.sentence(i).end))) return 'slip';
  const number = announced.exec(p.lead(i).slice(-16) + cueText)?.[1];
  const counted = number !== undefined && (number === '两' ? 2 : parseHanInteger(number)) === parts.length;
  const plain = !soft.test(p.text.slice(begin, end)) && !mixed(p, i, parts);
  const closed =
    (word !== '其中' || counted) &&
    !(isColon(word) && at > 14) &&
    plain &&
    !/[^，。、；）)\s]{9}/.test(p.text.slice(last.end, end));
  const tight = plain && listed(p, i, parts, end);
  return evidence(parts, whole, closed, tight, counting.test(p.lead(i)));
}

const also = /^[^，,。；;、]{0,6}也/;
/** 开工16170套，开工率达110.6%（其中…）: a rate may stand before the bracket. */
const rated = /^[\u4e00-\u9fa5]{0,8}[，,][^，,。；;（(]{1,10}[\d.]+%$/;
const gains = /(?:超收|短收|增收|减收|增支|减支|增加|减少|增长)$/;
const counting = /共(?:计|有)?$/;
/** 拿出3.2亿元办实事，教育1.1亿元，…: money is given out, and the names tell what for. */
const givenOut = /(?:拿出|安排|投入|筹集|筹措|整合|下达|争取|拨付|发放|兑现|列支|授信|预算)[^，,。；;、\d]{0,8}$/;
/** 5000万元，用于产业2800万元，用于…: what it is spent on. */
const allotted = /^[，,](?:安排)?(?:用于|投向|拨付)/;
/** Any name of a family of parts. */
const partNames = new RegExp([...partitions.flat(2), ...exclusive.flat()].join('|'));

/** 下拨3200万元，省级1500万元、市级900万元、县级800万元: no word opens the list, but its names leave nothing out. */
function beside(p: Passage, i: number): Parted | undefined {
  const whole = p.figure(i);
  const next = p.list[i + 2]?.figure;
  if (next === undefined || next.base !== whole.base || !p.same(i, i + 2) || whole.value === null) return undefined;
  if (
    next.start - whole.end > 60 ||
    p.lead(i).includes('其中') ||
    whole.kind === 'percent' ||
    p.aside(i) ||
    p.list[i]!.aspect !== 'level'
  )
    return undefined;
  const gap = p.between(i, i + 1);
  if (gap.length > 20 || !/^[^，,。；;、：:（(]{0,8}[，,][^，,。；;、]{2,12}$/.test(gap) || breaks.test(gap))
    return undefined;
  // most amounts beside each other are no list: only the names can make them one
  const lead = p.lead(i);
  const told = counting.test(lead) || partNames.test(gap) || lead.includes(gap.slice(-2));
  const spent = allotted.test(gap);
  const given = whole.dimension === 'money' && givenOut.test(lead);
  if (!told && !spent && !given) return undefined;
  const at = whole.end + gap.search(/[，,]/);
  const all = collect(p, i, i + 1, at, p.sentence(i).end, false).parts;
  // 601名，男511名，女90名，高中以上208名: the sexes are all, whatever else is told of them
  const opposed = (one: string, other: string): boolean =>
    all.length > 2 && bare(all[0]!.label).startsWith(one) && bare(all[1]!.label).startsWith(other);
  const sexes = opposed('男', '女') || opposed('当场', '限期');
  const parts = sexes ? all.slice(0, 2) : all;
  if (parts.length < 2 || parts.some((x) => x.figure.value === null || x.figure.approximate)) return undefined;
  const last = parts[parts.length - 1]!;
  if (!sexes && !/^[^，,、；;\d]{0,4}(?:。|；|$)/.test(p.text.slice(last.figure.end, p.sentence(i).end)))
    return undefined;
  const labels = parts.map((x) => bare(x.label));
  // what is done and what is left is told by remainders
  if (labels.some((x) => /已|正在|未|尚/.test(x))) return undefined;
  const n = parts.length;
  const right = fits(whole, parts, n);
  // 与会人员共286人，领导8人，负责人198人，企业家80人。
  const listed = parts.length > 2 && counting.test(lead) && (right || slipped(parts, whole, 0)) && alike(labels);
  const parted =
    listed ||
    (given && allGiven(parts, whole, labels)) ||
    (spent && labels.every((x) => x.startsWith(labels[0]!.slice(0, 2))) && (right || slipped(parts, whole, 0))) ||
    completes(labels, '') ||
    (labels.length > 2 && excludes(labels)) ||
    composed(lead, parts);
  if (!parted || !within(exactTotal(parts, parts.length), exactAmount(whole)!, 2)) return undefined;
  const members = [whole, ...parts.map((x) => x.figure)];
  const verdict = right ? 'ok' : whole.bound === 'exact' ? 'mismatch' : 'unsure';
  const digits = digitsLike(exactTotal(parts, n), whole);
  return { claim: claim('sum', verdict, members, whole, () => note(parts, n, whole), whole, digits), parts };
}

/** Short names of one make for what money is given to, that come to all of it, to more than it, or to what one slip in four amounts and more would mend. */
function allGiven(parts: readonly Part[], whole: FigureToken, labels: readonly string[]): boolean {
  const n = parts.length;
  if (n < 3 || !labels.every((x) => purpose.test(x)) || labels.some((x) => states.test(x) || breaks.test(x)))
    return false;
  if (fits(whole, parts, n)) return true;
  const over = exactTotal(parts, n).compare(exactAmount(whole)!) > 0;
  return (over || n > 3) && slipped(parts, whole);
}
const purpose = /^[\u4e00-\u9fa5]{2,8}$/;

/** 男29人、女17人，35岁以下14人: how many of the parts leave nothing out, where others follow; undefined where none do, or all. */
function leadingFamily(parts: readonly Part[], whole: FigureToken): number | undefined {
  // 受理109件，其中新收99件，旧存10件，结案93件: what all of them make is no such whole
  const more = exactTotal(parts, parts.length).times(five).compare(exactAmount(whole)!.times(six)) > 0;
  for (let n = 2; n < parts.length; n++)
    if (
      (!goesOn(parts, n) || (more && slipped(parts.slice(0, n), whole))) &&
      completes(
        parts.slice(0, n).map((x) => bare(x.label)),
        '',
      )
    )
      return n;
  return undefined;
}

/** Part `n` stands in the same list as the part before it: no list of its own ends there. */
const goesOn = (parts: readonly Part[], n: number): boolean =>
  parts[n]!.label.trim()[0] === parts[n - 1]!.label.trim()[0] || '和及与'.includes(parts[n]!.label.trim()[0] ?? '\n');
