/** The outline of a draft: titles and structural markers with their nesting, and the lists they form. */
import { isSpace } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { Paragraph } from './document.ts';
import type { ParagraphFacts } from './facts.ts';
import { lostMarker } from './markers.ts';
import { type Nesting, type Placement, resolveNesting } from './nesting.ts';
import type { Candidate, NumberFault } from './nesting-costs.ts';
import { remember } from './remember.ts';
import type { Speech } from './speeches.ts';
import type { MarkerForm, MarkerToken } from './tokens.ts';

/** A title (depth 0) or a structural marker. The span is the marker's, or the title's text. */
export interface OutlineNode extends Span {
  readonly kind: 'title' | 'marker';
  /** The marker as read; '' for a title and for a Markdown heading without one. */
  readonly marker: string;
  readonly depth: number;
  /** Heading text: to the end of a heading line, to the first 。 of a run-in one. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Marker and title as the draft writes them; `marker` and `title` are read in simplified characters. */
  readonly written: { readonly marker: string; readonly title: string };
  readonly paragraph: Paragraph;
  readonly parent: OutlineNode | undefined;
  readonly children: readonly OutlineNode[];
  /** The list it is an item of; undefined for a title. */
  readonly enumeration: Enumeration | undefined;
  readonly token: MarkerToken | undefined;
  /** End of what belongs to it, with everything below it. */
  readonly extent: number;
  readonly speech: Speech;
}

/** Sibling items of one list. */
export interface Enumeration {
  readonly items: readonly OutlineNode[];
  readonly parent: OutlineNode | undefined;
  readonly form: MarkerForm;
  readonly speech: Speech;
  /** Items whose number is not the one that was due. */
  readonly faults: readonly { readonly item: OutlineNode; readonly fault: NumberFault; readonly expected: number }[];
}

export interface Outline {
  /** In text order. */
  readonly nodes: readonly OutlineNode[];
  readonly enumerations: readonly Enumeration[];
  /** How the nesting of each speech was resolved; the next version of the draft may take it over. */
  readonly nestings: readonly Nesting[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** How many paragraphs a closing may take. */
const closingReach = 6;
const isHeadingLine = (node: OutlineNode): boolean =>
  node.token?.leading === true && node.titleSpan.end >= node.paragraph.end - 1;
/** How a closing ends. */
const closingCall =
  /(?:奋斗|努力|贡献|谢谢大家|(?:胜利|成功|答卷|篇章|局面|成绩|辉煌|目标任务|屏障|环境|基础)[^。！，]{0,6})[！!。]?$/;
const closingAddress = /^(?:同志们|各位|朋友们|老师们|同学们|代表们|最后|总之|让我们)/;

/** Resolves the outline, speech by speech. */
export function buildOutline(
  text: string,
  paragraphs: readonly Paragraph[],
  speeches: readonly Speech[],
  earlier: readonly Nesting[] = [],
): Outline {
  const nodes: Open<OutlineNode>[] = [];
  const enumerations: Enumeration[] = [];
  const nestings: Nesting[] = [];
  for (const speech of speeches) {
    let nesting = resolveNesting(candidatesOf(paragraphs, speech), speech.midway, earlier);
    nestings.push(nesting);
    const found = withLostMarkers(paragraphs, speech, nesting);
    if (found !== undefined) {
      const mended = resolveNesting(found, speech.midway, earlier);
      nestings.push(mended);
      if (reads(mended, nesting)) nesting = mended;
    }
    outlineSpeech(text, paragraphs, speech, nesting.placements, nodes, enumerations);
  }
  return { nodes, enumerations, nestings };
}

/** Whether the first reading is the better one: fewer faults, or as many with more markers. */
const reads = (one: Nesting, other: Nesting): boolean =>
  faultsOf(one) < faultsOf(other) ||
  (faultsOf(one) === faultsOf(other) && one.placements.length > other.placements.length + 1);
const faultsOf = ({ placements }: Nesting): number =>
  placements.reduce((count, { fault }) => (fault === undefined ? count : count + 1), 0);

/** How markers are written that a lost line break may have left without a mark before them. */
const losable: ReadonlySet<MarkerForm> = new Set(['han', 'verb', 'ordinal', 'han-paren', 'circled']);
/** How far before the second item of a list its first one may stand, in paragraphs. */
const lostReach = 3;
/** How many items in a row may have lost theirs. */
const mostLost = 3;

const mayHaveLost = ({ fault, expected, candidate: { token, level } }: Placement): boolean =>
  (fault === 'skipped' || fault === 'start') &&
  expected <= token.value &&
  token.value - expected <= mostLost &&
  level === 0 &&
  losable.has(token.form) &&
  token.variant !== '';

/** The candidates with those that a list wants for and that stand in the text with no mark before them; undefined where there are none. */
function withLostMarkers(
  paragraphs: readonly Paragraph[],
  speech: Speech,
  { candidates, placements }: Nesting,
): Candidate[] | undefined {
  if (!placements.some(mayHaveLost) && placements.length === candidates.length) return undefined;
  let found: Candidate[] | undefined;
  const last = new Map<number, Placement>();
  for (const placement of placements) {
    const before = last.get(placement.list);
    last.set(placement.list, placement);
    if (!mayHaveLost(placement)) continue;
    const { expected, parent } = placement;
    const { token, paragraph } = placement.candidate;
    const from = before ?? parent;
    const first = from?.candidate.paragraph ?? Math.max(speech.first, paragraph - lostReach);
    const marker = paragraphs[paragraph]!.facts.reading.text.slice(token.start, token.end);
    for (let due = expected; due < token.value; due++) {
      let lost: Candidate | undefined;
      let places = 0;
      for (let i = first; i <= paragraph; i++) {
        const { text } = paragraphs[i]!.facts.reading;
        const begin = i === from?.candidate.paragraph ? from.candidate.token.end : 0;
        const end = i === paragraph ? token.start : text.length;
        const missed = lostMarker(text, begin, end, token, marker, due);
        if (missed === undefined) continue;
        places++;
        lost = { token: missed, level: 0, paragraph: i, announced: false, turned: false };
      }
      if (places === 1) (found ??= [...candidates]).push(lost!);
    }
  }
  // A lone 二是 was taken for no marker at all.
  let next = 0;
  candidates.forEach((candidate, i) => {
    if (placements[next]?.candidate === candidate) {
      next++;
      return;
    }
    const { token, level, paragraph } = candidate;
    if (token.value !== 2 || token.form !== 'verb' || level > 0) return;
    const before = candidates[i - 1];
    const { text } = paragraphs[paragraph]!.facts.reading;
    const begin = before?.paragraph === paragraph ? before.token.end : 0;
    const missed = lostMarker(text, begin, token.start, token, text.slice(token.start, token.end), 1);
    if (missed !== undefined)
      (found ??= [...candidates]).push({ token: missed, level: 0, paragraph, announced: false, turned: false });
  });
  return found?.sort((a, b) => a.paragraph - b.paragraph || a.token.start - b.token.start);
}

/** A paragraph that Markdown marks as a heading but that has no Chinese marker. */
function headingToken(paragraph: Paragraph): MarkerToken {
  return {
    start: 0,
    end: paragraph.facts.reading.text.length,
    form: 'heading',
    value: 0,
    variant: '#',
    leading: true,
    before: '',
  };
}

/** End of the table of contents that a page puts before the salutation: lines only, no sentence. -1 where there is none. */
function contentsEnd(paragraphs: readonly Paragraph[], { first, salutation }: Speech): number {
  let end = -1;
  let headings = 0;
  if (salutation === undefined) return end;
  for (let i = first; i < paragraphs.length && paragraphs[i]!.end <= salutation.start; i++) {
    const { reading, markers } = paragraphs[i]!.facts;
    if (reading.text.length > contentsLine || /[。；]/.test(reading.text)) return -1;
    if (markers[0]?.leading === true) headings++;
    end = paragraphs[i]!.end;
  }
  // 一、开场介绍⏎尊敬的各位领导：: one line is a heading, and the text begins with it.
  return headings === 1 ? -1 : end;
}
const contentsLine = 60;
/** So many headings in a row, with nothing under them, may be a table of contents. */
const fewestContents = 3;
/** What else stands in one. */
const contentsMark = /^(?:目录|提纲|目录[/／]提纲)?[：:]?[….\s]*$/;

/**
 * End of a table of contents that stands before the text and is told by what it lists: its first heading is met again, word for word, further down.
 * -1 where there is none.
 */
function listedEnd(paragraphs: readonly Paragraph[], { first, end }: Speech): number {
  let begin = first;
  const leads = (i: number): boolean => paragraphs[i]!.facts.markers[0]?.leading === true;
  while (begin < end && !leads(begin)) {
    if (isSaid(paragraphs[begin]!.facts.reading.text)) return -1;
    begin++;
  }
  let next = begin;
  let headings = 0;
  while (next < end && !isSaid(paragraphs[next]!.facts.reading.text)) {
    if (leads(next)) headings++;
    else if (!contentsMark.test(paragraphs[next]!.facts.reading.text)) break;
    next++;
  }
  if (headings < fewestContents) return -1;
  const { text } = paragraphs[begin]!.facts.reading;
  for (let i = begin + 1; i < end; i++)
    if (paragraphs[i]!.facts.reading.text === text) return paragraphs[Math.min(next, i) - 1]!.end;
  return -1;
}

/** A sentence, or a line too long for a heading. */
const isSaid = (text: string): boolean => text.length > contentsLine || /[。；]/.test(text);

function candidatesOf(paragraphs: readonly Paragraph[], speech: Speech): Candidate[] {
  const candidates: Candidate[] = [];
  // 一个是北线。⏎一个是南线。: the last one that began a paragraph.
  let oneMore: { readonly variant: string; readonly paragraph: number } | undefined;
  const skip = Math.max(speech.title?.end ?? -1, contentsEnd(paragraphs, speech), listedEnd(paragraphs, speech));
  for (let i = speech.first; i < speech.end; i++) {
    const paragraph = paragraphs[i]!;
    const { facts, level } = paragraph;
    if (paragraph.end <= skip) continue;
    const tokens = facts.markers;
    if (tokens.length === 0 && level === 0) continue;
    const announced = i > speech.first && endsWithColon(paragraphs[i - 1]!.facts.reading.text);
    if (level > 0) {
      const first = tokens[0];
      candidates.push({
        token: first?.leading === true ? first : headingToken(paragraph),
        level,
        paragraph: i,
        announced,
        turned: false,
      });
      continue;
    }
    for (const each of tokens) {
      const again = each.leading && each.form === 'pair' && each.value === 1;
      const token =
        again && oneMore?.variant === each.variant && i - oneMore.paragraph <= pairReach ? { ...each, value: 0 } : each;
      if (again) oneMore = { variant: each.variant, paragraph: i };
      candidates.push({
        token,
        level: 0,
        paragraph: i,
        announced: announced && token.leading,
        turned:
          token.value === 1 &&
          turnsTo(
            token.leading && i > speech.first
              ? paragraphs[i - 1]!.facts.reading.text
              : facts.reading.text.slice(0, token.start),
          ),
      });
    }
  }
  return candidates;
}

/** How many paragraphs on 一个是 may stand for 另一个是. */
const pairReach = 3;

/** 同志们，…，我再强调三点意见： */
const addressedAgain = /^(?:同志们|各位|刚才|最后|下面)/;
const longestAddress = 3;
const more =
  /我[^，。；：]{0,24}(?:强调|讲|提|谈)(?:以下|如下)?[两三四五六几]?(?:点|个方面|条|个)(?:意见|要求|建议|希望)?[：:。]?$/;
const moreReach = 48;
const turnsTo = (text: string): boolean =>
  addressedAgain.test(text.slice(0, longestAddress)) && more.test(text.slice(-moreReach));

function endsWithColon(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0xff1a || last === 0x3a;
}

function outlineSpeech(
  text: string,
  paragraphs: readonly Paragraph[],
  speech: Speech,
  placements: readonly Placement[],
  nodes: Open<OutlineNode>[],
  enumerations: Enumeration[],
): void {
  const begin = nodes.length;
  const root = rootOf(text, paragraphs, speech);
  if (root !== undefined) nodes.push(root);
  const depths = depthsOf(placements, speech);
  const first = nodes.length;
  const lists = new Map<number, Open<Enumeration>>();
  for (let order = 0; order < placements.length; order++) {
    const placement = placements[order]!;
    const { candidate, fault, expected } = placement;
    const parent = placement.parent === undefined ? root : nodes[first + placement.parent.order];
    let list = lists.get(placement.list);
    if (list === undefined) {
      list = { items: [], parent, form: candidate.token.form, speech, faults: [] };
      lists.set(placement.list, list);
      enumerations.push(list);
    }
    const heading = headingOf(candidate, placements[order + 1]?.candidate, paragraphs);
    const node = nodeOf(candidate, heading, paragraphs[candidate.paragraph]!, list, depths.get(placement.list)!);
    (list.items as OutlineNode[]).push(node);
    if (parent !== undefined) (parent.children as OutlineNode[]).push(node);
    if (fault !== undefined)
      (list.faults as Open<Enumeration['faults'][number]>[]).push({ item: node, fault, expected });
    nodes.push(node);
  }
  setExtents(paragraphs, speech, nodes, begin);
}

/** The title, under which everything stands; undefined for a speech without one. */
function rootOf(text: string, paragraphs: readonly Paragraph[], speech: Speech): Open<OutlineNode> | undefined {
  const span = speech.title;
  if (span === undefined) return undefined;
  const title = text.slice(span.start, span.end);
  return {
    start: span.start,
    end: span.end,
    kind: 'title',
    marker: '',
    depth: 0,
    title,
    titleSpan: span,
    written: { marker: '', title },
    paragraph: paragraphs[lowerBound(paragraphs, span.start + 1, (p) => p.start) - 1]!,
    parent: undefined,
    children: [],
    enumeration: undefined,
    token: undefined,
    extent: speech.end > 0 ? paragraphs[speech.end - 1]!.end : 0,
    speech,
  };
}

function nodeOf(
  { token }: Candidate,
  heading: Heading,
  paragraph: Paragraph,
  list: Enumeration,
  depth: number,
): Open<OutlineNode> {
  const { start: offset } = paragraph;
  const { marker, title, titleSpan, written } = heading;
  return {
    start: offset + heading.start,
    end: offset + heading.end,
    kind: 'marker',
    marker,
    depth,
    title,
    titleSpan: { start: offset + titleSpan.start, end: offset + titleSpan.end },
    written,
    paragraph,
    parent: list.parent,
    children: [],
    enumeration: list,
    token,
    extent: 0,
    speech: list.speech,
  };
}

/** The heading of a marker ends where the next one of its paragraph begins, at the latest. */
function headingOf(of: Candidate, next: Candidate | undefined, paragraphs: readonly Paragraph[]): Heading {
  const { facts } = paragraphs[of.paragraph]!;
  const run = next !== undefined && next.paragraph === of.paragraph;
  return headingAt(facts, of.token, run ? next.token.start : facts.reading.text.length);
}

/** A marker with its heading, in offsets of its paragraph. */
interface Heading extends Span, Pick<OutlineNode, 'marker' | 'title' | 'titleSpan' | 'written'> {
  readonly token: Span;
}

/** By where marker and heading end. */
const headings = remember(() => new Map<number, Heading>());

function headingAt(facts: ParagraphFacts, token: MarkerToken, until: number): Heading {
  const known = headings(facts);
  const bare = token.form === 'heading' && token.value === 0;
  const key = (bare ? 0 : token.end) * 0x200_0000 + until;
  let heading = known.get(key);
  if (heading === undefined || heading.token.start !== token.start) {
    const { reading } = facts;
    const span = reading.span(token.start, token.end);
    const head = bare ? { start: 0, end: reading.text.length } : headOf(reading.text, token.end, until);
    heading = {
      token,
      start: span.start,
      end: span.end,
      marker: bare ? '' : reading.text.slice(token.start, token.end),
      title: reading.text.slice(head.start, head.end),
      titleSpan: reading.span(head.start, head.end),
      written: {
        marker: bare ? '' : reading.written(token.start, token.end),
        title: reading.written(head.start, head.end),
      },
    };
    if (known.size >= mostHeadings) known.clear();
    known.set(key, heading);
  }
  return heading;
}
/** Headings that are kept of a paragraph; more than one has markers. */
const mostHeadings = 64;

/** Heading text of a marker: to the first 。 (or ； ？ where those close it), at most to `until`; trimmed. */
function headOf(text: string, from: number, until: number): Span {
  let start = from;
  while (start < until && isSpace(text.charCodeAt(start))) start++;
  let end = start;
  while (end < until && !closesHeading(text.charCodeAt(end))) end++;
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || '：:，,*'.includes(text[end - 1]!))) end--;
  return { start, end };
}

/** 。；？！;? */
const closesHeading = (code: number): boolean =>
  code === 0x3002 || code === 0xff1b || code === 0xff1f || code === 0xff01 || code === 0x3b || code === 0x3f;

/**
 * Depth of each list. It is one more than its parent's; but where a speech begins in the middle, a list that comes before the first one of an outer
 * style stands as deep as its sisters further down.
 */
function depthsOf(placements: readonly Placement[], speech: Speech): Map<number, number> {
  const depths = new Map<number, number>();
  const of = (placement: Placement): number =>
    placement.parent === undefined ? 1 : (depths.get(placement.parent.list) ?? 1) + 1;
  for (const placement of placements) if (!depths.has(placement.list)) depths.set(placement.list, of(placement));
  if (!speech.midway) return depths;
  const heads = new Map<number, Placement>();
  for (const placement of placements) if (!heads.has(placement.list)) heads.set(placement.list, placement);
  const tops = [...heads.values()].filter((p) => p.parent === undefined);
  for (let i = tops.length - 2; i >= 0; i--) {
    const here = tops[i]!;
    const below = tops[i + 1]!;
    if (here.candidate.token.form === below.candidate.token.form) continue;
    // Both begin: nothing that was cut off stood around the first of them.
    if (here.candidate.token.value === 1 && below.candidate.token.value === 1) continue;
    const outer = depths.get(below.list)!;
    const sister = [...heads.values()].find(
      (p) =>
        p !== here &&
        p.parent !== undefined &&
        p.parent.list === below.list &&
        p.candidate.token.form === here.candidate.token.form,
    );
    shift(
      placements,
      depths,
      here.list,
      (sister === undefined ? outer + 1 : depths.get(sister.list)!) - depths.get(here.list)!,
    );
  }
  return depths;
}

/** Moves a list and all below it by `by` levels. */
function shift(placements: readonly Placement[], depths: Map<number, number>, list: number, by: number): void {
  if (by === 0) return;
  const moved = new Set([list]);
  for (const p of placements) if (p.parent !== undefined && moved.has(p.parent.list)) moved.add(p.list);
  for (const l of moved) depths.set(l, depths.get(l)! + by);
}

/** A node reaches to the next one that is not below it; the last ones end where the speech turns to its closing. */
function setExtents(
  paragraphs: readonly Paragraph[],
  speech: Speech,
  nodes: readonly Open<OutlineNode>[],
  begin: number,
): void {
  const last = nodes[nodes.length - 1];
  let end = speech.end > speech.first ? paragraphs[speech.end - 1]!.end : 0;
  // The closing is near the end; right under a heading, only what calls to action or gives thanks is one.
  if (last?.kind === 'marker') {
    const below = last.paragraph.index + 1;
    const heading = last.title.length < 60 && isHeadingLine(last);
    for (let i = Math.max(below, speech.end - closingReach); i < speech.end; i++) {
      const { text } = paragraphs[i]!.facts.reading;
      if (!closingAddress.test(text) || (heading && i === below && !closingCall.test(text))) continue;
      end = paragraphs[i - 1]!.end;
      break;
    }
  }
  const open: Open<OutlineNode>[] = [];
  for (let i = begin; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind === 'title') continue;
    while (open.length > 0 && open[open.length - 1]!.depth >= node.depth) open.pop()!.extent = node.start;
    open.push(node);
  }
  for (const node of open) node.extent = end;
}
