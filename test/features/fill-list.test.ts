/** What stands around a blank, as the views and the hover show it. */
import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';
import { around } from '../../server/src/features/fill-list.ts';

const shown = (text: string, format: Format = 'plain'): readonly string[] => {
  const document = new Document(text, { format });
  return document.blanks.map((blank) => {
    const { before, after } = around(document, blank, 24);
    return `${before}【${document.slice(blank)}】${after}`;
  });
};

describe('the words around a blank', () => {
  it('are those of its sentence', () => {
    assert.deepEqual(shown('要抓紧办。请XX县长牵头，月底前办结。不能再拖。\n'), ['请【XX】县长牵头，月底前办结']);
  });

  it('are what is read, without Markdown’s marks', () => {
    assert.deepEqual(shown('- 请**XX**县长牵头，**年底前**办结。\n', 'markdown'), ['请【XX】县长牵头，年底前办结']);
  });

  it('stay Traditional in a Traditional draft', () => {
    assert.deepEqual(shown('請XX縣長牽頭，年底前辦結。\n'), ['請【XX】縣長牽頭，年底前辦結']);
  });

  it('are the cells of its row in a table, whatever ends the line', () => {
    for (const end of ['\n', '\r\n'])
      assert.deepEqual(
        shown(
          ['同志们：', '', '| 单位 | 任务 |', '|---|---|', '| XX镇 | 3个 |', '| 太平镇 | 2个 |', ''].join(end),
          'markdown',
        ),
        ['【XX】镇 3个'],
      );
  });
});
