import type { Document } from '../../document/document.ts';
import type { OutlineNode } from '../../document/outline.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** A part far shorter than its siblings. */
export const balance = defineRule({
  meta: {
    id: 'structure/balance',
    summary: '某一部分过短，与其他部分不相称',
    level: { draft: 'info', final: 'info' },
    description: `几个大的部分，篇幅不必相等，但其中一个只有寥寥几句，往往是还没有写完，或者不该单列一个部分。

只看第一层的各部分，至少三个；一个部分不到其他部分中位数的几分之一（可设），才报告，一篇最多一次。三段式讲话“突出重点”最长是常理，过长不报。`,
    examples: {
      wrong: [
        `一、认清形势\n${'形势逼人，任务很重，务必高度重视。'.repeat(12)}\n二、突出重点\n${'要把工作抓紧抓实，一项一项落到地。'.repeat(16)}\n⟦三、⟧压实责任\n要落实责任。`,
      ],
      right: [
        `一、认清形势\n${'形势逼人，任务很重，务必高度重视。'.repeat(6)}\n二、突出重点\n${'要把工作抓紧抓实，一项一项落到地。'.repeat(16)}\n三、压实责任\n${'各级各部门要各负其责，密切配合。'.repeat(5)}`,
      ],
    },
  },
  options: {
    ratio: {
      type: 'integer',
      default: 10,
      minimum: 3,
      maximum: 50,
      description: '不到其他部分中位数的几分之一才报告。',
    },
    characters: { type: 'integer', default: 80, minimum: 20, maximum: 1000, description: '少于多少字才算过短。' },
  },
  *check(document, { ratio, characters }): Iterable<Problem> {
    for (const { sections } of document.structure) {
      if (sections.length < 3 || !sections.some((section) => mayBeShort(document, section, characters))) continue;
      const lengths = sections.map(
        (section) => document.lengthOf({ start: section.titleSpan.end, end: section.extent }).characters,
      );
      const sorted = [...lengths].sort((a, b) => a - b);
      for (const [i, section] of sections.entries()) {
        const own = lengths[i]!;
        // A section without a word is another rule's matter; of two short ones neither stands out.
        if (own < 2 || own >= characters || own !== sorted[0] || sorted[1]! < characters) continue;
        const median = sorted[1 + ((sorted.length - 1) >> 1)]!;
        if (own * ratio > median) continue;
        const last = i === sections.length - 1;
        yield {
          start: section.start,
          end: section.end,
          message: `“${section.written.marker}${section.written.title}”只有${own}字，其他部分一般有${median}字。请看是否没有写完，或者应当并入别的部分。`,
          related: sections
            .filter((other) => other !== section)
            .map((other) => ({
              start: other.start,
              end: other.end,
              message: `${lengths[sections.indexOf(other)]!}字`,
            })),
          ...(last ? { pending: 'end' as const } : {}),
        };
        break;
      }
    }
  },
});

/** False for nearly every section, when it has been looked at as far as its first characters reach. */
function mayBeShort(
  document: Document,
  { titleSpan: { end: start }, extent }: OutlineNode,
  characters: number,
): boolean {
  const near = start + 2 * characters;
  return near >= extent || document.lengthOf({ start, end: near }).characters < characters;
}
