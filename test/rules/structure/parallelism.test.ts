import { parallelism } from '../../../server/src/rules/structure/parallelism.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(parallelism, {
  wrong: [],
  right: [
    // The odd one has a wrong number: it may belong to another list.
    '一、紧扣产业抓招商\n要快。\n二、转变观念抓招商\n要新。\n三、创新方式抓招商\n要活。\n五、优化落地服务\n要好。',
    // Facts with figures, not headings.
    '取得三项突破：一是规上企业突破30家，达到32家。二是规上营收突破50亿，达到53亿元。三是在全市考核中首次进入前列。',
  ],
});
