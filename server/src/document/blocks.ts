/** A draft as body paragraphs: lines, with page numbers and page breaks of a web page or a printout bridged, and Markdown's other blocks left out. */
import { CLAUSE_END, CLOSER, classOf, HAN, isDigit, isSpace } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { Format } from './facts.ts';
import { MarkdownLines } from './markdown.ts';

export interface Block extends Span {
  /** Depth of a Markdown heading (# = 1), 0 for other text. */
  readonly level: number;
  /** A row of a Markdown table, which is not body: only what has to be filled in is looked for in it. */
  readonly row?: true;
}

/** What a text shares with the one before it: all up to `head`, and all from `tail` on, there `moved` characters farther on. */
export interface Shared {
  readonly head: number;
  readonly tail: number;
  readonly moved: number;
}

/** The paragraphs of a text, and the lines they were made of: those of the next version are found from them. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly lines: readonly Block[];
}

const lineBreaks = ['\n', '\r', '\u2028', '\u2029'];
const isLineBreak = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;

/** Lines without their breaks, trimmed; empty ones are left out. */
function linesOf(text: string, format: Format): Block[] {
  const blocks: Block[] = [];
  const markdown = format === 'markdown' ? new MarkdownLines() : undefined;
  /** What ends lines here, and where the next one stands. */
  const breaks = lineBreaks.map((mark) => ({ mark, at: text.indexOf(mark) })).filter(({ at }) => at >= 0);
  let start = 0;
  let held: { start: number; end: number } | undefined;
  const push = (from: number, to: number, following: string): void => {
    if (markdown === undefined) {
      addLine(text, from, to, blocks);
      return;
    }
    const line = markdown.next(text.slice(from, to), following);
    if (line !== undefined) addTrimmed(text, from + line.begin, from + line.end, line.level, line.row, blocks);
  };
  while (start <= text.length) {
    let end = text.length;
    for (const each of breaks) {
      if (each.at >= 0 && each.at < start) each.at = text.indexOf(each.mark, start);
      if (each.at >= 0 && each.at < end) end = each.at;
    }
    if (held !== undefined) push(held.start, held.end, text.slice(start, end));
    held = { start, end };
    start = end + (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1);
  }
  if (held !== undefined) push(held.start, held.end, '');
  return blocks;
}

function addTrimmed(
  text: string,
  from: number,
  to: number,
  level: number,
  row: true | undefined,
  blocks: Block[],
): void {
  let start = from;
  let end = to;
  while (start < end && isSpaceOrInvisible(text.charCodeAt(start))) start++;
  while (end > start && isSpaceOrInvisible(text.charCodeAt(end - 1))) end--;
  if (start < end) blocks.push({ start, end, level, ...(row && { row }) });
}

/** A line of plain text; one that is a comment is no text. */
function addLine(text: string, from: number, to: number, blocks: Block[]): void {
  const before = blocks.length;
  addTrimmed(text, from, to, 0, undefined, blocks);
  const line = blocks[before];
  if (line !== undefined && text.startsWith('<!--', line.start) && text.startsWith('-->', line.end - 3)) blocks.pop();
}

/** The lines of a plain text of which an earlier version is known: only those around the edit are looked at. */
function linesAfter(text: string, earlier: readonly Block[], { head, tail, moved }: Shared): readonly Block[] {
  // From the start of a line whose break, and what follows it, is as it was, to another one.
  let from = Math.max(0, head - 1);
  while (from > 0 && !startsLine(text, from)) from--;
  let to = Math.max(head, tail) + 1;
  while (to < text.length && !startsLine(text, to)) to++;
  const lines = earlier.slice(
    0,
    lowerBound(earlier, from, (line) => line.start),
  );
  let start = from;
  for (let i = from; i < Math.min(to, text.length); i++) {
    const code = text.charCodeAt(i);
    if (!isLineBreak(code)) continue;
    addLine(text, start, i, lines);
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    start = i + 1;
  }
  if (to >= text.length) {
    addLine(text, start, text.length, lines);
    return lines;
  }
  for (let i = lowerBound(earlier, to + moved, (line) => line.start); i < earlier.length; i++) {
    const line = earlier[i]!;
    lines.push(moved === 0 ? line : { start: line.start - moved, end: line.end - moved, level: 0 });
  }
  return lines;
}

/** Whether a line starts there: behind a break, and not inside one. */
function startsLine(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return isLineBreak(before) && !(before === 0x0d && text.charCodeAt(offset) === 0x0a);
}

const isSpaceOrInvisible = (code: number): boolean =>
  isSpace(code) || code === 0xfeff || (code >= 0x200b && code <= 0x200f);

const numbered = /^(\d{1,3})[、.．](?!\d)/;
const pageNumber = /^(?:[-—–－ ]{0,4}\d{1,3}[-—–－ ]{0,4}|第 ?\d{1,3} ?页.{0,12})$/;

/** By its first character: nearly all lines are ruled out so. */
const mayBePageNumber = (code: number): boolean =>
  isDigit(code) ||
  code === 0x2d ||
  code === 0x2014 ||
  code === 0x2013 ||
  code === 0xff0d ||
  code === 0x20 ||
  code === 0x7b2c;

/** Whether a line breaks off inside a sentence: its last character is a Han character or a mark that ends nothing. */
function breaksOff(text: string, block: Block): boolean {
  const last = text.charCodeAt(block.end - 1);
  return (classOf(last) & (CLAUSE_END | CLOSER)) === 0 && block.end - block.start > 24;
}

/**
 * Numbers that a web page put at the start of its pages (`2、` inside a sentence): consecutive, each on a long line, and most of the lines
 * before them break off inside a sentence. Only the text around tells them from an outline.
 */
function pageSplits(text: string, lines: readonly Block[]): boolean[] {
  const split = new Array<boolean>(lines.length).fill(false);
  const run: number[] = [];
  let broken = 0;
  let last = 0;
  const close = (): void => {
    if (run.length >= 2 && broken * 2 >= run.length) for (const i of run) split[i] = true;
    run.length = 0;
    broken = 0;
  };
  lines.forEach((line, i) => {
    if (!isDigit(text.charCodeAt(line.start))) return;
    const number = numbered.exec(text.slice(line.start, line.start + 6));
    if (number === null) return;
    const value = Number(number[1]);
    if (run.length > 0 && value !== last + 1) close();
    last = value;
    run.push(i);
    const before = lines[i - 1];
    if (before !== undefined && breaksOff(text, before)) broken++;
  });
  close();
  return split;
}

/** Columns that a text takes: two for a Chinese character or mark, one for the rest. */
function columns(text: string, { start, end }: Span): number {
  let width = end - start;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) >= 0x1100) width++;
  return width;
}

/** Lines of a printout or a PDF are between these lengths, in characters. */
const shortestWrap = 14;
const longestWrap = 80;
/** What begins a paragraph of its own, whatever the line before it looks like. */
const ownLine =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,2}[，、,项]|[一二三四五六七八九十][是要][^，。]|[①-⑳]|首先|其次|最后|同志们|各位|尊敬的|——|…)/;
/** A full line that may end its paragraph. */
const mayEnd = (text: string, { end }: Span): boolean => '。！？!?；;：:…”’」』）)】》.'.includes(text[end - 1]!);

/**
 * Text that was broken into lines of one width (copied from a printout or a PDF): the lines of a paragraph are put together again. Most lines
 * are then as wide as the widest, and most of those stop inside a sentence; no draft written by the paragraph looks like that.
 */
function unwrapped(text: string, lines: readonly Block[]): readonly Block[] {
  if (lines.length < 6) return lines;
  let broken = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    if (length >= shortestWrap && length <= longestWrap && !mayEnd(text, line)) broken++;
  }
  if (broken < 5 || broken * 3 < lines.length) return lines;
  const widths = lines.map((line) => (line.end - line.start <= longestWrap ? columns(text, line) : 0));
  const width = usualWidth(widths);
  if (width < shortestWrap * 2) return lines;
  // Where only some lines are indented, those begin paragraphs.
  const indents = lines.map(({ start }) => isIndented(text, start));
  const indented = indents.filter((is) => is).length * 2 < lines.length;
  const full = widths.map((w) => w >= width - 5 && w <= width + 5);
  const goesOn = (i: number): boolean => {
    const line = lines[i]!;
    const next = lines[i + 1];
    return (
      next !== undefined &&
      (full[i]! ||
        /[。；：][一二三四五六七八九十][是要]$/.test(text.slice(Math.max(line.start, line.end - 3), line.end))) &&
      !(indented && indents[i + 1]) &&
      !mayEnd(text, line) &&
      // 要想看清前方的路，⏎首先要看懂脚下的路
      (!ownLine.test(text.slice(next.start, next.start + 6)) ||
        ('，,'.includes(text[line.end - 1]!) && /^(?:首先|其次|最后)/.test(text.slice(next.start, next.start + 2))))
    );
  };
  let joins = 0;
  let wide = 0;
  let marked = 0;
  let sentences = 0;
  lines.forEach(({ start, end }, i) => {
    if (!full[i]) return;
    wide++;
    if (goesOn(i)) joins++;
    const words = text.slice(start, end);
    if (/[，。；、：]/.test(words)) marked++;
    if (/[。！？；]./.test(words)) sentences++;
  });
  if (joins < 5 || joins * 2 < wide || joins * 10 < lines.length * 3) return lines;
  // Lists of names and of headings are as even, but no sentence ends inside a line of them.
  if (marked * 2 < wide || sentences < 2 || sentences * 16 < wide) return lines;
  const joined: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const start = lines[i]!.start;
    while (goesOn(i)) i++;
    joined.push({ start, end: lines[i]!.end, level: 0 });
  }
  return joined;
}

const isIndented = (text: string, start: number): boolean =>
  text[start - 1] === '\u3000' || text[start - 1] === '\t' || (text[start - 1] === ' ' && text[start - 2] === ' ');

/** The width that most lines share, in columns; 0 where none stands out. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [width] of counts) {
    let near = 0;
    for (let w = width - 3; w <= width + 3; w++) near += counts.get(w) ?? 0;
    if (width > 0 && (near > most || (near === most && width > best))) {
      most = near;
      best = width;
    }
  }
  return best;
}

const loneMark = /^[，。、；：！？”’」』）》】]{1,2}$/;

/** A mark that a conversion left on a line of its own belongs to the line before it. */
function withLoneMarks(text: string, lines: readonly Block[]): readonly Block[] {
  if (!lines.some(({ start, end }) => end - start <= 2 && loneMark.test(text.slice(start, end)))) return lines;
  const joined: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const before = joined[joined.length - 1];
    if (before === undefined || line.end - line.start > 2 || !loneMark.test(text.slice(line.start, line.end))) {
      joined.push(line);
      continue;
    }
    let { end } = line;
    const next = lines[i + 1];
    // ’ alone, then the rest of the sentence.
    if (
      next !== undefined &&
      !/[。！？；：]/.test(text.slice(line.start, line.end)) &&
      classOf(text.charCodeAt(next.start)) & HAN &&
      !ownLine.test(text.slice(next.start, next.start + 6))
    ) {
      end = next.end;
      i++;
    }
    joined[joined.length - 1] = { ...before, end };
  }
  return joined;
}

/** Splits a draft into the paragraphs of its body. Linear; of a plain draft of which an earlier version is known, only what is another is looked at closely. */
export function splitBlocks(
  text: string,
  format: Format,
  earlier?: { readonly lines: readonly Block[]; readonly shared: Shared },
): Blocks {
  if (format === 'markdown') {
    const lines = linesOf(text, format);
    return { lines, blocks: lines };
  }
  const lines = earlier === undefined ? linesOf(text, format) : linesAfter(text, earlier.lines, earlier.shared);
  return { lines, blocks: withoutPages(text, unwrapped(text, withLoneMarks(text, lines))) };
}

/** Lines as paragraphs: what page numbers of a printout or a web page have cut in two is one. */
function withoutPages(text: string, lines: readonly Block[]): readonly Block[] {
  const split = pageSplits(text, lines);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]!;
    const before = blocks[blocks.length - 1];
    const following = lines[i + 1];
    // A bare page number between two halves of a sentence: the halves are one paragraph.
    if (
      mayBePageNumber(text.charCodeAt(line.start)) &&
      pageNumber.test(text.slice(line.start, Math.min(line.end, line.start + 24)))
    ) {
      if (
        before !== undefined &&
        following !== undefined &&
        breaksOff(text, before) &&
        classOf(text.charCodeAt(following.start)) & HAN &&
        !/^[一二三四五六七八九十（(第]/.test(text[following.start]!)
      ) {
        blocks[blocks.length - 1] = { start: before.start, end: following.end, level: 0 };
        i++;
      } else blocks.push(line);
      continue;
    }
    if (split[i]) {
      const number = numbered.exec(text.slice(line.start, line.start + 6))!;
      if (before !== undefined && breaksOff(text, before)) {
        blocks[blocks.length - 1] = { start: before.start, end: line.end, level: 0 };
        continue;
      }
      line = { start: line.start + number[0].length, end: line.end, level: 0 };
    }
    blocks.push(line);
  }
  return blocks;
}
