import { parallelism } from '../../../server/src/rules/structure/parallelism.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(parallelism, {
  wrong: [],
  right: [
    // The odd one has a wrong number: it may belong to another list.
    '一、紧扣产业抓招商\n要快。\n二、转变观念抓招商\n要新。\n三、创新方式抓招商\n要活。\n五、优化落地服务\n要好。',
    // The last part of a heading may be a list.
    '一是在链上做文章，延长产业。要快。\n二是在人上下功夫，培育骨干。要新。\n三是在钱上想办法，设立基金。要活。\n四是在治上求突破，推广积分制、清单制等做法。要好。',
    // Facts with figures, not headings.
    '取得三项突破：一是规上企业突破30家，达到32家。二是规上营收突破50亿，达到53亿元。三是在全市考核中首次进入前列。',
  ],
});
