/** 81个，占项目总数的64.3%; 完成年计划20亿元的87.5%; 从87个中筛选52个; 126人，实到120人，到会率95.2%. */
import { charactersOf, holdsAny } from '../../text/characters.ts';
import { Decimal, type Interval } from '../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../figures.ts';
import { canonicalIndicator, isIndicator } from '../lexicon/figure-words.ts';
import {
  amountBeside,
  type CheckType,
  type Claim,
  claim,
  compared,
  decimals,
  increment,
  judge,
  leavesBrackets,
  meets,
  type Passage,
  percentage,
  percentOf,
  quantity,
  reachFigures,
  show,
  type Verdict,
} from './passage.ts';

const planned = /计划|目标|任务|预算(?!收入|支出|总|内|外)|年初|预期|安排|力争/;
const shareLead =
  /占(?:比(?![例重])|到|了|据|有)?([^，,。；;占]{0,24}?)(?:的(?:比重|比例|份额)?)?(?:达到|达|为|约|近|超过|超|仅|只有|只|还不到|不到|不足|低于|高于|到|上升到|提高到|约为|\s)*(?:[（(][^（()）]*[）)])?$/;
const progressLead =
  /(?:完成|占|达到|实现|为|达|相当于|超额|超出?)(?:了)?([^，,。；;]{0,20}?(?:计划|目标|任务|预算(?!收入|支出|总|内|外))[^，,。；;]{0,8}?)的?(?:比例|进度)?(?:为|达到|达|约|近|\s)*$/;
/** One of them is in whatever `progressLead` finds. */
const mayPlan = charactersOf('划标务算');
const rateLead = /([\u4e00-\u9fa5]{1,6}率|亏损面|覆盖面|受益面|满意度|知晓度)(?:为|达到|达|约|分别为|近|\s)*$/;

export function* shares(p: Passage): Generator<Claim> {
  // 税收66.3亿元，占68.5%，非税收入30.5亿元，占31.5%: shares of one sentence are of one whole
  let chain: { readonly sentence: number; readonly whole: number } | undefined;
  for (let i = 1; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!percentage(f) || f.upper !== undefined) continue;
    const found =
      explicit(p, i) ??
      named(p, i, chain?.sentence === p.list[i]!.sentence ? chain.whole : -1) ??
      rate(p, i) ??
      ofTheYear(p, i);
    if (found === undefined) continue;
    yield found;
    const first = found.members[0]!.start;
    let whole = found.members.length === 3 ? i : -1;
    while (whole >= 0 && p.figure(whole).start !== first) whole--;
    if ((found.verdict === 'ok' || found.verdict === 'mismatch') && found.type === 'share' && whole >= 0)
      chain = { sentence: p.list[i]!.sentence, whole };
  }
  yield* subsets(p);
}

/** Index of the nearest quantity before `i` in its sentence, percentages and the like between; -1 when none within reach. */
function partBefore(p: Passage, i: number, reach = 48): number {
  for (let j = i - 1; j >= 0 && p.same(i, j); j--) {
    const f = p.figure(j);
    if (p.figure(i).start - f.end > reach) return -1;
    // 968亿立方米（其中冷却水483亿立方米），占16.2%
    if (quantity(f) && leavesBrackets(p.between(j, i))) continue;
    // 5人，占全省22人的四分之一，占全国73名的…: the 22 are a whole themselves
    if (quantity(f) && /占[^，,。；;]{0,16}$/.test(p.lead(j))) continue;
    // 38个村超过50万元，占31.7%: the amount tells which villages
    if (tells(p, j)) continue;
    // 313.6亿元，比去年同期增加153.3亿元，为年度计划的30.9%: the increase is no part
    if (quantity(f) && increment(p.lead(j))) continue;
    if (quantity(f)) return countable(f) ? j : -1;
    // 完成预算的100.9%，占收入的48.5%: both are told of one amount
    if (f.kind === 'percent' && /占|率/.test(p.lead(j)) && !(j === i - 1 && /^[，,]占/.test(p.lead(i)))) return -1;
  }
  return -1;
}

/** 38个村集体经济收入超过50万元: a mark that the things counted before it in its clause are beyond. */
function tells(p: Passage, j: number): boolean {
  const f = p.figure(j);
  if (f.bound !== 'over' && f.bound !== 'under') return false;
  const things = p.list[j - 1]?.figure;
  if (things === undefined || !quantity(things) || !things.whole || things.base === f.base || !p.same(j - 1, j))
    return false;
  return /^[\u4e00-\u9fa5]{1,16}$/.test(p.between(j - 1, j));
}

/** 占126个项目的64.3%, 完成年计划20亿元的87.5%. */
function explicit(p: Passage, i: number): Claim | undefined {
  const w = i - 1;
  const whole = p.figure(w);
  // 338天，占全年365天的92.6%
  const days = whole.kind === 'quantity' && whole.base === '日' && whole.upper === undefined;
  if ((!quantity(whole) && !days) || !p.same(i, w)) return undefined;
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
  const a = days ? (p.same(w, w - 1) ? w - 1 : -1) : partBefore(p, w);
  if (a < 0) return undefined;
  if (p.figure(a).base !== whole.base) return undefined;
  return percentClaim(p, progress ? 'progress' : 'share', p.figure(a), whole, p.figure(i), true);
}

/** 占项目总数的64.3%, 占比93.6%, 完成年计划的87.5%: the whole stands elsewhere. */
function named(p: Passage, i: number, chain: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  const progress = holdsAny(lead, mayPlan) ? progressLead.exec(lead) : null;
  const share = progress === null && lead.includes('占') ? shareLead.exec(lead) : null;
  if (progress === null && share === null) return undefined;
  if (
    /(?:从(?!业)|由)[^，,。；;]{0,12}$/.test(lead) ||
    /^[^，,。；;]{0,4}(?:提高|上升|下降|增加|减少|降)(?:到|至)/.test(p.tail(i))
  )
    return undefined;
  const type: CheckType = progress !== null ? 'progress' : 'share';
  // 在工业投资中的占比为42.2%
  const within =
    progress === null
      ? /在([^，,。；;、]{2,12})中的?(?:所)?$/.exec(lead.slice(0, lead.lastIndexOf('占')))?.[1]
      : undefined;
  let a = partBefore(p, i);
  if (a < 0) return undefined;
  // 出口61.8亿元、进口20.6亿元，出口占75%: the part is named again
  const subject =
    within === undefined
      ? /(?:^|[，,、；;（(])([\u4e00-\u9fa5]{2,10}?)(?:仅|只|约|就|均|共)?$/.exec(
          lead.slice(0, lead.lastIndexOf((progress ?? share)![0])),
        )?.[1]
      : undefined;
  let alien = false;
  if (subject !== undefined && type === 'share' && !/^(?:其中|分别|合计|两者|两项|同比)/.test(subject)) {
    // 公办118所，公办园占比50%: its kind is told by one character more
    const kind = subject.length >= 3 ? subject.slice(0, -1) : subject;
    const own = (j: number): boolean =>
      `${p.lead(j).slice(-16)}${p.text.slice(p.figure(j).end, p.figure(j).end + 8).replace(/[，。；、,].*$/, '')}`.includes(
        subject,
      ) || p.lead(j).endsWith(kind);
    if (!own(a)) {
      alien = true;
      for (let j = a - 1; j >= 0 && a - j <= reachFigures && p.same(i, j); j--)
        if (quantity(p.figure(j)) && own(j)) {
          a = j;
          alien = false;
          break;
        }
    }
  }
  const part = p.figure(a);
  // what stands between part and percentage must not open a new subject: 12个，…，服务业占5%
  const at = lead.lastIndexOf(progress !== null ? progress[0] : share![0]);
  const start = f.start - lead.length + at;
  const gap = p.text.slice(Math.max(part.end, i > 0 ? p.figure(i - 1).end : 0), start);
  const whole = wholeName(within ?? (progress ?? share)![1] ?? '');
  const { place } = whole;
  // 占总人次的65.9%: of all that is counted
  const noun = whole.noun === part.base ? '' : whole.noun;
  // 有81人最初都是从小事开始的，占64.3%: what is said of the part may stand between, but nothing else that could have a share
  const loose = gap.replace(/[，,、（(；;\s]|约|共|总共|合计|同比|分别|[^，,]{0,8}(?:以上)?$/g, '').length > 6;
  if (
    loose &&
    !alien &&
    (gap.length > 40 || /[；;：:]/.test(gap) || (subject === undefined && quantityBetween(p, a, i)))
  )
    return undefined;
  if (/分别/.test(p.text.slice(part.end, f.start))) return undefined;

  const candidates: { readonly index: number; readonly trust: number }[] = [];
  const seen = new Set<string>();
  const partAmount = exactAmount(part);
  for (let j = a - 1; j >= 0 && a - j < 40; j--) {
    const w = p.figure(j);
    if (!quantity(w) || w.base !== part.base || w.upper !== undefined) continue;
    const value = exactAmount(w);
    if (value === null || partAmount === null) {
      if (value === null && type === 'progress' && planned.test(planLead(p, j)))
        return claim(type, 'not-checkable', [w, part, f], f, '', f);
      continue;
    }
    if (type === 'progress' && !planned.test(planLead(p, j))) continue;
    // no whole is so much smaller than its part, whatever slipped
    if (type === 'share' && value.times(Decimal.of(10)).compare(partAmount) < 0) continue;
    const key = value.toString();
    const trust = type === 'progress' ? planTrust(p, j, a) : wholeTrust(p, j, a, noun, place, chain);
    if (trust === 0 && (seen.has(key) || (type === 'share' && value.compare(partAmount) < 0))) continue;
    seen.add(key);
    candidates.push({ index: j, trust });
  }
  // a whole that gives the percentage to the digit is the one that is meant
  const over = progress !== null ? beyond(lead) : 'no';
  for (const { index, trust } of candidates) {
    const claimed = percentClaim(p, type, part, p.figure(index), f, false, over);
    if (claimed?.verdict === 'ok' && (trust > 0 || !(part.approximate || p.figure(index).approximate || f.approximate)))
      return claimed;
  }
  let best: { readonly index: number; readonly trust: number } | undefined;
  for (const each of candidates) if (each.trust >= (loose ? 3 : 2) && each.trust > (best?.trust ?? 0)) best = each;
  const behind = wholeAfter(p, i, part, noun, type);
  if (behind !== undefined && !alien) return percentClaim(p, type, part, behind, f, true, over);
  if (best !== undefined && !alien) return percentClaim(p, type, part, p.figure(best.index), f, true, over);
  if (candidates.some((x) => x.trust > 0 || type === 'share'))
    return claim(type, 'unsure', [p.figure(candidates[0]!.index), part, f], f, '', f);
  return undefined;
}

/** 占全部投资的62.1%，全部投资为300亿元: the whole is told after the percentage. */
function wholeAfter(p: Passage, i: number, part: FigureToken, noun: string, type: CheckType): FigureToken | undefined {
  if (i + 1 >= p.list.length || !p.same(i, i + 1)) return undefined;
  const whole = p.figure(i + 1);
  if (!quantity(whole) || whole.base !== part.base || whole.upper !== undefined || whole.value === null)
    return undefined;
  const lead = /^[，,（(]([^，,。；;、（）()]{2,16})$/
    .exec(p.between(i, i + 1))?.[1]
    ?.replace(/(?:总额|总量|总数)?(?:为|是|达|达到|有|共)?$/, '');
  if (lead === undefined || p.list[i + 1]!.aspect !== 'level') return undefined;
  const told =
    type === 'progress' ? /(?:计划|目标|任务)(?:数|额|总额)?$/.test(lead) : noun.length >= 2 && lead.endsWith(noun);
  return told ? whole : undefined;
}

/** 超额完成计划10% is what goes beyond it; 超额完成计划的110% may be either. */
function beyond(lead: string): 'no' | 'yes' | 'maybe' {
  if (!/超(?:额|出|过|计|目|任|年|全|预)[^，,。；;]*$/.test(lead)) return 'no';
  return lead.endsWith('的') ? 'maybe' : 'yes';
}

/** 30—40岁 and 5天以上 say who is meant. */
const countable = (f: FigureToken): boolean =>
  quantity(f) && f.upper === undefined && f.base !== '岁' && f.base !== '周岁';

const quantityBetween = (p: Passage, a: number, b: number): boolean => {
  for (let k = a + 1; k < b; k++) if (quantity(p.figure(k)) && !tells(p, k)) return true;
  return false;
};

/** 占全区重点项目总数的 → noun 重点项目, place 全区. */
function wholeName(text: string): { readonly noun: string; readonly place: string } {
  const place = /全[县市省区国校镇乡街]|我[县市省区国校]|世界|本[县市省区校]/.exec(text)?.[0] ?? '';
  const noun = text
    .replace(place, '')
    .replace(/同期|其|本|^全年|^年度|^全部|^总/g, '')
    .replace(/(?:个数|人数|户数|数量|数)$/, '')
    .replace(/(?:的)?(?:总数|总量|总额|总人数|总户数|总面积|总值|全部|总投资|总|比重|比例|比)$/g, '')
    .replace(/^(?:全部|总|全)/, '');
  return { noun, place: place.replace(/^[我本]/, '全') };
}

const fromAmong = /^[^，,。；;、]{0,14}中(?![型等学级稻央心小医药国共西东部标间])[，,]?/;

/** 引进20亿元以上项目5个: the size of the projects is no plan of its own. */
const planLead = (p: Passage, j: number): string => {
  const { lead } = p.list[j]!;
  return /^以[上下]/.test(lead) ? p.clauseLead(j) : lead;
};

const planTrust = (p: Passage, j: number, a: number): number => {
  const lead = planLead(p, j);
  return a - j <= 2 &&
    p.sentence(a).start - p.figure(j).end < 60 &&
    /计划|目标|任务|预算(?!稳定|[^，,。；;、]{0,6}(?:调[入出]|超收|短收|超支))|力争/.test(lead) &&
    !/增长|上年|去年|调入|调出|超收|短收|超支/.test(lead) &&
    p.list[j]!.aspect !== 'change'
    ? 3
    : 0;
};

/** No other amount of its unit stands in its sentence. */
function onlyOne(p: Passage, j: number): boolean {
  const { base } = p.figure(j);
  for (const step of [-1, 1])
    for (let k = j + step; k >= 0 && k < p.list.length && p.same(k, j); k += step)
      // 超过1亿户，达到1.03亿户: a mark that was passed is no other
      if (p.figure(k).base === base && quantity(p.figure(k)) && p.figure(k).bound !== 'over') return false;
  return p.list[j]!.aspect === 'level' && !sharesItself(p, j);
}

/** The figure is told to be a share of something itself. */
const sharesItself = (p: Passage, j: number): boolean =>
  j + 1 < p.list.length && p.figure(j + 1).kind === 'percent' && /^[^，,。；;、]{0,4}[，,（(]占/.test(p.lead(j + 1));

/** 工业投资 is named so; 南方四区供水量 is no 供水量 of which others are a share. */
const isNamed = (label: string, noun: string): boolean =>
  noun.length > 2 &&
  label.endsWith(noun) &&
  /(?:^|[，,、；;。年]|其中)(?:全[市县省区国]|完成|实现)?总?$/.test(label.slice(0, -noun.length));

const beside = /^[^，,。；;、：:（(]{0,6}、[^，,。；;、：:（(]{1,10}$/;

/** How sure it is that figure `j` is the whole that figure `a` is a share of: 0 not at all, 2 by its place, 3 by the wording, 4 by its name. */
function wholeTrust(p: Passage, j: number, a: number, noun: string, place: string, chain: number): number {
  const w = p.list[j]!;
  if (p.aside(j)) return 0;
  // 公办12家、民办28家，民办占70%: what stands beside the part in a list is a part too
  if (beside.test(p.between(j, a))) return 0;
  // 每10万人中具有大学教育程度人口
  if (/每[\d一二三四五六七八九十百千万]/.test(w.lead)) return 0;
  // of another year
  const since = p.list[a]!.period;
  if (w.period !== since && w.period !== '' && since !== '' && !p.same(j, a)) return 0;
  const figure = p.figure(j);
  // 诉求46653件（电话41424件、网络5229件）: what stands in brackets is no whole
  if (leavesBrackets(p.between(j, a))) return 0;
  const label = `${w.lead.slice(-24)}${p.text.slice(figure.end, figure.end + 8).replace(/[，。；、,：（(].*$/, '')}`;
  if (noun.length >= 2) {
    if (label.includes(noun) && (w.aspect === 'change' || (sharesItself(p, j) && !isNamed(label, noun)))) return 0;
    if (label.includes(noun)) return !/其中/.test(w.lead) || label.endsWith(noun) ? 4 : 0;
    return isIndicator(noun) && w.indicator === canonicalIndicator(noun) && !w.carried ? 4 : 0;
  }
  if (noun.length === 1) return 0;
  if (place !== '' && place !== '全校' && !p.clauseLead(j).includes(place) && w.place !== place) return 0;
  if (j === chain) return 3;
  const start = p.sentence(a).start;
  const topic = /^[，,\s]*([\u4e00-\u9fa5]{2,10})中(?:有)?/.exec(p.text.slice(start, start + 14))?.[1];
  if (topic !== undefined && !p.same(j, a) && p.sentence(a).start - figure.end < 160 && label.includes(topic.slice(-4)))
    return 4;
  // 共办理15.7万件。其中检察长办理1.4万件，占8.9%
  if (!p.same(j, a)) return p.text.startsWith('其中', start) && onlyOne(p, j) && start - figure.end < 40 ? 3 : 0;
  const between = p.between(j, a);
  if (/[。]|[；;](?!其中)/.test(between)) return 0;
  if (fromAmong.test(between) && !between.includes('其中') && between.length <= 70) return 3;
  const among = between.lastIndexOf('其中');
  if (among >= 0 && between.indexOf('其中') === among) {
    // the last amount before 其中 that is not itself compared with
    for (let k = j + 1; k < a && p.figure(k).start < figure.end + among; k++)
      if (
        quantity(p.figure(k)) &&
        p.figure(k).base === figure.base &&
        !compared(p.lead(k)) &&
        p.list[k]!.aspect !== 'change'
      )
        return 0;
    // 60岁及以上22182万人，占16.15%，其中65岁及以上14374万人，占10.47%: of the same whole, as it may be
    if (sharesItself(p, j)) return 0;
    return w.aspect === 'change' && /比|较/.test(w.lead) ? 0 : 3;
  }
  if (among >= 0) return 0;
  // 税收45.6亿元，占…的76%，非税14.4亿元，占24%: the first is a part itself
  if (sharesItself(p, j)) return 0;
  // the first amount of the sentence, with nothing of its kind between
  for (let k = Math.max(0, a - reachFigures); k < a; k++)
    if (k !== j && p.same(k, a) && quantity(p.figure(k)) && p.figure(k).base === figure.base && !compared(p.lead(k)))
      return 0;
  return w.aspect === 'change' ? 0 : 2;
}

/** 应缴1260户，已缴1197户; 应到126人，实到120人: what is due, and what of it is done. */
function due(whole: string, part: string, rate: string): boolean {
  const verb = /应([\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,4}$/.exec(whole)?.[1];
  const own = /(?:已|实)([\u4e00-\u9fa5])[\u4e00-\u9fa5]{0,4}$/.exec(part)?.[1];
  return verb !== undefined && verb === own && rate.includes(verb);
}

/** 3件正在推进: not yet done. */
const undone = /^[\u4e00-\u9fa5]{0,4}(?:正在|尚未|没有|未)/;
const remaining = /(?:其余|剩余|还有|还剩|尚有|余下|剩下|仍有)[^，,。；;、\d]{0,6}$/;

/** 签约126个，开工81个，开工率64.3%. */
function rate(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const lead = p.lead(i);
  if (!lead.includes('率') && !lead.includes('面') && !lead.includes('度')) return undefined;
  const m = rateLead.exec(lead);
  if (
    m === null ||
    /分别/.test(lead) ||
    /增长率|利率|税率|费率|汇率|速率|(?<!有)效率|死亡率|出生率|增速/.test(m[1]!) ||
    lead.length > 14
  )
    return undefined;
  // 全长42.6公里，已贯通35.5公里，尚有7.1公里…，完成率83.3%: what is left may stand between
  const a =
    i > 2 && /^完成/.test(m[1]!) && (remaining.test(p.lead(i - 1)) || undone.test(p.tail(i - 1))) && p.same(i, i - 3)
      ? i - 2
      : i - 1;
  let w = a - 1;
  // 受理1803件（旧存240件），结案894件: what stands in brackets is no whole; 34个全部开工，开工率100%，竣工32个: nor is a rate
  while (w > 0 && i - w < 6 && (!quantity(p.figure(w)) || leavesBrackets(p.between(w, a)) || lessThan(p, w, a))) w--;
  if (w < 0) return undefined;
  // 提交提案639件。…立案588件，立案率92%
  if (
    !p.same(i, w) &&
    !(p.list[i]!.sentence - p.list[w]!.sentence === 1 && p.figure(a).start - p.figure(w).end < 60 && onlyOne(p, w))
  )
    return undefined;
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
  if (x === null || y === null) return claim('share', 'not-checkable', [whole, part, f], f, '', f);
  if (x.sign <= 0) return undefined;
  const verb = m[1]!.replace(/[率面度]$/, '').slice(-2);
  // 有360户表示满意，满意率72%: what is said of the part names the rate
  const before = /^[\u4e00-\u9fa5]{1,8}(?=[，,][\u4e00-\u9fa5]{1,4}[率度])/.exec(lead)?.[0];
  const said = before !== undefined && [...verb].every((c) => before.includes(c));
  // 视力不良的4128名，视力不良率43%
  const name = m[1]!.slice(0, -1);
  const repeated = name.length >= 4 && p.list[a]!.lead.includes(name.slice(0, /^(?:问题|隐患)/.test(name) ? 2 : 4));
  const tied =
    (said ||
      repeated ||
      (/^(?:预算)?(?:执行|支出)$/.test(name) &&
        /预算|安排/.test(p.list[w]!.lead) &&
        /支出|执行/.test(p.list[a]!.lead)) ||
      due(p.list[w]!.lead, p.list[a]!.lead, m[1]!) ||
      (/^[，,、；;（(]?[\u4e00-\u9fa5]{1,6}[率面度]/.test(a === i - 1 ? lead : lead.slice(lead.search(/[，,]/))) &&
        ([...verb].every((c) => p.list[a]!.lead.includes(c)) ||
          (/^[\u4e00-\u9fa5][案件]$/.test(verb) && p.list[a]!.lead.endsWith(verb[0]!)) ||
          // 有效样本3201份，样本有效回收率90.9%
          (name.includes('有效') && p.list[a]!.lead.includes('有效')) ||
          /^(?:完成|到会|出席|参训|参与|签约)$/.test(verb)))) &&
    !/[；;]/.test(p.between(w, a)) &&
    p.between(w, a).length <= (p.same(w, a) ? 30 : 60) &&
    // of those who sat the examination, not of those who entered for it
    !(
      /上线|录取|合格|通过|及格|优秀/.test(verb) &&
      /考生|报名|报考/.test(p.list[w]!.lead.replace(/参加[^，,]{0,6}考生|参考考生/, ''))
    );
  // more than all of them: another amount is the whole
  if (x.compare(y.times(Decimal.of(2))) > 0 || (x.compare(y) > 0 && (!tied || f.value!.compare(Decimal.hundred) <= 0)))
    return undefined;
  // 开工16170套，其中廉租住房开工2164套，开工率116.9%: more than all is of a plan
  if (x.compare(y) < 0 && f.value !== null && f.value.compare(Decimal.hundred) > 0) return undefined;
  const found = percentClaim(p, 'share', part, whole, f, tied);
  if (found === undefined || found.verdict === 'ok') return found;
  // 起诉31万人，不起诉12万人，不诉率28%: of both together
  const negated = /[不未]([\u4e00-\u9fa5]{1,6})$/.exec(p.list[a]!.lead)?.[1];
  if (negated !== undefined && p.list[w]!.lead.slice(-8).includes(negated.slice(-1))) return undefined;
  // 检出12人，合格率90%: the others are meant
  const rest = y.minus(x);
  if (rest.sign > 0 && judge(percentOf({ low: rest, high: rest }, amount(whole), decimals(f)), f) === 'ok')
    return undefined;
  return found;
}

/** 工单11171件，转派4898件，办结11163件，办结率99.93%: no whole is less than its part. */
const lessThan = (p: Passage, w: number, a: number): boolean => {
  const [whole, part] = [p.figure(w), p.figure(a)];
  return (
    whole.base === part.base &&
    w > 0 &&
    p.same(w - 1, a) &&
    (exactAmount(whole)?.compare(exactAmount(part) ?? Decimal.zero) ?? 1) < 0
  );
};

const lessHundred = ({ low, high }: Interval): Interval => ({
  low: low?.minus(Decimal.hundred),
  high: high?.minus(Decimal.hundred),
});

/** Days of a month, a quarter, half a year, three quarters; those of a year less the few that were not measured. */
const daysOfPeriods = [28, 29, 30, 31, 90, 91, 92, 181, 182, 183, 184, 273, 274];

/** 空气质量优良天数323天，优良率88.5%: of the days of the year. */
function ofTheYear(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const part = p.figure(i - 1);
  if (part.base !== '日' || part.value === null || part.upper !== undefined || f.value === null || !p.same(i, i - 1))
    return undefined;
  if (
    !/^[，,、（(](?:[^，,。；;、]{0,4}优良)?[^，,。；;、\d]{0,4}(?:率|比例|比率|占比)(?:为|达到|达)?$/.test(
      p.between(i - 1, i),
    )
  )
    return undefined;
  if (!/优良|达标/.test(p.clauseLead(i - 1))) return undefined;
  const days = exactAmount(part)!;
  const of = (n: number): Verdict => {
    const whole = Decimal.of(n);
    return judge(percentOf({ low: days, high: days }, { low: whole, high: whole }, decimals(f)), f);
  };
  const year = percentOf({ low: days, high: days }, { low: Decimal.of(355), high: Decimal.of(366) }, decimals(f));
  let verdict: Verdict = judge(year, f) === 'ok' || daysOfPeriods.some((n) => of(n) === 'ok') ? 'ok' : 'unsure';
  const value = days.times(Decimal.hundred).over(Decimal.of(365), -decimals(f));
  if (verdict === 'unsure' && p.clauseLead(i - 1).includes('全年') && !part.approximate && !f.approximate)
    verdict = 'mismatch';
  return claim('share', verdict, [part, f], f, `${show(part)}÷365天=${value}%`, f, value.toString());
}

function percentClaim(
  _p: Passage,
  type: CheckType,
  part: FigureToken,
  whole: FigureToken,
  f: FigureToken,
  sure: boolean,
  over: 'no' | 'yes' | 'maybe' = 'no',
): Claim | undefined {
  const members = [whole, part, f];
  const x = exactAmount(part);
  const y = exactAmount(whole);
  if (x === null || y === null || f.value === null) return claim(type, 'not-checkable', members, f, '', f);
  if (y.sign <= 0) return undefined;
  const range = percentOf(amountBeside(part, whole), amountBeside(whole, part), decimals(f));
  let verdict: Verdict = judge(over === 'yes' ? lessHundred(range) : range, f);
  if (over === 'maybe' && verdict !== 'ok' && judge(lessHundred(range), f) === 'ok') verdict = 'ok';
  // a plan is a round number; of anything else 20亿元 may be 19.6
  if (
    verdict === 'mismatch' &&
    type !== 'progress' &&
    judge(percentOf(amount(part), amount(whole), decimals(f)), f) === 'ok'
  )
    verdict = 'unsure';
  if (verdict === 'mismatch' && (!sure || (part.approximate && whole.approximate))) verdict = 'unsure';
  const told = x.times(Decimal.hundred).over(y, -decimals(f));
  const value = over === 'yes' ? told.minus(Decimal.hundred) : told;
  return claim(
    type,
    verdict,
    members,
    f,
    `${show(part)}÷${show(whole)}${over === 'yes' ? '-100%' : ''}=${value}%`,
    f,
    // 不足22% would be no truer than 不足20%
    f.kind === 'percent' && (f.bound === 'exact' || f.bound === 'about')
      ? value.shift(-f.exponent).toString()
      : undefined,
  );
}

// ------------------------------------------------------------------------------------------------------------------ subset

const became =
  /^(?:脱贫|完成|达到|达标|实现|通过|开工|建成|投产|竣工|位居|位列|居|进入|列入|被|获|已|未|没有|超过|正在|通了|启动|签约|到位|整改|办结)/;

/** 186个贫困村，已有142个脱贫; 全区13个镇街，11个镇街完成; 120家，停产的有18家: of the things named before. */
function partOf(p: Passage, i: number, j: number, between: string): boolean {
  if (j !== i + 1 || p.figure(i).dimension === 'money' || compared(p.lead(i))) return false;
  // 停产的18家，亏损的46家: one part beside another
  if (/已|停产|亏损|关闭|停业|倒闭|闲置|其中/.test(p.lead(i))) return false;
  const part = p.figure(j);
  const after = p.text.slice(part.end, part.end + 8);
  const m = /^([\u4e00-\u9fa5]{0,8})[，,]([^，,。；;、]{0,10})$/.exec(between);
  if (m === null || /每|各|新|年|月|个$/.test(m[2]!)) return false;
  const noun = m[1]!;
  // 13个镇街，11个镇街完成
  const level = /[村县乡镇]$/.exec(noun)?.[0];
  if (m[2] === '')
    return (
      noun.length >= (level === undefined ? 2 : 1) &&
      (after.startsWith(noun) || (level !== undefined && after.startsWith(level))) &&
      /[全共]/.test(p.list[i]!.lead)
    );
  if (/^(?:其中)?(?:已经?|目前)有$/.test(m[2]!))
    return noun !== '' && (became.test(after) || (noun.length >= 2 && after.startsWith(noun)));
  if (/^[全我本][县市省区国校镇乡街]有$/.test(m[2]!))
    return noun !== '' && /^(?:位居|位列|居|进入|列入|达标|超过|排|[\u4e00-\u9fa5]{0,4}(?:入选|上榜))/.test(after);
  return /^(?:停产|半停产|亏损|关闭|停业|倒闭|闲置)[^，,]{0,6}的?(?:有|达)?$/.test(m[2]!);
}

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
      /^(?:[^，,。；;、（(]{0,8}[（(][^（）()]{1,8}[）)])?[^，,。；;、]{0,14}中(?![型等学级稻央心小医药国共西东部标])[，,]?[^，,。；;、]{0,12}$/.test(
        between,
      ) && !/其中/.test(between);
    const among =
      /^(?:[^。；;]{0,8}[，,（(]?|[^，,、。；;]{9,20}[，,（(])其中/.test(between) && !/增长|增加|减少|比/.test(between);
    if (!drawn && !among && !partOf(p, i, j, between)) continue;
    if (
      /净|利润|盈|亏|顺差|结余|增长|下降|减少|减|比/.test(p.list[i]!.lead.slice(-12)) ||
      p.list[i]!.aspect === 'change'
    )
      continue;
    if (drawn && /每$/.test(p.text.slice(0, whole.start))) continue;
    const x = amount(part);
    const y = amount(whole);
    if (part.value === null || whole.value === null) {
      yield claim('subset', 'not-checkable', [whole, part], part, '', part);
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
      part,
    );
  }
}
