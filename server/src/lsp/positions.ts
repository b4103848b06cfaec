/** The only place where offsets become LSP positions and back. Both count UTF-16 units; lines end at \n, \r\n or \r, as the protocol says. */
import type { Position, Range } from 'vscode-languageserver';
import type { Edit } from '../engine/problem.ts';
import type { Span } from '../text/span.ts';

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;

/** A text with its line table; immutable. */
export class Lines {
  readonly text: string;
  /** Where each line starts. */
  readonly #starts: readonly number[];
  /** The line that was asked for last: the next one asked for is most often the same, or not far behind. */
  #near = 0;

  private constructor(text: string, starts: readonly number[]) {
    this.text = text;
    this.#starts = starts;
  }

  static of(text: string): Lines {
    const starts = [0];
    addStarts(text, 0, text.length, starts);
    return new Lines(text, starts);
  }

  /** The text with a span of it replaced. Only the lines around it are looked at. */
  edited({ start, end }: Span, replacement: string): Lines {
    const text = this.text.slice(0, start) + replacement + this.text.slice(end);
    const moved = replacement.length - (end - start);
    let first = this.#lineAt(start);
    // A lone \r before the edit may get its \n.
    if (first > 0 && this.#starts[first] === start) first--;
    const next = this.#lineAt(end) + 1;
    const starts = this.#starts.slice(0, first + 1);
    const rest = this.#starts[next];
    addStarts(text, starts[first]!, rest === undefined ? text.length : rest + moved, starts);
    for (let i = next + 1; i < this.#starts.length; i++) starts.push(this.#starts[i]! + moved);
    return new Lines(text, starts);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** A position inside or behind a line end is before it. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.#lineAt(at);
    const start = this.#starts[line]!;
    return { line, character: this.#beforeLineEnd(at, start) - start };
  }

  /** What lies beyond a line is at its end, what lies beyond the text at the end of that. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.text.length;
    if (character <= 0) return start;
    const next = this.#starts[line + 1] ?? this.text.length;
    return this.#beforeLineEnd(Math.min(start + character, next), start);
  }

  /** Whether that is the position of the offset. Nothing is made for the answer. */
  isAt({ line, character }: Position, offset: number): boolean {
    const start = this.#starts[line];
    if (start === undefined || start + character !== offset) return false;
    const next = this.#starts[line + 1];
    if (next === undefined ? offset > this.text.length : offset >= next) return false;
    return character === 0 || !isLineEnd(this.text.charCodeAt(offset - 1));
  }

  #beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** The last line that starts at or before an offset. */
  #lineAt(offset: number): number {
    const starts = this.#starts;
    let low = this.#near;
    let high = starts.length - 1;
    if (starts[low]! > offset) [low, high] = [0, low - 1];
    else if (low === high || starts[low + 1]! > offset) return low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! > offset) high = middle - 1;
      else low = middle;
    }
    this.#near = low;
    return low;
  }
}

/** Adds the starts of the lines behind the line ends between two offsets; a \r\n is one of them, also where it reaches beyond. */
function addStarts(text: string, from: number, to: number, starts: number[]): void {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (!isLineEnd(code)) continue;
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    starts.push(i + 1);
  }
}

export const toRange = (lines: Lines, span: Span): Range => {
  const start = lines.positionAt(span.start);
  return { start, end: span.end === span.start ? start : lines.positionAt(span.end) };
};

/** Whether that is the range of the span. */
export const isRangeOf = (lines: Lines, { start, end }: Range, span: Span): boolean =>
  lines.isAt(start, span.start) && lines.isAt(end, span.end);

export const toOffset = (lines: Lines, position: Position): number => lines.offsetAt(position);

/** A range told backwards is one all the same. */
export const toSpan = (lines: Lines, range: Range): Span => {
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  return start <= end ? { start, end } : { start: end, end: start };
};

export const toTextEdit = (lines: Lines, edit: Edit): { range: Range; newText: string } => ({
  range: toRange(lines, edit),
  newText: edit.text,
});
