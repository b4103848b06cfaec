import type { ParagraphFacts } from './facts.ts';

/**
 * Keeps with a paragraph's facts what follows from them alone: versions of a draft share the facts of every paragraph that an edit left alone,
 * so a keystroke costs its own paragraph. Places in the result are offsets into the reading.
 */
export function remember<T extends NonNullable<unknown>>(
  compute: (facts: ParagraphFacts) => T,
): (facts: ParagraphFacts) => T {
  const known = new WeakMap<ParagraphFacts, T>();
  return (facts) => {
    let result = known.get(facts);
    if (result === undefined) known.set(facts, (result = compute(facts)));
    return result;
  };
}
