/** 脱密存为模板: what a speech would give away is shown, each thing once; the writer says what stays, and the rest becomes blanks. */
import * as vscode from 'vscode';
import {
  type AnonymousItem,
  anonymiseMethod,
  type MakeTemplateParams,
  makeTemplateMethod,
} from '../../server/src/lsp/protocol.ts';
import type { Drafts } from './drafts.ts';
import { editorOf } from './editors.ts';
import { toRange } from './places.ts';
import { prompted } from './prompts.ts';
import type { Service } from './service.ts';
import { freeName } from './template-view.ts';
import type { Library } from './templates.ts';

interface ThingItem extends vscode.QuickPickItem {
  readonly index: number;
  readonly thing: AnonymousItem;
}

export async function saveAsTemplate(drafts: Drafts, service: Service, library: Library): Promise<void> {
  const draft = await drafts.fresh();
  const client = service.running;
  if (!draft || !client) {
    void vscode.window.showInformationMessage('先打开一份写好的讲稿，再存为模板。');
    return;
  }
  const { document } = draft;
  const { version } = document;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const things = await client.sendRequest<readonly AnonymousItem[] | null>(anonymiseMethod, { textDocument });
  const masked = things && (await review(document, things));
  const said = masked && (await describe());
  const folder = said && (await chooseFolder(library));
  if (!folder) return;
  const params: MakeTemplateParams = { textDocument, version, masked, ...said };
  const text = await client.sendRequest<string | null>(makeTemplateMethod, params);
  if (text === null) {
    void vscode.window.showWarningMessage('没有存：预览之后讲稿又改动过，请再来一次。');
    return;
  }
  const target = await write(folder, said.name, text);
  if (!target) return;
  await library.refresh();
  const open = '打开看看';
  const answer = await vscode.window.showInformationMessage(`已存为模板“${said.name}”。`, open);
  if (answer === open) await vscode.window.showTextDocument(target);
}

/** What the template is called, when it is used and what inserts it; undefined when it is called off. */
async function describe(): Promise<Pick<MakeTemplateParams, 'name' | 'description' | 'prefixes'> | undefined> {
  const name = await vscode.window.showInputBox({
    title: '脱密存为模板：名称',
    value: '讲话·',
    valueSelection: [3, 3],
    prompt: '如：讲话·招商引资推进会·书记',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? '要有一个名称' : undefined),
  });
  if (name === undefined) return undefined;
  const description = await vscode.window.showInputBox({
    title: '脱密存为模板：说明',
    prompt: '一句话，说明什么时候用',
    ignoreFocusOut: true,
  });
  if (description === undefined) return undefined;
  const prefix = await vscode.window.showInputBox({
    title: '脱密存为模板：前缀',
    prompt: '输入这几个字或拼音首字母就能插入，几个之间用空格隔开，如：zsyz 招商引资',
    ignoreFocusOut: true,
  });
  if (prefix === undefined) return undefined;
  const prefixes = prefix.split(/[\s、，,]+/).filter((each) => each !== '');
  return { name: name.trim(), description: description.trim(), prefixes };
}

/** The file that was written; nothing that is there is overwritten. Undefined, and said, where it could not be. */
async function write(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri | undefined> {
  try {
    await vscode.workspace.fs.createDirectory(folder);
    const target = await freeName(folder, name.replace(/[\\/:*?"<>|]/g, '·'));
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return target;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`模板没有存成，“${folder.fsPath}”写不进去：${reason}`);
    return undefined;
  }
}

/**
 * Indexes of the things that become blanks. First what is certain, all of it ticked; then, by itself, what may be an ordinary word, so that
 * nothing is kept without a question. Undefined when it is called off.
 */
async function review(
  document: vscode.TextDocument,
  things: readonly AnonymousItem[],
): Promise<readonly number[] | undefined> {
  const rows = things.map((thing, index) => ({
    label: `${thing.text} → ${thing.mask}`,
    description: `${thing.what}${thing.ranges.length > 1 ? `，${thing.ranges.length} 处` : ''}`,
    detail: `${thing.before}【${thing.text}】${thing.after}`,
    index,
    thing,
  }));
  const masked: number[] = [];
  for (const sure of [true, false]) {
    const asked = rows.filter(({ thing }) => thing.sure === sure);
    if (asked.length === 0) continue;
    const what = sure ? '找到的单位、人员、数据和日期' : '拿不准的，可能是名称，也可能是平常的词';
    const chosen = await tick(document, `脱密存为模板：${what}（${asked.length} 项）`, asked, sure);
    if (!chosen) return undefined;
    masked.push(...chosen);
  }
  return masked;
}

/** Indexes of the rows that are ticked; the editor shows the one that is looked at. */
function tick(
  document: vscode.TextDocument,
  title: string,
  rows: readonly ThingItem[],
  ticked: boolean,
): Promise<readonly number[] | undefined> {
  const quick = vscode.window.createQuickPick<ThingItem>();
  quick.title = title;
  quick.placeholder = '打勾的改成待填，不打勾的原样保留；回车继续';
  quick.canSelectMany = true;
  quick.ignoreFocusOut = true;
  quick.matchOnDescription = true;
  quick.matchOnDetail = true;
  quick.items = rows;
  if (ticked) quick.selectedItems = rows;
  return prompted<readonly number[]>(quick, (answer) => [
    quick.onDidChangeActive(([item]) => {
      const first = item?.thing.ranges[0];
      const editor = editorOf(document);
      if (!first || !editor) return;
      const range = toRange(first);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }),
    quick.onDidAccept(() => answer(quick.selectedItems.map(({ index }) => index))),
  ]);
}

/** One's own folder, those of the office, or any other. */
async function chooseFolder(library: Library): Promise<vscode.Uri | undefined> {
  const { own, folders } = await library.get();
  const other = '别的文件夹…';
  const items = folders.map((folder) => ({
    label: folder === own ? '我的模板' : '单位的模板',
    description: vscode.Uri.parse(folder).fsPath,
    folder,
  }));
  const picked = await vscode.window.showQuickPick(
    [...items.reverse(), { label: other, description: '', folder: '' }],
    {
      title: '脱密存为模板：存到哪里',
      ignoreFocusOut: true,
    },
  );
  if (!picked) return undefined;
  if (picked.folder !== '') return vscode.Uri.parse(picked.folder);
  const [chosen] =
    (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: '存到这里' })) ??
    [];
  return chosen;
}
