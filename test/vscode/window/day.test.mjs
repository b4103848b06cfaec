import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { windows } from './support.mjs';

/** Marks of blanks that are no problem yet: VS Code names the class of a decoration by itself. */
const marks = '.cdr[class*="ced-"]';

const draft = readFileSync(new URL('../fixtures/drafts/tuijin.speech', import.meta.url), 'utf8');

describe('a day with one draft', () => {
  let session;
  let window;
  before(async () => {
    session = await windows({
      settings: { 'files.readonlyInclude': { '**/zhidu.speech': true } },
    });
    // There before the window is: VS Code finds by name what it has seen.
    const write = (name, content) => writeFileSync(join(session.folder, 'drafts', name), content);
    write('zhidu.speech', draft);
    write('gbk.txt', iconv.encode(draft, 'gbk'));
    write('shuju.json', '{ "称谓": "同志们：" }\n');
    window = await session.open('drafts');
    await window.openDraft();
    await window.view('结构');
    await window.row('结构', '突出重点').waitFor();
  });
  after(() => session?.stop());

  const item = (name) => window.locate(`.statusbar-item[id*="jianggao.${name}"]`);
  const status = () => item('summary').textContent();
  const says = (what, holds) => window.until(what, async () => holds(await status()));
  const blanksLeft = async () => Number(/待填 (\d+)/.exec(await status())?.[1] ?? 0);
  /** Chooses a language for the file, as in the corner of the status bar. */
  const language = async (name) => {
    await window.command('Change Language Mode');
    const box = await window.seen('.quick-input-widget input[placeholder*="Language"]');
    await box.fill(name);
    await (await window.seen(`.quick-input-list .monaco-list-row:has-text("${name}")`)).click();
  };

  it('counts again what is typed and what is undone', async () => {
    const before = await status();
    await window.goTo(13, 1);
    await window.press('End');
    await window.type('再引进XX个。');
    await says('one more', (text) => text.includes('待填 7'));
    await window.press('Control+Z');
    await window.press('Control+Z');
    await window.until('as before', async () => {
      if (await window.locate('.tab.dirty').isVisible()) await window.press('Control+Z');
      return (await status()) === before;
    });
  });

  it('marks the blanks in both halves of a split editor', async () => {
    const shown = () => window.page.locator(marks).count();
    const alone = await window.until('marks', shown);
    await window.command('View: Split Editor Right');
    await window.until('twice the marks', async () => (await shown()) === 2 * alone);
    assert.equal(await blanksLeft(), 6);
    await window.command('View: Close Editor');
    await window.until('one editor', async () => (await shown()) === alone);
  });

  it('takes everything away with the language, and gives it back', async () => {
    await language('Python');
    await window.gone('.statusbar-item[id*="jianggao.summary"]');
    await window.gone(marks);
    await window.gone('.squiggly-warning');
    await window.seen('.welcome-view-content:has-text("打开一份讲稿")');
    await language('讲稿');
    await says('as before', (text) => text?.includes('待填 6'));
    await window.seen(marks);
    await window.seen('.squiggly-warning');
    await window.row('结构', '突出重点').waitFor();
  });

  it('remembers the stage under a new name', async () => {
    await item('stage').click();
    await window.seen('.statusbar-item:has-text("定稿")');
    // The explorer draws its rows anew when it comes to the front: one that has gone is looked for again.
    await window.until('the file in the explorer', async () => {
      const row = await window.inExplorer('tuijin.speech');
      return row.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    await window.press('F2');
    await window.seen('.explorer-folders-view .monaco-inputbox input');
    await window.type('songshen');
    await window.press('Enter');
    await window.until('the new name', () => existsSync(join(session.folder, 'drafts', 'songshen.speech')));
    await window.seen('.tab.active:has-text("songshen.speech")');
    await window.seen('.squiggly-error');
    assert.match(await item('stage').textContent(), /定稿/);
    await item('stage').click();
    await window.seen('.statusbar-item:has-text("起草")');
  });

  it('is the same after it was closed, and after the window was', async () => {
    const before = await status();
    await window.command('View: Close All Editors');
    await window.gone('.statusbar-item[id*="jianggao.summary"]');
    await window.openDraft('songshen.speech');
    await says('the same', (text) => text === before);
    await window.close();
    window = await session.open('drafts');
    await window.openDraft('songshen.speech');
    await says('the same', (text) => text === before);
  });

  it('is seen as saved in another window', async () => {
    const other = await session.open('drafts');
    await other.openDraft('songshen.speech');
    await window.goTo(5, 1);
    await window.press('End');
    await window.type('请XX同志落实。');
    await window.press('Control+S');
    await window.gone('.tab.dirty');
    const file = join(session.folder, 'drafts', 'songshen.speech');
    await window.until('saved', () => readFileSync(file, 'utf8').includes('请XX同志落实。'));
    await says('one more', (text) => text.includes('待填 7'));
    await other.seen('.statusbar-item:has-text("待填 7")');
    await other.close();
  });

  it('may begin without a name, and in no language', async () => {
    await window.command('File: New Untitled Text File');
    await window.seen('.tab.active:has-text("Untitled")');
    await window.seen('.monaco-editor.focused');
    await window.page.keyboard.insertText('在全县推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n请XX县长牵头。\n');
    await says('a speech', (text) => text?.includes('待填 1'));
    await window.view('结构');
    await window.row('结构', '一、认清形势').waitFor();
    await window.command('View: Revert and Close Editor');
    await says('the draft beneath', (text) => text.includes('待填 7'));
  });

  it('keeps its stage when it is given a name, and the next one without a name begins anew', async () => {
    const begin = async () => {
      await window.command('File: New Untitled Text File');
      await window.seen('.tab.active:has-text("Untitled-1")');
      await window.seen('.monaco-editor.focused');
      await window.page.keyboard.insertText('在全县总结会上的讲话\n\n同志们：\n\n一、肯定成绩\n\n请XX局长牵头。  \n');
      await says('a speech', (text) => text?.includes('待填 1'));
    };
    const isFinal = async () => /定稿/.test((await item('stage').textContent()) ?? '');
    await begin();
    await item('stage').click();
    await window.until('定稿', isFinal);
    // With another language it is another document to VS Code, and the same to its writer.
    await language('讲稿');
    await window.seen('.statusbar-item[id*="status.editor.mode"]:has-text("讲稿")');
    await window.seen('.squiggly-error');
    await window.until('定稿 in another language', isFinal);
    await window.press('Control+Shift+S');
    await window.saveAs(join(session.folder, 'drafts', 'zongjie.speech'));
    await window.seen('.tab.active:has-text("zongjie.speech")');
    await window.seen('.squiggly-error');
    await window.until('定稿 under its name', isFinal);
    await window.press('Control+Shift+S');
    await window.saveAs(join(session.folder, 'drafts', 'zongjie-2.speech'));
    await window.seen('.tab.active:has-text("zongjie-2.speech")');
    await window.until('定稿 of the copy', isFinal);
    await begin();
    assert.match(await item('stage').textContent(), /起草/);
    await window.command('View: Revert and Close Editor');
    await window.command('View: Close Editor');
    await says('the draft beneath', (text) => text?.includes('待填 7'));
  });

  it('is left alone where it is read-only, and that is said', async () => {
    await window.openDraft('zhidu.speech');
    await window.view('待填');
    await window.row('待填', '会议由XX').hover();
    await window.row('待填', '会议由XX').locator('.action-label[aria-label^="填写待填"]').click();
    await window.seen('.quick-input-widget:has-text("填写姓名")');
    await window.type('李强');
    await window.press('Enter');
    await window.seen('.statusbar-item:has-text("没有改动")');
    await window.seen('.view-line:has-text("今天的会议由XX同志主持")');
    await window.command('View: Close Editor');
  });

  it('in GBK is opened as what it is, once it has been asked for', async () => {
    await window.openFile('gbk.txt', '17.5');
    await (await window.seen('.statusbar-item[id*="languageStatus"]')).hover();
    await window.seen('.hover-language-status:has-text("像是乱码")');
    await window.locate('.hover-language-status a:has-text("换编码重新打开")').click();
    await (await window.seen('.quick-input-list .monaco-list-row:has-text("Reopen with Encoding")')).click();
    await (await window.seen('.quick-input-list .monaco-list-row:has-text("Guessed from content")')).click();
    await window.seen('.view-line:has-text("今天的会议由XX同志主持")');
    await says('a speech', (text) => text.includes('待填 6'));
    await (await window.seen('.statusbar-item[id*="languageStatus"]')).hover();
    await window.gone('.hover-language-status:has-text("像是乱码")');
    await window.command('View: Close Editor');
  });

  it('is told what cannot be a speech', async () => {
    await window.openFile('shuju.json', '称谓');
    await window.command('讲稿: 检查当前讲稿');
    await window.seen('.notification-toast:has-text("不能当作讲稿检查")');
    await window.command('Notifications: Clear All Notifications');
    await window.command('View: Close Editor');
  });

  it('is told that the configuration is broken, is brought to the place, and sees that it is mended', async () => {
    const configuration = join(session.folder, 'drafts', 'jianggao.json');
    await window.openDraft('songshen.speech');
    writeFileSync(configuration, '{\n  "speech": { "rate": 200, "minuts": 5 }\n}\n');
    await (await window.seen('.statusbar-item:has-text("配置有误")')).click();
    await window.seen('.tab.active:has-text("jianggao.json")');
    await window.seen('.statusbar-item:has-text("Ln 2, ")');
    await window.openDraft('songshen.speech');
    const before = await status();
    // Nothing of what is found changes by it, and yet the time does.
    writeFileSync(configuration, '{ "speech": { "rate": 100 } }\n');
    await window.gone('.statusbar-item:has-text("配置有误")');
    await says('twice the time', (text) => text !== before);
    rmSync(configuration);
    await says('as before', (text) => text === before);
  });

  it('is offered the language of speeches for plain text, once, for all of a folder', async () => {
    const settings = join(session.folder, 'drafts', '.vscode', 'settings.json');
    await window.openFile('fayan.txt', '同志们');
    await window.until('the offer', async () => {
      await window.locate('.statusbar-item[id*="status.languageStatus"]').hover();
      const choose = window.locate('.hover-language-status a:has-text("选择…")');
      return choose.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    await (await window.seen('.quick-input-list .monaco-list-row:has-text("这里的 .txt 都用讲稿语言")')).click();
    await window.seen('.statusbar-item[id*="status.editor.mode"]:has-text("讲稿")');
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), { 'files.associations': { '*.txt': 'speech' } });
    await window.gone('.statusbar-item[id*="status.languageStatus"]');
    await window.command('View: Close Editor');
  });

  it('speaks Chinese in every row, count and hint', async () => {
    for (const view of ['结构', '三段式', '待填', '数据核对', '模板']) await window.view(view);
    await window.until('rows', async () => (await window.rows('模板')).length > 0);
    const said = [];
    for (const view of ['结构', '三段式', '待填', '数据核对', '模板'])
      for (const { label, name, description } of await window.rows(view)) said.push(label, name, description);
    for (const name of ['summary', 'stage']) said.push(await item(name).getAttribute('aria-label'));
    assert.ok(said.length > 30);
    // A mask is no English.
    assert.deepEqual(
      said.filter((text) => /[A-Za-z]{2,}/.test(text.replace(/X+/g, ''))),
      [],
    );
  });
});
