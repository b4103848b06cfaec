import type { Document, Paragraph } from '../../document/document.ts';
import { amount, exactAmount } from '../../document/figures.ts';
import { placeOf } from '../../document/place.ts';
import type { Statement } from '../../document/statements.ts';
import { type LedgerEntry, ledgerMatches } from '../../engine/ledger.ts';
import { ledgerMembers } from '../../engine/ledger-lines.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';

/** Figures that contradict the office's own data sheet. */
export const ledger = defineRule({
  meta: {
    id: 'numbers/ledger',
    summary: '与数据台账不符的数',
    level: { draft: 'error', final: 'error' },
    description: `单位把核定过的数据（指标、时期、地方、数值、单位、来源）记在台账里，讲稿里同一指标、同一时期、同一地方的数与台账不一样，就报告，并写明来源。

台账是 \`.csv\`、\`.xlsx\` 或 \`.yaml\` 文件，在 \`jianggao.json\` 里写明：\`"ledger": "数据台账.csv"\`；也可以直接列在 \`ledger\` 里。表头用中文或英文都行（指标、时期、地方、数值、单位、来源）。
“去年”“今年”按讲稿落款的日期换算成年份，没有日期的按原字比较。目标数、约数不与台账比；台账里有而讲稿留空的数，提示可以填什么。`,
    examples: {
      options: {
        ledger: [{ indicator: '一般公共预算收入', period: '2025年', value: '12.6亿元', source: '2025年统计公报' }],
      },
      wrong: ['2025年，全县一般公共预算收入达到⟦12.8亿元⟧。'],
      right: [
        '2025年，全县一般公共预算收入达到12.6亿元。',
        '2024年，全县一般公共预算收入达到12.1亿元。',
        '2025年，望山县一般公共预算收入达到1.8亿元。',
      ],
    },
  },
  options: {
    ledger: {
      type: 'records',
      key: 'ledger',
      members: ledgerMembers,
      default: [],
      description: '数据台账，写在 `jianggao.json` 最外层的 `ledger` 里。',
    },
  },
  *check(document, { ledger: lines }) {
    for (const { paragraph, statement, entry } of ledgerMatches(document, lines)) {
      const problem =
        statement.figure.value === null
          ? blank(document, paragraph, statement, entry)
          : contradiction(document, paragraph, statement, entry);
      if (problem !== undefined) yield problem;
    }
  },
});

const told = ({ line }: LedgerEntry): string => {
  const source = line.source === undefined || line.source === '' ? '' : `（来源：${line.source}）`;
  return `台账里${line.period}${line.place ?? ''}${line.indicator}是${line.value}${/[^\d.,\-\s]/.test(line.value) ? '' : (line.unit ?? '')}${source}`;
};

/** The line's value as the figure is written: in its unit, with its decimals where those are enough. */
function digits(entry: LedgerEntry, exponent: number, decimals: number): string {
  const value = exactAmount(entry.figure)!.shift(-exponent);
  return (value.exponent < -decimals ? value.round(-decimals) : value).trim().toString();
}

function contradiction(
  document: Document,
  paragraph: Paragraph,
  { figure }: Statement,
  entry: LedgerEntry,
): Problem | undefined {
  if (figure.approximate || figure.upper !== undefined) return undefined;
  const a = amount(figure);
  const b = amount(entry.figure);
  const meets = a.low!.compare(b.high!) <= 0 && b.low!.compare(a.high!) <= 0;
  const touches = !figure.whole && (a.low!.equals(b.high!) || b.low!.equals(a.high!));
  if (meets && !touches) return undefined;
  const span = placeOf(paragraph, figure.start, figure.end);
  const numeral = placeOf(paragraph, figure.numeral.start, figure.numeral.end);
  const text = digits(entry, figure.exponent, Math.max(0, -figure.value!.exponent, -entry.figure.value!.exponent));
  return {
    ...span,
    message: `与数据台账不符：文中为“${document.slice(span)}”，${told(entry)}。请核对以哪个为准。`,
    fixes:
      figure.script === 'arabic'
        ? [{ title: `改为台账的“${text}${figure.unit}”`, safety: 'suggestion', edits: [{ ...numeral, text }] }]
        : [],
  };
}

function blank(
  document: Document,
  paragraph: Paragraph,
  { figure }: Statement,
  entry: LedgerEntry,
): Problem | undefined {
  if (figure.base !== entry.figure.base) return undefined;
  const span = placeOf(paragraph, figure.start, figure.end);
  const numeral = placeOf(paragraph, figure.numeral.start, figure.numeral.end);
  const text = digits(entry, figure.exponent, Math.max(0, -entry.figure.value!.exponent));
  return {
    ...span,
    certainty: 'likely',
    message: `“${document.slice(span)}”待填，${told(entry)}。`,
    fixes: [{ title: `填入台账的“${text}${figure.unit}”`, safety: 'suggestion', edits: [{ ...numeral, text }] }],
  };
}
