/** Text → bytes in the encoding a file already has. What an edit did not touch keeps its bytes, whatever they were. */
import iconv from 'iconv-lite';
import type { Edit } from '../engine/problem.ts';
import type { Encoding } from './decode.ts';
import { Failure } from './failure.ts';

/** The bytes of `text` after `edits` (sorted, not overlapping). Throws a Failure when the encoding cannot hold what an edit puts in. */
export function editBytes(bytes: Buffer, text: string, encoding: Encoding, edits: readonly Edit[]): Buffer {
  const offset = byteOffsets(bytes, text, encoding);
  const parts: Buffer[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(bytes.subarray(from, offset(edit.start)), encode(edit.text, encoding));
    from = offset(edit.end);
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

/** Every byte sequence that the encoding does not know becomes U+FFFD. */
export const decodeAs = (bytes: Buffer, encoding: Encoding): string =>
  iconv.decode(bytes, encoding, { stripBOM: false });

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030',
  big5: 'Big5',
};

function encode(text: string, encoding: Encoding): Buffer {
  const bytes = iconv.encode(text, encoding, { addBOM: false });
  if (decodeAs(bytes, encoding) !== text)
    throw new Failure('unwritable', `文件的编码是 ${names[encoding]}，写不下“${text}”。请先把文件另存为 UTF-8`);
  return bytes;
}

/** Maps ascending character offsets to byte offsets. */
function byteOffsets(bytes: Buffer, text: string, encoding: Encoding): (offset: number) => number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (offset) => offset * 2;
  let byte = 0;
  let unit = 0;
  if (encoding === 'utf-8')
    return (offset) => {
      byte += Buffer.byteLength(text.slice(unit, offset), 'utf8');
      unit = offset;
      return byte;
    };
  const size = encoding === 'gb18030' ? gb18030Size : () => 2;
  // Node's decoder is the one that read GB18030, and not the one that read Big5.
  const decoder = new TextDecoder('gb18030');
  const units = (pair: Buffer): number => (encoding === 'big5' ? decodeAs(pair, 'big5') : decoder.decode(pair)).length;
  return (offset) => {
    while (unit < offset) {
      const length = bytes[byte]! <= 0x80 ? 1 : size(bytes, byte);
      // One pair can be two units: characters beyond the basic plane, and four of Big5 with a combining mark.
      unit += length === 1 ? 1 : units(bytes.subarray(byte, byte + length));
      byte += length;
    }
    return byte;
  };
}

const gb18030Size = (bytes: Buffer, at: number): number => {
  const next = bytes[at + 1] ?? 0;
  return next >= 0x30 && next <= 0x39 ? 4 : 2;
};
