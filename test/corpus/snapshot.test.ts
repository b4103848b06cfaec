/**
 * Whole drafts with faults, and everything that is said of them. A difference is a change of behaviour that somebody must read:
 * `UPDATE_SNAPSHOTS=1 npm run unit -- corpus/snapshot` writes the snapshots anew. Of the real drafts beside the checkout only rules, places and hashes are kept.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Document } from '../../server/src/document/document.ts';
import { check } from '../../server/src/engine/check.ts';
import type { Finding } from '../../server/src/engine/problem.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type Draft, faultyDrafts, sharedSeeds, soundDrafts } from '../support/drafts.ts';
import { at, hasShared } from '../support/repository.ts';
import { snapshotOf } from '../support/snapshot.ts';

const update = process.env.UPDATE_SNAPSHOTS !== undefined;

function findingsOf({ text, format }: Draft): readonly Finding[] {
  const { findings, failures } = check(new Document(text, { format }), rules, { stage: 'final' });
  for (const { cause } of failures) throw cause;
  return findings;
}

function assertSnapshot(file: string, actual: string): void {
  const path = at('test/corpus/snapshots', file);
  if (update) fs.writeFileSync(path, actual);
  assert.ok(fs.existsSync(path), `no snapshot ${file}: UPDATE_SNAPSHOTS=1 writes it`);
  assert.equal(actual, fs.readFileSync(path, 'utf8'));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe('snapshots', () => {
  const drafts = faultyDrafts();
  for (const draft of drafts)
    it(draft.name, () => assertSnapshot(`${draft.name}.snap`, snapshotOf(draft.name, draft.text, findingsOf(draft))));
  it('the sound drafts', () => {
    const all = soundDrafts().map((draft) => snapshotOf(draft.name, draft.text, findingsOf(draft)));
    assertSnapshot('sound.snap', all.join('\n'));
  });
  it('has a draft for each snapshot', () => {
    const names = new Set(drafts.map(({ name }) => `${name}.snap`).concat('sound.snap', 'real.snap'));
    assert.deepEqual(fs.readdirSync(at('test/corpus/snapshots')).filter((name) => !names.has(name)), []);
  });
  it('the real drafts beside the checkout', function () {
    if (!hasShared) {
      console.log('  skipped: no ../shared beside the checkout');
      this.skip();
    }
    const said = sharedSeeds().map((draft) =>
      [
        `${draft.name} ${hash(draft.text)}`,
        ...findingsOf(draft).map(
          ({ rule, severity, start, end, message }) =>
            `${rule} ${severity} ${start}-${end} ${hash(`${draft.text.slice(start, end)} ${message}`)}`,
        ),
        '',
      ].join('\n'),
    );
    assertSnapshot('real.snap', said.join('\n'));
  });
});
