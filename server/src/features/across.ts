/** The same indicator of the same period and place, with different values in different drafts of one meeting. */
import { dateOf } from '../document/date.ts';
import type { Document } from '../document/document.ts';
import type { FigureToken } from '../document/figures.ts';
import { conflicts, type Said } from '../document/relations/across/conflict.ts';
import type { Passage } from '../document/relations/passage.ts';
import type { Span } from '../text/span.ts';

/** One place that gives the indicator. */
export interface Mention extends Span {
  /** Index of the draft. */
  readonly draft: number;
  readonly text: string;
  readonly figure: FigureToken;
}

export interface Disagreement {
  readonly indicator: string;
  readonly period: string;
  readonly place: string;
  /** In the order of the drafts; of one draft each value once. */
  readonly mentions: readonly Mention[];
}

interface Owner {
  readonly draft: number;
  readonly document: Document;
  /** Of the paragraph. */
  readonly start: number;
  /** Year that the draft is dated; undefined when it is not. */
  readonly year: number | undefined;
}

/** Indicators that the drafts disagree about, in the order of their first places. What one draft alone contradicts is none. */
export function disagreements(documents: readonly Document[]): readonly Disagreement[] {
  const passages: { passage: Passage; paragraph: number; year: number | undefined }[] = [];
  const owners: Owner[] = [];
  documents.forEach((document, draft) => {
    const date = dateOf(document.paragraphs);
    const year = date === undefined ? undefined : Math.floor(date / 10_000);
    for (const { facts, start } of document.paragraphs) {
      const passage = facts.claims?.passage;
      if (passage !== undefined) passages.push({ passage, paragraph: owners.length, year });
      owners.push({ draft, document, start, year });
    }
  });
  const owner = (said: Said): Owner => owners[said.paragraph]!;
  const groups = new Map<Said, { readonly saids: Said[]; contradicts: boolean }>();
  for (const { first, second, verdict } of conflicts(passages)) {
    const [a, b] = [owner(first), owner(second)];
    // 去年 of one year is not that of another
    if (
      a.year !== b.year &&
      a.year !== undefined &&
      b.year !== undefined &&
      !/[\d十]/.test(second.named.statement.period)
    )
      continue;
    const apart = a.draft !== b.draft;
    if (verdict !== 'ok' && !(apart && (verdict === 'mismatch' || contradict(first, second)))) continue;
    const group = groups.get(first) ?? { saids: [first], contradicts: false };
    group.saids.push(second);
    group.contradicts ||= verdict !== 'ok';
    groups.set(first, group);
    groups.set(second, group);
  }
  return [...new Set(groups.values())]
    .filter(({ contradicts }) => contradicts)
    .map(({ saids }) => {
      const { indicator, period, place } = saids[0]!.named.statement;
      return { indicator, period, place, mentions: mentionsOf(saids, owner) };
    })
    .sort((a, b) => order(a.mentions[0]!, b.mentions[0]!));
}

const order = (a: Mention, b: Mention): number => a.draft - b.draft || a.start - b.start;

/** Figures of two paragraphs that are looked at again together; no paragraph that is read out has so many. */
const mostFigures = 400;

/** Whether two places contradict each other when taken by themselves: one of them is repeated in its own draft. */
function contradict(first: Said, second: Said): boolean {
  const [a, b] = [first.named.passage, second.named.passage];
  if (a.list.length + b.list.length > mostFigures) return false;
  const pair = [
    { passage: a, paragraph: 0, year: first.year },
    { passage: b, paragraph: 1, year: second.year },
  ];
  for (const found of conflicts(pair))
    if (found.verdict === 'mismatch' && found.first.named === first.named && found.second.named === second.named)
      return true;
  return false;
}

function mentionsOf(saids: readonly Said[], owner: (said: Said) => Owner): readonly Mention[] {
  const known = new Set<string>();
  const mentions: Mention[] = [];
  for (const said of saids) {
    const { draft, document, start } = owner(said);
    const { passage, statement } = said.named;
    const { figure } = statement;
    const span = passage.facts.reading.span(figure.start, figure.end);
    const place = { start: start + span.start, end: start + span.end };
    const text = document.slice(place);
    const key = `${draft} ${text}`;
    if (known.has(key)) continue;
    known.add(key);
    mentions.push({ draft, ...place, text, figure });
  }
  return mentions.sort(order);
}
