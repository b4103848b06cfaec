import type { Document, Paragraph } from '../../document/document.ts';
import type { ParagraphFacts } from '../../document/facts.ts';
import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import { pairSlot, placesOf, watch } from '../../document/walk.ts';
import { defineRule } from '../../engine/rule.ts';
import { isHan } from '../../text/characters.ts';
import { sameShape, sameSound } from './lexicon/alike.ts';
import { confusableRows, wrongEnd } from './lexicon/confusable-words.ts';
import { droppable, fillers, glue, setPhrases, twins, versatile } from './lexicon/set-phrases.ts';

/**
 * How it works: every run of four Han characters is counted in a table of hashes. Runs that reach the minimum are this draft's own phrases; they and the
 * set phrases of the lexicon are looked up by their first two and their last two characters. One edit leaves one of these pairs whole, so each place is
 * compared with the few phrases that share a pair with it. Linear in the text; whatever looks like a slip is then weighed with exact counts.
 */

/** Characters of the runs that are counted. */
const gram = 4;
const slots = 1 << 16;
/** Runs that are weighed with exact counts, at most: a bound on the work for any text. */
const weighedAtMost = 200;

/** Phrases that are kept for one pair of characters; more never share one but in a text made for it. */
const fullChain = 64;

type Slip = 'extra' | 'missing' | 'swapped' | 'replaced';

/** A place that is one edit away from a phrase; offsets into the paragraph's reading. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly slip: Slip;
  /** Offset in the phrase where the two part. */
  readonly at: number;
  readonly fixed: boolean;
}

interface Candidate extends Found {
  readonly paragraph: Paragraph;
}

/** How a phrase is found: by its first two characters, by its last two, or by its first and third (招引商资 leaves neither pair whole). */
const front = 0;
const back = 1;
const swap = 2;

/** More would not fit the links of the table; a draft has few phrases of its own. */
const mostPhrases = 0x5000;

/** Phrases in chains, by the slots of their pairs. A chance collision only costs a comparison. */
class PhraseTable {
  /** Stand in one form, whatever this draft says. */
  readonly fixed: boolean;
  readonly phrases: readonly string[];
  /** The last link of each chain, 0 for none. Link `1 + 3 * phrase + key` stands for one pair of one phrase. */
  readonly #heads: Uint16Array;
  /** For each link the one before it. */
  readonly #next: Uint16Array;

  constructor(phrases: readonly string[], fixed: boolean) {
    // A power of two.
    const chains = fixed ? 1 << 13 : 1 << 11;
    const heads = new Uint16Array(chains);
    const depths = new Uint8Array(chains);
    const next = new Uint16Array(3 * phrases.length + 1);
    // Backwards: of two phrases that share a pair, the first is compared first.
    for (let i = phrases.length - 1; i >= 0; i--) {
      const phrase = phrases[i]!;
      const { length } = phrase;
      const first = phrase.charCodeAt(0);
      for (let key = front; key <= (length === gram ? swap : back); key++) {
        const slot =
          key === back
            ? pairSlot(phrase.charCodeAt(length - 2), phrase.charCodeAt(length - 1))
            : pairSlot(first, phrase.charCodeAt(key === front ? 1 : 2));
        const chain = slot & (chains - 1);
        if (depths[chain] === fullChain) continue;
        depths[chain]!++;
        const link = 1 + 3 * i + key;
        next[link] = heads[chain]!;
        heads[chain] = link;
      }
    }
    this.phrases = phrases;
    this.fixed = fixed;
    this.#heads = heads;
    this.#next = next;
  }
  has(slot: number): boolean {
    return this.#heads[slot & (this.#heads.length - 1)] !== 0;
  }
  /** Compares the phrases of a slot with the text around the pair that ends at `i`. What cannot be one edit away is left at a glance. */
  compare(text: string, i: number, slot: number, found: Found[]): void {
    const next = this.#next;
    for (let link = this.#heads[slot & (this.#heads.length - 1)]!; link !== 0; link = next[link]!) {
      const index = Math.trunc((link - 1) / 3);
      const phrase = this.phrases[index]!;
      const key = link - 1 - 3 * index;
      const { length } = phrase;
      let candidate: Found | undefined;
      if (key === back) {
        const third = phrase.charCodeAt(length - 3);
        const fourth = phrase.charCodeAt(length - 4);
        const before = text.charCodeAt(i - 2);
        const farther = text.charCodeAt(i - 3);
        if (before === third && farther === fourth && length === gram) continue;
        if (before !== third && farther !== fourth && farther !== third && before !== fourth) continue;
        const slip = slipBefore(text, i + 1, phrase);
        if (slip !== undefined && slip.start >= 0) candidate = { end: i + 1, phrase, fixed: this.fixed, ...slip };
      } else {
        const third = phrase.charCodeAt(key === swap ? 1 : 2);
        const fourth = phrase.charCodeAt(3);
        const behind = text.charCodeAt(i + 1);
        const farther = text.charCodeAt(i + 2);
        if (
          key === swap
            ? behind !== third || farther !== fourth
            : behind !== third && farther !== fourth && farther !== third && behind !== fourth
        )
          continue;
        // The phrase itself: by far the most common case.
        if (key === front && length === gram && behind === third && farther === fourth) continue;
        const slip = slipFrom(text, i - 1, phrase);
        if (slip !== undefined) candidate = { start: i - 1, phrase, fixed: this.fixed, ...slip };
      }
      if (candidate !== undefined && isPlausible(text, candidate)) found.push(candidate);
    }
  }
}

let official: PhraseTable | undefined;
const officialPhrases = (): PhraseTable => (official ??= new PhraseTable(setPhrases, true));

/** Pairs by which set phrases are found. */
const watched = watch((mark) => {
  for (const phrase of setPhrases) {
    const { length } = phrase;
    mark(phrase.charCodeAt(0), phrase.charCodeAt(1));
    mark(phrase.charCodeAt(length - 2), phrase.charCodeAt(length - 1));
    if (length === gram) mark(phrase.charCodeAt(0), phrase.charCodeAt(2));
  }
});

/** Answers given before: a long draft asks of the same few pairs again and again. */
const answered = new Map<number, boolean>();
const mostAnswers = 8192;

/** Whether two characters stand in one group of equal sound or similar shape. Nothing is built for the tables: most pairs are never asked of. */
function isAlike(a: string, b: string): boolean {
  const key = a.charCodeAt(0) * 65536 + b.charCodeAt(0);
  let alike = answered.get(key);
  if (alike === undefined) {
    alike = shareGroup(sameSound, a, b) || shareGroup(sameShape, a, b);
    if (answered.size >= mostAnswers) answered.clear();
    answered.set(key, alike);
  }
  return alike;
}

/** Groups are separated by white space. */
function shareGroup(groups: string, a: string, b: string): boolean {
  for (let at = groups.indexOf(a); at >= 0; at = groups.indexOf(a, at + 1)) {
    let start = at;
    while (start > 0 && groups.charCodeAt(start - 1) > 0x20) start--;
    let end = at;
    while (end < groups.length && groups.charCodeAt(end) > 0x20) end++;
    if (groups.slice(start, end).includes(b)) return true;
  }
  return false;
}

const none: readonly Found[] = [];

/** What is one edit away from a set phrase. */
const besideFixed = remember((facts): readonly Found[] => {
  const places = placesOf(facts.walk, watched);
  if (places.length === 0) return none;
  const phrases = officialPhrases();
  const { text } = facts.reading;
  const found: Found[] = [];
  for (const i of places) phrases.compare(text, i, pairSlot(text.charCodeAt(i - 1), text.charCodeAt(i)), found);
  return found.length === 0 ? none : found;
});

const isPlainHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Counts of runs by hash, saturating. */
const counts = new Uint16Array(slots);
const mostCounted = 0xffff;

/** Function words: a run with one of them is a seam between phrases, not a phrase. */
const loose = '的了在和是与及对把将等为';

/** What was last told of a draft as a whole, and of which paragraphs: of the next version a few are others. */
let known:
  | { readonly facts: readonly ParagraphFacts[]; readonly minimum: number; readonly phrases: string[]; tally: Tally }
  | undefined;
/** Paragraphs that may be others before everything is counted again. */
const mostChanged = 8;

/** The draft's own phrases and its counts of words, taken over from the version before where few paragraphs are others. */
function draftwide({ paragraphs }: Document, minimum: number): { readonly phrases: string[]; readonly tally: Tally } {
  const facts = paragraphs.map((paragraph) => paragraph.facts);
  const last = known;
  if (last !== undefined && last.minimum === minimum) {
    let from = 0;
    while (from < facts.length && facts[from] === last.facts[from]) from++;
    let behind = 0;
    while (
      behind < facts.length - from &&
      behind < last.facts.length - from &&
      facts[facts.length - 1 - behind] === last.facts[last.facts.length - 1 - behind]
    )
      behind++;
    const removed = last.facts.slice(from, last.facts.length - behind);
    const added = facts.slice(from, facts.length - behind);
    if (removed.length <= mostChanged && added.length <= mostChanged) {
      const phrases = recounted(removed, added, minimum) ? last.phrases : frequentRuns(facts, minimum);
      known = { facts, minimum, phrases, tally: last.tally.after(facts, removed, added) };
      return known;
    }
  }
  known = { facts, minimum, phrases: frequentRuns(facts, minimum), tally: new Tally(facts) };
  return known;
}

/** The draft's own phrases: runs of four that occur `minimum` times, in an order that does not depend on where they stand. */
function frequentRuns(facts: readonly ParagraphFacts[], minimum: number): string[] {
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
function recounted(removed: readonly ParagraphFacts[], added: readonly ParagraphFacts[], minimum: number): boolean {
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

/** Where text and phrase part, looked at from the front; its length when they do not. */
function partsAt(text: string, from: number, phrase: string): number {
  let i = 0;
  while (i < phrase.length && text.charCodeAt(from + i) === phrase.charCodeAt(i)) i++;
  return i;
}

function tailMatches(text: string, from: number, phrase: string, at: number): boolean {
  for (let i = at; i < phrase.length; i++) if (text.charCodeAt(from + i - at) !== phrase.charCodeAt(i)) return false;
  return true;
}

function headMatches(text: string, end: number, phrase: string, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(end - length + i) !== phrase.charCodeAt(i)) return false;
  return true;
}

/** The one edit by which the text from `start` on differs from the phrase, when its beginning is whole. */
function slipFrom(text: string, start: number, phrase: string): { slip: Slip; at: number; end: number } | undefined {
  const at = partsAt(text, start, phrase);
  const { length } = phrase;
  if (at === length || at === 0 || start + length - 1 > text.length) return undefined;
  if (
    at + 1 < length &&
    text.charCodeAt(start + at) === phrase.charCodeAt(at + 1) &&
    text.charCodeAt(start + at + 1) === phrase.charCodeAt(at) &&
    tailMatches(text, start + at + 2, phrase, at + 2)
  )
    return { slip: 'swapped', at, end: start + length };
  if (at < 2) return undefined;
  const han = isHan(text.charCodeAt(start + at));
  if (han && tailMatches(text, start + at + 1, phrase, at)) return { slip: 'extra', at, end: start + length + 1 };
  if (han && tailMatches(text, start + at + 1, phrase, at + 1)) return { slip: 'replaced', at, end: start + length };
  if (tailMatches(text, start + at, phrase, at + 1)) return { slip: 'missing', at, end: start + length - 1 };
  return undefined;
}

/** The same, when its end (before `end`) is whole. */
function slipBefore(text: string, end: number, phrase: string): { slip: Slip; at: number; start: number } | undefined {
  const { length } = phrase;
  let same = 0;
  while (same < length && text.charCodeAt(end - 1 - same) === phrase.charCodeAt(length - 1 - same)) same++;
  if (same === length || same < 2) return undefined;
  const at = length - 1 - same;
  const place = end - 1 - same;
  if (
    at >= 1 &&
    text.charCodeAt(place) === phrase.charCodeAt(at - 1) &&
    text.charCodeAt(place - 1) === phrase.charCodeAt(at) &&
    headMatches(text, place - 1, phrase, at - 1)
  )
    return { slip: 'swapped', at: at - 1, start: end - length };
  const han = isHan(text.charCodeAt(place));
  if (han && headMatches(text, place, phrase, at + 1)) return { slip: 'extra', at: at + 1, start: end - length - 1 };
  if (han && headMatches(text, place, phrase, at)) return { slip: 'replaced', at, start: end - length };
  if (headMatches(text, place + 1, phrase, at)) return { slip: 'missing', at, start: end - length + 1 };
  return undefined;
}

/** What can be told from the two strings alone. Most chance likenesses end here. */
function isPlausible(text: string, { start, end, phrase, slip, at, fixed }: Found): boolean {
  const { length } = phrase;
  switch (slip) {
    case 'swapped':
      if (phrase[at] === phrase[at + 1] || versatile.includes(phrase[at]!) || versatile.includes(phrase[at + 1]!))
        return false;
      // At either edge the two may belong to other words, unless enough of the phrase stands beside them.
      return (at > 0 && at + 2 < length) || (length > gram && fixed);
    case 'replaced': {
      const written = text[start + at]!;
      const meant = phrase[at]!;
      if (versatile.includes(written) || versatile.includes(meant) || !isAlike(written, meant)) return false;
      return !twins.some(
        ([a, b]) =>
          hasTwin(text.slice(start, end), phrase, at, a, b) || hasTwin(text.slice(start, end), phrase, at, b, a),
      );
    }
    case 'extra': {
      if (at === 0 || at === length) return false;
      // 治安|安全生产: the phrase itself stands here whole.
      if (text.startsWith(phrase, start) || text.startsWith(phrase, start + 1)) return false;
      const extra = text[start + at]!;
      if (extra === phrase[at] || extra === phrase[at - 1] || !fillers.includes(extra)) return true;
      if ('等和及与或'.includes(extra)) return false;
      // Words of set phrases have two characters or more: one that stands alone at an edge is broken off.
      if (fixed) return at === 1 || at === length - 1;
      return !glue.includes(extra);
    }
    case 'missing': {
      if (at === 0 || at === length - 1) return false;
      const lost = phrase[at]!;
      if (phrase.indexOf(lost) !== phrase.lastIndexOf(lost)) return false;
      if (!fixed) return length === gram && !glue.includes(lost) && !droppable.includes(lost);
      if (length <= gram || droppable.includes(lost)) return false;
      return (at >= 2 && at <= length - 3) || (length >= 6 && !fillers.includes(phrase[at === 1 ? 0 : length - 1]!));
    }
  }
}

/** Whether around the odd character the text has word `a` where the phrase has word `b`. */
function hasTwin(written: string, phrase: string, at: number, a: string, b: string): boolean {
  for (let k = at - 1; k <= at; k++) if (k >= 0 && written.startsWith(a, k) && phrase.startsWith(b, k)) return true;
  return false;
}

/** The draft's own phrases that were looked for last, most keystrokes change none. */
let own = new PhraseTable([], false);

/** What was found in a paragraph beside the phrases of a table. */
const besideOwn = remember((): { phrases: PhraseTable | undefined; found: readonly Found[] } => ({
  phrases: undefined,
  found: none,
}));

function candidates(document: Document, phrases: readonly string[]): Candidate[] {
  if (phrases.length !== own.phrases.length || phrases.some((phrase, i) => phrase !== own.phrases[i]))
    own = new PhraseTable(phrases, false);
  const all: Candidate[] = [];
  for (const paragraph of document.paragraphs) {
    const { facts } = paragraph;
    for (const each of besideFixed(facts)) all.push(placed(each, paragraph));
    if (phrases.length === 0) continue;
    const beside = besideOwn(facts);
    if (beside.phrases !== own) {
      beside.phrases = own;
      beside.found = scan(facts, own);
    }
    for (const each of beside.found) all.push(placed(each, paragraph));
  }
  return all;
}

/** Member by member: a spread is far slower, and there are hundreds at every keystroke. */
const placed = ({ start, end, phrase, slip, at, fixed }: Found, paragraph: Paragraph): Candidate => ({
  start,
  end,
  phrase,
  slip,
  at,
  fixed,
  paragraph,
});

/** What is one edit away from the draft's own phrases. */
function scan({ reading: { text } }: ParagraphFacts, phrases: PhraseTable): readonly Found[] {
  const found: Found[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const slot = pairSlot(before, code);
    before = code;
    if (phrases.has(slot) && isPlainHan(code)) phrases.compare(text, i, slot, found);
  }
  return found.length === 0 ? none : found;
}

/** Where a phrase stands in the draft: how often, and the characters before and behind it ('' for any mark) with their counts. */
interface Company {
  readonly count: number;
  readonly before: ReadonlyMap<string, number>;
  readonly behind: ReadonlyMap<string, number>;
}

/** Counts that are kept; far more than are asked for in one draft. */
const mostKept = 2000;

/** Exact counts of Han words over a draft. A long one has hundreds of paragraphs, and looking through one text is far quicker. */
class Tally {
  readonly #facts: readonly ParagraphFacts[];
  #joined: string | undefined;
  /** Below 0: so many at least, no more were asked for. */
  readonly #counts = new Map<string, number>();
  readonly #companies = new Map<string, Company>();

  constructor(facts: readonly ParagraphFacts[]) {
    this.#facts = facts;
  }
  /** The counts of the next version: of words that stand in no paragraph that is another they are the same. */
  after(facts: readonly ParagraphFacts[], removed: readonly ParagraphFacts[], added: readonly ParagraphFacts[]): Tally {
    const next = new Tally(facts);
    const changed = [...removed, ...added].map(({ reading }) => reading.text).join('\n');
    for (const [words, count] of this.#counts) if (!changed.includes(words)) next.#counts.set(words, count);
    for (const [phrase, company] of this.#companies)
      if (!changed.includes(phrase)) next.#companies.set(phrase, company);
    return next;
  }
  get #text(): string {
    return (this.#joined ??= this.#facts.map(({ reading }) => reading.text).join('\n'));
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

const hanAt = (text: string, at: number): string => (isHan(text.charCodeAt(at)) ? text[at]! : '');

/** Wrong forms of the table of confusable words, read when a place is weighed for the first time. */
let listed: readonly string[] | undefined;

let right: ReadonlySet<string> | undefined;
const isRight = (written: string): boolean => (right ??= new Set(setPhrases)).has(written);

/** Answers given before: at every keystroke the same places are weighed again. */
const listedBefore = new Map<string, boolean>();

function isListed(written: string, phrase: string): boolean {
  const key = `${written} ${phrase}`;
  let is = listedBefore.get(key);
  if (is === undefined) {
    listed ??= confusableRows().rows.map((row) => row.slice(0, wrongEnd(row)));
    is = listed.some((wrong) => written.includes(wrong) && !phrase.includes(wrong));
    if (listedBefore.size >= mostKept) listedBefore.clear();
    listedBefore.set(key, is);
  }
  return is;
}

/** Exact counts and the company a phrase keeps decide. */
function isSlip(tally: Tally, { paragraph, start, end, phrase, slip, at, fixed }: Candidate, minimum: number): boolean {
  const { text } = paragraph.facts.reading;
  const written = text.slice(start, end);
  if (isRight(written)) return false;
  const most = fixed ? 2 : 1;
  if (tally.count(written, most + 1) > most) return false;
  // The table of confusable words has said so already.
  if (isListed(written, phrase)) return false;
  if (fixed) return true;
  // 干部工|作: the two that meet where a character is missing must meet nowhere else.
  if (slip === 'missing' && tally.count(text.slice(start + at - 1, start + at + 1), 2) !== 1) return false;
  const { count, before, behind } = tally.company(phrase);
  if (count < minimum) return false;
  for (const [beside, place] of [
    [before, start - 1],
    [behind, end],
  ] as const) {
    const own = hanAt(text, place);
    if (slip === 'missing') {
      // 经营环境 is no 营商环境: nothing has ever said 经营商环境.
      if (!beside.has(own)) return false;
    } else {
      // A run cut out of a longer phrase must stand in the same company: 质发展 in 优质发展 is no 高质量发展.
      for (const [character, times] of beside)
        if (character !== '' && character !== own && times * 10 >= count * 8) return false;
    }
  }
  switch (slip) {
    case 'extra': {
      // What surrounds the odd character belongs together and is hardly met apart; else it is two words with a third between.
      if (fillers.includes(text[start + at]!)) {
        const [left, right] = [phrase[at - 1]!, phrase[at]!];
        const together = tally.count(left + right, 1000);
        return together * 10 >= Math.min(tally.count(left, 1000), tally.count(right, 1000)) * 9;
      }
      const parts = [phrase.slice(0, at), phrase.slice(at)].filter((part) => part.length > 1);
      return parts.some((part) => count * 10 >= tally.count(part, 1000) * 8);
    }
    case 'missing':
      return true;
    default: {
      // The odd character with a neighbour: a word that the draft uses elsewhere is meant.
      const odd = start + at;
      const width = slip === 'swapped' ? 2 : 1;
      for (let from = odd - 1; from < odd + width; from++) {
        if (from < start || from + 2 > end) continue;
        const pair = text.slice(from, from + 2);
        if (!phrase.includes(pair) && tally.count(pair, 2) > 1) return false;
      }
      return true;
    }
  }
}

const reasons: Readonly<Record<Slip, string>> = {
  extra: '多了一个字',
  missing: '少了一个字',
  swapped: '两个字颠倒了',
  replaced: '有一个字不同',
};

export const nearMiss = defineRule({
  meta: {
    id: 'text/near-miss',
    summary: '与常用说法差一个字',
    level: { draft: 'info', final: 'info' },
    description: `四个字以上的说法，与本文反复使用的说法、或与公文里写法固定的说法只差一个字：多一个、少一个、颠倒、音近形近。只出现一次的那个可疑，两个都写出来，由你决定。

全文几十处“招商引资”，一处“招商经引资”，就会报出来。

- 词语之间加进虚词、数词、区别词（经济大发展、项目化建设）是正常用法，不报。
- 换了一个字而音、形都不相近（招商引资与招商引智），不报。`,
    sources: ['党代会报告、政府工作报告和统计公报的用语', 'Unihan 数据库 kMandarin（同音字）'],
    examples: {
      wrong: [
        '招商引资是头号工程。抓招商引资，就是抓发展。招商引资靠环境，招商引资靠项目，招商引资靠干部。⟦招商经引资⟧要落到实处。',
        '要⟦优化营伤环境⟧，推动⟦高质量展发⟧。',
      ],
      right: ['要招商引资，更要招才引智，推动经济大发展、项目化建设。'],
    },
  },
  options: {
    minimum: {
      type: 'integer',
      default: 5,
      minimum: 3,
      maximum: 50,
      description: '一个说法在全文出现几次以上，才拿来比较',
    },
  },
  *check(document, { minimum }) {
    let weighed = 0;
    let last: { paragraph: Paragraph; end: number } | undefined;
    const { phrases, tally } = draftwide(document, minimum);
    const found = candidates(document, phrases);
    if (found.length === 0) return;
    // The fixed phrase, then the longer one, speaks for a place.
    found.sort(
      (a, b) =>
        a.paragraph.index - b.paragraph.index ||
        a.start - b.start ||
        Number(b.fixed) - Number(a.fixed) ||
        b.phrase.length - a.phrase.length,
    );
    for (const candidate of found) {
      const { paragraph, start, end, phrase, slip, fixed } = candidate;
      if (last !== undefined && last.paragraph === paragraph && start < last.end) continue;
      if (++weighed > weighedAtMost) return;
      if (!isSlip(tally, candidate, minimum)) continue;
      last = { paragraph, end };
      const place = placeOf(paragraph, start, end);
      const written = paragraph.facts.reading.text.slice(start, end);
      const count = tally.count(phrase, 1000);
      yield {
        ...place,
        message: `“${written}”与${fixed && count === 0 ? '固定说法' : `全文${count}处`}“${phrase}”相比，${reasons[slip]}。请核对是否笔误。`,
        fixes: [{ title: `改为“${phrase}”`, safety: 'suggestion', edits: [{ ...place, text: phrase }] }],
      };
    }
  },
});
