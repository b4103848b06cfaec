/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020), as code-scanning services read it. Columns count UTF-16 units, so `columnKind` says so.
 * What the command could not do stands as notifications of its invocation.
 */
import type { Log, Notification, Region, ReportingConfiguration, Result } from 'sarif';
import type { Finding, Severity } from '../engine/problem.ts';
import type { Span } from '../text/span.ts';
import { Lines } from './lines.ts';
import type { FileReport, Summary, Writer } from './report.ts';

export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly level: Severity | 'off';
}

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const satisfies Record<
  Severity | 'off',
  ReportingConfiguration.level
>;

export class SarifWriter implements Writer {
  readonly #version: string;
  readonly #rules: readonly SarifRule[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #notifications: Notification[] = [];
  #first = true;

  constructor(version: string, rules: readonly SarifRule[]) {
    this.#version = version;
    this.#rules = rules;
    this.#index = new Map(rules.map(({ id }, index) => [id, index]));
  }

  begin(): string {
    const head = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
    } satisfies Partial<Log>;
    const tool = {
      driver: {
        name: 'jianggao',
        version: this.#version,
        rules: this.#rules.map(({ id, summary, level }) => ({
          id,
          shortDescription: { text: summary },
          defaultConfiguration: { level: levels[level] },
        })),
      },
    };
    return `${JSON.stringify(head).slice(0, -1)},"runs":[{"tool":${JSON.stringify(tool)},"columnKind":"utf16CodeUnits","results":[`;
  }

  file(report: FileReport): string {
    const { path, document, findings, errors } = report;
    const uri = uriOf(path);
    for (const { code, message, line, column } of errors)
      this.#notifications.push({
        level: 'error',
        descriptor: { id: code },
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri },
              ...(line !== undefined && {
                region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
              }),
            },
          },
        ],
      });
    if (document === undefined) return '';
    const lines = new Lines(document.text);
    let out = '';
    const add = (result: Result): void => {
      out += `${this.#first ? '\n' : ',\n'}${JSON.stringify(result)}`;
      this.#first = false;
    };
    for (const finding of findings) add(this.#result(finding, uri, lines));
    for (const { finding, verdict } of report.judged ?? [])
      add({
        ...this.#result(finding, uri, lines),
        suppressions: [{ kind: 'external', status: 'accepted', justification: verdict.reason }],
      });
    return out;
  }

  #result(
    { rule, severity, start, end, message, related, fixes, fingerprint }: Finding,
    uri: string,
    lines: Lines,
  ): Result {
    const index = this.#index.get(rule);
    return {
      ruleId: rule,
      ...(index !== undefined && { ruleIndex: index }),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: regionOf({ start, end }, lines) } }],
      ...(related !== undefined &&
        related.length > 0 && {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: { artifactLocation: { uri }, region: regionOf(place, lines) },
            message: { text: place.message },
          })),
        }),
      ...(fixes !== undefined &&
        fixes.length > 0 && {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri },
                replacements: edits.map((edit) => ({
                  deletedRegion: regionOf(edit, lines),
                  insertedContent: { text: edit.text },
                })),
              },
            ],
          })),
        }),
      partialFingerprints: { 'jianggao/v1': fingerprint },
    };
  }

  end(_summary: Summary): string {
    const invocation = {
      executionSuccessful: this.#notifications.length === 0,
      toolExecutionNotifications: this.#notifications,
    };
    return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
  }
}

/** End columns are exclusive, as half-open spans are. */
function regionOf({ start, end }: Span, lines: Lines): Region {
  const from = lines.at(start);
  const to = lines.at(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A relative or absolute URI reference; Chinese names are percent-encoded. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
