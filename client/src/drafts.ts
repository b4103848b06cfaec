/** The speech in the active editor and its overview, which the views, the status bar and the commands show. */
import * as vscode from 'vscode';
import { looksLikeSpeech, type Overview, overviewMethod, recognisedBy } from '../../server/src/lsp/protocol.ts';
import type { Choices } from './choices.ts';
import { setContext } from './context-keys.ts';
import type { Service } from './service.ts';
import { templatePreviewScheme } from './templates.ts';

/** Milliseconds without a keystroke after which the views follow. */
const pause = 200;

export interface Draft {
  readonly document: vscode.TextDocument;
  readonly overview: Overview;
}

export class Drafts implements vscode.Disposable {
  readonly #service: Service;
  readonly #choices: Choices;
  readonly #changed = new vscode.EventEmitter<Draft | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  #current: Draft | undefined;
  /** The speech that was looked at last. */
  #last: vscode.TextDocument | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Counts questions to the server, so that a late answer does not overwrite a newer one. */
  #asked = 0;
  /** The answer to the last of them. */
  #refreshing: Promise<void> = Promise.resolve();

  readonly onDidChange = this.#changed.event;

  constructor(service: Service, choices: Choices) {
    this.#service = service;
    this.#choices = choices;
    this.#subscriptions = [
      this.#changed,
      service.onReady(() => void this.refresh()),
      service.onChanged(() => this.#later()),
      choices.onDidChange(async (uri) => {
        const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
        if (document) this.#consider(document);
        await service.tellChoices();
        await this.refresh();
      }),
      // Between two editors there is none for a moment: nothing is taken away for that.
      vscode.window.onDidChangeActiveTextEditor((editor) => (editor ? void this.refresh() : this.#later())),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#consider(document);
        // Opened is also what has been given another language.
        if (document === vscode.window.activeTextEditor?.document) this.#later();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.#consider(document);
        if (document === vscode.window.activeTextEditor?.document) this.#later();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#later();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('jianggao')) return;
        for (const document of vscode.workspace.textDocuments) this.#consider(document);
        this.#later();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void service.tellChoices()),
    ];
    for (const document of vscode.workspace.textDocuments) this.#consider(document);
  }

  /** The active speech as last heard of; its overview may be some keystrokes old. */
  get current(): Draft | undefined {
    return this.#current;
  }

  /** The active speech with an overview of its present version, also when its editor has only just come to the front. */
  async fresh(): Promise<Draft | undefined> {
    const { document, overview } = this.#current ?? {};
    if (this.#inFront() !== document || overview?.version !== document?.version) await this.refresh();
    return this.#current;
  }

  refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#refreshing = this.#read(++this.#asked);
    return this.#refreshing;
  }

  async #read(asked: number): Promise<void> {
    const document = this.#inFront();
    const overview = document && this.#service.hears(document) ? await this.#ask(document) : null;
    // Whoever waits for this one gets the newer.
    if (asked !== this.#asked) return this.#refreshing;
    this.#current = document && overview ? { document, overview } : undefined;
    this.#last = this.#current?.document ?? this.#last;
    setContext('jianggao.speech', this.#current !== undefined);
    this.#changed.fire(this.#current);
  }

  /** What the writer looks at: the active editor's, or the speech that keeps its place in the views while something else has the focus. */
  #inFront(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    const speech = this.#last;
    if (speech === undefined || speech.isClosed) return document;
    // A view, the output or a settings page: the speech is beside it.
    if (document === undefined) return isShown(speech) ? speech : undefined;
    // A template is looked at for the speech that is being written, which may be behind it; so is what it was before, beside it.
    const { uri } = document;
    const forSpeech = uri.scheme === templatePreviewScheme || (!this.#service.reaches(uri) && isShown(speech));
    return forSpeech ? speech : document;
  }

  async #ask(document: vscode.TextDocument): Promise<Overview | null> {
    const client = this.#service.running;
    if (!client) return null;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    return client.sendRequest<Overview | null>(overviewMethod, { textDocument }).catch((error: unknown) => {
      this.#service.log.warn(String(error));
      return null;
    });
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), pause);
  }

  /** Starts the server at the first speech. From then on the server decides. */
  #consider(document: vscode.TextDocument): void {
    if (this.#service.running || !this.#service.hears(document)) return;
    if (!this.#isSpeech(document)) return;
    this.#service.start().catch((error: unknown) => {
      void vscode.window.showErrorMessage(`讲稿核查服务无法启动：${error instanceof Error ? error.message : error}`);
    });
  }

  #isSpeech(document: vscode.TextDocument): boolean {
    const { speech } = this.#choices.of(document.uri);
    if (speech !== undefined) return speech;
    if (document.languageId === 'speech') return true;
    const settings = vscode.workspace.getConfiguration('jianggao.documents', document);
    const matches = (globs: readonly string[]): boolean => globs.some((glob) => matchesGlob(document, glob));
    if (matches(settings.get<string[]>('exclude', []))) return false;
    if (matches(settings.get<string[]>('include', []))) return true;
    return settings.get('detect', true) && looksLikeSpeech(headOf(document));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** As much of a text as tells whether it is a speech: a long file that is none is not copied with every keystroke. */
function headOf(document: vscode.TextDocument): string {
  let head = '';
  for (let line = 0; line < document.lineCount && head.length < recognisedBy; line++)
    head += `${document.lineAt(line).text}\n`;
  return head;
}

const isShown = (document: vscode.TextDocument): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document === document);

function matchesGlob(document: vscode.TextDocument, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
  return vscode.languages.match({ pattern }, document) > 0;
}
