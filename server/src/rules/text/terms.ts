import { dateOf } from '../../document/date.ts';
import type { Document, Paragraph } from '../../document/document.ts';
import type { ParagraphFacts } from '../../document/facts.ts';
import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import type { Fix, Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { formulationMembers, type Term, termMembers } from '../../engine/terms.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { formulations as common, type Formulation } from './lexicon/formulations.ts';

export const terms = defineRule({
  meta: {
    id: 'text/terms',
    summary: '不合规定的用词和残缺的固定表述',
    level: { draft: 'warning', final: 'warning' },
    description: `两件事。一是单位的用词：\`jianggao.json\` 的 \`terms\` 里列明避免什么、改用什么，机构改了名、提法换了、内部简称不能上会，照着报；
可以写明理由、依据、起止日期、上下文，也可以只在新旧名称混用时才报。二是固定表述：“四个意识”“五位一体”这样的提法，后面（或前面）列出各项时，
缺一项、换了一项、颠倒了次序，都是硬伤。单位自己的提法写在 \`formulations\` 里。

没有配置时只查固定表述，而且只在列出来的时候查：光提名称的不报；列出来的大半不是这几项的，当作别的话，不报；缺项时别的规则已经报了数目不符的，这里不重复。
\`abbreviations\` 打开后，还查先用简称、后面才写“以下简称”的。`,
    sources: ['各项表述的出处见提示'],
    examples: {
      wrong: [
        '要增强“四个意识”（政治意识、大局意识、⟦责任意识⟧、看齐意识），做到令行禁止。',
        '坚持⟦创新、协调、绿色、共享、开放⟧的新发展理念。',
      ],
      right: [
        '要增强“四个意识”，坚定“四个自信”，做到“两个维护”。',
        '坚持创新、协调、绿色、开放、共享的新发展理念。',
        '要强化政治意识、责任意识、大局意识。',
      ],
    },
  },
  options: {
    terms: {
      type: 'records',
      key: 'terms',
      members: termMembers,
      default: [],
      description: '单位的用词，写在 `jianggao.json` 最外层的 `terms` 里。',
    },
    formulations: {
      type: 'records',
      key: 'formulations',
      members: formulationMembers,
      default: [],
      description: '单位的固定表述，写在 `jianggao.json` 最外层的 `formulations` 里。',
    },
    abbreviations: { type: 'boolean', default: false, description: '查简称是否先用后解释。' },
  },
  *check(document, { terms: listed, formulations: own, abbreviations }) {
    if (listed.length > 0) yield* avoided(document, listed);
    yield* incomplete(document, own);
    if (abbreviations) yield* unexplained(document);
  },
});

// Words to avoid.

interface Entry extends Term {
  /** As it is looked for: in lower case where case does not matter. */
  readonly words: string;
  readonly exceptions: readonly string[];
}

/** Entries by their first character, the longest first. */
type Index = ReadonlyMap<number, readonly Entry[]>;
const indexes = new WeakMap<readonly Term[], Index>();

const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

function indexOf(listed: readonly Term[]): Index {
  let index = indexes.get(listed);
  if (index === undefined) {
    // Of two entries for one word the later holds.
    const byWords = new Map(listed.map((term) => [term.avoid, term]));
    const byFirst = new Map<number, Entry[]>();
    for (const term of byWords.values()) {
      if (term.avoid === '') continue;
      const fold = term.case === true ? (text: string): string => text : lower;
      const words = fold(term.avoid);
      const longer = [...(term.except ?? []), ...(term.prefer === undefined ? [] : [term.prefer])];
      const entry: Entry = {
        ...term,
        words,
        exceptions: longer.map(fold).filter((each) => each.length > words.length),
      };
      const first = lower(words).charCodeAt(0);
      const list = byFirst.get(first);
      if (list === undefined) byFirst.set(first, [entry]);
      else list.push(entry);
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    indexes.set(listed, (index = byFirst));
  }
  return index;
}

function* avoided(document: Document, listed: readonly Term[]): Generator<Problem> {
  const index = indexOf(listed);
  const date = dateOf(document.paragraphs);
  const preferred = new Map<string, Span | undefined>();
  const placeOfPreferred = (words: string): Span | undefined => {
    if (!preferred.has(words)) preferred.set(words, firstPlace(document, words));
    return preferred.get(words);
  };
  for (const paragraph of document.paragraphs) {
    const { text } = paragraph.facts.reading;
    const folded = lower(text);
    for (let at = 0; at < text.length; at++) {
      const entry = index
        .get(folded.charCodeAt(at))
        ?.find(
          (each) =>
            (each.case === true ? text : folded).startsWith(each.words, at) &&
            !isInLonger(each.case === true ? text : folded, at, each),
        );
      if (entry === undefined) continue;
      const end = at + entry.words.length;
      const written = text.slice(at, end) === entry.prefer;
      if (!written && inForce(entry, date) && isNear(paragraph, at, entry)) {
        const other = entry.beside === true ? placeOfPreferred(entry.prefer ?? '') : undefined;
        if (entry.beside !== true || other !== undefined) yield avoidedAt(paragraph, at, end, entry, other);
      }
      at = end - 1;
    }
  }
}

function isInLonger(text: string, at: number, { words, exceptions }: Entry): boolean {
  for (const longer of exceptions)
    for (let i = longer.indexOf(words); i >= 0; i = longer.indexOf(words, i + 1))
      if (i <= at && text.startsWith(longer, at - i)) return true;
  return false;
}

/** A draft without a date is one of today: what has begun holds, of what has ended nobody can tell. */
function inForce({ from, to }: Term, date: number | undefined): boolean {
  const day = (said: string): number => Number(said.replaceAll('-', ''));
  if (from !== undefined && date !== undefined && date < day(from)) return false;
  return to === undefined || (date !== undefined && date <= day(to));
}

function isNear({ facts }: Paragraph, at: number, { near }: Term): boolean {
  if (near === undefined) return true;
  const sentence = facts.sentences.find(({ start, end }) => start <= at && at < end);
  if (sentence === undefined) return false;
  const said = facts.reading.text.slice(sentence.start, sentence.end);
  return near.some((word) => said.includes(word));
}

function avoidedAt(paragraph: Paragraph, start: number, end: number, term: Term, other: Span | undefined): Problem {
  const { prefer, reason, source } = term;
  const place = placeOf(paragraph, start, end);
  const words = paragraph.facts.reading.text.slice(start, end);
  const why = [reason, source && `依据${source}`].filter((each) => each !== undefined && each !== '').join('，');
  const because = why === '' ? '' : `（${why.replace(/[。；]$/, '')}）`;
  const fixes: readonly Fix[] =
    prefer === undefined
      ? []
      : [{ title: `改为“${prefer}”`, safety: 'suggestion', edits: [{ ...place, text: prefer }] }];
  return {
    ...place,
    message:
      prefer === undefined
        ? `“${words}”按单位的规定不用${because}。请改写或者删去。`
        : other !== undefined
          ? `同一份讲稿里既写“${words}”又写“${prefer}”${because}。请统一为“${prefer}”。`
          : `“${words}”按单位的规定应为“${prefer}”${because}。请改用规定的写法。`,
    ...(other !== undefined && { related: [{ ...other, message: `这里写作“${prefer!}”` }] }),
    fixes,
  };
}

function firstPlace({ paragraphs }: Document, words: string): Span | undefined {
  if (words === '') return undefined;
  for (const paragraph of paragraphs) {
    const at = paragraph.facts.reading.text.indexOf(words);
    if (at >= 0) return placeOf(paragraph, at, at + words.length);
  }
  return undefined;
}

// Series that are said whole.

interface Series {
  readonly byName: ReadonlyMap<string, Formulation>;
}

function seriesOf(all: readonly Formulation[]): Series {
  return {
    byName: new Map(all.filter(({ name, items }) => name !== '' && items.length > 1).map((each) => [each.name, each])),
  };
}

/** A series where it is named. */
interface Naming {
  readonly at: number;
  readonly name: string;
}

const none: readonly Naming[] = [];

/** Where the series that were asked for last are named in a paragraph: an office's configuration seldom changes. */
const named = remember((): { series: Series | undefined; found: readonly Naming[] } => ({
  series: undefined,
  found: none,
}));

function namedIn(series: Series, facts: ParagraphFacts): readonly Naming[] {
  const kept = named(facts);
  if (kept.series !== series) {
    kept.series = series;
    kept.found = findNames(series, facts.reading.text);
  }
  return kept.found;
}

/** The names in text order; of two that overlap the first, of two that begin together the longer one. No pattern of them all: compiling it takes longer. */
function findNames({ byName }: Series, text: string): readonly Naming[] {
  const all: Naming[] = [];
  for (const name of byName.keys())
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) all.push({ at, name });
  if (all.length === 0) return none;
  all.sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  let end = 0;
  return all.filter(({ at, name }) => {
    if (at < end) return false;
    end = at + name.length;
    return true;
  });
}

let builtIn: Series | undefined;
const withOwn = new WeakMap<readonly Formulation[], Series>();

function allSeries(
  own: readonly { readonly name: string; readonly items: readonly string[]; readonly source?: string }[],
): Series {
  if (own.length === 0) return (builtIn ??= seriesOf(common));
  const given = own as readonly Formulation[];
  let series = withOwn.get(given);
  if (series === undefined) {
    const mine = own.map(({ name, items, source = '' }): Formulation => ({ name, items, source }));
    withOwn.set(given, (series = seriesOf([...common, ...mine])));
  }
  return series;
}

function* incomplete(document: Document, own: Parameters<typeof allSeries>[0]): Generator<Problem> {
  const all = allSeries(own);
  for (const paragraph of document.paragraphs) {
    const names = namedIn(all, paragraph.facts);
    if (names.length === 0) continue;
    const { text } = paragraph.facts.reading;
    for (const { at, name } of names) {
      const series = all.byName.get(name)!;
      const after = listAfter(text, at + name.length, series);
      const list = after ?? listBefore(text, at, series);
      const problem = list && faultOf(paragraph, series, list, after === undefined);
      if (problem === undefined) continue;
      // What is counted wrongly is found by its count.
      const place = placeOf(paragraph, at, at + name.length);
      if (document.counts.some((count) => count.verdict === 'mismatch' && overlaps(count, place))) continue;
      yield problem;
    }
  }
}

/** What lies between two marks, without the words that lead to it. */
type Piece = Span;

/** （…）, ：…, ，即… after a name and its closing quote. */
const opens =
  /^[”’"」》]?(?:的(?:要求|内容)是|[，,]?(?:也就是|就是|即|包括|是指)(?:[：:]|是)?|[：:]|——|（(?:即)?|\((?:即)?)/;
const longestList = 160;

function listAfter(text: string, from: number, series: Formulation): readonly Piece[] | undefined {
  const opened = opens.exec(text.slice(from, from + 12));
  if (opened === null) return undefined;
  const start = from + opened[0].length;
  const bracket = /[（(]/.test(opened[0]);
  let end = start;
  while (end < text.length && end - start < longestList && !(bracket ? '）)。' : '。；;！？”（(').includes(text[end]!))
    end++;
  return pieces(text, start, end, series);
}

/** …、…、…的新发展理念, …“四个意识”: the last items before the name. */
function listBefore(text: string, to: number, series: Formulation): readonly Piece[] | undefined {
  let end = to;
  if ('“‘"「'.includes(text[end - 1] ?? ' ')) end--;
  if (text[end - 1] === '的') end--;
  let start = end;
  const stops = series.byCommas === true ? '。；！？：' : '。；，,！？：';
  while (start > 0 && end - start < longestList && !stops.includes(text[start - 1]!)) start--;
  const all = pieces(text, start, end, series);
  return all.length > series.items.length ? undefined : all;
}

const blank = ' \u3000\t';

function pieces(text: string, from: number, to: number, { byCommas }: Formulation): Piece[] {
  const marks = byCommas === true ? '，,；;' : '、，,；;';
  const found: Piece[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const joined = byCommas !== true && (text[i] === '和' || text[i] === '与') && i > start + 1;
    if (i < to && !marks.includes(text[i]!) && !joined) continue;
    let first = start;
    let last = i;
    while (first < last && blank.includes(text[first]!)) first++;
    while (last > first && blank.includes(text[last - 1]!)) last--;
    if (last > first) found.push({ start: first, end: last });
    start = i + 1;
  }
  return found;
}

/** An item by any of its keys: 支部委员会|支委会. */
const has = (piece: string, key: string): boolean => key.split('|').some((each) => piece.includes(each));

/** 责任意识 in the place of 核心意识: so alike that nothing else can be meant. */
const alike = (piece: string, item: string): boolean =>
  Math.abs(piece.length - item.length) <= 1 &&
  (piece.slice(-2) === item.slice(-2) || piece.slice(0, 2) === item.slice(0, 2) || piece[0] === item[0]);

/** `led`: what leads to the first item stands in its piece (贯彻创新、…). */
function faultOf(paragraph: Paragraph, series: Formulation, list: readonly Piece[], led: boolean): Problem | undefined {
  const { items, keys = items, name } = series;
  const { text } = paragraph.facts.reading;
  const count = items.length;
  if (list.length !== count && list.length !== count - 1) return undefined;
  const which = list.map(({ start, end }) => {
    const piece = text.slice(start, end);
    return keys.findIndex((key) => has(piece, key));
  });
  // Whoever says 等 does not name them all.
  if (text.slice(list[list.length - 1]!.start, list[list.length - 1]!.end).endsWith('等')) return undefined;
  const known = which.filter((each) => each >= 0);
  const distinct = new Set(known);
  if (known.length < Math.max(2, count - 1) || distinct.size < count - 1) return undefined;
  const whole = items.join(series.byCommas === true ? '，' : '、');
  const source = series.source === '' ? '' : `（${series.source}）`;
  const said = (message: string): string => `${message}完整的表述是“${whole}”${source}。`;
  const span = (from: Piece, to: Piece): Span => placeOf(paragraph, from.start, to.end);
  const first = list[0]!;
  const last = list[list.length - 1]!;
  // The first piece may hold what leads to it.
  const head =
    items.find((item) => text.slice(first.start, first.end).endsWith(item)) ?? keys[which[0]!]?.split('|')[0] ?? '';
  const from = first.start + Math.max(0, text.slice(first.start, first.end).indexOf(head));
  const missing = items[keys.findIndex((_, i) => !distinct.has(i))];
  if (list.length === count && missing !== undefined) {
    const odd = list.findIndex((_, i) => which[i]! < 0 || which.indexOf(which[i]!) < i);
    const piece = list[odd];
    if (piece === undefined || (odd === 0 && led)) return undefined;
    const place = span(piece, piece);
    const words = text.slice(piece.start, piece.end);
    return {
      ...place,
      ...(!alike(words, missing) && { certainty: 'likely' as const }),
      message: said(`“${name}”里没有“${words}”，少了“${missing}”。`),
      fixes: [{ title: `改为“${missing}”`, safety: 'suggestion', edits: [{ ...place, text: missing }] }],
    };
  }
  if (missing !== undefined) {
    if (known.length < list.length) return undefined;
    return { ...placeOf(paragraph, from, last.end), message: said(`“${name}”列得不全，少了“${missing}”。`) };
  }
  if (which.every((each, i) => each === i)) return undefined;
  const exact =
    list.slice(1).every((piece) => items.includes(text.slice(piece.start, piece.end))) && items.includes(head);
  const place = placeOf(paragraph, from, last.end);
  return {
    ...place,
    message: said(`“${name}”各项的次序颠倒了。`),
    ...(exact &&
      series.byCommas !== true && {
        fixes: [{ title: '按固定的次序排列', safety: 'suggestion' as const, edits: [{ ...place, text: whole }] }],
      }),
  };
}

// Abbreviations.

const explained = /(?:以下|下文|下称|统)?简称(?:为)?[：:]?[“"]?([\u3400-\u9fffA-Za-z]{3,12})[”"）)]/g;

/** An abbreviation that stands before the place that explains it. */
function* unexplained(document: Document): Generator<Problem> {
  for (const speech of document.speeches)
    for (let i = speech.first; i < speech.end; i++) {
      const paragraph = document.paragraphs[i]!;
      const { text } = paragraph.facts.reading;
      for (const found of text.matchAll(explained)) {
        const words = found[1]!;
        const here = placeOf(paragraph, found.index, found.index + found[0].length);
        const full = text.slice(Math.max(0, found.index - 40), found.index);
        const earlier = firstUse(document, speech.first, i, words, full, speech.title, found.index);
        if (earlier === undefined) continue;
        yield {
          ...earlier,
          certainty: 'likely',
          message: `“${words}”这个简称用在前，说明它的全称在后。请在第一次出现时写全称，再注明简称。`,
          related: [{ ...here, message: '到这里才说明' }],
        };
      }
    }
}

function firstUse(
  { paragraphs }: Document,
  first: number,
  last: number,
  words: string,
  full: string,
  title: Span | undefined,
  before: number,
): Span | undefined {
  for (let i = first; i <= last; i++) {
    const paragraph = paragraphs[i]!;
    if (title !== undefined && paragraph.start <= title.end && title.start <= paragraph.end) continue;
    const { text } = paragraph.facts.reading;
    const end = i === last ? before : text.length;
    for (let at = text.indexOf(words); at >= 0 && at + words.length <= end; at = text.indexOf(words, at + 1)) {
      // Inside the full name it is no abbreviation.
      const inFull = full.lastIndexOf(words);
      const lead = inFull < 0 ? '' : full.slice(Math.max(0, inFull - 2), inFull);
      const tail = inFull < 0 ? '' : full.slice(inFull + words.length, inFull + words.length + 2);
      if (
        inFull >= 0 &&
        ((tail !== '' && text.startsWith(tail, at + words.length)) ||
          (tail === '' && lead !== '' && text.endsWith(lead, at)))
      )
        continue;
      return placeOf(paragraph, at, at + words.length);
    }
  }
  return undefined;
}
