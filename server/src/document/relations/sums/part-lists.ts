/** The amounts that a whole may be made of: where their list begins and ends, and which figures are none of them. */
import { charactersOf, holdsAny, roundBracket } from '../../../text/characters.ts';
import type { FigureToken } from '../../figures.ts';
import { increment, outside, type Passage, quantity, reachCharacters } from '../passage.ts';
import { bare, behind, longestList, modifier, type Part } from './parts.ts';

/** Words in a part's label that begin something else than the next part. */
export const breaks =
  /合计|共计|总计|(?:^|[，,；;、。])累计|(?<![公中])共(?!产|同|建|享|青|和|用)|同比|比上|较上|[^其]比|增加(?!值)|增长|减少|下降|平均|[人户生亩师村]均|顺差|逆差|差额|结余|缺口|此外|涉及|(?<!因)目前|截至|同时|总体|达到|提高|今年|去年|明年/;

/** Whether a statement can be a whole or a part: an amount, or a share in per cent. */
export const additive = (p: Passage, i: number): boolean => {
  const f = p.figure(i);
  if (f.kind === 'percent') return p.list[i]!.aspect === 'share';
  return quantity(f) && p.list[i]!.aspect !== 'yearly' && f.upper === undefined;
};

/** Where a bracket opens in `text` that does not close there; -1 when none does. */
export function lastOpen(text: string): number {
  let depth = 0;
  for (let k = text.length - 1; k >= 0; k--) if ((depth -= roundBracket(text.charCodeAt(k))) < 0) return k;
  return -1;
}

const leftOut = /[（(](?:不含|不包括|未含|未计)[^（）()]*$/;

/** 总产28.8万吨，亩产450公斤，其中…: a mean is no part. */
const isMean = (lead: string): boolean => holdsAny(lead, mayMean) && mean.test(lead);
const mean = /(?:[亩户人村日月]均|亩产|单产|平均)[^，,。；;、]{0,6}$/;
const mayMean = charactersOf('均产');

/** The next figure with the same base within `reach` characters, in this sentence or in one that begins with 其中. */
export function nextOfBase(p: Passage, i: number, reach: number): number {
  const whole = p.figure(i);
  for (let j = i + 1; j < p.list.length; j++) {
    const f = p.figure(j);
    if (f.start - whole.end > reach) return -1;
    if (!p.same(i, j) && !/。[^，。]{0,2}(?:其中|分别)/.test(p.text.slice(whole.end, f.start))) return -1;
    if (f.base !== whole.base) continue;
    // 118人（不含附条件的5人），其中…
    if (leftOut.test(p.text.slice(whole.end, f.start)) || isMean(p.lead(j))) continue;
    if (
      (p.aside(j) || (f.kind === whole.kind && !f.bare && p.list[j]!.aspect === 'change')) &&
      !p.text.slice(whole.end, f.start).includes('其中')
    )
      continue;
    if (f.kind === whole.kind && !f.bare && !modifier(p, j)) return additive(p, j) ? j : -1;
  }
  return -1;
}

export function closing(text: string, open: number): number {
  let depth = 0;
  const last = Math.min(text.length, open + reachCharacters);
  for (let k = open; k < last; k++) {
    const c = text[k];
    if (c === '（' || c === '(') depth++;
    else if ((c === '）' || c === ')') && --depth === 0) return k;
    else if (c === '。') return k;
  }
  return last;
}

/** Amounts that may be parts; `cut` of them stand before the first ； of a list whose parts no ； parts (0: all). */
interface Collected {
  readonly parts: Part[];
  readonly cut: number;
}

const nothing: Collected = { parts: [], cut: 0 };

/** `gained`: what is parted is how much more there is, so that every part ends with this word. */
export function collect(
  p: Passage,
  i: number,
  first: number,
  begin: number,
  end: number,
  paren: boolean,
  gained = '',
): Collected {
  const whole = p.figure(i);
  const parts: Part[] = [];
  let cut = 0;
  let from = begin;
  let told = '';
  for (let j = first; j < p.list.length; j++) {
    const f = p.figure(j);
    if (f.start >= end) break;
    const label = told + p.text.slice(from, f.start);
    if (parts.length > 0 && tellsOfPart(f, whole, label, gained)) {
      told = '';
      from = f.end;
      continue;
    }
    // 综合救援队3支、420人: what names the 3支 names the 420人 too
    if (f.base !== whole.base && quantity(f) && !modifier(p, j)) {
      told = label.replace(/[、，]$/, '');
      from = f.end;
      continue;
    }
    if (f.base !== whole.base || f.kind !== whole.kind || modifier(p, j)) continue;
    if (f.bare === true || (!paren && depthOf(p.text, begin, f.start) > 0)) continue;
    if (!label.endsWith(gained)) return nothing;
    const named = gained === '' ? label : label.slice(0, -gained.length);
    if (endsList(p, j, parts, outside(named)) || !additive(p, j)) break;
    if (f.upper !== undefined || parts.length === longestList) return nothing;
    parts.push({ figure: f, label: named, times: timesOf(label) });
    from = f.end;
    told = '';
    if (cut === 0 && endsGroup(p.text, begin, f, parts.length, label)) cut = parts.length;
  }
  return { parts: namedBehind(p, parts), cut: cut === parts.length ? 0 : cut };
}

/** A figure that tells of the part before it: what it grew by, or a part of that part. */
function tellsOfPart(f: FigureToken, whole: FigureToken, label: string, gained: string): boolean {
  // 37.11亿元，增长2.6%；第二产业…: what a part grew by names nothing
  if (f.kind !== whole.kind) return f.kind === 'percent' || f.kind === 'percentage-point';
  if (f.base !== whole.base) return false;
  // 企业4200万户，企业中的外商投资企业64万户: part of a part
  return (gained === '' && increment(label)) || nested.test(label);
}

/** Amount `j`, whose label is `own` without its brackets, begins something else than the next part. */
function endsList(p: Passage, j: number, parts: readonly Part[], own: string): boolean {
  const last = parts[parts.length - 1];
  if (last === undefined) return false;
  // 死亡3人，百万吨死亡率为0.9人; 占年度任务4.5万亩的108%
  if (/率(?:为|达到?)?$/.test(own) || (p.aside(j) && /占[^，,]*$/.test(own))) return true;
  if (breaks.test(own) || own.includes('其中') || own.includes('。')) return true;
  // 38个国定贫困县、15个省定贫困县，有9237个贫困村: another list begins
  return parts.length > 1 && last.label.includes('、') && begins.test(own);
}

/** 生物、物理各1枚: how many times the amount counts. */
const timesOf = (label: string): number =>
  /各(?:有|占)?$/.test(label) ? (label.replace(/^[，；;,]/, '').match(/[、和与及]/g)?.length ?? 0) + 1 : 1;

/** A list with 、 or ， between its `n` parts ends at the first ；, which stands behind `f`. */
const endsGroup = (text: string, begin: number, f: FigureToken, n: number, label: string): boolean =>
  '；;'.includes(text[f.end] ?? '\n') &&
  (n > 1 ? joinsParts.test(outside(label)) : text.slice(begin, f.start).includes('、')) &&
  !/[；;]/.test(text.slice(begin, f.start));

/** 其中38个国定贫困县、15个省定贫困县: every part is named behind its figure, not before it. */
function namedBehind(p: Passage, parts: Part[]): Part[] {
  if (parts.length < 2 || bare(parts[0]!.label) !== '') return parts;
  const names = parts.map((x) => behind(p, x.figure));
  if (names.some((x, k) => x.length < 2 || (k + 1 < parts.length && !parts[k + 1]!.label.startsWith(x)))) return parts;
  return parts.map((x, k) => ({ ...x, label: k === 0 ? names[0]! : x.label.slice(names[k - 1]!.length) + names[k]! }));
}

const begins = /^[\u4e00-\u9fa5]{0,8}[，,](?:还|另|共)?有$/;
const nested = /[\u4e00-\u9fa5]{2}(?:之?中的|当中的?|里的)[\u4e00-\u9fa5]/;
const joinsParts = /^[、，,和及与]/;

/** How deep in brackets an offset stands, counted from `from`. */
export function depthOf(text: string, from: number, at: number): number {
  let depth = 0;
  for (let k = from; k < at; k++) depth = Math.max(0, depth + roundBracket(text.charCodeAt(k)));
  return depth;
}
