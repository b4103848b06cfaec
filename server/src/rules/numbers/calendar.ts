import { contradictions } from '../../engine/contradiction.ts';
import { defineRule } from '../../engine/rule.ts';

/** Dates that do not exist, wrong weekdays, periods that end before they begin. */
export const calendar = defineRule({
  meta: {
    id: 'numbers/calendar',
    summary: '日历上没有的日期、对不上的星期、倒着的起止时间',
    level: { draft: 'warning', final: 'error' },
    description: `会议通知改了日期忘了改星期，是常见的差错。

- 日历上没有的日期：2月30日、6月31日、平年的2月29日、13月；
- 星期与日期不符：2022年1月25日（星期三）；
- 起止颠倒：2022年5月1日至2022年3月31日；
- 季度、半年与月份不符：一季度（4—6月），上半年（1至7月）；没有的季度：第五季度；
- 天数、月数不符：5月10日至14日，为期8天；
- 年数不符：“十四五”时期（2021—2026年）；从2018年到2022年的七年间；
- 与起算的年份不符：2022年是“十四五”开局之年；2024年9月10日是第39个教师节；2024年是新中国成立74周年。

没有写明年份的星期，按讲稿标明的日期所在的年核对；讲稿也没有标明日期的，不报。`,
    examples: {
      wrong: [
        '会议定于⟦2月30日⟧召开。',
        '会议定于2022年1月25日（星期⟦三⟧）召开。',
        '活动时间为2022年5月1日至⟦2022年3月31日⟧。',
      ],
      right: ['会议定于2月28日召开。', '会议定于2022年1月25日（星期二）召开。', '2024年2月29日前完成。'],
    },
  },
  *check(document) {
    yield* contradictions(document, ['date']);
  },
});
