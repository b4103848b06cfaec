/**
 * Text that was saved as GBK and opened as UTF-8 is full of replacement characters. That is said where the language stands, with the command that opens
 * it anew; `.speech` files need it seldom: VS Code guesses their encoding.
 */
import * as vscode from 'vscode';

/** Characters that are looked at. */
const looked = 4_000;
/** Replacement characters among a hundred from which on a text is taken to be in another encoding. */
const share = 10;

const languages = ['plaintext', 'markdown', 'speech'];

export class EncodingHint implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[];
  #item: vscode.LanguageStatusItem | undefined;

  constructor() {
    const show = (): void => this.#show(vscode.window.activeTextEditor?.document);
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(show),
      // Opened anew, the text is another one.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#item && document === vscode.window.activeTextEditor?.document) show();
      }),
    ];
    show();
  }

  #show(document: vscode.TextDocument | undefined): void {
    if (!document || !languages.includes(document.languageId) || !isGarbled(document)) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= vscode.languages.createLanguageStatusItem(
      'jianggao.encoding',
      languages.map((language) => ({ language })),
    );
    this.#item.name = '讲稿：编码';
    this.#item.severity = vscode.LanguageStatusSeverity.Warning;
    this.#item.text = '像是乱码';
    this.#item.detail = '多半是用 GBK 存的，按 UTF-8 打开了';
    this.#item.command = { command: 'workbench.action.editor.changeEncoding', title: '换编码重新打开…' };
  }

  dispose(): void {
    this.#item?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function isGarbled(document: vscode.TextDocument): boolean {
  const head = document.getText(new vscode.Range(0, 0, 200, 0)).slice(0, looked);
  let replaced = 0;
  for (let i = 0; i < head.length; i++) if (head.charCodeAt(i) === 0xfffd) replaced++;
  return replaced * 100 >= head.length * share && replaced > 0;
}
