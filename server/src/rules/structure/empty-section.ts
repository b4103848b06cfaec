import type { Document } from '../../document/document.ts';
import type { OutlineNode } from '../../document/outline.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** Longest text, in characters, that is still a heading without a body. */
const longestHeading = 45;
/** Longest heading, in characters, that its text follows in the same paragraph. */
const longestRunIn = 28;
/** Shortest body, in characters, that shows what its siblings are. */
const shortestBody = 15;
/** How much of a body is looked at first, in UTF-16 units: of a whole speech nearly all bodies are longer, and need not be measured to their ends. */
const firstLook = 64;

/** A heading with nothing under it while its siblings have text. */
export const emptySection = defineRule({
  meta: {
    id: 'structure/empty-section',
    summary: '标题下面没有内容',
    level: { draft: 'warning', final: 'warning' },
    description: `一个标题下面没有正文，也没有下一层，而它的同级标题都有，多半是内容漏写或误删。

只看与同级标题的对比：全都只有一句话的条目（任务清单、要点）不是空标题，不报。起草时，写到的最后一个标题还空着，不报。`,
    examples: {
      wrong: [
        '一、提高认识\n当前形势逼人，任务十分繁重，必须高度重视。\n⟦二、⟧突出重点\n三、狠抓落实\n各级各部门要各负其责，把工作抓紧抓好。',
      ],
      right: [
        '一、提高认识\n当前形势逼人，任务十分繁重，必须高度重视。\n二、狠抓落实\n各级各部门要各负其责，把工作抓紧抓好。',
        '1.抓好签约\n2.抓好落地\n3.抓好投产',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const { items, speech, faults } of document.outline.enumerations) {
      if (items.length < 2) continue;
      const bodies = items.map((item) => bodyLength(document, item));
      const full = bodies.filter((length) => length >= shortestBody).length;
      if (full * 3 < (items.length - 1) * 2) continue;
      // What follows the last item may be none of its own: a list of sentences (1.请局长汇报。2.请镇长发言。) is no list of headings for that.
      const before = bodies.slice(0, -1).some((length) => length >= shortestBody);
      for (const [i, item] of items.entries()) {
        const closing = i === items.length - 1 && full === items.length && onlyClosing(document, item, speech.end);
        if ((bodies[i]! > 0 && !closing) || !isHeading(item)) continue;
        const closed = document.text[item.titleSpan.end] ?? '';
        // A line that ends in a semicolon is an item of a list, whatever its siblings are.
        if (closed === '；' || closed === ';' || (!before && closed === '。')) continue;
        // Nor is a whole sentence of some length: it says what there is to say.
        if (closed === '。' && item.title.length > longestRunIn) continue;
        // An item with a wrong number may belong to another list.
        if (faults.some((fault) => fault.item === item)) continue;
        // 第二，谈: the text breaks off in the middle of the heading.
        if (item.titleSpan.end >= document.text.trimEnd().length && item.title.length < wholeTitle) continue;
        const last = item.extent >= (document.paragraphs[speech.end - 1]?.end ?? 0);
        yield {
          start: item.start,
          end: item.end,
          message: `“${item.written.marker}${item.written.title}”下面没有内容，同级标题都有。请补写，或删去这个标题。`,
          related: items
            .filter((_, k) => bodies[k]! > 0)
            .map((other) => ({ start: other.start, end: other.end, message: '同级标题' })),
          ...(last ? { pending: 'end' as const } : {}),
          // 第三，要常抓不懈。 is a sentence, and may be all that is said; so may a closing.
          ...(closing || (closed === '。' && saysItself(item)) ? { certainty: 'likely' as const } : {}),
        };
      }
    }
  },
});

/** How long a heading is at least, in characters. */
const wholeTitle = 3;

/** What whoever presides says himself (三、请局长致辞；四、下面进行第四项) is an item of the agenda: nothing has to stand below it. */
const spoken =
  /^(?:首先|其次|下面|接下来|现在|最后|随后|接着)[，,]?(?:我们?|请|由|让|进行|举行|是)|^(?:有请|请(?!示|求|假)|让我们|我宣布|由.{1,20}(?:致辞|讲话|发言|宣读|介绍|汇报))/;

const headingForms = new Set(['heading', 'han', 'han-paren', 'digit', 'digit-paren', 'ordinal', 'verb']);

function isHeading({ token, title }: OutlineNode): boolean {
  if (token === undefined || !token.leading || !headingForms.has(token.form) || spoken.test(title)) return false;
  return title.length <= (token.form === 'ordinal' || token.form === 'verb' ? 14 : longestHeading);
}

const saysItself = ({ token }: OutlineNode): boolean => token?.form === 'ordinal' || token?.form === 'verb';

/** Whom a closing addresses, and what it calls for. */
const closingAddress = /^(?:同志们|各位(?:代表|领导|来宾|同志)|朋友们|老师们|同学们|乡亲们)[，,！!]/;
const closingCall = /让我们|谢谢|[，。]祝|不负|新篇章|(?:努力|团结|不懈)奋斗|再立新功/;
/** Headings of what is a closing itself, or speaks to those addressed. */
const closingHeading = /结束|结语|最后|希望|寄语|祝|号召|要求/;
/** How long a closing is at most, in UTF-16 units. */
const longestClosing = 200;

/** Whether nothing but the closing of the speech stands under its last heading. */
function onlyClosing({ paragraphs }: Document, item: OutlineNode, speechEnd: number): boolean {
  if (item.children.length > 0 || closingHeading.test(item.title)) return false;
  const first = item.paragraph.index + 1;
  const body = paragraphs[first];
  if (body === undefined || first >= speechEnd || speechEnd - first > 2 || item.titleSpan.end < item.paragraph.end)
    return false;
  const text = paragraphs
    .slice(first, speechEnd)
    .map(({ facts }) => facts.reading.text)
    .join('');
  return text.length <= longestClosing && closingAddress.test(text) && closingCall.test(text);
}

/** Characters under a heading, up to those that make a body: behind its title in its own paragraph, and below; a node with children has its children's. */
function bodyLength(document: Document, item: OutlineNode): number {
  if (item.children.length > 0) return shortestBody;
  let from = item.titleSpan.end;
  while (from < item.extent && '。；：！？.;:!?，,*# \u3000'.includes(document.text[from]!)) from++;
  if (item.extent <= from) return 0;
  const near = document.lengthOf({ start: from, end: Math.min(item.extent, from + firstLook) }).characters;
  return near >= shortestBody || item.extent <= from + firstLook
    ? near
    : document.lengthOf({ start: from, end: item.extent }).characters;
}
