/** Sound sentences stay silent; one figure mistyped is found. The sentences are drawn from wordings of official reports. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { formatHanInteger } from '../../server/src/text/numerals.ts';
import { seeded } from '../support/plant.ts';
import { slip, wordings } from '../support/plant-figures.ts';

const mismatches = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter(({ verdict }) => verdict === 'mismatch')
    .map(({ type, note }) => `${type}: ${note}`);

const verdicts = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks.map(({ type, verdict }) => `${type} ${verdict}`);

describe('planted figures', () => {
  const random = seeded(20);
  let planted = 0;
  let found = 0;
  let silent = 0;
  const missed: string[] = [];
  const alarms: string[] = [];
  for (const wording of wordings)
    for (let round = 0; round < 12; round++) {
      const figures = wording.draw(random);
      const sound = wording.say(...figures);
      if (wording.off(...figures.map(Number)) > 0.6) continue;
      silent++;
      const alarm = mismatches(sound);
      if (alarm.length > 0) alarms.push(`${sound} → ${alarm.join('；')}`);
      const at = Math.floor(random() * figures.length);
      const wrong = figures.map((figure, i) => (i === at ? slip(random, figure) : figure));
      if (wording.off(...wrong.map(Number)) < 2) continue;
      planted++;
      const text = wording.say(...wrong);
      if (mismatches(text).length > 0) found++;
      else missed.push(`${wording.type}: ${text.replace(/\n/g, '⏎')}`);
    }

  it('leaves sound sentences alone', () => {
    assert.ok(silent > 300, `${silent} sentences`);
    assert.deepEqual(alarms, []);
  });
  it('judges alike however the digits are written', () => {
    const wide = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    const parted = (text: string): string =>
      text.replace(/(?<![\d.])([1-9]\d{0,2})(\d{3})(?=[^\d年.])/g, (_, a: string, b: string) => `${a},${b}`);
    const han = (text: string): string =>
      text.replace(/(?<![\d.])\d{1,4}(?=[个件处名条户])/g, (d) => formatHanInteger(Number(d)));
    const drawn = seeded(7);
    for (const wording of wordings)
      for (let round = 0; round < 4; round++) {
        const figures = wording.draw(drawn);
        const wrong = figures.map((figure, i) => (i === round % figures.length ? slip(drawn, figure) : figure));
        for (const text of [wording.say(...figures), wording.say(...wrong)]) {
          const judged = verdicts(text);
          assert.deepEqual(verdicts(wide(text)), judged, wide(text));
          assert.deepEqual(verdicts(parted(text)), judged, parted(text));
          if (wording.type === 'sum') assert.deepEqual(verdicts(han(text)), judged, han(text));
        }
      }
  });
  it('judges alike when everything grows tenfold', () => {
    const drawn = seeded(11);
    for (const wording of wordings.filter(({ type }) => type === 'sum')) {
      const figures = wording.draw(drawn);
      const text = wording.say(...figures);
      if (text.includes('∶')) continue;
      assert.deepEqual(verdicts(wording.say(...figures.map((figure) => `${figure}0`))), verdicts(text), text);
    }
  });
  it('finds 97 of 100 slips', () => {
    assert.ok(planted > 250, `${planted} planted`);
    assert.ok(found / planted >= 0.97, `${found} of ${planted}\n${missed.join('\n')}`);
  });
});

describe('what is told apart', () => {
  for (const text of [
    '全镇18个行政村，有25个合作社，带动农户1200户。',
    '全镇辖18个村，已有25个专业合作社建成。',
    '全县13个乡镇，23个社区，总人口42万人。',
    '规上企业120家，限额以下的有180家。',
    '财政收入由2016年的20亿元增加到2020年的32亿元，同比增长8.2%。',
    '由2015年的180亿元增加到2020年的207亿元，比年初增加12亿元。',
    '从2016年的100亿元增加到2020年的146亿元，五年年均增长9.9%。',
    '1—8月，完成税收12亿元，占年度任务的66%，欠序时进度0.7个百分点。',
    '现在已是9月初，离年底还有4个月。',
    '现在是10月中旬，距离年底只有两个多月时间。',
    '共排查隐患126处，已整改98处，另有20处移交相关部门，8处正在整改。',
    '反馈问题36个，已完成整改30个，另有12个长期坚持。',
    '检查企业320家，发现隐患的86家，合格率92%。',
    '发放问卷500份，回收480份，满意率达95%。',
    '全市12个县区共引进项目144个，平均每个县区12个。',
    '议案12件、建议326件，办结率100%，其中议案10件，建议320件已答复。',
    '2023年5月2日，周一召开的会议已作部署。',
    '全年实现利润12亿元，同比增加2亿元，去年同期亏损3亿元。',
    '完成造林8.6万亩，同比增加1.2万亩，去年人工造林为5.1万亩。',
    '投资增长12%，高于全市平均水平1.5个百分点，工业投资增长18%。',
    '报名的考生3650人，本科上线2415人，上线率70%。',
    '上半年完成投资30亿元，去年同期为25亿元；下半年完成投资36亿元，去年同期为31亿元。',
    '应征税款3.2亿元，已征收2.8亿元，入库率92%。',
    '目前，全县工业企业120家，停产的18家，亏损的46家。',
    '全市12家企业参加，共签约项目36个，平均每家企业3个。',
    '去年全县增长8.1%，今年上半年全市增长6.5%，回落0.9个百分点。',
    '受理案件5340件，比年初增加80件，同比增长9.6%。',
    '到位资金96亿元，增长20%，增加就业1200人。',
    '比上年的80亿元增加16亿元，增长20%。',
    '新增贷款36亿元（含展期），增长12.5%，同口径增加4.6亿元。',
    '上级补助收入12.6亿元，从国有资本经营预算调入0.8亿元；一般公共预算支出48.6亿元，完成预算的97.2%。',
    '税收66.4亿元，比预算超收2.4亿元，比上年增长6.8%；支出98.6亿元，完成预算的104.2%。',
    '全年完成投资260亿元，其中城镇累计完成180亿元，农村累计完成80亿元；商贸完成12亿元。',
  ])
    it(`stays silent: ${text}`, () => {
      assert.deepEqual(mismatches(text), []);
    });

  for (const [text, note] of [
    ['现在是10月底，离年底还有4个月时间。', 'date: 从10月底到年底2个月'],
    ['今天是9月30日，距年底只有5个月时间了。', 'date: 从9月底到年底3个月'],
    ['2023年5月1日，星期二，活动正式开始。', 'date: 2023年5月1日是星期一'],
    ['活动从2022年6月1日开始，至2021年8月31日结束。', 'date: 止期早于起期'],
    ['全区13个镇街，15个镇街完成了任务。', 'subset: 15个>13个'],
    ['工业企业120家，停产半停产的有180家。', 'subset: 180家>120家'],
    ['收入由8亿元增加到12.88亿元，五年年均增长15%。', 'growth: 8亿元→12.88亿元，5年年均10%'],
    ['财政收入五年间从12亿元跃升到36亿元，是五年前的4倍。', 'multiple: 36亿元÷12亿元=3.0'],
    ['总产值达到512亿元，是2010年的3.2倍，当时仅为180亿元。', 'multiple: 512亿元÷180亿元=2.8'],
    ['上半年完成9.2亿元，占年预算的46%，欠时间进度14个百分点。', 'progress: 时间进度为6÷12=50%，50-46=4个百分点'],
    ['今年完成投资56亿元，比去年多完成6亿元，增长21%。', 'growth: 6亿元÷（56亿元-6亿元）=12%'],
    ['建有水库86座，其中大型水库1座、中型水库5座、小型水库20座。', 'sum: 1+5+20=26'],
    ['进出口总额426亿元，其中出口90亿元、进口36亿元。', 'sum: 90+36=126'],
    ['新建充电桩1200个，加上已有的2800个，总数达到9000个。', 'sum: 1200+2800=4000'],
    ['参加考试的考生3450人，本科上线2415人，上线率80%。', 'share: 2415人÷3450人=70%'],
    [
      '前三季度，全市完成固定资产投资612.3亿元，去年同期为559.2亿元，增速比去年同期高3.3个百分点。其中工业投资157.2亿元，占全部投资的42.0%。',
      'share: 157.2亿元÷612.3亿元=25.7%',
    ],
    ['审结案件5460件，同比上升5%，同比增加360件。', 'growth: 5460件×5%÷（1+5%）=260件'],
    [
      '税收收入26000万元（含出口退税，下同），比2015年增加6000万元，增长36%。',
      'growth: 6000万元÷（26000万元-6000万元）=30%',
    ],
    ['地方收入21亿元（同级口径），比预算超收1亿元，完成预算的115%。', 'progress: 21亿元÷（21亿元-1亿元）=105%'],
    ['常住人口与2010年的72.5万人相比，增加2.9万人，增长5%。', 'growth: 2.9万人÷72.5万人=4%'],
    ['全省人口4500万人（0.45亿人），比2010年的4000万人增加300万人。', 'difference: 4500万人-4000万人=500万人'],
    ['全社会完成投资260亿元，其中城镇累计完成180亿元，农村累计完成50亿元。', 'sum: 180+50=230'],
    [
      '新收案件8860件，其中刑事案件1200件，民事案件5300件，其他案件2000件；审结7900件，未结960件。',
      'sum: 1200+5300+2000=8500',
    ],
    ['工资性收入占46%，经营性收入占38%，财产性收入占3%，转移性收入占23%。', 'sum: 46+38+3+23=110'],
  ] as const)
    it(`finds: ${text}`, () => {
      assert.deepEqual(mismatches(text), [note]);
    });
});
