/**
 * A whole and its parts told without a word that says so: 完成投资1441.5亿元。公路完成投资1313.8亿元，其中…。港口完成投资71.0亿元。…, a sentence for each;
 * 案件62件，监督52件；执行10件；跟进0件, where even what there is none of is told.
 */
import { parseHanInteger } from '../../../text/numerals.ts';
import { type Claim, leavesBrackets, type Passage, quantity, standsForItself } from '../passage.ts';
import { digitsOf, slipped } from '../slips.ts';
import { bare, completes, fits, longestList, type Part, sumClaim } from './parts.ts';

/** 以上三项合计, 上述各项共: what is added up, and how many there are. */
const above =
  /^(?:以上|上述|前述|各项)([两二三四五六七八九十]?)[项类个部分方面笔家地处者]*[^，,。；;\d]{0,8}?(?:合计|共计|总计|共|总额|总量)[^，,。；;\d]{0,6}$/;

/** Sentences or amounts that are taken for a list where no word says so. */
const fewestSentences = 3;
const fewestAmounts = 4;
/** Digits of a whole that does not come out by chance. */
const digits = 4;

export function* sentenceLists(p: Passage): Generator<Claim> {
  if (p.list.length < fewestSentences) return;
  const firsts = firstAmounts(p);
  for (let k = 0; k + fewestSentences < firsts.length; k++) {
    const found = afterwards(p, firsts, k);
    if (found === undefined) continue;
    yield found;
    break;
  }
  for (const i of firsts) {
    const found = tabulated(p, i) ?? ofAbove(p, i) ?? verbAgain(p, i);
    if (found !== undefined) yield found;
  }
}

/** The amount that each sentence begins with, by its index. */
function firstAmounts(p: Passage): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < p.list.length; i++) {
    if (i > 0 && p.same(i - 1, i)) continue;
    if (given(p, i)) found.push(i);
  }
  return found;
}

const given = (p: Passage, i: number): boolean =>
  standsForItself(p, i) && p.figure(i).value !== null && !p.figure(i).approximate;

/** 完成投资: what the amount is of, as far as it is told last. */
const noun = (p: Passage, i: number): string =>
  p
    .lead(i)
    .replace(/(?:达到|达|为|共)$/, '')
    .slice(-2);

function afterwards(p: Passage, firsts: readonly number[], k: number): Claim | undefined {
  const whole = p.figure(firsts[k]!);
  if (digitsOf(whole) < digits) return undefined;
  const parts: Part[] = [];
  for (let n = k + 1; n < firsts.length && parts.length < longestList; n++) {
    const i = firsts[n]!;
    const next = p.list[i]!.sentence - p.list[firsts[n - 1]!]!.sentence === 1;
    if (!next || p.figure(i).base !== whole.base || noun(p, i) !== noun(p, firsts[k]!)) break;
    parts.push({ figure: p.figure(i), label: p.lead(i), times: 1 });
  }
  const n = parts.length;
  if (n < fewestSentences) return undefined;
  const right = fits(whole, parts, n);
  return right || slipped(parts, whole) ? sumClaim(whole, parts, right) : undefined;
}

/** Every amount of the sentence behind the first is a part, and of one of them there is none. */
function tabulated(p: Passage, i: number): Claim | undefined {
  const whole = p.figure(i);
  if (!whole.whole || whole.exponent !== 0) return undefined;
  const parts: Part[] = [];
  for (let j = i + 1; j < p.list.length && p.same(i, j); j++) {
    const f = p.figure(j);
    const label = p.between(j - 1, j);
    if (!quantity(f) || f.base !== whole.base || !given(p, j) || !part.test(label)) return undefined;
    if (parts.push({ figure: f, label, times: 1 }) > longestList) return undefined;
  }
  const n = parts.length;
  if (n < fewestAmounts || parts.every((x) => x.figure.value!.sign > 0)) return undefined;
  const right = fits(whole, parts, n);
  return right || slipped(parts, whole, 0) ? sumClaim(whole, parts, right) : undefined;
}
const part = /^[，,；;、][^，,。；;：:（(]{2,24}$/;

/** 处分9455人（其中党纪处分8521人）。处分厅级干部42人，处级干部546人，…: the next sentence says of whom that is told, and says it of all. */
function verbAgain(p: Passage, i: number): Claim | undefined {
  const verb = p.lead(i).slice(0, 2);
  const { base } = p.figure(i);
  if (i === 0 || p.same(i - 1, i) || p.lead(i).length < 4) return undefined;
  let w = i - 1;
  while (w >= 0 && i - w < reach && (p.figure(w).base !== base || leavesBrackets(p.between(w, i)))) w--;
  if (w < 0 || i - w >= reach || p.list[i]!.sentence - p.list[w]!.sentence !== 1 || !given(p, w)) return undefined;
  if (
    !p
      .lead(w)
      .replace(/[了共]+$/, '')
      .endsWith(verb)
  )
    return undefined;
  const parts: Part[] = [];
  for (let j = i; j < p.list.length && p.same(i, j); j++) {
    const label = j === i ? p.lead(i) : p.between(j - 1, j);
    if (p.figure(j).base !== base || !given(p, j) || (j > i && !part.test(label))) return undefined;
    if (parts.push({ figure: p.figure(j), label, times: 1 }) > longestList) return undefined;
  }
  const n = parts.length;
  const whole = p.figure(w);
  if (n < fewestSentences) return undefined;
  const right = fits(whole, parts, n);
  const all = completes(parts.map((x) => bare(x.label)), bare(parts[n - 1]!.label).replace(/^.*等(?=其他)/, '')); // biome-ignore format: one call
  const sure = (all || (n >= fewestAmounts && digitsOf(whole) >= 3)) && slipped(parts, whole);
  return right || sure ? sumClaim(whole, parts, right) : undefined;
}
/** Amounts back at which the whole may stand. */
const reach = 4;

/** 财政资金3200万元。社会资金1800万元。以上两项合计5000万元: the amounts before, as many as are told. */
function ofAbove(p: Passage, i: number): Claim | undefined {
  const whole = p.figure(i);
  const told = above.exec(p.lead(i))?.[1];
  if (told === undefined) return undefined;
  const count = told === '' ? 0 : (parseHanInteger(told === '两' ? '二' : told) ?? 0);
  const all: number[] = [];
  for (let k = i - 1; k >= 0 && all.length < longestList; k--)
    if (p.figure(k).base === whole.base && given(p, k)) all.unshift(k);
  const heads = all.filter((k, n) => n === 0 || !p.same(k, all[n - 1]!));
  const lists = [all, heads].map((list) => partsOf(p, count === 0 ? list : list.slice(-count)));
  const right = lists.find((parts) => parts.length > 1 && fits(whole, parts, parts.length));
  if (right !== undefined) return sumClaim(whole, right, true);
  const sure = lists.find((parts) => parts.length === count && count > 1);
  return sure !== undefined && slipped(sure, whole, 0) ? sumClaim(whole, sure, false) : undefined;
}

const partsOf = (p: Passage, list: readonly number[]): readonly Part[] =>
  list.map((k) => ({ figure: p.figure(k), label: p.lead(k), times: 1 }));
