/** Columns that text takes in a terminal: Chinese characters and full-width marks take two. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Combining marks and zero-width characters take no column. */
const takesNone = (code: number): boolean =>
  (code >= 0x300 && code < 0x370) ||
  (code >= 0x1ab0 && code < 0x1b00) ||
  (code >= 0x1dc0 && code < 0x1e00) ||
  (code >= 0x200b && code < 0x2010) ||
  (code >= 0x20d0 && code < 0x2100) ||
  code === 0x2060 ||
  (code >= 0xfe00 && code < 0xfe10) ||
  (code >= 0xfe20 && code < 0xfe30) ||
  code === 0xfeff;

function columnsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if ((code >= 0x4e00 && code < 0xa000) || (code >= 0x3000 && code < 0x303f) || (code >= 0xff01 && code < 0xff61))
    return 2;
  return takesNone(code) ? 0 : eastAsianWidth(code);
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** The longest beginning that takes at most `columns`. */
export function fitStart(text: string, columns: number): string {
  let width = 0;
  let length = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** The longest ending that takes at most `columns`. */
export function fitEnd(text: string, columns: number): string {
  let width = 0;
  let from = text.length;
  while (from > 0) {
    const low = text.charCodeAt(from - 1);
    const size = low >= 0xdc00 && low < 0xe000 && from > 1 ? 2 : 1;
    width += columnsOf(text.slice(from - size, from));
    if (width > columns) break;
    from -= size;
  }
  return text.slice(from);
}

export const clip = (text: string, columns: number): string =>
  widthOf(text) <= columns ? text : `${fitStart(text, columns - 1)}…`;
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text;

/** Marks that must not begin a line. */
const closing = /^[，。、；：！？”’）》」』】…,.;:!?)\]}]/;

/** Breaks Chinese text into lines of at most `columns`; Latin words and numbers stay whole where they fit. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(/[\w/.%+@-]+|\s|\S/gu) ?? []) {
    const needed = widthOf(piece);
    if (width + needed > columns && line !== '' && !closing.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
      if (piece === ' ') continue;
    }
    line += piece;
    width += needed;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
