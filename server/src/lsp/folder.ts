/** Findings of drafts on disk: every speech under a folder, open or not. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { Document } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { type CheckResult, check } from '../engine/check.ts';
import { documentOptions } from '../engine/profiles.ts';
import { looksLikeSpeech } from '../features/recognition.ts';
import { extensionOf, readDraft } from '../host/drafts.ts';
import { reasonOf } from '../host/failure.ts';
import { rules } from '../rules/index.ts';
import { toDiagnostics } from './diagnostics.ts';
import type { OpenDraft } from './open-draft.ts';
import { Lines } from './positions.ts';
import type { Workspace } from './workspace.ts';

export interface CheckedFile {
  readonly uri: string;
  /** Null for a file as it is on disk. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** How many files there are in all. */
  readonly total: number;
}

export interface UnreadableFile {
  readonly uri: string;
  readonly message: string;
}

/** One file after another; other requests are answered between them. Ends early when the token is cancelled. */
export async function* checkFolder(
  folder: string,
  workspace: Workspace,
  open: ReadonlyMap<string, OpenDraft>,
  token: CancellationToken,
  finish: (uri: string, document: Document, result: CheckResult) => Promise<CheckResult>,
): AsyncGenerator<CheckedFile | UnreadableFile> {
  const { findDrafts } = await import('../host/files.ts');
  const { sources } = findDrafts([folder], folder);
  const total = sources.length;
  const known = new KnownParagraphs();
  for (const source of sources) {
    await nextTurn();
    if (token.isCancellationRequested) return;
    if (source.file === undefined) continue;
    const uri = pathToFileURL(source.file.toString()).href;
    const draft = open.get(uri);
    const settings = workspace.settings(uri);
    if (draft !== undefined) {
      if (workspace.isSpeech(draft))
        yield { uri, version: draft.version, total, diagnostics: draft.analyse(settings).diagnostics };
      continue;
    }
    const said = workspace.decides(uri, extensionOf(source.path) === '.speech' ? 'speech' : '');
    if (said === false) continue;
    try {
      const { text, format } = await readDraft(source, () => Buffer.alloc(0));
      if (said === undefined && !looksLikeSpeech(text)) continue;
      const document = new Document(text, { ...documentOptions(format, settings.structure), known });
      const result = check(document, rules, { stage: settings.stage, rules: settings.rules });
      const { findings } = await finish(uri, document, result);
      yield { uri, version: null, total, diagnostics: toDiagnostics(findings, Lines.of(text), uri) };
    } catch (error) {
      yield { uri, message: reasonOf(error) };
    }
  }
}
