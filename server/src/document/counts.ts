/**
 * Announced counts (讲五点意见, “三个转变”, 10月、11月两个月) of one paragraph, each with what the paragraph itself enumerates for it.
 */
import { classOf, DIGIT, isHan } from '../text/characters.ts';
import { parseHanInteger } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { clausesBefore, endsWith, listAfter, listBefore, type WordList } from './count-lists.ts';
import { countSigns, isNumeral, MEASURE, NOUN_END, NUMERAL, type Signs, STOP, stop, VERB } from './count-signs.ts';
import type { ParagraphFacts } from './facts.ts';
import { announcedNouns, announcingVerbs } from './lexicon/counting.ts';

/** A number with a measure word and, where it is known, the noun it counts. Offsets into the paragraph's reading. */
export interface CountToken extends Span {
  readonly value: number;
  /** Span of the numeral alone. */
  readonly number: Span;
  readonly noun: string;
  /** Stands in quotes: “三个转变”. */
  readonly quoted: boolean;
  /** Whether what it counts is of the kind that a speech enumerates. */
  readonly announcing: boolean;
  /** A slogan without a measure word (“三不”, “两增一降”): it proves nothing where another number of items follows. */
  readonly slogan: boolean;
  /** What the paragraph itself enumerates for it, in words. */
  readonly list: WordList | undefined;
}

/** 二、三项重点: the first number is the heading's own. */
const heads = /^\s{0,4}[一二三四五六七八九十]{1,3}、$/;

const nounReach = 14;

/** Counts of one paragraph, in text order. */
export function lexCounts(paragraph: ParagraphFacts): readonly CountToken[] {
  const { text } = paragraph.reading;
  const tokens: CountToken[] = [];
  const signs = countSigns();
  const { of } = signs;
  for (let i = 0; i < text.length; i++) {
    if ((of[text.charCodeAt(i)]! & NUMERAL) === 0) continue;
    let end = i + 1;
    while ((of[text.charCodeAt(end)]! & NUMERAL) !== 0) end++;
    // Nearly every number is followed by a unit, a date or another noun.
    const token =
      text.charCodeAt(end) === character && text[i - 1] === '”'
        ? charactersAt(text, i, end)
        : end - i > 3 || ((of[text.charCodeAt(end)]! & MEASURE) === 0 && !isQuote(text.charCodeAt(i - 1)))
          ? undefined
          : countAt(text, i, end, signs);
    if (token !== undefined) tokens.push(token);
    i = (token?.end ?? end) - 1;
  }
  return tokens;
}

/** 字. */
const character = 0x5b57;
/** The longest slogan whose characters are counted. */
const longestSlogan = 60;

/** “内培、优引、劣汰、特招”8字方针, “忠诚”“干净”“担当”六字: the characters in the quotes before it. */
function charactersAt(text: string, start: number, end: number): CountToken | undefined {
  const value = countedNumber(text, start, end);
  if (value === undefined) return undefined;
  const items: Span[] = [];
  let depth = 0;
  let at = start - 1;
  for (; at >= 0 && start - at <= longestSlogan; at--) {
    const mark = text[at]!;
    if (mark === '”') depth++;
    else if (mark === '“') {
      depth--;
      if (depth === 0 && text[at - 1] !== '”' && text[at - 1] !== '、') break;
    } else if (depth === 0 && mark !== '、') break;
    else if (isHan(text.charCodeAt(at))) items.unshift({ start: at, end: at + 1 });
    else if (!'、，；,; '.includes(mark)) return undefined;
  }
  if (depth !== 0 || items.length < 2 || start - at > longestSlogan) return undefined;
  const list: WordList = { items, way: 'back', certain: true };
  const number = { start, end };
  return { start, end: end + 1, value, number, noun: '字', quoted: false, announcing: false, slogan: false, list };
}

/** “ " ‘ 「 */
const isQuote = (code: number): boolean => code === 0x201c || code === 0x22 || code === 0x2018 || code === 0x300c;

/** A number that counts things, at which a count may begin: its value, and the measure word behind it. */
interface Counted {
  readonly value: number;
  readonly number: Span;
  readonly measure: string;
  /** Offset behind the measure word. */
  readonly after: number;
  /** An opening quote stands before the number. */
  readonly quoted: boolean;
}

function countAt(text: string, start: number, end: number, signs: Signs): CountToken | undefined {
  const value = countedNumber(text, start, end);
  if (value === undefined) return undefined;
  const measure = signs.measures.get(text.charCodeAt(end))?.find((m) => text.startsWith(m, end)) ?? '';
  const quoted = isQuote(text.charCodeAt(start - 1));
  if (measure === '') return quoted ? sloganAt(text, start, end, value, signs) : undefined;
  // 二十大以来, 十八大报告 name a congress.
  if (measure === '大' && value > 10) return undefined;
  const counted: Counted = { value, number: { start, end }, measure, after: end + measure.length, quoted };
  const noun = nounAfter(text, counted.after, measure, quoted, signs);
  if (noun !== undefined) return announcedCount(text, counted, noun, signs);
  if (needsNoNoun(text, counted)) {
    const close = measure === '步' ? counted.after + 1 : counted.after;
    return announcedCount(text, counted, close, signs);
  }
  return bareCount(text, counted, signs) ?? countBehindList(text, counted, signs);
}

/** The number between two offsets where it may count something: from 2 to 30, and no part of 第三, 2.5, 二、三产业, 三十多. */
function countedNumber(text: string, start: number, end: number): number | undefined {
  const before = text[start - 1] ?? '';
  if (before !== '' && '第几数.．每余多某近约/-—－~～%'.includes(before)) return undefined;
  if (before === '、' && isNumeral(text.charCodeAt(start - 2)) && !heads.test(text.slice(0, start))) return undefined;
  if (text[end] === '余' || text[end] === '多' || text[end] === '几') return undefined;
  const digits = text.slice(start, end);
  const arabic = (classOf(text.charCodeAt(start)) & DIGIT) !== 0;
  const value = !arabic ? parseHanInteger(digits) : /^\d+$/.test(digits) ? Number(digits) : undefined;
  return value === undefined || value < 2 || value > 30 ? undefined : value;
}

/** 三步走, 三点, 三者, 三个月, 三方面: counts that need no noun. */
const needsNoNoun = (text: string, { measure, after }: Counted): boolean =>
  (measure === '步' && text[after] === '走') ||
  (measure === '点' && !/^[的一多左钟半]/.test(text.slice(after, after + 1))) ||
  measure === '者' ||
  measure === '个月' ||
  measure.endsWith('方面');

/** A count of what speeches enumerate; `close` is where its noun ends. */
function announcedCount(text: string, counted: Counted, close: number, signs: Signs): CountToken {
  const { value, number, measure, after, quoted } = counted;
  const noun = text.slice(after, close);
  const back = listBefore(text, quoted ? number.start - 1 : number.start, value, quoted ? '' : measure, signs);
  const from = quoted && '”"’」'.includes(text[close] ?? '\0') ? behindSlogan(text, close + 1) : close;
  const pointing =
    !quoted && text[number.start - 1] === '这' ? clausesBefore(text, number.start - 1, '', signs) : undefined;
  const list = pointing ?? sure(back) ?? fitting(back, value) ?? listAfter(text, from, value, noun, signs) ?? back;
  return { start: number.start, end: close, value, number, noun, quoted, announcing: true, slogan: false, list };
}

/** 原因主要有三条：一是…; 今天的议程有三项。 下面讲四个“什么”。 */
function bareCount(text: string, { value, number, measure, after }: Counted, signs: Signs): CountToken | undefined {
  const { start } = number;
  if (!bareMeasures.includes(measure)) return undefined;
  const end = after + (quotedNoun.exec(text.slice(after, after + longestQuoted))?.[0].length ?? 0);
  if (!bareEnd.test(text.slice(end, end + 5))) return undefined;
  if (!announces(text.slice(Math.max(0, start - 12), start).replace(/[共计]$/, '有'))) return undefined;
  const list = fitting(listAfter(text, end, value, '', signs), value);
  return { start, end, value, number, noun: '', quoted: false, announcing: true, slogan: false, list };
}

/** What is counted, in quotation marks behind its measure word. */
const quotedNoun = /^[“"‘「][\u4e00-\u9fff]{1,8}[”"’」]/;
const longestQuoted = 10;

/** How many characters of what is counted belong to a count behind a list, at most. */
const longestCounted = 6;

/** 国能、延长、恒力三家: counted things without a noun of ours, where a list of words stands before them. */
function countBehindList(text: string, counted: Counted, signs: Signs): CountToken | undefined {
  const { value, number, measure, after, quoted } = counted;
  const back = listBefore(text, number.start, value, measure, signs);
  if (back === undefined) return undefined;
  const fits = back.items.length === value;
  let end = after;
  if (fits && (measure === '个' || measure === '大'))
    while (
      end < text.length &&
      end < after + longestCounted &&
      !stop.includes(text[end]!) &&
      !(end > after + 1 && behindNoun.includes(text[end]!))
    )
      end++;
  const list = fits ? { ...back, certain: false } : back;
  return { start: number.start, end, value, number, noun: '', quoted, announcing: false, slogan: false, list };
}

/** Measures with which a count may stand without a noun: 有三条：. */
const bareMeasures = '个项条件种类句步层关招';
/** What follows such a count where a list begins: a colon, or the end of the sentence. */
const bareEnd = /^(?:[：:。]|[，,](?:一[是要个]|第一|首先|[（(]一))/;

/** A list only where it has as many items as were announced. */
const fitting = (list: WordList | undefined, value: number): WordList | undefined =>
  list?.items.length === value ? list : undefined;

const sure = (list: WordList | undefined): WordList | undefined => (list?.certain === true ? list : undefined);

/** A slogan that counts without a measure word: “三不”, “两增一降”. Its number and its list need not be the same thing, so that it only ever fits. */
function sloganAt(text: string, start: number, end: number, value: number, signs: Signs): CountToken | undefined {
  let close = end;
  while (close <= end + 5 && isHan(text.charCodeAt(close))) close++;
  if (close === end || close > end + 5 || !'”"’」'.includes(text[close] ?? '\0')) return undefined;
  const word = text.slice(end, close);
  // 三年规划 counts years.
  if (/^[年月日周天时分度岁期届代]/.test(word)) return undefined;
  // 两增一降 counts two things.
  if (/[一二两三四五六七八九十]/.test(word.replaceAll(text.slice(start, end), ''))) return undefined;
  const from = behindSlogan(text, close + 1);
  const list = fitting(listAfter(text, from, value, word.length === 1 ? '' : word, signs), value);
  const told = /^[，,]?(?:即|就是|也就是|分别|包括|包含|涵盖|具体)|^[：:（(]/.test(text.slice(from, from + 4));
  const pointing = text[start - 2] === '这' ? clausesBefore(text, start - 2, word, signs) : undefined;
  return {
    start,
    end: close,
    value,
    number: { start, end },
    noun: '',
    quoted: true,
    announcing: told || text[from] === '。',
    slogan: true,
    list:
      pointing ??
      sure(fitting(listBefore(text, start - 1, value, '', signs), value)) ??
      (told || list?.items.every((item) => text.slice(item.start, item.end).includes(word[0]!)) ? list : undefined),
  };
}

/** What seldom stands inside the noun of a count: 三大行业拖累明显, 三个县完成较好. */
const behindNoun = '拖完增下占均都已为是的在将要和与及也就被把让使向对从比较累计同共分';

const sloganKind =
  /的?(?:总|工作|基本|具体)?(?:要求|原则|目标|任务|思路|标准|方针|机制|办法|做法|承诺|理念|部署|服务|行动|活动|工程|战略|制度|模式|精神|工作法)|(?:来|加以)?(?:概括|形容|总结|归纳|说明|表述)/y;

/** Where the words end that say what a slogan is: “四个必须”的要求. */
function behindSlogan(text: string, at: number): number {
  sloganKind.lastIndex = at;
  return sloganKind.test(text) ? sloganKind.lastIndex : at;
}

/** End of the noun that a count counts, or undefined where it is nothing that speeches enumerate. */
function nounAfter(text: string, from: number, measure: string, quoted: boolean, { of }: Signs): number | undefined {
  if (quoted)
    for (let j = from; j < from + 10 && j < text.length; j++) {
      if ('”"’」'.includes(text[j]!)) return j > from ? j : undefined;
      if (stop.includes(text[j]!)) return undefined;
    }
  // Anywhere else it is the end of 项目的.
  if (text.startsWith('目的', from)) return from + 2;
  let found: number | undefined;
  for (let j = from + 1; j <= from + nounReach && j <= text.length; j++) {
    // A verb or a conjunction ends the noun phrase: 三个城区和市开发区都完成了任务 counts 城区.
    const sign = of[text.charCodeAt(j - 1)]!;
    if ((sign & (j > from + 1 || measure.endsWith('方面') ? STOP | VERB : STOP)) !== 0) break;
    if ((sign & NOUN_END) === 0) continue;
    for (let length = Math.min(4, j - from); length >= 1; length--)
      if (
        announcedNouns.has(text.slice(j - length, j)) &&
        (length > 1 || j - length === from || text[j - length - 1] === '的')
      ) {
        // A one-character noun (事, 话, 关) must close its phrase.
        if (
          length === 1 &&
          !(j === text.length || stop.includes(text[j]!) || '来是就上中里即概形总作'.includes(text[j]!))
        )
          continue;
        found = j;
        break;
      }
    if (found === j) {
      // 四个方面的工作, 两项重点工作: the phrase may go on.
      const next = text.slice(j, j + 1);
      if (next !== '的' && !announcedNouns.has(text.slice(j, j + 2))) break;
    }
  }
  if (found === undefined && measure.endsWith('方面')) return from;
  return found;
}

/** Whether the words before a count announce it: 讲, 主要体现在, 抓好以下. */
export function announces(before: string): boolean {
  const verb = before.replace(/(?:以下|如下|这样|这|下面|下列|后)$/, '');
  return endsWith(verb, announcingVerbs) || endsWith(verb.replace(/[了出好]$/, ''), announcingVerbs);
}
