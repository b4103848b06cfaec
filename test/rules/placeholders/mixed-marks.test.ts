import { mixedMarks } from '../../../server/src/rules/placeholders/mixed-marks.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(mixedMarks, {
  wrong: [
    {
      text: 'XX县引进项目XX个，到位资金⟦*⟧亿元，增长*.8%。XX同志作了通报。',
      message: '待填标记写法不一：“X”3处，“*”2处。补填时按一种查找容易漏掉另一种，请统一为“X”。',
      related: ['XX', '*'],
      fixed: 'XX县引进项目XX个，到位资金X亿元，增长X.8%。XX同志作了通报。',
    },
    {
      text: '某某县、某某市，⟦○○⟧局，XX镇。',
      message: /“某”2处，“○”1处，“X”1处/,
      related: ['某某', 'XX'],
      fixed: '某某县、某某市，某某局，某某镇。',
    },
    {
      // The mark is named as it is written: ☆ stands in one class with ★.
      text: '我☆县、对☆市，全省☆个县，⟦XX⟧同志作了通报。',
      message: /“☆”3处，“X”1处/,
      related: ['☆'],
      fixed: '我☆县、对☆市，全省☆个县，☆☆同志作了通报。',
    },
    {
      text: '引进XX个项目，⟦××⟧同志作了发言。',
      related: ['XX'],
      fixed: '引进XX个项目，XX同志作了发言。',
    },
  ],
  right: [
    '引进XX个项目，xx同志作了发言，到位ＸＸＸ亿元。',
    '引进项目XX个，到位XX亿元。某某同志、某某书记作了发言。',
    '引进项目XX个，到位XX亿元（待核）。TODO 补数据。',
    '引进项目12个。',
  ],
});
