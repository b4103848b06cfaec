/** 比一季度的5.6%加快1.2个百分点，达到6.8%; 318天，比上年增加12天，去年为306天: a step and where it led, however the two are put. */
import { exactAmount, type FigureToken } from '../../figures.ts';
import { countOf, meanClaim } from '../means/means.ts';
import { type Claim, compared, type Passage, quantity } from '../passage.ts';
import { longestList } from '../sums/parts.ts';
import { differenceClaim, growthClaim, multipleClaim } from './reckoned.ts';

const up = '增加|增长|净增|提高|提升|上升|加快|扩大|多|高出?|快';
const down = '减少|下降|降低|回落|放缓|缩小|收窄|少|低|慢';
const step = new RegExp(`^(?:净?(${up})|(${down}))(?:了|出)?$`);
const stepSince = new RegExp(
  `^[，,](?:同比|(?:比|较)(?:上年|去年|前年|上一年|\\d{4}年)(?:同期|末|底)?)(?:净?(${up}|多增|多收)|(${down}|少增|少收))(?:了|出)?$`,
);
const grownSince =
  /^[，,；;](?:同比|环比|(?:比|较)(?:上年|去年|前年|上一年)(?:同期|末|底)?)?(?:(增长|增加|上升|提高)|(下降|减少|降低))(?:了)?$/;
const reached =
  /^[，,、](?:目前|现在|今年|现)?(?:达到|达|升至|升到|增至|增加到|增长到|提高到|降至|降到|下降到|回落到|为)(?:了)?$/;
const formerly =
  /^[，,；;（(](?:而)?(?:去年|上年|上一年|\d{4}年|上个?月|上季度|上周)(?:同期|同月|末|底|[上下]半年|前三季度)?(?:新增|完成|实现|接待|受理|办理|发生|引进|查处|招收|死亡|受伤|为|是|达到|只有|仅有|仅为)?$/;
const moved = /^[，,](?:同比|增速|增幅|一年)?(?:(加快|提高|提升|上升)|(回落|放缓|下降|降低))(?:了)?$/;

export function* movements(p: Passage): Generator<Claim> {
  const planned =
    p.text.includes('计划') || p.text.includes('预算') || p.text.includes('任务') || p.text.includes('目标');
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.upper !== undefined || f.value === null || !p.same(i, i - 1)) continue;
    if (f.kind === 'percentage-point') {
      const found = moving(p, i) ?? yearlyPoints(p, i);
      if (found !== undefined) yield found;
    }
    if (i < 2 || !p.same(i, i - 2)) continue;
    if (f.base === '倍' && f.kind === 'multiple') {
      const [a, b] = [p.figure(i - 2), p.figure(i - 1)];
      if (
        level(a) &&
        level(b) &&
        a.base === b.base &&
        /^[，,]前者(?:约)?(?:是|为|相当于)后者的$/.test(p.between(i - 1, i))
      )
        yield multipleClaim(a, b, f, '是', true);
      continue;
    }
    if (!level(f)) continue;
    const found =
      formerAndLatter(p, i) ??
      led(p, i) ??
      since(p, i) ??
      sinceInUnit(p, i) ??
      then(p, i) ??
      (planned ? beyondPlan(p, i) : undefined);
    if (found !== undefined) yield found;
  }
}

const level = (f: FigureToken): boolean =>
  (quantity(f) || f.kind === 'percent' || (f.kind === 'quantity' && f.base === '日')) && f.upper === undefined;

/** 6.42亿元，…2.37亿元，前者比后者多4.05亿元. */
function formerAndLatter(p: Passage, i: number): Claim | undefined {
  const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (a.base !== f.base || b.base !== f.base || a.kind !== b.kind || a.kind !== f.kind) return undefined;
  const way = /^[，,]前者比后者(?:(多|高)|少|低)(?:出|了)?$/.exec(p.between(i - 1, i));
  if (way === null) return undefined;
  return way[1] === undefined ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true);
}

/** The step `d` is told in points beside percentages, in the same unit beside amounts. */
const fitsBeside = (d: FigureToken, a: FigureToken): boolean =>
  a.kind === 'percent' ? d.kind === 'percentage-point' : d.kind === a.kind && d.base === a.base;

/** 比上年的36亿元增加9亿元，达到45亿元: figure i is where it led. */
function led(p: Passage, i: number): Claim | undefined {
  const [a, d, b] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (!level(a) || a.kind !== b.kind || a.base !== b.base || d.upper !== undefined || !fitsBeside(d, a))
    return undefined;
  if (!reached.test(p.between(i - 1, i))) return undefined;
  const way = step.exec(p.between(i - 2, i - 1));
  if (way === null || !/(?:比|较)[^，,。；;比较]{1,12}的$/.test(p.lead(i - 2))) return undefined;
  return way[1] !== undefined ? differenceClaim(a, b, d, true, true) : differenceClaim(b, a, d, true, true);
}

/** 2.4亿元，其中中央1.2亿元、省级0.8亿元、市级0.4亿元，同比增长20%: place of what the list that ends at `j` is of; `j` where it ends none. */
function listedOf(p: Passage, j: number): number {
  for (let k = j; k > 0 && j - k < longestList && p.same(k - 1, j) && p.figure(k - 1).base === p.figure(j).base; k--) {
    const between = p.between(k - 1, k);
    if (between.includes('其中')) return k < j ? k - 1 : j;
    if (!/^[\u4e00-\u9fa5]{0,6}[、，,][^，,。；;、]{1,10}$/.test(between)) break;
  }
  return j;
}

/** 318天，同比增加12天，去年为306天: figure i is what it was. */
function since(p: Passage, i: number): Claim | undefined {
  const at = listedOf(p, i - 2);
  const [b, d, a] = [p.figure(at), p.figure(i - 1), p.figure(i)];
  if (!sameStretch(p, at, i)) return undefined;
  // 上月为1000件；同比下降25%，去年同月为1600件: neither is it
  if (formerly.test(p.lead(i - 2))) return undefined;
  const rate = d.kind === 'percent' && quantity(b);
  if (!level(b) || a.kind !== b.kind || a.base !== b.base || d.upper !== undefined || !(rate || fitsBeside(d, b)))
    return undefined;
  const ago = p.list[i - 2]!.period === '去年' && /^[，,](?:前年|大前年)(?:为|是)$/.test(p.between(i - 1, i));
  if (!(ago || formerly.test(p.between(i - 1, i))) || compared(p.lead(i - 2).replace(/占比|比重|比例/g, '')))
    return undefined;
  const way = (rate ? grownSince : stepSince).exec(p.between(i - 2, i - 1));
  if (way === null) return undefined;
  // 比2019年增加4家，2019年为7家
  const year = /\d{4}/;
  if (year.exec(p.between(i - 2, i - 1))?.[0] !== year.exec(p.between(i - 1, i))?.[0]) return undefined;
  // 环比 is since the month before, and nothing else
  if (p.between(i - 2, i - 1).includes('环比') !== /上个?月|上季|上周/.test(p.between(i - 1, i))) return undefined;
  if (rate) return growthClaim(p, a, b, d, 1, way[1] === undefined);
  return way[1] !== undefined ? differenceClaim(a, b, d, true, true) : differenceClaim(b, a, d, true, true);
}

const grownInUnit =
  /(?:^|[，,、（(])(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?([^，,。；;\d]{0,8}?)(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?(?:(增长|增加|上升|提高|升高)|(?:下降|减少|降低))(?:了)?$/;
const sameTime = /同比|上年|去年/;
/** What a number of each is counted in. */
const countedIn: Readonly<Record<string, string>> = {
  批次: '批',
  人次: '人次',
  件次: '件次',
  起数: '起',
  件数: '件',
  户数: '户',
  人数: '人',
};
/** Figures back among which the amount is looked for. */
const reach = 5;

/** 52批186人次，批次同比下降20%，去年是65批; 立案465件，罚款4185万元，同比案件数上升15.1%，去年是404件: of several amounts the unit of what it was tells which. */
function sinceInUnit(p: Passage, i: number): Claim | undefined {
  const [d, a] = [p.figure(i - 1), p.figure(i)];
  if (d.kind !== 'percent' || d.upper !== undefined || !quantity(a) || !formerly.test(p.between(i - 1, i)))
    return undefined;
  const lead = p.between(i - 2, i - 1);
  const way = grownInUnit.exec(lead);
  if (way === null) return undefined;
  const unit = countedIn[way[1]!];
  if (unit === undefined ? !sameTime.test(lead) : a.base !== unit) return undefined;
  const b = onlyBefore(p, i);
  if (b < 0) return undefined;
  if (!sameStretch(p, b, i)) return undefined;
  return growthClaim(p, a, p.figure(b), d, 1, way[2] === undefined);
}

const ofStretch = /[上下]半年|前三季度/;

/** 1至8月完成50亿元，同比增长10%，去年上半年为38亿元: what it was is of another part of the year. */
function sameStretch(p: Passage, b: number, i: number): boolean {
  const stretch = ofStretch.exec(p.between(i - 1, i))?.[0];
  const { period } = p.list[b]!;
  return stretch === undefined || period === '' || period.includes(stretch);
}

/** The only amount in the unit of `i` before it in its sentence, its rate between; -1 where there are several or none. */
function onlyBefore(p: Passage, i: number): number {
  let found = -1;
  for (let j = i - 2; j >= 0 && i - j <= reach && p.same(j, i); j--) {
    if (p.figure(j).base !== p.figure(i).base) continue;
    if (found >= 0 || !p.standsForItself(j)) return -1;
    found = j;
  }
  return found;
}

/** 512亿元，是2010年的3.2倍，当时仅为160亿元: figure i is what it was. */
function then(p: Passage, i: number): Claim | undefined {
  const [b, f, a] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (f.base !== '倍' || !quantity(b) || a.base !== b.base || a.kind !== b.kind || f.upper !== undefined)
    return undefined;
  if (!/^[，,（(](?:当时|那时|当年|上年|去年|上年同期|去年同期)(?:仅|只)?(?:为|有|是)$/.test(p.between(i - 1, i)))
    return undefined;
  return /^[，,](?:是|相当于)[^，,。；;]{1,10}的$/.test(p.between(i - 2, i - 1))
    ? multipleClaim(b, a, f, '是', true)
    : undefined;
}

const yearlyStep = /^[，,](?:平均每年|年均|每年平均)(?:提高|增加|上升|提升|增长|下降|降低)(?:约)?$/;
const years = /^(?:来|间)?(?:累计|共|总共)?(?:提高|增加|上升|提升|增长|下降|降低)(?:了)?$/;

/** 五年提高8.8个百分点，年均提高1.76个百分点. */
function yearlyPoints(p: Passage, i: number): Claim | undefined {
  const [d, f] = [p.figure(i - 1), p.figure(i)];
  if (d.kind !== 'percentage-point' || d.value === null || d.upper !== undefined) return undefined;
  if (!yearlyStep.test(p.between(i - 1, i))) return undefined;
  const n = p.figures[p.list[i - 1]!.index - 1];
  if (n === undefined || n.base !== '年' || n.kind !== 'quantity' || n.value === null || n.value.sign <= 0)
    return undefined;
  if (n.upper !== undefined || !years.test(p.text.slice(n.end, d.start))) return undefined;
  return meanClaim(d, countOf(exactAmount(n)!), f, [d, f], !d.approximate);
}

/** 去年增速为8.1%，今年增速为6.5%，回落1.6个百分点: one indicator in two years, and nothing else between. */
function moving(p: Passage, i: number): Claim | undefined {
  if (i < 2 || !p.same(i, i - 2)) return undefined;
  const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (a.kind !== 'percent' || b.kind !== 'percent' || !level(a) || !level(b)) return undefined;
  const way = moved.exec(p.between(i - 1, i));
  if (way === null) return undefined;
  const [x, y] = [p.list[i - 2]!, p.list[i - 1]!];
  if (!/^(?:去年|上年)/.test(x.period) || !y.period.startsWith('今年')) return undefined;
  if (x.phrase === '' || x.phrase !== y.phrase || x.place !== y.place || x.aspect !== y.aspect || x.target || y.target)
    return undefined;
  return way[1] !== undefined ? differenceClaim(a, b, f, true, true) : differenceClaim(b, a, f, true, true);
}

/** 计划新增5万人，实际新增5.6万人，超计划0.6万人. */
function beyondPlan(p: Passage, i: number): Claim | undefined {
  const [a, b, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (!quantity(a) || !quantity(b) || !quantity(f) || a.base !== f.base || b.base !== f.base) return undefined;
  if (
    !/^[，,](?:超出?|超过|比)(?:年初|年度|全年)?(?:计划|目标|任务|预期)(?:数|任务|目标)?(?:多|增加)?$|^[，,](?:超收|超支|超出|超额)$/.test(
      p.between(i - 1, i),
    )
  )
    return undefined;
  if (
    !/计划|目标|任务|预算/.test(p.lead(i - 2)) ||
    !/^[，,][^，,。；;]{0,4}(?:实际|已|完成|实现|下达|分解|安排)/.test(p.between(i - 2, i - 1))
  )
    return undefined;
  return differenceClaim(a, b, f, true, true);
}
