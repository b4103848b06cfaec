/** 203个项目完成投资792亿元。按阶段划分，46个投产项目完成投资442亿元，136个…，21个…: what is divided by one mark is divided without rest. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, outside, type Passage, quantity, standsForItself } from '../passage.ts';
import { digitsOf, slipped, within } from '../slips.ts';
import { bare, behind, completes, exactTotal, fits, longestList, type Part, sumClaim } from './parts.ts';

/** 按行业划分, 分产业看, 按规模分: `划分` says that nothing is left out. */
const cue = /(?:^|[。；;，,、\s])(?:按|从|分)[^，,。；;、：:]{1,10}?(划分|分|来看|看|情况(?:是|为|看)?)[，：]/g;
const industries = ['第一产业', '第二产业', '第三产业'];
/** 研究生64人，本科301人，大专及以下135人: the last step has no lower one. */
const lowest = /[及和或]以下/;
/** Sentences before the cue in which the whole may stand. */
const reach = 3;

export function* divisions(p: Passage): Generator<Claim> {
  if (p.text.includes('进出口')) yield* trade(p);
  if (p.text.includes('第三产业') && p.text.includes('生产总值')) yield* output(p);
  if (!/[看分][，：]|情况[是为]?：/.test(p.text)) return;
  const cues = [...p.text.matchAll(cue)];
  for (let c = 0; c < cues.length; c++) {
    const m = cues[c]!;
    const begin = m.index + m[0].length;
    const end = cues[c + 1]?.index ?? p.text.length;
    const first = p.list.findIndex((s) => s.figure.start >= begin);
    if (first < 0 || p.figure(first).start >= end || first === 0) continue;
    const bases = new Set<string>();
    for (let j = first; j < p.list.length && p.figure(j).start < end && p.same(first, j); j++)
      if (given(p, j)) bases.add(p.figure(j).base);
    for (const base of bases) {
      const found = dividedBy(p, first, begin, end, base, m[1] === '划分');
      if (found !== undefined) yield found;
    }
  }
}

/** An amount that can be reckoned with. */
const given = (p: Passage, j: number): boolean => standsForItself(p, j) && p.figure(j).value !== null;

function dividedBy(
  p: Passage,
  first: number,
  begin: number,
  end: number,
  base: string,
  exhaustive: boolean,
): Claim | undefined {
  let parts: Part[] = [];
  for (let j = first; j < p.list.length && p.figure(j).start < end && p.same(first, j); j++) {
    const f = p.figure(j);
    if (f.base !== base || !given(p, j)) continue;
    const lead = outside(p.text.slice(Math.max(begin, j > 0 ? p.figure(j - 1).end : 0), f.start));
    parts.push({ figure: f, label: f.dimension === 'money' ? lead : `${lead}${behind(p, f)}`, times: 1 });
    if (parts.length > longestList) return undefined;
  }
  const three = ofIndustries(p, first, end, base);
  if (three !== undefined) parts = three;
  if (parts.length < 2 || parts.some((x) => x.figure.approximate)) return undefined;
  const wholes: FigureToken[] = [];
  const from = p.list[first]!.sentence - reach;
  for (let k = first - 1; k >= 0 && p.list[k]!.sentence >= from; k--)
    if (p.figure(k).base === base && given(p, k) && p.figure(k).start < begin) wholes.push(p.figure(k));
  if (wholes.length === 0) return undefined;
  const n = parts.length;
  const right = wholes.find((f) => fits(f, parts, n));
  // the amount that the passage begins with is the one divided, unless another fits
  const whole = right ?? wholes.find((f) => slipped(parts, f)) ?? wholes[wholes.length - 1]!;
  const labels = parts.map((x) => bare(x.label));
  const whole3 = three !== undefined || completes(labels, parts[n - 1]!.label) || lowest.test(labels[n - 1]!);
  // 从职业看，工人…，农民…，学生…，其他…: four and more leave nothing out where one slip makes the whole to the digit
  const counted = n >= 4 && digitsOf(whole) >= 4;
  const sure = (exhaustive || whole3 || counted) && !whole.approximate && slipped(parts, whole);
  if (right === undefined && !sure) return undefined;
  return sumClaim(whole, parts, right !== undefined);
}

const product = /(?:地区|国内)?生产总值(?:（GDP）)?(?:达到|达|为|实现|完成|突破)?$/;

/** 生产总值244亿元，其中：第一产业63亿元；第二产业65亿元，其中工业41亿元。第三产业116亿元: what is told of a part may stand between. */
function* output(p: Passage): Generator<Claim> {
  for (let i = 0; i + 3 < p.list.length; i++) {
    if (!given(p, i) || !product.test(p.lead(i))) continue;
    const f = p.figure(i);
    const parts = ofIndustries(p, i + 1, p.text.length, f.base);
    if (parts === undefined || f.approximate || parts.some((x) => x.figure.approximate)) return;
    const right = fits(f, parts, parts.length);
    if (!right && !within(exactTotal(parts, parts.length), exactAmount(f)!, 4) && !slipped(parts, f, 1)) return;
    yield sumClaim(f, parts, right);
    return;
  }
}

/** 分产业看，第一产业212亿元；第二产业8791亿元。其中，…。第三产业12841亿元: sentences may stand between. */
export function ofIndustries(p: Passage, first: number, end: number, base: string): Part[] | undefined {
  const parts: Part[] = [];
  for (let j = first; j < p.list.length && p.figure(j).start < end && parts.length < 3; j++) {
    const f = p.figure(j);
    if (f.base !== base || !given(p, j)) continue;
    const label = p
      .lead(j)
      .replace(/^.*[，,。；;、：:\s]/, '')
      .replace(/^(?:其中|全年|上半年|前三季度|[一二三四]季度)/, '');
    if (label.startsWith(industries[parts.length]!)) parts.push({ figure: f, label, times: 1 });
  }
  return parts.length === 3 ? parts : undefined;
}

const exported = /(?<!进)出口(?:总?[额值])?(?:为|达到|达|完成|实现)?$/;
const imported = /(?<!出)进口(?:总?[额值])?(?:为|达到|达|完成|实现)?$/;
const traded = /进出口(?:贸易)?(?:总?[额值]|总量|规模)?(?:为|达到|达|完成|实现)?$/;

/** 进出口总值23.6万亿元。具体来看，出口13.37万亿元，进口10.23万亿元: the two make the whole, also sentences later. */
function* trade(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    if (!given(p, i) || !imported.test(p.lead(i))) continue;
    let out = i - 1;
    while (out > 0 && i - out < 4 && !quantity(p.figure(out))) out--;
    if (!given(p, out) || !p.same(out, i) || !exported.test(p.lead(out)) || p.figure(out).base !== p.figure(i).base)
      continue;
    let whole = out - 1;
    while (whole > 0 && out - whole < 8 && !(given(p, whole) && p.figure(whole).base === p.figure(i).base)) whole--;
    if (!given(p, whole) || !traded.test(p.lead(whole)) || p.list[i]!.sentence - p.list[whole]!.sentence > 2) continue;
    const f = p.figure(whole);
    const parts = [out, i].map((j): Part => ({ figure: p.figure(j), label: '', times: 1 }));
    if (f.approximate || parts.some((x) => x.figure.approximate || x.figure.start === f.start)) continue;
    const right = fits(f, parts, 2);
    if (!right && !slipped(parts, f)) continue;
    yield sumClaim(f, parts, right);
  }
}
