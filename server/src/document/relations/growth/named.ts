/** 农村增速比城镇高1.5个百分点; 下半年比上半年增长26.8%; 出口额是进口额的2.5倍: the two figures are told by their names. */

import { charactersOf, holdsAny } from '../../../text/characters.ts';
import { type Claim, type Passage, quantity, reachFigures } from '../passage.ts';
import { schedules } from '../time/schedules.ts';
import { movements } from './movements.ts';
import { differenceClaim, growthClaim, multipleClaim } from './reckoned.ts';

const comparing =
  /(?:^|[，,、；;（(])([^，,、；;（(比较]{2,14})(?:比|较)([^，,、；;比较]{2,10}?)(?:增长|增加|净增|提高|高出?|快|多出?|少|低|慢|下降|减少)(?:了)?(?:约|近)?$/;
/** One of them is in whatever `comparing` and `above` find. */
const mayCompare = charactersOf('比较于出');
const falling = /少|低|慢|下降|减少/;
const ratio =
  /(?:^|[，,、；;（(])([^，,、；;（(是为]{0,10})(?:是|为|相当于)([^，,、；;是为]{1,8}?)(?:额|数|量|值)?的(?:近|约|将近)?$/;

/** (农村)增速快于城镇1.7个百分点; 全国为6.1%，高出全国0.7个百分点. */
const above =
  /(?:^|[，,、；;（(])([^，,、；;（(]{0,14}?)(?:(?:高于|高出|快于)|(低于|慢于))([^，,、；;于]{2,10}?)(?:平均)?(?:水平|增速|增幅)?$/;

export function* named(p: Passage): Generator<Claim> {
  yield* movements(p);
  if (p.text.includes('进度') || p.text.includes('过半')) yield* schedules(p);
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.upper !== undefined) continue;
    if (f.kind === 'percent' || f.kind === 'percentage-point' || quantity(f)) {
      const lead = p.lead(i);
      if (!holdsAny(lead, mayCompare)) continue;
      const m = lead.length <= 40 ? comparing.exec(lead) : null;
      if (m === null) {
        const n = f.kind === 'percentage-point' && lead.length <= 40 ? above.exec(lead) : null;
        if (n === null || /[年期季月]/.test(n[3]!)) continue;
        // 增速高于全部规上工业: 增速 names nothing, and 全部 no place
        const other = n[3]!.replace(/^(?:全部|所有)/, '');
        const pair = find(p, i, n[1]!.replace(/^(?:增速|增幅)$/, ''), other, 'percent', undefined);
        if (pair === undefined) continue;
        // 高于全省民间投资: the growth of 全省县域投资 is another
        const named = other.replace(/(?:的)?(?:平均|水平|增速|增幅|增长)+$/, '');
        const apart = p.text.slice(p.figure(pair[1]).end, f.start).includes('；');
        if (named.startsWith('全') && (apart || !labelAt(p, pair[1]).includes(named))) continue;
        const [x, y] = n[2] === undefined ? pair : [pair[1], pair[0]];
        yield differenceClaim(p.figure(y), p.figure(x), f, true, true);
        continue;
      }
      const kind = f.kind === 'percentage-point' ? 'percent' : 'quantity';
      const pair = find(p, i, m[1]!, m[2]!, kind, quantity(f) ? f.base : undefined);
      if (pair === undefined) continue;
      const [x, y] = pair;
      const down = falling.test(m[0].slice(-6));
      if (f.kind === 'percent') yield growthClaim(p, p.figure(y), p.figure(x), f, 1, down);
      else
        yield down
          ? differenceClaim(p.figure(x), p.figure(y), f, true, true)
          : differenceClaim(p.figure(y), p.figure(x), f, true, true);
    } else if (f.kind === 'multiple' && f.base === '倍') {
      const m = ratio.exec(p.lead(i));
      if (m === null || /年|原来|上|前|后|[末底初时期]$/.test(m[2]!)) continue;
      const pair = find(p, i, m[1]!, m[2]!, 'quantity', undefined);
      if (pair !== undefined) yield multipleClaim(p.figure(pair[0]), p.figure(pair[1]), f, '是', true);
    }
  }
}

const labelAt = (p: Passage, j: number): string => `${p.lead(j).slice(-16)}|${p.list[j]!.phrase}`;

/** Indexes of the figures that two names mean: of one sentence, and each the only one of its name. */
function find(
  p: Passage,
  i: number,
  first: string,
  second: string,
  kind: 'percent' | 'quantity',
  base: string | undefined,
): [number, number] | undefined {
  const a = first.replace(/^(?:其中|而且|而|但|全[县市省区])/, '').slice(0, 2);
  const b = second.slice(0, 2);
  if (b.length < 2 || a === b) return undefined;
  const x: number[] = [];
  const y: number[] = [];
  let others = -1;
  for (let j = Math.max(0, i - reachFigures); j < i; j++) {
    const f = p.figure(j);
    if (!p.same(j, i) || f.kind !== kind || f.upper !== undefined || (base !== undefined && f.base !== base)) continue;
    if (kind === 'quantity' && !quantity(f)) continue;
    if (kind === 'percent' && p.list[j]!.aspect === 'share') continue;
    const label = labelAt(p, j);
    if (label.includes(b)) y.push(j);
    else if (a.length === 2 && label.includes(a)) x.push(j);
    else others = j;
  }
  if (y.length !== 1) return undefined;
  if (x.length === 0 && a === '' && others >= 0) x.push(others);
  if (x.length !== 1) return undefined;
  const u = p.figure(x[0]!);
  const v = p.figure(y[0]!);
  return u.base === v.base ? [x[0]!, y[0]!] : undefined;
}
