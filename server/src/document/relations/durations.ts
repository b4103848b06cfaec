/** 3月1日开始，5月31日结束，为期三个月; 5月10日至14日，为期5天: how long it is from one day to another, told with it. */
import { exactAmount, type FigureToken } from '../figures.ts';
import { type Claim, claim, type Passage } from './passage.ts';

const to =
  /^[^，,。；;、（(\d]{0,4}(?:开始|启动|起|开幕|报到|开工)?[，,]?\s?(?:至|到|—|－|-|~|～|——|持续到)(?:本月|当月|今年|次年|明年)?\s?$/;
const lasts =
  /^[^，,。；;（(\d]{0,8}[，,（(]?(?:(?:会期|工期|前后|活动|时间)?(为期|历时|持续|共计?|总共|一共)(?:时间)?(?:为)?|(会期|展期|假期|放假)(?:共|为)?)$/;

export function* durations(p: Passage): Generator<Claim> {
  if (!/为期|历时|持续|共|[会展假]期|放假/.test(p.text)) return;
  for (let k = 2; k < p.figures.length; k++) {
    const f = p.figures[k]!;
    if (f.kind !== 'quantity' || f.value === null || f.upper !== undefined || f.bound !== 'exact') continue;
    if (f.base !== '日' && f.base !== '月') continue;
    const [first, last] = [p.figures[k - 2]!, p.figures[k - 1]!];
    if (f.start - last.end > 24 || !to.test(p.text.slice(first.end, last.start))) continue;
    const m = lasts.exec(p.text.slice(last.end, f.start));
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
    if (!right && m![1] === '共' && !(inDays && n > days)) continue;
    const span = `从${p.text.slice(first.start, first.end)}到${p.text.slice(last.start, last.end)}共${days}天`;
    const note = inDays ? span : `${span}，约${Math.round(days / daysOfMonth)}个月`;
    const digits = inDays ? String(days) : undefined;
    const verdict = right ? 'ok' : 'mismatch';
    yield { ...claim('date', verdict, [first, last, f], f, note, f, digits), subject: 'duration' };
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

/** Days from the first to the last, both counted; undefined where the text leaves years or months open. */
function daysFrom(a: FigureToken, b: FigureToken): number | undefined {
  const [first, last] = [dayOf(a), dayOf(b)];
  if (first?.month === undefined || last === undefined) return undefined;
  const month = last.month ?? first.month;
  const known = first.year ?? last.year;
  // over a February of an unknown year, or into the next year
  if (known === undefined && (month < first.month || (first.month <= 2 && month > 2))) return undefined;
  const year = known ?? common;
  const end = last.year ?? (month < first.month ? year + 1 : year);
  return (Date.UTC(end, month - 1, last.day) - Date.UTC(year, first.month - 1, first.day)) / 86_400_000 + 1;
}
