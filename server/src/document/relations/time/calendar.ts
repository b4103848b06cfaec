/** 3—5个 the right way up; dates that exist, with their weekday; periods that begin before they end. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, type Passage } from '../passage.ts';
import { plans } from './known-dates.ts';

export function* ranges(p: Passage): Generator<Claim> {
  for (const f of p.figures) {
    if (f.upper === undefined) continue;
    if (
      f.kind !== 'quantity' &&
      f.kind !== 'percent' &&
      f.kind !== 'percentage-point' &&
      f.kind !== 'multiple' &&
      f.kind !== 'year'
    )
      continue;
    const { value, upper } = f;
    if (value === null || upper === null) {
      yield claim('range', 'not-checkable', [f], f, '', f);
      continue;
    }
    const order = value.compare(upper);
    // 2018—18岁 and the like are not ranges; from one to the same is no range either
    yield claim(
      'range',
      order < 0 ? 'ok' : order === 0 ? 'unsure' : f.script === 'han' ? 'unsure' : 'mismatch',
      [f],
      f,
      () => `${value}${order < 0 ? '<' : '>'}${upper}`,
      p.text.slice(f.start, f.end),
    );
  }
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const weekdays = '日一二三四五六';
const weekday =
  /^\s?[（(]?\s?(?:星期|周|礼拜)([一二三四五六日天])|^[，,]\s?(?:星期|周)([一二三四五六日天])(?=[，,。；;\s（(]|上午|下午|晚)/;

/** 周五（2024年5月17日）. */
const weekdayBefore = /(?:星期|礼拜|周)([一二三四五六日天])[（(]$/;
const blankDay = /(?:^|[年月])[〇○]{1,2}[月日号]/;

/** Day of the week of a Gregorian date, 0 is Sunday (Zeller, by Sakamoto's table). */
function dayOfWeek(year: number, month: number, day: number): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offsets[month - 1]! + day) % 7;
}

export function* dates(p: Passage): Generator<Claim> {
  let year: { readonly value: number; readonly end: number } | undefined;
  for (let k = 0; k < p.figures.length; k++) {
    const f = p.figures[k]!;
    const date = f.date;
    if (date === undefined) continue;
    if (f.kind === 'month' || f.kind === 'date') yield* yearEnd(p, k);
    if (f.kind === 'year' && date.year !== undefined) {
      yield* yearsBackwards(p, k, date.year);
      yield* spansOfYears(p, k);
      year = { value: date.year, end: f.end };
    }
    if (f.kind === 'month') {
      if (f.upper === undefined) yield* monthsBackwards(p, k);
      if (date.month !== undefined) yield* months(p, k, date.month);
      continue;
    }
    if (f.kind !== 'date' || date.month === undefined || date.day === undefined) continue;
    if (date.year !== undefined) year = { value: date.year, end: f.end };
    const own = date.year ?? (year !== undefined && f.start - year.end < 12 ? year.value : undefined);
    // ○月○日 is to be filled in.
    if (blankDay.test(p.text.slice(f.start, f.end))) continue;
    if (!dayExists(date.month, date.day) || (date.month === 2 && date.day === 29 && own !== undefined && !leap(own)))
      yield* missingDay(p, f, date.month, own);
    else {
      const told = weekdayOf(p, f, own);
      if (told === undefined) yield* backwards(p, k);
      else yield told;
    }
  }
}

/** 2021年至2019年. */
function* yearsBackwards(p: Passage, k: number, year: number): Generator<Claim> {
  const [f, next] = [p.figures[k]!, p.figures[k + 1]];
  if (f.upper !== undefined || next?.kind !== 'year' || next.upper !== undefined || next.date?.year === undefined)
    return;
  if (/^(?:至|到|—|－|-|~|——)$/.test(p.text.slice(f.end, next.start)) && next.date.year < year)
    yield claim('date', 'mismatch', [f, next], next, '止期早于起期', p.text.slice(f.start, next.end));
}

/** 13月; a quarter and the months told beside it. */
function* months(p: Passage, k: number, month: number): Generator<Claim> {
  const f = p.figures[k]!;
  const lower = f.upper === undefined ? month : Number(f.value?.at(0) ?? 1n);
  if (month >= 1 && month <= 12 && lower >= 1 && lower <= 12) yield* quarter(p, k);
  else if (f.script === 'arabic' && month < 100)
    yield claim('date', 'mismatch', [f], f, '一年只有12个月', p.text.slice(f.start, f.end));
}

/** 13月1日, 6月31日, 2月29日 of a year that is no leap year: why there is no such day. */
function* missingDay(p: Passage, f: FigureToken, month: number, year: number | undefined): Generator<Claim> {
  const text = p.text.slice(f.start, f.end);
  const days = month >= 1 && month <= 12 ? monthDays[month - 1]! : 0;
  if (days === 0 && !text.includes('月')) return;
  const short = month === 2 && year !== undefined && !leap(year);
  const note =
    days === 0
      ? '一年只有12个月'
      : short && f.date?.day === days
        ? `${year}年不是闰年，2月只有28天`
        : `${month}月只有${short ? 28 : days}天`;
  yield claim('date', 'mismatch', [f], f, note, text);
}

/** 周五（2024年5月17日）, 2024年5月17日（星期五）: the weekday told of a day of a known year. */
function weekdayOf(p: Passage, f: FigureToken, year: number | undefined): Claim | undefined {
  if (year === undefined || year <= 1900) return undefined;
  const before = weekdayBefore.exec(p.text.slice(Math.max(0, f.start - 6), f.start));
  if (before !== null) return weekdayClaim(f, f.start - 2, before[1]!, year);
  const named = weekday.exec(p.text.slice(f.end, f.end + 8));
  return named === null ? undefined : weekdayClaim(f, f.end + named[0].length - 1, named[1] ?? named[2]!, year);
}

/** 2022年1月25日（星期二）. */
function weekdayClaim(f: FigureToken, at: number, said: string, year: number): Claim {
  const { month, day } = f.date!;
  const told = said === '天' ? '日' : said;
  const right = weekdays[dayOfWeek(year, month!, day!)]!;
  const named: FigureToken = { ...f, start: at, end: at + 1 };
  const note = `${year}年${month}月${day}日是星期${right}`;
  const done = claim('date', told === right ? 'ok' : 'mismatch', [f, named], named, note, `星期${told}`);
  return told === right ? done : { ...done, repair: { numeral: { start: at, end: at + 1 }, text: right } };
}

/** 12月10日（星期日）, of the year that the draft is dated: what fits the year before or after may be of that year. */
export function* datedWeekdays(p: Passage, year: number): Generator<Claim> {
  if (!/星期|周|礼拜/.test(p.text)) return;
  let last = 0;
  for (const f of p.figures) {
    if (f.date?.year !== undefined) last = f.end;
    if (f.kind !== 'date' || f.date?.year !== undefined || f.date?.month === undefined || f.date.day === undefined)
      continue;
    // with a year named in the same paragraph it may be of that one
    if (last > 0 || !dayExists(f.date.month, f.date.day)) continue;
    const m = weekday.exec(p.text.slice(f.end, f.end + 8));
    if (m === null) continue;
    const { month, day } = f.date;
    const said = m[1] ?? m[2]!;
    const fits = (y: number): boolean => weekdays[dayOfWeek(y, month, day)] === (said === '天' ? '日' : said);
    if (fits(year) || !(fits(year - 1) || fits(year + 1))) yield weekdayClaim(f, f.end + m[0].length - 1, said, year);
  }
}

const dayExists = (month: number, day: number): boolean => {
  const days = month >= 1 && month <= 12 ? monthDays[month - 1]! : 0;
  return day >= 1 && day <= days;
};

const until = /^[（(]?(?:起|开始|启动)?[，,]?\s?(?:至|到|—|－|-|~|～|——)\s?$/;

/** 从2023年5月开始，至2023年2月结束. */
function* monthsBackwards(p: Passage, k: number): Generator<Claim> {
  const a = p.figures[k]!;
  const b = p.figures[k + 1];
  if (b?.kind !== 'month' || a.date?.year === undefined || b.date?.year === undefined || b.date.month === undefined)
    return;
  if (b.upper !== undefined || !until.test(p.text.slice(a.end, b.start))) return;
  yield orderClaim(p, a, b, b.date.year * 12 + b.date.month < a.date.year * 12 + a.date.month!);
}

/** “十四五”时期（2021—2025年）; 2018年到2022年的五年间. */
function* spansOfYears(p: Passage, k: number): Generator<Claim> {
  const f = p.figures[k]!;
  if (f.date?.year === undefined || f.value === null) return;
  let first = f.upper === undefined ? undefined : Number(f.value.at(0));
  const before = p.text.slice(Math.max(0, f.start - 14), f.start);
  const plan =
    first === undefined ? null : /(十[一二三四五])五[”"’]?(?:期间|时期|规划)?(?:期间|时期|规划)?[（(]$/.exec(before);
  const start = plan === null ? undefined : plans.get(plan[1]!);
  if (start !== undefined) {
    const right = first === start && f.date.year === start + 4;
    // 2021—2023年: so far
    if (first === start && f.date.year < start + 4) return;
    const note = `“${plan![1]}五”时期是${start}—${start + 4}年`;
    yield claim('date', right ? 'ok' : 'mismatch', [f], f, note, p.text.slice(f.start, f.end));
    return;
  }
  const previous = p.figures[k - 1];
  if (
    first === undefined &&
    previous?.kind === 'year' &&
    previous.upper === undefined &&
    /^(?:至|到|—|－|-|~|～|——)$/.test(p.text.slice(previous.end, f.start))
  )
    first = previous.date?.year;
  const n = p.figures[k + 1];
  if (first === undefined || first >= f.date.year || n?.base !== '年' || n.kind !== 'quantity' || n.value === null)
    return;
  if (
    n.bound !== 'exact' ||
    !/^(?:的|这|[，,])?$|^[，,]?(?:前后|历时|为期|共计?)$/.test(p.text.slice(f.end, n.start)) ||
    !/^(?:间|来|里|时间|[。；;，,]|$)/.test(p.text.slice(n.end, n.end + 2))
  )
    return;
  const steps = f.date.year - first;
  const fits = n.value.equals(Decimal.of(steps)) || n.value.equals(Decimal.of(steps + 1));
  const note = `${first}—${f.date.year}年前后${steps + 1}年`;
  yield { ...claim('date', fits ? 'ok' : 'mismatch', [f, n], n, note, n), subject: 'duration' };
}

/** 2022年5月1日至2022年3月31日: an end before its start. */
function* backwards(p: Passage, k: number): Generator<Claim> {
  const a = p.figures[k]!;
  const b = p.figures[k + 1];
  if (
    b === undefined ||
    b.kind !== 'date' ||
    a.date?.year === undefined ||
    b.date?.month === undefined ||
    b.date.day === undefined
  )
    return;
  const between = p.text.slice(a.end, b.start);
  if (!until.test(between)) return;
  // without a year an earlier month is of the next year
  const year = b.date.year ?? (b.date.month === a.date.month ? a.date.year : undefined);
  if (year === undefined) return;
  const key = (f: FigureToken, y: number): number => y * 10_000 + f.date!.month! * 100 + f.date!.day!;
  yield orderClaim(p, a, b, key(b, year) < key(a, a.date.year));
}

const orderClaim = (p: Passage, a: FigureToken, b: FigureToken, wrong: boolean): Claim =>
  claim(
    'date',
    wrong ? 'mismatch' : 'ok',
    [a, b],
    b,
    wrong ? '止期早于起期' : '起止有序',
    p.text.slice(a.start, b.end),
  );

/** 一季度（4—6月）: the months of a quarter. */
function* quarter(p: Passage, k: number): Generator<Claim> {
  const q = p.figures[k - 1];
  const f = p.figures[k]!;
  if (q === undefined || q.kind !== 'quarter' || f.upper === undefined || f.start - q.end > 2) return;
  if (!/^[（(,，]?$/.test(p.text.slice(q.end, f.start)) || !/[（(]/.test(p.text.slice(q.end, f.start))) return;
  if (p.text[q.start - 1] === '前') return;
  const n = exactAmount(q);
  if (n === null || f.value === null || f.upper === null) return;
  const first = n.minus(Decimal.one).times(Decimal.of(3)).plus(Decimal.one);
  const right = f.value.equals(first) && f.upper.equals(first.plus(Decimal.of(2)));
  yield claim(
    'date',
    right ? 'ok' : 'mismatch',
    [q, f],
    f,
    `${q.value}季度是${first}—${first.plus(Decimal.of(2))}月`,
    p.text.slice(f.start, f.end),
  );
}

const now = /(?:现在|目前|今天|今日|眼下|眼看|时间)(?:已经?|马上|就)?(?:是|到了?|进入)?(?:了)?(?:今年)?$/;
const untilEnd =
  /[，,](?:离|距离?)(?:今年)?(?:年底|年末|年终)[^，,。；;]{0,6}(?:还有|只有|仅有|还剩下?|只剩下?|仅剩下?|剩下|有)(?:最后)?$/;

/** 今天是9月30日，距年底只有3个月: what is left of the year. */
function* yearEnd(p: Passage, k: number): Generator<Claim> {
  const f = p.figures[k]!;
  const left = p.figures[k + 1];
  if (left === undefined || left.base !== '月' || left.kind !== 'quantity' || left.value === null) return;
  if (f.upper !== undefined || left.upper !== undefined || left.start - f.end > 24 || left.bound !== 'exact') return;
  if (!now.test(p.text.slice(Math.max(0, f.start - 10), f.start))) return;
  const between = p.text.slice(f.end, left.start);
  if (!untilEnd.test(between)) return;
  const month = f.date!.month;
  if (month === undefined || month < 1 || month > 12) return;
  const day = f.date!.day;
  const ends = day === undefined ? /^[底末]/.test(between) : day >= 28;
  const begins = day === undefined ? /^(?:初|上旬)/.test(between) : day <= 3;
  const least = 12 - month + (begins ? 1 : 0);
  const most = 12 - month + (ends ? 0 : 1);
  const told = left.value;
  const fits = told.compare(Decimal.of(least)) >= 0 && told.compare(Decimal.of(most)) <= 0;
  const note = `从${month}月${ends ? '底' : ''}到年底${least === most ? '' : '不过'}${most}个月`;
  const digits = least === most ? String(most) : undefined;
  yield { ...claim('date', fits ? 'ok' : 'mismatch', [f, left], left, note, left, digits), subject: 'duration' };
}
