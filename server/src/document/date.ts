/** The day a draft is dated: a line of its own above the first words or below the last. */
import { parseHanInteger } from '../text/numerals.ts';
import type { Paragraph } from './document.ts';

const arabic = /(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})/;
const han = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
/** A date line is short and no sentence. */
const longest = 40;

/** The date as one number, 20260305; undefined when none is written. */
export function dateOf(paragraphs: readonly Paragraph[]): number | undefined {
  for (const paragraph of [...paragraphs.slice(0, 10), ...paragraphs.slice(-4).reverse()]) {
    const { text } = paragraph.facts.reading;
    if (text.length > longest || /[。；，]/.test(text)) continue;
    const found = arabic.exec(text);
    const written = found === null ? han.exec(text) : null;
    const [year, month, day] = (found?.slice(1).map(Number) ?? written?.slice(1).map(parseHanInteger) ?? []) as (
      | number
      | undefined
    )[];
    if (year === undefined || month === undefined || day === undefined) continue;
    if (year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
      return year * 10_000 + month * 100 + day;
  }
  return undefined;
}
