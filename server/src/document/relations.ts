/**
 * Arithmetic that a draft states and that can be reckoned again from the draft alone. What one paragraph states by itself is kept with its facts;
 * what spans paragraphs (the same indicator twice) is looked up over the whole draft.
 */
import type { Span } from '../text/span.ts';
import { dateOf } from './date.ts';
import type { Paragraph } from './document.ts';
import type { ParagraphFacts } from './facts.ts';
import type { FigureToken } from './figures.ts';
import { across } from './relations/across/across.ts';
import type { AcrossClaim } from './relations/across/across-wholes.ts';
import { type ComparedNames, type Conflict, conflicts, type Said } from './relations/across/conflict.ts';
import { echoes } from './relations/across/echoes.ts';
import { type Cues, cues, cuesIn } from './relations/cues.ts';
import { compounds } from './relations/growth/compound.ts';
import { contrasts } from './relations/growth/contrasts.ts';
import { contributions } from './relations/growth/contributions.ts';
import { growths } from './relations/growth/growth.ts';
import { inTurn } from './relations/growth/in-turn.ts';
import { named } from './relations/growth/named.ts';
import { parallels } from './relations/growth/parallel.ts';
import { doublings, projections } from './relations/growth/projections.ts';
import { ranks } from './relations/growth/ranks.ts';
import { told } from './relations/growth/told.ts';
import { yearlyRates } from './relations/growth/yearly-rates.ts';
import { yearsApart } from './relations/growth/years-apart.ts';
import { averages } from './relations/means/average.ts';
import { definedMeans } from './relations/means/defined-means.ts';
import { meanRates } from './relations/means/mean-rates.ts';
import { namedMeans } from './relations/means/named-means.ts';
import { perThousand } from './relations/means/per-thousand.ts';
import { products } from './relations/means/products.ts';
import { type CheckType, type Claim, Passage, type Subject, show, type Verdict } from './relations/passage.ts';
import { settle } from './relations/settle.ts';
import { definedRates } from './relations/shares/defined-rates.ts';
import { industryStructure } from './relations/shares/industry-structure.ts';
import { ofBoth } from './relations/shares/of-both.ts';
import { pairedShares } from './relations/shares/paired-shares.ts';
import { refusals } from './relations/shares/refusals.ts';
import { shares } from './relations/shares/share.ts';
import { siblings } from './relations/shares/siblings.ts';
import { ofFunds } from './relations/shares/spent.ts';
import { incomes, sharesByName } from './relations/shares/structure-shares.ts';
import { structureShifts } from './relations/shares/structure-shifts.ts';
import { accounts } from './relations/sums/accounts.ts';
import { blocks } from './relations/sums/blocks.ts';
import { columns } from './relations/sums/columns.ts';
import { divisions } from './relations/sums/divisions.ts';
import { flows } from './relations/sums/flows.ts';
import { halves } from './relations/sums/halves.ts';
import { lists } from './relations/sums/lists.ts';
import { nets } from './relations/sums/nets.ts';
import { ordinalParts } from './relations/sums/ordinal-parts.ts';
import { references } from './relations/sums/references.ts';
import { restOfPlan } from './relations/sums/rest-of-plan.ts';
import { rows } from './relations/sums/rows.ts';
import { sentenceLists } from './relations/sums/sentence-lists.ts';
import { stages } from './relations/sums/stages.ts';
import { sums } from './relations/sums/sum.ts';
import { tables } from './relations/sums/tables.ts';
import { tallies } from './relations/sums/tallies.ts';
import { votes } from './relations/sums/votes.ts';
import { yearlySums } from './relations/sums/yearly-sums.ts';
import { datedWeekdays, dates, ranges } from './relations/time/calendar.ts';
import { clockTimes } from './relations/time/clock.ts';
import { daysLeft, durations, restOfYear, terms } from './relations/time/durations.ts';
import { knownDates } from './relations/time/known-dates.ts';
import { remember } from './remember.ts';
import type { Statement } from './statements.ts';

export type { CheckType, Subject, Verdict } from './relations/passage.ts';

/** A figure of the draft with what it is about. */
export interface Figure extends Span {
  readonly token: FigureToken;
  readonly paragraph: Paragraph;
  /** Its indicator's usual name (GDP is 地区生产总值); '' when unknown. */
  readonly indicator: string;
  /** 去年, 今年上半年, 2021年; '' when unknown. */
  readonly period: string;
  /** 全县, 江北区; '' when none is named. */
  readonly place: string;
}

/** A relation and how it came out. It spans from its first figure to its last. */
export interface Check extends Span {
  readonly type: CheckType;
  readonly verdict: Verdict;
  readonly subject: Subject | undefined;
  /** The reckoning: 12+12+16+41+46=127; '' when there is none. */
  readonly note: string;
  /** What is told twice, where both times by one name; '' of other relations. */
  readonly indicator: string;
  /** What the text says: 126个. */
  readonly stated: string;
  readonly members: readonly Span[];
  /** The member that the others contradict. */
  readonly blamed: Span;
  readonly repair: { readonly span: Span; readonly text: string } | undefined;
}

/** What one paragraph states, and how its finders see it. */
export interface ParagraphClaims {
  readonly passage: Passage;
  readonly claims: readonly Claim[];
}

/** A finder of what several amounts tell of each other. */
export interface Finder {
  readonly find: (p: Passage) => Generator<Claim>;
  /** What has to stand in the paragraph, all of it. */
  readonly needs: Cues;
}

const nothing: Cues = 0;

export const ofSeveral: readonly Finder[] = [
  { find: sums, needs: nothing },
  { find: divisions, needs: nothing },
  { find: sentenceLists, needs: nothing },
  { find: halves, needs: cues.period },
  { find: yearlySums, needs: cues.year | cues.span },
  { find: perThousand, needs: cues.each | cues.population },
  { find: shares, needs: nothing },
  { find: ofBoth, needs: cues.share | cues.rate },
  { find: ofFunds, needs: cues.rate | cues.spending },
  { find: definedRates, needs: cues.defined },
  { find: definedMeans, needs: nothing },
  { find: siblings, needs: cues.share | cues.percent },
  { find: refusals, needs: cues.not | cues.defined | cues.percent },
  { find: sharesByName, needs: cues.compared | cues.percent },
  { find: incomes, needs: cues.town | cues.country },
  { find: growths, needs: nothing },
  { find: projections, needs: cues.rise | cues.rate },
  { find: doublings, needs: nothing },
  { find: yearlyRates, needs: cues.year | cues.rate },
  { find: parallels, needs: cues.inPairs },
  { find: told, needs: cues.step },
  { find: named, needs: nothing },
  { find: averages, needs: nothing },
  { find: products, needs: cues.product },
  { find: accounts, needs: cues.account },
  { find: flows, needs: cues.stock },
  { find: nets, needs: cues.net },
  { find: votes, needs: cues.vote },
  { find: references, needs: cues.reference },
  { find: restOfYear, needs: cues.past },
  { find: lists, needs: nothing },
  { find: inTurn, needs: cues.inTurn },
  { find: columns, needs: cues.among },
  { find: pairedShares, needs: cues.share | cues.inTurn | cues.percent },
  { find: rows, needs: nothing },
  { find: stages, needs: nothing },
  { find: tallies, needs: nothing },
  { find: tables, needs: nothing },
  { find: structureShifts, needs: nothing },
  { find: contributions, needs: cues.contribution | cues.percent },
  { find: contrasts, needs: nothing },
  { find: compounds, needs: cues.percent | cues.year | cues.even },
  { find: ordinalParts, needs: cues.ordinal },
  { find: restOfPlan, needs: nothing },
  { find: namedMeans, needs: nothing },
  { find: meanRates, needs: cues.mean | cues.percent },
  { find: yearsApart, needs: cues.step },
];

function collect(found: Claim[], claims: Generator<Claim>): void {
  for (const claim of claims) found.push(claim);
}

export function claimsOf(facts: ParagraphFacts): ParagraphClaims | null {
  const { figures } = facts;
  if (figures.length === 0) return null;
  const passage = new Passage(facts);
  const found: Claim[] = [];
  if (passage.list.length > 1) {
    const there = cuesIn(passage.text, figures);
    for (const { find, needs } of ofSeveral) if ((there & needs) === needs) collect(found, find(passage));
  } else if (figures.some((f) => f.kind === 'ratio')) collect(found, sums(passage));
  if (figures.some((f) => f.kind === 'ratio')) collect(found, industryStructure(passage));
  if (figures.some((f) => f.kind === 'rank')) collect(found, ranks(passage));
  if (figures.some((f) => f.upper !== undefined)) collect(found, ranges(passage));
  collect(found, clockTimes(passage));
  if (figures.some((f) => f.date !== undefined || f.kind === 'quarter')) collect(found, knownDates(passage));
  if (figures.some((f) => f.date !== undefined)) {
    collect(found, dates(passage));
    collect(found, durations(passage));
    collect(found, daysLeft(passage));
    collect(found, terms(passage));
  }
  return { passage, claims: settle(passage, found) };
}

/** Every figure of the draft, in text order. */
export function figuresOf(paragraphs: readonly Paragraph[]): readonly Figure[] {
  const out: Figure[] = [];
  for (const paragraph of paragraphs) {
    const { facts } = paragraph;
    const list = facts.statements;
    let next = 0;
    const tokens = facts.figures;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      const statement: Statement | undefined = list[next]?.index === index ? list[next++] : undefined;
      const { start, end } = absolute(paragraph, token);
      out.push({
        start,
        end,
        token,
        paragraph,
        indicator: statement === undefined ? '' : statement.indicator,
        period: statement === undefined ? '' : statement.period,
        place: statement === undefined ? '' : statement.place,
      });
    }
  }
  return out;
}

/** A claim where it stands in the draft; its reckoning is put into words when asked for. */
class PlacedClaim implements Check {
  readonly start: number;
  readonly end: number;
  readonly type: CheckType;
  readonly verdict: Verdict;
  readonly indicator = '';
  readonly #paragraph: Paragraph;
  readonly #claim: Claim;

  constructor(paragraph: Paragraph, claim: Claim) {
    const { start, end } = absolute(paragraph, claim);
    this.start = start;
    this.end = end;
    this.type = claim.type;
    this.verdict = claim.verdict;
    this.#paragraph = paragraph;
    this.#claim = claim;
  }
  get subject(): Subject | undefined {
    return this.#claim.subject;
  }
  get note(): string {
    return this.#claim.note();
  }
  get stated(): string {
    return this.#claim.stated();
  }
  get members(): readonly Span[] {
    return this.#claim.members.map((m) => absolute(this.#paragraph, m));
  }
  get blamed(): Span {
    return absolute(this.#paragraph, this.#claim.blamed);
  }
  get repair(): Check['repair'] {
    const { repair } = this.#claim;
    return repair === undefined ? undefined : { span: absolute(this.#paragraph, repair.numeral), text: repair.text };
  }
}

/** One indicator named twice; its reckoning is put into words when asked for. */
class PlacedConflict implements Check {
  readonly start: number;
  readonly end: number;
  readonly type = 'same-indicator';
  readonly verdict: Verdict;
  readonly subject = undefined;
  readonly stated = '';
  readonly indicator: string;
  readonly members: readonly Span[];
  readonly blamed: Span;
  readonly repair = undefined;
  readonly #note: () => string;

  constructor({ verdict, note, ...told }: Conflict, first: Span, second: Span) {
    const name = told.first.statement.indicator;
    this.indicator = name === told.second.statement.indicator ? name : '';
    this.start = first.start;
    this.end = second.end;
    this.verdict = verdict;
    this.members = [first, second];
    this.blamed = second;
    this.#note = note;
  }
  get note(): string {
    return this.#note();
  }
}

/** A relation of figures in several paragraphs; `place` puts a span of one of them into the draft. */
class PlacedAcross implements Check {
  readonly start: number;
  readonly end: number;
  readonly type: CheckType;
  readonly verdict: Verdict;
  readonly subject = undefined;
  readonly indicator: string;
  readonly members: readonly Span[];
  readonly blamed: Span;
  readonly repair: Check['repair'];
  readonly #claim: AcrossClaim;

  constructor(claim: AcrossClaim, place: (at: number, span: Span) => Span) {
    const { blamed, digits } = claim;
    this.members = claim.members.map(({ at, figure }) => place(at, figure)).sort((a, b) => a.start - b.start);
    this.start = this.members[0]!.start;
    this.end = Math.max(...this.members.map(({ end }) => end));
    this.type = claim.type;
    this.verdict = claim.verdict;
    this.indicator = claim.indicator ?? '';
    this.blamed = place(blamed.at, blamed.figure);
    this.repair =
      claim.verdict === 'mismatch' && digits !== undefined && blamed.figure.script === 'arabic'
        ? { span: place(blamed.at, blamed.figure.numeral), text: digits }
        : undefined;
    this.#claim = claim;
  }
  get note(): string {
    return this.#claim.note();
  }
  get stated(): string {
    return show(this.#claim.blamed.figure);
  }
}

/** Every relation of the draft, or every one of that verdict, in text order. `figured`: the paragraphs with figures. `compared`: what is known from the version before. */
export function checksOf(
  paragraphs: readonly Paragraph[],
  figured: readonly Paragraph[],
  compared: ComparedNames | undefined,
  only?: Verdict,
): readonly Check[] {
  const out: Check[] = [];
  const passages: { passage: Passage; paragraph: number; year: number | undefined }[] = [];
  const date = dateOf(paragraphs);
  const year = date === undefined ? undefined : Math.floor(date / 10_000);
  for (const paragraph of figured) {
    const own = paragraph.facts.claims;
    if (own === null) continue;
    if (own.passage.list.length > 0) passages.push({ passage: own.passage, paragraph: paragraph.index, year });
    for (const claim of own.claims)
      if (only === undefined || claim.verdict === only) out.push(new PlacedClaim(paragraph, claim));
    if (year !== undefined && tellsWeekdays(paragraph.facts))
      for (const claim of datedWeekdays(own.passage, year))
        if (only === undefined || claim.verdict === only) out.push(new PlacedClaim(paragraph, claim));
  }
  const place = (said: Said): Span => absolute(paragraphs[said.paragraph]!, said.statement.figure);
  const contradicted = new Set<number>();
  for (const conflict of compared?.conflicts(passages) ?? conflicts(passages)) {
    if (conflict.verdict === 'mismatch') contradicted.add(place(conflict.second).start);
    if (only === undefined || conflict.verdict === only)
      out.push(new PlacedConflict(conflict, place(conflict.first), place(conflict.second)));
  }
  const placeOf = (at: number, span: Span): Span => absolute(paragraphs[passages[at]!.paragraph]!, span);
  for (const finder of [across, blocks])
    for (const claim of finder(passages))
      if (only === undefined || claim.verdict === only) out.push(new PlacedAcross(claim, placeOf));
  // an indicator that has been compared by its name is told once
  for (const claim of echoes(passages)) {
    const echo = new PlacedAcross(claim, placeOf);
    if (!contradicted.has(echo.blamed.start) && (only === undefined || claim.verdict === only)) out.push(echo);
  }
  return out.sort((a, b) => a.start - b.start || a.end - b.end);
}

const tellsWeekdays = remember(({ reading }) => /星期|周|礼拜/.test(reading.text));

function absolute(paragraph: Paragraph, span: Span): Span {
  const own = paragraph.facts.reading.span(span.start, span.end);
  return { start: paragraph.start + own.start, end: paragraph.start + own.end };
}
