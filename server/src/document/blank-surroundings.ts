/** Masks of which only what stands before them tells, or nothing: 县长 XXX, 增长XX， 推介XX. */
import { isHan } from '../text/characters.ts';
import { boundary, give, openQuotes, type Site, type Verdict } from './blank-site.ts';
import type { BlankKind } from './tokens.ts';

/** 出席会议的有XX、XX: who was there. */
const attended = /(?:出席|参加|到场|到会|莅临|光临|列席)[^，。；]{0,24}的(?:还|主要)?有[：:]?$/;

/** Other masks of a list, each behind its post or not: 副主任XXX、XXX、 */
const othersBefore = /(?:[Xx×*○□某]{1,4}、){1,5}$/;

/** What a figure behind it measures: 死亡率XX，. */
const rated = /(?:率|占比|比重|指数|得分|评分|系数)$/;

const trade = /^(?:精深加工|特色|全)?产业(?!园|带|基地|工人|大军|办|发展中心)/;

const tradeBefore = /(?:全[国省市县区州]|我[国省市县区州]|壮大|做[大强优]|发展|培育|打造|主导|支柱|传统|特色)$/;

const striving = /^(?:而|努力|不懈|团结)?奋斗|^而努力/;

/** How an occasion that is awaited comes: 迎接XX的到来. */
const welcomed = /^的?(?:到来|胜利|召开|隆重|圆满|举[行办]|检查|验收)/;

/** Behind two masks these make years of them: XX、XX连续两年. */
const yearsRunning = /^连续[两二三四五2-5]年/;

/** What a topic serves as: 以XX为抓手. A place is a centre, or an example. */
const asTheme = /^为(?:重点|抓手|主题|主线|载体|契机|镜鉴|目标|统领|引领|指导|指引|遵循|动力|切入点|突破口|着力点)/;

/** A share of what was done comes next: it was a figure. */
const share = /^[，,]占(?:全年|年度|年初|总)?(?:计划|目标|任务|总)/;

/** Plans of a place, by what stands behind its name in their title: 《XX国民经济和社会发展…规划》. */
const planOfPlace = /^(?:国民经济|国土空间|城市总体|城乡总体|地方志|年鉴|第[一二三四五六七八九十]{1,3}个五年)/;

/** Nothing behind the mask tells: what stands before it. */
export function precedingOf(site: Site, at: number): Verdict | undefined {
  const text = site.text;
  const tables = site.tables;
  const { start, end } = site.mask;
  const lead = text[start - 1] === '“' ? start - 1 : start;
  // 以…同志为***的党中央
  if (/^的(?:党中央|领导集体|领导核心|领导班子)/.test(text.slice(end, end + 6)) && text[start - 1] === '为')
    return give(site, 'text', '职务', '', end);
  // 请XX按下启动按钮
  if (
    /(?:^|[，。；：、！我们次来将面])(?:有|首先|先|再|恭|邀|特|敬|还)?请$/.test(
      text.slice(Math.max(0, start - 4), start),
    ) &&
    (isHan(text.charCodeAt(at))
      ? !/^[各全的等和与及]/.test(text[at] ?? '')
      : /^[，,](?:共同|一起|一同|为|作|上台)/.test(text.slice(at, at + 3)))
  )
    return give(site, 'person', '姓名', '', end, false);
  // 我谨代表XX，向…: the speaker stands for a body.
  if (
    /我(?:谨|仅)?代表$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[，,]?(?:向|对|作|讲|就|热烈|诚挚|衷心)/.test(text.slice(at, at + 3))
  )
    return give(site, 'org', '单位名称', '', end);
  // 以XX为抓手, 至6月底共完成XX，占年度计划XX%
  if (text[start - 1] === '以' && asTheme.test(text.slice(at, at + 4))) return give(site, 'text', '内容', '', end);
  if (
    /(?:完成|实现)(?:了|投资)?$/.test(text.slice(Math.max(0, start - 4), start)) &&
    share.test(text.slice(at, at + 8))
  )
    return give(site, 'number', '数量', '', end, false);
  // 从XX方面着手, 在XX方面
  if (text.startsWith('方面', at))
    return text[start - 1] === '从'
      ? give(site, 'number', '数量', '', end, false)
      : give(site, 'text', '内容', '', end);
  // 死亡率XX，: a figure behind its name.
  if (rated.test(text.slice(Math.max(0, start - 3), start)) && boundary(text[at]) && text[at] !== '、')
    return give(site, 'number', '数量', '', end, false);
  // 全省XX产业, 做大做强XX精深加工产业: a trade, not a place. 为实现XX而奋斗: an aim.
  if (
    trade.test(text.slice(at, at + 8)) &&
    (tradeBefore.test(text.slice(Math.max(0, start - 4), start)) || /^产业(?:作为|是)/.test(text.slice(at, at + 4)))
  )
    return give(site, 'text', '产业名称', '', end, false);
  if (text.startsWith('实现', start - 2) && striving.test(text.slice(at, at + 4)))
    return give(site, 'text', '内容', '', end, false);
  // 中国X成立100周年: what a filter cut out.
  if (text.startsWith('中国', start - 2) && text.startsWith('成立', end)) return give(site, 'text', '内容', '', end);
  // 深化XX建设: a matter, not a place. 迎接XX的到来: an occasion.
  const deed = text.slice(Math.max(0, start - 2), start);
  if (deed === '深化' && isHan(text.charCodeAt(at))) return give(site, 'text', '内容', '', end, false);
  if (deed === '迎接' && (boundary(text[end]) || welcomed.test(text.slice(end, end + 5))))
    return give(site, 'event', '会议或活动名称', 'event:', end, false);
  // XX、XX连续两年: two years.
  if ('、和与'.includes(text[start - 1] ?? ' ') && yearsRunning.test(text.slice(end, end + 5)))
    return give(site, 'date', '年份', '', end);
  // 分管XX工作
  if (
    /^(?:等?方面)?(?:工作|口[，。；]|领域)/.test(text.slice(at, at + 4)) &&
    /(?:分管|协管|主管|负责|从事)的?$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return give(site, 'text', '内容', '', end);
  // What is said of a list stands before its first name: 副主任XXX、XXX，; 评委有：XX、XX.
  const others =
    text[start - 1] === '、' && text[end] !== '、'
      ? othersBefore.exec(text.slice(Math.max(0, start - 24), start))
      : null;
  const head = others === null ? lead : start - others[0].length;
  const label = /[：:]\s{0,2}$/.exec(text.slice(Math.max(0, head - 3), head));
  if (label !== null) {
    const found = tables.labels.find(text, head - label[0].length);
    if (found !== undefined) return give(site, found.clue as BlankKind, found.what, '', end);
  }
  // 县长 XXX: a name set apart by spaces.
  const post = tables.posts.find(
    text,
    head - (/\s{0,3}$/.exec(text.slice(Math.max(0, head - 3), head))?.[0].length ?? 0),
  );
  if (post !== undefined) return give(site, 'person', '姓名', '', end);
  if (attended.test(text.slice(Math.max(0, head - 34), head))) return give(site, 'person', '姓名', '', end);
  // 市委书记孟XX: the surname is left.
  if (boundary(text[end]) && isHan(text.charCodeAt(start - 1)) && tables.posts.find(text, start - 1) !== undefined)
    return give(site, 'person', '姓名', '', end, true, start - 1);
  if (
    /(?:星期|礼拜|本周|下周|上周|周)$/.test(text.slice(Math.max(0, start - 2), start)) &&
    (boundary(text[end]) || '上下晚前'.includes(text[end]!) || (text[start - 2] === '每' && text[start - 1] === '周'))
  )
    return give(site, 'date', '星期', '', end, true, start - 1);
  if (/(?:截至|截止|截至到)$/.test(text.slice(Math.max(0, start - 3), start)) && boundary(text[end]))
    return give(site, 'date', '日期', '', end);
  const after = tables.amountsAfter.find(text, end);
  if (after !== undefined && site.mask.style !== '…') return give(site, 'number', '数量', '', end + after.word.length);
  if (
    text[at] !== '、' &&
    boundary(text[at]) &&
    tables.amountsBefore.find(text, lead) !== undefined &&
    !/[为是]超$|不约$/.test(text.slice(Math.max(0, lead - 2), lead))
  )
    return give(site, 'number', '数量', '', end);
  // 沿亭(*亭): brackets repeat a name with its first character.
  return undefined;
}

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
  // A line to write on, behind a label or at the end of a line.
  if (
    site.mask.style === '＿' &&
    (end - start > 4 || /^[\s）)]*$/.test(text.slice(end, end + 8)) || /[：:\s]/.test(left ?? ''))
  )
    return give(site, 'text', '内容', '', end, false);
  // Somebody else's place, or one of several: never taken for our own.
  const elsewhere =
    /(?:赴|来自|远在)$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (text[start - 1] === '在' && /^(?:设立|设|举办|召开|开展|考察|成立|挂牌|举行|签约)/.test(text.slice(end, end + 2)));
  return give(site, 'place', '地名', elsewhere ? '' : 'place:', end, false);
}
