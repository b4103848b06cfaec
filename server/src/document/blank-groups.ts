/**
 * The blanks of a whole draft: which of them are one missing thing, and how sure it is that something is missing at all. Our own place under
 * its several names (XX, XX县), a body or a meeting named with the same words, and a person with the same post in the same body are one entry
 * of the fill list. Other persons and figures are never joined: XX同志宣读…，XX同志安排… are two people.
 */
import { isHan } from '../text/characters.ts';
import { lexBlanks } from './blanks.ts';
import type { Blank, Paragraph } from './document.ts';
import type { ParagraphFacts } from './facts.ts';
import { remember } from './remember.ts';
import type { Speech } from './speeches.ts';
import type { BlankToken } from './tokens.ts';

/** Suffixes of the place a speech is given in. */
const ownSuffixes = ['县', '区', '市', '省', '州', '旗', '镇', '乡', '村', '盟'];
const selfName = /[我全]([县区市省州旗镇乡村盟])/g;

/**
 * Blanks of the draft in text order. Two speeches in one file are about two places, whatever their masks. `text` is asked only where a place is
 * missing: what it calls itself (我县, 全市) tells which suffix is our own. `masked`: the paragraphs with masks.
 */
export function groupBlanks(
  masked: readonly Paragraph[],
  paragraphs: readonly Paragraph[],
  speeches: readonly Speech[],
  text: string,
): readonly Blank[] {
  const found: { readonly paragraph: Paragraph; readonly token: BlankToken }[] = [];
  for (const paragraph of masked) for (const token of paragraph.facts.blanks) found.push({ paragraph, token });
  if (found.length === 0) return none;
  const loose = looseStyles.filter((style) => found.filter(({ token }) => token.style === style).length >= looseLeast);
  if (loose.length > 0) {
    const styles = loose.join('');
    found.length = 0;
    for (const paragraph of paragraphs)
      for (const token of blanksOf(paragraph.facts, styles)) found.push({ paragraph, token });
  }

  const own = found.some(({ token }) => token.role.startsWith('place:')) ? ownSuffix(found, paragraphs, text) : '';
  const tokens = found.map(({ token }) => token);
  const body = tokens.some(isFree) && speaksForBody(text);
  const settled = settle(tokens);
  const party = partyStyle(tokens);
  const names = nameLength(tokens);
  const counters = new Map<string, number>();
  let previous = '';
  let speech = 0;
  return found.map(({ paragraph, token }): Blank => {
    const { style } = token;
    const { kind, what, role } =
      style === party && isLone(token)
        ? { kind: 'text' as const, what: partyWord, role: '' }
        : isFree(token) && lengthOf(token) === names
          ? { kind: 'person' as const, what: '姓名', role: '' }
          : body && isFree(token)
            ? { kind: 'org' as const, what: '单位名称', role: 'org:' }
            : token;
    while (speech + 1 < speeches.length && speeches[speech + 1]!.first <= paragraph.index) speech++;
    let group: string;
    if (role === '=' && previous !== '') group = previous;
    else if (role === '' || role === '=') {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      group = `${kind}#${count}`;
    } else if (role === 'place:' || role === `place:${own}` || role === 'place:籍') group = `place@${speech + 1}`;
    else group = `${role}@${speech + 1}`;
    previous = group;
    const span = paragraph.facts.reading.span(token.start, token.end);
    return {
      start: paragraph.start + span.start,
      end: paragraph.start + span.end,
      kind,
      what,
      style,
      certainty: settled(token),
      group,
      paragraph,
      token,
    };
  });
}

const none: readonly Blank[] = [];

/** Styles that are masks anywhere in a draft that uses them as masks for certain, and how often it has to do so. */
const looseStyles = ['…', '★'];
const looseLeast = 2;
const loosely = /[…★☆]/;
const blanksOf = (facts: ParagraphFacts, styles: string): readonly BlankToken[] =>
  loosely.test(facts.reading.text) ? lexBlanks(facts, styles) : facts.blanks;

const partyWord = '“党”字';
/** How often one character stands for 党 at least where it does so throughout. */
const partyLeast = 3;

/** The style of the masks that stand for 党 all over a draft, as some sites have it; undefined where there is none. */
function partyStyle(tokens: readonly BlankToken[]): string | undefined {
  const masks = tokens.filter(({ what }) => what === partyWord);
  return masks.length < partyLeast ? undefined : masks[0]!.style;
}

const lengthOf = ({ start, end }: BlankToken): number => end - start;
/** A name of three characters is what a longer mask than that of a place stands for. */
const longName = 3;

/**
 * The length of the masks that stand for persons and for nothing else in a draft whose places are masked by shorter ones (XX县, XXX书记); undefined
 * where it keeps no such rule.
 */
function nameLength(tokens: readonly BlankToken[]): number | undefined {
  let persons = 0;
  let places = 0;
  for (const token of tokens) {
    if (!token.firm || token.kind === 'number' || token.kind === 'date') continue;
    if (lengthOf(token) < longName) places += token.kind === 'place' || token.kind === 'org' ? 1 : 0;
    else if (lengthOf(token) === longName && token.kind === 'person') persons++;
    else return undefined;
  }
  return persons > 0 && places > 0 ? longName : undefined;
}

/** Nothing around it says what is missing: it is our own name. */
const isFree = ({ kind, role, firm }: BlankToken): boolean => kind === 'place' && role === 'place:' && !firm;

const ownBody =
  /我(?:校|院|公司|集团|厂|行|矿)(?![省市县区])|[全本](?:校|公司|集团)(?![省市县区])|母校|校长致辞|(?:老师|同学)们[、，]\s?(?:亲爱的)?(?:老师|同学)们/;
const ownPlace = /我[县区市省州旗镇乡村盟]/;
const ownOffice = /[我全本](?:院|局|厂|行|矿|社)(?![省市县区])/;
const anyPlace = /[我全][县区市省州旗镇乡村盟]/;
/** Whether the draft calls itself a school, a company or an office, and no place its own; an office speaks of 全市, too. */
const speaksForBody = (text: string): boolean =>
  (ownBody.test(text) && !ownPlace.test(text)) || (ownOffice.test(text) && !anyPlace.test(text));

/** A mask of one character with nothing around that says what it is: 我X历史上, 任何一项X内教育. */
const isLone = ({ start, end, firm, role }: BlankToken): boolean => end - start === 1 && !firm && role === 'place:';

/** Suffixes by which a text calls itself, one after another. */
const suffixesIn = (text: string): string => Array.from(text.matchAll(selfName), (match) => match[1]!).join('');
function hasHan(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}
const suffixesOf = remember(({ source }) => suffixesIn(source));

/** Suffix of our own place: the one that the text calls itself by most often, else the one that most masks carry. */
function ownSuffix(
  found: readonly { readonly token: BlankToken }[],
  paragraphs: readonly Paragraph[],
  text: string,
): string {
  const votes = new Map<string, number>();
  const vote = (suffixes: string): void => {
    for (const suffix of suffixes) votes.set(suffix, (votes.get(suffix) ?? 0) + 1);
  };
  let at = 0;
  for (const { start, end, facts } of paragraphs) {
    // Between two lines there is nothing but blanks, most of the time.
    if (hasHan(text, at, start)) vote(suffixesIn(text.slice(at, start)));
    vote(suffixesOf(facts));
    at = end;
  }
  if (hasHan(text, at, text.length)) vote(suffixesIn(text.slice(at)));
  let carried = votes;
  if (votes.size === 0) {
    carried = new Map();
    for (const { token } of found) {
      const suffix = token.role.startsWith('place:') ? token.role.slice(6) : '';
      if (ownSuffixes.includes(suffix)) carried.set(suffix, (carried.get(suffix) ?? 0) + 1);
    }
  }
  let best = '';
  for (const suffix of ownSuffixes) if ((carried.get(suffix) ?? 0) > (carried.get(best) ?? 0)) best = suffix;
  return best;
}

/**
 * What the whole draft says of a single mask. A lone one that nothing around it asks for, in a draft without any other, may be meant as it
 * stands; a 某 that would be a plain word is a mask where others of its kind certainly are.
 */
function settle(tokens: readonly BlankToken[]): (token: BlankToken) => Blank['certainty'] {
  const sure = tokens.filter(({ certainty }) => certainty === 'sure');
  const lone = sure.length === 1 && !sure[0]!.firm;
  const styles = new Set(sure.map(({ style }) => style));
  return ({ certainty, style }) => {
    if (certainty === 'sure') return lone ? 'likely' : 'sure';
    return style === '某' && styles.has('某') ? 'sure' : 'likely';
  };
}
