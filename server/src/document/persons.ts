/**
 * Persons with their titles, inside one paragraph: 刘威县长, 建华同志, 县委副书记、县长刘威同志. Where a name ends is often a matter of words
 * (由刘威…, 刘威在…): such a token lists the names it could be, and whoever asks decides by words.
 */
import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { ParagraphFacts } from './facts.ts';
import {
  addresses,
  bodyEnds,
  compoundSurnames,
  doubtfulSurnames,
  leadIns,
  noGivenEnd,
  noGivenStart,
  ordinaryWords,
  otherTimes,
  posts,
  ranks,
  surnames,
} from './lexicon/posts.ts';
import { placesOf, watch } from './walk.ts';

/** Offsets are into the paragraph's reading. */
export interface PersonToken extends Span {
  /** `before`: 刘威县长, the name stands before the post. `after`: 县长刘威. */
  readonly form: 'before' | 'after';
  /** Where the name may stand, the longest first; at least one. */
  readonly names: readonly Span[];
  /** The first of `names` is the name, whatever the words. */
  readonly sure: boolean;
  /** The posts named with the person, with their body as far as it is said (县委副书记, 县长); a form of address (同志) when there is none. */
  readonly titles: readonly string[];
  /** Not the holder now: 原县长, 时任县长. */
  readonly otherTime: boolean;
}

/** A post split into what ranks it and what it is: 常务副县长 → 常务副, 县长. */
export interface Post {
  readonly body: string;
  readonly rank: string;
  readonly base: string;
}

/** Posts and addresses by their last two characters, the longest first. */
const byEnd = new Map<number, string[]>();
const pairAt = (text: string, end: number): number => text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1);
for (const word of [...posts, ...addresses].sort((a, b) => b.length - a.length)) {
  const pair = pairAt(word, word.length);
  const list = byEnd.get(pair);
  if (list === undefined) byEnd.set(pair, [word]);
  else list.push(word);
}
const surnameUnits = new Set([...surnames].map((character) => character.charCodeAt(0)));
const doubtful = new Set([...doubtfulSurnames].map((character) => character.charCodeAt(0)));
const bodyEnd = new Set([...bodyEnds].map((character) => character.charCodeAt(0)));
const compound = new Set(compoundSurnames);
const address = new Set(addresses);

/** The post or address that ends before `end`. */
function postBefore(text: string, end: number): string | undefined {
  if (end < 2) return undefined;
  const words = byEnd.get(pairAt(text, end));
  if (words === undefined) return undefined;
  for (const word of words) if (text.startsWith(word, end - word.length)) return word;
  return undefined;
}

/** Splits a title; undefined when it does not end in a post. */
export function postOf(title: string): Post | undefined {
  const base = postBefore(title, title.length);
  if (base === undefined) return undefined;
  const before = title.slice(0, title.length - base.length);
  const rank = ranks.find((each) => before.endsWith(each)) ?? '';
  return { body: before.slice(0, before.length - rank.length), rank, base };
}

/** Length of the surname at `at`; 0 for none. */
export const surnameLength = (text: string, at: number): number =>
  compound.has(text.slice(at, at + 2)) ? 2 : surnameUnits.has(text.charCodeAt(at)) ? 1 : 0;

const goesOn = /[会团台处期制员]/;

/** Ends of posts and addresses. */
const watched = watch((mark) => {
  for (const words of [posts, addresses])
    for (const word of words) mark(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1));
});

const none: readonly PersonToken[] = [];

export function lexPersons(facts: ParagraphFacts): readonly PersonToken[] {
  const places = placesOf(facts.walk, watched);
  if (places.length === 0) return none;
  const { text } = facts.reading;
  const tokens: PersonToken[] = [];
  for (const place of places) {
    const end = place + 1;
    const word = postBefore(text, end);
    if (word === undefined) continue;
    // 委员会, 主席团, 书记处, 县长期, 军政委员会.
    if (goesOn.test(text.slice(end, end + 1)) && !address.has(word)) continue;
    let start = end - word.length;
    if (!address.has(word)) {
      const rank = ranks.find((each) => text.startsWith(each, start - each.length));
      if (rank !== undefined) start -= rank.length;
    }
    const before = nameBefore(text, start, end);
    // 县委书记刘威同志: what stands before the post is no name where one stands behind it.
    const after = address.has(word) || before?.sure === true ? undefined : nameAfter(text, start, end);
    const token = after?.sure === true ? after : (before ?? after);
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

/** Start of the run of Chinese characters that ends at `end`, at most `reach` of them. */
function runBefore(text: string, end: number, reach: number): number {
  let start = end;
  while (start > 0 && end - start < reach && isHan(text.charCodeAt(start - 1))) start--;
  return start;
}

/** 关负责, 许多, 常务副: an ordinary word at either end. */
const isOrdinary = (text: string, start: number, end: number): boolean =>
  ordinaryWords.has(text.slice(end - 2, end)) || ordinaryWords.has(text.slice(start, start + 2));

function nameBefore(text: string, start: number, end: number): PersonToken | undefined {
  if (!isHan(text.charCodeAt(start - 1)) || bodyEnd.has(text.charCodeAt(start - 1))) return undefined;
  const from = runBefore(text, start, 6);
  const post = postBefore(text, from + 2) === undefined ? 0 : 1;
  const names: Span[] = [];
  for (const length of [4, 3, 2]) {
    if (start - length < from) continue;
    const surname = surnameLength(text, start - length);
    // A given name has one or two characters.
    if (surname > 0 && length - surname <= 2 && length - surname >= 1 && !isOrdinary(text, start - length, start))
      names.push({ start: start - length, end: start });
  }
  const whole = names[0]?.start === from && !doubtful.has(text.charCodeAt(from)) && post === 0;
  // 建华同志: the given name alone.
  if (
    start - 2 >= from &&
    names.every((name) => name.end - name.start !== 2) &&
    !noGivenStart.includes(text[start - 2]!) &&
    !noGivenEnd.includes(text[start - 1]!) &&
    !isOrdinary(text, start - 2, start)
  )
    names.push({ start: start - 2, end: start });
  if (names.length === 0) return undefined;
  return {
    start: names[0]!.start,
    end,
    form: 'before',
    names,
    sure: whole,
    titles: [text.slice(start, end)],
    otherTime: false,
  };
}

const closesName = /^(?:同志|先生|女士)/;

function nameAfter(text: string, start: number, end: number): PersonToken | undefined {
  // 县长 刘威, as titles are set.
  const at = text.charCodeAt(end) === 0x20 ? end + 1 : end;
  const surname = surnameLength(text, at);
  if (surname === 0) return undefined;
  let run = at;
  while (run < at + surname + 2 && isHan(text.charCodeAt(run))) run++;
  const names: Span[] = [];
  for (let length = run - at; length > surname; length--)
    if (!isOrdinary(text, at, at + length)) names.push({ start: at, end: at + length });
  if (names.length === 0) return undefined;
  const closed = names.find((name) => closesName.test(text.slice(name.end, name.end + 2)));
  const { titles, from, otherTime } = titlesBefore(text, start, end);
  return {
    start: from,
    end: closed === undefined ? names[0]!.end : closed.end + 2,
    form: 'after',
    names: closed === undefined ? names : [closed],
    sure: closed !== undefined,
    titles,
    otherTime,
  };
}

/** Length of a word that leads to a title (请, 我们, 以及); 0 for none. */
const leadAt = (text: string, from: number, to: number): number =>
  leadIns.find((word) => text.startsWith(word, from) && from + word.length <= to)?.length ?? 0;

/** 市委书记林青和县委书记…: after the 和 behind another post; 文化和旅游局 has none before it. */
function afterPerson(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) {
    if (text[i] !== '和' && text[i] !== '与') continue;
    for (let end = from + 2; end <= i; end++) if (postBefore(text, end) !== undefined) return i + 1;
  }
  return from;
}

/** The titles that end with the one given, back over 、: 市委常委、常务副市长. */
function titlesBefore(
  text: string,
  start: number,
  end: number,
): { titles: string[]; from: number; otherTime: boolean } {
  const titles: string[] = [];
  let otherTime = false;
  let from = start;
  let stop = end;
  let head = start;
  for (let count = 0; count < 4; count++) {
    from = runBefore(text, head, 20);
    const run = from;
    from = afterPerson(text, from, head);
    for (let lead = leadAt(text, from, head); lead > 0; lead = leadAt(text, from, head)) from += lead;
    const time = otherTimes.find((word) => text.startsWith(word, from) && from + word.length <= head);
    if (time !== undefined) {
      otherTime = true;
      from += time.length;
    }
    titles.unshift(text.slice(from, stop));
    if (from > run || text[from - 1] !== '、') break;
    const word = postBefore(text, from - 1);
    if (word === undefined || address.has(word)) break;
    stop = from - 1;
    head = stop - word.length;
  }
  return { titles, from, otherTime };
}
