/** A finder is not started where its cues do not stand: nothing may be lost by that. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Document } from '../../server/src/document/document.ts';
import { cuesIn } from '../../server/src/document/relations/cues.ts';
import { Passage } from '../../server/src/document/relations/passage.ts';
import { ofSeveral } from '../../server/src/document/relations.ts';
import { faultyDrafts, sharedSeeds, sharedSound, soundDrafts } from '../support/drafts.ts';
import { at } from '../support/repository.ts';

/** Every Chinese string of the tests, with a figure for what they put in: each wording that a finder was taught stands in one of them. */
function wordings(): string {
  const folder = at('test');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...fs.readFileSync(`${folder}/${name}`, 'utf8').matchAll(/'([^'\n]*)'|`([^`]*)`/g)])
    .map(([, quoted, template]) => (quoted ?? template)!.replaceAll('\\n', '\n').replace(/\$\{[^}]*\}/g, '48307'))
    .filter((text) => /[\u4e00-\u9fa5]{4}/.test(text))
    .join('\n\n');
}

describe('cues of relations', () => {
  it('stand wherever their finder finds something', function () {
    this.timeout(60_000);
    const drafts = [...soundDrafts(), ...faultyDrafts(), ...sharedSeeds(), ...sharedSound()].map(({ text }) => text);
    const passages = [...drafts, wordings()]
      .flatMap((text) => new Document(text, { format: 'plain' }).paragraphs)
      .map(({ facts }) => new Passage(facts))
      .filter(({ list }) => list.length > 1);
    const held = passages.map(({ text, figures }) => cuesIn(text, figures));
    for (const { find, needs } of ofSeveral) {
      if (needs === 0) continue;
      const lost = passages.filter((p, k) => (held[k]! & needs) !== needs && [...find(p)].length > 0);
      assert.deepEqual(
        lost.map(({ text }) => text),
        [],
        `${find.name} finds something where its cues do not stand`,
      );
      assert.ok(
        passages.some((p) => [...find(p)].length > 0),
        `no draft and no test has anything for ${find.name}: nothing is proved of its cues`,
      );
    }
  });
});
