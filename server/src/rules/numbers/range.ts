import { contradictions } from '../../engine/contradiction.ts';
import { defineRule } from '../../engine/rule.ts';

/** A range upside down. */
export const range = defineRule({
  meta: {
    id: 'numbers/range',
    summary: '数的范围起止颠倒',
    level: { draft: 'warning', final: 'error' },
    description: `“5—3个”“85%—80%”这样的范围，起点比终点大，多半是抄反或漏了数字。

月份可以跨年（10月—次年3月），不在此列；后一个数带万、亿而前一个数是整千的（9000—1.2万元），按各自的单位比较。`,
    sources: ['GB/T 15835-2011 出版物上数字用法，5.1.3 数值范围'],
    examples: {
      wrong: ['其中投资亿元以上的项目⟦5—3个⟧。', '增速保持在⟦8%—7%⟧。'],
      right: [
        '其中投资亿元以上的项目3—5个。',
        '增速保持在7%—8%。',
        '10—3月是冬春农田水利建设的黄金季节。',
        '人均收入9000—1.2万元。',
      ],
    },
  },
  *check(document) {
    yield* contradictions(document, ['range']);
  },
});
