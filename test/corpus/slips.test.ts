/**
 * Slips of the pen at random places of sound drafts, one at a time. `SLIPS=200` tries more of each kind, `SLIP_SEED=7` others, `SLIP_VERBOSE=1` prints what was
 * missed and what else was said.
 */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { check } from '../../server/src/engine/check.ts';
import type { Finding } from '../../server/src/engine/problem.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type Draft, sharedSound, soundDrafts } from '../support/drafts.ts';
import { hasShared } from '../support/repository.ts';
import { type Slip, type SlipKind, slipKinds, slipsIn } from '../support/slips.ts';

const seed = Number(process.env.SLIP_SEED ?? 20_261);
const count = Number(process.env.SLIPS ?? 60);

interface Outcome {
  readonly slip: Slip;
  readonly found: boolean;
  /** Its fix puts the sound text back. */
  readonly mended: boolean;
  readonly others: readonly Finding[];
}

const findingsOf = (text: string, { format }: Draft, previous?: Document): readonly Finding[] => {
  const document = new Document(text, { format, ...(previous !== undefined && { previous }) });
  const { findings, failures } = check(document, rules, { stage: 'final' });
  for (const { cause } of failures) throw cause;
  return findings;
};

const key = (text: string, { rule, start, end }: Finding): string => `${rule} ${text.slice(start, end)}`;

function mends({ fixes }: Finding, slip: Slip): boolean {
  return (fixes ?? []).some(({ edits }) => {
    let text = slip.text;
    for (const edit of [...edits].sort((a, b) => b.start - a.start))
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    return text === slip.draft.text;
  });
}

function tryAll(drafts: readonly Draft[]): ReadonlyMap<SlipKind, readonly Outcome[]> {
  const sound = new Map(drafts.map((draft) => [draft, new Document(draft.text, { format: draft.format })]));
  const before = new Map(drafts.map((draft) => [draft, findingsOf(draft.text, draft)]));
  const outcomes = new Map<SlipKind, Outcome[]>(slipKinds.map((kind) => [kind, []]));
  for (const slip of slipsIn(drafts, seed, count)) {
    const known = new Set(before.get(slip.draft)!.map((finding) => key(slip.draft.text, finding)));
    const fresh = findingsOf(slip.text, slip.draft, sound.get(slip.draft)).filter((finding) => !known.has(key(slip.text, finding)));
    // A partner that is lost is missed where the other one stands.
    const hits = fresh.filter(
      ({ rule, start, end }) =>
        (start <= slip.at.end && slip.at.start <= end) ||
        (slip.kind === 'quote or bracket lost' && rule === 'text/pairing'),
    );
    outcomes.get(slip.kind)!.push({
      slip,
      found: hits.length > 0,
      mended: hits.some((hit) => mends(hit, slip)),
      others: fresh.filter((finding) => finding !== hits[0]),
    });
  }
  return outcomes;
}

function report(title: string, outcomes: ReadonlyMap<SlipKind, readonly Outcome[]>): void {
  const lines = [title.padEnd(32) + ['planted', 'found', '%', 'mended', 'others'].map((head) => head.padStart(9)).join('')];
  for (const [kind, list] of outcomes) {
    const found = list.filter((outcome) => outcome.found).length;
    const mended = list.filter((outcome) => outcome.mended).length;
    const others = list.reduce((sum, outcome) => sum + outcome.others.length, 0);
    const share = ((100 * found) / Math.max(1, list.length)).toFixed(1);
    lines.push(kind.padEnd(32) + [list.length, found, share, mended, others].map((cell) => String(cell).padStart(9)).join(''));
    if (process.env.SLIP_VERBOSE !== undefined)
      for (const { slip, found: hit, others: said } of list) {
        if (!hit) lines.push(`  missed  ${slip.draft.name}: ${slip.what}`);
        for (const { rule, start, end, message } of said)
          lines.push(`  other   ${slip.draft.name}: ${slip.what} — ${rule} “${slip.text.slice(start, end)}” ${message}`);
      }
  }
  console.log(lines.join('\n'));
}

/** What is found at the least, as a share. Places are random, and much of what is lost or wrong makes another right word: 0 is no floor, but no promise either. */
const least: Readonly<Record<SlipKind, number>> = {
  'character doubled': 0.45,
  'word doubled': 0.8,
  'character deleted': 0,
  'neighbours swapped': 0.05,
  homophone: 0.15,
  'look-alike': 0.12,
  '地 or 得 as 的': 0.05,
  'mark doubled': 0.95,
  'stop at the end lost': 0.6,
  'quote or bracket lost': 0.8,
  'name or formulation off by one': 0.12,
};

function assertFound(outcomes: ReadonlyMap<SlipKind, readonly Outcome[]>): void {
  for (const kind of slipKinds) {
    const list = outcomes.get(kind)!;
    assert.equal(list.length, count, kind);
    const found = list.filter((outcome) => outcome.found).length;
    assert.ok(found >= least[kind] * count, `${kind}: ${found} of ${count}`);
  }
  // One slip is one finding.
  const all = [...outcomes.values()].flat();
  const noisy = all.filter(({ others }) => others.length > 0).map(({ slip: { what } }) => what);
  assert.ok(noisy.length <= all.length * 0.03, `${noisy.length} of ${all.length}:\n${noisy.join('\n')}`);
}

describe('slips at random places', () => {
  it('in the project’s drafts', () => {
    const outcomes = tryAll(soundDrafts());
    report('in the project’s drafts', outcomes);
    assertFound(outcomes);
  });
  it('in real texts', function () {
    if (!hasShared) {
      console.log('  skipped: no ../shared beside the checkout');
      this.skip();
    }
    const outcomes = tryAll(sharedSound());
    report('in real texts', outcomes);
    assertFound(outcomes);
  });
  it('are the same for the same seed', () => {
    const texts = (): readonly string[] => slipsIn(soundDrafts(), 5, 2).map(({ text }) => text);
    assert.deepEqual(texts(), texts());
  });
});
