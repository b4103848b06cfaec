/** 数据核对: what the speech says that can be reckoned, mismatches first, each with its members; and its figures by indicator. */
import * as vscode from 'vscode';
import { type CheckedFigures, figuresMethod, type PlacedText } from '../../server/src/lsp/protocol.ts';
import { setContext } from './context-keys.ts';
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

interface Verdict {
  readonly name: string;
  readonly icon: vscode.ThemeIcon;
  readonly said: string;
}

const icon = (id: string, color?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

const verdicts: Readonly<Record<Relation['verdict'], Verdict>> = {
  mismatch: { name: '不符', icon: icon('error', 'problemsErrorIcon.foreground'), said: '按文中所写，对不上' },
  ok: { name: '相符', icon: icon('pass', 'testing.iconPassed'), said: '按文中所写，对得上' },
  unsure: { name: '存疑', icon: icon('question'), said: '口径不清，要人来定' },
  'not-checkable': { name: '无法核（有待填）', icon: icon('circle-outline'), said: '还有数没有填上' },
};

export class FiguresView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #service: Service;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #answer: CheckedFigures | undefined;
  /** The draft that the answer is about. */
  #document: vscode.TextDocument | undefined;
  #mismatches = false;
  /** Counts questions to the server, so that a late answer does not overwrite a newer one. */
  #asked = 0;
  /** The newest question. Rows wait for it: VS Code loses a change that it is told of while it asks for the first of them. */
  #answering: Promise<void> | undefined;

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
      drafts.onDidChange(() => this.#ask()),
      this.#view.onDidChangeVisibility(() => this.#ask()),
    ];
  }

  only(mismatches: boolean): void {
    this.#mismatches = mismatches;
    setContext('jianggao.mismatchesOnly', mismatches);
    this.#changed.fire();
  }

  /** Nothing is asked of the server while the view is folded. */
  #ask(): void {
    if (this.#view.visible) this.#answering = this.#refresh();
  }

  async #refresh(): Promise<void> {
    const document = this.#drafts.current?.document;
    const client = this.#service.running;
    const textDocument = document && client?.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const asked = ++this.#asked;
    const answer =
      client && textDocument
        ? await client.sendRequest<CheckedFigures | null>(figuresMethod, { textDocument }).catch((error: unknown) => {
            this.#service.log.warn(String(error));
            return null;
          })
        : null;
    if (asked !== this.#asked) return;
    this.#answer = answer ?? undefined;
    this.#document = document;
    const count = answer?.relations.filter(({ verdict }) => verdict === 'mismatch').length ?? 0;
    const checked = answer?.relations.filter(({ verdict }) => verdict === 'ok').length ?? 0;
    this.#view.description = answer ? `不符 ${count} · 相符 ${checked}` : '';
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) await (this.#answering ??= this.#refresh());
    return this.#rows(node);
  }

  #rows(node: Node | undefined): Node[] {
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
        const { name, icon: sign, said } = verdicts[node.verdict];
        const item = new vscode.TreeItem(name, node.verdict === 'mismatch' ? Expanded : Collapsed);
        const count = `${node.relations.length} 处`;
        item.id = node.verdict;
        item.description = count;
        item.iconPath = sign;
        item.tooltip = `${name} ${count}：${said}`;
        item.accessibilityInformation = { label: `${name}，${count}，${said}` };
        return item;
      }
      case 'relation': {
        const { type, note, text, verdict, members, range } = node.relation;
        const label = `${type}：${note || text}`;
        const item = this.#placed(new vscode.TreeItem(label, members.length > 0 ? Collapsed : None), node.relation);
        item.description = note === '' ? '' : text;
        item.iconPath = verdicts[verdict].icon;
        item.tooltip = [`${type}，${verdicts[verdict].name}（${lineOf(range)}）`, note, text]
          .filter(Boolean)
          .join('\n');
        item.accessibilityInformation = {
          label: [label, note === '' ? '' : text, verdicts[verdict].name, lineOf(range)].filter(Boolean).join('，'),
        };
        return item;
      }
      case 'indicators': {
        const item = new vscode.TreeItem('各项指标', Collapsed);
        const count = `${node.indicators.length} 项`;
        item.id = 'indicators';
        item.description = count;
        item.iconPath = icon('graph');
        item.tooltip = `文中的数，按说的是什么归类，共 ${count}`;
        item.accessibilityInformation = { label: `各项指标，${count}` };
        return item;
      }
      case 'indicator': {
        const { indicator, figures } = node.indicator;
        const item = new vscode.TreeItem(indicator, Collapsed);
        const said = figures.map(({ text, period, place }) => [place, period, text].filter(Boolean).join(' '));
        item.description = figures.map(({ text }) => text).join('、');
        item.iconPath = icon('symbol-numeric');
        item.tooltip = `${indicator}\n${said.join('\n')}`;
        item.accessibilityInformation = { label: `${indicator}，${figures.length} 处，${said.join('，')}` };
        return item;
      }
      case 'place': {
        const { text, range } = node.place;
        const item = this.#placed(new vscode.TreeItem(text, None), node.place);
        item.description = [node.note, lineOf(range)].filter(Boolean).join(' · ');
        item.iconPath = icon('symbol-number');
        item.tooltip = `${[node.note, text].filter(Boolean).join(' ')}（${lineOf(range)}）`;
        item.accessibilityInformation = { label: [text, node.note, lineOf(range)].filter(Boolean).join('，') };
        return item;
      }
    }
  }

  #placed(item: vscode.TreeItem, { range }: PlacedText): vscode.TreeItem {
    item.command = {
      command: 'jianggao.goTo',
      title: '跳到原文',
      arguments: [this.#document?.uri, range.start, range.end],
    };
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

const lineOf = ({ start }: PlacedText['range']): string => `第 ${start.line + 1} 行`;
