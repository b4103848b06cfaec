/** What the extension's commands do, by name: each of them hands on to the part of the house that knows how. */
import * as vscode from 'vscode';
import { plainTextMethod } from '../../server/src/lsp/protocol.ts';
import type { Choices } from './choices.ts';
import type { Drafts } from './drafts.ts';
import { bringToFront } from './editors.ts';
import type { FiguresView } from './figures-view.ts';
import { type FillArgument, fill, goToBlank } from './fill.ts';
import type { FolderCheck } from './folder-check.ts';
import type { LanguageOffer } from './language-offer.ts';
import { newDraft } from './new-draft.ts';
import type { Node as OutlineNode, OutlineView } from './outline-view.ts';
import type { Parts } from './parts.ts';
import { toRange } from './places.ts';
import { renumber } from './renumber.ts';
import { saveAsTemplate } from './save-template.ts';
import { say } from './say.ts';
import type { Service } from './service.ts';
import type { TemplateNode, TemplateView } from './template-view.ts';
import type { Library } from './templates.ts';

export interface House {
  readonly context: vscode.ExtensionContext;
  readonly choices: Choices;
  readonly service: Service;
  readonly drafts: Drafts;
  readonly parts: Parts;
  readonly outline: OutlineView;
  readonly figures: FiguresView;
  readonly offer: LanguageOffer;
  readonly folder: FolderCheck;
  readonly library: Library;
  readonly templates: TemplateView;
}

type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

export const commandsOf = (house: House): Commands => ({
  ...draftCommands(house),
  ...fileCommands(house),
  ...partCommands(house),
  ...templateCommands(house),
  ...viewCommands(house),
});

/** What is done in the draft. */
const draftCommands = ({ drafts, service, choices }: House): Commands => ({
  nextBlank: () => goToBlank(drafts, 1),
  previousBlank: () => goToBlank(drafts, -1),
  fill: (argument?: FillArgument) => fill(drafts, argument),
  fix: () => vscode.commands.executeCommand('editor.action.quickFix'),
  renumber: (node?: OutlineNode) => renumber(drafts, node),
  copyPlainText: async () => {
    const document = (await drafts.fresh())?.document;
    const client = service.running;
    if (!document || !client) return;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const text = await client.sendRequest<string | null>(plainTextMethod, { textDocument });
    if (text === null) return;
    await vscode.env.clipboard.writeText(text);
    say('已复制为纯文本。');
  },
  switchStage: async () => {
    const draft = await drafts.fresh();
    if (draft) await choices.setStage(draft.document.uri, draft.overview.stage === 'final' ? 'draft' : 'final');
  },
});

const sample = 'snippets/samples/招商引资推进会讲话.md';

/** Whether the server can be told of a document; says so where it cannot. */
function canBeSpeech(document: vscode.TextDocument, service: Service): boolean {
  if (service.hears(document)) return true;
  const message = '这种文件不能当作讲稿检查。请先把右下角的语言改成“讲稿”、Markdown 或纯文本。';
  void vscode.window.showInformationMessage(message);
  return false;
}

/** What is done with files: checked, taken for speeches or not, opened. */
function fileCommands({ context, choices, drafts, service, folder, offer }: House): Commands {
  const treatAs = async (speech: boolean): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || (speech && !canBeSpeech(document, service))) return;
    await choices.setSpeech(document.uri, speech);
    if (speech) await service.start();
  };
  return {
    check: async (uri?: vscode.Uri) => {
      const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
      if (!document) return;
      if (uri) await vscode.window.showTextDocument(document);
      if (!canBeSpeech(document, service)) return;
      if (!drafts.current || uri) await choices.setSpeech(document.uri, true);
      await service.start();
      await drafts.refresh();
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    },
    checkFolder: (uri?: vscode.Uri) => folder.run(uri),
    // Of what a quick fix has changed in another file.
    save: async (uri: string) => {
      const name = vscode.Uri.parse(uri).toString();
      await vscode.workspace.textDocuments.find((each) => each.uri.toString() === name)?.save();
    },
    treatAsSpeech: () => treatAs(true),
    treatAsOther: () => treatAs(false),
    useSpeechLanguage: () => offer.ask(),
    openSample: async () => {
      const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, sample));
      const document = await vscode.workspace.openTextDocument({
        language: 'speech',
        content: new TextDecoder().decode(content),
      });
      await vscode.window.showTextDocument(document);
    },
  };
}

function partCommands({ parts }: House): Commands {
  const change = (what: Parameters<Parts['change']>[0]) => (node?: OutlineNode, chosen?: readonly OutlineNode[]) =>
    parts.change(what, node, chosen);
  return {
    'parts.moveUp': change('up'),
    'parts.moveDown': change('down'),
    'parts.promote': change('promote'),
    'parts.demote': change('demote'),
    'parts.insertAfter': change('insert'),
    'parts.delete': change('delete'),
    'parts.merge': change('merge'),
    'parts.split': () => parts.split(),
    'parts.moveTo': (node?: OutlineNode, chosen?: readonly OutlineNode[]) => parts.moveTo(node, chosen),
    'build.insert': ({ role, build }: { readonly role: string; readonly build: number }) =>
      parts.apply('role', [], { role, build }),
  };
}

const templateCommands = ({ context, drafts, service, library, templates }: House): Commands => ({
  newDraft: (node?: TemplateNode) => newDraft(library, context.globalState, node),
  insertTemplate: (node?: TemplateNode) => templates.insert(node),
  saveAsTemplate: () => saveAsTemplate(drafts, service, library),
  'templates.preview': (node: TemplateNode) => templates.preview(node),
  'templates.reveal': (node: TemplateNode) => templates.reveal(node),
  'templates.refresh': () => templates.refresh(),
  'templates.bySpeaker': () => templates.group('speaker'),
  'templates.byGenre': () => templates.group('genre'),
  'templates.export': (node?: TemplateNode) => templates.exportPack(node),
  'templates.import': () => templates.importPack(),
});

/** What is shown, and where. */
const viewCommands = ({ context, service, outline, figures }: House): Commands => ({
  goTo,
  showLog: () => service.log.show(),
  restartServer: () => service.restart(),
  openWalkthrough: () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
  'figures.showMismatches': () => figures.only(true),
  'figures.showAll': () => figures.only(false),
  'outline.levelOne': () => outline.openTo('one'),
  'outline.levelTwo': () => outline.openTo('two'),
  'outline.levelAll': () => outline.openTo('all'),
  'outline.showFlagged': () => outline.filter(true),
  'outline.showAll': () => outline.filter(false),
});

interface Point {
  readonly line: number;
  readonly character: number;
}

/** Shows a place; hovers, whose links cannot hold a `Uri`, tell theirs as text. */
async function goTo(uri: vscode.Uri | string | undefined, start: Point, end: Point = start): Promise<void> {
  if (uri === undefined) return;
  const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  const range = toRange({ start, end });
  const document = await vscode.workspace.openTextDocument(target);
  const editor = await bringToFront(document, { selection: range });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
