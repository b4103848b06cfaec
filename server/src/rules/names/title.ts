import { dateOf } from '../../document/date.ts';
import type { Document } from '../../document/document.ts';
import { governmentHeads, singlePosts } from '../../document/lexicon/posts.ts';
import { type Post, postOf, surnameLength } from '../../document/persons.ts';
import { placeOf } from '../../document/place.ts';
import type { Speech } from '../../document/speeches.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { byPosition, type Span } from '../../text/span.ts';
import {
  addressed,
  clauseOf,
  type Mention,
  mentionOf,
  nameByWords,
  type Placed,
  personsIn,
} from './finders/mentions.ts';
import { type List, listsOf } from './finders/name-lists.ts';
import { soundsLike } from './lexicon/alike.ts';

export const title = defineRule({
  meta: {
    id: 'names/title',
    summary: '人名和职务前后不一',
    level: { draft: 'info', final: 'info' },
    description: `同一个人前面称县长、后面称副县长，名字前后差一个同音字，同一个职务前后是两个人，讲话里把讲话人自己当成第三者来称呼，
几处名单里人的先后不一样：这些都是换人、调任或者从别的稿子移用之后最容易留下的。念出来就是事故，而通读时眼睛总是滑过去。

只比较同一篇讲话里明白写出的姓名和职务。“原县长”“时任县长”“新任县长”不比；只有姓的（张书记）、带“XX”的不比；一个人身兼几职，
只要后面的称呼在前面说全的职务里有，就不报；单称“同志”的不算职务。姓名从哪里起、到哪里止，靠分词判断，判断不了的不报。
本单位的排名次序可以用 \`order\` 给出，已经卸任的称呼可以用 \`former\` 列出。`,
    examples: {
      wrong: [
        '刚才，刘威县长通报了有关情况。\n下一步，由⟦刘威副县长⟧牵头抓好落实。',
        '县委副书记、县长高景明同志作了部署。会后，⟦高景明书记⟧还要逐项督办。',
        '请贺长林同志通报情况。各单位要按照⟦贺长霖同志⟧的要求抓好落实。',
      ],
      right: [
        '刚才，刘威县长通报了有关情况，王敏副县长作了说明。',
        '市委常委、常务副市长贺长林同志通报情况，请贺长林常务副市长作补充。',
        '原县长刘威同志打下了好基础，刘威书记一直关心这项工作。',
      ],
    },
  },
  options: {
    order: {
      type: 'strings',
      default: [],
      description:
        '排名次序：姓名或机构，按先后写，如 ["市委", "市人大", "市政府", "市政协"]。并列写出时次序与此不同的报出来。',
    },
    former: {
      type: 'strings',
      default: [],
      description:
        '不再使用的称呼，可以写明用到哪一天，如 ["刘威县长", "张强局长 2026-06-30"]；讲稿的日期在那一天以后的才报。',
    },
  },
  candidates(document) {
    const asked: Span[] = [];
    for (const speech of document.speeches) {
      const { tokens, sure } = personsIn(document, speech);
      if (tokens.length === sure) continue;
      const different = distinct(tokens);
      if (different.length > mostPersons) continue;
      const matters = whichMatter(document, speech, different);
      const speaker = speakerOf(document, speech);
      const isSpeaker = ({ paragraph, names }: Placed): boolean =>
        speaker !== undefined && paragraph.start > speaker.place.end && names.includes(speaker.name);
      for (const [i, each] of different.entries())
        if (each.name === undefined && (matters[i] || isSpeaker(each))) asked.push(clauseOf(each));
    }
    return asked;
  },
  *check(document, { order, former }, words) {
    for (const speech of document.speeches) {
      const { tokens } = personsIn(document, speech);
      const mentions: Mention[] = [];
      for (const each of tokens) {
        const name = each.name ?? (words && nameByWords(each, words));
        if (name !== undefined) mentions.push(mentionOf(each, name));
      }
      if (mentions.length > 1 && mentions.length <= 4 * mostPersons) {
        const persons = personsOf(mentions);
        yield* twoTitles(persons);
        yield* twoSpellings(persons);
        yield* twoHolders(document, speech, mentions);
        yield* twoOrders(document, speech, persons);
      }
      if (mentions.length > 0) yield* thirdPerson(document, speech, mentions);
    }
    if (order.length > 1) yield* outOfOrder(document, order);
    if (former.length > 0) yield* formerTitles(document, former);
  },
});

// Which tokens words could matter for.

/** A file with more is a register, no speech. */
const mostPersons = 300;

/** One token of those with the same words. */
function distinct(tokens: readonly Placed[]): readonly Placed[] {
  const byWords = new Map<string, Placed>();
  for (const each of tokens) {
    const { token, paragraph } = each;
    const words = paragraph.facts.reading.text.slice(token.start, token.end);
    const key = `${token.form} ${token.sure} ${token.titles.join('、')} ${words}`;
    if (!byWords.has(key)) byWords.set(key, each);
  }
  return [...byWords.values()];
}

/** What was last said of the speeches of a draft that is being written, by their first paragraphs; most keystrokes change no name. */
class LastMatters extends Map<number, { readonly tokens: readonly Placed[]; readonly matters: readonly boolean[] }> {}
/** Speeches of a file that are kept. */
const mostSpeeches = 64;

function whichMatter(document: Document, { first }: Speech, tokens: readonly Placed[]): readonly boolean[] {
  const before = document.handedOn(LastMatters);
  const last = before?.get(first);
  if (last !== undefined && sameTokens(last.tokens, tokens)) return last.matters;
  const matters = tokens.map((each) => each.name === undefined && mayMatter(each, tokens));
  if (before !== undefined && before.size >= mostSpeeches) before.clear();
  before?.set(first, { tokens, matters });
  return matters;
}

const sameTokens = (a: readonly Placed[], b: readonly Placed[]): boolean =>
  a.length === b.length &&
  a.every(({ token, name }, i) => token === b[i]!.token && (name === undefined) === (b[i]!.name === undefined));

/** Whether another token of the speech may name the same person otherwise, or another person by the same post. */
function mayMatter(each: Placed, tokens: readonly Placed[]): boolean {
  const { names } = each;
  const { titles, form } = each.token;
  for (const other of tokens) {
    if (other === each) continue;
    const others = other.names;
    const differ = mayDiffer(each, other);
    const shared = titles.some((one) => !addressed.test(one) && other.token.titles.includes(one));
    for (const a of names)
      for (const b of others)
        if ((differ && (a.endsWith(b) || b.endsWith(a))) || ((shared || a.length > 2) && soundsLike(a, b))) return true;
    if (
      form === 'after' &&
      other.token.form === 'after' &&
      titles.some((one) => other.token.titles.includes(one) && isSingle(postOf(one))) &&
      !names.some((name) => others.includes(name))
    )
      return true;
  }
  return false;
}

/** Whether the titles of two tokens may be those of no one person. */
function mayDiffer(a: Placed, b: Placed): boolean {
  if (a.token.otherTime || b.token.otherTime || a.posts.length === 0 || b.posts.length === 0) return false;
  return (
    a.posts.some((one) => b.posts.some((two) => clash(one, two))) ||
    calledBoth({ form: a.token.form, posts: a.posts }, { form: b.token.form, posts: b.posts })
  );
}

/** Of one body: 县委书记, 县长. */
const isSingle = (post: Post | undefined): boolean =>
  post !== undefined &&
  (post.rank === '' || post.rank === '常务副') &&
  singlePosts.includes(post.base) &&
  (post.body !== '' || governmentHeads.includes(post.base));

// What does not agree.

interface Person {
  readonly name: string;
  readonly mentions: Mention[];
}

/** Mentions by person; a given name alone is the one person who has it. */
function personsOf(mentions: readonly Mention[]): readonly Person[] {
  const persons = new Map<string, Person>();
  const add = (name: string, mention: Mention): void => {
    const person = persons.get(name);
    if (person === undefined) persons.set(name, { name, mentions: [mention] });
    else person.mentions.push(mention);
  };
  for (const mention of mentions) if (!mention.given) add(mention.name, mention);
  const full = [...persons.keys()];
  for (const mention of mentions) {
    if (!mention.given) continue;
    const holders = full.filter((name) => name.length > 2 && name.endsWith(mention.name));
    add(holders.length === 1 ? holders[0]! : mention.name, mention);
  }
  for (const { mentions: own } of persons.values()) own.sort((a, b) => byPosition(a.place, b.place));
  return [...persons.values()];
}

/** 副, 常务副 … are one rank below; what is 代 is called 代 or not. */
const deputy = ({ rank }: Post): boolean => rank.endsWith('副');
const told = ({ rank, base }: Post): boolean =>
  rank !== '第一' && rank !== '名誉' && rank !== '执行' && base !== '委员' && base !== '常委';

/** Whether one person cannot be both at a time, as far as the words say. */
function clash(a: Post, b: Post): boolean {
  if (!told(a) || !told(b)) return false;
  if (a.base === b.base) {
    if (deputy(a) === deputy(b)) return false;
    return a.body === '' || b.body === '' || a.body === b.body;
  }
  return (
    governmentHeads.includes(a.base) &&
    governmentHeads.includes(b.base) &&
    (a.body === '' || b.body === '') &&
    !deputy(a) &&
    !deputy(b)
  );
}

type Called = Pick<Mention, 'form' | 'posts'>;
const isSecretary = ({ base, rank, body }: Post): boolean =>
  base === '书记' && rank === '' && (body === '' || body.endsWith('委'));
const isHead = ({ base, rank }: Post): boolean => rank === '' && governmentHeads.includes(base);
const isOnly = ({ posts }: Called, one: (post: Post) => boolean, other: (post: Post) => boolean): boolean =>
  posts.some(one) && !posts.some(other);

/** 县委书记 and 县长 are two persons: nobody is called by the one here and by the other there, unless both are said in full. */
const calledBoth = (a: Called, b: Called): boolean =>
  (a.form === 'before' || b.form === 'before') &&
  ((isOnly(a, isSecretary, isHead) && isOnly(b, isHead, isSecretary)) ||
    (isOnly(b, isSecretary, isHead) && isOnly(a, isHead, isSecretary)));

const agrees = (mention: Mention, post: Post): boolean =>
  mention.posts.some(({ base, rank }) => base === post.base && rank.endsWith('副') === deputy(post));

function* twoTitles(persons: readonly Person[]): Generator<Problem> {
  for (const { name, mentions } of persons) {
    const titled = mentions.filter(({ posts, otherTime }) => posts.length > 0 && !otherTime);
    const found = firstClash(titled);
    if (found === undefined) continue;
    const [a, b] = found;
    // The rarer of the two is the suspect; of two equal ones, the later.
    const like = (mention: Mention): number =>
      titled.filter((each) => each.titles.join() === mention.titles.join()).length;
    const full = (mention: Mention): number => (mention.form === 'after' ? 1 : 0);
    const suspect = full(a) !== full(b) ? (full(a) < full(b) ? a : b) : like(a) < like(b) ? a : b;
    const other = suspect === a ? b : a;
    yield {
      ...suspect.place,
      certainty: 'likely',
      message: `${name}的职务前后不一：这里是“${suspect.words}”，另一处是“${other.words}”。请核对职务，两处用同一个称呼。`,
      related: [{ ...other.place, message: `这里称“${other.titles.join('、')}”` }],
    };
  }
}

function firstClash(titled: readonly Mention[]): readonly [Mention, Mention] | undefined {
  // One mention for each way of calling.
  const ways = [...new Map([...titled].reverse().map((each) => [`${each.form} ${each.titles.join()}`, each])).values()]
    .reverse()
    .slice(0, 20);
  // Said in full somewhere, a post held beside others is no fault.
  const held = (post: Post, but: Mention): boolean =>
    ways.some((each) => each !== but && each.form === 'after' && agrees(each, post));
  for (const [i, b] of ways.entries())
    for (const a of ways.slice(0, i)) {
      if (calledBoth(a, b) && !ways.some(({ posts }) => posts.some(isSecretary) && posts.some(isHead))) return [a, b];
      for (const one of a.posts)
        for (const two of b.posts)
          if (
            clash(one, two) &&
            !agrees(a, two) &&
            !agrees(b, one) &&
            !(b.form === 'before' && held(two, a)) &&
            !(a.form === 'before' && held(one, b))
          )
            return [a, b];
    }
  return undefined;
}

function* twoSpellings(persons: readonly Person[]): Generator<Problem> {
  const told = new Set<Person>();
  for (const [i, a] of persons.entries())
    for (const b of persons.slice(i + 1)) {
      if (told.has(a) || told.has(b) || !soundsLike(a.name, b.name)) continue;
      if (a.mentions[0]!.given !== b.mentions[0]!.given || !mayBeOne(a, b)) continue;
      const [suspect, other] = a.mentions.length < b.mentions.length ? [a, b] : [b, a];
      told.add(suspect);
      const { place } = suspect.mentions[0]!;
      yield {
        ...place,
        certainty: 'likely',
        message: `“${suspect.name}”与另一处的“${other.name}”只差一个音近或形近的字，像是同一个人。请核对姓名，两处写成一样。`,
        related: [{ ...other.mentions[0]!.place, message: `这里是“${other.mentions[0]!.words}”` }],
      };
    }
}

/** Names of two characters are many: they are one person only by the same post. Whoever stands in one paragraph with the other is another. */
function mayBeOne(a: Person, b: Person): boolean {
  for (const one of a.mentions.slice(0, 20))
    for (const two of b.mentions.slice(0, 20)) if (one.paragraph === two.paragraph && near(one, two)) return false;
  const posts = (person: Person): string[] =>
    person.mentions.flatMap(({ posts }) => posts.map(({ rank, base }) => rank + base));
  const first = posts(a);
  const second = posts(b);
  const shared = first.some((post) => second.includes(post));
  return shared || (a.name.length > 2 && (first.length === 0 || second.length === 0));
}

/** In one list: 王建国同志、王建军同志. */
const near = (a: Mention, b: Mention): boolean => {
  const [first, second] = a.place.start < b.place.start ? [a, b] : [b, a];
  if (first.paragraph !== second.paragraph) return false;
  const gap = first.paragraph.facts.source.slice(
    first.place.end - first.paragraph.start,
    second.place.start - first.paragraph.start,
  );
  return gap.length <= 24 && !/[。；！？]/.test(gap);
};

/** 县委书记 and 县长 are one person each where the speech is the county's: elsewhere every county has them. */
function isOwn(document: Document, { first, end }: Speech, held: string): boolean {
  if (!'省市县区旗州盟镇乡村街局校院'.includes(held[0]!)) return true;
  const whole = `全${held[0]!}`;
  for (let i = first; i < end; i++) if (document.paragraphs[i]!.facts.reading.text.includes(whole)) return true;
  return false;
}

function* twoHolders(document: Document, speech: Speech, mentions: readonly Mention[]): Generator<Problem> {
  /** Mentions by post and by name. */
  const holders = new Map<string, Map<string, Mention[]>>();
  for (const mention of mentions) {
    const { form, titles, posts, otherTime, masked, name } = mention;
    if (form !== 'after' || otherTime || masked) continue;
    for (const [i, held] of titles.entries()) {
      if (!isSingle(posts[i])) continue;
      let byName = holders.get(held);
      if (byName === undefined) holders.set(held, (byName = new Map()));
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [mention]);
      else known.push(mention);
    }
  }
  for (const [held, byName] of holders) {
    if (byName.size < 2 || !isOwn(document, speech, held)) continue;
    // The rarest is the suspect; of equal ones, the last.
    const [known, ...others] = [...byName.values()].sort((a, b) => b.length - a.length);
    const suspect = others[others.length - 1]![0]!;
    const usual = known![0]!;
    // 县长肖平作讲话: how far a name goes may have been misread.
    const one = usual.name.startsWith(suspect.name) || suspect.name.startsWith(usual.name);
    if (one || soundsLike(usual.name, suspect.name) || near(usual, suspect)) continue;
    yield {
      ...suspect.place,
      certainty: 'likely',
      message: `“${held}”前后是两个人：这里是${suspect.name}，另一处是${usual.name}。请核对；已经换人的，写明“原”“时任”或所属单位。`,
      related: [{ ...usual.place, message: `这里是“${usual.words}”` }],
    };
  }
}

// Lists of the same persons.

/** Lists that are compared; a speech has few. */
const mostLists = 12;

function* twoOrders(document: Document, speech: Speech, persons: readonly Person[]): Generator<Problem> {
  const names = persons.filter(({ mentions: [first] }) => first?.given === false).map(({ name }) => name);
  if (names.length < 3 || names.length > mostPersons) return;
  const lists = listsOf(document, speech, names).slice(0, mostLists);
  const told = new Set<List>();
  for (const [i, later] of lists.entries())
    for (const earlier of lists.slice(0, i)) {
      if (told.has(later)) break;
      const place = new Map(earlier.persons.map(({ name }, at) => [name, at]));
      const common = later.persons.filter(({ name }) => place.has(name));
      const odd = common.findIndex(({ name }, at) => at > 0 && place.get(name)! < place.get(common[at - 1]!.name)!);
      if (common.length < 3 || odd < 0) continue;
      told.add(later);
      const here = common[odd]!;
      const before = common[odd - 1]!;
      const first = earlier.persons[0]!;
      const last = earlier.persons[earlier.persons.length - 1]!;
      yield {
        ...placeOf(later.paragraph, here.start, here.end),
        certainty: 'likely',
        message: `几处名单里人的先后不一：这里${here.name}排在${before.name}之后，另一处排在前面。请核对排名。`,
        related: [{ ...placeOf(earlier.paragraph, first.start, last.end), message: '另一处名单' }],
      };
    }
}

// The speaker, spoken of as a third.

/** 县长　刘威, （刘威）, 刘 威. */
const speakerLine = /^[（(]?(?:[^，。；：、（）()\s]{2,24}\s)?([\u3400-\u9fff] ?[\u3400-\u9fff]{1,2})[）)]?$/;
const delivered = /在.*(?:讲话|致辞|发言|报告|主持词)/;

function* thirdPerson(document: Document, speech: Speech, mentions: readonly Mention[]): Generator<Problem> {
  const speaker = speakerOf(document, speech);
  if (speaker === undefined) return;
  for (const { name, place, words, paragraph, otherTime } of mentions) {
    if (place.start < speech.salutation!.end || otherTime || name !== speaker.name) continue;
    if (paragraph.facts.reading.text.length < 20) continue;
    yield {
      ...place,
      certainty: 'likely',
      message: `“${words}”就是这篇讲话的讲话人，讲话里不会这样称呼自己。请改成“我”，或核对是不是从别的稿子移来的。`,
      related: [{ ...speaker.place, message: '讲话人写在这里' }],
    };
  }
}

/** Who speaks, by the lines between title and salutation, or by the title itself (刘威县长在……上的讲话). */
function speakerOf(
  { paragraphs }: Document,
  { first, title, salutation }: Speech,
): { readonly name: string; readonly place: Span } | undefined {
  if (title === undefined || salutation === undefined) return undefined;
  for (let i = first; i < first + 8; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined || paragraph.start >= salutation.start) return undefined;
    const { reading, persons } = paragraph.facts;
    if (paragraph.start === title.start) {
      const [token] = persons;
      if (token?.start === 0 && token.sure && token.form === 'before' && delivered.test(reading.text)) {
        const name = reading.text.slice(0, token.names[0]!.end);
        return { name, place: placeOf(paragraph, token.start, token.end) };
      }
    }
    if (reading.text.length > 30 || (paragraph.start >= title.start && paragraph.end <= title.end)) continue;
    const name = speakerLine.exec(reading.text.trim())?.[1]?.replace(/\s/g, '');
    if (name !== undefined && surnameLength(name, 0) > 0)
      return { name, place: { start: paragraph.start, end: paragraph.end } };
  }
  return undefined;
}

// What the office says of order and of former titles.

const joins = /^(?:[、和与及]|以及)$/;
/** 市委督查室, 市政府办: another body. */
const longerBody = /[办局室部组会委院厅处科督党机直属书常主副秘]/;

function* outOfOrder({ paragraphs }: Document, order: readonly string[]): Generator<Problem> {
  /** Names with their rank, by first character, the longest first. */
  const byFirst = new Map<string, { readonly name: string; readonly rank: number }[]>();
  for (const [rank, name] of order.entries()) {
    const known = byFirst.get(name[0] ?? '');
    if (known === undefined) byFirst.set(name[0] ?? '', [{ name, rank }]);
    else known.push({ name, rank });
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.name.length - a.name.length);
  for (const paragraph of paragraphs) {
    const { text } = paragraph.facts.reading;
    let before:
      | { readonly name: string; readonly rank: number; readonly start: number; readonly end: number }
      | undefined;
    for (let at = 0; at < text.length; at++) {
      const found = byFirst.get(text[at]!)?.find(({ name }) => text.startsWith(name, at));
      if (found === undefined) continue;
      const here = { ...found, start: at, end: at + found.name.length };
      if (
        before !== undefined &&
        here.rank < before.rank &&
        joins.test(text.slice(before.end, here.start)) &&
        !longerBody.test(text[here.end] ?? '')
      )
        yield {
          ...placeOf(paragraph, here.start, here.end),
          message: `次序与规定的不同：“${here.name}”应在“${before.name}”之前。请按规定的次序排列。`,
          related: [{ ...placeOf(paragraph, before.start, before.end), message: `“${before.name}”按次序在后` }],
        };
      before = here;
      at = here.end - 1;
    }
  }
}

const dated = /^(.+?)\s+(\d{4})-(\d{1,2})-(\d{1,2})$/;

function* formerTitles(document: Document, former: readonly string[]): Generator<Problem> {
  const date = dateOf(document.paragraphs);
  for (const entry of former) {
    const [, words = entry.trim(), year = '', month = '', day = ''] = dated.exec(entry.trim()) ?? [];
    if (words === '') continue;
    const until = year === '' ? 0 : Number(year) * 10_000 + Number(month) * 100 + Number(day);
    if (date !== undefined && date <= until) continue;
    for (const paragraph of document.paragraphs) {
      const { text } = paragraph.facts.reading;
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
        yield {
          ...placeOf(paragraph, at, at + words.length),
          message: `“${words}”这个称呼${year === '' ? '已经不用' : `只用到${year}年${Number(month)}月${Number(day)}日`}（见配置）。请改用现在的职务。`,
        };
    }
  }
}
