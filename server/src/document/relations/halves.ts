/** 1—9月完成90亿元，预计四季度完成30亿元，全年可完成120亿元: two stretches that make a year, and the year. */
import { exactTotal, fits, note, type Part } from './parts.ts';
import { type Claim, claim, digitsLike, type Passage, quantity } from './passage.ts';

const stretches: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/上半年/, /下半年/],
  [/前[三3]个?季度|1(?:月份?)?(?:—|－|-|~|～|至|到)9月/, /四季度|后三个月|10(?:月份?)?(?:—|－|-|~|～|至|到)12月/],
];
const year = /^[，,；;](?:预计|力争)?全年(?:预计|预期|可|将|能|有望|力争|累计|合计|共)*(?:完成|实现|达到|达|为|到)?$/;

export function* halves(p: Passage): Generator<Claim> {
  if (!p.text.includes('全年')) return;
  for (let t = 2; t < p.list.length; t++) {
    const whole = p.figure(t);
    const members = [p.figure(t - 2), p.figure(t - 1), whole];
    if (!p.same(t - 2, t) || members.some((f) => !quantity(f) || f.base !== whole.base || f.upper !== undefined))
      continue;
    if (!year.test(p.lead(t)) || members.some((f) => f.value === null || f.approximate)) continue;
    const [before, after] = [p.clauseLead(t - 2), p.lead(t - 1)];
    if (!stretches.some(([first, second]) => first.test(before) && second.test(after))) continue;
    const parts = members.slice(0, 2).map((figure): Part => ({ figure, label: '', times: 1 }));
    const digits = digitsLike(exactTotal(parts, 2), whole);
    const verdict = fits(whole, parts, 2) ? 'ok' : 'mismatch';
    yield claim('sum', verdict, members, whole, () => note(parts, 2, whole), whole, digits);
  }
}
