import type { Document } from '../../document/document.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** A heading that does not carry the theme that was announced, or is too long to be a heading. */
export const theme = defineRule({
  meta: {
    id: 'structure/theme',
    summary: '标题没有扣住宣布的主题，或者过长',
    level: { draft: 'info', final: 'info' },
    description: `宣布了“三个坚定不移”，三个标题就都应当有“坚定不移”。多数标题有、个别没有的，报告没有的那个；一个都没有的，说明引号里的话不是用来作标题的，不报。

独占一行的标题太长（可设），念出来不像标题，也报告。`,
    examples: {
      wrong: [
        '同志们：\n下面讲三个方面，就是要做到“三个坚定不移”。\n一、坚定不移紧盯目标\n要快。\n二、坚定不移紧抓调度\n要实。\n⟦三、⟧持之以恒改进作风\n要严。',
      ],
      right: [
        '同志们：\n下面讲三个方面，就是要做到“三个坚定不移”。\n一、坚定不移紧盯目标\n要快。\n二、坚定不移紧抓调度\n要实。\n三、坚定不移改进作风\n要严。',
        '要实现“三个转变”：一是由量到质；二是由散到聚；三是由慢到快。',
      ],
    },
  },
  options: {
    longest: { type: 'integer', default: 50, minimum: 20, maximum: 200, description: '标题最长多少字。' },
  },
  *check(document, { longest }): Iterable<Problem> {
    for (const count of document.counts) {
      const { enumeration, paragraph } = count;
      if (enumeration === undefined || count.verdict !== 'ok') continue;
      const token = paragraph.facts.counts.find(
        (t) => paragraph.start + paragraph.facts.reading.source(t.start) === count.start,
      );
      if (token === undefined || !token.quoted || token.noun.length < 2) continue;
      const bare = enumeration.items.filter(
        (item) => !headOf(document, item.paragraph.facts.reading.text, item).includes(token.noun),
      );
      if (bare.length === 0 || bare.length * 2 >= enumeration.items.length) continue;
      for (const item of bare)
        yield {
          start: item.start,
          end: item.end,
          message: `前面说的是“${document.slice(count)}”，这一条“${short(item.written.title)}”里没有“${token.noun}”，其余都有。请改成一致的提法。`,
          related: [{ start: count.start, end: count.end, message: '宣布的主题' }],
        };
    }
    for (const node of document.outline.nodes) {
      if (node.token === undefined || !node.token.leading || node.title.length <= longest) continue;
      const { text } = node.paragraph.facts.reading;
      // A heading line: it ends without a mark.
      if (/[。；：！？.;:!?，,]$/.test(text) || node.token.form === 'verb' || node.token.form === 'series') continue;
      yield {
        start: node.start,
        end: node.end,
        message: `标题有${node.title.length}字，念出来不像标题。请压到${longest}字以内。`,
        certainty: 'likely',
      };
    }
  },
});

const headOf = (
  _document: Document,
  text: string,
  item: { readonly token: { readonly end: number } | undefined; readonly title: string },
): string => text.slice(item.token!.end, item.token!.end + item.title.length + 8);
const short = (title: string): string => (title.length > 12 ? `${title.slice(0, 12)}…` : title);
