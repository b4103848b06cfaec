/** 14个问题，已整改11个，其余3个…: what is done and what is left make the whole. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import {
  type Claim,
  claim,
  compared,
  digitsLike,
  increment,
  leavesBrackets,
  outside,
  type Passage,
  quantity,
  reachFigures,
  show,
  showLike,
} from '../passage.ts';
import { oneSlip, slipped } from '../slips.ts';
import { fits, modifier, note, partOf } from './parts.ts';
import { sameBaseInSentence } from './totals.ts';

const rest =
  /(?:其余|剩余|还有|还剩|尚有|余下|剩下|还要[^，。；;]{0,4}|还差|缺口|仍有|另有|请假|缺席|缺考|实到|到会|参会|尚未[^，。；;]{0,6}|未[^，。；;]{0,4}|没[^，。；;]{0,6}|正在[^，。；;]{0,4}|在建|[办审]理中|[核审]减[^，。；;]{0,4})(?:的|再[^，。；;]{0,4})?$/;
/** One of them is in whatever `rest` finds. */
const mayRest = charactersOf('口余还尚剩仍另假席缺未没正在到会中减');
const done =
  /已|实[到考际]|出席|选出|销号|摘帽|脱贫|接种|拆除|搬迁|清退|收回|[修打贯联接]通|完成|整改|偿还|交付|签约|开工|[办查审]结|化解|解决|配备|落实|净增|竣工|投产|到位|使用|支出|动用|[干办建]成/;

const leftOver = /其余|剩余|还剩|余下|剩下/;

/** 7个乡镇完成了任务，11个乡镇没有完成任务: what stands after the two says one thing and its contrary. */
function undone(p: Passage, d: number, after: string): boolean {
  const verb = /^[\u4e00-\u9fa5]{0,9}?(?:没有|尚未|还没有|没|未|不)([\u4e00-\u9fa5]{2})/.exec(after)?.[1];
  const { end } = p.figure(d);
  const said = p.lead(d).slice(-6) + /^[^，,。；;]{0,12}/.exec(p.text.slice(end, end + 12))![0];
  return verb !== undefined && said.includes(verb) && !/[没未]/.test(said);
}

/** 已整改2391处，正在整改77处; 已办结120件，未办结8件: the same is done, or is not yet. */
function goingOn(finished: string, left: string): boolean {
  // 整改到位资金215万元，未整改资金35万元
  const money = /未([^，。；;、]{2})(?:资金|金额)$/.exec(left)?.[1];
  if (money !== undefined && new RegExp(`^[，,；;](?:已|已经)?(?:完成)?${money}(?:到位)?(?:资金|金额)$`).test(finished))
    return true;
  // 送审282万元，审定265万元，核减17万元
  if (/[核审]减(?:资金|金额|工程款|投资|额)?$/.test(left) && /[审核]定(?:资金|金额|造价|投资|额)?$/.test(finished))
    return true;
  // 办结144万件，办理中29万件; 审执结3287件，未结129件
  if (/(?:[办审]理中|未[办审执]?结(?:案件?)?)$/.test(left) && /[办审执]结(?:各类)?(?:案件)?$/.test(finished))
    return true;
  // 已完工41件，正在实施20件
  if (
    /(?:正在|尚未|未)(?:实施|施工|建设|完工|竣工)的?$/.test(left) &&
    /已经?(?:全部)?(?:完工|竣工|建成)的?$/.test(finished)
  )
    return true;
  // 已处理完毕2349件，正在办理568件: handling goes by several names
  if (
    /(?:正在|尚未|未)(?:办理|处理|办结|整改|推进|解决|审理)(?:中)?的?$/.test(left) &&
    /已[经]?(?:全部)?(?:办理|处理|办结|整改|完成|解决|审结)(?:完毕|完成|到位)?$/.test(finished)
  )
    return true;
  const verb = /(?:正在|尚未|未)([^，。；;、]{2,4})$/.exec(left.replace(/的$/, ''))?.[1];
  // 办结298条，正在办理78条
  return (
    verb !== undefined &&
    (finished.includes(`已${verb}`) || [...'结成完'].some((c) => finished.endsWith(`${verb[0]}${c}`)))
  );
}

/** 55件正在推进: what is told of the amount stands behind it. */
const afoot = (p: Passage, r: number): boolean =>
  /^[^，,。；;、]{0,4}(?:正在|还在|仍在)/.test(p.text.slice(p.figure(r).end, p.figure(r).end + 8)) &&
  /^[，,]$/.test(outside(p.between(r - 1, r)));

/** No other amount of that unit stands before the two in their sentence, brackets aside. */
function beforeOnly(p: Passage, d: number, w: number, base: string): boolean {
  const first = Math.min(d, w);
  for (let j = first - 1; j >= 0 && p.same(j, d); j--)
    if (quantity(p.figure(j)) && p.figure(j).base === base && !leavesBrackets(p.between(j, d))) return false;
  return true;
}

/** 有5个, 柳河等5个, of a larger amount before it in the sentence: a part itself, and no whole of what follows. */
function isPart(p: Passage, w: number): boolean {
  if (!/(?:^|[，,；;：:])(?:其中)?(?:[^，,；;：:]{0,6}(?:有|等))?$/.test(p.lead(w))) return false;
  const own = exactAmount(p.figure(w))!;
  for (let k = w - 1; k >= 0 && w - k <= reachFigures && p.same(k, w); k--) {
    const f = p.figure(k);
    if (quantity(f) && f.base === p.figure(w).base && f.value !== null && exactAmount(f)!.compare(own) > 0) return true;
  }
  return false;
}

type DoneAndWhole = readonly [done: number, whole: number, crossed: boolean];

/** The two amounts of the unit nearest before figure `r` in its sentence: what is done of the whole, and the whole; whether other amounts stand between. One of the `parts` of a list is no whole. */
function doneAndWhole(p: Passage, r: number, parts: ReadonlySet<number>): DoneAndWhole | undefined {
  const { base } = p.figure(r);
  const before: number[] = [];
  // 50项问题、资金25万元，已整改40项、资金21万元，未整改10项、资金4万元: two accounts go side by side
  let crossed = false;
  for (let j = r - 1; j >= 0 && r - j <= reachFigures && p.same(j, r) && before.length < 2; j--) {
    const g = p.figure(j);
    // 375件（其中重点74件）: what stands in brackets is part of that
    if (!quantity(g) || leavesBrackets(p.between(j, r))) continue;
    if (before.length === 1 && parts.has(g.start)) continue;
    if (g.base === base && g.upper === undefined) before.push(j);
    // 38户120人: the second is told of the first
    else if (
      !modifier(p, j) &&
      !(j > 0 && p.figure(j - 1).base === base && /^[\u4e00-\u9fa5]{0,6}$/.test(p.between(j - 1, j)))
    )
      crossed = true;
  }
  const [d, w = d === undefined ? undefined : wholeBefore(p, d, parts)] = before;
  if (d === undefined || w === undefined) return undefined;
  // 到位1.35亿元，占总额1.5亿元的90%，尚有1500万元没有到位
  if (/占[^，,；;]{0,8}$/.test(p.lead(d))) return [w, d, crossed];
  // 28.4公里，完成年度任务32公里的88.75%，剩余3.6公里
  return /(?:任务|计划|目标)[^，,；;]{0,6}$/.test(p.lead(d)) ? [w, d, crossed] : [d, w, crossed];
}

/** 全市共有车辆1260辆。目前已安装1134辆，剩余126辆: the only amount of the unit in the two sentences before, parts of it aside. */
function wholeBefore(p: Passage, d: number, parts: ReadonlySet<number>): number | undefined {
  const { base } = p.figure(d);
  let found: number | undefined;
  for (let k = d - 1; k >= 0 && d - k <= reachFigures && p.list[d]!.sentence - p.list[k]!.sentence <= 2; k--) {
    if (p.figure(k).base !== base || parts.has(p.figure(k).start)) continue;
    if (found !== undefined || p.same(k, d) || !p.standsForItself(k)) return undefined;
    found = k;
  }
  return found;
}

/** Whether a sentence may tell at `r` what is left of a whole. */
function mayBeLeft(p: Passage, r: number, words: { readonly afoot: boolean; readonly negated: boolean }): boolean {
  const f = p.figure(r);
  const lead = p.lead(r).slice(-14);
  if (holdsAny(lead, mayRest) && (rest.test(lead) || isOthers(lead, p.text.slice(f.end, f.end + 12)))) return true;
  const d = p.figure(r - 1).kind === 'fraction' ? r - 2 : r - 1;
  return (words.negated && undone(p, d, p.text.slice(f.end, f.end + 12))) || (words.afoot && afoot(p, r));
}

/** What is left is told so plainly that the three amounts must fit. */
function mustFit(p: Passage, r: number, [d, w, crossed]: DoneAndWhole, parts: ReadonlySet<number>): boolean {
  const f = p.figure(r);
  const [part, whole] = [p.figure(d), p.figure(w)];
  if ([whole, part, f].some((x) => x.approximate) || isPart(p, w)) return false;
  const tail = p.lead(r).replace(/^.*[，,、；;]/, '');
  const after = p.text.slice(f.end, f.end + 12);
  if (!p.same(w, d)) return done.test(p.lead(d).slice(-12)) && toldPlainly(p, d, w, r, tail, after);
  const next = p.list[r + 1]?.figure;
  // 另有20处已移交，8处正在整改: what is left is parted further
  if (next?.base === f.base && p.same(r, r + 1) && !/[；;]|平均|每/.test(p.between(r, r + 1))) return false;
  const listed = [w + 1, w + 2].some((k) => k < d && parts.has(p.figure(k).start));
  if (!listed && outside(p.between(w, d)).includes('其中')) return false;
  const start = Math.min(whole.end, part.end);
  if (f.start - start > (crossed ? 2 : 1) * farthest) return false;
  const most = exactAmount(whole)!.times(Decimal.of(4));
  if ([part, f].some((x) => exactAmount(x)!.compare(most) >= 0)) return false;

  const alone = sameBaseInSentence(p, r, parts) === 2;
  const opposed = alone && goingOn(p.lead(d), tail.slice(-10));
  if (crossed) return opposed && !/[；;]/.test(p.text.slice(start, f.start));
  const over = leftOver.test(tail);
  // 受理9471件；审结7018件；尚有各类未结案2453件
  const unfinished =
    alone && /(?:还有|尚有|仍有)[^，,]{0,6}未[结办整]/.test(tail) && /[结办改]/.test(p.lead(d).slice(-12));
  if (!unfinished && /[；;]/.test(p.text.slice(start, f.start))) return false;
  const going = afoot(p, r) && /^(?:已|全部)/.test(p.tail(d)) && beforeOnly(p, d, w, f.base);
  // 应到205名，请假7名，实到198名
  const present =
    (/实到|到会|参会/.test(tail) && /请假|缺席|未到/.test(p.lead(d))) ||
    (/缺考/.test(tail) && /实考|参考|实际参加|参加考试/.test(p.lead(d)));
  if (isOthers(tail, after)) return alone && w < d && explained(whole, part, f);
  if (alone && toldPlainly(p, d, w, r, tail, after)) return true;
  const finished =
    opposed ||
    unfinished ||
    going ||
    present ||
    done.test(p.lead(d).slice(-12)) ||
    undone(p, d, after) ||
    (over && alone);
  if (!finished) return false;
  if (unfinished || going || over || /还要|还需|还差|请假|缺席/.test(tail) || (alone && present)) return true;
  if (/还有|尚有|仍有|另有/.test(tail) && waiting.test(after)) return true;
  if (!alone) return false;
  return opposed || (/[，,](?:有|还有)?$/.test(p.lead(r)) && undone(p, d, after));
}
const lacking = /缺口|还[差缺]|缺席|请假|剩|其余|余下|没[^，,]{0,6}$|未[^，,]{0,4}$/;

/** 完成1260户，缺口还有540户; 换届的21个，还有2个没换: it says itself that the two make the whole, which one slip would mend; what is more than the whole needs no such word. */
function toldPlainly(p: Passage, d: number, w: number, r: number, tail: string, after: string): boolean {
  if (w > d || p.list[d]!.aspect !== 'level' || increment(p.lead(r))) return false;
  const [whole, part, f] = [p.figure(w), p.figure(d), p.figure(r)];
  const [all, done, left] = [exactAmount(whole)!, exactAmount(part)!, exactAmount(f)!];
  if (done.compare(all) >= 0 || left.compare(all) >= 0) return false;
  const strict = lacking.test(tail) || /^[\u4e00-\u9fa5]{0,2}(?:没|未|尚未)/.test(after);
  if (!strict && done.plus(left).compare(all) <= 0) return false;
  return explained(whole, part, f);
}

/** 完成的只有11个，另外7个都拖了后腿: all the others, and not some more. */
const others = /(?:^|[，,、；;])另外(?:的|还有)?$/;
const ofAll = /^[^，,。；;、也]{0,8}?(?:都|均|全部|仍|还|没|未|则)/;

const isOthers = (lead: string, after: string): boolean => others.test(lead) && ofAll.test(after);

/** One slip of the pen in one of the three makes them fit. */
function explained(whole: FigureToken, part: FigureToken, f: FigureToken): boolean {
  const [all, done, left] = [exactAmount(whole)!, exactAmount(part)!, exactAmount(f)!];
  return oneSlip(whole, done.plus(left)) || oneSlip(part, all.minus(left)) || oneSlip(f, all.minus(done));
}

/** Characters between the whole and what is left of it. */
const farthest = 70;
const waiting = /没有|未|尚|空缺|正在|需|待|停留|^[\u4e00-\u9fa5]{0,4}要/;

const lackingBehind = /^[^，,。；;、]{0,8}[，,]还(?:差|有)$/;
/** ，年度目标是; 家没有报送，应报送单位. */
const dueBehind =
  /^[，,][^，,。；;、]{0,6}(?:目标|任务|计划)(?:数)?(?:是|为)$|^(?:没有|未|没)[^，,。；;、]{1,6}[，,](?:一共|总共)?应[^，,。；;、]{1,8}$/;

/** 完成135亿元，还差45亿元，年度目标是180亿元; 已有136家报送，还有14家没有报送，应报送150家: the whole is told last. */
function ofTarget(p: Passage, r: number): Claim | undefined {
  const [part, f, whole] = [p.figure(r - 1), p.figure(r), p.list[r + 1]?.figure];
  if (whole === undefined || !p.same(r - 1, r + 1) || !lackingBehind.test(p.between(r - 1, r))) return undefined;
  if (!dueBehind.test(p.between(r, r + 1))) return undefined;
  const alike = [part, f, whole].every((x) => quantity(x) && x.base === f.base && x.upper === undefined && x.value);
  if (!alike || [part, f, whole].some((x) => x.approximate)) return undefined;
  return leftClaim(whole, part, f);
}

/** 县级包案20件，科级包案36件，已化解42件，还有14件: done and left make what is told before them together. */
function ofSeveral(p: Passage, d: number, part: FigureToken, left: FigureToken): boolean {
  const wanted = exactAmount(part)!.plus(exactAmount(left)!);
  let sum = Decimal.zero;
  for (let j = d - 1; j >= 0 && d - j <= mostSteps && p.same(j, d); j--) {
    const f = p.figure(j);
    if (f.base !== part.base || !quantity(f) || f.value === null || f.upper !== undefined) continue;
    sum = sum.plus(exactAmount(f)!);
    if (sum.equals(wanted)) return true;
  }
  return false;
}

const toBeDone = /^[\u4e00-\u9fa5]{0,6}(?:要|需|待|未|没|正在)/;

/** 24处，上半年完成10处，三季度完成8处，还有6处…: all that is told between the first amount of the unit and what is left of it is done. */
function ofSteps(p: Passage, r: number): Claim | undefined {
  const f = p.figure(r);
  const steps: FigureToken[] = [];
  for (let j = r - 1; j >= 0 && r - j <= mostSteps && p.same(j, r); j--) {
    const g = p.figure(j);
    if (!quantity(g) || g.base !== f.base || g.upper !== undefined || g.value === null || g.approximate)
      return undefined;
    if (/其中|占/.test(p.lead(j)) || leavesBrackets(p.between(j, r)) || compared(p.lead(j))) return undefined;
    steps.unshift(g);
  }
  const [whole, ...parts] = steps;
  if (whole === undefined || parts.length < 2 || f.approximate) return undefined;
  if (parts.some((x) => exactAmount(x)!.compare(exactAmount(whole)!) >= 0)) return undefined;
  const all = [...parts, f].map(partOf);
  const members = [whole, ...parts, f];
  const n = all.length;
  if (fits(whole, all, n)) return claim('sum', 'ok', members, f, () => note(all, n, whole), whole);
  const told = leftOver.test(p.lead(r)) || toBeDone.test(p.text.slice(f.end, f.end + 10));
  if (!told || !slipped(all, whole, 4) || [...parts, f].some((x) => ofOtherPlaces(p, x, whole))) return undefined;
  return claim('sum', 'mismatch', members, whole, () => note(all, n, whole), whole);
}
/** Amounts before what is left, at most. */
const mostSteps = 6;

/** 832个贫困县 … 15个省: they count places of another kind. */
function ofOtherPlaces(p: Passage, part: FigureToken, whole: FigureToken): boolean {
  const place = /^[省市州县区镇乡村]/.exec(p.text.slice(part.end, part.end + 1))?.[0];
  return place !== undefined && !p.text.slice(whole.end, whole.end + 6).includes(place);
}

/** What is done and what is left make the whole, or do not. */
function leftClaim(whole: FigureToken, part: FigureToken, f: FigureToken): Claim {
  const members = [whole, part, f];
  const parts = [partOf(part), partOf(f)];
  const sum = (): string => note(parts, 2, whole);
  if (fits(whole, parts, 2)) return claim('sum', 'ok', members, f, sum, whole);
  const left = exactAmount(whole)!.minus(exactAmount(part)!);
  // more is done than there was: nothing can be left
  if (left.sign <= 0) return claim('sum', 'mismatch', members, f, sum, whole);
  const reckoned = (): string => `${show(whole)}-${show(part)}=${showLike(left, f)}`;
  return { ...claim('sum', 'mismatch', members, f, reckoned, f, digitsLike(left, f)), subject: 'left' };
}

/** Finds what is left of a whole. `told`: starts of figures that what becomes of a whole has been told with; `parts`: of those that a list makes a whole of. */
export function* remainders(p: Passage, told: ReadonlySet<number>, parts: ReadonlySet<number>): Generator<Claim> {
  const words = { afoot: p.text.includes('正在'), negated: /[没未不]/.test(p.text) };
  for (let r = 1; r < p.list.length; r++) {
    const f = p.figure(r);
    if (!quantity(f) || f.upper !== undefined || told.has(f.start) || parts.has(f.start)) continue;
    const target = ofTarget(p, r);
    if (target !== undefined) yield target;
    const found = target === undefined && r > 1 && mayBeLeft(p, r, words) ? doneAndWhole(p, r, parts) : undefined;
    if (found === undefined) continue;
    const [d, w] = found;
    const [part, whole] = [p.figure(d), p.figure(w)];
    if (part.value === null || whole.value === null || f.value === null) continue;
    // 剩余54户月底前清零，其余72户正在核查: what is left is parted
    if (compared(p.lead(w)) || compared(p.lead(d)) || leftOver.test(p.lead(d).slice(-6))) continue;
    const left = leftClaim(whole, part, f);
    if (left.verdict !== 'ok' && ofSeveral(p, found[0], part, f)) continue;
    const steps = left.verdict === 'ok' ? undefined : ofSteps(p, r);
    if (steps !== undefined) yield steps;
    else if (left.verdict === 'ok' || mustFit(p, r, found, parts)) yield left;
  }
}
