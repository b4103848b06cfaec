import { unfilled } from '../../../server/src/rules/placeholders/unfilled.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(unfilled, {
  wrong: [
    {
      text: '去年招引落地项目⟦XX⟧个，到位资金⟦XXX⟧亿元。',
      message: [
        '“XX个”中的 XX 未填：应为数量（个）。定稿前请补齐。',
        '“XXX亿元”中的 XXX 未填：应为金额（亿元）。定稿前请补齐。',
      ],
    },
    {
      text: '到20⟦*⟧年，⟦XX⟧县力争进入前列。',
      message: ['“20*年”中的 * 未填：应为年份。定稿前请补齐。', '“XX县”中的 XX 未填：应为县名。定稿前请补齐。'],
    },
    {
      text: '推介⟦XX⟧、宣传⟦XX⟧，人人有责。',
      message: '“XX”未填：应为地名。定稿前请补齐。',
    },
    {
      text: '今年的指标⟦（待补）⟧已经下达。',
      message: '“（待补）”是未完成的标注：这里应补内容。定稿前请补齐并删去标注。',
    },
    { text: '⟦ＸＸ⟧同志主持会议。', message: '“XX同志”中的 ＸＸ 未填：应为姓名。定稿前请补齐。' },
    {
      text: '各单位“一把手”要当好首席⟦XX⟧官。',
      certainty: 'likely',
      message: '“要当好首席XX官”中的 XX 像是待填标记：如未填，应补地名；如有意这样写，可不改。',
    },
    { text: '今年我县要对考核⟦XX⟧%末位的单位约谈。', certainty: 'likely' },
    { text: '宣传推介⟦XX⟧，靠我们大家。', certainty: 'likely' },
    { text: '引进项目⟦XX⟧个，设首席XX官。', options: { allow: ['首席XX官'] } },
    { text: '# 讲话\n\n**抓好⟦XX⟧项目**，力争⟦X⟧月开工。', format: 'markdown' },
  ],
  right: [
    '3×5=15，男子4×100米，7×24小时。',
    '某种意义上，某些同志、某个单位、某一时期。',
    '张某、李某某被依法查处。',
    '二〇〇八年，一九六○年。',
    { text: '* 抓早\n* 抓小\n\n***\n\n- [x] 已核', format: 'markdown' },
    { text: '设首席XX官。', options: { allow: ['首席XX官'] } },
    '老师、医生……都来了。',
  ],
});
