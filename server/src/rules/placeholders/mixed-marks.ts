import type { Blank } from '../../document/document.ts';
import type { Fix, Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** Two mask styles in one draft: who searches for one of them misses the other. */
export const mixedMarks = defineRule({
  meta: {
    id: 'placeholders/mixed-marks',
    summary: '待填标记写法不一',
    level: { draft: 'info', final: 'info' },
    description: `同一篇稿子里待填标记有两种以上写法，如有的地方用 \`XX\`，有的地方用 \`**\`。补填时按一种标记查找，另一种就会漏掉。以多数写法为准，在少数写法第一次出现处提示一次，并列出其余各处。

不报：同一种标记长短不一（\`X\` 与 \`XX\`）、大小写或全半角不同；标注（待补、待核、TODO）与标记并用；两种标记各有分工，如数字一律用 \`X\`、姓名一律用“某某”。`,
    examples: {
      wrong: ['全年引进项目XX个，到位资金XX亿元，增长⟦*⟧.8%。'],
      right: [
        '全年引进项目XX个，到位资金XXX亿元。',
        '引进项目XX个，到位XX亿元。某某同志、某某书记作了发言。',
        '引进项目XX个，到位资金12亿元（待核）。',
      ],
    },
  },
  *check({ blanks, text }): Iterable<Problem> {
    const styles = new Map<string, Blank[]>();
    for (const blank of blanks) {
      const style = styleOf(blank, text);
      if (style === undefined) continue;
      const group = styles.get(style);
      if (group === undefined) styles.set(style, [blank]);
      else group.push(blank);
    }
    if (styles.size < 2 || haveTheirOwnUse([...styles.values()])) return;
    const [[usual, most], ...others] = [...styles].sort(
      ([, a], [, b]) => b.length - a.length || a[0]!.start - b[0]!.start,
    ) as [[string, Blank[]], ...[string, Blank[]][]];
    const odd = others.flatMap(([, group]) => group).sort((a, b) => a.start - b.start);
    const first = odd[0]!;
    yield {
      start: first.start,
      end: first.end,
      message: `待填标记写法不一：“${usual}”${most.length}处，${others.map(([style, { length }]) => `“${style}”${length}处`).join('，')}。补填时按一种查找容易漏掉另一种，请统一为“${usual}”。`,
      related: [
        { start: most[0]!.start, end: most[0]!.end, message: `多数写法“${usual}”` },
        ...odd.slice(1, shown).map(({ start, end, style }) => ({ start, end, message: `这里用“${shapeOf(style)}”` })),
      ],
      fixes: [unify(odd, usual)],
    };
  },
});

/** As many places as a reader will step through. */
const shown = 20;

/** X and x are found by one search; remarks and ellipses are no marks to search for. */
const shapeOf = (style: string): string => (style === 'x' ? 'X' : style);
const styleOf = ({ style, certainty, start }: Blank, text: string): string | undefined =>
  certainty === 'likely' || style === '待补' || style === '（）' || style === '…'
    ? undefined
    : style === '★'
      ? text[start]
      : shapeOf(style);

/** Figures and dates with one mark, names with another: on purpose. */
function haveTheirOwnUse(groups: readonly (readonly Blank[])[]): boolean {
  const isFigure = ({ kind }: Blank): boolean => kind === 'number' || kind === 'date';
  return (
    groups.length === 2 &&
    groups.every((group) => group.length > 1 && group.every((blank) => isFigure(blank) === isFigure(group[0]!))) &&
    isFigure(groups[0]![0]!) !== isFigure(groups[1]![0]!)
  );
}

function unify(odd: readonly Blank[], usual: string): Fix {
  return {
    title: `全部改用“${usual}”`,
    safety: 'suggestion',
    edits: odd.map(({ start, end }) => ({ start, end, text: usual.repeat(end - start) })),
  };
}
