import type { FigureToken } from '../../document/figures.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** How figures are written (GB/T 15835-2011). */
export const style = defineRule({
  meta: {
    id: 'numbers/style',
    summary: '数字写法不合国标',
    level: { draft: 'off', final: 'off' },
    description: `按GB/T 15835-2011检查数字写法，默认不开：

- 百分数的范围两头都带百分号：5%—6%，不写5—6%；
- “约”“近”与“左右”“上下”“多”不叠用：约20个，或20个左右。`,
    sources: ['GB/T 15835-2011 出版物上数字用法'],
    examples: {
      wrong: ['增速保持在⟦5—6%⟧。', '参会客商⟦约50人左右⟧。'],
      right: ['增速保持在5%—6%。', '参会客商约50人。', '参会客商50人左右。'],
    },
  },
  *check(document) {
    for (const paragraph of document.paragraphs) {
      const { figures, reading } = paragraph.facts;
      for (const figure of figures) {
        const found = faultOf(reading.text, figure);
        if (found === undefined) continue;
        const span = reading.span(found.start, found.end);
        yield { ...found, start: paragraph.start + span.start, end: paragraph.start + span.end };
      }
    }
  },
});

function faultOf(text: string, figure: FigureToken): Problem | undefined {
  const written = text.slice(figure.start, figure.end);
  if (
    figure.kind === 'percent' &&
    figure.upper !== undefined &&
    figure.script === 'arabic' &&
    written.indexOf('%') === written.lastIndexOf('%')
  ) {
    return {
      start: figure.start,
      end: figure.end,
      message: `“${written}”的范围只有一个百分号，容易读错。国标要求两头都写，请改为“${written.replace(/[—－\-~～–至到]/, (dash) => `%${dash}`)}”。`,
    };
  }
  const before = text.slice(Math.max(0, figure.start - 2), figure.start);
  const m = /(?:大约|约|近|将近)$/.exec(before);
  const after = /^(?:左右|上下)/.exec(text.slice(figure.end, figure.end + 2));
  if (m !== null && after !== null) {
    const end = figure.end + after[0].length;
    return {
      start: figure.start - m[0].length,
      end,
      message: `“${text.slice(figure.start - m[0].length, end)}”里“${m[0]}”与“${after[0]}”意思重复。请去掉一个。`,
    };
  }
  return undefined;
}
