/**
 * 处分17004人。处分厅级干部35人，处级干部359人，…，其他人员10773人: a sentence that tells nothing but parts, of an amount told before it. No word says that they leave
 * nothing out, so that a sum that is wrong must be long and one slip of the pen away.
 */
import type { FigureToken } from '../../figures.ts';
import { type Claim, leavesBrackets, outside, type Passage } from '../passage.ts';
import { digitsOf, slippedAbout, within } from '../slips.ts';
import { bare, completes, exactTotal, fits, longestList, type Part, partOf, sumClaim } from './parts.ts';
import { tellsItself } from './rows.ts';

/** Amounts that are taken for a list where no word says so. */
const fewest = 3;
/** A list of so many is one, however it is marked. */
const many = 6;
/** Digits of a whole that does not come out by chance; fewer where the last part is all others. */
const digits = 4;
const digitsWithRest = 3;
const digitsOfTopic = 2;
/** 村民小组中，山区97个: what is parted is named again. */
const topicOf = /^[；;]?(?:在|其中)?(?:这些|全部)?([\u4e00-\u9fa5]{2,10})中[，,]/;
/** Sentences before a list in which its whole may stand. */
const reach = 4;
/** What was told of before is meant. */
const again = /^(?:这些|上述|以上|其|按)/;

/** 录用164名。省直28名，市直41名，…: the sentence before ends with the whole, and the next one is four and more parts. */
const ends = (p: Passage, f: FigureToken, i: number, n: number): boolean =>
  n > fewest && p.text[f.end] === '。' && p.sentence(i).start === f.end + 1;

/** ；卫生技术人员中，医生214人: a list of its own begins within a sentence. */
const renewed = /^[；;](?:在)?[\u4e00-\u9fa5]{2,10}中[，,]/;

/** An amount of that name: 186个村民小组, 户籍人口101万人. */
const named = (p: Passage, f: FigureToken, topic: string): boolean =>
  p.text.startsWith(topic.slice(-4), f.end) ||
  p.text.slice(Math.max(0, f.start - 12), f.start).includes(topic.slice(-4));

/** What stands between one part and the next: a share or what it grew by may go before the mark. */
const mark = /^[^，,。；;：:、\d]{0,8}([，,；;、])(?:[^，,。；;：:、\d]{0,8}[，,])?[^，,。；;：:\d]{1,40}$/;
const stops = /其中|合计|总计|共计|累计|另外|此外|同时|还有|(?<![公中])共(?!产|同|建|享|青|和|用)|平均|均/;
const ages = /\d+(?:[-—~～至到]\d+)?(?:周?岁)/g;
const isWhole = /(?:共|合计|总计|总[数量额]|累计)(?:为|达到?|有)?$/;

export function* tallies(p: Passage): Generator<Claim> {
  if (p.list.length < fewest) return;
  for (let i = 1; i < p.list.length; i++) {
    if (p.same(i - 1, i) && !renewed.test(p.lead(i))) continue;
    let first = i;
    while (first + 1 < p.list.length && p.figure(first).base === '岁' && p.same(first + 1, i)) first++;
    const parts = partsFrom(p, first);
    if ((parts.length < fewest && !isFamily(parts)) || isAccount(parts)) continue;
    const found = talliedWith(p, i, parts);
    if (found !== undefined) yield found;
  }
}

/** 210个问题，已整改189个，剩余21个: the first is the whole of the others. */
function isAccount(parts: readonly Part[]): boolean {
  const [first, ...others] = parts;
  if (others.length < 2) return false;
  return exactTotal(others, others.length).equals(exactTotal([first!], 1));
}

/** 男性21万人，女性20万人. */
const isFamily = (parts: readonly Part[]): boolean =>
  parts.length === 2 &&
  completes(
    parts.map((x) => bare(x.label)),
    '',
  );

/** The parts that a sentence begins with, and nothing else in it but their shares and what they changed by. */
function partsFrom(p: Passage, i: number): readonly Part[] {
  const first = p.figure(i);
  const lead = p.lead(i);
  if (!tellsItself(p, i) || isWhole.test(lead) || /其中/.test(lead)) return [];
  const parts: Part[] = [{ figure: first, label: lead, times: 1 }];
  const open = p.sentence(i).start;
  let from = first.end;
  for (let j = i + 1; j < p.list.length && p.same(i, j); j++) {
    const f = p.figure(j);
    // 31至35岁 tells which part it is
    if (f.base === '岁') continue;
    if (!tellsItself(p, j) || leavesBrackets(p.text.slice(f.end, Math.min(p.sentence(i).end, f.end + 40)))) {
      from = f.end;
      continue;
    }
    const label = outside(p.text.slice(from, f.start)).replace(ages, '岁');
    from = f.end;
    if (f.base !== first.base || stops.test(label)) break;
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
  const topic = topicOf.exec(parts[0]!.label)?.[1];
  const near = wholes.filter(({ figure, back }) => {
    if (back > 1 && n < many && !again.test(parts[0]!.label)) return false;
    const length = figure.value!.coefficient.toString().length;
    const least =
      topic !== undefined && named(p, figure, topic)
        ? digitsOfTopic
        : rest || ends(p, figure, i, n)
          ? digitsWithRest
          : digits;
    return length >= least && (least < digits || digitsOf(figure) >= digitsWithRest) && slippedAbout(parts, figure);
  });
  const [only] = near;
  if (only === undefined || near.length > 1 || !within(exactTotal(parts, n), exactTotal([partOf(only.figure)], 1), 5))
    return undefined;
  return sumClaim(only.figure, parts, false);
}
