/** Figures as a leader says them: so much for each and what it makes, a total after a list, a step and what there was before. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

const mismatches = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter(({ verdict }) => verdict === 'mismatch')
    .map(({ type, note }) => `${type}: ${note}`);
const ok = (text: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter(({ verdict }) => verdict === 'ok')
    .map(({ type, note }) => `${type}: ${note}`);

/** What is right, what is wrong, and how the wrong one is reckoned. */
const told: readonly (readonly [right: string, wrong: string, note: string])[] = [
  // so much for each
  ['培训分三期进行，每期50人，共培训150人。', '培训分三期进行，每期50人，共培训180人。', 'average: 3期×50人=150人'],
  ['8个小组每组包联5个村，共包联40个村。', '8个小组每组包联5个村，共包联45个村。', 'average: 8个×5个=40个'],
  ['每人每月补助300元，全年补助3600元。', '每人每月补助300元，全年补助3800元。', 'average: 300元×12=3600元'],
  [
    '每名学生每年1250元，全县8000名学生，一年就是1000万元。',
    '每名学生每年1250元，全县8000名学生，一年就是1500万元。',
    'average: 1250元×8000名=1000万元',
  ],
  [
    '三年来，我们每年新增就业1.2万人，累计3.6万人。',
    '三年来，我们每年新增就业1.2万人，累计4.6万人。',
    'average: 3年×1.2万人=3.6万人',
  ],
  ['每个村安排50万元，60个村就是3000万元。', '每个村安排50万元，60个村就是3500万元。', 'average: 50万元×60个=3000万元'],
  // what one costs
  [
    '新建公路120公里，完成投资2.4亿元，每公里造价200万元。',
    '新建公路120公里，完成投资2.4亿元，每公里造价300万元。',
    'average: 2.4亿元÷120公里=200万元',
  ],
  [
    '发放贷款230笔、1.15亿元，平均每笔50万元。',
    '发放贷款230笔、1.15亿元，平均每笔60万元。',
    'average: 1.15亿元÷230笔=50万元',
  ],
  // what is said outright of the years counts
  [
    '我们用了6年时间，从2015年到2021年，累计投入12.6亿元，年均投入2.1亿元。',
    '我们用了6年时间，从2015年到2021年，累计投入12.6亿元，年均投入1.2亿元。',
    'average: 12.6亿元÷6=2.1亿元',
  ],
  // who is absent stands before who is there
  [
    '应到代表205名，因事请假7名，实到198名。',
    '应到代表205名，因事请假7名，实到196名。',
    'sum: 7+196=203，而总数为205名',
  ],
  ['近三年事故分别为12起、9起、6起，三年共27起。', '近三年事故分别为12起、9起、6起，三年共29起。', 'sum: 12+9+6=27'],
  // a step first, then where it led or what there was
  [
    '信访总量下降三成，由去年的420件次降到294件次。',
    '信访总量下降三成，由去年的420件次降到249件次。',
    'growth: （249件次-420件次）÷420件次=-41%',
  ],
  [
    '接待游客560万人次，同比增长12%，去年接待500万人次。',
    '接待游客560万人次，同比增长21%，去年接待500万人次。',
    'growth: （560万人次-500万人次）÷500万人次=12%',
  ],
  ['我县排名第3位，前移2位，去年为第5位。', '我县排名第3位，前移2位，去年为第6位。', 'difference: 6-3=3位'],
  ['会议时间为11月24日至26日，会期3天。', '会议时间为11月24日至26日，会期2天。', 'date: 从11月24日到26日共3天'],
];

describe('figures as a leader says them', () => {
  for (const [right, wrong, note] of told) {
    it(`reckons ${right}`, () => {
      assert.notDeepEqual(ok(right), []);
      assert.deepEqual(mismatches(right), []);
    });
    it(`finds ${wrong}`, () => {
      assert.deepEqual(mismatches(wrong), [note]);
    });
  }
  for (const text of [
    // a first year that may or may not count
    '从2015年到2021年，累计投入12.6亿元，年均投入2.1亿元。',
    '从2015年到2021年，累计投入12.6亿元，年均投入1.8亿元。',
    // what is needed besides is no product
    '每个村安排50万元，今年安排60个村，其余资金需要2000万元自筹。',
    // nobody knows whether it is for each or for all
    '每人每月补助300元，共有12人，全年补助4.2万元。',
    // two counts in one unit
    '12个镇60个村，每个村安排50万元，共安排600万元。',
    '会议时间为11月24日至26日，24日报到，会期2天。',
    '去年每年新增就业1.2万人，累计4.6万人。',
    '每公里造价200万元，今年完成投资2.4亿元。',
  ])
    it(`stays silent: ${text}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
});
