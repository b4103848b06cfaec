/**
 * What each figure of a paragraph is about: its indicator (the noun phrase it belongs to), what is said of it (level, growth, share …), period and place.
 * Told by clause rules; what is not certain stays ''. Offsets are into the paragraph's reading.
 */
import { beginsWithAny, charactersOf, endsWithAny, holdsAny, isIn } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { ParagraphFacts } from './facts.ts';
import type { FigureToken } from './figures.ts';
import { canonicalIndicator, isIndicator } from './lexicon/figure-words.ts';

/** `growth` in per cent against an earlier period, `yearly` growth a year, `change` an amount more or less, `share` of a whole. */
export type Aspect = 'level' | 'growth' | 'yearly' | 'change' | 'share';

export interface Statement {
  readonly figure: FigureToken;
  /** Place in the paragraph's list of figures. */
  readonly index: number;
  /** Index of its sentence and clause in the paragraph. */
  readonly sentence: number;
  readonly clause: number;
  /** From the figure before it (in the clause) or the clause's start up to it. */
  readonly lead: string;
  /** The noun phrase as written, its leading verbs included (引进项目); '' when unknown. */
  readonly phrase: string;
  /** The indicator's usual name; '' when unknown. */
  readonly indicator: string;
  /** The phrase stands in an earlier clause (…26亿元，增长31%). */
  readonly carried: boolean;
  readonly aspect: Aspect;
  /** What a growth is measured against; '' is the same period a year before. */
  readonly against: string;
  /** 去年, 2021年, 今年上半年, 2021年1-8月; '' when unknown. */
  readonly period: string;
  /** 全县, 江北区; '' when none is named in the paragraph. */
  readonly place: string;
  /** A goal or a forecast, not what has been reached. */
  readonly target: boolean;
}

interface Mention extends Span {
  readonly text: string;
  /** A whole period, or a part of the year named before. */
  readonly part: boolean;
  /** What the figure is compared with (比去年). */
  readonly compared: boolean;
}

const periodWords =
  /(?:今年|本年度?|去年|上年|前年|明年|后年|当年|同期|上半年|下半年|全年|前[两三]个?季度|前\d{1,2}个月|年初(?!预算|计划|目标|任务|确定|安排|下达)|年底|年末|目前|“?十[一二三四五]五”?(?:期间|时期|以来|末|期末|规划|)|(?:过去|今后|未来|前|近|最近|这)[一两二三四五六七八九十]年(?:来|内)?|[一两二三四五六七八九十]年来|近年来|本月|上月|当月|建国以来|解放以来|本届政府|上一?届|本届|首届)/g;
const wholePeriod =
  /^(?:今|本|去|上年|前年|明|后|当年|“?十|过去|今后|未来|前[一两二三四五六七八九十]年|近|最近|这|.年来|目前|[上本首]一?届|建国|解放)/;
/** 全县, 我区, 省内 and places by name: what stands before the level (省 市 县 …) must be no function word. */
const placeLevels = '国省市县区镇乡旗州盟村';
const notInNames =
  '的了在和与及或对为从到由向把被将等各个其这那此该全本我们年月日是有要使让比较占至于以按照经前后中里内外上下来去并而且也都还再就不新老大小利用引进推动落实建设发展就各级每一二三四五六七八九十百千万亿两几多少超达出入符合希望支持影响说就高低近城地园山灾社市辖';
const notAfterLevel = '域级场委政长位间分别民生产值外内际化容貌直管辖属块段';

const targetWords = /目标|计划|力争|确保|预期|预计|争取|拟|规划|任务|将|要达|需/;

/** Function words and verbs that end a noun phrase, and words that hold the same characters and do not. */
const endWords =
  '比 较 同比 环比 年均 平均每年 增长 增加 增 提高 提升 上升 上涨 下降 减少 降低 降 回落 占 达到 达 突破 超过 超 完成 实现 为 是 有 共 累计 总计 已 仅 约 近 保持 将 要 从 由 分别 至 到 各 比上年 在 不低于 不少于 控制 扩大 新增 以 净增 必须 每年 全部 预计 均 只 就 可 能 还 也 又 再 的目标 连续 力争 确保';
const keptWords =
  '各类 各级 各项 各种 签约 节约 合约 公约 契约 制约 集约 条约 增加值 到位 有效 占地 比重 比例 比率 占比 达标 要素 增速 增幅 涨幅 降幅 有机 为民 近海 所有 有色 国有 民有 有限 超高 中央 以上 以下 以内 以外 完成率 实现率 引进外资 开工率 合计 共同 共享 公共 共有产权 突破性 从业 由来 进出口 到户 到村 到人 行为 较大 要道 将军 人均 户均 亩均 可支配 可再生 新增就业 新增城镇就业 在校 在建 在册 在岗 在职 在编 在园 在逃 在押';
const endsPhrase = 1;
const staysInPhrase = 2;
/** By their first characters, in the order in which they are tried; the end of a phrase and what only holds the same characters. */
const phraseWords = new Map<number, { readonly word: string; readonly kind: number }[]>();
for (const [words, kind] of [
  [keptWords, staysInPhrase],
  [endWords, endsPhrase],
] as const)
  for (const word of words.split(' ')) {
    const list = phraseWords.get(word.charCodeAt(0));
    if (list === undefined) phraseWords.set(word.charCodeAt(0), [{ word, kind }]);
    else list.push({ word, kind });
  }

/** Where the noun phrase at the head of `text` ends. */
function phraseEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const list = phraseWords.get(text.charCodeAt(at));
    if (list === undefined) continue;
    for (let k = 0; k < list.length; k++) {
      const { word, kind } = list[k]!;
      if (!text.startsWith(word, at)) continue;
      if (kind === endsPhrase) return at;
      at += word.length - 1;
      break;
    }
  }
  return text.length;
}

/** Characters before a figure that may say what it is; a longer clause has lost its marks. */
const longestLead = 120;

const leadingWords =
  /^(?:[，。；：、,;:\s”’）)】》!！?？]+|其中|现有|共有|另外|同时|此外|并且|并|而且|而|但|特别是|尤其是|截至|截止|到(?![位户村人期账])|至(?!少)|底(?!数)|末|以来|期间|初|份|累计|全部|共(?![同享建产青])|总计|合计|实现(?!率)|完成(?!率)|达到(?!率)|已|将(?!军)|要(?![素道件])|新的|的|了|使|我们|预计|力争|确保|争取|计划(?!生育)|拟|年均|平均|每年|分别|各[类级项种]|各|约(?![束定])|近|有(?![效机色限偿])|是|为(?!民)|在(?![校建册岗职编园逃押])|从(?!业)|由|比(?![重例率值])|较|按(?!揭)|以(?![上下内外])|通过(?!率)|对(?![外口接])|把(?![关握手])|和(?![谐平])|及|与|或|也|都|还|又|仅|就(?!业)|只|一个|一批)/;
/** First characters of `leadingWords`. */
const mayLead = charactersOf(
  '，。；：、,;:”’）)】》!！?？ \t\n\u3000\u00a0其现另同此并而但特截到至底末以期初份累全共总合实完达已将要新的了使我预力争确计拟年平每分各约近有是为在从由比较按通对把和及与或也都还又仅就只一',
);
/** Marks that part a label from what stands before it, and closing brackets. */
const partsLabel = charactersOf('（(：:“）)');
const neutralVerbs =
  /^(?:引进|新增|建成(?!区)|开工|建设|投入|安排|争取|培育|发展|新建|改造|落实|签约|招聘|组织|开展|举办|查处|整改|发放|减免|新开工|竣工|投产|接待|生产|销售|出口|进口|收到|办理|化解|废止|修订|取消|下放|清理|制定|出台|表彰|奖励|培训|救助|帮扶|减少|增加|完成|实现|启动|推进|获得|获|荣获|入选|录取|筛选|选派|确定|发生|死亡|受伤|表彰|共有|现有|拥有)/;
/** First characters of `neutralVerbs`. */
const mayBeVerb = charactersOf(
  '引新建开投安争培发改落签招组举查整减竣接生销出进收办化废修取下清制表奖救帮增完实启推获荣入录筛选确死受共现拥',
);
const afterNoun = /^(?:左右|以上|以下|以内|多|余)?([\u4e00-\u9fa5]{1,10})/;

const planned = /(?:计划|目标|任务|预算|进度|程度)(?:数|额|量)?$/;
const amounts: ReadonlySet<FigureToken['kind']> = new Set([
  'quantity',
  'percent',
  'percentage-point',
  'multiple',
  'fraction',
]);

/** What is worked out for a whole paragraph, and only when a statement is asked for it. */
class Context {
  readonly statements: ParagraphStatement[] = [];
  readonly #text: string;
  readonly #figures: readonly FigureToken[];
  readonly #sentences: readonly Span[];
  #periods?: readonly Mention[];
  #places?: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  #periodOf?: readonly string[];
  #targetOf?: readonly boolean[];

  constructor(facts: ParagraphFacts) {
    const text = facts.reading.text;
    const { figures, clauses, sentences } = facts;
    this.#text = text;
    this.#figures = figures;
    this.#sentences = sentences;
    let sentence = 0;
    let clause = 0;
    for (let index = 0; index < figures.length; index++) {
      const figure = figures[index]!;
      while (sentences[sentence + 1] !== undefined && sentences[sentence]!.end <= figure.start) sentence++;
      while (clauses[clause + 1] !== undefined && clauses[clause]!.end <= figure.start) clause++;
      if (!amounts.has(figure.kind)) continue;
      const previous = figures[index - 1];
      const from = Math.max(
        clauses[clause]?.start ?? 0,
        previous !== undefined && amounts.has(previous.kind) ? previous.end : 0,
      );
      this.statements.push(new ParagraphStatement(this, figure, index, sentence, clause, this.statements.length, from));
    }
  }
  get text(): string {
    return this.#text;
  }
  get periods(): readonly Mention[] {
    return (this.#periods ??= periodMentions(this.#text, this.#figures));
  }
  get places(): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
    return (this.#places ??= placeMentions(this.#text));
  }
  /** Periods carry from clause to clause. */
  period(place: number): string {
    return (this.#periodOf ??= this.#carryPeriods())[place]!;
  }
  #carryPeriods(): readonly string[] {
    const { periods } = this;
    const text = this.#text;
    let next = 0;
    let year = '';
    let part = '';
    return this.statements.map(({ figure }) => {
      let own = '';
      for (; next < periods.length && periods[next]!.end <= figure.start; next++) {
        const mention = periods[next]!;
        if (mention.compared) {
          if (figure.start - mention.end <= 12 && text[mention.end] === '的') own = mention.text;
          continue;
        }
        // 去年同期为559.2亿元 is said in passing; what follows is of this year again
        const behind = mention.text === '去年' ? text.slice(mention.end, Math.min(figure.start, mention.end + 6)) : '';
        const before = behind !== '' && text[mention.start - 1] === '，' && formerly.test(behind);
        if (before || aside.test(behind)) {
          own = before ? '去年' : '去年同期';
          while (periods[next + 1] !== undefined && periods[next + 1]!.end <= figure.start) next++;
          continue;
        }
        own = '';
        if (mention.part) part = mention.text;
        else {
          year = mention.text;
          part = '';
        }
      }
      return own !== '' ? own : year + part;
    });
  }
  place(before: number): string {
    const { places } = this;
    return places[lowerBound(places, before + 1, (x) => x.end) - 1]?.text ?? '';
  }
  /** A sentence that speaks of goals does so from the first such word on. */
  target(place: number): boolean {
    return (this.#targetOf ??= this.#carryTargets())[place]!;
  }
  #carryTargets(): readonly boolean[] {
    let sentence = -1;
    let target = false;
    let from = 0;
    return this.statements.map((s) => {
      if (s.sentence !== sentence) {
        sentence = s.sentence;
        target = false;
        from = this.#sentences[sentence]?.start ?? 0;
      }
      if (!target) target = targetWords.test(this.#text.slice(Math.max(from, s.figure.start - 200), s.figure.start));
      from = s.figure.start;
      return target;
    });
  }
}

class ParagraphStatement implements Statement {
  readonly figure: FigureToken;
  readonly index: number;
  readonly sentence: number;
  readonly clause: number;
  readonly lead: string;
  readonly #context: Context;
  readonly #place: number;
  readonly #from: number;
  #aspect?: Aspect;
  #named?: { readonly phrase: string; readonly carried: boolean };

  constructor(
    context: Context,
    figure: FigureToken,
    index: number,
    sentence: number,
    clause: number,
    place: number,
    from: number,
  ) {
    this.figure = figure;
    this.index = index;
    this.sentence = sentence;
    this.clause = clause;
    this.lead = context.text.slice(Math.max(from, figure.start - longestLead), figure.start);
    this.#context = context;
    this.#place = place;
    this.#from = from;
  }
  get aspect(): Aspect {
    return (this.#aspect ??= aspectOf(this.lead, this.figure));
  }
  get against(): string {
    return againstOf(this.lead, this.aspect);
  }
  get phrase(): string {
    return (this.#named ??= this.#name()).phrase;
  }
  get carried(): boolean {
    return (this.#named ??= this.#name()).carried;
  }
  get indicator(): string {
    return canonicalIndicator(withoutVerb(this.phrase));
  }
  get period(): string {
    return this.#context.period(this.#place);
  }
  get place(): string {
    return this.#context.place(this.figure.start);
  }
  get target(): boolean {
    return this.#context.target(this.#place);
  }
  #name(): { readonly phrase: string; readonly carried: boolean } {
    const own =
      indicatorBehind(this.#context.text, this.figure.end) ?? phraseBefore(this.#context, this.#from, this.figure);
    if (own !== '') return { phrase: own, carried: false };
    // 完成年初预算的51.1%，同比增长39.1%: it is not the budget that grew
    const list = this.#context.statements;
    for (let k = this.#place - 1; k >= 0 && list[k]!.sentence === this.sentence; k--) {
      const before = list[k]!;
      if (this.figure.start - before.figure.end >= 40 && k === this.#place - 1) break;
      if (before.phrase !== '' && !planned.test(before.phrase)) return { phrase: before.phrase, carried: true };
      if (before.phrase === '') break;
    }
    return { phrase: '', carried: false };
  }
}

/** 186亿元的地区生产总值: an indicator that stands behind its amount. */
function indicatorBehind(text: string, end: number): string | undefined {
  if (text[end] !== '的') return undefined;
  const name = /^[\u4e00-\u9fa5A-Z]{2,12}/.exec(text.slice(end + 1, end + 13))?.[0] ?? '';
  for (let n = name.length; n >= 3; n--) if (isIndicator(name.slice(0, n))) return name.slice(0, n);
  return undefined;
}

function withoutVerb(phrase: string): string {
  const noun = beginsWithAny(phrase, mayBeVerb) ? phrase.replace(neutralVerbs, '') : phrase;
  // 签约率, 死亡率: the verb is part of the name
  return noun.startsWith('率') ? phrase : noun;
}

/** Statements of a paragraph, one for each figure that bears an amount (quantities, percentages, points, multiples, fractions), in text order. */
export function statementsOf(facts: ParagraphFacts): readonly Statement[] {
  for (const figure of facts.figures) if (amounts.has(figure.kind)) return new Context(facts).statements;
  return [];
}

function periodMentions(text: string, figures: readonly FigureToken[]): readonly Mention[] {
  const out: Mention[] = [];
  periodWords.lastIndex = 0;
  const add = (start: number, end: number, word: string, part: boolean): void => {
    const before = text.slice(Math.max(0, start - 2), start);
    out.push({
      start,
      end,
      text: word,
      part,
      compared:
        endsWithAny(before, comparing) ||
        before === '相当' ||
        // 比去年同期
        (word === '同期' && out.length > 0 && out[out.length - 1]!.end === start && out[out.length - 1]!.compared),
    });
  };
  for (let m = periodWords.exec(text); m !== null; m = periodWords.exec(text)) {
    const word = m[0].replace(/[“”]/g, '');
    add(
      m.index,
      m.index + m[0].length,
      word === '本年' || word === '本年度' ? '今年' : word === '上年' ? '去年' : word,
      !wholePeriod.test(m[0]),
    );
  }
  for (const f of figures) {
    if (f.kind === 'year')
      add(f.start, f.end, f.upper === undefined ? `${f.date?.year ?? '?'}年` : `${f.value}-${f.upper}年`, false);
    else if (f.kind === 'month')
      add(
        f.start,
        f.end,
        `${f.date?.year === undefined ? '' : `${f.date.year}年`}${f.upper === undefined ? '' : `${f.value}-`}${f.date?.month ?? '?'}月`,
        f.date?.year === undefined,
      );
    // 前三季度 is told by its words
    else if (f.kind === 'quarter' && text[f.start - 1] !== '前') add(f.start, f.end, `${f.value}季度`, true);
  }
  return out.sort((a, b) => a.start - b.start);
}

const levelCodes = charactersOf(placeLevels);
const notNameCodes = charactersOf(notInNames);

function placeMentions(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const out: { start: number; end: number; text: string }[] = [];
  for (let i = 1; i < text.length; i++) {
    if (!isIn(levelCodes, text.charCodeAt(i))) continue;
    const level = text[i]!;
    const before = text[i - 1]!;
    const after = text[i + 1] ?? '';
    if (before === '全' || before === '我' || before === '本') {
      if (level !== '区' || after !== '域') out.push({ start: i - 1, end: i + 1, text: `全${level}` });
      continue;
    }
    if (level === '国' || level === '村' || level === '州') continue;
    if ((after === '内' || after === '外') && !isName(before)) {
      out.push({ start: i, end: i + 2, text: level + after });
      continue;
    }
    if (after !== '' && notAfterLevel.includes(after)) continue;
    let from = i;
    while (from > 0 && i - from < 3 && isName(text[from - 1]!)) from--;
    if (i - from >= 2) out.push({ start: from, end: i + 1, text: text.slice(from, i + 1) });
  }
  return out;
}
const isName = (c: string): boolean => {
  const code = c.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fa5 && !isIn(notNameCodes, code);
};

/** 比去年, 占去年: what stands before the time that something is compared with. */
const comparing = charactersOf('比较占与同于');
const aside = /^同期(?:仅|只)?(?:为|是|有)$/;
/** 2.9万元，上年为2.6万元: what there was, told after what there is. */
const formerly = /^(?:仅|只)?(?:为|是)$/;

const lastEndingBefore = <T extends Span>(list: readonly T[], offset: number): T | undefined =>
  list[lowerBound(list, offset + 1, (x) => x.end) - 1];

/** The noun phrase between `from` and a figure, without the period and the place that stand before it. */
function phraseBefore(context: Context, from: number, figure: FigureToken): string {
  const noun = labelOf(nounBefore(context, from, figure));
  let phrase = noun.slice(0, phraseEnd(noun));
  if (holdsAny(phrase, partsPhrase)) phrase = phrase.replace(/[、，\s]+/g, '');
  if (phrase.endsWith('的') || phrase.endsWith('了')) phrase = phrase.slice(0, -1);
  if (namedAfter(figure, phrase)) phrase += nounBehind(context.text, figure.end);
  if (figure.kind === 'percent') phrase = phrase.replace(/(?<=..)(?:同比)?(?:增速|增幅|(?<!自然)增长率)$/, '');
  if (holdsAny(phrase, mayReckon) && reckoned.test(phrase)) return '';
  return phrase.length > 24 ? phrase.slice(-24) : phrase;
}

/** What stands between `from` and a figure, without the period and the place at its beginning and the comparison at its end. */
function nounBefore(context: Context, from: number, figure: FigureToken): string {
  const { text } = context;
  let start = from;
  const period = lastEndingBefore(context.periods, figure.start);
  let stop = figure.start;
  if (period !== undefined && period.start >= start) {
    // 比上年的46.3亿元 names nothing of its own; 固定资产投资比上年增长5% does
    const before = text.slice(start, period.start);
    // 规上工业增加值一季度增长8.6%: the name stands before its time
    if (!period.compared && tellsOnly(text.slice(period.end, figure.start)) && named(labelOf(before)))
      stop = period.start;
    else if (!period.compared || /^[，,、；;（(\s]*[比较占与同于]?$/.test(before)) start = period.end;
    else stop = period.start - 1;
  }
  const place = lastEndingBefore(context.places, figure.start);
  if (
    place !== undefined &&
    place.start >= start &&
    place.end <= stop &&
    (place.text.startsWith('全') || /^[，,、；;（(“\s]*$/.test(text.slice(start, place.start)))
  )
    start = place.end;
  const noun = text.slice(start, Math.max(start, stop));
  return noun.length > 60 ? noun.slice(-60) : noun;
}

/** An indicator that is known, or one that ends as indicators do: 旅游总收入. */
const named = (label: string): boolean =>
  isIndicator(label) ||
  (label.length >= 4 &&
    /(?:收入|总额|总量|产值|增加值|产量|面积|人口|人数|投资|余额|指数|比例|比重|[^效]率)$/.test(label) &&
    phraseEnd(label) === label.length);

/** 增长, 只有: what is told of something, and no name. */
const tellsOnly = (text: string): boolean => text !== '' && phraseEnd(text) === 0;

/** The last label of a text: what stands behind the last mark, brackets and leading words left out. */
function labelOf(text: string): string {
  let noun = text;
  // one look for what parts a label from what stands before it
  for (let at = noun.length - 1; at >= 0; at--) {
    const code = noun.charCodeAt(at);
    if (!isIn(partsLabel, code)) continue;
    if (code === 0xff09 || code === 41) {
      const open = Math.max(noun.lastIndexOf('（', at), noun.lastIndexOf('(', at));
      if (open < 0) break;
      noun = noun.slice(0, open) + noun.slice(at + 1);
      at = open;
      continue;
    }
    noun = noun.slice(at + 1);
    break;
  }
  while (beginsWithAny(noun, mayLead)) {
    const cut = leadingWords.exec(noun);
    if (cut === null || cut[0] === '') break;
    noun = noun.slice(cut[0].length);
  }
  return noun;
}

/** 新建12个项目: what is counted is named behind the figure, where before it there is a verb or nothing. */
const namedAfter = (figure: FigureToken, phrase: string): boolean =>
  figure.kind === 'quantity' &&
  (figure.dimension === 'things' || figure.dimension === 'people' || figure.dimension === 'households') &&
  (phrase === '' || (beginsWithAny(phrase, mayBeVerb) && neutralVerbs.exec(phrase)?.[0] === phrase));

function nounBehind(text: string, end: number): string {
  const m = afterNoun.exec(text.slice(end, end + 14));
  if (m === null) return '';
  const right = m[1]!.slice(0, phraseEnd(m[1]!));
  const de = right.indexOf('的');
  return (de >= 0 ? right.slice(0, de) : right).replace(/[中和]$/, '');
}

/** Marks and spaces that a phrase must lose. */
const partsPhrase = charactersOf(
  '、， \t\n\r\v\f\u00a0\u2028\u2029\u3000\ufeff\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f',
);
/** How something was reckoned, which is no indicator. */
const reckoned = /可比|不变价|现价|价格计|口径|测算|核算|折算/;
const mayReckon = charactersOf('比价径算');
const changing =
  /增长|增加(?!值)|增速|增幅|涨|上升|提高|提升|下降|减少|降(?![雨水])|回落|(?<!新)增(?!加值)|扩大|缩小|压缩/;

/** One of them is in whatever `changing` finds. */
const mayChange = charactersOf('增涨上提下减降回扩缩压');

function aspectOf(lead: string, figure: FigureToken): Aspect {
  const percent = figure.kind === 'percent' || figure.kind === 'multiple' || figure.kind === 'fraction';
  if (percent && (lead.includes('占') || lead.includes('比重'))) return 'share';
  if (lead.includes('年') && /年均|平均每年|每年平均|年平均/.test(lead)) return percent ? 'yearly' : 'change';
  if (percent && /(?:增速|增幅|涨幅|降幅|增长率)(?:仅|只)?(?:为|是|达|达到|只有|仅有)?$/.test(lead)) return 'growth';
  if (holdsAny(lead, mayChange) && changing.test(lead) && !/[到至为][^到至为]{0,4}$/.test(lead))
    return percent ? 'growth' : 'change';
  return figure.kind === 'percentage-point' ? 'change' : 'level';
}

const mayCompare = charactersOf('比较');

/** What a growth is measured against, when it is not the same period a year before; a fall is told from a rise. */
function againstOf(lead: string, aspect: Aspect): string {
  let against = '';
  if ((aspect === 'growth' || aspect === 'yearly') && /负增长|下降|减少|降低|下滑|回落|缩小/.test(lead)) against = '降';
  if (!holdsAny(lead, mayCompare)) return against + (lead.includes('环比') ? '环比' : '');
  const base = /[比较]([^，。；比较]{1,12}?)(?:增长|增加|提高|下降|减少|增|降|上升|翻)/.exec(lead);
  if (base !== null && !/^(?:上年|去年|同期|上年同期|去年同期)/.test(base[1]!)) against += base[1]!;
  return against + (lead.includes('环比') ? '环比' : '');
}
