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

  readonly #renames: vscode.Disposable;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#byUri = { ...memory.get<Record<string, DocumentChoice>>(key) };
    this.#renames = vscode.workspace.onDidRenameFiles(({ files }) => this.#follow(files));
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

  dispose(): void {
    this.#renames.dispose();
    this.#changed.dispose();
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
