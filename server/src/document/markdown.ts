/**
 * What of a Markdown draft is body text: blocks by line (front matter, code, tables, comments and definitions are not body) and the marks inside a
 * line that a reader never sees. Follows CommonMark 0.31 where it matters for a speech; where a draft's `*` could be a mask, it stays a mask.
 */
import { isDigit, isSpace } from '../text/characters.ts';
import { behindMask } from './lexicon/blank-words.ts';
import type { Cut } from './reading.ts';

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|(?=[^#\s\w]))/;
const listItem = /^\s*(?:[-*+]|\d{1,9}\))[ \t]+/;
const taskBox = /^\[[ xX]\][ \t]+/;
const quote = /^\s{0,3}(?:>[ \t]?)+/;
const thematic = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const definition = /^ {0,3}\[\^?[^\]]+\]:/;
const tableRow = /^\s*\|.*\|\s*$/;
const setext = /^ {0,3}(=+|-+)\s*$/;

export interface MarkdownLine {
  /** Offset in the line where the text begins, after `##`, `- `, `> `, `[ ] `. */
  readonly begin: number;
  /** Offset where it ends (before closing #s). */
  readonly end: number;
  /** Depth of a heading, 0 for other text. */
  readonly level: number;
  /** A row of a table: no body text, but what is missing in it is missing. */
  readonly row?: true;
}

/** Reads a Markdown draft line by line; keeps what spans lines. */
export class MarkdownLines {
  #fence = '';
  #comment = false;
  #front: 'maybe' | 'inside' | 'no' = 'maybe';

  /** The text of a line, or undefined where it is not body. */
  next(line: string, following: string): MarkdownLine | undefined {
    if (this.#front !== 'no') {
      const rule = line.trimEnd();
      if (this.#front === 'maybe') {
        this.#front = rule === '---' ? 'inside' : 'no';
        if (this.#front === 'inside') return undefined;
      } else {
        if (rule === '---' || rule === '...') this.#front = 'no';
        return undefined;
      }
    }
    if (this.#fence !== '') {
      const close = line.trim();
      if (close.startsWith(this.#fence) && close.split(this.#fence[0]!).join('') === '') this.#fence = '';
      return undefined;
    }
    if (this.#comment) {
      if (line.includes('-->')) this.#comment = false;
      return undefined;
    }
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line);
    if (fence !== null) {
      this.#fence = fence[1]!;
      return undefined;
    }
    if (/^\s*<!--/.test(line)) {
      const end = line.indexOf('-->');
      if (end < 0) this.#comment = true;
      if (end < 0 || line.slice(end + 3).trim() === '') return undefined;
    }
    if (thematic.test(line) || definition.test(line) || /^\s*$/.test(line)) return undefined;
    if (tableRow.test(line))
      return /^[\s|:-]*$/.test(line) ? undefined : { begin: 0, end: line.length, level: 0, row: true };
    if (/^ {0,3}<\/?[a-zA-Z][^>]*>\s*$/.test(line)) return undefined;
    let begin = 0;
    for (;;) {
      const rest = line.slice(begin);
      const step = quote.exec(rest) ?? listItem.exec(rest) ?? (begin > 0 ? taskBox.exec(rest) : null);
      if (step === null || step[0].length === 0) break;
      begin += step[0].length;
    }
    const title = heading.exec(line.slice(begin));
    if (title !== null) {
      const end = line.replace(/\s+#+\s*$/, '').length;
      return { begin: begin + title[0].length, end: Math.max(end, begin + title[0].length), level: title[1]!.length };
    }
    const under = setext.exec(following);
    if (under !== null && following.trim().length >= 2 && line.trim() !== '')
      return { begin, end: line.length, level: under[1]![0] === '=' ? 1 : 2 };
    if (setext.test(line)) return undefined;
    return { begin, end: line.length, level: 0 };
  }
}

const wordBefore = (code: number): boolean => isDigit(code) || code === 0x2e;

/** The marks inside one paragraph's source that are not read: emphasis, code, links, images, comments, tags, escapes. Sorted, disjoint. */
export function inlineMarks(source: string): Cut[] {
  const cuts: Cut[] = [];
  const cut = (start: number, end: number): void => {
    if (end > start) cuts.push({ start, end, reason: 'markup' });
  };
  /** Open emphasis runs: where, which character, how long. */
  const open: { at: number; mark: string; length: number }[] = [];
  const refused = new Set<string>();
  /** Closing marks that do not come any more. */
  const absent = new Set<string>();
  const behind = (mark: string, from: number): number => {
    if (absent.has(mark)) return -1;
    const at = source.indexOf(mark, from);
    if (at < 0) absent.add(mark);
    return at;
  };
  for (let i = 0; i < source.length; i++) {
    const mark = source[i]!;
    switch (mark) {
      case '\\':
        if (/[!-/:-@[-`{-~]/.test(source[i + 1] ?? '')) {
          cut(i, i + 1);
          i++;
        }
        break;
      case '`': {
        let run = 1;
        while (source[i + run] === '`') run++;
        const close = behind('`'.repeat(run), i + run);
        if (close > 0) {
          cut(i, close + run);
          i = close + run - 1;
        } else i += run - 1;
        break;
      }
      case '<': {
        const comment = source.startsWith('<!--', i) ? behind('-->', i) : -1;
        const end = source.startsWith('<!--', i)
          ? comment + (comment < 0 ? 0 : 2)
          : /^<(?:\/?[a-zA-Z][^<>]{0,200}|https?:[^<>\s]{0,500})>/.exec(source.slice(i, i + 520))
            ? source.indexOf('>', i)
            : -1;
        if (end > i) {
          cut(i, end + 1);
          i = end;
        }
        break;
      }
      case '!':
      case '[': {
        const image = mark === '!';
        if (image && source[i + 1] !== '[') break;
        const piece = source.slice(i, i + 600);
        const note = /^\[\^[^\]\s]{1,40}\]/.exec(piece);
        if (note !== null) {
          cut(i, i + note[0].length);
          i += note[0].length - 1;
          break;
        }
        const link = /^!?\[([^[\]]{0,300})\]\([^()\s]{0,250}(?:\s+"[^"]{0,100}")?\)/.exec(piece);
        if (link === null) break;
        if (image) {
          cut(i, i + link[0].length);
          i += link[0].length - 1;
        } else {
          cut(i, i + 1);
          const text = i + 1 + link[1]!.length;
          cut(text, i + link[0].length);
          // The text of the link is read as it stands; marks inside it are rare and kept.
          i += link[0].length - 1;
        }
        break;
      }
      case '*':
      case '_':
      case '~': {
        let run = 1;
        while (source[i + run] === mark) run++;
        const before = source.charCodeAt(i - 1);
        const after = source.charCodeAt(i + run);
        const canOpen = !Number.isNaN(after) && !isSpace(after);
        const canClose = i > 0 && !isSpace(before);
        let matched = -1;
        if (canClose && !(mark === '~' && run < 2) && run <= 3)
          for (let k = open.length - 1; k >= 0; k--)
            if (open[k]!.mark === mark && open[k]!.length === run) {
              matched = k;
              break;
            }
        if (matched >= 0 && !refused.has(mark + run) && emphasises(source, open[matched]!.at, i, run, mark)) {
          const from = open[matched]!.at;
          cut(from, from + run);
          cut(i, i + run);
          open.length = matched;
        } else {
          // One pair that turned out to be masks: a writer who masks with ** does so all along the paragraph.
          if (matched >= 0 && mark === '*') refused.add(mark + run);
          if (canOpen && run <= 3) open.push({ at: i, mark, length: run });
        }
        i += run - 1;
        break;
      }
    }
  }
  return cuts.sort((a, b) => a.start - b.start);
}

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
