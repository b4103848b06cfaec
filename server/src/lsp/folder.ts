/** Findings of drafts on disk: every speech under a folder, open or not. */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CancellationToken, Diagnostic, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { Document } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { check } from '../engine/check.ts';
import { documentOptions } from '../engine/profiles.ts';
import { looksLikeSpeech } from '../features/recognition.ts';
import { extensionOf, readDraft } from '../host/drafts.ts';
import { reasonOf } from '../host/failure.ts';
import { rules } from '../rules/index.ts';
import { resultIdOf, toDiagnostics } from './diagnostics.ts';
import { DocumentDiagnosticReportKind, ProgressType } from './library.ts';
import { Lines } from './positions.ts';
import { type CheckedFiles, type CheckFolderParams, checkFolderMethod } from './protocol.ts';
import { type Session, unlessCancelled } from './session.ts';
import { keyOf, pathOf } from './uris.ts';

interface CheckedFile {
  readonly uri: string;
  /** Null for a file as it is on disk. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** How many files there are in all. */
  readonly total: number;
}

interface UnreadableFile {
  readonly uri: string;
  readonly message: string;
}

/** The extension's command for a folder, and the protocol's diagnostics of the workspace for other clients. */
export function registerFolderChecks(session: Session): void {
  const { connection } = session;
  connection.onRequest(checkFolderMethod, async ({ uri, partialResultToken }: CheckFolderParams, token) => {
    const unreadable: UnreadableFile[] = [];
    const folder = pathOf(uri);
    if (folder === undefined) return { unreadable };
    for await (const file of checkFolder(folder, session, token)) {
      if ('message' in file) unreadable.push(file);
      else {
        const { total, diagnostics } = file;
        const value: CheckedFiles = { items: [{ uri: file.uri, diagnostics }], total };
        void connection.sendProgress(new ProgressType<CheckedFiles>(), partialResultToken, value);
      }
    }
    return { unreadable };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const folder of session.workspace.folders)
      for await (const file of checkFolder(folder, session, token)) {
        if ('message' in file) continue;
        const item = toReport(file, known.get(file.uri));
        if (partial) partial.report({ items: [item] });
        else items.push(item);
      }
    unlessCancelled(token);
    return { items };
  });
}

function toReport(
  { uri, version, diagnostics }: CheckedFile,
  known: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  const resultId = resultIdOf(diagnostics);
  return known === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}

/** One file after another; other requests are answered between them. Ends early when the token is cancelled. */
async function* checkFolder(
  folder: string,
  session: Session,
  token: CancellationToken,
): AsyncGenerator<CheckedFile | UnreadableFile> {
  const { workspace, open } = session;
  const { findDrafts } = await import('../host/files.ts');
  const { sources, failures } = findDrafts([folder], folder);
  for (const { path: shown, failure } of failures)
    if (failure.code === 'unreadable')
      yield { uri: pathToFileURL(path.join(folder, shown)).href, message: failure.message };
  const total = sources.length;
  const known = new KnownParagraphs();
  const scope = pathToFileURL(folder).href;
  await session.learn(scope);
  // Files that the client has told of, under the URIs that it has for them.
  const told = new Map([...Object.keys(workspace.choices), ...open.keys()].map((uri) => [keyOf(uri), uri]));
  for (const source of sources) {
    await nextTurn();
    if (token.isCancellationRequested) return;
    if (source.file === undefined) continue;
    const written = pathToFileURL(source.file.toString()).href;
    const uri = told.get(keyOf(written)) ?? written;
    const draft = open.get(uri);
    const settings = workspace.settings(uri);
    if (draft !== undefined) {
      if (workspace.isSpeech(draft))
        yield { uri, version: draft.version, total, diagnostics: draft.analyse(settings).diagnostics };
      continue;
    }
    const said = workspace.decides(uri, extensionOf(source.path) === '.speech' ? 'speech' : '', scope);
    if (said === false) continue;
    try {
      const { text, format } = await readDraft(source, () => Buffer.alloc(0));
      if (said === undefined && !looksLikeSpeech(text)) continue;
      const document = new Document(text, { ...documentOptions(format, settings.structure), known });
      const result = check(document, rules, { stage: settings.stage, rules: settings.rules });
      for (const { rule, cause } of result.failures) session.tell(rule, cause);
      const worded = await session.words.whole(document, result, settings.words);
      const { findings } = session.judged(uri, worded);
      yield { uri, version: null, total, diagnostics: toDiagnostics(findings, Lines.of(text), uri) };
    } catch (error) {
      yield { uri, message: reasonOf(error) };
    }
  }
}
