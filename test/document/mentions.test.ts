import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';
import type { ParagraphView } from '../../server/src/document/mentions.ts';

const lines = ['今年完成投资17.5亿元。', '请XX镇在X月前办结。', '要抓好落实。', '同志们：', '', '一、形势'];
const views: readonly ParagraphView[] = [({ figures }) => figures, ({ blanks }) => blanks, ({ markers }) => markers];

describe('paragraphs of which a view says something', () => {
  it('are the same after any edits as in a draft opened now', () => {
    const edit = fc.record({
      from: fc.nat(12),
      remove: fc.nat(3),
      add: fc.array(fc.constantFrom(...lines), { maxLength: 3 }),
      /** Views that are asked of this version. */
      asked: fc.subarray([...views]),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines), { maxLength: 12 }),
        fc.array(edit, { maxLength: 8 }),
        (first, edits) => {
          let all = first;
          let document = new Document(all.join('\n'), { format: 'plain' });
          for (const { from, remove, add, asked } of edits) {
            all = [...all.slice(0, from), ...add, ...all.slice(from + remove)];
            document = new Document(all.join('\n'), { format: 'plain', previous: document });
            for (const view of asked)
              assert.deepEqual(
                document.paragraphsWith(view),
                document.paragraphs.filter(({ facts }) => view(facts).length > 0),
              );
          }
        },
      ),
    );
  });
});
