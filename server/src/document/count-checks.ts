/**
 * Announced counts held against what the draft enumerates for them: what their own paragraph lists in words, or a list of the outline. A count is
 * judged only where the enumeration is certain.
 */
import { formatHanInteger } from '../text/numerals.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { WordList } from './count-lists.ts';
import { announces, type CountToken } from './counts.ts';
import type { Paragraph } from './document.ts';
import type { Enumeration, Outline } from './outline.ts';

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
  readonly #dashed: readonly Span[] | undefined;

  constructor(
    paragraph: Paragraph,
    count: CountToken,
    verdict: CountVerdict,
    enumeration: Enumeration | undefined,
    open: boolean,
    dashed?: readonly Span[],
  ) {
    const { start, end } = paragraph.facts.reading.span(count.start, count.end);
    this.start = paragraph.start + start;
    this.end = paragraph.start + end;
    this.verdict = verdict;
    this.paragraph = paragraph;
    this.enumeration = enumeration;
    this.open = open;
    this.#count = count;
    this.#dashed = dashed;
  }
  get announced(): number {
    return this.#count.value;
  }
  get number(): Span {
    return this.#absolute(this.#count.number);
  }
  get items(): readonly Span[] {
    return this.#dashed ?? this.enumeration?.items ?? this.#count.list!.items.map((item) => this.#absolute(item));
  }
  get note(): string {
    return `文中${this.announced}项，列出${this.items.length}项`;
  }
  get way(): CountCheck['way'] {
    return this.enumeration !== undefined || this.#dashed !== undefined ? 'outline' : this.#count.list!.way;
  }
  #absolute({ start, end }: Span): Span {
    const span = this.paragraph.facts.reading.span(start, end);
    return { start: this.paragraph.start + span.start, end: this.paragraph.start + span.end };
  }
}

/** Lists of the outline by the paragraphs that their first items stand in. */
type Lists = ReadonlyMap<number, readonly Enumeration[]>;

/** A list of the outline, and whether it is certain to be the one that is announced. */
interface Announced {
  readonly enumeration: Enumeration;
  readonly certain: boolean;
}

/** Every announced count of the draft with its enumeration, in text order. */
export function checkCounts(
  paragraphs: readonly Paragraph[],
  counting: readonly Paragraph[],
  outline: Outline,
): readonly CountCheck[] {
  const lists = listsByParagraph(outline);
  const checks: CountCheck[] = [];
  for (const paragraph of counting) {
    const { counts } = paragraph.facts;
    let again: readonly boolean[] | undefined;
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i]!;
      const found = count.announcing
        ? announcedList(paragraphs, lists, paragraph, count, (again ??= countedAgain(counts))[i]!)
        : undefined;
      const check = checkOf(paragraphs, outline, paragraph, count, found);
      if (check !== undefined) checks.push(check);
    }
  }
  return checks;
}

function listsByParagraph({ enumerations }: Outline): Lists {
  const lists = new Map<number, Enumeration[]>();
  for (const enumeration of enumerations) {
    const { index } = enumeration.items[0]!.paragraph;
    const known = lists.get(index);
    if (known === undefined) lists.set(index, [enumeration]);
    else known.push(enumeration);
  }
  return lists;
}

/** What a count is held against: the list of the outline that was found for it, what the paragraph lists in words, or paragraphs behind dashes. */
function checkOf(
  paragraphs: readonly Paragraph[],
  outline: Outline,
  paragraph: Paragraph,
  count: CountToken,
  found: Announced | undefined,
): CountCheck | undefined {
  const { list, value } = count;
  if (found !== undefined && (list?.items.length !== value || found.enumeration.items.length === value))
    return againstOutline(paragraphs, outline, paragraph, count, found);
  if (list !== undefined) {
    const verdict = list.items.length === value ? 'ok' : 'mismatch';
    return verdict === 'ok' || list.certain ? new PlacedCount(paragraph, count, verdict, undefined, false) : undefined;
  }
  const dashed = count.announcing && !count.slogan ? dashedItems(paragraphs, paragraph, count) : undefined;
  if (dashed === undefined) {
    const repeated = count.announcing ? repeatedItems(paragraphs, paragraph, count) : undefined;
    return repeated === undefined ? undefined : new PlacedCount(paragraph, count, 'ok', undefined, false, repeated);
  }
  const open = dashed.length < value && dashed.at(-1)!.end >= paragraphs.at(-1)!.end;
  return new PlacedCount(paragraph, count, dashed.length === value ? 'ok' : 'mismatch', undefined, open, dashed);
}

function againstOutline(
  paragraphs: readonly Paragraph[],
  outline: Outline,
  paragraph: Paragraph,
  count: CountToken,
  { enumeration, certain }: Announced,
): CountCheck | undefined {
  const { value, slogan } = count;
  const n = enumeration.items.length;
  const open = n < value && endsTheText(paragraphs, enumeration);
  if (n === value) return slogan && !certain ? undefined : new PlacedCount(paragraph, count, 'ok', enumeration, open);
  // “三农”, “两委”: names, whatever list comes next.
  if (slogan) return undefined;
  // 首先…其次… and 一个是…另一个是… are seldom complete: they prove nothing.
  const loose = enumeration.form === 'series' || enumeration.form === 'pair';
  const unsure =
    !certain ||
    loose ||
    enumeration.faults.length > 0 ||
    lone(n, value) ||
    strayed(outline, enumeration, value) ||
    (n < value && goesOnOtherwise(paragraphs, enumeration, n)) ||
    (n < value && cutOff(paragraphs, enumeration));
  return new PlacedCount(paragraph, count, unsure ? 'unsure' : 'mismatch', enumeration, open);
}

/** Characters of a paragraph behind a count that are looked at; what is longer is more than the rest of its sentence. */
const longestRest = 160;
/** How far before a top-level list its announcement may stand, in paragraphs. */
const openingReach = 6;
const speechNouns = /(?:意见|要求|建议|体会|方面|希望|打算|看法|问题|工作|内容|点)$/;
const speechVerbs = /(?:讲|谈|提|说|提出|强调|汇报|报告|交流|发表|作)(?:了|以下|如下|这|下面)?$/;

/** A count, and the words around it that may announce a list. */
interface Announcement {
  readonly paragraph: Paragraph;
  readonly count: CountToken;
  /** The words before it. */
  readonly before: string;
  /** What is counted, with its measure word: 方面重点工作. */
  readonly counted: string;
  /** Offset behind it, closing quotes left out. */
  readonly after: number;
  /** A verb announces it: 讲, 抓好. */
  readonly verb: boolean;
  /** 以下, 如下 stands before it. */
  readonly listed: boolean;
}

function announcementOf(paragraph: Paragraph, count: CountToken): Announcement {
  const { text } = paragraph.facts.reading;
  const start = count.quoted ? count.start - 1 : count.start;
  const before = text.slice(Math.max(0, start - 12), start);
  let after = count.end;
  while (after < text.length && '”"’」'.includes(text[after]!)) after++;
  return {
    paragraph,
    count,
    before,
    counted: text.slice(count.number.end, count.end),
    after,
    verb: announces(before),
    listed: /(?:以下|如下|下列|下面)$/.test(before),
  };
}

/**
 * The list of the outline that a count announces: the first one that begins after it, in its own paragraph or the next, with nothing but the rest of
 * its sentence (or the end of an opening) between.
 */
function announcedList(
  paragraphs: readonly Paragraph[],
  lists: Lists,
  paragraph: Paragraph,
  count: CountToken,
  countedAgain: boolean,
): Announced | undefined {
  const here = lists.get(paragraph.index);
  const run = here?.[lowerBound(here, count.end, (e) => e.items[0]!.token!.start)];
  if (run !== undefined) return listHere(announcementOf(paragraph, count), run);
  // Most counts have no list anywhere near.
  if (countedAgain) return undefined;
  let i = paragraph.index + openingReach;
  while (i > paragraph.index && !lists.has(i)) i--;
  return i === paragraph.index ? undefined : listBelow(paragraphs, lists, announcementOf(paragraph, count));
}

/** 四句话: 第一句话：, 三组数据: 第一组是. */
function sameMeasure({ counted }: Announcement, { form, items }: Enumeration): boolean {
  const { variant } = items[0]!.token!;
  const measure = variant.slice(variant.startsWith('~') ? 1 : 0, -1);
  return form === 'ordinal' && variant.length > 1 && counted.startsWith(measure);
}

/** Another count of things that are listed: then the list may be that one's. */
const countedThings = /[两三四五六七八九十\d][个项点条件]/;

/** The first list of the count's own paragraph whose first marker comes after the count. */
function listHere(announcement: Announcement, enumeration: Enumeration): Announced | undefined {
  const { paragraph, count, after, verb, listed } = announcement;
  const { start } = enumeration.items[0]!.token!;
  if (start - after > 60) return undefined;
  const between = paragraph.facts.reading.text.slice(after, start);
  if (
    sameMeasure(announcement, enumeration) ||
    /^[：:，,。；;——\s“"]{0,3}(?:即|分别是|主要是|具体是|就是|那就是|我想)?[，,：:\s“"]{0,2}$/.test(between)
  )
    return { enumeration, certain: true };
  const sentences = between.split(/[。！？!?]/).length - 1;
  const again = countedThings.test(between);
  if (sentences === 0) {
    const colon = between.length <= 14 && /[：:]\s*[“"]?$/.test(between);
    return { enumeration, certain: !again && (listed || colon) };
  }
  return sentences === 1 && between.length <= 24 && (verb || count.quoted)
    ? { enumeration, certain: !again && /^[^，；：]{0,7}[。！？]$/.test(between) }
    : undefined;
}

/** A list in the next paragraphs: the count's sentence ends its own, or it announces the whole speech. */
function listBelow(paragraphs: readonly Paragraph[], lists: Lists, announcement: Announcement): Announced | undefined {
  const { paragraph, before, counted } = announcement;
  const speech = speechNouns.test(counted) && speechVerbs.test(before);
  const next = paragraph.index + 1;
  for (let i = next; i < Math.min(paragraphs.length, next + (speech ? openingReach : 1)); i++) {
    const first = lists.get(i)?.find((e) => e.items[0]!.token!.leading);
    if (first !== undefined) {
      const found = speech ? listOfSpeech(announcement, first) : listOfNext(announcement, first);
      return found !== undefined && inChain(announcement) ? { ...found, certain: false } : found;
    }
    if (lists.has(i) || (paragraphs[i]!.facts.reading.text.length > 200 && !speech)) return undefined;
  }
  return undefined;
}

const slogansBefore = /[“"][一两二三四五六七八九十\d]+[^”"，。；]{1,10}[”"][，、][^，。；“"]{0,6}[“"]?$/;

/** 围绕“一个中心”，深化“两项改革”，强化“四个保障”: one slogan of several announces no list of its own. */
const inChain = ({ paragraph, count }: Announcement): boolean =>
  count.quoted &&
  slogansBefore.test(paragraph.facts.reading.text.slice(Math.max(0, count.start - longestChain), count.start));
const longestChain = 30;

/** Sentences of its paragraph that follow the one with the count; 2 for more. */
function sentencesBehind({ paragraph, after }: Announcement): number {
  const { text } = paragraph.facts.reading;
  if (text.length - after > longestRest) return 2;
  return text.slice(after).split(/[。！？!?](?=.)/).length - 1;
}

/** 我讲三点意见: the parts of the speech, unless they stand under a heading above the count. */
function listOfSpeech(announcement: Announcement, enumeration: Enumeration): Announced | undefined {
  const { parent } = enumeration;
  const under = parent?.kind === 'marker' && parent.paragraph.index < announcement.paragraph.index;
  return under && sentencesBehind(announcement) > 0 ? undefined : { enumeration, certain: true };
}

/** The list that begins the next paragraph. */
function listOfNext(announcement: Announcement, enumeration: Enumeration): Announced | undefined {
  const { paragraph, count, after, counted, verb, listed } = announcement;
  const rest = paragraph.facts.reading.text.slice(after, after + longestRest);
  const sentences = sentencesBehind(announcement);
  if (sentences > 0) return sentences === 1 && verb && rest.length <= 60 ? { enumeration, certain: false } : undefined;
  if (countedThings.test(rest)) return { enumeration, certain: false };
  const colon = /[：:]$/.test(rest);
  const left = rest.replace(/[：:。，,；;\s]/g, '').length;
  // 必须在四个方面下更大功夫, “三个方面作一简要汇报”; 推出八项行动：
  const plain = left <= 12 && counted.includes('方面');
  const announced = (verb || count.quoted) && (colon || left <= 4);
  const certain = sameMeasure(announcement, enumeration) || listed || plain || (colon && left === 0) || announced;
  return { enumeration, certain };
}

const dash = /^(?:——|--|—|－－)(?=[^—-])/;

/** Paragraphs that begin with a dash, right below the sentence that counts them: 突出以下六个方面。⏎——…⏎——… */
function dashedItems(
  paragraphs: readonly Paragraph[],
  paragraph: Paragraph,
  count: CountToken,
): readonly Span[] | undefined {
  const next = paragraph.index + 1;
  if (!dash.test(paragraphs[next]?.facts.reading.text ?? '')) return undefined;
  const { text } = paragraph.facts.reading;
  const rest = text.slice(count.end, count.end + longestRest);
  if (!/^[”"]?[^。！？!?\d一二三四五六七八九十]{0,16}[。：:]$/.test(rest)) return undefined;
  const items: Span[] = [];
  for (let i = next; i < paragraphs.length; i++) {
    const item = paragraphs[i]!;
    const mark = dash.exec(item.facts.reading.text);
    if (mark === null) break;
    items.push({ start: item.start, end: item.end });
  }
  // A lone dash is a motto, or its speaker; what is far from the number was broken into paragraphs.
  return items.length < 2 || Math.abs(items.length - count.value) > 2 ? undefined : items;
}

/** As many paragraphs as are announced that begin with what is counted, right below: 做到三个坚持：⏎坚持…⏎坚持…⏎坚持… Another number of them proves nothing. */
function repeatedItems(
  paragraphs: readonly Paragraph[],
  paragraph: Paragraph,
  { noun, value, end }: CountToken,
): readonly Span[] | undefined {
  const { text } = paragraph.facts.reading;
  if (noun.length < 2 || text.length - end > 2 || !/^[”"]?[：:。]$/.test(text.slice(end))) return undefined;
  const items: Span[] = [];
  for (let i = paragraph.index + 1; i < paragraphs.length && items.length <= value; i++) {
    const item = paragraphs[i]!;
    if (!item.facts.reading.text.startsWith(noun)) break;
    items.push({ start: item.start, end: item.end });
  }
  return items.length === value ? items : undefined;
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

/** 第一板块是总论，第二板块是分论，第三板块讲加强领导: the next one is told as well, with another verb. */
function goesOnOtherwise(paragraphs: readonly Paragraph[], { form, items }: Enumeration, n: number): boolean {
  const last = items[n - 1]!;
  const unit = form === 'ordinal' ? unitOf.exec(last.marker)?.[1] : undefined;
  const { text } = paragraphs[last.paragraph.index]!.facts.reading;
  return unit !== undefined && text.includes(`第${formatHanInteger(n + 1)}${unit}`, last.token!.end);
}
const unitOf = /^第[一二三四五六七八九十]{1,3}([^是，,：、]{1,4})/;

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
  if (last.extent < final.end || isBehind(enumeration, end)) return false;
  const { text } = final.facts.reading;
  if (!sentenceEnd.test(text) && (text.length > headingLength || /[。！？]/.test(text))) return true;
  // Nor does a list of one end a speech.
  return (last.token!.leading || enumeration.items.length === 1) && !closingWords.test(text) && !/[！!]$/.test(text);
}

/** 第一，…⏎第二，…⏎第三，…⏎新时代，…⏎我相信，…: each item is a paragraph, and the last one has others behind it that go on with the speech. */
function isBehind({ items }: Enumeration, end: number): boolean {
  const places = items.map(({ paragraph }) => paragraph.index);
  return (
    places.length >= 3 &&
    places.every((place, i) => i === 0 || place === places[i - 1]! + 1) &&
    end - places.at(-1)! >= 2
  );
}

/** How many lines of a page may stand below a speech, and how long they are at most. */
const pageReach = 24;
const pageLine = 60;
const headingLength = 40;
const sentenceEnd = /[。！？!?；;…”’"）)》】.]\s*$/;
const closingWords =
  /(?:谢谢|感谢|完了|讲到这里|讲这些|努力|贡献|奋斗|胜利|前进|指正|包涵|散会|结束)[^。]{0,20}[。！!]?$/;
const footer = (text: string): boolean => text.length <= headingLength && !/[。；！!]/.test(text);
