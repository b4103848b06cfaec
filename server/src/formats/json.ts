/** The contract of scripts: one object, `"schema": 1`. Keys may be added, never renamed. One draft to a line, so that a long run can be read as it comes. */
import type { Finding } from '../engine/problem.ts';
import { Lines } from './lines.ts';
import type { FileReport, Summary, Writer } from './report.ts';

export class JsonWriter implements Writer {
  #first = true;

  begin(): string {
    return '{ "schema": 1, "files": [';
  }

  file(report: FileReport): string {
    return this.entry({
      path: report.path,
      ...(report.encoding !== undefined && { encoding: report.encoding }),
      findings: findingsOf(report),
      ...(report.judged !== undefined && {
        judged: report.judged.map(({ finding: { rule, severity, start, end, message, fingerprint }, verdict }) => ({
          rule,
          severity,
          start,
          end,
          message,
          fingerprint,
          verdict: verdict.verdict,
          reason: verdict.reason,
        })),
      }),
      ...(report.fixed !== undefined && { fixed: report.fixed }),
      errors: report.errors,
    });
  }

  /** One element of `files`. */
  entry(value: object): string {
    const separator = this.#first ? '\n' : ',\n';
    this.#first = false;
    return separator + JSON.stringify(value);
  }

  /** `more`: what is told of all drafts together. */
  end(summary: Summary, more: Readonly<Record<string, unknown>> = {}): string {
    const rest = Object.entries(more).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}, `);
    return `\n], ${rest.join('')}"summary": ${JSON.stringify(summary)} }\n`;
  }
}

function findingsOf({ document, findings }: FileReport): object[] {
  if (document === undefined) return [];
  const lines = new Lines(document.text);
  return findings.map(({ rule, severity, start, end, message, certainty, related, fixes, fingerprint }: Finding) => ({
    rule,
    severity,
    start,
    end,
    ...lines.at(start),
    message,
    certainty: certainty ?? 'sure',
    related: (related ?? []).map((place) => ({
      start: place.start,
      end: place.end,
      ...lines.at(place.start),
      message: place.message,
    })),
    fixes: (fixes ?? []).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
    fingerprint,
  }));
}
