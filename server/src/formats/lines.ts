/** 1-based lines and columns, for reports only. Lines end at \n, \r\n or \r, columns count UTF-16 units, as editors do. */
import { lowerBound } from '../text/span.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Place {
    const starts = (this.#starts ??= lineStarts(this.#text));
    const line = lowerBound(starts, offset + 1, (start) => start);
    const start = starts[line - 1]!;
    // A byte-order mark is part of the text here, and of no editor's first line.
    return {
      line,
      column: offset - start + (start === 0 && offset > 0 && this.#text.charCodeAt(0) === 0xfeff ? 0 : 1),
    };
  }

  /** The line that holds an offset, without its end. */
  span(offset: number): { readonly start: number; readonly end: number } {
    const starts = (this.#starts ??= lineStarts(this.#text));
    const line = lowerBound(starts, offset + 1, (start) => start);
    let end = starts[line] ?? this.#text.length;
    while (end > starts[line - 1]! && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return { start: starts[line - 1]!, end };
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
