/**
 * How long a draft is. Characters are counted as Word counts 字数: a Chinese character or mark is one, a run of letters or digits (17.5, GDP) is one,
 * blanks are none; Markdown's own marks are not read and not counted. Speaking time follows from them at an even rate.
 */
import type { Document } from '../document/document.ts';
import type { ParagraphFacts } from '../document/facts.ts';
import { isSpace } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';

export interface Length {
  readonly characters: number;
  /** Speaking time in whole seconds. */
  readonly seconds: number;
}

/** `rate` in characters a minute. */
export const lengthOf = (characters: number, rate: number): Length => ({
  characters,
  seconds: Math.round((characters * 60) / rate),
});

/** Paragraphs share their facts between versions, so each is counted once. */
const counted = new WeakMap<ParagraphFacts, number>();

/** Characters of spans of one draft, each in the time of a binary search. */
export class Counter {
  readonly #document: Document;
  /** Characters before each paragraph, and of all of them at the end. */
  readonly #before: readonly number[];

  constructor(document: Document) {
    this.#document = document;
    const before = [0];
    let sum = 0;
    for (const { facts } of document.paragraphs) {
      let count = counted.get(facts);
      if (count === undefined) {
        count = countCharacters(facts.reading.text, 0, facts.reading.text.length);
        counted.set(facts, count);
      }
      sum += count;
      before.push(sum);
    }
    this.#before = before;
  }

  get total(): number {
    return this.#before.at(-1)!;
  }

  within({ start, end }: Span): number {
    return this.#upTo(end) - this.#upTo(start);
  }

  #upTo(offset: number): number {
    const { paragraphs } = this.#document;
    const index = lowerBound(paragraphs, offset, (paragraph) => paragraph.end);
    const paragraph = paragraphs[index];
    const before = this.#before[index]!;
    if (paragraph === undefined || offset <= paragraph.start) return before;
    const { reading } = paragraph.facts;
    return before + countCharacters(reading.text, 0, reading.reading(offset - paragraph.start));
  }
}

/** Characters of a text between two offsets. */
export function countCharacters(text: string, from: number, to: number): number {
  let count = 0;
  let inWord = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isWord(unit) || (inWord && (unit === 46 || unit === 45) && isWord(text.charCodeAt(i + 1)))) {
      if (!inWord) count++;
      inWord = true;
      continue;
    }
    inWord = false;
    // The second half of a surrogate pair is not another character.
    if (!isSpace(unit) && (unit < 0xdc00 || unit > 0xdfff)) count++;
  }
  return count;
}

/** Letters and digits that form words: ASCII, and the Latin letters of names. */
const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 0xc0 && unit <= 0x24f);
