/** 三段式: the parts of the speech after its profile, present, thin or missing; click to go there or to insert. */
import * as vscode from 'vscode';
import type { BuildPart, SpeechBuild } from '../../server/src/lsp/protocol.ts';
import type { Draft, Drafts } from './drafts.ts';
import { against, characters, minutes, overTime, shortMinutes } from './wording.ts';

type Node =
  | { readonly kind: 'build'; readonly build: SpeechBuild; readonly index: number }
  | { readonly kind: 'part'; readonly part: BuildPart; readonly index: number };

const states: Readonly<
  Record<BuildPart['state'], { readonly icon: string; readonly color?: string; readonly said: string }>
> = {
  present: { icon: 'pass', color: 'testing.iconPassed', said: '已有' },
  thin: { icon: 'warning', color: 'problemsWarningIcon.foreground', said: '偏少' },
  missing: { icon: 'circle-slash', color: 'problemsErrorIcon.foreground', said: '缺少，点击插入提纲' },
  absent: { icon: 'circle-outline', said: '没有，可以不写' },
};

export class BuildView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #drafts: Drafts;
  #builds: readonly SpeechBuild[] = [];
  /** That each speech may take. */
  #minutes = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#view = vscode.window.createTreeView<Node>('jianggao.build', { treeDataProvider: this });
    this.#subscriptions = [this.#view, this.#changed, drafts.onDidChange((draft) => this.#show(draft))];
  }

  #show(draft: Draft | undefined): void {
    this.#builds = draft?.overview.builds ?? [];
    const [only] = this.#builds;
    this.#minutes = draft?.overview.minutes ?? 0;
    this.#view.description =
      this.#builds.length === 1 && only
        ? [...against(only.over, this.#minutes), `${only.profile}（${only.reason}）`].join(' · ')
        : '';
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    const partsOf = (build: SpeechBuild, index: number): Node[] =>
      build.parts.map((part) => ({ kind: 'part', part, index }));
    if (node?.kind === 'part') return [];
    if (node) return partsOf(node.build, node.index);
    const [only] = this.#builds;
    return this.#builds.length === 1 && only
      ? partsOf(only, 0)
      : this.#builds.map((build, index) => ({ kind: 'build', build, index }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'build') {
      const item = new vscode.TreeItem(node.build.title || '（无标题）', vscode.TreeItemCollapsibleState.Expanded);
      item.description = [...against(node.build.over, this.#minutes), node.build.profile].join(' · ');
      item.tooltip = `${node.build.profile}（${node.build.reason}）`;
      item.iconPath = new vscode.ThemeIcon('file-text');
      return item;
    }
    const { part, index } = node;
    const { icon, color, said } = states[part.state];
    const item = new vscode.TreeItem(part.name, vscode.TreeItemCollapsibleState.None);
    const there = part.state === 'present' || part.state === 'thin';
    const length = there ? [characters(part.characters), shortMinutes(part.seconds), ...overTime(part.over)] : [];
    item.iconPath = color ? new vscode.ThemeIcon(icon, new vscode.ThemeColor(color)) : new vscode.ThemeIcon(icon);
    item.description = [...(part.state === 'present' ? [] : [said]), ...length, ...part.headings.slice(0, 1)].join(
      ' · ',
    );
    item.tooltip = [
      `${part.name}：${said}`,
      ...(there ? [[characters(part.characters), minutes(part.seconds), ...overTime(part.over)].join('，')] : []),
      ...part.headings,
    ].join('\n');
    item.accessibilityInformation = { label: `${part.name}，${said}，${length.join('，')}` };
    item.contextValue = part.state;
    if (part.range)
      item.command = {
        command: 'jianggao.goTo',
        title: '跳到原文',
        arguments: [this.#drafts.current?.document.uri, part.range.start],
      };
    else
      item.command = {
        command: 'jianggao.build.insert',
        title: '插入提纲',
        arguments: [{ role: part.role, build: index }],
      };
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
