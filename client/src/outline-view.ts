/** 结构: the outline with characters, minutes and what each part still lacks. Follows the cursor. */
import * as vscode from 'vscode';
import type { OutlineItem } from '../../server/src/lsp/protocol.ts';
import type { Badge, Badges } from './badges.ts';
import { setContext } from './context-keys.ts';
import type { Draft, Drafts } from './drafts.ts';
import { type Parts, PartsDragAndDrop } from './parts.ts';
import { holds } from './places.ts';
import { against, characters, counts, minutes, overTime, shortMinutes } from './wording.ts';

export interface Node {
  readonly item: OutlineItem;
  /** Of the text that its places are in. */
  readonly version: number;
  readonly parent: Node | undefined;
  /** Place in the tree: 0.2.1; the same part keeps its id, and its folding, while the draft is edited. */
  readonly path: string;
  readonly children: readonly Node[];
  readonly draft: vscode.TextDocument | undefined;
}

const everything = Number.MAX_SAFE_INTEGER;

export class OutlineView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #badges: Badges;
  readonly #log: vscode.LogOutputChannel;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #roots: readonly Node[] = [];
  #filtered = false;
  /** Parts down to this depth are open at first. */
  #openTo = 1;
  /** Part of every id, so that a changed level folds parts the user has touched too. */
  #folding = 0;
  /** The draft that the roots are of. */
  #draft: vscode.TextDocument | undefined;
  /** What the user has opened and folded in each draft, by its URI and by place in the tree; it is as it was when the draft comes back. */
  readonly #opened = new Map<string, Map<string, boolean>>();
  /** Counts what was to be shown, so that an older outline does not come after a newer one. */
  #shown = 0;
  /** VS Code looks for the part in the tree some time after it was told to reveal it: until then it must be there. */
  #revealing: Promise<unknown> = Promise.resolve();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts, parts: Parts, badges: Badges, log: vscode.LogOutputChannel) {
    this.#drafts = drafts;
    this.#badges = badges;
    this.#log = log;
    this.#view = vscode.window.createTreeView<Node>('jianggao.outline', {
      treeDataProvider: this,
      showCollapseAll: false,
      canSelectMany: true,
      dragAndDropController: new PartsDragAndDrop<Node>(parts, ({ parent }) => parent?.children ?? this.#roots),
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#view.onDidExpandElement(({ element }) => this.#remember(element, true)),
      this.#view.onDidCollapseElement(({ element }) => this.#remember(element, false)),
      drafts.onDidChange((draft) => void this.#show(draft)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor.document === drafts.current?.document && kind !== undefined) this.#follow(textEditor);
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && vscode.window.activeTextEditor) this.#follow(vscode.window.activeTextEditor);
      }),
    ];
  }

  async openTo(level: 'one' | 'two' | 'all'): Promise<void> {
    await this.#revealing;
    // Depth 0 is the title of a speech: what is one level to its writer is one below it.
    const base = this.#roots.some(({ item }) => item.depth === 0) ? 1 : 0;
    this.#openTo = level === 'all' ? everything : level === 'two' ? base + 1 : base;
    this.#folding++;
    this.#opened.clear();
    this.#changed.fire();
  }

  #remember({ path }: Node, open: boolean): void {
    if (this.#draft === undefined) return;
    const uri = this.#draft.uri.toString();
    const opened = this.#opened.get(uri);
    if (opened) opened.set(path, open);
    else this.#opened.set(uri, new Map([[path, open]]));
  }

  #isOpen({ path }: Node): boolean {
    const opened = this.#draft && this.#opened.get(this.#draft.uri.toString())?.get(path);
    return opened ?? path.split('.').length - 1 < this.#openTo;
  }

  filter(flagged: boolean): void {
    this.#filtered = flagged;
    setContext('jianggao.filtered', flagged);
    void this.#show(this.#drafts.current);
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? node.children : this.#roots)];
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { item, path, children } = node;
    const label = `${item.marker}${item.title}` || '（无标题）';
    const tree = new vscode.TreeItem(
      label,
      children.length === 0
        ? vscode.TreeItemCollapsibleState.None
        : this.#isOpen(node)
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed,
    );
    const notes = counts({ blanks: item.blanks, problems: item.findings });
    const role = item.role === '' ? [] : [item.role];
    const over = overTime(item.over);
    const details = [...role, characters(item.characters), minutes(item.seconds), ...over, ...notes];
    const uri = this.#draft?.uri;
    // Each draft has ids of its own: what is chosen and folded in one is not so in the next.
    tree.id = `${this.#folding}:${path}:${uri}`;
    // What the badge counts is not said twice.
    const unsaid = counts({ blanks: item.findings > 0 ? item.blanks : 0, problems: 0 });
    tree.description = [...over, characters(item.characters), shortMinutes(item.seconds), ...unsaid, ...role].join(
      ' · ',
    );
    tree.tooltip = `${label}\n${details.join(' · ')}`;
    tree.iconPath = icon(item);
    tree.resourceUri = this.#badges.resourceOf(path);
    tree.contextValue = item.marker === '' ? 'plain' : 'numbered';
    tree.accessibilityInformation = { label: `${label}，${details.join('，')}` };
    const { start } = item.selection;
    tree.command = {
      command: 'jianggao.goTo',
      title: '跳到原文',
      arguments: [uri, start],
    };
    return tree;
  }

  async #show(draft: Draft | undefined): Promise<void> {
    const asked = ++this.#shown;
    await this.#revealing;
    if (asked !== this.#shown) return;
    const keep = (item: OutlineItem): boolean => !this.#filtered || item.findings > 0 || item.blanks > 0;
    const version = draft?.overview.version ?? 0;
    const badges = new Map<string, Badge>();
    const build = (items: readonly OutlineItem[], parent: Node | undefined, prefix: string): Node[] =>
      items.flatMap((item, index) => {
        if (!keep(item)) return [];
        const path = prefix === '' ? `${index}` : `${prefix}.${index}`;
        const badge = badgeOf(item);
        if (badge) badges.set(path, badge);
        const children: Node[] = [];
        const node: Node = { item, version, parent, path, children, draft: draft?.document };
        children.push(...build(item.children, node, path));
        return [node];
      });
    this.#draft = draft?.document;
    this.#roots = draft ? build(draft.overview.outline, undefined, '') : [];
    this.#badges.show(badges);
    this.#view.description = draft
      ? [
          characters(draft.overview.characters),
          minutes(draft.overview.seconds),
          ...against(draft.overview.over, draft.overview.minutes),
        ].join(' · ')
      : '';
    this.#changed.fire();
    if (draft && vscode.window.activeTextEditor?.document === draft.document)
      this.#follow(vscode.window.activeTextEditor);
  }

  #follow(editor: vscode.TextEditor): void {
    if (!this.#view.visible) return;
    const at = editor.selection.active;
    let found: Node | undefined;
    let level = this.#roots;
    for (;;) {
      const inside = level.find(({ item }) => holds(item.range, at));
      if (!inside) break;
      found = inside;
      level = inside.children;
    }
    const selected = this.#view.selection[0];
    // A row that is chosen stays so in a new version. Told to show it again, VS Code would bring the view back in front of one
    // that has just been opened in its place, and take the focus from there.
    if (!found || (selected?.path === found.path && selected.draft === found.draft)) return;
    const reveal = this.#view
      .reveal(found, { select: true, focus: false, expand: false })
      .then(undefined, (error: unknown) => this.#log.debug(String(error)));
    this.#revealing = Promise.all([this.#revealing, reveal]);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function badgeOf({ findings, blanks }: OutlineItem): Badge | undefined {
  if (findings > 0) return { count: findings, what: '问题' };
  return blanks > 0 ? { count: blanks, what: '待填' } : undefined;
}

function icon({ depth, findings, serious, blanks }: OutlineItem): vscode.ThemeIcon {
  if (serious > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  if (findings > 0) return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
  if (blanks > 0) return new vscode.ThemeIcon('edit', new vscode.ThemeColor('editorInfo.foreground'));
  return new vscode.ThemeIcon(depth === 0 ? 'book' : 'circle-small-filled');
}
