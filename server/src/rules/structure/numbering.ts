import type { Document } from '../../document/document.ts';
import { renumbered } from '../../document/marker-text.ts';
import type { Enumeration } from '../../document/outline.ts';
import type { Edit, Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** A number of a list that is not the one that was due. */
export const numbering = defineRule({
  meta: {
    id: 'structure/numbering',
    summary: '编号跳号、重号、乱序',
    level: { draft: 'warning', final: 'warning' },
    description: `同一层的编号应当从一开始、逐个递增。删改过的稿子最容易留下“一、三、”“（二）（二）”这样的痕迹。

编号按全篇的层次来判断：换了一层、换了一处列举，从头编号不是错；从中间开始的节选，开头的编号不报。每处列举只报一次，指在第一个对不上的编号上。`,
    sources: ['GB/T 9704-2012《党政机关公文格式》7.3.3 结构层次序数'],
    examples: {
      wrong: [
        '一、提高认识\n形势逼人。\n⟦三、⟧狠抓落实\n任务很重。',
        '做到三条：一是抓早；二是抓小；⟦二是⟧抓实。',
        '（一）抓项目。\n要快。\n⟦（三）⟧抓环境。\n要优。\n（二）抓作风。\n要实。',
      ],
      right: [
        '一、提高认识\n形势逼人。\n二、狠抓落实\n任务很重。',
        '前面做到两条：一是抓早；二是抓小。后面还有两条：一是抓实；二是抓细。',
        '招商引资是发展的第一要务。排名第一、在全省靠前。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const enumeration of document.outline.enumerations) {
      const problem = problemOf(document, enumeration);
      if (problem !== undefined) yield problem;
    }
  },
});

/** 现在进行第一项议程…… 第二项，……: the first one was announced in a sentence. */
function saidBefore({ text, paragraphs }: Document, { items, speech, form }: Enumeration): boolean {
  const first = items[0]!;
  const unit = first.token?.variant[0] ?? '';
  const from = paragraphs[speech.first]?.start ?? 0;
  return form === 'ordinal' && /[项个]/.test(unit) && text.slice(from, first.start).includes(`第一${unit}`);
}

/** The list before it of the same form and depth in its speech. */
function listBefore({ outline }: Document, { items, form, speech }: Enumeration): Enumeration | undefined {
  const { start, depth } = items[0]!;
  let before: Enumeration | undefined;
  for (const each of outline.enumerations) {
    const [head] = each.items;
    if (each.form === form && each.speech === speech && head!.depth === depth && head!.start < start)
      if (before === undefined || before.items[0]!.start < head!.start) before = each;
  }
  return before;
}

const lastValue = ({ items }: Enumeration): number => items.at(-1)?.token?.value ?? 0;

/**
 * 一、（一）…（八）二、（九）…: papers of the centre number their points through, whatever section they stand in. What is due at the beginning of such a list;
 * undefined where nothing tells that it is one.
 */
function numberedThrough(document: Document, enumeration: Enumeration): number | undefined {
  const before = listBefore(document, enumeration);
  const value = enumeration.items[0]!.token?.value ?? 0;
  if (before === undefined || before.parent === enumeration.parent || value < 2) return undefined;
  const due = lastValue(before) + 1;
  // （三）（五）before （五）: the slip is in that list, and has been told.
  if (value === due || value === (before.items[0]!.token?.value ?? 0) + before.items.length) return value;
  // （八）…（十）: one of them is lost, if the lists before or behind it are numbered through.
  const earlier = listBefore(document, before);
  if (earlier !== undefined && before.items[0]!.token?.value === lastValue(earlier) + 1) return due;
  return document.outline.enumerations.some(
    (each) => each.items[0]!.token?.value === lastValue(enumeration) + 1 && listBefore(document, each) === enumeration,
  )
    ? due
    : undefined;
}

function problemOf(document: Document, enumeration: Enumeration): Problem | undefined {
  const { items, faults } = enumeration;
  const due = faults[0]?.fault === 'start' ? numberedThrough(document, enumeration) : undefined;
  if (due !== undefined) {
    const value = items[0]!.token!.value;
    return value === due
      ? faultOf(document, enumeration, faults[1], due)
      : faultOf(
          document,
          enumeration,
          {
            item: items[0]!,
            fault: value > due ? 'skipped' : value === due - 1 ? 'repeated' : 'disorder',
            expected: due,
          },
          due,
        );
  }
  if (faults[0]?.fault === 'start' && saidBefore(document, enumeration)) return undefined;
  return faultOf(document, enumeration, faults[0], 1);
}

/** What is wrong with a list whose first number should be `begin`. */
function faultOf(
  document: Document,
  enumeration: Enumeration,
  first: Enumeration['faults'][number] | undefined,
  begin: number,
): Problem | undefined {
  if (first === undefined) return undefined;
  const { items } = enumeration;
  const { item, fault, expected } = first;
  const marker = item.marker;
  const before = items[items.indexOf(item) - 1] ?? listBefore(document, enumeration)?.items.at(-1);
  const due = renumbered(item, document.text, expected);
  const dueMarker =
    due === undefined
      ? ''
      : document.text.slice(item.start, due.start) + due.text + document.text.slice(due.end, item.end);
  const said = items.map((i) => i.marker.replace(/[、，,.：:]$/, '')).join(' ');
  const what =
    fault === 'start'
      ? `“${marker}”前面没有“${dueMarker}”`
      : fault === 'repeated'
        ? `编号“${marker}”用了两次`
        : fault === 'disorder'
          ? `编号“${marker}”排在了“${before?.marker ?? ''}”之后`
          : `“${before?.marker ?? ''}”之后是“${marker}”，缺“${dueMarker}”`;
  const message = `${what}（${said}）。请核对是漏了、重了一项，还是编号没有改。`;
  const edits: Edit[] = [];
  items.forEach((each, i) => {
    if (each.token === undefined || each.token.value === begin + i) return;
    const edit = renumbered(each, document.text, begin + i);
    if (edit !== undefined) edits.push(edit);
  });
  return {
    start: item.start,
    end: item.end,
    message,
    // A list of one item that does not begin with 1 may be the tail of something else.
    ...(fault === 'start' && items.length < 2 ? { certainty: 'likely' as const } : {}),
    related: items.filter((i) => i !== item).map((i) => ({ start: i.start, end: i.end, message: '同一列举' })),
    ...(edits.length > 0 ? { fixes: [{ title: '按顺序重新编号', safety: 'suggestion' as const, edits }] } : {}),
  };
}
