import assert from 'node:assert/strict';
import type { Document } from '../../server/src/document/document.ts';
import { defineRule } from '../../server/src/engine/rule.ts';
import { mark, unmark } from '../support/marked.ts';
import { assertDistinct, assertFindings, testRule } from '../support/rule-tester.ts';

/** Finds a word; as small as a rule can be. */
const wordRule = (fix?: { text: string; safety: 'safe' | 'suggestion' }, message = '“坏词”不宜使用。请改用别的词。') =>
  defineRule({
    meta: {
      id: 'text/word',
      summary: '坏词',
      level: { draft: 'warning', final: 'error' },
      description: '查出“坏词”。',
      examples: { wrong: ['这里有⟦坏词⟧。'], right: ['这里没有。'] },
    },
    options: { word: { type: 'choice', choices: ['坏词', '错词'], default: '坏词', description: '要查的词' } },
    *check({ text }, { word }) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const span = { start: at, end: at + word.length };
        yield {
          ...span,
          message,
          ...(fix && { fixes: [{ title: '改为好词', safety: fix.safety, edits: [{ ...span, text: fix.text }] }] }),
        };
      }
    },
  });

testRule(wordRule(), {
  wrong: [
    { text: '⟦坏词⟧与⟦坏词⟧。', message: ['“坏词”不宜使用。请改用别的词。', /别的词/] },
    { text: '⟦错词⟧，不是坏词。', options: { word: '错词' }, message: /不宜/ },
    { text: '# ⟦坏词⟧', format: 'markdown', stage: 'draft' },
  ],
  right: ['好词。', { text: '坏词。', options: { word: '错词' } }],
});
testRule(wordRule({ text: '好词', safety: 'safe' }), { wrong: [{ text: '⟦坏词⟧。', fixed: '好词。' }], right: [] });

describe('rule tester', () => {
  const fails = (run: () => void, why: RegExp) => assert.throws(run, (error: Error) => why.test(error.message));

  it('marks and unmarks', () => {
    for (const text of ['甲⟦乙⟦丙⟧丁⟧⟦戊⟧', '⟦⟦甲⟧乙⟧', '甲⟦⟧乙', '⟦甲⟦乙⟧⟧'])
      assert.equal(mark(unmark(text).text, unmark(text).spans), text);
    assert.deepEqual(unmark('甲‸⟦乙⟧'), { text: '甲乙', spans: [{ start: 1, end: 2 }], cursor: 1 });
    assert.throws(() => unmark('⟦甲'));
    assert.throws(() => unmark('甲⟧'));
  });
  it('rejects a case that stands twice', () => fails(() => assertDistinct([{ text: '甲' }, { text: '甲' }]), /twice/));
  it('rejects a finding that is not marked, and a mark without a finding', () => {
    fails(() => assertFindings(wordRule(), { text: '坏词⟦坏词⟧' }), /坏词/);
    fails(() => assertFindings(wordRule(), { text: '⟦好词⟧' }), /好词/);
  });
  it('rejects a fix that no case asserts', () =>
    fails(() => assertFindings(wordRule({ text: '好词', safety: 'safe' }), { text: '⟦坏词⟧' }), /fixed/));
  it('rejects a fix asserted that is not offered', () =>
    fails(() => assertFindings(wordRule(), { text: '⟦坏词⟧', fixed: '好词' }), /fixed/));
  it('rejects a fix that changes nothing', () =>
    fails(
      () => assertFindings(wordRule({ text: '坏词', safety: 'safe' }), { text: '⟦坏词⟧', fixed: '坏词' }),
      /changes nothing/,
    ));
  it('rejects a safe fix that changes a figure', () =>
    fails(() => assertFindings(wordRule({ text: '三', safety: 'safe' }), { text: '⟦坏词⟧', fixed: '三' }), /figure/));
  it('rejects a safe fix that leaves what it should mend', () =>
    fails(
      () => assertFindings(wordRule({ text: '大坏词', safety: 'safe' }), { text: '⟦坏词⟧', fixed: '大坏词' }),
      /mends nothing/,
    ));
  it('rejects a rule that finds something else at other line ends', () => {
    const rule = wordRule();
    const onlyLf = {
      ...rule,
      *check(document: Document) {
        if (!document.text.includes('\r')) yield* rule.check(document, { word: '坏词' });
      },
    };
    fails(() => assertFindings(onlyLf, { text: '甲\n⟦坏词⟧' }), /the same with/);
  });
  it('rejects another certainty than the case says', () =>
    fails(() => assertFindings(wordRule(), { text: '⟦坏词⟧', certainty: 'likely' }), /certainty/));
  it('rejects an unknown option and a wrong value', () => {
    fails(() => assertFindings(wordRule(), { text: '⟦坏词⟧', options: { words: 1 } }), /no option/);
    fails(() => assertFindings(wordRule(), { text: '⟦坏词⟧', options: { word: 1 } }), /option word/);
  });
  it('rejects messages that the house would not say', () => {
    for (const message of ['bad word。', '坏词！', '坏词,请改。', '坏词'])
      fails(
        () => assertFindings(wordRule(undefined, message), { text: '⟦坏词⟧' }),
        /Chinese|exclamation|full-width|whole/,
      );
  });
});
