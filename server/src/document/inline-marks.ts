/**
 * The marks inside a line of Markdown that a reader never sees. Follows CommonMark 0.31 where it matters for a speech; where a draft's `*` could be a mask,
 * it stays a mask.
 */
import { charactersOf, isDigit, isIn, isSpace } from '../text/characters.ts';
import { behindMask } from './lexicon/blank-words.ts';
import type { Cut } from './reading.ts';

/** The marks in one paragraph's source that are not read: emphasis, code, links, images, comments, tags, escapes. Sorted, disjoint. */
export function inlineMarks(source: string): Cut[] {
  const marks = new InlineMarks(source);
  for (let i = 0; i < source.length; i++) if (isIn(begins, source.charCodeAt(i))) i = marks.take(i) - 1;
  return marks.cuts.sort((a, b) => a.start - b.start);
}

const begins = charactersOf('\\`<![*_~');

/** A run of marks that may open emphasis. */
interface Opening {
  readonly at: number;
  /** The run itself: `**`. */
  readonly run: string;
}

const escapable = /[!-/:-@[-`{-~]/;
const tag = /^<(?:\/?[a-zA-Z][^<>]{0,200}|https?:[^<>\s]{0,500})>/;
const tagReach = 520;
const footnote = /^\[\^[^\]\s]{1,40}\]/;
const link = /^!?\[([^[\]]{0,300})\]\([^()\s]{0,250}(?:\s+"[^"]{0,100}")?\)/;
const linkReach = 600;
/** More in a row is a rule or a mask. */
const longestEmphasis = 3;

class InlineMarks {
  readonly cuts: Cut[] = [];
  readonly #source: string;
  readonly #open: Opening[] = [];
  /** By run: where in `#open` its openings are. A search through them all would make many unmatched marks a quadratic matter. */
  readonly #places = new Map<string, number[]>();
  /** Runs that turned out to be masks. */
  readonly #refused = new Set<string>();
  /** Closing marks that do not come any more. */
  readonly #absent = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads what begins at `i`. Returns where to go on. */
  take(i: number): number {
    switch (this.#source[i]) {
      case '\\':
        return this.#escape(i);
      case '`':
        return this.#code(i);
      case '<':
        return this.#tag(i);
      case '!':
        return this.#source[i + 1] === '[' ? this.#link(i) : i + 1;
      case '[':
        return this.#link(i);
      default:
        return this.#emphasis(i);
    }
  }

  #cut(start: number, end: number): number {
    if (end > start) this.cuts.push({ start, end, reason: 'markup' });
    return end;
  }

  #behind(mark: string, from: number): number {
    if (this.#absent.has(mark)) return -1;
    const at = this.#source.indexOf(mark, from);
    if (at < 0) this.#absent.add(mark);
    return at;
  }

  #runAt(i: number): number {
    let run = 1;
    while (this.#source[i + run] === this.#source[i]) run++;
    return run;
  }

  #escape(i: number): number {
    if (!escapable.test(this.#source[i + 1] ?? '')) return i + 1;
    return this.#cut(i, i + 1) + 1;
  }

  #code(i: number): number {
    const run = this.#runAt(i);
    const close = this.#behind('`'.repeat(run), i + run);
    return close > 0 ? this.#cut(i, close + run) : i + run;
  }

  #tag(i: number): number {
    if (this.#source.startsWith('<!--', i)) {
      const close = this.#behind('-->', i);
      return close < 0 ? i + 1 : this.#cut(i, close + 3);
    }
    const found = tag.exec(this.#source.slice(i, i + tagReach));
    return found === null ? i + 1 : this.#cut(i, i + found[0].length);
  }

  /** An image and the mark of a footnote are not read at all; of a link its text is, as it stands: marks inside it are rare and kept. */
  #link(i: number): number {
    const piece = this.#source.slice(i, i + linkReach);
    const note = footnote.exec(piece);
    if (note !== null) return this.#cut(i, i + note[0].length);
    const found = link.exec(piece);
    if (found === null) return i + 1;
    const end = i + found[0].length;
    if (piece[0] === '!') return this.#cut(i, end);
    this.#cut(i, i + 1);
    return this.#cut(i + 1 + found[1]!.length, end);
  }

  #emphasis(i: number): number {
    const source = this.#source;
    const mark = source[i]!;
    const length = this.#runAt(i);
    if (length > longestEmphasis) return i + length;
    const end = i + length;
    const run = source.slice(i, end);
    const after = source.charCodeAt(end);
    const canOpen = !Number.isNaN(after) && !isSpace(after);
    const canClose = i > 0 && !isSpace(source.charCodeAt(i - 1)) && run !== '~';
    const place = canClose ? this.#places.get(run)?.at(-1) : undefined;
    if (place !== undefined) {
      const from = this.#open[place]!.at;
      if (!this.#refused.has(run) && emphasises(source, from, i, length, mark)) {
        this.#cut(from, from + length);
        this.#closeFrom(place);
        return this.#cut(i, end);
      }
      // One pair that turned out to be masks: a writer who masks with ** does so all along the paragraph.
      if (mark === '*') this.#refused.add(run);
    }
    if (canOpen) this.#opens({ at: i, run });
    return end;
  }

  #opens(opening: Opening): void {
    const places = this.#places.get(opening.run);
    if (places === undefined) this.#places.set(opening.run, [this.#open.length]);
    else places.push(this.#open.length);
    this.#open.push(opening);
  }

  /** What was opened since is not closed any more. */
  #closeFrom(place: number): void {
    for (const { run } of this.#open.splice(place)) this.#places.get(run)!.pop();
  }
}

const wordBefore = (code: number): boolean => isDigit(code) || code === 0x2e;

/**
 * Whether two equal runs are emphasis, or two masks: `**一、抓招商**` is emphasis; in `20*年增长*.8%` and `*县与*区` single stars stand for something.
 * Double runs pair unless both take what follows them as their unit or suffix (项目**个，到位**亿元); underlines pair only at the edges of words, as in
 * CommonMark; a single star does unless a figure touches it or what it encloses would be read on its own as the rest of a clause.
 */
function emphasises(source: string, from: number, to: number, run: number, mark: string): boolean {
  const inside = source.slice(from + run, to);
  if (inside.trim() === '' || inside.endsWith('、') || (joins.test(inside) && !/[。：]$/.test(inside))) return false;
  const behind = source.slice(to + run, to + run + 4);
  if (mark === '_')
    return (
      (from === 0 || /[\s（(“，。；：、]/.test(source[from - 1]!)) &&
      (to + run >= source.length || /[\s）)”，。；：、！？]/.test(source[to + run]!)) &&
      !/^[年月日]/.test(inside)
    );
  if (behindMask.test(behind) && (behindMask.test(inside) || /[，。；、%％到至]/.test(inside))) return false;
  if (run >= 2) return true;
  if (
    wordBefore(source.charCodeAt(from - 1)) ||
    wordBefore(source.charCodeAt(to + 1)) ||
    isDigit(source.charCodeAt(to - 1))
  )
    return false;
  return !/[，。；：、！？,;]/.test(inside) && !division.test(inside) && !division.test(behind);
}

/** What stands between two masks, never at the start of an emphasis: *、*, *—*, *.*%. */
const joins = /^(?:[、，。；：—～.%％-]|(?:至|到|和|与)$)/;
const division = /^[省市县区州旗镇乡村局委办院]/;
