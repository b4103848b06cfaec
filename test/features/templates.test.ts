// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import {
  blanksOf,
  readLabels,
  type Template,
  templateOf,
  valuesFor,
  writeLabels,
} from '../../server/src/features/templates.ts';

const part = (body: string): Template => templateOf({ name: '甲', prefixes: ['jia'], description: '', body });

describe('templates', () => {
  it('are labelled at the head of their description', () => {
    const said = '〔体裁：讲话；会议：招商引资推进会；讲话人：书记〕总结去年、部署今年。';
    const { labels, rest, unknown } = readLabels(said);
    assert.deepEqual(
      [labels, rest, unknown],
      [{ 体裁: '讲话', 会议: '招商引资推进会', 讲话人: '书记' }, '总结去年、部署今年。', []],
    );
    assert.equal(writeLabels(labels, rest), said);
    assert.deepEqual(readLabels('没有标注').rest, '没有标注');
    assert.deepEqual(readLabels('〔没有结束').labels, {});
    assert.deepEqual(readLabels('〔会场：礼堂；会议〕').unknown, ['会场', '会议']);
  });

  it('are speeches or parts by their labels, else by their build', () => {
    const body = `在全县项目建设推进会上的讲话\n\n同志们：\n\n${'项目建设是发展的支撑，各级各部门要高度重视。'.repeat(20)}`;
    assert.equal(part(body).kind, 'speech');
    assert.equal(part('项目建设是发展的支撑。').kind, 'part');
    const labelled = templateOf({ name: '甲', prefixes: [], description: '〔部件：结尾〕', body });
    assert.deepEqual([labelled.kind, labelled.role], ['part', 'closing']);
  });

  it('name their blanks by what is missing, each by a name of its own', () => {
    const names = (body: string) => blanksOf(part(body)).map(({ index, name, kind }) => `${index} ${name} ${kind}`);
    assert.deepEqual(names('${1:XX县}召开会议，${2:XX}同志宣读决定，${3:XX}同志讲话。'), [
      '1 县名 place',
      '2 姓名 person',
      '3 姓名2 person',
    ]);
    assert.deepEqual(names('全年新开工项目${5:XX}个，税收收入${6:XX}亿元。'), [
      '5 新开工项目（个） number',
      '6 税收收入（亿元） number',
    ]);
    assert.deepEqual(names('${1|一季度,上半年|}，请${2|同志们,大家|}抓好落实。'), [
      '1 时段 choice',
      '2 同志们或大家 choice',
    ]);
  });

  it('take values by name or number, and say which they do not know', () => {
    const blanks = blanksOf(part('${1:XX县}的${2:XX}同志'));
    const { values, unknown } = valuesFor(blanks, [
      ['县名', '临溪县'],
      ['2', '远航'],
      ['省名', '某省'],
    ]);
    assert.deepEqual(
      [...values],
      [
        [1, '临溪县'],
        [2, '远航'],
      ],
    );
    assert.deepEqual(unknown, ['省名']);
  });

  it("know what the office's ledger says", () => {
    const template = part('去年，全县地区生产总值达到${1:XX}亿元，增长${2:XX}%；一般公共预算收入${3:XX}万元。');
    const lines = [
      { indicator: '地区生产总值', period: '2025年', value: '236.4', unit: '亿元', source: '2025年统计公报' },
      { indicator: '地区生产总值增幅', period: '2025年', value: '6.8%' },
      { indicator: '地区生产总值', period: '2024年', value: '219亿元' },
      { indicator: '一般公共预算收入', period: '2025年', value: '13.8亿元' },
    ];
    const known = blanksOf(template, { lines, year: 2026 }).map((blank) => blank.known);
    assert.deepEqual(known, [
      { value: '236.4', source: '2025年地区生产总值，2025年统计公报' },
      { value: '6.8', source: '2025年地区生产总值增幅' },
      { value: '138000', source: '2025年一般公共预算收入' },
    ]);
    assert.deepEqual(
      blanksOf(template, { lines: [], year: 2026 }).map((blank) => blank.known),
      [undefined, undefined, undefined],
    );
  });
});
