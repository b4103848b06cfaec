/**
 * Announced counts (讲五点意见, “三个转变”, 10月、11月两个月) of one paragraph, each with what the paragraph itself enumerates for it.
 */
import { classOf, DIGIT, isHan } from '../text/characters.ts';
import { parseHanInteger } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { endsWith, listAfter, listBefore, type WordList } from './count-lists.ts';
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
      end - i > 3 || ((of[text.charCodeAt(end)]! & MEASURE) === 0 && !isQuote(text.charCodeAt(i - 1)))
        ? undefined
        : countAt(text, i, end, signs);
    if (token !== undefined) tokens.push(token);
    i = (token?.end ?? end) - 1;
  }
  return tokens;
}

/** “ " ‘ 「 */
const isQuote = (code: number): boolean => code === 0x201c || code === 0x22 || code === 0x2018 || code === 0x300c;

function countAt(text: string, start: number, end: number, signs: Signs): CountToken | undefined {
  const before = text[start - 1] ?? '';
  if ('第几数.．每余多某近约/-—－~～%'.includes(before) && before !== '') return undefined;
  // 二、三产业: a list of numbers, not a count.
  if (before === '、' && isNumeral(text.charCodeAt(start - 2)) && !heads.test(text.slice(0, start))) return undefined;
  const digits = text.slice(start, end);
  const value =
    (classOf(text.charCodeAt(start)) & DIGIT) !== 0
      ? /^\d+$/.test(digits)
        ? Number(digits)
        : undefined
      : parseHanInteger(digits);
  if (value === undefined || value < 2 || value > 30) return undefined;
  let after = end;
  if (text[after] === '余' || text[after] === '多' || text[after] === '几') return undefined;
  const measure = signs.measures.get(text.charCodeAt(after))?.find((m) => text.startsWith(m, after)) ?? '';
  const quoted = isQuote(text.charCodeAt(start - 1));
  if (measure === '') return quoted ? sloganAt(text, start, end, value, signs) : undefined;
  // 二十大以来, 十八大报告 name a congress.
  if (measure === '大' && value > 10) return undefined;
  after += measure.length;
  const noun = nounAfter(text, after, measure, quoted, signs);
  if (
    noun === undefined &&
    !(measure === '步' && text[after] === '走') &&
    !(measure === '点' && !/^[的一多左钟半]/.test(text.slice(after, after + 1))) &&
    measure !== '者' &&
    measure !== '个月' &&
    !measure.endsWith('方面')
  ) {
    // 原因主要有三条：一是…; 今天的议程有三项。
    if (
      bareMeasures.includes(measure) &&
      bareEnd.test(text.slice(after, after + 5)) &&
      announces(text.slice(Math.max(0, start - 12), start).replace(/[共计]$/, '有'))
    )
      return {
        start,
        end: after,
        value,
        number: { start, end },
        noun: '',
        quoted: false,
        announcing: true,
        slogan: false,
        list: fitting(listAfter(text, after, value, '', signs), value),
      };
    // 三级, 四家: counted things without a noun of ours; a list of words may still stand before them.
    const back = listBefore(text, start, value, measure, signs);
    if (back === undefined) return undefined;
    let close = after;
    while (
      close < text.length &&
      close < after + 6 &&
      !stop.includes(text[close]!) &&
      !(close > after + 1 && behindNoun.includes(text[close]!)) &&
      back.items.length === value
    )
      close++;
    return {
      start,
      end: measure === '个' || measure === '大' ? close : after,
      value,
      number: { start, end },
      noun: '',
      quoted,
      announcing: false,
      slogan: false,
      list: back.items.length === value ? { ...back, certain: false } : back,
    };
  }
  const close = noun ?? (measure === '步' ? after + 1 : after);
  const back = listBefore(text, quoted ? start - 1 : start, value, quoted ? '' : measure, signs);
  const list =
    sure(back) ??
    fitting(back, value) ??
    listAfter(
      text,
      quoted && '”"’」'.includes(text[close] ?? '\0') ? behindSlogan(text, close + 1) : close,
      value,
      text.slice(after, close),
      signs,
    ) ??
    back;
  return {
    start,
    end: close,
    value,
    number: { start, end },
    noun: text.slice(after, close),
    quoted,
    announcing: true,
    slogan: false,
    list,
  };
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
    if ((sign & (j > from + 1 ? STOP | VERB : STOP)) !== 0) break;
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
