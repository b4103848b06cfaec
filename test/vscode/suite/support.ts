import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';

export const workspace = process.env['JIANGGAO_TEST_WORKSPACE'] ?? '';
export const file = (...parts: string[]): vscode.Uri => vscode.Uri.file(path.join(workspace, ...parts));

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Waits for a condition for as long as a slow machine needs; never for a fixed time. */
export async function until<T>(
  what: string,
  probe: () => T | Thenable<T>,
): Promise<NonNullable<T> & Exclude<T, false>> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<T> & Exclude<T, false>;
    if (Date.now() > deadline) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '讲稿');

export const rulesIn = (uri: vscode.Uri): string[] => findings(uri).map(({ code }) => String(code));

export const finding = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> =>
  until(`${rule} in ${uri.path}`, () => findings(uri).find(({ code }) => code === rule));

export const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

/** Where a text first stands. */
export function placeOf(document: vscode.TextDocument, text: string, within = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `“${text}” is not in the draft`);
  return document.positionAt(at + within);
}

/** Puts the cursor where a text first stands. */
export function goTo(editor: vscode.TextEditor, text: string): void {
  const place = placeOf(editor.document, text);
  editor.selection = new vscode.Selection(place, place);
}

/** The headings 一、 to 五、, as they are written. */
export const headingsOf = (document: vscode.TextDocument): string[] =>
  document
    .getText()
    .split('\n')
    .filter((line) => /^[一二三四五]、/.test(line));

/** Takes back every unsaved change. */
export async function revert(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await run('workbench.action.files.revert');
}

/** Process ids of language servers of this extension host. */
export function servers(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match?.[2] === String(process.pid) && match[3]?.includes('dist/server.js'))
    .map((match) => Number(match![1]));
}

/** The installed package. */
export function installed(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('jianggao.jianggao');
  assert.ok(extension, 'the extension is not installed');
  return extension;
}

/** Files of the extension that this host has loaded. */
export const loaded = (): string[] =>
  Object.keys(require.cache)
    .filter((name) => name.startsWith(installed().extensionPath))
    .map((name) => path.relative(installed().extensionPath, name).replaceAll('\\', '/'));

/** Changes one setting while something is done, for the whole workspace. */
export async function withSetting(name: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await act();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
