import assert from 'node:assert/strict';
import { excerpt } from '../../server/src/formats/excerpt.ts';
import { clip, fitEnd, fitStart, padEnd, padStart, widthOf, wrap } from '../../server/src/formats/width.ts';

describe('width in a terminal', () => {
  for (const [text, width] of [
    ['abc', 3],
    ['招商', 4],
    ['（一）', 6],
    ['ＡＢ', 4],
    ['𠮷', 2],
    ['a\u200bb', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['', 0],
  ] as const)
    it(`of ${JSON.stringify(text)} is ${width}`, () => assert.equal(widthOf(text), width));

  it('cuts at characters, never inside one', () => {
    assert.equal(fitStart('招商引资', 5), '招商');
    assert.equal(fitEnd('招商引资', 5), '引资');
    assert.equal(fitEnd('a𠮷', 2), '𠮷');
    assert.equal(clip('招商引资', 8), '招商引资');
    assert.equal(clip('招商引资', 7), '招商引…');
    assert.equal(padEnd('招商', 6), '招商  ');
    assert.equal(padStart('招商', 6), '  招商');
  });

  it('breaks lines anywhere in Chinese, but not before a closing mark nor inside a number or word', () => {
    assert.deepEqual(wrap('全县新签约项目42个，其中亿元以上11个。', 16), [
      '全县新签约项目42',
      '个，其中亿元以上',
      '11个。',
    ]);
    assert.deepEqual(wrap('请改为“四点”。', 12), ['请改为“四点”。']);
    assert.deepEqual(wrap('见 structure/numbering 一条', 12), ['见', 'structure/numbering', '一条']);
    assert.deepEqual(wrap('', 10), []);
  });
});

describe('excerpts', () => {
  const show = (text: string, words: string, columns: number) => {
    const start = text.indexOf(words);
    const {
      before,
      words: shown,
      after,
    } = excerpt(text, { start, end: start + words.length }, { start: 0, end: text.length }, columns);
    return `${before}⟦${shown}⟧${after}`;
  };
  const sentence = '今天召开全县招商引资推进会，主要任务是总结工作，查找不足，动员全县上下把这件大事一抓到底。';

  it('shows all where there is room', () =>
    assert.equal(show('下面，我讲四点意见。', '四点意见', 40), '下面，我讲⟦四点意见⟧。'));
  it('shares the room between both sides', () =>
    assert.equal(show(sentence, '主要任务', 30), '…资推进会，⟦主要任务⟧是总结工作…'));
  it('gives one side what the other does not need', () => {
    assert.equal(show(sentence, '今天', 20), '⟦今天⟧召开全县招商引…');
    assert.equal(show(sentence, '底。', 20), '…这件大事一抓到⟦底。⟧');
  });
  it('shortens long words in their middle', () => assert.equal(show(sentence, sentence, 30), '⟦今天召开全…到底。⟧'));
  it('stands in one column when told how wide the left side is', () => {
    for (const words of ['今天', '主要任务', '底。']) {
      const start = sentence.indexOf(words);
      const { before } = excerpt(
        sentence,
        { start, end: start + words.length },
        { start: 0, end: sentence.length },
        30,
        12,
      );
      assert.equal(widthOf(before), 12);
    }
  });
  it('makes one line of it', () => assert.equal(show('甲\t\u200b乙 \u0000 丙\n丁', '丙\n丁', 40), '甲 乙 ⟦丙 丁⟧'));
  it('is as quick on a line of millions of characters', () => {
    const text = '招商'.repeat(2_000_000);
    const { before, words, after } = excerpt(
      text,
      { start: 2_000_000, end: 2_000_002 },
      { start: 0, end: text.length },
      40,
    );
    assert.deepEqual([before, words, after], ['…招商招商招商招商', '招商', '招商招商招商招商招…']);
  });
});
