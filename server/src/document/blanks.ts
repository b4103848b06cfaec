import type { ParagraphFacts } from './facts.ts';
import type { BlankToken } from './tokens.ts';

/** Masks left to fill in one paragraph, in text order. */
export function lexBlanks(_paragraph: ParagraphFacts): readonly BlankToken[] {
  return [];
}
