import { ledger } from '../../../server/src/rules/numbers/ledger.ts';
import { testRule } from '../../support/rule-tester.ts';

const options = {
  ledger: [
    {
      indicator: '一般公共预算收入',
      period: '2025年',
      place: '全县',
      value: '12.6',
      unit: '亿元',
      source: '2025年统计公报',
    },
    { indicator: 'GDP增幅', period: '2025年', value: '6.1', unit: '%' },
    { indicator: '固定资产投资', period: '2025年1—8月', value: '85.3亿元' },
    { indicator: '城镇化率', period: '2024', value: '56.3%' },
    { indicator: '粮食总产量', period: '2025年', value: '很多' },
  ],
};

testRule(ledger, {
  wrong: [
    {
      text: '2025年，我县一般公共预算收入完成⟦12.8亿元⟧，再创新高。',
      options,
      message:
        '与数据台账不符：文中为“12.8亿元”，台账里2025年全县一般公共预算收入是12.6亿元（来源：2025年统计公报）。请核对以哪个为准。',
      fixed: '2025年，我县一般公共预算收入完成12.6亿元，再创新高。',
    },
    {
      text: '2025年，地区生产总值862.5亿元，增长⟦6.8%⟧。',
      options,
      message: /台账里2025年GDP增幅是6\.1%/,
      fixed: '2025年，地区生产总值862.5亿元，增长6.1%。',
    },
    {
      text: '2025年1—8月，全县完成固定资产投资⟦83.5亿元⟧。',
      options,
      message: /85\.3亿元/,
      fixed: '2025年1—8月，全县完成固定资产投资85.3亿元。',
    },
    {
      text: '在全县经济工作会议上的讲话\n2025年12月20日\n同志们：\n去年，全县常住人口城镇化率达到⟦53.6%⟧。',
      options,
      message: /台账里2024城镇化率是56\.3%/,
      fixed: '在全县经济工作会议上的讲话\n2025年12月20日\n同志们：\n去年，全县常住人口城镇化率达到56.3%。',
    },
    {
      text: '2025年，全县一般公共预算收入完成⟦XX亿元⟧。',
      options,
      certainty: 'likely',
      message: '“XX亿元”待填，台账里2025年全县一般公共预算收入是12.6亿元（来源：2025年统计公报）。',
      fixed: '2025年，全县一般公共预算收入完成12.6亿元。',
    },
  ],
  right: [
    { text: '2025年，全县一般公共预算收入完成12.6亿元。', options },
    // another period, place, aspect; goals and rough figures
    { text: '2024年，全县一般公共预算收入完成12.1亿元。', options },
    { text: '2025年，望山县一般公共预算收入完成1.8亿元。', options },
    { text: '2025年，全县一般公共预算收入增长8.1%。', options },
    { text: '2025年，力争一般公共预算收入达到13亿元。', options },
    { text: '2025年，全县一般公共预算收入约13亿元。', options },
    { text: '2025年，粮食总产量21万吨。', options },
    '2025年，全县一般公共预算收入完成12.8亿元。',
    // part of the year, part of the indicator, what it was before, what was added to it
    { text: '2025年以来，全县一般公共预算收入完成3.2亿元。', options },
    { text: '2025年，前8个月一般公共预算收入完成8.2亿元。', options },
    { text: '截至2025年6月底，全县一般公共预算收入完成6.1亿元。', options },
    { text: '2025年，全县一般公共预算收入由12亿元增加到12.6亿元。', options },
    { text: '2025年，全县一般公共预算收入新增1.2亿元。', options },
    { text: '2025年，全县一般公共预算收入中税收9亿元。', options },
    { text: '2025年，各乡镇共完成一般公共预算收入2亿元。', options },
    // a line without a place is of the draft's own place
    {
      text: '在全县经济工作会议上的讲话\n2026年1月8日\n同志们：\n2025年1—8月，全省固定资产投资8530亿元。',
      options,
    },
    {
      text: '在全县经济工作会议上的讲话\n2026年1月8日\n同志们：\n2025年，粮食总产量21万吨。',
      options: { ledger: [{ indicator: '粮食总产量', period: '2025年', place: '全省', value: '2130万吨' }] },
    },
  ],
});
