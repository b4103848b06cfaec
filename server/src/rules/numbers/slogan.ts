import type { Document } from '../../document/document.ts';
import { remember } from '../../document/remember.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { parseHanInteger } from '../../text/numerals.ts';

/** “三个重大”: what follows at once, and how many items the word must stand in. */
const announced =
  /[“"「]([二两三四五六七八九十])[个大项]([\u4e00-\u9fa5]{1,4})[”"」](?:[，,]?(?:即|就是|是指|指的是|也就是)[：:，,]?|[：:])/g;

/** “三个重大” whose items do not share its word. */
export const slogan = defineRule({
  meta: {
    id: 'numbers/slogan',
    summary: '“三个重大”各项不都含“重大”',
    level: { draft: 'info', final: 'info' },
    description: `“三个重大”，即重大项目、重要客商、重大平台：三项里有一项不是“重大”，念出来不齐，多半是笔误。

只在引号里的提法后面紧接着逐项列出、项数相符、且其余各项都含有这个词时提示；各项都不含这个词的（“三个转变”：由虚向实……）不算。`,
    examples: {
      wrong: ['要紧盯“三个重大”，即重大项目、⟦重要客商⟧、重大平台。'],
      right: ['要紧盯“三个重大”，即重大项目、重大客商、重大平台。', '实现“三个转变”：由虚向实、由慢向快、由散向聚。'],
    },
  },
  *check(document) {
    yield* odd(document);
  },
});

function* odd(document: Document): Generator<Problem> {
  for (const paragraph of document.paragraphsWith(announcedIn)) {
    const found = announcedIn(paragraph.facts);
    const { reading } = paragraph.facts;
    const { text } = reading;
    for (const m of found) {
      const n = parseHanInteger(m[1]!) ?? 0;
      const word = m[2]!;
      const start = m.index + m[0].length;
      const items = itemsAt(text, start);
      if (items.length !== n || n < 3) continue;
      const without = items.filter((item) => !text.slice(item.start, item.end).includes(word));
      if (without.length !== 1) continue;
      const item = without[0]!;
      const at = (from: number, to: number): { start: number; end: number } => {
        const span = reading.span(from, to);
        return { start: paragraph.start + span.start, end: paragraph.start + span.end };
      };
      const head = at(m.index, m.index + m[0].length);
      yield {
        ...at(item.start, item.end),
        message: `“${m[1]}个${word}”的${items.length}项中，“${text.slice(item.start, item.end)}”不含“${word}”，其余各项都有。请核对是否笔误。`,
        related: [{ ...head, message: `提法：${text.slice(m.index, m.index + m[0].length)}` }],
      };
    }
  }
}

const none: readonly RegExpExecArray[] = [];
const announcedIn = remember(({ reading: { text } }): readonly RegExpExecArray[] => {
  if (!text.includes('”') && !text.includes('"') && !text.includes('」')) return none;
  const found = [...text.matchAll(announced)];
  return found.length === 0 ? none : found;
});

/** A longer sentence is no list of slogans. */
const reach = 320;

/** The items of a list up to the end of its sentence: parted by 、 or, where there is none, by ； or ，. */
function itemsAt(text: string, start: number): { start: number; end: number }[] {
  let end = start;
  while (end < text.length && end - start < reach && !'。！？'.includes(text[end]!)) end++;
  if (end - start >= reach) return [];
  const list = text.slice(start, end);
  const mark = list.includes('；')
    ? '；'
    : list.includes('、') && !list.includes('，')
      ? '、'
      : list.includes('，')
        ? '，'
        : '、';
  const items: { start: number; end: number }[] = [];
  let from = start;
  for (let k = start; k <= end; k++) {
    if (k < end && text[k] !== mark && text[k] !== '和') continue;
    if (k < end && text[k] === '和' && mark !== '、') continue;
    const item = text.slice(from, k);
    const lead = item.length - item.trimStart().length;
    if (item.trim() !== '') items.push({ start: from + lead, end: from + lead + item.trim().length });
    from = k + 1;
  }
  return items;
}
