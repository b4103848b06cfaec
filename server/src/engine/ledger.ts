/** 数据台账: an office's own figures, in a configuration or in a sheet that it names, and what a draft's figures are held against. */
import { dateOf } from '../document/date.ts';
import { Document, type Paragraph } from '../document/document.ts';
import type { ParagraphFacts } from '../document/facts.ts';
import type { FigureToken } from '../document/figures.ts';
import { canonicalIndicator } from '../document/lexicon/figure-words.ts';
import type { Statement } from '../document/statements.ts';
import type { LedgerLine } from './ledger-lines.ts';

/** A line as it is compared. */
export interface LedgerEntry {
  readonly line: LedgerLine;
  readonly figure: FigureToken;
  /** Growth in per cent, not the amount. */
  readonly growth: boolean;
  readonly period: string;
  readonly place: string;
}

const growthName = /(?:同比)?(?:增速|增幅|增长率|增长速度|增长)$/;

/** The lines of one indicator. A long ledger has thousands that no draft speaks of: their values are read when one does. */
class Shelf {
  readonly lines: LedgerLine[] = [];
  readonly #entries = new Map<number | undefined, readonly LedgerEntry[]>();

  /** `year`: that of the draft. A line whose value is no figure is left out: it is a fault of its sheet. */
  entries(year: number | undefined): readonly LedgerEntry[] {
    let entries = this.#entries.get(year);
    if (entries === undefined) {
      entries = this.lines.flatMap((line) => {
        const figure = figureOf(line);
        if (figure === undefined) return [];
        const growth = growthName.test(line.indicator.trim());
        const place = (line.place ?? '').trim().replace(/^[我本]/, '全');
        return [{ line, figure, growth, period: absolutePeriod(line.period, year), place }];
      });
      this.#entries.set(year, entries);
    }
    return entries;
  }
}

/** One ledger serves every draft. */
const indexes = new WeakMap<readonly LedgerLine[], ReadonlyMap<string, Shelf>>();

/** Lines by the usual name of their indicator. */
function indexLedger(lines: readonly LedgerLine[]): ReadonlyMap<string, Shelf> {
  const known = indexes.get(lines);
  if (known !== undefined) return known;
  const index = new Map<string, Shelf>();
  for (const line of lines) {
    const name = canonicalIndicator(line.indicator.trim().replace(growthName, ''));
    let shelf = index.get(name);
    if (shelf === undefined) index.set(name, (shelf = new Shelf()));
    shelf.lines.push(line);
  }
  indexes.set(lines, index);
  return index;
}

/** The figure that a line gives; undefined when its value is none. */
function figureOf({ value, unit = '' }: LedgerLine): FigureToken | undefined {
  const told = `${value.trim()}${/[^\d.,\-\s]/.test(value) ? '' : unit.trim()}`;
  const figures = new Document(told, { format: 'plain' }).figures;
  const token = figures[0]?.token;
  return figures.length === 1 && token?.value != null && token.start === 0 ? token : undefined;
}

/** Whether a plain number with that unit is a figure. */
const measures = new Map<string, boolean>();

export function isFigure(line: LedgerLine): boolean {
  // 12.6 亿元, as nearly every line of a long ledger says: the unit tells
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(line.value)) return figureOf(line) !== undefined;
  const unit = (line.unit ?? '').trim();
  let known = measures.get(unit);
  if (known === undefined) measures.set(unit, (known = figureOf({ ...line, value: '12' }) !== undefined));
  return known;
}

/** 去年 is 2024年 in a draft of 2025; 2025年度 and 2025 are 2025年; 1—8月 is 1-8月. */
function absolutePeriod(period: string, year: number | undefined): string {
  let text = period
    .trim()
    .replace(/^(\d{4})$/, '$1年')
    .replace(/年度/, '年')
    .replace(/月份/, '月')
    .replace(/全年$/, '')
    .replace(/[—–－~～至到]/g, '-')
    .replace(/第?([一二三四])季度/, (_, n: string) => `${'一二三四'.indexOf(n) + 1}季度`);
  if (year !== undefined)
    text = text.replace(
      /^(今年|去年|前年|明年)/,
      (word) => `${year + { 今年: 0, 去年: -1, 前年: -2, 明年: 1 }[word as '今年']!}年`,
    );
  return text;
}

/** What may stand between an indicator and its figure; anything else (新增, 中, 的比重, 由) makes the figure another's. */
const betweenThem =
  /^(?:总量|总额|总规模|规模)?(?:首次|已经?|累计|共计?|合计|一举|顺利|全部)?(?:完成|达到了?|达|实现|为|是|突破|超过|有|到|共有?|约)?[：:]?$/;
/** Only part of the year that is named. */
const partOfYear = /以来|月|季度|半年|截[至止]|目前|年初|当前|同期|当天|本周/;
/** 由12亿元增加到…: what it was before. */
const movesOn = /^[^，。；]{0,4}(?:增加|提高|增长|上升|扩大|发展|下降|减少|降低|降|变)(?:到|至|为)/;

/** Whether the words around a figure leave no doubt that it is the indicator's own, of the whole period. */
function plain({ figure, lead, phrase, aspect, sentence }: Statement, facts: ParagraphFacts, period: string): boolean {
  const { text } = facts.reading;
  if (aspect === 'level' && !betweenThem.test(lead.slice(lead.lastIndexOf(phrase) + phrase.length).trim()))
    return false;
  const from = Math.max(facts.sentences[sentence]?.start ?? 0, figure.start - 120);
  if (!/[月季半]/.test(period) && partOfYear.test(text.slice(from, figure.start))) return false;
  return !movesOn.test(text.slice(figure.end, figure.end + 8));
}

/** A figure of a draft, and the line that speaks of the same thing. */
export interface LedgerMatch {
  readonly paragraph: Paragraph;
  readonly statement: Statement;
  readonly entry: LedgerEntry;
}

/** In text order. `year`: that of the draft, for 去年; undefined when it is not certain. */
export function* ledgerMatches(
  document: Document,
  lines: readonly LedgerLine[],
  year: number | undefined = yearOf(document),
): Generator<LedgerMatch> {
  if (lines.length === 0) return;
  const index = indexLedger(lines);
  let own: string | undefined;
  for (const paragraph of document.paragraphs)
    for (const statement of paragraph.facts.statements) {
      if (!index.has(statement.indicator) && !index.has(canonicalIndicator(statement.phrase))) continue;
      own ??= ownPlace(document);
      const entry = entryFor(index, statement, year, paragraph.facts, own);
      if (entry !== undefined) yield { paragraph, statement, entry };
    }
}

function yearOf(document: Document): number | undefined {
  const date = dateOf(document.paragraphs);
  return date === undefined ? undefined : Math.floor(date / 10_000);
}

/** Whose draft it is, as 全县: by its title, or else what it names most often; '' when it names none. */
function ownPlace(document: Document): string {
  for (const { facts } of document.paragraphs.slice(0, 3)) {
    const level = /^[^，。；]{0,30}?[全我]([省市县区镇乡州盟旗])[^，。；]{0,40}$/.exec(facts.reading.text)?.[1];
    if (level !== undefined) return `全${level}`;
  }
  const count = new Map<string, number>();
  let best = '';
  for (const { facts } of document.paragraphs)
    for (const { place } of facts.statements)
      if (place.startsWith('全') && place !== '全国') {
        const n = (count.get(place) ?? 0) + 1;
        count.set(place, n);
        if (n > (count.get(best) ?? 0)) best = place;
      }
  return best;
}

/** The line that a statement must agree with; undefined when none speaks of the same thing. */
function entryFor(
  index: ReadonlyMap<string, Shelf>,
  statement: Statement,
  year: number | undefined,
  facts: ParagraphFacts,
  own: string,
): LedgerEntry | undefined {
  const shelf = index.get(statement.indicator) ?? index.get(canonicalIndicator(statement.phrase));
  if (shelf === undefined || statement.target) return undefined;
  const { aspect, figure } = statement;
  if (aspect !== 'level' && aspect !== 'growth') return undefined;
  if (aspect === 'level' && statement.carried) return undefined;
  if (statement.against !== '' && statement.against !== '降') return undefined;
  const period = absolutePeriod(statement.period, year);
  if (!plain(statement, facts, period)) return undefined;
  const found = shelf
    .entries(year)
    .filter(
      (entry) =>
        entry.growth === (aspect === 'growth') &&
        entry.period === period &&
        (figure.value === null || entry.figure.base === figure.base) &&
        samePlace(entry.place, statement.place, own),
    );
  return found.length === 1 ? found[0] : undefined;
}

/** A line without a place is of the draft's own place, which a draft need not name. */
const samePlace = (told: string, named: string, own: string): boolean =>
  told === named || (told === '' && named === own) || (named === '' && told === own);
