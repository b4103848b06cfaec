import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annualGrowth, Decimal, rounding } from '../../server/src/text/decimal.ts';

const d = (text: string): Decimal => Decimal.parse(text)!;

describe('exact decimals', () => {
  it('keeps the digits given', () => {
    for (const text of ['0', '17.5', '1.20', '-0.5', '120000000', '0.05']) assert.equal(d(text).toString(), text);
    assert.equal(d('1,234.5').toString(), '1234.5');
    assert.equal(Decimal.parse('1.2.3'), undefined);
    assert.equal(Decimal.parse(''), undefined);
  });
  it('computes without floats', () => {
    assert.equal(d('0.1').plus(d('0.2')).toString(), '0.3');
    assert.equal(d('17.5').shift(8).toString(), '1750000000');
    assert.equal(d('1.1').times(d('1.1')).toString(), '1.21');
    assert.equal(d('8100').over(d('126'), -1).toString(), '64.3');
    assert.equal(d('-1').over(d('3'), -2).toString(), '-0.33');
    assert.equal(d('1.25').round(-1).toString(), '1.3');
    assert.equal(d('1500').significantExponent, 2);
  });
  it('knows what rounds to the digits given', () => {
    const { low, high } = rounding(d('64.3'));
    assert.equal(`${low} ${high}`, '64.25 64.35');
  });
  it('finds the yearly growth', () => {
    assert.equal(annualGrowth(d('100'), d('121'), 2, -1).toString(), '10.0');
    assert.equal(annualGrowth(d('8651'), d('18914'), 5, -1).toString(), '16.9');
    assert.equal(annualGrowth(d('100'), d('81'), 2, -1).toString(), '-10.0');
  });
  it('agrees with itself', () => {
    const any = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: -4, max: 8 }))
      .map(([c, e]) => new Decimal(c, e));
    fc.assert(fc.property(any, any, (a, b) => a.plus(b).minus(b).equals(a) && a.compare(b) === -b.compare(a)));
    fc.assert(fc.property(any, (a) => Decimal.parse(a.toString())!.equals(a)));
  });
});
