import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { colouredSpans } from '../../server/src/features/tokens.ts';

const coloured = (text: string): string[] => {
  const document = new Document(text, { format: 'plain' });
  return colouredSpans(document).map((span) => `${span.type} ${document.slice(span)}`);
};

describe('what is coloured', () => {
  it('is markers and figures, and of a figure what is no blank', () => {
    assert.deepEqual(coloured('一、认清形势\n去年完成投资17.5亿元，新开工项目XX个。\n'), [
      'keyword 一、',
      'number 17.5亿元',
      'number 个',
    ]);
  });

  it('is no measure word behind a mask that stands for a name', () => {
    assert.deepEqual(coloured('　　加快建设现代化*场景，推动*来到新起点。\n'), []);
  });
});
