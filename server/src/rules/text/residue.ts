import type { Document, Paragraph } from '../../document/document.ts';
import type { Cut } from '../../document/reading.ts';
import { remember } from '../../document/remember.ts';
import { type Edit, type Problem, relatedPlaces } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { isHan } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import { type Line, lineKind } from './finders/line-kind.ts';
import {
  behindEnds,
  behindParagraph,
  catalogueNumber,
  entities,
  fieldErrors,
  heldBack,
  instruction,
  longestNavigation,
  navigation,
  stamps,
  tags,
  timeStamp,
} from './lexicon/furniture.ts';

/** Places listed beside a finding. */
const shownPlaces = 40;

/** What a text must have for a look through the whole draft to find anything. */
const suspectMark = 1;
const site = 2;
const code = 4;
const bracketed = 8;
const strayMark = 16;
const fieldError = 32;
const gap = 64;

function traitsOf(text: string): number {
  return (
    // A space without a break, which is no part of a paragraph's end, may be half of a ruined character.
    (mojibakeIn(text).length > 0 || /[\u00c2-\u00f4]$/.test(text) ? suspectMark : 0) |
    ((text.includes('网') || text.includes('公务员之家')) && stamps.some((stamp) => text.includes(stamp)) ? site : 0) |
    (text.includes('&') || text.includes('<') ? code : 0) |
    (/(?:实际|具体|当地|本[地单])[^）)】\]]{0,14}[）)】\]]/.test(text) ? bracketed : 0) |
    (hasWatermark(text) ? strayMark : 0) |
    (fieldErrors.some((error) => text.includes(error)) ? fieldError : 0) |
    (/此处(?:隐藏|省略)/.test(text) ? gap : 0)
  );
}

const ownTraits = remember(({ source }) => traitsOf(source));

/** Traits of a draft: those of its paragraphs, which a keystroke leaves alone, and of what stands between them. */
function traitsIn({ text, paragraphs }: Document): number {
  let traits = 0;
  let at = 0;
  for (const { start, end, facts } of paragraphs) {
    if (!isBare(text, at, start)) traits |= traitsOf(text.slice(at, start));
    traits |= ownTraits(facts);
    at = end;
  }
  return isBare(text, at, text.length) ? traits : traits | traitsOf(text.slice(at));
}

function isBare(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlank(text.charCodeAt(i)) && !isLineEnd(text.charCodeAt(i))) return false;
  return true;
}

/** Lines in a row that are residue of one kind. */
interface Region extends Span {
  readonly first: Paragraph;
  readonly last: Paragraph;
}

/** How far down a page says when it was put up, in paragraphs. */
const stampReach = 6;

function regionsOf({ paragraphs }: Document, wanted: Line): Region[] {
  const residual = new Set<number>();
  for (const { facts, index } of paragraphs) if (lineKind(facts) === wanted) residual.add(index);
  if (wanted === 'web') {
    // A page's navigation, and a bare number beside other furniture (a counter).
    for (const index of [0, 1, paragraphs.length - 2, paragraphs.length - 1]) {
      const text = paragraphs[index]?.facts.reading.text ?? '';
      if (text.length <= longestNavigation && navigation.has(text)) residual.add(index);
    }
    // When the page was put up, near its title.
    for (let i = 0; i < Math.min(stampReach, paragraphs.length); i++)
      if (timeStamp.test(paragraphs[i]!.facts.reading.text)) residual.add(i);
    for (let i = 0; residual.size > 0 && i < paragraphs.length; i++)
      if (
        !residual.has(i) &&
        (residual.has(i - 1) || residual.has(i + 1)) &&
        /^(?:\d{4,}|共?\d{1,4} 页|[|｜\s]+|[^，。]{0,4}(?:福利|收藏|分享))$/.test(paragraphs[i]!.facts.reading.text)
      )
        residual.add(i);
  }
  const regions: Region[] = [];
  if (residual.size === 0) return regions;
  for (let i = 0; i < paragraphs.length; i++) {
    if (!residual.has(i)) continue;
    const first = paragraphs[i]!;
    while (residual.has(i + 1)) i++;
    const last = paragraphs[i]!;
    regions.push({ start: first.start, end: last.end, first, last });
  }
  return regions;
}

/** The lines of a region with the line ends behind them (before them at the end of the file). */
function linesEdit({ text }: Document, { start, end }: Span): Edit {
  let from = start;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  if (to === text.length) while (from > 0 && /\s/.test(text[from - 1]!)) from--;
  else while (to < text.length && isLineEnd(text.charCodeAt(to))) to++;
  return { start: from, end: to, text: '' };
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0;
const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;

/** One finding for all places of a kind. */
function asOne(
  places: readonly Span[],
  message: string,
  note: string,
  fix?: { title: string; edits: readonly Edit[] },
): Problem {
  const [first, ...others] = places;
  const related = relatedPlaces(others, shownPlaces, note);
  return {
    start: first!.start,
    end: first!.end,
    message,
    ...(related.length > 0 && { related }),
    ...(fix !== undefined && { fixes: [{ ...fix, safety: 'suggestion' }] }),
  };
}

/** What the reading had to take out: one place for each paragraph, one edit for each cut. */
function* cutOut(document: Document): Generator<Problem> {
  const glosses: Span[] = [];
  const glossEdits: Edit[] = [];
  const pages: Span[] = [];
  const pageEdits: Edit[] = [];
  for (const paragraph of document.paragraphs) {
    const own: Cut[] = [];
    for (const cut of paragraph.facts.reading.cuts) {
      const span = { start: paragraph.start + cut.start, end: paragraph.start + cut.end };
      if (cut.reason === 'gloss') {
        own.push(cut);
        glossEdits.push({ ...span, text: '' });
      } else if (cut.reason === 'page-number') {
        pages.push(span);
        pageEdits.push({ ...span, text: '' });
      }
    }
    const last = own[own.length - 1];
    if (last !== undefined) glosses.push({ start: paragraph.start + own[0]!.start, end: paragraph.start + last.end });
    // The number of a web page's next part at the start of a line (`2、`): no part of the paragraph.
    const number = pageNumberBefore(document, paragraph);
    if (number !== undefined) {
      pages.push(number);
      pageEdits.push({ ...number, text: '' });
    }
  }
  if (glosses.length > 0) {
    const count = glossEdits.length;
    const { start, end } = glossEdits[0]!;
    const sample = document.text.slice(start, end);
    yield asOne(
      glosses,
      `文中夹有 ${count} 处拼音注音（如 ${sample} ），是网页复制来的，念稿时碍事。可以一次删净，正文不变。`,
      '这一段里也有',
      {
        title: `删去 ${count} 处注音`,
        edits: glossEdits,
      },
    );
  }
  if (pages.length > 0) {
    pages.sort((a, b) => a.start - b.start);
    pageEdits.sort((a, b) => a.start - b.start);
    yield asOne(
      pages,
      `文中夹有 ${pages.length} 处网页分页的页码，把句子断成了两截，容易被当成序号念出来。可以一次删净。`,
      '这里也是页码',
      {
        title: `删去 ${pages.length} 处页码`,
        edits: pageEdits,
      },
    );
  }
}

function pageNumberBefore({ text, format }: Document, { start }: Paragraph): Span | undefined {
  const mark = text.charCodeAt(start - 1);
  if (format !== 'plain' || (mark !== 0x3001 && mark !== 0x2e && mark !== 0xff0e)) return undefined;
  let from = start - 1;
  while (from > 0 && start - from < 5 && text.charCodeAt(from - 1) >= 0x30 && text.charCodeAt(from - 1) <= 0x39) from--;
  return from < start - 1 ? { start: from, end: start } : undefined;
}

/** Where characters of a wrong encoding may begin. */
const suspect = /[?\ufffd\u00c2-\u00f4锟烫屯锛銆鈥]/g;
/** What such a place must look like to be one. */
const mojibake: readonly RegExp[] = [
  /(?:\ufffd|ï¿½)+/y,
  /(?:锟斤?拷?)*锟斤拷?|烫烫烫+|屯屯屯+/y,
  // UTF-8 read as Latin-1 or Windows-1252.
  /(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){2,}/y,
  // UTF-8 read as GBK: 锛 and 銆 stand for the first two bytes of ， and 。.
  /[锛銆鈥][\u4e00-\u9fff\u20ac-\uffe5]/y,
  // What a lost character took with it: the closing half of its gloss, or a rare character before a stray letter.
  /\?+[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}\)(?:[^\s，。；、,;a-z]{0,3}[}?])?/y,
  /\?{2,}[\u4e00-\u9fff][a-z](?=[\u4e00-\u9fff])/y,
  /\?{4,}(?=[\u4e00-\u9fff])/y,
  // 。?F在 : the first half of a character after a full stop.
  /(?<=[。；])\?[A-Z](?=[\u4e00-\u9fff])/y,
];

function mojibakeIn(text: string): Span[] {
  const places: Span[] = [];
  suspect.lastIndex = 0;
  for (let found = suspect.exec(text); found !== null; found = suspect.exec(text)) {
    // A run of question marks is looked at once.
    if (text[found.index] === '?') {
      let end = found.index + 1;
      while (text.charCodeAt(end) === 0x3f) end++;
      suspect.lastIndex = end;
    }
    for (const pattern of mojibake) {
      pattern.lastIndex = found.index;
      const match = pattern.exec(text);
      if (match === null) continue;
      const end = found.index + match[0].length;
      const last = places[places.length - 1];
      // Pieces of one ruined stretch are one place.
      if (last !== undefined && found.index - last.end <= 2 && !/\s/.test(text.slice(last.end, found.index)))
        places[places.length - 1] = { start: last.start, end };
      else places.push({ start: found.index, end });
      suspect.lastIndex = Math.max(end, found.index + 1);
      break;
    }
  }
  return places;
}

export const residue = defineRule({
  meta: {
    id: 'text/residue',
    summary: '网页、转码、对话程序留下的残余',
    level: { draft: 'info', final: 'info' },
    description: `从网页、别的文件、对话程序复制文字时带进来的东西，念稿时会念出来：

- 网页的导航、时间、来源、扫码、分享、浏览次数；分页的页码（断在句子中间的 \`2、\`，夹在两个字之间的 \`—2—\`）。
- 逐字的拼音注音：关(guān)于。
- 乱码。乱码吃掉了原来的字，只报不改。
- 对话程序的开场白和客套话（“以下是为您撰写的……”“希望以上内容……”“（请根据实际情况补充）”）。
- 留在纯文本里的 Markdown 记号、网页代码，文字处理软件的域错误，夹在句子里的网站名和记号（贯.彻）。

每一类全文只报一处，其余的列在一起；除乱码外都给出一次删净的办法，只删残余，不动正文。`,
    examples: {
      wrong: [
        '关⟦(guān)⟧于招商引资工作的意见。',
        '在全县大会上的讲话\n⟦时间:2022-01-25 04:34:00⟧\n同志们：今天开会。',
        '要全面落实⟦锟斤拷⟧精神。',
        '⟦以下是为您撰写的领导讲话稿：⟧\n同志们：今天开会。',
        '同志们：今天开会。\n谢谢大家！\n⟦上一篇：在全市大会上的讲话⟧',
      ],
      right: [
        '时间：2024年3月5日\n地点：县委礼堂',
        '以下是我的几点意见。',
        '自治区劳动模范买买提.艾力同志扎根边疆，任劳任怨。',
        '来源于人民、植根于人民、服务于人民。',
        '京沪线（北京）全长1318公里。',
      ],
    },
  },
  *check(document) {
    yield* cutOut(document);
    const web = regionsOf(document, 'web');
    if (web.length > 0)
      yield asOne(
        web,
        `这里是网页的栏目、时间、来源一类文字，不是讲话的内容${web.length > 1 ? `，全文共 ${web.length} 处` : ''}。请删去。`,
        '这里也是网页文字',
        {
          title: web.length > 1 ? `删去 ${web.length} 处网页文字` : '删去网页文字',
          edits: web.map((region) => linesEdit(document, region)),
        },
      );
    const chat = regionsOf(document, 'chat');
    if (chat.length > 0)
      yield asOne(
        chat,
        `这里是对话程序的说明或客套话，不是讲话的内容${chat.length > 1 ? `，全文共 ${chat.length} 处` : ''}。请删去。`,
        '这里也是',
        {
          title: chat.length > 1 ? `删去 ${chat.length} 处` : '删去这一段',
          edits: chat.map((region) => linesEdit(document, region)),
        },
      );
    yield* markdownMarks(document);
    const traits = traitsIn(document);
    const ruined = (traits & suspectMark) === 0 ? [] : mojibakeIn(document.text);
    if (ruined.length > 0)
      yield asOne(
        ruined,
        `这里是乱码${ruined.length > 1 ? `，全文共 ${ruined.length} 处` : ''}，原来的字已经丢失。请对照原件补回，不要只删乱码。`,
        '这里也是乱码',
      );
    yield* numbered(document);
    if ((traits & site) !== 0) yield* stamped(document, web);
    yield* behind(document, web);
    if ((traits & gap) !== 0) yield* withheld(document, web);
    if ((traits & code) !== 0) yield* markup(document);
    if ((traits & bracketed) !== 0) yield* instructions(document);
    if ((traits & strayMark) !== 0) yield* watermarks(document);
    const { text } = document;
    const fields = (traits & fieldError) === 0 ? [] : fieldErrors.flatMap((error) => everywhere(text, error));
    if (fields.length > 0)
      yield asOne(
        fields.sort((a, b) => a.start - b.start),
        '这里是文字处理软件的域错误，打印出来就是这样。请更新域，或改成文字。',
        '这里也是',
      );
  },
});

/** The name of a site behind a paragraph. */
function* behind({ text, paragraphs }: Document, regions: readonly Region[]): Generator<Problem> {
  const places: Span[] = [];
  for (const { start, end } of paragraphs) {
    if (!behindEnds.includes(text[end - 1] ?? '')) continue;
    if (regions.some((region) => region.start <= start && end <= region.end)) continue;
    const found = behindParagraph.exec(text.slice(Math.max(start, end - longestStamp), end));
    if (found !== null) places.push({ start: end - found[0].trimStart().length, end });
  }
  if (places.length === 0) return;
  yield asOne(places, '段落后面夹着网站的名字或页码，是复制时带进来的。请删去。', '这里也是', {
    title: places.length > 1 ? `删去 ${places.length} 处` : '删去',
    edits: places.map(({ start, end }) => ({ start: start - (text[start - 1] === ' ' ? 1 : 0), end, text: '' })),
  });
}
/** How long what a site puts behind a paragraph may be, in characters. */
const longestStamp = 60;

/** ……此处隐藏5232字……: the text goes on somewhere else, and nobody can put it back from here. */
function* withheld({ text }: Document, regions: readonly Region[]): Generator<Problem> {
  const places = [...text.matchAll(heldBack)]
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    .filter(({ start, end }) => !regions.some((region) => region.start <= start && end <= region.end));
  if (places.length > 0)
    yield asOne(places, '这里是网页隐去正文的说明，中间缺了一大段。请对照原件补回，再删去这句说明。', '这里也是');
}

/** The number of a catalogue before the title. */
function* numbered({ paragraphs }: Document): Generator<Problem> {
  const number = catalogueNumber.exec(paragraphs[0]?.facts.reading.text ?? '');
  if (number !== null) {
    const place = { start: paragraphs[0]!.start, end: paragraphs[0]!.start + number[0].length };
    yield asOne([place], `题目前面的“${number[0]}”是素材库的编号，不是题目的内容。请删去。`, '这里也是', {
      title: '删去编号',
      edits: [{ ...place, text: '' }],
    });
  }
}

/** The name of a site in the middle of a sentence. */
function* stamped({ text }: Document, regions: readonly Region[]): Generator<Problem> {
  const found = stamps.flatMap((stamp) => everywhere(text, stamp)).sort((a, b) => a.start - b.start || b.end - a.end);
  const places: Span[] = [];
  let region = 0;
  for (const place of found) {
    while (region < regions.length && regions[region]!.end <= place.start) region++;
    if (region < regions.length && regions[region]!.start <= place.start) continue;
    if (place.start >= (places[places.length - 1]?.end ?? 0)) places.push(place);
  }
  if (places.length === 0) return;
  const { start, end } = places[0]!;
  yield asOne(places, `句子里夹着网站的名字“${text.slice(start, end)}”，是复制时带进来的。请删去。`, '这里也是', {
    title: places.length > 1 ? `删去 ${places.length} 处` : '删去网站名',
    edits: places.map((place) => ({ ...place, text: '' })),
  });
}

/** Sounds of foreign names, in which a full stop may stand for the middle dot: 约翰.史密斯, 艾力.买买提. */
const foreign = new Set(
  '阿埃艾爱安奥巴拜班宾勃博布查达戴德迪蒂杜多尔恩法菲弗夫福戈格古哈赫胡吉济加贾江杰金卡凯科克肯库拉莱兰朗劳勒雷里利丽莉林琳龙卢鲁伦罗洛马玛买迈麦曼梅米密明莫穆姆娜纳尼努诺帕佩皮普奇齐乔热瑞萨塞沙山史斯苏索塔泰坦特提托瓦威维温沃乌西希谢辛休雅亚扬耶伊依因尤约泽扎詹翰',
);

/** The watermarks of model speeches: a full stop or a back quote between two characters of a sentence (要认真.落实). */
function* watermarks({ text, format, paragraphs }: Document): Generator<Problem> {
  if (format !== 'plain') return;
  const places = [...strayMarks(text)].sort((a, b) => a.start - b.start);
  if (places.length === 0) return;
  let index = -1;
  let prose = false;
  const inProse = places.filter(({ start }) => {
    let next = Math.max(index, 0);
    while (paragraphs[next + 1] !== undefined && paragraphs[next + 1]!.start <= start) next++;
    if (next !== index) prose = isProse(paragraphs[next]?.facts.reading.text ?? '');
    index = next;
    return prose;
  });
  if (inProse.length === 0) return;
  const count = inProse.length;
  yield asOne(
    inProse,
    `句子里夹着${count > 1 ? ` ${count} 个` : ''}“${text[inProse[0]!.start]!}”，是从网页复制时带进来的记号。请删去${text[inProse[0]!.start] === '.' ? '；如果本来是句号，请改为句号' : ''}。`,
    '这里也是',
    {
      title: count > 1 ? `删去 ${count} 个` : `删去“${text[inProse[0]!.start]!}”`,
      edits: inProse.map((place) => ({ ...place, text: '' })),
    },
  );
}

function* strayMarks(text: string): Generator<Span> {
  for (const mark of '.`')
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      if (isWatermark(text, at)) yield { start: at, end: at + 1 };
}

/** Whether a mark stands between two characters: what a watermark cannot do without. */
function hasWatermark(text: string): boolean {
  for (const mark of '.`')
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      if (isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1))) return true;
  return false;
}

/** A line of its own with dots is a name or a motto (学习.实践.提高); who types half-width stops throughout has typed a full stop. */
const isProse = (text: string): boolean =>
  text.length >= 16 && /[，。；]/.test(text) && !text.endsWith('.') && !/[\u4e00-\u9fff],/.test(text);

function isWatermark(text: string, at: number): boolean {
  if (!isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at + 1))) return false;
  const before = text[at - 1]!;
  if (text[at] === '`') {
    // `词` is somebody's quotation.
    for (let step = 2; step <= 20; step++) {
      const near = [text.charCodeAt(at + step), text.charCodeAt(at - step)];
      if (near.includes(0x60)) return false;
    }
    return true;
  }
  // 一.加强领导, 某.某, 政务.中国, 约翰.史密斯
  if ('一二三四五六七八九十百某'.includes(before) || text[at + 1] === '某') return false;
  if (/^(?:中国|公司|网络|网址|政务|公益)(?!\p{Script=Han})/u.test(text.slice(at + 1, at + 4))) return false;
  if (foreign.has(before) && foreign.has(text[at + 1]!)) return false;
  // “中国.上海”, 创新.协调.绿色: a dot that parts words of equal rank.
  let nearby = 0;
  for (let i = Math.max(0, at - 7); i <= at + 7 && i < text.length; i++) {
    if (text[i] === '.') nearby++;
    if ('“”《》'.includes(text[i]!) && Math.abs(i - at) <= 5) return false;
  }
  return nearby === 1;
}

function everywhere(text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length });
  return places;
}

/** `&nbsp;` and `<br>` of a web page's source. Markdown reads them itself. */
function* markup({ text, format }: Document): Generator<Problem> {
  if (format !== 'plain') return;
  const edits: Edit[] = [];
  if (text.includes('&'))
    for (const [entity, meant] of Object.entries(entities))
      for (const place of everywhere(text, entity)) edits.push({ ...place, text: meant });
  if (text.includes('<'))
    for (const { 0: tag, index } of text.matchAll(tags))
      edits.push({ start: index, end: index + tag.length, text: '' });
  if (edits.length === 0) return;
  edits.sort((a, b) => a.start - b.start);
  yield asOne(
    edits.map(({ start, end }) => ({ start, end })),
    '这里是网页的代码，不是讲话的内容。请换成它所代表的字符，或删去。',
    '这里也是',
    { title: edits.length > 1 ? `清理 ${edits.length} 处网页代码` : '清理网页代码', edits },
  );
}

/** （请根据实际情况补充具体数据） */
function* instructions({ text }: Document): Generator<Problem> {
  const places = [...text.matchAll(instruction)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  if (places.length > 0)
    yield asOne(places, '这里是对话程序或模板留下的提示，要换成具体内容再念。请补上内容，或删去。', '这里也是');
}

/** `**一、……**` and `## ……` in a plain text: a chat program's Markdown that nobody rendered. */
function* markdownMarks(document: Document): Generator<Problem> {
  const places: Span[] = [];
  const edits: Edit[] = [];
  for (const paragraph of document.paragraphs) {
    if (document.format !== 'plain') return;
    const { source } = paragraph.facts;
    if (!source.startsWith('#') && !source.startsWith('**')) continue;
    if (lineKind(paragraph.facts) !== 'markdown') continue;
    const head = /^#+ */.exec(source)?.[0].length ?? 2;
    const { start } = paragraph;
    places.push({ start, end: start + head });
    edits.push({ start, end: start + head, text: '' });
    const close = source.startsWith('**') ? source.indexOf('**', 2) : -1;
    if (close > 0) edits.push({ start: start + close, end: start + close + 2, text: '' });
  }
  if (places.length > 0)
    yield asOne(
      places,
      '这里是 Markdown 的记号，纯文本里不会变成标题或粗体，打印出来就是星号、井号。请删去。',
      '这里也是',
      { title: '删去 Markdown 记号', edits },
    );
}
