/** 上午8点半开到11点，用了两个半小时; 9:00—11:30，共2.5小时: from one time of day to another, and how long that is. */
import { Decimal } from '../../../text/decimal.ts';
import { parseHanInteger } from '../../../text/numerals.ts';
import type { Claim, Passage } from '../passage.ts';

const han = '[一二两三四五六七八九十]';
/** 上午, 8, 半 or 30: what a time of day is made of. */
const time = `(上午|下午|早上|早晨|凌晨|中午|晚上|晚)?(\\d{1,2}|${han}{1,3})(?:[点时](半|整|(?:\\d{1,2}|${han}{1,3})分?)?|[:：](\\d{2}))`;
const starts = '(?:开始|开会|出发|起)?';
const ends = '(?:结束|散会|为止)';
/** Its words tell how long all of it was, not how long a part. */
const lasts =
  '[，,（(](?:(?:会议|活动|前后|全程)?(?:整整|一共|总共|共|用|历时|持续|时长|长达|开))(?:[^，,。；;、（(]{0,3}?)';
const stretch = `((?:(\\d+(?:\\.\\d+)?|${han}{1,2})个?(半)?(?:小时|钟头))|(\\d{2,3})分钟)(?=[，,。；;）)]|的时间|$)`;
const joint = '[，,]?(?:一直|连续)?(?:开|干|忙|讲|持续)?(?:到|至|—|－|-|~)';
const patterns = [
  new RegExp(`${time}${starts}${joint}${time}${ends}?${lasts}${stretch}`, 'g'),
  new RegExp(`${time}(?:开始|开会|出发|起)[，,]${time}${ends}${lasts}${stretch}`, 'g'),
];

export function* clockTimes(p: Passage): Generator<Claim> {
  if (!/小时|钟头|分钟/.test(p.text)) return;
  for (const pattern of patterns)
    for (const m of p.text.matchAll(pattern)) if (!timedBefore.test(before(p.text, m.index))) yield* lasted(m);
}

/** 上午8点到12点，下午2点到6点，共8小时 is of both. */
const timedBefore = /[\d一二三四五六七八九十](?:[点时]|[:：]\d\d)[^。；;]*$/;
const before = (text: string, at: number): string => text.slice(Math.max(0, at - 30), at);

const sixty = Decimal.of(60);
const halfDay = 12 * 60;
/** Nobody speaks so of more. */
const longest = 16 * 60;

function* lasted(m: RegExpExecArray): Generator<Claim> {
  const [all, half, hour, minute, past, half2, hour2, minute2, past2, told, hours, more, minutes] = m;
  const start = timeOf(half, hour!, minute ?? past);
  const end = timeOf(half2 ?? half, hour2!, minute2 ?? past2);
  if (start === undefined || end === undefined) return;
  // 上午9点到3点 goes on into the afternoon
  const later = end <= start && half2 === undefined ? end + halfDay : end;
  const length = later - start;
  const said =
    minutes === undefined
      ? inHours(hours!)
          ?.times(sixty)
          .plus(Decimal.of(more === undefined ? 0 : 30))
      : inHours(minutes);
  if (said === undefined || length <= 0 || length > longest) return;
  const at = m.index + all.length - told!.length;
  const blamed = { start: at, end: m.index + all.length };
  yield {
    type: 'date',
    verdict: said.equals(Decimal.of(length)) ? 'ok' : 'mismatch',
    subject: 'duration',
    start: m.index,
    end: blamed.end,
    note: () => `从${clock(start)}到${clock(later)}共${lengthOf(length)}`,
    stated: () => told!,
    members: [{ start: m.index, end: at - 1 }, blamed],
    blamed,
    repair: undefined,
  };
}

const number = (text: string): number | undefined =>
  /^\d/.test(text) ? Number(text) : parseHanInteger(text.replace('两', '二'));

/** 2.5, 两. */
const inHours = (text: string): Decimal | undefined => {
  const whole = /^\d/.test(text) ? undefined : number(text);
  return whole === undefined ? Decimal.parse(text) : Decimal.of(whole);
};

/** In minutes of the day. */
function timeOf(half: string | undefined, hour: string, minute: string | undefined): number | undefined {
  const h = number(hour);
  const m = minute === '半' ? 30 : minute === undefined || minute === '整' ? 0 : number(minute.replace('分', ''));
  if (h === undefined || m === undefined || h > 24 || m > 59) return undefined;
  const late = half !== undefined && /下午|晚/.test(half) && h < 12;
  return (late ? h + 12 : h) * 60 + m;
}

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const lengthOf = (minute: number): string => {
  const rest = minute % 60 === 0 ? '' : `${minute % 60}分钟`;
  return minute < 60 ? rest : `${Math.floor(minute / 60)}小时${rest}`;
};
