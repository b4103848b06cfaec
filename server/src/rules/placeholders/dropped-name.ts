import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import { placesOf, watch } from '../../document/walk.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';
import { type Hole, holes } from './lexicon/holes.ts';

/** A name that was deleted without a mask: the sentence closed over the hole. */
export const droppedName = defineRule({
  meta: {
    id: 'placeholders/dropped-name',
    summary: '名称被删后留下空缺',
    level: { draft: 'info', final: 'info' },
    description: `从别处改来的稿子，原来的地名、人名常被直接删掉，又没有留标记，句子就缺了一块：“客商将来到，”“形势和的实际情况”“把区建设成为”“与相比”。这里只按固定的搭配查找：必须带宾语的动词和介词后面什么也没有，两个连词连在一起，行政区名称只剩通名，“同志”前面没有姓名，空的引号和书名号，“今年月日”“连续个暖冬”这样只剩单位的日期和数字。

这是提示：补上名称，或把句子改完整。春天、时代、机会的“来到”，“总和”“参与”“普及”等词不报。`,
    sources: ['吕叔湘主编《现代汉语八百词》'],
    examples: {
      wrong: [
        '一大批客商将来⟦到，⟧机会难得。',
        '从当前的形势⟦和的⟧实际情况看，压力不小。',
        '我们要⟦把区⟧建设成为经济强区。',
        '请⟦同志⟧宣读表彰决定。'.replace('请⟦同志⟧', '⟦请同⟧志'),
      ],
      right: [
        '春天已经来到，万物复苏。',
        '这是过去五年总和的两倍。',
        '全民参与的氛围日益浓厚。',
        '把我区建设成为经济强区。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const paragraph of document.paragraphsWith(holesIn))
      for (const { start, end, message } of holesIn(paragraph.facts))
        yield { ...placeOf(paragraph, start, end), message, certainty: 'likely' };
  },
});

/** Patterns by their first two characters, in the order in which they are tried. */
const byPair = new Map<number, Hole[]>();
/** The few that their one first character may begin, whatever stands behind it. */
const alone: readonly Hole[] = holes.filter(({ second }) => second === '');

const key = (first: number, second: number): number => first * 0x10000 + second;

const watched = watch((mark) => {
  for (const hole of holes)
    for (let i = 0; i < hole.first.length; i++)
      for (let j = 0; j < hole.second.length; j++) {
        const first = hole.first.charCodeAt(i);
        const second = hole.second.charCodeAt(j);
        mark(first, second);
        const known = byPair.get(key(first, second));
        if (known === undefined) byPair.set(key(first, second), [hole]);
        else known.push(hole);
      }
});

/** A hole in a paragraph's reading. */
interface FoundHole extends Span {
  readonly message: string;
}

const none: readonly FoundHole[] = [];

const holesIn = remember((facts): readonly FoundHole[] => {
  const { text } = facts.reading;
  const found: FoundHole[] = [];
  for (const i of placesOf(facts.walk, watched)) {
    const hole = holeAt(text, i - 1, byPair.get(key(text.charCodeAt(i - 1), text.charCodeAt(i))));
    if (hole !== undefined) found.push(hole);
  }
  for (let k = 0; k < alone.length; k++)
    for (let i = text.indexOf(alone[k]!.first); i >= 0; i = text.indexOf(alone[k]!.first, i + 1)) {
      const hole = holeAt(text, i, alone);
      if (hole !== undefined) found.push(hole);
    }
  return found.length === 0 ? none : found;
});

function holeAt(text: string, i: number, tried: readonly Hole[] | undefined): FoundHole | undefined {
  if (tried === undefined) return undefined;
  for (const { pattern, at, unless, missing, why } of tried) {
    pattern.lastIndex = i;
    const match = pattern.exec(text);
    if (match === null || unless?.test(text.slice(Math.max(0, i - 6), i)) === true) continue;
    const hole = i + (at < 0 ? match[0].length : at);
    return {
      // The two characters around the hole.
      start: Math.max(0, hole - 1),
      end: Math.min(text.length, hole + 1),
      message: `像是漏了${missing}：“${around(text, hole)}”里${why}。请补上，或改写这句。`,
    };
  }
  return undefined;
}

/** The clause with the hole, as far as it can be read at a glance; … where it is cut. */
function around(text: string, hole: number): string {
  const before = /[^，。；：！？,;:!?]*[，。；：！？,;:!?]?$/.exec(text.slice(0, hole))![0].trimStart();
  const behind = /^[，。；：！？,;:!?]?[^，。；：！？,;:!?]*/.exec(text.slice(hole))![0].trimEnd();
  const left = before.length <= 12 ? before : `…${before.slice(-8)}`;
  return left + (behind.length <= 10 ? behind : `${behind.slice(0, 6)}…`);
}
