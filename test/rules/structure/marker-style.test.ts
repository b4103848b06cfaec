import { markerStyle } from '../../../server/src/rules/structure/marker-style.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(markerStyle, {
  wrong: [
    {
      text: '⟦一要⟧紧扣产业抓招商。要快。\n二是转变观念抓招商。要新。\n三是吃透政策抓招商。要深。',
      message: '同一列举里写法不一：这里是“一要”，其余2处是“二是”“三是”。请统一。',
      related: ['二是', '三是'],
      fixed: '一是紧扣产业抓招商。要快。\n二是转变观念抓招商。要新。\n三是吃透政策抓招商。要深。',
    },
    {
      text: '重点是三件事：\n⟦一个是⟧放权。要彻底。\n二是监管。要到位。\n三是信用。要健全。',
      message: /“一个是”/,
    },
    {
      text: '1.抓签约。要快。\n2.抓落地。要实。\n⟦3、⟧抓投产。要早。',
      message: /“3、”/,
      fixed: '1.抓签约。要快。\n2.抓落地。要实。\n3.抓投产。要早。',
    },
  ],
  right: [
    '一是抓早。\n二是抓小。要做到：一要快，二要准。\n三是抓实。',
    '一方面要抓早，另一方面要抓实。',
    '第一，要抓早。第二，要抓小。第三，要抓实。',
    // The bracket that 2） lost is found by text/pairing.
    '（1）抓签约。要快。\n2）抓落地。要实。\n（3）抓投产。要早。',
  ],
});
