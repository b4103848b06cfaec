/**
 * Shares and lists whose whole stands in a paragraph before: 立案5002件。其中：¶经济类提案2133件，占42.6%；¶社会类提案1387件，占27.7%; 累计完成投资57亿元。¶住宅投资42亿元，占总投资的73.5%.
 * Paragraphs hang together loosely, so that nothing is wrong here that one slip of the pen would not explain.
 */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { remember } from '../../remember.ts';
import {
  amountBeside,
  decimals,
  digitsLike,
  judge,
  outside,
  type Passage,
  percentOf,
  show,
  standsForItself,
} from '../passage.ts';
import { wholeName } from '../shares/wholes.ts';
import { oneSlip, slipped, slipWould } from '../slips.ts';
import { ofIndustries } from '../sums/divisions.ts';
import { exactTotal, fits, longestList, note, type Part } from '../sums/parts.ts';
import { meansAcross, openMeans } from './across-means.ts';
import { type AcrossClaim, type Place, type PlacedWhole, type Whole, wholesBefore } from './across-wholes.ts';

/** A share whose whole its own paragraph does not tell. */
interface OpenShare {
  readonly part: FigureToken;
  readonly percent: FigureToken;
  readonly period: string;
  /** What it is a share of; '' where that is not said. */
  readonly noun: string;
  /** The paragraph begins with it. */
  readonly first: boolean;
}

/** Parts of a run of paragraphs that agree before one of them is wrong. */
const fewest = 3;
/** Shares told to fewer digits come out by chance. */
const digits = 3;

const shareOf =
  /^[\u4e00-\u9fa5]{0,8}[，,、（(]?占(?:比(?![例重])|到|了|有)?([^，,。；;、占]{0,14}?)的?(?:比重|比例|份额)?(?:为|达到|达|约为|约)?$/;

/** 税收收入3.6亿元，增长6.9%，税收占财政总收入的比重为53.8%: the part is named again. */
const namedShareOf =
  /^[，,]([\u4e00-\u9fa5]{2,8}?)占([^，,。；;、占]{2,14}?)的?(?:比重|比例|份额)(?:为|达到|达|约为|约)?$/;

/** The first amount of the sentence of `i` that goes by a name; -1 where none does. */
function partByName(p: Passage, i: number, name: string): number {
  let at = -1;
  for (let j = i - 1; j >= 0 && i - j <= longestList && p.same(i, j); j--)
    if (p.lead(j).includes(name) && standsForItself(p, j)) at = j;
  return at;
}

const openShares = remember((facts): readonly OpenShare[] => {
  const { passage: p, claims } = facts.claims!;
  if (!p.text.includes('占')) return [];
  const told = new Set<number>();
  for (const c of claims)
    if (c.verdict === 'ok' || c.verdict === 'mismatch') for (const m of c.members) told.add(m.start);
  const found: OpenShare[] = [];
  for (let i = 1; i < p.list.length; i++) {
    const percent = p.figure(i);
    if (percent.kind !== 'percent' || percent.upper !== undefined || percent.approximate || percent.value === null)
      continue;
    if (!p.same(i - 1, i) || told.has(percent.start)) continue;
    const m = shareOf.exec(outside(p.between(i - 1, i)));
    const n = m !== null ? null : namedShareOf.exec(p.between(i - 1, i));
    const at = m !== null ? i - 1 : n === null ? -1 : partByName(p, i, n[1]!);
    const whole = (m ?? n)?.[m !== null ? 1 : 2];
    if (at < 0 || whole === undefined) continue;
    const part = p.figure(at);
    if (!standsForItself(p, at) || part.value === null || part.approximate) continue;
    found.push({ part, percent, period: p.list[at]!.period, noun: wholeName(whole).noun, first: i === 1 });
  }
  return found;
});

/** The amount that a paragraph begins with: 住宅投资42亿元，增长3%. */
const beginning = remember((facts): { readonly part: Part | undefined } => {
  const { passage: p } = facts.claims!;
  const figure = p.list[0]?.figure;
  const label = figure === undefined ? '' : p.text.slice(0, figure.start);
  const plain = figure !== undefined && standsForItself(p, 0) && figure.value !== null && !figure.approximate;
  return { part: plain && /^[^，,。；;、]{2,20}$/.test(label) ? { figure, label, times: 1 } : undefined };
});

export function* across(places: readonly Place[]): Generator<AcrossClaim> {
  for (let k = 1; k < places.length; k++) {
    const { facts } = places[k]!.passage;
    // most paragraphs leave nothing open: at a keystroke they are asked, and that is all
    if (openMeans(facts).length > 0) yield* meansAcross(places, k);
    if (openShares(facts).length > 0) {
      yield* sharesByName(places, k);
      yield* dividedAgain(places, k);
    }
    if (industries(facts).length > 0) yield* output(places, k);
    if (begins(places, k - 1, k)) yield* run(places, k);
  }
}

/** The output of the three industries, where their paragraph does not tell what they make. */
const industries = remember((facts): readonly Part[] => {
  const { passage: p } = facts.claims!;
  if (!p.text.includes('第三产业') || p.text.includes('生产总值')) return [];
  const first = p.list.findIndex((s) => s.lead.includes('第一产业'));
  const found = first < 0 ? undefined : ofIndustries(p, first, p.text.length, p.figure(first).base);
  return found?.every((x) => x.figure.value !== null && !x.figure.approximate) ? found : [];
});

/** 国内生产总值227亿元。¶分产业看，第一产业17亿元，第二产业111亿元，第三产业99亿元. */
function* output(places: readonly Place[], k: number): Generator<AcrossClaim> {
  const parts = industries(places[k]!.passage.facts);
  const product = wholesBefore(places, k).find(
    ({ whole }) =>
      whole.figure.base === parts[0]!.figure.base && /生产总值(?:达到|达|为|实现|完成)?$/.test(whole.label),
  );
  if (product === undefined) return;
  const { figure } = product.whole;
  const right = fits(figure, parts, parts.length);
  if (right || slipped(parts, figure))
    yield sumClaim(
      product,
      parts.map((x) => ({ at: k, part: x })),
      right,
    );
}

/** The paragraph before ends with a colon, so that this one begins a list. */
const opens = (p: Passage): boolean => /[：:]$/.test(p.text.trimEnd());
const begins = (places: readonly Place[], k: number, next: number): boolean =>
  places[next]!.paragraph - places[k]!.paragraph === 1 && opens(places[k]!.passage);

/** 占房地产开发总投资的73.54%: of an amount told by that name a paragraph or two before. */
function* sharesByName(places: readonly Place[], k: number): Generator<AcrossClaim> {
  for (const share of openShares(places[k]!.passage.facts)) {
    if (share.noun.length < 2) continue;
    const named = wholesBefore(places, k).filter(({ whole }) => isWhole(whole, share));
    const right = named.find(({ whole }) => shareFits(share, whole.figure));
    // one name for two amounts of a paragraph is a name for none
    const wrong = named.find(
      ({ at, whole }) => named.filter((x) => x.at === at).length === 1 && mistyped(share, whole.figure),
    );
    const found = right ?? wrong;
    if (found !== undefined)
      yield shareClaim(share, k, found.whole.figure, found.at, right !== undefined ? 'ok' : 'mismatch');
  }
}

/** 按行业分, 从区域看: one whole is parted anew, paragraph by paragraph. */
const dividing = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.]?)?(?:按|从|分)[^，,。；;]{1,10}[分看][，,：:]/;
/** Paragraphs back in which a whole that is parted several times may stand. */
const farthest = 6;

/** 法人单位2179万个。¶按行业分，居前三位的是：批发业650万个，占29.8%；制造业327万个，占15.0%；…: shares of one whole, which all but one of them tell. */
function* dividedAgain(places: readonly Place[], k: number): Generator<AcrossClaim> {
  const p = places[k]!.passage;
  if (!dividing.test(p.text)) return;
  const open = openShares(p.facts).filter((x) => x.noun === '' && x.part.base === openShares(p.facts)[0]!.part.base);
  if (open.length < fewest || !open.some((x) => long(x.percent))) return;
  for (const { at, whole } of wholesBefore(places, k, farthest)) {
    const { figure } = whole;
    if (figure.base !== open[0]!.part.base || !long(figure)) continue;
    const off = open.filter((x) => !shareFits(x, figure));
    if (off.length > 1) continue;
    for (const share of open) yield shareClaim(share, k, figure, at, share === off[0] ? 'mismatch' : 'ok');
    return;
  }
}

const isWhole = (w: Whole, share: OpenShare): boolean =>
  w.figure.base === share.part.base &&
  (w.period === share.period || w.period === '' || share.period === '') &&
  exactAmount(w.figure)!.compare(exactAmount(share.part)!) >= 0 &&
  w.label.includes(share.noun);

const shareFits = ({ part, percent }: OpenShare, whole: FigureToken): boolean =>
  judge(percentOf(amountBeside(part, whole), amountBeside(whole, part), decimals(percent)), percent) !== 'mismatch';

const shareMade = ({ part, percent }: OpenShare, whole: FigureToken): Decimal =>
  exactAmount(part)!.times(Decimal.hundred).over(exactAmount(whole)!, -decimals(percent));

/** Told to so many digits that it does not come out by chance. */
const long = (f: FigureToken): boolean => f.value!.coefficient.toString().length >= digits;

/** Another digit in one of the three would make it right. */
function mistyped(share: OpenShare, whole: FigureToken): boolean {
  const { part, percent } = share;
  if (!long(percent)) return false;
  const gives = (x: Decimal, y: Decimal): boolean =>
    y.sign > 0 && judge(percentOf({ low: x, high: x }, { low: y, high: y }, decimals(percent)), percent) === 'ok';
  return (
    oneSlip(percent, shareMade(share, whole)) ||
    slipWould(part, (x) => gives(x, exactAmount(whole)!)) ||
    slipWould(whole, (y) => gives(exactAmount(part)!, y))
  );
}

function shareClaim(
  share: OpenShare,
  k: number,
  whole: FigureToken,
  b: number,
  verdict: 'ok' | 'mismatch',
): AcrossClaim {
  const { part, percent } = share;
  const value = shareMade(share, whole);
  return {
    type: 'share',
    verdict,
    note: () => `${show(part)}÷${show(whole)}=${value}%`,
    members: [
      { at: b, figure: whole },
      { at: k, figure: part },
      { at: k, figure: percent },
    ],
    blamed: { at: k, figure: percent },
    digits: value.shift(-percent.exponent).toString(),
  };
}

/** Paragraphs that each begin with a part of what the one before them tells. */
function* run(places: readonly Place[], k: number): Generator<AcrossClaim> {
  const base = beginning(places[k]!.passage.facts).part?.figure.base;
  if (base === undefined) return;
  let end = k;
  while (end < places.length && end - k < longestList && continues(places, k, end, base)) end++;
  if (end - k < 2) return;
  const found = wholesBefore(places, k).filter((x) => x.whole.figure.base === base);
  yield* listed(places, k, end, found);
  yield* shared(places, k, end, found);
}

const continues = (places: readonly Place[], k: number, n: number, base: string): boolean =>
  places[n]!.paragraph - places[k]!.paragraph === n - k &&
  beginning(places[n]!.passage.facts).part?.figure.base === base;

function* listed(
  places: readonly Place[],
  k: number,
  end: number,
  found: readonly PlacedWhole[],
): Generator<AcrossClaim> {
  const parts = places.slice(k, end).map((x) => beginning(x.passage.facts).part!);
  const n = parts.length;
  const right = found.find(({ whole }) => fits(whole.figure, parts, n));
  const wrong =
    right === undefined && n >= fewest
      ? found.find(({ whole }) => long(whole.figure) && slipped(parts, whole.figure))
      : undefined;
  const told = right ?? wrong;
  if (told === undefined) return;
  yield sumClaim(
    told,
    parts.map((part, j) => ({ at: k + j, part })),
    right !== undefined,
  );
}

function sumClaim(
  { at, whole: { figure } }: PlacedWhole,
  parts: readonly { readonly at: number; readonly part: Part }[],
  right: boolean,
): AcrossClaim {
  const all = parts.map((x) => x.part);
  return {
    type: 'sum',
    verdict: right ? 'ok' : 'mismatch',
    note: () => note(all, all.length, figure),
    members: [{ at, figure }, ...parts.map((x) => ({ at: x.at, figure: x.part.figure }))],
    blamed: { at, figure },
    digits: digitsLike(exactTotal(all, all.length), figure),
  };
}

/** All but one are shares of one amount: that one is wrong. */
function* shared(
  places: readonly Place[],
  k: number,
  end: number,
  found: readonly PlacedWhole[],
): Generator<AcrossClaim> {
  const shares: { readonly at: number; readonly share: OpenShare }[] = [];
  for (let at = k; at < end; at++) {
    const share = openShares(places[at]!.passage.facts).find((x) => x.first && x.noun === '');
    if (share !== undefined) shares.push({ at, share });
  }
  if (shares.length < fewest) return;
  for (const { at: b, whole } of found) {
    const { figure } = whole;
    const off = shares.filter((x) => !shareFits(x.share, figure));
    if (off.length > 1) continue;
    for (const { at, share } of shares) yield shareClaim(share, at, figure, b, off[0]?.at === at ? 'mismatch' : 'ok');
    return;
  }
}
