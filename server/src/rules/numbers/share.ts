import { contradictions } from '../../engine/contradiction.ts';
import { defineRule } from '../../engine/rule.ts';

/** A percentage that its part and whole, or what is done and planned, do not give. */
export const share = defineRule({
  meta: {
    id: 'numbers/share',
    summary: '占比、完成比例与所给的数对不上',
    level: { draft: 'warning', final: 'error' },
    description: `部分、整体和比例三个数都写在文中，除一下就知道对不对。

- 占比：达到81个，占总数126个的64.3%；专任教师205人，占比93.6%；
- 完成比例：完成17.5亿元，完成年计划20亿元的87.5%；签约126个，开工81个，开工率64.3%；
- 部分与整体：从87个中筛选52个，部分不能多于整体；12个县区里排不出第13位。

按文中给出的位数四舍五入：64.29%写作64.3%或64%都对，截尾写作64.2%也不报。总数究竟是哪一个拿不准时不报；“约”“近”“三成”“三分之二”这类说法放宽核对。`,
    examples: {
      wrong: [
        '完成投资17.5亿元，完成年计划20亿元的⟦85.7%⟧。',
        '全校教职工219人，其中专任教师205人，占比⟦96.3%⟧。',
        '从52个项目中筛选了⟦87个⟧重点项目。',
      ],
      right: [
        '完成投资17.5亿元，完成年计划20亿元的87.5%。',
        '全校教职工219人，其中专任教师205人，占比93.6%。',
        '完成投资XX亿元，完成年计划20亿元的87.5%。',
        '从87个项目中筛选了52个重点项目。',
      ],
    },
  },
  *check(document) {
    yield* contradictions(document, ['share', 'progress', 'subset']);
  },
});
