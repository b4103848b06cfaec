import type { ParagraphFacts } from './facts.ts';
import type { MarkerToken } from './tokens.ts';

/** Candidates for structural markers in one paragraph, in text order. */
export function lexMarkers(_paragraph: ParagraphFacts): readonly MarkerToken[] {
  return [];
}
