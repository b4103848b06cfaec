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
    if (node.depth === 1 && node.token?.leading === true && node.paragraph.facts.reading.text.length <= 400)
      sections.get(node.speech)?.push(node);
  return speeches.map((speech) =>
    analyse(text, paragraphs, speech, sections.get(speech) ?? [], profiles, byLine, configured),
  );
}

function analyse(
  text: string,
  paragraphs: readonly Paragraph[],
  speech: Speech,
  sections: readonly OutlineNode[],
  profiles: readonly Profile[],
  byLine: string | undefined,
  configured: string | undefined,
): SpeechStructure {
  const none = (reason: string): SpeechStructure => ({
    speech,
    profile: undefined,
    reason,
    parts: [],
    missing: [],
    sections,
  });
  const named = byLine ?? configured;
  const title = speech.title === undefined ? '' : text.slice(speech.title.start, speech.title.end);
  let profile: Profile | undefined;
  let reason = '';
  let roles: readonly (Recognition | undefined)[] = [];
  if (named !== undefined) {
    profile = profiles.find((p) => p.id === named);
    if (profile === undefined) return none(`没有名为“${named}”的结构`);
    reason = byLine === undefined ? '由配置指定' : '由稿中注释指定';
    roles = recognise(paragraphs, profile, sections);
  } else {
    profile = profiles.find((p) => p.titles.some((word) => title.includes(word)));
    if (profile !== undefined) {
      reason = `标题中有“${profile.titles.find((word) => title.includes(word))!}”`;
      roles = recognise(paragraphs, profile, sections);
    } else if (!speech.midway)
      for (const candidate of profiles) {
        if (candidate.recognised === 0 || sections.length < 2) continue;
        const wanted = candidate.parts.filter((part) => part.place === 'section');
        // A part may take two sections; then all parts must be there.
        if (sections.length > wanted.length + 2) continue;
        const found = recognise(paragraphs, candidate, sections);
        const sure = new Set(found.flatMap((r) => (r !== undefined && r.confidence >= 0.7 ? [r.part] : []))).size;
        if (sure < (sections.length > wanted.length ? wanted.length : candidate.recognised) || !inOrder(found, wanted))
          continue;
        profile = candidate;
        reason = `有${sure}个部分与“${candidate.name}”相合`;
        roles = found;
        break;
      }
  }
  if (profile === undefined) return none('不合已知的任何结构');
  const parts: FoundPart[] = [];
  sections.forEach((node, i) => {
    const role = roles[i];
    if (role !== undefined)
      parts.push({ part: role.part, span: { start: node.start, end: node.extent }, node, confidence: role.confidence });
  });
  const firstSection = sections[0]?.paragraph.index ?? speech.end;
  const body = bodyStart(paragraphs, speech);
  const missing: MissingPart[] = [];
  for (const part of profile.parts) {
    if (part.place === 'section') {
      if (part.required && sections.length > 0 && !parts.some((p) => p.part === part) && !roles.includes(undefined))
        missing.push(gap(part, profile, parts, sections));
      continue;
    }
    const range: readonly [number, number] =
      part.place === 'salutation'
        ? [speech.first, Math.min(speech.end, body + 8)]
        : part.place === 'opening'
          ? [body, Math.min(firstSection, body + 8)]
          : [Math.max(sections[0]?.paragraph.index ?? body, speech.end - 6, body), speech.end];
    const found =
      part.place === 'salutation' ? findSalutation(paragraphs, speech, range) : findByCues(paragraphs, part, range);
    if (found !== undefined)
      parts.push({ part, span: { start: found.start, end: found.end }, node: undefined, confidence: 0.8 });
    else if (part.required && !speech.midway) {
      const at = part.place === 'closing' ? (paragraphs[speech.end - 1]?.end ?? 0) : (paragraphs[body]?.start ?? 0);
      missing.push({ part, at, before: undefined });
    }
  }
  parts.sort((a, b) => a.span.start - b.span.start);
  return { speech, profile, reason, parts, missing, sections };
}

interface Recognition {
  readonly part: Part;
  readonly confidence: number;
}

/** The role of each section: by the words of its heading, then of its first paragraph; what stands between two recognised ones by its place. */
function recognise(
  paragraphs: readonly Paragraph[],
  profile: Profile,
  sections: readonly OutlineNode[],
): readonly (Recognition | undefined)[] {
  const wanted = profile.parts.filter((part) => part.place === 'section');
  const found: (Recognition | undefined)[] = sections.map((section, i) => {
    const heading = section.title;
    const body = paragraphs[section.paragraph.index + 1]?.facts.reading.text.slice(0, 240) ?? '';
    let best: Recognition | undefined;
    let bestScore = 0;
    for (const [k, part] of wanted.entries()) {
      const words = part.headings.filter((word) => heading.includes(word));
      // A longer word says more than a shorter one inside it; the first clause of a heading more than what follows.
      const first = heading.split(/[，,]/)[0] ?? '';
      let score = words.reduce((sum, word) => sum + (word.length >= 4 ? 2 : 1) + (first.includes(word) ? 0.5 : 0), 0);
      score += (part.cues ?? []).filter((word) => body.includes(word)).length * 0.25;
      // Parts come in their order.
      if (sections.length > 1 && Math.round((i * (wanted.length - 1)) / (sections.length - 1)) === k) score += 0.75;
      if (words.length > 0 && score > bestScore) {
        bestScore = score;
        best = { part, confidence: Math.min(1, 0.4 + score * 0.15) };
      }
    }
    return best;
  });
  for (let i = 0; i < found.length; i++)
    if (found[i] === undefined && found.length === wanted.length && !found.some((r) => r?.part === wanted[i]!))
      found[i] = { part: wanted[i]!, confidence: 0.5 };
  return found;
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

function findByCues(
  paragraphs: readonly Paragraph[],
  part: Part,
  [from, to]: readonly [number, number],
): Span | undefined {
  const cues = part.cues ?? [];
  for (let i = to - 1; i >= from; i--) {
    const { text } = paragraphs[i]!.facts.reading;
    if (cues.some((cue) => text.includes(cue))) return paragraphs[i]!;
  }
  return undefined;
}
