/** What is known of the paragraphs of drafts read one after another: a folder holds versions of one speech, and speeches share whole paragraphs. */
import { type Format, ParagraphFacts } from './facts.ts';

/** Characters of paragraphs kept from one generation to the next, by default; at most twice as many are known at a time. */
const generation = 50_000;

/** Bounded: paragraphs that no draft has held for long are forgotten, a generation at a time. */
export class KnownParagraphs {
  readonly #limit: number;
  #recent = new Map<string, ParagraphFacts>();
  #earlier: ReadonlyMap<string, ParagraphFacts> = new Map();
  #characters = 0;

  /** `limit`: characters of one generation. */
  constructor(limit = generation) {
    this.#limit = limit;
  }

  /** The facts of a paragraph's source, kept from now on. */
  facts(source: string, format: Format): ParagraphFacts {
    let facts = this.#recent.get(source);
    if (facts?.format === format) return facts;
    facts = this.#earlier.get(source);
    if (facts?.format !== format) facts = new ParagraphFacts(source, format);
    this.#characters += source.length;
    if (this.#characters > this.#limit) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
      this.#characters = source.length;
    }
    this.#recent.set(source, facts);
    return facts;
  }
}
