import assert from 'node:assert/strict';
import type { CheckedFigures } from '../../server/src/lsp/protocol.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';

const uri = 'untitled:draft';

describe('language server: figures', () => {
  it('tells relations with their members, mismatches first, and figures by indicator', async () => {
    const client = await LanguageClient.start({ capabilities: pulling });
    try {
      await client.open(
        uri,
        '在全县经济运行分析会上的讲话\n\n同志们：\n\n下面，我讲两点意见。\n\n一、成绩来之不易\n\n全县新开工项目26个，其中工业项目12个、农业项目8个、文旅项目5个。完成固定资产投资17.5亿元，完成年计划20亿元的87.5%。\n\n二、任务依然繁重\n\n要抓紧。\n',
      );
      const answer: CheckedFigures = await client.connection.sendRequest('jianggao/figures', { textDocument: { uri } });
      assert.deepEqual(
        answer.relations
          .slice(0, 1)
          .map(({ type, verdict, note, members }) => [type, verdict, note, members.map(({ text }) => text)]),
        [['合计', 'mismatch', '12+8+5=25', ['26个', '12个', '8个', '5个']]],
      );
      assert.ok(answer.relations.some(({ type, verdict }) => type === '进度' && verdict === 'ok'));
      assert.ok(answer.relations.some(({ type, verdict }) => type === '列数' && verdict === 'ok'));
      const investment = answer.indicators.find(({ indicator }) => indicator === '固定资产投资');
      assert.equal(investment?.figures[0]?.text, '17.5亿元');
      assert.deepEqual(investment?.figures[0]?.range.start, {
        line: 8,
        character: investment.figures[0].range.start.character,
      });
    } finally {
      await client.stop();
    }
  });
});
