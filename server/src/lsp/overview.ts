/** What the extension's views and status bar show of a speech. */
import type { Finding } from '../engine/problem.ts';
import { buildsOf } from '../features/build.ts';
import { around, fillList } from '../features/fill-list.ts';
import { overrun } from '../features/length.ts';
import type { Part } from '../features/outline.ts';
import { countWithin } from '../text/span.ts';
import type { DraftSettings, OpenDraft } from './open-draft.ts';
import { toRange } from './positions.ts';
import type { BlankGroup, ConfigurationFaults, OutlineItem, Overview, SpeechBuild } from './protocol.ts';

/** A blank is counted as a blank, not as a problem too. */
const blankRule = 'placeholders/unfilled';
/** Characters shown to each side of a blank. */
const reach = 24;

export function overviewOf(
  draft: OpenDraft,
  settings: DraftSettings,
  configuration: ConfigurationFaults | null,
): Overview {
  const { rate, minutes, stage } = settings;
  const { blanks } = draft.document;
  const problems = draft.analyse(settings).result.findings.filter(({ rule }) => rule !== blankRule);
  const outline = draft.outline(rate);
  return {
    version: draft.version,
    stage,
    ...outline.length,
    blanks: blanks.length,
    problems: problems.length,
    minutes,
    over: outline.speeches.reduce((sum, { seconds }) => sum + overrun({ seconds, elapsed: seconds }, minutes), 0),
    outline: outlineItems(draft, outline.roots, problems, minutes),
    builds: speechBuilds(draft, rate, minutes),
    groups: blankGroups(draft),
    configuration,
  };
}

function outlineItems(
  { document, lines }: OpenDraft,
  roots: readonly Part[],
  problems: readonly Finding[],
  minutes: number,
): readonly OutlineItem[] {
  const { blanks } = document;
  const serious = problems.filter(({ severity }) => severity !== 'info');
  const roles = new Map(
    document.structure.flatMap(({ parts }) =>
      parts.flatMap(({ node, part }) => (node === undefined ? [] : [[node, part.name] as const])),
    ),
  );
  const toItem = ({ node, span, heading, characters, seconds, elapsed, children }: Part): OutlineItem => ({
    marker: node.written.marker,
    title: node.written.title,
    depth: node.depth,
    selection: toRange(lines, heading),
    range: toRange(lines, span),
    characters,
    seconds,
    over: overrun({ seconds, elapsed }, minutes),
    findings: countWithin(problems, span),
    serious: countWithin(serious, span),
    blanks: countWithin(blanks, span),
    role: roles.get(node) ?? '',
    children: children.map(toItem),
  });
  return roots.map(toItem);
}

const speechBuilds = ({ document, lines }: OpenDraft, rate: number, minutes: number): readonly SpeechBuild[] =>
  buildsOf(document, rate, minutes).map(({ parts, ...build }) => ({
    ...build,
    parts: parts.map(({ span, ...part }) => ({ ...part, ...(span && { range: toRange(lines, span) }) })),
  }));

const blankGroups = ({ document, lines }: OpenDraft): readonly BlankGroup[] =>
  fillList(document).map(({ key, kind, what, blanks: places }) => ({
    key,
    kind,
    what,
    places: places.map((blank) => ({
      range: toRange(lines, blank),
      text: document.slice(blank),
      ...around(document, blank, reach),
    })),
  }));
