/** Masks of which only what stands before them tells, or nothing: 县长 XXX, 增长XX， 推介XX. */
import { isHan } from '../text/characters.ts';
import { boundary, give, openQuotes, type Site, type Verdict } from './blank-site.ts';
import type { Neighbour } from './lexicon/blank-words.ts';
import type { BlankKind } from './tokens.ts';

/** 出席会议的有XX、XX: who was there. */
const attended = /(?:出席|参加|到场|到会|莅临|光临|列席|担任)[^，。；]{0,24}的(?:还|主要)?[有是][：:]?$/;

const attendedReach = 34;

/** Other masks of a list, each behind its post or not: 副主任XXX、XXX、 */
const othersBefore = /(?:[Xx×*○□某]{1,4}、){1,5}$/;

/** What stands on both sides of a mask, and what belongs between: 以XX为抓手, 迎接XX的到来. */
interface Frame {
  /** The characters before the mask, as many as a frame may ask for. */
  readonly before: RegExp;
  /** The next ten characters. */
  readonly after: RegExp;
  readonly kind: BlankKind;
  readonly what: string;
  /** Whether nothing else could stand there. */
  readonly firm: boolean;
}
const any = /(?:)/;
const frames: readonly Frame[] = [
  // 以…同志为***的党中央
  { before: /为$/, after: /^的(?:党中央|领导集体|领导核心|领导班子)/, kind: 'text', what: '职务', firm: true },
  // 请XX按下启动按钮; 请XX，共同推动启动杆
  {
    before: /(?:^|[，。；：、！我们次来将面])(?:有|首先|先|再|恭|邀|特|敬|还)?请$/,
    after: /^(?![各全的等和与及])[\u4e00-\u9fff]|^[，,](?:共同|一起|一同|为|作|上台)/,
    kind: 'person',
    what: '姓名',
    firm: false,
  },
  // 我谨代表XX，向…: the speaker stands for a body.
  {
    before: /我(?:谨|仅)?代表$/,
    after: /^[，,]?(?:向|对|作|讲|就|宣布|致|发言|热烈|诚挚|衷心)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
  // What a topic serves as. A place is a centre, or an example.
  {
    before: /以$/,
    after:
      /^为(?:重点|抓手|主题|主线|载体|契机|镜鉴|目标|统领|引领|指导|指引|遵循|动力|切入点|突破口|着力点|镜(?!头)|鉴|戒)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 至6月底共完成XX，占年度计划XX%: a share of what was done comes next.
  {
    before: /(?:完成|实现)(?:了|投资)?$/,
    after: /^[，,]占(?:全年|年度|年初|总)?(?:计划|目标|任务|总)/,
    kind: 'number',
    what: '数量',
    firm: false,
  },
  // 从XX方面着手, 在XX方面
  { before: /从$/, after: /^方面/, kind: 'number', what: '数量', firm: false },
  { before: any, after: /^方面/, kind: 'text', what: '内容', firm: true },
  // 死亡率XX，
  {
    before: /(?:率|占比|比重|指数|得分|评分|系数)$/,
    after: /^(?:$|[ ，。；：！？,;:!?（）()”"])/,
    kind: 'number',
    what: '数量',
    firm: false,
  },
  // 全省XX产业, 做大做强XX精深加工产业: a trade, not a place.
  {
    before:
      /(?:全[国省市县区州]|我[国省市县区州]|壮大|做[大强优]|发展|培育|打造|主导|支柱|传统|特色|围绕|聚焦|依托|[Xx×*○□某_][省市县区州镇乡])$/,
    after: /^(?:精深加工|特色|全)?产业(?!园|带|基地|工人|大军|办|发展中心)/,
    kind: 'text',
    what: '产业名称',
    firm: false,
  },
  { before: any, after: /^产业(?:作为|是)/, kind: 'text', what: '产业名称', firm: false },
  // 为实现XX而努力奋斗
  { before: /实现$/, after: /^(?:而|努力|不懈|团结)?奋斗|^而努力/, kind: 'text', what: '内容', firm: false },
  // 中国X成立100周年: what a filter cut out.
  { before: /中国$/, after: /^成立/, kind: 'text', what: '内容', firm: true },
  // 深化XX建设: a matter.
  { before: /深化$/, after: /^[\u4e00-\u9fff]/, kind: 'text', what: '内容', firm: false },
  // 迎接XX的到来: an occasion.
  {
    before: /迎接$/,
    after: /^(?:$|[ ，。；：、！,;])|^的?(?:到来|胜利|召开|隆重|圆满|举[行办]|检查|验收)/,
    kind: 'event',
    what: '会议或活动名称',
    firm: false,
  },
  // XX、XX连续两年: two years.
  { before: /[、和与]$/, after: /^连续[两二三四五2-5]年/, kind: 'date', what: '年份', firm: true },
  // 积极响应XX政策
  {
    before: /(?:响应|落实|执行|享受|出台|贯彻)(?:了|好)?$/,
    after: /^(?:惠民|补贴|优惠|扶持)?政策/,
    kind: 'text',
    what: '政策名称',
    firm: true,
  },
  // 为进一步做好XX，
  { before: /[做抓搞]好$/, after: /^(?:$|[，。；、])/, kind: 'text', what: '内容', firm: false },
  // 荣获XX先进镇, 被评为“XX”: what an honour is called.
  {
    before: /(?:荣获|获评|评为|荣膺|命名为|跻身)[“"]?$/,
    after: /^(?![省市县区])/,
    kind: 'text',
    what: '荣誉名称',
    firm: false,
  },
  // 先后被XX报道
  {
    before: /被$/,
    after: /^(?:专题|宣传|专版|头版|集中|先后|连续)?(?:报道|刊发|刊登|转载|点赞)/,
    kind: 'org',
    what: '媒体名称',
    firm: true,
  },
  // XX号XX楼会议室
  { before: /号$/, after: /^(?:楼|栋|幢|单元|层|室)/, kind: 'number', what: '号数', firm: true },
  // “渤海湾XX”项目: the rest of a name in quotes.
  {
    before: /[^“"安治丽福康字明谐裕廉信慧色力居]$/,
    after: /^[”"](?:项目|工程)/,
    kind: 'text',
    what: '项目名称',
    firm: false,
  },
  // 返乡创业人员XX创办
  {
    before: /(?:创业|返乡|技术|管理|退役)人[员才]$/,
    after: /^(?:创办|兴办|开办|领办|回乡|返乡|承包|流转|投资)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 关于XX情况的汇报, 关于本县XX问题的通报: a matter.
  { before: /关于$/, after: /^(?:情况|事项|事宜)/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^(?:问题|事宜|事项)(?:的|，|。|、|$)/, kind: 'text', what: '内容', firm: true },
  // 抓好XX改革
  {
    before: /(?:抓好|推进|推动|深化|开展)$/,
    after: /^(?:领域|制度|体制)?改革/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 因XX病抢救无效
  { before: /(?:因|患|罹患)$/, after: /^[病症癌]/, kind: 'text', what: '病名', firm: true },
  // 聘任XXX为经理, 免去XXX的…职务: who takes or leaves a post.
  {
    before: /(?:聘任|聘请|任命|选举|推选|推举|提名|增补|免去)$/,
    after: /^为|^的?[^，。；]{0,8}职务|^同志/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  { before: any, after: /^职务/, kind: 'text', what: '职务', firm: true },
  { before: any, after: /^环节/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^工作者/, kind: 'text', what: '行业名称', firm: true },
  // XX扩能项目: the works are called by what the mask names.
  {
    before: any,
    after:
      /^(?:[一二三四]期|扩能|扩产|扩建|改扩建|技改|技术改造|迁建|续建|搬迁|安置房?|综合体|综合开发|污水处理|水厂|电站|风电|光伏|储能|热电|燃气|冷链|养殖|加工){1,2}(?:建设)?(?:项目|工程)/,
    kind: 'text',
    what: '项目名称',
    firm: false,
  },
  // 现代化XX生产基地: what is made there.
  { before: /现代化$/, after: /^(?:生产|加工|制造)基地/, kind: 'text', what: '产品名称', firm: true },
  // XX营收突破百亿: a company.
  {
    before: any,
    after: /^(?:营收|营业收入|主营业务收入)(?:突破|达|超|同比|实现)/,
    kind: 'org',
    what: '企业名称',
    firm: true,
  },
  // 被XX录取
  { before: /被$/, after: /^录取/, kind: 'org', what: '学校名称', firm: true },
  // 受XX台风影响
  { before: any, after: /^台风/, kind: 'text', what: '台风名称', firm: true },
  // XX经济, XX教育界: of a place, whoever speaks.
  { before: any, after: /^(?:经济|教育|各界|大地)/, kind: 'place', what: '地名', firm: true },
  // 讨论了XX。
  {
    before: /(?:参与处置|研究|审议|讨论|听取|化解|推行)了$/,
    after: /^(?:$|[，。；、])/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  // 分管XX、XX工作
  {
    before: /(?:分管|协管|主管|负责)[^，。；]{1,8}[、和]$/,
    after: /^(?:等?方面)?工作/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 分管XX工作
  {
    before: /(?:分管|协管|主管|负责|从事)的?$/,
    after: /^(?:等?方面)?(?:工作|口[，。；]|领域)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
];

/** Plans of a place, by what stands behind its name in their title: 《XX国民经济和社会发展…规划》. */
const planOfPlace = /^(?:国民经济|国土空间|城市总体|城乡总体|地方志|年鉴|第[一二三四五六七八九十]{1,3}个五年)/;

/** Nothing behind the mask tells: what stands before it. */
export const precedingOf = (site: Site, at: number): Verdict | undefined =>
  framedOf(site, at) ?? titledOf(site) ?? dayOf(site) ?? quantityOf(site, at);

/** How much before a mask a frame may ask for, in characters. */
const frameReach = 14;

function framedOf(site: Site, at: number): Verdict | undefined {
  const { start, end } = site.mask;
  const before = site.text.slice(Math.max(0, start - frameReach), start);
  const after = site.text.slice(at, at + 10);
  const frame = frames.find((f) => f.after.test(after) && f.before.test(before));
  return frame === undefined
    ? undefined
    : give(site, frame.kind, frame.what, frame.kind === 'event' ? 'event:' : '', end, frame.firm);
}

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
  return text[at] !== '、' &&
    boundary(text[at]) &&
    tables.amountsBefore.find(text, lead) !== undefined &&
    !/[为是]超$|不约$|中共$/.test(text.slice(Math.max(0, lead - 2), lead))
    ? give(site, 'number', '数量', '', mask.end)
    : undefined;
}

/** Characters of the longest mask that may stand for the name of a place by itself. */
const longestName = 4;

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
  // No name of a place is that long.
  if (end - start > longestName) return give(site, 'text', '内容', '', end, false);
  // Somebody else's place, or one of several: never taken for our own.
  const elsewhere =
    /(?:赴|来自|远在)$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (text[start - 1] === '在' && /^(?:设立|设|举办|召开|开展|考察|成立|挂牌|举行|签约)/.test(text.slice(end, end + 2)));
  return give(site, 'place', '地名', elsewhere ? '' : 'place:', end, false);
}
