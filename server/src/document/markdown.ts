/**
 * What of a Markdown draft is body text, line by line: front matter, code, tables, comments and definitions are not. Follows CommonMark 0.31 where it
 * matters for a speech.
 */

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
