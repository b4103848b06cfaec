/** Length of any part of a draft. What is not read out (Markdown's marks, comments) is not counted. */
import type { Document } from '../document/document.ts';
import type { ParagraphFacts } from '../document/facts.ts';
import { addLengths, measure, noLength, secondsOf, type TextLength } from '../document/length.ts';
import { lowerBound, type Span } from '../text/span.ts';

export interface Length {
  readonly characters: number;
  /** Speaking time in whole seconds. */
  readonly seconds: number;
}

/** `rate` in characters a minute. */
export const toLength = (length: TextLength, rate: number): Length => ({
  characters: length.characters,
  seconds: secondsOf(length, rate),
});

/**
 * How many of the seconds of a part come after the time its speech may take: `elapsed` seconds have gone from the beginning of the speech to the end of
 * the part. Parts beside each other share out what the speech is over. `minutes` 0: any time.
 */
export function overrun(
  { seconds, elapsed }: { readonly seconds: number; readonly elapsed: number },
  minutes: number,
): number {
  return minutes === 0 ? 0 : Math.max(0, Math.min(seconds, elapsed - minutes * 60));
}

/** Versions of a draft share the facts of a paragraph, so each is measured once. */
const measured = new WeakMap<ParagraphFacts, TextLength>();

/** Lengths of spans of one draft, each in the time of a binary search and of the paragraphs at its ends. */
export class Ruler {
  readonly #document: Document;
  /** Length before each paragraph, and of all of them at the end. */
  readonly #before: readonly TextLength[];

  constructor(document: Document) {
    this.#document = document;
    const before = [noLength];
    let sum = noLength;
    for (const { facts } of document.paragraphs) {
      let length = measured.get(facts);
      if (length === undefined) measured.set(facts, (length = measure(facts.reading.text)));
      sum = addLengths(sum, length);
      before.push(sum);
    }
    this.#before = before;
  }

  get total(): TextLength {
    return this.#before.at(-1)!;
  }

  within({ start, end }: Span): TextLength {
    return subtract(this.upTo(end), this.upTo(start));
  }

  /** Length of all that stands before an offset. */
  upTo(offset: number): TextLength {
    const { paragraphs } = this.#document;
    const index = lowerBound(paragraphs, offset, (paragraph) => paragraph.end);
    const paragraph = paragraphs[index];
    const before = this.#before[index]!;
    if (paragraph === undefined || offset <= paragraph.start) return before;
    const { reading } = paragraph.facts;
    return addLengths(before, measure(reading.text, 0, reading.reading(offset - paragraph.start)));
  }
}

export const subtract = (to: TextLength, from: TextLength): TextLength => ({
  characters: to.characters - from.characters,
  spoken: to.spoken - from.spoken,
});
