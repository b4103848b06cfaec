import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { asNobody, inFolder } from '../support/command.ts';

const secretary = `在全县经济工作会议上的讲话

2026年1月8日

同志们：

2025年，全县完成地区生产总值186.5亿元，增长6.2%；一般公共预算收入完成12.6亿元，下降0.8%。全年新开工项目26个，其中工业项目12个、农业项目8个、文旅项目5个。完成固定资产投资17.5亿元，完成年计划20亿元的87.5%。

2025年，全县一般公共预算收入完成12.6亿元，来之不易。
`;
const magistrate = `在全县经济工作会议上的总结讲话

2026年1月8日

同志们：

2025年，全县一般公共预算收入完成12.8亿元，完成地区生产总值186.5亿元。
`;
const spanIn = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const columns = ['文件', '行', '列', '类别', '关系/指标', '结论', '原文', '算式', '时期', '地区', '数值', '单位'];
const sum = [
  'a.txt',
  '7',
  '63',
  '核对',
  '合计',
  '不符',
  '26个，其中工业项目12个、农业项目8个、文旅项目5个',
  '12+8+5=25',
  '',
  '',
  '',
  '',
];

describe('figures as a sheet', () => {
  it(
    'is CSV that Excel opens: a mark, both kinds of rows, a verdict for what took part',
    inFolder({ 'a.txt': secretary }, async (folder) => {
      const { out, status } = await folder.run(['figures', '--format', 'csv', 'a.txt']);
      assert.equal(status, 0);
      assert.equal(out.charCodeAt(0), 0xfeff);
      assert.ok(out.includes('\r\n') && !/[^\r]\n/.test(out));
      const rows: string[][] = parse(out, { bom: true });
      assert.deepEqual(rows[0], columns);
      assert.ok(rows.every((row) => row.length === columns.length));
      assert.deepEqual(
        rows.find(([, , , , name]) => name === '合计'),
        sum,
      );
      const figure = rows.find(([, , , , , , words]) => words === '26个');
      assert.deepEqual(figure?.slice(3), ['数据', '项目', '不符', '26个', '', '2025年全年', '全县', '26', '个']);
      assert.ok(rows.some(([, , , , , verdict, words]) => words === '87.5%' && verdict === '相符'));
      // 下降0.8% is a number, and no text that begins like a formula
      assert.ok(rows.some((row) => row[10] === '-0.8' || row[10] === '0.8'));
      // a terminal needs no mark
      const shown = await folder.run(['figures', '--format', 'csv', 'a.txt'], { terminal: true });
      assert.equal(shown.out.charCodeAt(0), '文'.charCodeAt(0));
    }),
  );

  it(
    'takes nothing of a draft for a formula',
    inFolder({ '=cmd.txt': secretary, '@b,"c".txt': magistrate }, async (folder) => {
      const { out } = await folder.run(['figures', '-f', 'csv', '=cmd.txt', '@b,"c".txt']);
      const rows: string[][] = parse(out, { bom: true });
      assert.deepEqual([...new Set(rows.slice(1).map(([file]) => file))].sort(), [`'=cmd.txt`, `'@b,"c".txt`]);
      for (const cell of rows.flat()) assert.ok(!/^[=+@]/.test(cell) && !/^-(?!\d+(?:\.\d+)?$)/.test(cell), cell);
      await folder.run(['figures', '=cmd.txt', '-o', '表.xlsx']);
      const [, first] = await readSheet(fs.readFileSync(folder.at('表.xlsx')));
      assert.equal(first?.[0], '=cmd.txt');
    }),
  );

  it(
    'is a workbook with numbers as numbers',
    inFolder({ 'a.txt': secretary }, async (folder) => {
      const { out, status } = await folder.run(['figures', 'a.txt', '-o', '核对表.xlsx']);
      assert.equal(status, 0);
      assert.match(out, /^已写好 核对表\.xlsx：1 份讲稿，核对 \d+ 处，不符 1 处。\n$/);
      const rows = await readSheet(fs.readFileSync(folder.at('核对表.xlsx')));
      assert.deepEqual(rows[0], columns);
      const revenue = rows.find((row) => row[6] === '186.5亿元');
      assert.deepEqual(revenue, [
        'a.txt',
        7,
        17,
        '数据',
        '地区生产总值',
        null,
        '186.5亿元',
        null,
        '2025年',
        '全县',
        186.5,
        '亿元',
      ]);
    }),
  );

  it(
    'is Markdown in which a draft breaks no table',
    inFolder({ 'a|b.txt': secretary }, async (folder) => {
      const { out } = await folder.run(['figures', '-f', 'md', '--only', 'mismatch', 'a|b.txt']);
      assert.deepEqual(out.split('\n'), [
        `| ${columns.join(' | ')} |`,
        `|${'---|'.repeat(columns.length)}`,
        `| a\\|b.txt | 7 | 63 | 核对 | 合计 | 不符 | ${sum[6]} | 12+8+5=25 |  |  |  |  |`,
        '',
      ]);
    }),
  );
});

describe('figures of one verdict', () => {
  it(
    'are listed alone, in every format',
    inFolder({ 'a.txt': secretary, 'b.txt': magistrate }, async (folder) => {
      const text = (await folder.run(['figures', '--only', 'mismatch', 'a.txt', 'b.txt'])).out;
      assert.match(
        text,
        /^a\.txt {2}不符 1 处，共核对 \d+ 处\n {2}7:63 {2}不符 {4}合计 .*12\+8\+5=25\n\nb\.txt {2}没有不符的。\n/,
      );
      const rows: string[][] = parse((await folder.run(['figures', '--only', 'mismatch', '-f', 'csv', 'a.txt'])).out, {
        bom: true,
      });
      assert.deepEqual(rows.slice(1), [sum]);
      const [{ checks, figures }] = JSON.parse(
        (await folder.run(['figures', '--only', 'mismatch', '-f', 'json', 'a.txt'])).out,
      ).files;
      assert.deepEqual(
        checks.map(({ type, verdict }: Record<string, string>) => [type, verdict]),
        [['sum', 'mismatch']],
      );
      assert.deepEqual(
        figures.map(({ start, end }: { start: number; end: number }) => secretary.slice(start, end)),
        ['26个', '12个', '8个', '5个'],
      );
      const both = JSON.parse(
        (await folder.run(['figures', '--only', 'mismatch', '--only', 'ok', '-f', 'json', 'a.txt'])).out,
      ).files[0].checks;
      assert.deepEqual(new Set(both.map(({ verdict }: { verdict: string }) => verdict)), new Set(['ok', 'mismatch']));
    }),
  );

  it(
    'must be a verdict that there is',
    inFolder({ 'a.txt': secretary }, async (folder) => {
      const { err, status } = await folder.run(['figures', '--only', '不符', 'a.txt']);
      assert.equal(status, 2);
      assert.match(err, /没有“不符”这种结论，可用的有 mismatch（不符）、ok（相符）/);
    }),
  );
});

describe('figures kept in a file', () => {
  it(
    'take their format from its name',
    inFolder({ 'a.txt': secretary }, async (folder) => {
      for (const [name, begins] of [
        ['t.csv', '\ufeff文件,'],
        ['t.JSON', '{ "schema": 1'],
        ['t.md', '| 文件 |'],
        ['t.txt', 'a.txt  数据'],
      ] as const) {
        assert.equal((await folder.run(['figures', 'a.txt', '--out', name])).status, 0);
        assert.ok(folder.read(name).toString('utf8').startsWith(begins), name);
      }
      assert.equal((await folder.run(['figures', 'a.txt', '-f', 'csv', '-o', 't.dat'])).status, 0);
      assert.equal(folder.read('t.dat').readUIntBE(0, 3), 0xefbbbf);
    }),
  );

  it(
    'need one as a workbook',
    inFolder({ 'a.txt': secretary }, async (folder) => {
      const { err, status, out } = await folder.run(['figures', '-f', 'xlsx', 'a.txt']);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /-o 核对表\.xlsx/);
    }),
  );

  it(
    'never replace a draft that they are of, and nothing when they cannot be written',
    inFolder({ 'a.md': secretary, 'closed/t.csv': 'old' }, async (folder) => {
      fs.symlinkSync(folder.at('a.md'), folder.at('link.md'));
      for (const name of ['a.md', './a.md', 'link.md']) {
        const { err, status } = await folder.run(['figures', 'a.md', '-o', name]);
        assert.equal(status, 2);
        assert.match(err, /就是所核的讲稿“a\.md”，没有写入/);
      }
      assert.equal(folder.read('a.md').toString('utf8'), secretary);
      const nowhere = await folder.run(['figures', 'a.md', '-o', '没有/t.csv']);
      assert.deepEqual([nowhere.status, nowhere.err], [2, '写不了“没有/t.csv”：没有“没有”这个文件夹。\n']);
      fs.chmodSync(folder.at('closed/t.csv'), 0o444);
      fs.chmodSync(folder.at('closed'), 0o555);
      fs.chmodSync(folder.path, 0o755);
      const closed = await asNobody(() => folder.run(['figures', 'a.md', '-o', 'closed/t.csv']));
      fs.chmodSync(folder.at('closed'), 0o755);
      assert.deepEqual([closed.status, closed.err], [2, '写不了“t.csv”：没有权限。\n']);
      assert.equal(folder.read('closed/t.csv').toString(), 'old');
    }),
  );

  it(
    'hold what could be read, and the rest is told',
    inFolder({ 'a.txt': secretary, 'b.txt': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, async (folder) => {
      const { err, status } = await folder.run(['figures', 'b.txt', 'a.txt', '-o', 't.csv']);
      assert.equal(status, 2);
      assert.match(err, /^失败 {2}b\.txt：/);
      assert.ok(folder.read('t.csv').includes('合计'));
    }),
  );
});

describe('figures across drafts', () => {
  it(
    'shows the same indicator with different values, each at its place',
    inFolder({ 'a.txt': secretary, 'b.txt': magistrate, 'c.txt': secretary }, async (folder) => {
      const { out, status } = await folder.run(['figures', '--across', 'a.txt', 'b.txt', 'c.txt']);
      assert.equal(status, 0);
      assert.match(out, /^3 份讲稿之间，同一指标数值不一的有 1 项\n\n一般公共预算收入 {2}2025年 {2}全县\n/);
      assert.deepEqual(
        [...out.matchAll(/^ {2}(\S+) {2}(\S+:\d+:\d+) /gm)].map(([, value, place]) => [value, place]),
        [
          ['12.6亿元', 'a.txt:7:42'],
          ['12.8亿元', 'b.txt:7:19'],
          ['12.6亿元', 'c.txt:7:42'],
        ],
      );
      const { across, files } = JSON.parse(
        (await folder.run(['figures', '--across', '-f', 'json', 'a.txt', 'b.txt'])).out,
      );
      assert.equal(files.length, 2);
      assert.deepEqual(across, [
        {
          indicator: '一般公共预算收入',
          period: '2025年',
          place: '全县',
          mentions: [
            { path: 'a.txt', ...spanIn(secretary, '12.6亿元'), line: 7, column: 42, text: '12.6亿元' },
            { path: 'b.txt', ...spanIn(magistrate, '12.8亿元'), line: 7, column: 19, text: '12.8亿元' },
          ],
        },
      ]);
      const rows: string[][] = parse((await folder.run(['figures', '--across', '-f', 'csv', 'a.txt', 'b.txt'])).out, {
        bom: true,
      });
      assert.deepEqual(
        rows.slice(1).map((row) => [row[0], row[3], row[7], row[10], row[11]]),
        [
          ['a.txt', '各稿之间', '12.6亿元≠12.8亿元', '12.6', '亿元'],
          ['b.txt', '各稿之间', '12.6亿元≠12.8亿元', '12.8', '亿元'],
        ],
      );
    }),
  );

  it(
    'says so when they agree, and when there is nothing to compare',
    inFolder({ 'a.txt': secretary, 'b.txt': magistrate.replace('12.8', '12.6') }, async (folder) => {
      assert.equal(
        (await folder.run(['figures', '--across', 'a.txt', 'b.txt'])).out,
        '2 份讲稿之间没有说法不一的指标。\n',
      );
      const one = await folder.run(['figures', '--across', 'a.txt']);
      assert.deepEqual([one.status, one.out], [2, '']);
      assert.match(one.err, /两份以上/);
      assert.equal((await folder.run(['figures', '--across', '--only', 'ok', 'a.txt', 'b.txt'])).status, 2);
    }),
  );
});
