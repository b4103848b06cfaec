/** The status bar: length, time, blanks and problems of the active speech; its stage; and the offer of the 讲稿 language for .txt. */
import * as vscode from 'vscode';
import type { Draft, Drafts } from './drafts.ts';
import { characters, minutes, summary } from './wording.ts';

const declined = 'languageOffer';

export class Status implements vscode.Disposable {
  readonly #length = vscode.window.createStatusBarItem('jianggao.summary', vscode.StatusBarAlignment.Left, -1);
  readonly #stage = vscode.window.createStatusBarItem('jianggao.stage', vscode.StatusBarAlignment.Left, -2);
  readonly #memory: vscode.Memento;
  readonly #subscription: vscode.Disposable;
  #offer: vscode.LanguageStatusItem | undefined;

  constructor(drafts: Drafts, memory: vscode.Memento) {
    this.#memory = memory;
    this.#length.name = '讲稿：字数、时长、待填、问题';
    this.#length.command = 'workbench.view.extension.jianggao';
    this.#stage.name = '讲稿：阶段';
    this.#stage.command = 'jianggao.switchStage';
    this.#subscription = drafts.onDidChange((draft) => this.#show(draft));
  }

  /** The offer was taken up or turned down: it is not made again. */
  async settleOffer(): Promise<void> {
    await this.#memory.update(declined, true);
    this.#offer?.dispose();
    this.#offer = undefined;
  }

  #show(draft: Draft | undefined): void {
    this.#offerLanguage(draft);
    if (!draft) {
      this.#length.hide();
      this.#stage.hide();
      return;
    }
    const { overview } = draft;
    this.#length.text = `$(book) ${summary(overview)}`;
    this.#length.tooltip = tooltip(draft);
    this.#length.accessibilityInformation = { label: `讲稿：${summary(overview)}，打开结构与待填` };
    const final = overview.stage === 'final';
    this.#stage.text = final ? '$(pass) 定稿' : '$(edit) 起草';
    this.#stage.tooltip = final
      ? '定稿：不能念出口的都是错误。单击改为起草。'
      : '起草：待填处只轻轻标出，写到一半的地方不打扰。单击改为定稿。';
    this.#stage.accessibilityInformation = { label: final ? '阶段：定稿，单击改为起草' : '阶段：起草，单击改为定稿' };
    this.#length.show();
    this.#stage.show();
  }

  /** Only in the language's own corner of the status bar, and only until it is answered. */
  #offerLanguage(draft: Draft | undefined): void {
    const wanted = draft?.document.languageId === 'plaintext' && !this.#memory.get(declined, false);
    if (!wanted) {
      this.#offer?.dispose();
      this.#offer = undefined;
      return;
    }
    if (this.#offer) return;
    this.#offer = vscode.languages.createLanguageStatusItem('jianggao.language', { language: 'plaintext' });
    this.#offer.name = '讲稿';
    this.#offer.text = '这是一份讲稿';
    this.#offer.detail = '改用讲稿语言，有语法着色、引号配对和自动换行';
    this.#offer.command = { command: 'jianggao.useSpeechLanguage', title: '选择…' };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#length.dispose();
    this.#stage.dispose();
    this.#offer?.dispose();
  }
}

function tooltip({ overview }: Draft): vscode.MarkdownString {
  const lines = [
    `${characters(overview.characters)}，${minutes(overview.seconds)}`,
    `[结构](command:jianggao.outline.focus "打开结构")　[待填 ${overview.blanks}](command:jianggao.blanks.focus "打开待填")　[问题 ${overview.problems}](command:workbench.actions.view.problems "打开问题")`,
  ];
  const text = new vscode.MarkdownString(lines.join('\n\n'));
  text.isTrusted = {
    enabledCommands: ['jianggao.outline.focus', 'jianggao.blanks.focus', 'workbench.actions.view.problems'],
  };
  return text;
}
