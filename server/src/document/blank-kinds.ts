/** What belongs in a mask, judged from the words on both sides of it. */
import { classOf, DIGIT, HAN, isDigit, isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import {
  amountsAfter,
  amountsBefore,
  categories,
  deeds,
  followers,
  halfStops,
  labels,
  type Neighbour,
  nameEnds,
  nameStops,
  occasions,
  ordinals,
  postsBefore,
  shortBodies,
  spansAfter,
  spansBefore,
  verbStops,
  WordTable,
  words,
} from './lexicon/blank-words.ts';
import type { Mask } from './mask-scan.ts';
import type { BlankKind } from './tokens.ts';

export interface Verdict {
  readonly kind: BlankKind;
  readonly what: string;
  readonly role: string;
  readonly phrase: Span;
  readonly firm: boolean;
}

/** The tables, built when the first mask is met. */
function tables() {
  return {
    followers: new WordTable(followers),
    ends: new WordTable(nameEnds),
    occasions: new WordTable(occasions),
    verbs: new WordTable(verbStops),
    halves: new WordTable(halfStops),
    categories: new WordTable(categories),
    posts: new WordTable(postsBefore, true),
    labels: new WordTable(labels, true),
    amountsBefore: new WordTable(amountsBefore, true),
    amountsAfter: new WordTable(amountsAfter),
    spansBefore: new WordTable(spansBefore, true),
    spansAfter: new WordTable(spansAfter),
    deeds: new WordTable([{ clue: 'person', table: deeds }]),
    ordinals: new Map(
      Object.entries(ordinals).flatMap(([what, list]) => words(list).map((word) => [word, what] as const)),
    ),
  };
}
let built: ReturnType<typeof tables> | undefined;

const stops = '，。；：、！？,;:!?（）()《》〈〉“”‘’"\'「」『』【】[]〔〕—–-…|\n';
/** A clause or a phrase ends here. */
const boundary = (char: string | undefined): boolean => char === undefined || char === ' ' || stops.includes(char);
/** A name may end before these: they go on with the sentence. */
const goesOn = '的和与及等要在是将把也被对向为同局负牵会已给从让应需正还均就';

/** What 党 begins: where it was masked by itself. */
const party =
  /^(?:中央|组织|员(?!工)|建(?:引领|工作|品牌)|委(?:书记|会|、政府|政府|领导)|支部|总支|校(?!园|长|区|舍)|章|课|性修养|代会|的(?:十[一二三四五六七八九]|二十)大|的(?:领导|建设|纪律|方针|创新理论))/;

/** People as a figure counts them, without a measure word: 3个村1200贫困人口. */
const peopleCounted =
  /^(?:建档立卡|农村|城镇|剩余|存量)?(?:贫困|脱贫|返贫|农业|常住|户籍|流动|搬迁|受灾|参保|就业)?(?:人口|群众(?=脱贫|搬迁|受灾)|劳动力|学生|党员)/;

/** 这XX年: a length of time. */
const thisLong = /这[Xx×*]{1,4}年/;

/** What a body does, right behind its name: XX部配合, XX所牵头. */
const bodyActs = /^(?:配合|牵头|负责|具体|提供|承办|发言|汇报|通报)/;

/** What a project is begun or finished with: the mask names the project. */
const projectRites = /^(?:集中|举行)?(?:开工|签约|奠基|启动|竣工|投产|开业|揭牌|交付|通车|推进|建设)/;

/** Other masks of a list, each behind its post or not: 副主任XXX、XXX、 */
const othersBefore = /(?:[Xx×*○□某]{1,4}、){1,5}$/;

/** How companies end whose form is left out, alone or before another; XX科技、教育 are what a place has. */
const shortCompany =
  /^(?:(?:科技|新材料|新能源|电子|实业|制药|生物|食品|光电|机械|重工|医药|农牧|纺织|服饰|精工)(?:、(?=[Xx×*＊○□某_＿])|[，。；等]|$)|(?:农业科技?|农业发展|畜牧|牧业|养殖|饲料|乳业|建材|水泥|电气|电器|化工|纸业|包装|家居|家具|钢构|机电|汽车|物流|环保|地产|置业|传媒|网络|通信)(?:、(?=[Xx×*＊○□某_＿])|等(?:[一多几数\d]|企业|公司)))/;

/** XX区长远发展 speaks of the district: 长 begins the next word. */
const longWord = /^(?:远|期|足|久|效|治久安|江|征|城|三角|势|途)/;

/** What a figure behind it measures: 死亡率XX，. */
const rated = /(?:率|占比|比重|指数|得分|评分|系数)$/;
const trade = /^(?:精深加工|特色|全)?产业(?!园|带|基地|工人|大军|办|发展中心)/;
const tradeBefore = /(?:全[国省市县区州]|我[国省市县区州]|壮大|做[大强优]|发展|培育|打造|主导|支柱|传统|特色)$/;
const striving = /^(?:而|努力|不懈|团结)?奋斗|^而努力/;

/** How an occasion that is awaited comes: 迎接XX的到来. */
const welcomed = /^的?(?:到来|胜利|召开|隆重|圆满|举[行办]|检查|验收)/;

/** Behind two masks these make years of them: XX、XX连续两年. */
const yearsRunning = /^连续[两二三四五2-5]年/;

/** 出席会议的有XX、XX: who was there. */
const attended = /(?:出席|参加|到场|到会|莅临|光临|列席)[^，。；]{0,24}的(?:还|主要)?有[：:]?$/;

/** What a topic serves as: 以XX为抓手. A place is a centre, or an example. */
const asTheme = /^为(?:重点|抓手|主题|主线|载体|契机|镜鉴|目标|统领|引领|指导|指引|遵循|动力|切入点|突破口|着力点)/;

/** A share of what was done comes next: it was a figure. */
const share = /^[，,]占(?:全年|年度|年初|总)?(?:计划|目标|任务|总)/;

/** After X点: an hour of the day. */
const oClock = /^(?:半|钟|整|前|许|准时|集合|开会|开始|召开|报到|上班|下班)/;

/** 平安XX, 美丽XX: what a place is made to be. */
const madeToBe =
  /(?:建设|打造|创建|构建|共建|建成)(?:更高水平的?)?(?:平安|法治|美丽|幸福|数字|文明|健康|和谐|活力|富裕|清廉|诚信|智慧|绿色|魅力|大美|富美|宜居)$/;

/** Plans of a place, by what stands behind its name in their title: 《XX国民经济和社会发展…规划》. */
const planOfPlace = /^(?:国民经济|国土空间|城市总体|城乡总体|地方志|年鉴|第[一二三四五六七八九十]{1,3}个五年)/;

/** Who stands before these takes a post. */
const chosen =
  /^(?:等?(?:同志)?(?:同时|具体)?(?:担任|兼任|出任|当选)|任[^务期职教课何意性由命免用前重凭]|为[^，。；、为]{0,10}(?:主席|主任|书记|组长|会长|[省市县区镇乡]长|委员|代表|理事|监事|候选人)(?:[，。；、）)]|$))/;

const openQuotes = '“"「『‘';
const closeQuotes = '”"」』’';

/** What belongs in `mask`. `next` is the verdict on the mask right after it, when it is already known (lists are judged from their end). */
export function judgeMask(text: string, mask: Mask, following: (at: number) => Verdict | undefined): Verdict {
  built ??= tables();
  return new Judgement(text, mask, following, built).verdict();
}

class Judgement {
  readonly #text: string;
  readonly #mask: Mask;
  readonly #following: (at: number) => Verdict | undefined;
  readonly #tables: ReturnType<typeof tables>;

  constructor(
    text: string,
    mask: Mask,
    following: (at: number) => Verdict | undefined,
    known: ReturnType<typeof tables>,
  ) {
    this.#text = text;
    this.#mask = mask;
    this.#following = following;
    this.#tables = known;
  }

  verdict(): Verdict {
    const { start, end } = this.#mask;
    const text = this.#text;
    if (
      party.test(text.slice(end, end + 6)) &&
      (this.#mask.style === 'A'
        ? text[start] === 'D'
        : end - start === 1 && (text[end] !== '委' || '镇乡'.includes(text[start - 1] ?? ' ')))
    )
      return this.#give('text', '“党”字', '', end);
    if (this.#mask.need === 'note') return this.#note();
    const quoted = openQuotes.includes(text[start - 1] ?? '\n') && closeQuotes.includes(text[end] ?? '\n');
    const at = quoted ? end + 1 : end;
    // 镇党委书记XXX2018年9月17日: the line break before the date was lost.
    if (
      !quoted &&
      /^(?:19|20)\d\d年/.test(text.slice(end, end + 5)) &&
      this.#tables.posts.find(text, start) !== undefined
    )
      return this.#give('person', '姓名', '', end);
    if (!quoted && madeToBe.test(text.slice(Math.max(0, start - 10), start)) && isHan(text.charCodeAt(end)))
      return this.#give('place', '地名', 'place:', end, false);
    return (
      this.#ordinal() ??
      this.#congress() ??
      this.#divisions() ??
      this.#figure(at) ??
      this.#list(at) ??
      this.#edition(at) ??
      this.#chosen(at) ??
      this.#follower(at, quoted) ??
      this.#category(at) ??
      this.#name(at, quoted) ??
      this.#before(at) ??
      this.#free(quoted)
    );
  }

  #give(kind: BlankKind, what: string, role: string, to: number, firm = true, from = this.#mask.start): Verdict {
    return { kind, what, role, phrase: { start: from, end: Math.max(to, this.#mask.end) }, firm };
  }

  /** 第X届, 倒数第X, 第X次全会. */
  #ordinal(): Verdict | undefined {
    const { start, end } = this.#mask;
    const text = this.#text;
    if (text[start - 1] !== '第') {
      // X届X中全会, 八届X次会议
      if (/^(?:中全会|次全会|次会议|次党代会|次代表大会)/.test(text.slice(end, end + 5)))
        return this.#give('number', '届次', '', end + 1);
      return undefined;
    }
    for (const length of [2, 1]) {
      const what = this.#tables.ordinals.get(text.slice(end, end + length));
      if (what !== undefined)
        return this.#give(what === '季度' ? 'date' : 'number', what, '', end + length, true, start - 1);
    }
    return this.#give(
      'number',
      /倒数第$|排.{0,2}第$|位[居列]?.{0,2}第$/.test(text.slice(Math.max(0, start - 6), start)) ? '名次' : '序号',
      '',
      end,
      true,
      start - 1,
    );
  }

  /** 三分之X, 百分之X; 下辖X镇X乡; 20XX.X.X. */
  #divisions(): Verdict | undefined {
    const { start, end } = this.#mask;
    const text = this.#text;
    const before = text.slice(Math.max(0, start - 14), start);
    // “X·XX”事故
    if (
      (/^[·•]/.test(text.slice(end, end + 1)) && text[end + 1] === text[start]) ||
      (/[·•]$/.test(before) && before.at(-2) === text[start])
    )
      return this.#give('date', '日期', '', end);
    if (before.endsWith('分之')) return this.#give('number', before.endsWith('百分之') ? '百分比' : '数量', '', end);
    if (
      /^[镇乡村县区市街]/.test(text[end] ?? '') &&
      /(?:辖|下设|分布在|分布于|覆盖|涉及|惠及)(?:[\dXx×*一二三四五六七八九十]{1,4}个?[镇乡村区县街道办市]{1,2}[、，]?){0,3}$/.test(
        before,
      )
    )
      return this.#give('number', `数量（${text[end]!}）`, '', end + 1);
    // 全市有X区X县
    if (
      /^[市县区镇乡][\dXx×*]{1,3}[县区市镇乡]/.test(text.slice(end, end + 5))
        ? before.endsWith('有')
        : /有[\dXx×*]{1,3}[市县区镇乡]$/.test(before) && /^[县区市镇乡](?![委长])/.test(text.slice(end, end + 2))
    )
      return this.#give('number', `数量（${text[end]!}）`, '', end + 1);
    const date = /(?:19|20)[\dXx×*]{2}[.\-/](?:[\dXx×*]{1,2}[.\-/])?$/.exec(before);
    if (date !== null && !/[年%％亿万元]/.test(text[end] ?? ''))
      return this.#give('date', date[0].length > 5 ? '日期' : '月份', '', end);
    return undefined;
  }

  /** 党的XX大, 党的XX届X中全会, 党的*即将召开. */
  #congress(): Verdict | undefined {
    const { start, end } = this.#mask;
    const text = this.#text;
    const before = text.slice(Math.max(0, start - 6), start);
    if (!before.endsWith('党的'))
      return /^大(?:精神|报告|以来|召开|代表)/.test(text.slice(end, end + 3))
        ? this.#give('number', '届次', '', end + 1)
        : undefined;
    if (text[end] === '大' || text[end] === '届') return this.#give('number', '届次', '', end + 1, true, start - 2);
    return boundary(text[end]) || /^(?:即将|召开|胜利|以来|精神|会议|全会)/.test(text.slice(end, end + 2))
      ? this.#give('event', '会议名称', 'event:党的', end, true, start - 2)
      : undefined;
  }

  /** A mask inside a figure or before its unit: 20*年, *.8%, X万多人, XX—XX%. */
  #figure(at: number): Verdict | undefined {
    const { start, end } = this.#mask;
    const text = this.#text;
    const tables = this.#tables;
    let from = start;
    while (
      from > 0 &&
      start - from < 12 &&
      (isDigit(text.charCodeAt(from - 1)) || (text[from - 1] === '.' && from - 1 < start))
    )
      from--;
    const digits = text.slice(from, start);
    const inside = at !== end;
    const to = inside ? end : this.#tail(end);
    // 20XX-20XX年: the year is the tail of the range.
    if (!inside && /(?:^|[^\d])(?:19|20)\d?$/.test(digits) && digits.length + (end - start) >= 3) {
      const unit = tables.followers.find(text, to);
      if (text[to] === '年' || unit === undefined || unit.clue === 'free')
        return this.#give('date', '年份', '', text[to] === '年' ? to + 1 : end, true, from);
    }
    // 受理来信X（件）X批: the unit stands in brackets. G541XX段 is a stretch of a road.
    if (/^[（(][个件批人户项次名起宗][）)]/.test(text.slice(end, end + 3)))
      return this.#give('number', `数量（${text[end + 1]!}）`, '', end + 3, true, from);
    if (text[end] === '段' && /(?:^|[^\dA-Za-z])[GSX]\d{2,4}$/.test(text.slice(Math.max(0, start - 6), start)))
      return this.#give('place', '地名', '', end + 1);
    // X年级, not the year X
    if (text.startsWith('年级', to)) return this.#give('number', '年级', '', to + 2, true, from);
    if (text.startsWith('年', to)) return this.#year(to, from, digits);
    // 上午X时X分, X时许
    if (
      text[to] === '时' &&
      (/[日午晚晨早夜]$/.test(text.slice(0, start).slice(-1)) ||
        /^时(?:[整半许]|\d|[X×x*])/.test(text.slice(to, to + 2)))
    )
      return this.#give('date', '时间', '', to + 1, true, from);
    const grown = to > end && /[万亿千百十多余]$/.test(text.slice(end, to));
    const unit = tables.followers.find(text, to);
    if (unit?.clue === 'date') {
      if (/[年月]/.test(text[to] ?? '') || text[to] === '日' || text[to] === '季')
        return this.#give('date', unit.what === '时间' ? '日期' : unit.what, '', to + 1, true, from);
    }
    if (unit?.clue === 'number' && this.#counts(unit, to)) {
      if (
        (unit.word === '点' || unit.word === '分') &&
        (this.#clock(start) || (unit.word === '点' && oClock.test(text.slice(to + 1, to + 3))))
      )
        return this.#give('date', '时间', '', to + 1, true, from);
      return this.#amount(from, to, to + unit.word.length, end);
    }
    if (unit?.clue === 'number' && grown) return this.#amount(from, to, to + unit.word.length, end);
    // 1.X, X.X: a decimal without a unit; *2 behind a number word.
    if (
      !inside &&
      (to > end || digits !== '') &&
      !/[年月日]$/.test(digits) &&
      (digits !== '' || /^[.\d]/.test(text.slice(end, to)) || grown)
    ) {
      if (digits !== '' && to === end && isHan(text.charCodeAt(end)) && unit?.clue !== 'free') return undefined;
      if (to > end || boundary(text[end])) return this.#amount(from, to, to, end);
    }
    // 按X：X的差额比例, 三次产业结构为X：X：X, 三分之一写作X/X
    if (!inside && this.#ratio()) return this.#give('number', '比例', '', end);
    // XX户XX贫困人口
    if (/[\d户村镇乡个名]$/.test(text.slice(0, start).slice(-1)) && peopleCounted.test(text.slice(end, end + 10)))
      return this.#give('number', '数量', '', end);
    if (/^(?:至|到|—|–|-|~|～)\d/.test(text.slice(end, end + 2))) return undefined;
    // 世界XX强
    if (
      text[end] === '强' &&
      /(?:世界|国内|行业|全国|中国|全球|企业|全省|全市|百|工业|民营|制造业)$/.test(
        text.slice(Math.max(0, start - 4), start),
      )
    )
      return this.#give('number', '数量（强）', '', end + 1);
    if (text[end] === '大') {
      if (
        /^大(?:产业|工程|行动|任务|体系|板块|集群|平台|领域|重点|支柱|战略|措施|举措|突破|优势|问题|短板|攻坚|基地|片区|园区|抓手|环节|方面|要素|转变|特色|主导|专项|类|机遇|挑战|理念|变化|亮点|关系|中心)/.test(
          text.slice(end, end + 3),
        )
      )
        return this.#give('number', '数量', '', end + 1);
    }
    return undefined;
  }

  /** Whether the mask is a term of a ratio or a fraction, all of whose terms are masks or figures; 上午X：XX is a time. */
  #ratio(): boolean {
    const text = this.#text;
    const { start, end } = this.#mask;
    const before = /(?:[\dXx*×]{1,3}[：:/])*$/.exec(text.slice(Math.max(0, start - 12), start))![0];
    const after = /^(?:[：:/][\dXx*×]{1,3})*/.exec(text.slice(end, end + 12))![0];
    if (before === '' && after === '') return false;
    if (/[午晨晚早日夜]\s?$/.test(text.slice(0, start - before.length).slice(-2))) return false;
    const next = text[end + after.length];
    return (
      next === undefined ||
      '，。；、,;的）) 左'.includes(next) ||
      /^(?:差额|比例|配备)/.test(text.slice(end + after.length, end + after.length + 2))
    );
  }

  /** End of what may stand between a mask and its unit: digits, points, other masks, a range, 十百千万亿. */
  #tail(from: number): number {
    const text = this.#text;
    const mask = text[from - 1]!;
    let to = from;
    for (const limit = from + 16; to < limit; to++) {
      const char = text[to];
      if (char === undefined) break;
      if (isDigit(text.charCodeAt(to)) || char === mask) continue;
      if (
        (char === '.' || char === '．' || char === ',') &&
        (isDigit(text.charCodeAt(to + 1)) || text[to + 1] === mask)
      )
        continue;
      if (to > from - 1 && /[—–\-~～至到]/.test(char)) {
        let next = to + 1;
        if (text[next] === '—') next++;
        if (isDigit(text.charCodeAt(next)) || text[next] === mask) {
          to = next;
          continue;
        }
      }
      if (
        /[%％]/.test(char) &&
        /[—–\-~～至到]/.test(text[to + 1] ?? '') &&
        (isDigit(text.charCodeAt(to + 2)) || text[to + 2] === mask)
      )
        continue;
      break;
    }
    if (this.#tables.followers.find(text, to)?.clue === 'free') return to;
    return this.#magnitude(to);
  }

  /** End of 十百千万亿 and 多余 before a unit, at `from`: X多万元, X万余人. */
  #magnitude(from: number): number {
    const text = this.#text;
    const { followers } = this.#tables;
    let to = from;
    while (to - from < 5) {
      const char = text[to];
      const next = text[to + 1];
      if (char === undefined || followers.find(text, to)?.clue === 'free') break;
      // XX十年: after two digits no 十 follows.
      if ('十百千万亿'.includes(char) && !('十百'.includes(char) && to === this.#mask.end && to - this.#mask.start > 1))
        to++;
      else if (
        '多余'.includes(char) &&
        next !== undefined &&
        ('十百千万亿年'.includes(next) || followers.find(text, to + 1)?.clue === 'number')
      )
        to++;
      else break;
    }
    return to;
  }

  #amount(from: number, _unitStart: number, to: number, end: number): Verdict {
    const text = this.#text;
    const unit = text
      .slice(end, to)
      .replace(/^[\d.,．—–\-~～至到%％]+/, '')
      .replace(/^([X×x*])[\d.X×x*]*(?=\D)/, '')
      .replace(/[多余几来]/g, '');
    if (/[%％‰]$/.test(unit) || /[%％]/.test(text.slice(end, to)))
      return this.#give('number', '百分比', '', to, true, from);
    if (/百分点$|个点$/.test(unit)) return this.#give('number', '百分点', '', to, true, from);
    if (/^[十百千万亿]*(?:元|块钱|美元|港元|欧元|英镑|日元)/.test(unit))
      return this.#give('number', `金额（${unit}）`, '', to, true, from);
    return this.#give('number', unit === '' ? '数量' : `数量（${unit}）`, '', to, true, from);
  }

  /** X年 is a year, or a length of time: 近X年, X年来. */
  #year(to: number, from: number, digits: string): Verdict {
    const text = this.#text;
    const tables = this.#tables;
    const { start, end } = this.#mask;
    const date = (): Verdict => this.#give('date', '年份', '', to + 1, true, from);
    const length = (): Verdict => this.#give('number', '数量（年）', '', to + 1, true, from);
    if (to > end && /[十百千万多余几]$/.test(text.slice(end, to))) return length();
    if (/^(?:19|20)/.test(digits) || end - start >= 4) return date();
    if (/^年(?:\d|[X×x*某○□＿_]|度|底|初|末|上半年|下半年)/.test(text.slice(to, to + 4))) return date();
    // 总结了XX年全市的工作
    if (/^(?:全[市县区省国州镇乡]|我[市县区省州镇乡]|的?工作)/.test(text.slice(to + 1, to + 4))) return date();
    // 这XX年，是开拓创新的XX年: as long as the first.
    if (text[from - 1] === '的' && thisLong.test(text.slice(Math.max(0, from - 120), from))) return length();
    // 接近X年的X倍
    if (/^的[\dXx×*.]{1,5}倍/.test(text.slice(to + 1, to + 8))) return date();
    if (tables.spansBefore.find(text, from) !== undefined || tables.spansAfter.find(text, to + 1) !== undefined)
      return length();
    return date();
  }

  /** Whether X点, X分 is a time of day. */
  #clock(start: number): boolean {
    return /(?:上午|下午|晚上|中午|凌晨|早上|[日晚午晨早]|[时点])$/.test(
      this.#text.slice(Math.max(0, start - 2), start),
    );
  }

  /** Whether a measure word counts here: XX人 may be the people of XX, XX所 an office. */
  #counts(unit: Neighbour, at: number): boolean {
    const text = this.#text;
    const { start } = this.#mask;
    const word = unit.word;
    const next = text[at + word.length];
    if (word === '人') {
      const before = text.slice(Math.max(0, start - 3), start);
      if (
        /(?:真正的|地道的|打造|塑造|展现|弘扬|广大|全体|每个|每一个|每一位|每位|成为|作为|所有|我们|在外|新老|咱|长的|道的|[我们也他她就]是|一[名位个]|都是|做|当)$/.test(
          before,
        )
      )
        return false;
      // XX人的精神, but 学生XX人的90%.
      if (next === '的') return /^[\d三四五六七八九十百]/.test(text.slice(at + 2, at + 3)) || this.#counted();
      return !(next !== undefined && '“勤要有不从自敢向历应热更都民骨'.includes(next)) || this.#counted();
    }
    if (word.length === 1 && shortBodies.includes(word) && '处所部台厂社'.includes(word)) {
      if (word === '台' || this.#counted()) return true;
      if (bodyActs.test(text.slice(at + 1, at + 3))) return false;
      if (boundary(next)) return '处所'.includes(word) && !/[由与和请让及、]/.test(text[start - 1] ?? '、');
      return !goesOn.includes(next!);
    }
    // 村民XX家 is a family.
    if (
      word === '家' &&
      /(?:村民|户|老人|农民|党员)$/.test(text.slice(Math.max(0, start - 2), start)) &&
      next !== undefined &&
      '今的里有住去前'.includes(next)
    )
      return false;
    // XX对这项工作…: a preposition; a pair is counted (XX对新人).
    if (word === '对')
      return (
        this.#counted() ||
        isDigit(text.charCodeAt(start - 1)) ||
        /^(?:夫妻|新人|父子|母子|母女|情侣|双胞胎|矛盾|关系)/.test(text.slice(at + 1, at + 4))
      );
    // XX组和XX组汇报: groups with names; XX组数据 are counted.
    if (word === '组')
      return this.#counted() || /^(?:数据|数字|图|照片|镜头|案例|设备|家庭|对比|指标)/.test(text.slice(at + 1, at + 3));
    if (word === '期' && next === '间') return false;
    if (word === '家' && next === '乡') return false;
    return true;
  }

  /** Whether an amount is to be expected before the mask. */
  #counted(): boolean {
    const { start } = this.#mask;
    return (
      this.#tables.amountsBefore.find(this.#text, start) !== undefined ||
      /(?:有|建成|新建|改建|新增|设立|投用|整治|排查|引进|了|其中|配备|选派|组织|首批|培训|来|邀请|安置|涉及|惠及)$/.test(
        this.#text.slice(Math.max(0, start - 2), start),
      )
    );
  }

  /** X、X、X个: a member of a list is of the kind of the next one. */
  #list(at: number): Verdict | undefined {
    const text = this.#text;
    const separator = /^(?:[、—–\-~～,，/]|以及|和|与|及|或|至|到)/.exec(text.slice(at, at + 2));
    if (separator === null) return undefined;
    const next =
      this.#following(at + separator[0].length) ??
      (openQuotes.includes(text[at + separator[0].length] ?? '\n')
        ? this.#following(at + separator[0].length + 1)
        : undefined);
    if (next === undefined || (/^[，,]$/.test(separator[0]) && next.kind !== 'number')) return undefined;
    if (/^[，,]$/.test(separator[0]) && !next.firm) return undefined;
    if ((next.kind === 'place' || next.kind === 'org') && this.#tables.posts.find(text, this.#mask.start) !== undefined)
      return undefined;
    if (next.firm && next.kind === 'place' && next.phrase.end - next.phrase.start > 0 && !boundary(text[at]))
      return this.#give(next.kind, '地名', '', this.#mask.end, true);
    return this.#give(next.kind, next.what, '', this.#mask.end, next.firm);
  }

  /** 第X届XX合同项目, 本届X: the name of the occasion. */
  #edition(at: number): Verdict | undefined {
    const { start, end } = this.#mask;
    if (this.#text[start - 1] !== '届' || /^[届次个中]/.test(this.#text[at] ?? '')) return undefined;
    const found = this.#tables.followers.find(this.#text, at);
    if (found?.clue === 'place' || found?.clue === 'person') return undefined;
    if (found?.clue === 'event') return this.#give('event', found.what, `event:${found.word}`, at + found.word.length);
    return this.#give('event', '会议或活动名称', 'event:', end);
  }

  /** 选举XX为主席, 由XX担任组长, 我叫XX: who takes a post, or gives a name. */
  #chosen(at: number): Verdict | undefined {
    const text = this.#text;
    const { start, end } = this.#mask;
    return chosen.test(text.slice(at, at + 24)) ||
      (/[我名]叫$/.test(text.slice(Math.max(0, start - 2), start)) && boundary(text[at]))
      ? this.#give('person', '姓名', '', end)
      : undefined;
  }

  /** The word right behind the mask: 同志, 县, 管委会, 座谈会, 项目. */
  #follower(at: number, quoted: boolean): Verdict | undefined {
    const text = this.#text;
    const { start } = this.#mask;
    const found = this.#tables.followers.find(text, at);
    const to = at + (found?.word.length ?? 0);
    if (found !== undefined) {
      const { clue, word } = found;
      if (clue === 'person' && word.length > 1 && word.endsWith('长') && longWord.test(text.slice(to, to + 3)))
        return this.#give('place', '地名', 'place:', to - 1, false);
      if (clue === 'person') {
        // 给XX安排了两天时间: a deed is done by somebody only where nothing else takes the mask.
        if (this.#tables.deeds.find(text, at)?.word === word && /[给对为向在把使]/.test(text[start - 1] ?? ''))
          return undefined;
        return this.#give('person', '姓名', this.#post(word), to);
      }
      if (clue === 'event') {
        // 期间 and the like say only that something takes place: where a place may stand too, it stays open.
        if (word === '会' && !(boundary(text[to]) || isHan(text.charCodeAt(to)))) return undefined;
        return this.#give('event', found.what, `event:${word}`, to);
      }
      if (clue === 'place') {
        const end = this.#name(at, quoted, true);
        if (end?.kind === 'org' && word.length === 1 && '路街山江河湖海港站东南西北'.includes(word)) return end;
        // 新XX西, 乡村: a half name keeps its half.
        return this.#give('place', found.what, `place:${word}`, to);
      }
      if (clue === 'org') {
        if (word === '代表团' || word === '考察团') return this.#give('place', '地名', 'place:', to);
        return this.#give('org', found.what, word.length > 2 ? `org:${word}` : '', to);
      }
      if (clue === 'text') {
        if (word === '牌' || word === '法' || word === '奖')
          return boundary(text[to]) || '的等和'.includes(text[to]!)
            ? this.#give('text', found.what, `text:${word}`, to)
            : undefined;
        const end = this.#name(at, quoted, true);
        if (
          end !== undefined &&
          end.kind !== 'place' &&
          !(end.kind === 'event' && !quoted && projectRites.test(text.slice(to, to + 4)))
        )
          return end;
        return this.#give('text', found.what, '', to);
      }
      if (clue === 'date' && !quoted && found.what !== '时间') return this.#give('date', found.what, '', to);
      if (clue === 'free') return this.#spoken(at);
    }
    const spoken = this.#spoken(at);
    if (spoken !== undefined) return spoken;
    // XX科技、XX电子: companies by their short names.
    if (shortCompany.test(text.slice(at, at + 6))) return this.#give('org', '企业名称', '', at + 2);
    const last = text[at];
    if (last === '组' && !'织建成合装团'.includes(text[at + 1] ?? ' '))
      return this.#give('org', '单位名称', '', at + 1);
    if (
      last !== undefined &&
      shortBodies.includes(last) &&
      ('局厅院'.includes(last) ||
        boundary(text[at + 1]) ||
        goesOn.includes(text[at + 1]!) ||
        bodyActs.test(text.slice(at + 1, at + 3)) ||
        (last === '办' && /^副?主任/.test(text.slice(at + 1, at + 4))))
    )
      return this.#give(
        'org',
        last === '酒' || last === '药' || last === '煤' || last === '钢' || last === '铝' ? '企业名称' : '单位名称',
        '',
        at + 1,
      );
    if (
      last === '总' &&
      (boundary(text[at + 1]) || '等和刚在介讲的'.includes(text[at + 1]!)) &&
      !/[\d一二三四五六七八九十]$/.test(text.slice(0, start).slice(-1))
    )
      return this.#give('person', '姓名', '', at + 1);
    return undefined;
  }

  /** XX将作重要讲话, XX分别作了发言, XX对文件作了解读, XX的讲话: somebody speaks. */
  #spoken(at: number): Verdict | undefined {
    const text = this.#text;
    const { start } = this.#mask;
    const clause = (/^[^，。；！？,;]{1,60}/.exec(text.slice(at, at + 60))?.[0] ?? '').replace(
      /《[^》]{0,50}》/g,
      '《》',
    );
    const lead = text[start - 1];
    if (lead !== undefined && '在到于给为把使'.includes(lead)) return undefined;
    if (
      text.startsWith('代表', at) &&
      /(?:作了|做了|发言|讲话|致辞|宣读|签[约字署]|表态)/.test(text.slice(at, at + 18).split(/[，。；]/)[0]!)
    )
      return this.#give('person', '姓名', '', at);
    if (
      /^(?:新时代[^，。]{0,12}|生态文明|法治|强军|外交|经济|文化)?思想(?:为指导|指引|为引领|和|，|、|的指)/.test(
        clause + (text[at + clause.length] ?? ''),
      )
    )
      return this.#give('person', '姓名', '', at);
    if (/^的(?:重要)?(?:讲话|发言|致辞|指示|批示|报告(?!会)|点评|介绍|汇报)/.test(clause))
      return this.#give('person', '姓名', '', at);
    const adverb = /^(?:将要?|还将|还要|要|也|先|再|又|都|分别|首先|随后|最后|同时|已经){1,3}/.exec(clause)?.[0] ?? '';
    if (adverb !== '' && this.#tables.deeds.find(text, at + adverb.length) !== undefined)
      return this.#give('person', '姓名', '', at);
    // Only where the mask opens its clause: 同志们对XX… is another sentence.
    if (
      (boundary(lead) || /(?:刚才|随后|下面|最后|首先|接着|请)$/.test(text.slice(Math.max(0, start - 2), start))) &&
      /^(?:对|就|围绕|结合)[^的]{2,36}(?:作了|做了|进行了|提出了|讲了|谈了|作出了|作|做)(?:很好的?|全面|具体|详细|深刻|系统|精彩|重要|动员|总结|专题)?的?(?:解读|部署|安排|说明|讲话|发言|强调|要求|总结|点评|通报|辅导|介绍|汇报|讲解|动员|报告|意见|指导|阐述|分析)/.test(
        clause,
      )
    )
      return this.#give('person', '姓名', '', at);
    return undefined;
  }

  /** A person by the post and the body before it: 省委XXX书记 twice is one person, XX同志 never. */
  #post(word: string): string {
    const before =
      /(?:[省市县区州镇乡旗]委|[省市县区州镇乡旗]政府|[省市县区州旗]|党组|公司|集团|学校|法院|检察院)$/.exec(
        this.#text.slice(Math.max(0, this.#mask.start - 3), this.#mask.start),
      );
    return before !== null && /^(?:书记|[省市县区州镇乡旗]长|董事长|校长|院长|检察长|主席)$/.test(word)
      ? `person:${before[0]}${word}`
      : '';
  }

  /** X等X个部门, XX三个镇: a list is named by what it is a list of. */
  #category(at: number): Verdict | undefined {
    const text = this.#text;
    const opening =
      /^ ?(?:等)?(?:[\d一二三四五六七八九十两几数多XxX×*某○]{0,4}[多余]?(?:个|家|位|名|所|类|项|条|大|处|座|场)?)?/.exec(
        text.slice(at, at + 10),
      )!;
    if (opening[0] === '') return undefined;
    if (
      opening[0][0] !== '等' &&
      !/[一二三四五六七八九十两\d][个家位名所项处座]?$|[几数多][个家位名]$/.test(opening[0])
    )
      return undefined;
    let to = at + opening[0].length;
    for (const limit = to + 10; to < limit; to++) {
      const char = text[to];
      if (char === undefined || '，。；：！？,;的'.includes(char)) break;
      const found = this.#tables.categories.find(text, to);
      if (found !== undefined) {
        // 等市领导, 等县直部门: the noun goes on.
        const longer = this.#tables.categories.find(text, to + found.word.length);
        const last = longer ?? found;
        if (opening[0][0] !== '等' && last.clue === 'text') return undefined;
        return this.#give(last.clue as BlankKind, last.what, '', this.#mask.end);
      }
    }
    return opening[0][0] === '等'
      ? this.#give(
          this.#tables.posts.find(text, this.#mask.start) !== undefined ? 'person' : 'text',
          this.#tables.posts.find(text, this.#mask.start) !== undefined ? '姓名' : '名称',
          '',
          this.#mask.end,
          false,
        )
      : undefined;
  }

  /** The mask is the beginning of a longer name: xx洁净能源创新研究院, “XX”招商引资活动. */
  #name(at: number, quoted: boolean, rest = false): Verdict | undefined {
    const text = this.#text;
    const tables = this.#tables;
    const { start } = this.#mask;
    // A meeting of any name is opened, attended, prepared.
    const opened =
      quoted ||
      /(?:召开|举行|举办|承办|主办|参加|出席|开展|筹备|办好)$/.test(text.slice(Math.max(0, start - 2), start));
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
        '局院厅'.includes(char) &&
        i > at &&
        (boundary(text[i + 1]) || goesOn.includes(text[i + 1]!)) &&
        !/[格布结全大]/.test(text[i - 1]!)
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
    return this.#give(found.clue as BlankKind, found.what, `${found.clue}:${name}`, to);
  }

  /** Nothing behind the mask tells: what stands before it. */
  #before(at: number): Verdict | undefined {
    const text = this.#text;
    const tables = this.#tables;
    const { start, end } = this.#mask;
    const lead = text[start - 1] === '“' ? start - 1 : start;
    // 以…同志为***的党中央
    if (/^的(?:党中央|领导集体|领导核心|领导班子)/.test(text.slice(end, end + 6)) && text[start - 1] === '为')
      return this.#give('text', '职务', '', end);
    // 请XX按下启动按钮
    if (
      /(?:^|[，。；：、！我们次来将面])(?:有|首先|先|再|恭|邀|特|敬|还)?请$/.test(
        text.slice(Math.max(0, start - 4), start),
      ) &&
      (isHan(text.charCodeAt(at))
        ? !/^[各全的等和与及]/.test(text[at] ?? '')
        : /^[，,](?:共同|一起|一同|为|作|上台)/.test(text.slice(at, at + 3)))
    )
      return this.#give('person', '姓名', '', end, false);
    // 我谨代表XX，向…: the speaker stands for a body.
    if (
      /我(?:谨|仅)?代表$/.test(text.slice(Math.max(0, start - 4), start)) &&
      /^[，,]?(?:向|对|作|讲|就|热烈|诚挚|衷心)/.test(text.slice(at, at + 3))
    )
      return this.#give('org', '单位名称', '', end);
    // 以XX为抓手, 至6月底共完成XX，占年度计划XX%
    if (text[start - 1] === '以' && asTheme.test(text.slice(at, at + 4))) return this.#give('text', '内容', '', end);
    if (
      /(?:完成|实现)(?:了|投资)?$/.test(text.slice(Math.max(0, start - 4), start)) &&
      share.test(text.slice(at, at + 8))
    )
      return this.#give('number', '数量', '', end, false);
    // 从XX方面着手, 在XX方面
    if (text.startsWith('方面', at))
      return text[start - 1] === '从'
        ? this.#give('number', '数量', '', end, false)
        : this.#give('text', '内容', '', end);
    // 死亡率XX，: a figure behind its name.
    if (rated.test(text.slice(Math.max(0, start - 3), start)) && boundary(text[at]) && text[at] !== '、')
      return this.#give('number', '数量', '', end, false);
    // 全省XX产业, 做大做强XX精深加工产业: a trade, not a place. 为实现XX而奋斗: an aim.
    if (
      trade.test(text.slice(at, at + 8)) &&
      (tradeBefore.test(text.slice(Math.max(0, start - 4), start)) || /^产业(?:作为|是)/.test(text.slice(at, at + 4)))
    )
      return this.#give('text', '产业名称', '', end, false);
    if (text.startsWith('实现', start - 2) && striving.test(text.slice(at, at + 4)))
      return this.#give('text', '内容', '', end, false);
    // 中国X成立100周年: what a filter cut out.
    if (text.startsWith('中国', start - 2) && text.startsWith('成立', end)) return this.#give('text', '内容', '', end);
    // 深化XX建设: a matter, not a place. 迎接XX的到来: an occasion.
    const deed = text.slice(Math.max(0, start - 2), start);
    if (deed === '深化' && isHan(text.charCodeAt(at))) return this.#give('text', '内容', '', end, false);
    if (deed === '迎接' && (boundary(text[end]) || welcomed.test(text.slice(end, end + 5))))
      return this.#give('event', '会议或活动名称', 'event:', end, false);
    // XX、XX连续两年: two years.
    if ('、和与'.includes(text[start - 1] ?? ' ') && yearsRunning.test(text.slice(end, end + 5)))
      return this.#give('date', '年份', '', end);
    // 分管XX工作
    if (
      /^(?:等?方面)?(?:工作|口[，。；]|领域)/.test(text.slice(at, at + 4)) &&
      /(?:分管|协管|主管|负责|从事)的?$/.test(text.slice(Math.max(0, start - 3), start))
    )
      return this.#give('text', '内容', '', end);
    // What is said of a list stands before its first name: 副主任XXX、XXX，; 评委有：XX、XX.
    const others =
      text[start - 1] === '、' && text[end] !== '、'
        ? othersBefore.exec(text.slice(Math.max(0, start - 24), start))
        : null;
    const head = others === null ? lead : start - others[0].length;
    const label = /[：:]\s{0,2}$/.exec(text.slice(Math.max(0, head - 3), head));
    if (label !== null) {
      const found = tables.labels.find(text, head - label[0].length);
      if (found !== undefined) return this.#give(found.clue as BlankKind, found.what, '', end);
    }
    // 县长 XXX: a name set apart by spaces.
    const post = tables.posts.find(
      text,
      head - (/\s{0,3}$/.exec(text.slice(Math.max(0, head - 3), head))?.[0].length ?? 0),
    );
    if (post !== undefined) return this.#give('person', '姓名', '', end);
    if (attended.test(text.slice(Math.max(0, head - 34), head))) return this.#give('person', '姓名', '', end);
    // 市委书记孟XX: the surname is left.
    if (boundary(text[end]) && isHan(text.charCodeAt(start - 1)) && tables.posts.find(text, start - 1) !== undefined)
      return this.#give('person', '姓名', '', end, true, start - 1);
    if (
      /(?:星期|礼拜|本周|下周|上周|周)$/.test(text.slice(Math.max(0, start - 2), start)) &&
      (boundary(text[end]) || '上下晚前'.includes(text[end]!) || (text[start - 2] === '每' && text[start - 1] === '周'))
    )
      return this.#give('date', '星期', '', end, true, start - 1);
    if (/(?:截至|截止|截至到)$/.test(text.slice(Math.max(0, start - 3), start)) && boundary(text[end]))
      return this.#give('date', '日期', '', end);
    const after = tables.amountsAfter.find(text, end);
    if (after !== undefined && this.#mask.style !== '…')
      return this.#give('number', '数量', '', end + after.word.length);
    if (
      text[at] !== '、' &&
      boundary(text[at]) &&
      tables.amountsBefore.find(text, lead) !== undefined &&
      !/[为是]超$|不约$/.test(text.slice(Math.max(0, lead - 2), lead))
    )
      return this.#give('number', '数量', '', end);
    // 沿亭(*亭): brackets repeat a name with its first character.
    return undefined;
  }

  /** Nothing around tells: in a sentence it is our own place, in quotation or title marks the name of something. */
  #free(quoted: boolean): Verdict {
    const text = this.#text;
    const { start, end } = this.#mask;
    const left = text[start - 1];
    const right = text[end];
    // A cell of a table by itself.
    if (/\|\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s*\|/.test(text.slice(end, end + 3)))
      return this.#give('text', '内容', '', end, true);
    if (this.#mask.style === '…') return this.#give('text', '内容', '', end, true);
    // XX和“季度点评”制度: beside the name of something in quotes.
    if (right !== undefined && '和与、'.includes(right) && openQuotes.includes(text[end + 1] ?? '\n') && left !== '、')
      return this.#give('text', '名称', '', end, false);
    if (quoted || (left === '《' && right === '》'))
      return this.#give('text', left === '《' ? '文件或书刊名称' : '名称', '', end, left === '《');
    if (left === '《' && planOfPlace.test(text.slice(end, end + 8)))
      return this.#give('place', '地名', 'place:', end, false);
    if (left === '《' || (text.slice(Math.max(0, start - 3), start) === '《关于' && right === '的'))
      return this.#give('text', '文件或书刊名称', '', end, false);
    // A line of its own: the speaker's name under the title.
    if (start === 0 && end === text.length) return this.#give('person', '姓名', '', end, false);
    // A line to write on, behind a label or at the end of a line.
    if (
      this.#mask.style === '＿' &&
      (end - start > 4 || /^[\s）)]*$/.test(text.slice(end, end + 8)) || /[：:\s]/.test(left ?? ''))
    )
      return this.#give('text', '内容', '', end, false);
    // Somebody else's place, or one of several: never taken for our own.
    const elsewhere =
      /(?:赴|来自|远在)$/.test(text.slice(Math.max(0, start - 2), start)) ||
      (text[start - 1] === '在' &&
        /^(?:设立|设|举办|召开|开展|考察|成立|挂牌|举行|签约)/.test(text.slice(end, end + 2)));
    return this.#give('place', '地名', elsewhere ? '' : 'place:', end, false);
  }

  /** （待补）, TODO: its own words, else the figure or the name before it, else what follows. */
  #note(): Verdict {
    const text = this.#text;
    const { start, end } = this.#mask;
    const own = text.slice(start, end);
    const give = (kind: BlankKind, what: string): Verdict => this.#give(kind, what, '', end);
    if (/姓名|人名|领导|主讲人/.test(own)) return give('person', '姓名');
    if (/数据|数字|金额|数量|百分比|人数|届次/.test(own)) return give('number', '数据');
    if (/时间|日期|年份|月份/.test(own)) return give('date', '时间');
    if (/地点|地名|县名|市名|区名/.test(own)) return give('place', '地点');
    if (/会议名称|活动名称|^.(?:会议|活动).$/.test(own)) return give('event', '会议或活动名称');
    if (/单位|部门|公司|企业/.test(own) && !/待.{1,6}(?:补充|提供|核实)/.test(own)) return give('org', '单位名称');
    if (/名单|案例|材料|内容|项目|职务|主题|情况/.test(own)) return give('text', '内容');
    const right = this.#figure(end) ?? this.#follower(end, false);
    if (right?.firm && right.phrase.end > end && right.kind !== 'text')
      return { ...right, phrase: { start: right.phrase.start, end: right.phrase.end } };
    const left = text.slice(Math.max(0, start - 6), start);
    if (/(?:\d|[%％]|[亿万]?元|个|家|户|人|亩|公里|吨|项|名|百分点|[十百千万亿])$/.test(left))
      return give('number', '数据（待核）');
    if (/(?:\d[年月日]|[月日])$/.test(left)) return give('date', '日期');
    const before = this.#before(end);
    if (before !== undefined) return { ...before, phrase: { start, end } };
    return give('text', '内容');
  }
}
