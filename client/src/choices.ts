/** What the user has said of single documents: a speech or not, drafting or final. Kept for the workspace, told to the server. */
import * as vscode from 'vscode';
import type { DocumentChoice, Stage } from '../../server/src/lsp/protocol.ts';

const key = 'choices';
/** The oldest are forgotten. */
const most = 500;

export class Choices {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  #byUri: Record<string, DocumentChoice>;

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#byUri = { ...memory.get<Record<string, DocumentChoice>>(key) };
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

  async #set(uri: vscode.Uri, choice: DocumentChoice): Promise<void> {
    const id = uri.toString();
    const { [id]: _before, ...others } = this.#byUri;
    const kept = Object.entries(others).slice(-(most - 1));
    this.#byUri = { ...Object.fromEntries(kept), [id]: choice };
    this.#changed.fire(uri);
    await this.#memory.update(key, this.#byUri);
  }
}
