/**
 * Chinese numerals: 十四万三千, 二〇二二, 廿三, 两千, 壹佰. A numeral is either written with units (十百千万亿) or digit by digit, as years are.
 * Values are exact: everything up to Number.MAX_SAFE_INTEGER, `undefined` beyond.
 */

const digits: Readonly<Record<string, number>> = {
  〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // biome-ignore format: a table
const units: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  拾: 10,
  佰: 100,
  仟: 1000,
  廿: 20,
  卅: 30,
  万: 10_000,
  亿: 100_000_000,
};

const digitKind = 1;
const unitKind = 2;
const tensKind = 3;
const groupKind = 4;
const kinds = new Map<number, { readonly kind: number; readonly value: number }>();
for (const [character, value] of Object.entries(digits)) kinds.set(character.charCodeAt(0), { kind: digitKind, value });
for (const [character, value] of Object.entries(units))
  kinds.set(character.charCodeAt(0), {
    kind: value >= 10_000 ? groupKind : value === 20 || value === 30 ? tensKind : unitKind,
    value,
  });

/** Whether a UTF-16 code unit can stand in a Chinese numeral. */
export const isHanNumeral = (code: number): boolean => kinds.has(code);
/** The digit a code unit writes (〇 … 九, 两), or -1. */
export const hanDigit = (code: number): number => {
  const entry = kinds.get(code);
  return entry !== undefined && entry.kind === digitKind ? entry.value : -1;
};

const zero = (code: number): boolean => code === 0x3007 || code === 0x25cb || code === 0x96f6;

/**
 * The value of a text that is wholly one numeral, else `undefined`: 十二 → 12, 二〇二二 → 2022, 两万三 → 23000, 一百零五 → 105.
 * What no reader would write (十十, 一万亿万, 三百二千) is no numeral; neither is the empty text.
 */
export function parseHanInteger(text: string): number | undefined {
  const length = text.length;
  if (length === 0) return undefined;
  let plain = true;
  for (let i = 0; i < length; i++) {
    const entry = kinds.get(text.charCodeAt(i));
    if (entry === undefined) return undefined;
    if (entry.kind !== digitKind) plain = false;
  }
  if (plain) {
    if (length > 15) return undefined;
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 10 + hanDigit(text.charCodeAt(i));
    return value;
  }
  return parseWithUnits(text);
}

/** 十四万三千: a sum of groups (亿, 万, ones), each group a sum of digit × unit with units that fall. */
function parseWithUnits(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit = -1; // the digit waiting for its unit
  let last = 10_000; // the unit used last inside this group
  let lastGroup = Number.MAX_SAFE_INTEGER;
  let skipped = false; // a 零 stands before the waiting digit
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const { kind, value } = kinds.get(code)!;
    if (kind === digitKind) {
      if (digit > 0) return undefined;
      if (zero(code)) {
        if (digit === 0 && i > 0 && text.length > 1 && total + group === 0) return undefined;
        skipped = true;
        digit = -1;
      } else digit = value;
    } else if (kind === unitKind) {
      if (value >= last) return undefined;
      if (digit < 0) {
        // 十二, 一百十二; but not 百二十 by itself inside a longer numeral
        if (value !== 10 && !(i === 0 && text.length === 1)) return undefined;
        digit = 1;
      }
      group += digit * value;
      digit = -1;
      last = value;
      skipped = false;
    } else if (kind === tensKind) {
      if (digit >= 0 || last <= 10) return undefined;
      group += value;
      last = 10;
    } else {
      if (digit > 0) group += digit;
      digit = -1;
      // 一万三千亿: 万 inside the group of 亿
      if (value === 100_000_000 && total > 0 && lastGroup < value) total = (total + group) * value;
      else if (value >= lastGroup || (group === 0 && text.length > 1)) return undefined;
      else total += (group === 0 ? 1 : group) * value;
      if (total > Number.MAX_SAFE_INTEGER) return undefined;
      group = 0;
      last = 10_000;
      lastGroup = value;
      skipped = false;
    }
  }
  total += digit > 0 ? group + digit * (skipped ? 1 : lastUnit(text)) : group;
  return total > Number.MAX_SAFE_INTEGER ? undefined : total;
}

/** What the last digit counts: 两万三 is 23000 and 一百五 is 150, while 十五 is 15. */
function lastUnit(text: string): number {
  const before = kinds.get(text.charCodeAt(text.length - 2));
  return before !== undefined && (before.kind === groupKind || (before.kind === unitKind && before.value >= 100))
    ? before.value / 10
    : 1;
}

const digitText = '零一二三四五六七八九';

/** Writes an integer from 0 to 99,999,999 as speeches do: 一 … 十 十一 … 一百零五 … 两 is never used. Other values come back in Arabic digits. */
export function formatHanInteger(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) return String(n);
  if (n < 10) return digitText[n]!;
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  let text = high > 0 ? `${formatGroup(high)}万` : '';
  if (low > 0) text += `${high > 0 && low < 1000 ? '零' : ''}${formatGroup(low)}`;
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** Characters of `formatHanInteger(n)`, without writing them. */
export function hanIntegerLength(n: number): number {
  if (!Number.isInteger(n) || n < 0 || n > 99_999_999) return String(n).length;
  if (n < 10) return 1;
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  let length = high > 0 ? groupLength(high) + 1 : 0;
  if (low > 0) length += groupLength(low) + (high > 0 && low < 1000 ? 1 : 0);
  const first = high > 0 ? high : low;
  return first >= 10 && first < 20 ? length - 1 : length;
}

function groupLength(n: number): number {
  let length = 0;
  let gap = false;
  for (let unit = 1000; unit >= 1; unit /= 10) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap = length > 0;
    else {
      length += (gap ? 1 : 0) + (unit === 1 ? 1 : 2);
      gap = false;
    }
  }
  return length;
}

function formatGroup(n: number): string {
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digitText[digit]}${name}`;
      gap = false;
    }
  }
  return text;
}
