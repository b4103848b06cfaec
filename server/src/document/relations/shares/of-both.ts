/** 税收6.3亿元，非税2.7亿元，税收占七成: a share of two amounts that make their whole between them, which is told nowhere. */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount } from '../../figures.ts';
import {
  type Claim,
  claim,
  decimals,
  judge,
  type Passage,
  percentage,
  percentOf,
  quantity,
  show,
  standsForItself,
} from '../passage.ts';
import { bare, completes } from '../sums/parts.ts';

const told =
  /[，,；;、](?:其中|但|而)?([\u4e00-\u9fa5]{2,6}?)(?:收入)?占(?:比|了|到)?(?:只有|仅有|仅|只|为|达到?|约)?$/;
/** Amounts back among which the two stand. */
const reach = 5;
/** Figures back that are looked through for others. */
const farthest = 24;

/** Finds shares that the two amounts before them do not make. */
export function* ofBoth(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!percentage(f) || f.upper !== undefined || f.value === null) continue;
    const name = told.exec(p.lead(i))?.[1];
    const pair = name === undefined ? undefined : onlyTwo(p, i);
    if (name === undefined || pair === undefined) continue;
    const labels = pair.map((j) => bare(p.lead(j)));
    if (!completes(labels, '')) continue;
    const own = pair.filter((_, k) => speaksOf(labels[k]!, name));
    if (own.length === 1) yield shareClaim(p, own[0]!, pair.find((j) => j !== own[0])!, i);
  }
}

/** 税收 of 税收收入, not of 非税收入. */
function speaksOf(label: string, name: string): boolean {
  const at = label.indexOf(name);
  return at >= 0 && label[at - 1] !== '非';
}

/** The only two amounts of their unit before figure `i` in its sentence. */
function onlyTwo(p: Passage, i: number): readonly [number, number] | undefined {
  const found: number[] = [];
  for (let j = i - 1; j >= 0 && p.same(j, i); j--) {
    if (i - j > farthest) return undefined;
    if (!quantity(p.figure(j))) continue;
    if (found.length === 2 || i - j > reach || !standsForItself(p, j) || p.figure(j).value === null) return undefined;
    found.unshift(j);
  }
  const [a, b] = found;
  return a === undefined || b === undefined || p.figure(a).base !== p.figure(b).base ? undefined : [a, b];
}

function shareClaim(p: Passage, own: number, other: number, i: number): Claim {
  const [part, rest, f] = [p.figure(own), p.figure(other), p.figure(i)];
  const [x, y] = [exactAmount(part)!, exactAmount(rest)!];
  const [a, b] = [amount(part), amount(rest)];
  const whole: Interval = { low: plus(a.low, b.low), high: plus(a.high, b.high) };
  const verdict = judge(percentOf(a, whole, decimals(f)), f);
  const rough = part.approximate || rest.approximate || f.approximate;
  const value = x.times(Decimal.hundred).over(x.plus(y), -decimals(f));
  const note = () => `${show(part)}÷（${show(part)}+${show(rest)}）=${value}%`;
  const digits = value.shift(-f.exponent).toString();
  return claim('share', verdict === 'mismatch' && rough ? 'unsure' : verdict, [part, rest, f], f, note, f, digits);
}

const plus = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.plus(b);
