import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { replace } from '../../server/src/engine/fixes.ts';
import type { Encoding } from '../../server/src/host/decode.ts';
import { decodeAs, editBytes } from '../../server/src/host/encode.ts';

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];
const read = (bytes: Buffer, encoding: Encoding): string =>
  encoding === 'big5' ? decodeAs(bytes, encoding) : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

describe('writing back', () => {
  for (const encoding of encodings)
    it(`gives the text after the edits, in ${encoding}`, () => {
      const characters = [...'一二三、。（）abc 1\r\n招商'];
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...characters), { maxLength: 60 }),
          fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom('', '，', '四', '\r\n', 'ab')), { maxLength: 4 }),
          (list, wanted) => {
            const text = list.join('');
            let from = 0;
            const edits = wanted
              .toSorted((a, b) => a[0] - b[0])
              .flatMap(([at, length, inserted]) => {
                const start = Math.min(Math.max(at, from), text.length);
                const end = Math.min(start + length, text.length);
                from = end + 1;
                return start >= text.length ? [] : [{ start, end, text: inserted }];
              });
            const bytes = iconv.encode(text, encoding, { addBOM: false });
            assert.equal(read(editBytes(bytes, text, encoding, edits), encoding), replace(text, edits));
          },
        ),
        { numRuns: 200, seed: 3 },
      );
    });

  it('keeps the bytes of what it does not touch, even where they have another spelling', () => {
    // 0x80 is the euro sign of old GBK files; today's code for it is two bytes.
    const bytes = Buffer.concat([Buffer.from([0x80]), iconv.encode('，共计12个,', 'gbk'), Buffer.from([0x80])]);
    const text = read(bytes, 'gb18030');
    const at = text.lastIndexOf(',');
    const edited = editBytes(bytes, text, 'gb18030', [{ start: at, end: at + 1, text: '，' }]);
    assert.equal(edited[0], 0x80);
    assert.equal(edited.at(-1), 0x80);
    assert.equal(read(edited, 'gb18030'), '€，共计12个，€');
  });

  it('knows the Hong Kong supplement of Big5', () => {
    const text = '敲着銅鑼,喊着';
    const edited = editBytes(iconv.encode(text, 'big5'), text, 'big5', [{ start: 4, end: 5, text: '，' }]);
    assert.equal(read(edited, 'big5'), '敲着銅鑼，喊着');
  });

  it('counts characters beyond the basic plane as two', () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16be'] as const) {
      const text = '𠮷林,好';
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      assert.equal(read(editBytes(bytes, text, encoding, [{ start: 3, end: 4, text: '，' }]), encoding), '𠮷林，好');
    }
  });

  it('refuses what the encoding cannot hold', () => {
    const text = '講話,';
    assert.throws(() => editBytes(iconv.encode(text, 'big5'), text, 'big5', [{ start: 2, end: 3, text: '讲' }]), {
      code: 'unwritable',
      message: '文件的编码是 Big5，写不下“讲”。请先把文件另存为 UTF-8',
    });
  });
});
