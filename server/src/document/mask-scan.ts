/**
 * Finds runs of mask characters in a paragraph and leaves out what only looks like one: emphasis and bullets, multiplication, Latin words,
 * addresses, code, X光, Chinese zeros, ballot boxes, ornaments. What the words around a mask say is not looked at here (blank-kinds.ts).
 */
import { CLAUSE_END, CLOSER, classOf, DIGIT, HAN, isDigit, isHan, isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { behindMask, WordTable, xWords } from './lexicon/blank-words.ts';

export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly style: string;
  /**
   * How much the words around have to say for it: `open` masks may stand free in a sentence, `bound` ones need a unit, a title or a suffix at
   * their side (a single ×, some …… in a row, a lone 某), `note` is a bracketed remark whose words say what is missing.
   */
  readonly need: 'open' | 'bound' | 'note';
}

/** What could begin a mask: mask characters, and the brackets and letters that （待补） and TODO begin with. */
const anywhere =
  /[Xx×✕✖╳Ⅹⅹ█ХхΧχ*＊∗﹡某○〇◯□▢_＿…△▲●■◆★☆#＃？?]|-{3}|[-=]{2}(?=[十百千万亿]*(?:元|吨|亩)|[十百千万亿]+[人户]|[%％]|个百分点|书记|同志|[省市县区镇乡局]长|主任|部长|年[-=]|月[-=份底]|日[，。上下前])|[Nn](?=[十百千万亿]+[元吨亩人]|元|[%％万亿家户名座所倍人项支条台件场]|公里|月[底末份\d]|日[前起）]|个(?:项目|乡镇|村|县|部门|单位|企业|百分点|方面))|(?:[A-WYZ](?=[省市县镇乡局]|书记|同志)|D(?=中央|组织|员|建|委|支部|总支|校|章|课|性|的))|TODO|TBD|FIXME|【(?=[^】\d]{1,14}】)|[（(【[{〔<＜](?=[^，。；）)】\]}]{0,6}(?:[待空缺补填插]|TODO|TBD)|[请填姓领主职单部公企县市区地时日年月数金百会活项内名届人案])/y;
const openers = 'Xx×✕✖╳Ⅹⅹ█ХхΧχ*＊∗﹡某○〇◯□▢_＿…△▲●■◆★☆#＃？?-=nABCDEFGHIJKLMNOPQRSTUVWYZ【[{（(〔<＜F';
const begins = new Uint8Array(65536);
for (let i = 0; i < openers.length; i++) begins[openers.charCodeAt(i)] = 1;

const styles: Readonly<Record<string, string>> = {
  X: 'X',
  Ⅹ: 'X',
  Х: 'X',
  x: 'x',
  ⅹ: 'x',
  х: 'x',
  Χ: 'X',
  χ: 'x',
  '×': '×',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '*': '*',
  '＊': '*',
  '∗': '*',
  '﹡': '*',
  某: '某',
  '○': '○',
  〇: '○',
  '◯': '○',
  '□': '□',
  '▢': '□',
  _: '＿',
  '＿': '＿',
  '…': '…',
  '△': '△',
  '▲': '△',
  '●': '●',
  '■': '■',
  '█': '■',
  '◆': '◆',
  '★': '★',
  '☆': '★',
  '#': '#',
  '＃': '#',
  '-': '-',
  '=': '-',
  '？': '？',
  '?': '？',
};

const hanDigits = '一二三四五六七八九十零廿卅百千';
const about = '(?:数据|数字|姓名|名单|内容|金额|日期|时间|地点|单位|案例|情况|材料|人名|名称)';
const remark = new RegExp(
  `^[（(【[{〔<＜]\\s{0,2}(?:(?:此处|这里)?${about}?[：:]?(?:待补充?|待定|待核实?|待核对|待核准|待填写?|待确认|待完善|待更新|待查(?!处)|待提供|TODO|TBD|FIXME)` +
    `(?:${about}|[，,：:、；;\\s][^（）()【】[\\]{}。]{0,16})?|待[^（）()【】[\\]{}，。]{1,8}(?:补充|提供|填写|核实|确认|更新|完善)|` +
    `(?:此处|这里|请)(?:待补|补充|插入|填写|填|补|加入|核实|提供)[^（）()【】[\\]{}。]{0,12}|(?:补充|填写|插入)${about}|空|缺|空缺|空白|${about}[空缺])\\s?[）)】\\]}〕>＞]`,
);
const field =
  /^(?:【\s?|\[|\{\{?|〔|（(?=(?:领导)?姓名）|职务）|数字）|数量）|金额）|百分比）|单位名称）|会议名称）))(?:请?(?:填写?|输入))?(姓名|领导姓名|主讲人|职务|单位|单位名称|部门|部门名称|公司名称|企业名称|县名|市名|区名|地名|地点|时间|日期|年份|月份|数字|数量|金额|数据|百分比|会议名称|活动名称|项目名称|主题|内容|名称|届次|人数|案例)(?:\s?】|\]|\}\}?|〕|）)/;

const letter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** A letter that is no mask itself. */
const otherLetter = (code: number): boolean => letter(code) && (code | 0x20) !== 0x78;

let xTable: WordTable | undefined;

/** Masks of one paragraph, in order. Linear: every look-around is bounded. */
export function scanMasks(text: string): readonly Mask[] {
  let first = 0;
  while (first < text.length && begins[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return none;
  const masks: Mask[] = [];
  let skip: ReadonlySet<number> | undefined;
  let fences: readonly Span[] | undefined;
  let fence = 0;
  for (let start = first; start < text.length; start++) {
    if (begins[text.charCodeAt(start)] === 0) continue;
    anywhere.lastIndex = start;
    if (!anywhere.test(text)) continue;
    skip ??= emphasis(text) ?? nowhere;
    fences ??= text.includes('`') ? code(text) : none;
    const char = text[start]!;
    while (fence < fences.length && fences[fence]!.end <= start) fence++;
    if (fence < fences.length && fences[fence]!.start <= start) continue;
    const style = styles[char];
    if (style === undefined) {
      if (letter(char.charCodeAt(0)) && !/^(?:TODO|TBD|FIXME)/.test(text.slice(start, start + 5))) {
        if (char === 'N' || char === 'n' ? countsNothing(text, start) : namesNobody(text, start))
          masks.push({ start, end: start + 1, style: 'A', need: 'bound' });
        continue;
      }
      const end = noteEnd(text, start, char);
      if (end > start) {
        masks.push({ start, end, style: '待补', need: 'note' });
        start = end - 1;
      }
      continue;
    }
    let end = start + 1;
    // Xx at the start of a sentence is one mask that a word processor capitalised; xxXX年 is one, too.
    if (style === 'X' || style === 'x') while (styles[text[end]!] === 'X' || styles[text[end]!] === 'x') end++;
    else while (styles[text[end]!] === style) end++;
    // ××*同志: one mask, put there by two filters.
    if (style === '×') while (styles[text[end]!] === '*' || styles[text[end]!] === '×') end++;
    else if (style === '*' && styles[text[end]!] === '×')
      while (styles[text[end]!] === '*' || styles[text[end]!] === '×') end++;
    if (!skip.has(start)) {
      const need = judge(text, start, end, style);
      if (need !== undefined) masks.push({ start, end, style, need });
    }
    start = end - 1;
  }
  return masks;
}

const none: readonly never[] = [];
const nowhere: ReadonlySet<number> = new Set();

/** End of the remark （待补）, of TODO or of a field 【姓名】 that begins at `start`; `start` when there is none. */
function noteEnd(text: string, start: number, char: string): number {
  if (char === 'T' || char === 'F') {
    const end = start + (text.startsWith('TODO', start) ? 4 : text.startsWith('TBD', start) ? 3 : 5);
    return letter(text.charCodeAt(start - 1)) || letter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))
      ? start
      : end;
  }
  if (char === '（') {
    // 请（姓名）讲话; 签到（姓名）、 names the column of a form.
    const named = field.exec(text.slice(start, start + 24));
    if (named !== null && (start === 0 || text[start + named[0].length] === '、')) return start;
  }
  if (char === '【' && inSentence(text, start)) return text.indexOf('】', start) + 1;
  return (
    start + ((remark.exec(text.slice(start, start + 40)) ?? field.exec(text.slice(start, start + 24)))?.[0].length ?? 0)
  );
}

/** What a web page puts in brackets to be clicked: 请【点此注册】. */
const button = /点此|点击|刷新|注册|登[录陆]|下载|收藏|返回|关注|分享|复制|打印|关闭|首页|加入|会员|投稿|全文|阅读/;
const bracketed = /^【\s?[\u4e00-\u9fff A-Za-z/／、（）()+＋]{1,12}\s?】/;

/**
 * Whether what stands in 【】 stands for words of the sentence around it: 主要任务是【目的】。 at the start of a line they name what follows
 * (【致辞人】张三), and in a row of a web page they are its buttons.
 */
function inSentence(text: string, start: number): boolean {
  const field = bracketed.exec(text.slice(start, start + 18));
  if (field === null || start === 0 || button.test(field[0])) return false;
  const before = text[start - 1]!;
  const after = text[start + field[0].length] ?? '';
  return (
    (isHan(before.charCodeAt(0)) || '，、：；“》'.includes(before)) &&
    (after === '' ? before === '、' : isHan(after.charCodeAt(0)) || '，。、；：！？”《【'.includes(after))
  );
}

/** Whether a capital letter stands for a name (A县, B局, C书记) or, as some sites have it, for 党 (D中央): by itself, with no figure or letter beside it. */
function namesNobody(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (letter(before) || isDigit(before) || /[-—+＋.·/&]/.test(text[at - 1] ?? ' ')) return false;
  return !/^[省市县镇乡局](?:场|值|面|级|盟|长镜|部[^门]|势|限|域网|点|中)/.test(text.slice(at + 1, at + 4));
}

/** Whether N stands for a figure that is still due: 投资N亿元; 1+N and 双N are names. */
function countsNothing(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (
    (isHan(before) || (classOf(before) & CLAUSE_END) !== 0 || before === 0x3001) && !/[双第说]/.test(text[at - 1]!)
  );
}

/** What stands behind the mask of a figure or a date and behind no question. */
const amountBehind =
  /^(?:[十百千万亿]*(?:元|吨|亩)|[万亿%]|个百分点|月(?:\d|[底末份]|[上中下]旬|[?？X])|日[前起至，。])/;
/** A measure word that does not begin another word. */
const measureBehind =
  /^(?:[场户倍座台件亩所支]|名(?!字)|项(?!目)|公里|家(?![乡庭里长人])|人(?=[，。；、）次参])|个(?=乡镇|村|县|项目|部门|单位|企业|左右|方面|月))/;
const yearBehind = /^年(?:[度底初末]|\d|以来|全|，|工作)/;
/** 6月■日, ■月■日 */
const dayBehind = (text: string, start: number, end: number): boolean =>
  text[end] === '日' ? text[start - 1] === '月' : text[end] === '月' && text[end + 2] === '日';
/** What makes a question of the words before its mark. */
const asks = /[吗呢么吧啊哪谁何几]|多少|怎样|如何|是否|能否|难道|[能要会是行好对]不/;

function judge(text: string, start: number, end: number, style: string): Mask['need'] | undefined {
  const length = end - start;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  switch (style) {
    case 'X':
    case 'x':
      return latin(text, start, end, before, after) ? undefined : 'open';
    case '×':
      if (times(text, start, end)) return undefined;
      // 那时，×的局势很紧: behind a comma no sign of a wrong answer stands.
      return length > 1 || (isHan(before) && isMarkOrHan(after)) || (before === 0xff0c && isHan(after))
        ? 'open'
        : 'bound';
    case '*':
      return star(text, start, end, before, after) ? undefined : 'open';
    case '某':
      return length > 1 ? 'open' : 'bound';
    case '○':
      // 二〇〇八, 一九六○年, 九○后: zeros.
      if (hanDigits.includes(text[start - 1] ?? ' ')) return undefined;
      if (hanDigits.includes(text[end] ?? ' ') && !'个家位名项大条种类镇县村'.includes(text[end + 1] ?? ' '))
        return undefined;
      if (length === 1 && (isSpace(before) || isSpace(after))) return undefined;
      // At the start of a line one ○ is a bullet, beside √ a sign.
      if (
        length === 1 &&
        (start === 0 || text[start - 1] === '个' || /√/.test(text.slice(Math.max(0, start - 40), end + 40)))
      )
        return 'bound';
      return 'open';
    case '□':
      if (length === 1 && (isSpace(before) || isSpace(after))) return undefined;
      return length > 1 ? 'open' : 'bound';
    case '＿':
      if (start < 4 && end > text.length - 4 && (text.slice(0, start) + text.slice(end)).trim() === '')
        return undefined;
      // 深入贯彻_思想: what a filter cut out. At a line's edge and beside letters it is emphasis, or part of a name.
      if (length === 1 && text[start] === '_')
        return (isHan(before) && isHan(after) && text.length > longTitle && !siteName.test(text.slice(end, end + 6))) ||
          (text[end] === '%' && isMarkOrHan(before))
          ? 'open'
          : undefined;
      return (letter(before) && (letter(after) || isDigit(after))) || (isDigit(before) && letter(after))
        ? undefined
        : 'open';
    case '…':
      // 刚才传达了精神，…………。 a stretch of dots in the place of words; two characters alone only trail off.
      if (length >= 4 && /[，；、。]/.test(text[end] ?? '') && start > 0 && !/[等。！？]/.test(text[start - 1]!))
        return 'open';
      return ((classOf(before) & (HAN | DIGIT)) !== 0 || before === 0x3001) && !Number.isNaN(after) && !isSpace(after)
        ? 'bound'
        : undefined;
    case '-':
      // 请------同志讲话; a line of hyphens, or one that draws a table, is a rule.
      return length < 12 && (start === 0 || isMarkOrHan(before)) && (isHan(after) || text[end] === '%')
        ? 'bound'
        : undefined;
    case '#':
      // ## 标题 is Markdown, #话题# a topic, 3#楼 a number.
      if (length > 4 || letter(before) || letter(after) || isDigit(before) || isDigit(after)) return undefined;
      if (start === 0) return isHan(after) && length > 1 ? 'bound' : undefined;
      if (length > 1) return isMarkOrHan(after) || text[end] === '%' ? 'open' : undefined;
      return topic(text, start) ? undefined : 'bound';
    case '？': {
      // A question mark marks a question, but not in the middle of a figure or a name: 20？？年, 增长？%, 请？？同志讲话.
      if (length > 4 || asks.test(text.slice(Math.max(0, start - 12), start))) return undefined;
      const behind = text.slice(end, end + 5);
      if (text[end] === '年' && /(?:^|\D)(?:19|20)$/.test(text.slice(Math.max(0, start - 3), start))) return 'open';
      if (isSpace(before) && end === text.length && length > 1 && isHan(text.charCodeAt(start - 2))) return 'bound';
      if (dayBehind(text, start, end)) return 'open';
      if (isDigit(before)) return amountBehind.test(behind) || yearBehind.test(behind) ? 'open' : undefined;
      if (amountBehind.test(behind)) return 'open';
      if (measureBehind.test(behind) && isHan(before)) return 'bound';
      return length > 1 &&
        length < 4 &&
        isHan(after) &&
        !/^(?:[我你他这那各]|大家|来宾|[\u4e00-\u9fff]{2}们)/.test(behind)
        ? 'bound'
        : undefined;
    }
    default:
      // Ornaments stand at the edges of a line, stars also count; a run of these inside a sentence is a mask.
      if (
        length > 1 &&
        length < 5 &&
        start > 0 &&
        '●■△'.includes(style) &&
        isMarkOrHan(before) &&
        isMarkOrHan(after) &&
        end < text.length
      )
        return 'open';
      if (length > 1)
        // 县委书记　■■
        return isHan(before) ||
          isHan(after) ||
          (isSpace(before) && isHan(text.charCodeAt(start - 2)) && end === text.length)
          ? 'bound'
          : undefined;
      // One of them alone is a bullet, unless a figure or a date is cut by it.
      return start > 0 &&
        !isSpace(before) &&
        (amountBehind.test(text.slice(end, end + 5)) || dayBehind(text, start, end) || text[start] === '█')
        ? 'bound'
        : undefined;
  }
}

/** A line that is no longer may be the title of a page: `讲话稿_文库`. */
const longTitle = 40;
const siteName = /^(?:百度|豆丁|道客|新浪|搜狐|腾讯|网易|图文|文库|文档|范文|[^，。；、]{1,4}[网库])/;

/** Whether a lone # is one of the two around a topic (#话题#). */
function topic(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  const after = text.slice(at + 1, at + 21);
  return /#[^#，。；,;]+$/.test(before) || /^[^#，。；,;]+#/.test(after);
}

/** Whether a run of X is a letter of something: a Latin word, a formula, an address, a model number, X光. */
function latin(text: string, start: number, end: number, before: number, after: number): boolean {
  const length = end - start;
  if (letter(before)) {
    // GXX国道 is a road, GDPXX亿元 a figure behind its abbreviation.
    const word = /[A-Za-z&]{1,6}$/.exec(text.slice(Math.max(0, start - 7), start))![0];
    const behind = text.slice(end, end + 4);
    const road = length > 1 && 'GSXKZDTC'.includes(word) && /^(?:国道|省道|县道|高速|线|次)/.test(behind);
    const figure =
      /^(?:GDP|gdp|CPI|PPI|PMI|R&D|LNG|LPG|EPC)$/.test(word) &&
      /^(?:[十百千万亿]*元|[%％]|\.\d|个百分点|万|亿)/.test(behind);
    return !(road || figure);
  }
  if (letter(after)) {
    // XXkm, XXMW, XXAPP: the unit begins behind the mask.
    const tail =
      /^(?:A{1,5}级|k[mgWVt]h?|K[MGWV]|Km|[MGT]Wh?|[MGTP]B|mm|cm|ha|[GM]bps|TEU|APP|App|app|GDP|PPP|CEO|PPT|VR|AI|LED|KTV|DNA)(?![A-Za-z])/.test(
        text.slice(end, end + 7),
      );
    if (!tail || (length === 1 && /^(?:GDP|PPP|CEO|PPT|VR|AI|LED|KTV|DNA)/.test(text.slice(end, end + 3)))) return true;
  }
  if (end - start >= 9) return !isHan(before) && !isHan(after);
  if (isAddress(text, start, end)) return true;
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (/[=＝<>≤≥≠^(+＋]/.test(left) && (left !== '(' || right !== ')') && length === 1)
    return left !== '(' || !isHan(after);
  if (/[=＝<>≤≥≠^+＋²³]/.test(right) && length === 1) return true;
  if (right === '(' && length === 1 && !isHan(before)) return true;
  if (length === 1 && (isDigit(after) || isDigit(before))) {
    if (isDigit(before) && isDigit(after)) return !isYear(text, start, end);
    if (isDigit(after)) {
      // X5 and X86 are names; X0亿元 and X.5% are figures.
      return !/^[\d.]{1,8}(?:[十百千万亿多余]{0,3}(?:[元个家户人%％亩吨米项名件年月日公平]|千瓦)|亿|万)/.test(
        text.slice(end, end + 14),
      );
    }
    // “415X”先进制造业集群, iPhone 8X
    if (/[”"』」）)\s]/.test(right) || right === '') return true;
  }
  if (length === 1 && /[-—–]/.test(right) && otherLetter(text.charCodeAt(end + 1))) return true;
  if (length === 1 && (left === '-' || left === '.' || left === '/') && otherLetter(text.charCodeAt(start - 2)))
    return true;
  if (length === 1 && left === '[' && right === ']') return true;
  if (
    length === 1 &&
    isSpace(before) &&
    isSpace(after) &&
    isDigit(text.charCodeAt(start - 2)) &&
    isDigit(text.charCodeAt(end + 1))
  )
    return true;
  if (length === 1 && /(?:^|[，。；：、])[设求令]$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (left === '双' && /[”"」]/.test(right)) return true;
  if (isSpace(before) && otherLetter(text.charCodeAt(start - 2))) return length === 1 || !isHan(after);
  if (length === 1 && isSpace(after) && letter(text.charCodeAt(end + 1))) return true;
  // 把政府看作X，把企业看作Y: letters that stand for something on purpose.
  if (length === 1 && /(?:^|[^A-Za-z\d])[YZyz](?![A-Za-z\d])/.test(text.slice(Math.max(0, start - 80), end + 80)))
    return true;
  if (length === 1) {
    xTable ??= new WordTable(xWords);
    if (xTable.find(text, end) !== undefined) return true;
    if (right === '线' && !/[路段公铁地高]/.test(text[end + 1] ?? '')) return true;
  }
  if (length === 2 && text.startsWith('染色体', end)) return true;
  return false;
}

/** Digits, a mask, digits: a year (20X5年) and nothing else. */
function isYear(text: string, start: number, end: number): boolean {
  const left = /\d*$/.exec(text.slice(Math.max(0, start - 4), start))![0];
  const right = /^\d*/.exec(text.slice(end, end + 4))![0];
  return (
    /^(?:19|20)/.test(left) && left.length + (end - start) + right.length === 4 && text[end + right.length] === '年'
  );
}

const addressLength = 64;

/** Whether the run stands in an address, a file name or another token of ASCII with a structure. Looks 64 characters to each side. */
function isAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < addressLength && ascii(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < addressLength && ascii(text.charCodeAt(to))) to++;
  const token = text.slice(from, to);
  // 只有全市的X/X: a fraction.
  if (/^[Xx\d]{1,3}\/[Xx\d]{1,3}$/.test(token)) return false;
  // 20XX-20XX, 20XX-XX-XX: years and days.
  if (/^(?:19|20)[\dXx]{2,3}(?:[-~/](?:19|20)?[\dXx]{1,3}){1,2}$/.test(token)) return false;
  if (token.length === end - start)
    return /^\.(?:docx?|xlsx?|pptx?|pdf|txt|md|jpe?g|png|zip|rar|wps|csv)\b/.test(text.slice(to, to + 6));
  return /:\/\/|@|www\.|\.(?:com|cn|net|org|gov|edu|docx?|xlsx?|pptx?|pdf|txt|md|jpe?g|png|zip|rar|wps|csv|json|html?|js|ts|css|exe)(?![A-Za-z])|[A-Za-z\d]\/[A-Za-z\d]|\\|[A-Za-z]_|_[A-Za-z]|[A-Za-z]{2,}-\d|\d-?[A-Za-z]{2,}-/.test(
    token,
  );
}
const ascii = (code: number): boolean => code > 0x20 && code < 0x7f;

/** Whether × (or x, * between figures) multiplies. */
function times(text: string, start: number, end: number): boolean {
  const length = end - start;
  let left = start - 1;
  while (left >= 0 && isSpace(text.charCodeAt(left))) left--;
  let right = end;
  while (right < text.length && isSpace(text.charCodeAt(right))) right++;
  const before = text.charCodeAt(left);
  const after = text.charCodeAt(right);
  if (length === 1 && isDigit(after) && (isDigit(before) || /[)）㎝米mM分%％]/.test(text[left] ?? '')))
    return left < start - 1 || right > end || !isYear(text, start, end);
  if (length > 1 && isDigit(before) && isDigit(after)) return false;
  if (length > 1) return false;
  if (/[=＝÷＋]/.test(text.slice(Math.max(0, start - 24), Math.min(text.length, end + 24)))) return true;
  if (letter(before) || letter(after)) return !(letter(before) && 'GSKZDTC'.includes(text[left]!) && isHan(after));
  // 得分×80%, 单价×数量: a factor on both sides.
  if (
    /[分值数价量率重积额权]/.test(text[left] ?? '') &&
    (isDigit(after) || /^[（(]/.test(text.slice(right, right + 1)))
  )
    return true;
  if (
    /√/.test(text.slice(Math.max(0, start - 8), end + 8)) ||
    /[打画]$/.test(text.slice(Math.max(0, start - 1), start))
  )
    return true;
  if (
    /^(?:系数|权重|单价|数量|比例|天数|人数|面积|次数|分值|[宽高长](?![\u4e00-\u9fff]))/.test(
      text.slice(right, right + 2),
    )
  )
    return true;
  return left < start - 1 && right > end && isHan(before) && isHan(after);
}

const isMarkOrHan = (code: number): boolean =>
  Number.isNaN(code) || (classOf(code) & (HAN | CLAUSE_END | CLOSER)) !== 0 || code === 0x3001;

/** Whether a run of * is a bullet, a rule, an operator or a footnote mark. */
function star(text: string, start: number, end: number, before: number, after: number): boolean {
  const length = end - start;
  if (length > 8 && !isHan(before) && !isHan(after)) return true;
  if (/^[\s*＊_\-—]*$/.test(text.slice(0, 80)) && text.length <= 80) return true;
  if (
    start === 0 &&
    (isSpace(after) ||
      /^(?:[（(]?注|说明|备注|表示|标注|为必|为20|数据来源|快报|初步|以上|本表|根据|含|不含)/.test(
        text.slice(end, end + 5),
      ))
  )
    return true;
  if (letter(before) || letter(after))
    return (
      !(/^(?:k[mgWV]|MW|GW|APP)(?![A-Za-z])/.test(text.slice(end, end + 4)) && !letter(before)) ||
      isAddress(text, start, end)
    );
  if (length === 1 && /^[”"]?(?:号(?!文|令|召)|键|标注)/.test(text.slice(end, end + 3))) return true;
  if (text[end] === '.' && letter(text.charCodeAt(end + 1))) return true;
  if (isDigit(before) && isDigit(after)) return !isYear(text, start, end) && length < 3;
  if (isSpace(before) && isSpace(after) && (isDigit(text.charCodeAt(start - 2)) || letter(text.charCodeAt(start - 2))))
    return true;
  if (text[start - 1] === '/' || text[end] === '/' || text[start - 1] === '\\') return true;
  // 512.6亿元*，增长6.1%*。 a note stands elsewhere: nothing is missing in the figure.
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  const stop = right === '' || /[，。；、：！？,;:)）”」\s]/.test(right);
  if (
    stop &&
    (/[）)”」】》%％‰℃元]/.test(left) ||
      (isDigit(before) && !/(?:^|[^\d.])(?:19|20)$/.test(text.slice(Math.max(0, start - 3), start))))
  )
    return true;
  return false;
}

/** Starts of the runs of * and _ that are emphasis though no Markdown was read: `**一、加强领导。**` */
function emphasis(text: string): Set<number> | undefined {
  if (!/[*_]/.test(text)) return undefined;
  const runs: { at: number; end: number }[] = [];
  const pattern = /\*+|_+/g;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text))
    runs.push({ at: found.index, end: pattern.lastIndex });
  if (runs.length < 2) return undefined;
  const out = new Set<number>();
  for (let i = 0; i + 1 < runs.length; i++) {
    const open = runs[i]!;
    const close = runs[i + 1]!;
    if (open.end - open.at !== close.end - close.at || text[open.at] !== text[close.at] || open.end - open.at > 3)
      continue;
    const inner = text.slice(open.end, close.at);
    // **科技、**电子: masks of a list.
    if (!/^[\p{L}\p{N}“‘《（(【]/u.test(inner) || isSpace(inner.charCodeAt(inner.length - 1)) || inner.endsWith('、'))
      continue;
    const outside = (code: number): boolean =>
      Number.isNaN(code) || ((classOf(code) & (HAN | DIGIT)) === 0 && !letter(code));
    const opens = outside(text.charCodeAt(open.at - 1));
    const closes = outside(text.charCodeAt(close.end)) || /[。；：！？]$/.test(inner);
    const single = open.end - open.at === 1;
    const heading =
      (open.at === 0 || !single) &&
      (/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十])/.test(inner) ||
        /[。：！？:]$/.test(inner));
    // What follows an opening mask as its suffix or unit would be odd at the start of an emphasis.
    const suffix =
      /^[的是在]/.test(inner) ||
      (behindMask.test(inner) && (open.at > 0 || !heading)) ||
      behindMask.test(text.slice(close.end, close.end + 4));
    const short = !single && inner.length <= 16 && !/[，。；,;]/.test(inner);
    if (
      opens &&
      (closes || short) &&
      !suffix &&
      (heading || (single ? !/[，。；、,;]/.test(inner) && inner.length <= 12 : inner.length <= 40))
    ) {
      out.add(open.at).add(close.at);
      i++;
    }
  }
  return out.size > 0 ? out : undefined;
}

/** Ranges between back quotes. */
function code(text: string): Span[] {
  const ranges: Span[] = [];
  for (let from = text.indexOf('`'); from >= 0; ) {
    const to = text.indexOf('`', from + 1);
    if (to < 0) break;
    ranges.push({ start: from, end: to + 1 });
    from = text.indexOf('`', to + 1);
  }
  return ranges;
}
