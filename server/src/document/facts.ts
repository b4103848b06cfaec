/**
 * Everything that can be said of one paragraph by itself, computed when first asked. Offsets are into `reading.text`.
 * Facts depend on the paragraph's source alone: documents share them, and a new version of a draft keeps those of every paragraph it left alone.
 */
import { ownCopy } from '../text/copy.ts';
import type { Span } from '../text/span.ts';
import { lexBlanks } from './blanks.ts';
import { type Brackets, matchBrackets } from './brackets.ts';
import { type CountToken, lexCounts } from './counts.ts';
import { type FigureToken, lexFigures } from './figures.ts';
import { measure, type TextLength } from './length.ts';
import { lexMarkers } from './markers.ts';
import { lexPersons, type PersonToken } from './persons.ts';
import { type Reading, read } from './reading.ts';
import { claimsOf, type ParagraphClaims } from './relations.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { BlankToken, MarkerToken } from './tokens.ts';
import { isFresh, type Walk, walkThrough } from './walk.ts';

export type Format = 'plain' | 'markdown';

export class ParagraphFacts {
  readonly source: string;
  readonly format: Format;
  /** What `remember` keeps here, by its own numbering; nobody else looks inside. */
  readonly remembered: unknown[] = [];
  #reading?: Reading;
  #walk?: Walk;
  #blanks?: readonly BlankToken[];
  #figures?: readonly FigureToken[];
  #statements?: readonly Statement[];
  #claims?: ParagraphClaims | null;
  #markers?: readonly MarkerToken[];
  #persons?: readonly PersonToken[];
  #length?: TextLength;
  #counts?: readonly CountToken[];
  #brackets?: Brackets;
  #sentences?: readonly Span[];
  #clauses?: readonly Span[];

  constructor(source: string, format: Format) {
    this.source = ownCopy(source);
    this.format = format;
  }
  get reading(): Reading {
    return (this.#reading ??= read(this.source, this.format));
  }
  /** What one look at each character gives. */
  get walk(): Walk {
    if (this.#walk === undefined || !isFresh(this.#walk)) this.#walk = walkThrough(this.reading.text);
    return this.#walk;
  }
  /** Masks left to fill. */
  get blanks(): readonly BlankToken[] {
    return (this.#blanks ??= lexBlanks(this));
  }
  /** Numbers with their units. May ask for `blanks`: a mask inside a figure makes it unknown. */
  get figures(): readonly FigureToken[] {
    return (this.#figures ??= lexFigures(this));
  }
  /** What the figures that bear an amount are about. */
  get statements(): readonly Statement[] {
    return (this.#statements ??= statementsOf(this));
  }
  /** Arithmetic that the paragraph states by itself; null when it holds no figures. */
  get claims(): ParagraphClaims | null {
    return this.#claims === undefined ? (this.#claims = claimsOf(this)) : this.#claims;
  }
  /** Candidates for structural markers. */
  get markers(): readonly MarkerToken[] {
    return (this.#markers ??= lexMarkers(this));
  }
  /** Quotation marks, brackets and book-title marks: pairs, and those that stand alone. */
  get brackets(): Brackets {
    return (this.#brackets ??= matchBrackets(this.reading.text, this.walk.others));
  }
  /** Announced counts with the words they count. */
  get counts(): readonly CountToken[] {
    return (this.#counts ??= lexCounts(this));
  }
  /** Names with posts or forms of address. */
  get persons(): readonly PersonToken[] {
    return (this.#persons ??= lexPersons(this));
  }
  get length(): TextLength {
    return (this.#length ??= measure(this.reading.text, 0, this.reading.text.length, this.walk.others));
  }
  /** Sentences tile the reading: each ends after its 。！？ and the quotes or brackets that close with it. */
  get sentences(): readonly Span[] {
    return (this.#sentences ??= splitSentences(this));
  }
  /** Clauses tile the reading: each ends after its ，；：。！？ (、 does not end a clause). */
  get clauses(): readonly Span[] {
    return (this.#clauses ??= splitClauses(this));
  }
}
