/** 检查整个文件夹: findings of every speech in a folder, also of those that are not open. Open ones keep their live findings. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type CheckedFiles,
  type CheckFolderParams,
  type CheckFolderResult,
  checkFolderMethod,
} from '../../server/src/lsp/protocol.ts';
import { isCalm } from './calm-blanks.ts';
import { say } from './say.ts';
import type { Service } from './service.ts';

export class FolderCheck implements vscode.Disposable {
  readonly #service: Service;
  readonly #collection = vscode.languages.createDiagnosticCollection('jianggao-folder');
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(service: Service) {
    this.#service = service;
    this.#subscriptions = [
      this.#collection,
      // What is shown in a tab has live findings of its own.
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        for (const uri of urisOf(opened)) this.#collection.delete(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#forget(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#forget(files.map(({ oldUri }) => oldUri))),
    ];
  }

  /** Nothing is wrong any more in files that are gone, or in those of folders that are. */
  #forget(gone: readonly vscode.Uri[]): void {
    const names = gone.map(String);
    this.#collection.forEach((uri) => {
      const name = uri.toString();
      if (names.some((each) => name === each || name.startsWith(`${each}/`))) this.#collection.delete(uri);
    });
  }

  /** False where it cannot be done, or was called off. */
  async run(folder?: vscode.Uri): Promise<boolean> {
    const chosen = folder ?? (await chooseFolder());
    if (!chosen) return false;
    if (chosen.scheme !== 'file') {
      say('虚拟工作区里只检查打开的讲稿，不能检查整个文件夹。');
      return false;
    }
    const client = await this.#service.start();
    const { ProgressType } = await import('vscode-languageclient/node');
    let done = false;
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: '检查讲稿', cancellable: true },
      async (progress, token) => {
        const items: CheckedFiles['items'][number][] = [];
        const partialResultToken = `jianggao-folder-${Date.now()}`;
        const partial = client.onProgress(new ProgressType<CheckedFiles>(), partialResultToken, (checked) => {
          items.push(...checked.items);
          progress.report({ message: `${items.length}/${checked.total} 份` });
        });
        try {
          const params: CheckFolderParams = { uri: client.code2ProtocolConverter.asUri(chosen), partialResultToken };
          const { unreadable } = await client.sendRequest<CheckFolderResult>(checkFolderMethod, params, token);
          if (token.isCancellationRequested) throw new vscode.CancellationError();
          // Shown whole or not at all: half of a folder would look like a folder with half of its problems.
          const { problems, blanks } = await this.#show(items, client);
          const failed = unreadable.length > 0 ? `，${unreadable.length} 份读不出` : '';
          for (const { uri, message } of unreadable) this.#service.log.warn(`${uri}：${message}`);
          const found = [`${problems} 个问题`, ...(blanks > 0 ? [`${blanks} 处待填`] : [])].join('，');
          say(`检查了 ${items.length} 份讲稿，${found}${failed}。`, 8000);
          if (problems > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
          done = true;
        } catch (error) {
          if (!token.isCancellationRequested) throw error;
          say('已取消检查文件夹，列出的问题没有变。');
        } finally {
          partial.dispose();
        }
      },
    );
    return done;
  }

  /** Puts these findings in the place of those of the last check. Blanks that are calm in the editor are counted only. */
  async #show(
    items: CheckedFiles['items'],
    client: LanguageClient,
  ): Promise<{ readonly problems: number; readonly blanks: number }> {
    const open = shown();
    const entries: [vscode.Uri, vscode.Diagnostic[]][] = [];
    let problems = 0;
    let blanks = 0;
    for (const { uri, diagnostics } of items) {
      const all = await client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
      const listed = all.filter((diagnostic) => !isCalm(diagnostic));
      problems += listed.length;
      blanks += all.length - listed.length;
      const target = client.protocol2CodeConverter.asUri(uri);
      if (listed.length > 0 && !open.has(target.toString())) entries.push([target, listed]);
    }
    this.#collection.clear();
    this.#collection.set(entries);
    return { problems, blanks };
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: '检查哪个文件夹' }))?.uri;
}

function* urisOf(tabs: readonly vscode.Tab[]): Generator<vscode.Uri> {
  for (const { input } of tabs)
    if (input instanceof vscode.TabInputText) yield input.uri;
    else if (input instanceof vscode.TabInputTextDiff) yield input.modified;
}

const shown = (): ReadonlySet<string> =>
  new Set([...urisOf(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs))].map((uri) => uri.toString()));
