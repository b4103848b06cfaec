/**
 * A whole and its parts told without a word that says so: 完成投资1441.5亿元。公路完成投资1313.8亿元，其中…。港口完成投资71.0亿元。…, a sentence for each;
 * 案件62件，监督52件；执行10件；跟进0件, where even what there is none of is told.
 */
import { fits, longestList, type Part, sumClaim } from './parts.ts';
import { type Claim, type Passage, quantity, standsForItself } from './passage.ts';
import { digitsOf, slipped } from './slips.ts';

/** Sentences or amounts that are taken for a list where no word says so. */
const fewestSentences = 3;
const fewestAmounts = 4;
/** Digits of a whole that does not come out by chance. */
const digits = 4;

export function* sentenceLists(p: Passage): Generator<Claim> {
  if (p.list.length <= fewestSentences) return;
  const firsts = firstAmounts(p);
  for (let k = 0; k + fewestSentences < firsts.length; k++) {
    const found = afterwards(p, firsts, k);
    if (found === undefined) continue;
    yield found;
    break;
  }
  for (const i of firsts) {
    const found = tabulated(p, i);
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
