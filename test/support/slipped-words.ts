/** Words of two characters with a slip in them, each another one: what an odd word is looked for by differs from place to place. */
import { Document } from '../../server/src/document/document.ts';
import { oddWordsOf } from '../../server/src/rules/text/finders/odd-words.ts';
import { sameSound } from '../../server/src/rules/text/lexicon/alike.ts';
import { setPhrases } from '../../server/src/rules/text/lexicon/set-phrases.ts';

/** A sentence around a slipped word, in which nothing else is odd. */
export const sentenceWith = (word: string): string => `要把${word}分解到户。`;

/** The first `count` of them. */
export function slippedWords(count: number): readonly string[] {
  const groups = sameSound.trim().split(/\s+/);
  const found = new Set<string>();
  for (const phrase of setPhrases)
    for (const [first, second] of [phrase.slice(0, 2), phrase.slice(-2)].map((word) => [...word] as [string, string]))
      for (const other of groups.find((group) => group.includes(second)) ?? '') {
        if (found.size === count) return [...found];
        const word = first + other;
        const document = new Document(sentenceWith(word), { format: 'plain' });
        if (document.paragraphs.some(({ facts }) => oddWordsOf(document, facts).length > 0)) found.add(word);
      }
  throw new RangeError(`only ${found.size} slipped words`);
}
