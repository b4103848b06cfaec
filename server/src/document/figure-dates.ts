/** Years, months and days as written: 2021年3月5日, 1—8月份, 2021-03-05. */
import { Decimal } from '../text/decimal.ts';
import { hanDigit } from '../text/numerals.ts';
import { dashes, isDigit, type Numeral, numeralAt } from './figure-numerals.ts';
import { type FigureToken, figure, noUnit } from './figure-token.ts';

const dottedDate = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
export function dateAt(
  text: string,
  start: number,
): { start: number; end: number; year: number; month: number; day: number } | undefined {
  dottedDate.lastIndex = start;
  const m = dottedDate.exec(text);
  if (m === null) return undefined;
  const year = Number(m[1]);
  return year < 1800 || year > 2200
    ? undefined
    : { start, end: dottedDate.lastIndex, year, month: Number(m[3]), day: Number(m[4]) };
}

export function emitDate(
  date: { start: number; end: number; year?: number; month?: number; day?: number },
  out: FigureToken[],
): number {
  const { start, end, ...parts } = date;
  const told = figure(start, end, 'date', null, noUnit('time'), { start, end }, 'arabic');
  told.date = parts;
  out.push(told);
  return end;
}

export function yearOf(text: string, start: number, numeral: Numeral): number | undefined {
  const length = numeral.end - start;
  if (numeral.script === 'arabic') {
    if (numeral.value.exponent !== 0) return undefined;
    const n = Number(numeral.value.coefficient);
    if (length === 4 && n >= 1000 && n <= 2999) return n;
    if (length === 2 && text[start] === '0') return 2000 + n;
    return undefined;
  }
  if (length !== 4) return undefined;
  let n = 0;
  for (let i = start; i < numeral.end; i++) {
    const digit = hanDigit(text.charCodeAt(i));
    if (digit < 0) return undefined;
    n = n * 10 + digit;
  }
  return n >= 1000 && n <= 2999 ? n : undefined;
}

/** A month or a day at `at`: no decimal is one. */
function partAt(text: string, at: number, units: string): Numeral | undefined {
  const numeral = numeralAt(text, at);
  return numeral !== undefined && numeral.value.exponent === 0 && units.includes(text[numeral.end] ?? '\n')
    ? numeral
    : undefined;
}

/** Where a range begins whose first number has a point in it (1.1—5月份, 2.2020—2022年): behind the number of the item it stands in. */
function behindItem(text: string, start: number, from: Decimal): readonly [start: number, from: Decimal | undefined] {
  if (from.exponent >= 0) return [start, from];
  const begin = text.indexOf('.', start) + 1;
  return [begin, Decimal.parse(text.slice(begin, begin - from.exponent))];
}

/** 2021年, 2021年3月, 2021年3月5日, 2016—2020年. */
export function lexYear(
  text: string,
  start: number,
  numeral: Numeral,
  year: number,
  out: FigureToken[],
  from?: Decimal,
): number {
  if (from !== undefined) [start, from] = behindItem(text, start, from);
  let end = numeral.end + 1;
  let month: Numeral | undefined;
  let day: Numeral | undefined;
  if (from === undefined) {
    month = partAt(text, end, '月');
    if (month !== undefined) {
      end = month.end + 1;
      day = partAt(text, end, '日号');
      if (day !== undefined) end = day.end + 1;
      else if (text[end] === '份') end++;
    }
  }
  if (month === undefined && text[end] === '度' && text[end + 1] !== '假') end++;
  const date = {
    year,
    ...(month === undefined ? {} : { month: Number(month.value.at(0)) }),
    ...(day === undefined ? {} : { day: Number(day.value.at(0)) }),
  };
  const kind = month === undefined ? 'year' : day === undefined ? 'month' : 'date';
  const told = figure(
    start,
    end,
    kind,
    from ?? Decimal.of(year),
    noUnit('time', '年', '公历年'),
    { start, end: numeral.end },
    numeral.script,
  );
  if (from !== undefined) told.upper = Decimal.of(year);
  told.whole = true;
  told.date = date;
  out.push(told);
  return end;
}

/** 8月, 1—8月份, 10月15日, 5月上旬. */
export function lexMonth(
  text: string,
  start: number,
  numeral: Numeral,
  from: Decimal | undefined,
  out: FigureToken[],
): number {
  if (from !== undefined) [start, from] = behindItem(text, start, from);
  // 2.6月份: likewise; or a year in short: 2023.6月.
  const point = numeral.value.exponent < 0 ? text.indexOf('.', start) : -1;
  const own = point > 0 ? numeralAt(text, point + 1) : undefined;
  if (own !== undefined) return lexMonth(text, point + 1, own, undefined, out);
  let end = numeral.end + 1;
  const month = numeral.value.exponent === 0 ? Number(numeral.value.coefficient) : 0;
  let day: Numeral | undefined;
  if (from === undefined) {
    day = partAt(text, end, '日号');
    if (day !== undefined) end = day.end + 1;
    else if (dashes.includes(text[end] ?? '\n')) {
      // 1月—8月
      const second = numeralAt(text, end + 1);
      if (second !== undefined && text[second.end] === '月' && !isDigit(text.charCodeAt(second.end + 1)))
        return lexMonth(text, start, second, numeral.value, out);
    }
  }
  if (day === undefined && text[end] === '份') end++;
  const told = figure(
    start,
    end,
    day === undefined ? 'month' : 'date',
    from ?? numeral.value,
    noUnit('time', '月', '月份'),
    { start, end: numeral.end },
    numeral.script,
  );
  if (from !== undefined) told.upper = numeral.value;
  told.whole = true;
  told.date = { month, ...(day === undefined ? {} : { day: Number(day.value.at(0)) }) };
  out.push(told);
  return end;
}
