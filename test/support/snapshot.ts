/** Findings as a person reads them: each under the words it is about, with carets, what it says, and what its fixes make of those words. */
import type { Finding, Fix } from '../../server/src/engine/problem.ts';
import { Lines } from '../../server/src/formats/lines.ts';
import { widthOf } from '../../server/src/formats/width.ts';

/** Characters shown on either side of the words. */
const around = 16;

export function snapshotOf(name: string, text: string, findings: readonly Finding[]): string {
  const lines = new Lines(text);
  const place = (offset: number): string => {
    const { line, column } = lines.at(offset);
    return `${line}:${column}`;
  };
  const blocks = findings.map((finding) => {
    const { start, end, rule, severity, message, related = [], fixes = [] } = finding;
    const line = lines.span(start);
    const from = Math.max(line.start, start - around);
    // What goes on over several lines is shown to the end of its first.
    const to = Math.min(Math.max(end, start), line.end);
    const until = Math.min(line.end, to + around);
    const head = `${from > line.start ? '…' : ''}${visible(text.slice(from, start))}`;
    const words = visible(text.slice(start, to));
    const tail = `${visible(text.slice(to, until))}${until < line.end ? '…' : ''}`;
    return [
      `${place(start)} ${severity} ${rule}`,
      `    ${head}${words}${tail}`,
      `    ${' '.repeat(widthOf(head))}${'^'.repeat(Math.max(1, widthOf(words)))}`,
      `  ${message}`,
      ...related.map(
        (other) =>
          `  · ${place(other.start)} “${visible(text.slice(other.start, Math.min(other.end, other.start + 20)))}” ${other.message}`,
      ),
      ...fixes.map((fix) => `  → ${fix.title}（${fix.safety}）：${fixed(text, fix)}`),
    ].join('\n');
  });
  return `${name}: ${findings.length}\n\n${blocks.join('\n\n')}\n`;
}

/** Characters that nobody sees, by name. */
const visible = (text: string): string =>
  text.replace(/[\u0000-\u001f\u200b-\u200f\u2028\u2029\ufeff\u2060]/g, (c) => `<${c.charCodeAt(0).toString(16)}>`);

/** What a fix makes of the words it changes, a few characters around each included; at most three of its edits. */
function fixed(text: string, { edits }: Fix): string {
  const shown = edits
    .slice(0, 3)
    .map(
      ({ start, end, text: replacement }) =>
        `${visible(text.slice(Math.max(0, start - 4), start))}[${visible(text.slice(start, end))}→${visible(replacement)}]${visible(text.slice(end, end + 4))}`,
    );
  return shown.join('，') + (edits.length > 3 ? `，另${edits.length - 3}处` : '');
}
