/** A number as written, with its unit, and the values it can stand for. */
import { Decimal, type Interval, rounding } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import type { Unit } from './lexicon/units.ts';

export type FigureKind =
  | 'quantity' // 26.4亿元, 52个, 3个月
  | 'percent' // 87.5%, 百分之四点五, 三成
  | 'percentage-point' // 7个百分点
  | 'multiple' // 2.6倍, 翻一番 (value 1)
  | 'fraction' // 三分之二, 一半, 2/3
  | 'ratio' // 7.9∶40.5∶51.6
  | 'number' // without a unit
  | 'ordinal' // 第一产业
  | 'rank' // 第3位
  | 'session' // 第十五届 (届次)
  | 'date' // 2022年1月25日, 10月15日
  | 'year' // 2021年
  | 'month' // 8月份, 1—8月份
  | 'quarter' // 一季度
  | 'day' // 15日
  | 'time'; // 8:30

/**
 * How near the writer says the figure is. `over` 20多, 超过20, 20以上: 20 and somewhat more; `under` 近20, 不足20, 20以下.
 * Of these `digits` tells 20多 and 两千余, which end where the next digit would change.
 */
export type Bound = 'exact' | 'about' | 'over' | 'under' | 'digits';

export interface FigureToken extends Span {
  readonly kind: FigureKind;
  /** As written, in `unit`; a percentage in per cent, a fraction in per cent too; null when a mask is in it. */
  readonly value: Decimal | null;
  /** Upper end of a range. */
  readonly upper: Decimal | null | undefined;
  /** With its scale, as written: 亿元, %, 个百分点; '' when there is none. */
  readonly unit: string;
  /** The unit it is reckoned in; figures of one base can be added and compared. */
  readonly base: string;
  /** value × 10^exponent is in `base`. */
  readonly exponent: number;
  readonly dimension: Unit['dimension'] | 'none';
  /** Counted in whole units and written out in full (52个): exact. */
  readonly whole: boolean;
  readonly bound: Bound;
  /** 约 多 近 以上 …: not to be taken to the last digit. */
  readonly approximate: boolean;
  /** The digits alone: what a fix replaces. */
  readonly numeral: Span;
  readonly script: 'arabic' | 'han';
  /** A scale without a number: 亿元以上项目. */
  readonly bare: boolean;
  /** Parts of a ratio. */
  readonly parts: readonly Decimal[] | undefined;
  /** Calendar parts of a date, year or month; null where masked. */
  readonly date: { readonly year?: number; readonly month?: number; readonly day?: number } | undefined;
}

/** The values a figure can stand for, in its base unit. */
export function amount(figure: FigureToken): Interval {
  const value = figure.value;
  if (value === null) return { low: undefined, high: undefined };
  const low = bounds(value, figure);
  const both = figure.upper ? { low: low.low, high: bounds(figure.upper, figure).high } : low;
  return { low: both.low?.shift(figure.exponent), high: both.high?.shift(figure.exponent) };
}

function bounds(value: Decimal, figure: FigureToken): Interval {
  // 6.1名 is a mean, and rounded
  const exact = figure.whole && figure.exponent === 0 && figure.bound === 'exact' && value.exponent >= 0;
  const near = exact ? { low: value, high: value } : rounding(value);
  if (figure.bound === 'exact') return near;
  const step = new Decimal(1n, value.significantExponent);
  if (figure.bound === 'digits') return { low: value, high: value.plus(step) };
  if (figure.bound === 'over') return { low: near.low, high: undefined };
  if (figure.bound === 'under') return { low: undefined, high: near.high };
  return { low: value.minus(step), high: value.plus(step) };
}

/** The exact amount in its base unit; meaningless for a range. */
export const exactAmount = (figure: FigureToken): Decimal | null => figure.value?.shift(figure.exponent) ?? null;

export type Drafted = { -readonly [K in keyof FigureToken]: FigureToken[K] };
export interface InUnit {
  readonly text: string;
  readonly base: string;
  readonly exponent: number;
  readonly dimension: FigureToken['dimension'];
}

/** One shape for all figures: the engine reads them a thousand times a draft. */
export const figure = (
  start: number,
  end: number,
  kind: FigureKind,
  value: Decimal | null,
  unit: InUnit,
  numeral: Span,
  script: 'arabic' | 'han',
): Drafted => ({
  start,
  end,
  kind,
  value,
  upper: undefined,
  unit: unit.text,
  base: unit.base,
  exponent: unit.exponent,
  dimension: unit.dimension,
  whole: false,
  bound: 'exact',
  approximate: false,
  numeral,
  script,
  bare: false,
  parts: undefined,
  date: undefined,
});
export const noUnit = (dimension: FigureToken['dimension'], text = '', base = text): InUnit => ({
  text,
  base,
  exponent: 0,
  dimension,
});
