/** 3月1日开始，5月31日结束，为期三个月; 5月10日至14日，为期5天: how long it is from one day to another, told with it. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, type Passage } from '../passage.ts';

const to =
  /^[^，,。；;、（(\d]{0,4}(?:开始|启动|起|开幕|报到|开工)?[，,]?\s?(?:至|到|—|－|-|~|～|——|持续到)(?:本月|当月|今年|次年|明年)?\s?$|^(?:开始|启动|开幕|开工|动工)[，,]$/;
const lasts =
  /^[^，,。；;（(\d]{0,8}[，,（(]?(?:(?:会期|工期|前后|活动|时间|(?:集中|统一|组织)?(?:开展|进行|实施))?(为期|历时|持续|工期|共计?|总共|一共|用|利用)(?:了|时间)?(?:为)?|(会期|展期|假期|汛期|放假)(?:共|为)?)$/;

export function* durations(p: Passage): Generator<Claim> {
  yield* toldFirst(p);
  if (!/为期|历时|持续|共|用|[会展假工汛]期|放假/.test(p.text)) return;
  for (let k = 2; k < p.figures.length; k++) {
    const f = p.figures[k]!;
    if (f.kind !== 'quantity' || f.value === null || f.upper !== undefined || f.bound !== 'exact') continue;
    if (f.base !== '日' && f.base !== '月') continue;
    const [first, last] = [p.figures[k - 2]!, p.figures[k - 1]!];
    if (f.start - last.end > 24 || !to.test(p.text.slice(first.end, last.start))) continue;
    const m = lasts.exec(p.text.slice(last.end, f.start));
    if (m !== null && first.kind === 'month' && last.kind === 'month') {
      if (f.base === '月') yield monthsClaim(p, first, last, f);
      continue;
    }
    const days = m === null ? undefined : daysFrom(first, last);
    const told = exactAmount(f)!;
    if (days === undefined || days < 2 || !told.equals(told.round(0))) continue;
    const n = Number(told.at(0));
    const inDays = f.base === '日';
    // both ends count, or only the time between them; a meeting's days all do, but the one of arriving
    const between = m![2] === undefined || p.text.includes('报到');
    const right = inDays
      ? n === days || (between && n === days - 1)
      : Math.abs(days - n * daysOfMonth) <= roundedMonths;
    // 共3天 of a month may be the days with something on
    const more = inDays ? n > days : n * daysOfMonth > days + roundedMonths;
    if (!right && m![1] === '共' && !more) continue;
    const span = `从${p.text.slice(first.start, first.end)}到${p.text.slice(last.start, last.end)}共${days}天`;
    const note = inDays ? span : `${span}，约${Math.round(days / daysOfMonth)}个月`;
    const digits = inDays ? String(days) : undefined;
    const verdict = right ? 'ok' : 'mismatch';
    yield { ...claim('date', verdict, [first, last, f], f, note, f, digits), subject: 'duration' };
  }
}

const fromDay = /^[，,（(：:]?(?:时间)?(?:为|是)?(?:从|自)$/;

/** 进驻两个月，从4月10日到6月10日: how long it is, and then from when to when. */
function* toldFirst(p: Passage): Generator<Claim> {
  for (let k = 0; k + 2 < p.figures.length; k++) {
    const [f, first, last] = [p.figures[k]!, p.figures[k + 1]!, p.figures[k + 2]!];
    if (f.kind !== 'quantity' || f.value === null || f.upper !== undefined || f.bound !== 'exact') continue;
    if ((f.base !== '日' && f.base !== '月') || first.kind !== 'date') continue;
    if (!fromDay.test(p.text.slice(f.end, first.start)) || !to.test(p.text.slice(first.end, last.start))) continue;
    const days = daysFrom(first, last);
    const told = exactAmount(f)!;
    if (days === undefined || days < 2 || !told.equals(told.round(0))) continue;
    const n = Number(told.at(0));
    const inDays = f.base === '日';
    const right = inDays ? n === days || n === days - 1 : Math.abs(days - n * daysOfMonth) <= roundedMonths;
    const span = `从${p.text.slice(first.start, first.end)}到${p.text.slice(last.start, last.end)}共${days}天`;
    yield { ...claim('date', right ? 'ok' : 'mismatch', [f, first, last], f, span, f), subject: 'duration' };
  }
}

/** 从3月开始，到8月结束，历时6个月: both months count, or only the time between them. */
function monthsClaim(p: Passage, first: FigureToken, last: FigureToken, f: FigureToken): Claim {
  const gap = ((last.date?.month ?? 0) - (first.date?.month ?? 0) + monthsOfYear) % monthsOfYear;
  const told = exactAmount(f)!;
  const right = told.equals(Decimal.of(gap)) || told.equals(Decimal.of(gap + 1));
  const whole = told.equals(told.round(0)) && first.upper === undefined && last.upper === undefined;
  const note = `从${p.text.slice(first.start, first.end)}到${p.text.slice(last.start, last.end)}共${gap + 1}个月`;
  const verdict = right ? 'ok' : whole ? 'mismatch' : 'unsure';
  return { ...claim('date', verdict, [first, last, f], f, note, f, String(gap + 1)), subject: 'duration' };
}

const today = /(?:现在|目前|今天|今日|眼下)(?:已经?|就)?是(?:了)?(?:今年|\d{4}年)?$/;
const awayFrom = /^[，,](?:离|距离?|到)(?:今年的?)?$/;
const awayFromEnd = /^[，,](?:离|距离?|到)(?:今年|本年)?(?:年底|年末|年终)/;
const stillLeft = /^[^，,。；;、\d]{0,12}(?:还有|只有|仅有|就剩|还剩|只剩|仅剩|剩下)(?:最后)?(?:不到|整整)?$/;

/** 今天是9月5日，离9月30日还有25天: how long it is from today to another day. */
export function* daysLeft(p: Passage): Generator<Claim> {
  if (!/离|距|到/.test(p.text)) return;
  for (let k = 1; k < p.figures.length; k++) {
    const f = p.figures[k]!;
    if (f.base !== '日' || f.kind !== 'quantity' || f.value === null || f.upper !== undefined || f.bound !== 'exact')
      continue;
    const before = p.figures[k - 1]!;
    const toEnd = awayFromEnd.exec(p.text.slice(before.end, f.start));
    const first = toEnd === null ? p.figures[k - 2] : before;
    if (first?.kind !== 'date' || first.upper !== undefined || first.date?.month === undefined) continue;
    if (!today.test(p.text.slice(Math.max(0, first.start - 12), first.start))) continue;
    const from = dayOf(first);
    const last = toEnd === null ? before : undefined;
    if (last !== undefined && !awayFrom.test(p.text.slice(first.end, last.start))) continue;
    const rest =
      toEnd === null ? p.text.slice(before.end, f.start) : p.text.slice(before.end + toEnd[0].length, f.start);
    if (from === undefined || !stillLeft.test(rest)) continue;
    const days = last === undefined ? daysTo(from, { month: 12, day: 31 }) : daysFrom(first, last);
    if (days === undefined || days < 2 || f.value.exponent < 0) continue;
    const told = Number(exactAmount(f)!.at(0));
    // today counts or not, and so does the last day
    const right = told <= days && told >= days - 2;
    const note = `从${p.text.slice(first.start, first.end)}算起还有${days - 1}天`;
    const members = last === undefined ? [first, f] : [first, last, f];
    yield {
      ...claim('date', right ? 'ok' : 'mismatch', members, f, note, f, String(days - 1)),
      subject: 'duration',
    };
  }
}

/** The mean month of the calendar. */
const daysOfMonth = 30.44;
/** Months are told roundly: so many days less or more than they make are no fault. */
const roundedMonths = 20;
/** Any year that is no leap year. */
const common = 2023;

interface Day {
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
}

/** 5月10日, and 14日 behind it. */
function dayOf({ kind, upper, value, date }: FigureToken): Day | undefined {
  if (upper !== undefined || value === null) return undefined;
  if (kind === 'day') return { day: Number(value.at(0)) };
  return kind === 'date' && date?.day !== undefined ? { ...date, day: date.day } : undefined;
}

/** Days from one date to the next, both counted, where `text` says so between them; undefined where it does not. */
export const daysBetween = (text: string, first: FigureToken, last: FigureToken): number | undefined =>
  last.start - first.end <= longestJoint && to.test(text.slice(first.end, last.start))
    ? daysFrom(first, last)
    : undefined;
const longestJoint = 12;

/** Days from the first to the last, both counted; undefined where the text leaves years or months open. */
function daysFrom(a: FigureToken, b: FigureToken): number | undefined {
  const [first, last] = [dayOf(a), dayOf(b)];
  return first === undefined || last === undefined ? undefined : daysTo(first, last);
}

function daysTo(first: Day, last: Day): number | undefined {
  if (first.month === undefined) return undefined;
  const month = last.month ?? first.month;
  const known = first.year ?? last.year;
  // over a February of an unknown year, or into the next year
  if (known === undefined && (month < first.month || (first.month <= 2 && month > 2))) return undefined;
  const year = known ?? common;
  const end = last.year ?? (month < first.month ? year + 1 : year);
  return (Date.UTC(end, month - 1, last.day) - Date.UTC(year, first.month - 1, first.day)) / 86_400_000 + 1;
}

const gone = /(?:过去|过了|过完)了?$/;
const remains = /^[^，,。；;、\d]{0,4}[，,][^，,。；;、\d]{0,4}(?:剩|余|还有|只有|仅有)[^，,。；;、\d]{0,3}$/;
const thisYear = /今年|全年|本年度|这一年/;
const monthsOfYear = 12;

/** 今年已经过去10个月，还剩2个月: what is gone of a year, and what is left. */
export function* restOfYear(p: Passage): Generator<Claim> {
  if (!p.text.includes('过')) return;
  for (let k = 1; k < p.figures.length; k++) {
    const [past, left] = [p.figures[k - 1]!, p.figures[k]!];
    if (!inMonths(past) || !inMonths(left)) continue;
    const before = p.text.slice(Math.max(0, past.start - 16), past.start);
    if (!gone.test(before) || !thisYear.test(before) || !remains.test(p.text.slice(past.end, left.start))) continue;
    const [m, n] = [Number(past.value!.at(0)), Number(left.value!.at(0))];
    const verdict = m + n === monthsOfYear ? 'ok' : 'mismatch';
    const note = `${m}+${n}=${m + n}，一年${monthsOfYear}个月`;
    yield { ...claim('date', verdict, [past, left], left, note, left), subject: 'remainder' };
  }
}

/** 10个月, told as a whole number and outright. */
const inMonths = (f: FigureToken): boolean =>
  f.kind === 'quantity' &&
  f.base === '月' &&
  f.value !== null &&
  f.value.exponent >= 0 &&
  f.upper === undefined &&
  f.bound === 'exact';

const term = /(?:建设期|工期|建设周期|服务期|任期|规划期|合同期|实施期|期限)(?:共|为)?$/;
const fromYear = /^[，,（(、]?(?:从|自)?$/;
const toYear = /^[^，,。；;、\d]{0,6}(?:至|到|—|－|-|~)$/;

/** 建设期3年，从2022年开工到2024年完工: a stretch of years, and the first and the last of them. */
export function* terms(p: Passage): Generator<Claim> {
  for (let k = 0; k + 2 < p.figures.length; k++) {
    const [f, first, last] = [p.figures[k]!, p.figures[k + 1]!, p.figures[k + 2]!];
    if (f.base !== '年' || f.kind !== 'quantity' || f.value === null || f.upper !== undefined || f.bound !== 'exact')
      continue;
    if (!term.test(p.text.slice(Math.max(0, f.start - 8), f.start))) continue;
    if (!fromYear.test(p.text.slice(f.end, first.start)) || !toYear.test(p.text.slice(first.end, last.start))) continue;
    const [from, to] = [first.date?.year, last.date?.year];
    if (from === undefined || to === undefined || from >= to) continue;
    const told = exactAmount(f)!;
    // whether the first year counts is not told
    const right = told.compare(Decimal.of(to - from)) >= 0 && told.compare(Decimal.of(to - from + 1)) <= 0;
    const note = `从${from}年到${to}年共${to - from + 1}年`;
    yield { ...claim('date', right ? 'ok' : 'mismatch', [f, first, last], f, note, f), subject: 'duration' };
  }
}
