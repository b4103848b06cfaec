/** 全县12个乡镇，有5个完成了任务，有4个基本完成，还有3个没有完成: what tells the parts apart stands behind each, or is a step of a ladder before it. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, digitsLike, type Passage, quantity, reachFigures } from '../passage.ts';
import {
  bare,
  chained,
  completes,
  exactTotal,
  excludes,
  fits,
  longestList,
  note,
  type Part,
  qualities,
  states,
} from './parts.ts';

/** 个乡镇中，: the name of what is counted, up to the first part. */
const counted = /^[\u4e00-\u9fa5（）()、]{0,20}?(?:[中里]?[，,：:]|(?=有\d))/;
const begins = /^(?:其中|但|而)?(?:有|还有|另有|仍有|尚有|只有|仅有)?$/;
const rest = /^(?:其余|剩余|余下|剩下|另外)(?:的|还有)?$/;
/** 立行立改的95个, 已经办结6件: what tells of the amount stands before it, in a few characters. */
const toldBefore =
  /^(?:其中|目前|现在)?(?:[\u4e00-\u9fa5]{2,8}的|(?:已经?|正在|尚未|还未|未|没有)?[\u4e00-\u9fa5]{2,4})(?:有|还有|只有)?$/;
const also = /^[^，,。；;、]{0,6}也/;
const mark = /[，,；;：:。]/;
const negated = /(?:没有|尚未|还没有|还没|还未|未能|未)([\u4e00-\u9fa5]{2})/;
const negation = /没|未|不/;

/** Parts of one whole, each with what is told of it as its label. */
interface Outcomes {
  readonly parts: readonly Part[];
  /** 其余2个: the last is all that is left. */
  readonly rest: boolean;
}

/** Finds wholes whose parts are told apart by what stands behind them. */
export function* outcomes(p: Passage): Generator<Claim> {
  for (let i = 0; i + 2 < p.list.length; i++) {
    const whole = p.figure(i);
    if (!counts(whole) || !hasParts(p, i) || p.list[i]!.aspect !== 'level' || p.aside(i)) continue;
    const named = counted.exec(p.text.slice(whole.end, whole.end + 24));
    if (named === null) continue;
    const from = whole.end + named[0].length;
    const found = partsBehind(p, i, from) ?? steps(p, i, from);
    if (found === undefined) continue;
    const { parts } = found;
    const n = parts.length;
    const right = fits(whole, parts, n);
    const verdict = right ? 'ok' : proved(found, whole) ? 'mismatch' : 'unsure';
    const digits = digitsLike(exactTotal(parts, n), whole);
    const members = [whole, ...parts.map((x) => x.figure)];
    yield claim('sum', verdict, members, whole, () => note(parts, n, whole), whole, digits);
    while (i + 1 < p.list.length && p.figure(i + 1).start < parts[n - 1]!.figure.start) i++;
  }
}

/** Two amounts of its unit at least follow an amount in its sentence. */
function hasParts(p: Passage, i: number): boolean {
  const { base } = p.figure(i);
  let n = 0;
  for (let j = i + 1; j < p.list.length && j - i <= reachFigures && p.same(i, j); j++)
    if (p.figure(j).base === base && ++n > 1) return true;
  return false;
}

/** A whole number of things: 12个, 35家. */
const counts = (f: FigureToken): boolean =>
  quantity(f) && f.whole && f.exponent === 0 && f.upper === undefined && f.value !== null && f.bound === 'exact';

/** Amounts of the whole's unit, each with a clause of its own, up to the end of the sentence. */
function partsBehind(p: Passage, i: number, from: number): Outcomes | undefined {
  const { base } = p.figure(i);
  const { end } = p.sentence(i);
  const parts: Part[] = [];
  let left = false;
  for (let j = i + 1; j < p.list.length && p.same(i, j); j++) {
    const f = p.figure(j);
    // 完成率超过80%: figures of another kind tell which part it is
    if (f.base !== base) continue;
    const lead = p.text.slice(clauseStart(p, from, f.start), f.start);
    if (left || !counts(f) || parts.length === longestList) return undefined;
    // 另外5个也都超过了80%: some more, and not all that are left
    left = rest.test(lead) && !also.test(p.text.slice(f.end, f.end + 8));
    const before = !begins.test(lead) && toldBefore.test(lead);
    if (!left && !before && !begins.test(lead)) return undefined;
    const told = p.text.slice(f.end, Math.min(end, f.end + longestTold));
    const stop = mark.exec(told)?.index ?? told.length;
    if ((stop < 2 && !before) || stop === longestTold) return undefined;
    parts.push({ figure: f, label: before ? lead : told.slice(0, stop), times: 1 });
  }
  // what is done of the whole, and what is left, is told by remainders
  const labels = parts.map((x) => x.label);
  if (parts.length === 2 && labels.some((x) => x.startsWith('已'))) return undefined;
  // 建议326件，其中议案10件，建议320件: the amount is one of what is parted
  if (labels.some((x) => p.lead(i).endsWith(bare(x)))) return undefined;
  // 班子问题13个，已整改39个，正在整改的18个: of another whole
  if (exactTotal(parts, parts.length).compare(exactAmount(p.figure(i))!.times(double)) > 0) return undefined;
  const enough =
    parts.length > 2 ||
    (parts.length === 2 && (chained(labels) || completes(labels, '') || opposed(labels) || bothSides(labels)));
  return enough ? { parts, rest: left } : undefined;
}
const longestTold = 40;
const double = Decimal.of(2);

/** 超过50万元的35个，20万到50万元的60个，20万元以下的25个: every part stands behind the step of the ladder that it is on. */
function steps(p: Passage, i: number, from: number): Outcomes | undefined {
  const { base } = p.figure(i);
  const parts: Part[] = [];
  for (let j = i + 1; j < p.list.length && p.same(i, j); j++) {
    const f = p.figure(j);
    if (f.base !== base) continue;
    const label = p.text.slice(clauseStart(p, from, f.start), f.start);
    if (!counts(f) || parts.length === longestList || !ofStep.test(label)) return undefined;
    parts.push({ figure: f, label, times: 1 });
  }
  return parts.length > 1 && chained(parts.map((x) => x.label)) ? { parts, rest: false } : undefined;
}
const ofStep = /\d[^\d]*的(?:还有|只有|仅有|共有|有|为|共|达)?$/;

function clauseStart(p: Passage, from: number, at: number): number {
  let k = at;
  while (k > from && !mark.test(p.text[k - 1]!)) k--;
  return k;
}

/** The parts leave nothing out, or exclude each other and are more than the whole. */
function proved({ parts, rest }: Outcomes, whole: FigureToken): boolean {
  const labels = parts.map((x) => x.label);
  if (rest || chained(labels) || contrary(labels) || bothSides(labels)) return true;
  const over = exactTotal(parts, parts.length).compare(exactAmount(whole) ?? Decimal.zero) > 0;
  return completes(labels, '') || (over && (excludes(labels) || opposed(labels) || kinds(labels)));
}

/** 工业的31个，农业的14个: kinds of a thing, and no states or qualities that it may have at once. */
const kinds = (labels: readonly string[]): boolean =>
  labels.length > 2 && labels.every((x) => ofKind.test(x) && !states.test(x) && !qualities.test(x));
const ofKind = /^[\u4e00-\u9fa5]{2,4}的$/;

/** What is true of no two at once, though there may be others of which neither is. */
const opposites: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/高于|超过|快于|好于/, /低于|慢于|不及|不如/],
  [/上升|增长|提高|前移|进位/, /下降|负增长|回落|后移|退位/],
  [/达标|合格|通过|完成/, /不达标|不合格|没有|没通过|未/],
  [/盈利|赢利/, /亏损/],
];
/** 序时进度以上的, 序时进度以下的: above one mark and below it. */
const bothSides = (labels: readonly string[]): boolean =>
  labels.length === 2 && labels[0]!.includes('以上') && labels[0]!.replace('以上', '以下') === labels[1];

const opposed = (labels: readonly string[]): boolean =>
  labels.length === 2 &&
  opposites.some(
    ([one, other]) =>
      (other.test(labels[1]!) && one.test(labels[0]!) && !other.test(labels[0]!)) ||
      (other.test(labels[0]!) && one.test(labels[1]!) && !other.test(labels[1]!)),
  );

/** 完成了任务, 基本完成, 没有完成: all tell of one deed, and one that it is not done. */
function contrary(labels: readonly string[]): boolean {
  const undone = labels.filter((x) => negation.test(x));
  const verb = undone.length === 1 ? negated.exec(undone[0]!)?.[1] : undefined;
  return verb !== undefined && labels.every((x) => x.includes(verb));
}
