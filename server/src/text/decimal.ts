/**
 * Exact decimals: coefficient × 10^exponent. The exponent is also the precision the writer gave (17.5 → 175 × 10^-1, 1.20 → 120 × 10^-2,
 * 3.5亿 → 35 × 10^7), so that rounding can be judged by the digits in the text. Nothing here ever becomes a float.
 */

const powers: bigint[] = [1n];
/** 10^n for a whole n ≥ 0. */
export function pow10(n: number): bigint {
  while (powers.length <= n) powers.push(powers[powers.length - 1]! * 10n);
  return powers[n]!;
}

export class Decimal {
  readonly coefficient: bigint;
  /** Power of ten of the last digit given. */
  readonly exponent: number;

  constructor(coefficient: bigint, exponent = 0) {
    this.coefficient = coefficient;
    this.exponent = exponent;
  }
  static readonly zero = new Decimal(0n);
  static readonly one = new Decimal(1n);
  static readonly hundred = new Decimal(100n);

  static of(n: number): Decimal {
    return new Decimal(BigInt(n));
  }
  /** Reads `12`, `-12.50`, `1,234.5`; `undefined` for anything else. */
  static parse(text: string): Decimal | undefined {
    if (!/^-?\d{1,30}(?:,\d{3})*(?:\.\d{1,30})?$/.test(text)) return undefined;
    const point = text.indexOf('.');
    return new Decimal(BigInt(text.replace(/[,.]/g, '')), point < 0 ? 0 : point + 1 - text.length);
  }

  /** The coefficient when written with a last digit at 10^exponent; exponent must not exceed this one's. */
  at(exponent: number): bigint {
    return exponent === this.exponent ? this.coefficient : this.coefficient * pow10(this.exponent - exponent);
  }
  plus(other: Decimal): Decimal {
    const exponent = Math.min(this.exponent, other.exponent);
    return new Decimal(this.at(exponent) + other.at(exponent), exponent);
  }
  minus(other: Decimal): Decimal {
    const exponent = Math.min(this.exponent, other.exponent);
    return new Decimal(this.at(exponent) - other.at(exponent), exponent);
  }
  times(other: Decimal): Decimal {
    return new Decimal(this.coefficient * other.coefficient, this.exponent + other.exponent);
  }
  /** Moves the point: 17.5.shift(8) is 17.5亿. */
  shift(places: number): Decimal {
    return places === 0 ? this : new Decimal(this.coefficient, this.exponent + places);
  }
  negate(): Decimal {
    return new Decimal(-this.coefficient, this.exponent);
  }
  power(n: number): Decimal {
    return new Decimal(this.coefficient ** BigInt(n), this.exponent * n);
  }
  compare(other: Decimal): number {
    const exponent = Math.min(this.exponent, other.exponent);
    const a = this.at(exponent);
    const b = other.at(exponent);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }
  get sign(): number {
    return this.coefficient < 0n ? -1 : this.coefficient > 0n ? 1 : 0;
  }
  /** Power of ten of the last digit that is not zero: 500 → 2, 17.50 → -1. 0 keeps its exponent. */
  get significantExponent(): number {
    if (this.coefficient === 0n) return this.exponent;
    let exponent = this.exponent;
    for (let c = this.coefficient; c % 10n === 0n; c /= 10n) exponent++;
    return exponent;
  }
  /** Rounds half away from zero so that the last digit stands at 10^exponent. */
  round(exponent: number): Decimal {
    if (exponent <= this.exponent) return new Decimal(this.at(exponent), exponent);
    return new Decimal(roundedQuotient(this.coefficient, pow10(exponent - this.exponent)), exponent);
  }
  /** This ÷ other, rounded half away from zero to a last digit at 10^exponent; other must not be zero. */
  over(other: Decimal, exponent: number): Decimal {
    const shift = this.exponent - other.exponent - exponent;
    return new Decimal(
      shift >= 0
        ? roundedQuotient(this.coefficient * pow10(shift), other.coefficient)
        : roundedQuotient(this.coefficient, other.coefficient * pow10(-shift)),
      exponent,
    );
  }
  /** The same value without zeros at the end of its decimals: 8000.00 → 8000. */
  trim(): Decimal {
    let { coefficient, exponent } = this;
    while (exponent < 0 && coefficient % 10n === 0n) {
      coefficient /= 10n;
      exponent++;
    }
    return new Decimal(coefficient, exponent);
  }
  /** Plain digits, as many decimals as were given: 17.50, 120000000, -0.5. */
  toString(): string {
    if (this.exponent >= 0) return this.at(0).toString();
    const negative = this.coefficient < 0n;
    const text = (negative ? -this.coefficient : this.coefficient).toString().padStart(1 - this.exponent, '0');
    return `${negative ? '-' : ''}${text.slice(0, this.exponent)}.${text.slice(this.exponent)}`;
  }
}

function roundedQuotient(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const n = a < 0n ? -a : a;
  const d = b < 0n ? -b : b;
  const q = (2n * n + d) / (2n * d);
  return negative ? -q : q;
}

/** A closed range of values that a written figure can stand for; an end that is missing is unbounded. */
export interface Interval {
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
}

/** Everything that rounds to the digits given: 64.3 → 64.25 … 64.35. */
export function rounding(value: Decimal): Interval {
  const half = new Decimal(5n, value.exponent - 1);
  return { low: value.minus(half), high: value.plus(half) };
}

/** x with x^n = ratio a/b, as a percentage of growth with its last digit at 10^exponent (rounded down to that digit); n ≥ 1. */
export function annualGrowth(from: Decimal, to: Decimal, years: number, exponent: number): Decimal {
  // Greatest step count s with from × (100 + s × 10^exponent)^n <= to × 100^n.
  const target = to.times(Decimal.hundred.power(years));
  const fits = (s: bigint): boolean =>
    from.times(Decimal.hundred.plus(new Decimal(s, exponent)).power(years)).compare(target) <= 0;
  let low = -(100n * pow10(Math.max(0, -exponent)));
  let high = 1n;
  while (fits(high)) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return new Decimal(low, exponent);
}
