/** The language server, started when the first speech appears and not before. Its death is told once, and it is started again. */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type ChoicesParams,
  choicesMethod,
  compiledCodeFolder,
  type DocumentChoice,
  type InitializationOptions,
} from '../../server/src/lsp/protocol.ts';

/** Documents of these kinds are told to the server, which decides which of them are speeches. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];
export const languages = ['speech', 'markdown', 'plaintext'];

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
  #starting: Promise<LanguageClient> | undefined;

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

  /** The client when the server runs, without starting it. */
  get running(): LanguageClient | undefined {
    return this.#client?.state === State.Running ? this.#client : undefined;
  }

  async restart(): Promise<void> {
    if (this.#client === undefined) {
      await this.start();
      return;
    }
    this.#deaths.length = 0;
    await this.#client.restart();
  }

  async tellChoices(): Promise<void> {
    const params: ChoicesParams = { choices: this.#choices(), trusted: vscode.workspace.isTrusted };
    await this.running?.sendNotification(choicesMethod, params);
  }

  async #launch(): Promise<LanguageClient> {
    const module = this.#context.asAbsolutePath('dist/server.js');
    const env = { ...process.env, [compiledCodeFolder]: this.#context.globalStorageUri.fsPath };
    const serverOptions: ServerOptions = {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: { module, transport: TransportKind.ipc, options: { env, execArgv: ['--inspect=6019'] } },
    };
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
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.#closed(),
      },
      middleware: this.#middleware,
    } satisfies LanguageClientOptions;
    const client = new LanguageClient('jianggao', '讲稿', serverOptions, options);
    this.#client = client;
    this.#context.subscriptions.push(
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#ready.fire(client);
      }),
    );
    await client.start();
    return client;
  }

  #closed(): { action: CloseAction; message?: string; handled?: boolean } {
    const now = Date.now();
    this.#deaths.push(now);
    while (this.#deaths[0] !== undefined && this.#deaths[0] < now - restartWindow) this.#deaths.shift();
    if (this.#deaths.length <= restarts) {
      this.log.warn('核查服务意外退出，正在重新启动。');
      return { action: CloseAction.Restart, message: '讲稿核查服务意外退出，已重新启动。正文没有受影响。' };
    }
    return {
      action: CloseAction.DoNotRestart,
      message: '讲稿核查服务几分钟内多次意外退出，已停止。原因见“讲稿”日志；可用命令“讲稿：重启核查服务”再试。',
    };
  }

  async dispose(): Promise<void> {
    this.#ready.dispose();
    await this.#client?.dispose();
    this.log.dispose();
  }
}
