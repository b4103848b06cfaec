import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { inFolder } from '../support/command.ts';

const draft = `在全县经济工作会议上的讲话

2026年1月8日

同志们：

去年，全县完成固定资产投资XX亿元，一般公共预算收入完成12.8亿元。
`;
const sheet =
  '指标,时期,地区,数值,单位,来源\r\n固定资产投资,2025年,全县,17.5,亿元,2025年统计公报\r\n一般公共预算收入,2025年,全县,12.6,亿元,\r\n';
const named = { 'jianggao.json': '{ "ledger": "台账.csv" }' };

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

  it(
    'is read from a table in any encoding, from a workbook and from YAML',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { default: writeWorkbook } = await import('write-excel-file/node');
      const rows = sheet
        .trim()
        .split('\r\n')
        .map((line) => line.split(',').map((value) => ({ value, type: String })));
      const workbook = await writeWorkbook(rows).toBuffer();
      for (const [name, bytes] of [
        ['utf8.csv', Buffer.from(`\ufeff${sheet}`)],
        ['gbk.csv', iconv.encode(sheet, 'gb18030')],
        ['utf16.tsv', Buffer.from(`\ufeff${sheet.replaceAll(',', '\t')}`, 'utf16le')],
        ['t.xlsx', workbook],
        ['t.yaml', Buffer.from('- 指标: 一般公共预算收入\n  时期: 2025年\n  数值: 12.6亿元\n')],
      ] as const) {
        folder.write(name, bytes);
        for (const key of ['ledger', 'extends']) {
          folder.write('jianggao.json', `{ "${key}": ["${name}"] }`);
          const { out, err, status } = await folder.run(['check', 'a.txt']);
          assert.deepEqual([status, err], [1, ''], name);
          assert.match(out, /与数据台账不符：文中为“12\.8亿元”/, name);
        }
      }
    }),
  );

  it(
    'is told by row and column where it is broken, and the drafts are checked all the same',
    inFolder(
      { ...named, 'a.txt': draft.replace('同志们：', '同志们：“'), '台账.csv': sheet.replace('12.6', '很多') },
      async (folder) => {
        const { out, err, status } = await folder.run(['check', 'a.txt']);
        assert.equal(status, 2);
        assert.match(out + err, /台账\.csv:3:\d+ {2}“很多亿元”不是一个带单位的数/);
        assert.match(out, /text\/pairing/);
      },
    ),
  );

  it(
    'is refused when it is out of all measure',
    inFolder({ ...named, 'a.txt': draft, '台账.csv': `${sheet}${',\n'.repeat(100_001)}` }, async (folder) => {
      const { out, err, status } = await folder.run(['check', 'a.txt']);
      assert.equal(status, 2);
      assert.match(out + err, /读不了“台账\.csv”：超过 100000 行/);
    }),
  );
});
