/**
 * The part of a text that is rearranged: a speech's sections, or the items of one run-in list, taken apart into ranges of the old text and written again.
 * Outside markers, counts and closing marks the characters stay the same.
 */
import type { Document } from '../document/document.ts';
import type { Enumeration, OutlineNode } from '../document/outline.ts';
import type { Edit } from '../engine/problem.ts';
import { formatHanInteger } from '../text/numerals.ts';
import { byPosition, type Span } from '../text/span.ts';

/** `refused` says in Chinese why it cannot be done. */
export type PartsAnswer = { readonly edits: readonly Edit[] } | { readonly refused: string };
export const refuse = (refused: string): PartsAnswer => ({ refused });
export const isLeading = (node: OutlineNode): boolean => node.token?.leading === true;
export const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** A part being rearranged: ranges of the old text, and what is written instead of its marker. */
export interface Part {
  readonly node: OutlineNode | undefined;
  /** List it stands in; parts of one list are numbered together. */
  list: Enumeration | undefined;
  /** `## ` or indent before the marker; '' for a run-in item. */
  prefix: string;
  marker: string;
  /** Its own text behind the marker, up to its first leading child; without its closing mark where it is run-in. */
  readonly text: Span | string;
  /** Blank (for a run-in item: closing mark and blank) that separates it from what follows; stays with the place, not with the part. */
  gap: string;
  readonly children: Part[];
}

/** A speech's leading parts, or the items of one run-in list: a range of the text that is written anew. */
export interface Region extends Span {
  readonly parts: Part[];
}

export class Workshop {
  readonly document: Document;
  readonly #partOf = new Map<OutlineNode, Part>();
  readonly #counts: Edit[] = [];

  constructor(document: Document) {
    this.document = document;
  }

  part(node: OutlineNode): Part {
    return this.#partOf.get(node)!;
  }

  /** All leading parts of the speech that `node` belongs to. */
  speech(node: OutlineNode): Region {
    const tops = this.document.outline.nodes.filter(
      (n) => n.speech === node.speech && isLeading(n) && !hasLeadingParent(n),
    );
    const start = this.#lineStart(tops[0]!);
    const last = tops[tops.length - 1]!;
    const end = Math.max(this.#gapEnd(Math.max(last.extent, last.end)), start);
    const parts = this.#build(tops, end);
    return { start, end, parts };
  }

  #build(nodes: readonly OutlineNode[], end: number): Part[] {
    const { text } = this.document;
    return nodes.map((node, i) => {
      const start = this.#lineStart(node);
      const next = nodes[i + 1];
      const stop = next === undefined ? end : this.#lineStart(next);
      const inner = node.children.filter(isLeading);
      const own = inner[0] === undefined ? stop : this.#lineStart(inner[0]);
      let body = own;
      while (body > node.end && isBlank(text[body - 1])) body--;
      const bare = node.token!.form === 'heading' && node.token!.value === 0;
      const from = bare ? node.start : node.end;
      const part: Part = {
        node,
        list: node.enumeration,
        prefix: text.slice(start, node.start),
        marker: text.slice(node.start, from),
        text: { start: from, end: body },
        gap: text.slice(body, own),
        children: this.#build(inner, stop),
      };
      this.#partOf.set(node, part);
      return part;
    });
  }

  /** The items of a list that runs on inside one paragraph; undefined where its items stand in several. */
  items(list: Enumeration): Region | undefined {
    const { text } = this.document;
    const { items } = list;
    if (items.some((item) => isLeading(item) || item.paragraph !== items[0]!.paragraph)) return undefined;
    const ends = items.map((_, i) => items[i + 1]?.start ?? this.#lastEnd(list));
    const parts = items.map((item, i): Part => {
      let body = ends[i]!;
      while (body > item.end && /[\s；;。，,：:]/.test(text[body - 1]!)) body--;
      const part: Part = {
        node: item,
        list,
        prefix: '',
        marker: text.slice(item.start, item.end),
        text: { start: item.end, end: body },
        gap: text.slice(body, ends[i]),
        children: [],
      };
      this.#partOf.set(item, part);
      return part;
    });
    return { start: items[0]!.start, end: ends[ends.length - 1]!, parts };
  }

  /** End of the last item of a run-in list: where its siblings are one sentence each, its own sentence ends it; else its paragraph. */
  #lastEnd({ items }: Enumeration): number {
    const { text } = this.document;
    const last = items[items.length - 1]!;
    const stop = Math.max(last.end, Math.min(last.extent, last.paragraph.end));
    const others = items.slice(0, -1).map((item, i) => text.slice(item.start, items[i + 1]!.start).trimEnd());
    if (others.some((other) => /[。！？].+/.test(other))) return stop;
    const sentence = /[。！？!?]/.exec(text.slice(last.end, stop));
    return sentence === null ? stop : last.end + sentence.index + 1;
  }

  #lineStart(node: OutlineNode): number {
    const { text } = this.document;
    let start = node.start;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    return start;
  }

  /** End of the blank lines behind an offset. */
  #gapEnd(offset: number): number {
    const { text } = this.document;
    let end = offset;
    while (end > 0 && isBlank(text[end - 1])) end--;
    let close = end;
    for (let i = end; i < text.length && isBlank(text[i]); i++) if (text[i] === '\n') close = i + 1;
    return Math.max(close, end);
  }

  /** An announced count that `list` fulfilled is changed to `items`. */
  recount(list: Enumeration | undefined, items: number): void {
    if (list === undefined || items < 1) return;
    for (const count of this.document.counts) {
      if (count.enumeration !== list || count.verdict !== 'ok' || count.announced === items) continue;
      const old = this.document.slice(count.number);
      this.#counts.push({
        ...count.number,
        text: /\d/.test(old) ? String(items) : items === 2 ? '两' : formatHanInteger(items),
      });
    }
  }

  /** The old text of a range with the counts in it changed. */
  #slice(range: Span | string): string {
    if (typeof range === 'string') return range;
    let out = '';
    let from = range.start;
    for (const edit of this.#counts.filter((e) => e.start >= range.start && e.end <= range.end).sort(byPosition)) {
      out += this.document.text.slice(from, edit.start) + edit.text;
      from = edit.end;
    }
    return out + this.document.text.slice(from, range.end);
  }

  #write(part: Part): string {
    return (
      part.prefix +
      part.marker +
      this.#slice(part.text) +
      part.gap +
      part.children.map((child) => this.#write(child)).join('')
    );
  }

  answer(...regions: readonly Region[]): PartsAnswer {
    const edits: Edit[] = this.#counts.filter(
      (edit) => !regions.some((region) => region.start <= edit.start && edit.end <= region.end),
    );
    for (const region of regions) {
      const old = this.document.text.slice(region.start, region.end);
      const written = region.parts.map((part) => this.#write(part)).join('');
      let head = 0;
      while (head < old.length && head < written.length && old[head] === written[head]) head++;
      let tail = 0;
      while (
        tail < old.length - head &&
        tail < written.length - head &&
        old[old.length - 1 - tail] === written[written.length - 1 - tail]
      )
        tail++;
      if (head + tail < Math.max(old.length, written.length))
        edits.push({
          start: region.start + head,
          end: region.end - tail,
          text: written.slice(head, written.length - tail),
        });
    }
    return { edits: edits.sort(byPosition) };
  }
}

const hasLeadingParent = (node: OutlineNode): boolean => {
  for (let n = node.parent; n !== undefined; n = n.parent) if (isLeading(n)) return true;
  return false;
};
export const isInside = (node: OutlineNode, ancestor: OutlineNode): boolean => {
  for (let n: OutlineNode | undefined = node; n !== undefined; n = n.parent) if (n === ancestor) return true;
  return false;
};

export function* walk(parts: readonly Part[]): Iterable<Part> {
  for (const part of parts) {
    yield part;
    yield* walk(part.children);
  }
}

/** The array that holds a part. */
export function holder(parts: Part[], part: Part): Part[] | undefined {
  if (parts.includes(part)) return parts;
  for (const each of parts) {
    const found = holder(each.children, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The blank behind the last part of a region stays behind whatever is last. */
export function keepLastGap(parts: readonly Part[], act: () => void): void {
  const lastOf = (list: readonly Part[]): Part | undefined => [...walk(list)].at(-1);
  const before = lastOf(parts);
  act();
  const after = lastOf(parts);
  if (before !== undefined && after !== undefined && before !== after)
    [before.gap, after.gap] = [after.gap, before.gap];
}
