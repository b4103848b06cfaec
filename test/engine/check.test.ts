import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';
import { type CheckSettings, check } from '../../server/src/engine/check.ts';
import type { Problem } from '../../server/src/engine/problem.ts';
import { defineRule, type Rule } from '../../server/src/engine/rule.ts';
import { finds, yields } from '../support/fixture-rules.ts';
import { unmark } from '../support/marked.ts';

const final: CheckSettings = { stage: 'final' };
const run = (text: string, rules: readonly Rule[], settings: CheckSettings = final) =>
  check(new Document(text, { format: 'plain' }), rules, settings);
const said = (text: string, rules: readonly Rule[], settings?: CheckSettings) =>
  run(text, rules, settings).findings.map(({ rule, severity, start, end }) => `${rule} ${severity} ${start}-${end}`);

describe('check', () => {
  it('gives a finding the rule and the level of the stage', () => {
    assert.deepEqual(said('甲', [finds('a/b', '甲')]), ['a/b error 0-1']);
    assert.deepEqual(said('甲', [finds('a/b', '甲')], { stage: 'draft' }), ['a/b info 0-1']);
  });
  it('lets the level of the user beat the stage', () => {
    for (const stage of ['draft', 'final'] as const)
      assert.deepEqual(said('甲', [finds('a/b', '甲')], { stage, rules: { 'a/b': { level: 'warning' } } }), [
        'a/b warning 0-1',
      ]);
    assert.deepEqual(said('甲', [finds('a/b', '甲')], { stage: 'final', rules: { 'a/b': { level: 'off' } } }), []);
  });
  it('writes quotes inside quotes as single ones, unless one lost its partner', () => {
    const message = (words: string): string | undefined =>
      run('甲', [finds('a/b', '甲', { message: `“${words}”不对。` })]).findings[0]?.message;
    assert.equal(message('讲“三个必须”，要“落实”'), '“讲‘三个必须’，要‘落实’”不对。');
    assert.equal(message('三个必须'), '“三个必须”不对。');
    assert.equal(message('讲“三个必须'), '“讲“三个必须”不对。');
    assert.equal(message('三个”必须'), '“三个”必须”不对。');
  });
  it('does not run a rule that is off', () => {
    const rule = yields('a/b', [], new Error('ran'));
    assert.deepEqual(run('', [rule], { stage: 'final', rules: { 'a/b': { level: 'off' } } }).failures, []);
    assert.deepEqual(said('甲', [finds('a/b', '甲', {}, { draft: 'off', final: 'off' })]), []);
  });
  it('calls what is only likely info, whatever was asked, unless the rule is off', () => {
    const rule = finds('a/b', '甲', { certainty: 'likely' });
    assert.deepEqual(said('甲', [rule]), ['a/b info 0-1']);
    assert.deepEqual(said('甲', [rule], { stage: 'final', rules: { 'a/b': { level: 'error' } } }), ['a/b info 0-1']);
    assert.deepEqual(said('甲', [rule], { stage: 'final', rules: { 'a/b': { level: 'off' } } }), []);
  });
  it('orders by start, end, rule', () => {
    const rules = [
      finds('b/b', '乙丙'),
      finds('a/c', '甲'),
      finds('b/a', '乙丙'),
      finds('a/a', '乙'),
      finds('c/c', '甲乙'),
    ];
    assert.deepEqual(said('甲乙丙甲', rules), [
      'a/c error 0-1',
      'c/c error 0-2',
      'a/a error 1-2',
      'b/a error 1-3',
      'b/b error 1-3',
      'a/c error 3-4',
    ]);
  });
  it('gives a rule its defaults, overridden by what is set', () => {
    const seen: unknown[] = [];
    const rule = defineRule({
      meta: finds('a/b', '').meta,
      options: {
        many: { type: 'integer', default: 3, description: '' },
        how: { type: 'choice', choices: ['x', 'y'], default: 'x', description: '' },
      },
      check(_document, options) {
        seen.push({ ...options });
        return [];
      },
    });
    run('', [rule]);
    run('', [rule], { stage: 'final', rules: { 'a/b': { options: { how: 'y' } } } });
    assert.deepEqual(seen, [
      { many: 3, how: 'x' },
      { many: 3, how: 'y' },
    ]);
  });

  describe('what the next sentence could mend', () => {
    const end = finds('a/b', '甲', { pending: 'end' });
    const paragraph = finds('a/b', '甲', { pending: 'paragraph' });
    const draftAt = (marked: string, rule: Rule) => {
      const { text, cursor } = unmark(marked);
      return said(text, [rule], { stage: 'draft', ...(cursor !== undefined && { editing: cursor }) }).length;
    };

    it('is said of what is final', () => {
      assert.equal(said('甲', [end]).length, 1);
      assert.equal(said('甲', [paragraph], { ...final, editing: 0 }).length, 1);
    });
    it('is silent in a draft where the text ends', () => assert.equal(draftAt('甲', end), 0));
    it('is silent in a draft only in the paragraph being edited', () => {
      assert.equal(draftAt('甲', paragraph), 1);
      for (const [text, count] of [
        ['子甲丑‸\n乙', 0],
        ['‸子甲丑\n乙', 0],
        ['　　‸子甲丑　\r\n乙', 0],
        ['子甲丑　‸　\n乙', 0],
        ['子甲丑\n‸乙', 1],
        ['子甲丑\n\n‸\n乙', 1],
        ['乙‸\n子甲丑', 1],
        ['甲‸\n子甲丑', 1],
      ] as const)
        assert.equal(draftAt(text, paragraph), count, text);
    });
    it('takes a cursor outside of the text', () => {
      for (const editing of [-5, 99]) assert.equal(said('甲', [paragraph], { stage: 'draft', editing }).length, 0);
    });
  });

  describe('a rule that fails', () => {
    it('is reported; its earlier findings and all others survive', () => {
      const found: Problem = { start: 0, end: 1, message: '甲。' };
      const error = new TypeError('no such thing');
      const { findings, failures } = run('甲乙', [yields('a/a', [found], error), finds('a/b', '乙')]);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['a/a', 'a/b'],
      );
      assert.deepEqual(failures, [{ rule: 'a/a', message: 'no such thing', cause: error }]);
    });
    it('may throw anything, and before its first finding', () => {
      const rule: Rule = {
        ...finds('a/a', ''),
        check() {
          throw 'thrown';
        },
      };
      assert.deepEqual(run('', [rule]).failures, [{ rule: 'a/a', message: 'thrown', cause: 'thrown' }]);
    });
    for (const [name, problem] of Object.entries<Partial<Problem>>({
      'ends after the text': { start: 1, end: 3 },
      'starts before the text': { start: -1, end: 1 },
      'is upside down': { start: 1, end: 0 },
      'is no whole number': { start: 0.5, end: 1 },
      'is no number': { start: Number.NaN, end: 1 },
      'has a related place out of range': { related: [{ start: 0, end: 3, message: '' }] },
      'has an edit out of range': { fixes: [{ title: '', safety: 'safe', edits: [{ start: 2, end: 3, text: '' }] }] },
      'has edits that overlap': {
        fixes: [
          {
            title: '',
            safety: 'safe',
            edits: [
              { start: 0, end: 2, text: '' },
              { start: 1, end: 2, text: '' },
            ],
          },
        ],
      },
    }))
      it(`has failed when a finding ${name}`, () => {
        const { findings, failures } = run('甲乙', [yields('a/a', [{ start: 0, end: 1, message: '', ...problem }])]);
        assert.deepEqual(findings, []);
        assert.match(failures[0]!.message, / of 2$/);
      });
  });

  describe('fingerprints', () => {
    const prints = (text: string, ...rules: Rule[]) => run(text, rules).findings.map(({ fingerprint }) => fingerprint);
    const rule = finds('a/b', '甲乙');

    it('are FNV-1a, 64 bits, over rule, words, what is before (backwards) and after: fixed for all time', () => {
      let hash = 0xcbf29ce484222325n;
      for (const unit of 'a/b\0甲乙\0请\0讲话')
        hash = BigInt.asUintN(64, (hash ^ BigInt(unit.charCodeAt(0))) * 0x100000001b3n);
      assert.deepEqual(prints('请甲乙讲话', rule), [hash.toString(16).padStart(16, '0')]);
    });
    it('survive edits elsewhere, re-indenting and moving', () => {
      const [print] = prints('第一段。\n请甲乙同志讲话。\n第三段。', rule);
      for (const text of [
        '请甲乙同志讲话。',
        '改过的第一段，长了许多。\n\n　　请甲乙同志讲话。\r\n第三段。',
        '请 甲乙\u200b 同志讲话。',
        '第三段。\n请甲乙同志讲话。',
      ])
        assert.deepEqual(prints(text, rule), [print], text);
    });
    it('survive edits in the paragraph that are not near', () => {
      const near = '十二个字以内的邻居不能动';
      const [print] = prints(`前面的话。${near}甲乙${near}后面的话。`, rule);
      assert.equal(prints(`别的。${near}甲乙${near}`, rule)[0], print);
    });
    it('differ by rule, words and neighbourhood', () => {
      const all = [
        ...prints('请甲乙讲话', rule),
        ...prints('请甲乙讲话', finds('a/c', '甲乙')),
        ...prints('请甲乙讲话', finds('a/b', '甲乙讲')),
        ...prints('请甲乙发言', rule),
        ...prints('由甲乙讲话', rule),
      ];
      assert.equal(new Set(all).size, all.length);
    });
    it('of the same words in the same neighbourhood are numbered', () => {
      const all = prints('甲乙\n甲乙\n甲乙', rule);
      assert.deepEqual(all, [all[0], `${all[0]}-2`, `${all[0]}-3`]);
    });
    it('do not collide', () => {
      const text = Array.from({ length: 20_000 }, (_, i) => `第${i}处甲乙在此`).join('\n');
      assert.equal(new Set(prints(text, rule)).size, 20_000);
    });
    it('of a long span count its two ends', () => {
      const long = (middle: string) => yields('a/b', [{ start: 0, end: 64 * 2 + middle.length, message: '' }]);
      const text = (middle: string) => '甲'.repeat(64) + middle + '乙'.repeat(64);
      assert.deepEqual(prints(text('中'), long('中')), prints(text('改过的中间'), long('改过的中间')));
    });
  });

  it('says the same of the same text, in range and in order', () => {
    const rules = [finds('a/b', '甲'), finds('a/c', '甲乙', { pending: 'paragraph' }), finds('b/a', '\n')];
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '甲',
            '乙',
            '\n',
            '　',
            '<!-- jianggao-disable a -->',
            '<!-- jianggao-disable-next-line a/b -->',
            '<!-- jianggao-enable -->',
            '<!--',
            '-->',
          ),
        ),
        fc.nat(40),
        (parts, editing) => {
          const text = parts.join('');
          const once = run(text, rules, { stage: 'draft', editing });
          assert.deepEqual(run(text, rules, { stage: 'draft', editing }), once);
          assert.deepEqual(once.failures, []);
          for (const [i, { start, end }] of once.findings.entries()) {
            assert.ok(0 <= start && start <= end && end <= text.length);
            assert.ok(i === 0 || once.findings[i - 1]!.start <= start);
          }
          assert.equal(new Set(once.findings.map(({ fingerprint }) => fingerprint)).size, once.findings.length);
        },
      ),
    );
  });
});
