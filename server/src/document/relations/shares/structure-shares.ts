/**
 * Shares and ratios of amounts that are told before by name: 第一产业增加值88亿元…第一产业增加值占地区生产总值比重为7.3%，第二产业增加值比重为39.9%;
 * 城镇居民人均可支配收入38484元…农村…18697元…城乡居民收入比为2.06.
 */
import { Decimal } from '../../../text/decimal.ts';
import { lowerBound } from '../../../text/span.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { canonicalIndicator, isIndicator } from '../../lexicon/figure-words.ts';
import { pairAt } from '../growth/pairs.ts';
import { type Claim, claim, type Passage, quantity, show } from '../passage.ts';
import { percentClaim } from './percent-claim.ts';

/** How far back a name is looked for. */
const reach = 30;

const shareNamed =
  /(?:^|[，,；;。、）)])(?:其中)?([^，,。；;、占（(）)]{3,14}?)占([^，,。；;、占（(）)]{3,14}?)的?(?:比重|比例|份额)(?:为|达到|达|约为)?$/;
const nextNamed = /^[，,；;、]([^，,。；;、占（(）)]{3,14}?)的?(?:所占)?(?:比重|比例)(?:为|达到|达|约为)?$/;

export function* sharesByName(p: Passage): Generator<Claim> {
  if (!p.text.includes('比重') && !p.text.includes('比例')) return;
  let whole = -1;
  let sentence = -1;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.kind !== 'percent' || f.upper !== undefined || f.value === null) continue;
    const lead = p.lead(i);
    if (!lead.includes('比')) continue;
    const m = shareNamed.exec(lead);
    const next = m === null && whole >= 0 && sentence === p.list[i]!.sentence ? nextNamed.exec(lead) : null;
    if (m !== null) {
      whole = named(p, i, m[2]!);
      sentence = p.list[i]!.sentence;
    }
    const name = m?.[1] ?? next?.[1];
    if (name === undefined || whole < 0) continue;
    const part = named(p, i, name);
    if (part < 0 || p.figure(part).base !== p.figure(whole).base || p.list[part]!.period !== p.list[whole]!.period)
      continue;
    const [x, y] = [p.figure(part), p.figure(whole)];
    if (exactAmount(x)!.compare(exactAmount(y)!) > 0) continue;
    const sure = !(x.approximate || y.approximate || f.approximate);
    const found = percentClaim('share', x, y, f, sure);
    if (found !== undefined) yield found;
  }
}

/** The one amount before that goes by a name; -1 where none does, or two that differ. */
function named(p: Passage, i: number, name: string): number {
  const own = name.replace(/^(?:全[市县省区国]|我[市县省区国])/, '');
  const canonical = canonicalIndicator(own);
  let at = -1;
  for (let k = i - 1; k >= 0 && i - k < reach; k--) {
    const s = p.list[k]!;
    if (
      !quantity(s.figure) ||
      s.figure.value === null ||
      s.figure.upper !== undefined ||
      s.aspect !== 'level' ||
      s.target
    )
      continue;
    if (s.carried || p.aside(k)) continue;
    const same = isIndicator(own) ? s.indicator === canonical : s.phrase === own || s.indicator === own;
    if (!same) continue;
    if (at >= 0) return -1;
    at = k;
  }
  return at;
}

const ofIncomes = '城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:差距|之)?(?:比值?|比率|倍差)';
const led = '(?:为|(?:缩小|下降|降|扩大)[到至为])';
const ratioNow = new RegExp(
  `${ofIncomes}(?:[\u4e00-\u9fa5]{2,6}[，,])?(?:[^，,。；;\\d]{0,4}|[由从][^，,。；;\\d]{0,8}[\\d.]{1,6}(?:[∶:]1)?)${led}$`,
);
/** 城乡收入比由2.52: of what the incomes were. */
const ratioBefore = new RegExp(`${ofIncomes}[由从][^，,。；;\\d]{0,8}$`);
const widestLead = 40;

/** 城乡居民收入比为2.06, 为2.06∶1, 由2.52缩小到2.33: the incomes stand before it. */
export function* incomes(p: Passage): Generator<Claim> {
  if (!p.text.includes('城乡')) return;
  for (const f of p.figures) {
    if (f.kind !== 'number' && f.kind !== 'ratio') continue;
    const stated = f.kind === 'number' ? f.value : ratioToOne(f);
    const lead = p.text.slice(Math.max(0, f.start - widestLead), f.start);
    const before = ratioBefore.test(lead);
    if (stated === null || !(before || ratioNow.test(lead))) continue;
    const town = income(p, f.start, '城镇居民人均可支配收入', before);
    const country = income(p, f.start, '农村居民人均可支配收入', before);
    if (town === undefined || country === undefined || exactAmount(country)!.sign <= 0) continue;
    yield incomesClaim(town, country, f, stated);
  }
}

function incomesClaim(town: FigureToken, country: FigureToken, f: FigureToken, stated: Decimal): Claim {
  const digits = Math.max(0, -stated.exponent);
  const value = exactAmount(town)!.over(exactAmount(country)!, -digits);
  const off = value.minus(stated);
  const fits = (off.sign < 0 ? off.negate() : off).compare(new Decimal(1n, -digits)) <= 0;
  const rough = town.approximate || country.approximate;
  const verdict = fits ? 'ok' : rough ? 'unsure' : 'mismatch';
  const note = () => `${show(town)}÷${show(country)}=${value}`;
  return { ...claim('multiple', verdict, [town, country, f], f, note, stated.toString()), subject: 'ratio' };
}

const ratioToOne = (f: FigureToken): Decimal | null =>
  f.parts?.length === 2 && f.parts[1]!.equals(Decimal.one) ? f.parts[0]! : null;

/** 城镇、农村常住居民人均可支配收入分别为23894元和14620元. */
const bothIncomes =
  /城镇(?:居民)?[、和与](?:农村|乡村)[^，,。；;、]{0,6}居民人均可支配收入(?:预计)?分别(?:为|是|达到?|实现|完成)*$/;

/** The last income of that name before an offset; what it was `before`, where it is told to have moved. */
function income(p: Passage, at: number, name: string, before: boolean): FigureToken | undefined {
  let last = -1;
  const end = lowerBound(p.list, at, (s) => s.figure.start);
  for (let k = Math.max(0, end - reach); k < end; k++) {
    const s = p.list[k]!;
    if (s.figure.dimension !== 'money' || s.aspect !== 'level' || s.target) continue;
    const both = k > 0 && /^[、和与，]$/.test(p.between(k - 1, k)) && bothIncomes.test(p.lead(k - 1));
    if (both) last = name.startsWith('城') ? k - 1 : k;
    if (both || s.indicator !== name || bothIncomes.test(p.lead(k))) continue;
    if (!s.carried || (k > 0 && pairAt(p, k) !== undefined)) last = k;
  }
  const f = last < 0 ? undefined : before ? formerOf(p, last) : p.figure(last);
  return f?.value === null ? undefined : f;
}

/** 24860元 of 由24860元增加到35420元, where `k` is the latter. */
function formerOf(p: Passage, k: number): FigureToken | undefined {
  const pair = k > 0 ? pairAt(p, k) : undefined;
  return pair === undefined ? undefined : p.figure(pair.from);
}
