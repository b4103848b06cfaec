/** 1—9月完成90亿元，预计四季度完成30亿元，全年可完成120亿元; 一、二季度分别完成12亿元和14亿元，上半年26亿元: two stretches that make a third. */

import { type Claim, claim, digitsLike, type Passage, quantity } from '../passage.ts';
import { exactTotal, fits, note, type Part } from './parts.ts';

interface Stretches {
  readonly first: RegExp;
  readonly second: RegExp;
  /** Both told at once: 一、二季度分别. */
  readonly both?: RegExp;
  readonly whole: string;
}

const firstHalf = '上半年|1(?:月份?)?[—－\\-~～至到]6月份?';
const threeQuarters = '前[三3]个?季度|1(?:月份?)?[—－\\-~～至到]9月份?';
const rows: readonly Stretches[] = [
  { first: /一季度/, second: /二季度/, both: /一[、和]二季度分别/, whole: firstHalf },
  { first: /三季度/, second: /四季度/, both: /三[、和]四季度分别/, whole: '下半年' },
  { first: /上半年/, second: /下半年/, both: /上[、和]?下半年分别/, whole: '全年' },
  { first: new RegExp(firstHalf), second: /三季度|7(?:月份?)?[—－\-~～至到]9月/, whole: threeQuarters },
  { first: new RegExp(threeQuarters), second: /四季度|后三个月|10(?:月份?)?[—－\-~～至到]12月/, whole: '全年' },
];
const told = rows.map(({ first, second, both, whole }) => ({
  first,
  second,
  both,
  whole: new RegExp(
    `^[，,；;](?:预计)?(?:${whole})(?:预计|预期|可|将|能|有望|累计|合计|共|就)*(?:完成|实现|达到|达|为|到)?$`,
  ),
}));

const stretchNamed = /半年|季度|全年|[69]月/;

export function* halves(p: Passage): Generator<Claim> {
  if (!stretchNamed.test(p.text)) return;
  for (let t = 2; t < p.list.length; t++) {
    const whole = p.figure(t);
    if (!p.same(t - 2, t) || p.figure(t - 1).base !== whole.base || p.figure(t - 2).base !== whole.base) continue;
    const members = [p.figure(t - 2), p.figure(t - 1), whole];
    if (members.some((f) => !quantity(f) || f.upper !== undefined || f.value === null || f.approximate)) continue;
    const lead = p.lead(t);
    if (!stretchNamed.test(lead)) continue;
    const [before, after] = [p.clauseLead(t - 2), p.lead(t - 1)];
    const row = told.find(
      (x) =>
        x.whole.test(lead) &&
        (x.both?.test(before) === true
          ? /^(?:[、和与，])$/.test(after)
          : x.first.test(before) && x.second.test(after) && !/[增减降超]/.test(after)),
    );
    if (row === undefined) continue;
    const parts = members.slice(0, 2).map((figure): Part => ({ figure, label: '', times: 1 }));
    const digits = digitsLike(exactTotal(parts, 2), whole);
    const verdict = fits(whole, parts, 2) ? 'ok' : 'mismatch';
    yield claim('sum', verdict, members, whole, () => note(parts, 2, whole), whole, digits);
  }
}
