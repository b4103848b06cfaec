import type { Document } from '../../document/document.ts';
import type { OutlineNode } from '../../document/outline.ts';
import type { Speech } from '../../document/speeches.ts';
import type { MarkerForm } from '../../document/tokens.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** GB/T 9704-2012: the first level is 一、, the second （一）, the third 1., the fourth （1）. */
const order: readonly MarkerForm[] = ['han', 'han-paren', 'digit', 'digit-paren'];
const names: Partial<Record<MarkerForm, string>> = {
  han: '一、',
  'han-paren': '（一）',
  digit: '1.',
  'digit-paren': '（1）',
};

/** A level skipped or inverted among the numbered levels of GB/T 9704. */
export const level = defineRule({
  meta: {
    id: 'structure/level',
    summary: '层次序数跳级、倒置',
    level: { draft: 'info', final: 'info' },
    description: `公文的结构层次序数依次为“一、”“（一）”“1.”“（1）”。本规则报告两种情形：

- 倒置：“（一）”下面又分“一、”；
- 跳级：本篇别处用了“（一）”，这里却从“一、”直接到“1.”；或者从“一、”直接到另起一行的“（1）”，一连隔了两层。层次倒置的，先要理顺，不再报跳级。

全篇都不用“（一）”的讲稿，“一、”下面直接用“1.”是常见写法，不报。“一是”“第一，”等不在标准的序列里，不参加判断。`,
    sources: ['GB/T 9704-2012《党政机关公文格式》7.3.3 结构层次序数'],
    examples: {
      wrong: [
        '（一）抓项目\n⟦一、⟧抓签约\n要快。\n二、抓落地\n要实。\n（二）抓环境\n要优。',
        '一、抓项目\n（一）抓签约\n要快。\n（二）抓落地\n要实。\n二、抓环境\n⟦1.⟧优政务\n要快。\n2.优市场\n要公。',
      ],
      right: [
        '一、抓项目\n主要有两项：（1）抓签约；（2）抓落地。\n二、抓环境\n要优。',
        '一、抓项目\n（一）抓签约\n要快。\n（二）抓落地\n要实。\n二、抓环境\n（一）优政务\n要快。\n（二）优市场\n要公。',
        '一、抓项目\n1.抓签约\n要快。\n2.抓落地\n要实。\n二、抓环境\n1.优政务\n要快。\n2.优市场\n要公。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const speech of document.speeches) {
      const ranked = rankedLists(document, speech);
      // Levels that stand, somewhere in the speech, right below the one before them.
      const used = new Set(
        ranked.filter(({ items, rank, outer }) => rank === outer + 1 && items.length > 1).map(({ rank }) => rank),
      );
      const inverted = ranked.filter(({ rank, outer }) => outer > rank);
      const skipping = ranked.filter(
        ({ items, rank, outer }) =>
          rank > outer + 1 && (used.has(outer + 1) || (rank === outer + 3 && areHeadings(items))),
      );
      const [upside, skip] = [inverted[0], skipping[0]];
      if (upside !== undefined)
        yield problemOf(
          inverted,
          `层次倒置：“${upside.items[0]!.marker}”放在了“${upside.above.marker}”下面。序数依次为“一、”“（一）”“1.”“（1）”，请调整。`,
        );
      // Where levels are upside down they are to be set anew: what else is out of order there follows from it.
      else if (skip !== undefined)
        yield problemOf(
          skipping,
          `跳级：“${skip.above.marker}”下面直接用了“${skip.items[0]!.marker}”，${used.has(skip.outer + 1) ? `本篇别处先用“${names[order[skip.outer + 1]!]!}”。请统一层次` : `中间隔了“${names[order[skip.outer + 1]!]!}”“${names[order[skip.outer + 2]!]!}”两层。请按次序使用`}。`,
        );
    }
  },
});

/** Whether the items of a list stand at the start of their lines: （1） that runs in the text is no level of the paper. */
const areHeadings = (items: readonly OutlineNode[]): boolean =>
  items.length > 1 && items.every(({ token }) => token?.leading === true);

interface RankedList {
  readonly items: readonly OutlineNode[];
  readonly above: OutlineNode;
  readonly rank: number;
  readonly outer: number;
}

/** Lists numbered after the standard that stand inside another such list. */
function rankedLists(document: Document, speech: Speech): readonly RankedList[] {
  const lists: RankedList[] = [];
  for (const { items, form, speech: own } of document.outline.enumerations) {
    const rank = order.indexOf(form);
    const first = items[0]!;
    if (own !== speech || rank < 0 || first.paragraph.level > 0) continue;
    const above = rankedAbove(first);
    if (above !== undefined) lists.push({ items, above, rank, outer: order.indexOf(above.token!.form) });
  }
  return lists;
}

/** One finding for all lists with the same fault. */
function problemOf([first, ...more]: readonly RankedList[], message: string): Problem {
  const { above, items } = first!;
  return {
    start: items[0]!.start,
    end: items[0]!.end,
    message,
    related: [
      { start: above.start, end: above.end, message: '上一层' },
      ...more.map((list) => ({ start: list.items[0]!.start, end: list.items[0]!.end, message: '这里也是' })),
    ],
  };
}

/** The nearest item above that is numbered after the standard. */
function rankedAbove(node: OutlineNode): OutlineNode | undefined {
  for (let n = node.parent; n !== undefined && n.kind === 'marker'; n = n.parent)
    if (order.includes(n.token!.form)) return n;
  return undefined;
}
