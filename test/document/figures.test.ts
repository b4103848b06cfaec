import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';

const figuresIn = (text: string) => new Document(text, { format: 'plain' }).figures;
/** kind value[—upper] unit, as the writer means it. */
const told = (text: string): string[] =>
  figuresIn(text).map(({ token: f, start, end }) =>
    [
      f.kind,
      `${f.value ?? '?'}${f.upper === undefined ? '' : `—${f.upper}`}`,
      f.unit,
      f.bound === 'exact' ? '' : f.bound,
      text.slice(start, end),
    ]
      .filter((x) => x !== '')
      .join(' '),
  );

describe('figures', () => {
  const table: readonly (readonly [text: string, ...figures: string[]])[] = [
    ['完成投资17.5亿元', 'quantity 17.5 亿元 17.5亿元'],
    ['共１２６个项目', 'quantity 126 个 １２６个'],
    ['收入28,583万元', 'quantity 28583 万元 28,583万元'],
    ['收案43 891件', 'quantity 43891 件 43 891件'],
    ['收案1 234 567.5元', 'quantity 1234567.5 元 1 234 567.5元'],
    ['破2076起', 'quantity 2076 起 2076起'],
    ['收入破1000亿元', 'quantity 1000 亿元 over 1000亿元'],
    ['10-28 笔杆子素材库'],
    ['共10-28 个', 'quantity 10—28 个 10-28 个'],
    ['投入1亿2000万元', 'quantity 12000 万元 1亿2000万元'],
    ['受训十四万三千人', 'quantity 143000 人 十四万三千人'],
    ['两千余名干部', 'quantity 2000 名 digits 两千余名'],
    ['还有70多亿元', 'quantity 70 亿元 digits 70多亿元'],
    ['4万多亿元', 'quantity 4 万亿元 digits 4万多亿元'],
    ['增长8.5%', 'percent 8.5 % 8.5%'],
    ['增长8.5 ％左右', 'percent 8.5 % about 8.5 ％'],
    ['增长百分之四点五', 'percent 4.5 % 百分之四点五'],
    ['占三分之二', 'fraction 67 三分之二'],
    ['增产三成', 'fraction 30 成 三成'],
    ['占一半以上', 'fraction 50 over 一半'],
    ['高出7个百分点', 'percentage-point 7 个百分点 7个百分点'],
    ['是上年的2.6倍', 'multiple 2.6 倍 2.6倍'],
    ['增长一点二倍', 'multiple 1.2 倍 一点二倍'],
    ['再翻一番', 'multiple 1 番 翻一番'],
    ['项目3—5个', 'quantity 3—5 个 3—5个'],
    ['保持80%—85%', 'percent 80—85 % 80%—85%'],
    ['人均9000—1.2万元', 'quantity 0.9000—1.2 万元 9000—1.2万元'],
    ['800至1200万元', 'quantity 800—1200 万元 800至1200万元'],
    ['1—8月份', 'month 1—8 月 1—8月份'],
    ['2023.6月', 'month 6 月 6月'],
    ['2.6月份', 'month 6 月 6月份'],
    ['1.5月1日', 'date 5 月 5月1日'],
    // The number of an item right before the months or the years; no day or month is a decimal.
    ['1.2020—2022年', 'year 2020—2022 年 2020—2022年'],
    ['5月1.2日', 'month 5 月 5月', 'day 1.2 日 1.2日'],
    ['2021年10月1.2日', 'month 2021 年 2021年10月', 'day 1.2 日 1.2日'],
    ['1.1-5月份', 'month 1—5 月 1-5月份'],
    ['2.10—12月', 'month 10—12 月 10—12月'],
    ['2016—2020年', 'year 2016—2020 年 2016—2020年'],
    ['二〇二二年', 'year 2022 年 二〇二二年'],
    ['2022年1月25日', 'date 2022 年 2022年1月25日'],
    ['2021-10-15', 'date ? 2021-10-15'],
    ['第十五届', 'session 15 届 第十五届'],
    ['居全省第3位', 'rank 3 位 第3位'],
    ['第三产业', 'ordinal 3 第三'],
    ['一季度', 'quarter 1 季度 一季度'],
    ['结构为7.9∶40.5∶51.6', 'ratio ? 7.9∶40.5∶51.6'],
    ['约50人', 'quantity 50 人 about 约50人'.replace(' 约50人', ' 50人')],
    ['近1亿元', 'quantity 1 亿元 under 1亿元'],
    ['超过20亿元', 'quantity 20 亿元 over 20亿元'],
    ['不足5公里', 'quantity 5 公里 under 5公里'],
    ['投资亿元以上', 'quantity 100000000 元 over 亿元'],
    ['用电45.2亿千瓦时', 'quantity 45.2 亿千瓦时 45.2亿千瓦时'],
    ['GDP14.76亿元', 'quantity 14.76 亿元 14.76亿元'],
    ['比原来的600亿元多出54%', 'quantity 600 亿元 600亿元', 'percent 54 % 54%'],
    ['分别为12、15和16个', 'quantity 12 个 12', 'quantity 15 个 15', 'quantity 16 个 16个'],
    ['签约12个', 'quantity 12 个 12个'],
    // no figures
    ['一个地区、一些企业、千家万户、百年大计、万众一心'],
    ['PM2.5、A4纸、5G、COVID-19、GB/T15834—2011'.replace('—2011', '')],
    ['7×24小时、4×100米、“2+2”、9+2'],
    ['几十亿元、两三年、数百家'],
    ['立足十四五'],
  ]; // biome-ignore format: a table
  for (const [text, ...expected] of table) it(text, () => assert.deepEqual(told(text), expected));

  it('does not know a figure with a mask in it', () => {
    for (const text of ['投资*0亿元以上', '同比增长*.8%', '签约XX个', '20*年'])
      assert.equal(figuresIn(text)[0]?.token.value, null, text);
  });

  it('spans what it says, in order, whatever the text', () => {
    const alphabet = [...'0123456789.,%—-十百千万亿一二三两多余约第年月日个元其中占 （）、，。X*增长'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }), (characters) => {
        const text = characters.join('');
        const draft = new Document(text, { format: 'plain' });
        let last = 0;
        for (const { start, end } of draft.figures) {
          assert.ok(start >= last && end > start && end <= text.length, `${start}—${end} in ${text}`);
          last = end;
        }
        for (const check of draft.checks) {
          assert.ok(check.start <= check.end && check.end <= text.length);
          for (const m of check.members) assert.ok(check.start <= m.start && m.end <= check.end);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('statements', () => {
  const about = (text: string): string[] =>
    new Document(text, { format: 'plain' }).figures
      .filter(({ token }) => token.dimension !== 'time')
      .map(
        ({ start, end, indicator, period, place }) =>
          `${text.slice(start, end)} ${[indicator, period, place].join('|')}`,
      );
  const table: readonly (readonly [text: string, ...told: string[]])[] = [
    ['今年上半年，我区实现GDP14.76亿元，同比增长6.8%。', '14.76亿元 地区生产总值|今年上半年|全区', '6.8% 地区生产总值|今年上半年|全区'],
    ['2021年，江北区固定资产投资增长9.5%。', '9.5% 固定资产投资|2021年|江北区'],
    ['财政收入比上年增长8%，达到26亿元。', '8% 财政收入||', '26亿元 财政收入||'],
    ['去年，全县引进项目126个。', '126个 项目|去年|全县'],
    ['全县筛选了52个重点项目。', '52个 重点项目||全县'],
    ['1—8月份，规模以上工业增加值86亿元。', '86亿元 规模以上工业增加值|1-8月|'],
  ]; // biome-ignore format: a table
  for (const [text, ...expected] of table) it(text, () => assert.deepEqual(about(text), expected));
});
