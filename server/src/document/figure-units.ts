/** What stands around a numeral: its scale and unit, and the words that say how near it is. */

import { charactersOf, isIn } from '../text/characters.ts';
import type { Decimal } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { isDigit, leads, moreLead, scaleLead, scales } from './figure-numerals.ts';
import { type Bound, type FigureKind, type FigureToken, figure, type InUnit } from './figure-token.ts';
import { type Unit, unitAt } from './lexicon/units.ts';

/** Words that stand right before a number and say how near it is; the longest that fits counts. */
const before: readonly (readonly [string, Bound])[] = [
  ['超过', 'over'], ['突破', 'over'], ['不少于', 'over'], ['不低于', 'over'], ['不小于', 'over'], ['至少', 'over'], ['高达', 'exact'], ['逾', 'over'], ['超', 'over'], ['上', 'over'], ['过', 'over'], ['破', 'over'],
  ['大约', 'about'], ['约为', 'about'], ['约占', 'about'], ['约', 'about'], ['大概', 'about'], ['左右', 'about'], ['接近', 'under'], ['将近', 'under'], ['近', 'under'], ['不足', 'under'], ['不到', 'under'], ['不超过', 'under'], ['至多', 'under'], ['最多', 'under'], ['不高于', 'under'], ['低于', 'under'], ['高于', 'over'], ['大于', 'over'], ['小于', 'under'], ['少于', 'under'], ['多于', 'over'], ['控制在', 'under'],
]; // biome-ignore format: a table
const beforeByLast = new Map<string, (readonly [string, Bound])[]>();
for (const row of [...before].sort((a, b) => b[0].length - a[0].length)) {
  const key = row[0].slice(-1);
  const list = beforeByLast.get(key);
  if (list === undefined) beforeByLast.set(key, [row]);
  else list.push(row);
}
const after: readonly (readonly [string, Bound])[] = [
  ['以上', 'over'], ['左右', 'about'], ['上下', 'about'], ['以下', 'under'], ['以内', 'under'], ['之内', 'under'], ['之多', 'exact'], ['之间', 'about'], ['多', 'digits'], ['余', 'digits'], ['强', 'over'],
]; // biome-ignore format: a table

const mayFollow = charactersOf(after.map(([word]) => word[0]).join(''));

/** Where these stand before it, the character is part of another word: 签约12个, 附近3公里, 网上20家. */
const otherWords: Readonly<Record<string, string>> = {
  约: '签节合契预特履条制集简隐赴解',
  近: '附最靠临新邻亲远逼',
  超: '赶反高商',
  过: '通经超不达越路度',
  破: '突打爆',
  上: '以加升线网地船马跟赶再早晚楼路手身年史',
};

export function boundBefore(text: string, start: number): Bound {
  let at = start;
  while (at > 0 && text[at - 1] === ' ') at--;
  const list = at > 0 ? beforeByLast.get(text[at - 1]!) : undefined;
  if (list !== undefined)
    for (const [word, bound] of list)
      if (text.startsWith(word, at - word.length)) {
        if (otherWords[word]?.includes(text[at - 2] ?? '\n')) return 'exact';
        // 破2076起 has broken them; 破1000亿元 has passed it
        if (word === '破' && !/^(?:[1-9]0*(?![\d.])|[百千万亿])/.test(text.slice(start, start + 16))) return 'exact';
        // 上万, 过百; not 上3个, 过3个
        if ((word === '上' || word === '过') && !'百千万亿半'.includes(text[start]!)) return 'exact';
        return bound;
      }
  return 'exact';
}

/** Scale and unit behind a number, as far as they are read. */
export interface ReadUnit {
  readonly end: number;
  readonly text: string;
  readonly base: string;
  readonly exponent: number;
  readonly dimension: Unit['dimension'] | 'none';
  readonly kind: FigureKind;
  readonly whole: boolean;
  /** 多 or 余 before the unit. */
  readonly digits: boolean;
}

/** 多, 万亿, 万多, as far as they stand between a number and its unit. */
interface Scale {
  readonly length: number;
  readonly exponent: number;
  readonly scaled: boolean;
  /** 多 or 余. */
  readonly digits: boolean;
}

const unscaled: Scale = { length: 0, exponent: 0, scaled: false, digits: false };

function scaleAt(text: string, start: number): Scale {
  // most units begin with none of them
  if (leads[text.charCodeAt(start)] === 0) return unscaled;
  let at = start;
  let digits = false;
  let exponent = 0;
  let scaled = false;
  if (leads[text.charCodeAt(at)] === moreLead) {
    digits = true;
    at++;
  }
  for (let n = 0; n < 3 && leads[text.charCodeAt(at)] === scaleLead; n++) {
    const scale = scales.get(text[at]!)!;
    if ((scale === 3 && '瓦米克伏'.includes(text[at + 1] ?? '\n')) || text.startsWith('百分', at)) break;
    exponent += scale;
    scaled = true;
    at++;
  }
  if (leads[text.charCodeAt(at)] === moreLead) {
    digits = true;
    at++;
    // 4万多亿元
    for (
      let scale = scales.get(text[at] ?? '');
      scaled && scale !== undefined && scale !== 3;
      scale = scales.get(text[++at] ?? '')
    )
      exponent += scale;
  }
  return { length: at - start, exponent, scaled, digits };
}

const withoutMore = (written: string): string => written.replace(/[多余来几]/g, '');

/** Scale and unit at `start`: 亿元, 万多人, %, 个百分点, 年, 月. */
export function readUnit(text: string, start: number): ReadUnit | undefined {
  const spaced = text.charCodeAt(start) === 32 && (text.charCodeAt(start + 1) > 0x2000 || text[start + 1] === '%');
  const begin = spaced ? start + 1 : start;
  const { length, exponent, scaled, digits } = scaleAt(text, begin);
  const at = begin + length;
  if (!scaled) {
    const sign = signAt(text, at);
    if (sign !== undefined && !(digits && sign.kind === 'time')) return asUnit(sign, at + sign.written.length, digits);
  } else {
    const after = scaledSigns[text[at] ?? ''];
    // 6.5亿度 is electricity; 38度 may be anything
    if (after !== undefined && !(after === electricity && '数量角假'.includes(text[at + 1] ?? '，')))
      return asUnit({ ...after, text: text.slice(begin, at + 1), exponent }, at + 1, digits);
  }
  const unit = unitAt(text, at);
  if (unit !== undefined) {
    const end = at + unit.text.length;
    const written = text.slice(begin, end);
    return {
      end,
      text: digits ? withoutMore(written) : written,
      base: unit.base,
      exponent: exponent + unit.exponent,
      dimension: unit.dimension,
      kind: 'quantity',
      whole: unit.whole && !scaled,
      digits,
    };
  }
  if (!scaled && !digits) return undefined;
  const written = withoutMore(text.slice(begin, at));
  return { end: at, text: written, base: '', exponent, dimension: 'none', kind: 'number', whole: false, digits };
}

/** What is told by a sign or a word of its own, not by a measure word. */
interface Sign extends InUnit {
  readonly kind: FigureKind;
}

export const percentSign: Sign = { text: '%', base: '%', exponent: 0, dimension: 'other', kind: 'percent' };
/** 翻番. */
export const doubling: Sign = { text: '番', base: '番', exponent: 0, dimension: 'other', kind: 'multiple' };
/** A number that counts nothing named. */
export const plainNumber: Sign = { text: '', base: '', exponent: 0, dimension: 'other', kind: 'number' };
/** 三分之二, 七成: reckoned in per cent. */
const share = (text: string): Sign => ({ text, base: '%', exponent: 0, dimension: 'other', kind: 'fraction' });

const point: Sign = { text: '个百分点', base: '百分点', exponent: 0, dimension: 'other', kind: 'percentage-point' };
const times: Sign = { text: '倍', base: '倍', exponent: 0, dimension: 'other', kind: 'multiple' };
const month: Sign = { text: '月', base: '月', exponent: 0, dimension: 'time', kind: 'month' };
const day: Sign = { text: '日', base: '日', exponent: 0, dimension: 'time', kind: 'day' };
const quarter: Sign = { text: '季度', base: '季度', exponent: 0, dimension: 'time', kind: 'quarter' };
const hour: Sign = { text: '时', base: '时', exponent: 0, dimension: 'time', kind: 'time' };
/** 两个亿, as one says it: of 元. */
const hundredMillion: Sign = { text: '个亿', base: '元', exponent: 8, dimension: 'money', kind: 'quantity' };
const electricity: Sign = { text: '度', base: '千瓦时', exponent: 0, dimension: 'energy', kind: 'quantity' };

/** As written, the longer before the shorter that begins it; `not`: where one of these follows, it is part of another word. */
const signs: readonly (Sign & { readonly written: string; readonly not?: string })[] = [
  { written: '%', ...percentSign },
  { written: '％', ...percentSign },
  { written: '﹪', ...percentSign },
  { written: '‰', ...percentSign, text: '‰', exponent: -1 },
  { written: '倍', ...times },
  { written: '个百分点', ...point },
  { written: '百分点', ...point, text: '百分点' },
  { written: '个亿', ...hundredMillion, not: '万元' },
  { written: '月份', ...month },
  { written: '月', ...month, not: '亮' },
  { written: '日', ...day, not: '元' },
  { written: '号', ...day, text: '号' },
  { written: '季度', ...quarter },
  { written: '时', ...hour },
];
const scaledSigns: Readonly<Record<string, Sign>> = { 倍: times, 度: electricity };
const beginsSign = charactersOf(signs.map(({ written }) => written[0]).join(''));

function signAt(text: string, at: number): (typeof signs)[number] | undefined {
  if (!isIn(beginsSign, text.charCodeAt(at))) return undefined;
  return signs.find(
    ({ written, not }) => text.startsWith(written, at) && not?.includes(text[at + written.length] ?? ' ') !== true,
  );
}

export const asUnit = ({ text, base, exponent, dimension, kind }: Sign, end: number, digits = false): ReadUnit => ({
  end,
  text,
  base,
  exponent,
  dimension,
  kind,
  whole: false,
  digits,
});

/** A figure as far as it is read, before the words around it are looked at. */
export interface ReadFigure extends Span {
  readonly value: Decimal;
  /** Upper end of a range. */
  readonly upper?: Decimal | undefined;
  readonly unit: ReadUnit;
  /** The digits alone. */
  readonly numeral: Span;
  readonly script: 'arabic' | 'han';
  /** A scale without a number: 亿元以上. */
  readonly bare?: boolean;
  /** 多 or 余 stands in its numeral. */
  readonly digits?: boolean;
}

/** Puts a figure down, with the bound that the words around it give. Returns where it ends. */
export function put(text: string, read: ReadFigure, out: FigureToken[]): number {
  const { start, end, value, unit } = read;
  let bound: Bound = read.digits === true || unit.digits ? 'digits' : boundBefore(text, start);
  if (bound === 'under' && unit.dimension === 'time' && text[start - 1] === '近') bound = 'exact'; // 近三年 is a period
  let stop = end;
  if (bound === 'exact' || bound === 'about') {
    const told = boundBehind(text, end, unit);
    if (told !== undefined) {
      bound = told.bound;
      stop = told.end;
    }
  }
  const last = out[out.length - 1];
  if (last !== undefined && last.end > start) return last.end;
  const kind = unit.base === '届' ? 'session' : unit.kind;
  const signed = isNegative(text, start, value) ? value.negate() : value;
  const told = figure(start, stop, kind, signed, unit, read.numeral, read.script);
  told.upper = read.upper;
  told.whole = unit.whole;
  told.bound = bound;
  told.approximate = bound !== 'exact';
  told.bare = read.bare === true;
  out.push(told);
  return stop;
}

/** 20亿元以上, 3年多: how near the words behind it say the figure is. Undefined where none do. */
function boundBehind(text: string, end: number, unit: ReadUnit): { bound: Bound; end: number } | undefined {
  if (!isIn(mayFollow, text.charCodeAt(end))) return undefined;
  for (const [word, bound] of after) {
    if (!text.startsWith(word, end)) continue;
    if (bound !== 'digits') return { bound, end };
    // 3年多, 5公里余; not 5个多月, 20个多种, 比600亿元多出54%
    const more = '，。；、,;的时来以)）'.includes(text[end + 1] ?? '，') && unit.kind !== 'percent';
    return more ? { bound, end: end + 1 } : undefined;
  }
  return undefined;
}

/** 增长-2.1%, 负2.1%; not 10-20. */
function isNegative(text: string, start: number, value: Decimal): boolean {
  return (
    start > 0 &&
    value.sign > 0 &&
    (text[start - 1] === '-' || text[start - 1] === '负' || text[start - 1] === '－') &&
    (start === 1 || !isDigit(text.charCodeAt(start - 2))) &&
    /[长为是降幅率速\s（(]$/.test(text.slice(Math.max(0, start - 2), start - 1))
  );
}

/** A figure that tells a share in words: 三分之二, 2/3, 七成, 过半. Its value is in per cent. Returns where it ends. */
export function putShare(
  text: string,
  read: Omit<ReadFigure, 'unit' | 'numeral'> & { readonly unit?: string; readonly numeral?: Span },
  out: FigureToken[],
): number {
  const { start, end, unit = '', numeral = { start, end } } = read;
  return put(text, { ...read, numeral, unit: asUnit(share(unit), end) }, out);
}
