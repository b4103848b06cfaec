import type { Document, Paragraph } from '../../document/document.ts';
import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { CLAUSE_END, CLOSER, classOf, isHan, isSpace, OPENER, SENTENCE_END } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import { lineKind } from './finders/line-kind.ts';
import { isDoubledSlip } from './finders/odd-words.ts';
import { aboveAll, type DoubledWord, doubledOnPurpose, doubledWords, longerNames } from './lexicon/doubles.ts';
import { scrap, timeStamp } from './lexicon/furniture.ts';

/** A sentence of at least so many characters is looked for again. */
const sentenceLength = 12;
/** The longest phrase that is looked for twice in a row, in characters. */
const longest = 60;
const firstHan = 0x4e00;
const hanCount = 0xa000 - firstHan;

/** Row of `doubledWords` + 1 for each Han character, 0 for none. */
const doubledRow = new Uint8Array(hanCount);
doubledWords.forEach(({ word }, row) => {
  doubledRow[word.charCodeAt(0) - firstHan] = row + 1;
});

const isSlip = ({ after, before, despite }: DoubledWord, text: string, at: number): boolean =>
  text[at + 2] !== text[at] &&
  ((!after.includes(text[at - 1] ?? ' ') && !before.includes(text[at + 2] ?? ' ')) ||
    despite?.test(text.slice(Math.max(0, at - 2), at + 4)) === true);

const isBoundary = (code: number): boolean =>
  Number.isNaN(code) || (classOf(code) & (CLAUSE_END | CLOSER | OPENER)) !== 0 || code === 0x3001;

/** A phrase that stands twice in a row: the second time. */
interface Echo {
  readonly start: number;
  readonly end: number;
  readonly certainty: 'sure' | 'likely';
}

/**
 * A stretch in which every character equals the one `distance` before it, read as a phrase said twice. It is one when it is as long as the distance.
 */
function echoOf(text: string, start: number, end: number, distance: number): Echo | undefined {
  const length = end - start;
  // Three times in a row is emphasis or song.
  if (length >= 2 * distance) return undefined;
  if (length >= distance) {
    let from = start;
    // Any window of the stretch will do; clauses are shown whole.
    while (from + distance < end && !isBoundary(text.charCodeAt(from - 1))) from++;
    if (!isBoundary(text.charCodeAt(from - 1))) from = start;
    const phrase = text.slice(from, from + distance);
    if (/[^\u4e00-\u9fff，、；：。“”《》（）,;:()0-9.%]/.test(phrase)) return undefined;
    let han = 0;
    for (let i = 0; i < phrase.length; i++) if (isHan(phrase.charCodeAt(i))) han++;
    if (han < 2) return undefined;
    if (/[，、；：,;:]/.test(phrase)) {
      // 甲，甲，: whole clauses only; a phrase taken up again (抓服务，服务品质……) is style.
      if (
        han < 4 ||
        !isBoundary(text.charCodeAt(from - distance - 1)) ||
        !isBoundary(text.charCodeAt(from + distance - 1))
      )
        return undefined;
    }
    if (phrase.includes('。')) return endTwice(text, phrase, from, han);
    return judged(text, phrase, from, from + distance);
  }
  // 甲，甲。: one short of it, since the marks behind the two differ.
  if (length !== distance - 1 || length < 6) return undefined;
  if (
    !isBoundary(text.charCodeAt(start - 1)) ||
    !isBoundary(text.charCodeAt(end)) ||
    !isBoundary(text.charCodeAt(start - distance - 1))
  )
    return undefined;
  return /[^\u4e00-\u9fff]/.test(text.slice(start, end)) ? undefined : { start, end, certainty: 'likely' };
}

/** 拆除违建42处，群众满意度明显提升。群众满意度明显提升。: the end of a sentence again. Long sentences that stand twice are looked for in the whole draft. */
function endTwice(text: string, phrase: string, from: number, han: number): Echo | undefined {
  const first = from - phrase.length;
  if (phrase.indexOf('。') !== phrase.length - 1 || han < 6 || !isBoundary(text.charCodeAt(first - 1)))
    return undefined;
  const whole = first === 0 || (classOf(text.charCodeAt(first - 1)) & (SENTENCE_END | CLOSER)) !== 0;
  if (whole && phrase.length >= sentenceLength) return undefined;
  return { start: from, end: from + phrase.length, certainty: whole ? 'likely' : 'sure' };
}

function judged(text: string, phrase: string, start: number, end: number): Echo | undefined {
  const own = text.slice(start, end);
  if (own.length <= 4 && /^[一逐每再又越边几两多好很]/.test(own)) return undefined;
  if (own.startsWith('的') && aboveAll.has(own.slice(1))) return undefined;
  if (doubledOnPurpose.has(own) || doubledOnPurpose.has(phrase)) return undefined;
  if (own.length === 2) {
    // 企业企业家, 代表代表团, 小学教师教师节: the second copy may begin a longer word.
    const next = text[end] ?? '';
    // 干事干事干成事: the words go on in the same measure.
    if (next === own[0] && text[end + 2] === own[1]) return undefined;
    if (own[0] === own[1] || '家团组生会部厅证法院员长们室库化性人区节'.includes(next)) return undefined;
    if (longerNames.some((name) => name.startsWith(own) && text.startsWith(name, start))) return undefined;
    return { start, end, certainty: 'likely' };
  }
  return { start, end, certainty: 'sure' };
}

/** Where each Han character was met last. Scratch space of `scan`, which never reads what an earlier call wrote: it counts on from `base`. */
const last = new Int32Array(hanCount);
let base = longest + 1;

interface Doubles {
  /** Offsets of the second of two equal characters: function words, and what is no word twice. */
  readonly doubled: readonly number[];
  readonly echoes: readonly Echo[];
}

const none: Doubles = { doubled: [], echoes: [] };

/** Where a function word stands twice, and phrases that stand twice in a row. */
const doublesIn = remember(({ reading: { text }, blanks }): Doubles => {
  const doubled: number[] = [];
  const echoes: Echo[] = [];
  scan(text, doubled, echoes);
  if (doubled.length + echoes.length === 0) return none;
  return {
    doubled,
    echoes: echoes.filter((echo) => !blanks.some((blank) => blank.start < echo.end && echo.start < blank.end)),
  };
});

const placesIn = remember((facts): readonly unknown[] => {
  const { doubled, echoes } = doublesIn(facts);
  return doubled.length > 0 ? doubled : echoes;
});

function scan(text: string, doubled: number[], echoes: Echo[]): void {
  if (base > 0x40000000) {
    last.fill(0);
    base = longest + 1;
  }
  const from = base;
  base += text.length + longest;
  let before = 0;
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const han = text.charCodeAt(i) - firstHan;
    if (han < 0 || han >= hanCount) {
      before = 0;
      continue;
    }
    const distance = from + i - last[han]!;
    last[han] = from + i;
    if (distance > longest || distance > i) {
      before = 0;
      continue;
    }
    if (distance === 1) {
      const row = doubledRow[han]!;
      if (row === 0 ? isDoubledSlip(text, i - 1) : isSlip(doubledWords[row - 1]!, text, i - 1)) doubled.push(i);
    } else if (distance === before && i >= done) {
      let start = i;
      while (
        start > distance &&
        text.charCodeAt(start - 1) === text.charCodeAt(start - 1 - distance) &&
        i - start < longest
      )
        start--;
      done = i + 1;
      while (
        done < text.length &&
        text.charCodeAt(done) === text.charCodeAt(done - distance) &&
        done - start <= 2 * longest
      )
        done++;
      if (done - start >= distance - 1) {
        const echo = echoOf(text, start, done, distance);
        if (echo !== undefined) echoes.push(echo);
      }
    }
    before = distance;
  }
}

function* inParagraphs(document: Document): Generator<Problem> {
  for (const paragraph of document.paragraphsWith(placesIn)) {
    const { text } = paragraph.facts.reading;
    const { doubled, echoes } = doublesIn(paragraph.facts);
    for (const at of doubled) {
      if (isBroken(document, paragraph, at)) continue;
      const place = placeOf(paragraph, at, at + 1);
      const functional = doubledRow[text.charCodeAt(at) - firstHan] !== 0;
      yield {
        ...placeOf(paragraph, at - 1, at + 1),
        message: functional
          ? `“${text[at]}”字写了两遍。请删去一个。`
          : `“${text[at]}”字连着写了两遍，与前后都不成词，像是多打了一个。请核对。`,
        ...(!functional && { certainty: 'likely' as const }),
        fixes: [
          {
            title: `删去一个“${text[at]}”`,
            safety: functional ? 'safe' : 'suggestion',
            edits: [{ ...place, text: '' }],
          },
        ],
      };
    }
    for (const echo of echoes) if (!headed(text, echo)) yield report(paragraph, echo);
  }
}

/** 工⏎作作了总结: the first of the two ends a word that the line before begins, or the second begins one that the next line ends. */
function isBroken({ paragraphs }: Document, { index, facts }: Paragraph, at: number): boolean {
  const { text } = facts.reading;
  const before = at === 1 ? (paragraphs[index - 1]?.facts.reading.text ?? '') : '';
  const behind = at === text.length - 1 ? (paragraphs[index + 1]?.facts.reading.text ?? '') : '';
  return isHan(before.charCodeAt(before.length - 1)) && before.length >= wrapped
    ? true
    : text.length >= wrapped && isHan(behind.charCodeAt(0));
}
/** A line of so many characters may be cut by the edge of a page. */
const wrapped = 18;

/** 一、关于统计工作统计工作是…: the line break behind a heading was lost, and the text begins with its last words. */
const head =
  /^[ \u3000]*(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；：！？]{2,40}$/;
const bodyVerb = /^(?:是|要|事关|关系|作为|不仅|既|，)/;
const headed = (text: string, { start, end }: Echo): boolean =>
  start <= 50 && bodyVerb.test(text.slice(end, end + 2)) && head.test(text.slice(0, start));

const shown = (text: string): string => (text.length <= 14 ? text : `${text.slice(0, 6)}……${text.slice(-6)}`);

function report(paragraph: Paragraph, { start, end, certainty }: Echo): Problem {
  const { text } = paragraph.facts.reading;
  const words = text.slice(start, end).replace(/[，、；：]$/, '');
  const place = placeOf(paragraph, start, end);
  const previous = placeOf(paragraph, start - (end - start), start);
  return {
    ...place,
    message: `“${shown(words)}”连着写了两遍。${certainty === 'sure' ? '请删去一遍。' : '如果不是有意重复，请删去一遍。'}`,
    certainty,
    related: [{ ...previous, message: '第一遍在这里' }],
    fixes: [{ title: '删去第二遍', safety: 'suggestion', edits: [{ ...place, text: '' }] }],
  };
}

/** From so many characters on, a sentence said again far away is worth a look too. */
const longSentence = 25;
const paragraphLength = 30;

interface Said {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly order: number;
}

/** A number that equal sentences share and few others do. */
function print(text: string, start: number, end: number): number {
  const mixed =
    (end - start) ^
    (text.charCodeAt(start) << 7) ^
    (text.charCodeAt(end - 3) << 4) ^
    (text.charCodeAt(end - 7) << 10) ^
    (text.charCodeAt(end - 11) << 14);
  return mixed & 0x3fffffff;
}

/** The sentences of a paragraph that are long enough, with their prints. */
const printsIn = remember(({ reading: { text }, sentences }): readonly (Span & { readonly key: number })[] => {
  const prints: (Span & { readonly key: number })[] = [];
  for (const sentence of sentences) {
    const { end } = sentence;
    let { start } = sentence;
    while (isSpace(text.charCodeAt(start))) start++;
    if (end - start >= sentenceLength) prints.push({ start, end, key: print(text, start, end) });
  }
  return prints;
});

/** Sentences of one print that are kept to compare with; enough for chance, and a bound on the work for any text. */
const keptAlike = 8;

/** How often prints occur, by their last 16 bits, saturating. Scratch space. */
const met = new Uint8Array(0x10000);
const slotOf = (key: number): number => (key ^ (key >>> 14)) & 0xffff;

/** Sentences, paragraphs and title lines that stand twice. Only exact repetition counts: 排比 varies its words. */
function* wholeRepeats(document: Document): Generator<Problem> {
  const sentences = new Map<number, Said[]>();
  const paragraphs = new Map<string, Paragraph>();
  let order = 0;
  countPrints(document);
  for (const paragraph of document.paragraphs) {
    const { facts } = paragraph;
    if (lineKind(facts) === 'web') continue;
    const { text } = facts.reading;
    const earlier = paragraphs.get(text);
    paragraphs.set(text, paragraph);
    const twice = earlier === undefined ? undefined : saidAgain(document, earlier, paragraph);
    if (twice !== undefined) {
      order += facts.sentences.length;
      yield twice;
      continue;
    }
    if (text.length < sentenceLength) continue;
    for (const { start, end, key } of printsIn(facts)) {
      order++;
      if (met[slotOf(key)] === 1) continue;
      const said = { paragraph, start, end, order };
      const first = saidBefore(sentences, key, said);
      const problem = first === undefined ? undefined : sentenceAgain(first, said);
      if (problem !== undefined) yield problem;
    }
  }
}

/** Nearly all sentences stand once: what is met once is not looked at again. */
function countPrints({ paragraphs }: Document): void {
  met.fill(0);
  for (let i = 0; i < paragraphs.length; i++) {
    const prints = printsIn(paragraphs[i]!.facts);
    for (let k = 0; k < prints.length; k++) {
      const slot = slotOf(prints[k]!.key);
      if (met[slot]! < 2) met[slot]!++;
    }
  }
}

/** Shorter lines are said twice on purpose, in characters. */
const shortestLine = 8;

/** A paragraph with the words of an earlier one: of prose anywhere, of a title or a bracketed line right behind it. */
function saidAgain(document: Document, earlier: Paragraph, paragraph: Paragraph): Problem | undefined {
  const { text } = paragraph.facts.reading;
  if (text.length < shortestLine) return undefined;
  const prose = text.length >= paragraphLength && text.includes('。');
  const next = isBehind(document, earlier, paragraph);
  const line = isHan(text.charCodeAt(text.length - 1)) || (/[）)]$/.test(text) && !/[。；]/.test(text));
  if (!prose && !(next && line)) return undefined;
  return {
    start: paragraph.start,
    end: paragraph.end,
    message: prose
      ? `这一段与前面的一段完全相同（“${shown(text)}”）。请删去一段。`
      : `这一行标题写了两遍（“${shown(text)}”）。请删去一行。`,
    related: [{ start: earlier.start, end: earlier.end, message: '第一遍在这里' }],
    fixes: [{ title: prose ? '删去这一段' : '删去这一行', safety: 'suggestion', edits: [lineOf(document, paragraph)] }],
  };
}

/** How many lines of a web page may part its own title from the speech's, in paragraphs. */
const titleGap = 8;

/** Whether nothing parts the two but what a web page puts under a title. */
function isBehind({ paragraphs }: Document, earlier: Paragraph, { index }: Paragraph): boolean {
  if (index - earlier.index > titleGap) return false;
  for (let i = earlier.index + 1; i < index; i++) {
    const { facts } = paragraphs[i]!;
    const { text } = facts.reading;
    if (lineKind(facts) !== 'web' && !timeStamp.test(text) && !scrap.test(text)) return false;
  }
  return true;
}

const wordsOf = ({ paragraph, start, end }: Said): string => paragraph.facts.reading.text.slice(start, end);

/** The sentence of the same words that was said last before this one; of its print a few are kept, this one in its place. */
function saidBefore(sentences: Map<number, Said[]>, key: number, said: Said): Said | undefined {
  const alike = sentences.get(key);
  if (alike === undefined) {
    sentences.set(key, [said]);
    return undefined;
  }
  const words = wordsOf(said);
  const at = alike.findIndex((other) => wordsOf(other) === words);
  const first = alike[at];
  if (first !== undefined) alike[at] = said;
  else {
    alike.push(said);
    if (alike.length > keptAlike) alike.shift();
  }
  return first;
}

/** A sentence said again: right behind the first of them it is a slip, farther on only a long one is likely to be. */
function sentenceAgain(first: Said, said: Said): Problem | undefined {
  const words = wordsOf(said);
  if (!/[。；！？]/.test(words.slice(-2)) || /[A-Za-z*×○□]/.test(words)) return undefined;
  const near = said.order - first.order <= 2 && first.paragraph === said.paragraph;
  const long = words.length >= longSentence;
  if (words.endsWith('！') ? !(near && long) : !(near || long)) return undefined;
  const { start, end } = placeOf(said.paragraph, said.start, said.end);
  const earlier = placeOf(first.paragraph, first.start, first.end);
  return {
    start,
    end,
    message: `“${shown(words)}”这句话前面已经说过，一字不差。如果不是有意重复，请删去一处。`,
    certainty: near ? 'sure' : 'likely',
    related: [{ start: earlier.start, end: earlier.end, message: '第一遍在这里' }],
    fixes: [{ title: '删去这一句', safety: 'suggestion', edits: [{ start, end, text: '' }] }],
  };
}

/** The edit that takes out a paragraph with the line end before it. */
function lineOf({ text }: Document, { start, end }: Paragraph): { start: number; end: number; text: string } {
  let from = start;
  while (from > 0 && /\s/.test(text[from - 1]!)) from--;
  return { start: from, end, text: '' };
}

export const repetition = defineRule({
  meta: {
    id: 'text/repetition',
    summary: '误重的字、词、句、段',
    level: { draft: 'warning', final: 'warning' },
    description: `复制、改稿时留下的重复：

- 虚词写了两遍：的的、了了、在在。“目的的”“为了了解”“在在建项目上”不报。
- 不单用的字连着写了两遍：发发展、职责责。叠词（层层、紧紧、户户）和两个词相接（加工工业、学校校庆）不报；只作提示。
- 词语连着写了两遍：“进一步进一步”。
- 整句、整段、标题一字不差地出现两遍。

排比、回环、叠用（常常、一步一步、研究研究）是修辞，不报；只有两个字的词叠用，或相隔很远的句子相同，只作提示。`,
    sources: [
      '《现代汉语词典》（第7版）',
      '朱德熙《语法讲义》§5.14（动词重叠）',
      'cppjieba 词典（MIT 许可，词频统计自新闻语料）：哪些字不单用',
    ],
    examples: {
      wrong: [
        '这是我们⟦的的⟧共同责任。',
        '要加快⟦发发⟧展数字经济。',
        '要进一步⟦进一步⟧解放思想。',
        '在全县大会上的讲话⟦在全县大会上的讲话⟧\n\n同志们：',
        '各级各部门要把任务落实到岗、落实到人。会后要抓紧传达。⟦各级各部门要把任务落实到岗、落实到人。⟧',
      ],
      right: [
        '达到了目的的项目，是为了了解情况，要一个一个地过。',
        '工业兴则经济兴，经济兴则百业兴。',
        '要坚定信心、再坚定信心，大家回去研究研究。',
      ],
    },
  },
  *check(document) {
    yield* inParagraphs(document);
    yield* wholeRepeats(document);
  },
});
