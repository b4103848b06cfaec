/** A draft as an immutable model. Views are computed when first asked and kept; spans are absolute source offsets. */
import { lowerBound, type Span } from '../text/span.ts';
import { groupBlanks } from './blank-groups.ts';
import { type Block, type Shared, splitBlocks } from './blocks.ts';
import { type CountCheck, checkCounts } from './count-checks.ts';
import { type Format, ParagraphFacts } from './facts.ts';
import type { KnownParagraphs } from './known-paragraphs.ts';
import { addLengths, measure, noLength, type TextLength } from './length.ts';
import { Mentions, type ParagraphView } from './mentions.ts';
import type { Nesting } from './nesting.ts';
import { buildOutline, type Outline, type OutlineNode } from './outline.ts';
import { builtInProfiles, type Profile } from './profiles.ts';
import { ComparedNames } from './relations/across/conflict.ts';
import { type Check, checksOf, type Figure, figuresOf, type Verdict } from './relations.ts';
import { remember } from './remember.ts';
import { findSpeeches, type Speech } from './speeches.ts';
import { analyseStructure, type SpeechStructure } from './structure.ts';
import type { BlankToken } from './tokens.ts';

export type { Format } from './facts.ts';
export type { Check, Figure } from './relations.ts';

/** A run of body text: one line, or several where a page break or the width of a printout split it. Indent and line end are outside. */
export interface Paragraph extends Span {
  readonly index: number;
  /** Depth of a Markdown heading (# = 1), 0 for anything else. */
  readonly level: number;
  readonly facts: ParagraphFacts;
}

export interface Blank extends Span {
  readonly kind: BlankToken['kind'];
  readonly what: string;
  readonly style: string;
  readonly certainty: 'sure' | 'likely';
  /** Blanks of one group are one missing thing; the key is stable within the draft. */
  readonly group: string;
  readonly paragraph: Paragraph;
  readonly token: BlankToken;
}

export interface DocumentOptions {
  readonly format: Format;
  /** An earlier version of the same draft: what it knows of unchanged paragraphs is kept. */
  readonly previous?: Document;
  /** How many characters at the beginning and at the end are those of `previous`, at least: what is known need not be compared. */
  readonly same?: { readonly head: number; readonly tail: number };
  /** Paragraphs of the drafts read before this one. */
  readonly known?: KnownParagraphs;
  /** Kinds of speech that are known; the built-in ones when absent. */
  readonly profiles?: readonly Profile[];
  /** Id of the profile that the configuration chooses. */
  readonly profile?: string;
}

export class Document {
  readonly text: string;
  readonly format: Format;
  /** What the earlier version was made of, until this one's paragraphs are known. */
  #earlier: Earlier | undefined;
  readonly #others: KnownParagraphs | undefined;
  /** Of a draft that is being written: what its versions hand on, by kind. */
  readonly #handedOn: Map<new () => object, object> | undefined;
  #nestings: readonly Nesting[] = [];
  #mentions?: Mentions;
  /** Those of the earlier version, until this one's are asked for. */
  #mentionsBefore: Mentions | undefined;
  #paragraphs?: readonly Paragraph[];
  /** Rows of Markdown tables, by the paragraph before them; known with the paragraphs, as the lines are. */
  #rows: readonly Paragraph[] = [];
  #lines: readonly Block[] = [];
  #speeches?: readonly Speech[];
  #outline?: Outline;
  #structure?: readonly SpeechStructure[];
  readonly #profiles: readonly Profile[];
  readonly #profile: string | undefined;
  #counts?: readonly CountCheck[];
  #length?: TextLength;
  #blanks?: readonly Blank[];
  #figures?: readonly Figure[];
  #checks?: readonly Check[];
  #mismatches?: readonly Check[];

  constructor(text: string, options: DocumentOptions) {
    this.text = text;
    this.format = options.format;
    this.#profiles = options.profiles ?? builtInProfiles;
    this.#profile = options.profile;
    this.#others = options.known;
    const { previous, same } = options;
    if (previous !== undefined) this.#handedOn = previous.#handedOn ?? new Map();
    if (previous?.format === options.format) {
      if (previous.#paragraphs !== undefined)
        this.#earlier = {
          paragraphs: previous.#withRows(),
          lines: previous.#lines,
          shared: same && {
            head: same.head,
            tail: text.length - same.tail,
            moved: previous.text.length - text.length,
          },
        };
      this.#nestings = previous.#outline?.nestings ?? previous.#nestings;
      this.#mentionsBefore = previous.#mentions ?? previous.#mentionsBefore;
    }
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  get paragraphs(): readonly Paragraph[] {
    return (this.#paragraphs ??= this.#split());
  }

  /** The paragraphs of which a view says anything, in text order. */
  paragraphsWith(view: ParagraphView): readonly Paragraph[] {
    if (this.#mentions === undefined) {
      this.#mentions = new Mentions(this.paragraphs, this.#mentionsBefore);
      this.#mentionsBefore = undefined;
    }
    return this.#mentions.of(view);
  }

  /** What the versions of a draft know of it as a whole: the one object of its kind, made when first asked for. A draft without an earlier version has none. */
  handedOn<T extends object>(kind: new () => T): T | undefined {
    if (this.#handedOn === undefined) return undefined;
    let kept = this.#handedOn.get(kind);
    if (kept === undefined) this.#handedOn.set(kind, (kept = new kind()));
    return kept as T;
  }

  /** The speeches of the file; they tile its paragraphs. */
  get speeches(): readonly Speech[] {
    return (this.#speeches ??= findSpeeches(this.paragraphs));
  }

  /** Titles and structural markers with their nesting. */
  get outline(): Outline {
    return (this.#outline ??= buildOutline(this.text, this.paragraphs, this.speeches, this.#nestings));
  }

  /** Announced counts and what the text enumerates for them. */
  get counts(): readonly CountCheck[] {
    return (this.#counts ??= checkCounts(this.paragraphs, this.paragraphsWith(countsOf), this.outline));
  }

  /** Masks left to fill, and which of them are one missing thing. */
  get blanks(): readonly Blank[] {
    return (this.#blanks ??= groupBlanks(this.#masked(), this.#withRows(), this.speeches, this.text));
  }

  /** Every number with its unit, indicator, period and place. */
  get figures(): readonly Figure[] {
    return (this.#figures ??= figuresOf(this.paragraphs));
  }

  /** Arithmetic that the draft states, reckoned again (announced counts are in `counts`). */
  get checks(): readonly Check[] {
    return (this.#checks ??= this.#checksOf());
  }

  /** Those of them that do not come out. Nothing is made of the others, which are nearly all. */
  get mismatches(): readonly Check[] {
    return (this.#mismatches ??=
      this.#checks?.filter(({ verdict }) => verdict === 'mismatch') ?? this.#checksOf('mismatch'));
  }

  #checksOf(only?: Verdict): readonly Check[] {
    return checksOf(this.paragraphs, this.paragraphsWith(figuresIn), this.handedOn(ComparedNames), only);
  }

  /** The build of each speech after its profile. */
  get structure(): readonly SpeechStructure[] {
    return (this.#structure ??= analyseStructure(
      this.text,
      this.paragraphs,
      this.speeches,
      this.outline,
      this.#profiles,
      this.#profile,
    ));
  }

  /** The role that an outline node plays in its speech. */
  roleOf(node: OutlineNode): string | undefined {
    if (node.depth !== 1) return undefined;
    for (const { parts } of this.structure) for (const part of parts) if (part.node === node) return part.part.role;
    return undefined;
  }

  /** Length of all speeches, without what stands before their titles. */
  get length(): TextLength {
    return (this.#length ??= this.speeches.reduce(
      (sum, speech) => addLengths(sum, this.#speechLength(speech)),
      noLength,
    ));
  }

  #speechLength(speech: Speech): TextLength {
    const from = speech.title?.start ?? speech.salutation?.start ?? this.paragraphs[speech.first]?.start ?? 0;
    return this.lengthOf({ start: from, end: this.paragraphs[speech.end - 1]?.end ?? from });
  }

  /** Length of a source range, as it is read. */
  lengthOf(span: Span): TextLength {
    const { paragraphs } = this;
    let sum = noLength;
    for (let i = Math.max(0, lowerBound(paragraphs, span.start + 1, (p) => p.start) - 1); i < paragraphs.length; i++) {
      const paragraph = paragraphs[i]!;
      if (paragraph.start >= span.end) break;
      if (paragraph.end <= span.start) continue;
      const { reading, length } = paragraph.facts;
      sum = addLengths(
        sum,
        span.start <= paragraph.start && paragraph.end <= span.end
          ? length
          : lengthWithin(
              paragraph.facts,
              reading.reading(Math.max(0, span.start - paragraph.start)),
              reading.reading(Math.min(paragraph.end, span.end) - paragraph.start),
            ),
      );
    }
    return sum;
  }

  /** The paragraph that contains an offset, or the last one before it. */
  paragraphAt(offset: number): Paragraph | undefined {
    return this.paragraphs[lowerBound(this.paragraphs, offset + 1, (p) => p.start) - 1];
  }

  /** Body and rows of tables in text order: a row is read out like the rest, and a mask in it is as blank. */
  #withRows(): readonly Paragraph[] {
    const { paragraphs } = this;
    return this.#rows.length === 0 ? paragraphs : [...paragraphs, ...this.#rows].sort((a, b) => a.start - b.start);
  }

  #masked(): readonly Paragraph[] {
    const body = this.paragraphsWith(blanksIn);
    return this.#rows.length === 0 ? body : this.#withRows().filter(({ facts }) => facts.blanks.length > 0);
  }

  #split(): readonly Paragraph[] {
    const { text, format } = this;
    const earlier = this.#earlier;
    const { paragraphs: before = [], shared, lines: linesBefore = [] } = earlier ?? {};
    const { lines, blocks } = splitBlocks(text, format, shared && { lines: linesBefore, shared });
    const paragraphs: Paragraph[] = [];
    const rows: Paragraph[] = [];
    const standing = shared && new Standing(before, shared);
    // Where one paragraph was written in, none was moved.
    const known = shared && before.length === blocks.length ? undefined : factsBySource(before);
    for (const { start, end, level, row } of blocks) {
      // A row belongs where the paragraph before it does.
      const index = row ? Math.max(0, paragraphs.length - 1) : paragraphs.length;
      let paragraph = standing?.at(start, end);
      if (paragraph?.start !== start || paragraph.level !== level || paragraph.index !== index) {
        const facts = paragraph?.facts ?? this.#factsOf(text.slice(start, end), known);
        paragraph = { start, end, level, index, facts };
      }
      (row ? rows : paragraphs).push(paragraph);
    }
    this.#earlier = undefined;
    this.#lines = lines;
    this.#rows = rows;
    return paragraphs;
  }

  #factsOf(source: string, known: Map<string, ParagraphFacts> | undefined): ParagraphFacts {
    let facts = known?.get(source);
    if (facts === undefined) {
      facts = this.#others?.facts(source, this.format) ?? new ParagraphFacts(source, this.format);
      known?.set(facts.source, facts);
    }
    return facts;
  }
}

/** What a new version of a draft takes over. */
interface Earlier {
  /** With the rows of tables, in text order. */
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Block[];
  /** Undefined when it is not known how much of the text still stands. */
  readonly shared: Shared | undefined;
}

function factsBySource(paragraphs: readonly Paragraph[]): Map<string, ParagraphFacts> {
  const known = new Map<string, ParagraphFacts>();
  for (const { facts } of paragraphs) known.set(facts.source, facts);
  return known;
}

/** Finds the paragraphs of an earlier version that stand where they stood, or as far from the end. To be asked in text order. */
class Standing {
  readonly #paragraphs: readonly Paragraph[];
  readonly #shared: Shared;
  #next = 0;

  constructor(paragraphs: readonly Paragraph[], shared: Shared) {
    this.#paragraphs = paragraphs;
    this.#shared = shared;
  }

  at(start: number, end: number): Paragraph | undefined {
    const { head, tail, moved } = this.#shared;
    const by = end <= head ? 0 : start >= tail ? moved : undefined;
    if (by === undefined) return undefined;
    const paragraphs = this.#paragraphs;
    while (this.#next < paragraphs.length && paragraphs[this.#next]!.start < start + by) this.#next++;
    const paragraph = paragraphs[this.#next];
    return paragraph?.start === start + by && paragraph.end === end + by ? paragraph : undefined;
  }
}

const countsOf = ({ counts }: ParagraphFacts) => counts;
const figuresIn = ({ figures }: ParagraphFacts) => figures;
const blanksIn = ({ blanks }: ParagraphFacts) => blanks;

/** Lengths of pieces of a paragraph, by their ends in the reading: those between its markers are asked for again in every version. */
const lengths = remember(() => new Map<number, TextLength>());
/** Pieces that are kept; more than a paragraph has markers. */
const mostPieces = 64;

function lengthWithin(facts: ParagraphFacts, start: number, end: number): TextLength {
  const known = lengths(facts);
  const key = start * 0x200_0000 + end;
  let length = known.get(key);
  if (length === undefined) {
    if (known.size >= mostPieces) known.clear();
    known.set(key, (length = measure(facts.reading.text, start, end)));
  }
  return length;
}
