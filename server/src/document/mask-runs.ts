/**
 * What a run of mask characters is, style by style: a mask, or something that only looks like one (a letter, a sign, a bullet, an ornament). Only the
 * characters around it are looked at; what its words say is a matter of blank-kinds.ts.
 */
import { CLAUSE_END, CLOSER, classOf, DIGIT, HAN, isDigit, isHan, isSpace } from '../text/characters.ts';
import { WordTable, xWords } from './lexicon/blank-words.ts';

/**
 * How much the words around have to say for a mask: `open` masks may stand free in a sentence, `bound` ones need a unit, a title or a suffix at
 * their side (a single ×, some …… in a row, a lone 某), `note` is a bracketed remark whose words say what is missing.
 */
export type Need = 'open' | 'bound' | 'note';

/** A run of mask characters of one style, and the code units beside it: NaN at the edges of the paragraph. */
interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly before: number;
  readonly after: number;
}

/** What a run is; undefined where it is no mask. */
type Judge = (run: Run) => Need | undefined;

/** What the run between two offsets is; undefined where it is no mask. */
export function needOf(text: string, start: number, end: number, style: string): Need | undefined {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const run: Run = { text, start, end, length: end - start, before, after };
  const judge = judges[style];
  return judge === undefined ? ornament(run, style) : judge(run);
}

export const letter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** A letter that is no mask itself. */
const otherLetter = (code: number): boolean => letter(code) && (code | 0x20) !== 0x78;

/** 、 or the mark at the end of a clause. */
const isStop = (code: number): boolean => (classOf(code) & CLAUSE_END) !== 0 || code === 0x3001;

const isMarkOrHan = (code: number): boolean =>
  Number.isNaN(code) || (classOf(code) & (HAN | CLAUSE_END | CLOSER)) !== 0 || code === 0x3001;

/** What stands behind the mask of a figure or a date and behind no question. */
const amountBehind =
  /^(?:[十百千万亿]*(?:元|吨|亩)|[万亿%]|个百分点|月(?:\d|[底末份]|[上中下]旬|[?？X])|日[前起至，。])/;
/** A measure word that does not begin another word. */
const measureBehind =
  /^(?:[场户倍座台件亩所支]|名(?!字)|项(?!目)|公里|家(?![乡庭里长人])|人(?=[，。；、）次参])|个(?=乡镇|村|县|项目|部门|单位|企业|左右|方面|月))/;
const yearBehind = /^年(?:[度底初末]|\d|以来|全|，|工作)/;
/** 6月■日, ■月■日 */
const dayBehind = ({ text, start, end }: Run): boolean =>
  text[end] === '日' ? text[start - 1] === '月' : text[end] === '月' && text[end + 2] === '日';
/** What makes a question of the words before its mark. */
const asks = /[吗呢么吧啊哪谁何几]|多少|怎样|如何|是否|能否|难道|[能要会是行好对]不/;

/** Latin x, and what stands for it. */
const cross: Judge = (run) => (isLatin(run) ? undefined : 'open');

/** The sign of multiplication. 那时，×的局势很紧: behind a comma no sign of a wrong answer stands. */
function multiplication(run: Run): Need | undefined {
  const { text, start, end, length, before, after } = run;
  if (times(text, start, end)) return undefined;
  return length > 1 || (isHan(before) && isMarkOrHan(after)) || (before === 0xff0c && isHan(after)) ? 'open' : 'bound';
}

const asterisk: Judge = ({ text, start, end, before, after }) =>
  star(text, start, end, before, after) ? undefined : 'open';

const hanDigits = '一二三四五六七八九十零廿卅百千';

/** A circle: no zero of 二〇〇八, 一九六○年, 九○后, no bullet, no sign beside √. */
function circle({ text, start, end, length, before, after }: Run): Need | undefined {
  if (hanDigits.includes(text[start - 1] ?? ' ')) return undefined;
  if (hanDigits.includes(text[end] ?? ' ') && !'个家位名项大条种类镇县村'.includes(text[end + 1] ?? ' '))
    return undefined;
  if (length > 1) return 'open';
  if (isSpace(before) || isSpace(after)) return undefined;
  const sign = start === 0 || text[start - 1] === '个' || text.slice(Math.max(0, start - 40), end + 40).includes('√');
  return sign ? 'bound' : 'open';
}

/** A box, that is not one to be ticked. */
const box: Judge = ({ length, before, after }) =>
  length > 1 ? 'open' : isSpace(before) || isSpace(after) ? undefined : 'bound';

/** A line that is no longer may be the title of a page: `讲话稿_文库`. */
const longTitle = 40;
const siteName = /^(?:百度|豆丁|道客|新浪|搜狐|腾讯|网易|图文|文库|文档|范文|[^，。；、]{1,4}[网库])/;

/** A line to write on. 深入贯彻_思想: one is what a filter cut out; at a line's edge and beside letters it is emphasis, or part of a name. */
function underline({ text, start, end, length, before, after }: Run): Need | undefined {
  if (start < 4 && end > text.length - 4 && (text.slice(0, start) + text.slice(end)).trim() === '') return undefined;
  if (length === 1 && text[start] === '_') {
    const inWords =
      isHan(before) && isHan(after) && text.length > longTitle && !siteName.test(text.slice(end, end + 6));
    return inWords || (text[end] === '%' && isMarkOrHan(before)) ? 'open' : undefined;
  }
  const inName = (letter(before) && (letter(after) || isDigit(after))) || (isDigit(before) && letter(after));
  return inName ? undefined : 'open';
}

/** Dots. 刚才传达了精神，…………。 a stretch of them stands in the place of words; two characters alone only trail off. */
function dots({ text, start, end, length, before, after }: Run): Need | undefined {
  if (length >= 4 && /[，；、。]/.test(text[end] ?? '') && start > 0 && !/[等。！？]/.test(text[start - 1]!))
    return 'open';
  // 他指出：“……。”: the whole quotation is still due.
  if (text[start - 1] === '“' && /^[。！]?”/.test(text.slice(end, end + 2)) && '：:'.includes(text[start - 2] ?? ' '))
    return 'open';
  const behindWords = (classOf(before) & (HAN | DIGIT)) !== 0 || before === 0x3001;
  return behindWords && !Number.isNaN(after) && !isSpace(after) ? 'bound' : undefined;
}

/** Hyphens: 请------同志讲话. A line of them, or one that draws a table, is a rule. */
const hyphens: Judge = ({ text, start, end, length, before, after }) =>
  length < 12 && (start === 0 || isMarkOrHan(before)) && (isHan(after) || text[end] === '%') ? 'bound' : undefined;

/** Hashes: ## 标题 is Markdown, #话题# a topic, 3#楼 a number. */
function hashes({ text, start, end, length, before, after }: Run): Need | undefined {
  if (length > 4 || letter(before) || letter(after) || isDigit(before) || isDigit(after)) return undefined;
  if (start === 0) return isHan(after) && length > 1 ? 'bound' : undefined;
  if (length > 1) return isMarkOrHan(after) || text[end] === '%' ? 'open' : undefined;
  return topic(text, start) ? undefined : 'bound';
}

/** Whether a lone # is one of the two around a topic (#话题#). */
function topic(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  const after = text.slice(at + 1, at + 21);
  return /#[^#，。；,;]+$/.test(before) || /^[^#，。；,;]+#/.test(after);
}

/** A question mark marks a question, but not in the middle of a figure or a name: 20？？年, 增长？%, 请？？同志讲话. */
function questionMarks(run: Run): Need | undefined {
  const { text, start, end, length, before, after } = run;
  if (length > 4 || asks.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const behind = text.slice(end, end + 5);
  if (text[end] === '年' && /(?:^|\D)(?:19|20)$/.test(text.slice(Math.max(0, start - 3), start))) return 'open';
  if (isSpace(before) && end === text.length && length > 1 && isHan(text.charCodeAt(start - 2))) return 'bound';
  if (dayBehind(run)) return 'open';
  if (isDigit(before)) return amountBehind.test(behind) || yearBehind.test(behind) ? 'open' : undefined;
  if (amountBehind.test(behind)) return 'open';
  if (measureBehind.test(behind) && isHan(before)) return 'bound';
  const name = isHan(after) && !/^(?:[我你他这那各]|大家|来宾|[\u4e00-\u9fff]{2}们)/.test(behind);
  return length > 1 && length < 4 && name ? 'bound' : undefined;
}

/** What stars are given to. */
const rated = /^(?:级|酒店|宾馆|景区|农家乐|好评|推荐|评价)/;

/** Ornaments stand at the edges of a line, stars also count; a run of these inside a sentence is a mask. */
function ornament(run: Run, style: string): Need | undefined {
  const { text, start, end, length, before, after } = run;
  if (style === '★' && rated.test(text.slice(end, end + 3))) return undefined;
  const inside = start > 0 && end < text.length && isMarkOrHan(before) && isMarkOrHan(after);
  if (length > 1 && length < 5 && '●■△'.includes(style) && inside) return 'open';
  if (length > 1) {
    // 县委书记　■■
    const signed = isSpace(before) && isHan(text.charCodeAt(start - 2)) && end === text.length;
    return isHan(before) || isHan(after) || signed ? 'bound' : undefined;
  }
  // ☆县是传统大县: a star in the middle of a sentence; another ornament alone is a bullet, unless a figure or a date is cut by it.
  if (style === '★' && start > 0 && (isHan(before) || isStop(before)) && (isHan(after) || isStop(after)))
    return 'bound';
  const cuts = amountBehind.test(text.slice(end, end + 5)) || dayBehind(run) || text[start] === '█';
  return start > 0 && !isSpace(before) && cuts ? 'bound' : undefined;
}

const judges: Readonly<Record<string, Judge>> = {
  X: cross,
  x: cross,
  '×': multiplication,
  '*': asterisk,
  某: ({ length }) => (length > 1 ? 'open' : 'bound'),
  '○': circle,
  '□': box,
  '＿': underline,
  '…': dots,
  '-': hyphens,
  '#': hashes,
  '？': questionMarks,
};

/** Whether a run of X is a letter of something: a Latin word, a formula, an address, a model number, X光. */
function isLatin(run: Run): boolean {
  const { text, start, end, length, before, after } = run;
  if (letter(before)) return !followsWord(run);
  if (letter(after) && !leadsUnit(run)) return true;
  if (length >= 9) return !isHan(before) && !isHan(after);
  if (isAddress(text, start, end)) return true;
  if (length === 1) return isSymbol(run);
  if (text[start - 1] === '双' && /[”"」]/.test(text[end] ?? '')) return true;
  if (isSpace(before) && otherLetter(text.charCodeAt(start - 2))) return !isHan(after);
  return length === 2 && text.startsWith('染色体', end);
}

/** GXX国道 is a road, GDPXX亿元 a figure behind its abbreviation. */
function followsWord({ text, start, end, length }: Run): boolean {
  const word = /[A-Za-z&]{1,6}$/.exec(text.slice(Math.max(0, start - 7), start))![0];
  const behind = text.slice(end, end + 4);
  const road = length > 1 && 'GSXKZDTC'.includes(word) && /^(?:国道|省道|县道|高速|线|次)/.test(behind);
  const figure =
    /^(?:GDP|gdp|CPI|PPI|PMI|R&D|LNG|LPG|EPC)$/.test(word) &&
    /^(?:[十百千万亿]*元|[%％]|\.\d|个百分点|万|亿)/.test(behind);
  return road || figure;
}

/** XXkm, XXMW, XXAPP: the unit begins behind the mask. */
function leadsUnit({ text, end, length }: Run): boolean {
  const unit =
    /^(?:A{1,5}级|k[mgWVt]h?|K[MGWV]|Km|[MGT]Wh?|[MGTP]B|mm|cm|ha|[GM]bps|TEU|APP|App|app|GDP|PPP|CEO|PPT|VR|AI|LED|KTV|DNA)(?![A-Za-z])/.test(
      text.slice(end, end + 7),
    );
  return unit && !(length === 1 && /^(?:GDP|PPP|CEO|PPT|VR|AI|LED|KTV|DNA)/.test(text.slice(end, end + 3)));
}

let xTable: WordTable | undefined;

/** Whether one X is a symbol: of a formula, a model, a word (X光, X射线), or one of several letters that stand for something on purpose. */
function isSymbol(run: Run): boolean {
  const { text, start, end, before, after } = run;
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (/[=＝<>≤≥≠^(+＋]/.test(left) && (left !== '(' || right !== ')')) return left !== '(' || !isHan(after);
  if (/[=＝<>≤≥≠^+＋²³]/.test(right)) return true;
  if (right === '(' && !isHan(before)) return true;
  const inNumber = isDigit(before) || isDigit(after) ? besideDigits(run) : undefined;
  if (inNumber !== undefined) return inNumber;
  if (/[-—–]/.test(right) && otherLetter(text.charCodeAt(end + 1))) return true;
  if ((left === '-' || left === '.' || left === '/') && otherLetter(text.charCodeAt(start - 2))) return true;
  if (left === '[' && right === ']') return true;
  if (isSpace(before) && isSpace(after) && isDigit(text.charCodeAt(start - 2)) && isDigit(text.charCodeAt(end + 1)))
    return true;
  if (/(?:^|[，。；：、])[设求令]$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (left === '双' && /[”"」]/.test(right)) return true;
  if (isSpace(before) && otherLetter(text.charCodeAt(start - 2))) return true;
  if (isSpace(after) && letter(text.charCodeAt(end + 1))) return true;
  // 把政府看作X，把企业看作Y: letters that stand for something on purpose.
  if (/(?:^|[^A-Za-z\d])[YZyz](?![A-Za-z\d])/.test(text.slice(Math.max(0, start - 80), end + 80))) return true;
  xTable ??= new WordTable(xWords);
  return xTable.find(text, end) !== undefined || (right === '线' && !/[路段公铁地高]/.test(text[end + 1] ?? ''));
}

/** X5, X86, “415X”, iPhone 8X are names; X0亿元 and X.5% are figures, 20X5年 is a year. Undefined where the digits do not tell. */
function besideDigits({ text, start, end, before, after }: Run): boolean | undefined {
  if (isDigit(before) && isDigit(after)) return !isYear(text, start, end);
  if (isDigit(after))
    return !/^[\d.]{1,8}(?:[十百千万亿多余]{0,3}(?:[元个家户人%％亩吨米项名件年月日公平]|千瓦)|亿|万)/.test(
      text.slice(end, end + 14),
    );
  return end === text.length || /[”"』」）)\s]/.test(text[end]!) ? true : undefined;
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
  // 20xx**旅游节: a year that is masked stands before the mask.
  if (/(?:19|20)[Xx]{1,2}$/.test(text.slice(Math.max(0, start - 4), start)) && (isHan(after) || text[end] === '·'))
    return false;
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
