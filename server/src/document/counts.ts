/**
 * Announced counts (讲五点意见, “三个转变”, 10月、11月两个月) and what the text enumerates for them. In a paragraph: lists of words before or after
 * the count, parallel clauses. In the whole draft: the lists of the outline. A count is checked only where the enumeration is certain.
 */
import { classOf, DIGIT, HAN_DIGIT, isHan, numerals } from '../text/characters.ts';
import { parseHanInteger } from '../text/numerals.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { Paragraph } from './document.ts';
import type { ParagraphFacts } from './facts.ts';
import { announcedNouns, announcingVerbs, listVerbs, measures, verbEndings } from './lexicon/counting.ts';
import type { Enumeration, Outline } from './outline.ts';

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

/** Items found beside a count. */
export interface WordList {
  readonly items: readonly Span[];
  /** `back`: A、B两个方面; `forward`: 两个方面，即A、B; `clauses`: 凡是…；凡是…. */
  readonly way: 'back' | 'forward' | 'clauses';
  /** Whether the items are so clearly the list that another number than theirs is wrong. */
  readonly certain: boolean;
}

export type CountVerdict = 'ok' | 'mismatch' | 'unsure';

/** An announced count held against its enumeration. The span is the announcement's. */
export interface CountCheck extends Span {
  readonly announced: number;
  readonly number: Span;
  readonly items: readonly Span[];
  readonly verdict: CountVerdict;
  readonly note: string;
  readonly paragraph: Paragraph;
  readonly way: WordList['way'] | 'outline';
  /** The list of the outline it announces. */
  readonly enumeration: Enumeration | undefined;
  /** Short at the end of what is written: the next sentence could still mend it. */
  readonly open: boolean;
}

/** 二、三项重点: the first number is the heading's own. */
const heads = /^\s{0,4}[一二三四五六七八九十]{1,3}、$/;

const nounReach = 14;
const stop = '，。；：、！？,;:!?（）()“”"《》【】…\n 　';

const isNumeral = (code: number): boolean => (classOf(code) & (HAN_DIGIT | DIGIT)) !== 0;

/** What a code unit may be in a count and its list, one bit each. */
const MEASURE = 1; // begins a measure word
const STOP = 2;
const VERB = 4; // ends the noun phrase of a count: 了, 都, 和
const NOUN_END = 8; // ends a noun that is announced
const OPENS = 16;
const CLOSES = 32;
const CLAUSE = 64;
const JOINT = 128; // between the words of a list
const MARK = 256; // between its clauses
const SENTENCE = 512;
const NUMERAL = 1024;

interface Signs {
  readonly of: Uint16Array;
  /** Measure words by their first character. */
  readonly measures: ReadonlyMap<number, readonly string[]>;
}

/** Made with the first paragraph. */
function makeSigns(): Signs {
  const of = new Uint16Array(65536);
  const set = (characters: string, bit: number): void => {
    for (let i = 0; i < characters.length; i++) of[characters.charCodeAt(i)]! |= bit;
  };
  set(stop, STOP);
  set('了都和与及是在把被让就也又将于', VERB);
  set('“《（(‘「', OPENS);
  set('”》）)’」', CLOSES);
  set('，；：。！？,;:!?\n', CLAUSE);
  set('、和与及以', JOINT);
  set('，,；;、', MARK);
  set('。！？!?', SENTENCE);
  set(numerals, NUMERAL);
  for (const noun of announcedNouns) of[noun.charCodeAt(noun.length - 1)]! |= NOUN_END;
  const byFirst = new Map<number, string[]>();
  for (const measure of measures) {
    const first = measure.charCodeAt(0);
    of[first]! |= MEASURE;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [measure]);
    else known.push(measure);
  }
  return { of, measures: byFirst };
}
let made: Signs | undefined;

/** Counts of one paragraph, in text order. */
export function lexCounts(paragraph: ParagraphFacts): readonly CountToken[] {
  const { text } = paragraph.reading;
  const tokens: CountToken[] = [];
  made ??= makeSigns();
  const { of } = made;
  for (let i = 0; i < text.length; i++) {
    if ((of[text.charCodeAt(i)]! & NUMERAL) === 0) continue;
    let end = i + 1;
    while ((of[text.charCodeAt(end)]! & NUMERAL) !== 0) end++;
    // Nearly every number is followed by a unit, a date or another noun.
    const token =
      end - i > 3 || ((of[text.charCodeAt(end)]! & MEASURE) === 0 && !isQuote(text.charCodeAt(i - 1)))
        ? undefined
        : countAt(text, i, end, made);
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
      announces(text.slice(Math.max(0, start - 12), start))
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
  const list =
    listBefore(text, quoted ? start - 1 : start, value, quoted ? '' : measure, signs) ??
    listAfter(
      text,
      quoted && '”"’」'.includes(text[close] ?? '\0') ? behindSlogan(text, close + 1) : close,
      value,
      text.slice(after, close),
      signs,
    );
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

/** Splits text at 、 and at a last 和/与/及; quotes, brackets and book titles are opaque. Undefined where the separators are of several kinds. */
function splitWords(
  text: string,
  start: number,
  end: number,
  { of }: Signs,
): { items: Span[]; canonical: boolean; commas: number } | undefined {
  const items: Span[] = [];
  let depth = 0;
  let from = start;
  let commas = 0;
  let joined = false;
  let canonical = true;
  for (let i = start; i < end; i++) {
    const sign = of[text.charCodeAt(i)]!;
    if ((sign & (OPENS | CLOSES | JOINT)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) !== 0) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const mark = text[i]!;
    const joint =
      mark === '、'
        ? 1
        : mark === '和' || mark === '与' || mark === '及'
          ? 1
          : mark === '以' && text[i + 1] === '及'
            ? 2
            : 0;
    if (joint === 0 || i === from || i + joint >= end) continue;
    // 和平, 与会, 普及: part of a word.
    if (
      mark !== '、' &&
      (/^(?:和平|和谐|和睦|和美|与会|与时|与众|及时|及早|及格)/.test(text.slice(i, i + 2)) ||
        /[共饱总普涉以参温中缓]/.test(text[i - 1]!))
    )
      continue;
    if (mark === '、') {
      commas++;
      if (joined) canonical = false;
    } else {
      if (joined) canonical = false;
      joined = true;
    }
    items.push({ start: from, end: i });
    from = i + joint;
    i += joint - 1;
  }
  if (items.length === 0) return undefined;
  items.push({ start: from, end });
  return { items, canonical, commas };
}

/** A list of words right before a count: 国能、延长、恒力三个集群; 产业和就业是…的两个关键因素. */
function listBefore(text: string, end: number, value: number, measure: string, signs: Signs): WordList | undefined {
  const { of } = signs;
  let start = end;
  let joints = 0;
  for (; start > 0 && end - start < 120; start--) {
    const sign = of[text.charCodeAt(start - 1)]!;
    if ((sign & CLAUSE) !== 0) break;
    joints |= sign & JOINT;
  }
  if (joints === 0 || end - start < 3) return undefined;
  const adjacent = splitWords(text, start, end, signs);
  if (adjacent === undefined) return undefined;
  const last = adjacent.items[adjacent.items.length - 1]!;
  const ending = text.slice(last.start, last.end);
  let items = adjacent.items;
  let direct = true;
  if (/[等这各那]$/.test(ending) || ending.length > 12 || endsWith(ending, verbEndings)) {
    // A、B是…的两个因素: the list is the subject.
    const be = ending.search(/(?:是|都是|构成|作为)/);
    if (be <= 0 || !/的$/.test(ending) || be > 10) return undefined;
    items = [...items.slice(0, -1), { start: last.start, end: last.start + be }];
    direct = false;
  }
  const words = items.map((item) => text.slice(item.start, item.end));
  const first = items[0]!;
  items = [{ start: firstWord(text, first, words[1]!.length), end: first.end }, ...items.slice(1)];
  const lengths = words.slice(1).map((w) => w.length);
  const even = Math.max(...lengths) - Math.min(...lengths) <= 1 && Math.max(...lengths) <= 8;
  // 油茶、食用菌三个产业: two names right before a count of such things are not counted apart from it.
  const two = words.length === 2 && value === 3 && lengths[0]! >= 2;
  const alike = sharesEnd(words);
  // 油茶、黄桃、食用菌三大产业: what such a measure counts are kinds, not pieces, and they stand right before it.
  const kinds =
    (kindMeasures.includes(measure) || (measure !== '' && (words.length >= 3 || two) && namedOnes(text, end))) &&
    Math.abs(items.length - value) === 1 &&
    Math.max(...lengths) - Math.min(...lengths) <= 3 &&
    Math.max(...lengths) <= 8 &&
    !/\d/.test(text.slice(start, end));
  const certain =
    direct &&
    adjacent.canonical &&
    adjacent.commas > 0 &&
    words.slice(1).every((w) => w.length >= 1 && !endsWith(w, verbEndings)) &&
    (kinds ||
      (even &&
        Math.abs(items.length - value) <= 2 &&
        (items.length >= 3 || alike) &&
        (alike || words.slice(1).every((w) => w.length === words[1]!.length))));
  return { items, way: 'back', certain };
}

const named =
  /[两三四五六七八九十\d]+[个家](?:单位|部门|乡镇|镇|县|区|村|社区|市|省|产业|行业|领域|板块|环节|层面|维度|区域|片区|园区|平台|城市|国家|委员会|学院|学校|专业|学科)|[两三四五六七八九十\d]+(?:位(?:同志|副?总理|副?书记|副?[省市县区镇乡]长|副?主任|委员|代表|领导|专家|院士|教师|老师|同学|先生|女士|嘉宾)|所(?:学校|高校|大学|院校|医院|中学|小学|幼儿园))/y;

/** Whether a count counts what is called by name, one by one: 3个单位, 三个产业化联合体. */
function namedOnes(text: string, number: number): boolean {
  named.lastIndex = number;
  return named.test(text);
}

/** Measures of kinds: 三大产业, 四类人群, 五种模式, 三道防线. */
const kindMeasures: readonly string[] = ['大', '类', '种', '道'];
/** 松口镇、白石镇、桃溪乡 end alike, too. */
const placeEnds = '省市县区镇乡村';

/** Whether a text ends in a word of a table; the words are at most four characters long. */
function endsWith(text: string, table: ReadonlySet<string>): boolean {
  for (let length = Math.min(4, text.length); length > 0; length--) if (table.has(text.slice(-length))) return true;
  return false;
}

/** Whether the words before a count announce it: 讲, 主要体现在, 抓好以下. */
function announces(before: string): boolean {
  const verb = before.replace(/(?:以下|如下|这样|这|下面|下列|后)$/, '');
  return endsWith(verb, announcingVerbs) || endsWith(verb.replace(/[了出好]$/, ''), announcingVerbs);
}

/** Whether all words end alike (人防、技防、物防), the first perhaps with a verb before it. */
function sharesEnd(words: readonly string[]): boolean {
  const end = words[words.length - 1]!.slice(-1);
  const ends = placeEnds.includes(end) ? placeEnds : end;
  return words.every((w) => ends.includes(w.slice(-1)));
}

/** Where the first word of a list begins: after the last verb before it, else as long as its neighbour. */
function firstWord(text: string, item: Span, neighbour: number): number {
  const word = text.slice(item.start, item.end);
  let begin = 0;
  // The words are at most three characters long.
  for (let after = 1; after < word.length && word.length - after >= Math.min(2, neighbour); after++)
    for (let length = Math.min(3, after); length > 0; length--)
      if (listVerbs.has(word.slice(after - length, after))) {
        begin = after;
        break;
      }
  if (begin === 0 && word.length > neighbour + 2) begin = word.length - neighbour;
  return item.start + begin;
}

/** What a connector, or the comma of one, begins with. */
const connects = '：:—-，,即就也分包涵主具一（(';
const connector =
  /^(?:[：:——-]{1,2}|[，,]?(?:即|就是|也就是|分别是|分别为|分别|包括|包含|涵盖|主要包括|主要有|主要是|具体是|具体包括|具体为|一个是)[：:]?|[（(](?:即|包括)?)/;

/** What follows a count: 两个方面，即A、B; “四个必须”，凡是…；凡是…; three slogans that repeat their word. */
function listAfter(text: string, from: number, value: number, word: string, signs: Signs): WordList | undefined {
  if (from >= text.length || !connects.includes(text[from]!)) return undefined;
  const { of } = signs;
  const joint = connector.exec(text.slice(from, from + 8))?.[0] ?? (/^[，,]/.test(text[from] ?? '') ? text[from]! : '');
  if (joint === '') return undefined;
  const explicit = joint !== '，' && joint !== ',';
  let begin = from + joint.length;
  const paren = joint.startsWith('（') || joint.startsWith('(');
  // 一是, （一）, 第一: the outline's lists.
  if (
    /^[“"]?(?:[一二三四五六七八九十]+(?:是|要|、|个|件)|[（(]?[一二三四五六七八九十1]+[）)、]|第[一二]|首先|[①1][.、]?)/.test(
      text.slice(begin, begin + 5),
    )
  )
    return undefined;
  let end = begin;
  let depth = 0;
  for (; end < text.length && end - begin < 600; end++) {
    const sign = of[text.charCodeAt(end)]!;
    if ((sign & (OPENS | CLOSES | SENTENCE)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) === 0) {
      if (depth === 0) break;
    } else if (!'）)'.includes(text[end]!)) depth = Math.max(0, depth - 1);
    else {
      if (depth === 0) break;
      depth--;
    }
  }
  if (paren && !'）)'.includes(text[end] ?? '\0')) return undefined;
  if (end - begin < 3) return undefined;
  while (begin < end && '：: '.includes(text[begin]!)) begin++;
  const body = text.slice(begin, end);
  const open = /等(?:等|方面|工作|问题|任务)?[）)]?$/.test(body);

  // Parallel clauses: as many as share their first two characters, or carry the slogan's word.
  const clauses = splitAt(text, begin, end, '；;', of);
  if (clauses.length >= 2) {
    const head = text.slice(clauses[0]!.start, clauses[0]!.start + 2);
    const parallel = clauses.every((c) => text.startsWith(head, c.start));
    if (clauses.length === value) return { items: clauses, way: 'clauses', certain: parallel };
    if (parallel && !open && Math.abs(clauses.length - value) <= 2)
      return { items: clauses, way: 'clauses', certain: true };
    return undefined;
  }
  const firstClause = (() => {
    let stopAt = begin;
    let inner = 0;
    for (; stopAt < end; stopAt++) {
      const sign = of[text.charCodeAt(stopAt)]!;
      if ((sign & OPENS) !== 0) inner++;
      else if ((sign & CLOSES) !== 0) inner--;
      else if (inner <= 0 && (sign & MARK) !== 0 && text[stopAt] !== '、') break;
    }
    return stopAt;
  })();
  const words = splitWords(text, begin, firstClause, signs);
  if (words !== undefined && words.items.length === value)
    return { items: words.items, way: 'forward', certain: explicit };
  const commas = splitAt(text, begin, end, '，,', of);
  if (commas.length === value && commas.every((c) => c.end - c.start <= 24))
    return { items: commas, way: 'forward', certain: false };
  if (word.length >= 2 && word.length <= 5) {
    const parts = splitAt(text, begin, end, '，,、；;', of);
    const carrying = parts.filter((c) => text.slice(c.start, c.end).includes(word));
    if (carrying.length === value) return { items: carrying, way: 'clauses', certain: true };
    if (carrying.length >= 2 && carrying.length === parts.length && Math.abs(carrying.length - value) <= 2 && !open)
      return { items: carrying, way: 'clauses', certain: true };
  }
  if (
    words !== undefined &&
    explicit &&
    !open &&
    firstClause === end &&
    words.canonical &&
    words.commas > 0 &&
    Math.abs(words.items.length - value) <= 2
  ) {
    const lengths = words.items.map((w) => w.end - w.start);
    const even = Math.max(...lengths) <= 16 && Math.max(...lengths) - Math.min(...lengths) <= 6;
    return {
      items: words.items,
      way: 'forward',
      certain: even && words.items.every((w) => !/[是要]/.test(text.slice(w.start, w.start + 2))),
    };
  }
  return undefined;
}

function splitAt(text: string, start: number, end: number, marks: string, of: Uint16Array): Span[] {
  const parts: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const sign = of[text.charCodeAt(i)]!;
    if ((sign & (OPENS | CLOSES | MARK)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) !== 0) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(text[i]!)) {
      if (i > from) parts.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/** For each count of a paragraph, whether another announcement, of another number, stands nearer to the paragraph's end. */
function countedAgain(counts: readonly CountToken[]): readonly boolean[] {
  const again = new Array<boolean>(counts.length).fill(false);
  let value = 0;
  let several = false;
  for (let i = counts.length - 1; i >= 0; i--) {
    const count = counts[i]!;
    again[i] = several || (value !== 0 && value !== count.value);
    if (!count.announcing || count.list !== undefined) continue;
    several ||= value !== 0 && value !== count.value;
    value = count.value;
  }
  return again;
}

/** A count where it stands in the draft; nearly all come out, and nobody asks for more than that. */
class PlacedCount implements CountCheck {
  readonly start: number;
  readonly end: number;
  readonly verdict: CountVerdict;
  readonly paragraph: Paragraph;
  readonly enumeration: Enumeration | undefined;
  readonly open: boolean;
  readonly #count: CountToken;

  constructor(
    paragraph: Paragraph,
    count: CountToken,
    verdict: CountVerdict,
    enumeration: Enumeration | undefined,
    open: boolean,
  ) {
    const { start, end } = paragraph.facts.reading.span(count.start, count.end);
    this.start = paragraph.start + start;
    this.end = paragraph.start + end;
    this.verdict = verdict;
    this.paragraph = paragraph;
    this.enumeration = enumeration;
    this.open = open;
    this.#count = count;
  }
  get announced(): number {
    return this.#count.value;
  }
  get number(): Span {
    return this.#absolute(this.#count.number);
  }
  get items(): readonly Span[] {
    return this.enumeration?.items ?? this.#count.list!.items.map((item) => this.#absolute(item));
  }
  get note(): string {
    return `文中${this.announced}项，列出${(this.enumeration ?? this.#count.list!).items.length}项`;
  }
  get way(): CountCheck['way'] {
    return this.enumeration === undefined ? this.#count.list!.way : 'outline';
  }
  #absolute({ start, end }: Span): Span {
    const span = this.paragraph.facts.reading.span(start, end);
    return { start: this.paragraph.start + span.start, end: this.paragraph.start + span.end };
  }
}

/** Every announced count of the draft with its enumeration, in text order. */
export function checkCounts(paragraphs: readonly Paragraph[], outline: Outline): readonly CountCheck[] {
  const byFirst = new Map<number, Enumeration[]>();
  for (const enumeration of outline.enumerations) {
    const index = enumeration.items[0]!.paragraph.index;
    const known = byFirst.get(index);
    if (known === undefined) byFirst.set(index, [enumeration]);
    else known.push(enumeration);
  }
  const checks: CountCheck[] = [];
  for (const paragraph of paragraphs) {
    const { counts } = paragraph.facts;
    if (counts.length === 0) continue;
    let again: readonly boolean[] | undefined;
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i]!;
      if (!count.announcing && count.list === undefined) continue;
      const found = count.announcing
        ? announcedList(paragraphs, byFirst, paragraph, count, (again ??= countedAgain(counts))[i]!)
        : undefined;
      if (found === undefined && count.list === undefined) continue;
      if (
        found !== undefined &&
        (count.list === undefined ||
          !(count.list.items.length === count.value) ||
          found.enumeration.items.length === count.value)
      ) {
        const { enumeration, certain } = found;
        // “三农”, “两委”: names, whatever list comes next.
        if (count.slogan && !(certain && enumeration.items.length === count.value)) continue;
        const n = enumeration.items.length;
        const skipped = enumeration.faults.length > 0 || strayed(outline, enumeration, count.value);
        const open = n < count.value && endsTheText(paragraphs, enumeration);
        // 首先…其次… and 一个是…另一个是… are seldom complete: they prove nothing.
        const loose = enumeration.form === 'series' || enumeration.form === 'pair';
        const verdict: CountVerdict =
          n === count.value
            ? 'ok'
            : !certain ||
                count.slogan ||
                skipped ||
                loose ||
                lone(n, count.value) ||
                (n < count.value && cutOff(paragraphs, enumeration))
              ? 'unsure'
              : 'mismatch';
        checks.push(new PlacedCount(paragraph, count, verdict, enumeration, open));
      } else if (count.list !== undefined) {
        const { items, certain } = count.list;
        const verdict: CountVerdict = items.length === count.value ? 'ok' : certain ? 'mismatch' : 'unsure';
        if (verdict === 'unsure') continue;
        checks.push(new PlacedCount(paragraph, count, verdict, undefined, false));
      }
    }
  }
  return checks;
}

/** Characters of a paragraph behind a count that are looked at; what is longer is more than the rest of its sentence. */
const longestRest = 160;
/** How far before a top-level list its announcement may stand, in paragraphs. */
const openingReach = 6;
const speechNouns = /(?:意见|要求|建议|体会|方面|希望|打算|看法|问题|工作|内容|点)$/;
const speechVerbs = /(?:讲|谈|提|说|提出|强调|汇报|报告|交流|发表|作)(?:了|以下|如下|这|下面)?$/;

/**
 * The list of the outline that a count announces: the first one that begins after it, in its own paragraph or the next, with nothing but the rest of
 * its sentence (or the end of an opening) between.
 */
function announcedList(
  paragraphs: readonly Paragraph[],
  byFirst: ReadonlyMap<number, readonly Enumeration[]>,
  paragraph: Paragraph,
  count: CountToken,
  countedAgain: boolean,
): { enumeration: Enumeration; certain: boolean } | undefined {
  const { text } = paragraph.facts.reading;
  const here = byFirst.get(paragraph.index);
  const run = here?.[lowerBound(here, count.end, (e) => e.items[0]!.token!.start)];
  // Most counts have no list anywhere near.
  if (run === undefined) {
    if (countedAgain) return undefined;
    let i = paragraph.index + openingReach;
    while (i > paragraph.index && !byFirst.has(i)) i--;
    if (i === paragraph.index) return undefined;
  }
  const before = text.slice(
    Math.max(0, count.start - (count.quoted ? 13 : 12)),
    count.quoted ? count.start - 1 : count.start,
  );
  const verb = announces(before);
  let after = count.end;
  while (after < text.length && '”"’」'.includes(text[after]!)) after++;
  const counted = text.slice(count.number.end, count.end);
  const listed = /(?:以下|如下|下列|下面)$/.test(before);
  // 四句话: 第一句话：, 三组数据: 第一组是
  const sameMeasure = ({ form, items }: Enumeration): boolean => {
    const { variant } = items[0]!.token!;
    return (
      form === 'ordinal' && variant.length > 1 && counted.startsWith(variant.slice(variant.startsWith('~') ? 1 : 0, -1))
    );
  };

  // In the same paragraph: the first list whose first marker comes after the count.
  if (run !== undefined) {
    const start = run.items[0]!.token!.start;
    if (start - after > 60) return undefined;
    const between = text.slice(after, start);
    if (sameMeasure(run)) return { enumeration: run, certain: true };
    if (/^[：:，,。；;——\s“"]{0,3}(?:即|分别是|主要是|具体是|就是|那就是|我想)?[，,：:\s“"]{0,2}$/.test(between))
      return { enumeration: run, certain: true };
    const sentences = between.split(/[。！？!?]/).length - 1;
    const colon = /[：:]\s*[“"]?$/.test(between);
    const again = /[两三四五六七八九十\d][个项点条件]/.test(between);
    if (sentences === 0 && between.length <= 60)
      return { enumeration: run, certain: !again && (listed || (colon && between.length <= 14)) };
    if (sentences === 1 && between.length <= 24 && (verb || count.quoted))
      return { enumeration: run, certain: !again && /^[^，；：]{0,7}[。！？]$/.test(between) };
    return undefined;
  }

  // In the next paragraphs: the count's sentence ends this paragraph, or it announces the whole speech.
  const next = paragraph.index + 1;
  const rest = text.slice(after, after + longestRest);
  const tailSentences = text.length - after > longestRest ? 2 : rest.split(/[。！？!?](?=.)/).length - 1;
  const direct = tailSentences === 0;
  const speech = speechNouns.test(text.slice(count.number.end, count.end)) && speechVerbs.test(before);
  for (let i = next; i < Math.min(paragraphs.length, next + (speech ? openingReach : 1)); i++) {
    const lists = byFirst.get(i)?.filter((e) => e.items[0]!.token!.leading);
    const first = lists?.[0];
    if (first === undefined) {
      if ((byFirst.get(i)?.length ?? 0) > 0 || (paragraphs[i]!.facts.reading.text.length > 200 && !speech))
        return undefined;
      continue;
    }
    if (
      speech &&
      first.parent !== undefined &&
      first.parent.kind === 'marker' &&
      first.parent.paragraph.index < paragraph.index
    )
      return direct ? { enumeration: first, certain: true } : undefined;
    if (speech) return { enumeration: first, certain: true };
    if (!direct)
      return tailSentences === 1 && verb && rest.length <= 60 ? { enumeration: first, certain: false } : undefined;
    const colon = /[：:]$/.test(rest);
    const left = rest.replace(/[：:。，,；;\s]/g, '').length;
    // 必须在四个方面下更大功夫, “三个方面作一简要汇报”; 推出八项行动：
    const plain = left <= 12 && counted.includes('方面');
    return {
      enumeration: first,
      certain:
        !/[两三四五六七八九十\d][个项点条件]/.test(rest) &&
        (sameMeasure(first) ||
          listed ||
          plain ||
          (colon && left === 0) ||
          ((verb || count.quoted) && (colon || left <= 4))),
    };
  }
  return undefined;
}

/** Whether the item that a list lacks is the marker right behind it, written in the style of another list, where its number is wrong. */
function strayed({ nodes }: Outline, { items }: Enumeration, announced: number): boolean {
  if (items.length + 1 !== announced) return false;
  const last = items[items.length - 1]!;
  const next = nodes[lowerBound(nodes, last.extent, (node) => node.start)];
  return next?.token?.value === announced && (next.enumeration?.faults.some(({ item }) => item === next) ?? false);
}

/** Whether a list stands at the end of what is written. */
function endsTheText(paragraphs: readonly Paragraph[], enumeration: Enumeration): boolean {
  const last = enumeration.items[enumeration.items.length - 1]!;
  const end = paragraphs[paragraphs.length - 1]?.end ?? 0;
  return last.extent >= end;
}

/** One item where three or more are announced, four where twelve are: the others are there in another form, or the draft is an excerpt. */
const lone = (items: number, announced: number): boolean =>
  (items === 1 && announced > 2) || (items * 2 < announced && announced - items > 3);

/**
 * Whether the speech of a list breaks off: nothing follows the list's last item but its own text, and either that stops in the middle of a sentence,
 * or the list is one of the whole speech and no closing follows.
 */
function cutOff(paragraphs: readonly Paragraph[], enumeration: Enumeration): boolean {
  const last = enumeration.items[enumeration.items.length - 1]!;
  const { speech } = enumeration;
  let end = speech.end - 1;
  // What a page puts below a speech that ends as speeches do: short lines, broken at its links.
  for (let i = end; i > last.paragraph.index && i > end - pageReach; i--) {
    const { text } = paragraphs[i]!.facts.reading;
    if (closingWords.test(text)) return false;
    if (text.length > pageLine) break;
  }
  // A signature, a date, a web page's footer.
  while (end > last.paragraph.index && footer(paragraphs[end]!.facts.reading.text)) end--;
  const final = paragraphs[end]!;
  if (last.extent < final.end) return false;
  const { text } = final.facts.reading;
  if (!sentenceEnd.test(text) && (text.length > headingLength || /[。！？]/.test(text))) return true;
  return last.token!.leading && !closingWords.test(text);
}

/** How many lines of a page may stand below a speech, and how long they are at most. */
const pageReach = 24;
const pageLine = 60;
const headingLength = 40;
const sentenceEnd = /[。！？!?；;…”’"）)》】.]\s*$/;
const closingWords =
  /(?:谢谢|感谢|完了|讲到这里|讲这些|努力|贡献|奋斗|胜利|前进|指正|包涵|散会|结束)[^。]{0,20}[。！!]?$/;
const footer = (text: string): boolean => text.length <= headingLength && !/[。；！!]/.test(text);
