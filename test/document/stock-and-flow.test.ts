/** What there was, came, went and is left; votes and those who came; how long it is from one day to another; so many each time. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

const checks = (text: string, verdict: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter((check) => check.verdict === verdict)
    .map(({ type, note }) => `${type}: ${note}`);

/** What is right, what is wrong, and how the wrong one is reckoned. */
const pairs: readonly (readonly [right: string, wrong: string, note: string])[] = [
  [
    '去年底在册困难家庭536户，今年新增41户、退出65户，目前在册512户。',
    '去年底在册困难家庭536户，今年新增41户、退出65户，目前在册521户。',
    'sum: 536+41-65=512',
  ],
  [
    '年初全市共有党员28640名，全年发展党员412名，转出187名、去世265名，年末实有党员28600名。',
    '年初全市共有党员28640名，全年发展党员412名，转出187名、去世265名，年末实有党员28800名。',
    'sum: 28640+412-187-265=28600',
  ],
  [
    '应到委员45名，实到委员42名，表决结果：赞成39票，反对1票，弃权2票。',
    '应到委员45名，实到委员42名，表决结果：赞成39票，反对1票，弃权5票。',
    'sum: 39+1+5=45',
  ],
  [
    '活动从3月1日开始，到5月31日结束，为期三个月。',
    '活动从3月1日开始，到5月31日结束，为期五个月。',
    'date: 从起到止共92天，约3个月',
  ],
  ['大会从10月12日至15日，会期共4天。', '大会从10月12日至15日，会期共6天。', 'date: 从起到止共4天'],
  [
    '全年共举办培训班15期，每期60人，累计培训干部900人次。',
    '全年共举办培训班15期，每期60人，累计培训干部950人次。',
    'average: 60人×15期=900人次',
  ],
  [
    '全年接待游客410万人次，实现旅游收入32.8亿元，人均消费800元。',
    '全年接待游客410万人次，实现旅游收入32.8亿元，人均消费880元。',
    'average: 32.8亿元÷410万人次=800元',
  ],
  ['7个乡镇、4个街道共11个单位按时完成了任务。', '7个乡镇、4个街道共12个单位按时完成了任务。', 'sum: 7+4=11'],
  [
    '第一产业增加值31.2亿元，第二产业增加值98.5亿元，第三产业增加值80.3亿元，全年实现地区生产总值210亿元。',
    '第一产业增加值31.2亿元，第二产业增加值98.5亿元，第三产业增加值80.3亿元，全年实现地区生产总值220亿元。',
    'sum: 31.2+98.5+80.3=210',
  ],
  [
    '全县24个村中，年收入超过20万元的有13个，10万到20万元的有8个，10万元以下的还有3个。',
    '全县24个村中，年收入超过20万元的有13个，10万到20万元的有8个，10万元以下的还有5个。',
    'sum: 13+8+5=26',
  ],
  [
    '机关现有干部64人，其中男同志41人，女同志23人，35岁以下的18人。',
    '机关现有干部64人，其中男同志41人，女同志25人，35岁以下的18人。',
    'sum: 41+25=66',
  ],
  [
    '渠道全长50公里，已衬砌40公里，尚有10公里没有动工，完成率80%。',
    '渠道全长50公里，已衬砌40公里，尚有10公里没有动工，完成率88%。',
    'share: 40公里÷50公里=80%',
  ],
];

describe('stock and flow', () => {
  for (const [right, wrong, note] of pairs) {
    it(`finds nothing wrong: ${right}`, () => {
      assert.deepEqual(checks(right, 'mismatch'), []);
      assert.notDeepEqual(checks(right, 'ok'), []);
    });
    it(`finds what is wrong: ${wrong}`, () =>
      assert.ok(checks(wrong, 'mismatch').includes(note), checks(wrong, 'mismatch').join('; ')));
  }

  for (const [why, text] of [
    ['where only what came is told, some may have gone', '年初有企业120家，今年新增18家，目前共有企业132家。'],
    ['not everybody who came need have voted', '实到委员42名，赞成39票，反对1票，弃权1票。'],
    ['days of a month with something on', '宣讲从10月8日至28日，共12天。'],
    ['into another year that is not told', '活动从11月20日至2月10日，为期50天。'],
    ['places are not always taken', '全年共举办培训班15期，每期60人，累计培训干部783人次。'],
    ['villages of the streets', '7个乡镇、4个街道共86个村居完成了任务。'],
    ['those of an age are among the men and women', '现有干部64人，其中男同志41人，女同志23人，党员58人。'],
  ] as const)
    it(`stays silent: ${why}`, () => assert.deepEqual(checks(text, 'mismatch'), []));
});
