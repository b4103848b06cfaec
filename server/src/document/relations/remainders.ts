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

/** 14个问题，已整改11个，其余3个…: what is done and what is left make the whole. */
import { charactersOf, holdsAny } from '../../text/characters.ts';
import { Decimal } from '../../text/decimal.ts';
import { exactAmount } from '../figures.ts';
import { fits, modifier, note, type Part } from './parts.ts';
import {
  type Claim,
  claim,
  compared,
  digitsLike,
  leavesBrackets,
  outside,
  type Passage,
  quantity,
  reachFigures,
  show,
} from './passage.ts';
import { sameBaseInSentence } from './totals.ts';

const rest =
  /(?:其余|剩余|还有|还剩|尚有|余下|剩下|还要|还差|仍有|另有|请假|缺席|尚未[^，。；;]{0,6}|未[^，。；;]{0,4}|正在[^，。；;]{0,4})(?:的|再[^，。；;]{0,4})?$/;
/** One of them is in whatever `rest` finds. */
const mayRest = charactersOf('余还尚剩仍另假席未正');
const done =
  /已|实到|出席|完成|整改|偿还|交付|签约|开工|[办查审]结|化解|解决|配备|落实|净增|竣工|投产|到位|使用|支出|动用/;

const leftOver = /其余|剩余|还剩|余下|剩下/;

/** 7个乡镇完成了任务，11个乡镇没有完成任务: what stands after the two says one thing and its contrary. */
function undone(p: Passage, d: number, after: string): boolean {
  const verb = /^[\u4e00-\u9fa5]{0,4}?(?:没有|尚未|还没有|未)([\u4e00-\u9fa5]{2})/.exec(after)?.[1];
  const { end } = p.figure(d);
  const said = /^[^，,。；;]{0,12}/.exec(p.text.slice(end, end + 12))![0];
  return verb !== undefined && said.includes(verb) && !/[没未]/.test(said);
}

/** 已整改2391处，正在整改77处; 已办结120件，未办结8件: the same is done, or is not yet. */
function goingOn(finished: string, left: string): boolean {
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

/** 14个问题，已整改11个，其余3个…: what is done and what is left make the whole. */
export function* remainders(p: Passage): Generator<Claim> {
  const underway = p.text.includes('正在');
  const negated = p.text.includes('没有') || p.text.includes('未');
  for (let r = 2; r < p.list.length; r++) {
    const f = p.figure(r);
    if (!quantity(f) || f.upper !== undefined) continue;
    const lead = p.lead(r).slice(-14);
    if (
      !(holdsAny(lead, mayRest) && rest.test(lead)) &&
      !(negated && undone(p, p.figure(r - 1).kind === 'fraction' ? r - 2 : r - 1, p.text.slice(f.end, f.end + 12))) &&
      !(underway && afoot(p, r))
    )
      continue;
    const before: number[] = [];
    for (let j = r - 1; j >= 0 && r - j <= reachFigures && p.same(j, r) && before.length < 2; j--) {
      const g = p.figure(j);
      // 375件（其中重点74件）: what stands in brackets is part of that
      if (quantity(g) && leavesBrackets(p.between(j, r))) continue;
      if (quantity(g) && g.base === f.base && g.upper === undefined) before.push(j);
      else if (quantity(g) && !modifier(p, j)) break;
    }
    let [d, w] = before;
    if (d === undefined || w === undefined) continue;
    // 28.4公里，完成年度任务32公里的88.75%，剩余3.6公里
    if (/任务|计划|目标/.test(p.lead(d).slice(-14))) [d, w] = [w, d];
    const part = p.figure(d);
    const whole = p.figure(w);
    if (part.value === null || whole.value === null || f.value === null) continue;
    if (compared(p.lead(w)) || compared(p.lead(d))) continue;
    const parts: Part[] = [part, f].map((figure) => ({ figure, label: '', times: 1 }));
    const members = [whole, part, f];
    if (fits(whole, parts, 2)) {
      yield claim('sum', 'ok', members, f, note(parts, 2, whole), whole);
      continue;
    }
    const left = exactAmount(whole)!.minus(exactAmount(part)!);
    const between = p.between(w, d);
    const tail = p.lead(r).replace(/^.*[，,、；;]/, '');
    const after = p.text.slice(f.end, f.end + 12);
    const next = p.list[r + 1]?.figure;
    // 受理9471件；审结7018件；尚有各类未结案2453件
    const unfinished =
      sameBaseInSentence(p, r) === 2 &&
      /(?:还有|尚有|仍有)[^，,]{0,6}未[结办整]/.test(tail) &&
      /[结办改]/.test(p.lead(d).slice(-12));
    const told = afoot(p, r) && /^(?:已|全部)/.test(p.tail(d)) && beforeOnly(p, d, w, f.base);
    const strong =
      !members.some((x) => x.approximate) &&
      // 另有20处已移交，8处正在整改: what is left is parted further
      !(next !== undefined && next.base === f.base && p.same(r, r + 1)) &&
      (told ||
        done.test(p.lead(d).slice(-12)) ||
        undone(p, d, after) ||
        (leftOver.test(tail) && sameBaseInSentence(p, r) === 2)) &&
      !/其中/.test(outside(between)) &&
      (unfinished || !/[；;]/.test(p.text.slice(Math.min(whole.end, part.end), f.start))) &&
      (unfinished ||
        told ||
        leftOver.test(tail) ||
        /还要|还需|还差|请假|缺席/.test(tail) ||
        (sameBaseInSentence(p, r) === 2 &&
          (goingOn(p.lead(d), tail.slice(-10)) || (/[，,](?:有|还有)?$/.test(p.lead(r)) && undone(p, d, after)))) ||
        (/还有|尚有|仍有|另有/.test(tail) && /没有|未|尚|正在|需|待|停留|^[\u4e00-\u9fa5]{0,4}要/.test(after))) &&
      f.start - Math.min(whole.end, part.end) <= 70 &&
      parts.every((x) => exactAmount(x.figure)!.compare(exactAmount(whole)!.times(Decimal.of(4))) < 0);
    if (strong)
      yield claim(
        'sum',
        'mismatch',
        members,
        f,
        () => `${note(parts, 2, whole)}，而总数为${show(whole)}`,
        f,
        left.sign > 0 ? digitsLike(left, f) : undefined,
      );
  }
}
