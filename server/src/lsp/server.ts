/**
 * The composition root of the language server. Handlers fetch, guard and delegate: what is shown comes from features/ and engine/,
 * offsets become positions in positions.ts.
 */
import type {
  ClientCapabilities,
  Connection,
  DocumentDiagnosticReport,
  InitializeResult,
  ServerCapabilities,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import type { CheckResult } from '../engine/check.ts';
import { plainText } from '../features/plain-text.ts';
import { tokenTypes } from '../features/tokens.ts';
import { codeActionKinds } from './code-actions.ts';
import { configurationDiagnostics, resultIdOf } from './diagnostics.ts';
import { checkedFigures } from './figures.ts';
import { checkFolder, type UnreadableFile } from './folder.ts';
import { registerLanguageFeatures } from './language-features.ts';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ProgressType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from './library.ts';
import { formatOfDocument, OpenDraft } from './open-draft.ts';
import { overviewOf } from './overview.ts';
import { changeParts } from './parts.ts';
import {
  type ChangePartsParams,
  type CheckedFiles,
  type CheckFolderParams,
  type ChoicesParams,
  changedMethod,
  changePartsMethod,
  checkFolderMethod,
  choicesMethod,
  type DocumentParams,
  editingEndedMethod,
  figuresMethod,
  type InitializationOptions,
  overviewMethod,
  plainTextMethod,
  readFileMethod,
} from './protocol.ts';
import { TemplateService } from './templates.ts';
import { type GivenVerdict, giveVerdict, VerdictStore } from './verdicts.ts';
import { WordStore } from './words.ts';
import { pathOf, Workspace } from './workspace.ts';

const configurationName = /[\\/]jianggao\.json$/;

/** `checked` is called when a draft of so many characters has been checked. */
export function serve(connection: Connection, checked: (characters: number) => void = ignored): void {
  const open = new Map<string, OpenDraft>();
  const words = new WordStore((message) => connection.console.info(message));
  const verdicts = new VerdictStore(connection);
  const judged = (uri: string, result: CheckResult): CheckResult =>
    workspace.trusted ? verdicts.judge(uri, result) : result;
  /** Features and rules whose failure the user has been told. */
  const told = new Set<string>();
  let client: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let workspace = new Workspace(connection, false);
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;

  function tell(what: string, cause: unknown): void {
    connection.console.error(`${what}: ${cause instanceof Error ? cause.stack : String(cause)}`);
    if (told.has(what)) return;
    told.add(what);
    // A notification, not a request that a client may leave unanswered or refuse.
    const message = `讲稿的“${what}”出了错，其余功能照常。详情见日志。`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }

  /** Runs one feature; its failure is told once and costs nothing else. */
  function guard<T>(feature: string, otherwise: T, run: () => T): T {
    try {
      return run();
    } catch (cause) {
      if (cause instanceof ResponseError) throw cause;
      tell(feature, cause);
      return otherwise;
    }
  }

  /** The open speech, or nothing for other documents. */
  function speech(uri: string): OpenDraft | undefined {
    const draft = open.get(uri);
    return draft !== undefined && workspace.isSpeech(draft) ? draft : undefined;
  }

  /** What an editor asks of a speech: an answer, or `otherwise` for other documents and after a failure. */
  function on<T>(feature: string, uri: string, otherwise: T, answer: (draft: OpenDraft) => T): T {
    return guard(feature, otherwise, () => {
      const draft = speech(uri);
      return draft === undefined ? otherwise : answer(draft);
    });
  }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    workspace = new Workspace(connection, client.workspace?.configuration === true);
    workspace.choices = options.choices ?? {};
    workspace.trusted = options.trusted ?? true;
    workspace.roots = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    if (options.extension === true)
      workspace.fetch = async (uri) => {
        const content = await connection.sendRequest<string | null>(readFileMethod, { uri });
        return content === null ? undefined : Buffer.from(content, 'base64');
      };
    workspace.watch = watch;
    return { capabilities: capabilities(options), serverInfo: { name: 'jianggao' } };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'jianggao' });
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        workspace.roots = [...workspace.roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        refresh();
      });
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const draft = new OpenDraft(uri, languageId, version, text, formatOfDocument(uri, languageId));
    draft.finish = (document, result) =>
      judged(
        uri,
        words.now(document, result, workspace.settings(uri).words, () => {
          if (open.get(uri) !== draft) return;
          draft.analyseAgain();
          refresh(uri);
        }),
      );
    open.set(uri, draft);
    push(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    open.get(uri)?.change(contentChanges, version);
    push(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (configurationName.test(uri)) return reread();
    if (open.get(uri)?.endEditing() && speech(uri) !== undefined) refresh(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uri);
    workspace.forget(uri);
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onNotification(editingEndedMethod, ({ textDocument: { uri } }: DocumentParams) => {
    if (open.get(uri)?.endEditing() && speech(uri) !== undefined) refresh(uri);
  });
  connection.onNotification(choicesMethod, ({ choices, trusted }: ChoicesParams) => {
    workspace.choices = choices;
    if (trusted !== workspace.trusted) workspace.forgetConfigurations();
    workspace.trusted = trusted;
    refresh();
  });
  connection.onDidChangeConfiguration(() => {
    workspace.forgetEditor();
    refresh();
  });
  connection.onDidChangeWatchedFiles(() => reread());

  /** A ledger, or another configuration, that a `jianggao.json` names may lie anywhere; the client watches that by itself. */
  function watch(folder: string): void {
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

  function reread(): void {
    workspace.forgetConfigurations();
    verdicts.forget();
    refresh();
  }

  /** Everything that was told may be different now: of one document, or of all. */
  function refresh(uri?: string): void {
    if (pulls()) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh().catch(ignored);
    } else for (const each of uri === undefined ? open.keys() : [uri]) push(each);
    if (uri !== undefined) return;
    if (options.extension === true) void connection.sendNotification(changedMethod);
    if (client.workspace?.codeLens?.refreshSupport) connection.sendRequest('workspace/codeLens/refresh').catch(ignored);
    if (client.workspace?.semanticTokens?.refreshSupport) connection.languages.semanticTokens.refresh().catch(ignored);
  }

  const due = new Set<string>();
  /** For clients that do not ask: the diagnostics of what is then the newest version, once for a burst of changes. */
  function push(uri: string): void {
    if (pulls() || due.has(uri)) return;
    due.add(uri);
    setImmediate(async () => {
      if (!workspace.knows(uri)) await workspace.learn(uri);
      due.delete(uri);
      const draft = open.get(uri);
      if (draft === undefined) return;
      const { diagnostics } = diagnose(draft);
      void connection.sendDiagnostics({ uri, version: draft.version, diagnostics });
    });
  }

  function diagnose(draft: OpenDraft): Pick<ReturnType<OpenDraft['analyse']>, 'diagnostics' | 'resultId'> {
    const none = { diagnostics: [], resultId: 'none' };
    return guard('检查', none, () => {
      if (configurationName.test(draft.uri)) {
        const problems = workspace.configurationProblems(draft.uri, draft.text);
        return {
          diagnostics: configurationDiagnostics(problems, draft.lines),
          resultId: `configuration-${draft.version}`,
        };
      }
      if (!workspace.isSpeech(draft)) return none;
      const analysis = draft.analyse(workspace.settings(draft.uri));
      for (const { rule, cause } of analysis.result.failures) tell(rule, cause);
      checked(draft.text.length);
      return analysis;
    });
  }

  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      if (!workspace.knows(uri)) await workspace.learn(uri);
      if (token.isCancellationRequested) throw cancelled();
      const draft = open.get(uri);
      if (draft === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { diagnostics, resultId } = diagnose(draft);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
    },
  );

  const templates = new TemplateService(connection, {
    on,
    workspace: () => workspace,
    asks: () => client.workspace?.configuration === true,
    snippets: () => client.textDocument?.completion?.completionItem?.snippetSupport === true,
    extension: () => options.extension === true,
  });

  registerLanguageFeatures(connection, {
    on,
    templates,
    *all() {
      for (const draft of open.values()) if (workspace.isSpeech(draft)) yield draft;
    },
    workspace: () => workspace,
    extension: () => options.extension === true,
  });

  connection.onRequest(overviewMethod, async ({ textDocument: { uri } }: DocumentParams) => {
    if (!workspace.knows(uri)) await workspace.learn(uri);
    return on('结构与待填', uri, null, (draft) =>
      overviewOf(draft, workspace.settings(uri), workspace.configurationFaults(uri)),
    );
  });
  connection.onRequest(figuresMethod, ({ textDocument: { uri } }: DocumentParams) =>
    on('数据核对', uri, null, checkedFigures),
  );
  connection.onRequest(changePartsMethod, (params: ChangePartsParams) =>
    on('移动部分', params.textDocument.uri, null, (draft) => changeParts(draft, params)),
  );
  connection.onRequest(plainTextMethod, ({ textDocument: { uri } }: DocumentParams) =>
    on('复制为纯文本', uri, null, ({ document }) => plainText(document)),
  );

  const finishOnDisk = async (uri: string, document: Document, result: CheckResult): Promise<CheckResult> =>
    judged(uri, await words.whole(document, result, workspace.settings(uri).words));

  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== giveVerdict) return null;
    const [verdict] = (given ?? []) as [GivenVerdict];
    const draft = speech(verdict.uri);
    const finding = draft
      ?.analyse(workspace.settings(verdict.uri))
      .result.findings.find(({ fingerprint }) => fingerprint === verdict.fingerprint);
    if (draft === undefined || finding === undefined) return null;
    await verdicts.give(finding, draft.text, verdict, client.window?.showDocument?.support === true);
    for (const each of open.values()) each.analyseAgain();
    refresh();
    return null;
  });

  connection.onRequest(checkFolderMethod, async ({ uri, partialResultToken }: CheckFolderParams, token) => {
    const unreadable: UnreadableFile[] = [];
    const folder = pathOf(uri);
    if (folder === undefined) return { unreadable };
    for await (const file of checkFolder(folder, workspace, open, token, finishOnDisk)) {
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
    for (const folder of workspace.folders)
      for await (const file of checkFolder(folder, workspace, open, token, finishOnDisk)) {
        if ('message' in file) continue;
        const { uri, version, diagnostics } = file;
        const resultId = resultIdOf(diagnostics);
        const item: WorkspaceDocumentDiagnosticReport =
          known.get(uri) === resultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
            : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
        if (partial) partial.report({ items: [item] });
        else items.push(item);
      }
    if (token.isCancellationRequested) throw cancelled();
    return { items };
  });
}

/** A client that does not answer a refresh shows what it has. */
const ignored = (): void => undefined;

/** The request was withdrawn. */
const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

function capabilities({ extension }: InitializationOptions): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: {
      identifier: 'jianggao',
      interFileDependencies: false,
      workspaceDiagnostics: extension !== true,
    },
    documentSymbolProvider: { label: '讲稿' },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['（', '(', '第'] },
    codeActionProvider: { codeActionKinds },
    executeCommandProvider: { commands: [giveVerdict] },
    codeLensProvider: {},
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
