/** The only list of rules, in the order of their documentation. */
import type { Rule } from '../engine/rule.ts';
import { title } from './names/title.ts';
import { announcedCount } from './numbers/announced-count.ts';
import { calendar } from './numbers/calendar.ts';
import { conflict } from './numbers/conflict.ts';
import { growth } from './numbers/growth.ts';
import { ledger } from './numbers/ledger.ts';
import { range } from './numbers/range.ts';
import { share } from './numbers/share.ts';
import { slogan } from './numbers/slogan.ts';
import { style } from './numbers/style.ts';
import { sum } from './numbers/sum.ts';
import { droppedName } from './placeholders/dropped-name.ts';
import { mixedMarks } from './placeholders/mixed-marks.ts';
import { unfilled } from './placeholders/unfilled.ts';
import { balance } from './structure/balance.ts';
import { emptySection } from './structure/empty-section.ts';
import { level } from './structure/level.ts';
import { markerStyle } from './structure/marker-style.ts';
import { missingPart } from './structure/missing-part.ts';
import { numbering } from './structure/numbering.ts';
import { parallelism } from './structure/parallelism.ts';
import { theme } from './structure/theme.ts';
import { confusable } from './text/confusable.ts';
import { nearMiss } from './text/near-miss.ts';
import { pairing } from './text/pairing.ts';
import { punctuation } from './text/punctuation.ts';
import { repetition } from './text/repetition.ts';
import { residue } from './text/residue.ts';
import { terms } from './text/terms.ts';

/** The groups that rules may belong to, in their order. */
export const groups: Readonly<Record<string, string>> = {
  placeholders: '待填',
  numbers: '数据',
  structure: '结构',
  text: '文字',
  names: '人名和职务',
};

export const rules: readonly Rule[] = [
  // placeholders
  unfilled,
  mixedMarks,
  droppedName,
  // numbers
  announcedCount,
  sum,
  share,
  growth,
  conflict,
  range,
  calendar,
  ledger,
  slogan,
  style,
  // structure
  numbering,
  level,
  markerStyle,
  missingPart,
  emptySection,
  balance,
  parallelism,
  theme,
  // text
  pairing,
  punctuation,
  repetition,
  residue,
  confusable,
  nearMiss,
  terms,
  // names
  title,
];
