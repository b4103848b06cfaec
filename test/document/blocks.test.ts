import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitBlocks } from '../../server/src/document/blocks.ts';

const lines = [
  '同志们：',
  '今天召开这次会议，主要任务是总结上半年工作，安排部署下半年重点任务',
  '动员全区上下振奋精神、鼓足干劲，确保全年目标任务圆满完成。下面讲三点意见',
  '2、',
  '3、要压实责任',
  '—2—',
  '，',
  '’',
  '　　一、提高认识',
  '<!-- 注 -->',
  '\ufeff',
  '',
];
const breaks = ['\n', '\r\n', '\r', '\u2028', '\n\n'];
const piece = fc.constantFrom(...lines, ...breaks);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('paragraphs of a draft that is edited', () => {
  it('are those of its text as it is', () => {
    const edit = fc.record({ at: fc.nat(1000), length: fc.nat(30), text: fc.oneof(fc.constant(''), piece, text) });
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let before = first;
        let { lines } = splitBlocks(before, 'plain');
        for (const { at, length, text: replacement } of edits) {
          const start = Math.floor((before.length * at) / 1000);
          const end = Math.min(before.length, start + length);
          const after = before.slice(0, start) + replacement + before.slice(end);
          const shared = { head: start, tail: start + replacement.length, moved: before.length - after.length };
          const split = splitBlocks(after, 'plain', { lines, shared });
          assert.deepEqual(split, splitBlocks(after, 'plain'));
          before = after;
          lines = split.lines;
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
  });
});
