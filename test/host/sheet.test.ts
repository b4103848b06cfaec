import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import type { JsonNode } from '../../server/src/engine/configuration.ts';
import { isFigure } from '../../server/src/engine/ledger.ts';
import * as sheet from '../../server/src/host/sheet.ts';
import { readXlsx } from '../../server/src/host/xlsx.ts';

const parseSheet = (text: string, file: string) => sheet.parseSheet(text, file, isFigure);
const parseWorkbook = (rows: string[][]) => sheet.parseWorkbook(rows, isFigure);

/** The records that a sheet holds. */
const records = (root: JsonNode | undefined): Record<string, unknown>[] =>
  (root?.children?.[0]?.children?.[1]?.children ?? []).map((record) =>
    Object.fromEntries((record.children ?? []).map(({ children: [key, value] = [] }) => [key!.value, value!.value])),
  );

describe('ledger sheets', () => {
  const income = { indicator: '一般公共预算收入', period: '2025年', value: '12.6', unit: '亿元' };

  it('reads a table with Chinese or English headers, in any order', () => {
    for (const text of [
      '指标,时期,数值,单位\n一般公共预算收入,2025年,12.6,亿元\n',
      '\uFEFFindicator,period,value,unit\r\n"一般公共预算收入",2025年,12.6,亿元\r\n\r\n',
      '备注,时期,单位,数值,指标\n核定,2025年,亿元,12.6,一般公共预算收入',
    ]) {
      const { root, problems } = parseSheet(text, '台账.csv');
      assert.deepEqual(problems, []);
      assert.equal(records(root).length, 1);
      assert.deepEqual({ ...income, ...records(root)[0] }, income);
    }
  });
  it('reads quoted fields and tabs', () => {
    const { root } = parseSheet('指标\t时期\t数值\n"甲\t""乙"""\t2025年\t1,200个', 'a.tsv');
    assert.deepEqual(records(root), [{ indicator: '甲\t"乙"', period: '2025年', value: '1,200个' }]);
  });
  it('reads a list in YAML', () => {
    const { root, problems } = parseSheet(
      '# 台账\nledger:\n  - 指标: 一般公共预算收入\n    时期: 2025年\n    数值: "12.6"   # 核定\n    单位: 亿元\n',
      'a.yaml',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(records(root), [income]);
  });

  for (const [name, text, place, message] of [
    ['a.csv', '指标,数值\n甲,1个', '指标,数值', /没有“时期”一列/],
    ['a.csv', '指标,时期,数值\n甲,2025年,很多', '很多', /不是一个带单位的数/],
    ['a.csv', '指标,时期,数值\n"甲,2025年,1个', '"甲,2025年,1个', /双引号没有配对/],
    ['a.yaml', '- 指标: 甲\n  备注: 乙\n  时期: 2025年\n  数值: 1个', '备注', /没有叫“备注”的项/],
    ['a.yml', '- 指标: 甲\n没有冒号', '没有冒号', /看不懂这一处/],
    ['a.yml', '- 指标: 甲\n- 指标：乙', '指标：乙', /冒号用半角/],
    ['a.yml', '- 指标: 甲\n  指标: 乙', '指', /写了两次/],
    ['a.yml', '- 指标: 甲\n\t时期: 2025年', '时期', /制表符/],
    ['a.yml', '- 指标: "甲\n  时期: 2025年', '年', /引号/],
    ['a.yml', '- &a\n  指标: 甲', '指标: 甲', /锚点/],
    ['a.yml', '- 指标: &a 甲\n  时期: *a', '甲', /锚点/],
    ['a.yml', '- 指标: !!js/function 甲', '!!js/function', /标签/],
    ['a.yml', '- 指标: [甲, 乙]', '[甲, 乙]', /看不懂这一处/],
    ['a.yml', '甲', '甲', /看不懂这一处/],
  ] as const)
    it(`says where ${name} is wrong: ${text.replaceAll('\n', '↵')}`, () => {
      const [problem] = parseSheet(text, name).problems;
      assert.equal(text.slice(problem?.start, problem?.end), place);
      assert.match(problem!.message, message);
    });

  it('takes no alias for what it stands for, however often', () => {
    const bomb = `- &a [${'甲,'.repeat(9)}甲]\n${Array.from({ length: 9 }, (_, i) => `- &${'bcdefghij'[i]} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`).join('\n')}`;
    const { root, problems } = parseSheet(bomb, 'a.yaml');
    assert.ok(problems.length > 0);
    assert.deepEqual(records(root), []);
  });
  it('reads YAML in the ways that people write it', () => {
    for (const text of [
      '台账:\n- {指标: 一般公共预算收入, 时期: 2025年, 数值: 12.60, 单位: 亿元}\n',
      '---\n- indicator: 一般公共预算收入\n  period: >-\n    2025年\n  value: 12.60\n  unit: 亿元\n  source:\n',
    ]) {
      const { root, problems } = parseSheet(text, 'a.yaml');
      assert.deepEqual(problems, []);
      assert.deepEqual(records(root), [{ ...income, value: '12.60' }]);
    }
  });
  it('reads a table as csv-parse does', () => {
    const field = fc.oneof(
      fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', '1', '.'), maxLength: 6 }),
      fc.constant('12.6亿元'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 6 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = `指标,时期,来源\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        const told = parse(text, { columns: ['indicator', 'period', 'source'], from_line: 2 }) as Record<
          string,
          string
        >[];
        const { root } = sheet.parseSheet(text.replace('来源', '来源,数值'), 'a.csv', () => true);
        const expected = told
          .map((row) =>
            Object.fromEntries(Object.entries(row).flatMap(([k, v]) => (v.trim() === '' ? [] : [[k, v.trim()]]))),
          )
          .filter((row) => Object.keys(row).length > 0);
        assert.deepEqual(records(root), expected);
      }),
      { numRuns: 200 },
    );
  });
  it('reads a workbook as read-excel-file does', async () => {
    const rows = [
      ['指标', '时期', '数值', '单位'],
      ['一般公共预算收入', '2025年', '12.6', '亿元'],
      ['甲 & 乙 < “丙”', '', '1,200', '个'],
    ];
    const bytes = await writeWorkbook(
      rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
      {},
    ).toBuffer();
    const told = await readSheet(bytes);
    const texts = told.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    assert.deepEqual(texts, rows);
    assert.deepEqual(readXlsx(bytes), rows);
  });
  it('reads the first sheet of a workbook', () => {
    const shared =
      '<sst><si><t>指标</t></si><si><t>时期</t></si><si><r><t>数</t></r><r><t>值</t></r></si><si><t>单位</t></si><si><t>一般公共预算收入</t></si><si><t>2025年</t></si><si><t>亿元</t></si></sst>';
    const cell = (at: string, n: number): string => `<c r="${at}" t="s"><v>${n}</v></c>`;
    const first = `<worksheet><sheetData><row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}${cell('D1', 3)}</row><row r="2">${cell('A2', 4)}${cell('B2', 5)}<c r="C2"><v>12.600000000000001</v></c>${cell('D2', 6)}</row><row r="3">${cell('A3', 4)}<c r="C3" t="inlineStr"><is><t>很多 &amp; 更多</t></is></c></row></sheetData></worksheet>`;
    const rows = readXlsx(archive({ 'xl/sharedStrings.xml': shared, 'xl/worksheets/sheet1.xml': first }));
    assert.deepEqual(rows, [
      ['指标', '时期', '数值', '单位'],
      ['一般公共预算收入', '2025年', '12.6', '亿元'],
      ['一般公共预算收入', '', '很多 & 更多'],
    ]);
    const { root, problems } = parseWorkbook(rows as string[][]);
    assert.deepEqual(records(root)[0], income);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['第3行第3列：“很多 & 更多”不是一个带单位的数。'],
    );
  });
  it('says what is no workbook', () => {
    assert.equal(typeof readXlsx(Buffer.from('PK 不是压缩包')), 'string');
    assert.equal(typeof readXlsx(archive({ 'a.txt': '甲' })), 'string');
    const broken = archive({ 'xl/worksheets/sheet1.xml': '<row/>' });
    broken.fill(0xff, 40, 60);
    assert.ok(readXlsx(broken) !== undefined);
  });
});

/** A ZIP archive of deflated entries, without check sums. */
function archive(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = zlib.deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}
