/** What is counted once and again later in other words. */
import assert from 'node:assert/strict';
import { mismatches } from '../support/relations.ts';

/** A speech in which the second is said after the first. */
const speech = (first: string, second: string): string =>
  `在全县工作会议上的讲话\n同志们：\n一、肯定成绩\n${first}\n二、抓好落实\n${second}\n`;

const told: readonly (readonly [first: string, right: string, wrong: string, note: string])[] = [
  [
    '全县共有水库136座，其中中型水库3座。',
    '全县136座水库的责任人要全部到位。',
    '全县138座水库的责任人要全部到位。',
    '136座≠138座',
  ],
  ['全市共有规模以上工业企业1350家。', '全市1350家规上企业是主力军。', '全市1305家规上企业是主力军。', '1350家≠1305家'],
  [
    '上半年，全市新签约项目276个。',
    '上半年新签约的276个项目要逐个跟踪。',
    '上半年新签约的246个项目要逐个跟踪。',
    '276个≠246个',
  ],
  [
    '全县现有脱贫户12480户、41640人。',
    '对全县12480户脱贫户、41640名脱贫人口，要落实帮扶责任。',
    '对全县12480户脱贫户、41460名脱贫人口，要落实帮扶责任。',
    '41640人≠41460名',
  ],
  [
    '今年全县计划实施重点项目120个，总投资690亿元。',
    '围绕120个重点项目、690亿元总投资，倒排工期。',
    '围绕120个重点项目、609亿元总投资，倒排工期。',
    '690亿元≠609亿元',
  ],
  [
    '全县共排查各类矛盾纠纷2416件，化解2103件。',
    '全县排查出的2416件矛盾纠纷要逐件化解。',
    '全县排查出的2461件矛盾纠纷要逐件化解。',
    '2416件≠2461件',
  ],
  ['全区养老机构床位9640张。', '要管好9640张床位。', '要管好9460张床位。', '9640张≠9460张床位'],
  ['全镇总人口42680人。', '全镇42680人的吃水问题要解决。', '全镇42860人的吃水问题要解决。', '42680人≠42860人'],
  ['今年安排乡村振兴资金3.25亿元。', '用好3.25亿元乡村振兴资金。', '用好3.52亿元乡村振兴资金。', '3.25亿元≠3.52亿元'],
  [
    '全市空气优良天数比例为86.3%。',
    '空气优良天数比例86.3%，还有差距。',
    '空气优良天数比例83.6%，还有差距。',
    '86.3%≠83.6%',
  ],
  // an indicator before its time
  [
    '今年一季度，规上工业增加值增长8.2%。',
    '规上工业增加值一季度增长8.2%，来之不易。',
    '规上工业增加值一季度增长8.7%，来之不易。',
    '8.2%≠8.7%',
  ],
  [
    '去年全县农村居民人均可支配收入17105元。',
    '农村居民人均可支配收入去年只有17105元。',
    '农村居民人均可支配收入去年只有17015元。',
    '17105元≠17015元',
  ],
];

/** One digit apart, and two things. */
const silent: readonly (readonly [why: string, first: string, second: string])[] = [
  ['another kind', '全县共有水库136座。', '全县138座病险水库要逐座除险。'],
  ['what has been done', '全县共有水库136座。', '目前已验收水库138座次。'],
  ['another year', '去年全县规上企业1260家。', '目前全县规上企业1206家。'],
  ['another place', '全市共有水库1360座。', '全县1380座水库的责任人要到位。'],
  ['what is new', '全县共有企业1260家。', '全县新增企业1206家。'],
  ['a part', '全市共有学校1260所。', '其中乡镇学校1206所。'],
  ['each of its own plan', '投资完成年度计划的50.1%。', '技改完成年度计划的50.7%。'],
  ['projects of all kinds', '全市905个计划建设项目已开工。', '新谋划项目950个。'],
  ['few digits', '抓好126个项目。', '推进128个项目。'],
  ['more than one digit', '全县共有水库136座。', '全县145座水库的责任人要到位。'],
];

describe('what is counted again', () => {
  for (const [first, right, wrong, note] of told) {
    it(`agrees: ${right}`, () => assert.deepEqual(mismatches(speech(first, right)), []));
    it(`finds: ${wrong}`, () => assert.deepEqual(mismatches(speech(first, wrong)), [`same-indicator: ${note}`]));
  }
  for (const [why, first, second] of silent)
    it(`stays silent: ${why}`, () => assert.deepEqual(mismatches(speech(first, second)), []));
});
