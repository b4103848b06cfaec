/** `check --fix`: safe fixes, round after round until none is left, in the file's own encoding and line ends. */
import { fixRounds } from '../engine/fixes.ts';
import { Lines } from '../formats/lines.ts';
import type { FileReport, FixedPlace } from '../formats/report.ts';
import type { Draft } from '../host/drafts.ts';
import { errorOf, Failure } from '../host/failure.ts';
import { writeWhole } from '../host/write.ts';

/** The report of the draft as it is afterwards; in a dry run, and where it cannot be written, as it is. */
export async function fix(
  draft: Draft,
  before: FileReport,
  dryRun: boolean,
  recheck: (text: string) => FileReport,
): Promise<FileReport> {
  const { editBytes } = await import('../host/encode.ts');
  const fixed: FixedPlace[] = [];
  let { bytes } = draft;
  let report = before;
  const findingsOf = (text: string) => {
    report = recheck(text);
    return report.findings;
  };
  try {
    for (const round of fixRounds(draft.text, before.findings, findingsOf)) {
      bytes = editBytes(bytes, round.before, draft.encoding, round.edits);
      const lines = new Lines(round.before);
      for (const {
        finding,
        fix: { title },
      } of round.applied)
        fixed.push({ rule: finding.rule, title, ...lines.at(finding.start) });
    }
    if (!dryRun && fixed.length > 0) writeWhole(draft.file!, bytes, draft.path, draft.bytes);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...before, errors: [...before.errors, errorOf(error)] };
  }
  return { ...(dryRun ? before : report), fixed };
}
