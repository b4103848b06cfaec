/**
 * Finds runs of mask characters in a paragraph and leaves out what only looks like one: emphasis and bullets, multiplication, Latin words,
 * addresses, code, X光, Chinese zeros, ballot boxes, ornaments. What the words around a mask say is not looked at here (blank-kinds.ts).
 */
import { CLAUSE_END, charactersOf, classOf, DIGIT, HAN, isDigit, isHan, isIn, isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { behindMask } from './lexicon/blank-words.ts';
import { letter, type Need, needOf } from './mask-runs.ts';

export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly style: string;
  readonly need: Need;
}

/** What could begin a mask: mask characters, and the brackets and letters that （待补） and TODO begin with. */
const anywhere =
  /[Xx×✕✖╳Ⅹⅹ█ХхΧχ*＊∗﹡某○〇◯□▢_＿…△▲●■◆★☆#＃？?]|-{3}|[-=]{2}(?=[十百千万亿]*(?:元|吨|亩)|[十百千万亿]+[人户]|[%％]|个百分点|书记|同志|[省市县区镇乡局]长|[县镇村](?![委长党政级])|主任|部长|年[-=]|月[-=份底]|日[，。上下前])|[Nn](?=[Nn]{0,2}(?:[十百千万亿]+[元吨亩人]|元|[%％万亿家户名座所倍人项支条台件场]|公里|月[底末份\d]|日[前起）]|个(?:项目|乡镇|村|县|部门|单位|企业|百分点|方面)))|(?:[A-WYZ](?=[省市县镇乡局]|书记|同志)|D(?=中央|组织|员|建|委|支部|总支|校|章|课|性|的))|TODO|TBD|FIXME|【(?=[^】\d]{1,14}】)|[（(【[{〔<＜](?=[^，。；）)】\]}]{0,6}(?:[待空缺补填插]|TODO|TBD)|[请填姓领主职单部公企县市区地时日年月数金百会活项内名届人案词文])|[（(](?=\u3000|[ \u3000]{2})/y;
const openers = 'Xx×✕✖╳Ⅹⅹ█ХхΧχ*＊∗﹡某○〇◯□▢_＿…△▲●■◆★☆#＃？?-=nABCDEFGHIJKLMNOPQRSTUVWYZ【[{（(〔<＜F';
const begins = charactersOf(openers);

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

const about = '(?:数据|数字|姓名|名单|内容|金额|日期|时间|地点|单位|案例|情况|材料|人名|名称)';
const remark = new RegExp(
  `^[（(【[{〔<＜]\\s{0,2}(?:(?:此处|这里)?${about}?[：:]?(?:待补充?|待定|待核实?|待核对|待核准|待填写?|待确认|待完善|待更新|待查(?!处)|待提供|TODO|TBD|FIXME)` +
    `(?:${about}|[，,：:、；;\\s][^（）()【】[\\]{}。]{0,16})?|待[^（）()【】[\\]{}，。]{1,8}(?:补充|提供|填写|核实|确认|更新|完善)|` +
    `(?:此处|这里|请)(?:待补|补充|插入|填写|填|补|加入|核实|提供)[^（）()【】[\\]{}。]{0,12}|(?:补充|填写|插入)${about}|(?:单字|名称|词语|文字|人名|地名)替换|空|缺|空缺|空白|${about}[空缺])\\s?[）)】\\]}〕>＞]`,
);
const field =
  /^(?:【\s?|\[|\{\{?|〔|（(?=(?:领导)?姓名）|职务）|数字）|数量）|金额）|百分比）|单位名称）|会议名称）))(?:请?(?:填写?|输入))?(姓名|领导姓名|主讲人|职务|单位|单位名称|部门|部门名称|公司名称|企业名称|县名|市名|区名|地名|地点|时间|日期|年份|月份|数字|数量|金额|数据|百分比|会议名称|活动名称|项目名称|主题|内容|名称|届次|人数|案例)(?:\s?】|\]|\}\}?|〕|）)/;

/** Masks of one paragraph, in order. Linear: every look-around is bounded. */
export function scanMasks(text: string): readonly Mask[] {
  let first = 0;
  while (first < text.length && !isIn(begins, text.charCodeAt(first))) first++;
  if (first === text.length) return none;
  const masks: Mask[] = [];
  let skip: ReadonlySet<number> | undefined;
  let fences: readonly Span[] | undefined;
  let fence = 0;
  for (let start = first; start < text.length; start++) {
    if (!isIn(begins, text.charCodeAt(start))) continue;
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
        const figure = char === 'N' || char === 'n';
        let end = start + 1;
        while (figure && (text[end] === 'N' || text[end] === 'n')) end++;
        if (figure ? countsNothing(text, start) : namesNobody(text, start))
          masks.push({ start, end, style: 'A', need: 'bound' });
        start = end - 1;
        continue;
      }
      const empty = emptyBracketsEnd(text, start);
      if (empty > start) {
        masks.push({ start, end: empty, style: '（）', need: 'open' });
        start = empty - 1;
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
    // ***X亲临指导: a filter took the words before a mask. In **XX县** the stars are emphasis.
    else if (style === '*' && end - start > 1 && !skip.has(start)) while (styles[text[end]!] === 'X') end++;
    if (!skip.has(start)) {
      const need = needOf(text, start, end, style);
      if (need !== undefined) masks.push({ start, end, style, need });
    }
    start = end - 1;
  }
  return masks;
}

const none: readonly never[] = [];
const nowhere: ReadonlySet<number> = new Set();

const emptyBrackets = /[（(](?:\u3000[ \u3000]{0,15}|[ \u3000]{2,16})[）)]/y;
/** What a ballot has before its brackets: they are for a tick. */
const ticked = /(?:同意|反对|弃权|赞成|是|否|有|无|满意|合格|称职)[：:]?$/;

/** End of the brackets with nothing but blanks in them that begin at `start`, to be filled in; `start` when there are none. */
function emptyBracketsEnd(text: string, start: number): number {
  emptyBrackets.lastIndex = start;
  const found = emptyBrackets.exec(text);
  return found === null || ticked.test(text.slice(Math.max(0, start - 4), start)) ? start : emptyBrackets.lastIndex;
}

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

/** What a web page puts in brackets to be clicked (请【点此注册】), and behind its titles: 安全生产讲话【通用三篇】. */
const button =
  /点此|点击|刷新|注册|登[录陆]|下载|收藏|返回|关注|分享|复制|打印|关闭|首页|加入|会员|投稿|全文|阅读|[一二三四五六七八九十\d]篇|范文|精选|通用|最新|汇[总编]|推荐|原创|荐读|实录|图文|视频/;
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

/** What stands behind a mask and never begins what is emphasised. */
const plainMask = /^(?:同志|公里|亿元|万元|[镇乡村县][^长域]|[％%]|[年月日]\*)/;

/** Starts of the runs of * and _ that are emphasis though no Markdown was read: `**一、加强领导。**` */
function emphasis(text: string): Set<number> | undefined {
  if (!/[*_]/.test(text)) return undefined;
  const runs: { at: number; end: number }[] = [];
  const pattern = /\*+|_+/g;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text))
    runs.push({ at: found.index, end: pattern.lastIndex });
  if (runs.length < 2) return undefined;
  const out = new Set<number>();
  // Where one of them is a mask beyond doubt, so are the others, but for a heading.
  const masked = runs.some(({ at, end }) => at > 0 && plainMask.test(text.slice(end, end + 3)));
  for (let i = 0; i + 1 < runs.length; i++) {
    const open = runs[i]!;
    const close = runs[i + 1]!;
    if (open.end - open.at !== close.end - close.at || text[open.at] !== text[close.at] || open.end - open.at > 3)
      continue;
    const inner = text.slice(open.end, close.at);
    // **科技、**电子: masks of a list; **坚持以**为引领: no emphasis ends in the middle of a clause.
    if (
      !/^[\p{L}\p{N}“‘《（(【]/u.test(inner) ||
      isSpace(inner.charCodeAt(inner.length - 1)) ||
      /(?:、|坚持[以在]|位于|来自|[，,][在对向以把由从与])$/.test(inner)
    )
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
    const short = !masked && !single && inner.length <= 16 && !/[，。；,;]/.test(inner);
    if (
      opens &&
      (heading || (!masked && !/[。；！？](?=.)|；$/.test(inner))) &&
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
