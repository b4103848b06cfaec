/**
 * Candidates for structural markers in one paragraph: 一、 （一） 1. （1） ① 第一， 一是 首先 一个是 …
 * A candidate must stand at a boundary (paragraph start, after a mark); whether it structures the speech is decided by the outline, which sees all of them.
 */
import { CLAUSE_END, classOf, isDigit, isHan, isSpace, OPENER, SPACE } from '../text/characters.ts';
import { formatHanInteger, parseHanInteger } from '../text/numerals.ts';
import type { ParagraphFacts } from './facts.ts';
import { isCloseParen, isHanDigit, isParen, markerAt } from './marker-forms.ts';
import type { MarkerForm, MarkerToken } from './tokens.ts';

export function lexMarkers(paragraph: ParagraphFacts): readonly MarkerToken[] {
  const text = paragraph.reading.text;
  const tokens: MarkerToken[] = [];
  let at = 0;
  // “一、…”, and ## 一、 or **一、** where Markdown's marks were left in a plain text.
  const marks = /^(?:#{1,6} ?|\*\*)(?=[一二三四五六七八九十第（(\d])/.exec(text);
  if (marks !== null) at = marks[0].length;
  while (at < text.length && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 0x201c)) at++;
  const opening = at;
  signs ??= makeSigns();
  for (let i = opening; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const starts = (signs[code]! & STARTS) !== 0;
    let token: MarkerToken | undefined;
    if (i === opening)
      token = unusual(text, i, code) ?? (starts ? (markerAt(text, i, true, '') ?? broken(paragraph, i)) : undefined);
    else if (starts && (signs[text.charCodeAt(i - 1)]! & BOUNDARY) !== 0)
      token = markerAt(text, i, false, boundaryBefore(text, i));
    if (token === undefined) continue;
    tokens.push(
      token.form === 'pair' && token.value === 1 && goesOnFrom(text, tokens, token) ? { ...token, value: 0 } : token,
    );
    i = token.end - 1;
  }
  return tokens;
}

/** Whether 一个是 comes a second time: 一个是北线，一个是南线. Behind 另一个是 it begins another list. */
function goesOnFrom(text: string, tokens: readonly MarkerToken[], { start, variant }: MarkerToken): boolean {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const before = tokens[i]!;
    if (before.form !== 'pair') continue;
    return before.variant === variant && start - before.end <= pairReach && text[before.start] === '一';
  }
  return false;
}
/** How far apart two of a pair may stand, in characters. */
const pairReach = 200;

/** Latin letters and Roman numerals before a mark: A. a、 Ⅱ、 III. */
const lettered = /^(?:([A-HJ-UWYZ])|([a-hj-uwyz])|(I{1,3}|IV|VI{0,3}|IX))[.．、)）]\s?(?=[\u4e00-\u9fff“《])/;
/** 1.2 加强管理, 1.2.3: the levels of a report. */
const levelled = /^((?:\d{1,2}[.．]){1,2})(\d{1,2})(?:[、.．]\s?|\s|)(?=[\u4e00-\u9fff“《])/;
/** Words that are counted, not headed: 1.2亿元, 1.1倍, 6.1儿童节. */
const measured =
  /^(?:[亿万千百元倍吨米亩度版级个点时]|公里|公顷|平方|立方|左右|以上|以下|[儿护教建国植]\S?节|地震|号线|版本)/;
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** 壹、 above 一、, as reports in Traditional characters divide themselves; 陆、海、空 is a list of words. */
const formalHeading = /^([壹贰叁肆伍陆柒捌玖]|拾[壹贰叁肆伍]?)[、.．][ ]?(?=[\u4e00-\u9fff“《「])(?!.{1,2}[、和与])/;
const formalDigits = '壹贰叁肆伍陆柒捌玖拾';
const longestFormal = 60;

/** A marker at the start of a paragraph that official papers do not use but drafts have: A. Ⅱ、 1.2. All but Ⅱ and 壹 need a neighbour (nesting.ts). */
function unusual(text: string, at: number, code: number): MarkerToken | undefined {
  const make = (length: number, form: MarkerForm, value: number, variant: string): MarkerToken => ({
    start: at,
    end: at + length,
    form,
    value,
    variant,
    leading: true,
    before: '',
  });
  if (isDigit(code)) {
    const found = levelled.exec(text.slice(at, at + 12));
    if (found === null || measured.test(text.slice(at + found[0].length, at + found[0].length + 4))) return undefined;
    const value = Number(found[2]);
    if (value === 0) return undefined;
    const prefix = found[1]!.replace(/．/g, '.');
    return make(found[0].trimEnd().length, prefix.length > 3 ? 'circled' : 'digit-paren', value, prefix);
  }
  if (formalDigits.includes(text.charAt(at))) {
    const formal = text.length - at <= longestFormal ? formalHeading.exec(text.slice(at, at + 8)) : null;
    const value = formal === null ? undefined : parseHanInteger(formal[1]!);
    return value === undefined ? undefined : make(formal![0].trimEnd().length, 'heading', value, '壹');
  }
  if (code >= 0x2160 && code <= 0x216b)
    return /^[、.．，,]\s?[\u4e00-\u9fff“《]/.test(text.slice(at + 1, at + 4))
      ? make(2, 'han', code - 0x215f, 'Ⅰ')
      : undefined;
  if (code < 0x41 || code > 0x7a) return undefined;
  const found = lettered.exec(text.slice(at, at + 8));
  if (found === null) return undefined;
  const length = found[0].trimEnd().length;
  if (found[3] !== undefined) return make(length, 'han', romans.indexOf(found[3]) + 1, 'I');
  return found[1] !== undefined ? make(length, 'digit', code - 0x40, 'A') : make(length, 'circled', code - 0x60, 'a');
}

/** Words that a number is part of, with no bracket between: （三年来 （四大行动 （一是. */
const countedOn =
  /^(?:[年月日号个届次期批级季件位名条种类则线流是]|大(?![力胆抓兴干])|项(?!目)|点(?!面)|方(?![案式法向]))/;
const tens = '一二三四五六七八九十';

/** A marker at the start of a paragraph that lost one of its brackets: （一夯实基础, 一）夯实基础. */
function broken({ reading: { text }, brackets }: ParagraphFacts, at: number): MarkerToken | undefined {
  const open = isParen(text.charCodeAt(at));
  const start = open ? at + 1 : at;
  let end = start;
  while (end < start + 3 && tens.includes(text.charAt(end) || ' ')) end++;
  const han = end > start;
  while (!han && end < start + 2 && isDigit(text.charCodeAt(end))) end++;
  if (end === start || (!open && !han)) return undefined;
  const next = text.charCodeAt(end);
  if (open) {
    const words = text.slice(end, end + 4);
    if (!isHan(next) || (isHanDigit(next) && words !== '千方百计') || countedOn.test(words)) return undefined;
  } else if (!isCloseParen(next)) return undefined;
  const lost = open ? at : end;
  if (!brackets.lonely.some((mark) => mark.at === lost && mark.kind === 'round')) return undefined;
  const number = text.slice(start, end);
  const value = han ? parseHanInteger(number) : Number(number);
  if (value === undefined || value < 1 || value > 30) return undefined;
  return {
    start: at,
    end: open ? end : end + 1,
    form: han ? 'han-paren' : 'digit-paren',
    value,
    variant: text.charCodeAt(lost) < 0x80 ? '()' : '（）',
    leading: true,
    before: '',
  };
}

/** What a code unit may be at a marker, one bit each. */
const STARTS = 1;
const BOUNDARY = 2;

/**
 * First characters of a marker, but for those that only begin a paragraph; and what a marker may begin after: a mark that ends a clause, an opening
 * quote, a dash, a blank. 、 is checked apart.
 */
function makeSigns(): Uint8Array {
  const table = new Uint8Array(65536);
  for (const starter of '第头首其再最另还（(〔零〇一二三四五六七八九十百0123456789')
    table[starter.charCodeAt(0)] = STARTS;
  // ①⑴⒈ ❶ ㈠
  table.fill(STARTS, 0x2460, 0x249c);
  table.fill(STARTS, 0x2776, 0x2780);
  table.fill(STARTS, 0x3220, 0x322a);
  for (let code = 0; code < 0x10000; code++) {
    // Marks stand in the first block, among the general and the Chinese ones, and among the full-width forms.
    if (code === 0x100) code = 0x2000;
    else if (code === 0x2070) code = 0x3000;
    else if (code === 0x3020) code = 0xff00;
    if ((classOf(code) & (CLAUSE_END | OPENER | SPACE)) !== 0) table[code]! |= BOUNDARY;
  }
  for (const mark of '、—”）)') table[mark.charCodeAt(0)]! |= BOUNDARY;
  return table;
}
/** Made with the first paragraph. */
let signs: Uint8Array | undefined;

/** The mark before a candidate; blanks and opening quotes are looked through. */
function boundaryBefore(text: string, at: number): string {
  let i = at - 1;
  while (i > 0 && (isSpace(text.charCodeAt(i)) || text.charCodeAt(i) === 0x201c)) i--;
  const mark = text[i]!;
  return isSpace(text.charCodeAt(at - 1)) && isHan(mark.charCodeAt(0)) ? ' ' : mark;
}

/** 唯一是, 统一要, 排名第三、: no marker begins inside a word. */
const wordEnds = '退进连周期初高大老唯统第之单专划万进同逐合惟有其某每这那不归为名居列排省市县国全约近';
const numeral = /[一二三四五六七八九十]+|\d+/;

/**
 * The marker of number `due` in a list that goes on with `token`, where it stands in `text` from `from` to `to` with no mark before it: line breaks were
 * lost behind a heading (形势严峻一是…。二是…). Undefined where there is none, or more than one place for it.
 */
export function lostMarker(
  text: string,
  from: number,
  to: number,
  token: MarkerToken,
  marker: string,
  due: number,
): MarkerToken | undefined {
  if (due < 1 || due > 20) return undefined;
  const number = numeral.exec(marker)?.[0];
  if (number === undefined) return undefined;
  const word = marker.replace(number, isDigit(number.charCodeAt(0)) ? String(due) : formatHanInteger(due)!);
  const bracketed = !isHan(word.charCodeAt(0));
  let found = -1;
  for (let at = text.indexOf(word, from); at >= 0 && at < to; at = text.indexOf(word, at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (!isHan(before) || isHanDigit(before)) continue;
    if (!bracketed && wordEnds.includes(text[at - 1]!)) continue;
    // 一是一、二是二
    if (isHanDigit(text.charCodeAt(at + word.length))) continue;
    if (found >= 0) return undefined;
    found = at;
  }
  return found < 0
    ? undefined
    : { ...token, start: found, end: found + word.length, value: due, leading: false, before: ' ' };
}
