/**
 * The composition root of the language server. Handlers fetch, guard and delegate: what is shown comes from features/ and engine/,
 * offsets become positions in positions.ts.
 */
import type { Connection, DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver';
import { plainText } from '../features/plain-text.ts';
import { capabilities } from './capabilities.ts';
import { checkedFigures } from './figures.ts';
import { registerFolderChecks } from './folder.ts';
import { registerLanguageFeatures } from './language-features.ts';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
} from './library.ts';
import { formatOfDocument, OpenDraft } from './open-draft.ts';
import { overviewOf } from './overview.ts';
import { changeParts } from './parts.ts';
import {
  type ChangePartsParams,
  type ChoicesParams,
  changePartsMethod,
  choicesMethod,
  type DocumentParams,
  editingEndedMethod,
  figuresMethod,
  overviewMethod,
  plainTextMethod,
} from './protocol.ts';
import { isConfiguration, Session, unlessCancelled } from './session.ts';
import { TemplateService } from './templates.ts';
import { pathOf } from './uris.ts';
import { type GivenVerdict, giveVerdict } from './verdicts.ts';

/** `checked` is called when a draft of so many characters has been checked. */
export function serve(connection: Connection, checked: (characters: number) => void = () => undefined): void {
  const session = new Session(connection, checked);
  registerClient(session);
  registerDocuments(session);
  registerDiagnostics(session);
  registerLanguageFeatures(session, new TemplateService(session));
  registerViews(session);
  registerFolderChecks(session);
}

/** The client: how it begins, what it says of its workspace and of its settings. */
function registerClient(session: Session): void {
  const { connection } = session;
  connection.onInitialize((params): InitializeResult => {
    session.begin(params);
    session.workspace.watch = (folder) => watch(session, folder);
    return { capabilities: capabilities(session.options), serverInfo: { name: 'jianggao' } };
  });
  connection.onInitialized(() => {
    const { didChangeConfiguration, workspaceFolders } = session.client.workspace ?? {};
    if (didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'jianggao' });
    if (workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        const { workspace } = session;
        workspace.roots = [...workspace.roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        session.refresh();
      });
  });
  connection.onNotification(choicesMethod, ({ choices, trusted }: ChoicesParams) => {
    const { workspace } = session;
    workspace.choices = choices;
    if (trusted !== workspace.trusted) workspace.forgetConfigurations();
    workspace.trusted = trusted;
    session.refresh();
  });
  connection.onDidChangeConfiguration(() => {
    session.workspace.forgetEditor();
    session.refresh();
  });
  connection.onDidChangeWatchedFiles(() => session.reread());
}

/** A ledger, or another configuration, that a `jianggao.json` names may lie anywhere; the client watches that by itself. */
function watch({ client, connection }: Session, folder: string): void {
  const { dynamicRegistration, relativePatternSupport } = client.workspace?.didChangeWatchedFiles ?? {};
  if (dynamicRegistration !== true) return;
  const pattern = '*.{json,csv,tsv,xlsx,yaml,yml}';
  const path = pathOf(folder)?.replaceAll('\\', '/');
  const globPattern =
    relativePatternSupport === true ? { baseUri: folder.replace(/\/$/, ''), pattern } : path && `${path}/${pattern}`;
  if (globPattern === undefined) return;
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
    .catch((cause: unknown) => connection.console.error(`client/registerCapability: ${String(cause)}`));
}

function registerDocuments(session: Session): void {
  const { connection, open } = session;
  const endEditing = (uri: string): void => {
    if (open.get(uri)?.endEditing() && session.speech(uri) !== undefined) session.refresh(uri);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const draft = new OpenDraft(uri, languageId, version, text, formatOfDocument(uri, languageId));
    draft.finish = (document, result) => session.finish(draft, document, result);
    open.set(uri, draft);
    session.push(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    open.get(uri)?.change(contentChanges, version);
    session.push(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (isConfiguration(uri)) session.reread();
    else endEditing(uri);
  });
  connection.onNotification(editingEndedMethod, ({ textDocument: { uri } }: DocumentParams) => endEditing(uri));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uri);
    session.workspace.forget(uri);
    if (!session.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function registerDiagnostics(session: Session): void {
  const { connection, open } = session;
  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      await session.learn(uri);
      unlessCancelled(token);
      const draft = open.get(uri);
      if (draft === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { diagnostics, resultId } = session.diagnose(draft);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
    },
  );
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== giveVerdict) return null;
    const [verdict] = (given ?? []) as [GivenVerdict];
    const draft = session.speech(verdict.uri);
    const finding = draft
      ?.analyse(session.settings(verdict.uri))
      .result.findings.find(({ fingerprint }) => fingerprint === verdict.fingerprint);
    if (draft === undefined || finding === undefined) return null;
    await session.verdicts.give(finding, draft.text, verdict, session.client.window?.showDocument?.support === true);
    for (const each of open.values()) each.analyseAgain();
    session.refresh();
    return null;
  });
}

/** What the extension's views and commands ask for. */
function registerViews(session: Session): void {
  const { connection } = session;
  connection.onRequest(overviewMethod, ({ textDocument: { uri } }: DocumentParams) =>
    session.on('结构与待填', uri, null, (draft) =>
      overviewOf(draft, session.settings(uri), session.workspace.configurationFaults(uri)),
    ),
  );
  connection.onRequest(figuresMethod, ({ textDocument: { uri } }: DocumentParams) =>
    session.on('数据核对', uri, null, checkedFigures),
  );
  connection.onRequest(changePartsMethod, (params: ChangePartsParams) =>
    session.on('移动部分', params.textDocument.uri, null, (draft) => changeParts(draft, params)),
  );
  connection.onRequest(plainTextMethod, ({ textDocument: { uri } }: DocumentParams) =>
    session.on('复制为纯文本', uri, null, ({ document }) => plainText(document)),
  );
}
