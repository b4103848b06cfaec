/** 常住人口40万人，床位2400张，每千人拥有床位6张: how many there are for each thousand people. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, type Passage, quantity, show, standsForItself } from '../passage.ts';
import { meanClaim } from './means.ts';

const perMany =
  /每(百|千|万|十万|10万)(?:名)?(?:常住|户籍)?(?:人口|人)(?:拥有|配备)?(?:的)?([\u4e00-\u9fa5]{2,8}?)数?(?:达到|达|为)?$/;
/** 发病率为每十万人80例: what is counted names the rate. */
const rateOf = /([\u4e00-\u9fa5]{2})率(?:为|是|达到?)?每(百|千|万|十万|10万)(?:名)?(?:常住|户籍)?(?:人口|人)(?:有)?$/;
const scales: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, '10万': 5 };
/** Amounts back in which both may stand. */
const reach = 12;
const nextOf = /^[、，]([\u4e00-\u9fa5]{2,8}?)(?:达到?|为)?$/;
const people = /人口(?:数|总数)?(?:达到|达|为|约|有|共)?$/;

export function* perThousand(p: Passage): Generator<Claim> {
  if (!/每(?:[百千万十]|10万)/.test(p.text) || !p.text.includes('人口')) return;
  let listed = '';
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!quantity(f) || f.value === null || f.upper !== undefined) continue;
    // 每十万人 is a figure itself
    const counted =
      p.lead(i).length < 12 && p.text[p.figure(i - 1).start - 1] === '每' && p.figure(i - 1).base === '人';
    const lead = counted ? p.text.slice(p.figure(i - 1).start - 12, f.start) : p.lead(i);
    const m = perMany.exec(lead);
    const rate = m === null ? rateOf.exec(lead) : null;
    // 每千人口床位6张、执业医师2.63人
    const next = m === null && rate === null ? nextOf.exec(lead)?.[1] : undefined;
    if (next === undefined || listed === '') listed = m?.[1] ?? '';
    const [many, what] =
      next !== undefined && listed !== '' ? [listed, next] : m === null ? [rate?.[2], rate?.[1]] : [m[1], m[2]];
    if (many === undefined || what === undefined) continue;
    const before = counted ? i - 1 : i;
    const heads = only(p, before, (j) => p.figure(j).base === '人' && people.test(p.lead(j)));
    const total = only(
      p,
      before,
      (j) => p.figure(j).base === f.base && p.lead(j).slice(-12).includes(what.slice(0, 4)),
    );
    if (heads === undefined || total === undefined || heads === total) continue;
    const scale = scales[many]!;
    const { low, high } = amount(heads);
    const range = { low: low?.shift(-scale), high: high?.shift(-scale) };
    const count = exactAmount(heads)!;
    if (count.compare(Decimal.zero) <= 0) continue;
    const sure = !total.approximate && !heads.approximate;
    const shown = `（${show(heads)}÷${many}）`;
    yield meanClaim(total, { exact: count.shift(-scale), ranges: [range], shown }, f, [heads, total, f], sure);
  }
}

/** The one amount before figure `i`, in its sentence or the one before, for which that holds; undefined where there are two. */
function only(p: Passage, i: number, holds: (j: number) => boolean): FigureToken | undefined {
  let found: FigureToken | undefined;
  for (let j = i - 1; j >= 0 && p.list[i]!.sentence - p.list[j]!.sentence <= 1 && i - j <= reach; j--) {
    if (!standsForItself(p, j) || p.figure(j).value === null || !holds(j)) continue;
    if (found !== undefined) return undefined;
    found = p.figure(j);
  }
  return found;
}
