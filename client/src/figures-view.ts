/** 数据核对: what the speech says that can be reckoned, mismatches first, each with its members; and its figures by indicator. */
import * as vscode from 'vscode';
import { type CheckedFigures, figuresMethod, type PlacedText } from '../../server/src/lsp/protocol.ts';
import type { Drafts } from './drafts.ts';
import type { Service } from './service.ts';

type Relation = CheckedFigures['relations'][number];
type Indicator = CheckedFigures['indicators'][number];
type Node =
  | { readonly kind: 'verdict'; readonly verdict: Relation['verdict']; readonly relations: readonly Relation[] }
  | { readonly kind: 'relation'; readonly relation: Relation }
  | { readonly kind: 'indicators'; readonly indicators: readonly Indicator[] }
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'place'; readonly place: PlacedText; readonly note: string };

const verdicts: Readonly<
  Record<Relation['verdict'], { readonly name: string; readonly icon: string; readonly color?: string }>
> = {
  mismatch: { name: '不符', icon: 'error', color: 'list.errorForeground' },
  ok: { name: '相符', icon: 'pass', color: 'testing.iconPassed' },
  unsure: { name: '存疑', icon: 'question' },
  'not-checkable': { name: '无法核（有待填）', icon: 'circle-outline' },
};

export class FiguresView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #service: Service;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #answer: CheckedFigures | undefined;
  #mismatches = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts, service: Service) {
    this.#drafts = drafts;
    this.#service = service;
    this.#view = vscode.window.createTreeView<Node>('jianggao.figures', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      drafts.onDidChange(() => void this.#refresh()),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
    ];
  }

  only(mismatches: boolean): void {
    this.#mismatches = mismatches;
    void vscode.commands.executeCommand('setContext', 'jianggao.mismatchesOnly', mismatches);
    this.#changed.fire();
  }

  /** Nothing is asked of the server while the view is folded. */
  async #refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const document = this.#drafts.current?.document;
    const client = this.#service.running;
    const textDocument = document && client?.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const answer =
      client && textDocument ? await client.sendRequest<CheckedFigures | null>(figuresMethod, { textDocument }) : null;
    this.#answer = answer ?? undefined;
    const count = answer?.relations.filter(({ verdict }) => verdict === 'mismatch').length ?? 0;
    const checked = answer?.relations.filter(({ verdict }) => verdict === 'ok').length ?? 0;
    this.#view.description = answer ? `不符 ${count} · 相符 ${checked}` : '';
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (!this.#answer) return [];
    switch (node?.kind) {
      case undefined: {
        const { relations, indicators } = this.#answer;
        const shown = Object.keys(verdicts) as Relation['verdict'][];
        const groups = shown
          .filter((verdict) => !this.#mismatches || verdict === 'mismatch')
          .map(
            (verdict): Node => ({
              kind: 'verdict',
              verdict,
              relations: relations.filter((each) => each.verdict === verdict),
            }),
          )
          .filter((group) => group.kind === 'verdict' && group.relations.length > 0);
        return this.#mismatches || indicators.length === 0 ? groups : [...groups, { kind: 'indicators', indicators }];
      }
      case 'verdict':
        return node.relations.map((relation) => ({ kind: 'relation', relation }));
      case 'relation':
        return node.relation.members.map((place) => ({ kind: 'place', place, note: '' }));
      case 'indicators':
        return node.indicators.map((indicator) => ({ kind: 'indicator', indicator }));
      case 'indicator':
        return node.indicator.figures.map((figure) => ({
          kind: 'place',
          place: figure,
          note: [figure.place, figure.period].filter(Boolean).join(' '),
        }));
      default:
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'verdict': {
        const { name, icon, color } = verdicts[node.verdict];
        const item = new vscode.TreeItem(name, node.verdict === 'mismatch' ? Expanded : Collapsed);
        item.description = `${node.relations.length}`;
        item.iconPath = color ? new vscode.ThemeIcon(icon, new vscode.ThemeColor(color)) : new vscode.ThemeIcon(icon);
        return item;
      }
      case 'relation': {
        const { type, note, text, verdict, members } = node.relation;
        const item = this.#placed(
          new vscode.TreeItem(`${type}：${note || text}`, members.length > 0 ? Collapsed : None),
          node.relation,
        );
        item.description = note === '' ? '' : text;
        item.tooltip = `${type}，${verdicts[verdict].name}\n${note}\n${text}`;
        return item;
      }
      case 'indicators': {
        const item = new vscode.TreeItem('各项指标', Collapsed);
        item.description = `${node.indicators.length}`;
        item.iconPath = new vscode.ThemeIcon('symbol-numeric');
        return item;
      }
      case 'indicator': {
        const { indicator, figures } = node.indicator;
        const item = new vscode.TreeItem(indicator, Collapsed);
        item.description = figures.map(({ text }) => text).join('、');
        item.tooltip = `${indicator}\n${figures.map(({ text, period, place }) => [place, period, text].filter(Boolean).join(' ')).join('\n')}`;
        return item;
      }
      case 'place': {
        const item = this.#placed(new vscode.TreeItem(node.place.text, None), node.place);
        item.description = node.note;
        return item;
      }
    }
  }

  #placed(item: vscode.TreeItem, { range }: PlacedText): vscode.TreeItem {
    item.command = {
      command: 'jianggao.goTo',
      title: '跳到原文',
      arguments: [this.#drafts.current?.document.uri, range.start, range.end],
    };
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
