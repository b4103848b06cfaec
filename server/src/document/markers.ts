/**
 * Candidates for structural markers in one paragraph: 一、 （一） 1. （1） ① 第一， 一是 首先 一个是 …
 * A candidate must stand at a boundary (paragraph start, after a mark); whether it structures the speech is decided by the outline, which sees all of them.
 */
import { CLAUSE_END, classOf, HAN_DIGIT, isDigit, isHan, isSpace, OPENER, SPACE } from '../text/characters.ts';
import { formatHanInteger, parseHanInteger } from '../text/numerals.ts';
import type { ParagraphFacts } from './facts.ts';
import type { MarkerForm, MarkerToken } from './tokens.ts';

/** What may follow a Chinese number in a run-in marker, and how firmly it marks: 一是 and 一要 are the usual ones, the others need a partner. */
const verbs: Readonly<Record<string, string>> = {
  是: '是',
  要: '要',
  则: '则',
  靠: '靠',
  抓: '抓',
  看: '看',
  曰: '曰',
  须: '须',
  应: '应',
  来: '来',
  问: '问',
};

/** Words after 第N that make it an attribute, not a marker: 第一要务, 第一书记, 第一时间, 第二产业, 第三方. */
const attributes =
  /^(?:要务|要义|要素|要件|书记|时间|责任|产业|季度|梯队|梯次|名|位|方|届|次|期|轮|批|年|月|天|日|周|线|手|桶|步|战|资源|动力|生产力|议题|项议|个月|位的|大|线|流|中学|小学|医院|人民|产|副|种|类|把手|一[把手])/;

/** Counting words between 第N and 是 or the comma: 第一组是, 第二句话是, 第三方面，. */
const units =
  /^(?:个方面|个问题|个环节|个关键[词字]|个词|个字|张牌|方面|个|组|句话|句|件事|件|项工作|项任务|项|点意见|点要求|点|条|步骤|步|类|种|板块|部分|层次|层|块|阶段)/;

/** What an agenda says of its 第N项 without 是. */
const deedOfAgenda = /^(?:[由请]|听取|传达|通报|宣读|宣布|表彰|颁奖|颁发|讨论|审议|表决|选举|签订|安排|举行)/;

/** A heading behind a number and a blank, and how long its line may be. */
const bareHead = /^[ \u3000]{1,4}[\u4e00-\u9fff“][^。；，]*$/;
const bareHeading = 40;

/** Words before which 第一 stands for 第一， : 第一要提高认识。第二要… */
const goesOn =
  /^(?:[要我就得须应把抓在从]|必须|坚持|加强|强化|突出|统一|狠抓|全力|深入|认真|严格|做好|搞好|抓好|明确|提高|落实|增强|思想|组织|措施|责任)/;

const series: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 0],
  ['最后', -1],
];
/** 一个是…另一个是…; 一件是…另一件是… : value 0 goes on with whatever is open. */
const pairUnits = '个件种类条项方位点支头句';

const circledValue = (code: number): number =>
  code >= 0x2460 && code <= 0x2473
    ? code - 0x245f
    : code >= 0x2776 && code <= 0x277f
      ? code - 0x2775
      : code >= 0x3220 && code <= 0x3229
        ? code - 0x321f
        : code >= 0x2474 && code <= 0x2487
          ? code - 0x2473
          : 0;

const isHanDigit = (code: number): boolean => (classOf(code) & HAN_DIGIT) !== 0;
/** （ ( and 〔, which some converters put in their place. */
const isParen = (code: number): boolean => code === 0x28 || code === 0xff08 || code === 0x3014;
const isCloseParen = (code: number): boolean => code === 0x29 || code === 0xff09 || code === 0x3015;

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
      token = unusual(text, i, code) ?? (starts ? (match(text, i, true, '') ?? broken(paragraph, i)) : undefined);
    else if (starts && (signs[text.charCodeAt(i - 1)]! & BOUNDARY) !== 0)
      token = match(text, i, false, boundaryBefore(text, i));
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
  for (const starter of '第首其再最另还（(〔零〇一二三四五六七八九十百0123456789')
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

/** Whether a year stands at an offset: 2025年. */
const yearAt = (text: string, at: number): boolean =>
  text[at + 4] === '年' && (text.startsWith('20', at) || text.startsWith('19', at)) && isDigit(text.charCodeAt(at + 2));

function match(text: string, at: number, leading: boolean, before: string): MarkerToken | undefined {
  const make = (end: number, form: MarkerForm, value: number, variant: string): MarkerToken => ({
    start: at,
    end,
    form,
    value,
    variant,
    leading,
    before,
  });
  const code = text.charCodeAt(at);
  // Strong: the start of a paragraph or after a sentence, a semicolon, a colon, a blank where paragraphs were lost.
  const strong = leading || '。！？；：;:!?… ”」）)'.includes(before);

  if (isParen(code)) {
    let begin = at + 1;
    if (leading && isSpace(text.charCodeAt(begin))) begin++;
    let end = begin;
    while (end < begin + 4 && (isHanDigit(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
    const inner = text.slice(begin, end);
    if (leading && isSpace(text.charCodeAt(end))) end++;
    if (inner === '' || !isCloseParen(text.charCodeAt(end)) || !strong) return undefined;
    if (code === 0x3014 && (!leading || text.charCodeAt(end) !== 0x3015)) return undefined;
    const han = isHanDigit(inner.charCodeAt(0));
    const value = han ? parseHanInteger(inner) : Number(inner);
    if (value === undefined || value < 1 || value > 99 || !/^(?:[^\d]+|\d+)$/.test(inner)) return undefined;
    return make(end + 1, han ? 'han-paren' : 'digit-paren', value, code === 0x28 ? '()' : '（）');
  }

  const circled = circledValue(code);
  if (circled > 0)
    return make(
      at + 1,
      'circled',
      circled,
      code < 0x2474 ? '①' : code < 0x2780 && code >= 0x2776 ? '❶' : code >= 0x3220 ? '㈠' : '⑴',
    );

  // ⒈⒉⒊
  if (code >= 0x2488 && code <= 0x249b) return strong ? make(at + 1, 'digit', code - 0x2487, '⒈') : undefined;

  if (isDigit(code)) {
    if (!strong) return undefined;
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    if (end - at > 2) return undefined;
    const value = Number(text.slice(at, end));
    // 1 、加强领导
    if (leading && text[end + 1] === '、' && isSpace(text.charCodeAt(end))) end++;
    const mark = text[end];
    const next = text.charCodeAt(end + 1);
    // 1.2025年工作回顾 is a heading, 1.2 and 1.2025 are figures.
    if (mark === undefined || Number.isNaN(next) || (isDigit(next) && !(leading && yearAt(text, end + 1))))
      return undefined;
    if (value === 0) return undefined;
    if (mark === ')' || mark === '）') return make(end + 1, 'digit-paren', value, ')');
    // `3、` amid 1、3、5 is a list of numbers; `1.` needs text behind it.
    if (mark !== '.' && mark !== '、' && !(leading && (mark === ',' || mark === '，'))) return undefined;
    if (mark === '、' && !leading && before === '、') return undefined;
    return make(end + 1, 'digit', value, mark);
  }

  if (code === 0x5176 /* 其 */) {
    const which = /^其([一二三四五六七八九十])(?:[，,、：:]|是[，,]?)/.exec(text.slice(at, at + 4));
    if (which !== null && (strong || before === '，' || before === ','))
      return make(
        at + which[0].length,
        'ordinal',
        parseHanInteger(which[1]!)!,
        `其${which[0][2] === ',' ? '，' : which[0][2]!}`,
      );
  }

  for (const [word, value] of series)
    if (text.startsWith(word, at)) {
      // 首先要建设的是 is an adverb as often as not: the outline wants a partner for it.
      if (!strong && before !== '，' && before !== ',') return undefined;
      return make(at + word.length, 'series', value, '');
    }

  if (code === 0x53e6 /* 另 */ || code === 0x8fd8 /* 还 */ || code === 0x518d /* 再 */) {
    const more =
      /^(?:另外?一[个件种类条项方位点支头句](?:方面|事|话)?[是，,]|还有一[个件种类条项点句](?:方面|事|话)?(?:是|就是)|再一[个件种类条项点](?:就是|是|要)?)/.exec(
        text.slice(at, at + 10),
      );
    return more === null
      ? undefined
      : make(
          at + more[0].length + (more[0].endsWith('是') && /[，,]/.test(text[at + more[0].length] ?? '') ? 1 : 0),
          'pair',
          0,
          more[0].replace(/[是，,要就]+$/, '').slice(-1),
        );
  }

  if (code === 0x7b2c /* 第 */) {
    let end = at + 1;
    while (isHanDigit(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
    if (end === at + 1 || end > at + 5) return undefined;
    const number = text.slice(at + 1, end);
    const value = isDigit(number.charCodeAt(0)) ? Number(number) : parseHanInteger(number);
    if (value === undefined || value < 1 || value > 99) return undefined;
    const rest = text.slice(end, end + 8);
    const chapter = /^(?:部分|章|节|编|篇|讲)(?=[\s：:，、 ]|$)/.exec(rest);
    if (leading && chapter !== null) {
      let close = end + chapter[0].length;
      if (/[：:、，]/.test(text[close] ?? '')) close++;
      return make(close, 'heading', value, chapter[0]);
    }
    const unit = units.exec(rest)?.[0] ?? '';
    const behind = end + unit.length;
    const mark = text[behind] ?? '';
    if ('，,、：:'.includes(mark) && mark !== '') {
      // 第一、第二产业 and 第一、二、三 are lists of ordinals.
      if (
        mark === '、' &&
        /^第?[一二三四五六七八九十]/.test(text.slice(behind + 1, behind + 3)) &&
        !/^[一二三四五六七八九十]+(?:是|要|个|届|年|定)/.test(text.slice(behind + 1, behind + 5))
      )
        return undefined;
      if (unit === '个' || (unit !== '' && mark === '、')) return undefined;
      if (!strong && before !== '，' && before !== ',') return undefined;
      return make(behind + 1, 'ordinal', value, `${unit}${mark === ',' ? '，' : mark}`);
    }
    const verb = /^(?:就是|要是|是)[，,]?/.exec(text.slice(behind, behind + 3));
    if (verb !== null && !(unit === '' && !strong))
      return make(behind + verb[0].length, 'ordinal', value, unit === '' ? '是' : `${unit}是`);
    // 第二项由副县长讲话 goes on with 第一项是传达文件.
    if (
      unit === '项' &&
      deedOfAgenda.test(text.slice(behind, behind + 2)) &&
      (strong || before === '，' || before === ',')
    )
      return make(behind, 'ordinal', value, '项是');
    // 第一种意识，…第二种意识，: only beside another of the same words.
    const named = leading ? /^[个种类项条点件句道层块步大张把][\u4e00-\u9fff]{1,4}[，,：:]/.exec(rest) : null;
    if (named !== null && !/^个[月五季星]/.test(rest))
      return make(
        end + named[0].length,
        'ordinal',
        value,
        `~${named[0].replace(/[,:]$/, (c) => (c === ',' ? '，' : '：'))}`,
      );
    if (unit !== '' || attributes.test(rest) || number.length > 1 || isDigit(number.charCodeAt(0))) return undefined;
    if (value === 1 && !(strong && goesOn.test(rest))) return undefined;
    // Bare 第三要盘活…: the continuation of a series, or of 第一要….
    if (!isHan(text.charCodeAt(end)) || !(strong || before === '，' || before === ',')) return undefined;
    return make(end, 'ordinal', value, '');
  }

  // A Chinese number: 一、 一是 一要 一个是.
  let end = at;
  while (end < at + 4 && isHanDigit(text.charCodeAt(end))) end++;
  if (end === at || isHanDigit(text.charCodeAt(end))) return undefined;
  const value = parseHanInteger(text.slice(at, end));
  if (value === undefined || value < 1 || value > 99) return undefined;
  // 一　提高认识: a heading set apart by a blank; it wants a neighbour.
  if (leading && isSpace(text.charCodeAt(end)) && text.length <= bareHeading && bareHead.test(text.slice(end)))
    return make(end, 'han', value, '　');
  // 一 、提高认识
  if (leading && text[end + 1] === '、' && isSpace(text.charCodeAt(end))) end++;
  const mark = text[end] ?? '';
  if (mark === '、' || mark === '.') {
    if (!strong) return undefined;
    // 一、二、三产业 and 一、二级 are lists of numbers.
    const next = text.charCodeAt(end + 1);
    if (Number.isNaN(next) || (isDigit(next) && !leading)) return undefined;
    if (isHanDigit(next) && /^[一二三四五六七八九十]+(?:[、和]|[产级类季线次等是])/.test(text.slice(end + 1, end + 5)))
      return undefined;
    return make(end + 1, 'han', value, mark);
  }
  if (leading && (mark === '，' || mark === ',') && value <= 20 && text.length > end + 4)
    return make(end + 1, 'han', value, '，');
  if (value === 1 && pairUnits.includes(mark) && mark !== '') {
    const pair = /^(?:[是叫为]|就是|方面是|[事话]是)/.exec(text.slice(end + 1, end + 4));
    if (pair === null) return undefined;
    const close = end + 1 + pair[0].length;
    return make(close + (/[，,]/.test(text[close] ?? '') ? 1 : 0), 'pair', 1, mark);
  }
  if (text.startsWith('希望', end)) return make(end + 2, 'verb', value, '希望');
  const verb = verbs[mark];
  if (verb === undefined) return undefined;
  // 一是一、二是二; 一要素
  const after = text.slice(end + 1, end + 3);
  if (mark === '是' && /^[一二三四五六七八九十][，、。；,;]/.test(after)) return undefined;
  if (mark === '要' && /^[素件点务义]/.test(after)) return undefined;
  // 一来二去, 三来一补
  if (mark === '问' && /^[三一询题答]/.test(after)) return undefined;
  if (mark === '来' && /^[一二去到自]/.test(after)) return undefined;
  const comma = mark === '是' || mark === '要' ? /^[，,]/.test(after) : false;
  return make(end + 1 + (comma ? 1 : 0), 'verb', value, verb);
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
