/**
 * Accounts as budget reports tell them: 收入85.4亿元，…。加上调入资金2.1亿元、上年结转0.3亿元，收入总量为87.8亿元; 收支总量相抵，赤字1.5亿元;
 * 支出9.3亿元，收入10.1亿元，结余0.8亿元.
 */
import type { FigureToken } from '../../figures.ts';
import { differenceClaim } from '../growth/reckoned.ts';
import { type Claim, claim, digitsLike, type Passage, quantity, reachFigures, standsForItself } from '../passage.ts';
import { slipped } from '../slips.ts';
import { exactTotal, fits, note, type Part } from './parts.ts';

const total =
  /(?:^|[，,；;）)])(?:全年|当年|全[市县区省])?(收入|支出|收|支)?(?:总量|总计|总额|合计)(?:为|达到|达|是)?$/;
const adds = /加上|加(?=上年|上级|调入|中央|省|市|税收返还)/g;
const offset =
  /(?:收支(?:总量)?|收入总[量计]与支出总[量计]|两者)相抵(?:后)?[，,](?:[^，,。；;\d]{0,8})?(?:赤字|结余|结转|盈余|差额|短收|净结余)[^，,。；;\d]{0,6}$/;

const telling = /[结盈]余|赤字|[顺逆]差|缺口|差额/;

export function* accounts(p: Passage): Generator<Claim> {
  if (p.text.includes('加上')) yield* additions(p);
  if (p.text.includes('相抵')) yield* offsets(p);
  if (telling.test(p.text)) yield* balances(p);
}

function* additions(p: Passage): Generator<Claim> {
  const cues = [...p.text.matchAll(adds)].map((m) => m.index);
  for (let t = 2; t < p.list.length; t++) {
    const f = p.figure(t);
    if (!quantity(f) || f.value === null || f.upper !== undefined || !total.test(p.lead(t))) continue;
    const { start } = p.sentence(t);
    const cue = cues.findLast((x) => x < f.start);
    if (cue === undefined || cue < start) continue;
    const added: FigureToken[] = [];
    let first = t - 1;
    for (; first >= 0 && t - first < reachFigures && p.figure(first).start > cue; first--)
      if (
        p.figure(first).base === f.base &&
        standsForItself(p, first) &&
        !inBrackets(p.text, cue, p.figure(first).start)
      )
        added.unshift(p.figure(first));
    if (added.length === 0) continue;
    // what is added to stands before 加上: in its own sentence, or the one before
    const own = first >= 0 && p.same(first, t);
    const sums: FigureToken[] = [];
    for (let j = first; j >= 0 && first - j < 12; j--) {
      if (own ? !p.same(j, t) : p.list[j]!.sentence < p.list[t]!.sentence - 1) break;
      if (p.figure(j).base === f.base && standsForItself(p, j)) sums.unshift(p.figure(j));
    }
    const made = sums.map((x): readonly Part[] => [x, ...added].map((figure) => ({ figure, label: '', times: 1 })));
    if (made.length === 0 || made[0]!.some((x) => x.figure.value === null)) continue;
    const right = made.find((parts) => fits(f, parts, parts.length));
    const parts = right ?? made[0]!;
    const sure = slipped(parts, f, 0) && !parts.some((x) => x.figure.approximate);
    const verdict = right !== undefined ? 'ok' : sure ? 'mismatch' : 'unsure';
    const digits = digitsLike(exactTotal(parts, parts.length), f);
    yield claim('sum', verdict, [...parts.map((x) => x.figure), f], f, () => note(parts, parts.length, f), f, digits);
  }
}

function inBrackets(text: string, from: number, at: number): boolean {
  const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
  return open > from && Math.max(text.lastIndexOf('）', at), text.lastIndexOf(')', at)) < open;
}

const incoming = /收入(?:总量|总计|合计)(?:为|达到|达|是)?$/;
const outgoing = /支出(?:总量|总计|合计)(?:为|达到|达|是)?$/;

/** 收入总量…，支出总量…。收支总量相抵，赤字…. */
function* offsets(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!quantity(f) || f.upper !== undefined || !offset.test(p.lead(i))) continue;
    const find = (role: RegExp): number => {
      for (let j = i - 1; j >= 0 && i - j < 24; j--)
        if (p.figure(j).base === f.base && role.test(p.lead(j)) && p.figure(j).upper === undefined) return j;
      return -1;
    };
    const [a, b] = [find(incoming), find(outgoing)];
    if (a >= 0 && b >= 0) yield differenceClaim(p.figure(a), p.figure(b), f, true);
  }
}

const surplus = /(?:^|[，,、；;])(?:[^，,。；;、]{0,8}?)(?:(顺差|结余|盈余)|(逆差|缺口|赤字)|差额)(?:为|达到|达|近)?$/;
const recorded = /[，,](?:因而|因此|从而)?录得$/;
const gains = /出口|收入/;
const losses = /(?<!出)进口(?!出)|支出|开支/;

/** 出口52.7亿美元，增长3%，进口33.7亿美元，顺差19亿美元; 支出2932亿元，收入3957亿元，录得1025亿元盈余. */
function* balances(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!quantity(f) || f.upper !== undefined || f.value === null) continue;
    const lead = p.lead(i);
    const told = recorded.test(lead) ? /^(?:(盈余)|(赤字))/.exec(p.tail(i)) : surplus.exec(lead.slice(-24));
    if (told === null) continue;
    const sides: number[] = [];
    // 出口2.44万亿元，进口2.08万亿元。…顺差3622亿元: in the sentence before
    const near = (j: number): boolean =>
      p.same(i, j) || (p.list[i]!.sentence - p.list[j]!.sentence === 1 && f.start - p.figure(j).end < 60);
    for (
      let j = i - 1;
      j >= 0 && i - j < 12 && (sides.length === 0 ? near(j) : p.same(sides[0]!, j)) && sides.length < 2;
      j--
    ) {
      if (!quantity(p.figure(j))) continue;
      if (p.figure(j).base !== f.base) break;
      if (standsForItself(p, j)) sides.unshift(j);
    }
    const [a, b] = sides;
    if (a === undefined || b === undefined) continue;
    const [x, y] = [p.lead(a).slice(-14), p.lead(b).slice(-14)];
    const forward = gains.test(x) && losses.test(y) && !losses.test(x) && !gains.test(y);
    if (!forward && !(losses.test(x) && gains.test(y) && !gains.test(x) && !losses.test(y))) continue;
    if (/出口/.test(x + y) !== /进口/.test(x + y)) continue;
    const [gain, loss] = forward ? [p.figure(a), p.figure(b)] : [p.figure(b), p.figure(a)];
    if (told[1] !== undefined) yield differenceClaim(loss, gain, f, true, true);
    else if (told[2] !== undefined) yield differenceClaim(gain, loss, f, true, true);
    else yield differenceClaim(gain, loss, f, true);
  }
}
