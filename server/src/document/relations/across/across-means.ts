/** 集体经济总收入4680万元。¶全县156个村，平均每个村30万元: a mean whose total stands in the paragraph before. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import { remember } from '../../remember.ts';
import { averagedAt, counts } from '../means/average.ts';
import { type Count, meanClaim } from '../means/means.ts';
import { type Passage, quantity, standsForItself } from '../passage.ts';
import { digitsOf, oneSlip } from '../slips.ts';
import { longestList } from '../sums/parts.ts';
import { type AcrossClaim, type Place, wholesBefore } from './across-wholes.ts';

/** A mean and how many it is for, where their paragraph tells no total. */
interface OpenMean {
  readonly mean: FigureToken;
  readonly number: FigureToken;
  /** What each of them has; '' where that is not said. */
  readonly noun: string;
  readonly scale: number;
}

/** A mean of one digit comes out by chance. */
const digits = 2;

/** What a paragraph leaves open. */
export const openMeans = remember((facts): readonly OpenMean[] => {
  const { passage: p } = facts.claims!;
  if (!/平均|均/.test(p.text)) return [];
  const found: OpenMean[] = [];
  for (let i = 1; i < p.list.length; i++) {
    const [number, mean] = [p.figure(i - 1), p.figure(i)];
    if (!quantity(mean) || mean.value === null || mean.upper !== undefined || mean.approximate || !p.same(i - 1, i))
      continue;
    const averaged = averagedAt(p, i);
    if (averaged === undefined || !standsForItself(p, i - 1) || number.value === null || number.approximate) continue;
    if (!counts(p, i, i - 1, averaged.base) || exactAmount(number)!.sign <= 0 || toldBefore(p, i)) continue;
    // 156个村，平均每个村
    const noun = averaged.noun.replace(/平均$/, '');
    const own = noun !== '' && p.text.startsWith(noun, number.end);
    found.push({ mean, number, noun: own ? '' : noun, scale: averaged.scale });
  }
  return found;
});

/** An amount in the unit of figure `i` stands before it in its paragraph, or may do. */
const toldBefore = (p: Passage, i: number): boolean => {
  for (let j = i - 2; j >= 0; j--) if (i - j > longestList || p.figure(j).base === p.figure(i).base) return true;
  return false;
};

/** Finds means that the only amount of their unit in the paragraph before them gives, or would but for a digit. */
export function* meansAcross(places: readonly Place[], k: number): Generator<AcrossClaim> {
  for (const { mean, number, noun, scale } of openMeans(places[k]!.passage.facts)) {
    const found = wholesBefore(places, k).filter(({ at, whole }) => at === k - 1 && whole.figure.base === mean.base);
    const only = found[0];
    if (only === undefined || found.length > 1 || places[k]!.paragraph - places[k - 1]!.paragraph !== 1) continue;
    if (noun !== '' && !only.whole.label.includes(noun)) continue;
    const total = only.whole.figure;
    const exact = exactAmount(number)!.shift(-scale);
    const count: Count = { exact, ranges: [{ low: exact, high: exact }], shown: number.value!.toString() };
    const { verdict, note, repair } = meanClaim(total, count, mean, [total, number, mean], true);
    const value = exactAmount(total)!.over(exact, mean.exponent + Math.min(0, mean.value!.exponent));
    if (verdict !== 'ok' && !(verdict === 'mismatch' && digitsOf(mean) >= digits && oneSlip(mean, value))) continue;
    yield {
      type: 'average',
      verdict,
      note,
      members: [
        { at: only.at, figure: total },
        { at: k, figure: number },
        { at: k, figure: mean },
      ],
      blamed: { at: k, figure: mean },
      digits: repair?.text,
    };
  }
}
