import { slogan } from '../../../server/src/rules/numbers/slogan.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(slogan, {
  wrong: [
    {
      text: '要紧盯“三个重大”，即重大项目、⟦重要客商⟧、重大平台，持续发力。'.replace('，持续发力', ''),
      message: '“三个重大”的3项中，“重要客商”不含“重大”，其余各项都有。请核对是否笔误。',
      related: ['“三个重大”，即'],
    },
    { text: '做到“四个必须”：必须守纪律、必须讲规矩、必须敢担当、⟦要重实干⟧。', message: /“要重实干”不含“必须”/ },
  ],
  right: [
    // A long sentence of figures, whose last item lies further on.
    `“九个增长”：${['粮食总产', '工业产值', '财政收入', '外贸出口', '社会消费', '居民收入', '存款余额', '用电总量'].map((what) => `${what}达到三百二十六万四千五百，增长百分之十八点六`).join('；')}；旅游收入达到一百二十三万四千五百六十七，增长百分之九。`,
    '要紧盯“三个重大”，即重大项目、重大客商、重大平台。',
    '实现“三个转变”：由虚向实、由慢向快、由散向聚。',
    '要增强“四个意识”，坚定信心、勇挑重担、狠抓落实、务求实效。',
  ],
});
