import type { CountCheck } from '../../document/count-checks.ts';
import type { Document } from '../../document/document.ts';
import type { Fix, Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { formatHanInteger } from '../../text/numerals.ts';

/** Announced counts and what the text enumerates for them. */
export const announcedCount = defineRule({
  meta: {
    id: 'numbers/announced-count',
    summary: '说了几点，列的不是几点',
    level: { draft: 'warning', final: 'error' },
    description: `“讲五点意见”只讲了四点，“三个转变”只列出两个，听的人一数就数出来了。

本规则把文中宣布的数目与随后（或刚刚）列出的内容逐项核对：

- 标题和段落编号：一、二、三；（一）（二）；一是、二是；第一，第二，；首先、其次；
- 顿号并列：“包括招商引资、协税护税两项”，也包括先列后数的“10月、11月两个月”；
- 排比分句：“四个必须”：凡是……；凡是……；有的……；有的……；还有的……；
- 引号里先列后数的“选、育、管、用”四个字，自己编号的“一看二问三查四改”四步工作法，成对的“当前与长远、局部与全局两个关系”；
- 先说后数的“治水、治气和治土这三场硬仗”，“既要……，又要……，还要……，这‘三心’”，“两个方面：一方面……，另一方面……”，“三个问题：为什么？……”，以及破折号开头的分段。

只有列举确凿无疑时才报告。只点名不展开的提法（“四个意识”）、“几点意见”、带“等”字的列举、没有写完的讲稿，一律不报。`,
    examples: {
      wrong: [
        '同志们：\n下面，我讲⟦三点意见⟧。\n一、提高认识\n形势逼人。\n二、狠抓落实\n任务很重。\n同志们，让我们携手努力。',
        '要实现⟦三个转变⟧：一是由被动向主动转变；二是由分散向集中转变。',
        '筑牢人防、技防、物防⟦四道防线⟧。',
        '打好治水、治气和治土这⟦四场硬仗⟧。',
      ],
      right: [
        '同志们：\n下面，我讲两点意见。\n一、提高认识\n形势逼人。\n二、狠抓落实\n任务很重。\n同志们，让我们携手努力。',
        '要增强“四个意识”，坚定信心。',
        '我讲几点意见。一是抓早。二是抓小。三是抓实。',
        '要抓好治水、治气、治土等五项工作。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const check of document.counts) if (check.verdict === 'mismatch') yield problemOf(document, check);
  },
});

function problemOf(document: Document, check: CountCheck): Problem {
  const n = check.items.length;
  const announced = document.slice(check);
  const items = check.items.map((item) =>
    document
      .slice(item)
      .replace(/\s+/g, ' ')
      .replace(/[、，,.：:；;]$/, ''),
  );
  const listed = items.map((item) => (item.length > 8 ? `${item.slice(0, 8)}…` : item)).join('、');
  const title = `改为“${announced.replace(document.slice(check.number), numberLike(document.slice(check.number), n))}”`;
  const fix: Fix = {
    title,
    safety: 'suggestion',
    edits: [{ ...check.number, text: numberLike(document.slice(check.number), n) }],
  };
  return {
    start: check.start,
    end: check.end,
    message: `“${/[大个項项类种]$/.test(announced) && announced.length < 3 ? `${announced}…` : announced}”与所列不符：说的是${check.announced}项，列出${n}项（${listed}）。请核对是数目写错，还是漏写、多写了一项。`,
    related: check.items.map((item, i) => ({ start: item.start, end: item.end, message: `第${i + 1}项` })),
    fixes: [fix],
    ...(check.open ? { pending: 'end' as const } : {}),
  };
}

/** `n` in the script of the number it replaces; 两 for 2 before a measure word. */
function numberLike(old: string, n: number): string {
  if (/\d/.test(old)) return String(n);
  return n === 2 ? '两' : formatHanInteger(n);
}
