/**
 * Inserting, deleting, splitting and merging parts of a speech. Every list that changes is renumbered in its own style, an announced count that its list
 * fulfilled follows, and the closing marks of run-in items (；；。) are mended. The answer touches nothing else.
 */
import type { Document } from '../document/document.ts';
import type { OutlineNode } from '../document/outline.ts';
import type { Span } from '../text/span.ts';
import { siblingsOf } from './move-parts.ts';
import { endOf } from './outline.ts';
import { closeItems, isWorded, settle } from './part-markers.ts';
import {
  holder,
  isBlank,
  isInside,
  isLeading,
  keepLastGap,
  type Part,
  type PartsAnswer,
  type Region,
  refuse,
  Workshop,
  walk,
} from './part-regions.ts';

/** Inserts an empty part after another, in its style, with a blank for its heading. */
export function insertPart(document: Document, node: OutlineNode, heading = 'XX'): PartsAnswer {
  if (node.kind === 'title') return refuse('请选一个部分，在它后面插入。');
  const workshop = new Workshop(document);
  const list = node.enumeration!;
  if (isWorded(list)) return refuse('“首先”“另一个是”这样的条目没有编号，请直接在正文中插入。');
  const region = isLeading(node) ? workshop.speech(node) : workshop.items(list);
  if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中插入。');
  const part = workshop.part(node);
  const marks = region.parts.map(({ gap }) => gap);
  const into = holder(region.parts, part)!;
  const inserted: Part = {
    node: undefined,
    list,
    prefix: part.prefix,
    marker: part.marker,
    text: heading,
    gap: '',
    children: [],
  };
  into.splice(into.indexOf(part) + 1, 0, inserted);
  if (isLeading(node)) {
    const gap = gapOf(document);
    const last = [...walk([part])].at(-1)!;
    inserted.gap = last.gap === '' ? '' : gap;
    if (last.gap === '') last.gap = gap;
  } else closeItems(region.parts, marks);
  settle(workshop, region.parts, new Set([list]));
  return workshop.answer(region);
}

/** Deletes parts with all below them. */
export function deleteParts(document: Document, nodes: readonly OutlineNode[]): PartsAnswer {
  const doomed = nodes.filter(
    (node) => node.kind === 'marker' && !nodes.some((other) => other !== node && isInside(node, other)),
  );
  const first = doomed[0];
  if (first === undefined) return refuse('请选要删除的部分。');
  if (doomed.some((node) => isLeading(node) !== isLeading(first) || node.speech !== first.speech))
    return refuse('段首的部分和段中的条目不能一起删除。');
  const workshop = new Workshop(document);
  const regions: Region[] = [];
  const changed = new Set(doomed.map((node) => node.enumeration!));
  if (isLeading(first)) regions.push(workshop.speech(first));
  else
    for (const list of changed) {
      const region = workshop.items(list);
      if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中删除。');
      regions.push(region);
    }
  for (const region of regions) {
    const marks = region.parts.map(({ gap }) => gap);
    keepLastGap(region.parts, () => {
      for (const node of doomed) {
        const into = holder(region.parts, workshop.part(node));
        if (into !== undefined) into.splice(into.indexOf(workshop.part(node)), 1);
      }
    });
    if (!isLeading(first) && region.parts.length > 0) closeItems(region.parts, marks);
  }
  settle(
    workshop,
    regions.flatMap(({ parts }) => parts),
    changed,
  );
  return workshop.answer(...regions);
}

/** Splits the part around an offset in two: what stands from the offset's paragraph (or sentence) on becomes a part of its own. */
export function splitPart(document: Document, offset: number, heading = 'XX'): PartsAnswer {
  const around = document.outline.nodes.filter(
    (node) => node.kind === 'marker' && node.start < offset && offset < node.extent && offset <= endOf(node),
  );
  const node = around.at(-1);
  if (node === undefined) return refuse('光标不在任何部分里。');
  return isLeading(node) ? splitSection(document, node, offset, heading) : splitItem(document, node, offset);
}

/** A run-in item is split before the sentence around the offset. */
function splitItem(document: Document, node: OutlineNode, offset: number): PartsAnswer {
  const workshop = new Workshop(document);
  const list = node.enumeration!;
  const region = workshop.items(list);
  if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中拆分。');
  const part = workshop.part(node);
  const text = part.text as Span;
  const boundary = sentenceStart(document.text, text, offset);
  if (boundary === undefined) return refuse('请把光标放在要拆开的那句话里。');
  const marks = region.parts.map(({ gap }) => gap);
  let end = boundary;
  while (end > text.start && /[\s；;。，,]/.test(document.text[end - 1]!)) end--;
  region.parts.splice(
    region.parts.indexOf(part),
    1,
    { ...part, text: { start: text.start, end } },
    { ...part, node: undefined, text: { start: boundary, end: text.end } },
  );
  closeItems(region.parts, marks);
  settle(workshop, region.parts, new Set([list]));
  return workshop.answer(region);
}

/** A section is split before the paragraph around the offset, which gets a heading of its own. */
function splitSection(document: Document, node: OutlineNode, offset: number, heading: string): PartsAnswer {
  const refused = refuse('请把光标放在要拆开的那一段里。');
  const paragraph = document.paragraphAt(offset);
  if (paragraph === undefined || paragraph.start <= node.start) return refused;
  const workshop = new Workshop(document);
  const region = workshop.speech(node);
  const part = workshop.part(node);
  const text = part.text as Span;
  if (paragraph.start < text.start || paragraph.start >= text.end) return refused;
  let start = paragraph.start;
  while (start > text.start && document.text[start - 1] !== '\n') start--;
  let end = start;
  while (end > text.start && isBlank(document.text[end - 1])) end--;
  const head: Part = { ...part, text: { start: text.start, end }, gap: document.text.slice(end, start), children: [] };
  const inserted: Part = { ...part, node: undefined, text: heading, gap: gapOf(document), children: [] };
  // What follows the new heading is written as it stood.
  const rest: Part = {
    ...part,
    node: undefined,
    list: undefined,
    prefix: '',
    marker: '',
    text: { start, end: text.end },
  };
  const into = holder(region.parts, part)!;
  into.splice(into.indexOf(part), 1, head, inserted, rest);
  settle(workshop, region.parts, new Set([node.enumeration!]));
  return workshop.answer(region);
}

/** What parts two sections: a blank line in Markdown. */
function gapOf({ text, format }: Document): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return format === 'markdown' ? lineEnd + lineEnd : lineEnd;
}

/** Start of the sentence around an offset, inside `text` but not at its beginning. */
function sentenceStart(source: string, text: Span, offset: number): number | undefined {
  for (let i = Math.min(offset, text.end - 1); i > text.start; i--)
    if ('。；！？;!?'.includes(source[i - 1]!)) return i;
  return undefined;
}

/** Joins a part with the next of its list: the next one's marker goes, its text stays. */
export function mergePart(document: Document, node: OutlineNode): PartsAnswer {
  const siblings = siblingsOf(node);
  const next = siblings[siblings.indexOf(node) + 1];
  if (next === undefined) return refuse('后面没有同级的部分，无法合并。');
  if (isLeading(node) !== isLeading(next)) return refuse('段首的部分和段中的条目不能合并。');
  const workshop = new Workshop(document);
  const list = node.enumeration!;
  const region = isLeading(node) ? workshop.speech(node) : workshop.items(list);
  if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中合并。');
  const other = workshop.part(next);
  other.prefix = document.format === 'markdown' ? other.prefix.replace(/#+\s*/, '') : other.prefix;
  other.marker = '';
  other.list = undefined;
  settle(workshop, region.parts, new Set([list]));
  return workshop.answer(region);
}
