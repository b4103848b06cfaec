import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatHanInteger, hanIntegerLength, parseHanInteger } from '../../server/src/text/numerals.ts';

describe('Chinese numerals', () => {
  const table: [string, number | undefined][] = [
    ['一', 1], ['九', 9], ['十', 10], ['十二', 12], ['二十', 20], ['二十一', 21], ['九十九', 99], ['廿三', 23], ['卅', 30], ['两', 2], ['百', 100],
    ['一百零五', 105], ['一百五', 150], ['一百一十', 110], ['一百十二', 112], ['两千', 2000], ['两千零二', 2002], ['两千零五十', 2050], ['三千五', 3500],
    ['十四万三千', 143_000], ['两万三', 23_000], ['一万零三十', 10_030], ['三百二十万', 3_200_000], ['一亿两千万', 120_000_000], ['一万三千亿', 1_300_000_000_000],
    ['二〇二二', 2022], ['二○○八', 2008], ['一九四九', 1949], ['零', 0], ['〇', 0], ['壹佰贰拾', 120], ['万', 10_000], ['三五', 35],
    ['', undefined], ['十十', undefined], ['三百二千', undefined], ['二千三千', undefined], ['一万二亿万', undefined], ['百二十', undefined], ['一是', undefined], ['2十', undefined],
  ]; // biome-ignore format: a table
  for (const [text, value] of table)
    it(`${text || '(nothing)'} is ${value}`, () => assert.equal(parseHanInteger(text), value));

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => parseHanInteger(formatHanInteger(n)) === n));
    for (let n = 0; n <= 20_000; n++) assert.equal(parseHanInteger(formatHanInteger(n)), n);
  });
  it('knows the length without writing', () => {
    const same = (n: number): void => assert.equal(hanIntegerLength(n), formatHanInteger(n).length, String(n));
    for (let n = 0; n <= 20_000; n++) same(n);
    fc.assert(fc.property(fc.integer({ min: 0, max: 200_000_000 }), same));
  });
  it('writes 10 to 19 as 十 … 十九, and what it cannot as Arabic', () => {
    assert.equal(formatHanInteger(10), '十');
    assert.equal(formatHanInteger(18), '十八');
    assert.equal(formatHanInteger(115), '一百一十五');
    assert.equal(formatHanInteger(-1), '-1');
  });
});
