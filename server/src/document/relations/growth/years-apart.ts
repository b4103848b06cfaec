/**
 * 去年我们化解积案80件。今年已经化解100件，增长25%: the year before is told in a sentence or a clause of its own, and what is told of this year grew from it.
 */
import { type Claim, type Passage, quantity } from '../passage.ts';
import { consecutive, differenceClaim, growthClaim, level } from './reckoned.ts';

/** `，比去年增长`: since when, and which way. */
const grown =
  /^[，,](?:((?![比较同])[\u4e00-\u9fa5]{2,6}?)(?:总?数|总?量|总?额|件数|人数|起数)?)?(?:(同比)|((?:比|较)(?:去年|上年|上一年|前一年))的?)?(?:净)?(?:(增长|增加|上升|提高|提升|增|多)|(?:下降|减少|降低|减|少))(?:了|出)?(?:约|近)?$/;
const ofYear = /(?:去年|上年|上一年|今年|\d{4}年)/g;
/** A part of a year, told on the one side alone, is compared with another part. */
const partOfYear = /\d月|[一二三四1-4]季度|半年|同期|截至|目前|年初|前.{1,3}个月|以来/;
/** What says nothing of what is counted. */
const fillers =
  /去年|上年|上一年|今年|\d{4}年|截至目前|目前|我们?|全[县市区省镇乡校院局村]|[我本][县市区省镇乡校院局村]|已经?|累计|总共|共|又|再|就|只|实际|全年|全部|达到?|[，,了为有是的达]/g;
/** Amounts back among which the year before is looked for. */
const reach = 4;
/** How much of what is told before an amount is looked at, in characters. */
const longest = 40;

export function* yearsApart(p: Passage): Generator<Claim> {
  if (p.text.includes('百分点')) {
    yield* ratesApart(p);
    yield* paceApart(p);
  }
  if (!/[去上]年|\d年/.test(p.text)) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.upper !== undefined || f.value === null || !p.same(i - 1, i)) continue;
    const b = p.figure(i - 1);
    if (!quantity(b) || !level(b) || (f.kind !== 'percent' && f.base !== b.base)) continue;
    const way = grown.exec(p.between(i - 1, i));
    const now = way === null ? undefined : toldOf(p, i - 1);
    const a = now === undefined ? -1 : yearBefore(p, i - 1, now, way![3] !== undefined);
    // 发案3780起，发案数下降10%: what fell is named again
    const renamed = way?.[1]?.replace(/^[总]/, '') ?? '';
    if (a < 0 || !p.lead(i - 1).includes(renamed.slice(0, 2))) continue;
    const up = way![4] !== undefined;
    if (f.kind === 'percent') yield growthClaim(p, p.figure(a), b, f, 1, !up);
    else if (quantity(f))
      yield up ? differenceClaim(p.figure(a), b, f, true, true) : differenceClaim(b, p.figure(a), f, true, true);
  }
}

/** ，本学期降到; ，今年提高到: what a rate told before has become. */
const become =
  /^[，,](?:到)?(?:今年|本学期|这学期|本学年|本月|本季度|现在|目前|如今|\d{4}年)[^，,。；;、\d]{0,6}?(?:(?:提高|上升|提升|增加|增|升)|(?:下降|降低|减少|降|减))(?:到|至|为)$/;
const byPoints = /^[，,](?:(提高|上升|提升|增加|增长|升)|(?:下降|降低|减少|降))(?:了)?$/;

/** 上学期补考率为8%，本学期降到5%，下降3个百分点. */
function* ratesApart(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (f.kind !== 'percentage-point' || a.kind !== 'percent' || b.kind !== 'percent' || !p.same(i - 2, i)) continue;
    if (a.upper !== undefined || b.upper !== undefined || !become.test(p.between(i - 2, i - 1))) continue;
    if (!/[率度面比例重为是]$/.test(p.lead(i - 2))) continue;
    const way = byPoints.exec(p.between(i - 1, i));
    if (way !== null)
      yield way[1] === undefined ? differenceClaim(b, a, f, true, true) : differenceClaim(a, b, f, true, true);
  }
}

const faster = /^[，,](?:增[幅速]|增长率)?(?:比去年)?(?:(提高|加快|上升|扩大)|(?:回落|放缓|下降|收窄))(?:了)?$/;
const growthOf = (year: string): RegExp => new RegExp(`(?:^|[，,。；;])${year}([\\u4e00-\\u9fa5]{0,10}?)增长$`);
const lastYears = growthOf('(?:去年|上年)');
const thisYears = growthOf('今年');

/** 去年财政收入增长8%。今年增长10%，增幅提高2个百分点. */
function* paceApart(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (f.kind !== 'percentage-point' || a.kind !== 'percent' || b.kind !== 'percent' || !p.same(i - 1, i)) continue;
    if (a.upper !== undefined || b.upper !== undefined || p.list[i]!.sentence - p.list[i - 2]!.sentence > 1) continue;
    const [then, now] = [lastYears.exec(p.lead(i - 2)), thisYears.exec(p.lead(i - 1))];
    if (then === null || now === null || !then[1]!.includes(now[1]!)) continue;
    const way = faster.exec(p.between(i - 1, i));
    if (way === null) continue;
    yield way[1] === undefined ? differenceClaim(b, a, f, true, true) : differenceClaim(a, b, f, true, true);
  }
}

/** What is told before an amount: of which year, and of what. */
interface Told {
  readonly year: string;
  readonly subject: string;
  readonly part: boolean;
}

/** What the words before amount `j` tell, from the amount before it or its sentence's beginning; undefined where they name no year. */
function toldOf(p: Passage, j: number): Told | undefined {
  if (!p.standsForItself(j) || p.list[j]!.target || p.figure(j).value === null) return undefined;
  const lead = p.lead(j);
  if (lead.length > longest || /比|较|其中|平均|[；;]/.test(lead.slice(1))) return undefined;
  const years = lead.match(ofYear);
  if (years === null || years.length !== 1) return undefined;
  const year = years[0].replace(/上一?年/, '去年');
  return { year, subject: lead.replace(fillers, ''), part: partOfYear.test(lead) };
}

/** The nearest amount before `b` that tells the same of the year before, in its sentence or the one before; -1 where none does. */
function yearBefore(p: Passage, b: number, now: Told, explicit: boolean): number {
  for (let j = b - 1; j >= 0 && b - j <= reach && p.list[b]!.sentence - p.list[j]!.sentence <= 1; j--) {
    if (p.figure(j).base !== p.figure(b).base) continue;
    const then = toldOf(p, j);
    if (then === undefined || !consecutive(then.year, now.year)) return -1;
    if (!explicit && (then.part || now.part)) return -1;
    return isSame(then.subject, now.subject) ? j : -1;
  }
  return -1;
}

/** 化解信访积案 and 化解; nothing but the year is told of the second. */
const isSame = (then: string, now: string): boolean =>
  now === '' || now === then || (now.length >= 2 && (then.includes(now) || (then.length >= 2 && now.includes(then))));
