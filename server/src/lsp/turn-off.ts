/** Turning a rule off: one key in the `jianggao.json` that holds for the draft, or a new one beside it. */
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modify } from 'jsonc-parser';
import type { Command, WorkspaceEdit } from 'vscode-languageserver';
import { configurationName } from '../host/find-configuration.ts';
import { Lines, toTextEdit } from './positions.ts';
import { isConfiguration, type Session } from './session.ts';
import { pathOf } from './uris.ts';

/** What is to be saved after the edit: an editor leaves open what it has changed elsewhere, and the rule would go on. Only the extension has the command. */
export const saveAfter = (title: string, edit: WorkspaceEdit): Command | undefined => {
  const changed = edit.documentChanges?.find((change) => 'textDocument' in change);
  return changed && { title, command: 'jianggao.save', arguments: [changed.textDocument.uri] };
};

/** Undefined for a draft that is no file, in a workspace that is not trusted, and where the configuration is broken. */
export function turnOffEdit({ workspace, open }: Session, uri: string, rule: string): WorkspaceEdit | undefined {
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
  // What is in the editor is what is edited, saved or not.
  const shown = [...open.values()].find((each) => isConfiguration(each.uri) && pathOf(each.uri) === found.path);
  const text = shown?.text ?? found.text;
  if (text === undefined || basename(found.path) !== configurationName) return undefined;
  const lines = Lines.of(text);
  const edits = modify(text, ['rules', rule], 'off', { formattingOptions: { insertSpaces: true, tabSize: 2 } });
  return {
    documentChanges: [
      {
        textDocument: { uri: shown?.uri ?? pathToFileURL(found.path).href, version: shown?.version ?? null },
        edits: edits.map(({ offset, length, content }) =>
          toTextEdit(lines, { start: offset, end: offset + length, text: content }),
        ),
      },
    ],
  };
}
