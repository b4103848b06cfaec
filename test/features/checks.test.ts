import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { highlightsAt } from '../../server/src/features/occurrences.ts';
import { outlineOf } from '../../server/src/features/outline.ts';

const text = `在全县经济运行分析会上的讲话

同志们：

下面，我讲两点意见。

一、成绩来之不易

全县新开工项目26个，其中工业项目12个、农业项目8个、文旅项目5个。完成固定资产投资17.5亿元，完成年计划20亿元的87.5%。

二、任务依然繁重

还要再完成固定资产投资2.5亿元。
`;
const document = new Document(text, { format: 'plain' });
const outline = outlineOf(document, 200);
const at = (words: string): number => text.indexOf(words) + 1;

describe('what a figure was checked with', () => {
  it('stands in its hover with the verdict', () => {
    const hover = (words: string) => hoverAt(document, outline, at(words))?.lines ?? [];
    assert.ok(hover('26个').includes('合计不符：12+8+5=25'));
    assert.ok(hover('8个').includes('合计不符：12+8+5=25'));
    assert.ok(hover('87.5%').some((line) => line.startsWith('进度相符：17.5亿元÷20亿元=87.5%')));
    assert.ok(hover('两点意见').some((line) => line.startsWith('列数相符')));
    assert.ok(hover('2.5亿元。').every((line) => !/^(?:合计|进度|占比)/.test(line)));
  });

  it('is highlighted from every member', () => {
    const marked = (words: string) => highlightsAt(document, at(words)).map((span) => document.slice(span));
    assert.deepEqual(marked('12个'), ['26个', '12个', '8个', '5个']);
    assert.deepEqual(marked('5个。'), ['26个', '12个', '8个', '5个']);
    assert.deepEqual(marked('20亿元'), ['17.5亿元', '20亿元', '87.5%']);
    assert.deepEqual(marked('两点意见'), ['两点意见', '一、', '二、']);
    assert.deepEqual(marked('二、任务'), ['两点意见', '一、', '二、']);
    assert.deepEqual(marked('同志们'), []);
  });

  it('has places in text order that do not overlap', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const spans = highlightsAt(document, offset);
      for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1]!.end <= spans[i]!.start);
    }
  });
});
