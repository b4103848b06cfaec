/** Workflow commands of GitHub Actions: each finding becomes a note beside its line in the merge request. */
import { Lines } from './lines.ts';
import type { FileReport, Summary, Writer } from './report.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const command = (name: string, properties: Readonly<Record<string, string | number>>, message: string): string =>
  `::${name} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${property(String(value))}`)
    .join(',')}::${data(message)}\n`;

export class GithubWriter implements Writer {
  begin(): string {
    return '';
  }

  file({ path, document, findings, errors }: FileReport): string {
    let out = '';
    for (const { code, message, line, column } of errors)
      out += command(
        'error',
        { file: path, ...(line !== undefined && { line }), ...(column !== undefined && { col: column }), title: code },
        message,
      );
    if (document === undefined) return out;
    const lines = new Lines(document.text);
    for (const { rule, severity, start, end, message } of findings) {
      const from = lines.at(start);
      const to = lines.at(end);
      // Columns are read only where a finding stays in its line.
      const place = {
        file: path,
        line: from.line,
        endLine: to.line,
        ...(from.line === to.line && { col: from.column, endColumn: to.column }),
      };
      out += command(commands[severity], { ...place, title: rule }, message);
    }
    return out;
  }

  end(_summary: Summary): string {
    return '';
  }
}
