import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decode, type Encoding } from '../../server/src/host/decode.ts';
import { whyUndecodable } from '../../server/src/host/detect.ts';
import { at } from '../support/repository.ts';

const simplified = fs.readFileSync(at('test/corpus/sound/zhaoshang-shuji.txt'), 'utf8');
const traditional = fs.readFileSync(at('test/corpus/sound/fangxun-fanti.txt'), 'utf8');

/** What Big5 has no code for is left out: no Big5 file could hold it. */
const inBig5 = (text: string): string => iconv.decode(iconv.encode(text, 'big5'), 'big5').replaceAll('?', '');

const encode = (text: string, encoding: Encoding): Buffer => iconv.encode(text, encoding, { addBOM: false });

describe('decoding', () => {
  const whole: readonly (readonly [Encoding, string])[] = [
    ['utf-8', simplified],
    ['gb18030', simplified],
    ['gb18030', traditional],
    ['big5', inBig5(traditional)],
    ['utf-16le', simplified],
    ['utf-16be', simplified],
  ];
  for (const [encoding, text] of whole)
    it(`tells a whole draft in ${encoding}${text === simplified ? '' : ', Traditional'}`, async () =>
      assert.deepEqual(await decode(encode(text, encoding)), { text, encoding }));

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const)
    it(`keeps the byte-order mark of ${encoding}`, async () => {
      const text = '\ufeff同志们：\r\n今天开会。';
      assert.deepEqual(await decode(encode(text, encoding)), { text, encoding });
    });

  it('tells short excerpts rightly, all but a few', async () => {
    const sources: readonly (readonly [Encoding, string])[] = whole.map(([encoding, text]) => [
      encoding,
      text.replace(/[\s\x00-\x7f]/g, ''),
    ]);
    for (const [encoding, text] of sources) {
      let right = 0;
      let all = 0;
      for (let start = 0; start + 10 <= text.length && all < 150; start += 17) {
        const excerpt = text.slice(start, start + 10);
        all++;
        if ((await decode(encode(excerpt, encoding)))?.text === excerpt) right++;
      }
      assert.ok(right >= all * 0.97, `${encoding}: ${right} of ${all}`);
    }
  });

  it('looks beyond a beginning that is all ASCII', async () => {
    const text = `${'# speech 2026\n'.repeat(2000)}${simplified.slice(0, 300)}`;
    assert.deepEqual(await decode(encode(text, 'gb18030')), { text, encoding: 'gb18030' });
  });

  it('tells English in UTF-16 without a byte-order mark', async () => {
    const text = 'Ladies and gentlemen,\r\nwelcome.';
    assert.deepEqual(await decode(Buffer.from(text, 'utf16le')), { text, encoding: 'utf-16le' });
  });

  for (const [name, text] of [
    ['CRLF', '一、认清形势\r\n二、突出重点\r\n'],
    ['lone CR', '一、认清形势\r二、突出重点\r'],
    ['line separators', '一、认清形势\u2028二、突出重点\u2029'],
    ['NUL', '一、认清形势，\u0000突出重点，压实责任，狠抓落实，奋力推进招商引资工作再上新台阶'],
    ['zero-width characters', '招\u200b商\u200d引\u2060资是一\ufeff号工程'],
    ['ideographic and non-breaking spaces', '　　同志们：\u00a0今天\u2003开会'],
    ['beyond the basic plane', '𠮷林市的同志们：今天召开全市招商引资推进会'],
  ] as const)
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const)
      it(`keeps the offsets of ${name} in ${encoding}`, async () =>
        assert.deepEqual(await decode(encode(text, encoding)), { text, encoding }));

  it('takes an empty file for an empty draft', async () =>
    assert.deepEqual(await decode(Buffer.alloc(0)), { text: '', encoding: 'utf-8' }));

  it('reads back any text of Chinese characters and marks, whatever its encoding', async () => {
    const characters = [...new Set(simplified.replace(/\s/g, ''))];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...characters), { minLength: 60, maxLength: 200 }),
        fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
        async (list, encoding) => {
          const text = list.join('');
          assert.deepEqual(await decode(encode(text, encoding)), { text, encoding });
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });

  for (const [name, bytes, why] of [
    ['Word file', Buffer.from('504b0304140006000800', 'hex'), /Word/],
    ['old Word file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /旧版 Word/],
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), /PDF/],
    ['picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /图片/],
    ['row of zeros', Buffer.alloc(4096), /既不是 UTF-8/],
    [
      'bytes at random',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + 7 * i) % 251)),
      /既不是 UTF-8/,
    ],
    [
      'Western text in Latin-1',
      Buffer.from('Discours prononcé à l’été\nDéjà vu, garçon, naïveté'.replaceAll('’', "'"), 'latin1'),
      /既不是 UTF-8/,
    ],
    ['UTF-16 with a byte missing', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]), /既不是 UTF-8/],
  ] as const)
    it(`does not take a ${name} for text`, async () => {
      assert.equal(await decode(bytes), undefined);
      assert.match(whyUndecodable(bytes), why);
    });

  it('says where UTF-8 is damaged', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${simplified.slice(0, 600)}\n同志们`),
      Buffer.from([0xe4, 0xbd]),
      Buffer.from(`开会\n${simplified.slice(0, 600)}`),
    ]);
    const line = simplified.slice(0, 600).split('\n').length + 1;
    assert.equal(await decode(bytes), undefined);
    assert.equal(whyUndecodable(bytes), `大体是 UTF-8，但第 ${line} 行起有 1 处损坏`);
  });
});
