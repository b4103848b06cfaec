import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';
import { measure } from '../../server/src/document/length.ts';
import { othersIn, placesOf, watch } from '../../server/src/document/walk.ts';
import { ownCopy } from '../../server/src/text/copy.ts';

const watched = watch((mark) => {
  mark('丙'.charCodeAt(0), '丁'.charCodeAt(0));
  mark('间'.charCodeAt(0), '：'.charCodeAt(0));
});
const places = (text: string): number[] => {
  const { facts } = new Document(text, { format: 'plain' }).paragraphs[0]!;
  const own = [...placesOf(facts.walk, watched)];
  assert.equal((facts.walk.flags & watched) !== 0, own.length > 0);
  return own;
};

describe('one walk through a paragraph', () => {
  it('tells where pairs stand, by their second character', () => {
    assert.deepEqual(places('丙丁，甲丙丁'), [1, 5]);
    assert.deepEqual(places('时间：今天'), [2]);
    assert.deepEqual(places('丙，丁'), []);
    assert.deepEqual(places('丁丙'), []);
  });

  it('tells where what is no Chinese character stands', () => {
    const { facts } = new Document('增长17%，“甲〇”', { format: 'plain' }).paragraphs[0]!;
    assert.deepEqual(facts.walk.others, [2, 3, 4, 5, 6, 8, 9]);
    assert.deepEqual(othersIn('甲1乙2', 2), [3]);
  });

  it('measures the same with what it has seen as without', () => {
    const piece = fc.constantFrom(
      '甲',
      '乙',
      '12',
      '1,000',
      '8.5',
      '%',
      '，',
      ' ',
      'GDP',
      "a-b'c.",
      '2024年',
      '00',
      '.',
      '〇',
      '\u3000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const whole = measure(text);
        assert.deepEqual(measure(text, 0, text.length, othersIn(text)), whole);
        assert.deepEqual(measure(`甲${text}乙`, 1, text.length + 1), whole);
      }),
    );
  });

  it('is walked again for who comes later', () => {
    const { facts } = new Document('甲，戊己，丙丁', { format: 'plain' }).paragraphs[0]!;
    const before = facts.walk;
    assert.equal(facts.walk, before);
    const late = watch((mark) => {
      mark('戊'.charCodeAt(0), '己'.charCodeAt(0));
    });
    assert.deepEqual(placesOf(facts.walk, late), [3]);
    assert.deepEqual(placesOf(facts.walk, watched), [6]);
  });
});

describe('a copy of its own', () => {
  it('has the same characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => ownCopy(text) === text));
  });
});
