/** What a paragraph itself lists beside a count, in words: before it (A、B、C三个方面), after it (三个方面，即A、B、C), in parallel clauses. */
import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { CLAUSE, CLOSES, JOINT, MARK, OPENS, SENTENCE, type Signs } from './count-signs.ts';
import { listVerbs, verbEndings } from './lexicon/counting.ts';

/** Items found beside a count. */
export interface WordList {
  readonly items: readonly Span[];
  /** `back`: A、B两个方面; `forward`: 两个方面，即A、B; `clauses`: 凡是…；凡是…. */
  readonly way: 'back' | 'forward' | 'clauses';
  /** Whether the items are so clearly the list that another number than theirs is wrong. */
  readonly certain: boolean;
}

/** Splits text at 、 and at a last 和/与/及; quotes, brackets and book titles are opaque. Undefined where the separators are of several kinds. */
function splitWords(
  text: string,
  start: number,
  end: number,
  { of }: Signs,
): { items: Span[]; canonical: boolean; commas: number } | undefined {
  const items: Span[] = [];
  let depth = 0;
  let from = start;
  let commas = 0;
  let joined = false;
  let canonical = true;
  for (let i = start; i < end; i++) {
    const sign = of[text.charCodeAt(i)]!;
    if ((sign & (OPENS | CLOSES | JOINT)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) !== 0) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const mark = text[i]!;
    // “为学”“为人”: two names side by side.
    if (mark === '”' && text[i + 1] === '“' && i + 2 < end) {
      if (joined) canonical = false;
      commas++;
      items.push({ start: from, end: i + 1 });
      from = i + 1;
      continue;
    }
    const joint =
      mark === '、'
        ? 1
        : mark === '和' || mark === '与' || mark === '及'
          ? 1
          : mark === '以' && text[i + 1] === '及'
            ? 2
            : 0;
    if (joint === 0 || i === from || i + joint >= end) continue;
    // 和平, 与会, 普及: part of a word.
    if (
      mark !== '、' &&
      (/^(?:和平|和谐|和睦|和美|与会|与时|与众|及时|及早|及格)/.test(text.slice(i, i + 2)) ||
        /[共饱总普涉以参温中缓]/.test(text[i - 1]!))
    )
      continue;
    if (mark === '、') {
      commas++;
      if (joined) canonical = false;
    } else {
      if (joined) canonical = false;
      joined = true;
    }
    items.push({ start: from, end: i });
    from = i + joint;
    i += joint - 1;
  }
  if (items.length === 0) return undefined;
  items.push({ start: from, end });
  return { items, canonical, commas };
}

/** A list of words right before a count: 国能、延长、恒力三个集群; 产业和就业是…的两个关键因素. */
export function listBefore(
  text: string,
  end: number,
  value: number,
  measure: string,
  signs: Signs,
): WordList | undefined {
  const { of } = signs;
  let start = end;
  let joints = 0;
  for (; start > 0 && end - start < 120; start--) {
    const sign = of[text.charCodeAt(start - 1)]!;
    if ((sign & CLAUSE) !== 0) break;
    joints |= sign & JOINT;
    if ((sign & CLOSES) !== 0 && text.charCodeAt(start) === 0x201c) joints |= JOINT;
  }
  // 治水、治气这两件事: what 这 points back at.
  const pointed = text[end - 1] === '这' && end - 1 > start;
  if (pointed) return pointedAt(text, start, end - 1, value, joints, signs);
  const quoted = text[end - 1] === '”' ? quotedList(text, start, end - 1, value, signs) : undefined;
  if (quoted !== undefined) return quoted;
  if (joints === 0 || end - start < 3) return undefined;
  return pairsBefore(text, start, end, value, signs) ?? namesBefore(text, { start, end }, value, measure, signs);
}

/** 国能、延长、恒力三个集群: names right before a count, from the beginning of their clause. */
function namesBefore(
  text: string,
  { start, end }: Span,
  value: number,
  measure: string,
  signs: Signs,
): WordList | undefined {
  const adjacent = splitWords(text, start, end, signs);
  if (adjacent === undefined) return undefined;
  const last = adjacent.items[adjacent.items.length - 1]!;
  // 一个目标、两大战役、三大平台: each counts things of its own.
  if (countsItself.test(text.slice(last.start, last.start + 4))) return undefined;
  const ending = text.slice(last.start, last.end);
  let items = adjacent.items;
  let direct = true;
  // 从加强思想建设、开展劳动竞赛两个方面着手: what 从 begins are names of sides, whatever they end in.
  const sides =
    (measure.endsWith('方面') && opensSides.test(text.slice(start, adjacent.items[0]!.end))) || isOf(deeds, text, end);
  const isVerb = (word: string): boolean => !sides && endsInVerb(word);
  if (/[等这各那]$/.test(ending) || ending.length > 12 || isVerb(ending)) {
    // A、B是…的两个因素: the list is the subject.
    const be = ending.search(/(?:是|都是|构成|作为)/);
    if (be <= 0 || !/的$/.test(ending) || be > 10) return undefined;
    items = [...items.slice(0, -1), { start: last.start, end: last.start + be }];
    direct = false;
  }
  const words = items.map((item) => text.slice(item.start, item.end));
  const first = items[0]!;
  items = [{ start: firstWord(text, first, words[1]!.length), end: first.end }, ...items.slice(1)];
  const named =
    direct &&
    adjacent.canonical &&
    adjacent.commas > 0 &&
    words.slice(1).every((w) => w.length >= 1 && !(w.length > 3 ? !sides && endsWith(w, verbEndings, 2) : isVerb(w)));
  const certain = named && (areKinds(text, { start, end }, words, value, measure) || areEven(words, value));
  return { items, way: 'back', certain };
}

/** 油茶、黄桃、食用菌三大产业: what such a measure counts are kinds, not pieces, and they stand right before it. */
function areKinds(
  text: string,
  { start, end }: Span,
  words: readonly string[],
  value: number,
  measure: string,
): boolean {
  const lengths = words.slice(1).map((w) => w.length);
  // 油茶、食用菌三个产业: two names right before a count of such things are not counted apart from it.
  const two = words.length === 2 && value === 3 && lengths[0]! >= 2;
  return (
    (kindMeasures.includes(measure) || (measure !== '' && (words.length >= 3 || two) && namedOnes(text, end))) &&
    Math.abs(words.length - value) === 1 &&
    Math.max(...lengths) - Math.min(...lengths) <= 3 &&
    Math.max(...lengths) <= 8 &&
    !/\d/.test(text.slice(start, end))
  );
}

/** 人防、技防、物防: names of one length, or of one make. */
function areEven(words: readonly string[], value: number): boolean {
  const lengths = words.slice(1).map((w) => w.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (most - least > 1 || most > 8 || Math.abs(words.length - value) > 2) return false;
  const alike = sharesEnd(words);
  return (words.length >= 3 || alike) && (alike || most === least);
}

/** Whether what stands at `at` begins with `pattern`, which is sticky. */
function isOf(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** 三个环节, 四个阶段 are named after what is done in them: 学习、宣传、落实. */
const deeds = /[两三四五六七八九十]个?(?:重点|关键|主要|重要)?(?:环节|阶段|步骤)/y;
const characters = /[两三四五六七八九十]个?(?:大)?字/y;

/** “选、育、管、用”四个字, “谁来干、干什么、怎么干”三个问题: the list stands in one pair of quotes, `close` is the second. */
function quotedList(text: string, start: number, close: number, value: number, signs: Signs): WordList | undefined {
  const open = start + text.slice(start, close).lastIndexOf('“');
  // “引进来”“走出去”: each has quotes of its own
  if (open < start || (open > 0 && '”、'.includes(text[open - 1]!))) return undefined;
  const steps = countedSteps(text, open + 1, close, value);
  if (steps !== undefined) return steps;
  const items = splitAt(text, open + 1, close, '、', signs.of);
  if (items.length < 3 || Math.abs(items.length - value) > 1) return undefined;
  const lengths = items.map((x) => x.end - x.start);
  const even = Math.max(...lengths) === Math.min(...lengths);
  const plain = !/[等\d一二两三四五六七八九十百双]/.test(text.slice(open + 1, close));
  const single = even && lengths[0] === 1 && isOf(characters, text, close + 1);
  return { items, way: 'back', certain: single || (even && plain && lengths[0]! > 1) };
}

const ordinals = '一二三四五六七八九十';
const step = /步|字|招|法|环节/y;

/** “一看二问三查四改”四步工作法: the steps count themselves. */
function countedSteps(text: string, from: number, close: number, value: number): WordList | undefined {
  const noun = isOf(step, text, close + 2) || isOf(step, text, close + 3);
  if (!noun || close - from > longestSteps || text[from] !== '一') return undefined;
  const items: { start: number; end: number }[] = [];
  for (let i = from; i < close; i++) {
    if (text[i] === ordinals[items.length]) items.push({ start: i, end: close });
    else if (ordinals.includes(text[i]!)) return undefined;
    if (items.length > 1) items[items.length - 2]!.end = items[items.length - 1]!.start;
  }
  return items.length > 2 && Math.abs(items.length - value) <= 2 ? { items, way: 'back', certain: true } : undefined;
}
const longestSteps = 40;

const relations = /[两三四五六七八九十](?:个|大|对|种|组)(?:重大|重要|方面的?|基本)?(?:关系|矛盾)/y;

/** 处理好当前与长远、局部与全局两个关系: what is counted has two sides, joined by 与 or 和. */
function pairsBefore(text: string, start: number, end: number, value: number, signs: Signs): WordList | undefined {
  if (!isOf(relations, text, end)) return undefined;
  const items = splitAt(text, start, end, '、', signs.of);
  const words = items.map((x) => text.slice(x.start, x.end));
  if (items.length < 2 || !words.every((word) => /^[^与和]+[与和][^与和]+$/.test(word))) return undefined;
  const lengths = words.slice(1).map((word) => word.length);
  const certain =
    Math.abs(items.length - value) <= 1 && Math.max(...lengths) <= 12 && !/[等\d]/.test(text.slice(start, end));
  const begin = firstWord(text, items[0]!, words[1]!.length);
  return { items: [{ ...items[0]!, start: begin }, ...items.slice(1)], way: 'back', certain };
}

const inParallel = /^(?:既|又|也|还|更|同时(?:还|也|又)?)(?:要|能|有|是|必须|应当?)/;

/** 既要有热心，又要有耐心，还要有恒心，这“三心”: the clauses before `end` that begin so, and what all of them name. */
export function clausesBefore(text: string, end: number, word: string, signs: Signs): WordList | undefined {
  let start = end;
  while (start > 0 && end - start < longestClauses && (signs.of[text.charCodeAt(start - 1)]! & SENTENCE) === 0) start--;
  const clauses = splitAt(text, start, end, '，,；;', signs.of);
  const first = clauses.findIndex((x) => text[x.start] === '既');
  if (first < 0) return undefined;
  const items = clauses.slice(first);
  if (items.length < 2 || items[items.length - 1]!.end !== end - 1) return undefined;
  const alike = items.every((x) => {
    const clause = text.slice(x.start, x.end);
    return inParallel.test(clause) && clause.includes(word);
  });
  // 既要A、B，又要C，这三个方面: a clause may hold two
  const single = word !== '' || !/[、和与及]/.test(text.slice(items[0]!.start, end));
  return alike ? { items, way: 'clauses', certain: single } : undefined;
}
const longestClauses = 160;

const countsItself = /^[“]?[一二两三四五六七八九十\d]{1,2}[个大项条类种层级位方场张座]/;

/** What opens a list of sides: 工会将从…; 从严, 从而 and the like open none. */
const opensSides = /(?:^|将|要|主要|重点|着重|分别|应|须|就是|可以)(?:从|围绕)(?![严事业而此来紧重快优不小前])/;

/** The longest item of a list that 这 points back at. */
const longestPointed = 14;

/** A list that 这 points back at, right before it: 打好治水、治气和治土这三场硬仗. */
function pointedAt(
  text: string,
  start: number,
  end: number,
  value: number,
  joints: number,
  signs: Signs,
): WordList | undefined {
  if (joints === 0 || /(?:等|等等)$/.test(text.slice(start, end))) return undefined;
  const split = splitWords(text, start, end, signs);
  if (split === undefined) return undefined;
  const words = split.items.map((item) => text.slice(item.start, item.end));
  const [first, ...others] = split.items;
  const items = [{ start: firstWord(text, first!, words[1]!.length), end: first!.end }, ...others];
  if (items.length !== value && split.commas + 1 === value && !split.canonical) {
    // 环境整治、城区和农村建设、项目建设: 和 joins two within one item.
    const parts = splitAt(text, start, end, '、', signs.of);
    if (parts.length === value) return { items: parts, way: 'back', certain: false };
  }
  const lengths = items.map((item) => item.end - item.start);
  return {
    items,
    way: 'back',
    certain:
      split.canonical &&
      split.commas > 0 &&
      Math.abs(items.length - value) === 1 &&
      Math.max(...lengths) <= longestPointed &&
      words.every((word) => word.length > 1 && !/[\d的等]/.test(word)),
  };
}

const named =
  /[两三四五六七八九十\d]+[个家](?:单位|部门|乡镇|镇|县|区|村|社区|市|省|产业|行业|领域|板块|环节|层面|维度|区域|片区|园区|平台|城市|国家|委员会|学院|学校|专业|学科|[\u4e00-\u9fff]{0,4}(?:集中区|工业区|开发区|产业园|工业园|园区|示范区|保税区|新区|基地|景区|林场|农场|水库|煤矿|矿井))|[两三四五六七八九十\d]+(?:位(?:同志|副?总理|副?书记|副?[省市县区镇乡]长|副?主任|委员|代表|领导|专家|院士|教师|老师|同学|先生|女士|嘉宾)|所(?:学校|高校|大学|院校|医院|中学|小学|幼儿园))/y;

/** Whether a count counts what is called by name, one by one: 3个单位, 三个产业化联合体. */
function namedOnes(text: string, number: number): boolean {
  named.lastIndex = number;
  return named.test(text);
}

/** Measures of kinds: 三大产业, 四类人群, 五种模式, 三道防线, 六个方面. */
const kindMeasures: readonly string[] = ['大', '类', '种', '道', '个方面', '方面'];
/** 松口镇、白石镇、桃溪乡 end alike, too. */
const placeEnds = '省市县区镇乡村';

/** Whether a text ends in a word of a table; the words are at most four characters long. */
export function endsWith(text: string, table: ReadonlySet<string>, shortest = 1): boolean {
  for (let length = Math.min(4, text.length); length >= shortest; length--)
    if (table.has(text.slice(-length))) return true;
  return false;
}

/** 努力方向 and 网络安全 end in no verb. */
const endsInVerb = (word: string): boolean => endsWith(word, verbEndings) && !/[方动意走取导志趋]向$|安全$/.test(word);

/** Whether all words end alike (人防、技防、物防), the first perhaps with a verb before it. */
function sharesEnd(words: readonly string[]): boolean {
  const end = words[words.length - 1]!.slice(-1);
  const ends = placeEnds.includes(end) ? placeEnds : end;
  return words.every((w) => ends.includes(w.slice(-1)));
}

/** Where the first word of a list begins: after the last verb before it, else as long as its neighbour. */
function firstWord(text: string, item: Span, neighbour: number): number {
  const word = text.slice(item.start, item.end);
  if (word.endsWith('”')) return item.start + Math.max(0, word.lastIndexOf('“'));
  let begin = 0;
  // The words are at most three characters long.
  for (let after = 1; after < word.length && word.length - after >= Math.min(2, neighbour); after++)
    for (let length = Math.min(3, after); length > 0; length--)
      if (listVerbs.has(word.slice(after - length, after))) {
        begin = after;
        break;
      }
  if (begin === 0 && word.length > neighbour + 2) begin = word.length - neighbour;
  return item.start + begin;
}

/** What a connector, or the comma of one, begins with. */
const connects = '：:—-，,即就也分包涵主具一（(';
const connector =
  /^(?:[：:——-]{1,2}|[，,]?(?:即|就是|也就是|分别是|分别为|分别|包括|包含|涵盖|主要包括|主要有|主要是|具体是|具体包括|具体为|一个是)[：:]?|[（(](?:即|包括)?)/;

/** What may stand between a count and the word that opens its list: 五大问题需要面对，包含…. */
const predicate =
  /^[^，。；：、！？\d一二三四五六七八九十“”（）]{1,12}[，,：:](?=(?:即|分别是|分别为|包括|包含|主要包括|主要有|主要是|具体包括))/;

/** Items that the outline takes: 一是, （一）, 第一. */
const outlined =
  /^[“"]?(?:[一二三四五六七八九十]+(?:是|要|、|个|件)|[（(]?[一二三四五六七八九十1]+[）)、]|第[一二]|首先|[①1][.、]?)/;

/** What follows a count: 两个方面，即A、B; “四个必须”，凡是…；凡是…; three slogans that repeat their word. */
export function listAfter(text: string, at: number, value: number, word: string, signs: Signs): WordList | undefined {
  const first = text.charCodeAt(at);
  const from = isHan(first) ? at + (predicate.exec(text.slice(at, at + 20))?.[0].length ?? 0) : at;
  if (from >= text.length || !connects.includes(text[from]!)) return undefined;
  const { of } = signs;
  const joint = connector.exec(text.slice(from, from + 8))?.[0] ?? (/^[，,]/.test(text[from] ?? '') ? text[from]! : '');
  if (joint === '') return undefined;
  const explicit = joint !== '，' && joint !== ',';
  let begin = from + joint.length;
  const paren = joint.startsWith('（') || joint.startsWith('(');
  if (outlined.test(text.slice(begin, begin + 5))) return undefined;
  const sides = bothSides(text, begin);
  if (sides !== undefined) return sides;
  let end = begin;
  let depth = 0;
  for (; end < text.length && end - begin < 600; end++) {
    const sign = of[text.charCodeAt(end)]!;
    if ((sign & (OPENS | CLOSES | SENTENCE)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) === 0) {
      if (depth === 0) break;
    } else if (!'）)'.includes(text[end]!)) depth = Math.max(0, depth - 1);
    else {
      if (depth === 0) break;
      depth--;
    }
  }
  if (paren && !'）)'.includes(text[end] ?? '\0')) return undefined;
  if (end - begin < 3) return undefined;
  if (explicit && '？?'.includes(text[end] ?? '\0')) return questions(text, begin, value, word);
  while (begin < end && '：: '.includes(text[begin]!)) begin++;
  const open = openEnd.test(text.slice(begin, end));
  const clauses = splitAt(text, begin, end, '；;', of);
  if (clauses.length >= 2) return parallelClauses(text, clauses, value, explicit && !open, open);
  return wordsAfter(text, begin, end, value, word, explicit, open, signs);
}

const openEnd = /等(?:等|方面|工作|问题|任务)?[）)]?$/;
const side = /(?:另|再|又|还有|还)?一方面/g;
const sidesReach = 500;

/** 两个方面，一方面是…，另一方面是…; undefined where the list begins otherwise. */
function bothSides(text: string, begin: number): WordList | undefined {
  if (!text.startsWith('一方面', begin) || text.startsWith('一方面军', begin)) return undefined;
  const rest = text.slice(begin, begin + sidesReach);
  const items: Span[] = [];
  let other = false;
  for (const { index, 0: words } of rest.matchAll(side)) {
    // Behind 另一方面 a bare 一方面 begins another pair.
    if (other && words.startsWith('一')) break;
    other ||= !words.startsWith('一');
    items.push({ start: begin + index, end: begin + index + words.length });
  }
  return items.length < 2 ? undefined : { items, way: 'clauses', certain: true };
}

/** 三个问题：为什么抓？抓什么？怎么抓？ */
function questions(text: string, begin: number, value: number, word: string): WordList | undefined {
  const items: Span[] = [];
  for (let from = begin; items.length <= value + 2; ) {
    const length = text.slice(from, from + longestQuestion).search(/[。！；？?]/);
    if (length < 1 || !'？?'.includes(text[from + length]!)) break;
    items.push({ start: from, end: from + length });
    from += length + 1;
  }
  if (items.length < 2) return undefined;
  return { items, way: 'clauses', certain: word.endsWith('问题') && Math.abs(items.length - value) === 1 };
}

const longestQuestion = 80;

/** 有的…；有的…；还有的…: each clause speaks of some. */
const someOf = /^(?:还|也|更)?有(?:的|些|人)/;

/** Parallel clauses: as many as share their first two characters, or are built alike (坚持A，做到a；突出B，做到b；…). */
function parallelClauses(
  text: string,
  clauses: readonly Span[],
  value: number,
  told: boolean,
  open: boolean,
): WordList | undefined {
  const head = text.slice(clauses[0]!.start, clauses[0]!.start + 2);
  const parallel =
    clauses.every((c) => text.startsWith(head, c.start)) ||
    clauses.every((c) => someOf.test(text.slice(c.start, c.start + 4)));
  if (clauses.length === value) return { items: clauses, way: 'clauses', certain: parallel };
  const difference = Math.abs(clauses.length - value);
  if (parallel && !open && difference <= 2) return { items: clauses, way: 'clauses', certain: true };
  if (!told || difference !== 1 || clauses.length < 3) return undefined;
  // 学习知识，关注来龙去脉；培养习惯，…: each has a short head of the same length.
  const heads = clauses.map(({ start, end }) => text.slice(start, Math.min(end, start + 14)).search(/[，,]/));
  return heads.every((length) => length >= 3 && length <= 10 && length === heads[0])
    ? { items: clauses, way: 'clauses', certain: true }
    : undefined;
}

/** Words or short clauses behind a count, up to the end of the sentence. */
function wordsAfter(
  text: string,
  begin: number,
  end: number,
  value: number,
  word: string,
  explicit: boolean,
  open: boolean,
  signs: Signs,
): WordList | undefined {
  const { of } = signs;
  const firstClause = clauseEnd(text, begin, end, of);
  const words = splitWords(text, begin, firstClause, signs);
  if (words !== undefined && words.items.length === value)
    return { items: words.items, way: 'forward', certain: explicit };
  const commas = splitAt(text, begin, end, '，,', of);
  if (commas.length === value && commas.every((c) => c.end - c.start <= 24))
    return { items: commas, way: 'forward', certain: false };
  if (word.length >= 2 && word.length <= 5) {
    const parts = splitAt(text, begin, end, '，,、；;', of);
    const carrying = parts.filter((c) => text.slice(c.start, c.end).includes(word));
    if (carrying.length === value) return { items: carrying, way: 'clauses', certain: true };
    if (carrying.length >= 2 && carrying.length === parts.length && Math.abs(carrying.length - value) <= 2 && !open)
      return { items: carrying, way: 'clauses', certain: true };
  }
  if (
    words !== undefined &&
    explicit &&
    !open &&
    firstClause === end &&
    words.canonical &&
    words.commas > 0 &&
    Math.abs(words.items.length - value) <= 2
  ) {
    const lengths = words.items.map((w) => w.end - w.start);
    const even = Math.max(...lengths) <= 16 && Math.max(...lengths) - Math.min(...lengths) <= 6;
    return {
      items: words.items,
      way: 'forward',
      certain: even && words.items.every((w) => !/[是要]/.test(text.slice(w.start, w.start + 2))),
    };
  }
  return undefined;
}

/** Where the clause that begins at `begin` ends; what stands in brackets is none of its marks. */
function clauseEnd(text: string, begin: number, end: number, of: Uint16Array): number {
  let at = begin;
  let inner = 0;
  for (; at < end; at++) {
    const sign = of[text.charCodeAt(at)]!;
    if ((sign & OPENS) !== 0) inner++;
    else if ((sign & CLOSES) !== 0) inner--;
    else if (inner <= 0 && (sign & MARK) !== 0 && text[at] !== '、') break;
  }
  return at;
}

function splitAt(text: string, start: number, end: number, marks: string, of: Uint16Array): Span[] {
  const parts: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const sign = of[text.charCodeAt(i)]!;
    if ((sign & (OPENS | CLOSES | MARK)) === 0) continue;
    if ((sign & OPENS) !== 0) depth++;
    else if ((sign & CLOSES) !== 0) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(text[i]!)) {
      if (i > from) parts.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}
