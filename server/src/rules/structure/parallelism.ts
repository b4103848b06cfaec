import type { Enumeration, OutlineNode } from '../../document/outline.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** A heading that breaks the pattern (对仗: equal lengths, equal marks, shared first or last words) of all its siblings. */
export const parallelism = defineRule({
  meta: {
    id: 'structure/parallelism',
    summary: '小标题不对仗',
    level: { draft: 'info', final: 'info' },
    description: `并列的小标题讲究对仗：字数、停顿相同，起头或收尾的词相同。三个标题里两个是“××、××，切实……”，第三个却是“××，××，确保……”，一看就不齐。

按字数、标点和首尾的词来比较，不猜词性。其余标题必须一模一样地同属一种格式，只有一个不合，才报告那一个；本来就参差的，不报。`,
    examples: {
      wrong: [
        '一、肯定成绩、认清问题，切实增强责任感\n形势逼人。\n二、突出重点、抓住关键，切实提高实效性\n任务很重。\n⟦三、⟧强化领导，狠抓落实，确保任务完成\n要抓落实。',
        '一是紧扣产业抓招商。要快。\n二是转变观念抓招商。要新。\n三是创新方式抓招商。要活。\n⟦四是⟧优化落地服务。要好。',
      ],
      right: [
        '一、肯定成绩、认清问题，切实增强责任感\n形势逼人。\n二、突出重点、抓住关键，切实提高实效性\n任务很重。\n三、强化领导、狠抓落实，切实完成各任务\n要抓落实。',
        '一、关于招商工作\n要快。\n二、几点要求\n要实。\n三、抓好落实\n要严。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const enumeration of document.outline.enumerations) {
      const odd = oddOne(enumeration);
      if (odd === undefined) continue;
      const { node, pattern } = odd;
      const others = enumeration.items.filter((item) => item !== node);
      yield {
        start: node.start,
        end: node.end,
        message: `小标题“${short(node.written.title)}”与其余${others.length}个不对仗：其余都是${pattern}。请改成一样的格式。`,
        related: others.map((item) => ({ start: item.start, end: item.end, message: short(item.written.title) })),
      };
    }
  },
});

const short = (title: string): string => (title.length > 14 ? `${title.slice(0, 14)}…` : title);

/** Lengths of the parts of a heading with the marks between them: 肯定成绩、认清问题，切实… → 4、4，. The last part may be of any length. */
function rhythm(title: string): string {
  const parts = title.split(/([、，,])/);
  return parts.length < 3 || parts.some((part, i) => i % 2 === 0 && part.length < 3)
    ? ''
    : parts
        .slice(0, -1)
        .map((part, i) => (i % 2 === 0 ? part.length : part === ',' ? '，' : part))
        .join('');
}

const lastPart = (title: string): string => title.split(/[，,]/).at(-1)!;

/** What siblings may share; a feature is compared only where the others have it. */
interface Feature {
  readonly of: (title: string) => string;
  readonly name: (value: string) => string;
  /** Whether a title with the one value still keeps to the other, where they need not be equal. */
  readonly keeps?: (own: string, others: string) => boolean;
}

const features: readonly Feature[] = [
  {
    of: rhythm,
    // 在“治”字上求突破，推广积分制、清单制: the last part lists what is done.
    keeps: (own, others) => others.endsWith('，') && own.startsWith(others) && !own.slice(others.length).includes('，'),
    name: (value) => `“${value.replace(/\d+/g, (n) => '×'.repeat(Math.min(Number(n), 8)))}……”`,
  },
  {
    of: (title) => (title.includes('，') || title.includes(',') ? lastPart(title).slice(0, 2) : ''),
    name: (value) => `末句以“${value}”起头`,
  },
  { of: (title) => title.slice(0, 3), name: (value) => `以“${value}”起头` },
  { of: (title) => title.slice(-3), name: (value) => `以“${value}”收尾` },
];

/** A longer list is a catalogue, not headings. */
const mostSiblings = 40;

interface Odd {
  readonly index: number;
  readonly pattern: string;
}

/** What was found in lists of titles: most stay the same from one version of a draft to the next. */
const found = new Map<string, readonly Odd[]>();
/** Lists that are kept; far more than a draft has. */
const mostFound = 500;

function oddOne({ items, form, faults }: Enumeration): { node: OutlineNode; pattern: string } | undefined {
  if (items.length < 3 || items.length > mostSiblings || form === 'series' || form === 'pair') return undefined;
  let all = '';
  for (const { title } of items) {
    if (title.length < 4 || title.length > 32) return undefined;
    all += `${title}\n`;
  }
  let odd = found.get(all);
  if (odd === undefined) {
    if (found.size >= mostFound) found.clear();
    found.set(all, (odd = oddAmong(items.map(({ title }) => title))));
  }
  // An item with a wrong number may belong to another list.
  for (const { index, pattern } of odd) {
    const node = items[index]!;
    if (!faults.some(({ item }) => item === node)) return { node, pattern };
  }
  return undefined;
}

function oddAmong(titles: readonly string[]): readonly Odd[] {
  // A sentence with a figure states a fact; it is no heading.
  if (titles.some((title) => /\d|[XxＸ×*]/.test(title))) return [];
  return titles.flatMap((own, index) => {
    const others = titles.filter((_, k) => k !== index);
    const shared = features.filter(
      ({ of }) => of(others[0]!) !== '' && others.every((title) => of(title) === of(others[0]!)),
    );
    const broken = shared.filter(
      ({ of, keeps }) => of(own) !== of(others[0]!) && keeps?.(of(own), of(others[0]!)) !== true,
    );
    // Two siblings may agree by chance: with three items they must agree twice over, and the odd one in nothing.
    const enough = titles.length >= 4 ? shared.length >= 1 : shared.length >= 2;
    return enough && broken.length === shared.length
      ? [{ index, pattern: broken.map(({ of, name }) => name(of(others[0]!))).join('、') }]
      : [];
  });
}
