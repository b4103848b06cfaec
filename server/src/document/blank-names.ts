/** Masks that the words right behind them tell: XX同志, XX县, XX管委会, “XX”座谈会, X等X个部门. */
import { classOf, DIGIT, HAN, isHan } from '../text/characters.ts';
import {
  bodyActs,
  bodyAsked,
  boundary,
  framedBy,
  give,
  goesOn,
  openQuotes,
  type Site,
  type Verdict,
} from './blank-site.ts';
import { type Neighbour, nameStops, shortBodies, surnames } from './lexicon/blank-words.ts';
import { nameFrames } from './lexicon/near-frames.ts';
import type { BlankKind } from './tokens.ts';

/** What a project is begun or finished with: the mask names the project. */
const projectRites = /^(?:集中|举行)?(?:开工|签约|奠基|启动|竣工|投产|开业|揭牌|交付|通车|推进|建设)/;

/** XX区长远发展 speaks of the district: 长 begins the next word. */
const longWord = /^(?:远|期|足|久|效|治久安|江|征|城|三角|势|途)/;

/** Who stands before these takes a post. */
const chosen =
  /^(?:等?(?:同志)?(?:同时|具体)?(?:担任|兼任|出任|当选)|任[^务期职教课何意性由命免用前重凭]|为[^，。；、为]{0,10}(?:主席|主任|书记|组长|会长|[省市县区镇乡]长|委员|代表|理事|监事|候选人)(?:[，。；、）)]|$))/;

/** What somebody called 总 does: XX总提到用工难. */
const chiefSays = /^(?:提到|反映|说|认为|谈到|表示|希望|带领|牵头)/;

/** What only a person does, or what only a person suffers. */
const personal =
  /^(?:主持召开|请假|缺席|列席|带队|出席(?:会议|活动|仪式|并|[，。；])|伙同|套取|骗取|虚报|收受|索取|受贿|行贿|贪污|挪用|侵占|涉嫌|违规|违纪|多次(?:接受|收受|违规)|利用职务|身为|因(?:病|公|患)|罹患|毕业于|生于|出生|享年|终年|逝世|去世|病逝|与世长辞|为人|一生|生前|受到(?:党[内纪]|政务|开除|撤[职销]|警告|严重|留党|诫勉|行政|记过)|被(?:开除|免职|撤职|留党|立案|判处|诫勉)|历任|现任|时任|曾任|领誓|敬献|献花|宴请|带头(?!人)|主动请缨|自掏腰包|发来贺[信电]|致电|上台[领发]|以(?:裸分|总分|高分)|考上|考取|捐资|的(?:父亲|母亲|妻子|丈夫|儿子|女儿|家人|家属|爱人|遗体|同事)|直播带货|创办的|领办的|一家[一二三四五六七八九]口|今年\d{2}岁|是一[名位](?:老?党员|农民|教师|退[伍役]军人|普通|共产)|(?:深有感触|感慨|激动|高兴|动情)地?[说道]|说[：，]|表示，|回忆[说道，]|介绍说)/;

/** How a word ends that says who somebody is. */
const roleEnd =
  /[\u4e00-\u9fff](?:[^每让使令个多的法老本他我们]人|[^动总]员|者|[^出武]师|[校院局处科厂队组班站所会社行团营连排河链路]长)$/;

/** Whether the word before the mask says who somebody is: 县长XX, 女诗人XX, 信访人XX. */
export const isNamed = ({ text, mask: { start }, tables }: Site): boolean =>
  tables.posts.find(text, start) !== undefined || roleEnd.test(text.slice(Math.max(0, start - 3), start));

/** X、X、X个: a member of a list is of the kind of the next one. */
export function listedOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const separator = /^(?:[、—–\-~～,，/]|以及|和|与|及|或|至|到)/.exec(text.slice(at, at + 2));
  if (separator === null) return undefined;
  const next =
    site.following(at + separator[0].length) ??
    (openQuotes.includes(text[at + separator[0].length] ?? '\n')
      ? site.following(at + separator[0].length + 1)
      : undefined);
  if (next === undefined || (/^[，,]$/.test(separator[0]) && next.kind !== 'number')) return undefined;
  if (/^[，,]$/.test(separator[0]) && !next.firm) return undefined;
  if ((next.kind === 'place' || next.kind === 'org') && isNamed(site)) return undefined;
  if (next.firm && next.kind === 'place' && next.phrase.end - next.phrase.start > 0 && !boundary(text[at]))
    return give(site, next.kind, '地名', '', site.mask.end, true);
  return give(site, next.kind, next.what, '', site.mask.end, next.firm);
}

/** 第X届XX合同项目, 本届X: the name of the occasion. */
export function editionOf(site: Site, at: number): Verdict | undefined {
  const { start, end } = site.mask;
  if (site.text[start - 1] !== '届' || /^[届次个中]/.test(site.text[at] ?? '')) return undefined;
  const found = site.tables.followers.find(site.text, at);
  if (found?.clue === 'place' || found?.clue === 'person') return undefined;
  if (found?.clue === 'event') return give(site, 'event', found.what, `event:${found.word}`, at + found.word.length);
  return give(site, 'event', '会议或活动名称', 'event:', end);
}

/** 张XX、李X: the surname is left, and nothing but a mark or 同志 stands at either side. */
export function surnamedOf(site: Site, at: number): Verdict | undefined {
  const { start, end } = site.mask;
  const text = site.text;
  return site.mask.style !== '某' &&
    surnames.includes(text[start - 1] ?? '\n') &&
    (boundary(text[start - 2]) || '请由和与及向'.includes(text[start - 2]!)) &&
    (boundary(text[at]) || /^(?:等|同志|先生|女士|[两三四五六七八九]人)/.test(text.slice(at, at + 2)))
    ? give(site, 'person', '姓名', '', end, true, start - 1)
    : undefined;
}

/** What `chosen` can begin with: most drafts have none of it behind a mask, and never need the pattern compiled. */
const chosenBegins = '等同具担兼出当任为';

/** 选举XX为主席, 由XX担任组长, 我叫XX: who takes a post, or gives a name. */
export function chosenOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const { start, end } = site.mask;
  return (chosenBegins.includes(text[at] ?? '\n') && chosen.test(text.slice(at, at + 24))) ||
    (/[我名]叫$/.test(text.slice(Math.max(0, start - 2), start)) && boundary(text[at]))
    ? give(site, 'person', '姓名', '', end)
    : undefined;
}

/** The word right behind the mask: 同志, 县, 管委会, 座谈会, 项目. */
export function followerOf(site: Site, at: number, quoted: boolean): Verdict | undefined {
  const found = site.tables.followers.find(site.text, at);
  switch (found?.clue) {
    case 'person':
      return beforePost(site, at, found);
    case 'event':
      return beforeOccasion(site, at, found);
    case 'place':
      return beforePlace(site, at, found, quoted);
    case 'org':
      return beforeBody(site, at, found);
    case 'text':
      return beforeThing(site, at, found, quoted);
    case 'free':
      return speakerOf(site, at);
    case 'date':
      if (!quoted && found.what !== '时间') return give(site, 'date', found.what, '', at + found.word.length);
  }
  return speakerOf(site, at) ?? framedBy(site, at, nameFrames) ?? shortBodyOf(site, at) ?? chiefOf(site, at);
}

/** XX同志, XX县长, XX宣读了: somebody with a post, or somebody who does something. */
function beforePost(site: Site, at: number, { word }: Neighbour): Verdict | undefined {
  const text = site.text;
  const { start, end } = site.mask;
  const to = at + word.length;
  if (word.length > 1 && word.endsWith('长') && longWord.test(text.slice(to, to + 3)))
    return give(site, 'place', '地名', 'place:', to - 1, false);
  // 给XX安排了两天时间: a deed is done by somebody only where nothing else takes the mask.
  const stander = text.slice(Math.max(0, start - 4), start);
  const deed = site.tables.deeds.find(text, at)?.word === word;
  if (deed && /我[谨仅]?代表$/.test(stander)) return give(site, 'org', '单位名称', '', at);
  if (deed && /(?:[给对为向在把使就]|代表)$/.test(stander)) return undefined;
  // 先后任XX科长, 任XX镇长: where somebody served.
  if (end - start > 1 && servesAs.test(text.slice(Math.max(0, start - 6), start)) && bodyPost.test(word))
    return /^[省市区县州镇乡村]/.test(word)
      ? give(site, 'place', '地名', '', at)
      : give(site, 'org', '单位名称', '', at);
  return give(site, 'person', '姓名', postOf(site, word), to);
}

/** What is said of somebody before the post he held, and the posts of a body. */
const servesAs = /(?:^|[，。；、后年月]|先后|历次)(?:历|曾|现|原|时|升|调|转|改|担|兼|出)?任过?$/;
const bodyPost =
  /^副?(?:科长|处长|局长|厅长|部长|主任|院长|校长|所长|站长|经理|总经理|董事长|厂长|行长|会计|教师|[省市区县州镇乡村]长)$/;

/** 期间 and the like say only that something takes place: where a place may stand too, it stays open. */
function beforeOccasion(site: Site, at: number, { word, what }: Neighbour): Verdict | undefined {
  const text = site.text;
  const to = at + word.length;
  if (word === '会' && !(boundary(text[to]) || isHan(text.charCodeAt(to)))) return undefined;
  return give(site, 'event', what, `event:${word}`, to);
}

/** XX县, XX路; XX河水务局 is a body. 新XX西, 乡村: a half name keeps its half. */
function beforePlace(site: Site, at: number, { word, what }: Neighbour, quoted: boolean): Verdict {
  const end = nameOf(site, at, quoted, true);
  if (end?.kind === 'org' && word.length === 1 && '路街山江河湖海港站东南西北'.includes(word)) return end;
  return give(site, 'place', what, `place:${word}`, at + word.length);
}

/** XX公司, XX管委会; XX代表团, 驻XX部队: the name of the place they come from or stand in. */
function beforeBody(site: Site, at: number, { word, what }: Neighbour): Verdict {
  const to = at + word.length;
  if (word === '代表团' || word === '考察团' || (word === '部队' && site.text[site.mask.start - 1] === '驻'))
    return give(site, 'place', '地名', 'place:', to);
  return give(site, 'org', what, word.length > 2 ? `org:${word}` : '', to);
}

/** XX项目, XX品牌, “XX”牌: a thing with a name of its own, unless a longer name goes on. */
function beforeThing(site: Site, at: number, { word, what }: Neighbour, quoted: boolean): Verdict | undefined {
  const text = site.text;
  const to = at + word.length;
  if (word === '牌' || word === '法' || word === '奖')
    return boundary(text[to]) || '的等和'.includes(text[to]!)
      ? give(site, 'text', what, `text:${word}`, to)
      : undefined;
  const end = nameOf(site, at, quoted, true);
  const rite = end?.kind === 'event' && !quoted && projectRites.test(text.slice(to, to + 4));
  return end === undefined || end.kind === 'place' || rite ? give(site, 'text', what, '', to) : end;
}

/** Bodies of one character, and the companies among them. */
const shortCompanies = '酒药煤钢铝';

/** XX局要…, 由XX部印发, XX办主任: a body whose name ends in one character, which begins other words, too. */
function shortBodyOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const last = text[at];
  const next = text[at + 1];
  if (last === undefined || !shortBodies.includes(last)) return undefined;
  const ends =
    '局厅院'.includes(last) ||
    boundary(next) ||
    goesOn.includes(next!) ||
    bodyActs.test(text.slice(at + 1, at + 3)) ||
    bodyAsked.test(text.slice(Math.max(0, site.mask.start - 3), site.mask.start)) ||
    (last === '办' && /^(?:副?主任|主要负|分管负|有关负|负责人|负责同)/.test(text.slice(at + 1, at + 4)));
  return ends ? give(site, 'org', shortCompanies.includes(last) ? '企业名称' : '单位名称', '', at + 1) : undefined;
}

/** X总介绍, X董、: somebody called by a surname and a short title. */
function chiefOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const { start, end } = site.mask;
  const title = text[at];
  const next = text[at + 1];
  return (title === '总' || (title === '董' && end - start === 1)) &&
    (boundary(next) || '等和刚在介讲的'.includes(next!) || chiefSays.test(text.slice(at + 1, at + 3))) &&
    !/[\d一二三四五六七八九十]$/.test(text.slice(0, start).slice(-1))
    ? give(site, 'person', '姓名', '', at + 1)
    : undefined;
}

/** 对工作进行了部署, 就政策作了一一解读 */
const speaksOn =
  /^(?:对|就|围绕|结合)[^，。；]{2,36}(?:作了|做了|进行了?|提出了|讲了|谈了|作出了|作|做)(?:很好的?|全面|具体|详细|深刻|系统|精彩|重要|动员|总结|专题|一一|逐一)?的?(?:解读|部署|安排|说明|讲话|发言|强调|要求|总结|点评|通报|辅导|介绍|汇报|讲解|动员|报告|意见|指导|阐述|分析)/;

/** XX将作重要讲话, XX分别作了发言, XX对文件作了解读, XX的讲话: somebody speaks. */
function speakerOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const { start } = site.mask;
  const clause = (/^[^，。；！？,;]{1,60}/.exec(text.slice(at, at + 60))?.[0] ?? '').replace(
    /《[^》]{0,50}》/g,
    '《》',
  );
  const lead = text[start - 1];
  if (lead !== undefined && '在到于给为把使'.includes(lead)) return undefined;
  const both = /^(?:都|均|曾|先后)/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  if (personal.test(text.slice(at + both, at + both + 8)) && !'被对'.includes(lead ?? ' '))
    return give(site, 'person', '姓名', '', at);
  if (
    text.startsWith('代表', at) &&
    /(?:作了|做了|发言|讲话|致辞|宣读|签[约字署]|表态)/.test(text.slice(at, at + 18).split(/[，。；]/)[0]!)
  )
    return give(site, 'person', '姓名', '', at);
  if (
    /^(?:新时代[^，。]{0,12}|生态文明|法治|强军|外交|经济|文化)?思想(?:为指导|指引|为引领|和|，|、|的指)/.test(
      clause + (text[at + clause.length] ?? ''),
    )
  )
    return give(site, 'person', '姓名', '', at);
  if (/^的(?:重要)?(?:讲话|发言|致辞|指示|批示|报告(?!会)|点评|介绍|汇报)/.test(clause))
    return give(site, 'person', '姓名', '', at);
  const adverb = /^(?:将要?|还将|还要|要|也|先|再|又|都|分别|首先|随后|最后|同时|已经){1,3}/.exec(clause)?.[0] ?? '';
  if (adverb !== '' && site.tables.deeds.find(text, at + adverb.length) !== undefined)
    return give(site, 'person', '姓名', '', at);
  // 待会，XX还要对工作进行部署
  if (adverb !== '' && boundary(lead) && speaksOn.test(clause.slice(adverb.length)))
    return give(site, 'person', '姓名', '', at);
  // Only where the mask opens its clause: 同志们对XX… is another sentence.
  const turn = /(?:刚才|随后|会上|下面|最后|首先|接着|请)[，,]?$/.test(text.slice(Math.max(0, start - 3), start));
  if ((boundary(lead) || turn) && speaksOn.test(clause) && (turn || !/^[^作做进提讲谈]{0,24}的/.test(clause)))
    return give(site, 'person', '姓名', '', at);
  return undefined;
}

/** A person by the post and the body before it: 省委XXX书记 twice is one person, XX同志 never. */
function postOf(site: Site, word: string): string {
  const before = /(?:[省市县区州镇乡旗]委|[省市县区州镇乡旗]政府|[省市县区州旗]|党组|公司|集团|学校|法院|检察院)$/.exec(
    site.text.slice(Math.max(0, site.mask.start - 3), site.mask.start),
  );
  return before !== null && /^(?:书记|[省市县区州镇乡旗]长|董事长|校长|院长|检察长|主席)$/.test(word)
    ? `person:${before[0]}${word}`
    : '';
}

/** X等X个部门, XX三个镇: a list is named by what it is a list of. */
export function categoryOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const opening =
    /^ ?(?:等)?(?:[\d一二三四五六七八九十两几数多XxX×*某○]{1,4}[多余]?(?:个|家|位|名|所|类|项|条|大|处|座|场)?)?/.exec(
      text.slice(at, at + 10),
    )!;
  if (opening[0] === '') return undefined;
  if (opening[0][0] !== '等' && !/[一二三四五六七八九十两\d][个家位名所项处座]?$|[几数多][个家位名]$/.test(opening[0]))
    return undefined;
  let to = at + opening[0].length;
  for (const limit = to + 10; to < limit; to++) {
    const char = text[to];
    if (char === undefined || '，。；：！？,;的'.includes(char)) break;
    const found = site.tables.categories.find(text, to);
    if (found !== undefined) {
      // 等市领导, 等县直部门: the noun goes on.
      const longer = site.tables.categories.find(text, to + found.word.length);
      const last = longer ?? found;
      if (opening[0][0] !== '等' && last.clue === 'text') return undefined;
      return give(site, last.clue as BlankKind, last.what, '', site.mask.end);
    }
  }
  return opening[0][0] === '等'
    ? give(
        site,
        site.tables.posts.find(text, site.mask.start) !== undefined ? 'person' : 'text',
        site.tables.posts.find(text, site.mask.start) !== undefined ? '姓名' : '名称',
        '',
        site.mask.end,
        false,
      )
    : undefined;
}

/** The mask is the beginning of a longer name: xx洁净能源创新研究院, “XX”招商引资活动. */
export function nameOf(site: Site, at: number, quoted: boolean, rest = false): Verdict | undefined {
  const text = site.text;
  const tables = site.tables;
  const { start } = site.mask;
  // A meeting of any name is opened, attended, prepared.
  const opened =
    quoted || /(?:召开|举行|举办|承办|主办|参加|出席|开展|筹备|办好)$/.test(text.slice(Math.max(0, start - 2), start));
  let best: { readonly found: Neighbour; readonly to: number } | undefined;
  for (let i = at, limit = Math.min(text.length, at + 14); i < limit; i++) {
    const char = text[i]!;
    if (
      (classOf(text.charCodeAt(i)) & (HAN | DIGIT)) === 0 ||
      nameStops.includes(char) ||
      (char === '和' && !'平谐田顺'.includes(text[i + 1] ?? ' '))
    )
      break;
    const found = tables.ends.find(text, i) ?? (opened ? tables.occasions.find(text, i) : undefined);
    if (found !== undefined && found.clue !== 'free' && (i > at || !rest)) {
      best = { found, to: i + found.word.length };
      if (found.clue !== 'place') break;
      i = best.to - 1;
      continue;
    }
    if (
      found === undefined &&
      '局院厅厂'.includes(char) &&
      i > at &&
      (boundary(text[i + 1]) || goesOn.includes(text[i + 1]!)) &&
      !/[格布结全大工出进建]/.test(text[i - 1]!)
    ) {
      best = { found: { word: char, clue: 'org', what: '单位名称' }, to: i + 1 };
      break;
    }
    // xx煤、xx果集团: a short name in a list of names.
    const verb = tables.verbs.find(text, i);
    if (verb !== undefined) break;
    const half = tables.halves.find(text, i);
    if (half !== undefined) {
      const then = i + half.word.length;
      const behind = text[then] === '局' ? 'org' : tables.ends.find(text, then)?.clue;
      if ((behind === undefined || behind === 'free') && !quoted) break;
    }
  }
  if (best === undefined) return undefined;
  const { found, to } = best;
  // 在XX召开大会: the meeting has a place; XX招商推介会 has a name.
  if (found.clue === 'event' && !quoted && /[在到赴于]$/.test(text.slice(Math.max(0, start - 1), start)))
    return undefined;
  const name = text.slice(at, to);
  return give(site, found.clue as BlankKind, found.what, `${found.clue}:${name}`, to);
}
