/** The composition root of the VS Code side. No checking logic here: the server says what is to be shown. */
import * as vscode from 'vscode';
import { Badges } from './badges.ts';
import { BlanksView } from './blanks-view.ts';
import { BuildView } from './build-view.ts';
import { CalmBlanks } from './calm-blanks.ts';
import { Choices } from './choices.ts';
import { commandsOf } from './commands.ts';
import { setContext } from './context-keys.ts';
import { Drafts } from './drafts.ts';
import { Editing } from './editing.ts';
import { EncodingHint } from './encoding-hint.ts';
import { FiguresView } from './figures-view.ts';
import { isOnBlank } from './fill.ts';
import { FolderCheck } from './folder-check.ts';
import { LanguageOffer } from './language-offer.ts';
import { OutlineView } from './outline-view.ts';
import { Parts } from './parts.ts';
import { Service } from './service.ts';
import { Status } from './status.ts';
import { TemplateView } from './template-view.ts';
import { Library } from './templates.ts';

export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const choices = own(new Choices(context.workspaceState));
  const calm = own(new CalmBlanks());
  const service = own(new Service(context, () => choices.all, calm.middleware));
  const drafts = own(new Drafts(service, choices));
  const parts = new Parts(drafts, service);
  const outline = own(new OutlineView(drafts, parts, own(new Badges()), service.log));
  own(new BuildView(drafts));
  own(new BlanksView(drafts));
  const figures = own(new FiguresView(drafts, service));
  own(new Status(drafts));
  own(new Editing(service));
  own(new EncodingHint());
  const offer = own(new LanguageOffer(drafts, context.globalState));
  const folder = own(new FolderCheck(service));
  const library = own(new Library(service));
  const templates = own(new TemplateView(library, drafts, service));

  const house = { context, choices, service, drafts, parts, outline, figures, offer, folder, library, templates };
  for (const [name, run] of Object.entries(commandsOf(house)))
    own(vscode.commands.registerCommand(`jianggao.${name}`, run));

  const lookForBlank = (): void =>
    setContext('jianggao.onBlank', isOnBlank(drafts.current, vscode.window.activeTextEditor));
  own(vscode.window.onDidChangeTextEditorSelection(lookForBlank));
  own(drafts.onDidChange(lookForBlank));
}
