/** Dates that the calendar, the five-year plans and yearly days rule out. */
import assert from 'node:assert/strict';
import { itReckons, mismatches, type Told } from '../support/relations.ts';

const told: readonly Told[] = [
  ['2021年是“十四五”规划的开局之年。', '2022年是“十四五”规划的开局之年。', 'date: “十四五”时期是2021—2025年'],
  ['2025年是“十四五”收官之年。', '2024年是“十四五”收官之年。', 'date: “十四五”时期是2021—2025年'],
  ['2023年是“十四五”规划第三年。', '2024年是“十四五”规划第三年。', 'date: “十四五”时期是2021—2025年'],
  ['2024年9月10日是第40个教师节。', '2024年9月10日是第39个教师节。', 'date: 2024年是第40个教师节'],
  ['2024年是新中国成立75周年。', '2024年是新中国成立74周年。', 'date: 从1949年到2024年是75周年'],
  ['2021年是中国共产党成立100周年。', '2022年是中国共产党成立100周年。', 'date: 从1921年到2022年是101周年'],
  ['上半年（1至6月）完成税收12亿元。', '上半年（1至7月）完成税收12亿元。', 'date: 上半年是1—6月'],
  ['前三季度（1—9月）完成税收12亿元。', '前三季度（1—8月）完成税收12亿元。', 'date: 前三季度是1—9月'],
];

const silent: readonly string[] = [
  '要在今年第四季度前完成。',
  '连续五个季度保持增长。',
  '2020年，我们将迎来“十四五”开局之年。',
  '2020年是打赢脱贫攻坚战的关键一年，2021年是“十四五”开局之年。',
  '2019年是我县建县70周年。',
  '今年是第39个教师节。',
  '2024年，全县安排教育资金9亿元。第39个教师节上，我们表彰了20名教师。',
];

describe('dates that are known', () => {
  itReckons(told);
  it('finds a quarter that no year has', () => {
    assert.deepEqual(mismatches('要在今年第五季度前完成。'), ['date: 一年只有4个季度']);
  });
  for (const text of silent)
    it(`stays silent: ${text}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
});
