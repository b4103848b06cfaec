import { type BracketKind, bracketMarks, type LonelyBracket } from '../../document/brackets.ts';
import type { Document, Paragraph } from '../../document/document.ts';
import { labelsInWholeBrackets } from '../../document/labels.ts';
import { insertionAt, placeOf } from '../../document/place.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { lineKind } from './finders/line-kind.ts';

const names: Readonly<Record<BracketKind, string>> = {
  double: '双引号',
  single: '单引号',
  corner: '直角引号',
  'white-corner': '双直角引号',
  round: '圆括号',
  lenticular: '方头括号',
  'white-lenticular': '空心方头括号',
  square: '方括号',
  shell: '六角括号',
  title: '书名号',
  angle: '单书名号',
  straight: '直引号',
};

/** Words that the name of a document ends with, in the order in which the longer stands first (党政机关公文处理工作条例 第八条 and the names of laws). */
const titleEndings = [
  '实施办法',
  '实施方案',
  '实施意见',
  '实施细则',
  '若干措施',
  '规划纲要',
  '工作条例',
  '指导意见',
  '行动方案',
  '行动计划',
  '工作方案',
  '工作报告',
  '若干规定',
  '管理办法',
  '办法',
  '方案',
  '意见',
  '措施',
  '细则',
  '规定',
  '条例',
  '通知',
  '通报',
  '决定',
  '决议',
  '规划',
  '纲要',
  '计划',
  '报告',
  '公报',
  '公告',
  '准则',
  '规则',
  '章程',
  '法典',
  '宪法',
  '法',
  '书',
];

/** Paragraphs over which a quotation or a note may stay open. */
const reach = 5;

interface Lonely {
  readonly paragraph: Paragraph;
  readonly mark: LonelyBracket;
}

const isQuote = (kind: BracketKind): boolean =>
  kind === 'double' || kind === 'single' || kind === 'corner' || kind === 'white-corner' || kind === 'straight';
const closes = (a: LonelyBracket, b: LonelyBracket): boolean =>
  a.kind === b.kind &&
  a.wrong === undefined &&
  b.wrong === undefined &&
  ((a.side === 'open' && b.side === 'close') || a.side === 'any');

/** Leaves out what is right over several paragraphs: opened in one and closed in a later one, or opened anew in each. */
function* faults(document: Document): Generator<Lonely> {
  const all: Lonely[] = [];
  for (const paragraph of document.paragraphs) {
    const { lonely } = paragraph.facts.brackets;
    // A web page's line is to be deleted as it is.
    if (lonely.length > 0 && lineKind(paragraph.facts) !== 'web')
      for (const mark of lonely) all.push({ paragraph, mark });
  }
  const paired = new Set<Lonely>();
  const next = nextOfKind(all);
  all.forEach((lonely, i) => {
    const { paragraph, mark } = lonely;
    if (mark.side === 'close' || mark.wrong !== undefined || paired.has(lonely)) return;
    const limit = isQuote(mark.kind) && mark.kind !== 'straight' ? reach : mark.kind === 'straight' ? 1 : 3;
    const later = next[i];
    if (later !== undefined && later.paragraph.index - paragraph.index <= limit) {
      if (closes(mark, later.mark)) paired.add(lonely).add(later);
      // Each paragraph of a long quotation opens again; the last one closes.
      else if (isQuote(mark.kind) && later.mark.side === 'open' && later.mark.at === 0) paired.add(lonely);
    }
    if (!paired.has(lonely) && isQuote(mark.kind) && goesOn(document, paragraph, mark)) paired.add(lonely);
  });
  const whole = labelsInWholeBrackets(document.paragraphs);
  for (const lonely of all) {
    if (paired.has(lonely)) continue;
    const { label } = lonely.mark;
    if (label !== undefined && !whole.has(label)) continue;
    yield lonely;
  }
}

/** For each mark the first of its kind in a later paragraph. */
function nextOfKind(all: readonly Lonely[]): readonly (Lonely | undefined)[] {
  const next = new Array<Lonely | undefined>(all.length);
  const later = new Map<LonelyBracket['kind'], Lonely>();
  for (let end = all.length; end > 0; ) {
    const { paragraph } = all[end - 1]!;
    let start = end;
    while (start > 0 && all[start - 1]!.paragraph === paragraph) start--;
    for (let i = start; i < end; i++) next[i] = later.get(all[i]!.mark.kind);
    for (let i = end - 1; i >= start; i--) later.set(all[i]!.mark.kind, all[i]!);
    end = start;
  }
  return next;
}

/** The next paragraph opens the same quotation again and is quoted whole: the quotation simply goes on. */
function goesOn(document: Document, paragraph: Paragraph, mark: LonelyBracket): boolean {
  const next = document.paragraphs[paragraph.index + 1];
  if (next === undefined || mark.kind === 'straight') return false;
  const text = paragraph.facts.reading.text;
  if (!'。！？'.includes(text[text.length - 1]!)) return false;
  if (mark.at !== 0 && text[mark.at - 1] !== '：' && text[mark.at - 1] !== ':') return false;
  const length = next.facts.reading.text.length;
  return next.facts.brackets.pairs.some(
    (pair) => pair.kind === mark.kind && pair.start === 0 && pair.end >= length - 1,
  );
}

/** What stands in whole pairs of this kind elsewhere in the draft. */
function phrasesIn(document: Document, kind: BracketKind): Set<string> {
  const phrases = new Set<string>();
  for (const paragraph of document.paragraphs) {
    const { reading, brackets } = paragraph.facts;
    for (const pair of brackets.pairs)
      if (pair.kind === kind && pair.end - pair.start >= 4 && pair.end - pair.start <= 32)
        phrases.add(reading.text.slice(pair.start + 1, pair.end - 1));
  }
  return phrases;
}

/** Where the partner of a lonely mark belongs: an offset in the paragraph, and whether that is certain. */
interface Partner {
  readonly at: number;
  readonly certain: boolean;
}

const stops = '，。；：！？、,;:!?）)》”’】」（(《“‘【「\n ';
const isStop = (text: string, at: number): boolean => at < 0 || at >= text.length || stops.includes(text[at]!);

/** Offset of the first stop from `from` on, at most `far` characters away. */
function stopBehind(text: string, from: number, far: number): number {
  let end = from;
  while (end - from < far && !isStop(text, end)) end++;
  return end;
}
/** Offset behind the last stop before `to`. */
function stopBefore(text: string, to: number, far: number): number {
  let start = to;
  while (to - start < far && !isStop(text, start - 1)) start--;
  return start;
}

/** 四个全面, 三重一大, 十四五: slogans that begin with their number. */
const numbered = /^(?:[一二两三四五六七八九十][个大项条张][\u4e00-\u9fff]{2}|十[一二三四五六]五|两个一百年)/;
const numberedBefore = /(?:[一二两三四五六七八九十][个大项条张][\u4e00-\u9fff]{2}|十[一二三四五六]五|两个一百年)$/;

/** What a quoted slogan is called behind its closing mark: “四个全面”战略布局, “工匠”精神. */
const outside = words(
  '战略 理念 精神 思想 方针 原则 要求 目标 问题 工作 经费 建设 规划 时期 政策 任务 改革 意识 机制 模式 体系 格局 制度 思路 现象 称号 作用 路径 举措 办法 项目 事业 关系 奋斗目标 重要思想 发展理念 的 等 和 与 及 向 转变 资金 品牌 平台 产业 政治 服务 专项 主题 系列',
);

/** Verbs and small words before an opening quotation mark. */
const leads = words(
  '打造 推进 落实 坚持 实施 开展 深化 树立 弘扬 发扬 践行 实现 建设 构建 推动 抓好 做好 创建 争创 强化 增强 围绕 聚焦 按照 贯彻 提出 形成 保持 秉持 秉承 建立 健全 完善 探索 推行 严防 避免 杜绝 破解 解决 打好 打赢 用好 守住 扛起 成为 作为 称为 荣获 获得 称号 当好 牢记 发挥 统筹 严格 执行 公开 全域 关于 属于 这是 不是 就是 一个 这种 实施 什么 一批 反对 跨越 的 是 为 以 把 将 搞 好 成 从 向 由 到 在 用 了 算好 共建',
);

function words(list: string): readonly string[] {
  return list.split(' ');
}

/** Characters of the items of a 、-list that are all equally long, from `from` on: 书记领办、党员包联、群众参与. The end of the last, or undefined. */
function seriesFrom(text: string, from: number): number | undefined {
  const first = stopBehind(text, from, 10);
  const length = first - from;
  if (length < 2 || length > 8 || text[first] !== '、') return undefined;
  let at = first;
  while (text[at] === '、') {
    const end = stopBehind(text, at + 1, length);
    if (end - at - 1 < length) return undefined;
    at = end;
    if (text[at] !== '、') return at;
  }
  return undefined;
}

/** The same, from `to` back. */
function seriesBefore(text: string, to: number): number | undefined {
  const last = stopBefore(text, to, 10);
  const length = to - last;
  if (length < 2 || length > 8 || text[last - 1] !== '、') return undefined;
  let at = last;
  while (text[at - 1] === '、') {
    const start = stopBefore(text, at - 1, length);
    if (at - 1 - start < length) return undefined;
    at = start;
    if (text[at - 1] !== '、') return at;
  }
  return undefined;
}

/** Where the closing mark of a quotation belongs. A place that is only guessed is not told: a reader looks there, and nowhere else. */
function quoteEnd(text: string, from: number): number | undefined {
  const slogan = numbered.exec(text.slice(from, from + 8));
  if (slogan !== null) return from + slogan[0].length;
  // What somebody says ends nobody knows where.
  if (from < 2 || '。！？：:；'.includes(text[from - 2]!)) return undefined;
  const series = seriesFrom(text, from);
  if (series !== undefined) return series;
  const end = stopBehind(text, from, 16);
  const clause = text.slice(from, end);
  let head = -1;
  for (const word of outside) {
    const at = clause.indexOf(word, 2);
    if (at >= 0 && at <= 8 && (head < 0 || at < head)) head = at;
  }
  if (head >= 0) return from + head;
  return end - from >= 2 && end - from <= 5 && text[end] !== '、' ? end : undefined;
}

/** Where the opening mark belongs. */
function quoteStart(text: string, to: number): number | undefined {
  const slogan = numberedBefore.exec(text.slice(Math.max(0, to - 8), to));
  if (slogan !== null) return to - slogan[0].length;
  const series = seriesBefore(text, to);
  if (series !== undefined) return series;
  const start = stopBefore(text, to, 20);
  const clause = text.slice(start, to);
  let behind = -1;
  for (const word of leads) {
    const at = clause.lastIndexOf(word);
    const end = at + word.length;
    if (at >= 0 && clause.length - end >= 2 && end > behind) behind = end;
  }
  if (behind >= 0) return clause.length - behind <= 8 ? start + behind : undefined;
  return to - start >= 2 && to - start <= 4 ? start : undefined;
}

/** The name of a document ends with what it is. */
function titleEnd(text: string, from: number): number | undefined {
  const clause = text.slice(from, stopBehind(text, from, 40));
  for (const ending of titleEndings) {
    const at = clause.indexOf(ending);
    if (at > 0) return from + at + ending.length;
  }
  return undefined;
}

const issuing = words(
  '印发 出台 制定 颁布 学习 贯彻 落实 实施 修订 通过 审议 按照 根据 依据 编制 起草 宣读 严格执行 执行 了',
);

function titleStart(text: string, to: number): number | undefined {
  const start = stopBefore(text, to, 40);
  const clause = text.slice(start, to);
  const about = clause.indexOf('关于');
  if (about >= 0) return start + about;
  let behind = -1;
  for (const word of issuing) {
    const end = clause.lastIndexOf(word) + word.length;
    if (end >= word.length && clause.length - end >= 3 && end > behind) behind = end;
  }
  return behind >= 0 ? start + behind : undefined;
}

const noted = /(?:以下统?简称|简称|不含|其中|详见)[^，。；]{1,12}$/;

function partnerOf(text: string, mark: LonelyBracket, phrases: ReadonlySet<string>): Partner | undefined {
  const { at, kind } = mark;
  if (mark.side === 'open') {
    const from = at + 1;
    for (let end = Math.min(text.length, from + 30); end > from + 1; end--)
      if (phrases.has(text.slice(from, end)))
        return { at: end, certain: end - from > 3 || isStop(text, end) || '的等和与及之'.includes(text[end]!) };
    const numeral =
      kind === 'round'
        ? /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?![0-9年月日个])/.exec(text.slice(from, from + 4))
        : null;
    if (at === 0 && numeral !== null) return { at: from + numeral[0].length, certain: true };
    const guess = kind === 'title' ? titleEnd(text, from) : isQuote(kind) ? quoteEnd(text, from) : undefined;
    return guess === undefined ? undefined : { at: guess, certain: false };
  }
  for (let start = Math.max(0, at - 30); start < at - 1; start++)
    if (phrases.has(text.slice(start, at))) return { at: start, certain: at - start > 3 || isStop(text, start - 1) };
  if (mark.label !== undefined) {
    let start = at;
    while (start > 0 && /[0-9a-z一二三四五六七八九十百]/i.test(text[start - 1]!)) start--;
    return { at: start, certain: true };
  }
  if (kind === 'round') {
    const note = noted.exec(text.slice(Math.max(0, at - 20), at));
    return note === null ? undefined : { at: at - note[0].length, certain: false };
  }
  const guess = kind === 'title' ? titleStart(text, at) : isQuote(kind) ? quoteStart(text, at) : undefined;
  return guess === undefined ? undefined : { at: guess, certain: false };
}

/** The last paragraph that is no web page's line. */
function lastOf({ paragraphs }: Document): Paragraph | undefined {
  let i = paragraphs.length - 1;
  while (i > 0 && lineKind(paragraphs[i]!.facts) === 'web') i--;
  return paragraphs[i];
}

/** Characters that a last sentence may have and still be one that breaks off. */
const longestUnfinished = 300;

/** Whether the draft itself stops inside the sentence of a mark: an excerpt, whose other half came later. */
function breaksOff({ paragraph, mark }: Lonely, last: Paragraph | undefined): boolean {
  if (paragraph !== last || mark.side !== 'open' || mark.wrong !== undefined) return false;
  const { text } = paragraph.facts.reading;
  if (text.length <= 24 || text.length - mark.at > longestUnfinished) return false;
  const rest = text.slice(mark.at);
  // 指出：“有三种境界：一是登楼；二 goes on behind a semicolon.
  const says = /[：:]/.test(text[mark.at - 1] ?? '');
  return (
    !(says ? /[。！？!?]/ : /[。！？；!?;]/).test(rest) &&
    !/[”’」』）)》】；;]$/.test(rest) &&
    /[，。；]/.test(text.slice(-2 * longestUnfinished))
  );
}

const marksOf = new Map(bracketMarks.map(([kind, open, close]) => [kind, { open: open[0]!, close: close[0]! }]));

const shown = (text: string): string => (text.length <= 12 ? text : `${text.slice(0, 5)}……${text.slice(-5)}`);

const halfWidth: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']' };

function describe({ paragraph, mark }: Lonely, phrasesOf: (kind: BracketKind) => ReadonlySet<string>): Problem {
  const { text } = paragraph.facts.reading;
  const place = placeOf(paragraph, mark.at, mark.at + 1);
  if (mark.side === 'any')
    return {
      ...place,
      message: '这一段的打字机引号是单数，有一个没有配成对。请补上漏掉的一个，最好改用“”。',
      pending: 'paragraph',
    };
  const name = names[mark.kind];
  const { open, close } = marksOf.get(mark.kind)!;
  const opening = mark.side === 'open';
  if (mark.wrong !== undefined) {
    const right = opening ? open : close;
    return {
      ...place,
      message: `这里与${opening ? '后面的右' : '前面的左'}${name}配不成对，应当是${right}。`,
      fixes: [{ title: `改为${right}`, safety: 'suggestion', edits: [{ ...place, text: right }] }],
      pending: 'paragraph',
    };
  }
  const missing = opening ? close : open;
  const what = opening ? `左${name}没有配上右${name}` : `右${name}没有配上左${name}`;
  const partner = partnerOf(text, mark, phrasesOf(mark.kind));
  if (partner === undefined) return { ...place, message: `${what}。请补上，或删去这一个。`, pending: 'paragraph' };
  const covered = opening ? text.slice(mark.at + 1, partner.at) : text.slice(partner.at, mark.at);
  const where = `“${shown(covered)}”${opening ? '之后' : '之前'}`;
  const message = `${what}，${partner.certain ? '' : '可能'}漏在${where}。请补上，或删去这一个。`;
  if (!partner.certain) return { ...place, message, pending: 'paragraph' };
  const written = text.charCodeAt(mark.at) < 0x80 ? halfWidth[missing]! : missing;
  const edit = { ...insertionAt(paragraph, partner.at), text: written };
  return {
    ...place,
    message,
    fixes: [{ title: `在${where}补上${missing}`, safety: 'suggestion', edits: [edit] }],
    pending: 'paragraph',
  };
}

export const pairing = defineRule({
  meta: {
    id: 'text/pairing',
    summary: '引号、括号、书名号不成对',
    level: { draft: 'warning', final: 'error' },
    description: `引号、括号、书名号要成对使用。少了一半，念稿的人不知道引文到哪里为止，文件名也会与正文连成一片。

位置标在落单的那个标点上；另一半漏在哪里，看得出的（口号的数字、并列的各项、“……精神”“……战略”之前）才说明，看不出的不猜。

- 全角与半角可以互配：\`（一)\` 成对，宽窄问题归 \`text/punctuation\`。
- 引文跨几段、每段开头都加左引号而只在末段收尾，是正确用法；上一段打开、后面几段之内合上的，也不报。
- 打字机引号 \`"\` 左右不分，只按一段之内的个数判断。
- \`1）\` \`a)\` 这类只有右括号的序号、撇号、英寸号、表情符号不报；全文都写（1）而只有一处写 1）时才报。
- 起草阶段，光标所在的段落不报。`,
    sources: ['GB/T 15834-2011《标点符号用法》4.8、4.9、4.15'],
    examples: {
      wrong: [
        '要持续深化⟦“⟧放管服改革，优化营商环境。',
        '坚持“项目为王”理念，打造营商环境升级版⟦”⟧，做好服务。',
        '他们印发了⟦《⟧关于支持民营企业发展的若干意见，请遵照执行。',
        '（一）加强领导。\n\n二⟦）⟧加强考核。\n\n（三）加强宣传。',
        '要牢记“国之大者⟦“⟧，扛起责任。',
      ],
      right: [
        '要持续深化“放管服”改革，落实《条例》（以下简称条例)。',
        '老领导写道：“第一段话。\n\n“第二段话。”',
        '重点抓三件事：1）抓项目；2）抓招商；3）抓服务。',
      ],
    },
  },
  *check(document) {
    const known = new Map<BracketKind, ReadonlySet<string>>();
    const phrasesOf = (kind: BracketKind): ReadonlySet<string> => {
      let phrases = known.get(kind);
      if (phrases === undefined) known.set(kind, (phrases = phrasesIn(document, kind)));
      return phrases;
    };
    let last: Paragraph | undefined;
    for (const lonely of faults(document)) {
      last ??= lastOf(document);
      const problem = describe(lonely, phrasesOf);
      yield breaksOff(lonely, last) ? { ...problem, certainty: 'likely' } : problem;
    }
  },
});
