import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/engine/problem.ts';
import {
  isFingerprint,
  judge,
  matches,
  shortened,
  type Verdict,
  verdictsOf,
} from '../../server/src/engine/verdicts.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';

const finding = (fingerprint: string): Finding => ({
  rule: 'a/b',
  severity: 'error',
  start: 0,
  end: 1,
  message: '错。',
  fingerprint,
});
const verdict = (fingerprint: string): Verdict => ({ fingerprint, verdict: 'accepted', reason: '原文如此' });
const parse = (text: string) => verdictsOf(parseJsonc(text).root);

describe('verdicts', () => {
  it('part what is new from what is judged', () => {
    const findings = [finding('1111111111111111'), finding('2222222222222222'), finding('2222222222222222-2')];
    const { findings: open, judged } = judge(findings, new Map([['2222222222222222', verdict('2222222222222222')]]));
    assert.deepEqual(
      open.map(({ fingerprint }) => fingerprint),
      ['1111111111111111', '2222222222222222-2'],
    );
    assert.deepEqual(
      judged.map((each) => [each.finding.fingerprint, each.verdict.reason]),
      [['2222222222222222', '原文如此']],
    );
  });
  it('are named by the beginning of a fingerprint, with its number', () => {
    assert.equal(shortened('0123456789abcdef'), '01234567');
    assert.equal(shortened('0123456789abcdef-2'), '01234567-2');
    assert.ok(matches('0123456789abcdef', '012345'));
    assert.ok(matches('0123456789abcdef-2', '01234567-2'));
    assert.ok(!matches('0123456789abcdef-2', '01234567'));
    assert.ok(!matches('0123456789abcdef', '123456'));
    assert.ok(isFingerprint('012345') && isFingerprint('0123456789abcdef-12'));
    for (const no of ['01234', '讲稿.md', '0123456789abcdef0', '012345-', 'ABCDEF']) assert.ok(!isFingerprint(no), no);
  });
  it('are read from a file, whose first fault is told at its place', () => {
    assert.deepEqual(parse('').verdicts, []);
    const good =
      '{ "verdicts": [{ "fingerprint": "0123456789abcdef", "verdict": "dismissed", "reason": "误报", "rule": "a/b" }] }';
    assert.deepEqual(parse(good), {
      verdicts: [{ fingerprint: '0123456789abcdef', verdict: 'dismissed', reason: '误报', rule: 'a/b' }],
    });
    for (const [text, message] of [
      ['[]', /应为 \{/],
      ['{ "verdicts": {} }', /应为 \{/],
      ['{ "verdicts": [1] }', /缺“fingerprint”/],
      ['{ "verdicts": [{ "fingerprint": "xyz" }] }', /指纹/],
      ['{ "verdicts": [{ "fingerprint": "012345", "verdict": "accepted" }] }', /缺“reason”/],
      ['{ "verdicts": [{ "fingerprint": "012345", "reason": " " }] }', /缺“reason”/],
      ['{ "verdicts": [{ "fingerprint": "012345", "reason": "是", "verdict": "ok" }] }', /accepted/],
      ['{ "verdicts": [{ "fingerprint": "012345", "reason": 1 }] }', /“reason”应为字符串/],
    ] as const) {
      const { fault } = parse(text);
      assert.match(fault?.message ?? '', message, text);
      assert.ok(fault!.start < fault!.end);
    }
  });
});
