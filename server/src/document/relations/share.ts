/** 81个，占项目总数的64.3%; 完成年计划20亿元的87.5%; 从87个中筛选52个; 126人，实到120人，到会率95.2%. */
import { Decimal } from '../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../figures.ts';
import {
  amountBeside,
  type CheckType,
  type Claim,
  claim,
  decimals,
  judge,
  leavesBrackets,
  meets,
  type Passage,
  percentage,
  percentOf,
  quantity,
  show,
  type Verdict,
} from './passage.ts';

const planned = /计划|目标|任务|预算|年初|预期|安排/;
const shareLead =
  /占(?:比|到|了|据|有)?([^，,。；;占]{0,24}?)(?:的(?:比重|比例|份额)?)?(?:达到|达|为|约|近|超过|仅|只|还不到|不到|到|上升到|提高到|约为|\s)*$/;
const progressLead =
  /(?:完成|占|达到|实现|为|达|相当于)(?:了)?([^，,。；;]{0,20}?(?:计划|目标|任务|预算)[^，,。；;]{0,8}?)的?(?:比例|进度)?(?:为|达到|达|约|近|\s)*$/;
const rateLead = /([\u4e00-\u9fa5]{1,6}率)(?:为|达到|达|约|分别为|近|\s)*$/;

export function* shares(p: Passage): Generator<Claim> {
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!percentage(f) || f.upper !== undefined) continue;
    const found = explicit(p, i) ?? named(p, i) ?? rate(p, i);
    if (found !== undefined) yield found;
  }
  yield* subsets(p);
}

/** Index of the nearest quantity before `i` in its sentence, percentages and the like between; -1 when none within reach. */
function partBefore(p: Passage, i: number, reach = 48): number {
  for (let j = i - 1; j >= 0 && p.same(i, j); j--) {
    const f = p.figure(j);
    if (p.figure(i).start - f.end > reach) return -1;
    // 5人，占全省22人的四分之一，占全国73名的…: the 22 are a whole themselves
    if (quantity(f) && /占[^，,。；;]{0,16}$/.test(p.lead(j))) continue;
    if (quantity(f)) return j;
    if (f.kind === 'percent' && /占|率/.test(p.lead(j))) return -1;
  }
  return -1;
}

/** 占126个项目的64.3%, 完成年计划20亿元的87.5%. */
function explicit(p: Passage, i: number): Claim | undefined {
  const w = i - 1;
  const whole = p.figure(w);
  if (!quantity(whole) || !p.same(i, w)) return undefined;
  const between = p.between(w, i);
  if (
    between.length > 16 ||
    !/^[^，,。；;]*?的?(?:比例|比重)?(?:为|达|约|近|\s)*$/.test(between) ||
    !/的|比例|比重/.test(between) ||
    /(?:增长|提高|下降|增加)/.test(between)
  )
    return undefined;
  const lead = p.lead(w);
  const progress = /(?:完成|达到|实现|占|达|为)[^，,。；;]*(?:计划|目标|任务|预算)[^，,。；;]{0,8}$/.test(lead);
  const share = /占[^，,。；;]{0,16}$/.test(lead);
  if (!progress && !share) return undefined;
  if (/比(?:上|去)年|同比/.test(lead)) return undefined;
  // 完成17.5亿元，占年计划20亿元的87.5%; but 超过计划20亿元的5% tells something else
  if (/超(?!过?\d)|高于|低于|多于/.test(lead.slice(-10))) return undefined;
  const a = partBefore(p, w);
  if (a < 0) return undefined;
  if (p.figure(a).base !== whole.base) return undefined;
  return percentClaim(p, progress ? 'progress' : 'share', p.figure(a), whole, p.figure(i), true);
}

/** 占项目总数的64.3%, 占比93.6%, 完成年计划的87.5%: the whole stands elsewhere. */
function named(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  const progress = progressLead.exec(lead);
  const share = progress === null ? shareLead.exec(lead) : null;
  if (progress === null && share === null) return undefined;
  if (
    /(?:从|由)[^，,。；;]{0,12}$/.test(lead) ||
    /^[^，,。；;]{0,4}(?:提高|上升|下降|增加|减少|降)(?:到|至)/.test(p.tail(i))
  )
    return undefined;
  const type: CheckType = progress !== null ? 'progress' : 'share';
  const a = partBefore(p, i);
  if (a < 0) return undefined;
  const part = p.figure(a);
  // what stands between part and percentage must not open a new subject: 12个，…，服务业占5%
  const at = lead.lastIndexOf(progress !== null ? progress[0] : share![0]);
  const start = f.start - lead.length + at;
  const gap = p.text.slice(Math.max(part.end, i > 0 ? p.figure(i - 1).end : 0), start);
  const noun = clean((progress ?? share)![1] ?? '');
  if (gap.replace(/[，,、（(；;\s]|约|共|总共|合计|同比|分别|[^，,]{0,8}(?:以上)?$/g, '').length > 6) return undefined;
  if (/分别/.test(p.text.slice(part.end, f.start))) return undefined;

  const candidates: { index: number; sure: boolean }[] = [];
  const seen = new Set<string>();
  const partAmount = exactAmount(part);
  for (let j = a - 1; j >= 0 && a - j < 60; j--) {
    const w = p.figure(j);
    if (!quantity(w) || w.base !== part.base || w.upper !== undefined) continue;
    const value = exactAmount(w);
    if (value === null || partAmount === null) {
      if (value === null && type === 'progress' && planned.test(p.list[j]!.lead))
        return claim(type, 'not-checkable', [w, part, f], f, '', show(f));
      continue;
    }
    if (type === 'share' && value.compare(partAmount) < 0) continue;
    if (type === 'progress' && !planned.test(p.list[j]!.lead)) continue;
    const key = value.toString();
    if (seen.has(key)) continue;
    seen.add(key);
    candidates.push({ index: j, sure: wholeFits(p, j, a, noun, type) });
  }
  // 已完成17.5亿元，占计划的87.5%，年计划20亿元 and 1.2万人，占比12%（全县10万人): the whole may follow at once
  for (const { index } of candidates) {
    const claimed = percentClaim(p, type, part, p.figure(index), f, false);
    if (
      claimed?.verdict === 'ok' &&
      (wholeFits(p, index, a, noun, type) || !(part.approximate || p.figure(index).approximate || f.approximate))
    )
      return claimed;
  }
  const sure = candidates.filter((x) => x.sure);
  if (sure.length === 1) return percentClaim(p, type, part, p.figure(sure[0]!.index), f, true);
  if (candidates.length > 0) return claim(type, 'unsure', [p.figure(candidates[0]!.index), part, f], f, '', show(f));
  return undefined;
}

const clean = (noun: string): string =>
  noun
    .replace(/全[县市省区国校社会]+|我[县市省区国校]|同期|其|本|总投资额?$/g, (x) => (x.startsWith('总') ? x : ''))
    .replace(/(?:的)?(?:总数|总量|总额|总人数|总户数|总面积|总值|全部|总|比重|比例|比)$/g, '')
    .replace(/^(?:全部|总|全)/, '');

/** Whether the draft leaves no doubt that figure `j` is the whole that figure `a` is a share of. */
function wholeFits(p: Passage, j: number, a: number, noun: string, type: CheckType): boolean {
  const w = p.list[j]!;
  if (type === 'progress')
    return (
      a - j <= 2 &&
      p.sentence(a).start - p.figure(j).end < 60 &&
      /计划|目标|任务|预算/.test(w.lead) &&
      !/增长|上年|去年/.test(w.lead)
    );
  const own = `${w.lead.slice(-24)}${p.text.slice(p.figure(j).end, p.figure(j).end + 8).replace(/[，。；、,].*$/, '')}`;
  if (noun.length >= 2)
    return own.includes(noun) && !/其中/.test(w.lead) ? true : own.includes(noun) && own.endsWith(noun);
  // no noun: only the figure that 其中 opens
  const between = p.between(j, a);
  if (!p.same(j, a) || !/其中/.test(between) || /[。；;]/.test(between)) return false;
  for (let k = j + 1; k < a; k++)
    if (
      quantity(p.figure(k)) &&
      p.figure(k).base === p.figure(j).base &&
      p.text.lastIndexOf('其中', p.figure(k).start) > p.figure(j).end
    )
      return false;
  return true;
}

/** 签约126个，开工81个，开工率64.3%. */
function rate(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  const m = rateLead.exec(lead);
  if (m === null || /分别/.test(lead) || /增长率|利率|税率|费率|汇率|速率|效率|死亡率|出生率|增速/.test(m[1]!) || lead.length > 14)
    return undefined;
  const a = i - 1;
  const w = i - 2;
  if (w < 0 || !p.same(i, w)) return undefined;
  const part = p.figure(a);
  const whole = p.figure(w);
  if (
    !quantity(part) ||
    !quantity(whole) ||
    part.base !== whole.base ||
    part.upper !== undefined ||
    whole.upper !== undefined
  )
    return undefined;
  const x = exactAmount(part);
  const y = exactAmount(whole);
  if (x === null || y === null) return claim('share', 'not-checkable', [whole, part, f], f, '', show(f));
  if (x.compare(y) > 0 || x.sign <= 0) return undefined;
  const verb = m[1]!.replace(/率$/, '').slice(-2);
  const tied =
    /^[，,、；;（(]?[\u4e00-\u9fa5]{1,6}率/.test(lead) &&
    (p.list[a]!.lead.includes(verb) || /^(?:完成|到会|出席|参训|参与|合格|签约)$/.test(verb)) &&
    !/[。；;]/.test(p.between(w, a)) &&
    p.between(w, a).length <= 14;
  const found = percentClaim(p, 'share', part, whole, f, tied);
  if (found === undefined || found.verdict === 'ok') return found;
  // 检出12人，合格率90%: the others are meant
  const rest = y.minus(x);
  if (rest.sign > 0 && judge(percentOf({ low: rest, high: rest }, amount(whole), decimals(f)), f) === 'ok')
    return undefined;
  return found;
}

function percentClaim(
  _p: Passage,
  type: CheckType,
  part: FigureToken,
  whole: FigureToken,
  f: FigureToken,
  sure: boolean,
): Claim | undefined {
  const members = [whole, part, f];
  const x = exactAmount(part);
  const y = exactAmount(whole);
  if (x === null || y === null || f.value === null) return claim(type, 'not-checkable', members, f, '', show(f));
  if (y.sign <= 0) return undefined;
  let verdict: Verdict = judge(percentOf(amountBeside(part, whole), amountBeside(whole, part), decimals(f)), f);
  // a plan is a round number; of anything else 20亿元 may be 19.6
  if (
    verdict === 'mismatch' &&
    type !== 'progress' &&
    judge(percentOf(amount(part), amount(whole), decimals(f)), f) === 'ok'
  )
    verdict = 'unsure';
  if (verdict === 'mismatch' && (!sure || (part.approximate && whole.approximate))) verdict = 'unsure';
  const value = x.times(Decimal.hundred).over(y, -Math.max(decimals(f), f.kind === 'fraction' ? 0 : decimals(f)));
  return claim(
    type,
    verdict,
    members,
    f,
    `${show(part)}÷${show(whole)}=${value}%`,
    show(f),
    f.kind === 'percent' ? value.shift(-f.exponent).toString() : undefined,
  );
}

// ------------------------------------------------------------------------------------------------------------------ subset

/** 从87个项目中筛选了52个, 12个项目中，有10个, 20个以上，其中…3—5个: the part cannot be the larger. */
function* subsets(p: Passage): Generator<Claim> {
  for (let i = 0; i + 1 < p.list.length; i++) {
    const whole = p.figure(i);
    if (!quantity(whole)) continue;
    let j = i + 1;
    while (j < p.list.length && p.figure(j).bare === true) j++;
    if (j >= p.list.length || j - i > 3 || !p.same(i, j)) continue;
    const part = p.figure(j);
    if (!quantity(part) || part.base !== whole.base) continue;
    const between = p.text.slice(whole.end, part.start);
    if (between.length > 32 || leavesBrackets(between)) continue;
    const drawn =
      /^[^，,。；;、]{0,14}中(?![型等学级稻央心小医药国共西东部标])[，,]?[^，,。；;、]{0,12}$/.test(between) &&
      !/其中/.test(between);
    const among = /^[^。；;]{0,8}[，,（(]?其中/.test(between) && !/增长|增加|减少|比/.test(between);
    if (!drawn && !among) continue;
    if (
      /净|利润|盈|亏|顺差|结余|增长|下降|减少|减|比/.test(p.list[i]!.lead.slice(-12)) ||
      p.list[i]!.aspect === 'change'
    )
      continue;
    if (drawn && /每$/.test(p.text.slice(0, whole.start))) continue;
    const x = amount(part);
    const y = amount(whole);
    if (part.value === null || whole.value === null) {
      yield claim('subset', 'not-checkable', [whole, part], part, '', show(part));
      continue;
    }
    // exact sums of several parts are told by sum.ts; here only the first part against its whole
    const impossible = x.low !== undefined && y.high !== undefined && x.low.compare(y.high) > 0;
    yield claim(
      'subset',
      impossible ? 'mismatch' : meets(x, y) || !impossible ? 'ok' : 'unsure',
      [whole, part],
      part,
      `${show(part)}${impossible ? '>' : '≤'}${show(whole)}`,
      show(part),
    );
  }
}
