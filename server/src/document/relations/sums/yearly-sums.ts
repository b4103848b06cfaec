/** 两年来，争取资金4.6亿元，其中去年2.1亿元，今年2.5亿元; 近三年建路215公里，2019年…，2020年…，2021年…: as many years as the total is told over, each with its own. */

import { type Claim, claim, digitsLike, type Passage, quantity, standsForItself } from '../passage.ts';
import { exactTotal, fits, longestList, note, type Part } from './parts.ts';

const over =
  /(?:^|[，,。；;、：:\s])(?:近|过去|最近|前|这)?([两二三四五六])年(?:来|间|内|中)?(?:里)?[，,]?[^，,。；;\d]{0,6}[，,]?[^，,。；;\d]{0,16}$/;
const numbers: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const yearFirst =
  /^(?:[^，,。；;、\d]{0,6})?[，,、；;：:（(](?:其中[：:，,]?)?(前年|去年|上年|今年|本年|\d{4}年|第[一二三四五六]年)(?:又|再|就)?([\u4e00-\u9fa5]{0,10})$/;
const moves = /增|减|降|超|多|少|同比|比|较|计划|目标|预计|达/;

/** Finds totals over several years that the years one by one do not make. */
export function* yearlySums(p: Passage): Generator<Claim> {
  if (!/年(?:来|间|内|累计|共)|近[两三四五]年/.test(p.text)) return;
  for (let t = 0; t + 2 < p.list.length; t++) {
    const whole = p.figure(t);
    if (!standsForItself(p, t) || whole.value === null || whole.approximate) continue;
    const years = numbers[over.exec(p.clauseLead(t))?.[1] ?? over.exec(lead(p, t))?.[1] ?? ''];
    if (years === undefined || t + years >= p.list.length || years > longestList) continue;
    const parts = yearsBehind(p, t, years);
    if (parts === undefined) continue;
    const members = [whole, ...parts.map((x) => x.figure)];
    const verdict = fits(whole, parts, years) ? 'ok' : 'mismatch';
    const digits = digitsLike(exactTotal(parts, years), whole);
    yield claim('sum', verdict, members, whole, () => note(parts, years, whole), whole, digits);
  }
}

/** The sentence before the total: a comma may stand behind 两年来. */
const lead = (p: Passage, t: number): string =>
  p.text.slice(Math.max(p.sentence(t).start, p.figure(t).start - 40), p.figure(t).start);

/** The amounts behind the total, one for each year, and no further year. */
function yearsBehind(p: Passage, t: number, years: number): readonly Part[] | undefined {
  const { base } = p.figure(t);
  const parts: Part[] = [];
  const named = new Set<string>();
  // 去年完工45个，今年新开工60个 are two things
  let verb: string | undefined;
  for (let j = t + 1; j <= t + years; j++) {
    const figure = p.figure(j);
    const m = p.same(t, j) ? yearFirst.exec(p.between(j - 1, j)) : null;
    if (m === null || moves.test(m[2]!) || named.has(m[1]!) || m[2] !== (verb ??= m[2]!)) return undefined;
    if (!quantity(figure) || figure.base !== base || figure.upper !== undefined) return undefined;
    if (figure.value === null || figure.approximate) return undefined;
    named.add(m[1]!);
    parts.push({ figure, label: m[1]!, times: 1 });
  }
  const next = t + years + 1;
  const more = next < p.list.length && p.same(t, next) && yearFirst.exec(p.between(next - 1, next)) !== null;
  return more ? undefined : parts;
}
