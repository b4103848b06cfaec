/** 到会38名，赞成36票，反对1票，弃权1票: those who voted are those who came. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, digitsLike, type Passage, quantity } from '../passage.ts';
import { exactTotal, note, type Part } from './parts.ts';

const kinds = [
  /(?:赞成|同意)(?:票|的|者)?(?:为|有)?$/,
  /(?:反对|不同意)(?:票|的|者)?(?:为|有)?$/,
  /(?:弃权|未按(?:表决器)?|未表决)(?:票|的|者)?(?:为|有)?$/,
];
const voters =
  /(?:到会|出席|实到|到场|参会|参加(?:会议|表决|投票|选举)?|投票|(?:收回|发出|投出|有效)(?:的)?(?:有效)?(?:选票|表决票|票)?)[^，,。；;、\d]{0,12}$/;
/** Figures before the votes among which those who voted are looked for. */
const reach = 8;

export function* votes(p: Passage): Generator<Claim> {
  if (!p.text.includes('赞成') && !p.text.includes('同意')) return;
  for (let i = 1; i < p.list.length; i++) {
    if (!vote(p, i, 0)) continue;
    const parts: Part[] = [];
    let k = i;
    for (let kind = 0; k < p.list.length && p.same(i, k); k++) {
      while (kind < kinds.length && !vote(p, k, kind)) kind++;
      if (kind === kinds.length) break;
      parts.push({ figure: p.figure(k), label: '', times: 1 });
    }
    const whole = parts.length > 1 ? votersBefore(p, i, parts[0]!.figure) : undefined;
    if (whole !== undefined) yield voted(parts, p.figure(whole), valid.test(p.lead(whole)));
    i = k - 1;
  }
}

function vote(p: Passage, i: number, kind: number): boolean {
  const f = p.figure(i);
  return (
    quantity(f) && f.value !== null && (f.base === '票' || f.base === '人') && kinds[kind]!.test(p.lead(i).slice(-8))
  );
}

/** 有效票172张: every one of them is for, against or abstains. */
const valid = /有效(?:选票|表决票|票)(?:共|为|有)*$/;

function votersBefore(p: Passage, i: number, f: FigureToken): number | undefined {
  for (let j = i - 1; j >= 0 && i - j <= reach; j--) {
    const g = p.figure(j);
    if (
      !quantity(g) ||
      g.value === null ||
      g.upper !== undefined ||
      (g.base !== f.base && g.base !== '人' && g.base !== '票' && !(g.base === '张' && p.lead(j).includes('票')))
    )
      continue;
    return voters.test(p.lead(j)) && !/应[到出]/.test(p.lead(j)) ? j : undefined;
  }
  return undefined;
}

/** Not everybody who came need have voted; more than came cannot. */
function voted(parts: readonly Part[], whole: FigureToken, all: boolean): Claim {
  const n = parts.length;
  const made = exactTotal(parts, n);
  const order = made.compare(exactAmount(whole)!);
  const verdict = order === 0 ? 'ok' : (order > 0 || all) && n > 2 ? 'mismatch' : 'unsure';
  const members = [whole, ...parts.map((x) => x.figure)];
  return claim('sum', verdict, members, whole, () => note(parts, n, whole), whole, digitsLike(made, whole));
}
