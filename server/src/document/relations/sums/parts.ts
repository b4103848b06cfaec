/** Parts of a whole: what they make together, and what their names say of each other. */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { exclusive, partitions } from '../../lexicon/figure-words.ts';
import { type Claim, claim, digitsLike, meets, type Passage } from '../passage.ts';

/** A list of more parts is a table. */
export const longestList = 24;

export interface Part {
  readonly figure: FigureToken;
  readonly label: string;
  /** 各: how many times it counts. */
  readonly times: number;
}

/**
 * Whether the parts make the whole as written. What is counted must come out exactly; of rounded amounts six may miss by one in the last digit
 * (the chance that they miss by more is less than one in a hundred), more by two.
 */
export function fits(whole: FigureToken, parts: readonly Part[], n: number, totals = totalsOf(parts)): boolean {
  const means = parts[0]?.label.includes('人均') === true && whole.base === '元';
  if (!means && !meets(amount(whole), totals.ranges[n]!)) return false;
  // A figure with a mask in it contradicts nothing.
  if (whole.value === null) return true;
  let rough = whole.approximate;
  let tenths = false;
  for (let k = 0; k < n; k++) {
    const f = parts[k]!.figure;
    if (f.value === null) return true;
    rough ||= f.approximate;
    tenths ||= f.value.exponent < 0;
  }
  if (rough) return true;
  const own = whole.value.exponent + whole.exponent;
  // among 18.6、9.5、4.2 of 42.3, 10 is 10.0
  const digit = (f: FigureToken): number =>
    tenths && f.value!.exponent === 0 && f.exponent === whole.exponent && whole.value!.exponent === -1
      ? own
      : f.value!.exponent + f.exponent;
  let exponent = own;
  for (let k = 0; k < n; k++) exponent = Math.max(exponent, digit(parts[k]!.figure));
  let coarse = own === exponent ? 1 : 0;
  for (let k = 0; k < n; k++) if (digit(parts[k]!.figure) === exponent) coarse++;
  const off = totals.exact[n]!.minus(exactAmount(whole)!);
  // 人均工资性收入8793元: a mean is rounded, however whole it looks
  const limit = new Decimal(coarse > 6 || (means && coarse > 4) ? 2n : 1n, exponent);
  return (off.sign < 0 ? off.negate() : off).compare(limit) <= 0;
}

/** What the first n parts make, for every n: ranges and exact sums. */
export interface Totals {
  readonly ranges: readonly Interval[];
  readonly exact: readonly Decimal[];
}

export function totalsOf(parts: readonly Part[]): Totals {
  const ranges: Interval[] = [{ low: Decimal.zero, high: Decimal.zero }];
  const exact: Decimal[] = [Decimal.zero];
  for (let k = 0; k < parts.length; k++) {
    const { figure, times } = parts[k]!;
    const factor = Decimal.of(times);
    const { low, high } = ranges[k]!;
    const a = amount(figure);
    ranges.push({
      low: low === undefined || a.low === undefined ? undefined : low.plus(times === 1 ? a.low : a.low.times(factor)),
      high:
        high === undefined || a.high === undefined ? undefined : high.plus(times === 1 ? a.high : a.high.times(factor)),
    });
    const own = exactAmount(figure) ?? Decimal.zero;
    exact.push(exact[k]!.plus(times === 1 ? own : own.times(factor)));
  }
  return { ranges, exact };
}

export function exactTotal(parts: readonly Part[], n: number): Decimal {
  let sum = Decimal.zero;
  for (let k = 0; k < n; k++) sum = sum.plus(exactAmount(parts[k]!.figure)!.times(Decimal.of(parts[k]!.times)));
  return sum;
}

export function note(parts: readonly Part[], n: number, whole: FigureToken): string {
  const terms = parts.slice(0, n).map(({ figure, times }) => {
    const own = figure.value!.shift(figure.exponent - whole.exponent).trim();
    return times > 1 ? `${own}×${times}` : own.toString();
  });
  const sum = exactTotal(parts, n).shift(-whole.exponent).trim();
  return `${terms.join('+')}=${sum}`;
}

/** A part that needs no name. */
export const partOf = (figure: FigureToken): Part => ({ figure, label: '', times: 1 });

/** What the parts make, against the whole that they should. */
export function sumClaim(whole: FigureToken, parts: readonly Part[], right: boolean): Claim {
  const n = parts.length;
  const members = [whole, ...parts.map((x) => x.figure)];
  const digits = digitsLike(exactTotal(parts, n), whole);
  return claim('sum', right ? 'ok' : 'mismatch', members, whole, () => note(parts, n, whole), whole, digits);
}

/** 5000万元项目12个: an amount that only says which projects; 36—45岁14人: an age tells who. */
export function modifier(p: Passage, j: number): boolean {
  const f = p.figure(j);
  if (f.base === '岁') return true;
  if (f.dimension !== 'money') return false;
  const after = p.text.slice(f.end, f.end + 8);
  return /^(?:以上|以下)?的?(?:[\u4e00-\u9fa5]{0,3}(?:项目|企业|工业|投资项目)|的?(?:还|只|仅|就)?有(?=\d)|的(?=\d))/.test(
    after,
  );
}

/** 46个投产项目: what is counted is named behind it. */
export const behind = (p: Passage, f: FigureToken): string =>
  /^[^，,。；;、\d（(]{0,10}/.exec(p.text.slice(f.end, f.end + 10))![0];

export const qualities =
  /女|男|党员|民族|学历|本科|硕士|博士|研究生|职称|高级|岁|以[上下]|优秀|先进|重点|骨干|外来|留守|残疾|贫困|低保|获|超|培训|参加|享受|服务|劳动力|外出|外来|流动/;

export const bare = (label: string): string =>
  label
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/其中|包括|分别为?|[，,、；;：:（(）)\s]/g, '')
    .replace(/(?:完成|实现|达到|[为有达是占])+$/, '');

export function completes(labels: readonly string[], last: string): boolean {
  if (/(?:^|[，,、；;])(?:其余|其他|其它|剩余|余下|另外|另有)[^，,、；;]{0,12}$/.test(last)) return true;
  // 贫困村, 非贫困村
  if (
    labels.length === 2 &&
    labels.some((x, k) => x.length > 2 && x.startsWith('非') && labels[1 - k]!.endsWith(x.slice(1)))
  )
    return true;
  if (chained(labels)) return true;
  return partitions.some((family) => {
    if (family.length !== labels.length) return false;
    const used = new Set<number>();
    for (const label of labels) {
      const at = family.findIndex((names, k) => !used.has(k) && names.some((name) => label.includes(name)));
      if (at < 0) return false;
      used.add(at);
    }
    return true;
  });
}

/** 超过20万元, 10万到20万元, 10万元以下; 35岁以下, 36—45岁, 46岁以上: every step begins where the one before ends, and both ends are open. */
export function chained(labels: readonly string[]): boolean {
  const limits: readonly (readonly string[])[] = labels.map((x) => x.match(/\d+(?:\.\d+)?/g) ?? []);
  const ends = [labels[0]!, labels[labels.length - 1]!].map((x) => (above.test(x) ? 1 : below.test(x) ? -1 : 0));
  return (
    labels.length > 1 &&
    ends[0]! * ends[1]! === -1 &&
    limits.every((x, k) => x.length === (k === 0 || k === labels.length - 1 ? 1 : 2)) &&
    limits.every((x, k) => k === 0 || x.some((n) => limits[k - 1]!.some((m) => m === n || follows(m, n))))
  );
}
/** 35岁以下, 36—45岁: in whole years the next step begins one on. */
const follows = (a: string, b: string): boolean => Math.abs(Number(a) - Number(b)) === 1 && !/\./.test(a + b);
const above = /超过|高于|大于|以上/;
const below = /以下|不足|不到|低于|少于/;

export function excludes(labels: readonly string[]): boolean {
  return exclusive.some((family) => {
    const used = new Set<string>();
    for (const label of labels) {
      const name = family.find((x) => label.includes(x) && !used.has(x));
      if (name === undefined) return false;
      used.add(name);
    }
    return true;
  });
}

export const states = /已|新增|完成|开工|投产|签约|竣工|获|达到|超过|新开|正在|目前|累计|以上[^，、]{0,4}$|增/;

/** Labels of one make: the same last or first character, or all short names; never states (开工, 投产), which may overlap. */
export function alike(labels: readonly string[]): boolean {
  if (labels.some((x) => x.length === 0 || x.length > 30)) return false;
  const first = labels[0]!;
  if (labels.filter((x) => x.includes('以上')).length > 1) return false;
  if (labels.every((x) => x.slice(-2) === first.slice(-2)) && first.length > 2)
    return !labels.some((x) => states.test(x)) || ladder(labels);
  if (labels.every((x) => x.slice(0, 2) === first.slice(0, 2)) && first.length > 2) return true;
  if (ladder(labels)) return true;
  return labels.every((x) => x.length <= 10 && !states.test(x));
}

/** 亿元以上项目, 5000万元项目, 3000万元项目. */
/** A ladder goes down and says 以上 at its top alone; thresholds that go up hold each other. */
export const ladder = (labels: readonly string[]): boolean =>
  labels.length >= 3 &&
  labels.filter((x) => /[万亿]元/.test(x)).length >= labels.length - 1 &&
  !labels.slice(1).some((x) => x.includes('以上'));
