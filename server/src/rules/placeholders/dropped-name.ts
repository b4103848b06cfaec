import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
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
  *check({ paragraphs }): Iterable<Problem> {
    for (const paragraph of paragraphs)
      for (const { start, end, message } of holesIn(paragraph.facts))
        yield { ...placeOf(paragraph, start, end), message, certainty: 'likely' };
  },
});

/** Patterns by the character they begin with. */
const byFirst = new Map<number, readonly Hole[]>();
for (const hole of holes)
  for (let i = 0; i < hole.first.length; i++) {
    const code = hole.first.charCodeAt(i);
    byFirst.set(code, [...(byFirst.get(code) ?? []), hole]);
  }
/** The same as a table, for one look at each character. */
const begins = new Uint8Array(65536);
for (const code of byFirst.keys()) begins[code] = 1;

/** A hole in a paragraph's reading. */
interface FoundHole extends Span {
  readonly message: string;
}

const holesIn = remember(({ reading: { text } }): readonly FoundHole[] => {
  const found: FoundHole[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (begins[code] === 0) continue;
    for (const { pattern, at, unless, missing, why } of byFirst.get(code)!) {
      pattern.lastIndex = i;
      const match = pattern.exec(text);
      if (match === null || unless?.test(text.slice(Math.max(0, i - 6), i)) === true) continue;
      const hole = i + (at < 0 ? match[0].length : at);
      found.push({
        // The two characters around the hole.
        start: Math.max(0, hole - 1),
        end: Math.min(text.length, hole + 1),
        message: `像是漏了${missing}：“${text.slice(Math.max(0, hole - 6), Math.min(text.length, hole + 4)).replace(/^[，。；、,; ]+|\s+$/g, '')}”里${why}。请补上，或改写这句。`,
      });
      break;
    }
  }
  return found;
});
