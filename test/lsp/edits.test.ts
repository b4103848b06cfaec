/**
 * What is kept from one version of an open draft to the next changes nothing: after any edits a draft is found to be what it would be if it were opened
 * now. FC_RUNS tries more, FC_SEED others.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../server/src/engine/problem.ts';
import { type DraftSettings, OpenDraft } from '../../server/src/lsp/open-draft.ts';
import { faultyDrafts, sharedSeeds, soundDrafts } from '../support/drafts.ts';
import { litter } from '../support/mutated.ts';

const drafts = [...soundDrafts(), ...faultyDrafts(), ...sharedSeeds()];
const numRuns = Number(process.env.FC_RUNS ?? 60);
const seed = Number(process.env.FC_SEED ?? 20_261);

const settings = (stage: DraftSettings['stage']): DraftSettings => ({
  stage,
  rules: {},
  rate: 220,
  minutes: 0,
  structure: {},
  terms: [],
  words: [],
  ledger: [],
});
const stages = { draft: settings('draft'), final: settings('final') };

const uri = 'untitled:draft';
const openWith = (text: string, format: OpenDraft['format']): OpenDraft =>
  new OpenDraft(uri, format === 'markdown' ? 'markdown' : 'speech', 1, text, format);

const place = fc.record({
  /** Where, in thousandths of the text; near one place most of the time, as people write. */
  at: fc.nat(1000),
  off: fc.nat(30),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(400) },
  ),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...litter) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '实',
        '的的',
        '，增长8.6%',
        '',
        '全市招商引资工作',
        '\n\n二、狠抓落实\n',
        '王建国县长',
      ),
    },
    // Lines joined and cut, headings made and unmade, whole heads put before a draft.
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\n## ',
        '\n三、',
        '：\n',
        '\n，\n',
        '\n—2—\n',
        '---\ntitle: 讲话\n---\n',
      ),
    },
    // What stands elsewhere in the draft: repeated, moved, joined.
    { weight: 1, arbitrary: fc.record({ from: fc.nat(1000), length: fc.nat(120) }) },
  ),
});
const step = fc.record({
  places: fc.array(place, { minLength: 1, maxLength: 3 }),
  looked: fc.boolean(),
  near: fc.boolean(),
});

/** As plain objects, with the fingerprint that is made when it is asked for. */
const plain = (findings: readonly Finding[]): readonly object[] =>
  findings.map((finding) => ({ ...finding, fingerprint: finding.fingerprint }));

function assertSame(edited: OpenDraft, what: string): void {
  edited.endEditing();
  const fresh = openWith(edited.text, edited.format);
  for (const [stage, set] of Object.entries(stages)) {
    const [was, is] = [edited.analyse(set), fresh.analyse(set)];
    assert.deepEqual(was.result.failures, [], what);
    assert.deepEqual(plain(was.result.findings), plain(is.result.findings), `${what}: findings, ${stage}`);
    assert.deepEqual(was.diagnostics, is.diagnostics, `${what}: diagnostics, ${stage}`);
  }
}

describe('an open draft', () => {
  for (const { name, text, format } of drafts)
    it(`knows after any edits what it would know of the text as it is: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(1000), (steps, middle) => {
          const draft = openWith(text, format);
          draft.analyse(stages.draft);
          let version = 1;
          for (const { places, looked, near } of steps) {
            const changes = [];
            for (const each of places) {
              const { length } = draft.text;
              const start = Math.min(length, Math.floor((length * (near ? middle : each.at)) / 1000) + each.off);
              const replacement =
                typeof each.text === 'string'
                  ? each.text
                  : draft.text.substr(Math.floor((length * each.text.from) / 1000), each.text.length);
              const range = {
                start: draft.lines.positionAt(start),
                end: draft.lines.positionAt(Math.min(length, start + each.length)),
              };
              // Each is told in positions of the text that those before it have made; now and then several are one version.
              if (near) draft.change([{ range, text: replacement }], ++version);
              else changes.push({ range, text: replacement });
            }
            if (changes.length > 0) draft.change(changes, ++version);
            if (looked) assertSame(draft, `version ${version}`);
          }
          assertSame(draft, 'at the end');
        }),
        { numRuns: Math.max(1, Math.ceil(numRuns / drafts.length)), seed },
      );
    }).timeout(Math.max(60_000, numRuns * 5000));

  it('judges a word by all of the text, however far from it the text is written on', () => {
    const [sound] = soundDrafts();
    const filler = `${sound!.text}\n`.repeat(4);
    const draft = openWith(`${filler}全年的重点是增收，要把任雾分解到户。\n${filler}`, 'plain');
    const told = (): number =>
      draft
        .analyse(stages.final)
        .result.findings.filter(({ rule, message }) => rule === 'text/confusable' && message.includes('任雾')).length;
    let version = 1;
    const change = (start: number, length: number, text: string): void => {
      const range = { start: draft.lines.positionAt(start), end: draft.lines.positionAt(start + length) };
      draft.change([{ range, text }], ++version);
    };
    const first = draft.text.indexOf('任雾');
    assert.equal(told(), 1);
    // Said twice, it is a word of the draft's own. At its two ends, in two goes, and beside itself.
    for (const at of [0, draft.text.length, first - 1, first + 2]) {
      change(at, 0, '任');
      assertSame(draft, `half at ${at}`);
      change(at + 1, 0, '雾');
      assert.equal(told(), 0, `twice at ${at}`);
      assertSame(draft, `twice at ${at}`);
      change(at, 2, '');
      assert.equal(told(), 1, `once at ${at}`);
      assertSame(draft, `once at ${at}`);
    }
  });
});
