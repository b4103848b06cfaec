/** 历时90天，分三个阶段：宣传发动阶段20天，集中整治阶段50天，总结阶段20天: stages follow one another, and make the time that all of it takes. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import type { Claim, Passage } from '../passage.ts';
import { exactTotal, longestList, type Part, sumClaim } from './parts.ts';

const stage = /(?:阶段|环节|步骤|[一二三四五六]步|[一二三四五六]期)(?:为期|历时|用时|时间|安排|[为共用约])?$/;
/** 共110天, behind its stages. */
const together = /^[，,](?:总?共|合计|总计|前后)(?:需要?|用时?|历时|为期)?$/;
/** Characters from one of them to the next. */
const reach = 60;

export function* stages(p: Passage): Generator<Claim> {
  if (!/阶段|环节|步/.test(p.text)) return;
  for (let i = 0; i + 2 < p.list.length; i++) {
    const whole = p.figure(i);
    if (!lasts(whole)) continue;
    const first = stage.test(p.lead(i)) ? i : i + 1;
    const parts: Part[] = [];
    let from = first === i ? p.sentence(i).start : whole.end;
    let total = first === i ? undefined : whole;
    for (let j = first; j < p.list.length && p.same(i, j) && parts.length < longestList; j++) {
      const f = p.figure(j);
      const label = p.text.slice(from, f.start);
      if (f.base !== whole.base) continue;
      if (!lasts(f) || label.length > reach) break;
      if (!stage.test(label)) {
        if (together.test(label)) total ??= f;
        break;
      }
      parts.push({ figure: f, label, times: 1 });
      from = f.end;
    }
    if (parts.length > 1 && total !== undefined)
      yield sumClaim(total, parts, exactTotal(parts, parts.length).equals(exactAmount(total)!));
    i += parts.length;
  }
}

const lasts = (f: FigureToken): boolean =>
  f.kind === 'quantity' &&
  (f.base === '日' || f.base === '月' || f.base === '周') &&
  f.value !== null &&
  f.upper === undefined &&
  f.bound === 'exact' &&
  !f.approximate;
