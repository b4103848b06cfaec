/**
 * Shares told one beside another: 男性人口70356万人，占51.22%；女性人口66993万人，占48.78%. They are of one whole, which need not stand there: the parts make it
 * where the shares make a hundred, and where they do not, the others say how large it is.
 */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import {
  amountBeside,
  type Claim,
  ceilQuotient,
  claim,
  decimals,
  floorQuotient,
  judge,
  leavesBrackets,
  meets,
  outside,
  type Passage,
  percentOf,
  quantity,
  show,
  standsForItself,
} from '../passage.ts';
import { oneSlip } from '../slips.ts';
import { bare, completes } from '../sums/parts.ts';
import { percentClaim } from './percent-claim.ts';
import { wholeName } from './wholes.ts';

interface Sibling {
  readonly part: FigureToken;
  /** Index of the part's statement. */
  readonly at: number;
  readonly percent: FigureToken;
  readonly label: string;
}

/** `，占总人口的`: what the share is of stands between. */
const ofWhole =
  /^[\u4e00-\u9fa5]{0,6}?[，,、（(]?占(?:比(?![例重])|到|了|有)?([^，,。；;、占]{0,14}?)的?(?:比重|比例|份额)?(?:为|达到|达|约为|约)?$/;
/** Another sentence goes on with the same shares when nothing else is told in it. */
const longestGroup = 12;

export function* siblings(p: Passage): Generator<Claim> {
  if (!p.text.includes('占')) return;
  let group: Sibling[] = [];
  let whole = '';
  let last = -1;
  for (let i = 1; i <= p.list.length; i++) {
    const next = i < p.list.length ? siblingAt(p, i) : undefined;
    if (next !== undefined) {
      // 其中65岁及以上…占10.47% is of the same whole or of the part before: it proves nothing
      const within = next.label.includes('其中') && group.length > 0 && (next.whole === '' || next.whole === whole);
      // 59万人，占劳动力190万人的31%。其中，省外21万人，占35%，…: a sentence that begins so parts the amount before it
      if (within && p.same(last, i)) continue;
      if (within) {
        yield* judgeGroup(p, group);
        group = [];
        whole = '';
      }
      const joins =
        group.length > 0 &&
        group[0]!.part.base === next.part.base &&
        (next.whole === '' || isSame(next.whole, whole)) &&
        (p.same(last, i) || isSame(next.whole, whole) || (next.whole === '' && goesOn(p, last, next.at))) &&
        group.length < longestGroup;
      if (!joins) {
        yield* judgeGroup(p, group);
        group = [];
        whole = next.whole;
      }
      group.push(next);
      last = i;
    }
  }
  yield* judgeGroup(p, group);
  if (p.text.includes('分别')) yield* inTurn(p);
}

/** 女党员2389万名，占党员总数的26.7%。少数民族党员651万名，占7.3%: the next sentence begins with the next part. */
const goesOn = (p: Passage, last: number, at: number): boolean =>
  p.list[at]!.sentence - p.list[last]!.sentence === 1 &&
  !p.same(at - 1, at) &&
  // 企业法人单位中，内资企业1835万个: of another whole
  !/中[，,]/.test(p.lead(at));

/** 占火灾总数的…，占总数的…. */
const isSame = (a: string, b: string): boolean =>
  plain(a) === plain(b) || (a !== '' && b.endsWith(a)) || (b !== '' && a.endsWith(b));
const plain = (whole: string): string => whole.replace(/(?<=..)(?:数量|总量|总数|人数|件数|量|数)$/, '');

const turns = /(?:占比|比重|比例|占[^，,。；;、占]{0,12})分别(?:为|是|达到?|占)?$|[，,]分别占(?:比|到|了)?$/;
const joint = /^(?:、|和|及|以及|，)$/;

/** 高速公路13.8万公里，一级公路2.0万公里，…，占比分别为82.0%、11.7%…: as many shares as there are parts before them, in their order. */
function* inTurn(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    if (p.figure(i).kind !== 'percent') continue;
    const told = p.between(i - 1, i) === '的' && wholeInTurn.test(p.lead(i - 1));
    const named = told ? undefined : namedInTurn.exec(p.lead(i))?.[1];
    if (!told && named === undefined && !turns.test(p.lead(i))) continue;
    let n = 1;
    while (i + n < p.list.length && p.figure(i + n).kind === 'percent' && joint.test(p.between(i + n - 1, i + n))) n++;
    const first = i - n - (told ? 1 : 0);
    if (n < 2 || n > longestGroup || first < 0 || !p.same(first, i)) continue;
    const group = Array.from({ length: n }, (_, k): Sibling => {
      const at = first + k;
      return { part: p.figure(at), at, percent: p.figure(i + k), label: p.lead(at) };
    });
    if (named !== undefined) {
      yield* sharesOfNamed(p, group, named.split(/[、和与及]/));
      continue;
    }
    // 三年分别为8820万元、9137万元、10199万元 are parts of three wholes
    if (!group.every((x) => tellsShare(p, x, group[0]!.part.base))) continue;
    const whole = told ? i - 1 : partedBefore(p, first);
    if (whole >= 0) yield* sharesOf(p, group, whole);
    else if (!p.lead(first).includes('分别')) yield* judgeGroup(p, group);
  }
}

/** 教师240人，其中高级60人、中级120人，分别占25%、50%: place of the amount that the parts from `first` on are told to be of; -1 where none is. */
function partedBefore(p: Passage, first: number): number {
  // 35岁以下90名: an age says who
  let w = first - 1;
  while (w > 0 && p.figure(w).base === '岁') w--;
  if (w < 0 || !p.same(w, first) || p.figure(w).base !== p.figure(first).base || !standsForItself(p, w)) return -1;
  return /^[\u4e00-\u9fa5]{0,8}[，,](?:其中)/.test(p.between(w, first)) ? w : -1;
}

const wholeInTurn = /分别占[^，,。；;、占]{0,12}$/;

const namedInTurn = /分别占(?:了|到)?([^，,。；;占比]{2,24}?)的(?:比重|比例|份额)?(?:为|达到|达)?$/;

/**
 * 税收收入36552万元，非税收入31397万元，分别占总收入的53.8%和46.2%; 高新企业180家、从业人员0.9万人，分别占企业总数、从业人员总数的15%和25%: of one amount
 * told before by its name, or each of its own.
 */
function* sharesOfNamed(p: Passage, group: readonly Sibling[], names: readonly string[]): Generator<Claim> {
  if (names.length !== 1 && names.length !== group.length) return;
  const found: Claim[] = [];
  for (let k = 0; k < group.length; k++) {
    const each = group[k]!;
    if (!tellsShare(p, each, each.part.base)) return;
    const { noun } = wholeName(names[names.length === 1 ? 0 : k]!);
    const whole = wholeByName(p, group[0]!.at, each.part.base, noun);
    const share = whole === undefined ? undefined : percentClaim('share', each.part, whole, each.percent, true);
    // 三次产业…，分别占全省总量的16.1%、42.8%、41.1%: of what all of them make
    if (whole === undefined && k === 0 && names.length === 1) {
      yield* judgeGroup(p, group);
      return;
    }
    if (share === undefined) return;
    found.push(share);
  }
  yield* found;
}

/** The only amount before statement `at`, in its sentence or the one before, of that unit and by that name. */
function wholeByName(p: Passage, at: number, base: string, noun: string): FigureToken | undefined {
  let found: FigureToken | undefined;
  for (let j = at - 1; j >= 0 && at - j <= reach && p.list[at]!.sentence - p.list[j]!.sentence <= 1; j--) {
    const f = p.figure(j);
    if (f.base !== base || !standsForItself(p, j) || f.value === null) continue;
    const label = `${p.lead(j).slice(-16)}${/^[^，,。；;、\d（(]{0,8}/.exec(p.text.slice(f.end, f.end + 8))![0]}`;
    if (noun !== '' && !label.includes(noun)) continue;
    if (found !== undefined) return undefined;
    found = f;
  }
  return found;
}

/** 小学2.1万人、初中1.2万人，分别占在校生4万人的52.5%和30%. */
function* sharesOf(p: Passage, group: readonly Sibling[], w: number): Generator<Claim> {
  const whole = p.figure(w);
  if (whole.base !== group[0]!.part.base || whole.value === null || whole.upper !== undefined) return;
  for (const { part, percent } of group) {
    const found = percentClaim('share', part, whole, percent, true);
    if (found !== undefined) yield found;
  }
}

const tellsShare = (p: Passage, { part, at, percent }: Sibling, base: string): boolean =>
  part.base === base &&
  standsForItself(p, at) &&
  part.value !== null &&
  !part.approximate &&
  percent.value !== null &&
  percent.upper === undefined &&
  !percent.approximate;

function siblingAt(p: Passage, i: number): (Sibling & { readonly whole: string }) | undefined {
  const percent = p.figure(i);
  // 968亿立方米（其中冷却水483亿立方米），占16.2%: what stands in brackets has no share
  let at = i - 1;
  while (at > 0 && i - at < 4 && leavesBrackets(p.between(at, i))) at--;
  const part = p.figure(at);
  if (percent.kind !== 'percent' || percent.upper !== undefined || percent.value === null || percent.approximate)
    return undefined;
  if (!quantity(part) || part.upper !== undefined || part.value === null || part.approximate || !p.same(at, i))
    return undefined;
  const gap = percent.start - part.end <= 60 ? p.between(at, i) : '';
  const m = gap.includes('占') ? ofWhole.exec(outside(gap)) : null;
  if (m === null || p.aside(at)) return undefined;
  return { part, at, percent, label: p.lead(at), whole: m[1]! };
}

function* judgeGroup(p: Passage, group: readonly Sibling[]): Generator<Claim> {
  if (group.length < 2) return;
  const parts = group.map((x) => x.part);
  const total = sumOf(parts);
  if (total.exact.sign <= 0) return;
  const shares = sumOf(group.map((x) => x.percent));
  const hundred = Decimal.hundred;
  const full = meets({ low: hundred, high: hundred }, shares);
  const labels = group.map((x) => bare(x.label));
  const trimmed = mayBeTrimmed(shares);
  const fits = group.map((x) => fitsWhole(x, total, trimmed));
  const misfits = fits.filter((x) => !x).length;
  const odd = misfits === 1 ? group[fits.indexOf(false)] : undefined;
  const near = odd !== undefined && slip(odd, total.exact);
  const exact = near || group.some((x, k) => fits[k] && precise(x.percent));
  if (misfits === 0 || (misfits === 1 && exact)) {
    // all but one say that the parts make the whole; one alone may say so by chance
    if (odd !== undefined && group.length < 3 && !near && !full && !completes(labels, group[group.length - 1]!.label))
      return;
    for (let k = 0; k < group.length; k++) yield shareClaim(group, k, total.exact);
    return;
  }
  const told = toldWhole(p, group);
  if (told !== undefined) {
    yield told;
    return;
  }
  // the shares make a hundred, so that the parts make the whole: one of these is wrong, and the others say which
  const wholes = group.map(impliedWhole);
  for (let k = 0; k < group.length; k++) {
    const others = wholes.filter((_, j) => j !== k);
    const common = others.reduce<Interval | undefined>((a, b) => (a === undefined ? undefined : cut(a, b)), {
      low: undefined,
      high: undefined,
    });
    if (common === undefined || !narrow(common)) continue;
    if (group.length < 3 && !full) continue;
    if (meets(common, wholes[k]!)) continue;
    if (full || group.length > 3) yield partClaim(group, k, common);
    return;
  }
}

const most = Decimal.of(90);
/** Amounts before a group among which its whole is looked for. */
const reach = 12;

/** 全年信访430件。…检举305件，占71%；申诉110件，占26%；建议15件，占8%: all but one are shares of an amount told before. */
function toldWhole(p: Passage, group: readonly Sibling[]): Claim | undefined {
  if (group.length < 3) return undefined;
  const first = group[0]!;
  // where they are far from all of it, none was trimmed to make a hundred
  const trimmed = sumOf(group.map((x) => x.percent)).exact.compare(most) > 0;
  for (let j = first.at - 1; j >= 0 && first.at - j <= reach; j--) {
    const whole = p.figure(j);
    if (whole.base !== first.part.base || !standsForItself(p, j) || whole.value === null || whole.approximate) continue;
    const size = exactAmount(whole)!;
    const off = group.filter((x) => !fitsWhole(x, { low: size, high: size }, trimmed));
    if (off.length === 0) return undefined;
    const odd = off[0]!;
    if (off.length > 1 || exactAmount(odd.part)!.compare(size) > 0) continue;
    const value = exactAmount(odd.part)!.times(Decimal.hundred).over(size, -decimals(odd.percent));
    return claim(
      'share',
      'mismatch',
      [whole, odd.part, odd.percent],
      odd.percent,
      () => `${show(odd.part)}÷${show(whole)}=${value}%`,
      odd.percent,
      value.shift(-odd.percent.exponent).toString(),
    );
  }
  return undefined;
}

/** One digit more or less would make the share right. */
const slip = ({ part, percent }: Sibling, whole: Decimal): boolean =>
  oneSlip(percent, exactAmount(part)!.times(Decimal.hundred).over(whole, percent.value!.exponent));

/** Three digits do not come out by chance. */
const precise = (f: FigureToken): boolean => f.value!.coefficient.toString().length >= 3;

function sumOf(list: readonly FigureToken[]): {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly exact: Decimal;
} {
  let low = Decimal.zero;
  let high = Decimal.zero;
  let exact = Decimal.zero;
  for (const f of list) {
    const range = amount(f);
    const own = exactAmount(f)!;
    low = low.plus(range.low ?? own);
    high = high.plus(range.high ?? own);
    exact = exact.plus(own);
  }
  return { low, high, exact };
}

/** Shares are often trimmed so that they make a hundred: of those that do, the last digit may be one off; of those that make more, none was. */
const mayBeTrimmed = (shares: { readonly exact: Decimal }): boolean => shares.exact.compare(Decimal.hundred) <= 0;

function fitsWhole({ part, percent }: Sibling, whole: Interval, trimmed = true): boolean {
  const { low, high } = percentOf(amountBeside(part), whole, decimals(percent));
  const step = trimmed ? new Decimal(1n, percent.value!.exponent) : Decimal.zero;
  return judge({ low: low?.minus(step), high: high?.plus(step) }, percent) !== 'mismatch';
}

/** What the whole must be for a part to be that share of it. */
function impliedWhole({ part, percent }: Sibling): Interval {
  const [x, y] = [amount(part), amount(percent)];
  return {
    low:
      x.low === undefined || y.high === undefined || y.high.sign <= 0
        ? undefined
        : floorQuotient(x.low.times(Decimal.hundred), y.high, 2),
    high:
      x.high === undefined || y.low === undefined || y.low.sign <= 0
        ? undefined
        : ceilQuotient(x.high.times(Decimal.hundred), y.low, 2),
  };
}

function cut(a: Interval, b: Interval): Interval | undefined {
  if (!meets(a, b)) return undefined;
  const low = a.low === undefined || (b.low !== undefined && b.low.compare(a.low) > 0) ? b.low : a.low;
  const high = a.high === undefined || (b.high !== undefined && b.high.compare(a.high) < 0) ? b.high : a.high;
  return { low, high };
}

/** Known to one part in fifty. */
const narrow = ({ low, high }: Interval): boolean =>
  low !== undefined && high !== undefined && low.sign > 0 && high.minus(low).times(Decimal.of(50)).compare(low) <= 0;

/** The share of member `k`, where the parts make the whole. */
function shareClaim(group: readonly Sibling[], k: number, total: Decimal): Claim {
  const { part, percent } = group[k]!;
  const value = exactAmount(part)!.times(Decimal.hundred).over(total, -decimals(percent));
  const all = group.map((x) => show(x.part)).join('+');
  const trimmed = mayBeTrimmed(sumOf(group.map((x) => x.percent)));
  return claim(
    'share',
    fitsWhole(group[k]!, sumOf(group.map((x) => x.part)), trimmed) ? 'ok' : 'mismatch',
    [...group.map((x) => x.part), percent],
    percent,
    () => `${show(part)}÷（${all}）=${value}%`,
    percent,
    value.shift(-percent.exponent).toString(),
  );
}

/** Member `k` is another part of the whole than it says, which the others agree on. */
function partClaim(group: readonly Sibling[], k: number, whole: Interval): Claim {
  const { part, percent } = group[k]!;
  const about = whole.low!.plus(whole.high!).over(Decimal.of(2), part.exponent);
  const value = exactAmount(part)!.times(Decimal.hundred).over(about, -decimals(percent));
  return claim(
    'share',
    'mismatch',
    [part, percent, ...group.filter((_, j) => j !== k).flatMap((x) => [x.part, x.percent])],
    percent,
    () => `由其他各项推得总数约${about.shift(-part.exponent)}${part.unit}，${show(part)}占${value}%`,
    percent,
  );
}
