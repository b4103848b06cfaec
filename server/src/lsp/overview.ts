/** What the extension's views and status bar show of a speech. */
import { buildsOf } from '../features/build.ts';
import { around, fillList } from '../features/fill-list.ts';
import { overrun } from '../features/length.ts';
import type { Part } from '../features/outline.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { DraftSettings, OpenDraft } from './open-draft.ts';
import { toRange } from './positions.ts';
import type { ConfigurationFaults, OutlineItem, Overview } from './protocol.ts';

/** A blank is counted as a blank, not as a problem too. */
const blankRule = 'placeholders/unfilled';
/** Characters shown to each side of a blank. */
const reach = 24;

export function overviewOf(
  draft: OpenDraft,
  settings: DraftSettings,
  configuration: ConfigurationFaults | null,
): Overview {
  const { document, lines } = draft;
  const { blanks } = document;
  const problems = draft.analyse(settings).result.findings.filter(({ rule }) => rule !== blankRule);
  const serious = problems.filter(({ severity }) => severity !== 'info');
  const outline = draft.outline(settings.rate);
  const within = (list: readonly Span[], { start, end }: Span): number =>
    lowerBound(list, end, (each) => each.start) - lowerBound(list, start, (each) => each.start);
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
    over: overrun({ seconds, elapsed }, settings.minutes),
    findings: within(problems, span),
    serious: within(serious, span),
    blanks: within(blanks, span),
    role: roles.get(node) ?? '',
    children: children.map(toItem),
  });
  return {
    version: draft.version,
    stage: settings.stage,
    ...outline.length,
    blanks: blanks.length,
    problems: problems.length,
    minutes: settings.minutes,
    over: outline.speeches.reduce(
      (sum, { seconds }) => sum + overrun({ seconds, elapsed: seconds }, settings.minutes),
      0,
    ),
    outline: outline.roots.map(toItem),
    builds: buildsOf(document, settings.rate, settings.minutes).map(({ parts, ...build }) => ({
      ...build,
      parts: parts.map(({ span, ...part }) => ({ ...part, ...(span && { range: toRange(lines, span) }) })),
    })),
    groups: fillList(document).map(({ key, kind, what, blanks: places }) => ({
      key,
      kind,
      what,
      places: places.map((blank) => ({
        range: toRange(lines, blank),
        text: document.slice(blank),
        ...around(document, blank, reach),
      })),
    })),
    configuration,
  };
}
