/** The status bar: length, time, blanks and problems of the active speech, and its stage. */
import * as vscode from 'vscode';
import type { Draft, Drafts } from './drafts.ts';
import { characters, minutes, summary } from './wording.ts';

export class Status implements vscode.Disposable {
  readonly #length = vscode.window.createStatusBarItem('jianggao.summary', vscode.StatusBarAlignment.Left, -1);
  readonly #stage = vscode.window.createStatusBarItem('jianggao.stage', vscode.StatusBarAlignment.Left, -2);
  readonly #subscription: vscode.Disposable;

  constructor(drafts: Drafts) {
    this.#length.name = '讲稿：字数、时长、待填、问题';
    this.#length.command = 'workbench.view.extension.jianggao';
    this.#stage.name = '讲稿：阶段';
    this.#stage.command = 'jianggao.switchStage';
    this.#subscription = drafts.onDidChange((draft) => this.#show(draft));
  }

  #show(draft: Draft | undefined): void {
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

  dispose(): void {
    this.#subscription.dispose();
    this.#length.dispose();
    this.#stage.dispose();
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
