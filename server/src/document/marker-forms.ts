/** How markers are written, form by form: 一、 （一） 1. （1） ① 第一， 一是 首先 一个是 … */
import { classOf, HAN_DIGIT, isDigit, isHan, isSpace } from '../text/characters.ts';
import { parseHanInteger } from '../text/numerals.ts';
import type { MarkerForm, MarkerToken } from './tokens.ts';

/** What may follow a Chinese number in a run-in marker, and how firmly it marks: 一是 and 一要 are the usual ones, the others need a partner. */
const verbs = '是要则靠抓看曰须应来问';

/** What follows such a verb where number and verb are part of something else. */
const wordsWithNumbers: Readonly<Record<string, RegExp>> = {
  是: /^[一二三四五六七八九十][，,、。；;]/,
  要: /^[素件点务义]/,
  问: /^[三一询题答]/,
  来: /^[一二去到自]/,
};

/** Words after 第N that make it an attribute, not a marker: 第一要务, 第一书记, 第一时间, 第二产业, 第三方. */
const attributes =
  /^(?:要务|要义|要素|要件|书记|时间|责任|产业|季度|梯队|梯次|名|位|方|届|次|期|轮|批|年|月|天|日|周|线|手|桶|步|战|资源|动力|生产力|议题|项议|个月|位的|大|线|流|中学|小学|医院|人民|产|副|种|类|把手|一[把手])/;

/** Counting words between 第N and 是 or the comma: 第一组是, 第二句话是, 第三方面，. */
const units =
  /^(?:个方面|个问题|个环节|个关键[词字]|个词|个字|张牌|方面|个|组|句话|句|件事|件|项工作|项任务|项|点(?:意见|要求|希望|建议|体会|感受|想法|认识|启示)|点|条|步骤|步|类|种|板块|部分|层次|层|块|阶段)/;

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

export const isHanDigit = (code: number): boolean => (classOf(code) & HAN_DIGIT) !== 0;
/** （ ( and 〔, which some converters put in their place. */
export const isParen = (code: number): boolean => code === 0x28 || code === 0xff08 || code === 0x3014;
export const isCloseParen = (code: number): boolean => code === 0x29 || code === 0xff09 || code === 0x3015;

/** ①⑴⒈ ❶ ㈠. */
const isEnclosed = (code: number): boolean =>
  (code >= 0x2460 && code <= 0x249b) || (code >= 0x2776 && code <= 0x277f) || (code >= 0x3220 && code <= 0x3229);

/** Whether a year stands at an offset: 2025年. */
const yearAt = (text: string, at: number): boolean =>
  text[at + 4] === '年' && (text.startsWith('20', at) || text.startsWith('19', at)) && isDigit(text.charCodeAt(at + 2));

/** A place where a marker may begin, and what stands before it. */
interface Place {
  readonly text: string;
  readonly at: number;
  /** At the start of the paragraph. */
  readonly leading: boolean;
  /** The mark before it; '' at the start. */
  readonly before: string;
  /** At the start of a paragraph, or after a sentence, a semicolon, a colon, a blank where paragraphs were lost. */
  readonly strong: boolean;
}

const make = (
  { at, leading, before }: Place,
  end: number,
  form: MarkerForm,
  value: number,
  variant: string,
): MarkerToken => ({ start: at, end, form, value, variant, leading, before });

/** A comma is enough before a marker of which there are others. */
const firm = ({ strong, before }: Place): boolean => strong || before === '，' || before === ',';

/**
 * The marker that begins at an offset; undefined where none does. `before` is the mark before it, '' at the start of the paragraph.
 * Only asked where some marker's first character stands at a boundary.
 */
export function markerAt(text: string, at: number, leading: boolean, before: string): MarkerToken | undefined {
  const strong = leading || '。！？；：;:!?… ”」）)'.includes(before);
  const place: Place = { text, at, leading, before, strong };
  const code = text.charCodeAt(at);
  if (isParen(code)) return inParens(place);
  if (isEnclosed(code)) return enclosed(place);
  if (isDigit(code)) return digits(place);
  switch (text[at]) {
    case '第':
      return ordinal(place);
    // 头一条，…第二条，…
    case '头':
      return /^头一[条件点项][，,：:是]/.test(text.slice(at, at + 4)) ? ordinal(place) : undefined;
    case '其':
      return ordinalOfThem(place) ?? seriesWord(place);
    case '首':
    case '最':
      return seriesWord(place);
    case '再':
      return seriesWord(place) ?? another(place);
    case '另':
    case '还':
      return another(place);
    default:
      return hanNumber(place);
  }
}

/** （一） (1) 〔一〕. */
function inParens(place: Place): MarkerToken | undefined {
  const { text, at, leading, strong } = place;
  const code = text.charCodeAt(at);
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
  return make(place, end + 1, han ? 'han-paren' : 'digit-paren', value, code === 0x28 ? '()' : '（）');
}

/** ① ⑴ ❶ ㈠ ⒈. */
function enclosed(place: Place): MarkerToken | undefined {
  const { text, at, strong } = place;
  const code = text.charCodeAt(at);
  const value = circledValue(code);
  if (value > 0) {
    const variant = code < 0x2474 ? '①' : code < 0x2780 && code >= 0x2776 ? '❶' : code >= 0x3220 ? '㈠' : '⑴';
    return make(place, at + 1, 'circled', value, variant);
  }
  return strong && code >= 0x2488 && code <= 0x249b ? make(place, at + 1, 'digit', code - 0x2487, '⒈') : undefined;
}

/** 1. 1、 1）. */
function digits(place: Place): MarkerToken | undefined {
  const { text, at, leading, before, strong } = place;
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
  if (mark === ')' || mark === '）') return make(place, end + 1, 'digit-paren', value, ')');
  // `3、` amid 1、3、5 is a list of numbers; `1.` needs text behind it.
  if (mark !== '.' && mark !== '、' && !(leading && (mark === ',' || mark === '，'))) return undefined;
  if (mark === '、' && !leading && before === '、') return undefined;
  return make(place, end + 1, 'digit', value, mark);
}

/** 其一， 其二是. */
function ordinalOfThem(place: Place): MarkerToken | undefined {
  const { text, at } = place;
  const which = /^其([一二三四五六七八九十])(?:[，,、：:]|是[，,]?)/.exec(text.slice(at, at + 4));
  if (which === null || !firm(place)) return undefined;
  const [words, number] = which as unknown as readonly [string, string];
  return make(
    place,
    at + words.length,
    'ordinal',
    parseHanInteger(number)!,
    `其${words[2] === ',' ? '，' : words[2]!}`,
  );
}

/** 首先 其次 最后. 首先要建设的是 is an adverb as often as not: the outline wants a partner for it. */
function seriesWord(place: Place): MarkerToken | undefined {
  const { text, at } = place;
  for (const [word, value] of series)
    if (text.startsWith(word, at)) return firm(place) ? make(place, at + word.length, 'series', value, '') : undefined;
  return undefined;
}

const oneMore =
  /^(?:另外?一[个件种类条项方位点支头句](?:方面|事|话)?[是，,]|还有一[个件种类条项点句](?:方面|事|话)?(?:是|就是)|再一[个件种类条项点](?:就是|是|要)?)/;

/** 另一个是 还有一点就是. */
function another(place: Place): MarkerToken | undefined {
  const { text, at } = place;
  const words = oneMore.exec(text.slice(at, at + 10))?.[0];
  if (words === undefined) return undefined;
  const end = at + words.length;
  const comma = words.endsWith('是') && /[，,]/.test(text[end] ?? '') ? 1 : 0;
  return make(place, end + comma, 'pair', 0, words.replace(/[是，,要就]+$/, '').slice(-1));
}

/** 第一， 第一组是 第一部分 第一要. */
function ordinal(place: Place): MarkerToken | undefined {
  const { text, at, leading, strong } = place;
  let end = at + 1;
  while (isHanDigit(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end++;
  if (end === at + 1 || end > at + 5) return undefined;
  const number = text.slice(at + 1, end);
  const arabic = isDigit(number.charCodeAt(0));
  const value = arabic ? Number(number) : parseHanInteger(number);
  if (value === undefined || value < 1 || value > 99) return undefined;
  const rest = text.slice(end, end + 8);
  const chapter = leading ? /^(?:部分|章|节|编|篇|讲)(?=[\s：:，、 ]|$)/.exec(rest)?.[0] : undefined;
  if (chapter !== undefined) {
    const close = end + chapter.length;
    return make(place, /[：:、，]/.test(text[close] ?? '') ? close + 1 : close, 'heading', value, chapter);
  }
  const unit = units.exec(rest)?.[0] ?? '';
  const mark = text[end + unit.length] ?? '';
  if (mark !== '' && '，,、：:'.includes(mark)) return ordinalBeforeMark(place, end, unit, value);
  const found = ordinalThatIs(place, end, unit, value) ?? (leading ? namedOrdinal(place, end, value) : undefined);
  if (found !== undefined) return found;
  if (unit !== '' || attributes.test(rest) || number.length > 1 || arabic) return undefined;
  if (value === 1 && !(strong && goesOn.test(rest))) return undefined;
  // Bare 第三要盘活…: the continuation of a series, or of 第一要….
  return isHan(text.charCodeAt(end)) && firm(place) ? make(place, end, 'ordinal', value, '') : undefined;
}

/** 第一， 第二句话，. 第一、第二产业 and 第一、二、三 are lists of ordinals. */
function ordinalBeforeMark(place: Place, end: number, unit: string, value: number): MarkerToken | undefined {
  const { text } = place;
  const behind = end + unit.length;
  const mark = text[behind]!;
  if (
    mark === '、' &&
    /^第?[一二三四五六七八九十]/.test(text.slice(behind + 1, behind + 3)) &&
    !/^[一二三四五六七八九十]+(?:是|要|个|届|年|定)/.test(text.slice(behind + 1, behind + 5))
  )
    return undefined;
  if (unit === '个' || (unit !== '' && mark === '、') || !firm(place)) return undefined;
  return make(place, behind + 1, 'ordinal', value, `${unit}${mark === ',' ? '，' : mark}`);
}

/** 第一是 第二组就是; 第二项由副县长讲话 goes on with 第一项是传达文件. */
function ordinalThatIs(place: Place, end: number, unit: string, value: number): MarkerToken | undefined {
  const { text, strong } = place;
  const behind = end + unit.length;
  const verb = /^(?:就是|要是|是)[，,]?/.exec(text.slice(behind, behind + 3));
  if (verb !== null && !(unit === '' && !strong))
    return make(place, behind + verb[0].length, 'ordinal', value, unit === '' ? '是' : `${unit}是`);
  const agenda = unit === '项' && deedOfAgenda.test(text.slice(behind, behind + 2)) && firm(place);
  return agenda ? make(place, behind, 'ordinal', value, '项是') : undefined;
}

/** 第一种意识，…第二种意识，: only beside another of the same words. */
function namedOrdinal(place: Place, end: number, value: number): MarkerToken | undefined {
  const rest = place.text.slice(end, end + 8);
  const named = /^[个种类项条点件句道层块步大张把][\u4e00-\u9fff]{1,4}[，,：:]/.exec(rest)?.[0];
  if (named === undefined || /^个[月五季星]/.test(rest)) return undefined;
  const variant = `~${named.replace(/[,:]$/, (c) => (c === ',' ? '，' : '：'))}`;
  return make(place, end + named.length, 'ordinal', value, variant);
}

/** 一、 一是 一要 一个是. */
function hanNumber(place: Place): MarkerToken | undefined {
  const { text, at, leading } = place;
  let end = at;
  while (end < at + 4 && isHanDigit(text.charCodeAt(end))) end++;
  if (end === at || isHanDigit(text.charCodeAt(end))) return undefined;
  const value = parseHanInteger(text.slice(at, end));
  if (value === undefined || value < 1 || value > 99) return undefined;
  // 一　提高认识: a heading set apart by a blank; it wants a neighbour.
  if (leading && isSpace(text.charCodeAt(end)) && text.length <= bareHeading && bareHead.test(text.slice(end)))
    return make(place, end, 'han', value, '　');
  // 一 、提高认识
  if (leading && text[end + 1] === '、' && isSpace(text.charCodeAt(end))) end++;
  const mark = text[end] ?? '';
  if (mark === '、' || mark === '.') return hanHeading(place, end, value);
  if (leading && (mark === '，' || mark === ',') && value <= 20 && text.length > end + 4)
    return make(place, end + 1, 'han', value, '，');
  if (value === 1 && pairUnits.includes(mark) && mark !== '') return firstOfPair(place, end);
  return hanVerb(place, end, value);
}

/** 一、. 一、二、三产业, 一、二级 and 五、六十年代 are lists of numbers. */
function hanHeading(place: Place, end: number, value: number): MarkerToken | undefined {
  const { text, leading, strong } = place;
  const next = text.charCodeAt(end + 1);
  if (!strong || Number.isNaN(next) || (isDigit(next) && !leading)) return undefined;
  if (
    isHanDigit(next) &&
    /^[一二三四五六七八九十]+(?:[、和]|[产级类季线次等是]|年代|岁)/.test(text.slice(end + 1, end + 5))
  )
    return undefined;
  return make(place, end + 1, 'han', value, text[end]!);
}

/** 一个是 一方面是. */
function firstOfPair(place: Place, end: number): MarkerToken | undefined {
  const { text } = place;
  const pair = /^(?:[是叫为]|就是|方面是|[事话]是)/.exec(text.slice(end + 1, end + 4));
  if (pair === null) return undefined;
  const close = end + 1 + pair[0].length;
  return make(place, close + (/[，,]/.test(text[close] ?? '') ? 1 : 0), 'pair', 1, text[end]!);
}

/** 一是 二要 三希望, and no 一是一、二是二, 一要素, 一来二去, 三来一补. */
function hanVerb(place: Place, end: number, value: number): MarkerToken | undefined {
  const { text } = place;
  if (text.startsWith('希望', end)) return make(place, end + 2, 'verb', value, '希望');
  const mark = text[end] ?? '';
  if (mark === '' || !verbs.includes(mark)) return undefined;
  const after = text.slice(end + 1, end + 3);
  if (wordsWithNumbers[mark]?.test(after)) return undefined;
  const comma = (mark === '是' || mark === '要') && /^[，,]/.test(after) ? 1 : 0;
  return make(place, end + 1 + comma, 'verb', value, mark);
}
