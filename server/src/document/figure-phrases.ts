/** Figures told in words around them: 百分之四点五, 三分之二, 第十五届, 翻一番, 一半. */
import { Decimal } from '../text/decimal.ts';
import { hanDigit } from '../text/numerals.ts';
import { dashes, more, numeralAt } from './figure-numerals.ts';
import { type FigureKind, type FigureToken, figure, noUnit } from './figure-token.ts';
import { asUnit, doubling, percentSign, put, putShare } from './figure-units.ts';
import { unitAt } from './lexicon/units.ts';

export function lexPercentWords(text: string, start: number, out: FigureToken[]): number {
  const numeral = numeralAt(text, start + 3);
  if (numeral === undefined) return start + 3;
  let end = numeral.end;
  let digits = numeral.digits;
  if (more.includes(text[end] ?? '\n')) {
    digits = true;
    end++;
  }
  let upper: Decimal | undefined;
  if (dashes.includes(text[end] ?? '\n')) {
    // 百分之二十到三十
    const at = text.startsWith('百分之', end + 1) ? end + 4 : end + 1;
    const second = numeralAt(text, at);
    if (second !== undefined && unitAt(text, second.end) === undefined) {
      upper = second.value;
      end = second.end;
    }
  }
  const { value, script } = numeral;
  const unit = asUnit(percentSign, end, digits);
  return put(text, { start, end, value, upper, unit, numeral: { start: start + 3, end: numeral.end }, script }, out);
}

/** 第十五届, 第3位, 第三季度, 第一产业. */
export function lexOrdinal(text: string, start: number, out: FigureToken[]): number {
  const numeral = numeralAt(text, start + 1);
  if (numeral === undefined || numeral.bare) return start + 1;
  let end = numeral.end;
  let kind: FigureKind = 'ordinal';
  const c = text[end] ?? '';
  if (c === '届' || c === '次' || c === '批' || c === '期') kind = 'session';
  else if (c === '位' || c === '名') kind = 'rank';
  else if (c === '季' && text[end + 1] === '度') kind = 'quarter';
  else if (
    /(?:列|居|排名|排在|位于|位列|位居|名列|到)(?:全[省市国县区球]|全世界|世界)?$/.test(
      text.slice(Math.max(0, start - 6), start),
    )
  )
    kind = 'rank';
  const unit =
    kind === 'quarter'
      ? '季度'
      : kind === 'ordinal' || (kind === 'rank' && c !== '位' && c !== '名')
        ? (unitAt(text, end)?.text ?? '')
        : c;
  end += unit.length;
  const told = figure(
    start,
    end,
    kind,
    numeral.value,
    noUnit('other', unit),
    { start: start + 1, end: numeral.end },
    numeral.script,
  );
  told.whole = true;
  out.push(told);
  return end;
}

/** 翻一番, 翻了两番, 一半, 半数, 过半. */
export function lexOther(text: string, start: number, out: FigureToken[]): number {
  if (text[start] === '半') {
    const one = text[start - 1] === '一';
    const far = text[start - 1] === '过' || text[start - 1] === '近';
    if (
      one &&
      !'年天月个小日辈生数径路边'.includes(text[start + 1] ?? '\n') &&
      hanDigit(text.charCodeAt(start - 2)) < 0
    )
      return putShare(text, { start: start - 1, end: start + 1, value: Decimal.of(50), script: 'han' }, out);
    if (text[start + 1] === '数' || (far && !'年天月个百千'.includes(text[start + 1] ?? '\n'))) {
      const end = text[start + 1] === '数' ? start + 2 : start + 1;
      return putShare(text, { start, end, value: Decimal.of(50), script: 'han' }, out);
    }
    return start + 1;
  }
  const at = text[start + 1] === '了' ? start + 2 : start + 1;
  if (text[start + 1] === '番' && text[start + 2] !== '身') {
    const end = start + 2;
    const numeral = { start, end: start + 1 };
    put(text, { start, end, value: Decimal.one, unit: asUnit(doubling, end), numeral, script: 'han' }, out);
    return end;
  }
  const told = numeralAt(text, at);
  if (told === undefined || text[told.end] !== '番') return start + 1;
  const { value, script } = told;
  const end = told.end + 1;
  put(text, { start, end, value, unit: asUnit(doubling, end), numeral: { start: at, end: told.end }, script }, out);
  return end;
}
