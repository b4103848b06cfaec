/** What a draft says again and again: runs of four Han characters, counted in a table of hashes, and exact counts of what is weighed. */
import type { Document } from '../../../document/document.ts';
import type { ParagraphFacts } from '../../../document/facts.ts';
import { pairSlot } from '../../../document/walk.ts';
import { isHan, isPlainHan } from '../../../text/characters.ts';
import { gram, mostPhrases, PhraseTable } from './near-phrases.ts';

const slots = 1 << 16;

/** Counts of runs by hash saturate here. */
const mostCounted = 0xffff;

/** Function words: a run with one of them is a seam between phrases, not a phrase. */
const loose = '的了在和是与及对把将等为';

/** What a draft as a whole says again and again. */
export interface DraftPhrases {
  /** Its own phrases. */
  readonly phrases: PhraseTable;
  readonly tally: Tally;
}

/** Paragraphs that may be others before everything is counted again. */
const mostChanged = 8;

interface Told extends DraftPhrases {
  readonly facts: readonly ParagraphFacts[];
  readonly minimum: number;
}

/** What was last told of a draft that is being written: of the next version a few paragraphs are others. */
class Versions {
  readonly #counts = new Uint16Array(slots);
  #last: Told | undefined;

  tell(facts: readonly ParagraphFacts[], minimum: number): DraftPhrases {
    this.#last = this.#next(facts, minimum) ?? toldAnew(facts, minimum, this.#counts);
    return this.#last;
  }

  /** Taken over from the version before where few paragraphs are others. */
  #next(facts: readonly ParagraphFacts[], minimum: number): Told | undefined {
    const last = this.#last;
    if (last === undefined || last.minimum !== minimum) return undefined;
    let head = 0;
    while (head < facts.length && facts[head] === last.facts[head]) head++;
    let end = facts.length;
    let endBefore = last.facts.length;
    while (end > head && endBefore > head && facts[end - 1] === last.facts[endBefore - 1]) {
      end--;
      endBefore--;
    }
    const removed = last.facts.slice(head, endBefore);
    const added = facts.slice(head, end);
    if (removed.length > mostChanged || added.length > mostChanged) return undefined;
    const tally = last.tally.after(facts, removed, added);
    if (recounted(removed, added, minimum, this.#counts)) return { ...last, facts, tally };
    const runs = frequentRuns(facts, minimum, this.#counts);
    const same = runs.length === last.phrases.phrases.length && runs.every((run, i) => run === last.phrases.phrases[i]);
    return { facts, minimum, tally, phrases: same ? last.phrases : new PhraseTable(runs, false) };
  }
}

const noPhrases = new PhraseTable([], false);

function toldAnew(facts: readonly ParagraphFacts[], minimum: number, counts: Uint16Array): Told {
  const runs = frequentRuns(facts, minimum, counts);
  const phrases = runs.length === 0 ? noPhrases : new PhraseTable(runs, false);
  return { facts, minimum, phrases, tally: new Tally(facts) };
}

/** Counts of a draft that has no earlier version. */
let scratch: Uint16Array | undefined;

/** The draft's own phrases, which it says `minimum` times or more, and its counts of words. */
export function phrasesOf(document: Document, minimum: number): DraftPhrases {
  const facts = document.paragraphs.map((paragraph) => paragraph.facts);
  const versions = document.handedOn(Versions);
  return versions?.tell(facts, minimum) ?? toldAnew(facts, minimum, (scratch ??= new Uint16Array(slots)));
}

/** The draft's own phrases: runs of four that occur `minimum` times, in an order that does not depend on where they stand. */
function frequentRuns(facts: readonly ParagraphFacts[], minimum: number, counts: Uint16Array): string[] {
  counts.fill(0);
  const frequent: string[] = [];
  for (const { reading } of facts) {
    const { text } = reading;
    let run = 0;
    let before = 0;
    let pair = 0;
    let pairBefore = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!isPlainHan(code)) {
        run = 0;
        continue;
      }
      // The pair that ended two characters before is the first half of the run.
      const half = pairBefore;
      pairBefore = pair;
      pair = pairSlot(before, code);
      before = code;
      if (++run < gram) continue;
      const slot = pairSlot(half, pair);
      const count = counts[slot]! + 1;
      if (count <= mostCounted) counts[slot] = count;
      if (count === minimum) frequent.push(text.slice(i - 3, i + 1));
    }
  }
  return frequent
    .filter((each) => ![...each].some((character) => loose.includes(character)))
    .sort()
    .slice(0, mostPhrases);
}

interface Run {
  readonly slot: number;
  readonly words: string;
}

/** Adds the runs of four of a text that lie between two offsets. */
function addRuns(text: string, from: number, to: number, runs: Run[]): void {
  let run = 0;
  for (let i = from; i < to; i++) {
    if (!isPlainHan(text.charCodeAt(i))) run = 0;
    else if (++run >= gram) {
      const half = pairSlot(text.charCodeAt(i - 3), text.charCodeAt(i - 2));
      const pair = pairSlot(text.charCodeAt(i - 1), text.charCodeAt(i));
      runs.push({ slot: pairSlot(half, pair), words: text.slice(i - 3, i + 1) });
    }
  }
}

/** Runs that are gone and that have come, without those that two versions of a paragraph share before and behind an edit. */
function changedRuns(removed: readonly ParagraphFacts[], added: readonly ParagraphFacts[]): readonly [Run[], Run[]] {
  const gone: Run[] = [];
  const come: Run[] = [];
  const [old, now] = [removed[0], added[0]];
  if (removed.length === 1 && added.length === 1) {
    const a = old!.reading.text;
    const b = now!.reading.text;
    const shorter = Math.min(a.length, b.length);
    let head = 0;
    while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
    let tail = 0;
    while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
    // A run reaches three characters beyond what is another.
    const from = Math.max(0, head - gram + 1);
    addRuns(a, from, Math.min(a.length, a.length - tail + gram - 1), gone);
    addRuns(b, from, Math.min(b.length, b.length - tail + gram - 1), come);
  } else {
    for (const { reading } of removed) addRuns(reading.text, 0, reading.text.length, gone);
    for (const { reading } of added) addRuns(reading.text, 0, reading.text.length, come);
  }
  return [gone, come];
}

/** Counts on from the version before. True when the same runs of those that are frequent, now or then, stand in the same order: the phrases are the same, too. */
function recounted(
  removed: readonly ParagraphFacts[],
  added: readonly ParagraphFacts[],
  minimum: number,
  counts: Uint16Array,
): boolean {
  const [gone, come] = changedRuns(removed, added);
  let saturated = false;
  const more = new Map<number, number>();
  for (const { slot } of gone) {
    if (counts[slot] === mostCounted) saturated = true;
    more.set(slot, (more.get(slot) ?? 0) - 1);
  }
  for (const { slot } of come) more.set(slot, (more.get(slot) ?? 0) + 1);
  for (const [slot, by] of more) {
    const count = counts[slot]! + by;
    if (count >= mostCounted) saturated = true;
    else counts[slot] = count;
  }
  if (saturated) return false;
  const frequent = ({ slot }: Run): boolean => counts[slot]! >= minimum || counts[slot]! - more.get(slot)! >= minimum;
  const before = gone.filter(frequent);
  const after = come.filter(frequent);
  return before.length === after.length && before.every(({ words }, i) => words === after[i]!.words);
}

/** Where a phrase stands in the draft: how often, and the characters before and behind it ('' for any mark) with their counts. */
interface Company {
  readonly count: number;
  readonly before: ReadonlyMap<string, number>;
  readonly behind: ReadonlyMap<string, number>;
}

/** Counts that are kept; far more than are asked for in one draft. */
export const mostKept = 2000;

/** Exact counts of Han words over a draft. A long one has hundreds of paragraphs, and looking through one text is far quicker. */
export class Tally {
  readonly #facts: readonly ParagraphFacts[];
  #joined: string | undefined;
  /** Below 0: so many at least, no more were asked for. */
  readonly #counts = new Map<string, number>();
  readonly #companies = new Map<string, Company>();

  constructor(facts: readonly ParagraphFacts[]) {
    this.#facts = facts;
  }
  /** The counts of the next version: they differ by what stands in the paragraphs that are others. */
  after(facts: readonly ParagraphFacts[], removed: readonly ParagraphFacts[], added: readonly ParagraphFacts[]): Tally {
    const next = new Tally(facts);
    const gone = textOf(removed);
    const come = textOf(added);
    for (const [words, count] of this.#counts) {
      const less = timesIn(gone, words);
      const more = timesIn(come, words);
      if (count >= 0) next.#counts.set(words, count - less + more);
      else if (more >= less) next.#counts.set(words, count);
    }
    for (const [phrase, company] of this.#companies)
      if (!gone.includes(phrase) && !come.includes(phrase)) next.#companies.set(phrase, company);
    return next;
  }
  get #text(): string {
    return (this.#joined ??= textOf(this.#facts));
  }
  /** How often the words stand in the draft, up to `limit`. */
  count(words: string, limit: number): number {
    const known = this.#counts.get(words);
    if (known !== undefined && known >= 0) return Math.min(known, limit);
    if (known !== undefined && -known >= limit) return limit;
    const text = this.#text;
    let count = 0;
    let at = text.indexOf(words);
    for (; at >= 0 && count < limit; at = text.indexOf(words, at + 1)) count++;
    if (this.#counts.size < mostKept || known !== undefined) this.#counts.set(words, at < 0 ? count : -count);
    return count;
  }
  company(phrase: string): Company {
    const known = this.#companies.get(phrase);
    if (known !== undefined) return known;
    const company = this.#companyOf(phrase);
    if (this.#companies.size < mostKept) this.#companies.set(phrase, company);
    return company;
  }
  #companyOf(phrase: string): Company {
    const text = this.#text;
    const before = new Map<string, number>();
    const behind = new Map<string, number>();
    let count = 0;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      count++;
      const left = hanAt(text, at - 1);
      const right = hanAt(text, at + phrase.length);
      before.set(left, (before.get(left) ?? 0) + 1);
      behind.set(right, (behind.get(right) ?? 0) + 1);
    }
    return { count, before, behind };
  }
}

/** What paragraphs say, each on a line of its own: no words of Han characters reach from one to the next. */
const textOf = (facts: readonly ParagraphFacts[]): string => facts.map(({ reading }) => reading.text).join('\n');

/** How often words stand in a text; places that overlap count each. */
export function timesIn(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
}

export const hanAt = (text: string, at: number): string => (isHan(text.charCodeAt(at)) ? text[at]! : '');
