/** 截至9月底完成80%，超时间进度5个百分点; 上半年完成46.3%，距时间过半、任务过半差3.7个百分点: what is done of a year's work beside how much of the year is gone. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, meets, type Passage } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const pace =
  /(?:(超|快于|高于|超过|超出|领先)|(欠|慢于|低于|落后于?|滞后于?))(?:全年)?(?:时间|序时|均衡)?进度$|(?:比|较|距离?)(?:全年)?(?:时间|序时|均衡)进度(?:要求)?(?:(快|高|超前|提前)|(慢|低|滞后|落后|差|还差|欠))(?:了)?$/;
const even = /时间|序时|均衡/;
/** 时间过半、任务过半 is told in June: half of the year, and half of its work. */
const halfway =
  /(?:距离?|离|比|较|(低于|落后于?)|(高于|超过?))[“"『]?(?:双过半|(?:时间过半|任务过半)(?:[、，,]?任务过半)?)[”"』]?的?(?:要求|目标|任务|标准|进度)?(?:(?:还?(?:低|差|少|欠|相差|慢|落后)|还有)|(高|快|超|多))?(?:出|了)?$/;

/** Finds what is ahead of the calendar, or behind it, by another gap than is told. */
export function* schedules(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if ((f.kind !== 'percentage-point' && f.kind !== 'percent') || f.upper !== undefined || f.value === null) continue;
    // the 半 of 时间过半 is no amount
    let j = i - 1;
    while (j > 0 && p.figure(j).kind === 'fraction') j--;
    const b = p.figure(j);
    if (b.kind !== 'percent' || b.upper !== undefined || b.value === null || !p.same(i, j)) continue;
    const lead = p.between(j, i);
    if (lead.length > 40 || !/^[，,（(]/.test(lead)) continue;
    const paced = lead.includes('进度') ? pace.exec(lead) : null;
    const half = paced === null && lead.includes('过半') ? halfway.exec(lead) : null;
    if (paced !== null) {
      const span = monthsUp(p.text.slice(Math.max(p.sentence(i).start, b.start - 100), b.start), p.list[j]!.period);
      // 超进度 may be ahead of a schedule that is not even
      if (span !== undefined)
        yield paceClaim(b, f, dues(span), (paced[1] ?? paced[3]) !== undefined, even.test(paced[0]));
    } else if (half !== null && /完成|实现|占/.test(p.lead(j))) {
      const due = { shown: '过半即50%', value: Decimal.of(50), others: [], inDays: [] };
      yield paceClaim(b, f, due, (half[2] ?? half[3]) !== undefined, true);
    }
  }
}

/** How much of a year's work is due, in per cent. */
interface Due {
  readonly value: Decimal;
  /** As the reckoning shows it: 时间进度为9÷12=75.0%. */
  readonly shown: string;
  /** What else it may be: of the month alone. */
  readonly others: readonly Decimal[];
  /** Counted in days, which few do. */
  readonly inDays: readonly Decimal[];
}

/** `b` done, `f` ahead of what is due or behind it. */
function paceClaim(b: FigureToken, f: FigureToken, due: Due, ahead: boolean, sure: boolean): Claim {
  const { low, high } = amount(b);
  const gapTo = (d: Decimal): { readonly low: Decimal | undefined; readonly high: Decimal | undefined } =>
    ahead ? { low: low?.minus(d), high: high?.minus(d) } : { low: minus(d, high), high: minus(d, low) };
  const stated = amount(f);
  const fits = [due.value, ...due.others].some((d) => asTold(d, f).some((x) => meets(gapTo(x), stated)));
  const byDays = !fits && due.inDays.some((d) => meets(gapTo(d), stated));
  const gap = ahead ? b.value!.minus(due.value) : due.value.minus(b.value!);
  const value = gap.round(Math.min(0, f.value!.exponent, b.value!.exponent));
  const shown = due.value.round(-1).trim();
  const told = claim(
    'progress',
    fits ? 'ok' : byDays || b.approximate || f.approximate || !(sure || oneSlip(f, value)) ? 'unsure' : 'mismatch',
    [b, f],
    f,
    () => `${due.shown}，${ahead ? `${b.value}-${shown}` : `${shown}-${b.value}`}=${value}个百分点`,
    f,
    value.sign > 0 ? value.toString() : undefined,
  );
  return { ...told, subject: 'schedule' };
}

const minus = (a: Decimal, b: Decimal | undefined): Decimal | undefined => (b === undefined ? undefined : a.minus(b));
/** What is due, rounded or cut off: 33.3 for a third, and 33 where the gap is told in whole points. */
const asTold = (d: Decimal, f: FigureToken): readonly Decimal[] =>
  [-2, -1, 0].filter((e) => e < 0 || f.value!.exponent >= 0).flatMap((e) => [d.round(e), cut(d, e)]);
/** 41.6 for 41.67. */
const cut = (d: Decimal, exponent: number): Decimal => d.minus(new Decimal(5n, exponent - 1)).round(exponent);

/** Months of the year gone by, and whether only the last of them is told of. */
interface Months {
  readonly up: number;
  readonly alone: boolean;
}

const half = 6;
const twelve = Decimal.of(12);
/** Days of a common year at the end of each month. */
const daysUp = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function dues({ up, alone }: Months): Due {
  const value = Decimal.of(up * 100).over(twelve, fine);
  const days = daysUp[up - 1]!;
  // the half of a year is told as 50%
  const inDays = up === half ? [] : [Decimal.of(days * 100).over(Decimal.of(365), fine)];
  return {
    value,
    shown: `时间进度为${up}÷12=${value.round(-1).trim()}%`,
    others: alone ? [Decimal.hundred.over(twelve, fine)] : [],
    inDays,
  };
}
const fine = -4;

const until =
  /上半年|前[三3]个?季度|(?:一|1)季度|(?:1|一)(?:月份?)?(?:—|－|-|~|～|至|到)(\d{1,2})月|(?:截至|截止|到)(?:今年)?(\d{1,2})月(?:份|底|末|3[01]日|(?=[，,]))|前(\d{1,2})个月|(?<![\d—－~～至到-])(\d{1,2})月份?(?=[，,])/g;

/** Months of the year gone by the last time named, here or in the period carried on; undefined when none is, or when two differ. */
function monthsUp(text: string, period: string): Months | undefined {
  let months = 0;
  let alone = false;
  until.lastIndex = 0;
  for (let m = until.exec(text); m !== null; m = until.exec(text)) {
    const named = m[1] ?? m[2] ?? m[3] ?? m[4];
    const n = named !== undefined ? Number(named) : m[0] === '上半年' ? 6 : m[0].startsWith('前') ? 9 : 3;
    if (n < 1 || n > 12 || (months !== 0 && months !== n)) return undefined;
    months = n;
    alone ||= m[4] !== undefined;
  }
  if (months === 0) {
    const carried = /(?:^|\D)(?:1-)?(\d{1,2})月$/.exec(period);
    months = Number(carried?.[1] ?? (period.endsWith('上半年') ? half : 0));
    alone = carried !== null && !period.includes('-');
  }
  return months < 1 || months > 12 ? undefined : { up: months, alone };
}
