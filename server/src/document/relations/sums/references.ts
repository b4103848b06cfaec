/** 实施重点项目52个…。这52个项目: what is pointed back at is as many as it was. */
import { Decimal } from '../../../text/decimal.ts';
import type { FigureToken } from '../../figures.ts';
import { type Claim, claim, digitsLike, type Passage, quantity } from '../passage.ts';

const points = /(?:^|[，,。；;、])(?:对|把|在|从|按)?(?:这|上述|以上|上面这)$/;
/** Characters that a noun has at least: 个人, 家企业. */
const least = 2;

export function* references(p: Passage): Generator<Claim> {
  if (!/[这上]/.test(p.text)) return;
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!counted(f) || !points.test(p.text.slice(Math.max(0, f.start - 4), f.start))) continue;
    const noun = /^[\u4e00-\u9fa5]{2,6}?(?=[，,。；;、的都均是要在将全已]|中)/.exec(
      p.text.slice(f.end, f.end + 8),
    )?.[0];
    if (noun === undefined || noun.length < least) continue;
    const said: FigureToken[] = [];
    let same: FigureToken | undefined;
    for (let j = i - 1; j >= 0 && p.list[i]!.sentence - p.list[j]!.sentence <= 2; j--) {
      const g = p.figure(j);
      if (g.base !== f.base || !counted(g)) continue;
      if (g.value!.equals(f.value!)) same ??= g;
      if (p.lead(j).endsWith(noun) || p.text.startsWith(noun, g.end)) said.push(g);
    }
    const only = same ?? (said.length === 1 ? said[0] : undefined);
    if (only === undefined) continue;
    const right = only.value!.equals(f.value!);
    const note = `${only.value}≠${f.value}`;
    yield claim(
      'same-indicator',
      right ? 'ok' : 'mismatch',
      [only, f],
      f,
      right ? '' : note,
      f,
      digitsLike(only.value!, f),
    );
  }
}

/** Of so few, others may be meant. */
const few = Decimal.of(10);
const counted = (f: FigureToken): boolean =>
  quantity(f) &&
  f.whole &&
  f.bound === 'exact' &&
  f.upper === undefined &&
  f.value !== null &&
  f.value.compare(few) > 0;
