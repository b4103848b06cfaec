/** 起诉427人，不起诉55人，不诉率11.4%: of all that were decided on, what was refused. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, decimals, judge, type Passage, percentOf, quantity, show } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const rate = /不(?:起诉|诉|捕|批捕|逮捕|批准逮捕)率(?:为|达到?)?$/;
const refused = /不(?:予)?(?:起诉|捕|批捕|逮捕|批准逮捕)(?:[（(][^（）()]*[）)])?$/;
const granted =
  /(?<!不|不予)(?:决定起诉|提起公诉|起诉|批准(?:和决定)?逮捕|决定逮捕|逮捕|批捕)(?:[（(][^（）()]*[）)])?(?:各类[\u4e00-\u9fa5]{0,8})?$/;
/** Amounts back in which the two stand. */
const reach = 8;
/** A rate told to fewer digits comes out by chance. */
const digits = 3;

export function* refusals(p: Passage): Generator<Claim> {
  if (!p.text.includes('率') || !p.text.includes('不')) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.kind !== 'percent' || f.value === null || f.upper !== undefined || !rate.test(p.lead(i))) continue;
    const claims = decisions(p, i).map(([yes, no]) => rateOf(yes, no, f, toldTogether(p, i, yes, no)));
    // of cases or of people: one of the two is meant
    const found = claims.find((c) => c.verdict === 'ok') ?? claims.find((c) => c.verdict === 'mismatch');
    if (found !== undefined) yield found;
  }
}

/** What was granted and what was refused before a rate, told in cases or in people. */
function decisions(p: Passage, i: number): readonly (readonly [yes: FigureToken, no: FigureToken])[] {
  const found: (readonly [FigureToken, FigureToken])[] = [];
  for (let n = i - 1; n >= 0 && i - n <= reach && p.same(n, i); n--) {
    const no = p.figure(n);
    if (!quantity(no) || no.upper !== undefined || no.value === null || !refused.test(told(p, n))) continue;
    for (let y = n - 1; y >= 0 && i - y <= reach && p.same(y, i); y--) {
      const yes = p.figure(y);
      if (yes.base !== no.base || yes.value === null || yes.upper !== undefined || !granted.test(told(p, y))) continue;
      found.push([yes, no]);
      break;
    }
  }
  return found;
}

/** Words before an amount; 48件55人 are told of the same. */
const told = (p: Passage, j: number): string => (j > 0 && p.between(j - 1, j) === '' ? p.lead(j - 1) : p.lead(j));

/** 受理500人，批准350人，不批准150人: the two make an amount told before them. */
function toldTogether(p: Passage, i: number, yes: FigureToken, no: FigureToken): boolean {
  const all = exactAmount(yes)!.plus(exactAmount(no)!);
  for (let k = i - 1; k >= 0 && i - k <= reach && p.same(k, i); k--) {
    const f = p.figure(k);
    if (f.end <= yes.start && f.base === yes.base && f.upper === undefined && exactAmount(f)?.equals(all)) return true;
  }
  return false;
}

function rateOf(yes: FigureToken, no: FigureToken, f: FigureToken, together: boolean): Claim {
  const all = exactAmount(yes)!.plus(exactAmount(no)!);
  const [x, y] = [amount(yes), amount(no)];
  const range =
    x.low === undefined || x.high === undefined || y.low === undefined || y.high === undefined
      ? { low: all, high: all }
      : { low: x.low.plus(y.low), high: x.high.plus(y.high) };
  const value = exactAmount(no)!.times(Decimal.hundred).over(all, -decimals(f));
  const verdict = all.sign > 0 ? judge(percentOf(y, range, decimals(f)), f) : 'unsure';
  const slip = together || (f.value!.coefficient.toString().length >= digits && oneSlip(f, value));
  return claim(
    'share',
    verdict === 'mismatch' && !slip ? 'unsure' : verdict,
    [yes, no, f],
    f,
    () => `${show(no)}÷（${show(yes)}+${show(no)}）=${value}%`,
    f,
    value.shift(-f.exponent).toString(),
  );
}
