import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, placeOf, revert, rulesIn, run, show, until } from './support.ts';

const uri = file('drafts', 'tuijin.speech');

describe('a draft in VS Code', () => {
  let editor: vscode.TextEditor;
  before(async () => {
    editor = await show(uri);
    await finding(uri, 'text/pairing');
  });
  afterEach(() => revert(editor));

  it('is a speech, with settings for writing', () => {
    assert.equal(editor.document.languageId, 'speech');
    const settings = vscode.workspace.getConfiguration('editor', editor.document);
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('unicodeHighlight.ambiguousCharacters'), false);
    // Not every theme asks for it: without it markers and figures are plain in high contrast on white.
    assert.equal(settings.get('semanticHighlighting.enabled'), true);
  });

  it('shows findings with their places, and blanks as no problems while drafting', async () => {
    const gap = await finding(uri, 'structure/numbering');
    assert.equal(editor.document.getText(gap.range), '四、');
    assert.ok((gap.relatedInformation?.length ?? 0) > 0);
    assert.ok(!rulesIn(uri).includes('placeholders/unfilled'));
  });

  it('has an outline', async () => {
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const [title] = symbols;
    assert.equal(title?.name, '在全县重点项目建设推进会上的讲话');
    assert.deepEqual(
      title?.children.map(({ name }) => name.slice(0, 2)),
      ['一、', '二、', '四、'],
    );
    assert.deepEqual(
      title?.children[1]?.children.map(({ name }) => name),
      ['一是抓招商', '二是抓落地', '三是抓服务'],
    );
  });

  it('folds its parts', async () => {
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    const { line } = placeOf(editor.document, '二、突出重点');
    assert.ok(folds.some(({ start, end }) => start === line && end === line + 4));
  });

  it('tells what belongs in a blank', async () => {
    const at = placeOf(editor.document, 'XX镇');
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /待填/);
  });

  it('offers the fix of a finding, and applies it', async () => {
    const gap = await finding(uri, 'structure/numbering');
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, gap.range, 'quickfix');
    const fix = actions.find(({ title }) => title === '按顺序重新编号');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(fix.edit);
    await until('the finding has gone', () => !rulesIn(uri).includes('structure/numbering'));
  });

  it('is silent where told to be', async () => {
    const pair = await finding(uri, 'text/pairing');
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, pair.range, 'quickfix');
    const ignore = actions.find(({ title }) => title.startsWith('在此处忽略'));
    assert.ok(ignore?.edit);
    await vscode.workspace.applyEdit(ignore.edit);
    await until('the finding has gone', () => !rulesIn(uri).includes('text/pairing'));
  });

  it('renumbers a list by command', async () => {
    editor.selection = new vscode.Selection(placeOf(editor.document, '四、', 1), placeOf(editor.document, '四、', 1));
    await run('jianggao.renumber');
    await until('renumbered', () => editor.document.getText().includes('三、压实责任'));
  });

  it('completes the next marker', async () => {
    const end = placeOf(editor.document, '月底前答复；XX镇要主动配合。', '月底前答复；XX镇要主动配合。'.length);
    await editor.edit((edit) => edit.insert(end, '\n　　四'));
    const at = end.translate(1).with({ character: 3 });
    const list = await until('a completion', async () => {
      const found = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at);
      return found.items.some(({ label }) => label === '四是') && found;
    });
    assert.ok(list.items.some(({ label }) => label === '四是'));
  });

  it('finds the other place of a figure', async () => {
    const at = placeOf(editor.document, '17.5亿元', 1);
    const places = await run<vscode.Location[]>('vscode.executeReferenceProvider', uri, at);
    assert.equal(places.length, 2);
    const marks = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', uri, at);
    assert.equal(marks.length, 2);
  });

  it('finds a heading by its name among all that are open', async () => {
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '压实责任');
    const here = found.filter(({ location }) => location.uri.path === uri.path);
    assert.deepEqual(
      here.map(({ name }) => name),
      ['四、压实责任，形成合力'],
    );
  });

  it('grows the selection by clause, sentence, paragraph and part', async () => {
    const at = placeOf(editor.document, '建立台账');
    const [selection] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [at]);
    const texts: string[] = [];
    for (let each: vscode.SelectionRange | undefined = selection; each; each = each.parent)
      texts.push(editor.document.getText(each.range));
    assert.ok(texts.includes('建立台账'), texts.join('\n---\n'));
    assert.ok(texts.some((text) => text.startsWith('二、突出重点') && text.endsWith('主动配合。')));
  });

  it('colours markers and figures, never a blank', async () => {
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    assert.ok(tokens.data.length > 0);
  });

  it('goes from blank to blank and selects the mask', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      await run('jianggao.nextBlank');
      seen.push(editor.document.getText(editor.selection));
    }
    assert.deepEqual(seen, ['XX', 'XX', 'X']);
    await run('jianggao.previousBlank');
    assert.equal(editor.document.getText(editor.selection), 'XX');
  });

  it('fills every place of one missing thing after a preview', async () => {
    const at = placeOf(editor.document, 'XX镇');
    const rename = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, at, '太平');
    assert.equal(rename.entries().flatMap(([, edits]) => edits).length, 3);
    const actions = await run<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
      'quickfix',
    );
    const fill = actions.find(({ title }) => title.startsWith('填写乡镇名：全部 3 处'));
    assert.ok(fill?.command, actions.map(({ title }) => title).join('\n'));
    const [request] = fill.command.arguments as [{ key: string }];
    const done = run('jianggao.fill', { ...request, value: '太平' });
    await until('the preview is taken', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText().includes('太平镇');
    });
    await done;
    assert.equal(editor.document.getText().split('太平镇').length, 4);
  });

  it('fills one place at once', async () => {
    const at = placeOf(editor.document, 'XX县长');
    const actions = await run<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
      'quickfix',
    );
    const fill = actions.find(({ title }) => title.startsWith('填写'));
    assert.ok(fill?.command);
    const [request] = fill.command.arguments as [{ key: string }];
    await run('jianggao.fill', { ...request, value: '王明' });
    assert.ok(editor.document.getText().includes('王明县长'));
  });

  it('calls blanks errors in the final stage', async () => {
    await run('jianggao.switchStage');
    const blank = await finding(uri, 'placeholders/unfilled');
    assert.equal(blank.severity, vscode.DiagnosticSeverity.Error);
    await run('jianggao.switchStage');
    await until('blanks are calm again', () => !rulesIn(uri).includes('placeholders/unfilled'));
  });

  it('keeps quiet about a quote that is being written until the cursor leaves', async () => {
    const end = placeOf(editor.document, '一级抓一级。', '一级抓一级。'.length);
    const quotes = (): number => rulesIn(uri).filter((rule) => rule === 'text/pairing').length;
    await until('one open quote', () => quotes() === 1);
    editor.selection = new vscode.Selection(end, end);
    await editor.edit((edit) => edit.insert(end, '“说到底就是落实'));
    // A change elsewhere is told: so the findings are those of the new text.
    await until(
      'the new text is checked',
      async () => (await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)).length,
    );
    assert.equal(quotes(), 1);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until('the open quote is told', () => quotes() === 2);
  });

  it('copies plain text', async () => {
    await run('jianggao.copyPlainText');
    const text = await vscode.env.clipboard.readText();
    assert.ok(text.startsWith('在全县重点项目建设推进会上的讲话\n同志们：\n'));
  });
});
