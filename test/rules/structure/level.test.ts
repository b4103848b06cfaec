import { level } from '../../../server/src/rules/structure/level.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(level, {
  wrong: [
    {
      text: '一、抓项目\n1.抓签约\n⟦（一）⟧抓队伍\n要强。\n（二）抓平台\n要大。\n2.抓落地\n要实。',
      message: /层次倒置：“（一）”放在了“1.”下面/,
      related: ['1.'],
    },
    {
      // levels upside down are said once: that （1） stands right below 一、 besides follows from it
      text: '1.王明远（书记）\n⟦一、⟧抓学习\n（一）学政策\n要勤。\n（二）学业务\n要深。\n二、抓作风\n要实。\n2.李建国（校长）\n一、抓教学\n还有两个问题：（1）备课不早；（2）上课不活。\n二、抓管理\n要严。',
      message: /层次倒置/,
    },
    {
      text: '一、抓项目\n⟦（1）⟧抓签约\n要快。\n（2）抓落地\n要实。\n二、抓环境\n要优。',
      message: '跳级：“一、”下面直接用了“（1）”，中间隔了“（一）”“1.”两层。请按次序使用。',
    },
  ],
  right: [
    // One item is no list, and what runs in the text is no level.
    '一、抓项目\n（1）抓签约\n要快。\n二、抓环境\n要点有两个：（1）要优；（2）要快。',
    '一、抓项目\n一是抓签约。二是抓落地。\n二、抓环境\n第一，抓政务。第二，抓市场。',
    '（一）抓项目\n1.抓签约\n要快。\n2.抓落地\n要实。\n（二）抓环境\n要优。',
  ],
});
