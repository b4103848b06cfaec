/** Moving parts of a speech: before, after or into another, up and down, in and out. */
import type { Document } from '../document/document.ts';
import type { Enumeration, OutlineNode } from '../document/outline.ts';
import { byPosition } from '../text/span.ts';
import { closeItems, innerStyle, isWorded, restyle, settle } from './part-markers.ts';
import {
  holder,
  isInside,
  isLeading,
  keepLastGap,
  type PartsAnswer,
  type Region,
  refuse,
  Workshop,
} from './part-regions.ts';

export type Where = 'before' | 'after' | 'into';

/** Moves parts, each with all below it, before, after or into another. */
export function moveParts(
  document: Document,
  nodes: readonly OutlineNode[],
  target: OutlineNode,
  where: Where,
): PartsAnswer {
  const moved = outermost(nodes);
  const [first] = moved;
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
    return refuse('“首先”“另一个是”这样的条目只能在自己那一组里移动。');
  return isLeading(first) ? moveSections(document, moved, target, where) : moveItems(document, moved, target, where);
}

/** Moves parts that begin a line, with all below them. */
function moveSections(
  document: Document,
  moved: readonly OutlineNode[],
  target: OutlineNode,
  where: Where,
): PartsAnswer {
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
      form: moved[0]!.token!.form,
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

/** Without those that stand below another of them, in text order. */
const outermost = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.filter((node) => !nodes.some((other) => other !== node && isInside(node, other))).sort(byPosition);

export const siblingsOf = (node: OutlineNode): readonly OutlineNode[] => node.enumeration?.items ?? [];

/** Parts that were chosen together and stand in one list, in their order, without those below another of them; or why they cannot be changed together. */
function together(nodes: readonly OutlineNode[]): readonly OutlineNode[] | string {
  const outer = outermost(nodes);
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
