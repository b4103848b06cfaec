/** Findings as LSP diagnostics. */
import type { Diagnostic } from 'vscode-languageserver';
import type { ConfigurationProblem } from '../engine/configuration.ts';
import type { Finding, Severity } from '../engine/problem.ts';
import { DiagnosticSeverity } from './library.ts';
import { type Lines, toRange } from './positions.ts';

export const source = '讲稿';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export const toDiagnostics = (findings: readonly Finding[], lines: Lines, uri: string): Diagnostic[] =>
  findings.map((finding) => {
    const diagnostic: Diagnostic = {
      range: toRange(lines, finding),
      severity: severities[finding.severity],
      code: finding.rule,
      source,
      message: finding.message,
    };
    if (finding.related !== undefined && finding.related.length > 0)
      diagnostic.relatedInformation = finding.related.map((related) => ({
        location: { uri, range: toRange(lines, related) },
        message: related.message,
      }));
    return diagnostic;
  });

export const configurationDiagnostics = (problems: readonly ConfigurationProblem[], lines: Lines): Diagnostic[] =>
  problems.map((problem) => ({
    range: toRange(lines, problem),
    severity: DiagnosticSeverity.Error,
    code: 'configuration',
    source,
    message: problem.message,
  }));

/** Whether a client that has the one list need not be sent the other. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i]!, b[i]!)) return false;
  return true;
}

function same(a: Diagnostic, b: Diagnostic): boolean {
  if (a.code !== b.code || a.severity !== b.severity || a.message !== b.message || !sameRange(a, b)) return false;
  const related = a.relatedInformation ?? [];
  const others = b.relatedInformation ?? [];
  return (
    related.length === others.length &&
    related.every((each, i) => each.message === others[i]!.message && sameRange(each.location, others[i]!.location))
  );
}

type Ranged = Pick<Diagnostic, 'range'>;
const sameRange = ({ range: a }: Ranged, { range: b }: Ranged): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

/** Of what is on disk: equal diagnostics have equal ids, whenever and wherever they are computed. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
