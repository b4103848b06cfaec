/** A draft as an immutable model. Views are computed when first asked and kept; spans are absolute source offsets. */
import type { Span } from '../text/span.ts';
import { ParagraphFacts, type Format } from './facts.ts';
import type { FigureToken } from './figures.ts';
import type { BlankToken } from './tokens.ts';

export type { Format } from './facts.ts';

/** A run of body text: one line, or several where a page break split it. Indent and line end are outside. */
export interface Paragraph extends Span {
  readonly index: number;
  /** Depth of a Markdown heading (# = 1), 0 for anything else. */
  readonly level: number;
  readonly facts: ParagraphFacts;
}

export interface Blank extends Span {
  readonly kind: BlankToken['kind'];
  readonly what: string;
  readonly style: string;
  readonly certainty: 'sure' | 'likely';
  /** Blanks of one group are one missing thing; the key is stable within the draft. */
  readonly group: string;
  readonly paragraph: Paragraph;
  readonly token: BlankToken;
}

export interface Figure extends Span {
  readonly token: FigureToken;
  readonly paragraph: Paragraph;
}

export interface DocumentOptions {
  readonly format: Format;
  /** An earlier version of the same draft: what it knows of unchanged paragraphs is kept. */
  readonly previous?: Document;
}

export class Document {
  readonly text: string;
  readonly format: Format;
  readonly #known: Map<string, ParagraphFacts>;
  #paragraphs?: readonly Paragraph[];

  constructor(text: string, options: DocumentOptions) {
    this.text = text;
    this.format = options.format;
    this.#known = options.previous !== undefined && options.previous.format === options.format ? options.previous.#known : new Map();
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  get paragraphs(): readonly Paragraph[] {
    return (this.#paragraphs ??= this.#split());
  }

  #split(): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    let start = 0;
    while (start <= this.text.length) {
      let end = this.text.indexOf('\n', start);
      if (end < 0) end = this.text.length;
      const source = this.text.slice(start, end).trim();
      if (source !== '') {
        const from = start + this.text.slice(start, end).indexOf(source);
        let facts = this.#known.get(source);
        if (facts === undefined) this.#known.set(source, (facts = new ParagraphFacts(source, this.format)));
        paragraphs.push({ start: from, end: from + source.length, index: paragraphs.length, level: 0, facts });
      }
      start = end + 1;
    }
    return paragraphs;
  }
}
