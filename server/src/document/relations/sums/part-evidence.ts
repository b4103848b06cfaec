/** What proves that a list of amounts leaves nothing of the whole out. */
import { Decimal } from '../../../text/decimal.ts';
import { lowerBound } from '../../../text/span.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { overlapping } from '../../lexicon/figure-words.ts';
import { outside, type Passage, quantity } from '../passage.ts';
import { digitsOf, fewDigits, oneSlip, slipped, within } from '../slips.ts';
import { depthOf } from './part-lists.ts';
import {
  alike,
  bare,
  completes,
  exactTotal,
  excludes,
  ladder,
  modifier,
  type Part,
  qualities,
  states,
} from './parts.ts';

/** What the shares told beside the parts make, in per cent; undefined where not every part has one. */
function sharesBeside(p: Passage, i: number, parts: readonly Part[]): Decimal | undefined {
  const start = parts[0]!.figure.end;
  const end = parts[parts.length - 1]!.figure.end + 12;
  let shares = 0;
  let sum = Decimal.zero;
  for (let j = i + 1; j < p.list.length && p.figure(j).start < end; j++) {
    const f = p.figure(j);
    if (f.start < start || f.kind !== 'percent' || f.value === null || p.list[j]!.aspect !== 'share') continue;
    shares++;
    sum = sum.plus(f.value);
  }
  return shares === parts.length ? sum : undefined;
}

/** 国有1140人，占68%；集体206人，占12.3%: the shares tell that these are not all. */
export function partial(p: Passage, i: number, parts: readonly Part[]): boolean {
  const sum = sharesBeside(p, i, parts);
  return sum !== undefined && sum.compare(Decimal.of(98)) < 0;
}

/** 处分334人（其中党纪处分315人、政务处分40人）: more than all, since who got both is told twice. */
export const twofold = (parts: readonly Part[], whole: FigureToken): boolean =>
  exactTotal(parts, parts.length).compare(exactAmount(whole)!) > 0 &&
  overlapping.some(
    ([one, other]) =>
      parts.some(({ label }) => label.includes(one)) && parts.some(({ label }) => label.includes(other)),
  );

/** 规范的168个，占70%；基本规范的54个，占22.5%；不规范的18个，占7.5%: the shares tell that these are all. */
export function wholly(p: Passage, i: number, parts: readonly Part[]): boolean {
  const sum = sharesBeside(p, i, parts);
  return sum !== undefined && parts.length > 1 && within(sum, Decimal.hundred, 200);
}

/** 举报401件，其中初次举报362件，重复举报39件，署名举报99件: the first make all of it, and what follows is told of the same. */
export function complete(parts: readonly Part[], whole: FigureToken): boolean {
  if (digitsOf(whole) < 3) return false;
  const wanted = exactAmount(whole)!;
  for (let n = 2; n < parts.length; n++) if (exactTotal(parts, n).equals(wanted)) return true;
  return false;
}

/** 村小224所，教学点73个，…: a member is counted in another unit; 3支、420人 beside each part is another matter. */
export function mixed(p: Passage, i: number, parts: readonly Part[]): boolean {
  const { start } = parts[0]!.figure;
  const last = parts[parts.length - 1]!.figure.start;
  let others = 0;
  for (let j = i + 1; j < p.list.length && p.figure(j).start < last; j++) {
    const f = p.figure(j);
    if (f.start <= start || !quantity(f) || f.base === p.figure(i).base || modifier(p, j)) continue;
    if (depthOf(p.text, start, f.start) === 0) others++;
  }
  return others % (parts.length - 1) !== 0;
}

/** A list of so many is one list, though 、 and ， take turns in it. */
const manyParts = 5;

/** The parts stand in one list with one mark between them, and nothing else of their kind follows it in the sentence. */
export function listed(p: Passage, i: number, parts: readonly Part[], end: number): boolean {
  const marks = new Set<string>();
  for (let k = 1; k < parts.length; k++) {
    const mark = parts[k]!.label.replace(/^[（(][^（）()]*[）)]/, '').trim()[0] ?? '';
    if (!'、，,；;和及与'.includes(mark) || mark === '') return false;
    if (!'和及与'.includes(mark)) marks.add(mark);
    if (/[。：:]/.test(outside(parts[k]!.label))) return false;
  }
  // 高中3所、中职1所；初中28所、小学164所: ； parts groups
  if (marks.size > 1) marks.delete('；');
  if (marks.size > 1 && parts.length < manyParts) return false;
  if (parts.length === 2 && !marks.has('、') && marks.size > 0) return false;
  // 占42.0% beside each part: what they are of the whole is told, and it need not be all of it
  for (let j = i + 1; j < p.list.length && p.figure(j).start < end; j++)
    if (
      p.figure(j).kind === 'percent' &&
      p.figure(i).kind !== 'percent' &&
      p.figure(j).start > parts[0]!.figure.start &&
      p.figure(j).start < parts[parts.length - 1]!.figure.end + 6 &&
      /占|比重/.test(p.lead(j))
    )
      return false;
  const last = parts[parts.length - 1]!.figure;
  const after = p.text.slice(last.end, Math.min(end, last.end + 3));
  if (!/^(?:[，,。；;）)、（(]|$)/.test(after.trim())) return false;
  const base = p.figure(i).base;
  for (let j = i + 1; j < p.list.length && p.figure(j).start < end; j++) {
    const f = p.figure(j);
    // 生产6家、使用4家；矿山14家，其中…: behind ； stands another list
    if (!marks.has('；') && f.start > last.end && /[；;]/.test(outside(p.text.slice(last.end, f.start)))) break;
    if (
      f.start > last.end &&
      f.base === base &&
      depthOf(p.text, last.end, f.start) === 0 &&
      !(marks.has('、') && /^[，；;）)]/.test(p.lead(j))) &&
      !/占|其余|剩余|还|目前|已|共|比/.test(p.lead(j))
    )
      return false;
  }
  return true;
}

/** 高级教师, 中级教师: two grades of more. */
const graded = /[高中初特一二三四五甲乙丙省市县区国][级等类]/;

/** 500万元以上的. */
const onStep = /[万亿]元(?:以[上下])?的?$/;

/** What is parted in several ways: by where it comes from, by who gets it. */
const twoSides = /(?:收入|支出|产值|投资|贷款|存款)$/;

/**
 * What proves that the parts make up the whole: the wording (B个x、C个y in brackets), a family that parts it (男女, 一二三产, 其余), a ladder of
 * sizes that ends where the whole begins, or three and more like-named parts that miss the whole by the slip of one digit.
 */
export function evidence(
  parts: readonly Part[],
  whole: FigureToken,
  closed: boolean,
  tight: boolean,
  /** 共99个: they have been counted. */
  counted: boolean,
): 'none' | 'closed' | 'family' | 'slip' {
  const sum = exactTotal(parts, parts.length);
  const wanted = exactAmount(whole)!;
  if (wanted.sign <= 0) return 'none';
  const two = Decimal.of(2);
  const near = sum.times(two).compare(wanted) >= 0 && sum.compare(wanted.times(two)) <= 0;
  const labels = parts.map((x) => bare(x.label));
  // 过千万元的8个，500万元至1000万元的3个: steps of which the last may be left out
  const steps = parts.length === 2 && labels.some((x) => onStep.test(x));
  const pair =
    parts.length === 2 &&
    !steps &&
    labels[0]!.length >= 3 &&
    /^(?:[（(][^（）()]*[）)])?[，,；;、]/.test(parts[1]!.label);
  const telling = digitsOf(whole) >= 4 && parts.filter((x) => digitsOf(x.figure) >= 3).length >= 2;
  if (closed && (near || slipped(parts, whole, 0)) && labels.every((x) => x.length <= 16)) return 'closed';
  if ((near || slipped(parts, whole, 0)) && completes(labels, parts[parts.length - 1]!.label)) return 'family';
  if (sum.compare(wanted) > 0 && near && labels.length >= 2 && excludes(labels)) return 'family';
  // 其中1200万元用于奖补，1000万元用于贴息: nothing is spent twice
  if (sum.compare(wanted) > 0 && near && labels.every((x) => x.startsWith('用于'))) return 'family';
  if (parts.length === 2 && sum.compare(wanted) < 0 && labels.every((x) => graded.test(x))) return 'none';
  // 财政资金8000万元，社会资金5000万元: two of one make, and one slip would make the whole
  if (
    pair &&
    near &&
    labels[0]!.slice(-2) === labels[1]!.slice(-2) &&
    slipped(parts, whole, 4) &&
    // 税收收入 and 地方收入 are told of one income from two sides
    !(sum.compare(wanted) > 0 && twoSides.test(labels[0]!)) &&
    !labels.some((x) => states.test(x))
  )
    return 'slip';
  // four digits do not come out by chance but for one of them
  if ((telling && slipped(parts, whole, 0)) || (parts.length > 2 && digitsOf(whole) >= 4 && oneSlip(whole, sum)))
    return 'slip';
  if (tight && alike(labels) && !steps) {
    // parts that exclude each other cannot be more than the whole, however far the slip goes
    const over = sum.compare(wanted) > 0 && sum.compare(wanted.times(Decimal.of(5))) < 0;
    if (over && within(sum, wanted, 4) && !labels.some((x) => qualities.test(x))) return 'slip';
    // what is short of the whole may be others that are not named: of small numbers one slip would explain one gap in five
    // (a gap of one is more often a sum done wrong)
    const last = new Decimal(1n, whole.exponent + whole.value!.exponent);
    const vague =
      !counted && !over && parts.length === 3 && fewDigits(whole) && !ladder(labels) && !wanted.minus(sum).equals(last);
    if ((near || over) && !vague && !parts.some((x) => x.figure.value!.sign === 0) && slipped(parts, whole, 0))
      return 'slip';
  }
  return 'none';
}

/** 其中当场答复172条，限期办理87条, of 214条: two that exclude each other cannot be more, and one slip makes it right. Qualities (女, 党员) may overlap. */
export function tooMuch(parts: readonly Part[], whole: FigureToken): boolean {
  if (parts.length !== 2 || exactTotal(parts, 2).compare(exactAmount(whole)!) <= 0) return false;
  const [a, b] = parts.map((x) => bare(x.label));
  if (a!.length < 2 || b!.length < 2 || a!.length > 12 || b!.length > 12) return false;
  if (states.test(a!) || states.test(b!) || qualities.test(a!) || qualities.test(b!)) return false;
  return within(exactTotal(parts, 2), exactAmount(whole)!, 2) && slipped(parts, whole, 2);
}

/** 35岁以下的198名，35岁以上的114名: two sides of one mark. */
export function counterparts(p: Passage, parts: readonly Part[]): boolean {
  if (parts.length !== 2) return false;
  const marks = parts.map(({ figure }) => {
    const k = lowerBound(p.list, figure.start, (s) => s.figure.start) - 1;
    if (k < 0 || figure.start - p.figure(k).end > 12) return undefined;
    const side =
      /^(?:及?(以上)|(以下|以内))/.exec(p.text.slice(p.figure(k).end - 2, figure.start)) ??
      /^(?:及?(以上)|(以下|以内))/.exec(p.text.slice(p.figure(k).end, figure.start));
    return side === null ? undefined : { mark: p.figure(k), over: side[1] !== undefined };
  });
  const [a, b] = marks;
  return (
    a !== undefined &&
    b !== undefined &&
    a.over !== b.over &&
    a.mark.base === b.mark.base &&
    a.mark.value !== null &&
    b.mark.value !== null &&
    exactAmount(a.mark)!.equals(exactAmount(b.mark)!)
  );
}

const joined = /^[、和与及]?$/;
/** 七月和八月共386毫米，其中七月210毫米，八月176毫米; 建议提案87件，其中建议52件、提案35件: the whole is named after its parts. */
export function composed(lead: string, parts: readonly Part[]): boolean {
  const own = lead.slice(Math.max(lead.lastIndexOf('，'), lead.lastIndexOf('。')) + 1);
  const names = parts.map((x) => bare(x.label).replace(/的$/, ''));
  if (names.some((x) => x.length < 2 || /实际|超|计划|完成|目标/.test(x))) return false;
  // side by side, and nothing else between them
  const places = names
    .map((x) => (own.includes(x) ? x : x.slice(-2)))
    .map((x) => ({ start: own.indexOf(x), end: own.indexOf(x) + x.length }))
    .sort((a, b) => a.start - b.start);
  return places.every(({ start }, k) => {
    if (k === 0) return start >= 0;
    const before = places[k - 1]!.end;
    // 公路水路投资 holds more than what is told of the two
    return start > before ? joined.test(own.slice(before, start)) : start === before && parts[0]!.figure.whole;
  });
}
