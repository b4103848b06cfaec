/**
 * What is told of several things in one breath: 三次产业分别完成a、b和c; 分别由a、b提高到c、d，分别增长p%和q%; 分别比上年的a和b增长p%和q%;
 * and the parts of a year one after another: 上半年a，下半年b，全年c.
 */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { differenceClaim, growthClaim } from '../growth/reckoned.ts';
import { type Claim, claim, compared, digitsLike, meets, type Passage, quantity, reachFigures } from '../passage.ts';

export function* lists(p: Passage): Generator<Claim> {
  if (p.text.includes('产业') && p.text.includes('分别')) yield* industries(p);
  if (p.list.length >= 6 && p.text.includes('分别')) yield* pairs(p);
  // no year is made of one part
  if (p.list.length > 2 && (p.text.includes('下半年') || /[二三2３3]季度/.test(p.text))) yield* periods(p);
  if (p.text.includes('个人') || p.text.includes('工作者')) yield* commended(p);
}

/** 先进集体20个、先进个人60名，共80个（名）: bodies and people are counted together. */
function* commended(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (a.base === b.base || !countable(a) || !countable(b) || !countable(f) || !p.same(i, i - 2)) continue;
    if (!/^[，,]?(?:合计|总计|共计|共)(?:计|有|表彰|评选|评出)?$/.test(p.between(i - 1, i))) continue;
    if (!/^[、和，,][^，,。；;、]{2,12}$/.test(p.between(i - 2, i - 1)) || !/集体|单位|班组/.test(p.lead(i - 2)))
      continue;
    yield* addUp([a, b], f);
  }
}
const countable = (f: FigureToken): boolean =>
  quantity(f) && f.whole && (f.dimension === 'things' || f.dimension === 'people') && f.upper === undefined;

/** Figures of one kind with nothing but 、 or 和 between them: 42.6亿元、118.3亿元和97.5亿元. */
interface Run {
  readonly from: number;
  /** Past the last. */
  readonly to: number;
}

const joins = /^(?:[、，,]|和|与|及|以及)$/;
/** 城镇600元、农村400元. */
const joinsNamed = /^(?:[、，,]|和|与|及|以及)[\u4e00-\u9fa5]{0,4}$/;
const longestRun = 6;

function runAt(p: Passage, i: number, join = joins): Run {
  const first = p.figure(i);
  let to = i + 1;
  while (
    to < p.list.length &&
    to - i <= longestRun &&
    p.same(i, to) &&
    p.figure(to).kind === first.kind &&
    p.figure(to).base === first.base &&
    p.figure(to).start - p.figure(to - 1).end <= 6 &&
    join.test(p.between(to - 1, to))
  )
    to++;
  return { from: i, to };
}

/** The next figure that begins at an offset or later. */
function nextFrom(p: Passage, offset: number): number {
  let i = 0;
  while (i < p.list.length && p.figure(i).start < offset) i++;
  return i;
}

const threeIndustries = /三次产业|第?一、第?二、第?三(?:次)?产业|一二三产业/g;
const gross = /(?:生产总值|GDP)[^，,。；;、]{0,12}$/;

function* industries(p: Passage): Generator<Claim> {
  threeIndustries.lastIndex = 0;
  for (let m = threeIndustries.exec(p.text); m !== null; m = threeIndustries.exec(p.text)) {
    const end = m.index + m[0].length;
    const i = nextFrom(p, end);
    if (i >= p.list.length || p.figure(i).start - end > 40) continue;
    const lead = p.text.slice(end, p.figure(i).start);
    if (!/^[^，,。；;]*分别[^，,。；;]{0,10}$/.test(lead)) continue;
    const run = runAt(p, i);
    if (run.to - run.from !== 3) continue;
    const parts = [p.figure(i), p.figure(i + 1), p.figure(i + 2)];
    if (parts.some((f) => f.value === null || f.upper !== undefined || f.approximate)) continue;
    const last = parts[2]!;
    if (last.kind === 'percent') {
      if (!/占|比重|贡献率|构成/.test(lead) || /拉动|(?:增长|提高|下降|上升)[^的]{0,4}分别/.test(lead)) continue;
      const fits = meets({ low: Decimal.hundred, high: Decimal.hundred }, total(parts));
      yield claim('sum', fits ? 'ok' : 'mismatch', parts, last, () => adding(parts, last), '100%');
      continue;
    }
    if (!quantity(last) || /增加(?!值)|新增|增长|投资/.test(lead)) continue;
    const whole = grossNear(p, run, m.index);
    if (whole !== undefined) yield* addUp(parts, whole);
  }
}

/** 地区生产总值 told right before the industries or right after them. */
function grossNear(p: Passage, run: Run, start: number): FigureToken | undefined {
  const base = p.figure(run.from).base;
  // …亿元，增长10%。其中一、二、三产业分别…
  const among = /。其中$/.test(p.text.slice(Math.max(0, start - 3), start)) ? 1 : 0;
  for (let k = run.from - 1; k >= 0 && start - p.figure(k).end <= 60; k--) {
    if (p.list[run.from]!.sentence - p.list[k]!.sentence > among) break;
    if (p.figure(k).base !== base) continue;
    return gross.test(p.lead(k)) && !p.lead(k).includes('人均') && p.list[k]!.aspect === 'level'
      ? p.figure(k)
      : undefined;
  }
  const next = run.to;
  if (next >= p.list.length || !p.same(next, run.from) || p.figure(next).base !== base) return undefined;
  const lead = p.lead(next);
  return gross.test(lead) && lead.length <= 26 && !/人均|占/.test(lead) && p.list[next]!.aspect === 'level'
    ? p.figure(next)
    : undefined;
}

const total = (parts: readonly FigureToken[]): { low: Decimal; high: Decimal } => {
  let low = Decimal.zero;
  let high = Decimal.zero;
  for (const f of parts) {
    const range = amount(f);
    low = low.plus(range.low ?? Decimal.zero);
    high = high.plus(range.high ?? Decimal.zero);
  }
  return { low, high };
};
const sumOf = (parts: readonly FigureToken[]): Decimal =>
  parts.reduce((sum, f) => sum.plus(exactAmount(f)!), Decimal.zero);
const adding = (parts: readonly FigureToken[], like: FigureToken): string =>
  `${parts.map((f) => f.value!.shift(f.exponent - like.exponent).trim()).join('+')}=${sumOf(parts).shift(-like.exponent).trim()}`;

/** Parts that are known to make the whole: ok, or a mismatch where they come near it. */
function* addUp(parts: readonly FigureToken[], whole: FigureToken): Generator<Claim> {
  if (whole.value === null || whole.upper !== undefined || parts.some((f) => f.value === null || f.upper !== undefined))
    return;
  const sum = sumOf(parts);
  const fits = meets(amount(whole), total(parts));
  const told = exactAmount(whole)!;
  const three = Decimal.of(3);
  const near = sum.times(three).compare(told) >= 0 && sum.compare(told.times(three)) <= 0;
  if (!fits && !near) return;
  const rough = whole.approximate || parts.some((f) => f.approximate);
  yield claim(
    'sum',
    fits ? 'ok' : rough ? 'unsure' : 'mismatch',
    [...parts, whole],
    whole,
    () => adding(parts, whole),
    whole,
    digitsLike(sum, whole),
  );
}

const raised = /^[^，,。；;]{0,4}(?:提高|增加|增长|上升|提升|扩大|升|增|减少|下降|降低|降|减)(?:到|至)(?:了)?$/;
const respectively =
  /^[，,]分别(?:比(?:上年|去年|上年同期|去年同期)|较(?:上年|去年|上年同期|去年同期)|同比)?(?:净)?(?:(?:增长|增加|提高|上升|提升|增)|(下降|减少|降低|减|降))(?:了)?$/;
const since = /^[，,]?分别(?:比|较)[^，,。；;比较]{1,12}的$/;
const grown = /^(?:分别)?(?:净)?(?:(?:增长|增加|提高|上升|提升|增)|(下降|减少|降低|减|降))(?:了)?$/;

/** 由a、b分别提高到c、d，分别增长p%和q%; 为c和d，分别比上年的a和b增长p%和q%: each with its own. */
function* pairs(p: Passage): Generator<Claim> {
  for (let i = 0; i + 5 < p.list.length; i++) {
    const first = runAt(p, i, joinsNamed);
    const n = first.to - first.from;
    if (n < 2 || n > longestRun) continue;
    const second = first.to < p.list.length ? runAt(p, first.to) : first;
    const third = second.to < p.list.length ? runAt(p, second.to) : second;
    i = first.to - 1;
    if (second.to - second.from !== n || third.to - third.from !== n || !p.same(first.from, third.to - 1)) continue;
    const [a, b] = [p.figure(first.from), p.figure(second.from)];
    if (!level(a) || a.kind !== b.kind || a.base !== b.base) continue;
    const joint = p.between(first.to - 1, second.from);
    const rate = p.between(second.to - 1, third.from);
    let down: boolean;
    let turned: boolean;
    if (raised.test(joint)) {
      const way = respectively.exec(rate);
      if (way === null || !/[由从][^，,。；;]{0,16}$/.test(p.lead(first.from))) continue;
      down = way[1] !== undefined;
      turned = false;
    } else {
      const way = since.test(joint) ? grown.exec(rate) : null;
      if (way === null) continue;
      down = way[1] !== undefined;
      turned = true;
    }
    for (let k = 0; k < n; k++) {
      const [x, y, f] = [p.figure(first.from + k), p.figure(second.from + k), p.figure(third.from + k)];
      const [from, to] = turned ? [y, x] : [x, y];
      if (f.upper !== undefined || from.upper !== undefined || to.upper !== undefined) continue;
      if (f.kind === 'percent' && from.kind === 'quantity') yield growthClaim(p, from, to, f, 1, down);
      else if (f.kind === from.kind ? f.base === from.base && quantity(f) : f.kind === 'percentage-point')
        yield down ? differenceClaim(to, from, f, true, true) : differenceClaim(from, to, f, true, true);
    }
  }
}
const level = (f: FigureToken): boolean => quantity(f) || f.kind === 'percent';

const wholePeriods: readonly (readonly [whole: RegExp, parts: readonly (readonly RegExp[])[]])[] = [
  [/全年/, [[/上半年/, /下半年/], [/[一1]季度/, /[二2]季度/, /[三3]季度/, /[四4]季度/]]],
  [/前[三3]个?季度/, [[/[一1]季度/, /[二2]季度/, /[三3]季度/], [/上半年/, /[三3]季度/]]],
  [/上半年/, [[/[一1]季度/, /[二2]季度/]]],
]; // biome-ignore format: a table
const period = /(?:全年|前[三3]个?季度|上半年)(?:累计|共计|合计|总计|共)?[^，,。；;、\d比增减]{0,10}$/;

/** 一季度a，二季度b，三季度c，前三季度累计d: the parts of a year, one after another, and what they make. */
function* periods(p: Passage): Generator<Claim> {
  for (let t = 2; t < p.list.length; t++) {
    const f = p.figure(t);
    if (!quantity(f) || f.upper !== undefined) continue;
    const lead = p.lead(t).slice(-24);
    if (!lead.includes('年') && !lead.includes('季度')) continue;
    const told = period.exec(lead);
    if (
      told === null ||
      p.list[t]!.aspect !== 'level' ||
      p.list[t]!.target ||
      compared(lead) ||
      /平均|均/.test(told[0])
    )
      continue;
    const candidates = wholePeriods.find(([whole]) => whole.test(told[0].slice(0, 5)))?.[1] ?? [];
    for (const names of candidates) {
      const parts = partsNamed(p, t, names);
      if (parts === undefined) continue;
      yield* addUp(
        parts.map((j) => p.figure(j)),
        f,
      );
      break;
    }
  }
}

/** The amounts before figure `t` that the names lead up to, each once and in order. */
function partsNamed(p: Passage, t: number, names: readonly RegExp[]): readonly number[] | undefined {
  const parts: number[] = [];
  const whole = p.list[t]!;
  let k = names.length - 1;
  const base = p.figure(t).base;
  for (let j = t - 1; j >= 0 && t - j <= Math.min(reachFigures, 12) && p.same(j, t) && k >= 0; j--) {
    const g = p.figure(j);
    if (!quantity(g) || g.base !== base) {
      if (quantity(g)) return undefined;
      continue;
    }
    if (p.list[j]!.aspect !== 'level' || g.upper !== undefined || compared(p.lead(j))) return undefined;
    const lead = p.lead(j).slice(-20);
    if (!names[k]!.test(lead) || /前[三3]个?季度|累计|全年/.test(lead)) return undefined;
    parts.unshift(j);
    k--;
  }
  if (k >= 0) return undefined;
  // 上半年产值12亿元，下半年产值15亿元，全年利润2亿元: another matter
  const named = !whole.carried && whole.phrase.length > 1;
  return !named || parts.some((j) => p.list[j]!.phrase === whole.phrase) ? parts : undefined;
}
