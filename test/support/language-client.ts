/** Speaks the Language Server Protocol with the built server over real streams. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { at } from './repository.ts';

export interface LanguageClientOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** Answers to workspace/configuration, by scope URI. */
  readonly settings?: (uri: string | undefined) => unknown;
  readonly program?: string;
  /** Beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Capabilities of a client that asks for diagnostics. */
export const pulling: InitializeParams['capabilities'] = {
  textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
  workspace: { diagnostics: { refreshSupport: true } },
};

export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** Everything that was pushed, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  refreshes = 0;
  #waiting: (() => void)[] = [];
  #versions = new Map<string, number>();
  initialized!: InitializeResult;

  private constructor({ program = at('dist/server.js'), env }: LanguageClientOptions) {
    this.process = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
  }

  static async start(options: LanguageClientOptions = {}): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.push(params);
      for (const wake of client.#waiting.splice(0)) wake();
    });
    connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void client.messages.push(message),
    );
    connection.onNotification('window/logMessage', () => undefined);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      for (const wake of client.#waiting.splice(0)) wake();
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null),
    );
    connection.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** One incremental change; returns the new version. */
  async change(uri: string, ...contentChanges: { range?: object; text: string }[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri }, ...more });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', uri, previousResultId === undefined ? {} : { previousResultId });
  }

  /** The diagnostics of the present version, by asking. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The first publication that passes, waiting for it if need be. */
  async publication(test: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find(test);
      if (found) return found;
      await this.woken();
    }
  }

  /** Resolves at the next publication or refresh. */
  woken(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Stops the server and waits for the end of its process. */
  async ended(): Promise<void> {
    const end = once(this.process, 'exit');
    await this.stop();
    await end;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}
