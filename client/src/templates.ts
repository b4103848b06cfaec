/** The library of templates as the server has read it. Read again when a folder, a setting or a file of it changes. */
import * as vscode from 'vscode';
import {
  type TemplateContent,
  type TemplateItem,
  type Templates,
  templateMethod,
  templatesMethod,
} from '../../server/src/lsp/protocol.ts';
import type { Service } from './service.ts';

/** Of the documents that show what a template holds. */
export const templatePreviewScheme = 'jianggao-template';

/** Changes of a folder come in bursts. Milliseconds. */
const pause = 300;

export class Library implements vscode.Disposable {
  readonly #service: Service;
  readonly #changed = new vscode.EventEmitter<Templates>();
  readonly #subscriptions: vscode.Disposable[];
  #watchers: vscode.Disposable[] = [];
  #watched = '';
  #current: Templates | undefined;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(service: Service) {
    this.#service = service;
    this.#subscriptions = [
      this.#changed,
      // A server that has been started again knows nothing of it.
      service.onReady(() => this.#later()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('jianggao.templates')) this.#later();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#later()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#later()),
      this.#watch('**/.vscode/*.code-snippets'),
    ];
  }

  get current(): Templates | undefined {
    return this.#current;
  }

  /** The library; read now when it has not been. */
  async get(): Promise<Templates> {
    return this.#current ?? (await this.refresh());
  }

  async refresh(): Promise<Templates> {
    const client = await this.#service.start();
    const templates = await client.sendRequest<Templates>(templatesMethod);
    this.#current = templates;
    this.#follow(templates.folders);
    this.#changed.fire(templates);
    return templates;
  }

  async content({ id }: TemplateItem, values: Readonly<Record<string, string>> = {}): Promise<TemplateContent | null> {
    const client = await this.#service.start();
    return client.sendRequest<TemplateContent | null>(templateMethod, { id, values });
  }

  #watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const later = (): void => this.#later();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(later),
      watcher.onDidCreate(later),
      watcher.onDidDelete(later),
    );
  }

  #follow(folders: readonly string[]): void {
    const wanted = folders.join('\n');
    if (wanted === this.#watched) return;
    this.#watched = wanted;
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = folders.flatMap((folder) =>
      ['**/*.code-snippets', '**/blanks.json'].map((glob) =>
        this.#watch(new vscode.RelativePattern(vscode.Uri.parse(folder), glob)),
      ),
    );
  }

  /** Only a library that somebody has asked for is kept up to date. */
  #later(): void {
    if (this.#current === undefined || !this.#service.running) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.refresh().catch((error: unknown) => this.#service.log.warn(`templates: ${error}`));
    }, pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of [...this.#watchers, ...this.#subscriptions]) each.dispose();
  }
}
