// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { parseSnippet, render } from '../../../server/src/features/snippet.ts';
import { run, until } from './support.ts';

/** Bodies of the templates that ship, by name. */
function shipped(): ReadonlyMap<string, string> {
  const root = vscode.extensions.getExtension('jianggao.jianggao')!.extensionPath;
  const bodies = new Map<string, string>();
  for (const file of ['speeches', 'parts']) {
    const text = fs
      .readFileSync(path.join(root, 'snippets', `${file}.code-snippets`), 'utf8')
      .replace(/^\/\/.*\n/gm, '');
    for (const [name, { body }] of Object.entries(JSON.parse(text) as Record<string, { body: readonly string[] }>))
      bodies.set(name, body.join('\n'));
  }
  return bodies;
}

async function empty(content = ''): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'speech', content });
  return vscode.window.showTextDocument(document);
}

const quick = (command: string): Thenable<unknown> => run(`workbench.action.${command}`);
/** The commands that a step waits for answer when it is done; what is not done yet is asked again. */
async function accept(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  await quick('acceptSelectedQuickOpenItem');
}

describe('templates in VS Code', () => {
  afterEach(async () => {
    await run('workbench.action.closeQuickOpen');
    for (;;) {
      const editor = vscode.window.activeTextEditor;
      if (!editor?.document.isUntitled) break;
      await run('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('are inserted as our own reading of the grammar says, every one that ships', async () => {
    const bodies = shipped();
    assert.ok(bodies.size >= 50);
    // The names of their blanks come along.
    const root = vscode.extensions.getExtension('jianggao.jianggao')!.extensionPath;
    assert.ok(fs.existsSync(path.join(root, 'snippets', 'blanks.json')));
    const editor = await empty();
    for (const [name, body] of bodies) {
      const { document } = editor;
      const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
      await editor.insertSnippet(new vscode.SnippetString(body), all);
      assert.equal(document.getText(), render(parseSnippet(body).nodes).text, name);
      await run('leaveSnippet');
    }
  }).timeout(120_000);

  it('fill the same thing in all its places at once', async () => {
    const editor = await empty();
    await editor.insertSnippet(new vscode.SnippetString(shipped().get('讲话·招商引资推进会·书记')!));
    await run('type', { text: '临溪县' });
    const text = editor.document.getText();
    assert.equal(text.split('临溪县').length - 1, 2);
    assert.ok(!text.includes('XX县'));
    await run('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(editor.selection), 'XXXX年X月X日');
    await run('leaveSnippet');
  });

  it('are offered by prefix, by VS Code or by the server, and not twice', async () => {
    const lines = [
      'zsyztjh',
      '明显。zkd',
      '工作明显zkdcj',
      '工作明显在肯定成',
      '在肯定成',
      '明显。在肯定成',
      '（zkdcj',
      'zk',
    ];
    for (const language of ['speech', 'markdown', 'plaintext'])
      for (const line of lines) {
        const content = `在全县招商引资推进会上的讲话\n\n同志们：\n\n${line}`;
        const document = await vscode.workspace.openTextDocument({ language, content });
        await vscode.window.showTextDocument(document);
        const at = document.lineAt(document.lineCount - 1).range.end;
        const wanted = line === 'zsyztjh' ? '讲话·招商引资推进会·书记' : '过渡·成绩转问题';
        const items = await until(`${language} ${line}`, async () => {
          const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
          const found = list.items.filter((item) => nameOf(item) === wanted);
          return found.length > 0 && found;
        });
        assert.equal(items.length, 1, `${language} ${line}: ${JSON.stringify(items.map(({ label }) => label))}`);
      }
  }).timeout(120_000);

  it('are inserted by command at the cursor', async () => {
    const editor = await empty('同志们：\n');
    const end = editor.document.lineAt(1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const inserted = run('jianggao.insertTemplate');
    const name = [...shipped().keys()][0]!;
    await until('a template in the draft', async () => {
      await accept();
      return editor.document.getText().includes('在全县招商引资推进会上的讲话');
    });
    await inserted;
    assert.ok(name.startsWith('讲话·招商'));
    await run('leaveSnippet');
  });

  it('begin a draft: meeting, speaker, length, then the blanks; what is skipped stays one', async () => {
    const before = vscode.workspace.textDocuments.length;
    const started = run('jianggao.newDraft');
    const document = await until('a new draft', async () => {
      await accept();
      const { document: shown } = vscode.window.activeTextEditor ?? {};
      return shown?.isUntitled && shown.getText().startsWith('在全县招商引资推进会上的讲话') && shown;
    });
    await started;
    assert.equal(document.languageId, 'speech');
    assert.ok(document.getText().includes('中共XX县委书记　XXX'));
    assert.equal(vscode.workspace.textDocuments.length, before + 1);
  });

  it('leave nothing behind when they are called off', async () => {
    const before = vscode.workspace.textDocuments.length;
    const started = run('jianggao.newDraft');
    await accept();
    await accept();
    await run('workbench.action.closeQuickOpen');
    await started;
    assert.equal(vscode.workspace.textDocuments.length, before);
  });

  it('are made of a finished speech without what it would give away, and inserted again', async () => {
    const own = path.join(
      process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'),
      'jianggao',
      'templates',
    );
    const content =
      '在全县项目建设推进会上的讲话\n（2026年3月18日）\n中共临溪县委书记　陈立新\n\n同志们：\n去年全县开工项目126个，完成投资94.6亿元，临溪县排在全市第一。\n';
    const editor = await empty(content);
    await run('jianggao.templates.refresh');
    await until('a speech', async () => {
      const list = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
      return list?.length > 0;
    });
    const saved = (): string[] => (fs.existsSync(own) ? fs.readdirSync(own) : []);
    assert.deepEqual(saved(), []);
    try {
      void run('jianggao.saveAsTemplate');
      const [file] = await until('a file', async () => {
        await accept();
        return saved().length > 0 && saved();
      });
      const text = fs.readFileSync(path.join(own, file!), 'utf8');
      for (const secret of ['临溪', '陈立新', '126', '94.6', '2026']) assert.ok(!text.includes(secret), secret);
      const [[, { body }]] = Object.entries(JSON.parse(text)) as [[string, { body: string[] }]];
      const again = await empty();
      await again.insertSnippet(new vscode.SnippetString(body.join('\n')));
      await run('type', { text: '临溪' });
      const inserted = again.document.getText();
      assert.equal(inserted.split('临溪县').length, 3, inserted);
      assert.ok(inserted.includes('开工项目XX个，完成投资XX亿元'), inserted);
      await run('leaveSnippet');
    } finally {
      fs.rmSync(own, { recursive: true, force: true });
    }
  });

  it("come from an office's folder, which is added, changed and removed while VS Code runs", async () => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-templates-')));
    const file = path.join(folder, '县里.code-snippets');
    const write = (name: string): void =>
      fs.writeFileSync(
        file,
        JSON.stringify({ [name]: { prefix: 'xldkt', body: '今天召开会议，${1:XX县}的同志都来了。' } }),
      );
    const settings = vscode.workspace.getConfiguration('jianggao.templates');
    const editor = await empty('在全县招商引资推进会上的讲话\n\n同志们：\n\n好，xldk');
    const at = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const offered = async (): Promise<string[]> => {
      const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
      return list.items.map(nameOf).filter((name) => name.startsWith('县里的'));
    };
    try {
      write('县里的一');
      await run('jianggao.templates.refresh');
      await settings.update('folders', [folder], vscode.ConfigurationTarget.Global);
      await until('added', async () => (await offered()).includes('县里的一'));
      // VS Code takes its time to watch a folder: what is written before that is written again.
      let again = 0;
      await until('changed', async () => {
        if (Date.now() > again) {
          write('县里的二');
          again = Date.now() + 2000;
        }
        return (await offered()).join() === '县里的二';
      });
      fs.rmSync(file);
      await until('removed', async () => (await offered()).length === 0);
    } finally {
      await settings.update('folders', undefined, vscode.ConfigurationTarget.Global);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

const nameOf = ({ label, detail }: vscode.CompletionItem): string => {
  const { label: name, description } = typeof label === 'string' ? { label, description: undefined } : label;
  // VS Code's own snippets are labelled by their prefix.
  return description !== undefined && description !== '模板' ? description : (name ?? detail ?? '');
};
