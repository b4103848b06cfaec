import type { Blank, Document } from '../../document/document.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';

/** A mask that somebody still has to fill. */
export const unfilled = defineRule({
  meta: {
    id: 'placeholders/unfilled',
    summary: '待填处没有补齐',
    level: { draft: 'info', final: 'error' },
    description: `稿子里留着待填标记：\`X\` \`XX\` \`××\` \`*\` \`某某\` \`○○\` \`□□\` \`＿＿\` \`##\` \`★★\` \`……\`（代替内容时）、（待补）、【待核】、TODO、句中的【会议目的】，以及夹在数字或词语里的 \`20*年\` \`*.8%\` \`第X届\` \`X月X日\`。照着念出来就是事故，定稿前必须补齐；提示里写明这里缺的是姓名、地名、单位、数字、日期还是会议名称。

不报：Markdown 的加粗、列表和分隔线，\`3×5\` \`4×100米\` \`7×24小时\`，X光、X轴、“1+X”，英文单词、网址、文件名和型号，某种、某些、某个、某一等词，“张某”一类有意隐去的姓名，二〇〇八、一九六○年里的零，方框选项，带注释的星号，表示省略的省略号。

Markdown 草稿的表格不算正文，其中的标记照样要补。“首席XX官”“XX%末位”“A县”这类可能是有意泛指的写法，以及全文只此一处、前后看不出缺什么的标记，只作提示，不作错误。`,
    examples: {
      wrong: [
        '全年引进项目⟦XX⟧个，到位资金⟦XX⟧亿元。',
        '刚才，⟦XX⟧同志通报了情况。',
        '力争到20⟦**⟧年，增速达到⟦*⟧.8%。',
        '⟦某某⟧县是农业大县⟦（待核）⟧。',
      ],
      right: [
        '严格落实7×24小时值班制度。',
        '某些同志有畏难情绪。',
        '二〇〇八年以来，我们配备了两台X光机。',
        '五湖四海……都来了。',
      ],
    },
  },
  options: {
    allow: {
      type: 'strings',
      default: [],
      description: '照原样保留、不算待填的词语，如 ["首席XX官"]。',
    },
  },
  *check(document, { allow }): Iterable<Problem> {
    for (const blank of document.blanks) {
      if (allow.length > 0 && isAllowed(document, blank, allow)) continue;
      yield {
        start: blank.start,
        end: blank.end,
        message: messageOf(document, blank),
        ...(blank.certainty === 'likely' && { certainty: 'likely' as const }),
      };
    }
  },
});

/** Whether the mask stands inside one of the words that stay as they are. */
function isAllowed({ text }: Document, { start, end }: Blank, allow: readonly string[]): boolean {
  return allow.some((word) => {
    const from = Math.max(0, end - word.length);
    return word.length > 0 && text.slice(from, start + word.length).includes(word);
  });
}

function messageOf(document: Document, blank: Blank): string {
  const { paragraph, token, what, certainty } = blank;
  const mask = document.slice(blank);
  const { text } = paragraph.facts.reading;
  const phrase = text.slice(token.phrase.start, token.phrase.end);
  const missing = phrase === text.slice(token.start, token.end) ? `“${mask}”` : `“${oneLine(phrase)}”中的 ${mask} `;
  if (certainty === 'likely') {
    return `“${around(text, token)}”中的 ${mask} 像是待填标记：如未填，应补${what}；如有意这样写，可不改。`;
  }
  if (token.style === '待补') return `“${mask}”是未完成的标注：这里应补${what}。定稿前请补齐并删去标注。`;
  return `${missing}未填：应为${what}。定稿前请补齐。`;
}

/** The mask in its clause, as far as it can be read at a glance; … where it is cut. */
function around(text: string, { start, end }: Span): string {
  const before = /[^，。；：！？、“”,;:!?]*$/.exec(text.slice(0, start))![0].trimStart();
  const behind = /^[^，。；：！？、“”,;:!?]*/.exec(text.slice(end))![0].trimEnd();
  const left = before.length <= 8 ? before : `…${before.slice(-6)}`;
  const right = behind.length <= 8 ? behind : `${behind.slice(0, 6)}…`;
  return oneLine(`${left}${text.slice(start, end)}${right}`);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
