/** The outline as it is shown: every part with its length. */
import type { Document } from '../document/document.ts';
import { noLength } from '../document/length.ts';
import type { OutlineNode } from '../document/outline.ts';
import { isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { type Length, Ruler, subtract, toLength } from './length.ts';

export interface Part extends Length {
  readonly node: OutlineNode;
  /** From its marker to the end of all that is below it. */
  readonly span: Span;
  /** Marker and heading text. */
  readonly heading: Span;
  /** Seconds from the beginning of its speech to its end. */
  readonly elapsed: number;
  readonly children: readonly Part[];
}

export interface OutlineView {
  /** Length of the whole draft. */
  readonly length: Length;
  /** Length of each speech of the file. */
  readonly speeches: readonly Length[];
  /** Parts that stand in no other. */
  readonly roots: readonly Part[];
  /** In text order. */
  readonly parts: readonly Part[];
}

/** `rate`: characters a minute. */
export function outlineOf(document: Document, rate: number): OutlineView {
  const ruler = new Ruler(document);
  const byNode = new Map<OutlineNode, Part & { readonly children: Part[] }>();
  const roots: Part[] = [];
  const parts: Part[] = [];
  const starts = new Map(
    document.speeches.map((speech) => [speech, ruler.upTo(document.paragraphs[speech.first]?.start ?? 0)]),
  );
  for (const node of document.outline.nodes) {
    const heading = { start: node.start, end: Math.max(node.end, node.titleSpan.end) };
    const span = { start: node.start, end: Math.max(heading.end, textEnd(document.text, endOf(node))) };
    const end = ruler.upTo(span.end);
    const { seconds: elapsed } = toLength(subtract(end, starts.get(node.speech) ?? noLength), rate);
    const length = toLength(subtract(end, ruler.upTo(span.start)), rate);
    const part = { node, span, heading, children: [], elapsed, ...length };
    byNode.set(node, part);
    parts.push(part);
    const siblings = node.parent && byNode.get(node.parent)?.children;
    (siblings ?? roots).push(part);
  }
  const speeches = document.speeches.map((speech) => {
    const end = document.paragraphs[speech.end - 1]?.end ?? 0;
    return toLength(subtract(ruler.upTo(end), starts.get(speech) ?? noLength), rate);
  });
  return { length: toLength(ruler.total, rate), speeches, roots, parts };
}

/** A list that runs on inside one paragraph ends with it: what the next paragraph says is no part of its last item. */
export function endOf({ token, extent, paragraph, enumeration, children }: OutlineNode): number {
  const runIn =
    token?.leading === false &&
    enumeration?.items.every((item) => item.paragraph === paragraph) &&
    children.every((child) => child.paragraph === paragraph);
  return runIn ? Math.min(extent, paragraph.end) : extent;
}

/** The end of the last line that is not blank. */
function textEnd(text: string, end: number): number {
  let last = end;
  while (last > 0 && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

/** Parts that hold an offset, outermost first. */
export function partsAt({ roots }: OutlineView, offset: number): readonly Part[] {
  const path: Part[] = [];
  for (let level = roots; ; ) {
    const inside = level.findLast(({ span }) => span.start <= offset && offset <= span.end);
    if (inside === undefined) return path;
    path.push(inside);
    level = inside.children;
  }
}
