import { parallelism } from '../../../server/src/rules/structure/parallelism.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(parallelism, {
  wrong: [],
  right: [
    // Facts with figures, not headings.
    '取得三项突破：一是规上企业突破30家，达到32家。二是规上营收突破50亿，达到53亿元。三是在全市考核中首次进入前列。',
  ],
});
