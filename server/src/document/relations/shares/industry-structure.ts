/** 一产58.8亿元、二产124.1亿元、三产143.6亿元，三次产业结构为18∶38∶44: what the three industries make, and the shares told of them. */
import { Decimal, rounding } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, meets, type Passage, percentOf, quantity, show } from '../passage.ts';

const names: readonly RegExp[] = [
  /(?:第一产业|一产)(?:实现)?(?:增加值)?(?:为|达到?|完成|实现)?$/,
  /(?:第二产业|二产)(?:实现)?(?:增加值)?(?:为|达到?|完成|实现)?$/,
  /(?:第三产业|三产)(?:实现)?(?:增加值)?(?:为|达到?|完成|实现)?$/,
];
const structure = /(?:三次)?产业(?:结构)?(?:比例?|结构)?[^。；;]{0,40}$/;
/** Shares are cut so that they make a hundred: one may be off by so much. */
const slack = Decimal.of(1).shift(-1);

/** Finds the shares of the three industries that differ from what their amounts in the paragraph make. */
export function* industryStructure(p: Passage): Generator<Claim> {
  const told = p.figures.filter((f) => f.kind === 'ratio' && f.parts?.length === names.length);
  const f = told[told.length - 1];
  if (f === undefined || !structure.test(p.text.slice(Math.max(0, f.start - 60), f.start))) return;
  const amounts = names.map((name) => named(p, name, f.start));
  const [a, b, c] = amounts;
  if (a === undefined || b === undefined || c === undefined || a.base !== b.base || b.base !== c.base) return;
  const whole = exactAmount(a)!.plus(exactAmount(b)!).plus(exactAmount(c)!);
  if (whole.sign <= 0) return;
  const off = f.parts!.map((share, k) => !fits(amounts[k]!, whole, share));
  const wrong = off.filter(Boolean).length;
  // all three differ: shares of another year
  if (wrong === names.length) return;
  const shown = Math.max(0, off.indexOf(true));
  const value = exactAmount(amounts[shown]!)!.shift(2).over(whole, f.parts![shown]!.exponent);
  const note = () =>
    `${show(amounts[shown]!)}÷${whole.shift(-amounts[shown]!.exponent).trim()}${amounts[shown]!.unit}=${value}%`;
  yield claim('share', wrong === 0 ? 'ok' : 'mismatch', [a, b, c, f], f, note, `${f.parts!.join('∶')}`);
}

/** The last amount of that name before an offset, no increase. */
function named(p: Passage, name: RegExp, at: number): FigureToken | undefined {
  for (let k = p.list.length - 1; k >= 0; k--) {
    const f = p.figure(k);
    if (f.start >= at || !quantity(f) || f.value === null || f.upper !== undefined || f.bound !== 'exact') continue;
    if (p.list[k]!.aspect === 'level' && name.test(p.lead(k))) return f;
  }
  return undefined;
}

/** Whether a share, as far as it is told, is what the part makes of the whole. */
function fits(part: FigureToken, whole: Decimal, share: Decimal): boolean {
  const { low, high } = rounding(share);
  const made = percentOf(amount(part), { low: whole, high: whole }, Math.max(0, -share.exponent));
  return meets(made, { low: low!.minus(slack), high: high!.plus(slack) });
}
