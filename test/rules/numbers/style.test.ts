import { style } from '../../../server/src/rules/numbers/style.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(style, {
  wrong: [
    { text: '增速保持在⟦5—6%⟧。', message: /请改为“5%—6%”/ },
    { text: '参会客商⟦约50人左右⟧。', message: /“约”与“左右”意思重复/ },
  ],
  right: ['增速保持在5%—6%。', '参会客商约50人。', '参会客商50人左右。'],
});
