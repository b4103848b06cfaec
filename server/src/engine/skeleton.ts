/** What is inserted where a speech misses a part of its profile: by the rule that finds the gap, and by the view that shows it. */
import type { Document } from '../document/document.ts';
import { renumbered } from '../document/marker-text.ts';
import type { MissingPart, SpeechStructure } from '../document/structure.ts';
import type { Edit } from './problem.ts';

/** The skeleton of a part, with its blanks, in the numbering of the draft; the sections after it move on by one. */
export function skeletonOf(
  document: Document,
  { sections, speech }: SpeechStructure,
  { part, at, before }: MissingPart,
): Edit[] {
  const newline = document.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = document.format === 'markdown' ? newline + newline : newline;
  if (part.place !== 'section') {
    const atEnd = part.place === 'closing';
    return [{ start: at, end: at, text: atEnd ? gap + part.skeleton : part.skeleton + gap }];
  }
  const model = sections[0]!;
  const place = before === undefined ? sections.length : sections.indexOf(before);
  const lineStart = model.paragraph.start;
  const number = renumbered(model, document.text, place + 1);
  const head =
    number === undefined
      ? document.text.slice(lineStart, model.end)
      : document.text.slice(lineStart, number.start) + number.text + document.text.slice(number.end, model.end);
  const prefix =
    document.format === 'markdown' && model.paragraph.level > 0 ? `${'#'.repeat(model.paragraph.level)} ` : '';
  const lines = `${prefix}${head}${part.skeleton}${gap}XX。`;
  const lead = before === undefined || prefix === '' ? at : document.text.lastIndexOf('\n', at - 1) + 1;
  const edits: Edit[] = [{ start: lead, end: lead, text: before === undefined ? gap + lines : lines + gap }];
  for (let i = place; i < sections.length; i++) {
    const edit = renumbered(sections[i]!, document.text, i + 2);
    if (edit !== undefined) edits.push(edit);
  }
  const announced = document.counts.find(
    (count) =>
      count.enumeration?.items[0] === model &&
      count.announced === sections.length &&
      count.paragraph.index >= speech.first,
  );
  if (announced !== undefined)
    edits.push({ ...announced.number, text: nextCount(document.slice(announced.number), announced.announced + 1) });
  return edits.sort((a, b) => a.start - b.start);
}

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const nextCount = (old: string, n: number): string => (/\d/.test(old) ? String(n) : (numerals[n] ?? old));
