/** 三次测评分别为96%、97%和98%，平均97%: the mean of what was measured so many times; the mean of anything lies among what it is of. */
import { Decimal, type Interval } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, decimals, judge, type Passage, show } from '../passage.ts';
import { divided } from './means.ts';

const mean = /^[^。；;\d]{0,10}[，,][^，,。；;、]{0,8}平均[^，,。；;、\d]{0,10}$/;
/** Measured so many times in one way, so that each counts alike. */
const times = /([两二三四五六七八九十\d]{1,2})(?:次|轮|个?月|个?季度|年|期|天|场)/;
const joint = /^(?:、|和|与|及|，[^，,。；;、\d]{1,12})$/;
const most = 12;

export function* meanRates(p: Passage): Generator<Claim> {
  if (!p.text.includes('平均')) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!isRate(f) || !mean.test(p.between(i - 1, i))) continue;
    let first = i - 1;
    while (first > 0 && i - first < most && isRate(p.figure(first - 1)) && joint.test(p.between(first - 1, first)))
      first--;
    if (i - first < 2 || !p.same(first, i) || !isRate(p.figure(first))) continue;
    const told = Array.from({ length: i - first }, (_, k) => p.figure(first + k));
    const found = meanOf(told, f, p.text.slice(p.sentence(first).start, told[0]!.start));
    if (found !== undefined) yield found;
  }
}

const isRate = (f: FigureToken): boolean => f.kind === 'percent' && f.value !== null && f.upper === undefined;

const number: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

function meanOf(told: readonly FigureToken[], f: FigureToken, before: string): Claim | undefined {
  const n = Decimal.of(told.length);
  let sum = Decimal.zero;
  let [low, high] = [Decimal.zero, Decimal.zero];
  let least = exactAmount(told[0]!)!;
  let greatest = least;
  for (const each of told) {
    const own = exactAmount(each)!;
    const range = amount(each);
    sum = sum.plus(own);
    low = low.plus(range.low ?? own);
    high = high.plus(range.high ?? own);
    if (own.compare(least) < 0) least = own;
    if (own.compare(greatest) > 0) greatest = own;
  }
  const range: Interval = divided({ low, high }, { low: n, high: n });
  const value = sum.over(n, -decimals(f));
  const right = judge(range, f) !== 'mismatch';
  const count = times.exec(before)?.[1];
  const measured = count !== undefined && (number[count] ?? Number(count)) === told.length;
  const mean = exactAmount(f)!;
  const outside = mean.compare(least) < 0 || mean.compare(greatest) > 0;
  if (!right && !measured && !outside) return undefined;
  const rough = f.approximate || told.some((x) => x.approximate);
  return claim(
    'average',
    right ? 'ok' : rough ? 'unsure' : 'mismatch',
    [...told, f],
    f,
    () => `（${told.map((x) => show(x)).join('+')}）÷${told.length}=${value}%`,
    f,
    measured ? value.toString() : undefined,
  );
}
