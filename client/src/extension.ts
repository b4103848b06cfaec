/** The composition root of the VS Code side. No checking logic here: the server says what is to be shown. */
import * as vscode from 'vscode';
import { plainTextMethod } from '../../server/src/lsp/protocol.ts';
import { Badges } from './badges.ts';
import { BlanksView } from './blanks-view.ts';
import { BuildView } from './build-view.ts';
import { CalmBlanks } from './calm-blanks.ts';
import { Choices } from './choices.ts';
import { setContext } from './context-keys.ts';
import { Drafts } from './drafts.ts';
import { Editing } from './editing.ts';
import { FiguresView } from './figures-view.ts';
import { type FillArgument, fill, goToBlank, isOnBlank } from './fill.ts';
import { FolderCheck } from './folder-check.ts';
import { newDraft } from './new-draft.ts';
import { type Node as OutlineNode, OutlineView } from './outline-view.ts';
import { Parts } from './parts.ts';
import { renumber } from './renumber.ts';
import { saveAsTemplate } from './save-template.ts';
import { Service } from './service.ts';
import { Status } from './status.ts';
import { type TemplateNode, TemplateView } from './template-view.ts';
import { Library } from './templates.ts';

const sample = 'snippets/samples/招商引资推进会讲话.md';

export function activate(context: vscode.ExtensionContext): void {
  const choices = new Choices(context.workspaceState);
  const calm = new CalmBlanks();
  const service = new Service(context, () => choices.all, calm.middleware);
  const drafts = new Drafts(service, choices);
  const parts = new Parts(drafts, service);
  const badges = new Badges();
  const outline = new OutlineView(drafts, parts, badges, service.log);
  const build = new BuildView(drafts);
  const figures = new FiguresView(drafts, service);
  const blanks = new BlanksView(drafts);
  const status = new Status(drafts, context.globalState);
  const folder = new FolderCheck(service);
  const library = new Library(service);
  const templates = new TemplateView(library, drafts, service);
  context.subscriptions.push(
    choices,
    service,
    calm,
    drafts,
    outline,
    build,
    blanks,
    figures,
    status,
    folder,
    library,
    templates,
    new Editing(service),
    badges,
  );

  const command = (name: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`jianggao.${name}`, run));
  };
  command('check', async (uri?: vscode.Uri) => {
    const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
    if (!document) return;
    if (uri) await vscode.window.showTextDocument(document);
    if (!drafts.current || uri) await choices.setSpeech(document.uri, true);
    await service.start();
    await drafts.refresh();
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  });
  command('checkFolder', (uri?: vscode.Uri) => folder.run(uri));
  command('nextBlank', () => goToBlank(drafts, 1));
  command('previousBlank', () => goToBlank(drafts, -1));
  command('fill', (argument?: FillArgument) => fill(drafts, argument));
  command('fix', () => vscode.commands.executeCommand('editor.action.quickFix'));
  command('renumber', (node?: OutlineNode) => renumber(drafts, node));
  command('copyPlainText', async () => {
    const document = drafts.current?.document;
    const client = service.running;
    if (!document || !client) return;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const text = await client.sendRequest<string | null>(plainTextMethod, { textDocument });
    if (text === null) return;
    await vscode.env.clipboard.writeText(text);
    void vscode.window.setStatusBarMessage('已复制为纯文本。', 4000);
  });
  command('switchStage', async () => {
    const draft = drafts.current;
    if (draft) await choices.setStage(draft.document.uri, draft.overview.stage === 'final' ? 'draft' : 'final');
  });
  const treatAs = (speech: boolean) => async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    await choices.setSpeech(document.uri, speech);
    if (speech) await service.start();
  };
  command('treatAsSpeech', treatAs(true));
  command('treatAsOther', treatAs(false));
  command('useSpeechLanguage', async () => {
    const document = drafts.current?.document;
    if (!document) return;
    const use = '改用讲稿语言';
    const answer = await vscode.window.showQuickPick([use, '保持纯文本，不再提示'], { placeHolder: '这是一份讲稿' });
    if (answer === undefined) return;
    await status.settleOffer();
    if (answer === use) await vscode.languages.setTextDocumentLanguage(document, 'speech');
  });
  command('openSample', async () => {
    const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, sample));
    const document = await vscode.workspace.openTextDocument({
      language: 'speech',
      content: new TextDecoder().decode(content),
    });
    await vscode.window.showTextDocument(document);
  });
  command('openWalkthrough', () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
  );
  command('newDraft', (node?: TemplateNode) => newDraft(library, context.globalState, node));
  command('insertTemplate', (node?: TemplateNode) => templates.insert(node));
  command('saveAsTemplate', () => saveAsTemplate(drafts, service, library));
  command('templates.preview', (node: TemplateNode) => templates.preview(node));
  command('templates.reveal', (node: TemplateNode) => templates.reveal(node));
  command('templates.refresh', () => templates.refresh());
  command('templates.bySpeaker', () => templates.group('speaker'));
  command('templates.byGenre', () => templates.group('genre'));
  command('templates.export', (node?: TemplateNode) => templates.exportPack(node));
  command('templates.import', () => templates.importPack());
  const partsCommand = (
    name: string,
    change: 'up' | 'down' | 'promote' | 'demote' | 'insert' | 'delete' | 'merge',
  ): void =>
    command(`parts.${name}`, (node?: OutlineNode, chosen?: readonly OutlineNode[]) =>
      parts.change(change, node, chosen),
    );
  partsCommand('moveUp', 'up');
  partsCommand('moveDown', 'down');
  partsCommand('promote', 'promote');
  partsCommand('demote', 'demote');
  partsCommand('insertAfter', 'insert');
  partsCommand('delete', 'delete');
  partsCommand('merge', 'merge');
  command('parts.split', () => parts.split());
  command('parts.moveTo', (node?: OutlineNode, chosen?: readonly OutlineNode[]) => parts.moveTo(node, chosen));
  command('build.insert', ({ role, build: index }: { readonly role: string; readonly build: number }) =>
    parts.apply('role', [], { role, build: index }),
  );
  command('showLog', () => service.log.show());
  command('restartServer', () => service.restart());
  command('goTo', (uri: vscode.Uri | string | undefined, start: Point, end: Point = start) => goTo(uri, start, end));
  command('figures.showMismatches', () => figures.only(true));
  command('figures.showAll', () => figures.only(false));
  command('outline.levelOne', () => outline.openTo('one'));
  command('outline.levelTwo', () => outline.openTo('two'));
  command('outline.levelAll', () => outline.openTo('all'));
  command('outline.showFlagged', () => outline.filter(true));
  command('outline.showAll', () => outline.filter(false));

  const lookForBlank = (): void =>
    setContext('jianggao.onBlank', isOnBlank(drafts.current, vscode.window.activeTextEditor));
  context.subscriptions.push(
    vscode.window.onDidChangeTextEditorSelection(lookForBlank),
    drafts.onDidChange(lookForBlank),
  );
}

interface Point {
  readonly line: number;
  readonly character: number;
}

async function goTo(uri: vscode.Uri | string | undefined, start: Point, end: Point): Promise<void> {
  if (uri === undefined) return;
  const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const document = await vscode.workspace.openTextDocument(target);
  const editor = await vscode.window.showTextDocument(document, { selection: range, preserveFocus: false });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
