/**
 * Blanks (待填): what the writer still has to fill in. One token for each run of mask characters; its kind from the words around it. A pure
 * function of one paragraph's reading: what only the whole draft can tell (one lone mask in a finished text, which blanks are the same missing
 * thing) is decided in blank-groups.ts.
 */

import { isHan } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import { judgeMask } from './blank-kinds.ts';
import type { Verdict } from './blank-site.ts';
import type { ParagraphFacts } from './facts.ts';
import { surnames } from './lexicon/blank-words.ts';
import { type Mask, scanMasks } from './mask-scan.ts';
import type { BlankToken } from './tokens.ts';

/**
 * Masks left to fill in one paragraph, in text order. `loose`: styles that are masks in the middle of a clause though nothing at their sides asks for
 * one (…… ☆), since the draft uses them as masks elsewhere.
 */
export function lexBlanks(paragraph: ParagraphFacts, loose = ''): readonly BlankToken[] {
  const { reading } = paragraph;
  const closed = closeUp(reading.text);
  const text = closed?.text ?? reading.text;
  const masks = scanMasks(text);
  if (masks.length === 0) return none;
  const said = withFullMarks(text);
  const tokens: BlankToken[] = [];
  const known = new Map<number, Verdict>();
  const following = (at: number): Verdict | undefined => known.get(at);
  // From the end: a member of a list (X、X、X个) is what the next one is.
  for (let i = masks.length - 1; i >= 0; i--) {
    const mask = masks[i]!;
    const verdict = judgeMask(said, mask, following);
    if (
      mask.need === 'bound' &&
      !bound(said, mask.start, mask.end, mask.style, verdict) &&
      !(loose.includes(mask.style) && inClause(said, mask))
    )
      continue;
    const certainty = doubt(said, mask.start, mask.end, mask.style, verdict);
    if (certainty === undefined) continue;
    known.set(mask.start, verdict);
    const joined = tokens.at(-1);
    // X.X% is one figure in two masks: the second belongs to the first.
    if (
      joined !== undefined &&
      joined.kind === 'number' &&
      verdict.kind === 'number' &&
      joined.start === mask.end + 1 &&
      (text[mask.end] === '.' || text[mask.end] === ',')
    )
      tokens[tokens.length - 1] = { ...joined, role: '=' };
    tokens.push({ start: mask.start, end: mask.end, style: mask.style, certainty, ...verdict });
  }
  tokens.reverse();
  return closed === undefined ? tokens : tokens.map((token) => asWritten(token, closed.gone));
}

const none: readonly BlankToken[] = [];

const halfMarks = /[,;:?!()]/g;
const fullMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** The text with the half-width marks of its sentences as Chinese writes them, at the same offsets; those of figures, times and addresses stay. */
function withFullMarks(text: string): string {
  halfMarks.lastIndex = 0;
  return halfMarks.test(text)
    ? text.replace(halfMarks, (mark, at: number) =>
        isHan(text.charCodeAt(at - 1)) || isHan(text.charCodeAt(at + 1)) || (at + 1 === text.length && mark !== '?')
          ? fullMarks[mark]!
          : mark,
      )
    : text;
}

/** Characters of masks beside which word processors and web pages put a space: XX 县, 20XX 年, 增长 X%. */
const spacedMasks = 'Xx*×_#○□△';

/**
 * The text without the single spaces between a mask and the words it belongs to, and where in it they were; undefined where there are none. Bullets
 * (`* 加强领导`) keep theirs, and so does × between spaces, which multiplies.
 */
function closeUp(text: string): { readonly text: string; readonly gone: readonly number[] } | undefined {
  let kept: string | undefined;
  const gone: number[] = [];
  let from = 0;
  for (let at = text.indexOf(' ', 1); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (!(spacedBehind(text, at) || spacedBefore(text, at))) continue;
    kept = (kept ?? '') + text.slice(from, at);
    from = at + 1;
    gone.push(at - gone.length);
  }
  return kept === undefined ? undefined : { text: kept + text.slice(from), gone };
}

/** `XX 县`: the space at `at` stands between a mask and what follows it. */
function spacedBehind(text: string, at: number): boolean {
  const mask = text[at - 1]!;
  const after = text.charCodeAt(at + 1);
  return (
    spacedMasks.includes(mask) &&
    (isHan(after) || after === 0x25) &&
    (at > 1 || mask === 'X' || mask === 'x') &&
    !(mask === '×' && text[at - 2] === ' ') &&
    // ## 标题
    !(mask === '#' && text[0] === '#')
  );
}

/** `增长 X%`: the space at `at` stands between a word and the mask behind it. */
function spacedBefore(text: string, at: number): boolean {
  const mask = text[at + 1];
  return (
    mask !== undefined &&
    spacedMasks.includes(mask) &&
    isHan(text.charCodeAt(at - 1)) &&
    !(mask === '×' && text[at + 2] === ' ')
  );
}

/** A token of the text without those spaces, where it stands in the reading. */
function asWritten(token: BlankToken, gone: readonly number[]): BlankToken {
  const place = (offset: number): number => offset + lowerBound(gone, offset + 1, (at) => at);
  const span = (start: number, end: number): Span => ({
    start: place(start),
    end: end > start ? place(end - 1) + 1 : place(start),
  });
  return { ...token, ...span(token.start, token.end), phrase: span(token.phrase.start, token.phrase.end) };
}

/** A mask that needs support: the words around it must ask for it. */
function bound(text: string, start: number, end: number, style: string, verdict: Verdict): boolean {
  // 迁到某。 — an adjective with nothing behind it, and no 张某.
  if (style === '某' && !verdict.firm)
    return /^[，。；、]/.test(text.slice(end, end + 1)) && start > 0 && !surnames.includes(text[start - 1]!);
  if (!verdict.firm) return false;
  const next = text.slice(end, end + 3);
  if (style === '…') {
    if (/^(?:[十百千万亿]*(?:亿元|万元|元|吨|亩|[%％]|个百分点)|万[人亩户吨])/.test(next)) return true;
    const before = text.slice(Math.max(0, start - 2), start);
    // 确保……月底前交付, 6月……日
    if (
      /^(?:月(?:\d|[底末份]|[上中下]旬)|日[前起至，。）])/.test(next) &&
      /(?:[月在于自从到至前年按]|确保|截止)$/.test(before)
    )
      return true;
    return (
      /^(?:[个家户项名人届县市局镇]|公里|年\d|月|同志|书记|[县市区]长)/.test(next) &&
      /(?:资金|投资|增长|达到?|完成|引进|项目|共|有|下降|超过?|约|到|20\d?|19|第|来到|中共|产值|收入|面积|由|请|和|了|造成|下放|相差|达成|签约|在|向|赴)$/.test(
        text.slice(Math.max(0, start - 3), start),
      )
    );
  }
  // ○抓项目 is a bullet, ○月○日 a date.
  if (style === 'A')
    return (
      verdict.kind === 'number' ||
      verdict.kind === 'date' ||
      verdict.kind === 'place' ||
      verdict.kind === 'person' ||
      verdict.kind === 'org' ||
      verdict.what === '“党”字'
    );
  if (start === 0 && end === 1 && (style === '○' || style === '□'))
    return (
      verdict.kind === 'number' ||
      verdict.kind === 'date' ||
      // ○县委书记　马立新: the line below a title, not an item of a list.
      (verdict.kind === 'place' && text.length <= byline && /(?:书记|主任|[省市县区镇乡局]长)[ 、 ]/.test(text))
    );
  if (style === '某') return certainOne(text, end, verdict);
  return true;
}

const isHanOrComma = (code: number): boolean => isHan(code) || code === 0x3001;

/** Whether …… stands in the place of a word: not between halves of a pattern (既……又……), and not where a list or a thought trails off. */
const inClause = (text: string, { style, start, end }: Mask): boolean =>
  style === '★'
    ? start > 0
    : style === '…' &&
      isHanOrComma(text.charCodeAt(start - 1)) &&
      isHan(text.charCodeAt(end)) &&
      !/[既又越从到不只是要把以为了的吗呢吧啊想说讲看]/.test(text[start - 1]!) &&
      !/[等又越到就才也都还而但我你他这那]/.test(text[end]!);

/** How long a line that names the speaker is at most, in UTF-16 units. */
const byline = 32;

/** 某县, 某同志, 某亿元 may be masks; 某企业, 某领域, 某年某月 are words. */
function certainOne(text: string, end: number, verdict: Verdict): boolean {
  if (verdict.kind === 'number')
    return /^(?:[十百千万亿]*(?:元|吨|亩)|[%％]|个百分点|[万亿])/.test(text.slice(end, end + 3));
  // 总结某年全市工作; 某年某月 are words.
  if (verdict.kind === 'date')
    return (
      /^年(?:度|底|初|末|以来|全[市县区省国]|工作)/.test(text.slice(end, end + 4)) ||
      (text[end] === '年' &&
        /(?:总结了?|回顾了?|过去的|部署了?)$/.test(text.slice(Math.max(0, end - 5), end - 1)) &&
        !text.startsWith('年某', end)) ||
      // 某年某月启动以来，新建×所学校: among masks of figures it is one, too.
      /[×XxＸ*＊][个所家项名万亿亩户人%]/.test(text.slice(end, end + near))
    );
  if ('几一些种个位名段类'.includes(text[end] ?? '几')) return false;
  if (verdict.kind === 'person')
    return (
      !/^(?:领导|专家|教授|人|先生|女士|老师|记者|同学|教师|医生|代表)/.test(text.slice(end, end + 2)) ||
      // 董事长某先生 is one man, 某先生 anybody.
      (/^(?:先生|女士|老师)/.test(text.slice(end, end + 2)) &&
        /(?:董事长|总经理|会长|校长|院长|主任|主席|总裁|厂长)$/.test(text.slice(Math.max(0, end - 4), end - 1)))
    );
  if (verdict.kind === 'place')
    return (
      /^(?:[省市县区州旗乡镇村]|街道|社区|开发区)/.test(text.slice(end, end + 3)) &&
      !/^(?:地区|村民|省份|区域|市场)/.test(text.slice(end, end + 2))
    );
  if (verdict.kind === 'org')
    return /^(?:局|集团|管委会|厅|学院|分院|办[，。；、配牵负])/.test(text.slice(end, end + 3));
  return false;
}

/** How sure it is that something is missing; undefined when nothing is. */
function doubt(
  text: string,
  start: number,
  end: number,
  style: string,
  verdict: Verdict,
): BlankToken['certainty'] | undefined {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 6);
  if (style === '某') {
    if (verdict.kind === 'number' || verdict.kind === 'date') return 'sure';
    const named = surnames.includes(text[start - 1] ?? '\n') && !/[感多致答]谢$/.test(before);
    // 张某, 李某某: people made anonymous on purpose.
    if (named && verdict.kind !== 'person') return undefined;
    if (named) return 'likely';
    // 由某同志宣读, 县长某同志: one who is to be named, whatever is told nearby.
    if (
      end - start === 1 &&
      /^(?:同志|先生|女士|老师)/.test(after) &&
      /(?:由|请|书记|主任|主席|部长|董事长|总经理|[省市县区乡镇局校院会]长)$/.test(before)
    )
      return 'likely';
    if (end - start === 1)
      return anonymous.test(text.slice(Math.max(0, start - near), end + near)) ? undefined : 'likely';
    if (/^(?:人(?![民口均才大])|事(?!业)|单位|部门|领导(?!小组)|干部|方面|问题|地方)/.test(after))
      return /(?:[说讲像如比喊]|什么|诸如|类似)[“"]?$/.test(before) || again(text, start, end + 2)
        ? undefined
        : 'likely';
    return verdict.firm ? 'sure' : 'likely';
  }
  // A县 in an example is anonymous on purpose.
  if (style === 'A') return 'likely';
  // 首席XX官, XX%末位, “XX”之类: said of no one in particular.
  if (before.endsWith('首席') || /^(?:官[，。、”）的]|党的|主义|式的?服务|们|之类|云云)/.test(after)) return 'likely';
  if (/^[%％](?:的?末位|的?排名末|淘汰)/.test(after) || before.endsWith('末位')) return 'likely';
  if (/(?:所谓|什么|诸如|好比|比如说?|例如|叫做?|类似|像|喊|标榜|动辄)[“"「]?$/.test(before) && !verdict.firm)
    return 'likely';
  if (/[+＋]$/.test(before) || /^[+＋]/.test(after)) return 'likely';
  // 138****5678: hidden on purpose.
  if (end - start > 2 && /\d{2}$/.test(before) && /^\d{2}/.test(after) && verdict.kind !== 'date') return 'likely';
  return 'sure';
}
/** Whether the same words stand in the text once more: 说某某单位好、某某单位坏. */
function again(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  return text.slice(Math.max(0, start - near), start).includes(words) || text.slice(end, end + near).includes(words);
}
const near = 200;
const anonymous =
  /[张王李赵刘陈杨黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董]某|原[^，。]{0,6}(?:局长|书记|主任|县长|市长)|案例|违纪|违法|通报|曝光|比如|例如/;
