/** What a share or a rate is of: how the whole is named, and how sure it is that an amount is that whole. */
import { canonicalIndicator, isIndicator } from '../../lexicon/figure-words.ts';
import { compared, leavesBrackets, type Passage, quantity, reachFigures } from '../passage.ts';

/** 占全区重点项目总数的 → noun 重点项目, place 全区. */
export function wholeName(text: string): { readonly noun: string; readonly place: string } {
  const place = /全[县市省区国校镇乡街]|我[县市省区国校]|世界|本[县市省区校]/.exec(text)?.[0] ?? '';
  const noun = text
    .replace(place, '')
    .replace(/同期|期内|其|本|^全年|^年度|^全部|^总/g, '')
    .replace(/(?:个数|人数|户数|数量|数)$/, '')
    .replace(/(?:的)?(?:总数|总量|总额|总人数|总户数|总面积|总值|全部|总投资|总|比重|比例|比)$/g, '')
    .replace(/^(?:全部|总|全)/, '');
  return { noun, place: place.replace(/^[我本]/, '全') };
}

const fromAmong = /^[^，,。；;、]{0,14}(?:里(?=有)|中(?![型等学级稻央心小医药国共西东部标间]))[，,]?/;

/** 引进20亿元以上项目5个: the size of the projects is no plan of its own. */
export const planLead = (p: Passage, j: number): string => {
  const { lead } = p.list[j]!;
  return /^以[上下]/.test(lead) ? p.clauseLead(j) : lead;
};

/** 完成315万亩，占任务300万亩的105%。其中沿路绿化50万亩，占任务的101%: a plan that has its share is not that of the next amount, which has its own. */
const ofAnother = (p: Passage, j: number, a: number): boolean =>
  j + 1 < a && p.figure(j + 1).kind === 'percent' && p.between(j, j + 1) === '的';

export const planTrust = (p: Passage, j: number, a: number): number => {
  const lead = planLead(p, j);
  return (a - j <= 2 || (a - j <= farthestPlan && onlyOneBetween(p, j, a))) &&
    !ofAnother(p, j, a) &&
    p.sentence(a).start - p.figure(j).end < 60 &&
    /计划|目标|任务|预算(?!稳定|[^，,。；;、]{0,6}(?:调[入出]|超收|短收|超支))|力争/.test(lead) &&
    !/增长|上年|去年|调入|调出|超收|短收|超支/.test(lead) &&
    p.list[j]!.aspect !== 'change'
    ? 3
    : 0;
};

const farthestPlan = 6;

/** No other amount of its unit stands between the two, and none that is planned. */
function onlyOneBetween(p: Passage, j: number, a: number): boolean {
  for (let k = j + 1; k < a; k++) if (p.figure(k).base === p.figure(a).base || p.list[k]!.target) return false;
  return true;
}

/** No other amount of its unit stands in its sentence. */
export function onlyOne(p: Passage, j: number): boolean {
  const { base } = p.figure(j);
  for (const step of [-1, 1])
    for (let k = j + step; k >= 0 && k < p.list.length && p.same(k, j); k += step)
      // 超过1亿户，达到1.03亿户: a mark that was passed is no other
      if (p.figure(k).base === base && quantity(p.figure(k)) && p.figure(k).bound !== 'over') return false;
  return p.list[j]!.aspect === 'level' && !sharesItself(p, j);
}

/** The figure is told to be a share of something itself. */
export const sharesItself = (p: Passage, j: number): boolean =>
  j + 1 < p.list.length && p.figure(j + 1).kind === 'percent' && /^[^，,。；;、]{0,4}[，,、（(]?占/.test(p.lead(j + 1));

/** 31个乡镇纪委开展了…，占乡镇总数的50%: a share of what goes by that name, and not all of it. */
function sharesNamed(p: Passage, j: number, noun: string): boolean {
  if (j + 1 >= p.list.length || p.figure(j + 1).kind !== 'percent' || !p.same(j, j + 1)) return false;
  const lead = p.lead(j + 1);
  const at = lead.lastIndexOf('占');
  return at >= 0 && lead.slice(at, at + 4 + noun.length).includes(noun);
}

/** 工业投资 is named so; 南方四区供水量 is no 供水量 of which others are a share. */
const isNamed = (label: string, noun: string): boolean =>
  noun.length > 2 &&
  label.endsWith(noun) &&
  /(?:^|[，,、；;。年]|其中)(?:全[市县省区国]|[\u4e00-\u9fa5]{2,4}[省市县区州]|完成|实现)?总?$/.test(
    label.slice(0, -noun.length),
  );

const beside = /^[^，,。；;、：:（(]{0,6}、[^，,。；;、：:（(]{1,10}$/;

/** How sure it is that figure `j` is the whole that figure `a` is a share of: 0 not at all, 2 by its place, 3 by the wording, 4 by its name. */
export function wholeTrust(p: Passage, j: number, a: number, noun: string, place: string, chain: number): number {
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
    if (sharesNamed(p, j, noun)) return 0;
    // 36个大类行业中，28个…，占行业大类的77.8%
    if (p.same(j, a) && fromAmong.test(p.between(j, a)) && [...noun].every((c) => label.includes(c))) return 4;
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
