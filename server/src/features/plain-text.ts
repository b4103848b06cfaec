/** A draft as it is read out: no Markdown marks, no comments, one line for each paragraph. */
import type { Document } from '../document/document.ts';

export function plainText({ paragraphs }: Document): string {
  const lines = paragraphs.map(({ facts }) => facts.reading.text.trim()).filter((line) => line !== '');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
