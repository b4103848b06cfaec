/** What is known of the paragraphs of drafts read one after another: a folder holds versions of one speech, and speeches share whole paragraphs. */
import { type Format, ParagraphFacts } from './facts.ts';

/** Characters of a generation: of paragraphs met once, which the next version may hold, and of those met again. */
const fresh = 8_000;
const lasting = 50_000;
/** Paragraphs of a generation that are remembered to have been met, by a number each. */
const met = 20_000;

/** Two generations of something, each up to a size: what nobody has asked for while a whole generation came is forgotten. */
class Generations {
  readonly #limit: number;
  #recent = new Map<string, ParagraphFacts>();
  #earlier: ReadonlyMap<string, ParagraphFacts> = new Map();
  #characters = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }
  get(source: string): ParagraphFacts | undefined {
    const facts = this.#recent.get(source);
    if (facts !== undefined) return facts;
    const earlier = this.#earlier.get(source);
    if (earlier !== undefined) this.set(source, earlier);
    return earlier;
  }
  set(source: string, facts: ParagraphFacts): void {
    this.#characters += source.length;
    if (this.#characters > this.#limit) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
      this.#characters = source.length;
    }
    this.#recent.set(source, facts);
  }
}

/** Bounded, and cheap where no paragraph comes twice: those met once are soon forgotten, those met again are kept longer. */
export class KnownParagraphs {
  readonly #fresh: Generations;
  readonly #lasting: Generations;
  #met = new Set<number>();
  #metEarlier: ReadonlySet<number> = new Set();

  /** Limits are characters of one generation; twice as many are held at most. */
  constructor(limits: { readonly fresh?: number; readonly lasting?: number } = {}) {
    this.#fresh = new Generations(limits.fresh ?? fresh);
    this.#lasting = new Generations(limits.lasting ?? lasting);
  }

  /** The facts of a paragraph's source. */
  facts(source: string, format: Format): ParagraphFacts {
    const lasting = this.#lasting.get(source);
    if (lasting?.format === format) return lasting;
    const before = this.#fresh.get(source);
    const facts = before?.format === format ? before : new ParagraphFacts(source, format);
    if (before !== undefined || this.#meet(source)) this.#lasting.set(source, facts);
    else this.#fresh.set(source, facts);
    return facts;
  }

  /** Whether the paragraph has been met before; two that share a number do no harm. */
  #meet(source: string): boolean {
    let number = source.length;
    for (let i = 0; i < source.length; i++) number = (Math.imul(number, 31) + source.charCodeAt(i)) | 0;
    if (this.#met.has(number) || this.#metEarlier.has(number)) return true;
    if (this.#met.size === met) {
      this.#metEarlier = this.#met;
      this.#met = new Set();
    }
    this.#met.add(number);
    return false;
  }
}
