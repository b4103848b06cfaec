/** A draft as body paragraphs: lines, with page numbers and page breaks of a web page or a printout bridged, and Markdown's other blocks left out. */
import { CLAUSE_END, CLOSER, classOf, HAN, isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Format } from './facts.ts';
import { MarkdownLines } from './markdown.ts';

export interface Block extends Span {
  /** Depth of a Markdown heading (# = 1), 0 for other text. */
  readonly level: number;
}

const separator = /[\r\n\u2028\u2029]/g;

/** Lines without their breaks, trimmed; empty ones are left out. */
function linesOf(text: string, format: Format): Block[] {
  const blocks: Block[] = [];
  const markdown = format === 'markdown' ? new MarkdownLines() : undefined;
  // Only texts with lone CR or U+2028 pay for the slower search.
  const plain = !/[\r\u2028\u2029]/.test(text);
  let start = 0;
  let held: { start: number; end: number } | undefined;
  const push = (from: number, to: number, following: string): void => {
    let begin = from;
    let end = to;
    let level = 0;
    if (markdown !== undefined) {
      const line = markdown.next(text.slice(from, to), following);
      if (line === undefined) return;
      begin = from + line.begin;
      end = from + line.end;
      level = line.level;
    }
    while (begin < end && isSpaceOrInvisible(text.charCodeAt(begin))) begin++;
    while (end > begin && isSpaceOrInvisible(text.charCodeAt(end - 1))) end--;
    if (begin === end) return;
    if (markdown === undefined && text.startsWith('<!--', begin) && text.startsWith('-->', end - 3)) return;
    blocks.push({ start: begin, end, level });
  };
  while (start <= text.length) {
    let end: number;
    if (plain) {
      end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
    } else {
      separator.lastIndex = start;
      end = separator.exec(text)?.index ?? text.length;
    }
    if (held !== undefined) push(held.start, held.end, text.slice(start, end));
    held = { start, end };
    start = end + (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1);
  }
  if (held !== undefined) push(held.start, held.end, '');
  return blocks;
}

const isSpaceOrInvisible = (code: number): boolean =>
  isSpace(code) || code === 0xfeff || (code >= 0x200b && code <= 0x200f);

const numbered = /^(\d{1,3})[、.．](?!\d)/;
const pageNumber = /^(?:[-—–－ ]{0,4}\d{1,3}[-—–－ ]{0,4}|第 ?\d{1,3} ?页.{0,12})$/;

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

/** Splits a draft into the paragraphs of its body. Linear. */
export function splitBlocks(text: string, format: Format): readonly Block[] {
  const lines = linesOf(text, format);
  if (format === 'markdown') return lines;
  const split = pageSplits(text, lines);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]!;
    const before = blocks[blocks.length - 1];
    const following = lines[i + 1];
    // A bare page number between two halves of a sentence: the halves are one paragraph.
    if (pageNumber.test(text.slice(line.start, Math.min(line.end, line.start + 24)))) {
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
