/** The status bar: length, time, blanks and problems of the active speech, its stage, and that its configuration is broken. */
import * as vscode from 'vscode';
import type { ConfigurationFaults } from '../../server/src/lsp/protocol.ts';
import type { Draft, Drafts } from './drafts.ts';
import { characters, minutes, summary } from './wording.ts';

export class Status implements vscode.Disposable {
  readonly #length = vscode.window.createStatusBarItem('jianggao.summary', vscode.StatusBarAlignment.Left, -1);
  readonly #stage = vscode.window.createStatusBarItem('jianggao.stage', vscode.StatusBarAlignment.Left, -2);
  readonly #configuration = vscode.window.createStatusBarItem(
    'jianggao.configuration',
    vscode.StatusBarAlignment.Left,
    -3,
  );
  readonly #subscription: vscode.Disposable;

  constructor(drafts: Drafts) {
    this.#length.name = '讲稿：字数、时长、待填、问题';
    this.#length.command = 'workbench.view.extension.jianggao';
    this.#stage.name = '讲稿：阶段';
    this.#stage.command = 'jianggao.switchStage';
    this.#configuration.name = '讲稿：配置';
    this.#configuration.text = '$(warning) 配置有误';
    this.#subscription = drafts.onDidChange((draft) => this.#show(draft));
  }

  #show(draft: Draft | undefined): void {
    this.#showFaults(draft?.overview.configuration);
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

  /** What is wrong with the configuration is not seen in the draft, which is then checked without it. */
  #showFaults(faults: ConfigurationFaults | null | undefined): void {
    const item = this.#configuration;
    if (!faults) {
      item.hide();
      return;
    }
    const { uri, line, message, count } = faults;
    const where = `${vscode.Uri.parse(uri).path.split('/').at(-1)} 第 ${line + 1} 行`;
    const more = count > 1 ? `（共 ${count} 处）` : '';
    item.tooltip = `${where}：${message}${more}\n写错的部分没有生效。单击打开。`;
    item.accessibilityInformation = { label: `配置有误，${where}：${message}${more}` };
    item.command = { command: 'jianggao.goTo', title: '打开配置', arguments: [uri, { line, character: 0 }] };
    item.show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#length.dispose();
    this.#stage.dispose();
    this.#configuration.dispose();
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
