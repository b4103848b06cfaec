/** A numeral and what follows it: scale, unit, second half (1亿2000万), upper end of a range (300万—350万人次). */
import { Decimal } from '../text/decimal.ts';
import { lexMonth, lexYear, yearOf } from './figure-dates.ts';
import {
  arabicAt,
  dashes,
  isDigit,
  isLatin,
  type Numeral,
  numeralAt,
  scaleLength,
  skipCode,
} from './figure-numerals.ts';
import type { FigureToken } from './figure-token.ts';
import { asUnit, boundBefore, plainNumber, put, type ReadUnit, readUnit } from './figure-units.ts';

/** 总人口56.4万，…. */
const peopleBefore = /人口(?:总数)?(?:达到|达|为|约|近|有|共|共有)?$/;
/** 4.86万农村劳动力: people, though no measure word says so. */
const peopleAfter =
  /^(?:农村|城镇|贫困|困难|建档立卡|各族|返乡|失业)?(?:劳动力|人口|群众|农民|居民|学生|党员|职工|干部|教师|老人|儿童|游客|考生|农民工|老年人)/;

/** What follows a plain numeral: scale, unit, second half (1亿2000万), upper end of a range, bound. Returns where it ends. */
export function lexNumber(text: string, start: number, numeral: Numeral, out: FigureToken[]): number {
  const { end } = numeral;
  const c = text[end] ?? '';
  // A calendar year: 2021年, 二〇二一年, 08年
  if (c === '年' && numeral.digits === false) {
    const year = yearOf(text, start, numeral);
    if (year !== undefined) return lexYear(text, start, numeral, year, out);
  }
  if (c === '月' && (numeral.script === 'arabic' || end - start <= 2))
    return lexMonth(text, start, numeral, undefined, out);
  const own = readUnit(text, end);
  const range = c === '' ? undefined : rangeAt(text, start, numeral, own, out);
  if (typeof range === 'number') return range;
  if (range !== undefined) return lexAmount(text, start, numeral, range, out);
  if (own === undefined) return lexBare(text, start, numeral, out);
  return (
    lexCompound(text, start, numeral, own, out) ??
    lexAmount(text, start, numeral, { value: numeral.value, end, unit: own }, out)
  );
}

/** An amount as far as it is read: its value, its unit, and the upper end where it is a range. */
interface Amount {
  readonly value: Decimal;
  /** Where its numeral ends, or the unit of a range's lower end. */
  readonly end: number;
  readonly unit: ReadUnit;
  readonly upper?: Numeral;
}

/** 2016—2020年, 300万—350万人次, 20到30个: the upper end of a range. Returns where it ends where that was years or months, or no figure at all. */
function rangeAt(
  text: string,
  start: number,
  numeral: Numeral,
  unit: ReadUnit | undefined,
  out: FigureToken[],
): Amount | number | undefined {
  const scaled = unit?.kind === 'number' && dashes.includes(text[unit.end] ?? '\n');
  const tail = unit === undefined || (unit.kind === 'number' && !scaled) ? numeral.end : unit.end;
  if (!dashes.includes(text[tail] ?? '\n')) return undefined;
  let at = tail + 1;
  while (text[at] === '—' || text[at] === '－' || text[at] === '-') at++;
  const upper = text.startsWith('百分之', at) ? undefined : numeralAt(text, at);
  if (upper === undefined || upper.bare) return undefined;
  const word = text[tail] === '到' || text[tail] === '至';
  const upperUnit = readUnit(text, upper.end);
  const sameScript = upper.script === numeral.script;
  if (upperUnit === undefined) {
    // 2020-2021 in a name
    const years = unit === undefined && !word && sameScript && upper.end - at === 4 && tail - start === 4;
    return years ? upper.end : undefined;
  }
  const sameUnit = unit === undefined || unit.base === upperUnit.base || unit.kind === 'number';
  if (!sameScript || !sameUnit || (word && fromBefore(text, start))) return undefined;
  const year = unit === undefined && text[upper.end] === '年' ? yearOf(text, at, upper) : undefined;
  if (year !== undefined) return lexYear(text, start, { ...upper, end: upper.end }, year, out, numeral.value);
  if (upperUnit.kind === 'month' && (unit === undefined || unit.kind === 'month'))
    return lexMonth(text, start, upper, numeral.value, out);
  if (upperUnit.kind === 'day' || upperUnit.kind === 'time' || upperUnit.kind === 'number') return undefined;
  return { value: lowerEnd(numeral.value, unit, upper.value, upperUnit), end: tail, unit: upperUnit, upper };
}

/** The lower end of a range in the unit of the upper one: 800—1200万元 shares the scale, 9000—1.2万元 does not. */
function lowerEnd(value: Decimal, unit: ReadUnit | undefined, upper: Decimal, upperUnit: ReadUnit): Decimal {
  if (unit !== undefined) return value.shift(unit.exponent - upperUnit.exponent);
  const unscaled = value.shift(-upperUnit.exponent);
  return upperUnit.kind === 'quantity' &&
    value.compare(upper) > 0 &&
    unscaled.compare(upper) <= 0 &&
    value.compare(Decimal.of(1000)) >= 0
    ? unscaled
    : value;
}

/** A number without a unit; none is told in words. */
function lexBare(text: string, start: number, { value, end, script, digits }: Numeral, out: FigureToken[]): number {
  if (script === 'han') return end;
  if (isLatin(text.charCodeAt(end))) return skipCode(text, end);
  put(text, { start, end, value, unit: asUnit(plainNumber, end, digits), numeral: { start, end }, script }, out);
  return end;
}

/** 1亿2000万元, 14万3千人. Undefined where no second half follows. */
function lexCompound(
  text: string,
  start: number,
  { value }: Numeral,
  unit: ReadUnit,
  out: FigureToken[],
): number | undefined {
  if (unit.kind !== 'number' || unit.exponent <= 0 || unit.digits || !isDigit(text.charCodeAt(unit.end)))
    return undefined;
  const rest = arabicAt(text, unit.end)!;
  const restUnit = readUnit(text, rest.end);
  const scale = restUnit === undefined ? 0 : scaleLength(text, rest.end);
  if (restUnit === undefined || scale >= unit.exponent) return undefined;
  const both = value.shift(unit.exponent).plus(rest.value.shift(scale)).shift(-scale);
  const written = text.slice(rest.end, restUnit.end).replace(/[多余来几]/g, '');
  return put(
    text,
    {
      start,
      end: restUnit.end,
      value: both,
      unit: { ...restUnit, text: written },
      numeral: { start, end: rest.end },
      script: 'arabic',
    },
    out,
  );
}

/** An amount with its unit, unless words and unit make something else of it: 千家万户, 一件. */
function lexAmount(
  text: string,
  start: number,
  numeral: Numeral,
  { value, end, unit, upper }: Amount,
  out: FigureToken[],
): number {
  if (numeral.script === 'han' && isWord(text, start, numeral, unit)) return end;
  if (unit.kind === 'number' && unit.end === end) return end;
  const heads = upper === undefined && countsPeople(text, start, unit);
  return put(
    text,
    {
      start,
      end: unit.end,
      value,
      upper: upper?.value,
      unit: heads ? { ...unit, base: '人', dimension: 'people', kind: 'quantity' } : unit,
      numeral: { start, end: numeral.end },
      script: numeral.script,
      bare: numeral.bare,
      digits: numeral.digits,
    },
    out,
  );
}

/** 一个, 一件 are articles, 千家万户 and 百年 are words: a numeral in words is a figure only with a measured unit, or as 亿元. */
function isWord(text: string, start: number, numeral: Numeral, unit: ReadUnit): boolean {
  const length = numeral.end - start;
  if (unit.kind === 'number' || unit.kind === 'time' || unit.base === '里' || unit.base === '点') return true;
  const money = unit.dimension === 'money';
  if (
    numeral.bare &&
    !(money && numeral.value.exponent >= 2) &&
    boundBefore(text, start) === 'exact' &&
    !numeral.digits
  )
    return true;
  if (length > 1) return false;
  // 4个二类县, 2家三级医院: a grade
  if ('类级等'.includes(unit.base) && '个家所'.includes(text[start - 1] ?? '\n')) return true;
  if (text[start] === '一' && unit.kind === 'quantity' && !money && unit.dimension !== 'area') return true;
  if (unit.kind === 'day') return unit.text === '号';
  // 两方 are two sides
  return unit.kind === 'quantity' && (unit.base === '分' || unit.text === '方');
}

/** 总人口56.4万, 4.86万农村劳动力. */
function countsPeople(text: string, start: number, { dimension, exponent, end }: ReadUnit): boolean {
  if (dimension !== 'none' || exponent < 4) return false;
  return '，。；、,）'.includes(text[end] ?? '\n')
    ? peopleBefore.test(text.slice(Math.max(0, start - 6), start))
    : peopleAfter.test(text.slice(end, end + 9));
}

/** 从 or 由 before a number makes 从1个到3个 a movement, not a range. */
const fromBefore = (text: string, start: number): boolean =>
  /[从由自]$/.test(text.slice(Math.max(0, start - 1), start));
