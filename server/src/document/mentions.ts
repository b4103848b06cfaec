/** Which paragraphs a view says something of. Most rules find nothing in most paragraphs: at a keystroke only what is another paragraph is asked again. */
import type { Paragraph } from './document.ts';
import type { ParagraphFacts } from './facts.ts';

/** What follows from a paragraph by itself; nearly always nothing. It has to be the same function every time. */
export type ParagraphView = (facts: ParagraphFacts) => readonly unknown[];

export class Mentions {
  readonly #paragraphs: readonly Paragraph[];
  readonly #found = new Map<ParagraphView, readonly Paragraph[]>();
  /** What was found in the version before. */
  readonly #before: ReadonlyMap<ParagraphView, readonly Paragraph[]>;
  /** Paragraphs up to `head` have the facts that they had, and so have those from `tail` on, `moved` places farther on. */
  readonly #head: number;
  readonly #tail: number;
  readonly #moved: number;

  constructor(paragraphs: readonly Paragraph[], earlier: Mentions | undefined) {
    const old = earlier === undefined ? [] : earlier.#paragraphs;
    const shorter = Math.min(old.length, paragraphs.length);
    let head = 0;
    while (head < shorter && old[head]!.facts === paragraphs[head]!.facts) head++;
    let tail = paragraphs.length;
    const moved = old.length - paragraphs.length;
    while (tail > head && tail + moved > head && old[tail + moved - 1]!.facts === paragraphs[tail - 1]!.facts) tail--;
    this.#paragraphs = paragraphs;
    this.#before = earlier === undefined ? new Map() : earlier.#found;
    this.#head = head;
    this.#tail = tail;
    this.#moved = moved;
  }

  /** In text order. */
  of(view: ParagraphView): readonly Paragraph[] {
    let found = this.#found.get(view);
    if (found === undefined) this.#found.set(view, (found = this.#find(view)));
    return found;
  }

  #find(view: ParagraphView): readonly Paragraph[] {
    const paragraphs = this.#paragraphs;
    const before = this.#before.get(view);
    if (before === undefined) return paragraphs.filter(({ facts }) => view(facts).length > 0);
    const found: Paragraph[] = [];
    let i = 0;
    for (; i < before.length && before[i]!.index < this.#head; i++) found.push(paragraphs[before[i]!.index]!);
    for (let k = this.#head; k < this.#tail; k++) if (view(paragraphs[k]!.facts).length > 0) found.push(paragraphs[k]!);
    for (; i < before.length; i++) {
      const index = before[i]!.index - this.#moved;
      if (index >= this.#tail) found.push(paragraphs[index]!);
    }
    return found;
  }
}
