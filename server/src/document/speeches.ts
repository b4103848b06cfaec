/**
 * The speeches of a file: where each begins, its title and salutation. A file may hold several, begin in the middle of one, or carry the
 * furniture of the web page it was copied from; paragraphs may be lost, so that title and salutation share a line with the first sentence.
 */
import type { Span } from '../text/span.ts';
import type { Paragraph } from './document.ts';
import { remember } from './remember.ts';

export interface Speech {
  /** Indexes of its paragraphs: first, and one past the last. */
  readonly first: number;
  readonly end: number;
  /** The title's text, in source offsets. */
  readonly title: Span | undefined;
  /** 称谓: the line that addresses the audience (同志们：). */
  readonly salutation: Span | undefined;
  /** Neither title nor salutation: it may begin in the middle. */
  readonly midway: boolean;
}

/** What the title of a speech ends in or names. */
const titleWord =
  /(?:讲话|致辞|致词|发言|演讲|主持词|祝酒词|欢迎[词辞]|答谢[词辞]|贺[词辞]|献[词辞]|主持辞|祝酒辞|寄语|报告|汇报|党课|讲稿|述职|开幕词|闭幕词|答词|悼词|祝词|谈话|(?:慰问|感谢|公开|表扬|贺|一封)信|倡议书|说明|通报)\s?(?:稿|文稿|范文|提纲|材料|全文|要点|摘要|摘登|\(.{1,24}\)|（.{1,24}）|【.{1,12}】|\[.{1,12}\]|篇?\s?\d{1,2}|篇\s?[一二三四五六七八九十]{1,3})*$/;
/** What a paper is called that is no speech; only the first line of a file. */
const paperWord =
  /(?:总结|方案|纪要|要点|计划|规划|(?:汇报|交流|检查|述职|经验|事迹)材料|心得体会|体会|表态|串词|解说词)(?:提纲|初稿|征求意见稿|[（(].{1,16}[）)])?$/;
/** What an official paper is called: 关于…的请示. */
const officialPaper =
  /^[^，。；]{0,24}关于[^。；]{2,60}的(?:请示|函|复函|批复|通知|决定|意见|公告|通告|报告|议案|建议|通报|情况说明)$/;
/** One of several in a collection: 开工仪式致辞2, 主持词范文篇三. */
const oneOfSeveral =
  /(?:(?:讲话|致辞|发言|主持词|欢迎词|演讲|贺词|稿|范文|精选|通用)\s?\d{1,2}|篇\s?[\d一二三四五六七八九十]{1,3})$/;
/** What web pages put around a title. */
const pageLine =
  /^(?:时间|日期|发布|更新|来源|作者|编辑|导语|摘要|简介|上一篇|下一篇|相关|当前位置|您现在|首页|首頁|网友评论|推荐|正文复制|复制全文|购物车|我的足迹|内容预览|加入收藏|加入[Vv][Ii][Pp]|立即下载|会员登录|标签[：:]|字号|投稿人)|\d{4}-\d{1,2}-\d{1,2}|^(?:- )?\d+(?:\.\d+)? ?[KM]B$/;
/** The last line of a title set in several: 在…推进会⏎上的讲话, 在…会上的⏎讲话. */
const titleTail =
  /^(?:工作|推进|动员|部署|表彰|总结|专题|扩大)?(?:会|会议|大会|座谈会|推进会|动员会|仪式)?(?:上的?|中的?|的)?(?:讲话|发言|致辞|致词|报告|主持词|讲稿|汇报)(?:稿|提纲|[（(].{1,12}[）)])?$/;
/** How a line of a title ends that goes on in the next. */
const titleGoesOn = /(?:[上中]的|[暨和与、在]|关于|会议?上?|工作)$/;
/** Where a title ends that shares its line with what a page puts behind it. */
const behindTitle = /(?:编者按|文章标题|导语|导读|前言|摘要)[：:]/;
const collection = /(?:汇编|集合|合集|范文(?!$)|大全|汇总$|精选|锦集|\d+篇|[一二三四五六七八九十]篇|第\d+\/\d+页)/;
const numberedTitle = /^第\s?[\d一二三四五六七八九十]{1,3}\s?篇\s?[：:、]?/;
/** Whom a speech addresses; the line ends with a colon (or stands alone with 。！). */
const audience =
  '(?:同志们|同学们|老师们|朋友们|战友们|乡亲们|父老乡亲们|女士们|先生们|来宾们|各位[^，。；：:]{1,24}|尊敬的[^。；：:]{1,60}|亲爱的[^。；：:]{1,40}|主席团|主任|诸位[^，。；：:]{0,12})';
const salutationLine = new RegExp(`^${audience}(?:[、，,！!\\s　]{1,3}${audience}){0,9}\\s?(?:[：:]|[！!。]?$)`);
const salutationStart = new RegExp(`^${audience}`);
/** Whether a paragraph addresses the audience, alone or with its first sentence. */
export const beginsWithSalutation = (text: string): boolean =>
  salutationStart.test(text) || salutationInside.test(text.slice(0, longestAddress));
/** How far into its paragraph a salutation ends that names its audience first: 市委督导组各位领导、同志们：…. */
const longestAddress = 40;
/** Salutation inside the first paragraph, where line breaks were lost. */
const salutationInside = /(?:同志们|各位代表|各位领导|各位 ?同志|同学们)[^。；，]{0,24}[：:]/;
/** A title that the first sentence follows with nothing between: 县长在全县防汛会议上的讲话今天，我们召开…. */
const runOn =
  /^((?:\d{4}年)?(?:[^，。；：、\s]{0,12}(?:书记|[省市县区镇乡局厅部校院]长|主任|主席|领导|领导干部|董事长|总经理))?在[^，。；：！？]{6,50}?(?:会|会议|大会|仪式|典礼|活动|班)上的?(?:讲话|发言|致辞|主持词|报告)(?:文?稿|范文|提纲|全文|材料)?)(?=\s?(?:今天|这次|刚才|同志们|大家|为了|为全面|当前|根据会议|按照会议|经[^，]{2,12}(?:同意|研究))|(?<=稿|范文)[^，。；]{2,30}[，,])/;
/** Those addressed first, before 同志们：, behind a title: …的讲话各位企业家，同志们： */
const addressed =
  /\s?(?:(?:(?:各位|尊敬的)[^，。、,]{2,10}|[\u4e00-\u9fffXx×*]{1,3} ?(?:书记|[省市县区镇乡]长|部长|主任|主席|局长))[，、,]\s?){1,4}$/;
/** Lines between title and salutation that are neither: place and date, speaker, web furniture. */
const furniture =
  /(?:^时间[：:]|^导语|来源|作者|编辑|浏览|字号|发布|点击|阅读|收藏|分享|^\d{4}[-年/.]|^[（(].{1,40}[）)]$|^——)/;

const isShort = (text: string): boolean => text.length <= 60 && !/[。；，、：:！？,;]$/.test(text);

function isTitle(text: string): boolean {
  return (
    isShort(text) &&
    titleWord.test(unspaced(text)) &&
    !/^[一二三四五六七八九十（(\d]+[、.．）)]/.test(text) &&
    !pageLine.test(text) &&
    (oneOfSeveral.test(text) || !collection.test(text.replace(/【第[一二三四五六七八九十\d]{1,3}篇】$/, '')))
  );
}

const isPaper = (text: string): boolean =>
  text.length >= 6 &&
  isShort(text) &&
  (paperWord.test(text) || officialPaper.test(text)) &&
  !contents.test(text) &&
  !pageLine.test(text);

const isSubtitle = (text: string): boolean => /^(?:——|--)/.test(text) && text.length <= 60;

const readingSpan = (paragraph: Paragraph, start: number, end: number): Span => {
  const { start: from, end: to } = paragraph.facts.reading.span(start, end);
  return { start: paragraph.start + from, end: paragraph.start + to };
};
const whole = (paragraph: Paragraph): Span => ({ start: paragraph.start, end: paragraph.end });

/** What a line may be, by itself. */
const addresses = 1;
const numbers = 2;
const titles = 4;
const papers = 8;

const lineTraits = remember(({ reading: { text } }): number => {
  // The longest that any of them takes.
  if (text.length > 120) return 0;
  return (
    (salutationLine.test(text) && (/[：:]$/.test(text) || text.length <= 20) ? addresses : 0) |
    (numberedTitle.test(text) && text.length <= 80 ? numbers : 0) |
    (isTitle(text) ? titles : isPaper(text) ? papers : 0)
  );
});

/** Finds the speeches of a file. They tile its paragraphs. */
export function findSpeeches(paragraphs: readonly Paragraph[]): readonly Speech[] {
  if (paragraphs.length === 0) return [];
  const texts = paragraphs.map((p) => p.facts.reading.text);
  const begins = beginsOf(paragraphs, texts);
  if (begins.length === 0)
    return [{ first: 0, end: paragraphs.length, title: undefined, salutation: undefined, midway: true }];
  withoutRepeats(paragraphs, texts, begins);
  return tiled(paragraphs, texts, begins);
}

/** Where a speech begins. */
interface Begin {
  /** Its first paragraph. */
  readonly first: number;
  readonly title: Span | undefined;
  readonly salutation: Span | undefined;
}

function beginsOf(paragraphs: readonly Paragraph[], texts: readonly string[]): Begin[] {
  const begins: Begin[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    const text = texts[i]!;
    const last = begins.at(-1);
    if (paragraph.level === 1 && isMainTitle(paragraphs, i, text, last))
      begins.push({ first: i, title: whole(paragraph), salutation: undefined });
    if (paragraph.level > 0) continue;
    const traits = lineTraits(paragraph.facts);
    if (traits === 0 && i > 0) continue;
    // A subtitle may look like a title itself: ——在全县三级干部会议上的讲话
    if (last?.title !== undefined && last.first === i - 1 && isSubtitle(text)) continue;
    const together = i === 0 && text.length > longLine ? runTogether(paragraph, text) : undefined;
    if (together === 'text') continue;
    if (together !== undefined) begins.push(together);
    else if ((traits & addresses) !== 0) addSalutation(paragraphs, texts, i, begins);
    else {
      const title = titleLine(paragraphs, texts, i, traits, last);
      if (title !== undefined) begins.push({ ...title, salutation: undefined });
    }
  }
  return begins;
}

/** A line of fewer characters, below a title, may be one more line of headings. */
const shortestText = 16;

/** A line of more characters is text, or has lost the breaks that set its title apart. */
const longLine = 60;

/** # 在全县大会上的讲话: a Markdown title, unless it is a part's heading or the second line of the title above it. */
function isMainTitle(paragraphs: readonly Paragraph[], i: number, text: string, last: Begin | undefined): boolean {
  if (/^(?:[一二三四五六七八九十]+、|[（(])/.test(text)) return false;
  const goesOn = last?.title !== undefined && last.salutation === undefined && i - last.first === 1;
  return !(goesOn && paragraphs[i - 1]!.level !== 1);
}

/** A first paragraph in which title, salutation and first sentence stand together; `text` where it addresses somebody, but with no title before that. */
function runTogether(paragraph: Paragraph, text: string): Begin | 'text' | undefined {
  const begin = (title: number, salutation?: Span): Begin => ({
    first: 0,
    title: readingSpan(paragraph, 0, title),
    salutation,
  });
  const page = behindTitle.exec(text.slice(0, 80));
  const above = page === null ? '' : text.slice(0, page.index).trimEnd();
  if (page !== null && titleWord.test(above)) return begin(once(above));
  const inside = salutationInside.exec(text.slice(0, 140));
  if (inside !== null) {
    const head = text.slice(0, inside.index).replace(addressed, '').trimEnd();
    return head.length >= 4 && head.length <= 100 && !/[。；！？]/.test(head)
      ? begin(once(head), readingSpan(paragraph, inside.index, inside.index + inside[0].length))
      : 'text';
  }
  const run = runOn.exec(text.slice(0, 90));
  return run === null ? undefined : begin(run[1]!.length);
}

/** How far below its title a salutation may stand, and how far down in a file one without a title, in paragraphs. */
const salutationReach = 8;
const untitledReach = 12;

/** 同志们： belongs to the title above it, or begins a speech; addressed again in the middle, it does neither. */
function addSalutation(paragraphs: readonly Paragraph[], texts: readonly string[], i: number, begins: Begin[]): void {
  const last = begins.at(-1);
  const salutation = whole(paragraphs[i]!);
  const from = last === undefined ? 0 : lastBody(texts, last.first, i);
  const title = titleBefore(paragraphs, texts, Math.max(from, i - titleReach), i, last === undefined);
  if (last !== undefined && title === undefined) {
    // The title stood further up, already found.
    if (last.salutation === undefined && i - last.first <= salutationReach)
      begins[begins.length - 1] = { ...last, salutation };
  } else if (last !== undefined && title!.index === last.first) begins[begins.length - 1] = { ...last, salutation };
  else if (title !== undefined) begins.push({ first: title.index, title: title.span, salutation });
  else if (i <= untitledReach) begins.push({ first: 0, title: undefined, salutation });
}

/** The title that a line is, or ends; undefined where it is none. */
function titleLine(
  paragraphs: readonly Paragraph[],
  texts: readonly string[],
  i: number,
  traits: number,
  last: Begin | undefined,
): Pick<Begin, 'first' | 'title'> | undefined {
  const text = texts[i]!;
  if ((traits & numbers) !== 0) return { first: i, title: whole(paragraphs[i]!) };
  if ((traits & papers) !== 0) {
    // ——某街道交流材料: the second line of a title.
    if (i === 1 && isSubtitle(text) && isShort(texts[0]!))
      return { first: 0, title: { start: paragraphs[0]!.start, end: paragraphs[1]!.end } };
    // Behind the date of its adoption.
    const below = texts.slice(1, 3).find((line) => !/^[（(]\d{4}年.{1,24}[）)]$/.test(line)) ?? '';
    const heads =
      i === 0 &&
      (below.length > longLine ||
        (below.endsWith('：') && officialPaper.test(text)) ||
        (below.length >= shortestText && /[。：]$/.test(below)));
    return heads ? { first: 0, title: titleSpan(paragraphs, texts, 0) } : undefined;
  }
  const begins =
    i === 0 ||
    /篇\s?[一二三四五六七八九十]{1,3}$/.test(text) ||
    startsSpeech(texts, i + 1) ||
    (last === undefined && opensTheFile(texts, i));
  if ((traits & titles) === 0 || !begins) return undefined;
  const [first, title] = titled(paragraphs, texts, i, last?.first ?? -1);
  return { first, title };
}

/** Speeches from where they begin. What stands before the first title is the tail of another speech, or furniture that belongs to the first. */
function tiled(paragraphs: readonly Paragraph[], texts: readonly string[], begins: readonly Begin[]): Speech[] {
  const { first: lead } = begins[0]!;
  const tail = lead > 0 && texts.slice(0, lead).some((text) => text.length > 80 && /[。；]/.test(text));
  const speeches = begins.map((begin, i): Speech => {
    const end = begins[i + 1]?.first ?? paragraphs.length;
    // A line that addresses somebody may turn out to be the title of the next speech.
    const own = begin.salutation !== undefined && begin.salutation.start < paragraphs[end - 1]!.end;
    return {
      ...begin,
      salutation: own ? begin.salutation : undefined,
      first: i === 0 && !tail ? 0 : begin.first,
      end,
      midway: false,
    };
  });
  if (tail) speeches.unshift({ first: 0, end: lead, title: undefined, salutation: undefined, midway: true });
  return speeches;
}

/** How far below a page's own title the text may begin, in paragraphs. */
const pageHead = 40;

/**
 * A title with nothing under it but furniture and a table of contents begins no speech of its own: the page repeats it above the text. Of two
 * that differ the one below a table of contents is the speech's, else the longer one.
 */
function withoutRepeats(paragraphs: readonly Paragraph[], texts: readonly string[], begins: Begin[]): void {
  for (let i = begins.length - 2; i >= 0; i--) {
    const here = begins[i]!;
    const next = begins[i + 1]!;
    if (here.title === undefined || next.title === undefined || here.salutation !== undefined) continue;
    if (
      next.first - here.first > pageHead ||
      paragraphs[here.first]!.level > 0 ||
      numberedTitle.test(texts[here.first]!)
    )
      continue;
    if (numberedTitle.test(texts[next.first]!) || oneOfSeveral.test(texts[next.first]!)) continue;
    const between = texts.slice(here.first + 1, next.first);
    if (between.some((text) => (text.length > 60 || /[。；]/.test(text)) && !furniture.test(text))) continue;
    const listed = between.some((text) => contents.test(text));
    const same = bareTitle(texts[here.first]!) === bareTitle(texts[next.first]!);
    if (!same && !listed && next.salutation === undefined) continue;
    const numbered = catalogued.test(texts[here.first]!);
    const ours = !listed && !numbered && (same || texts[here.first]!.length >= texts[next.first]!.length);
    begins.splice(i, 2, { first: here.first, title: ours ? here.title : next.title, salutation: next.salutation });
  }
}
/** The number that a catalogue of model speeches puts before its own title: 20210512:在…会上的讲话. */
const catalogued = /^20\d{6}[:：]/;
const bareTitle = (text: string): string =>
  text.replace(catalogued, '').replace(/[\s“”"‘’《》、，]|[（(].{1,12}[）)]$/g, '');

/** Length of a title that stands once; where it stands twice in a row, of the first. */
function once(head: string): number {
  const half = head.length >> 1;
  for (let gap = 0; gap <= 2; gap++) {
    const length = (head.length - gap) / 2;
    if (Number.isInteger(length) && head.slice(0, length) === head.slice(length + gap)) return length;
  }
  const space = head.search(/[\s　]/);
  return space >= 6 && space < half + 2 && head.slice(space + 1, space * 2 + 1) === head.slice(0, space)
    ? space
    : head.length;
}

/** How far above its salutation the title of a speech may stand, in paragraphs. */
const titleReach = 7;

/** Index of the first paragraph after the last one that is clearly body text, as far as a title could stand. */
function lastBody(texts: readonly string[], from: number, to: number): number {
  for (let i = to - 1; i > from && i >= to - titleReach; i--)
    if (texts[i]!.length > 60 && /[。！？；]$/.test(texts[i]!) && !furniture.test(texts[i]!)) return i + 1;
  return from;
}

/** A line of a table of contents, never a title. */
const contents =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|目录|提纲|…)/;

/** The title above a salutation: the nearest line that names a speech; at the beginning of a file any short line. */
function titleBefore(
  paragraphs: readonly Paragraph[],
  texts: readonly string[],
  from: number,
  salutation: number,
  fileStart: boolean,
): { index: number; span: Span } | undefined {
  for (let i = salutation - 1; i >= from; i--) {
    if (paragraphs[i]!.level > 1) return undefined;
    if ((lineTraits(paragraphs[i]!.facts) & titles) !== 0 || numberedTitle.test(texts[i]!)) {
      const index = i > from && /^——/.test(texts[i]!) && isShort(texts[i - 1]!) ? i - 1 : titleHead(texts, i, from);
      return { index, span: { start: paragraphs[index]!.start, end: paragraphs[i]!.end } };
    }
  }
  if (!fileStart) return undefined;
  for (let i = from; i < salutation; i++)
    if (
      isShort(texts[i]!) &&
      texts[i]!.length >= 4 &&
      !contents.test(texts[i]!) &&
      !furniture.test(texts[i]!) &&
      !pageLine.test(texts[i]!) &&
      !collection.test(texts[i]!)
    )
      return { index: i, span: titleSpan(paragraphs, texts, i) };
  return undefined;
}

/** Where a title that stands at `index` begins, and its span: with the line above where it is only the subtitle. */
function titled(
  paragraphs: readonly Paragraph[],
  texts: readonly string[],
  index: number,
  before: number,
): [first: number, title: Span] {
  const above = texts[index - 1];
  if (
    isSubtitle(texts[index]!) &&
    above !== undefined &&
    index - 1 > before &&
    isShort(above) &&
    above.length >= 4 &&
    !furniture.test(above) &&
    !pageLine.test(above) &&
    !contents.test(above)
  )
    return [index - 1, { start: paragraphs[index - 1]!.start, end: paragraphs[index]!.end }];
  const head = titleHead(texts, index, before + 1);
  return [head, { start: paragraphs[head]!.start, end: titleSpan(paragraphs, texts, index).end }];
}

const unspaced = (text: string): string => (text.length <= spacedOut ? text.replace(/[\s　]/g, '') : text);
/** Length of a line that may be set with blanks between its characters (讲　话). */
const spacedOut = 24;

/** Index of the first line of the title that ends at `index`: the lines above it that only it completes. */
function titleHead(texts: readonly string[], index: number, lowest: number): number {
  let first = index;
  for (let i = index - 1; i >= lowest && index - i <= 2; i--) {
    const line = unspaced(texts[i]!);
    const below = unspaced(texts[first]!);
    if (line.length < 2 || line.length > 40 || furniture.test(line) || pageLine.test(line) || contents.test(line))
      break;
    const goesOn =
      first === index &&
      titleTail.test(below) &&
      (titleGoesOn.test(line) || /^(?:在|关于)/.test(line)) &&
      !/[。；，：！？,;:]$/.test(line);
    const speaker =
      below.startsWith('在') && /^[\u4e00-\u9fff]{2,12}(?:同志|书记|[省市县区镇乡]长|主任|主席)$/.test(line);
    if (!goesOn && !speaker) break;
    first = i;
  }
  return first;
}

/** A title with the subtitle (——在…会议上的讲话) below it. */
function titleSpan(paragraphs: readonly Paragraph[], texts: readonly string[], index: number): Span {
  const below = texts[index + 1];
  const to = below !== undefined && isSubtitle(below) ? index + 1 : index;
  return { start: paragraphs[index]!.start, end: paragraphs[to]!.end };
}

/** Whether a title stands at the head of the file, with nothing but a page's lines above it and the text below: a speech without a salutation. */
function opensTheFile(texts: readonly string[], index: number): boolean {
  return (
    index <= 5 &&
    texts[index]!.length >= 8 &&
    /[会上日节式在]/.test(texts[index]!) &&
    texts.slice(0, index).every((text) => text.length <= 60 && !/[。；]/.test(text)) &&
    texts.slice(index + 1, index + 4).some((text) => text.length > 60)
  );
}

/** Whether what follows a line that looks like a title begins a speech: a salutation or the first heading, after lines that are neither. */
function startsSpeech(texts: readonly string[], from: number): boolean {
  for (let i = from; i < Math.min(from + 5, texts.length); i++) {
    const text = texts[i]!;
    if (salutationLine.test(text) || /^(?:一、|[（(]一[）)])/.test(text)) return true;
    if (!(isShort(text) || furniture.test(text)) || text.length > 60) return false;
  }
  return false;
}
