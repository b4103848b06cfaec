import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { ledgerNotes, ledgerText } from '../../server/src/features/ledger.ts';
import { outlineOf } from '../../server/src/features/outline.ts';

const lines = [
  { indicator: '固定资产投资', period: '2025年', place: '全县', value: '17.5', unit: '亿元', source: '2025年统计公报' },
  { indicator: '一般公共预算收入', period: '2025年', value: '126000', unit: '万元' },
];
const text = `在全县经济工作会议上的讲话
2026年1月8日
同志们：
去年，全县完成固定资产投资XX亿元，一般公共预算收入完成12.8亿元，招商引资到位资金XX亿元。
`;
const document = new Document(text, { format: 'plain' });

describe('what the ledger says of a draft', () => {
  it('is told of figures and of blanks, in the unit of the draft', () => {
    assert.deepEqual(
      ledgerNotes(document, lines).map((note) => [document.slice(note), note.blank, ledgerText(note)]),
      [
        ['XX亿元', true, '台账：17.5亿元（2025年全县固定资产投资，2025年统计公报）'],
        ['12.8亿元', false, '台账：12.6亿元（2025年一般公共预算收入）'],
      ],
    );
    assert.deepEqual(ledgerNotes(document, []), []);
  });

  it('is nothing where the year, the place or the goal is another', () => {
    for (const other of [
      text.replace('2026年1月8日\n', ''),
      text.replace('去年', '前年'),
      text.replace('全县完成', '望山县完成').replace('，一般', '，望山县一般'),
      text.replace('去年，', '去年力争'),
    ])
      assert.deepEqual(ledgerNotes(new Document(other, { format: 'plain' }), lines), [], other);
  });

  it('stands in the hover, and is offered inside the blank alone', () => {
    const outline = outlineOf(document, 200);
    const hover = (words: string) => hoverAt(document, outline, text.indexOf(words) + 1, lines)?.lines ?? [];
    assert.ok(hover('XX亿元，一般').includes('台账：17.5亿元（2025年全县固定资产投资，2025年统计公报）'));
    assert.ok(hover('12.8亿元').includes('台账：12.6亿元（2025年一般公共预算收入）'));
    assert.ok(hover('XX亿元。').every((line) => !line.startsWith('台账')));
    const offered = (words: string, within: number) =>
      completionsAt(document, text.indexOf(words) + within, [], lines).map(({ label, span }) => [
        label,
        document.slice(span),
      ]);
    assert.deepEqual(offered('XX亿元，一般', 2), [['17.5', 'XX']]);
    assert.deepEqual(offered('XX亿元，一般', 4), []);
    assert.ok(offered('XX亿元。', 2).every(([label]) => label !== '17.5'));
  });
});
