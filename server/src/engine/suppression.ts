/**
 * Comments by which a writer silences rules inside a draft:
 * `<!-- jianggao-disable RULE… -->` … `<!-- jianggao-enable RULE… -->`, and `<!-- jianggao-disable-next-line RULE… -->`.
 * RULE is an id or a group; none means all. What follows `--` is a reason for people.
 */
import { lowerBound, type Span } from '../text/span.ts';
import { groupOf } from './rule.ts';

type Command = 'disable' | 'enable' | 'disable-next-line';
const isCommand = (word: string): word is Command =>
  word === 'disable' || word === 'enable' || word === 'disable-next-line';

/** One rule, group or `''` (all) named by a comment. */
export interface Naming extends Span {
  readonly name: string;
  readonly command: Command;
  /** Where it is in force: to the end of the draft for `disable` and `enable`, where a later comment may overrule it. */
  readonly force: Span;
  readonly used: boolean;
}

/** A comment that begins like a suppression and is none. */
export interface UnreadableComment extends Span {
  readonly word: string;
}

const mention = 'jianggao-';
const opening = '<!--';
const closing = '-->';

export class Suppressions {
  /** In text order. */
  readonly namings: readonly Naming[];
  readonly unreadable: readonly UnreadableComment[];
  /** Namings by name, ranges and lines apart; each in text order. */
  readonly #ranges = new Map<string, MutableNaming[]>();
  readonly #lines = new Map<string, MutableNaming[]>();

  constructor(text: string) {
    const namings: MutableNaming[] = [];
    const unreadable: UnreadableComment[] = [];
    // Comments of one line share the next one.
    let next: Span = { start: 0, end: 0 };
    for (const comment of commentsOf(text)) {
      const words = wordsOf(text, comment.word, comment.close);
      const command = words[0] === undefined ? '' : text.slice(words[0].start, words[0].end);
      const { start, end } = comment;
      // Chooses the build of the speech (document/structure.ts); it silences nothing.
      if (/^profile(?:[:：]|$)/.test(command)) continue;
      if (!isCommand(command)) {
        unreadable.push({ start, end, word: mention + command });
        continue;
      }
      const line = command === 'disable-next-line';
      if (line && end >= next.start) next = nextLine(text, end);
      const force = line ? next : { start: end, end: text.length + 1 };
      const named = words.length === 1 ? [{ start, end, name: '' }] : [];
      for (const word of words.slice(1)) named.push({ ...word, name: text.slice(word.start, word.end) });
      for (const each of named) {
        const naming: MutableNaming = { ...each, command, force, used: false };
        namings.push(naming);
        const index = line ? this.#lines : this.#ranges;
        const list = index.get(each.name);
        if (list === undefined) index.set(each.name, [naming]);
        else list.push(naming);
      }
    }
    this.namings = namings;
    this.unreadable = unreadable;
  }

  get empty(): boolean {
    return this.namings.length === 0 && this.unreadable.length === 0;
  }

  /** Whether a finding that starts here is silenced: by a comment for its line, or by the last comment before it that names its rule. */
  silences(rule: string, offset: number): boolean {
    const names = [rule, groupOf(rule), ''];
    let silenced = false;
    for (const name of names) {
      const naming = lastBefore(this.#lines.get(name), offset);
      if (naming !== undefined && offset < naming.force.end) silenced = naming.used = true;
    }
    if (silenced) return true;
    let last: MutableNaming | undefined;
    for (const name of names) {
      const naming = lastBefore(this.#ranges.get(name), offset);
      if (naming !== undefined && (last === undefined || naming.start > last.start)) last = naming;
    }
    if (last?.command !== 'disable') return false;
    last.used = true;
    return true;
  }
}

type MutableNaming = { -readonly [K in keyof Naming]: Naming[K] };

function lastBefore(namings: readonly MutableNaming[] | undefined, offset: number): MutableNaming | undefined {
  return namings?.[lowerBound(namings, offset + 1, ({ force }) => force.start) - 1];
}

/** Comments whose first word is ours: `word` is where the command begins, `close` where the comment's content ends. */
function* commentsOf(text: string): Generator<Span & { readonly word: number; readonly close: number }> {
  let at = text.indexOf(mention);
  while (at >= 0) {
    const start = commentStart(text, at);
    const word = at + mention.length;
    if (start < 0) {
      at = text.indexOf(mention, word);
      continue;
    }
    const close = text.indexOf(closing, word);
    if (close < 0) return;
    yield { start, end: close + closing.length, word, close };
    at = text.indexOf(mention, close);
  }
}

/** Start of the comment whose first word begins at `at`; -1 when it is not a comment's first word. */
function commentStart(text: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && at - i < 80 && isSpace(text.charCodeAt(i))) i--;
  const start = i - opening.length + 1;
  return start >= 0 && text.startsWith(opening, start) ? start : -1;
}

/** Words between blanks, commas and 、, up to a reason. */
function wordsOf(text: string, from: number, to: number): Span[] {
  const words: Span[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !isSpace(text.charCodeAt(i)) && !',，、'.includes(text[i]!)) continue;
    if (i > start) {
      if (text.slice(start, i) === '--') break;
      words.push({ start, end: i });
    }
    start = i + 1;
  }
  return words;
}

/** The first line after the comment's own that is not blank, its line end included. */
function nextLine(text: string, from: number): Span {
  let start = lineEnd(text, from);
  while (start < text.length) {
    const end = lineEnd(text, start);
    for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return { start, end };
    start = end;
  }
  return { start, end: text.length + 1 };
}

/** Offset after the end of the line that holds `from`. */
function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
    if (unit === 10 || unit === 0x2028 || unit === 0x2029) return i + 1;
  }
  return text.length;
}

const isSpace = (unit: number): boolean =>
  unit <= 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 0x2028 || unit === 0x2029;
