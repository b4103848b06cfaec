/** Numerals without their unit: 1,234.5, 43 891, 十四万三千, 两千余. */
import { Decimal, pow10 } from '../text/decimal.ts';
import { hanDigit, isHanNumeral, parseHanInteger } from '../text/numerals.ts';

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const scales = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);
export const more = '多余来几';
export const scaleLead = 1;
export const moreLead = 2;
export const leads = new Uint8Array(65_536);
for (const c of scales.keys()) leads[c.charCodeAt(0)] = scaleLead;
for (const c of more) leads[c.charCodeAt(0)] = moreLead;
export const dashes = '—－-–~～〜至到';

export interface Numeral {
  readonly end: number;
  readonly value: Decimal;
  readonly script: 'arabic' | 'han';
  /** 多 or 余 stands inside (两千余). */
  readonly digits: boolean;
  /** Only scales (亿, 百万). */
  readonly bare: boolean;
}

/** 12, 1,234.5, 0.8 at `start`; no scale. */
export function arabicAt(text: string, start: number): Numeral | undefined {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === start) return undefined;
  if (end - start <= 3)
    while (
      text[end] === ',' &&
      isDigit(text.charCodeAt(end + 1)) &&
      isDigit(text.charCodeAt(end + 2)) &&
      isDigit(text.charCodeAt(end + 3)) &&
      !isDigit(text.charCodeAt(end + 4))
    ) {
      end += 4;
    }
  if (end - start <= 3 && groupSpaces.includes(text[end] ?? '\n')) end = spacedGroups(text, start, end);
  let exponent = 0;
  const point = text.charCodeAt(end);
  if ((point === 46 || point === 0xff0e) && isDigit(text.charCodeAt(end + 1))) {
    let last = end + 1;
    while (isDigit(text.charCodeAt(last))) last++;
    exponent = end + 1 - last;
    end = last;
  }
  // up to fifteen digits fit a number, and a number becomes a bigint faster than a text does
  let coefficient = 0n;
  if (end - start <= 15) {
    let n = 0;
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i);
      if (isDigit(c)) n = n * 10 + c - 48;
    }
    coefficient = BigInt(n);
  } else coefficient = BigInt(text.slice(start, end).replace(/\D/g, ''));
  return { end, value: new Decimal(coefficient, exponent), script: 'arabic', digits: false, bare: false };
}

/** Spaces that part digits in threes: 千分空 (GB/T 15835-2011, 5.2), a thin space or what is typed for one. */
const groupSpaces = ' \u2009\u202f\u00a0';

/** Where 43 891 ends; `end` where what follows is another number: words must stand right before it and after it. */
function spacedGroups(text: string, start: number, end: number): number {
  const before = text[start - 1] ?? '';
  if (groupSpaces.includes(before === '' ? ' ' : before) || /[\d.,、]/.test(before)) return end;
  let last = end;
  while (
    groupSpaces.includes(text[last] ?? '\n') &&
    isDigit(text.charCodeAt(last + 1)) &&
    isDigit(text.charCodeAt(last + 2)) &&
    isDigit(text.charCodeAt(last + 3)) &&
    !isDigit(text.charCodeAt(last + 4))
  )
    last += 4;
  const next = text.charCodeAt(last);
  return last > end && (next >= 0x4e00 || (next === 46 && isDigit(text.charCodeAt(last + 1)))) ? last : end;
}

/** 十四万三千, 两千余, 一点二 at `start`. */
export function hanAt(text: string, start: number): Numeral | undefined {
  let end = start;
  while (isHanNumeral(text.charCodeAt(end))) end++;
  if (end === start) return undefined;
  let digits = false;
  let whole = text.slice(start, end);
  let decimals = '';
  if (text[end] === '点' && hanDigit(text.charCodeAt(end + 1)) >= 0) {
    // 一点二倍, 七点六亿; a clock time (九点三十分) ends in 分 and is left to its unit
    let last = end + 1;
    while (hanDigit(text.charCodeAt(last)) >= 0) decimals += hanDigit(text.charCodeAt(last++));
    if (text[last] === '十' || text[last] === '分' || text[last] === '意') decimals = '';
    else end = last;
  } else if (more.includes(text[end] ?? '\n') && text[end] !== '来') {
    // 五百多万, 两千余
    digits = true;
    const tail = end + 1;
    let last = tail;
    while (text[last] === '万' || text[last] === '亿') last++;
    whole += text.slice(tail, last);
    end = last;
  }
  let scale = 0;
  let bare = true;
  for (let i = 0; i < whole.length; i++) if (!scales.has(whole[i]!)) bare = false;
  let n = parseHanInteger(whole);
  if (n === undefined && bare) {
    // 百万, 千万, 万亿: scales alone
    for (let i = 0; i < whole.length; i++) scale += scales.get(whole[i]!)!;
    n = 1;
  }
  if (n === undefined) return undefined;
  if (whole === '十' || whole.startsWith('十')) bare = false;
  let value = scale > 0 ? new Decimal(1n, scale) : trimmed(n, whole);
  if (decimals !== '') value = new Decimal(BigInt(`${n}${decimals}`), -decimals.length);
  return { end, value, script: 'han', digits, bare };
}

/** 三百五十万 says nothing of its last four digits: the precision is that of the last unit written. */
function trimmed(n: number, text: string): Decimal {
  let exponent = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const scale = scales.get(text[i]!);
    if (scale === undefined) break;
    exponent += scale;
  }
  if (exponent < 4) return new Decimal(BigInt(n));
  exponent -= exponent % 4 === 0 ? 0 : exponent % 4;
  const power = pow10(exponent);
  const big = BigInt(n);
  return big % power === 0n ? new Decimal(big / power, exponent) : new Decimal(big);
}

export const numeralAt = (text: string, at: number): Numeral | undefined =>
  isDigit(text.charCodeAt(at)) ? arabicAt(text, at) : hanAt(text, at);

export function scaleLength(text: string, at: number): number {
  let exponent = 0;
  for (let i = at; i < at + 3; i++) {
    const scale = scales.get(text[i] ?? '');
    if (scale === undefined) break;
    exponent += scale;
  }
  return exponent;
}

/** Everything that goes on like a code: letters, digits and joints. */
export function skipCode(text: string, from: number): number {
  let end = from;
  for (;;) {
    const c = text.charCodeAt(end);
    if (isDigit(c) || isLatin(c)) end++;
    else if (
      (c === 46 || c === 45 || c === 47 || c === 95) &&
      (isDigit(text.charCodeAt(end + 1)) || isLatin(text.charCodeAt(end + 1)))
    )
      end++;
    else return end;
  }
}
