import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import type { Verdict } from '../../server/src/document/relations.ts';

/** The relations of a plain text that came out so, each with its type and its reckoning: `sum: 8+9=17`. */
export const relations = (text: string, verdict: Verdict): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter((each) => each.verdict === verdict)
    .map(({ type, note }) => `${type}: ${note}`);

export const mismatches = (text: string): readonly string[] => relations(text, 'mismatch');

/** What is right, what is wrong, and how the wrong one is reckoned. */
export type Told = readonly [right: string, wrong: string, note: string];

/** What is right is reckoned and found right; of what is wrong one thing is said. */
export function itReckons(told: readonly Told[]): void {
  for (const [right, wrong, note] of told) {
    it(`reckons ${right}`, () => {
      assert.notDeepEqual(relations(right, 'ok'), []);
      assert.deepEqual(mismatches(right), []);
    });
    it(`finds ${wrong}`, () => {
      assert.deepEqual(mismatches(wrong), [note]);
    });
  }
}
