import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFixes, fixRounds } from '../../server/src/engine/fixes.ts';
import type { Edit, Finding, Fix } from '../../server/src/engine/problem.ts';

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });
const fix = (safety: Fix['safety'], ...edits: Edit[]): Fix => ({ title: '改', safety, edits });
const finding = (...fixes: Fix[]): Finding => ({
  start: fixes[0]?.edits[0]?.start ?? 0,
  end: fixes[0]?.edits[0]?.end ?? 0,
  message: '',
  rule: 'a/b',
  severity: 'info',
  fingerprint: '',
  fixes,
});

describe('fixes', () => {
  it('applies what is safe, and only that unless asked', () => {
    const findings = [finding(fix('safe', edit(0, 1, '子'))), finding(fix('suggestion', edit(2, 3, '寅'))), finding()];
    const safe = applyFixes('甲乙丙', findings);
    assert.equal(safe.text, '子乙丙');
    assert.deepEqual(safe.applied, [{ finding: findings[0], fix: findings[0]!.fixes![0] }]);
    assert.equal(applyFixes('甲乙丙', findings, { suggestions: true }).text, '子乙寅');
  });
  it('applies the first fix of a finding that may be applied', () => {
    const both = finding(fix('suggestion', edit(0, 1, '丑')), fix('safe', edit(0, 1, '子')));
    assert.equal(applyFixes('甲', [both]).text, '子');
    assert.equal(applyFixes('甲', [both], { suggestions: true }).text, '丑');
  });
  it('applies a fix whole or not at all', () => {
    const findings = [finding(fix('safe', edit(2, 4, '子'))), finding(fix('safe', edit(0, 1, '丑'), edit(3, 5, '寅')))];
    assert.equal(applyFixes('甲乙丙丁戊', findings).text, '甲乙子戊');
  });
  it('keeps out what touches an earlier fix', () => {
    const applied = (...edits: Edit[]) =>
      applyFixes(
        '甲乙丙丁',
        edits.map((each) => finding(fix('safe', each))),
      ).applied.length;
    assert.equal(applied(edit(0, 2, '子'), edit(1, 3, '丑')), 1, 'overlap');
    assert.equal(applied(edit(1, 1, '子'), edit(1, 1, '丑')), 1, 'two insertions at one place');
    assert.equal(applied(edit(1, 1, '子'), edit(1, 2, '丑')), 1, 'an insertion where a replacement begins');
    assert.equal(applied(edit(0, 3, '子'), edit(1, 1, '丑')), 1, 'an insertion inside');
    assert.equal(applied(edit(1, 1, '丑'), edit(0, 3, '子')), 1, 'around an insertion');
    assert.equal(applied(edit(0, 2, '子'), edit(2, 4, '丑')), 2, 'side by side');
    assert.equal(applied(edit(2, 4, '丑'), edit(0, 2, '子')), 2, 'side by side, in any order');
    assert.equal(applied(edit(0, 2, '子'), edit(2, 2, '丑')), 2, 'an insertion where a replacement ends');
  });
  it('keeps the line ends of the text, and says what it replaced in text order', () => {
    const findings = [finding(fix('safe', edit(3, 3, '\n乙'))), finding(fix('safe', edit(0, 1, '丙\r\n丁')))];
    const { text, edits } = applyFixes('甲\r\n', findings);
    assert.equal(text, '丙\r\n丁\r\n\r\n乙');
    assert.deepEqual(edits, [edit(0, 1, '丙\r\n丁'), edit(3, 3, '\r\n乙')]);
    assert.equal(applyFixes('甲\n。', findings).text, '丙\n丁\n。\n乙');
  });
  it('leaves a text alone when nothing may be applied', () => {
    assert.equal(applyFixes('甲', []).text, '甲');
    assert.equal(applyFixes('甲', [finding(fix('safe'))]).applied.length, 0);
  });
  it('makes exactly the edits it says, in any order of findings', () => {
    const edits = fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 12 });
    fc.assert(
      fc.property(edits, (list) => {
        const text = '零一二三四五六七八九零一二三四五六七八九零一二三四五';
        const findings = list.map(([start, length, replacement]) =>
          finding(fix('safe', edit(start, start + length, replacement))),
        );
        const { text: result, applied } = applyFixes(text, findings);
        let expected = text;
        for (const { start, end, text: replacement } of applied
          .flatMap((each) => each.fix.edits)
          .sort((a, b) => b.start - a.start || b.end - a.end))
          expected = expected.slice(0, start) + replacement + expected.slice(end);
        assert.equal(result, expected);
        assert.deepEqual(
          applied.map((each) => findings.indexOf(each.finding)),
          applied.map((each) => findings.indexOf(each.finding)).sort((a, b) => a - b),
        );
      }),
    );
  });

  describe('until stable', () => {
    const replaceAll = (from: string, to: string) => (text: string) =>
      [...text.matchAll(new RegExp(from, 'g'))].map((m) =>
        finding(fix('safe', edit(m.index, m.index + from.length, to))),
      );

    const fixAll = (text: string, recheck: (text: string) => Finding[], options?: { rounds: number }) => {
      const rounds = [...fixRounds(text, recheck(text), recheck, options)];
      for (const [i, { before }] of rounds.entries()) assert.equal(before, i === 0 ? text : rounds[i - 1]!.text);
      return {
        text: rounds.at(-1)?.text ?? text,
        rounds: rounds.length,
        applied: rounds.flatMap(({ applied }) => applied).length,
      };
    };

    it('checks again until nothing more may be fixed', () =>
      assert.deepEqual(fixAll('，，，，', replaceAll('，，', '，')), { text: '，', rounds: 2, applied: 3 }));
    it('ends when fixes undo each other', () =>
      assert.deepEqual(
        fixAll('甲', (now) => (now === '甲' ? replaceAll('甲', '乙')(now) : replaceAll('乙', '甲')(now))),
        { text: '乙', rounds: 1, applied: 1 },
      ));
    it('ends when a fix feeds itself', () =>
      assert.deepEqual(fixAll('甲', replaceAll('甲', '甲甲'), { rounds: 3 }), {
        text: '甲'.repeat(8),
        rounds: 3,
        applied: 7,
      }));
    it('does nothing where nothing may be applied', () =>
      assert.equal(fixAll('甲', () => [finding(fix('suggestion', edit(0, 1, '乙')))]).rounds, 0));
  });
});
