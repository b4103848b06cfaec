/** Shares that part a whole make a hundred, whether told one by one or as a ratio (7.9∶40.5∶51.6). */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount } from '../../figures.ts';
import { type Claim, claim, meets, type Passage } from '../passage.ts';
import { oneSlip, within } from '../slips.ts';
import { bare, completes, exactTotal, excludes, type Part, qualities, states, totalsOf } from './parts.ts';

const rest = /^[，,、；;和及](?:其他|其它|其余)[^，,。；;、]{0,6}$/;

/** 第一产业占14.6%、第二产业占42.7%、第三产业占42.7%: shares that part a whole make a hundred. */
export function* hundreds(p: Passage): Generator<Claim> {
  for (let i = 0; i < p.list.length; ) {
    const parts: Part[] = [];
    let j = i;
    for (; j < p.list.length && p.same(i, j); j++) {
      const f = p.figure(j);
      // 30—40岁的占25.4%: who is meant stands before it
      if (f.base === '岁') continue;
      const share = f.kind === 'percent' && f.upper === undefined && f.value !== null;
      // 表扬类占0.13%，其他类0.01%
      const others = share && parts.length > 1 && rest.test(p.lead(j));
      if (!share || !(others || p.list[j]!.aspect === 'share')) {
        if (parts.length > 0) break;
        continue;
      }
      const lead = labelled(p, j);
      if (parts.length > 0 && !others && !/^[，,、；;和及][^。]{0,24}占[^，,。；;]{0,12}$/.test(lead)) break;
      parts.push({ figure: f, label: lead, times: 1 });
    }
    if (parts.length >= 2) {
      const members = parts.map((x) => x.figure);
      const last = members[members.length - 1]!;
      const sum = exactTotal(parts, parts.length);
      const labels = parts.map((x) => bare(x.label).replace(/占.*$/, ''));
      const fits = meets({ low: Decimal.hundred, high: Decimal.hundred }, totalsOf(parts).ranges[parts.length]!);
      const complete =
        (ages(labels) || completes(labels, parts[parts.length - 1]!.label.replace(/占.*$/, ''))) &&
        !members.some((x) => x.approximate);
      if (fits || (complete && within(sum, Decimal.hundred, 2)) || overfull(parts, labels, sum))
        yield claim(
          'sum',
          fits ? 'ok' : 'mismatch',
          members,
          last,
          `${members.map((x) => x.value!.toString()).join('+')}=${sum.trim()}`,
          '100%',
        );
    }
    i = Math.max(j, i + 1);
  }
}

/** The three industries make a hundred. */
export function* ratios(p: Passage): Generator<Claim> {
  for (let k = 0; k < p.figures.length; k++) {
    const f = p.figures[k]!;
    if (f.kind !== 'ratio' || f.parts === undefined || f.parts.length !== 3) continue;
    const before = p.text.slice(Math.max(0, f.start - 24), f.start);
    // 由25.3∶41.2∶33.5调整为18.0∶38.0∶44.0
    const led = /^[^，,。；;\d]{0,4}(?:调整|优化|转变|演变|变|提升)?(?:为|到|至)(?:\d{4}年的?)?$/.test(
      afterRatio(p, k),
    );
    if (!led && !/产业|三产|结构/.test(before)) continue;
    let sum = Decimal.zero;
    for (const part of f.parts) sum = sum.plus(part);
    // a structure in tenths (1∶4∶5) is none in per cent
    if (sum.compare(Decimal.of(40)) < 0 || sum.compare(Decimal.of(200)) > 0) continue;
    const step = new Decimal(1n, Math.max(...f.parts.map((x) => x.exponent)));
    const off = sum.minus(Decimal.hundred);
    const fits = (off.sign < 0 ? off.negate() : off).compare(step) <= 0;
    yield claim('sum', fits ? 'ok' : 'mismatch', [f], f, () => `${f.parts!.join('+')}=${sum.trim()}`, '100');
  }
}

/** What stands between figure `k` and a ratio told right before it; '' where there is none. */
function afterRatio(p: Passage, k: number): string {
  const before = p.figures[k - 1];
  const last = before?.kind === 'year' ? p.figures[k - 2] : before;
  return last?.kind === 'ratio' ? p.text.slice(last.end, p.figures[k]!.start) : '';
}

/** What stands before a share, ages included. */
function labelled(p: Passage, j: number): string {
  let k = j - 1;
  while (k >= 0 && p.same(k, j) && p.figure(k).base === '岁') k--;
  if (k === j - 1) return p.lead(j);
  const from = k >= 0 && p.same(k, j) ? p.figure(k).end : p.sentence(j).start;
  return p.text.slice(Math.max(from, p.figure(j).start - 40), p.figure(j).start);
}

/** 30岁以下 … 50岁以上: from the youngest to the oldest. */
const ages = (labels: readonly string[]): boolean =>
  labels.length > 2 && /岁(?:及)?以[下内]/.test(labels[0]!) && /岁(?:及)?以上/.test(labels[labels.length - 1]!);

/** 蓄水占32.7%，引水占32.1%，提水占34.3%，调水占3.9%: what excludes each other is no more than all, and one slip makes it all. */
function overfull(parts: readonly Part[], labels: readonly string[], sum: Decimal): boolean {
  const off = sum.minus(Decimal.hundred);
  if (parts.length < 3 || off.sign <= 0 || (off.compare(Decimal.of(parts.length)) <= 0 && off.exponent >= 0))
    return false;
  // 省级占60%，市级占25%，县级占25%
  if (excludes(labels) && !parts.some((x) => x.figure.approximate) && within(sum, Decimal.hundred, 2)) return true;
  if (labels.some((x) => x.length < 2 || qualities.test(x) || states.test(x))) return false;
  if (parts.some((x) => x.figure.approximate || x.figure.value!.exponent >= 0)) return false;
  return parts.some((x) => oneSlip(x.figure, exactAmount(x.figure)!.minus(off)));
}
