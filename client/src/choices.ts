/** What the user has said of single documents: a speech or not, drafting or final. Kept for the workspace, told to the server. */
import * as vscode from 'vscode';
import type { DocumentChoice, Stage } from '../../server/src/lsp/protocol.ts';

const key = 'choices';
/** The oldest are forgotten. */
const most = 500;

export class Choices implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  #byUri: Record<string, DocumentChoice>;

  readonly onDidChange = this.#changed.event;

  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#byUri = { ...memory.get<Record<string, DocumentChoice>>(key) };
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidRenameFiles(({ files }) => this.#follow(files)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#takeOver(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.isUntitled) this.#forgetOnceGone(document.uri);
      }),
    ];
  }

  get all(): Readonly<Record<string, DocumentChoice>> {
    return this.#byUri;
  }

  of(uri: vscode.Uri): DocumentChoice {
    return this.#byUri[uri.toString()] ?? {};
  }

  setSpeech(uri: vscode.Uri, speech: boolean): Promise<void> {
    return this.#set(uri, { ...this.of(uri), speech });
  }

  setStage(uri: vscode.Uri, stage: Stage): Promise<void> {
    return this.#set(uri, { ...this.of(uri), stage });
  }

  /** What was said of a file is said of it under its new name, and of the files of a folder under its. */
  async #follow(files: vscode.FileRenameEvent['files']): Promise<void> {
    for (const { oldUri, newUri } of files) {
      const [old, now] = [oldUri.toString(), newUri.toString()];
      for (const [id, choice] of Object.entries(this.#byUri))
        if (id === old || id.startsWith(`${old}/`)) {
          const { [id]: _, ...others } = this.#byUri;
          this.#byUri = others;
          await this.#set(vscode.Uri.parse(now + id.slice(old.length), true), choice);
        }
    }
  }

  /**
   * What was said of a draft is said of what it is saved as. VS Code does not tell which document was given another name: it is still open, with the same
   * words, when the new one has been saved.
   */
  async #takeOver(saved: vscode.TextDocument): Promise<void> {
    const known = this.#byUri[saved.uri.toString()] !== undefined;
    const before = vscode.workspace.textDocuments.find(
      (each) =>
        each !== saved &&
        // A file that has a choice of its own is written over by a draft without a name, seldom by another file.
        (each.isUntitled || !known) &&
        this.#byUri[each.uri.toString()] !== undefined &&
        wordsOf(each) === wordsOf(saved),
    );
    if (before) await this.#set(saved.uri, this.of(before.uri));
  }

  /** The next draft without a name gets the name of the last one, not its stage. */
  #forgetOnceGone(uri: vscode.Uri): void {
    const id = uri.toString();
    if (this.#byUri[id] === undefined) return;
    // A document that is given another language is closed, and opened again at once.
    setTimeout(async () => {
      if (vscode.workspace.textDocuments.some((each) => each.uri.toString() === id)) return;
      const { [id]: _, ...others } = this.#byUri;
      this.#byUri = others;
      await this.#memory.update(key, others);
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #set(uri: vscode.Uri, choice: DocumentChoice): Promise<void> {
    const id = uri.toString();
    const { [id]: _before, ...others } = this.#byUri;
    const kept = Object.entries(others).slice(-(most - 1));
    this.#byUri = { ...Object.fromEntries(kept), [id]: choice };
    this.#changed.fire(uri);
    await this.#memory.update(key, this.#byUri);
  }
}

/** Without white space: what saving takes from the ends of lines, or adds to the end of the text, makes no other draft. */
const wordsOf = (document: vscode.TextDocument): string => document.getText().replace(/\s+/g, '');
