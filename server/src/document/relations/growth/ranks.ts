/** 居12个县区第13位; 由第9位上升到第4位，前进5位; 居第3位 where all values are given: places in a ranking. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type CheckType, type Claim, claim, type Passage } from '../passage.ts';

export function* ranks(p: Passage): Generator<Claim> {
  const { figures } = p;
  for (let k = 0; k < figures.length; k++) {
    const f = figures[k]!;
    if (f.kind !== 'rank' || f.value === null || f.upper !== undefined) continue;
    yield* beyond(p, k);
    yield* moved(p, k);
    yield* movedSince(p, k);
    yield* movedFrom(p, k);
    yield* movedFromThat(p, k);
    yield* listed(p, k);
  }
}

/** Place `f` fits what `other` tells, or does not. */
function placeClaim(
  p: Passage,
  type: CheckType,
  fits: boolean,
  other: FigureToken,
  f: FigureToken,
  note: string,
  digits?: string,
): Claim {
  const stated = p.text.slice(f.start, f.end);
  return { ...claim(type, fits ? 'ok' : 'mismatch', [other, f], f, note, stated, digits), subject: 'rank' };
}

/** 居全市12个县区第13位: nobody comes after the last. */
function* beyond(p: Passage, k: number): Generator<Claim> {
  const f = p.figures[k]!;
  const n = p.figures[k - 1];
  if (n === undefined || n.kind !== 'quantity' || n.dimension !== 'things' || n.bound !== 'exact' || n.value === null)
    return;
  if (
    !/(?:[全我本][国省市县区州]|所有|参评|参赛|考核)[^，,。；;、\d]{0,8}$/.test(
      p.text.slice(Math.max(0, n.start - 14), n.start),
    )
  )
    return;
  if (
    !/^(?:(?:县区|区县|县市区|乡镇|镇街|单位|部门)[，,]我[县市区乡镇局](?![^，,。；;]{0,16}全[省国])[^，,。；;\d]{0,16}?|[\u4e00-\u9fa5（、）]{1,12}?(?:中|里)?(?:的)?)(?:排名|排在|排|位居|位列|名列|居|列|位)?$/.test(
      p.text.slice(n.end, f.start),
    )
  )
    return;
  const fits = f.value!.compare(n.value) <= 0;
  yield placeClaim(p, 'subset', fits, n, f, `位次不会超过总数${n.value}`);
}

const upward = '上升|前移|跃升|提升|提高|前进|升|进|晋升|跃居';
const downward = '下降|后退|后移|下滑|退|跌落|跌|后退|降';
const between = new RegExp(`^[^，,。；;、]{0,6}?(?:(${upward})|(${downward}))(?:到|至|为)?[^，,。；;、]{0,6}$`);
const step = new RegExp(`^[^，,。；;、]{0,3}[，,][^，,。；;、]{0,6}?(?:(${upward})|(${downward}))(?:了)?$`);

const stepAgain = new RegExp(`^[，,](?:再|又|再次|进一步)?(?:(${upward})|(?:${downward}))(?:了)?$`);

/** 去年排第7位，今年排第4位. */
const lastPlace = /(?:去年|上年|上一年)[^，,。；;\d]{0,12}$/;
const thisPlace = /^[，,](?:今年|现在|目前)[^，,。；;、\d]{0,8}$/;

/** ，2022年升至: the next place of a place told before, in a later year. */
const thenPlace = new RegExp(
  `^[，,；;][^，,。；;、\\d]{0,4}(?:(?:\\d{4}年|今年|去年|次年|第二年)[^，,。；;、\\d]{0,8}?)?(?:(?:${upward})|(?:${downward}))(?:到|至|为)$`,
);

/** 第8位，2022年升至第5位，前移3位；2023年升至第2位，再前移3位: the places of one ranking, year by year. */
function formerIn(p: Passage, k: number): FigureToken | undefined {
  const { figures, text } = p;
  const b = figures[k]!;
  let from = k - 1;
  while (from >= 0 && figures[from]!.kind === 'year') from--;
  if (isStep(p, figures[from])) from--;
  while (from >= 0 && figures[from]!.kind === 'year') from--;
  const a = figures[from];
  if (!isPlace(a) || a.unit !== b.unit) return undefined;
  const after = isStep(p, figures[from + 1]) ? figures[from + 1]!.end : a.end;
  return thenPlace.test(text.slice(after, b.start)) ? a : undefined;
}

/** 由第9位上升到第4位，前进5位. */
function* moved(p: Passage, k: number): Generator<Claim> {
  const { figures, text } = p;
  const b = figures[k]!;
  const d = figures[k + 1];
  if (!isStep(p, d)) return;
  const again = stepAgain.exec(text.slice(b.end, d.start));
  const former = again === null ? undefined : formerIn(p, k);
  if (isPlace(former)) {
    yield stepClaim(former, b, d, again![1] !== undefined);
    return;
  }
  const a = figures[k - 1];
  if (!isPlace(a)) return;
  const led = between.exec(text.slice(a.end, b.start));
  const way = step.exec(text.slice(b.end, d.start));
  const before = text.slice(Math.max(0, a.start - 20), a.start);
  const explicit = led !== null && /[由从][^，,。；;]{0,16}$/.test(before);
  const sinceThen = lastPlace.test(before) && thisPlace.test(text.slice(a.end, b.start));
  if (way === null || !(explicit || sinceThen)) return;
  yield stepClaim(a, b, d, way[1] !== undefined);
}

const formerPlace = /^[，,；;（(](?:而)?(?:去年|上年|上一年|前年|上季度|上月|此前|原来)(?:同期)?[^，,。；;、\d]{0,4}$/;

/** 排名第3位，前移2位，去年为第5位. */
function* movedSince(p: Passage, k: number): Generator<Claim> {
  const { figures, text } = p;
  const b = figures[k]!;
  const d = figures[k + 1];
  const a = figures[k + 2];
  if (!isPlace(a) || !isStep(p, d) || !formerPlace.test(text.slice(d.end, a.start))) return;
  const way = step.exec(text.slice(b.end, d.start));
  if (way !== null) yield stepClaim(a, b, d, way[1] !== undefined);
}

const sinceNamed = new RegExp(
  `^[^，,。；;、]{0,3}[，,](?:比|较)([^，,。；;、]{2,8}?)(?:(${upward})|(${downward}))(?:了)?$`,
);
/** Figures back among which the place stands that a later one is compared with, and figures on to how far it moved. */
const reachBack = 8;
const reachOn = 3;

/** 一季度第9，上半年第6，前三季度第4，比一季度前进了5位. */
function* movedFrom(p: Passage, k: number): Generator<Claim> {
  const { figures, text } = p;
  const b = figures[k]!;
  let d: FigureToken | undefined;
  for (let j = k + 1; j <= k + reachOn && d === undefined; j++) if (isStep(p, figures[j])) d = figures[j];
  if (!isStep(p, d)) return;
  const way = sinceNamed.exec(text.slice(b.end, d.start));
  if (way === null) return;
  let a: FigureToken | undefined;
  let end = b.start;
  for (let j = k - 1; j >= 0 && k - j <= reachBack; j--) {
    if (/[。！？]/.test(text.slice(figures[j]!.end, end))) break;
    end = figures[j]!.start;
    if (!isPlace(figures[j]) || !clauseBefore(text, end).includes(way[1]!)) continue;
    if (a !== undefined) return;
    a = figures[j];
  }
  if (isPlace(a) && isPlace(b)) yield stepClaim(a, b, d, way[2] !== undefined);
}

const fromThat = /^[^，,。；;、]{0,3}[，,](?:而)?(?:比|较)[^，,。；;、\d]{2,8}的$/;
const stepThen = new RegExp(`^(?:[，,])?(?:(${upward})|(${downward}))(?:了)?$`);

/** 排第6位，比上半年的第4位后退了2位. */
function* movedFromThat(p: Passage, k: number): Generator<Claim> {
  const { figures, text } = p;
  const [b, a, d] = [figures[k]!, figures[k + 1], figures[k + 2]];
  if (!isPlace(a) || !isStep(p, d) || !fromThat.test(text.slice(b.end, a.start))) return;
  const way = stepThen.exec(text.slice(a.end, d.start));
  if (way !== null) yield stepClaim(a, b, d, way[1] !== undefined);
}

const clauseBefore = (text: string, at: number): string =>
  /[^，,。；;]*$/.exec(text.slice(Math.max(0, at - 30), at))![0];

/** A figure whose value is known. */
type Known = FigureToken & { readonly value: Decimal };

const isPlace = (f: FigureToken | undefined): f is Known =>
  f !== undefined && f.kind === 'rank' && f.value !== null && f.upper === undefined;

/** 2位, 2个位次: how many places. */
function isStep(p: Passage, d: FigureToken | undefined): d is Known {
  if (d === undefined || d.value === null || d.kind !== 'quantity') return false;
  if (d.upper !== undefined || d.bound !== 'exact' || !/^[位名个]/.test(d.unit)) return false;
  return !d.unit.startsWith('个') || /^(?:位次|名次|位)/.test(p.text.slice(d.end, d.end + 2));
}

/** From place `a` to place `b`, `up` or down by `d`. */
function stepClaim(a: Known, b: FigureToken, d: Known, up: boolean): Claim {
  const gap = a.value.minus(b.value!);
  const size = gap.sign < 0 ? gap.negate() : gap;
  const fits = d.value.equals(size) && up === gap.sign > 0;
  const [big, small] = gap.sign > 0 ? [a, b] : [b, a];
  const digits = size.sign > 0 ? size.toString() : undefined;
  return claim(
    'difference',
    fits ? 'ok' : 'mismatch',
    [a, b, d],
    d,
    `${big.value}-${small.value}=${size}位`,
    d,
    digits,
  );
}

const subject =
  /(?:^|[，,；;])(?:其中)?([\u4e00-\u9fa5]{2,6}?)(?:排名|排在|排|位居|位列|名列|居|列)(?:全[省市县区州])?$/;

/** 6个县区中，甲县增长9.1%、…、我县增长8.0%，我县居第5位: as many values as there are places, and every one is known. */
function* listed(p: Passage, k: number): Generator<Claim> {
  const { figures, text } = p;
  const f = figures[k]!;
  const name = subject.exec(text.slice(Math.max(0, f.start - 16), f.start))?.[1];
  if (name === undefined) return;
  const values: FigureToken[] = [];
  let own: FigureToken | undefined;
  let count: FigureToken | undefined;
  for (let j = k - 1; j >= 0 && k - j <= 24; j--) {
    const g = figures[j]!;
    const from = figures[j - 1]?.end ?? 0;
    const lead = text.slice(Math.max(from, g.start - 24), g.start);
    if (/[。！？]/.test(text.slice(g.end, figures[j + 1]!.start))) return;
    if (g.kind === 'quantity' && g.dimension === 'things' && g.whole && values.length >= 3) {
      count = g;
      break;
    }
    if (
      g.value === null ||
      g.bound !== 'exact' ||
      (values.length > 0 && (g.kind !== values[0]!.kind || g.base !== values[0]!.base))
    )
      return;
    if (/下降|减少|降|负/.test(lead)) return;
    values.push(g);
    if (lead.includes(name)) {
      if (own !== undefined) return;
      own = g;
    }
  }
  if (own === undefined || count?.value == null || !count.value.equals(Decimal.of(values.length))) return;
  const mine = exactAmount(own)!;
  const above = values.filter((g) => exactAmount(g)!.compare(mine) > 0).length;
  const level = values.filter((g) => exactAmount(g)!.equals(mine)).length;
  const place = f.value!;
  const fits = place.compare(Decimal.of(above + 1)) >= 0 && place.compare(Decimal.of(above + level)) <= 0;
  const note = `所列${values.length}个数中有${above}个更高，应为第${above + 1}位`;
  yield placeClaim(p, 'difference', fits, own, f, note, String(above + 1));
}
