/** What all handlers share: the client, the open documents, what holds for them, and how a failure is told. */
import type { CancellationToken, ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import type { CheckResult } from '../engine/check.ts';
import { configurationDiagnostics } from './diagnostics.ts';
import { LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification } from './library.ts';
import type { Analysis, DraftSettings, OpenDraft } from './open-draft.ts';
import { changedMethod, type InitializationOptions, readFileMethod } from './protocol.ts';
import { VerdictStore } from './verdicts.ts';
import { WordStore } from './words.ts';
import { Workspace } from './workspace.ts';

const configurationFile = /[\\/]jianggao\.json$/;
const none: Pick<Analysis, 'diagnostics' | 'resultId'> = { diagnostics: [], resultId: 'none' };

export class Session {
  readonly connection: Connection;
  readonly open = new Map<string, OpenDraft>();
  readonly words: WordStore;
  readonly verdicts: VerdictStore;
  client: ClientCapabilities = {};
  options: InitializationOptions = {};
  workspace: Workspace;
  /** Called when a draft of so many characters has been checked. */
  readonly #checked: (characters: number) => void;
  /** Features and rules whose failure the user has been told. */
  readonly #told = new Set<string>();
  /** Documents whose diagnostics are about to be sent. */
  readonly #due = new Set<string>();

  constructor(connection: Connection, checked: (characters: number) => void) {
    this.connection = connection;
    this.#checked = checked;
    this.words = new WordStore((message) => connection.console.info(message));
    this.verdicts = new VerdictStore(connection);
    this.workspace = new Workspace(connection, false);
  }

  /** What the client says of itself and of its workspace. */
  begin({ capabilities, initializationOptions, workspaceFolders }: InitializeParams): void {
    this.client = capabilities;
    this.options = (initializationOptions ?? {}) as InitializationOptions;
    const { choices, trusted } = this.options;
    this.workspace = new Workspace(this.connection, this.asks);
    this.workspace.choices = choices ?? {};
    this.workspace.trusted = trusted ?? true;
    this.workspace.roots = (workspaceFolders ?? []).map(({ uri }) => uri);
    if (this.extension)
      this.workspace.fetch = async (uri) => {
        const content = await this.connection.sendRequest<string | null>(readFileMethod, { uri });
        return content === null ? undefined : Buffer.from(content, 'base64');
      };
  }

  /** The client has the extension's commands and views. */
  get extension(): boolean {
    return this.options.extension === true;
  }

  /** The client asks for diagnostics; others are sent them. */
  get pulls(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  /** The client answers workspace/configuration. */
  get asks(): boolean {
    return this.client.workspace?.configuration === true;
  }

  /** A failure is told once, whatever it recurs with. */
  tell(what: string, cause: unknown): void {
    this.connection.console.error(`${what}: ${cause instanceof Error ? cause.stack : String(cause)}`);
    if (this.#told.has(what)) return;
    this.#told.add(what);
    // A notification, not a request that a client may leave unanswered or refuse.
    const message = `讲稿的“${what}”出了错，其余功能照常。详情见日志。`;
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }

  /** Runs one feature; its failure is told once and costs nothing else. */
  guard<T>(feature: string, otherwise: T, run: () => T): T {
    try {
      return run();
    } catch (cause) {
      if (cause instanceof ResponseError) throw cause;
      this.tell(feature, cause);
      return otherwise;
    }
  }

  /** The open speech, or nothing for other documents. */
  speech(uri: string): OpenDraft | undefined {
    const draft = this.open.get(uri);
    return draft !== undefined && this.workspace.isSpeech(draft) ? draft : undefined;
  }

  *speeches(): Generator<OpenDraft> {
    for (const draft of this.open.values()) if (this.workspace.isSpeech(draft)) yield draft;
  }

  /**
   * What an editor asks of a speech: an answer, or `otherwise` for other documents and after a failure. Whether it is a speech the client's settings may
   * say: they are waited for.
   */
  on<T>(feature: string, uri: string, otherwise: T, answer: (draft: OpenDraft) => T): T | Promise<T> {
    const now = (): T =>
      this.guard(feature, otherwise, () => {
        const draft = this.speech(uri);
        return draft === undefined ? otherwise : answer(draft);
      });
    return this.workspace.knows(uri) || !this.open.has(uri) ? now() : this.workspace.learn(uri).then(now);
  }

  settings(uri: string): DraftSettings {
    return this.workspace.settings(uri);
  }

  /** Asks the client for what it alone knows of a document. */
  async learn(uri: string): Promise<void> {
    if (!this.workspace.knows(uri)) await this.workspace.learn(uri);
  }

  /** A result without what has a verdict. */
  judged(uri: string, result: CheckResult): CheckResult {
    return this.workspace.trusted ? this.verdicts.judge(uri, result) : result;
  }

  /** The result of an open draft with the words that are known now; when others have become known it is checked again. */
  finish(draft: OpenDraft, document: Document, result: CheckResult): CheckResult {
    const { uri } = draft;
    const worded = this.words.now(document, result, this.settings(uri).words, () => {
      if (this.open.get(uri) !== draft) return;
      draft.analyseAgain();
      this.refresh(uri);
    });
    return this.judged(uri, worded);
  }

  diagnose(draft: OpenDraft): Pick<Analysis, 'diagnostics' | 'resultId'> {
    return this.guard('检查', none, () => {
      if (isConfiguration(draft.uri)) {
        const problems = this.workspace.configurationProblems(draft.uri, draft.text);
        const diagnostics = configurationDiagnostics(problems, draft.lines);
        return { diagnostics, resultId: `configuration-${draft.version}` };
      }
      if (!this.workspace.isSpeech(draft)) return none;
      const analysis = draft.analyse(this.settings(draft.uri));
      for (const { rule, cause } of analysis.result.failures) this.tell(rule, cause);
      this.#checked(draft.text.length);
      return analysis;
    });
  }

  /** For clients that do not ask: the diagnostics of what is then the newest version, once for a burst of changes. */
  push(uri: string): void {
    if (this.pulls || this.#due.has(uri)) return;
    this.#due.add(uri);
    setImmediate(async () => {
      await this.learn(uri);
      this.#due.delete(uri);
      const draft = this.open.get(uri);
      if (draft === undefined) return;
      const { diagnostics } = this.diagnose(draft);
      void this.connection.sendDiagnostics({ uri, version: draft.version, diagnostics });
    });
  }

  /** Configurations, ledgers or verdicts may have changed. */
  reread(): void {
    this.workspace.forgetConfigurations();
    this.verdicts.forget();
    this.refresh();
  }

  /** Everything that was told may be different now: of one document, or of all. */
  refresh(uri?: string): void {
    const { codeLens, diagnostics, semanticTokens } = this.client.workspace ?? {};
    const { languages } = this.connection;
    if (this.pulls) {
      if (diagnostics?.refreshSupport) languages.diagnostics.refresh().catch(ignored);
    } else for (const each of uri === undefined ? this.open.keys() : [uri]) this.push(each);
    if (uri !== undefined) return;
    if (this.extension) void this.connection.sendNotification(changedMethod);
    if (codeLens?.refreshSupport) this.connection.sendRequest('workspace/codeLens/refresh').catch(ignored);
    if (semanticTokens?.refreshSupport) languages.semanticTokens.refresh().catch(ignored);
  }
}

export const isConfiguration = (uri: string): boolean => configurationFile.test(uri);

/** Throws what tells the client that its request was withdrawn. */
export function unlessCancelled({ isCancellationRequested }: CancellationToken): void {
  if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** A client that does not answer a refresh shows what it has. */
const ignored = (): void => undefined;
