/** Filling blanks: one value, all places of one missing thing, each of them shown and open to refusal before anything is written. */
import * as vscode from 'vscode';
import type { BlankGroup, BlankPlace, Overview } from '../../server/src/lsp/protocol.ts';
import { type BlankNode, excerpt } from './blanks-view.ts';
import type { Draft, Drafts } from './drafts.ts';
import { bringToFront, change, editorOf, unchanged } from './editors.ts';
import { holds, toRange } from './places.ts';
import { prompted } from './prompts.ts';
import { say } from './say.ts';

/** What code actions and hovers hand to the command `jianggao.fill`. */
export interface FillRequest {
  readonly key: string;
  /** Only the place that begins here, not the others of its group. */
  readonly here?: { readonly line: number; readonly character: number };
  /** What to fill in; asked for when absent. */
  readonly value?: string;
}

export type FillArgument = BlankNode | FillRequest | undefined;

/** What is to be filled in: all places of a missing thing, or one of them. */
interface Target {
  readonly group: BlankGroup;
  readonly places: readonly BlankPlace[];
}

export async function fill(drafts: Drafts, argument: FillArgument): Promise<void> {
  const draft = await drafts.fresh();
  const target = draft && (await choose(draft, argument));
  if (!target) return;
  const given = argument && 'key' in argument ? argument.value : undefined;
  const value = given ?? (await ask(target));
  if (value === undefined || value === '') return;
  // While one is being asked the draft can be written on: the places are looked up again.
  const { document } = draft;
  const now = document.version === draft.overview.version ? draft : await drafts.fresh();
  const found = now?.document === document ? again(now.overview, draft.overview, target) : undefined;
  if (now && found) await write(now, found, value);
  else if (!document.isClosed) say(unchanged);
}

const ask = ({ group, places }: Target): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: places.length > 1 ? `填写${group.what}（${places.length} 处）` : `填写${group.what}`,
    prompt: places.slice(0, 3).map(excerpt).join('　'),
    placeHolder: places.length > 1 ? '输入后先逐处预览，可以取消其中几处' : `原文“${places[0]?.text ?? ''}”`,
    ignoreFocusOut: true,
  });

/** The same target in a later text: a whole group by what is missing, one of its places while there are as many as before. */
function again(now: Overview, before: Overview, { group, places }: Target): Target | undefined {
  if (now === before) return { group, places };
  const found = now.groups.find(({ key }) => key === group.key);
  if (!found) return undefined;
  if (places.length === group.places.length) return { group: found, places: found.places };
  if (found.places.length !== group.places.length) return undefined;
  return { group: found, places: found.places.filter((_, i) => places.includes(group.places[i]!)) };
}

async function choose({ document, overview }: Draft, argument: FillArgument): Promise<Target | undefined> {
  const whole = (group: BlankGroup | undefined): Target | undefined => group && { group, places: group.places };
  if (argument && 'type' in argument) {
    // The tree may be some keystrokes old: the group is looked up again.
    const group = overview.groups.find(({ key }) => key === argument.group.key);
    if (argument.type === 'group') return whole(group);
    const place = group?.places[argument.group.places.indexOf(argument.place)];
    return group && place && { group, places: [place] };
  }
  const at = (group: BlankGroup, position: vscode.Position): BlankPlace | undefined =>
    group.places.find(({ range }) => holds(range, position));
  if (argument) {
    const group = overview.groups.find(({ key }) => key === argument.key);
    if (!argument.here) return whole(group);
    const place = group && at(group, new vscode.Position(argument.here.line, argument.here.character));
    return place && { group, places: [place] };
  }
  const cursor = editorOf(document)?.selection.active;
  return whole(overview.groups.find((group) => cursor && at(group, cursor)) ?? (await pick(overview)));
}

async function pick({ groups }: Overview): Promise<BlankGroup | undefined> {
  const items = groups.map((group) => ({
    label: group.what,
    description: group.places.length > 1 ? `${group.places.length} 处` : '',
    detail: group.places.slice(0, 3).map(excerpt).join('　'),
    group,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: '填写待填',
    placeHolder: groups.length === 0 ? '没有待填的内容' : '要填哪一项',
    matchOnDetail: true,
  });
  return picked?.group;
}

async function write(
  { document, overview: { version } }: Draft,
  { group, places }: Target,
  value: string,
): Promise<void> {
  const chosen = places.length > 1 ? await preview(document, group, places, value) : places;
  if (chosen.length === 0) return;
  const edits = chosen.map((place) => vscode.TextEdit.replace(toRange(place.range), value));
  if (document.version !== version || !(await change(document, edits))) say(unchanged);
}

/** Characters shown to each side of what is filled in, at most. */
const shownAround = 20;
/** The clause that leads up to a blank: no other blank is cut through. */
const clauseBefore = (text: string): string =>
  text
    .slice(-shownAround)
    .split(/(?<=[，；。！？：])/)
    .at(-1) ?? '';
const clauseAfter = (text: string): string => {
  const shown = text.slice(0, shownAround);
  const end = /[；。！？]/.exec(shown);
  return end ? shown.slice(0, end.index + 1) : shown;
};

interface PreviewItem extends vscode.QuickPickItem {
  readonly place: BlankPlace;
}

/** Each place as it will read, all of them ticked; the editor shows the one that is looked at. Nothing when it is called off. */
async function preview(
  document: vscode.TextDocument,
  group: BlankGroup,
  places: readonly BlankPlace[],
  value: string,
): Promise<readonly BlankPlace[]> {
  const pick = vscode.window.createQuickPick<PreviewItem>();
  pick.title = `填写${group.what}：填入“${value}”`;
  pick.placeholder = '不想改的取消勾选，回车填入';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = places.map((place) => ({
    label: `${clauseBefore(place.before)}${value}${clauseAfter(place.after)}`,
    description: `第 ${place.range.start.line + 1} 行`,
    place,
  }));
  pick.selectedItems = pick.items;
  const chosen = await prompted<readonly BlankPlace[]>(pick, (answer) => [
    pick.onDidChangeActive(([item]) => {
      if (item)
        editorOf(document)?.revealRange(
          toRange(item.place.range),
          vscode.TextEditorRevealType.InCenterIfOutsideViewport,
        );
    }),
    pick.onDidAccept(() => answer(pick.selectedItems.map(({ place }) => place))),
  ]);
  return chosen ?? [];
}

/** Whether the cursor of the draft's editor is on a blank. */
export function isOnBlank(draft: Draft | undefined, editor: vscode.TextEditor | undefined): boolean {
  if (draft === undefined || editor?.document !== draft.document) return false;
  const cursor = editor.selection.active;
  return draft.overview.groups.some(({ places }) => places.some(({ range }) => holds(range, cursor)));
}

let going: Promise<void> = Promise.resolve();

/**
 * The blank after or before the cursor, round the ends; its mask is selected, so that typing replaces it. A key that is pressed again before the first has
 * got there goes on from there.
 */
export function goToBlank(drafts: Drafts, direction: 1 | -1): Promise<void> {
  const next = (): Promise<void> => go(drafts, direction);
  going = going.then(next, next);
  return going;
}

async function go(drafts: Drafts, direction: 1 | -1): Promise<void> {
  const draft = await drafts.fresh();
  if (!draft) return;
  const ranges = draft.overview.groups
    .flatMap((group) => group.places.map(({ range }) => toRange(range)))
    .sort((a, b) => a.start.compareTo(b.start));
  if (ranges.length === 0) {
    say('没有待填的内容。');
    return;
  }
  const editor = await bringToFront(draft.document);
  const { start, end } = editor.selection;
  const next =
    direction > 0
      ? (ranges.find((range) => range.start.isAfterOrEqual(end) && !range.isEqual(editor.selection)) ?? ranges[0])
      : (ranges.findLast((range) => range.end.isBeforeOrEqual(start) && !range.isEqual(editor.selection)) ??
        ranges.at(-1));
  if (!next) return;
  editor.selection = new vscode.Selection(next.start, next.end);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
