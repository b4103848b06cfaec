/** Reports for writers: a text with findings whose words are named. */
import { Document } from '../../server/src/document/document.ts';
import type { Finding } from '../../server/src/engine/problem.ts';
import type { FileReport } from '../../server/src/formats/report.ts';

export function finding(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}” in the text`);
  return {
    rule: 'structure/numbering',
    severity: 'warning',
    start,
    end: start + words.length,
    message: '序号不连续。请核对。',
    fingerprint: '0123456789abcdef',
    ...more,
  };
}

export const reportOf = (text: string, findings: readonly Finding[], more: Partial<FileReport> = {}): FileReport => ({
  path: '送审/讲稿.md',
  encoding: 'utf-8',
  document: new Document(text, { format: 'plain' }),
  findings,
  errors: [],
  ...more,
});
