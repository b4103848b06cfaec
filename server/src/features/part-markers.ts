/** How parts are marked: the style of a list and of what stands a level further in, numbers in their order, the closing marks of run-in items (；；。). */
import type { Enumeration } from '../document/outline.ts';
import { formatHanInteger } from '../text/numerals.ts';
import { type Part, type Workshop, walk } from './part-regions.ts';

const number = /[零〇一二三四五六七八九十百]+|[０-９]+|\d+|[①-⑳]/;

/** A marker of the style of `model`, with its own number. */
function written(model: string, value: number): string {
  const old = number.exec(model)?.[0];
  if (old === undefined) return model;
  const text = /^\d/.test(old)
    ? String(value)
    : /^[０-９]/.test(old)
      ? String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))
      : /^[①-⑳]/.test(old)
        ? String.fromCharCode(0x245f + Math.min(value, 20))
        : formatHanInteger(value);
  return model.replace(old, text);
}

/** GB/T 9704-2012: the levels and what each is written like. */
const levels: readonly { readonly form: RegExp; readonly marker: string }[] = [
  { form: /^[一二三四五六七八九十]+[、.]/, marker: '一、' },
  { form: /^[（(][一二三四五六七八九十]+[）)]/, marker: '（一）' },
  { form: /^[\d０-９]+[.、．]/, marker: '1.' },
  { form: /^[（(]?[\d０-９]+[）)]/, marker: '（1）' },
  { form: /^[①-⑳]/, marker: '①' },
];
const levelOf = (marker: string): number => levels.findIndex(({ form }) => form.test(marker));

/** The style one level inside a part: that of the children it has, of its siblings' children, or the next of the standard. */
export function innerStyle(parts: readonly Part[], part: Part): Pick<Part, 'prefix' | 'marker'> {
  const known = [part, ...[...walk(parts)].filter((p) => p.list === part.list)].find((p) => p.children.length > 0)
    ?.children[0];
  if (known !== undefined) return { prefix: known.prefix, marker: known.marker };
  const level = levelOf(part.marker);
  const prefix = /^\s*#/.test(part.prefix) ? part.prefix.replace('#', '##') : part.prefix;
  return { prefix, marker: level >= 0 ? (levels[level + 1]?.marker ?? '①') : part.marker === '' ? '' : '1.' };
}

/** Writes a part that came from another list as its new siblings are, and what is below it a level further in or out. */
export function restyle(part: Part, model: Pick<Part, 'prefix' | 'marker'>): void {
  const hashes = (prefix: string): number => prefix.match(/#/g)?.length ?? 0;
  const deeper = hashes(model.prefix) - hashes(part.prefix);
  const before = levelOf(part.marker);
  // A bold marker (**（一）…**) keeps its stars: they close behind the heading.
  if (!part.prefix.includes('*') && !model.prefix.includes('*')) part.prefix = model.prefix;
  if (part.marker !== '' && model.marker !== '') part.marker = model.marker;
  const shift = before < 0 ? 0 : levelOf(part.marker) - before;
  for (const child of walk(part.children)) {
    if (deeper > 0) child.prefix = child.prefix.replace('#', '#'.repeat(deeper + 1));
    else if (deeper < 0) child.prefix = child.prefix.replace('#'.repeat(1 - deeper), '#');
    const level = levelOf(child.marker);
    const moved = levels[level + shift];
    if (level >= 0 && shift !== 0 && moved !== undefined)
      child.marker = written(moved.marker, child.node?.token?.value ?? 1);
  }
}

/** Whether a list is marked by words without numbers of their own: 首先 其次 最后, 一个是 另一个是. */
export const isWorded = (list: Enumeration): boolean => list.form === 'series' || list.form === 'pair';

/** Numbers every list that changed, and lets announced counts follow. */
export function settle(workshop: Workshop, parts: readonly Part[], changed: ReadonlySet<Enumeration>): void {
  for (const list of changed) {
    const items = [...walk(parts)].filter((part) => part.list === list);
    if (isWorded(list)) {
      // 首先 其次 最后: the words stay with the places.
      const words = list.items.map((item) => workshop.document.slice(item));
      items.forEach((part, i) => {
        part.marker = words[i === items.length - 1 && i > 0 ? words.length - 1 : Math.min(i, words.length - 1)]!;
      });
      workshop.recount(list, items.length);
      continue;
    }
    // A list that is only now begun has no first number of its own.
    const first = list.speech.midway ? (list.items[0]?.token?.value ?? 1) : 1;
    items.forEach((part, i) => {
      // 首先, 另一个是 and the like have no number.
      if (part.node === undefined || (part.node.token?.value ?? 0) > 0) part.marker = written(part.marker, first + i);
    });
    workshop.recount(list, items.length);
  }
}

/** Gives the items the closing marks of their places: the last that of the last, the others that of the first. */
export function closeItems(parts: readonly Part[], marks: readonly string[]): void {
  parts.forEach((part, i) => {
    part.gap =
      i === parts.length - 1 ? marks.at(-1)! : marks.length > 1 ? (marks[Math.min(i, marks.length - 2)] ?? '；') : '；';
  });
}
