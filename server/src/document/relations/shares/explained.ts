/** A percentage that a finder calls wrong of two amounts, and that is right of two others told beside it: then it is of those. */
import { lowerBound, type Span } from '../../../text/span.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import {
  amountBeside,
  type Claim,
  decimals,
  judge,
  type Passage,
  percentage,
  percentOf,
  quantity,
} from '../passage.ts';

/** 城镇化率, 到会率: begins with the name of the part. */
const rateName = /([\u4e00-\u9fa5]{2})[\u4e00-\u9fa5]{0,2}率(?:约|达到?|为|是|只有)?$/;

/** How many amounts of its sentence, on either side, a percentage may be of. */
const reach = 8;

/** Index of the statement that begins there, or behind it. */
const placeOf = (p: Passage, { start }: Span): number => lowerBound(p.list, start, ({ figure }) => figure.start);

/** Whether two amounts of the sentence, not both those of the claim, give the percentage that it calls wrong. */
export function explainedByOthers(p: Passage, { blamed, members }: Claim): boolean {
  const i = placeOf(p, blamed);
  const f = p.list[i]?.figure;
  if (f?.start !== blamed.start || !percentage(f) || f.value === null) return false;
  // 城镇人口21.3万人，农村人口25.5万人，城镇化率54.5%: the right part was named
  const name = rateName.exec(p.lead(i))?.[1];
  const isNamed = (m: Span): boolean => m.start !== f.start && p.list[placeOf(p, m)]?.lead.includes(name!) === true;
  if (name !== undefined && members.some(isNamed)) return false;
  const known = new Set(members.map(({ start }) => start));
  const amounts: FigureToken[] = [];
  for (let k = Math.max(0, i - reach); k < p.list.length && k <= i + reach; k++) {
    const g = p.figure(k);
    if (p.same(k, i) && quantity(g) && g.upper === undefined && (exactAmount(g)?.sign ?? 0) > 0) amounts.push(g);
  }
  // of many pairs one comes to a round percentage by chance
  const telling = decimals(f) > 0;
  return amounts.some((part) =>
    amounts.some((whole) => {
      const own = Number(known.has(part.start)) + Number(known.has(whole.start));
      if (part === whole || part.base !== whole.base || own === 2 || (own === 0 && !telling)) return false;
      return judge(percentOf(amountBeside(part, whole), amountBeside(whole, part), decimals(f)), f) === 'ok';
    }),
  );
}
