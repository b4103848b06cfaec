/** The same indicator of the same period and place, named twice: indexed over the whole draft, in linear time. */
import { charactersOf, endsWithAny } from '../../../text/characters.ts';
import { lowerBound } from '../../../text/span.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { canonicalIndicator, isIndicator } from '../../lexicon/figure-words.ts';
import { remember } from '../../remember.ts';
import type { Statement } from '../../statements.ts';
import { meets, type Passage, quantity, show, type Verdict } from '../passage.ts';
import { digitsOf, oneSlip } from '../slips.ts';

/** A statement with a name to look it up by. It follows from its paragraph alone and is kept with it. */
class Named {
  #key?: Key;
  /** What equal names share and few others do. */
  readonly slot: number = 0;

  constructor(
    readonly passage: Passage,
    readonly statement: Statement,
    /** Place of the statement in its passage. */
    readonly place: number,
    readonly name: string,
  ) {
    for (let i = 0; i < name.length; i++) this.slot = (Math.imul(this.slot, 31) + name.charCodeAt(i)) & 0xffff;
  }
  /** All that must agree before two figures of one name can contradict each other, but for the period. `own` is the place of the draft itself. */
  keyBut(own: string): string {
    const { before, place, behind } = (this.#key ??= keyOf(this.passage, this.statement));
    return `${before}|${place ?? own}${behind}`;
  }
  /** The same with the period, which is told in years where the draft is dated. */
  key(own: string, year: number | undefined): string {
    const { before, period, place, behind } = (this.#key ??= keyOf(this.passage, this.statement));
    return `${before}${year === undefined ? period : inYear(period, year)}|${place ?? own}${behind}`;
  }
}

/** Where in a draft it is said: equal paragraphs share what follows from them. */
export class Said {
  constructor(
    /** Moves when paragraphs before it come or go. */
    public paragraph: number,
    readonly named: Named,
    /** The year its draft is dated. */
    readonly year: number | undefined,
  ) {}
  get passage(): Passage {
    return this.named.passage;
  }
  get statement(): Statement {
    return this.named.statement;
  }
}

export interface Conflict {
  readonly first: Said;
  readonly second: Said;
  readonly verdict: Verdict;
  readonly note: () => string;
}

/** Words too general to name one thing by themselves. */
const vague: ReadonlySet<string> = new Set(
  '项目|企业|单位|部门|方面|问题|工作|活动|措施|任务|会议|人|户|个|资金|投资|收入|总投资|面积|人员|干部|党员|学生|教师|群众|农户|村|乡镇|总量|总额|比例|比重|同比|其他|其余|重点|上|下|中|内|目标|计划|年计划|程度|完成率'.split(
    '|',
  ),
);
/** Tokens that tell one occurrence from another though the phrase is the same. */
const apart = /第[一二三四五六七八九十\d]+|首批|新增|再|另|其中|每|平均|左右|(?<!规模)以上|分别/;

/** How often names occur, by their slots: once or more. Scratch space. */
const met = new Uint8Array(0x10000);

/** A paragraph with figures, and where it stands. */
interface Place {
  readonly passage: Passage;
  readonly paragraph: number;
  /** The year its draft is dated. */
  readonly year: number | undefined;
}

/** Pairs of one indicator: neighbours in the draft that say the same (ok) or not (mismatch). */
export function* conflicts(places: readonly Place[]): Generator<Conflict> {
  // by name first: most indicators are named once, and nothing more need be told of them
  met.fill(0);
  for (let i = 0; i < places.length; i++) {
    const all = namedIn(places[i]!.passage.facts);
    for (let k = 0; k < all.length; k++) if (met[all[k]!.slot]! < 2) met[all[k]!.slot]!++;
  }
  const known = new Map<string, Said[]>();
  for (const place of places) addSaid(place, known, (named) => met[named.slot] === 1);
  let own: string | undefined;
  for (const all of known.values()) {
    if (all.length < 2) continue;
    own ??= ownPlace(places);
    yield* pairsOf(all, own);
  }
}

const noName = (): boolean => false;

function addSaid(
  { passage, paragraph, year }: Place,
  known: Map<string, Said[]>,
  leaveOut = noName as (named: Named) => boolean,
): void {
  const all = namedIn(passage.facts);
  for (let k = 0; k < all.length; k++) {
    const named = all[k]!;
    if (leaveOut(named)) continue;
    const said = new Said(paragraph, named, year);
    const before = known.get(named.name);
    if (before === undefined) known.set(named.name, [said]);
    else before.push(said);
  }
}

/** Places that may be others before everything is looked up anew. */
const mostChanged = 8;

/** What is said under each name of a draft that is being written: a new version looks only at the names that its other paragraphs have. */
class Names {
  #places: readonly Place[];
  readonly #own: string;
  readonly #said = new Map<string, Said[]>();
  readonly #conflicts = new Map<string, readonly Conflict[]>();

  constructor(places: readonly Place[]) {
    this.#places = places;
    this.#own = ownPlace(places);
    for (const place of places) addSaid(place, this.#said);
    for (const name of this.#said.keys()) this.#compare(name);
  }

  *conflicts(): Generator<Conflict> {
    for (const found of this.#conflicts.values()) yield* found;
  }

  /** Goes on to a new version; false where too much is another. */
  follow(places: readonly Place[]): boolean {
    const old = this.#places;
    const shorter = Math.min(old.length, places.length);
    let head = 0;
    while (head < shorter && isSame(old[head]!, places[head]!, 0)) head++;
    let tail = 0;
    const moved = (places.at(-1)?.paragraph ?? 0) - (old.at(-1)?.paragraph ?? 0);
    while (tail < shorter - head && isSame(old[old.length - 1 - tail]!, places[places.length - 1 - tail]!, moved))
      tail++;
    const gone = old.slice(head, old.length - tail);
    const come = places.slice(head, places.length - tail);
    if (gone.length > mostChanged || come.length > mostChanged) return false;
    this.#places = places;
    if (gone.length === 0 && come.length === 0 && moved === 0) return true;
    if (toldIn(gone) !== toldIn(come) && ownPlace(places) !== this.#own) return false;

    const names = new Set<string>();
    for (const { passage } of gone) for (const { name } of namedIn(passage.facts)) names.add(name);
    const first = gone[0]?.paragraph ?? Number.POSITIVE_INFINITY;
    const last = gone.at(-1)?.paragraph ?? Number.NEGATIVE_INFINITY;
    for (const name of names)
      this.#said.set(
        name,
        this.#said.get(name)!.filter(({ paragraph }) => paragraph < first || paragraph > last),
      );
    if (moved !== 0 && tail > 0) {
      const from = old[old.length - tail]!.paragraph;
      for (const all of this.#said.values())
        for (const said of all) if (said.paragraph >= from) said.paragraph += moved;
    }
    const added = new Map<string, Said[]>();
    for (const place of come) addSaid(place, added);
    for (const [name, saids] of added) {
      const all = this.#said.get(name) ?? [];
      const at = lowerBound(all, saids[0]!.paragraph, ({ paragraph }) => paragraph);
      this.#said.set(name, [...all.slice(0, at), ...saids, ...all.slice(at)]);
      names.add(name);
    }
    for (const name of names) this.#compare(name);
    return true;
  }

  #compare(name: string): void {
    const all = this.#said.get(name) ?? [];
    if (all.length === 0) this.#said.delete(name);
    const found = all.length < 2 ? [] : pairsOf(all, this.#own);
    if (found.length === 0) this.#conflicts.delete(name);
    else this.#conflicts.set(name, found);
  }
}

/** How often each paragraph tells its own place, as one text. */
const toldIn = (places: readonly Place[]): string => places.flatMap(({ passage }) => ownPlacesIn(passage.facts)).join();

const isSame = (a: Place, b: Place, moved: number): boolean =>
  a.passage === b.passage && a.paragraph + moved === b.paragraph && a.year === b.year;

/** What versions of one draft have in common: each goes on from the one before it. */
export class ComparedNames {
  #names: Names | undefined;

  /** As `conflicts`, in no order. */
  conflicts(places: readonly Place[]): Iterable<Conflict> {
    if (this.#names?.follow(places) !== true) this.#names = new Names(places);
    return this.#names.conflicts();
  }
}

function pairsOf(all: readonly Said[], own: string): readonly Conflict[] {
  const found: Conflict[] = [];
  const alike = new Map<string, Said[]>();
  for (const said of all) {
    const key = said.named.key(own, said.year);
    const before = alike.get(key);
    if (before === undefined) {
      alike.set(key, [said]);
      continue;
    }
    const verdict = compare(before[0]!, said, before);
    if (verdict !== undefined) found.push(verdict);
    if (before.length < 4) before.push(said);
  }
  if (alike.size > 1) found.push(...undated(all, own), ...twins(all, own));
  return found;
}

/** 前三季度地区生产总值186.5亿元 …; 地区生产总值188.5亿元: without a period, but all digits except one are the same. */
function* undated(all: readonly Said[], own: string): Generator<Conflict> {
  for (const said of all) {
    const { figure, phrase, aspect, target } = said.statement;
    if (!telling(figure) || aspect !== 'level' || !isIndicator(phrase) || target || !timeless(said)) continue;
    if (!certain(said.named)) continue;
    const rest = said.named.keyBut(own);
    let slip: Said | undefined;
    for (const other of all) {
      const { statement } = other;
      if (other === said || timeless(other) || other.named.keyBut(own) !== rest) continue;
      if (agree(statement.figure, figure)) {
        slip = undefined;
        break;
      }
      if (slip === undefined && telling(statement.figure) && oneSlip(figure, exactAmount(statement.figure)!))
        slip = other;
    }
    if (slip === undefined || !certain(slip.named)) continue;
    const [first, second] = all.indexOf(slip) < all.indexOf(said) ? [slip, said] : [said, slip];
    const [a, b] = [first.statement.figure, second.statement.figure];
    yield { first, second, verdict: 'mismatch', note: () => `${show(a)}≠${show(b)}` };
  }
}

/** Figures of so many digits do not come again by chance where what they grew by comes again too. */
const tellingDigits = 3;
/** Statements of one name that are compared; more never are but in a text made for it. */
const mostTwins = 16;

/**
 * 2022年总产值98.4亿元，增长4.8% …; 总产值91.4亿元，增长4.8%: without a period, but one of the two is said again to the digit, and the other but for a
 * slip of the pen.
 */
function* twins(all: readonly Said[], own: string): Generator<Conflict> {
  const grown: Said[] = [];
  for (const said of all)
    if (grown.length < mostTwins && isIndicator(said.statement.phrase) && growthBehind(said) !== undefined)
      grown.push(said);
  for (const second of grown) {
    for (const first of grown) {
      if (first === second) break;
      if (timeless(first) === timeless(second) || first.named.keyBut(own) !== second.named.keyBut(own)) continue;
      const [a, b] = [first.statement.figure, second.statement.figure];
      const [x, y] = [growthBehind(first)!, growthBehind(second)!];
      if (digitsOf(a) < tellingDigits || digitsOf(b) < tellingDigits) continue;
      const sameAmount = exactAmount(a)!.equals(exactAmount(b)!);
      const sameRate = exactAmount(x.statement.figure)!.equals(exactAmount(y.statement.figure)!);
      if (sameAmount === sameRate) continue;
      const [one, other] = sameAmount ? [x, y] : [first, second];
      const [p, q] = [one.statement.figure, other.statement.figure];
      if (oneSlip(p, exactAmount(q)!))
        yield { first: one, second: other, verdict: 'mismatch', note: () => `${show(p)}≠${show(q)}` };
    }
  }
}

const grows = /^[，,（(](?:同比|比上年|比去年|较上年|较去年)?(?:增长|增幅|下降)(?:了|为)?$/;

/** 4.8% of 98.4亿元，同比增长4.8%, said outright and not in quotation marks. */
function growthBehind({ paragraph, named: { passage: p, statement, place, name }, year }: Said): Said | undefined {
  const next = p.list[place + 1];
  const { figure } = statement;
  if (next === undefined || !p.same(place, place + 1) || !outright(figure) || !outright(next.figure)) return undefined;
  if (next.figure.kind !== 'percent' || !quantity(figure) || statement.aspect !== 'level' || statement.target)
    return undefined;
  if (!grows.test(p.between(place, place + 1)) || quoted(p.text, figure.start)) return undefined;
  return new Said(paragraph, new Named(p, next, place + 1, name), year);
}

const outright = (f: FigureToken): boolean => f.bound === 'exact' && f.upper === undefined && f.value !== null;

/** No period stands in its own sentence. */
function timeless({ passage, statement }: Said): boolean {
  const { start } = passage.facts.sentences[statement.sentence]!;
  return !/[年月季]|期间|目前|截至/.test(passage.text.slice(start, statement.figure.start));
}

/** An amount of money in four digits and more: it does not come again by chance. */
const telling = (f: FigureToken): boolean =>
  f.dimension === 'money' && f.bound === 'exact' && f.upper === undefined && f.value !== null && digitsOf(f) >= 4;

const namedIn = remember((facts): readonly Named[] => {
  const found: Named[] = [];
  const passage = facts.claims?.passage;
  if (passage === undefined) return found;
  for (let place = 0; place < passage.list.length; place++) {
    const statement = passage.list[place]!;
    const name = nameOf(passage, statement, place);
    if (name !== undefined) found.push(new Named(passage, statement, place, name));
  }
  return found;
});

function compare(first: Said, second: Said, all: readonly Said[]): Conflict | undefined {
  const { statement } = second;
  const b = statement.figure;
  const same = (other: Said): boolean =>
    other.paragraph === second.paragraph && other.statement.sentence === statement.sentence;
  // beside 突破3万元，达到31560元 it is the second that counts
  const exact = all.filter((other) => !other.statement.figure.approximate);
  const known = exact.length > 0 && !b.approximate ? exact : all;
  for (const other of known) {
    const a = other.statement.figure;
    if (same(other)) continue;
    if (agree(a, b)) return { first: other, second, verdict: 'ok', note: () => `${show(a)}=${show(b)}` };
  }
  // two figures of one sentence are members of a list or a before and after, not a repetition
  if (all.some(same)) return undefined;
  first = known[0]!;
  const said = first.statement;
  const a = said.figure;
  const dated = said.period !== '' || a.dimension === 'time' || (standing(said) && standing(statement));
  const sure =
    dated &&
    certain(first.named) &&
    certain(second.named) &&
    known.every((other) => other === first || agree(a, other.statement.figure)) &&
    !(a.approximate || b.approximate);
  if (!sure && !(isIndicator(said.phrase) && dated)) return undefined;
  const [one, other] = [dividedWhole(first.named), dividedWhole(second.named)];
  if (one !== undefined && other !== undefined && one !== other) return undefined;
  return { first, second, verdict: sure ? 'mismatch' : 'unsure', note: () => `${show(a)}≠${show(b)}` };
}

const divides = /其中|(?:按|从|分)[^，,。；;]{1,10}?[分看][，,：:]/g;

/** What an amount is told to be a part of: 财政总收入 of 财政总收入4348万元。其中：税收收入3511万元, 地方收入 of 地方收入按构成分：税收收入1035万元. */
function dividedWhole({ passage: p, statement, place }: Named): string | undefined {
  const from = Math.max(p.sentence(place).start, statement.figure.start - farthestOpening);
  const text = p.text.slice(from, statement.figure.start);
  divides.lastIndex = 0;
  let at = -1;
  for (let m = divides.exec(text); m !== null; m = divides.exec(text)) at = m.index;
  if (at < 0) return undefined;
  const subject = /(?:^|[，,。；;])([\u4e00-\u9fa5]{2,12})$/.exec(text.slice(0, at))?.[1];
  if (subject !== undefined) return subject;
  let whole: Statement | undefined;
  for (let k = place - 1; k >= 0 && place - k <= mostTwins; k--) {
    const s = p.list[k]!;
    if (statement.sentence - s.sentence > 1) break;
    if (s.figure.start >= from + at || s.figure.base !== statement.figure.base || s.aspect !== 'level') continue;
    if (!s.target && !p.aside(k)) whole = s;
  }
  return whole?.phrase;
}
/** A list is opened no further before its parts, in characters. */
const farthestOpening = 160;

/** 全县总人口62.4万人: what is so for years is told without a time. */
const standing = (s: Statement): boolean =>
  s.period === '' && s.aspect === 'level' && s.place !== '' && /总人口|国土面积|土地总面积|户籍人口/.test(s.phrase);

/** One value, given with more or fewer digits (12.6亿元, 13亿元): 2个月 and 3个月 only touch. */
function agree(a: FigureToken, b: FigureToken): boolean {
  const x = amount(a);
  const y = amount(b);
  if (!meets(x, y)) return false;
  if (x.low !== undefined && y.high !== undefined && x.low.equals(y.high))
    return x.low.equals(y.low ?? x.low) || a.whole;
  return !(y.low !== undefined && x.high !== undefined && y.low.equals(x.high)) || b.whole;
}

function certain({ passage, statement, place }: Named): boolean {
  const { figure, phrase } = statement;
  if (figure.dimension === 'time') return !quoted(passage.text, figure.start);
  if (statement.carried && statement.aspect === 'level' && !reached(passage, place)) return false;
  if (apart.test(isIndicator(phrase) ? statement.lead.replace(phrase, '') : statement.lead)) return false;
  // 由…, 从… before and 到… after: a movement
  if (
    /[从由][^，。；]*$/.test(statement.lead) ||
    /^(?:增加|提高|增长|上升|下降|减少|降)(?:到|至)/.test(passage.text.slice(figure.end, figure.end + 6))
  )
    return false;
  // 项目204个…，累计到位资金42.8亿元: an amount of those projects, and of nothing else
  for (let k = place - 1; k >= 0 && passage.same(k, place); k--) {
    if (place - k > 12) return false;
    const before = passage.list[k]!;
    // 前10个月
    if (before.figure.dimension === 'time') continue;
    if (before.aspect === 'level' && !isIndicator(before.phrase) && before.phrase !== phrase) return false;
  }
  if (!isIndicator(phrase)) {
    const size = sizeOf(passage, statement, place);
    const before = passage.before(place);
    const first =
      before < 0 || !passage.same(before, place) || (size !== '' && (place === 1 || !passage.same(place - 2, place)));
    const from = passage.sentence(place).start;
    const words = phrase.length + statement.period.length + statement.place.length;
    if (!first || phrase.length < 4 || statement.aspect === 'change' || figure.start - from - words > 16) return false;
  }
  // inside quotation marks somebody else may be speaking
  return !quoted(passage.text, figure.start);
}

/** 突破3万元，达到31560元: the name before the threshold is that of the amount. */
function reached(p: Passage, place: number): boolean {
  const before = place > 0 && p.same(place - 1, place) ? p.figure(place - 1) : undefined;
  const { figure } = p.list[place]!;
  return (
    before?.bound === 'over' && before.base === figure.base && /^(?:大关)?[，,]达到?$/.test(p.between(place - 1, place))
  );
}

function quoted(text: string, at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k < 400; k--) {
    if (text[k] === '”' || text[k] === '」') return false;
    if (text[k] === '“' || text[k] === '「') return true;
  }
  return false;
}

/** 物理竞赛：一等奖7人: the label before a colon is part of what is told. */
function labelOf(p: Passage, s: Statement): string {
  const start = p.facts.sentences[s.sentence]!.start;
  const text = p.text.slice(Math.max(start, s.figure.start - 60), s.figure.start);
  const colon = Math.max(text.lastIndexOf('：'), text.lastIndexOf(':'));
  if (colon < 0) return '';
  const from = Math.max(text.lastIndexOf('。', colon), text.lastIndexOf('；', colon), text.lastIndexOf('，', colon));
  return `${text.slice(from + 1, colon).trim()}：`;
}

const remaining = /(?:年末|年底|年内|年未|年终|全年)[^，。；]{0,12}(?:还有|仅有|只有|只剩|剩下|不到|还剩|仅剩)/;

/** Last characters of `budget`. */
const mayBudget = charactersOf('划标务算度数额量');
const budget = /(?:计划|目标|任务|预算|进度|程度)(?:数|额|量)?$/;

/** What a statement is about, with its base; undefined when that is not certain enough to be looked for elsewhere. */
function nameOf(p: Passage, s: Statement, place: number): string | undefined {
  const f = s.figure;
  if (f.value === null || f.bare || f.upper !== undefined) return undefined;
  if (f.dimension === 'time') {
    // 距年末还有3个月: the same stretch of time, however it is put
    if (f.base !== '月' && f.base !== '日') return undefined;
    const around = p.text.slice(Math.max(0, f.start - 24), f.start);
    return remaining.test(around.replace(/[，,]/g, '')) ? `距年末|${f.base}` : undefined;
  }
  if (f.kind === 'multiple' || f.kind === 'fraction' || f.kind === 'percentage-point') return undefined;
  // 完成年初预算的51.1%: a share of something, not an indicator
  if (f.kind === 'percent' && s.lead.endsWith('的')) return undefined;
  const size = sizeOf(p, s, place);
  const { phrase } = s;
  if (
    phrase.length + size.length < 2 ||
    (size === '' && vague.has(phrase)) ||
    (endsWithAny(phrase, mayBudget) && budget.test(phrase))
  )
    return undefined;
  const { indicator } = s;
  // 签约项目 tells more than 项目
  if (size === '' && phrase === indicator && (indicator.length < 2 || vague.has(indicator))) return undefined;
  if (size === '' && indicator === '') return undefined;
  return `${size}${canonicalIndicator(size === '' ? phrase : phrase.replace(/^以[上下内]的?/, ''))}|${f.base}`;
}

/** 亿元以上项目12个, 超亿元项目12个: the size is part of the name. */
function sizeOf(p: Passage, s: Statement, place: number): string {
  const at = place - 1;
  if (at < 0 || s.figure.dimension === 'money') return '';
  const size = p.figure(at);
  if (size.dimension !== 'money' || size.value === null || s.figure.start - size.end > 8) return '';
  const between = p.text.slice(size.end, s.figure.start);
  if (/[，。；、,]/.test(between)) return '';
  const over = /^(?:及)?以上/.test(between) || size.bound === 'over';
  return `${size.value.shift(size.exponent).toString()}${over ? '+' : ''}`;
}

/** 上半年 is 今年上半年, and 2024年全年 is 2024年. */
const samePeriod = (period: string): string =>
  period.replace(/^今年(?=上半年|下半年|前|\d|[一二三四]季度)/, '').replace(/(?<=年)全年$/, '');

/** 去年 and 上半年 in a draft of 2026 are 2025年 and 2026年上半年. */
function inYear(period: string, year: number): string {
  if (period.startsWith('去年')) return `${year - 1}年${period.slice(2).replace(/^全年$/, '')}`;
  if (period === '前年') return `${year - 2}年`;
  if (period.startsWith('今年')) return `${year}年${period.slice(2)}`;
  return /^(?:上半年|下半年|前|\d)/.test(period) && !/^\d{4}/.test(period) ? `${year}年${period}` : period;
}

/** What must agree, around the place: the draft's own where it is not told. */
interface Key {
  readonly before: string;
  readonly period: string;
  readonly place: string | undefined;
  readonly behind: string;
}

function keyOf(p: Passage, s: Statement): Key {
  const { place } = s;
  const start = Math.max(p.facts.sentences[s.sentence]!.start, s.figure.start - 400);
  const carried = s.carried && p.text.slice(start, s.figure.start).includes('其中');
  // of a part without a name of its own nobody knows whose the figure is
  const undatable = maskedYear.test(p.text.slice(start, s.figure.start));
  const unique = carried || undatable ? `${p.text.length}:${s.figure.start}` : '';
  const time = s.figure.dimension === 'time';
  const monthly = s.aspect === 'growth' && overLast.test(p.text.slice(start, s.figure.start)) ? '环比' : '';
  const among = amongOf(p, s);
  return {
    before: `${unique}${time || isIndicator(s.phrase) ? '' : labelOf(p, s)}|${s.aspect}|${stateOf(s)}|${s.against}${monthly}${among}|`,
    period: time ? '' : samePeriod(s.period),
    place: place === '' || time ? undefined : place,
    behind: `|${s.target && !time ? 'T' : ''}`,
  };
}

/** 20XX年, **年: nobody knows which. */
const maskedYear = /[XxＸ×*＊_＿○〇]{1,4} ?年/;

/** 从环比看，三季度…增长1.8%: against the quarter before, not the same one of last year. */
const overLast = /环比看[，,]/;

/** 市属国企中，市国资委出资企业9户。…资产总额17550亿元: of whom a paragraph speaks from there on. */
function amongOf(p: Passage, s: Statement): string {
  const from = Math.max(0, s.figure.start - farthestAmong);
  const before = p.text.slice(from, s.figure.start);
  if (!before.includes('中，') && !before.includes('中,')) return '';
  let of = '';
  for (const [, whom] of before.matchAll(amongWhom)) of = whom!;
  return of;
}
const amongWhom =
  /(?:^|[。；;])([^，,。；;]{0,12}(?:国企|企业|单位|机构|公司|学校|医院|园区|乡镇|街道|村|人员|人口|群众|农户|项目)中[，,][^，,。；;\d]{0,16})/g;
/** How far behind its topic a figure may stand, in characters. */
const farthestAmong = 200;

const states =
  /开工|投产|竣工|落地|建成|签约|整改|办结|销号|达产|入库|兑现|到位|交付|脱贫|通过|启动|完工|注册|审批|立项|验收|运营|投用|备案/;
/** 签约项目已开工73个: what became of the thing named, told between its name and the figure. */
const stateOf = (s: Statement): string =>
  states.exec(s.lead.slice(Math.max(0, s.lead.indexOf(s.phrase) + s.phrase.length)))?.[0] ?? '';

/** 全县, 我市 … as often as a paragraph's figures are told of them. */
const ownPlacesIn = remember(({ claims }): readonly string[] => {
  const places: string[] = [];
  if (claims !== null)
    for (const { place } of claims.passage.list) if (place.startsWith('全') && place !== '全国') places.push(place);
  return places;
});

/** The draft's own place: the one most often named as 全县, 我市 …; '' when none is. */
function ownPlace(passages: readonly { readonly passage: Passage }[]): string {
  const count = new Map<string, number>();
  let best = '';
  for (const { passage } of passages)
    for (const place of ownPlacesIn(passage.facts)) {
      const n = (count.get(place) ?? 0) + 1;
      count.set(place, n);
      if (n > (count.get(best) ?? 0)) best = place;
    }
  return best;
}
