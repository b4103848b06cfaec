import type { Document } from '../../document/document.ts';
import { labelsInWholeBrackets } from '../../document/labels.ts';
import type { Enumeration, OutlineNode } from '../../document/outline.ts';
import type { Fix, Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** Siblings of one list whose markers are written differently. */
export const markerStyle = defineRule({
  meta: {
    id: 'structure/marker-style',
    summary: '同一列举里编号写法不一',
    level: { draft: 'info', final: 'info' },
    description: `同一处列举，编号的写法应当一致：前面是“一是、二是”，后面不要变成“三要”；前面是“第一，第二，”，后面不要变成“第三、”；半角“(一)”与全角“（一）”不要混用。

以多数写法为准，报告少数；数目相等时报告后出现的。“首先、其次、第三”和“一个是、另一个是”本来就各不相同，不报。`,
    sources: ['GB/T 15834-2011《标点符号用法》4.5、4.9'],
    examples: {
      wrong: [
        '做到三条：一是抓早；二是抓小；⟦三要⟧抓实。',
        '第一，要抓早。第二，要抓小。⟦第三、⟧要抓实。',
        '⟦(一)⟧抓项目。\n要快。\n（二）抓环境。\n要优。\n（三）抓作风。\n要实。',
      ],
      right: [
        '做到三条：一是抓早；二是抓小；三是抓实。',
        '一要抓早。二要抓小。三要抓实。',
        '首先要抓早；其次要抓小；第三要抓实。',
        '有两件事：一件是修路；另一件是架桥。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    let slip: boolean | undefined;
    const isSlip = (): boolean => (slip ??= labelsInWholeBrackets(document.paragraphs).has('digit'));
    for (const enumeration of document.outline.enumerations) yield* problemsOf(document, enumeration, isSlip);
  },
});

/** What of a marker its siblings should share; undefined where the marker takes no part. */
function style(node: OutlineNode): string | undefined {
  const { form, variant } = node.token!;
  switch (form) {
    case 'verb':
      return variant;
    case 'pair':
      return node.token!.value > 0 ? `${variant}是` : undefined;
    case 'ordinal':
      return variant === '' ? undefined : variant.endsWith('是') ? '是' : variant.slice(-1);
    case 'series':
      return undefined;
    case 'heading':
      return undefined;
    default:
      return `${form} ${variant}`;
  }
}

function* problemsOf(document: Document, { items }: Enumeration, isSlip: () => boolean): Iterable<Problem> {
  if (items.length < 2) return;
  const groups = new Map<string, OutlineNode[]>();
  for (const item of items) {
    const key = style(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  if (groups.size < 2) return;
  // 一个是…另一个是… is a list of its own kind.
  if (items.every((i) => i.token!.form === 'pair')) return;
  const [usual, ...odd] = [...groups.values()].sort((a, b) => b.length - a.length || a[0]!.start - b[0]!.start);
  for (const group of odd)
    for (const item of group) {
      // 1） among （1） and （2） has lost a bracket, which text/pairing says.
      if (style(item) === 'digit-paren )' && /^digit-paren [(（]/.test(style(usual![0]!)!) && isSlip()) continue;
      const fix = restyled(document, item, usual![0]!);
      yield {
        start: item.start,
        end: item.end,
        message: `同一列举里写法不一：这里是“${item.marker}”，其余${usual!.length === 1 ? '' : `${usual!.length}处`}是“${usual!
          .map((i) => i.marker)
          .slice(0, 3)
          .join('”“')}”。请统一。`,
        related: usual!.map((i) => ({ start: i.start, end: i.end, message: '同一列举' })),
        ...(fix === undefined ? {} : { fixes: [fix] }),
      };
    }
}

/** The marker written as its sibling is: the number stays, the marks and the verb change. */
function restyled(document: Document, item: OutlineNode, model: OutlineNode): Fix | undefined {
  const number = /[零一二三四五六七八九十百]+|\d+|[０-９]+/;
  const own = document.slice(item);
  const other = document.slice(model);
  const n = number.exec(own)?.[0];
  if (
    n === undefined ||
    item.token!.form === 'pair' ||
    model.token!.form === 'pair' ||
    /\d/.test(n) !== /\d/.test(number.exec(other)?.[0] ?? '')
  )
    return undefined;
  const text = other.replace(number, n);
  return text === own
    ? undefined
    : { title: `改为“${text}”`, safety: 'suggestion', edits: [{ start: item.start, end: item.end, text }] };
}
