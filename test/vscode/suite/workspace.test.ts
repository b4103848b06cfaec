import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, findings, placeOf, revert, rulesIn, run, show, until } from './support.ts';

describe('documents and folders in VS Code', () => {
  it('takes a plain text for a speech by its looks, and leaves a README alone', async () => {
    const { document } = await show(file('drafts', 'fayan.txt'));
    assert.equal(document.languageId, 'plaintext');
    await finding(document.uri, 'text/pairing');
    const readme = await show(file('drafts', 'README.md'));
    await run('vscode.executeDocumentSymbolProvider', readme.document.uri);
    assert.deepEqual(findings(readme.document.uri), []);
  });

  it('believes the user in both directions', async () => {
    const { document } = await show(file('drafts', 'README.md'));
    await run('jianggao.treatAsSpeech');
    await finding(document.uri, 'text/pairing');
    await run('jianggao.treatAsOther');
    await until('silence', () => findings(document.uri).length === 0);
  });

  it('reads each folder’s own configuration, and reads it again when it changes', async () => {
    const draft = (await show(file('office', 'fayan.txt'))).document;
    const other = (await show(file('drafts', 'fayan.txt'))).document;
    await finding(other.uri, 'text/pairing');
    assert.ok(!rulesIn(draft.uri).includes('text/pairing'));
    const configuration = file('office', 'jianggao.json');
    const before = await vscode.workspace.fs.readFile(configuration);
    await vscode.workspace.fs.writeFile(configuration, new TextEncoder().encode('{}\n'));
    try {
      await show(draft.uri);
      await finding(draft.uri, 'text/pairing');
    } finally {
      await vscode.workspace.fs.writeFile(configuration, before);
    }
    await until('silence', () => !rulesIn(draft.uri).includes('text/pairing'));
  });

  it('checks the configuration itself, and helps to write it', async () => {
    const editor = await show(file('office', 'jianggao.json'));
    const { document } = editor;
    assert.equal(document.languageId, 'jsonc');
    await editor.edit((edit) => edit.insert(placeOf(document, '"text/pairing"', 1), 'x'));
    const fault = await until('a fault', () => findings(document.uri)[0]);
    assert.match(fault.message, /xtext\/pairing/);
    await revert(editor);
    await until('silence', () => findings(document.uri).length === 0);
    const list = await until('completion from the schema', async () => {
      const found = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        placeOf(document, '"rules"', '"rules": { '.length),
      );
      return found.items.some(({ label }) => String(label).includes('text/')) && found;
    });
    assert.ok(list.items.length > 0);
  });

  it('turns a rule off in the configuration of the folder', async () => {
    const uri = file('office', 'fayan.txt');
    const editor = await show(uri);
    await editor.edit((edit) => edit.insert(placeOf(editor.document, '二、狠抓'), '四、补充\n    要抓紧。\n    '));
    await run('workbench.action.files.save');
    const fault = await finding(uri, 'structure/numbering');
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, fault.range, 'quickfix');
    const off = actions.find(({ title }) => title.startsWith('关闭这条规则'));
    assert.ok(off?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(off.edit);
    // As from the menu: the edit, then the command, which saves what was changed.
    await run(off.command!.command, ...(off.command!.arguments ?? []));
    await until('silence', () => !rulesIn(uri).includes('structure/numbering'));
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri: { path } }) => path),
      [],
    );
  });

  it('recognises an untitled speech while it is typed', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.insert(
        new vscode.Position(0, 0),
        '# 在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n今天很好。\n\n三、压实责任\n\n要落实。\n',
      ),
    );
    await finding(document.uri, 'structure/numbering');
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('checks a whole folder, closed drafts too', async () => {
    await run('workbench.action.closeAllEditors');
    await show(file('drafts', 'tuijin.speech'));
    await run('jianggao.checkFolder', file('drafts'));
    await finding(file('drafts', 'fayan.txt'), 'text/pairing');
    assert.deepEqual(findings(file('drafts', 'README.md')), []);
  });

  it('registers every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension('jianggao.jianggao');
    assert.ok(extension);
    const { commands } = extension.packageJSON.contributes as { commands: { command: string; title: string }[] };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.filter(({ command }) => !registered.has(command)).map(({ command }) => command),
      [],
    );
  });

  it('opens the sample, which has something to find', async () => {
    await run('jianggao.openSample');
    const document = await until('the sample', () => vscode.window.activeTextEditor?.document);
    assert.equal(document.isUntitled, true);
    await until('findings', () => findings(document.uri).length > 0);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('offers the language of speeches to plain text, and takes the answer', async () => {
    const { document } = await show(file('drafts', 'fayan.txt'));
    await finding(document.uri, 'text/pairing');
    const answered = run('jianggao.useSpeechLanguage');
    const changed = await until('the language', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.workspace.textDocuments.find(
        ({ uri, languageId }) => uri.path === document.uri.path && languageId === 'speech',
      );
    });
    await answered;
    await finding(changed.uri, 'text/pairing');
    await vscode.languages.setTextDocumentLanguage(changed, 'plaintext');
  });
});
