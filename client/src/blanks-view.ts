/** 待填: what is still to be filled in, one entry for each missing thing, its places under it. */
import * as vscode from 'vscode';
import type { BlankGroup, BlankPlace } from '../../server/src/lsp/protocol.ts';
import type { Draft, Drafts } from './drafts.ts';

export type BlankNode =
  | { readonly type: 'group'; readonly group: BlankGroup }
  | { readonly type: 'place'; readonly group: BlankGroup; readonly place: BlankPlace };

const icons: Readonly<Record<string, string>> = {
  person: 'person',
  place: 'location',
  org: 'organization',
  number: 'symbol-number',
  date: 'calendar',
  event: 'megaphone',
  text: 'symbol-text',
};

export class BlanksView implements vscode.TreeDataProvider<BlankNode>, vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #view: vscode.TreeView<BlankNode>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#view = vscode.window.createTreeView('jianggao.blanks', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [this.#view, this.#changed, drafts.onDidChange((draft) => this.#show(draft))];
  }

  getChildren(node?: BlankNode): BlankNode[] {
    if (node === undefined)
      return (this.#drafts.current?.overview.groups ?? []).map((group) => ({ type: 'group', group }));
    if (node.type === 'place' || node.group.places.length < 2) return [];
    return node.group.places.map((place) => ({ type: 'place', group: node.group, place }));
  }

  getTreeItem(node: BlankNode): vscode.TreeItem {
    const { group } = node;
    const place = node.type === 'place' ? node.place : group.places[0];
    const several = node.type === 'group' && group.places.length > 1;
    const tree = new vscode.TreeItem(
      node.type === 'group' ? group.what : excerpt(node.place),
      several ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    tree.contextValue = node.type;
    tree.id = node.type === 'group' ? group.key : `${group.key}@${group.places.indexOf(node.place)}`;
    if (place) {
      const line = `第 ${place.range.start.line + 1} 行`;
      tree.description = several ? `${group.places.length} 处` : node.type === 'group' ? excerpt(place) : line;
      tree.tooltip = `${place.before}${place.text}${place.after}（${line}）`;
      tree.accessibilityInformation = {
        label: several ? `${group.what}，${group.places.length} 处待填` : `${group.what}，${line}，${excerpt(place)}`,
      };
      tree.command = {
        command: 'jianggao.goTo',
        title: '跳到原文',
        arguments: [this.#drafts.current?.document.uri, place.range.start, place.range.end],
      };
    }
    if (node.type === 'group') tree.iconPath = new vscode.ThemeIcon(icons[group.kind] ?? 'symbol-text');
    return tree;
  }

  #show(draft: Draft | undefined): void {
    const left = draft?.overview.blanks ?? 0;
    this.#view.description = left > 0 ? `余 ${left} 处` : '';
    this.#changed.fire();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Characters shown to each side of a blank. */
const shownAround = 10;

/** A blank in its clause, or in its item of a list, as far as a row has room for it: no other blank is cut through. */
export function excerpt({ before, text, after }: BlankPlace): string {
  const clause = before.slice(before.search(/[^，；。！？：]*$/));
  const item = clause.slice(clause.lastIndexOf('、') + 1);
  // 引进XX、XX: nothing leads up to the second one but the first.
  const words = item.length > 1 ? item : clause;
  const lead = words.length > shownAround + 1 ? `…${words.slice(-shownAround)}` : words;
  return `${lead}${text}${after.slice(0, shownAround)}`;
}
