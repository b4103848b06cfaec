import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { check, type WantedWords } from '../../server/src/engine/check.ts';
import { defineRule, type Rule } from '../../server/src/engine/rule.ts';
import { type Cut, WordRequest } from '../../server/src/engine/words.ts';
import type { Span } from '../../server/src/text/span.ts';
import { finds } from '../support/fixture-rules.ts';

const meta = (id: string) => finds(id, '甲').meta;
const places = (text: string, word: string): Span[] =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));

/** Reports 丁 at once, and 由甲 once words show that 甲 stands by itself. */
const asks = defineRule({
  meta: meta('a/asks'),
  candidates: ({ text }) => places(text, '由甲'),
  *check({ text }, _options, words) {
    for (const span of places(text, '丁')) yield { ...span, message: '丁。' };
    if (words === undefined) return;
    for (const span of places(text, '由甲'))
      if (words.within(span).some(({ text: word }) => word === '甲')) yield { ...span, message: '甲。' };
  },
});

const run = (text: string, rules: readonly Rule[]) =>
  check(new Document(text, { format: 'plain' }), rules, { stage: 'final' });
const single = (run: string): readonly Cut[] => [...run].map((text) => ({ text, tag: '' }));
const answer = (text: string, { spans }: WantedWords, cut: (run: string) => readonly Cut[]) => {
  const request = new WordRequest(new Document(text, { format: 'plain' }), spans);
  return request.answer(request.runs.map(cut));
};
const said = ({ findings }: { readonly findings: readonly { rule: string; start: number }[] }) =>
  findings.map(({ rule, start }) => `${rule} ${start}`);

describe('words', () => {
  it('are not asked for where no rule has a candidate', () => {
    assert.equal(run('丁', [asks]).wanted, undefined);
    assert.equal(run('由甲', [finds('a/b', '甲')]).wanted, undefined);
  });
  it('let a rule say more, and run no other rule again', () => {
    let runs = 0;
    const counts = defineRule({
      meta: meta('a/counts'),
      *check() {
        runs++;
        yield { start: 1, end: 2, message: '数。' };
      },
    });
    const text = '丁，由甲';
    const first = run(text, [asks, counts]);
    assert.deepEqual(said(first), ['a/asks 0', 'a/counts 1']);
    assert.deepEqual(first.wanted?.spans, [{ start: 2, end: 4 }]);
    const second = first.wanted!.complete(answer(text, first.wanted!, single));
    assert.deepEqual(said(second), ['a/asks 0', 'a/counts 1', 'a/asks 2']);
    assert.equal(second.wanted, undefined);
    assert.equal(runs, 1);
    assert.deepEqual(said(first), ['a/asks 0', 'a/counts 1'], 'the first result stays as it was');
  });
  it('joins the ranges of several rules', () => {
    const wide = defineRule({ meta: meta('a/wide'), candidates: () => [{ start: 0, end: 3 }], *check() {} });
    assert.deepEqual(run('由甲乙由甲', [asks, wide]).wanted?.spans, [{ start: 0, end: 5 }]);
  });
  it('leaves a comment unjudged until they are known', () => {
    const text = '<!-- jianggao-disable a/asks -->\n由甲';
    for (const [cut, expected] of [
      [single, []],
      [(run: string) => [{ text: run, tag: '' }], ['engine/unused-suppression 22']],
    ] as const) {
      const first = run(text, [asks]);
      assert.deepEqual(said(first), []);
      assert.deepEqual(said(first.wanted!.complete(answer(text, first.wanted!, cut))), expected);
    }
  });
  it('reports a rule that fails on them, and keeps the others', () => {
    const fails: Rule = {
      ...asks,
      check(_document, _options, words) {
        if (words !== undefined) throw new Error('no');
        return [];
      },
    };
    const first = run('由甲', [fails, finds('a/b', '甲')]);
    const second = first.wanted!.complete({ within: () => [] });
    assert.deepEqual(said(second), ['a/b 1']);
    assert.deepEqual(
      second.failures.map(({ message }) => message),
      ['no'],
    );
  });
});

describe('what the segmenter is given', () => {
  const request = (text: string, spans: readonly Span[], format: 'plain' | 'markdown' = 'plain') =>
    new WordRequest(new Document(text, { format }), spans);

  it('is runs of Chinese characters inside the ranges', () => {
    const text = '增长12.5%，达到*亿元\n“开门红”XX县';
    assert.deepEqual(request(text, [{ start: 0, end: text.length }]).runs, ['增长', '达到', '亿元', '开门红', '县']);
    assert.deepEqual(request(text, [{ start: 1, end: 9 }]).runs, ['长', '达']);
    assert.deepEqual(request('', [{ start: 0, end: 0 }]).runs, []);
  });
  it('is the reading, and words lead back to the draft', () => {
    const text = '認**清形**勢';
    const asked = request(text, [{ start: 0, end: text.length }], 'markdown');
    assert.deepEqual(asked.runs, ['认清形势']);
    const words = asked.answer([
      [
        { text: '认清', tag: 'v' },
        { text: '形势', tag: 'n' },
      ],
    ]);
    assert.deepEqual(
      words.within({ start: 0, end: text.length }).map(({ start, end, tag }) => [text.slice(start, end), tag]),
      [
        ['認**清', 'v'],
        ['形**勢', 'n'],
      ],
    );
    assert.deepEqual(words.within({ start: 1, end: text.length }).length, 1, 'a word that reaches out is left out');
  });
  it('has no words where the answer does not join to it', () => {
    const asked = request('甲乙，丙', [{ start: 0, end: 4 }]);
    const words = asked.answer([[{ text: '甲丙', tag: '' }], [{ text: '丙', tag: '' }]]);
    assert.deepEqual(
      words.within({ start: 0, end: 4 }).map(({ text }) => text),
      ['丙'],
    );
    assert.deepEqual(asked.answer([]).within({ start: 0, end: 4 }), []);
  });
});
