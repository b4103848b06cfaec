/** Who is named in a speech, where and by which posts: the tokens of its paragraphs, and their names where these are sure or words confirm them. */
import type { Document, Paragraph } from '../../../document/document.ts';
import { doubtfulSurnames } from '../../../document/lexicon/posts.ts';
import { type PersonToken, type Post, postOf, surnameLength } from '../../../document/persons.ts';
import { placeOf } from '../../../document/place.ts';
import type { Speech } from '../../../document/speeches.ts';
import type { Words } from '../../../engine/rule.ts';
import type { Span } from '../../../text/span.ts';

export interface Placed {
  readonly token: PersonToken;
  readonly paragraph: Paragraph;
  /** Every name that the token may stand for. */
  readonly names: readonly string[];
  /** Its titles that are posts, as written and split. */
  readonly titles: readonly string[];
  readonly posts: readonly Post[];
  /** The name, where no words are needed for it: it stands by itself, here or elsewhere in the speech. */
  readonly name: Span | undefined;
}

export const addressed = /^(?:同志|先生|女士)$/;

/** What can be said of a token by itself; tokens are shared between versions of a draft. */
const parts = new WeakMap<PersonToken, Pick<Placed, 'names' | 'titles' | 'posts'>>();

function partsOf(token: PersonToken, text: string): Pick<Placed, 'names' | 'titles' | 'posts'> {
  let known = parts.get(token);
  if (known === undefined) {
    const names = token.names.map((name) => text.slice(name.start, name.end));
    const titles = token.titles.filter((each) => !addressed.test(each));
    parts.set(token, (known = { names, titles, posts: titles.flatMap((each) => postOf(each) ?? []) }));
  }
  return known;
}

interface Persons {
  readonly tokens: readonly Placed[];
  /** How many of them have their name. */
  readonly sure: number;
}
const found = new WeakMap<Speech, Persons>();

export function personsIn(document: Document, speech: Speech): Persons {
  let persons = found.get(speech);
  if (persons === undefined) found.set(speech, (persons = findPersons(document, speech)));
  return persons;
}

function findPersons({ paragraphs }: Document, { first, end }: Speech): Persons {
  const known = new Set<string>();
  for (let i = first; i < end; i++) {
    const { persons, reading } = paragraphs[i]!.facts;
    for (const token of persons) if (token.sure) known.add(partsOf(token, reading.text).names[0]!);
  }
  const tokens: Placed[] = [];
  let sure = 0;
  for (let i = first; i < end; i++) {
    const paragraph = paragraphs[i]!;
    const { persons, reading } = paragraph.facts;
    for (const token of persons) {
      const { names, titles, posts } = partsOf(token, reading.text);
      const name = token.names[token.sure ? 0 : names.findIndex((each) => known.has(each))];
      if (name !== undefined) sure++;
      tokens.push({ token, paragraph, names, titles, posts, name });
    }
  }
  return { tokens, sure };
}

export interface Mention {
  readonly place: Span;
  readonly words: string;
  readonly name: string;
  /** No surname: 建华同志. */
  readonly given: boolean;
  readonly form: PersonToken['form'];
  readonly posts: readonly Post[];
  readonly titles: readonly string[];
  readonly otherTime: boolean;
  readonly paragraph: Paragraph;
  /** What stands before the titles is a mask: XX县委书记 is one of several. */
  readonly masked: boolean;
}

export function mentionOf({ token, paragraph, titles, posts }: Placed, span: Span): Mention {
  const { text } = paragraph.facts.reading;
  const name = text.slice(span.start, span.end);
  const start = token.form === 'before' ? span.start : token.start;
  const end = token.form === 'before' ? token.end : Math.max(span.end, token.sure ? token.end : 0);
  return {
    place: placeOf(paragraph, start, end),
    words: text.slice(start, end),
    name,
    given: surnameLength(name, 0) === 0,
    form: token.form,
    posts,
    titles,
    otherTime: token.otherTime || endsIn(text, start, '原前老') || text.startsWith('时任', start - 2),
    paragraph,
    masked: start > 0 && masks.includes(text[start - 1]!),
  };
}

const endsIn = (text: string, end: number, characters: string): boolean =>
  end > 0 && characters.includes(text[end - 1]!);
const masks = 'XxＸ×*＊○〇□＿_某0123456789';

/** The clause that a token stands in. */
export function clauseOf({ token, paragraph }: Placed): Span {
  const clause = paragraph.facts.clauses.find(({ start, end }) => start <= token.start && token.end <= end) ?? token;
  return placeOf(paragraph, clause.start, clause.end);
}

/** Tags of persons (nr …) and of words that no dictionary has. */
const mayBePerson = (tag: string): boolean => tag === 'x' || tag.startsWith('nr');

/** What often follows a name, and seldom ends one. */
const goesOnWith = '作在致就对率到向同等和与是要也还';

/** The one of a token's possible names that the words confirm. */
export function nameByWords(each: Placed, words: Words): Span | undefined {
  const { token, paragraph } = each;
  const known = words.within(clauseOf(each));
  const option = (span: Span): Span | undefined =>
    token.names.find((name) => {
      const place = placeOf(paragraph, name.start, name.end);
      return place.start === span.start && place.end === span.end;
    });
  const shortest = token.names.at(-1)!;
  if (token.form === 'before') {
    const { end } = placeOf(paragraph, shortest.start, shortest.end);
    const last = known.findIndex((word) => word.end === end);
    const word = known[last];
    if (word === undefined) return undefined;
    const before = known[last - 1];
    const surname = surnameLength(word.text, 0);
    if (word.text.length > 1) {
      if (
        surname > 0 &&
        word.text.length - surname <= 2 &&
        word.text.length > surname &&
        (word.tag === '' || mayBePerson(word.tag))
      )
        return option(word);
      if (before !== undefined && before.end === word.start && before.text.length === surnameLength(before.text, 0))
        return option({ start: before.start, end });
      return mayBePerson(word.tag) || word.tag === 'nz' ? option(word) : undefined;
    }
    if (before?.end === word.start && before.text.length === 2 && surnameLength(before.text, 0) === 2)
      return option({ start: before.start, end });
    // A segmenter without names cuts them into single characters.
    const third = known[last - 2];
    if (before?.text.length !== 1) return undefined;
    if (third?.text.length === 1 && surnameLength(third.text, 0) > 0 && !doubtfulSurnames.includes(third.text)) {
      const long = option({ start: third.start, end });
      if (long !== undefined) return long;
    }
    return surnameLength(before.text, 0) > 0 ? option({ start: before.start, end }) : undefined;
  }
  const { start } = placeOf(paragraph, shortest.start, shortest.end);
  const first = known.findIndex((word) => word.start === start);
  const word = known[first];
  if (word === undefined) return undefined;
  if (word.text.length > surnameLength(word.text, 0)) {
    if (!mayBePerson(word.tag)) return undefined;
    // 县长肖平作讲话: a segmenter that does not know the name takes in what follows it.
    const shorter = goesOnWith.includes(word.text.at(-1)!) ? option({ start, end: word.end - 1 }) : undefined;
    return shorter ?? option(word);
  }
  const next = known[first + 1];
  return next !== undefined && next.start === word.end && mayBePerson(word.tag)
    ? option({ start, end: next.end })
    : undefined;
}
