import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  Position,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Overview } from '../../server/src/lsp/protocol.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';

const uri = 'untitled:draft';
const draft = `# 在项目建设推进会上的讲话

同志们：

一、认清形势

去年完成投资17.5亿元，增长8.6%。请XX镇做好准备。

二、突出重点

一是抓招商。二是抓落地。请XX镇牵头。

四、压实责任

今年要在17.5亿元的基础上再进一步。“狠抓落实。
`;
const document = TextDocument.create(uri, 'markdown', 1, draft);
const at = (text: string, within = 0): Position => document.positionAt(draft.indexOf(text) + within);
const textOf = (range: { start: Position; end: Position }): string => document.getText(range);

/** The draft after the edits of one document. */
function edited(edit: WorkspaceEdit | null | undefined): string {
  const change = edit?.documentChanges?.[0];
  assert.ok(change !== undefined && 'edits' in change);
  return TextDocument.applyEdits(document, change.edits as TextEdit[]);
}

describe('language server: features', () => {
  let client: LanguageClient;
  let settings: unknown = null;
  before(async () => {
    client = await LanguageClient.start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, configuration: true } },
      settings: () => settings,
    });
    await client.open(uri, draft);
    await client.pull(uri);
  });
  after(() => client.stop());

  const actions = (text: string, only?: string[]): Promise<CodeAction[]> =>
    client.ask('textDocument/codeAction', uri, {
      range: { start: at(text), end: at(text) },
      context: { diagnostics: [], ...(only && { only }) },
    });

  it('gives the outline, run-in markers too', async () => {
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', uri);
    const show = (list: readonly DocumentSymbol[] | undefined): unknown =>
      list?.map(({ name, children }) => (children?.length ? [name, show(children)] : name));
    assert.deepEqual(show(symbols), [
      ['在项目建设推进会上的讲话', ['一、认清形势', ['二、突出重点', ['一是抓招商', '二是抓落地']], '四、压实责任']],
    ]);
    for (const { range, selectionRange } of symbols) {
      assert.ok(document.offsetAt(range.start) <= document.offsetAt(selectionRange.start));
      assert.ok(document.offsetAt(selectionRange.end) <= document.offsetAt(range.end));
    }
  });

  it('folds parts to their last line of text', async () => {
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', uri);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 14],
        [4, 6],
        [8, 10],
        [12, 14],
      ],
    );
  });

  it('grows a selection from the word to the whole', async () => {
    const [first] = await client.ask<SelectionRange[]>('textDocument/selectionRange', uri, {
      positions: [at('抓落地', 1)],
    });
    const texts: string[] = [];
    for (let each: SelectionRange | undefined = first; each; each = each.parent) texts.push(textOf(each.range));
    assert.equal(texts.at(-1), draft);
    assert.ok(texts.includes('一是抓招商。二是抓落地。请XX镇牵头。'));
    for (let i = 1; i < texts.length; i++)
      assert.ok(texts[i]!.includes(texts[i - 1]!) && texts[i]!.length > texts[i - 1]!.length);
  });

  it('tells of a blank what belongs there and where else it is missing', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', uri, { position: at('XX镇') });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /待填：乡镇名/);
    assert.match(value, /第 11 行/);
    assert.ok(!value.includes('command:'), 'no commands for a client that has none');
    assert.equal(textOf(hover.range!), 'XX');
  });

  it('tells of a figure its value and its other mention', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', uri, { position: at('17.5亿元', 1) });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /1,750,000,000 元/);
    assert.match(value, /第 15 行/);
  });

  it('tells of a heading its length and share', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', uri, { position: at('突出重点', 1) });
    assert.match((hover.contents as MarkupContent).value, /\d+ 字，占全文 \d+%，/);
  });

  it('highlights and finds the places of one thing', async () => {
    const marks = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', uri, {
      position: at('XX镇'),
    });
    assert.deepEqual(
      marks.map(({ range }) => textOf(range)),
      ['XX', 'XX'],
    );
    const places = await client.ask<Location[]>('textDocument/references', uri, {
      position: at('17.5亿元', 1),
      context: { includeDeclaration: true },
    });
    assert.equal(places.length, 2);
    assert.equal(await client.ask('textDocument/documentHighlight', uri, { position: at('同志们') }), null);
  });

  it('answers that nothing is to be highlighted where no other extension is asked', async () => {
    const plain = 'untitled:speech';
    await client.open(plain, draft, 'speech');
    const position = at('同志们');
    assert.deepEqual(await client.ask('textDocument/documentHighlight', plain, { position }), []);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: plain } });
  });

  it('fills every place of a blank by rename, and nothing but blanks', async () => {
    const range = await client.ask<{ placeholder: string }>('textDocument/prepareRename', uri, {
      position: at('XX镇'),
    });
    assert.equal(range.placeholder, 'XX');
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', uri, { position: at('XX镇'), newName: '太平' });
    assert.equal(edited(edit), draft.replaceAll('XX镇', '太平镇'));
    assert.equal(await client.ask('textDocument/prepareRename', uri, { position: at('同志们') }), null);
  });

  it('offers fixes and silence where a finding is, nothing elsewhere', async () => {
    const found = await actions('四、压实');
    assert.ok(found.some(({ edit }) => edited(edit) === draft.replace('四、', '三、')));
    const here = found.find(({ title }) => title.startsWith('在此处忽略'));
    assert.equal(
      edited(here?.edit),
      draft.replace('四、', '<!-- jianggao-disable-next-line structure/numbering -->\n四、'),
    );
    const everywhere = found.find(({ title }) => title.startsWith('在本文件忽略'));
    assert.equal(edited(everywhere?.edit), `<!-- jianggao-disable structure/numbering -->\n${draft}`);
    assert.ok(!found.some(({ command }) => command), 'no commands for a client that has none');
    assert.deepEqual(await actions('同志们'), []);
  });

  it('renumbers by its own kind', async () => {
    const [renumber, ...others] = await actions('四、压实', ['refactor.rewrite.renumber']);
    assert.deepEqual(others, []);
    assert.equal(edited(renumber?.edit), draft.replace('四、', '三、'));
  });

  it('fixes all that is safe only when asked, and only what is safe', async () => {
    assert.ok(!(await actions('四、压实')).some(({ kind }) => kind?.startsWith('source')));
    for (const { edit } of await actions('同志们', ['source.fixAll'])) assert.match(edited(edit), /^# 在项目建设/);
  });

  it('completes the marker that is due, and only when it has been begun', async () => {
    const second = 'untitled:second';
    const text = '# 在会上的讲话\n\n同志们：\n\n一、形势\n\n很好。\n\n二';
    await client.open(second, text);
    const items = await client.ask<CompletionItem[]>('textDocument/completion', second, {
      position: { line: 8, character: 1 },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['二、'],
    );
    const none = await client.ask<CompletionItem[]>('textDocument/completion', second, {
      position: { line: 6, character: 1 },
    });
    assert.deepEqual(none, []);
  });

  it('shows lenses only when they are switched on', async () => {
    assert.deepEqual(await client.ask<CodeLens[]>('textDocument/codeLens', uri), []);
    settings = { codeLens: { enabled: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.pull(uri);
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', uri);
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [4, 8, 10, 12],
    );
    assert.match(lenses[0]!.command!.title, /^\d+ 字 · .* · 待填 1$/);
    settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  it('colours markers and figures, never a blank', async () => {
    const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', uri);
    const texts: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      texts.push(textOf({ start: { line, character }, end: { line, character: character + data[i + 2]! } }));
    }
    assert.ok(texts.includes('一、') && texts.includes('二是') && texts.includes('17.5亿元'));
    assert.ok(!texts.some((text) => text.includes('X')));
  });

  it('finds headings of open speeches by name', async () => {
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '压责' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['四、压实责任'],
    );
  });

  it('gives the overview that the views show', async () => {
    const overview = (await client.ask<Overview | null>('jianggao/overview', uri))!;
    assert.equal(overview.stage, 'draft');
    assert.equal(overview.blanks, 2);
    assert.deepEqual(
      overview.groups.map(({ what, places }) => [what, places.length]),
      [['乡镇名', 2]],
    );
    assert.deepEqual(overview.groups[0]!.places[1], {
      ...overview.groups[0]!.places[1]!,
      before: '请',
      text: 'XX',
      after: '镇牵头',
    });
    const [title] = overview.outline;
    assert.deepEqual(
      title?.children.map(({ marker, blanks, findings, serious }) => [marker, blanks, findings > 0, serious > 0]),
      [
        ['一、', 1, false, false],
        ['二、', 1, false, false],
        ['四、', 0, true, true],
      ],
    );
    assert.equal(title?.characters, overview.characters);
  });

  it('is silent in a whole Markdown draft from behind its front matter', async () => {
    const headed = 'file:///drafts/tou.md';
    const text = '---\ntitle: 讲话\n---\n# 在推进会上的讲话\n\n同志们：\n\n今天“很好。\n';
    await client.open(headed, text, 'markdown');
    const at = { line: 7, character: 3 };
    const found = await client.ask<CodeAction[]>('textDocument/codeAction', headed, {
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const [change] = found.find(({ title }) => title.startsWith('在本文件忽略'))!.edit!.documentChanges!;
    assert.ok(change !== undefined && 'edits' in change);
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), change.edits as never);
    assert.equal(after, text.replace('\n# ', '\n<!-- jianggao-disable text/pairing -->\n# '));
  });

  it('tells advice from what is wrong', async () => {
    const advised = 'file:///drafts/jianyi.speech';
    await client.open(advised, '在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n要抓落实,不能等。\n', 'speech');
    const { outline } = (await client.ask<Overview | null>('jianggao/overview', advised))!;
    const [part] = outline[0]!.children;
    assert.deepEqual([part?.findings, part?.serious], [1, 0]);
  });

  it('shows what stands around a blank in a table, whose rows are no paragraphs', async () => {
    const table = 'file:///drafts/biao.md';
    await client.open(
      table,
      '# 在推进会上的讲话\n\n同志们：\n\n| 乡镇 | 投资 |\n|---|---|\n| XX镇 | 3.5亿元 |\n',
      'markdown',
    );
    const { groups } = (await client.ask<Overview | null>('jianggao/overview', table))!;
    const [place] = groups[0]!.places;
    assert.deepEqual([place?.before, place?.text, place?.after], ['', 'XX', '镇 3.5亿元']);
  });

  it('gives plain text', async () => {
    const text = await client.ask<string>('jianggao/plainText', uri);
    assert.ok(text.startsWith('在项目建设推进会上的讲话\n同志们：\n一、认清形势\n'));
  });
});
