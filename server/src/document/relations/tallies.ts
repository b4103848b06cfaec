/**
 * 处分17004人。处分厅级干部35人，处级干部359人，…，其他人员10773人: a sentence that tells nothing but parts, of an amount told before it. No word says that they leave
 * nothing out, so that a sum that is wrong must be long and one slip of the pen away.
 */
import type { FigureToken } from '../figures.ts';
import { bare, completes, exactTotal, fits, longestList, type Part } from './parts.ts';
import { type Claim, leavesBrackets, outside, type Passage, quantity } from './passage.ts';
import { sumClaim, tellsItself } from './rows.ts';
import { digitsOf, slipped, within } from './slips.ts';

/** Amounts that are taken for a list where no word says so. */
const fewest = 3;
/** A list of so many is one, however it is marked. */
const many = 6;
/** Digits of a whole that does not come out by chance; fewer where the last part is all others. */
const digits = 4;
const digitsWithRest = 3;
/** Sentences before a list in which its whole may stand. */
const reach = 4;

/** What stands between one part and the next: a share or what it grew by may go before the mark. */
const mark = /^[^，,。；;：:、\d]{0,8}([，,；;、])(?:[^，,。；;：:、\d]{0,8}[，,])?[^，,。；;：:\d]{1,24}$/;
const ends = /其中|合计|总计|共计|累计|另外|此外|同时|以上|还有|(?<![公中])共(?!产|同|建|享|青|和|用)|平均|均/;
const isWhole = /(?:共|合计|总计|总[数量额]|累计)(?:为|达到?|有)?$/;

export function* tallies(p: Passage): Generator<Claim> {
  if (p.list.length <= fewest) return;
  for (let i = 1; i < p.list.length; i++) {
    if (p.same(i - 1, i)) continue;
    const parts = partsFrom(p, i);
    if (parts.length < fewest) continue;
    const found = talliedWith(p, i, parts);
    if (found !== undefined) yield found;
  }
}

/** The parts that a sentence begins with, and nothing else in it but their shares and what they changed by. */
function partsFrom(p: Passage, i: number): readonly Part[] {
  const first = p.figure(i);
  const lead = p.lead(i);
  if (!tellsItself(p, i) || isWhole.test(lead) || /其中/.test(lead)) return [];
  const parts: Part[] = [{ figure: first, label: lead, times: 1 }];
  const open = p.sentence(i).start;
  for (let j = i + 1; j < p.list.length && p.same(i, j); j++) {
    const f = p.figure(j);
    if (!quantity(f) || leavesBrackets(p.text.slice(f.end, Math.min(p.sentence(i).end, f.end + 40)))) continue;
    if (!tellsItself(p, j)) continue;
    const label = outside(p.between(j - 1, j));
    if (f.base !== first.base || ends.test(label)) break;
    if (!mark.test(label) || parts.length === longestList) return [];
    parts.push({ figure: f, label, times: 1 });
  }
  return leavesBrackets(p.text.slice(open, first.start)) ? [] : parts;
}

function talliedWith(p: Passage, i: number, parts: readonly Part[]): Claim | undefined {
  const n = parts.length;
  const { sentence } = p.list[i]!;
  const wholes: { readonly figure: FigureToken; readonly back: number }[] = [];
  for (let k = i - 1; k >= 0 && sentence - p.list[k]!.sentence <= reach; k--) {
    const figure = p.figure(k);
    if (figure.base !== parts[0]!.figure.base || !tellsItself(p, k) || leavesBrackets(p.between(k, i))) continue;
    wholes.push({ figure, back: sentence - p.list[k]!.sentence });
  }
  const right = wholes.find(({ figure }) => digitsOf(figure) > 1 && fits(figure, parts, n));
  if (right !== undefined) return sumClaim(right.figure, parts, true);
  const labels = parts.map((x) => bare(x.label));
  const rest = completes(labels, parts[n - 1]!.label);
  const near = wholes.filter(({ figure, back }) => {
    if (back > 1 && n < many) return false;
    return digitsOf(figure) >= (rest ? digitsWithRest : digits) && slipped(parts, figure);
  });
  const [only] = near;
  if (only === undefined || near.length > 1 || !within(exactTotal(parts, n), exactTotal([partOf(only.figure)], 1), 5))
    return undefined;
  return sumClaim(only.figure, parts, false);
}

const partOf = (figure: FigureToken): Part => ({ figure, label: '', times: 1 });
