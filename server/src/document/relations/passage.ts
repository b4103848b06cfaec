/** One paragraph as the relation finders see it: its text, figures and statements, and what stands between figures. */

import { charactersOf, holdsAny, roundBracket } from '../../text/characters.ts';
import { Decimal, type Interval, rounding } from '../../text/decimal.ts';
import { lowerBound, type Span } from '../../text/span.ts';
import type { ParagraphFacts } from '../facts.ts';
import { amount, type FigureToken } from '../figures.ts';
import type { Statement } from '../statements.ts';

export type CheckType =
  | 'sum'
  | 'share'
  | 'progress'
  | 'growth'
  | 'difference'
  | 'multiple'
  | 'average'
  | 'same-indicator'
  | 'range'
  | 'date'
  | 'subset';
/**
 * What is reckoned, where the type of the relation does not tell: an amount for each times how many there are, what is left after what came and
 * went, the time between two dates, what is gone of a year and what is left, what of a
 * plan is still to be done, what of a whole is, how far something is before or behind its schedule, one amount to another (1∶15), a place in a ranking.
 */
export type Subject = 'product' | 'stock' | 'duration' | 'remainder' | 'rest' | 'left' | 'schedule' | 'ratio' | 'rank';
/** `unsure` where the text does not say enough, `not-checkable` where a mask or a missing side leaves nothing to reckon with. */
export type Verdict = 'ok' | 'mismatch' | 'unsure' | 'not-checkable';

/** A relation that one paragraph states, in reading offsets. */
export interface Claim extends Span {
  readonly type: CheckType;
  readonly verdict: Verdict;
  readonly subject: Subject | undefined;
  /** The reckoning: 12+12+16+41+45=126. */
  readonly note: () => string;
  /** What the text says where the reckoning says otherwise: 126, 64.3%. */
  readonly stated: () => string;
  readonly members: readonly Span[];
  /** Of the members the one most likely wrong: the figure that the others give. */
  readonly blamed: Span;
  /** Digits to put in place of `numeral`, when they can be told. */
  readonly repair: { readonly numeral: Span; readonly text: string } | undefined;
}

/** No relation reaches over more figures, or more characters, than this: what lies further costs nothing. */
export const reachFigures = 60;
export const reachCharacters = 1200;

export class Passage {
  readonly text: string;
  readonly figures: readonly FigureToken[];
  readonly list: readonly Statement[];
  readonly #sentences: readonly Span[];
  readonly #leads: (string | undefined)[] = [];
  readonly #others: (boolean | undefined)[] = [];
  readonly #own: (boolean | undefined)[] = [];
  #cues?: readonly number[];
  #before?: readonly number[];

  constructor(readonly facts: ParagraphFacts) {
    this.text = facts.reading.text;
    this.figures = facts.figures;
    const list = facts.statements;
    const arabic = list.some((s) => s.figure.script === 'arabic' && s.figure.kind === 'quantity');
    // among Arabic figures 三项, 两个区 count what is spoken of; they are no data
    const told = arabic ? list.filter((s) => !(s.figure.script === 'han' && small(s.figure))) : list;
    const again = told.some((s, i) => i > 0 && restated(this.text, told[i - 1]!.figure, s.figure));
    this.list = again ? told.filter((s, i) => i === 0 || !restated(this.text, told[i - 1]!.figure, s.figure)) : told;
    this.#sentences = facts.sentences;
  }
  figure(i: number): FigureToken {
    return this.list[i]!.figure;
  }
  /** Text between two statements' figures. */
  between(i: number, j: number): string {
    return this.text.slice(this.figure(i).end, this.figure(j).start);
  }
  /** Text from the amount before (or the sentence's start) up to a statement's figure; stretches of time (五年) are part of it. */
  lead(i: number): string {
    let lead = this.#leads[i];
    if (lead === undefined) {
      const start = this.sentence(i).start;
      const k = this.before(i);
      const from = k >= 0 ? Math.max(this.figure(k).end, start) : start;
      lead = this.text.slice(Math.max(from, this.figure(i).start - 80), this.figure(i).start);
      this.#leads[i] = lead;
    }
    return lead;
  }
  /** The figure stands for something else than what is told: it is compared with, or the whole of a share. */
  aside(i: number): boolean {
    return (this.#others[i] ??=
      compared(this.lead(i)) || (this.lead(i).includes('占') && /占(?!地)[^，,。；;]{0,16}$/.test(this.lead(i))));
  }
  standsForItself(i: number): boolean {
    return (this.#own[i] ??=
      quantity(this.figure(i)) &&
      this.figure(i).upper === undefined &&
      this.list[i]!.aspect === 'level' &&
      !this.aside(i) &&
      !increment(this.lead(i)));
  }
  /** A word or mark that opens a list stands between two offsets. */
  opens(from: number, to: number): boolean {
    this.#cues ??= cuesOf(this.text);
    const at = lowerBound(this.#cues, from, (x) => x);
    return at < this.#cues.length && this.#cues[at]! < to;
  }
  /** Text after a statement's figure up to the next one or the sentence's end. */
  tail(i: number): string {
    const end = this.sentence(i).end;
    const next = i + 1 < this.list.length ? Math.min(this.figure(i + 1).start, end) : end;
    return this.text.slice(this.figure(i).end, Math.min(next, this.figure(i).end + 80));
  }
  /** The clause up to the figure, other figures included. */
  clauseLead(i: number): string {
    const s = this.list[i]!;
    return this.text.slice(Math.max(this.facts.clauses[s.clause]!.start, s.figure.start - 120), s.figure.start);
  }
  /** Index of the amount before, stretches of time left out; -1 when there is none. */
  before(i: number): number {
    return (this.#before ??= amountsBefore(this.list))[i]!;
  }
  sentence(i: number): Span {
    return this.#sentences[this.list[i]!.sentence]!;
  }
  same(i: number, j: number): boolean {
    return this.list[i]!.sentence === this.list[j]!.sentence;
  }
}

const cue = /其中|包括|具体|分别|分为|分成|分[两二三四五六][期批]|[（(：:]|——|(?:中|里面?|里头)[，,]|[，,]即/g;
function cuesOf(text: string): readonly number[] {
  const out: number[] = [];
  cue.lastIndex = 0;
  for (let m = cue.exec(text); m !== null; m = cue.exec(text)) out.push(m.index);
  return out;
}

/** 141178万人（14.1178亿人）: the same amount in other words. */
function restated(text: string, first: FigureToken, f: FigureToken): boolean {
  if (first.end !== f.start - 1) return false;
  const open = text[f.start - 1];
  return (
    (open === '（' || open === '(') &&
    first.base === f.base &&
    first.kind === f.kind &&
    (text[f.end] === '）' || text[f.end] === ')') &&
    first.upper === undefined &&
    f.upper === undefined &&
    meets(amount(first), amount(f))
  );
}

const ten = Decimal.of(10);
const small = (f: FigureToken): boolean =>
  f.whole && f.kind === 'quantity' && f.value !== null && f.exponent === 0 && f.value.compare(ten) <= 0;

/** One of them is in whatever is compared: 比…, 去年同期, 年初. */
const mayCompare = charactersOf('比较与于年期同');
/** The figure is what another one is compared with: 比上年的100亿元, 去年同期为92.4亿元. */
export function compared(lead: string): boolean {
  if (!holdsAny(lead, mayCompare)) return false;
  return (
    /(?:比(?![例重率值])|较(?![大小重多高快好])|与(?!会)|(?<![用由关对位属基便鉴限])于)[^，,。；;、比较]{0,16}$/.test(
      lead,
    ) ||
    /(?:比|较(?![大小重多高快好])|[与同](?!期|会))[^，,。；;、比较]{0,28}(?:年|时|期|末|底|普查)的$/.test(lead) ||
    /(?:去年|上年|上年末|去年末|同期|上年底|去年底|年初|前年)(?:的|为|是|仅为|只有)?$/.test(lead)
  );
}

/** What an amount grew or fell by: 比上年增加20亿元, 增收2798万元. */
const increases = /(?:净?增加|增长|净增|增收|增支|增|多[\u4e00-\u9fa5]{0,3}|提高|新增)(?:了|出)?(?:约|近)?$/;
const decreases = /(?:减少|下降|减收|减支|降低|减|少(?:完成|收|实现)?|短收)(?:了)?(?:约|近)?$/;
/** One of them is in whatever tells an increment. */
const mayGrow = charactersOf('比较净增减');
export const increment = (lead: string): boolean =>
  holdsAny(lead, mayGrow) &&
  /^[^。；;]{0,4}[，,（(、]?(?:同比|比|较|净|(?<!新)增|减)[^，,。；;]{0,16}$/.test(lead) &&
  (increases.test(lead) || decreases.test(lead));

export const quantity = (f: FigureToken): boolean => f.kind === 'quantity' && f.bare !== true && f.dimension !== 'time';
/** An amount that stands for itself: no increase, nothing that another is compared with, no whole of a share. */
export const standsForItself = (p: Passage, j: number): boolean => p.standsForItself(j);
export const percentage = (f: FigureToken): boolean => f.kind === 'percent' || f.kind === 'fraction';

/** Closed ranges that share a value. */
export function meets(a: Interval, b: Interval): boolean {
  return (
    (a.low === undefined || b.high === undefined || a.low.compare(b.high) <= 0) &&
    (b.low === undefined || a.high === undefined || b.low.compare(a.high) <= 0)
  );
}

/** What a percentage can stand for; fractions in words (三分之二, 七成) are said roughly. */
export function percentInterval(f: FigureToken): Interval {
  if (f.kind !== 'fraction' || f.value === null) return amount(f);
  const five = Decimal.of(5);
  const low = f.bound === 'under' ? undefined : f.value.minus(f.bound === 'over' ? Decimal.of(1) : five);
  const high =
    f.bound === 'over' || f.bound === 'digits'
      ? f.bound === 'over'
        ? undefined
        : f.value.plus(Decimal.of(10))
      : f.value.plus(f.bound === 'under' ? Decimal.of(1) : five);
  return { low, high };
}

/**
 * Amounts of one relation are given to the same digit: beside 17.5亿元, 20亿元 is 20.0. Interval of `f` as narrow as `others` are.
 * (`amount` alone takes 20 for anything from 19.5 to 20.5.)
 */
export function amountBeside(f: FigureToken, ...others: readonly FigureToken[]): Interval {
  const value = f.value;
  const counted = f.whole && f.exponent === 0 && f.kind !== 'percent';
  if (value === null || f.bound !== 'exact' || f.upper !== undefined || counted) return amount(f);
  let exponent = value.exponent + f.exponent;
  for (const o of others)
    if (o.value !== null && o.exponent === f.exponent && o.value.exponent + o.exponent < exponent)
      exponent = o.value.exponent + o.exponent;
  return rounding(new Decimal(value.at(exponent - f.exponent), exponent - f.exponent).shift(f.exponent));
}

/** `ok` when the two can be one value; `unsure` when only cutting off instead of rounding makes them so. */
export function judge(computed: Interval, stated: FigureToken): Verdict {
  if (meets(computed, percentInterval(stated))) return 'ok';
  const value = stated.value;
  if (value === null) return 'not-checkable';
  // 66.70% for 66.67: rounded to one place, and filled up to two
  if (
    value.exponent < -1 &&
    value.coefficient % 10n === 0n &&
    meets(computed, rounding(value.round(value.exponent + 1).shift(stated.exponent)))
  )
    return 'unsure';
  const base = value.shift(stated.exponent);
  const cut =
    value.sign < 0
      ? { low: base.minus(new Decimal(1n, base.exponent)), high: base }
      : { low: base, high: base.plus(new Decimal(1n, base.exponent)) };
  // 47% for 47.8 is seen; nobody says 2倍 for 2.9
  const cuts = stated.kind === 'percent' || (value.exponent < 0 && stated.dimension === 'other');
  const reaches = computed.low === undefined || computed.low.compare(cut.high) < 0;
  return cuts && reaches && meets(computed, cut) ? 'unsure' : 'mismatch';
}

/** part ÷ whole in per cent, as widely as the digits given allow; nothing is known of a share of nothing. */
export function percentOf(part: Interval, whole: Interval, digits: number): Interval {
  const hundred = Decimal.hundred;
  const low =
    part.low !== undefined && whole.high !== undefined && whole.high.sign > 0
      ? floorQuotient(part.low.times(hundred), whole.high, digits)
      : undefined;
  const high =
    part.high !== undefined && whole.low !== undefined && whole.low.sign > 0
      ? ceilQuotient(part.high.times(hundred), whole.low, digits)
      : undefined;
  return { low: part.low === undefined ? undefined : (low ?? Decimal.zero), high };
}

const fine = 8;
/** Quotients to eight digits more than asked, rounded outward: enough for any figure in a speech. */
export function floorQuotient(a: Decimal, b: Decimal, digits: number): Decimal {
  const q = a.over(b, -(digits + fine));
  return q.times(b).compare(a) > 0 ? q.minus(new Decimal(1n, -(digits + fine))) : q;
}
export function ceilQuotient(a: Decimal, b: Decimal, digits: number): Decimal {
  const q = a.over(b, -(digits + fine));
  return q.times(b).compare(a) < 0 ? q.plus(new Decimal(1n, -(digits + fine))) : q;
}

export const decimals = (f: FigureToken): number => Math.max(0, -(f.value?.exponent ?? 0));

/** A figure as a reader would write it: 17.5亿元, 583亿元 for 五百八十三亿元. */
export function show(f: FigureToken): string {
  if (f.value === null) return '?';
  if (f.kind === 'fraction') return `${f.value}%`;
  const more = f.bound === 'digits' ? '多' : '';
  if (f.script === 'han') {
    const scale = f.value.exponent >= 8 ? 8 : f.value.exponent >= 4 ? 4 : 0;
    const word = scale === 8 ? '亿' : scale === 4 ? '万' : '';
    return `${f.value.shift(-scale)}${f.upper ? `—${f.upper.shift(-scale)}` : ''}${word}${more}${f.unit}`;
  }
  return `${f.value}${f.upper ? `—${f.upper}` : ''}${more}${f.unit}`;
}

/** A computed amount in the unit and with the decimals of `like`. */
export function showLike(value: Decimal, like: FigureToken): string {
  return `${inUnitOf(value, like).trim()}${like.unit}`;
}
function inUnitOf(value: Decimal, like: FigureToken): Decimal {
  return value.shift(-like.exponent).round(Math.min(0, like.value?.exponent ?? 0));
}

/** The digits that a fix would put for `value` (in base units) where `like` stands; undefined when they would not fit the way it is written. */
export function digitsLike(value: Decimal, like: FigureToken): string | undefined {
  if (like.script !== 'arabic' || like.upper !== undefined || value.sign < 0) return undefined;
  return inUnitOf(value, like).toString();
}

/** The text without what stands in closed brackets; what closes a bracket opened before goes too. */
export function outside(text: string): string {
  if (!text.includes('）') && !text.includes(')')) return text;
  const out = text.replace(/[（(][^（）()]*[）)]/g, '');
  return out.slice(Math.max(out.lastIndexOf('）'), out.lastIndexOf(')')) + 1);
}

/** A bracket closes in `text` that was opened before it. */
export function leavesBrackets(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) if ((depth += roundBracket(text.charCodeAt(i))) < 0) return true;
  return false;
}

/** For each statement the index of the nearest one before it that is no stretch of time; -1 where there is none. */
function amountsBefore(list: readonly Statement[]): readonly number[] {
  const before: number[] = [];
  let last = -1;
  for (let i = 0; i < list.length; i++) {
    before.push(last);
    if (list[i]!.figure.dimension !== 'time') last = i;
  }
  return before;
}

const nothing = (): string => '';
const byStart = (a: Span, b: Span): number => a.start - b.start;

export function claim(
  type: CheckType,
  verdict: Verdict,
  members: readonly FigureToken[],
  blamed: FigureToken,
  note: string | (() => string),
  stated: FigureToken | string,
  digits?: string,
): Claim {
  const placed = [...members].sort(byStart);
  let end = 0;
  for (const m of placed) if (m.end > end) end = m.end;
  return {
    type,
    verdict,
    subject: undefined,
    start: placed[0]!.start,
    end,
    note: note === '' ? nothing : typeof note === 'string' ? () => note : note,
    stated: typeof stated === 'string' ? () => stated : () => show(stated),
    members: placed,
    blamed,
    repair:
      verdict === 'mismatch' && digits !== undefined && blamed.script === 'arabic'
        ? { numeral: blamed.numeral, text: digits }
        : undefined,
  };
}
