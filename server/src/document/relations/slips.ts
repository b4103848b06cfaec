/** How far figures that should agree are apart, and whether one slip of the pen would explain it. */
import { Decimal } from '../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../figures.ts';
import type { Claim } from './passage.ts';
import { exactTotal, type Part } from './sums/parts.ts';

/** The two differ by no more than one part in `n` of the second. */
export function within(a: Decimal, b: Decimal, n: number): boolean {
  const off = a.minus(b);
  return (off.sign < 0 ? off.negate() : off).times(Decimal.of(n)).compare(b) <= 0;
}

/** Digits up to the last that is not zero. */
export const digitsOf = (f: FigureToken): number => f.value!.coefficient.toString().replace(/^-|0+$/g, '').length;

/** Fewer than three digits, or three that are little more: 57个, 126亿元. */
export function fewDigits(f: FigureToken): boolean {
  const n = digitsOf(f);
  return n < 3 || (n === 3 && f.value!.coefficient.toString() < '150');
}

/** One digit changed, or two neighbours swapped, in one member would make the sum right; and the sum is off by one part in `share` at most (0: by anything). */
export function slipped(parts: readonly Part[], whole: FigureToken, share = 5): boolean {
  const sum = exactTotal(parts, parts.length);
  const wanted = exactAmount(whole)!;
  const off = sum.minus(wanted);
  const size = off.sign < 0 ? off.negate() : off;
  if (share > 0 && size.times(Decimal.of(share)).compare(wanted) > 0) return false;
  // 53.73万户 of 19.02万户、34.36万户 and 3471户: a total is told to fewer digits than what makes it
  const told = digitsOf(whole) >= 3 ? sum.round(whole.exponent + whole.value!.exponent) : sum;
  if (oneSlip(whole, told)) return true;
  return parts.some((x) => x.times === 1 && oneSlip(x.figure, exactAmount(x.figure)!.minus(off)));
}

/** As `slipped`, where rounding may have put the sum one off in the last place. */
export function slippedAbout(parts: readonly Part[], whole: FigureToken): boolean {
  if (slipped(parts, whole)) return true;
  if (parts.every((x) => x.figure.whole) || parts.length > 12) return false;
  const wanted = exactAmount(whole)!;
  const off = exactTotal(parts, parts.length).minus(wanted);
  if (off.times(Decimal.of(5)).compare(wanted) > 0 || off.times(Decimal.of(-5)).compare(wanted) > 0) return false;
  const unit = new Decimal(1n, whole.exponent + whole.value!.exponent);
  return [off.plus(unit), off.minus(unit)].some(
    (gap) =>
      oneSlip(whole, wanted.plus(gap)) ||
      parts.some((x) => x.times === 1 && oneSlip(x.figure, exactAmount(x.figure)!.minus(gap))),
  );
}

/** Whether one slip in `f` is all that parts it from what the other figures of a claim give. */
export function repairedBySlip(f: FigureToken, { repair }: Claim): boolean {
  const right = repair === undefined ? undefined : Decimal.parse(repair.text);
  return right !== undefined && oneSlip(f, right.shift(f.exponent));
}

/** Whether another digit in one place of `f` makes it what is wanted; the values tried are in base units. */
export function slipWould(f: FigureToken, wanted: (value: Decimal) => boolean): boolean {
  const digits = f.value!.coefficient.toString();
  for (let k = 0; k < digits.length; k++)
    for (let d = k === 0 ? 1 : 0; d < 10; d++) {
      const other = BigInt(`${digits.slice(0, k)}${d}${digits.slice(k + 1)}`);
      if (wanted(new Decimal(other, f.value!.exponent + f.exponent))) return true;
    }
  return false;
}

/** Whether the digits of `f` and of `value` differ in one place or by a swap of neighbours. */
export function oneSlip(f: FigureToken, value: Decimal): boolean {
  const own = f.value!;
  const other = value.shift(-f.exponent);
  if (other.sign <= 0 || other.exponent < own.exponent) {
    if (other.sign <= 0 || !other.round(own.exponent).equals(other)) return false;
  }
  // 0.3 beside 7.3: below one there is a nought before the point
  const least = 1 - Math.min(0, own.exponent);
  const a = own.coefficient.toString().padStart(least, '0');
  const b = other.round(own.exponent).coefficient.toString().padStart(least, '0');
  if (a.length !== b.length) return false;
  const different: number[] = [];
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) different.push(k);
  if (different.length === 1) return true;
  return (
    different.length === 2 &&
    different[1] === different[0]! + 1 &&
    a[different[0]!] === b[different[1]!] &&
    a[different[1]!] === b[different[0]!]
  );
}
