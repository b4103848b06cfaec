/** The only list of rules, in the order of their documentation. */
import type { Rule } from '../engine/rule.ts';
import { announcedCount } from './numbers/announced-count.ts';
import { emptySection } from './structure/empty-section.ts';
import { level } from './structure/level.ts';
import { markerStyle } from './structure/marker-style.ts';
import { numbering } from './structure/numbering.ts';
import { pairing } from './text/pairing.ts';
import { punctuation } from './text/punctuation.ts';
import { repetition } from './text/repetition.ts';
import { residue } from './text/residue.ts';

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
  // numbers
  announcedCount,
  // structure
  numbering,
  level,
  markerStyle,
  emptySection,
  // text
  pairing,
  punctuation,
  repetition,
  residue,
  // names
];
