import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../server/src/formats/lines.ts';

describe('lines and columns', () => {
  it('ends lines at \\n, \\r\\n and \\r, not at U+2028', () => {
    const text = '甲\n乙\r\n丙\r丁\u2028戊';
    const lines = new Lines(text);
    const at = (character: string) => lines.at(text.indexOf(character));
    assert.deepEqual(
      [...'甲乙丙丁戊'].map((character) => Object.values(at(character))),
      [
        [1, 1],
        [2, 1],
        [3, 1],
        [4, 1],
        [4, 3],
      ],
    );
    assert.deepEqual(lines.at(text.length), { line: 4, column: 4 });
  });
  it('does not count a byte-order mark', () => {
    const lines = new Lines('\ufeff甲乙\n丙');
    assert.deepEqual(
      [0, 1, 2, 4].map((offset) => Object.values(lines.at(offset))),
      [
        [1, 1],
        [1, 1],
        [1, 2],
        [2, 1],
      ],
    );
  });
  it('gives the line without its end', () => {
    const text = '甲乙\r\n\r\n丙';
    const lines = new Lines(text);
    assert.deepEqual(
      [0, 3, 4, 6].map((offset) => {
        const { start, end } = lines.span(offset);
        return text.slice(start, end);
      }),
      ['甲乙', '甲乙', '', '丙'],
    );
  });
  it('agrees with counting, on any text', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', 'a', '\n', '\r', '\r\n', '\u2028', '𠮷')), fc.nat(), (parts, some) => {
        const text = parts.join('');
        const offset = some % (text.length + 1);
        const before = text.slice(0, offset) + (text[offset - 1] === '\r' && text[offset] === '\n' ? '' : '');
        const split = before.split(/\r\n|\n|\r(?!\n)/);
        // Between \r and \n the line has not ended yet.
        const inside = text[offset - 1] === '\r' && text[offset] === '\n';
        const expected = inside ? before.slice(0, -1).split(/\r\n|\n|\r/) : split;
        const { line, column } = new Lines(text).at(offset);
        assert.equal(line, expected.length);
        assert.equal(column, expected.at(-1)!.length + (inside ? 2 : 1));
      }),
    ));
});
