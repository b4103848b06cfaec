/** Masks of which only what stands before them tells, or nothing: 县长 XXX, 增长XX， 推介XX. */
import { isHan } from '../text/characters.ts';
import { isNamed } from './blank-names.ts';
import { boundary, closeQuotes, framedBy, give, openQuotes, type Site, type Verdict } from './blank-site.ts';
import { frames } from './lexicon/blank-frames.ts';
import type { Neighbour } from './lexicon/blank-words.ts';
import { templateFrames } from './lexicon/template-frames.ts';
import type { BlankKind } from './tokens.ts';

/** 出席会议的有XX、XX: who was there. */
const attended = /(?:出席|参加|到场|到会|莅临|光临|列席|陪同|看望|担任)[^，。；]{0,24}的(?:还|主要)?[有是][：:]?$/;

const attendedReach = 34;

/** Other masks of a list, each behind its post or not: 副主任XXX、XXX、 */
const othersBefore = /(?:[Xx×*○□某]{1,4}、){1,5}$/;

/** Plans of a place, by what stands behind its name in their title: 《XX国民经济和社会发展…规划》. */
const planOfPlace = /^(?:国民经济|国土空间|城市总体|城乡总体|地方志|年鉴|第[一二三四五六七八九十]{1,3}个五年)/;

/** Nothing behind the mask tells: what stands before it. */
export const precedingOf = (site: Site, at: number): Verdict | undefined =>
  framedBy(site, at, templateFrames) ??
  framedBy(site, at, frames) ??
  titledOf(site) ??
  dayOf(site) ??
  quantityOf(site, at);

/** A name behind its post or its label (县长 XXX, 主持人：XX), alone or in a list: what is said of a list stands before its first name. */
function titledOf(site: Site): Verdict | undefined {
  const { text, tables } = site;
  const { start, end } = site.mask;
  const lead = leadOf(site);
  const others =
    text[start - 1] === '、' && text[end] !== '、'
      ? othersBefore.exec(text.slice(Math.max(0, start - 24), start))
      : null;
  const head = others === null ? lead : start - others[0].length;
  const labelled = (at: number): Neighbour | undefined => {
    const colon = /[：:]\s{0,2}$/.exec(text.slice(Math.max(0, at - 3), at));
    if (colon === null) return undefined;
    const behind = at - colon[0].length;
    return tables.labels.find(text, behind) ?? tables.posts.find(text, behind);
  };
  const label = labelled(head) ?? headOfLine(site);
  if (label !== undefined) return give(site, label.clue as BlankKind, label.what, '', end);
  const gap = /\s{0,3}$/.exec(text.slice(Math.max(0, head - 3), head))![0].length;
  if (
    tables.posts.find(text, head - gap) !== undefined ||
    attended.test(text.slice(Math.max(0, head - attendedReach), head))
  )
    return give(site, 'person', '姓名', '', end);
  // 市委书记孟XX, 联系人：李XX: the surname is left.
  return boundary(text[end]) &&
    isHan(text.charCodeAt(start - 1)) &&
    (tables.posts.find(text, start - 1) !== undefined || labelled(start - 1)?.clue === 'person')
    ? give(site, 'person', '姓名', '', end, true, start - 1)
    : undefined;
}

/** A label that begins the line and has no colon: 会议地点XXXX。 */
function headOfLine({ text, mask: { start, end }, tables }: Site): Neighbour | undefined {
  if (start > longestLabel || !boundary(text[end])) return undefined;
  const label = tables.labels.find(text, start);
  return label?.word.length === start ? label : undefined;
}
const longestLabel = 6;

/** Where the mask begins, its opening quote included. */
const leadOf = ({ text, mask: { start } }: Site): number => (text[start - 1] === '“' ? start - 1 : start);

/** 星期X, 截至X， */
function dayOf(site: Site): Verdict | undefined {
  const { text } = site;
  const { start, end } = site.mask;
  const before = text.slice(Math.max(0, start - 3), start);
  if (
    /(?:星期|礼拜|周)$/.test(before) &&
    (boundary(text[end]) || '上下晚前'.includes(text[end]!) || before.endsWith('每周'))
  )
    return give(site, 'date', '星期', '', end, true, start - 1);
  return /(?:截至|截止|截至到)$/.test(before) && boundary(text[end]) ? give(site, 'date', '日期', '', end) : undefined;
}

/** 增长XX，, XX以上 */
function quantityOf(site: Site, at: number): Verdict | undefined {
  const { text, tables, mask } = site;
  const after = tables.amountsAfter.find(text, mask.end);
  if (after !== undefined && mask.style !== '…') return give(site, 'number', '数量', '', mask.end + after.word.length);
  const lead = leadOf(site);
  // “突破XX”战略: the name of something.
  if (lead === mask.start && closeQuotes.includes(text[mask.end] ?? '\n')) return undefined;
  return text[at] !== '、' &&
    boundary(text[at]) &&
    tables.amountsBefore.find(text, lead) !== undefined &&
    !/[为是]超$|不约$|中共$/.test(text.slice(Math.max(0, lead - 2), lead))
    ? give(site, 'number', '数量', '', mask.end)
    : undefined;
}

/** Characters of the longest mask that may stand for the name of a place by itself. */
const longestName = 4;

/** How the name of a body ends that somebody belongs to: a mask as long as a name behind it is one, 县医院XXX荣获…. */
const bodyEnd = /(?:公司|集团|医院|中学|小学|学院|派出所|法院|检察院|[支大]队)$/;
const fullName = 3;

/** Nothing around tells: in a sentence it is our own place, in quotation or title marks the name of something. */
export function freeOf(site: Site, quoted: boolean): Verdict {
  const text = site.text;
  const { start, end } = site.mask;
  const left = text[start - 1];
  const right = text[end];
  // A cell of a table by itself.
  if (/\|\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s*\|/.test(text.slice(end, end + 3)))
    return give(site, 'text', '内容', '', end, true);
  if (site.mask.style === '…') return give(site, 'text', '内容', '', end, true);
  // XX和“季度点评”制度: beside the name of something in quotes.
  if (right !== undefined && '和与、'.includes(right) && openQuotes.includes(text[end + 1] ?? '\n') && left !== '、')
    return give(site, 'text', '名称', '', end, false);
  if (quoted || (left === '《' && right === '》'))
    return give(site, 'text', left === '《' ? '文件或书刊名称' : '名称', '', end, left === '《');
  if (left === '《' && planOfPlace.test(text.slice(end, end + 8)))
    return give(site, 'place', '地名', 'place:', end, false);
  if (left === '《' || (text.slice(Math.max(0, start - 3), start) === '《关于' && right === '的'))
    return give(site, 'text', '文件或书刊名称', '', end, false);
  // A line of its own: the speaker's name under the title.
  if (start === 0 && end === text.length) return give(site, 'person', '姓名', '', end, false);
  // 信访人XX年事已高: behind whom it speaks of.
  const role = text.slice(Math.max(0, start - 3), start);
  if (isNamed(site) || (end - start === fullName && bodyEnd.test(role)))
    return give(site, 'person', '姓名', '', end, false);
  // A line to write on, behind a label or at the end of a line.
  if (
    site.mask.style === '＿' &&
    (end - start > 4 || /^[\s）)]*$/.test(text.slice(end, end + 8)) || /[：:\s]/.test(left ?? ''))
  )
    return give(site, 'text', '内容', '', end, false);
  // No name of a place is that long.
  if (end - start > longestName) return give(site, 'text', '内容', '', end, false);
  // Somebody else's place, or one of several: never taken for our own.
  const elsewhere =
    /(?:赴|来自|远在)$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (text[start - 1] === '在' && /^(?:设立|设|举办|召开|开展|考察|成立|挂牌|举行|签约)/.test(text.slice(end, end + 2)));
  return give(site, 'place', '地名', elsewhere ? '' : 'place:', end, false);
}
