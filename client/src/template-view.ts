/** 模板: the templates that ship, the office's, the workspace's and one's own; previewed, inserted, drafts begun from them, packs shared. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import {
  type MergedPack,
  type MergePackParams,
  mergePackMethod,
  type TemplateFaultItem,
  type TemplateItem,
  type Templates,
} from '../../server/src/lsp/protocol.ts';
import { setContext } from './context-keys.ts';
import type { Drafts } from './drafts.ts';
import { toRange } from './places.ts';
import type { Service } from './service.ts';
import { type Library, templatePreviewScheme } from './templates.ts';

const origins = {
  mine: { label: '我的', icon: 'account', said: '自己存下来的模板' },
  workspace: { label: '本项目', icon: 'root-folder', said: '打开的文件夹里的模板（.vscode）' },
  office: { label: '单位', icon: 'organization', said: '设置里写明的模板文件夹' },
  'built-in': { label: '自带', icon: 'package', said: '随讲稿一起安装的模板' },
} as const;
const languages = ['speech', 'markdown', 'plaintext'];

/** How the templates of one origin are put into groups. */
type Grouping = 'genre' | 'speaker';

export type TemplateNode =
  | {
      readonly type: 'group';
      readonly id: string;
      readonly label: string;
      readonly icon: string;
      /** What is in it, for those who wonder. */
      readonly said: string;
      readonly count: number;
      readonly children: readonly TemplateNode[];
      readonly open: boolean;
      readonly packable?: readonly TemplateItem[];
    }
  | { readonly type: 'template'; readonly id: string; readonly item: TemplateItem }
  | { readonly type: 'fault'; readonly id: string; readonly fault: TemplateFaultItem };

export class TemplateView implements vscode.TreeDataProvider<TemplateNode>, vscode.Disposable {
  readonly #library: Library;
  readonly #drafts: Drafts;
  readonly #service: Service;
  readonly #view: vscode.TreeView<TemplateNode>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #previews: Previews;
  readonly #subscriptions: vscode.Disposable[];
  #roots: readonly TemplateNode[] = [];
  #grouping: Grouping = 'genre';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: Library, drafts: Drafts, service: Service) {
    this.#library = library;
    this.#drafts = drafts;
    this.#service = service;
    this.#previews = new Previews(library);
    this.#view = vscode.window.createTreeView('jianggao.templates', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#previews,
      library.onDidChange((templates) => this.#show(templates)),
      // Nothing is read before somebody looks.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && library.current === undefined) void this.refresh();
      }),
    ];
    if (this.#view.visible) void this.refresh();
  }

  async refresh(): Promise<void> {
    await vscode.window
      .withProgress({ location: { viewId: 'jianggao.templates' } }, () => this.#library.refresh())
      .then(undefined, (error: unknown) => {
        void vscode.window.showErrorMessage(`模板没有读成：${error instanceof Error ? error.message : String(error)}`);
      });
  }

  group(grouping: Grouping): void {
    this.#grouping = grouping;
    setContext('jianggao.templatesBySpeaker', grouping === 'speaker');
    if (this.#library.current) this.#show(this.#library.current);
  }

  getChildren(node?: TemplateNode): TemplateNode[] {
    if (node === undefined) return [...this.#roots];
    return node.type === 'group' ? [...node.children] : [];
  }

  getTreeItem(node: TemplateNode): vscode.TreeItem {
    if (node.type === 'group') {
      const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
      const tree = new vscode.TreeItem(node.label, node.open ? Expanded : Collapsed);
      tree.id = node.id;
      tree.description = `${node.count}`;
      tree.iconPath = new vscode.ThemeIcon(node.icon);
      tree.tooltip = `${node.said}，共 ${node.count} 个`;
      tree.accessibilityInformation = { label: `${node.label}，${node.count} 个` };
      tree.contextValue = node.packable ? 'pack' : 'group';
      return tree;
    }
    if (node.type === 'fault') {
      const { uri, line, message, severity } = node.fault;
      const at = vscode.Uri.parse(uri);
      const tree = new vscode.TreeItem(message);
      tree.id = node.id;
      tree.iconPath = new vscode.ThemeIcon(severity === 'error' ? 'error' : 'warning');
      tree.description = `${at.path.split('/').at(-1)}${line === undefined ? '' : ` 第 ${line + 1} 行`}`;
      tree.tooltip = `${at.fsPath}${line === undefined ? '' : `，第 ${line + 1} 行`}\n${message}`;
      tree.accessibilityInformation = {
        label: `${severity === 'error' ? '错误' : '警告'}，${message}，${tree.description}`,
      };
      if (line !== undefined)
        tree.command = { command: 'jianggao.goTo', title: '打开文件', arguments: [uri, { line, character: 0 }] };
      return tree;
    }
    const { item } = node;
    const tree = new vscode.TreeItem(item.name);
    tree.id = node.id;
    tree.contextValue = item.kind === 'speech' ? 'speech' : 'part';
    tree.iconPath = new vscode.ThemeIcon(item.kind === 'speech' ? 'file-text' : 'symbol-snippet');
    // The minutes first: a narrow side bar shows little more.
    tree.description = item.kind === 'speech' ? `${item.minutes} 分钟 · ${item.characters} 字` : item.description;
    tree.tooltip = new vscode.MarkdownString()
      .appendText(item.description)
      .appendText(`\n${item.characters} 字，约 ${item.minutes} 分钟${item.pack ? `；${item.pack}` : ''}`)
      .appendText(`\n前缀：${item.prefixes.join('、')}`);
    tree.command = { command: 'jianggao.templates.preview', title: '预览模板', arguments: [node] };
    tree.accessibilityInformation = { label: `模板，${item.name}，${item.description}` };
    return tree;
  }

  /** Asks for a template among all of them; `kind` leaves out the other kind. */
  async choose(title: string, kind?: TemplateItem['kind']): Promise<TemplateItem | undefined> {
    const { templates } = await this.#library.get();
    const items: (vscode.QuickPickItem & { readonly item?: TemplateItem })[] = [];
    let group = '';
    for (const item of templates) {
      if (kind !== undefined && item.kind !== kind) continue;
      const heading = `${origins[item.origin].label} · ${item.kind === 'speech' ? '整篇' : (item.part ?? '段落')}`;
      if (heading !== group) items.push({ label: (group = heading), kind: vscode.QuickPickItemKind.Separator });
      items.push({
        label: item.name,
        description:
          item.kind === 'speech' ? `${item.characters} 字 · ${item.minutes} 分钟` : item.prefixes.slice(0, 2).join(' '),
        detail: item.description,
        item,
      });
    }
    const picked = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: '按会议、部件、讲话人或前缀找',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.item;
  }

  /** Inserts at the cursor; the tab stops are filled one after the other, the same thing in all its places at once. */
  async insert(node?: TemplateNode): Promise<void> {
    const target = this.#target();
    if (!target) {
      void vscode.window.showInformationMessage('先打开一份讲稿，把光标放在要插入的地方。');
      return;
    }
    const item = node?.type === 'template' ? node.item : await this.choose('插入模板');
    const content = item && (await this.#library.content(item));
    if (!content) return;
    const editor = await vscode.window.showTextDocument(target.document, {
      ...(target.viewColumn !== undefined && { viewColumn: target.viewColumn }),
      preserveFocus: false,
    });
    await editor.insertSnippet(new vscode.SnippetString(content.snippet));
  }

  /** What a template is inserted into: what is being written, also when the preview of a template has come before it. */
  #target(): Pick<vscode.TextEditor, 'document' | 'viewColumn'> | undefined {
    const isWritten = ({ document }: vscode.TextEditor): boolean => document.uri.scheme !== templatePreviewScheme;
    const active = vscode.window.activeTextEditor;
    if (active && isWritten(active)) return active;
    const draft = this.#drafts.current?.document;
    const visible = vscode.window.visibleTextEditors.filter(isWritten);
    return (
      visible.find(({ document }) => document === draft) ??
      (draft && { document: draft, viewColumn: active?.viewColumn }) ??
      visible.find(({ document }) => languages.includes(document.languageId))
    );
  }

  async preview(node: TemplateNode): Promise<void> {
    if (node.type === 'template') await this.#previews.show(node.item);
  }

  async reveal(node: TemplateNode): Promise<void> {
    if (node.type !== 'template') return;
    const at = new vscode.Position(node.item.line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(node.item.uri), { selection: new vscode.Range(at, at) });
  }

  /** One's own templates, or those of the office or the workspace, as one file to hand on. */
  async exportPack(node?: TemplateNode): Promise<void> {
    const { templates } = await this.#library.get();
    const items =
      node?.type === 'group' && node.packable ? node.packable : templates.filter(({ origin }) => origin === 'mine');
    if (items.length === 0) {
      void vscode.window.showInformationMessage('还没有自己的模板。打开一份讲稿，用“脱密存为模板”可以存一个。');
      return;
    }
    const ask = (title: string, prompt: string, value = ''): Thenable<string | undefined> =>
      vscode.window.showInputBox({ title, prompt, value, ignoreFocusOut: true });
    const office = await ask('导出模板包（1/3）', '单位，如：临溪县委办公室');
    if (office === undefined) return;
    const version = await ask('导出模板包（2/3）', '版本', '1');
    if (version === undefined) return;
    const licence = await ask('导出模板包（3/3）', '许可，如：内部使用', '内部使用');
    if (licence === undefined) return;
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(
        vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir()),
        '模板包.code-snippets',
      ),
      filters: { 模板包: ['code-snippets'] },
    });
    if (!target) return;
    const files = [...new Set(items.map(({ uri }) => uri))];
    const names = items.map(({ name }) => name);
    const sources = files.map((file) => vscode.Uri.parse(file));
    if (!(await this.#merge(target, sources, { names, office, version, licence }))) return;
    void vscode.window.showInformationMessage(`已导出 ${items.length} 个模板：${target.fsPath}`);
  }

  /** Takes a pack into one's own templates. Nothing there is overwritten. */
  async importPack(): Promise<void> {
    const { own } = await this.#library.get();
    if (own === undefined) return;
    const [source] =
      (await vscode.window.showOpenDialog({ filters: { 模板包: ['code-snippets'] }, openLabel: '导入' })) ?? [];
    if (!source) return;
    const target = await freeName(
      vscode.Uri.parse(own),
      source.path
        .split('/')
        .at(-1)
        ?.replace(/\.code-snippets$/, '') ?? '模板包',
    );
    if (!(await this.#merge(target, [source], {}))) return;
    await this.refresh();
    void vscode.window.showInformationMessage(`已导入到“我的模板”：${target.fsPath}`);
  }

  async #merge(
    target: vscode.Uri,
    sources: readonly vscode.Uri[],
    chosen: Omit<MergePackParams, 'files'>,
  ): Promise<boolean> {
    const client = await this.#service.start();
    const contents = await Promise.all(sources.map((source) => vscode.workspace.fs.readFile(source)));
    const files = contents.map((content) => Buffer.from(content).toString('base64'));
    const params: MergePackParams = { files, ...chosen };
    const { text, message } = await client.sendRequest<MergedPack>(mergePackMethod, params);
    if (text === undefined) {
      void vscode.window.showErrorMessage(message ?? '没有写成。');
      return false;
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  }

  #show(templates: Templates): void {
    this.#roots = tree(templates, this.#grouping);
    this.#view.badge =
      templates.problems.length > 0
        ? { value: templates.problems.length, tooltip: `${templates.problems.length} 处模板有问题` }
        : undefined;
    this.#changed.fire();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

/** A file of that name that is not there yet. */
export async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let i = 1; ; i++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${i === 1 ? '' : ` ${i}`}.code-snippets`);
    const taken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!taken) return uri;
  }
}

function tree({ templates, problems }: Templates, grouping: Grouping): readonly TemplateNode[] {
  const roots: TemplateNode[] = [];
  if (problems.length > 0)
    roots.push({
      type: 'group',
      id: 'faults',
      label: '有问题的文件',
      icon: 'warning',
      said: '模板文件里写得不对的地方',
      count: problems.length,
      open: true,
      children: problems.map((fault, i) => ({ type: 'fault', id: `fault ${i} ${fault.uri}`, fault })),
    });
  for (const [origin, { label, icon, said }] of Object.entries(origins)) {
    const own = templates.filter((item) => item.origin === origin);
    if (own.length === 0) continue;
    const groups = new Map<string, TemplateItem[]>();
    for (const item of own) {
      const key =
        item.kind === 'part'
          ? `段落 · ${item.part ?? '其他'}`
          : grouping === 'speaker'
            ? `整篇 · ${item.speaker ?? '其他'}`
            : `整篇 · ${item.genre ?? '讲话'}`;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    roots.push({
      type: 'group',
      id: origin,
      label,
      icon,
      said,
      count: own.length,
      open: true,
      ...(origin !== 'built-in' && { packable: own }),
      children: [...groups].map(([key, items]) => ({
        type: 'group',
        id: `${origin} ${key}`,
        label: key,
        icon: items.some(({ kind }) => kind === 'speech') ? 'files' : 'list-unordered',
        said: key,
        count: items.length,
        open: false,
        children: items.map((item) => ({ type: 'template', id: `${origin} ${item.id}`, item })),
      })),
    });
  }
  return roots;
}

/** Previews whose text is kept. */
const mostPreviews = 30;

/** Templates as read-only documents, their blanks coloured. */
class Previews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #library: Library;
  readonly #texts = new Map<string, { readonly text: string; readonly stops: readonly vscode.Range[] }>();
  readonly #blank = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    borderRadius: '2px',
  });
  readonly #subscriptions: vscode.Disposable[];

  constructor(library: Library) {
    this.#library = library;
    this.#subscriptions = [
      this.#blank,
      vscode.workspace.registerTextDocumentContentProvider(templatePreviewScheme, this),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#decorate(editor);
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString())?.text ?? '';
  }

  async show(item: TemplateItem): Promise<void> {
    const content = await this.#library.content(item);
    if (!content) return;
    const path = `/${item.name.replaceAll('/', '／')}`;
    const uri = vscode.Uri.from({ scheme: templatePreviewScheme, path, query: item.id });
    const stops = content.stops.map(toRange);
    // A change of language closes and opens the document: closing does not mean that nobody looks.
    this.#texts.delete(uri.toString());
    this.#texts.set(uri.toString(), { text: content.text, stops });
    for (const old of [...this.#texts.keys()].slice(0, -mostPreviews)) this.#texts.delete(old);
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.languageId !== 'speech') await vscode.languages.setTextDocumentLanguage(document, 'speech');
    this.#decorate(await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true }));
  }

  #decorate(editor: vscode.TextEditor): void {
    const known = this.#texts.get(editor.document.uri.toString());
    if (known) editor.setDecorations(this.#blank, [...known.stops]);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}
