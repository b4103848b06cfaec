/** What kind of speech a draft is, which role each of its parts plays, and which parts its profile misses. */
import type { Span } from '../text/span.ts';
import type { Paragraph } from './document.ts';
import type { Outline, OutlineNode } from './outline.ts';
import type { Part, Profile } from './profiles.ts';
import { beginsWithSalutation, type Speech } from './speeches.ts';

/** A part that is there. */
export interface FoundPart {
  readonly part: Part;
  readonly span: Span;
  /** The heading, for a section. */
  readonly node: OutlineNode | undefined;
  /** 0 to 1: how sure the role is. */
  readonly confidence: number;
}

export interface MissingPart {
  readonly part: Part;
  /** Offset at which it would be inserted, at the start of a line. */
  readonly at: number;
  /** The section it would come before; undefined at the end of the sections. */
  readonly before: OutlineNode | undefined;
}

/** The build of one speech. */
export interface SpeechStructure {
  readonly speech: Speech;
  readonly profile: Profile | undefined;
  /** Chinese: why this profile. */
  readonly reason: string;
  /** In text order. */
  readonly parts: readonly FoundPart[];
  readonly missing: readonly MissingPart[];
  /** Two neighbours that are certainly parts of the profile, the later one first; undefined where the order holds or the roles are not certain. */
  readonly swapped: readonly [FoundPart, FoundPart] | undefined;
  /** Headings of the first level. */
  readonly sections: readonly OutlineNode[];
}

/** `<!-- jianggao-profile three-part -->` in the draft chooses its profile. */
const chosenInDraft = /<!--\s*jianggao-profile[\s:：]+([\w-]+)\s*-->/;

export function analyseStructure(
  text: string,
  paragraphs: readonly Paragraph[],
  speeches: readonly Speech[],
  outline: Outline,
  profiles: readonly Profile[],
  configured: string | undefined,
): readonly SpeechStructure[] {
  const byLine = text.includes('jianggao-profile') ? chosenInDraft.exec(text)?.[1] : undefined;
  const sections = new Map<Speech, OutlineNode[]>(speeches.map((speech) => [speech, []]));
  for (const node of outline.nodes)
    if (node.depth === 1 && node.token?.leading === true && isHeading(node)) sections.get(node.speech)?.push(node);
  return speeches.map((speech) =>
    analyse(text, paragraphs, speech, sections.get(speech) ?? [], profiles, byLine, configured),
  );
}

/** A numbered paragraph of a list is longer than a heading with a few sentences behind it, and its first sentence longer than a heading. */
const isHeading = ({ paragraph, title, token }: OutlineNode): boolean =>
  paragraph.facts.reading.text.length <= 400 || (token?.form === 'han' && title.length <= 40);

function analyse(
  text: string,
  paragraphs: readonly Paragraph[],
  speech: Speech,
  sections: readonly OutlineNode[],
  profiles: readonly Profile[],
  byLine: string | undefined,
  configured: string | undefined,
): SpeechStructure {
  const named = byLine ?? configured;
  const choice =
    named === undefined
      ? recognisedProfile(text, paragraphs, speech, sections, profiles)
      : namedProfile(paragraphs, sections, profiles, named, byLine !== undefined);
  if (typeof choice === 'string')
    return { speech, profile: undefined, reason: choice, parts: [], missing: [], swapped: undefined, sections };
  const { profile, reason, roles } = choice;
  const parts: FoundPart[] = [];
  sections.forEach((node, i) => {
    const role = roles[i];
    if (role !== undefined)
      parts.push({ part: role.part, span: { start: node.start, end: node.extent }, node, confidence: role.confidence });
  });
  const body = bodyStart(paragraphs, speech);
  const missing: MissingPart[] = [];
  const cut = breaksOff(paragraphs, speech);
  for (const part of profile.parts) {
    if (part.place === 'section') {
      if (!cut && lacksSection(part, sections, parts, roles) && !isLineOf(part, paragraphs, speech))
        missing.push(gap(part, profile, parts, sections));
      continue;
    }
    const found = findAround(paragraphs, part, speech, sections, body);
    if (found !== undefined)
      parts.push({ part, span: { start: found.start, end: found.end }, node: undefined, confidence: 0.8 });
    else if (
      part.required &&
      !speech.midway &&
      !(cut && part.place === 'closing') &&
      (part.place !== 'salutation' || isSpoken(paragraphs, speech, profile))
    ) {
      const at = part.place === 'closing' ? (paragraphs[speech.end - 1]?.end ?? 0) : (paragraphs[body]?.start ?? 0);
      missing.push({ part, at, before: undefined });
    }
  }
  parts.sort((a, b) => a.span.start - b.span.start);
  const wanted = sectionsOf(profile);
  const swapped = !inOrder(roles, wanted) && allCertain(roles, wanted) ? swappedOnes(parts, wanted) : undefined;
  return { speech, profile, reason, parts, missing, swapped, sections };
}

/** What a page or a newspaper puts where it leaves off: （未完）, 下转第四版. */
const leavesOff =
  /未完|下转第|[试预][读览](?:已?结束)|登[录陆]|会员|阅读全文|完整(?:阅读|内容|版)|下载(?:全文|查看|后)|当前(?:仅)?显示/;
/** How many paragraphs from the end that is looked for, and how long the last one of a text is at least, in characters. */
const endReach = 3;
const shortestLast = 40;
const endsSentence = /[。！？!?”’）)》；;：:]$/;

/** Whether a speech is cut short: what comes at its end is not missing, it is elsewhere. */
function breaksOff(paragraphs: readonly Paragraph[], { first, end }: Speech): boolean {
  for (let i = end - 1; i >= first && i >= end - endReach; i--) {
    const { text } = paragraphs[i]!.facts.reading;
    if (leavesOff.test(text.slice(-shortestLast))) return true;
    if (text.length >= shortestLast) return !endsSentence.test(text);
  }
  return false;
}

/** The profile of a speech, why it is that one, and what each of its sections is. */
interface Choice {
  readonly profile: Profile;
  readonly reason: string;
  readonly roles: readonly (Recognition | undefined)[];
}

/** The profile that the draft or its configuration names; a text says why there is none. */
function namedProfile(
  paragraphs: readonly Paragraph[],
  sections: readonly OutlineNode[],
  profiles: readonly Profile[],
  name: string,
  byLine: boolean,
): Choice | string {
  const profile = profiles.find((p) => p.id === name);
  if (profile === undefined) return `没有名为“${name}”的结构`;
  const reason = byLine ? '由稿中注释指定' : '由配置指定';
  return { profile, reason, roles: recognise(paragraphs, profile, sections) };
}

/** The profile that the title tells, or enough of the sections; a text says why there is none. */
function recognisedProfile(
  text: string,
  paragraphs: readonly Paragraph[],
  speech: Speech,
  sections: readonly OutlineNode[],
  profiles: readonly Profile[],
): Choice | string {
  const title = speech.title === undefined ? '' : text.slice(speech.title.start, speech.title.end);
  for (const profile of profiles) {
    const word = profile.titles.find((each) => title.includes(each));
    if (word !== undefined)
      return { profile, reason: `标题中有“${word}”`, roles: recognise(paragraphs, profile, sections) };
  }
  if (!speech.midway && sections.length > 1)
    for (const profile of profiles) {
      if (profile.recognised === 0) continue;
      const wanted = sectionsOf(profile);
      // A part may take two sections; then all parts must be there.
      if (sections.length > wanted.length + 2) continue;
      const roles = recognise(paragraphs, profile, sections);
      const sure = new Set(roles.flatMap((r) => (r !== undefined && r.confidence >= 0.7 ? [r.part] : []))).size;
      if (sure < (sections.length > wanted.length ? wanted.length : profile.recognised)) continue;
      if (inOrder(roles, wanted) || allCertain(roles, wanted))
        return { profile, reason: `有${sure}个部分与这种结构相合`, roles };
    }
  return '不合已知的任何结构';
}

/** What somebody says who stands before an audience. */
const spokenWords =
  /同志们|各位|大家|朋友们|代表们|老师们|同学们|女士们|[，。、我]今天|现在，?我|下面，?我|我代表|向大会|请予?审议|谢谢/;

/** Whether a report is read to somebody: one that speaks to nobody from beginning to end is a written paper, and greets nobody. */
const isSpoken = (paragraphs: readonly Paragraph[], { first, end }: Speech, { id }: Profile): boolean =>
  id !== 'work-report' || paragraphs.slice(first, end).some(({ facts }) => spokenWords.test(facts.reading.text));

const sectionsOf = ({ parts }: Profile): readonly Part[] => parts.filter((part) => part.place === 'section');

/** A required section that no heading is, though every heading is known to be something, and none speaks of it. */
const lacksSection = (
  part: Part,
  sections: readonly OutlineNode[],
  found: readonly FoundPart[],
  roles: readonly (Recognition | undefined)[],
): boolean =>
  part.required &&
  sections.length > 0 &&
  !found.some((p) => p.part === part) &&
  !roles.includes(undefined) &&
  !sections.some(({ title }) => mentions(part, title));

/** Whether a line without a number is its heading: 2024年的主要工作. */
const isLineOf = (part: Part, paragraphs: readonly Paragraph[], { first, end, title }: Speech): boolean =>
  paragraphs.slice(first, end).some(({ start, facts: { reading } }) => {
    const line = reading.text.trim();
    return (
      line.length <= 24 &&
      start !== title?.start &&
      !/[，。：；！？,:;]/.test(line) &&
      line !== '' &&
      speaksOf(part, line)
    );
  });

/** How far from the beginning and from the end of a speech its salutation, opening and closing are looked for, in paragraphs. */
const headReach = 8;
const tailReach = 6;

/** The salutation, the opening or the closing of a speech, whose text begins with paragraph `body`. */
function findAround(
  paragraphs: readonly Paragraph[],
  part: Part,
  speech: Speech,
  sections: readonly OutlineNode[],
  body: number,
): Span | undefined {
  const first = sections[0]?.paragraph.index;
  switch (part.place) {
    case 'salutation':
      return findSalutation(paragraphs, speech, [speech.first, Math.min(speech.end, body + headReach)]);
    case 'closing': {
      const from = Math.max(first ?? body, speech.end - tailReach, body);
      return findClosing(paragraphs, part, speech, sections, [from, speech.end]);
    }
    default:
      return findByCues(paragraphs, part, [body, Math.min(first ?? speech.end, body + headReach)]);
  }
}

interface Recognition {
  readonly part: Part;
  readonly confidence: number;
  /** Whether the first clause of its heading has words of this part and of no other. */
  readonly alone: boolean;
}

/** Words that headings of every part have: 工作回顾, 工作安排. */
const anywhere: ReadonlySet<string> = new Set(['工作', '建设', '任务', '发展', '抓', '推进']);

const firstClause = (heading: string): string => heading.split(/[，,]/)[0] ?? '';

/** Whether the first clause of a heading has words of a part, so that it may be of it. */
function speaksOf({ headings }: Part, heading: string): boolean {
  const first = firstClause(heading);
  return headings.some((word) => !anywhere.has(word) && first.includes(word));
}

/** Whether it, or a later clause of it, is of that part as well: 突出重点，狠抓落实 is a section of two. */
const mentions = (part: Part, heading: string): boolean =>
  speaksOf(part, heading) ||
  heading.split(/[，,]/).some((clause) => part.headings.some((word) => !anywhere.has(word) && clause.startsWith(word)));

/** Sections that are kept by profile; far more than a draft has. */
const mostKept = 500;
/** What a heading says of the parts of a profile that are sections. */
interface HeadingWords {
  /** By part; 0 where the heading has none of its words. A longer word says more than a shorter one inside it; the first clause more than what follows. */
  readonly scores: readonly number[];
  /** Parts that its first clause speaks of. */
  readonly claims: number;
}
/** By heading: they stay the same from one version of a draft to the next. */
const headingWords = new WeakMap<Profile, Map<string, HeadingWords>>();

function wordsOf(profile: Profile, wanted: readonly Part[], heading: string): HeadingWords {
  let known = headingWords.get(profile);
  if (known === undefined) headingWords.set(profile, (known = new Map()));
  let words = known.get(heading);
  if (words === undefined) {
    const first = firstClause(heading);
    const scores = wanted.map(({ headings }) =>
      headings
        .filter((word) => heading.includes(word))
        .reduce((sum, word) => sum + (word.length >= 4 ? 2 : 1) + (first.includes(word) ? 0.5 : 0), 0),
    );
    words = { scores, claims: wanted.filter((part) => speaksOf(part, heading)).length };
    if (known.size >= mostKept) known.clear();
    known.set(heading, words);
  }
  return words;
}

/** The role of each section: by the words of its heading, then of its first paragraph; what stands between two recognised ones by its place. */
function recognise(
  paragraphs: readonly Paragraph[],
  profile: Profile,
  sections: readonly OutlineNode[],
): readonly (Recognition | undefined)[] {
  const wanted = profile.parts.filter((part) => part.place === 'section');
  const found: (Recognition | undefined)[] = sections.map((section, i) => {
    const { scores, claims } = wordsOf(profile, wanted, section.title);
    let body: string | undefined;
    let best: Recognition | undefined;
    let bestScore = 0;
    for (const [k, part] of wanted.entries()) {
      let score = scores[k]!;
      if (score === 0) continue;
      body ??= paragraphs[section.paragraph.index + 1]?.facts.reading.text.slice(0, 240) ?? '';
      for (const word of part.cues ?? []) if (body.includes(word)) score += 0.25;
      // Parts come in their order.
      if (sections.length > 1 && Math.round((i * (wanted.length - 1)) / (sections.length - 1)) === k) score += 0.75;
      if (score > bestScore) {
        bestScore = score;
        best = { part, confidence: Math.min(1, 0.4 + score * 0.15), alone: claims === 1 };
      }
    }
    return best;
  });
  for (let i = 0; i < found.length; i++)
    if (found[i] === undefined && found.length === wanted.length && !found.some((r) => r?.part === wanted[i]!))
      found[i] = { part: wanted[i]!, confidence: 0.5, alone: false };
  return found;
}

/** Whether each section is a part of its own, each part is there, and no heading could be of another: then their order can be wrong. */
const allCertain = (found: readonly (Recognition | undefined)[], wanted: readonly Part[]): boolean =>
  found.length === wanted.length &&
  found.every((r) => r?.alone === true && r.confidence >= 0.6) &&
  new Set(found.map((r) => r!.part)).size === wanted.length;

/** The first two neighbouring sections of which the second should come before the first. */
function swappedOnes(
  parts: readonly FoundPart[],
  wanted: readonly Part[],
): readonly [FoundPart, FoundPart] | undefined {
  const sections = parts.filter(({ node }) => node !== undefined);
  const at = sections.findIndex(({ part }, i) => i > 0 && wanted.indexOf(part) < wanted.indexOf(sections[i - 1]!.part));
  return at < 0 ? undefined : [sections[at - 1]!, sections[at]!];
}

function inOrder(found: readonly (Recognition | undefined)[], wanted: readonly Part[]): boolean {
  let last = -1;
  for (const recognition of found) {
    if (recognition === undefined) continue;
    const index = wanted.indexOf(recognition.part);
    if (index < last) return false;
    last = index;
  }
  return true;
}

/** Where a missing section belongs: before the first section whose part comes later in the profile. */
function gap(part: Part, profile: Profile, parts: readonly FoundPart[], sections: readonly OutlineNode[]): MissingPart {
  const place = profile.parts.indexOf(part);
  const before = parts.find((p) => p.node !== undefined && profile.parts.indexOf(p.part) > place)?.node;
  const last = sections[sections.length - 1]!;
  return { part, at: before?.paragraph.start ?? last.extent, before };
}

/** Index of the first paragraph after title, subtitle, name and date. */
function bodyStart(paragraphs: readonly Paragraph[], speech: Speech): number {
  let i = speech.first;
  if (speech.title !== undefined) while (i < speech.end && paragraphs[i]!.start < speech.title.end) i++;
  while (
    i < speech.end &&
    i < speech.first + 6 &&
    paragraphs[i]!.facts.reading.text.length <= 24 &&
    !/[：:。！]$/.test(paragraphs[i]!.facts.reading.text)
  )
    i++;
  return Math.min(i, Math.max(speech.first, speech.end - 1));
}

function findSalutation(
  paragraphs: readonly Paragraph[],
  speech: Speech,
  [from, to]: readonly [number, number],
): Span | undefined {
  if (speech.salutation !== undefined) return speech.salutation;
  for (let i = from; i < to; i++) if (beginsWithSalutation(paragraphs[i]!.facts.reading.text)) return paragraphs[i]!;
  return undefined;
}

/** How much of the last paragraph may be its closing where none stands by itself, in UTF-16 units of the reading. */
const closingTail = 60;
/** How many paragraphs at the end a closing may take where no section ends before it. */
const closingParagraphs = 3;

/** Closing words: the paragraphs behind the last section; else the end of the last paragraph; of a speech without sections, its last paragraphs. */
function findClosing(
  paragraphs: readonly Paragraph[],
  part: Part,
  speech: Speech,
  sections: readonly OutlineNode[],
  [from, to]: readonly [number, number],
): Span | undefined {
  const last = sections[sections.length - 1];
  if (last === undefined) return findByCues(paragraphs, part, [Math.max(from, to - closingParagraphs), to]);
  let end = speech.end - 1;
  // A signature, a date, a page's footer.
  while (end > last.paragraph.index && !/[。！!”）)]\s*$/.test(paragraphs[end]!.facts.reading.text)) end--;
  const final = paragraphs[end]!;
  if (end > last.paragraph.index && final.start >= last.extent) {
    for (let i = end; i > last.paragraph.index && i > end - closingParagraphs; i--) {
      const { text } = paragraphs[i]!.facts.reading;
      if (closingAddress.test(text) || hasCue(text.slice(-closingTail), part)) return paragraphs[i]!;
    }
    return undefined;
  }
  const { text } = final.facts.reading;
  return hasCue(text.slice(-closingTail), part) ? final : undefined;
}

const closingAddress = /^(?:同志们|各位|朋友们|老师们|同学们|代表们|让我们)/;

/** 会议结束 ends a meeting, 会议结束后 does not. */
const hasCue = (text: string, { cues = [] }: Part): boolean =>
  cues.some((cue) => {
    const at = text.indexOf(cue);
    return at >= 0 && text[at + cue.length] !== '后';
  });

function findByCues(
  paragraphs: readonly Paragraph[],
  part: Part,
  [from, to]: readonly [number, number],
): Span | undefined {
  for (let i = to - 1; i >= from; i--) if (hasCue(paragraphs[i]!.facts.reading.text, part)) return paragraphs[i]!;
  return undefined;
}
