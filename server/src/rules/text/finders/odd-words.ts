/**
 * Words that were hit by a slip: two neighbours that stand side by side in no word, at least one of them a character that hardly stands alone, where a character
 * of the same sound or shape, or the other order, makes a common word. What it says is weighed by how much likelier the stretch becomes (`gain`).
 */

import type { Document } from '../../../document/document.ts';
import type { ParagraphFacts } from '../../../document/facts.ts';
import { surnames } from '../../../document/lexicon/posts.ts';
import { lexPersons } from '../../../document/persons.ts';
import { remember } from '../../../document/remember.ts';
import { pairSlot } from '../../../document/walk.ts';
import { isPlainHan } from '../../../text/characters.ts';
import { countable, reduplicated } from '../lexicon/doubles.ts';
import { timesIn } from './draft-phrases.ts';
import { besideFixed } from './near-phrases.ts';
import { bound, characterCost, isKnown, mayBeMeant, meantFor, readingCost, wordCost } from './pairs.ts';

export interface OddWord {
  /** Offsets of what is wrong: one character, or two that have changed places. */
  readonly start: number;
  readonly end: number;
  /** What is meant instead. */
  readonly right: string;
  /** The common word that it makes, and where. */
  readonly word: string;
  readonly at: number;
  /** In thirds of a natural logarithm. */
  readonly gain: number;
  /** Cost of the word: from 20 for the commonest to 37. */
  readonly cost: number;
}

/**
 * Less is never worth a word: where the draft has the word elsewhere, and where it has not. Then it must also be one of the common words.
 */
const leastGain = 22;
const leastUnseen = 28;
const dearestUnseen = 30;
/** Characters to either side that take part in weighing. */
const reach = 5;

/** Where the characters before `at` that take part in weighing begin, and where those behind it end. */
function startOf(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < reach && isPlainHan(text.charCodeAt(from - 1))) from--;
  return from;
}
function endOf(text: string, at: number): number {
  let to = at;
  while (to < text.length && to - at < reach && isPlainHan(text.charCodeAt(to))) to++;
  return to;
}

function weigh(
  text: string,
  start: number,
  end: number,
  right: string,
  word: string,
  at: number,
  cost: number,
): OddWord | undefined {
  const from = startOf(text, start);
  const to = endOf(text, end);
  const written = codesOf(text.slice(from, to));
  const meant = codesOf(text.slice(from, start) + right + text.slice(end, to));
  const gain = readingCost(written) - readingCost(meant);
  return gain >= leastGain ? { start, end, right, word, at, gain, cost } : undefined;
}

function codesOf(text: string): readonly number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i));
  return codes;
}

const none: readonly OddWord[] = [];

/** Odd words of a paragraph, the likeliest reading of each place; whether they are slips is a matter of the whole draft. */
export const oddWordsIn = remember((facts): readonly OddWord[] => {
  const odd = oddPlaces(facts.reading.text);
  if (odd.length === 0) return none;
  const persons = lexPersons(facts);
  return odd.filter(
    ({ start, end, at }) =>
      !village.test(facts.reading.text.slice(at, at + 2)) &&
      !persons.some((person) => person.start < end && start < person.end),
  );
});

/** 李庄村, 马坡村: the end of a village's name. */
const village = /^[庄屯寨岗坡坪湾塘坝沟口营堡店桥]村$/;

/** Odd words of a paragraph that the draft bears out; what stands near a set phrase is left to text/near-miss, which knows more of it. */
export function oddWordsOf(document: Document, facts: ParagraphFacts): readonly OddWord[] {
  const odd = oddWordsIn(facts);
  if (odd === none) return none;
  const { text } = facts.reading;
  const beside = besideFixed(facts);
  const counts = pairCounts(document);
  return odd.filter(
    (each) => !beside.some(({ start, end }) => start < each.at + 2 && each.at < end) && isBorneOut(counts, text, each),
  );
}

/** Whether the draft bears it out: what is written stands nowhere else, and the word does, or is known to everybody. */
function isBorneOut(counts: ReadonlyMap<number, number>, text: string, odd: OddWord): boolean {
  if (pairsAround(text, odd).some((pair) => (counts.get(pair) ?? 0) > 1)) return false;
  return (counts.get(pairAt(odd.word, 1)) ?? 0) > 0 || (odd.gain >= leastUnseen && odd.cost <= dearestUnseen);
}

/** Two neighbours as one number: the second one's offset is given. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at);

/** What is written at an odd word's place, in pairs that reach one character beyond it. */
function pairsAround(text: string, { start, end }: OddWord): readonly number[] {
  const pairs: number[] = [];
  for (let i = Math.max(1, start); i <= end; i++)
    if (isPlainHan(text.charCodeAt(i - 1)) && isPlainHan(text.charCodeAt(i))) pairs.push(pairAt(text, i));
  return pairs;
}

const countedPairs = new WeakMap<Document, ReadonlyMap<number, number>>();

/** How often the pairs stand in the draft that its odd words are judged by; more than once may be told as twice. */
function pairCounts(document: Document): ReadonlyMap<number, number> {
  let counts = countedPairs.get(document);
  if (counts === undefined) {
    const wanted = new Set<number>();
    for (const { facts } of document.paragraphsWith(oddWordsIn))
      for (const odd of oddWordsIn(facts))
        for (const pair of [...pairsAround(facts.reading.text, odd), pairAt(odd.word, 1)]) wanted.add(pair);
    if (wanted.size > fewPairs) counts = countTogether(document.text, wanted);
    else counts = document.handedOn(CountsBefore)?.after(document.text, wanted) ?? countOneByOne(document.text, wanted);
    countedPairs.set(document, counts);
  }
  return counts;
}

/** A search for one pair is far quicker than a look at every character: so many are looked for one by one, more of them together in one pass. */
const fewPairs = 24;

const wordsOf = (pair: number): string => String.fromCharCode(pair >>> 16, pair & 0xffff);

function countOneByOne(text: string, pairs: ReadonlySet<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) {
    const words = wordsOf(pair);
    const first = text.indexOf(words);
    if (first >= 0) counts.set(pair, text.includes(words, first + 1) ? 2 : 1);
  }
  return counts;
}

/** Counts of the version before: nearly all of its text is that of the next one, and only the rest is searched again. */
class CountsBefore {
  #text = '';
  #counts: ReadonlyMap<number, number> = new Map();

  after(text: string, pairs: ReadonlySet<number>): ReadonlyMap<number, number> {
    const before = this.#text;
    const { head, tail } = sameEnds(before, text);
    // With one character of either end: a pair may stand across its edge.
    const from = Math.max(0, head - 1);
    const gone = before.slice(from, before.length - tail + 1);
    const come = text.slice(from, text.length - tail + 1);
    const counts = new Map<number, number>();
    for (const pair of pairs) {
      const words = wordsOf(pair);
      const known = this.#counts.get(pair);
      counts.set(
        pair,
        known === undefined ? timesIn(text, words) : known - timesIn(gone, words) + timesIn(come, words),
      );
    }
    this.#text = text;
    this.#counts = counts;
    return counts;
  }
}

/** Characters that are compared at once. */
const stretch = 2048;

/** How many characters at the beginning and at the end of two texts are the same, at least: in whole stretches, compared as quickly as memory is read. */
function sameEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head + stretch <= shorter && a.slice(head, head + stretch) === b.slice(head, head + stretch)) head += stretch;
  let tail = 0;
  while (
    head + tail + stretch <= shorter &&
    a.slice(a.length - tail - stretch, a.length - tail) === b.slice(b.length - tail - stretch, b.length - tail)
  )
    tail += stretch;
  return { head, tail };
}

/** Slots of the pairs that are counted; all zero but while a text is passed through. */
const slots = new Uint8Array(0x10000);

function countTogether(text: string, pairs: ReadonlySet<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) slots[pairSlot(pair >>> 16, pair & 0xffff)] = 1;
  for (let i = 1; i < text.length; i++) {
    if (slots[pairSlot(text.charCodeAt(i - 1), text.charCodeAt(i))] === 0) continue;
    const pair = pairAt(text, i);
    if (pairs.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  slots.fill(0);
  return counts;
}

/** Hardly a word costs less: what its two characters gain by it is bounded. */
const leastWord = 24;

function oddPlaces(text: string): OddWord[] {
  const odd: OddWord[] = [];
  let before = 0;
  let costBefore = 0;
  // Whether the last two pairs stand in some word, and the sum of the last one's costs; a pair of which none is bound counts as one that does not.
  let joined = false;
  let joinedBefore = false;
  let sumBefore = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const cost = characterCost(code);
    const sum = cost === 0 || costBefore === 0 || (cost < bound && costBefore < bound) ? 0 : cost + costBefore;
    const joins = sum !== 0 && isKnown(before, code);
    if (!joined && sumBefore >= leastGain + leastWord && !(joinedBefore && joins)) {
      const found = judge(text, i - 1, sumBefore, joinedBefore, joins);
      const last = odd.at(-1);
      if (found !== undefined) {
        if (last === undefined || last.end + 1 < found.start) odd.push(found);
        else if (last.gain < found.gain) odd[odd.length - 1] = found;
      }
    }
    before = code;
    costBefore = cost;
    joinedBefore = joined;
    joined = joins;
    sumBefore = sum;
  }
  return odd;
}

/** Characters around a pair in which a character said again shows a figure of speech (依法依规, 应享尽享), and the shortest stretch that is judged at all. */
const echo = 4;
const shortest = 5;

/** Whether words of four and the like leave no doubt that the writer plays with them: 内培外引, 谋势蓄势. */
function isFigure(text: string, i: number): boolean {
  let from = i - 1;
  while (from > 0 && i - from < shortest && isPlainHan(text.charCodeAt(from - 1))) from--;
  let to = i + 1;
  while (to < text.length && to - from < shortest && isPlainHan(text.charCodeAt(to))) to++;
  if (to - from < shortest) return true;
  for (let k = i - 1; k <= i; k++) {
    const code = text.charCodeAt(k);
    for (let other = Math.max(0, i - 1 - echo); other <= i + echo; other++)
      if (other !== k && text.charCodeAt(other) === code) return true;
  }
  return false;
}

/** Abbreviations of provinces that are hardly anything else: 浙学, 粤剧. */
let provinces: ReadonlySet<number> | undefined;
/** 学高志远, 任重道远: what two nouns are, one after the other. */
let qualities: ReadonlySet<number> | undefined;
/** What is done together: 同忆往昔，共话未来. */
const together = '同共齐';
/** How far behind 共 the figure ends at most, in characters. */
const summedUp = 8;
/** How far the clause beside may begin, in characters. */
const nextClause = 24;

/** Whether the pair that ends at `i` is no slip but made by a writer out of its two characters; `wrong` is the one that would be changed. */
function isCoined(text: string, i: number, wrong: number): boolean {
  if (wrong === i - 1) {
    provinces ??= setOf('浙鄂赣皖粤闽湘豫冀渝沪琼晋黔滇');
    if (provinces.has(text.charCodeAt(i - 1))) return true;
  }
  if (wrong === i) {
    qualities ??= setOf('高远大深广强新优美明厚宽正坚重');
    if (qualities.has(text.charCodeAt(i)) && qualities.has(text.charCodeAt(i - 2))) return true;
    if (together.includes(text[i - 1]!) && besideTogether(text, i - 1)) return true;
  }
  // 共作报告58场: 共 before a verb and the figure that it sums up.
  if (wrong === i - 1 && text[i - 1] === '共' && /^[^，。；、]{1,6}?\d/.test(text.slice(i, i + summedUp))) return true;
  return isHalfOfFour(text, i);
}

/** Whether a clause beside the one with 同, 共 or 齐 at `at` begins with one of these. */
function besideTogether(text: string, at: number): boolean {
  const behind = /[，、；]([同共齐])/.exec(text.slice(at + 1, at + nextClause));
  const before = /(?:^|[，、；。])([同共齐])[^，、；。]*[，、；]$/.exec(text.slice(Math.max(0, at - nextClause), at));
  return (behind ?? before) !== null;
}

/** 民主自由、崇实维新的: four characters in a list of such, the pair one half of them. */
function isHalfOfFour(text: string, i: number): boolean {
  for (const from of [i - 1, i - 3]) {
    if (text[from - 1] !== '、' || !'的、'.includes(text[from + 4] ?? ' ')) continue;
    let before = from - 2;
    while (before >= 0 && from - 1 - before <= 4 && isPlainHan(text.charCodeAt(before))) before--;
    if (from - 2 - before >= 4 || text[from + 4] === '、') return true;
  }
  return false;
}

const possible = '得'.charCodeAt(0);
const whoever = '者'.charCodeAt(0);

/** The pair that ends at `i` stands in no word, and one of its characters not even with its other neighbour; `sum` is what they cost alone. */
function judge(text: string, i: number, sum: number, firstJoins: boolean, secondJoins: boolean): OddWord | undefined {
  const first = text.charCodeAt(i - 1);
  const second = text.charCodeAt(i);
  // 豁得出来: 得 may follow any verb.
  if (second === possible) return undefined;
  const atSecond = !secondJoins && characterCost(second) >= bound && mayBeMeant(second, first, 1);
  // 盗火者: 者 may follow any phrase.
  const anybody = second === whoever && isPlainHan(text.charCodeAt(i - 2));
  const atFirst = !anybody && !firstJoins && characterCost(first) >= bound && mayBeMeant(first, second, 0);
  const turned = first === second ? 0 : wordCost(second, first);
  if (!atSecond && !atFirst && turned === 0) return undefined;
  let best: OddWord | undefined;
  const consider = (start: number, end: number, right: string, word: string, cost: number): void => {
    if (sum - cost < leastGain || isCoined(text, i, start)) return;
    const found = weigh(text, start, end, right, word, i - 1, cost);
    if (found !== undefined && (best === undefined || found.gain > best.gain)) best = found;
  };
  if (atSecond)
    for (const meant of meantFor(second, first, 1)) {
      const right = String.fromCharCode(meant);
      consider(i, i + 1, right, text[i - 1]! + right, wordCost(first, meant));
    }
  if (atFirst)
    for (const meant of meantFor(first, second, 0)) {
      const right = String.fromCharCode(meant);
      consider(i - 1, i, right, right + text[i]!, wordCost(meant, second));
    }
  if (turned !== 0) {
    const right = text[i]! + text[i - 1]!;
    consider(i - 1, i + 1, right, right, turned);
  }
  return best !== undefined && isFigure(text, i) ? undefined : best;
}

const setOf = (characters: string): ReadonlySet<number> => new Set(codesOf(characters));
let onPurpose: ReadonlySet<number> | undefined;
let counted: ReadonlySet<number> | undefined;
let bodies: ReadonlySet<number> | undefined;
let families: ReadonlySet<number> | undefined;

/** What may stand before a thing that is doubled for each of it: 一条条, 每年年底; and any mark. */
const isOpen = (code: number): boolean => !isPlainHan(code) || characterCost(code) === 0 || eachWords.has(code);
const eachWords = setOf('每逐这那各在要让是为达从到');

/** Behind a verb or adjective of one character. */
const directions = setOf('起下上出了着得过到来去');
/** What ends the name of a place or a body: a name or 我 may stand before it, and behind it what belongs to it. */
const bodyNames = '国军省市县区镇乡村州旗街委会局部院厅处科室组队社厂校站所团园馆楼店场港库井矿';

/** Less is what two words that meet (加工|工业) may gain. */
const leastDoubling = 18;

/** Whether two equal characters, at `at` and behind it, are one too many: 发发展. Only told of characters that hardly stand alone. */
export function isDoubledSlip(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const cost = characterCost(code);
  if (cost === 0) return false;
  onPurpose ??= setOf(reduplicated);
  if (onPurpose.has(code)) return false;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  const behind = text.charCodeAt(at + 2);
  if (before === code || behind === code) return false;
  // 方方面面, 实实在在, 绿油油, 屠呦呦
  if (isPlainHan(before) && text.charCodeAt(at - 2) === before) return false;
  if (isPlainHan(behind) && text.charCodeAt(at + 3) === behind) return false;
  const ends = isPlainHan(before) && wordCost(before, code) !== 0;
  const begins = isPlainHan(behind) && wordCost(code, behind) !== 0;
  // 沾沾自喜
  if (!ends && !begins && isKnown(code, code)) return false;
  // 加工|工业, 工作|作了
  if (ends && (begins || cost < bound || isKnown(code, behind))) return false;
  if (begins && isKnown(before, code)) return false;
  counted ??= setOf(countable);
  if (counted.has(code) && (isOpen(before) || (!ends && !begins))) return false;
  // 尽快|快起来
  if (ends && directions.has(behind)) return false;
  // 学校|校庆, 省委|委员, 我市|市委, 教学楼|楼梯
  bodies ??= setOf(bodyNames);
  if (!ends && bodies.has(code)) return false;
  families ??= setOf(surnames);
  // 程志强|强调
  if (!ends && begins && families.has(text.charCodeAt(at - 2)) && isPlainHan(before)) return false;
  // 范玲玲
  if (!begins && (families.has(before) || families.has(text.charCodeAt(at - 2))) && !isPlainHan(behind)) return false;
  const from = startOf(text, at);
  const to = endOf(text, at + 2);
  const gain =
    readingCost(codesOf(text.slice(from, to))) - readingCost(codesOf(text.slice(from, at) + text.slice(at + 1, to)));
  return gain >= leastDoubling;
}
