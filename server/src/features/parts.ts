/**
 * Moving parts of a speech: before, after or into another, up and down, in and out; inserting, deleting, splitting and merging them. Every list that
 * changes is renumbered in its own style, an announced count that its list fulfilled follows, and the closing marks of run-in items (；；。) are mended.
 * The answer touches nothing else. Nothing is lost by a move: outside markers, counts and closing marks the characters stay the same.
 */
import type { Document } from '../document/document.ts';
import type { Enumeration, OutlineNode } from '../document/outline.ts';
import type { Edit } from '../engine/problem.ts';
import { formatHanInteger } from '../text/numerals.ts';
import { byPosition, type Span } from '../text/span.ts';
import { endOf } from './outline.ts';

/** `refused` says in Chinese why it cannot be done. */
export type PartsAnswer = { readonly edits: readonly Edit[] } | { readonly refused: string };
export type Where = 'before' | 'after' | 'into';

const refuse = (refused: string): PartsAnswer => ({ refused });
const isLeading = (node: OutlineNode): boolean => node.token?.leading === true;
const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** A part being rearranged: ranges of the old text, and what is written instead of its marker. */
interface Part {
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
interface Region extends Span {
  readonly parts: Part[];
}

class Workshop {
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
const isInside = (node: OutlineNode, ancestor: OutlineNode): boolean => {
  for (let n: OutlineNode | undefined = node; n !== undefined; n = n.parent) if (n === ancestor) return true;
  return false;
};

function* walk(parts: readonly Part[]): Iterable<Part> {
  for (const part of parts) {
    yield part;
    yield* walk(part.children);
  }
}

/** The array that holds a part. */
function holder(parts: Part[], part: Part): Part[] | undefined {
  if (parts.includes(part)) return parts;
  for (const each of parts) {
    const found = holder(each.children, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

const number = /[零〇一二三四五六七八九十百]+|[０-９]+|\d+|[①-⑳]/;

/** A marker of the style of `model`, with its own number. */
function written(model: string, value: number): string {
  const old = number.exec(model)?.[0];
  if (old === undefined) return model;
  const text = /^\d/.test(old)
    ? String(value)
    : /^[０-９]/.test(old)
      ? String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))
      : /^[①-⑳]/.test(old)
        ? String.fromCharCode(0x245f + Math.min(value, 20))
        : formatHanInteger(value);
  return model.replace(old, text);
}

/** GB/T 9704-2012: the levels and what each is written like. */
const levels: readonly { readonly form: RegExp; readonly marker: string }[] = [
  { form: /^[一二三四五六七八九十]+[、.]/, marker: '一、' },
  { form: /^[（(][一二三四五六七八九十]+[）)]/, marker: '（一）' },
  { form: /^[\d０-９]+[.、．]/, marker: '1.' },
  { form: /^[（(]?[\d０-９]+[）)]/, marker: '（1）' },
  { form: /^[①-⑳]/, marker: '①' },
];
const levelOf = (marker: string): number => levels.findIndex(({ form }) => form.test(marker));

/** The style one level inside a part: that of the children it has, of its siblings' children, or the next of the standard. */
function innerStyle(parts: readonly Part[], part: Part): Pick<Part, 'prefix' | 'marker'> {
  const known = [part, ...[...walk(parts)].filter((p) => p.list === part.list)].find((p) => p.children.length > 0)
    ?.children[0];
  if (known !== undefined) return { prefix: known.prefix, marker: known.marker };
  const level = levelOf(part.marker);
  const prefix = /^\s*#/.test(part.prefix) ? part.prefix.replace('#', '##') : part.prefix;
  return { prefix, marker: level >= 0 ? (levels[level + 1]?.marker ?? '①') : part.marker === '' ? '' : '1.' };
}

/** Writes a part that came from another list as its new siblings are, and what is below it a level further in or out. */
function restyle(part: Part, model: Pick<Part, 'prefix' | 'marker'>): void {
  const hashes = (prefix: string): number => prefix.match(/#/g)?.length ?? 0;
  const deeper = hashes(model.prefix) - hashes(part.prefix);
  const before = levelOf(part.marker);
  // A bold marker (**（一）…**) keeps its stars: they close behind the heading.
  if (!part.prefix.includes('*') && !model.prefix.includes('*')) part.prefix = model.prefix;
  if (part.marker !== '' && model.marker !== '') part.marker = model.marker;
  const shift = before < 0 ? 0 : levelOf(part.marker) - before;
  for (const child of walk(part.children)) {
    if (deeper > 0) child.prefix = child.prefix.replace('#', '#'.repeat(deeper + 1));
    else if (deeper < 0) child.prefix = child.prefix.replace('#'.repeat(1 - deeper), '#');
    const level = levelOf(child.marker);
    const moved = levels[level + shift];
    if (level >= 0 && shift !== 0 && moved !== undefined)
      child.marker = written(moved.marker, child.node?.token?.value ?? 1);
  }
}

/** Whether a list is marked by words without numbers of their own: 首先 其次 最后, 一个是 另一个是. */
const isWorded = (list: Enumeration): boolean => list.form === 'series' || list.form === 'pair';
const wordedRefusal = '“首先”“另一个是”这样的条目只能在自己那一组里移动。';

/** Numbers every list that changed, and lets announced counts follow. */
function settle(workshop: Workshop, parts: readonly Part[], changed: ReadonlySet<Enumeration>): void {
  for (const list of changed) {
    const items = [...walk(parts)].filter((part) => part.list === list);
    if (isWorded(list)) {
      // 首先 其次 最后: the words stay with the places.
      const words = list.items.map((item) => workshop.document.slice(item));
      items.forEach((part, i) => {
        part.marker = words[i === items.length - 1 && i > 0 ? words.length - 1 : Math.min(i, words.length - 1)]!;
      });
      workshop.recount(list, items.length);
      continue;
    }
    // A list that is only now begun has no first number of its own.
    const first = list.speech.midway ? (list.items[0]?.token?.value ?? 1) : 1;
    items.forEach((part, i) => {
      // 首先, 另一个是 and the like have no number.
      if (part.node === undefined || (part.node.token?.value ?? 0) > 0) part.marker = written(part.marker, first + i);
    });
    workshop.recount(list, items.length);
  }
}

/** The blank behind the last part of a region stays behind whatever is last. */
function keepLastGap(parts: readonly Part[], act: () => void): void {
  const lastOf = (list: readonly Part[]): Part | undefined => [...walk(list)].at(-1);
  const before = lastOf(parts);
  act();
  const after = lastOf(parts);
  if (before !== undefined && after !== undefined && before !== after)
    [before.gap, after.gap] = [after.gap, before.gap];
}

/** Moves parts, each with all below it, before, after or into another. */
export function moveParts(
  document: Document,
  nodes: readonly OutlineNode[],
  target: OutlineNode,
  where: Where,
): PartsAnswer {
  const moved = nodes
    .filter((node) => !nodes.some((other) => other !== node && isInside(node, other)))
    .sort(byPosition);
  const first = moved[0];
  if (first === undefined || moved.includes(target)) return { edits: [] };
  if (moved.some((node) => node.kind === 'title')) return refuse('标题不能移动。');
  if (moved.some((node) => isInside(target, node))) return refuse('不能把一个部分移到它自己里面。');
  if (moved.some((node) => node.speech !== target.speech)) return refuse('不能移到另一篇讲稿里。');
  if (target.kind === 'title') {
    const top = target.children.find(isLeading);
    return top === undefined || where !== 'into'
      ? refuse('请移到某个部分的前面或后面。')
      : moveParts(document, nodes, top, 'before');
  }
  if (moved.some((node) => isLeading(node) !== isLeading(first))) return refuse('段首的部分和段中的条目不能一起移动。');
  const list = where === 'into' ? target.children.find(isLeading)?.enumeration : target.enumeration;
  if (
    moved.some(
      ({ enumeration }) => enumeration !== list && (isWorded(enumeration!) || (list !== undefined && isWorded(list))),
    )
  )
    return refuse(wordedRefusal);
  if (!isLeading(first)) return moveItems(document, moved, target, where);
  if (!isLeading(target)) return refuse('段首的部分不能移到段落中间。');
  const workshop = new Workshop(document);
  const region = workshop.speech(target);
  const goal = workshop.part(target);
  const changed = new Set<Enumeration>();
  keepLastGap(region.parts, () => {
    const taken = moved.map((node) => {
      const part = workshop.part(node);
      const from = holder(region.parts, part)!;
      from.splice(from.indexOf(part), 1);
      changed.add(part.list!);
      return part;
    });
    const into = where === 'into' ? goal.children : holder(region.parts, goal)!;
    const sibling = where === 'into' ? into.at(-1) : goal;
    const model = sibling ?? innerStyle(region.parts, goal);
    // A new list inside the goal is numbered as the first moved part's own.
    const destination = sibling?.list ?? {
      items: [],
      parent: target,
      form: first.token!.form,
      speech: target.speech,
      faults: [],
    };
    const style = { prefix: model.prefix, marker: model.marker };
    into.splice(where === 'into' ? into.length : into.indexOf(goal) + (where === 'after' ? 1 : 0), 0, ...taken);
    for (const part of taken) {
      if (part.list !== destination) restyle(part, style);
      part.list = destination;
    }
    changed.add(destination);
  });
  settle(workshop, region.parts, changed);
  return workshop.answer(region);
}

/** Moves run-in items; their closing marks stay with the places (；；。). */
function moveItems(document: Document, moved: readonly OutlineNode[], target: OutlineNode, where: Where): PartsAnswer {
  if (isLeading(target) || where === 'into') return refuse('段中的条目只能移到另一个段中条目的前面或后面。');
  const workshop = new Workshop(document);
  const lists = new Set([target.enumeration!, ...moved.map((node) => node.enumeration!)]);
  const regions: Region[] = [];
  for (const list of lists) {
    const region = workshop.items(list);
    if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中移动。');
    regions.push(region);
  }
  if (regions.some((a) => regions.some((b) => a !== b && a.start < b.end && b.start < a.end)))
    return refuse('一组条目在另一组里面，不能互相移动。');
  const goal = workshop.part(target);
  const home = regions.find(({ parts }) => parts.includes(goal))!;
  const marks = new Map(regions.map((region) => [region, region.parts.map((part) => part.gap)]));
  const taken = moved.map((node) => {
    const part = workshop.part(node);
    const from = regions.find(({ parts }) => parts.includes(part))!;
    from.parts.splice(from.parts.indexOf(part), 1);
    return part;
  });
  home.parts.splice(home.parts.indexOf(goal) + (where === 'after' ? 1 : 0), 0, ...taken);
  for (const part of taken) {
    if (part.list !== goal.list) part.marker = goal.marker;
    part.list = goal.list;
  }
  for (const region of regions) closeItems(region.parts, marks.get(region)!);
  settle(
    workshop,
    regions.flatMap(({ parts }) => parts),
    lists,
  );
  return workshop.answer(...regions);
}

/** Gives the items the closing marks of their places: the last that of the last, the others that of the first. */
function closeItems(parts: readonly Part[], marks: readonly string[]): void {
  parts.forEach((part, i) => {
    part.gap =
      i === parts.length - 1 ? marks.at(-1)! : marks.length > 1 ? (marks[Math.min(i, marks.length - 2)] ?? '；') : '；';
  });
}

const siblingsOf = (node: OutlineNode): readonly OutlineNode[] => node.enumeration?.items ?? [];

/** Parts that were chosen together and stand in one list, in their order, without those below another of them; or why they cannot be changed together. */
function together(nodes: readonly OutlineNode[]): readonly OutlineNode[] | string {
  const outer = nodes
    .filter((node) => !nodes.some((other) => other !== node && isInside(node, other)))
    .sort(byPosition);
  if (outer.length === 0) return '请选一个部分。';
  return outer.every(({ enumeration }) => enumeration === outer[0]!.enumeration) ? outer : '请选同一组里的几个部分。';
}

/** Moves parts one place up or down among their siblings. */
export function shiftParts(document: Document, nodes: readonly OutlineNode[], direction: 'up' | 'down'): PartsAnswer {
  const chosen = together(nodes);
  if (typeof chosen === 'string') return refuse(chosen);
  const siblings = siblingsOf(chosen[0]!);
  const neighbour =
    direction === 'up' ? siblings[siblings.indexOf(chosen[0]!) - 1] : siblings[siblings.indexOf(chosen.at(-1)!) + 1];
  if (neighbour === undefined) return refuse(direction === 'up' ? '已经是第一项。' : '已经是最后一项。');
  return moveParts(document, chosen, neighbour, direction === 'up' ? 'before' : 'after');
}

/** Moves parts one level out: they stand after what they stood in. */
export function promoteParts(document: Document, nodes: readonly OutlineNode[]): PartsAnswer {
  const chosen = together(nodes);
  if (typeof chosen === 'string') return refuse(chosen);
  const { parent } = chosen[0]!;
  if (!chosen.every(isLeading)) return refuse('段中的条目不能升级，请先让它自成一段。');
  if (parent === undefined || parent.kind === 'title') return refuse('已经是最高一层。');
  return moveParts(document, chosen, parent, 'after');
}

/** Moves parts one level in: they become the last of the one before them. */
export function demoteParts(document: Document, nodes: readonly OutlineNode[]): PartsAnswer {
  const chosen = together(nodes);
  if (typeof chosen === 'string') return refuse(chosen);
  if (!chosen.every(isLeading)) return refuse('段中的条目不能降级，请先让它自成一段。');
  const siblings = siblingsOf(chosen[0]!);
  const before = siblings[siblings.indexOf(chosen[0]!) - 1];
  if (before === undefined) return refuse('前面没有同级的部分，无法降级。');
  return moveParts(document, chosen, before, 'into');
}

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
    const lineEnd = document.text.includes('\r\n') ? '\r\n' : '\n';
    const gap = document.format === 'markdown' ? lineEnd + lineEnd : lineEnd;
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
  const workshop = new Workshop(document);
  const list = node.enumeration!;
  const paragraph = document.paragraphAt(offset);
  if (!isLeading(node)) {
    const region = workshop.items(list);
    if (region === undefined) return refuse('这组条目分在几个段落里，请在正文中拆分。');
    const part = workshop.part(node);
    const text = part.text as Span;
    const boundary = sentenceStart(document.text, text, offset);
    if (boundary === undefined) return refuse('请把光标放在要拆开的那句话里。');
    const marks = region.parts.map(({ gap }) => gap);
    const place = region.parts.indexOf(part);
    let end = boundary;
    while (end > text.start && /[\s；;。，,]/.test(document.text[end - 1]!)) end--;
    region.parts.splice(
      place,
      1,
      { ...part, text: { start: text.start, end } },
      { ...part, node: undefined, text: { start: boundary, end: text.end } },
    );
    closeItems(region.parts, marks);
    settle(workshop, region.parts, new Set([list]));
    return workshop.answer(region);
  }
  if (paragraph === undefined || paragraph.start <= node.start) return refuse('请把光标放在要拆开的那一段里。');
  const region = workshop.speech(node);
  const part = workshop.part(node);
  const text = part.text as Span;
  if (paragraph.start < text.start || paragraph.start >= text.end) return refuse('请把光标放在要拆开的那一段里。');
  const lineEnd = document.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = document.format === 'markdown' ? lineEnd + lineEnd : lineEnd;
  let lineStart = paragraph.start;
  while (lineStart > text.start && document.text[lineStart - 1] !== '\n') lineStart--;
  let end = lineStart;
  while (end > text.start && isBlank(document.text[end - 1])) end--;
  const into = holder(region.parts, part)!;
  const head: Part = {
    ...part,
    text: { start: text.start, end },
    gap: document.text.slice(end, lineStart),
    children: [],
  };
  const heading2: Part = { ...part, node: undefined, text: heading, gap, children: [] };
  // What follows the new heading is written as it stood.
  const rest: Part = {
    ...part,
    node: undefined,
    list: undefined,
    prefix: '',
    marker: '',
    text: { start: lineStart, end: text.end },
    gap: part.gap,
    children: part.children,
  };
  into.splice(into.indexOf(part), 1, head, heading2, rest);
  settle(workshop, region.parts, new Set([list]));
  return workshop.answer(region);
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
