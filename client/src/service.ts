/**
 * The language server, started when the first speech appears and not before; until then its client library is not loaded either. Its death is told once,
 * and it is started again.
 */
import * as vscode from 'vscode';
import type {
  CloseAction,
  CloseHandlerResult,
  LanguageClient,
  LanguageClientOptions,
  Middleware,
  ServerOptions,
} from 'vscode-languageclient/node';
import {
  type ChoicesParams,
  changedMethod,
  choicesMethod,
  compiledCodeFolder,
  type DocumentChoice,
  type InitializationOptions,
  readFileMethod,
} from '../../server/src/lsp/protocol.ts';

/** Documents of these kinds, and those of the workspace's folders, are told to the server, which decides which of them are speeches. */
const everywhere = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];
const schemesNow = (): readonly string[] => [
  ...new Set([...everywhere, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];
const languages = ['speech', 'markdown', 'plaintext'];

/** Restarts within this many milliseconds are counted; more than `restarts` of them and the server stays down. */
const restartWindow = 180_000;
const restarts = 4;

export class Service implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly #context: vscode.ExtensionContext;
  readonly #choices: () => Readonly<Record<string, DocumentChoice>>;
  readonly #middleware: Middleware;
  readonly #ready = new vscode.EventEmitter<LanguageClient>();
  readonly #deaths: number[] = [];
  #client: LanguageClient | undefined;
  /** Schemes that the client was started for. */
  #schemes: readonly string[] = [];
  #starting: Promise<LanguageClient> | undefined;

  readonly #changed = new vscode.EventEmitter<void>();

  /** Fires when everything that the server told may be different now. */
  readonly onChanged = this.#changed.event;
  /** Fires whenever a server has become ready, the first time and after each restart. */
  readonly onReady = this.#ready.event;

  constructor(
    context: vscode.ExtensionContext,
    choices: () => Readonly<Record<string, DocumentChoice>>,
    middleware: Middleware,
  ) {
    this.#context = context;
    this.#choices = choices;
    this.#middleware = middleware;
    this.log = vscode.window.createOutputChannel('讲稿', { log: true });
    context.subscriptions.push(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (this.#client && schemesNow().some((scheme) => !this.#schemes.includes(scheme)))
          this.#renew().catch((error: unknown) => this.log.error(String(error)));
      }),
    );
  }

  /** The running server's client; starts it when there is none. */
  start(): Promise<LanguageClient> {
    this.#starting ??= this.#launch().catch((error: unknown) => {
      this.#starting = undefined;
      this.log.error(error instanceof Error ? error : String(error));
      throw error;
    });
    return this.#starting;
  }

  /** Whether the server is told of a document: not of previews, of what Git remembers, of logs. */
  hears({ languageId, uri }: vscode.TextDocument): boolean {
    return languages.includes(languageId) && this.reaches(uri);
  }

  /** Whether a document is one of the user's own, whatever its language: none that only shows something. */
  reaches({ scheme }: vscode.Uri): boolean {
    return schemesNow().includes(scheme);
  }

  /** The client when the server runs, without starting it. */
  get running(): LanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined;
  }

  async restart(): Promise<void> {
    if (this.#client === undefined) {
      await this.start();
      return;
    }
    this.#deaths.length = 0;
    await this.#client.restart();
  }

  /** Another client, which hears of documents that the present one does not. */
  async #renew(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    await client?.dispose();
    await this.start();
  }

  async tellChoices(): Promise<void> {
    const params: ChoicesParams = { choices: this.#choices(), trusted: vscode.workspace.isTrusted };
    await this.running?.sendNotification(choicesMethod, params);
  }

  async #launch(): Promise<LanguageClient> {
    // Half a megabyte that a window without speeches never needs.
    const library = await import('vscode-languageclient/node');
    const module = this.#context.asAbsolutePath('dist/server.js');
    const env = {
      // glibc gives each of V8's threads a heap of its own, and keeps what is freed in each.
      MALLOC_ARENA_MAX: '1',
      // What is freed at the end of the heap goes back at once: else it is what optimising a function took at most.
      MALLOC_TRIM_THRESHOLD_: '131072',
      ...process.env,
      [compiledCodeFolder]: this.#context.globalStorageUri.fsPath,
    };
    const serverOptions: ServerOptions = {
      run: { module, transport: library.TransportKind.ipc, options: { env } },
      debug: { module, transport: library.TransportKind.ipc, options: { env, execArgv: ['--inspect=6019'] } },
    };
    const schemes = schemesNow();
    this.#schemes = schemes;
    const options = {
      documentSelector: [
        ...languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
        { scheme: 'file', pattern: '**/jianggao.json' },
      ],
      outputChannel: this.log,
      markdown: { isTrusted: { enabledCommands: ['jianggao.goTo', 'jianggao.fill'] } },
      // Read at each start, so that a restarted server knows what the user has said since.
      initializationOptions: (): InitializationOptions => ({
        choices: this.#choices(),
        trusted: vscode.workspace.isTrusted,
        extension: true,
      }),
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/jianggao{,.verdicts}.json') },
      errorHandler: {
        error: () => ({ action: library.ErrorAction.Continue }),
        closed: () => this.#closed(library.CloseAction),
      },
      middleware: this.#middleware,
    } satisfies LanguageClientOptions;
    const client = new library.LanguageClient('jianggao', '讲稿', serverOptions, options);
    this.#client = client;
    client.onNotification(changedMethod, () => this.#changed.fire());
    client.onRequest(readFileMethod, async ({ uri }: { readonly uri: string }): Promise<string | null> => {
      try {
        return Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))).toString('base64');
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    });
    this.#context.subscriptions.push(
      client.onDidChangeState(({ newState }) => {
        if (newState === library.State.Running) this.#ready.fire(client);
      }),
    );
    await client.start();
    return client;
  }

  /** The library would show neither message, or show it with English words: it is told here, once for a run of deaths. */
  #closed(action: typeof CloseAction): CloseHandlerResult {
    const now = Date.now();
    this.#deaths.push(now);
    while (this.#deaths[0] !== undefined && this.#deaths[0] < now - restartWindow) this.#deaths.shift();
    const [log, again] = ['显示日志', '重启核查服务'];
    if (this.#deaths.length <= restarts) {
      const message = '讲稿核查服务意外退出，已重新启动。正文没有受影响。';
      if (this.#deaths.length === 1)
        vscode.window.showInformationMessage(message, log).then((answer) => answer && this.log.show());
      return { action: action.Restart, message, handled: true };
    }
    const message = '讲稿核查服务几分钟内多次意外退出，已停止。原因见“讲稿”日志，也可以重启再试。';
    vscode.window.showErrorMessage(message, again, log).then((answer) => {
      if (answer === log) this.log.show();
      else if (answer === again) void this.restart();
    });
    return { action: action.DoNotRestart, message, handled: true };
  }

  async dispose(): Promise<void> {
    this.#ready.dispose();
    this.#changed.dispose();
    await this.#client?.dispose();
    this.log.dispose();
  }
}
