/** The only list of rules, in the order of their documentation: placeholders, numbers, structure, text, names. */
import type { Rule } from '../engine/rule.ts';
import { pairing } from './text/pairing.ts';
import { punctuation } from './text/punctuation.ts';

export const rules: readonly Rule[] = [pairing, punctuation];
