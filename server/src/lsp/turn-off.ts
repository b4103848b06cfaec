/** Turning a rule off: one key in the `jianggao.json` that holds for the draft, or a new one beside it. */
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modify } from 'jsonc-parser';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationName } from '../host/find-configuration.ts';
import { Lines, toTextEdit } from './positions.ts';
import { pathOf, type Workspace } from './workspace.ts';

/** Undefined for a draft that is no file, in a workspace that is not trusted, and where the configuration is broken. */
export function turnOffEdit(workspace: Workspace, uri: string, rule: string): WorkspaceEdit | undefined {
  const file = pathOf(uri);
  if (file === undefined || !workspace.trusted) return undefined;
  const found = workspace.configurationText(file);
  if (found === undefined) {
    const folder = workspace.folders.find((each) => file.startsWith(`${each}/`) || file.startsWith(`${each}\\`));
    const target = pathToFileURL(join(folder ?? dirname(file), configurationName)).href;
    const newText = `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        { textDocument: { uri: target, version: null }, edits: [{ range: { start, end: start }, newText }] },
      ],
    };
  }
  if (found.text === undefined || basename(found.path) !== configurationName) return undefined;
  const lines = Lines.of(found.text);
  const edits = modify(found.text, ['rules', rule], 'off', { formattingOptions: { insertSpaces: true, tabSize: 2 } });
  return {
    documentChanges: [
      {
        textDocument: { uri: pathToFileURL(found.path).href, version: null },
        edits: edits.map(({ offset, length, content }) =>
          toTextEdit(lines, { start: offset, end: offset + length, text: content }),
        ),
      },
    ],
  };
}
