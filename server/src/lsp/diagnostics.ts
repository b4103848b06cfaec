/** Findings as LSP diagnostics. */
import type { Diagnostic } from 'vscode-languageserver';
import type { ConfigurationProblem } from '../engine/configuration.ts';
import type { Finding, Severity } from '../engine/problem.ts';
import { DiagnosticSeverity } from './library.ts';
import { isRangeOf, type Lines, toRange } from './positions.ts';

export const source = '讲稿';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * Of an `earlier` list, what stands where it stood is taken over, and the list itself where all of it is: most keystrokes move nothing, since a diagnostic
 * stands in a line.
 */
export function toDiagnostics(
  findings: readonly Finding[],
  lines: Lines,
  uri: string,
  earlier: Diagnostic[] = [],
): Diagnostic[] {
  const shorter = Math.min(findings.length, earlier.length);
  let head = 0;
  while (head < shorter && isStill(earlier[head]!, findings[head]!, lines)) head++;
  if (head === findings.length && head === earlier.length) return earlier;
  let tail = 0;
  while (
    tail < shorter - head &&
    isStill(earlier[earlier.length - 1 - tail]!, findings[findings.length - 1 - tail]!, lines)
  )
    tail++;
  const diagnostics = earlier.slice(0, head);
  for (let i = head; i < findings.length - tail; i++) diagnostics.push(toDiagnostic(findings[i]!, lines, uri));
  for (let i = earlier.length - tail; i < earlier.length; i++) diagnostics.push(earlier[i]!);
  return diagnostics;
}

function toDiagnostic(finding: Finding, lines: Lines, uri: string): Diagnostic {
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
}

/** Whether a diagnostic says of a text what the finding says of it. */
function isStill(diagnostic: Diagnostic, finding: Finding, lines: Lines): boolean {
  if (
    diagnostic.code !== finding.rule ||
    diagnostic.severity !== severities[finding.severity] ||
    !isRangeOf(lines, diagnostic.range, finding) ||
    diagnostic.message !== finding.message
  )
    return false;
  const related = finding.related ?? [];
  const shown = diagnostic.relatedInformation ?? [];
  if (related.length !== shown.length) return false;
  for (let i = 0; i < related.length; i++) {
    const { location, message } = shown[i]!;
    if (!isRangeOf(lines, location.range, related[i]!) || message !== related[i]!.message) return false;
  }
  return true;
}

export const configurationDiagnostics = (problems: readonly ConfigurationProblem[], lines: Lines): Diagnostic[] =>
  problems.map((problem) => ({
    range: toRange(lines, problem),
    severity: DiagnosticSeverity.Error,
    code: 'configuration',
    source,
    message: problem.message,
  }));

/** Of what is on disk: equal diagnostics have equal ids, whenever and wherever they are computed. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
