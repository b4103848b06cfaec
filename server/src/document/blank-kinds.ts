/** What belongs in a mask, judged from the words on both sides of it. */
import { isHan } from '../text/characters.ts';
import { congressOf, divisionOf, figureOf, ordinalOf } from './blank-figures.ts';
import { categoryOf, chosenOf, editionOf, followerOf, listedOf, nameOf, surnamedOf } from './blank-names.ts';
import { closeQuotes, framedBy, give, openQuotes, type Site, tables, type Verdict } from './blank-site.ts';
import { freeOf, precedingOf } from './blank-surroundings.ts';
import { cutFrames } from './lexicon/near-frames.ts';
import type { Mask } from './mask-scan.ts';
import type { BlankKind } from './tokens.ts';

/** What 党 begins: where it was masked by itself. */
const party =
  /^(?:中央|组织|员(?!工)|建(?:引领|工作|品牌)|委(?:书记|会|、政府|政府|领导)|支部|总支|校(?!园|长|区|舍)|章|课|性修养|代会|的(?:十[一二三四五六七八九]|二十)大|的(?:领导|建设|纪律|方针|创新理论))/;

/** 平安XX, 美丽XX: what a place is made to be. */
const madeToBe =
  /(?:建设|打造|创建|构建|共建|建成)(?:更高水平的?)?(?:平安|法治|美丽|幸福|数字|文明|健康|和谐|活力|富裕|清廉|诚信|智慧|绿色|魅力|大美|富美|宜居)$/;

/** What belongs in `mask`. `following` is the verdict on the mask at an offset, when it is already known (lists are judged from their end). */
export function judgeMask(text: string, mask: Mask, following: (at: number) => Verdict | undefined): Verdict {
  return verdict({ text, mask, following, tables: tables() });
}

function verdict(site: Site): Verdict {
  const { start, end } = site.mask;
  const text = site.text;
  if (
    party.test(text.slice(end, end + 6)) &&
    (site.mask.style === 'A'
      ? text[start] === 'D'
      : end - start === 1 && (text[end] !== '委' || '镇乡'.includes(text[start - 1] ?? ' ')))
  )
    return give(site, 'text', '“党”字', '', end);
  // 党_国务院: 中央 was cut out.
  if (text[start - 1] === '党' && /^[、和]?国务院/.test(text.slice(end, end + 4)))
    return give(site, 'text', '“中央”二字', '', end);
  const cut = framedBy(site, end, cutFrames);
  if (cut !== undefined) return cut;
  if (site.mask.need === 'note') return noteOf(site);
  const quoted = openQuotes.includes(text[start - 1] ?? '\n') && closeQuotes.includes(text[end] ?? '\n');
  const at = quoted ? end + 1 : end;
  // 镇党委书记XXX2018年9月17日: the line break before the date was lost.
  if (!quoted && /^(?:19|20)\d\d年/.test(text.slice(end, end + 5)) && site.tables.posts.find(text, start) !== undefined)
    return give(site, 'person', '姓名', '', end);
  if (!quoted && madeToBe.test(text.slice(Math.max(0, start - 10), start)) && isHan(text.charCodeAt(end)))
    return give(site, 'place', '地名', 'place:', end, false);
  if (text[start - 1] === '（' && text[end] === '）') {
    // （XX）同志, （XX）县: brackets around a mask are quotation marks.
    const named = followerOf(site, end + 1, true);
    if (named?.firm && (named.kind === 'person' || named.kind === 'place')) return named;
  }
  return (
    ordinalOf(site) ??
    congressOf(site) ??
    divisionOf(site) ??
    figureOf(site, at) ??
    surnamedOf(site, at) ??
    listedOf(site, at) ??
    editionOf(site, at) ??
    chosenOf(site, at) ??
    followerOf(site, at, quoted) ??
    categoryOf(site, at) ??
    nameOf(site, at, quoted) ??
    precedingOf(site, at) ??
    freeOf(site, quoted)
  );
}

/** What the words of a remark in brackets say is missing. */
const ownWords: readonly (readonly [words: RegExp, kind: BlankKind, what: string])[] = [
  [/姓名|人名|领导|主讲人/, 'person', '姓名'],
  [/数据|数字|金额|数量|百分比|人数|届次/, 'number', '数据'],
  [/时间|日期|年份|月份/, 'date', '时间'],
  [/地点|地名|县名|市名|区名/, 'place', '地点'],
  [/会议名称|活动名称|^.(?:会议|活动).$/, 'event', '会议或活动名称'],
];

/** （待补）, TODO: its own words, else the figure or the name before it, else what follows. */
function noteOf(site: Site): Verdict {
  const text = site.text;
  const { start, end } = site.mask;
  const own = text.slice(start, end);
  const told = ownWords.find(([pattern]) => pattern.test(own));
  if (told !== undefined) return give(site, told[1], told[2], '', end);
  if (/单位|部门|公司|企业/.test(own) && !/待.{1,6}(?:补充|提供|核实)/.test(own))
    return give(site, 'org', '单位名称', '', end);
  if (/名单|案例|材料|内容|项目|职务|主题|情况/.test(own)) return give(site, 'text', '内容', '', end);
  const right = figureOf(site, end) ?? followerOf(site, end, false);
  if (right?.firm && right.phrase.end > end && right.kind !== 'text')
    return { ...right, phrase: { start: right.phrase.start, end: right.phrase.end } };
  const left = text.slice(Math.max(0, start - 6), start);
  if (/(?:\d|[%％]|[亿万]?元|个|家|户|人|亩|公里|吨|项|名|百分点|[十百千万亿])$/.test(left))
    return give(site, 'number', '数据（待核）', '', end);
  if (/(?:\d[年月日]|[月日])$/.test(left)) return give(site, 'date', '日期', '', end);
  const before = precedingOf(site, end);
  if (before !== undefined) return { ...before, phrase: { start, end } };
  return give(site, 'text', '内容', '', end);
}
