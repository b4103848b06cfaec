/** Moving, inserting, deleting, splitting and merging parts of the speech: the server says how, one edit does it, one undo takes it back. */
import * as vscode from 'vscode';
import {
  type ChangedParts,
  type ChangePartsParams,
  changePartsMethod,
  type OutlineItem,
} from '../../server/src/lsp/protocol.ts';
import type { Drafts } from './drafts.ts';
import type { Service } from './service.ts';

type Change = ChangePartsParams['change'];
type Details = Partial<Pick<ChangePartsParams, 'target' | 'where' | 'cursor' | 'build' | 'role'>>;

/** A node of the outline view. */
interface PartNode {
  readonly item: OutlineItem;
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
    const items = this.#items(node, chosen);
    if (items.length === 0) return this.#say('光标不在任何部分里。');
    return this.apply(change, items);
  }

  /** Splits the part at the cursor. */
  async split(): Promise<boolean> {
    const cursor = this.#cursor();
    return cursor ? this.apply('split', [], { cursor }) : false;
  }

  /** Asks where a part should go. */
  async moveTo(node?: PartNode, chosen?: readonly PartNode[]): Promise<boolean> {
    await this.#drafts.fresh();
    const items = this.#items(node, chosen);
    if (items.length === 0) return this.#say('光标不在任何部分里。');
    const targets = flatten(this.#drafts.current?.overview.outline ?? []).filter(
      (item) => item.depth > 0 && !items.some((own) => holds(own, item)),
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
    return where ? this.apply('move', items, { target: target.item.selection.start, where: where.where }) : false;
  }

  /** True when the text was changed. */
  async apply(change: Change, items: readonly OutlineItem[], details: Details = {}): Promise<boolean> {
    const draft = await this.#drafts.fresh();
    const client = this.#service.running;
    if (!draft || !client) return false;
    const params: ChangePartsParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(draft.document),
      version: draft.document.version,
      change,
      parts: items.map(({ selection }) => selection.start),
      ...details,
    };
    const answer = await client.sendRequest<ChangedParts | null>(changePartsMethod, params);
    if (!answer) return false;
    if (answer.refused !== undefined) return this.#say(answer.refused);
    if (answer.edits.length === 0) return false;
    if (draft.document.version !== params.version) return this.#say('正文刚刚改过，请再试一次。');
    const edit = new vscode.WorkspaceEdit();
    edit.set(draft.document.uri, await client.protocol2CodeConverter.asTextEdits([...answer.edits]));
    const applied = await vscode.workspace.applyEdit(edit);
    if (applied) await this.#drafts.refresh();
    return applied;
  }

  #items(node?: PartNode, chosen?: readonly PartNode[]): readonly OutlineItem[] {
    if (node) return (chosen && chosen.length > 1 && chosen.includes(node) ? chosen : [node]).map(({ item }) => item);
    const cursor = this.#cursor();
    const outline = this.#drafts.current?.overview.outline ?? [];
    const inside = cursor ? flatten(outline).filter((item) => item.depth > 0 && within(item, cursor)) : [];
    const innermost = inside.at(-1);
    return innermost ? [innermost] : [];
  }

  #cursor(): vscode.Position | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document === this.#drafts.current?.document ? editor.selection.active : undefined;
  }

  #say(message: string): false {
    void vscode.window.setStatusBarMessage(message, 6000);
    return false;
  }
}

export const flatten = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
  items.flatMap((item) => [item, ...flatten(item.children)]);

function within({ range: { start, end } }: OutlineItem, { line, character }: vscode.Position): boolean {
  return (
    (line > start.line || (line === start.line && character >= start.character)) &&
    (line < end.line || (line === end.line && character <= end.character))
  );
}

const holds = (outer: OutlineItem, inner: OutlineItem): boolean => flatten([outer]).includes(inner);

const mime = 'application/vnd.code.tree.jianggao.outline';

/** Drag and drop in the outline view: on a sibling it takes its place, on anything else it goes inside or behind. */
export class PartsDragAndDrop<Node extends PartNode & { readonly parent: Node | undefined }>
  implements vscode.TreeDragAndDropController<Node>
{
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];
  readonly #parts: Parts;
  #dragged: readonly Node[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  handleDrag(nodes: readonly Node[], transfer: vscode.DataTransfer): void {
    this.#dragged = nodes.filter(({ item }) => item.depth > 0);
    transfer.set(mime, new vscode.DataTransferItem(this.#dragged.length));
  }

  async handleDrop(target: Node | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const dragged = this.#dragged;
    const first = dragged[0];
    if (!target || !first || !transfer.get(mime)) return;
    const where =
      target.parent === first.parent && target.item.depth === first.item.depth
        ? isBefore(first.item, target.item)
          ? 'after'
          : 'before'
        : target.item.depth < first.item.depth
          ? 'into'
          : 'after';
    await this.#parts.apply(
      'move',
      dragged.map(({ item }) => item),
      { target: target.item.selection.start, where },
    );
  }
}

const isBefore = (a: OutlineItem, b: OutlineItem): boolean =>
  a.range.start.line < b.range.start.line ||
  (a.range.start.line === b.range.start.line && a.range.start.character < b.range.start.character);
