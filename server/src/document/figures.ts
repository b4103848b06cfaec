/**
 * Numbers of one paragraph as written, each with its unit: 十四万三千人, 1亿2000万元, 80%—85%, 20多亿元, 第十五届, 2022年1月25日.
 * A pure scan of the reading; what a figure is about (indicator, period, place) is told in statements.ts.
 */
import { charactersOf, isIn } from '../text/characters.ts';
import { Decimal } from '../text/decimal.ts';
import { hanDigit, isHanNumeral } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { ParagraphFacts } from './facts.ts';
import { lexNumber } from './figure-amounts.ts';
import { dateAt, emitDate } from './figure-dates.ts';
import { arabicAt, hanAt, isDigit, isLatin, numeralAt, skipCode } from './figure-numerals.ts';
import { lexOrdinal, lexOther, lexPercentWords } from './figure-phrases.ts';
import { type FigureKind, type FigureToken, figure, noUnit } from './figure-token.ts';
import { putShare, readUnit } from './figure-units.ts';
import { unitAt } from './lexicon/units.ts';

export { amount, type Bound, exactAmount, type FigureKind, type FigureToken } from './figure-token.ts';

const none = 0;
const arabic = 1;
const han = 2;
const ordinal = 3; // 第
const other = 4; // 翻番, 半数, 过半
const classes = new Uint8Array(65_536);
for (let c = 48; c <= 57; c++) classes[c] = arabic;
for (const c of '一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟') classes[c.charCodeAt(0)] = han;
classes['第'.charCodeAt(0)] = ordinal;
classes['翻'.charCodeAt(0)] = other;
classes['半'.charCodeAt(0)] = other;

const ratioMarks = ':：∶︰';

const afterOne = charactersOf('元亩平公月季成倍个百点多余来几分角美欧日港零〇○');

/** Figures of one paragraph, in text order. */
export function lexFigures(paragraph: ParagraphFacts): readonly FigureToken[] {
  const text = paragraph.reading.text;
  const blanks = paragraph.blanks;
  const out: FigureToken[] = [];
  let blank = 0;
  let nextBlank = blanks[0]?.start ?? -1;
  const length = text.length;
  for (let i = 0; i < length; ) {
    while (nextBlank >= 0 && nextBlank < i) nextBlank = blanks[++blank]?.start ?? -1;
    if (i === nextBlank) {
      const end = masked(text, i, blanks, blank, out);
      i = Math.max(end, blanks[blank]!.end, i + 1);
      continue;
    }
    const kind = classes[text.charCodeAt(i)];
    if (kind === none) {
      i++;
      continue;
    }
    let end = i;
    if (kind === arabic) end = lexArabic(text, i, blanks, blank, out);
    else if (kind === han) end = lexHan(text, i, out);
    else if (kind === ordinal) end = lexOrdinal(text, i, out);
    else end = lexOther(text, i, out);
    i = end > i ? end : i + 1;
  }
  inheritInBrackets(text, out);
  inherit(text, out);
  return out;
}

/** A run of digits and masks around the mask `index`: 20*年, *.8%, XX亿元. */
function masked(text: string, start: number, blanks: readonly Span[], index: number, out: FigureToken[]): number {
  let end = start;
  let from = start;
  let next = index;
  for (;;) {
    const mask = blanks[next];
    if (mask !== undefined && mask.start === end) {
      end = mask.end;
      next++;
    } else if (
      isDigit(text.charCodeAt(end)) ||
      (text[end] === '.' && (isDigit(text.charCodeAt(end + 1)) || mask?.start === end + 1))
    )
      end++;
    else break;
  }
  while (
    from > 0 &&
    (isDigit(text.charCodeAt(from - 1)) || (text[from - 1] === '.' && from > 1 && isDigit(text.charCodeAt(from - 2))))
  )
    from--;
  const unit = readUnit(text, end);
  if (unit === undefined) return end;
  const last = out[out.length - 1];
  if (last !== undefined && last.end > from) out.pop();
  out.push(figure(from, unit.end, unit.kind, null, unit, { start: from, end }, 'arabic'));
  return unit.end;
}

function lexArabic(text: string, start: number, blanks: readonly Span[], blank: number, out: FigureToken[]): number {
  const nextBlank = blanks[blank]?.start ?? -1;
  const previous = text.charCodeAt(start - 1);
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  // Part of a name or a code: PM2.5, A4, COVID-19, GB/T 15835, 5G, 3D, 7×24, 2+2.
  if (
    (isLatin(previous) && !abbreviated(text, start)) ||
    previous === 95 ||
    (previous === 45 && isLatin(text.charCodeAt(start - 2)))
  )
    return skipCode(text, end);
  if (end === nextBlank || (text[end] === '.' && end + 1 === nextBlank))
    return Math.max(masked(text, nextBlank, blanks, blank, out), end);
  const numeral = arabicAt(text, start)!;
  end = numeral.end;
  const next = text[end] ?? '';
  if (
    '×+＋*'.includes(next) &&
    next !== '' &&
    (isDigit(text.charCodeAt(end + 1)) || text[end + 1] === 'N' || text[end + 1] === 'X')
  )
    return skipProduct(text, end);
  if ((previous === 0xd7 || previous === 43) && start > 1) return end;
  if (next === '.' || (numeral.value.exponent < 0 && (next === '-' || next === '/'))) {
    const date = dateAt(text, start);
    if (date !== undefined) return emitDate(date, out);
    if (next === '.' && isDigit(text.charCodeAt(end + 1))) return skipCode(text, end);
  }
  // 10-28 笔杆子素材库: the day that a web page bears
  if (next === '-' && end - start === 2 && isStamp(text, start)) return start + 5;
  if (numeral.value.exponent === 0 && end - start === 4 && (next === '-' || next === '/')) {
    const date = dateAt(text, start);
    if (date !== undefined) return emitDate(date, out);
  }
  if (next !== '' && ratioMarks.includes(next) && isDigit(text.charCodeAt(end + 1))) {
    const ratio = lexRatio(text, start, out);
    if (ratio > 0) return ratio;
  }
  if (next === '/' && numeral.value.exponent === 0 && end - start <= 2 && isDigit(text.charCodeAt(end + 1))) {
    const below = arabicAt(text, end + 1)!;
    if (below.value.exponent === 0 && below.value.compare(numeral.value) > 0 && below.end - end <= 3) {
      const value = numeral.value.times(Decimal.hundred).over(below.value, 0);
      return putShare(text, { start, end: below.end, value, script: 'arabic' }, out);
    }
    return below.end;
  }
  return lexNumber(text, start, numeral, out);
}

const monthAndDay = /(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=\s|$)/y;
function isStamp(text: string, start: number): boolean {
  if (start > 0 && text[start - 1] !== ' ' && text[start - 1] !== '\u3000') return false;
  monthAndDay.lastIndex = start;
  return monthAndDay.test(text);
}

/** GDP14.76亿元, CPI上涨2%: an abbreviation of two letters or more before an amount is an indicator, not part of a code. */
function abbreviated(text: string, start: number): boolean {
  if (!isLatin(text.charCodeAt(start - 2))) return false;
  const unit = readUnit(text, arabicAt(text, start)!.end);
  return (
    unit !== undefined &&
    (unit.kind === 'percent' || unit.dimension === 'money' || (unit.kind === 'quantity' && unit.exponent >= 4))
  );
}

function skipProduct(text: string, from: number): number {
  let end = from;
  while ('×+＋*'.includes(text[end] ?? '\n')) {
    end++;
    while (isDigit(text.charCodeAt(end)) || isLatin(text.charCodeAt(end))) end++;
  }
  // 3×100米: the unit belongs to the product, which is no figure
  return end;
}

/** 7.9∶40.5∶51.6 is a ratio, 8:30 a time. */
function lexRatio(text: string, start: number, out: FigureToken[]): number {
  const parts: Decimal[] = [];
  let at = start;
  for (;;) {
    const part = arabicAt(text, at);
    if (part === undefined) return 0;
    parts.push(part.value);
    at = part.end;
    if (!ratioMarks.includes(text[at] ?? '\n') || !isDigit(text.charCodeAt(at + 1))) break;
    at++;
  }
  // 目标：5 is not a ratio; two whole numbers with two digits after the colon are a time
  if (parts.length < 2) return 0;
  const [a, b] = parts as [Decimal, Decimal];
  const clock =
    parts.length === 2 &&
    a.exponent === 0 &&
    b.exponent === 0 &&
    a.compare(Decimal.of(24)) <= 0 &&
    text[at - 3] !== undefined &&
    ratioMarks.includes(text[at - 3]!) &&
    b.compare(Decimal.of(60)) < 0 &&
    // 师生比1∶15, 比例为1:12
    text[at - 3] !== '∶' &&
    !/比例?[为达到是约]*$/.test(text.slice(Math.max(0, start - 6), start));
  const kind: FigureKind = clock ? 'time' : 'ratio';
  const unit = unitAt(text, at);
  if (unit !== undefined && !clock && parts.length === 2 && text[start - 1] !== '为') return 0;
  const told = figure(start, at, kind, null, noUnit('none'), { start, end: at }, 'arabic');
  told.parts = parts;
  out.push(told);
  return at;
}

function lexHan(text: string, start: number, out: FigureToken[]): number {
  const c = text[start]!;
  if (c === '百' && text.startsWith('百分之', start)) return lexPercentWords(text, start, out);
  if (c === '千' && text.startsWith('千分之', start)) return start + 3;
  // 一 is an article nearly always: a figure only before these, or in a longer numeral
  if (c === '一') {
    const next = text.charCodeAt(start + 1);
    if (classes[next] !== han && !isIn(afterOne, next)) return start + 1;
  }
  const numeral = hanAt(text, start);
  const before = text[start - 1];
  if (numeral === undefined || before === '几' || before === '数' || guess(text, start, numeral.end)) {
    // 几十亿, 两三年, 一百几十: told only roughly
    let end = start;
    while (isHanNumeral(text.charCodeAt(end)) || text[end] === '几') end++;
    return end;
  }
  const end = numeral.end;
  // 三分之二, 近三分之一
  if (text.startsWith('分之', end)) {
    const above = numeralAt(text, end + 2);
    if (above !== undefined && numeral.value.sign > 0) {
      const value = above.value.times(Decimal.hundred).over(numeral.value, 0);
      return putShare(text, { start, end: above.end, value, script: 'han' }, out);
    }
    return end + 2;
  }
  if (
    text[end] === '成' &&
    end - start === 1 &&
    !numeral.bare &&
    text[start] !== '十' &&
    !'立员果为本都分功长绩就效了交型的群品'.includes(text[end + 1] ?? '\n')
  ) {
    const second = hanDigit(text.charCodeAt(end + 1));
    if (!(text[start] === '一' && '不'.includes(text[end + 1] ?? '\n'))) {
      const tenths =
        second > 0 ? new Decimal(numeral.value.coefficient * 10n + BigInt(second), 0) : numeral.value.shift(1);
      const stop = second > 0 ? end + 2 : end + 1;
      return putShare(
        text,
        { start, end: stop, value: tenths, numeral: { start, end }, script: 'han', unit: '成' },
        out,
      );
    }
  }
  if (text[start] === '一' && text[start + 1] === '半' && end === start + 1) return start; // told by 半
  return lexNumber(text, start, numeral, out);
}

/** 两三(年), 七八(个), 一百几十. */
function guess(text: string, start: number, end: number): boolean {
  if (text[end - 1] === '几') return text[end] === '十' || text[end] === '百';
  return end - start === 2 && hanDigit(text.charCodeAt(start)) > 0 && hanDigit(text.charCodeAt(start + 1)) > 0;
}

/** 66.3万平方米（幼儿园6.4万、小学24.3万）: in brackets behind an amount its unit is left out, and its scale is said again. */
function inheritInBrackets(text: string, figures: FigureToken[]): void {
  for (let i = 0; i + 1 < figures.length; i++) {
    const { kind, end, exponent, unit, base, dimension } = figures[i]!;
    if (kind !== 'quantity' || exponent < 4 || (text[end] !== '（' && text[end] !== '(')) continue;
    for (let j = i + 1; j < figures.length && figures[j]!.start - end <= longestBracket; j++) {
      const figure = figures[j]!;
      if (/[）)]/.test(text.slice(figures[j - 1]!.end, figure.start))) break;
      if (figure.kind === 'number' && figure.unit !== '' && figure.exponent === exponent)
        figures[j] = { ...figure, kind, unit, base, dimension };
    }
  }
}
const longestBracket = 120;

/** 12、15和16个: numbers without a unit take that of the next one in their list. */
function inherit(text: string, figures: FigureToken[]): void {
  for (let i = figures.length - 2; i >= 0; i--) {
    const figure = figures[i]!;
    if (figure.kind !== 'number' || figure.unit !== '') continue;
    const next = figures[i + 1]!;
    if (next.start - figure.end !== 1 || !'、和与及，'.includes(text[figure.end]!) || next.script !== figure.script)
      continue;
    if (next.kind !== 'quantity' && next.kind !== 'percent' && next.kind !== 'percentage-point' && next.kind !== 'year')
      continue;
    if (next.kind === 'year') {
      const n = Number(figure.value?.at(Math.min(figure.value.exponent, 0)) ?? 0n);
      if (figure.end - figure.start === 4 && n > 1000 && n < 3000)
        figures[i] = {
          ...figure,
          kind: 'year',
          unit: '年',
          base: '公历年',
          dimension: 'time',
          whole: true,
          date: { year: n },
        };
      continue;
    }
    figures[i] = {
      ...figure,
      kind: next.kind,
      unit: next.unit,
      base: next.base,
      exponent: next.exponent,
      dimension: next.dimension,
      whole: next.whole,
    };
  }
}
