import assert from 'node:assert/strict';
import { inFolder } from '../support/command.ts';

const draft = `在全县经济工作会议上的讲话

2026年1月8日

同志们：

去年，全县完成固定资产投资XX亿元，一般公共预算收入完成12.8亿元。
`;
const sheet =
  '指标,时期,地区,数值,单位,来源\r\n固定资产投资,2025年,全县,17.5,亿元,2025年统计公报\r\n一般公共预算收入,2025年,全县,12.6,亿元,\r\n';
const named = { 'jianggao.json': '{ "extends": "台账.csv" }' };

describe('the office’s ledger', () => {
  it(
    'contradicts a figure, and fills a blank in the list of blanks',
    inFolder({ ...named, 'a.txt': draft, '台账.csv': sheet }, async (folder) => {
      const { out, status } = await folder.run(['check', 'a.txt']);
      assert.equal(status, 1);
      assert.match(out, /与数据台账不符：文中为“12\.8亿元”/);
      const blanks = await folder.run(['blanks', 'a.txt']);
      assert.match(blanks.out, /⟦XX⟧亿元.*\n +台账：17\.5亿元（2025年全县固定资产投资，2025年统计公报）\n/);
      const [blank] = JSON.parse((await folder.run(['blanks', '-f', 'json', 'a.txt'])).out).files[0].blanks;
      assert.deepEqual(blank.ledger, {
        indicator: '固定资产投资',
        period: '2025年',
        place: '全县',
        value: '17.5',
        unit: '亿元',
        source: '2025年统计公报',
      });
      assert.ok(!(await folder.run(['blanks', '--no-config', 'a.txt'])).out.includes('台账'));
    }),
  );

  it(
    'never changes a figure by itself',
    inFolder({ ...named, 'a.txt': draft, '台账.csv': sheet }, async (folder) => {
      await folder.run(['check', '--fix', 'a.txt']);
      assert.equal(folder.read('a.txt').toString('utf8'), draft);
    }),
  );
});
