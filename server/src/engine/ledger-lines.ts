/** What a line of the ledger (数据台账) may say: apart from what reads it, since a configuration is read without any draft. */
import type { Member, RecordOf } from './options.ts';

/** One line of the ledger. */
export const ledgerMembers = {
  indicator: {
    type: 'string',
    required: true,
    description: '指标，如“一般公共预算收入”；增幅写“一般公共预算收入增幅”。',
  },
  period: { type: 'string', required: true, description: '时期，如“2025年”“2025年上半年”“2025年1—8月”“去年”。' },
  place: { type: 'string', description: '地方，如“全县”“望山县”；不写是本地。' },
  value: { type: 'string', required: true, description: '数值，如 "12.6"，可以带单位。' },
  unit: { type: 'string', description: '单位，如“亿元”“%”。' },
  source: { type: 'string', description: '来源，写进提示里，如“2025年统计公报”。' },
} as const satisfies Readonly<Record<string, Member>>;

export type LedgerLine = RecordOf<typeof ledgerMembers>;

/** Whether the value of a line is a figure, with its unit. Who reads a configuration hands it in: it takes the whole model of a draft. */
export type IsFigure = (line: LedgerLine) => boolean;
