/** 1—9月完成90亿元，预计四季度完成30亿元，全年可完成120亿元; 一、二季度分别完成12亿元和14亿元，上半年26亿元: two stretches that make a third. */
import { exactTotal, fits, note, type Part } from './parts.ts';
import { type Claim, claim, digitsLike, type Passage, quantity } from './passage.ts';
import { slipped } from './slips.ts';

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
    `^[，,；;](?:预计|力争)?(?:${whole})(?:预计|预期|可|将|能|有望|力争|累计|合计|共|就)*(?:完成|实现|达到|达|为|到)?$`,
  ),
}));

const yearPlanned = /全年[^，,。；;]{0,8}(?:目标|任务|计划)[^，,。；;]{0,8}$/;

export function* halves(p: Passage): Generator<Claim> {
  if (!/全年|[上下]半年|季度|月/.test(p.text)) return;
  for (let t = 2; t < p.list.length; t++) {
    const whole = p.figure(t);
    if (!p.same(t - 2, t) || p.figure(t - 1).base !== whole.base || p.figure(t - 2).base !== whole.base) continue;
    const members = [p.figure(t - 2), p.figure(t - 1), whole];
    if (members.some((f) => !quantity(f) || f.upper !== undefined || f.value === null || f.approximate)) continue;
    const lead = p.lead(t);
    const [before, after] = [p.clauseLead(t - 2), p.lead(t - 1)];
    if (yearPlanned.test(before)) {
      yield* ofPlan(p, t);
      continue;
    }
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

const yearRows = rows.filter((x) => x.whole === '全年');

/** 全年目标100亿元，上半年已完成46亿元，下半年要完成54亿元: the year is told first, as it is planned. */
function* ofPlan(p: Passage, t: number): Generator<Claim> {
  const whole = p.figure(t - 2);
  const [first, second] = [p.lead(t - 1), p.lead(t)];
  if (!/^[^，,。；;]{0,4}[，,；;][^，,。；;]{2,24}$/.test(first) || !/完成|实现|达/.test(first)) return;
  // 下半年要完成 is what is left, 下半年完成目标 is told by itself
  if (!/^[^，,。；;]{0,4}[，,；;][^，,。；;]{0,12}(?:要|需|须|应|还)[^，,。；;]{0,6}$/.test(second)) return;
  if (!yearRows.some((x) => x.first.test(first) && x.second.test(second))) return;
  const parts = [p.figure(t - 1), p.figure(t)].map((figure): Part => ({ figure, label: '', times: 1 }));
  // no less than what is left will do, and more may be wanted
  const verdict = fits(whole, parts, 2) ? 'ok' : slipped(parts, whole) ? 'mismatch' : 'unsure';
  const members = [whole, ...parts.map((x) => x.figure)];
  yield claim(
    'sum',
    verdict,
    members,
    whole,
    () => note(parts, 2, whole),
    whole,
    digitsLike(exactTotal(parts, 2), whole),
  );
}
