/** What stands around a numeral: its scale and unit, and the words that say how near it is. */

import type { Decimal } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { isDigit, leads, moreLead, scaleLead, scales } from './figure-numerals.ts';
import { type Bound, type FigureKind, type FigureToken, figure } from './figure-token.ts';
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

const mayFollow = new Uint8Array(65_536);
for (const [word] of after) mayFollow[word.charCodeAt(0)] = 1;

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

/** Scale and unit at `start`: 亿元, 万多人, %, 个百分点, 年, 月. */
export function readUnit(text: string, start: number): ReadUnit | undefined {
  let at = start;
  if (text.charCodeAt(at) === 32 && (text.charCodeAt(at + 1) > 0x2000 || text[at + 1] === '%')) at++;
  const unitStart = at;
  let digits = false;
  let exponent = 0;
  let scaled = false;
  // 多, 万亿, 万多: most units begin with none of them
  if (leads[text.charCodeAt(at)] !== 0) {
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
  }
  const c = text[at];
  if (!scaled) {
    if (c === '%' || c === '％' || c === '﹪') return unitOf(at + 1, '%', '%', 0, 'other', 'percent', digits);
    if (c === '‰') return unitOf(at + 1, '‰', '%', -1, 'other', 'percent', digits);
    if (c === '倍') return unitOf(at + 1, '倍', '倍', 0, 'other', 'multiple', digits);
    if (c === '个' && text.startsWith('百分点', at + 1))
      return unitOf(at + 4, '个百分点', '百分点', 0, 'other', 'percentage-point', digits);
    if (c === '百' && text.startsWith('百分点', at))
      return unitOf(at + 3, '百分点', '百分点', 0, 'other', 'percentage-point', digits);
    if (c === '月' && text[at + 1] !== '亮')
      return unitOf(text[at + 1] === '份' ? at + 2 : at + 1, '月', '月', 0, 'time', 'month', digits);
    if (c === '日' && text[at + 1] !== '元') return unitOf(at + 1, '日', '日', 0, 'time', 'day', digits);
    if (c === '号') return unitOf(at + 1, '号', '日', 0, 'time', 'day', digits);
    if (c === '季' && text[at + 1] === '度') return unitOf(at + 2, '季度', '季度', 0, 'time', 'quarter', digits);
    if (c === '时' && !digits) return unitOf(at + 1, '时', '时', 0, 'time', 'time', digits);
  } else if (c === '倍')
    return unitOf(at + 1, text.slice(unitStart, at + 1), '倍', exponent, 'other', 'multiple', digits);
  // 6.5亿度 is electricity; 38度 may be anything
  if (scaled && c === '度' && !'数量角假'.includes(text[at + 1] ?? '，'))
    return unitOf(at + 1, text.slice(unitStart, at + 1), '千瓦时', exponent, 'energy', 'quantity', digits);
  const unit = unitAt(text, at);
  if (unit !== undefined) {
    const end = at + unit.text.length;
    const written = digits ? text.slice(unitStart, end).replace(/[多余来几]/g, '') : text.slice(unitStart, end);
    return {
      end,
      text: written,
      base: unit.base,
      exponent: exponent + unit.exponent,
      dimension: unit.dimension,
      kind: 'quantity',
      whole: unit.whole && !scaled,
      digits,
    };
  }
  if (scaled || digits)
    return {
      end: at,
      text: text.slice(unitStart, at).replace(/[多余来几]/g, ''),
      base: '',
      exponent,
      dimension: 'none',
      kind: 'number',
      whole: false,
      digits,
    };
  return undefined;
}

export const unitOf = (
  end: number,
  text: string,
  base: string,
  exponent: number,
  dimension: Unit['dimension'],
  kind: FigureKind,
  digits: boolean,
): ReadUnit => ({ end, text, base, exponent, dimension, kind, whole: false, digits });

/** Puts a figure down, with the bound that the words around it give. */
export function push(
  text: string,
  start: number,
  end: number,
  value: Decimal,
  upper: Decimal | undefined,
  unit: ReadUnit,
  numeral: Span,
  script: 'arabic' | 'han',
  out: FigureToken[],
  bare: boolean,
  digits = false,
): void {
  let bound: Bound = digits || unit.digits ? 'digits' : boundBefore(text, start);
  if (bound === 'under' && unit.dimension === 'time' && text[start - 1] === '近') bound = 'exact'; // 近三年 is a period
  let stop = end;
  if (bound === 'exact' || bound === 'about') {
    if (mayFollow[text.charCodeAt(end)] === 1)
      for (const [word, b] of after)
        if (text.startsWith(word, end)) {
          if (b === 'digits') {
            // 3年多, 5公里余; not 5个多月, 20个多种, 比600亿元多出54%
            if (!'，。；、,;的时来以)）'.includes(text[end + 1] ?? '，') || unit.kind === 'percent') break;
            stop = end + 1;
          }
          bound = b;
          break;
        }
  }
  const last = out[out.length - 1];
  if (last !== undefined && last.end > start) return;
  let sign = value;
  if (
    start > 0 &&
    value.sign > 0 &&
    (text[start - 1] === '-' || text[start - 1] === '负' || text[start - 1] === '－') &&
    (start === 1 || !isDigit(text.charCodeAt(start - 2))) &&
    /[长为是降幅率速\s（(]$/.test(text.slice(Math.max(0, start - 2), start - 1))
  )
    sign = value.negate();
  const told = figure(start, stop, unit.base === '届' ? 'session' : unit.kind, sign, unit, numeral, script);
  told.upper = upper;
  told.whole = unit.whole;
  told.bound = bound;
  told.approximate = bound !== 'exact';
  told.bare = bare;
  out.push(told);
}

/** A figure that tells a share in words: 三分之二, 2/3, 七成, 过半. `value` is in per cent. Returns where it ends. */
export function pushShare(
  text: string,
  { start, end }: Span,
  value: Decimal,
  numeral: Span,
  script: 'arabic' | 'han',
  out: FigureToken[],
  unit = '',
): number {
  push(
    text,
    start,
    end,
    value,
    undefined,
    unitOf(end, unit, '%', 0, 'other', 'fraction', false),
    numeral,
    script,
    out,
    false,
  );
  return out[out.length - 1]!.end;
}
