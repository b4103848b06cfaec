import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { disagreements } from '../../server/src/features/across.ts';

const found = (...texts: string[]) =>
  disagreements(texts.map((text) => new Document(text, { format: 'plain' }))).map(
    ({ indicator, mentions }) => `${indicator} ${mentions.map(({ draft, text }) => `${draft}:${text}`).join(' ')}`,
  );

describe('disagreements between drafts', () => {
  const told = '2025年，全县粮食总产量21.3万吨，城镇化率达到56.3%。';

  it('are values of one indicator, period and place that cannot both be right', () => {
    assert.deepEqual(found(told, told.replace('21.3', '23.1')), ['粮食总产量 0:21.3万吨 1:23.1万吨']);
    assert.deepEqual(found(told, told.replace('56.3', '53.6')), ['常住人口城镇化率 0:56.3% 1:53.6%']);
  });

  it('are none where fewer digits say the same, or something else is told', () => {
    for (const other of [
      told,
      told.replace('21.3万吨', '21万吨'),
      told.replace('21.3万吨', '213000吨'),
      told.replace('2025年', '2024年').replace('21.3', '20.9').replace('56.3', '54.8'),
      '2025年，望山县粮食总产量3.2万吨，城镇化率达到41.5%。',
      '2025年，力争全县粮食总产量达到22万吨。',
      '',
    ])
      assert.deepEqual(found(told, other), [], other);
  });

  it('are those between drafts, not those within one', () => {
    const both = `${told}\n${told.replace('21.3', '23.1')}`;
    assert.deepEqual(found(both, '二、要抓落实。'), []);
  });

  it('are found though one draft repeats its value, and through three drafts', () => {
    const other = told.replace('21.3', '23.1');
    assert.deepEqual(found(`${told}\n${told}`, other), ['粮食总产量 0:21.3万吨 1:23.1万吨']);
    assert.deepEqual(found(told, told, other), ['粮食总产量 0:21.3万吨 1:21.3万吨 2:23.1万吨']);
  });

  it('are none between 去年 of one year and 去年 of another', () => {
    const of = (year: number, value: string) =>
      `在全县农业工作会议上的讲话\n${year}年1月8日\n同志们：\n去年，全县粮食总产量${value}万吨。\n`;
    assert.deepEqual(found(of(2025, '20.9'), of(2026, '21.3')), []);
    assert.deepEqual(found(of(2026, '20.9'), of(2026, '21.3')), ['粮食总产量 0:20.9万吨 1:21.3万吨']);
  });
});
