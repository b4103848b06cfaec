/** 检查整个文件夹: findings of every speech in a folder, also of those that are not open. Open ones keep their live findings. */
import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient/node';
import {
  type CheckedFiles,
  type CheckFolderParams,
  type CheckFolderResult,
  checkFolderMethod,
} from '../../server/src/lsp/protocol.ts';
import type { Service } from './service.ts';

export class FolderCheck implements vscode.Disposable {
  readonly #service: Service;
  readonly #collection = vscode.languages.createDiagnosticCollection('jianggao-folder');
  readonly #subscription: vscode.Disposable;

  constructor(service: Service) {
    this.#service = service;
    // What is shown in a tab has live findings of its own.
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const uri of urisOf(opened)) this.#collection.delete(uri);
    });
  }

  /** False where it cannot be done. */
  async run(folder?: vscode.Uri): Promise<boolean> {
    const chosen = folder ?? (await chooseFolder());
    if (!chosen) return false;
    if (chosen.scheme !== 'file') {
      void vscode.window.setStatusBarMessage('虚拟工作区里只检查打开的讲稿，不能检查整个文件夹。', 6000);
      return false;
    }
    const client = await this.#service.start();
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: '检查讲稿', cancellable: true },
      async (progress, token) => {
        this.#collection.clear();
        let files = 0;
        let problems = 0;
        const partialResultToken = `jianggao-folder-${Date.now()}`;
        const uri = client.code2ProtocolConverter.asUri(chosen);
        const partial = client.onProgress(
          new ProgressType<CheckedFiles>(),
          partialResultToken,
          async ({ items, total }) => {
            for (const { uri: each, diagnostics } of items) {
              files++;
              problems += diagnostics.length;
              const target = client.protocol2CodeConverter.asUri(each);
              if (diagnostics.length > 0 && !shown().has(target.toString()))
                this.#collection.set(target, await client.protocol2CodeConverter.asDiagnostics([...diagnostics]));
            }
            progress.report({ message: `${files}/${total} 份` });
          },
        );
        try {
          const params: CheckFolderParams = { uri, partialResultToken };
          const { unreadable } = await client.sendRequest<CheckFolderResult>(checkFolderMethod, params, token);
          const failed = unreadable.length > 0 ? `，${unreadable.length} 份读不出` : '';
          for (const { uri: each, message } of unreadable) this.#service.log.warn(`${each}：${message}`);
          void vscode.window.setStatusBarMessage(`检查了 ${files} 份讲稿，${problems} 个问题${failed}。`, 8000);
          if (problems > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
        } catch (error) {
          if (!token.isCancellationRequested) throw error;
        } finally {
          partial.dispose();
        }
      },
    );
    return true;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: '检查哪个文件夹' }))?.uri;
}

function* urisOf(tabs: readonly vscode.Tab[]): Generator<vscode.Uri> {
  for (const { input } of tabs) if (input instanceof vscode.TabInputText) yield input.uri;
}

const shown = (): ReadonlySet<string> =>
  new Set([...urisOf(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs))].map((uri) => uri.toString()));
