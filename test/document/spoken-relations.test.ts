/** Figures as they are told across a table: against a task, for each and for all, counted off one by one. */
import assert from 'node:assert/strict';
import { mismatches, relations } from '../support/relations.ts';

/** What is right, what is wrong, and how the wrong one is reckoned. */
const told: readonly (readonly [right: string, wrong: string, note: string])[] = [
  // one amount against another
  [
    '县里定的任务是2.4万亩，各镇报上来2.65万亩，多报了2500亩。',
    '县里定的任务是2.4万亩，各镇报上来2.65万亩，多报了3500亩。',
    'difference: 2.65万亩-2.4万亩=2500亩',
  ],
  [
    '去年我们引进了42个项目，今年到现在引进了35个，比去年少了7个。',
    '去年我们引进了42个项目，今年到现在引进了35个，比去年少了9个。',
    'difference: 42个-35个=7个',
  ],
  [
    '全市平均增速7.6%，我县6.9%，低了0.7个百分点。',
    '全市平均增速7.6%，我县6.9%，低了1.7个百分点。',
    'difference: 7.6%-6.9%=0.7个百分点',
  ],
  [
    '早稻总产18.4万吨，比上年的17.9万吨增产0.5万吨，增长2.8%。',
    '早稻总产18.4万吨，比上年的17.9万吨增产0.5万吨，增长8.2%。',
    'growth: 0.5万吨÷17.9万吨=2.8%',
  ],
  // for each, and for all
  ['一个镇带8个村，14个镇就是112个村。', '一个镇带8个村，14个镇就是122个村。', 'average: 8个×14个=112个'],
  ['每年区财政拿出5000万元，四年就是2个亿。', '每年区财政拿出5000万元，四年就是3个亿。', 'average: 5000万元×4年=2个亿'],
  ['五年投入35亿元，平均每年7亿元。', '五年投入35亿元，平均每年9亿元。', 'average: 35亿元÷5=7亿元'],
  [
    '去年发生火灾180起，受伤7人，直接财产损失2700万元，平均每起损失15万元。',
    '去年发生火灾180起，受伤7人，直接财产损失2700万元，平均每起损失18万元。',
    'average: 2700万元÷180起=15万元',
  ],
  // counted off
  [
    '参加轮训的共有124人，分三批进行，第一批40人，第二批42人，第三批42人。',
    '参加轮训的共有124人，分三批进行，第一批40人，第二批42人，第三批52人。',
    'sum: 40+42+52=134',
  ],
  // what is left
  ['应选代表180名，实际选出177名，还有3名空缺。', '应选代表180名，实际选出177名，还有5名空缺。', 'sum: 177+5=182'],
  [
    '58个问题，到上周销号41个，销号率70.7%，还有17个正在整改。',
    '58个问题，到上周销号41个，销号率70.7%，还有19个正在整改。',
    'sum: 41+19=60',
  ],
  [
    '今年要完成改厕2600户，目前完成1820户，完成率70%，缺口还有780户。',
    '今年要完成改厕2600户，目前完成1820户，完成率70%，缺口还有880户。',
    'sum: 1820+880=2700',
  ],
  ['全镇27个党支部，按期换届的25个，还有2个没换。', '全镇27个党支部，按期换届的25个，还有3个没换。', 'sum: 25+3=28'],
  ['成员单位46个，今天到会43个，缺席3个。', '成员单位46个，今天到会43个，缺席5个。', 'sum: 43+5=48'],
  [
    '计划建设标准厂房50万平方米，已建成32万平方米，在建18万平方米。',
    '计划建设标准厂房50万平方米，已建成32万平方米，在建28万平方米。',
    'sum: 32+28=60',
  ],
  [
    '完成投资126亿元，还差34亿元，年度目标是160亿元。',
    '完成投资126亿元，还差54亿元，年度目标是160亿元。',
    'sum: 126+54=180',
  ],
  [
    '资金到位2.25亿元，占总额2.5亿元的90%，尚有2500万元没有到位。',
    '资金到位2.25亿元，占总额2.5亿元的90%，尚有3500万元没有到位。',
    'sum: 2.25+0.35=2.6',
  ],
  // against several places
  [
    '全国平均水平是41%，全省是38%，我们只有33%，比全国低8个百分点，比全省低5个百分点。',
    '全国平均水平是41%，全省是38%，我们只有33%，比全国低5个百分点，比全省低5个百分点。',
    'difference: 41%-33%=8个百分点',
  ],
  // stretches of time, places, a month of days
  [
    '我市优良天数271天，去年同期255天，增加16天。',
    '我市优良天数271天，去年同期255天，增加26天。',
    'difference: 271天-255天=16天',
  ],
  [
    '去年我们在全市排第8位，今年排第5位，前进了3位。',
    '去年我们在全市排第8位，今年排第5位，前进了2位。',
    'difference: 8-5=3位',
  ],
  ['每天收运垃圾400吨，一个月就是1.2万吨。', '每天收运垃圾400吨，一个月就是2.2万吨。', 'average: 400吨×30=1.2万吨'],
  [
    '给每个社区配3名网格员，全区32个社区一共配96名。',
    '给每个社区配3名网格员，全区32个社区一共配86名。',
    'average: 3名×32个=96名',
  ],
  // named by what was done
  [
    '全市有药店2400家，抽查了360家，抽查比例15%。',
    '全市有药店2400家，抽查了360家，抽查比例18%。',
    'share: 360家÷2400家=15%',
  ],
  [
    '全年收入完成20.4亿元，超收0.4亿元，完成预算20亿元的102%。',
    '全年收入完成20.4亿元，超收0.4亿元，完成预算20亿元的105%。',
    'progress: 20.4亿元÷20亿元=102%',
  ],
  // what it is spent on
  [
    '我们拿出2000万元，其中900万元用于奖补，700万元用于贴息，400万元用于担保。',
    '我们拿出2000万元，其中900万元用于奖补，700万元用于贴息，600万元用于担保。',
    'sum: 900+700+600=2200',
  ],
];

describe('figures told across a table', () => {
  for (const [right, wrong, note] of told)
    it(`finds ${wrong}`, () => {
      assert.deepEqual(mismatches(right), []);
      const found = mismatches(wrong);
      assert.equal(found.length, 1, found.join('; '));
      assert.ok(found[0]!.startsWith(note), found[0]);
    });

  it('reckons what is right', () => {
    assert.ok(relations('从四年前的6亿元到今年的12亿元，翻了一番。', 'ok').some((x) => x.startsWith('multiple')));
  });

  const near: readonly (readonly [why: string, text: string])[] = [
    ['what is less is less than something else', '去年签约42个项目，今年签约35个，比全市平均少了3个。'],
    ['a gap to last year of what was no figure of last year', '任务是120亿元，完成100亿元，比去年少了5亿元。'],
    ['a share of others in the sentence', '应到会320人，实到304人，请假16人，到会率95%。'],
    ['a plan named behind its share', '全市造林20.6万亩，完成任务的103%，超任务0.6万亩，任务是20万亩。'],
    ['one kind beside another', '我们有6项指标进入前三，3项居中，另外4项在后三位。'],
    ['parts counted off of which there are more', '共有124人参加，第一批40人，第二批42人。'],
    ['households of provinces', '31个省共有家庭户4.0亿户，人口12.4亿人，平均每个家庭户3.10人。'],
    ['a rise between two amounts that are compared', '去年出栏生猪52万头，比前年多出栏4万头，前年是48万头，增长8.3%。'],
    [
      'what is being built of a plan, and what is not begun',
      '计划建设标准厂房30万平方米，已建成18万平方米，在建8万平方米。',
    ],
    ['grades of counties', '2个一类县、3个二类县、4个三类县，全市9个县都在里面。'],
    ['what one has, and others beside it', '一个村补助30万元，12个村就是今年的重点。'],
  ];
  for (const [why, text] of near)
    it(`says nothing of ${why}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
});
