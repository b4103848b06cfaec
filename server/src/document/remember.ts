import type { ParagraphFacts } from './facts.ts';

/** Functions that remember, so far: each has a place of its own with every paragraph. */
let slots = 0;

/**
 * Keeps with a paragraph's facts what follows from them alone: versions of a draft share the facts of every paragraph that an edit left alone,
 * so a keystroke costs its own paragraph. Places in the result are offsets into the reading.
 */
export function remember<T extends NonNullable<unknown>>(
  compute: (facts: ParagraphFacts) => T,
): (facts: ParagraphFacts) => T {
  const slot = slots++;
  return (facts) => (facts.remembered[slot] ??= compute(facts)) as T;
}
