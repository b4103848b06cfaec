import { Document } from '../../server/src/document/document.ts';
import type { Verdict } from '../../server/src/document/relations.ts';

/** The relations of a plain text that came out so, each with its type and its reckoning: `sum: 8+9=17`. */
export const relations = (text: string, verdict: Verdict): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter((each) => each.verdict === verdict)
    .map(({ type, note }) => `${type}: ${note}`);

export const mismatches = (text: string): readonly string[] => relations(text, 'mismatch');
