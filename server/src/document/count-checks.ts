/**
 * Announced counts held against what the draft enumerates for them: what their own paragraph lists in words, or a list of the outline. A count is
 * judged only where the enumeration is certain.
 */
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

/** Every announced count of the draft with its enumeration, in text order. */
export function checkCounts(
  paragraphs: readonly Paragraph[],
  counting: readonly Paragraph[],
  outline: Outline,
): readonly CountCheck[] {
  const byFirst = new Map<number, Enumeration[]>();
  for (const enumeration of outline.enumerations) {
    const index = enumeration.items[0]!.paragraph.index;
    const known = byFirst.get(index);
    if (known === undefined) byFirst.set(index, [enumeration]);
    else known.push(enumeration);
  }
  const checks: CountCheck[] = [];
  for (const paragraph of counting) {
    const { counts } = paragraph.facts;
    let again: readonly boolean[] | undefined;
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i]!;
      if (!count.announcing && count.list === undefined) continue;
      const found = count.announcing
        ? announcedList(paragraphs, byFirst, paragraph, count, (again ??= countedAgain(counts))[i]!)
        : undefined;
      if (found === undefined && count.list === undefined) {
        const dashed = count.announcing && !count.slogan ? dashedItems(paragraphs, paragraph, count) : undefined;
        if (dashed !== undefined) {
          const open = dashed.length < count.value && dashed.at(-1)!.end >= paragraphs.at(-1)!.end;
          const verdict = dashed.length === count.value ? 'ok' : 'mismatch';
          checks.push(new PlacedCount(paragraph, count, verdict, undefined, open, dashed));
        }
        continue;
      }
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
