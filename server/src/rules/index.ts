/** The only list of rules, in the order of their documentation. */
import type { Rule } from '../engine/rule.ts';
import { pairing } from './text/pairing.ts';
import { punctuation } from './text/punctuation.ts';

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
  // structure
  // text
  pairing,
  punctuation,
  // names
];
