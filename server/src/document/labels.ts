/** How a draft writes the numbers of its lists: 1） or （1）. */
import type { LonelyBracket } from './brackets.ts';
import type { Paragraph } from './document.ts';

type Label = NonNullable<LonelyBracket['label']>;

/**
 * `1）` is a list label of its own right, unless the draft writes （1） elsewhere and more often: for each way of writing numbers,
 * whether its labels normally stand in whole brackets here, so that a single one has lost a bracket.
 */
export function labelsInWholeBrackets(paragraphs: readonly Paragraph[]): ReadonlySet<Label> {
  const whole = new Set<Label>();
  const half = new Map<Label, number>();
  for (const { facts } of paragraphs)
    for (const { label } of facts.brackets.lonely) if (label !== undefined) half.set(label, (half.get(label) ?? 0) + 1);
  if (half.size === 0) return whole;
  const full = new Map<Label, number>();
  for (const { facts } of paragraphs)
    for (const { kind, start, end } of facts.brackets.pairs) {
      if (kind !== 'round' || end - start > 5) continue;
      const inside = facts.reading.text.slice(start + 1, end - 1);
      const label = /^\d+$/.test(inside)
        ? 'digit'
        : /^[一二三四五六七八九十百]+$/.test(inside)
          ? 'han'
          : /^[a-z]$/i.test(inside)
            ? 'letter'
            : undefined;
      if (label !== undefined) full.set(label, (full.get(label) ?? 0) + 1);
    }
  // 一） is no way of writing that a standard knows; one （二） beside it proves that a bracket is missing.
  for (const [label, count] of half) if ((full.get(label) ?? 0) > (label === 'han' ? 0 : count)) whole.add(label);
  return whole;
}
