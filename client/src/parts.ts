/** Moving, inserting, deleting, splitting and merging parts of the speech: the server says how, one edit does it, one undo takes it back. */
import * as vscode from 'vscode';
import {
  type ChangedParts,
  type ChangePartsParams,
  changePartsMethod,
  type OutlineItem,
  outdated,
} from '../../server/src/lsp/protocol.ts';
import type { Drafts } from './drafts.ts';
import { change as applyEdits, unchanged } from './editors.ts';
import { holds } from './places.ts';
import { say } from './say.ts';
import type { Service } from './service.ts';

type Change = ChangePartsParams['change'];
type Details = Partial<Pick<ChangePartsParams, 'target' | 'where' | 'cursor' | 'build' | 'role'>>;

/** A node of the outline view. */
export interface PartNode {
  readonly item: OutlineItem;
  /** Of the text that its places are in. */
  readonly version: number;
}

export class Parts {
  readonly #drafts: Drafts;
  readonly #service: Service;

  constructor(drafts: Drafts, service: Service) {
    this.#drafts = drafts;
    this.#service = service;
  }

  /** Changes the parts that were chosen in the view, or the one at the cursor. */
  async change(change: Change, node?: PartNode, chosen?: readonly PartNode[]): Promise<boolean> {
    await this.#drafts.fresh();
    // What is inserted or joined has one place, that of the part that was pointed at.
    const nodes = this.#nodes(node, change === 'insert' || change === 'merge' ? undefined : chosen);
    if (nodes.length === 0) return this.#say('光标不在任何部分里。');
    return this.apply(change, nodes);
  }

  /** Splits the part at the cursor. */
  async split(): Promise<boolean> {
    const cursor = this.#cursor();
    return cursor ? this.apply('split', [], { cursor }) : false;
  }

  /** Asks where a part should go. */
  async moveTo(node?: PartNode, chosen?: readonly PartNode[]): Promise<boolean> {
    await this.#drafts.fresh();
    const nodes = this.#nodes(node, chosen);
    if (nodes.length === 0) return this.#say('光标不在任何部分里。');
    const targets = flatten(this.#drafts.current?.overview.outline ?? []).filter(
      (item) => item.depth > 0 && !nodes.some((own) => flatten([own.item]).includes(item)),
    );
    const target = await vscode.window.showQuickPick(
      targets.map((item) => ({
        label: `${'　'.repeat(Math.max(0, item.depth - 1))}${item.marker}${item.title}`,
        item,
      })),
      { placeHolder: '移到哪个部分旁边', matchOnDescription: true },
    );
    if (!target) return false;
    const where = await vscode.window.showQuickPick(
      [
        { label: '它的前面', where: 'before' as const },
        { label: '它的后面', where: 'after' as const },
        { label: '它的里面，排在最后', where: 'into' as const },
      ],
      { placeHolder: `移到“${target.item.marker}${target.item.title}”的` },
    );
    return where ? this.apply('move', nodes, { target: target.item.selection.start, where: where.where }) : false;
  }

  /** True when the text was changed. */
  async apply(change: Change, nodes: readonly PartNode[], details: Details = {}): Promise<boolean> {
    const draft = await this.#drafts.fresh();
    const client = this.#service.running;
    if (!draft || !client) return false;
    if (nodes.some(({ version }) => version !== draft.document.version)) return this.#say(outdated);
    const params: ChangePartsParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(draft.document),
      version: draft.document.version,
      change,
      parts: nodes.map(({ item }) => item.selection.start),
      ...details,
    };
    const answer = await client.sendRequest<ChangedParts | null>(changePartsMethod, params);
    if (!answer) return false;
    if (answer.refused !== undefined) return this.#say(answer.refused);
    if (answer.edits.length === 0) return false;
    if (draft.document.version !== params.version) return this.#say(outdated);
    const edits = await client.protocol2CodeConverter.asTextEdits([...answer.edits]);
    if (!(await applyEdits(draft.document, edits))) return this.#say(unchanged);
    await this.#drafts.refresh();
    return true;
  }

  #nodes(node?: PartNode, chosen?: readonly PartNode[]): readonly PartNode[] {
    if (node) return chosen && chosen.length > 1 && chosen.includes(node) ? chosen : [node];
    const cursor = this.#cursor();
    const overview = this.#drafts.current?.overview;
    if (!cursor || !overview) return [];
    const innermost = flatten(overview.outline).findLast((item) => item.depth > 0 && holds(item.range, cursor));
    return innermost ? [{ item: innermost, version: overview.version }] : [];
  }

  #cursor(): vscode.Position | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document === this.#drafts.current?.document ? editor.selection.active : undefined;
  }

  #say(message: string): false {
    say(message);
    return false;
  }
}

const flatten = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
  items.flatMap((item) => [item, ...flatten(item.children)]);

const mime = 'application/vnd.code.tree.jianggao.outline';

/**
 * Drag and drop in the outline view. On a sibling the part takes its place, on what stands a level higher it goes inside, last; on anything else it goes
 * behind that, a level further in or out; below the last row, behind the last of its siblings.
 */
export class PartsDragAndDrop<Node extends PartNode & { readonly parent: Node | undefined }>
  implements vscode.TreeDragAndDropController<Node>
{
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];
  readonly #parts: Parts;
  readonly #siblings: (node: Node) => readonly Node[];
  #dragged: readonly Node[] = [];

  constructor(parts: Parts, siblings: (node: Node) => readonly Node[]) {
    this.#parts = parts;
    this.#siblings = siblings;
  }

  handleDrag(nodes: readonly Node[], transfer: vscode.DataTransfer): void {
    this.#dragged = nodes.filter(({ item }) => item.depth > 0);
    transfer.set(mime, new vscode.DataTransferItem(this.#dragged.length));
  }

  async handleDrop(on: Node | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const dragged = this.#dragged;
    const first = dragged[0];
    const target = on ?? (first && this.#siblings(first).at(-1));
    if (!target || !first || !transfer.get(mime)) return;
    // Where the view was filled anew during the drag the places of these are old, which is said.
    await this.#parts.apply('move', dragged, { target: target.item.selection.start, where: whereTo(first, target) });
  }
}

function whereTo<Node extends PartNode & { readonly parent: Node | undefined }>(
  first: Node,
  target: Node,
): 'before' | 'after' | 'into' {
  if (target.parent === first.parent && target.item.depth === first.item.depth)
    return isBefore(first.item, target.item) ? 'after' : 'before';
  return target.item.depth < first.item.depth ? 'into' : 'after';
}

const isBefore = (a: OutlineItem, b: OutlineItem): boolean =>
  a.range.start.line < b.range.start.line ||
  (a.range.start.line === b.range.start.line && a.range.start.character < b.range.start.character);
