import { contradictions } from '../../engine/contradiction.ts';
import { defineRule } from '../../engine/rule.ts';

/** The same indicator of the same period and place with two values, anywhere in the draft. */
export const conflict = defineRule({
  meta: {
    id: 'numbers/conflict',
    summary: '同一指标前后两个数',
    level: { draft: 'warning', final: 'error' },
    description: `开头说去年财政收入达到12.6亿元，后面又说去年财政收入12.8亿元：两处必有一错。

本规则在全文范围内，把同一指标、同一时期、同一地方、同一口径（总量、增幅、目标）的数放在一起比。时期或地方不同、一处是目标一处是完成数、带“约”“多”的，都不算矛盾；指标、时期拿不准时不报。引号里的话也不比。

换一种说法再说一遍的数也比：前面是“水库106座”，后面是“全县108座水库”。这时只有名目、时期、地方都合得上，两个数又只差一个数字或者相邻两个数字颠倒，才报。`,
    examples: {
      wrong: [
        '全县共有水库136座。\n全县⟦138座⟧水库的责任人要全部到位。',
        '去年，全县一般公共预算收入达到12.6亿元。\n回顾工作，成绩来之不易。去年，全县一般公共预算收入完成⟦12.8亿元⟧，再创新高。',
      ],
      right: [
        '去年，全县一般公共预算收入达到12.6亿元。\n今年，全县一般公共预算收入要完成13.8亿元。',
        '去年，全市一般公共预算收入达到112.6亿元。\n去年，全县一般公共预算收入达到12.6亿元。',
      ],
    },
  },
  *check(document) {
    yield* contradictions(document, ['same-indicator']);
  },
});
