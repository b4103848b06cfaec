/** The offer of the 讲稿 language for .txt: in the language's own corner of the status bar, until it is answered, and never again. */
import * as vscode from 'vscode';
import type { Drafts } from './drafts.ts';

const answered = 'languageOffer';

interface Answer extends vscode.QuickPickItem {
  readonly speech: boolean;
  /** Not this file alone. */
  readonly all?: true;
}

const once: Answer = { label: '改用讲稿语言', description: '仅这一次', speech: true };
const always: Answer = {
  label: '这里的 .txt 都用讲稿语言',
  description: '写入工作区设置 files.associations',
  speech: true,
  all: true,
};
const never: Answer = { label: '保持纯文本，不再提示', speech: false };

export class LanguageOffer implements vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #memory: vscode.Memento;
  readonly #subscription: vscode.Disposable;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(drafts: Drafts, memory: vscode.Memento) {
    this.#drafts = drafts;
    this.#memory = memory;
    this.#subscription = drafts.onDidChange(() => this.#show());
  }

  /** Asks which language it shall be. */
  async ask(): Promise<void> {
    const document = this.#drafts.current?.document;
    if (!document) return;
    const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    const answers = inFolder ? [once, always, never] : [once, never];
    const answer = await vscode.window.showQuickPick(answers, { placeHolder: '这是一份讲稿' });
    if (answer === undefined) return;
    await this.#memory.update(answered, true);
    this.#show();
    if (answer.all) await associateText();
    if (answer.speech) await vscode.languages.setTextDocumentLanguage(document, 'speech');
  }

  #show(): void {
    const text = this.#drafts.current?.document.languageId === 'plaintext';
    if (!text || this.#memory.get(answered, false)) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    if (this.#item) return;
    this.#item = vscode.languages.createLanguageStatusItem('jianggao.language', { language: 'plaintext' });
    this.#item.name = '讲稿';
    this.#item.text = '这是一份讲稿';
    this.#item.detail = '改用讲稿语言，有语法着色、引号配对和自动换行';
    this.#item.command = { command: 'jianggao.useSpeechLanguage', title: '选择…' };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item?.dispose();
  }
}

/** From now on the workspace's .txt are opened as speeches: VS Code forgets the language of a single file when it is closed. */
async function associateText(): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  const before = files.inspect<Record<string, string>>('associations')?.workspaceValue;
  await files.update('associations', { ...before, '*.txt': 'speech' }, vscode.ConfigurationTarget.Workspace);
}
