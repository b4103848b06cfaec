import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serversBelow } from '../window.mjs';
import { windows } from './support.mjs';

describe('a writer before the window', () => {
  let session;
  let window;
  let file;
  let original;
  before(async () => {
    session = await windows({ expected: /exited with signal SIGKILL/ });
    file = join(session.folder, 'drafts', 'tuijin.speech');
    original = text();
    window = await session.open('drafts');
  });
  after(() => session?.stop());

  const text = () => readFileSync(file, 'utf8');
  const status = () => window.page.locator('.statusbar-item[id*="jianggao.summary"]').textContent();
  const names = async (view) => (await window.rows(view)).map(({ name }) => name);
  /** Saves what has been changed until the file is as told. */
  const saved = async (holds) => {
    await window.until('the saved file', async () => {
      if (await window.locate('.tab.dirty').isVisible()) await window.press('Control+S');
      return text() !== '' && holds(text());
    });
  };
  /** Takes back everything, by undo alone. */
  const undone = async () => {
    await window.locate('.monaco-editor .view-line').click();
    for (let i = 0; text() !== original && i < 20; i++) {
      await window.press('Control+Z');
      await window.press('Control+S');
      await window.gone('.tab.dirty');
    }
    assert.equal(text(), original);
  };
  /** The entries of the menu that is open. */
  const menu = async () => {
    await window.seen('.monaco-menu .action-item');
    return window.page
      .locator('.monaco-menu .action-item .action-label')
      .evaluateAll((labels) => labels.map((label) => label.getAttribute('aria-label') || label.textContent));
  };
  const closeMenu = async () => {
    await window.press('Escape');
    await window.gone('.monaco-menu');
  };

  it('is welcomed in empty views, and begins there', async () => {
    await window.view('结构');
    await window.seen('.welcome-view-content:has-text("打开一份讲稿")');
    const button = (label) => `.welcome-view-content .monaco-button:has-text("${label}")`;
    for (const label of ['新建讲稿', '打开示例讲稿']) await window.seen(button(label));
    // What is open may be called a speech; here is nothing.
    await window.gone(button('当作讲稿'));
    await window.openFile('README.md', '说明');
    await window.seen(button('当作讲稿'));
    await window.command('View: Close Editor');
    await window.gone(button('当作讲稿'));
    await window.locate('.welcome-view-content .monaco-button:has-text("打开示例讲稿")').click();
    await window.row('结构', '突出重点').waitFor();
    assert.match(await status(), /\d+ 字 · 约 .* · 待填 \d+ · 问题 \d+/);
    await window.command('View: Revert and Close Editor');
    await window.seen('.welcome-view-content:has-text("打开一份讲稿")');
  });

  it('sees the outline with characters, minutes and badges, read out in words', async () => {
    await window.openDraft();
    const [title, first, second, last] = await window.until('the outline', async () => {
      const rows = await window.rows('结构');
      return rows.length === 4 && rows;
    });
    assert.match(title.label, /^在全县重点项目建设推进会上的讲话，\d+ 字，约 .*，待填 6，问题 3$/);
    // What is wrong is counted at the edge.
    assert.match(first.description, /^\d+ 字 · [\d.]+ 分 · 认清形势$/);
    assert.match(second.label, /，待填 5$/);
    assert.match(last.label, /^四、压实责任，形成合力，压实责任，\d+ 字，不到 1 分钟，问题 1$/);
  });

  it('sees in it where the cursor is, and goes where a heading is clicked', async () => {
    await window.goTo(19, 3);
    await window.until('the part at the cursor', async () =>
      (await window.rows('结构')).some(({ name, selected }) => selected && name.startsWith('四、')),
    );
    await window.row('结构', '一、认清形势').click();
    await window.seen('.statusbar-item:has-text("Ln 7, Col 1")');
  });

  it('folds it to a level, and filters it', async () => {
    await window.button('结构', '全部展开');
    await window.row('结构', '三是抓服务').waitFor();
    await window.button('结构', '折叠到一级');
    await window.until('one level', async () => (await names('结构')).length === 4);
    // Filled and mended: the last part has nothing left to look at.
    await window.goTo(17, 1);
    await window.press('Shift+ArrowRight');
    await window.type('三');
    await window.until('renumbered', async () => (await names('结构')).includes('三、压实责任，形成合力'));
    await window.button('结构', '只看有问题和待填的部分');
    await window.until('the filtered outline', async () => (await names('结构')).length === 3);
    await window.button('结构', '显示全部');
    await window.until('the whole outline', async () => (await names('结构')).length === 4);
    await window.command('File: Save');
    await undone();
  });

  it('goes from blank to blank by key, and types over it', async () => {
    await window.goTo(1, 1);
    await window.press('Control+Alt+J');
    await window.seen('.statusbar-item:has-text("Ln 5, Col 11 (2 selected)")');
    await window.type('李强');
    await window.press('Control+Alt+J');
    await window.press('Control+Alt+J');
    await window.seen('.statusbar-item:has-text("(1 selected)")');
    await window.press('Control+Alt+Shift+J');
    await window.seen('.statusbar-item:has-text("Ln 13, Col 12 (2 selected)")');
    await window.type('王');
    await saved((now) => now.includes('由李强同志主持') && now.includes('请王县长牵头'));
    await undone();
  });

  it('fills one thing everywhere but where a place is unticked', async () => {
    await window.view('待填');
    await window.seen('.pane-header:has-text("余 6 处")');
    await window.row('待填', '乡镇名').hover();
    await window.row('待填', '乡镇名').locator('.action-label[aria-label^="填写待填"]').click();
    await window.seen('.quick-input-widget:has-text("填写乡镇名（3 处）")');
    await window.type('太平');
    await window.press('Enter');
    const places = window.page.locator('.quick-input-list .monaco-list-row');
    await places.nth(2).waitFor();
    assert.deepEqual(
      await places.evaluateAll((rows) => rows.map((row) => row.querySelector('.label-name').textContent)),
      ['从太平镇做起，建立台账', '对太平镇反映的问题，月底前答复；', '月底前答复；太平镇要主动配合'],
    );
    await places.nth(1).click();
    await window.seen('.quick-input-widget:has-text("2 Selected")');
    await window.locate('.quick-input-action .monaco-button').click();
    await saved((now) => now.split('太平镇').length === 3);
    assert.match(text(), /从太平镇做起/);
    assert.match(text(), /对XX镇反映的问题/);
    assert.match(text(), /；太平镇要主动配合/);
    await window.seen('.pane-header:has-text("余 4 处")');
    await window.press('Control+Z');
    await saved((now) => now === original);
  });

  it('may go on writing while it is asked for a value: what was meant is filled in', async () => {
    await window.view('待填');
    await window.row('待填', '会议由XX').hover();
    await window.row('待填', '会议由XX').locator('.action-label[aria-label^="填写待填"]').click();
    await window.seen('.quick-input-widget:has-text("填写姓名")');
    await window.locate('.view-line:has-text("同志们：")').click();
    await window.press('Home');
    await window.type('各位领导、');
    await window.locate('.quick-input-widget input').click();
    await window.type('李强');
    await window.press('Enter');
    await saved((now) => now.includes('由李强同志主持') && now.includes('各位领导、同志们：'));
    await undone();
  });

  it('fills in place by F2, with VS Code’s own preview', async () => {
    // Columns are those on the screen: a Chinese character takes two.
    await window.goTo(14, 19);
    await window.press('F2');
    await window.seen('.rename-box input:focus');
    await window.type('太平');
    await window.press('Enter');
    await saved((now) => now.split('太平镇').length === 4);
    await undone();
  });

  it('finds what can be done where people look: in context menus', async () => {
    await window.contextMenu(window.row('结构', '一、认清形势'));
    const outline = await menu();
    for (const label of [
      '在后面插入一个部分',
      '上移一位',
      '下移一位',
      '移动到…',
      '升一级',
      '降一级',
      '删除这个部分',
      '重新编号',
    ])
      assert.ok(outline.includes(label), `${label}: ${outline}`);
    await closeMenu();
    await window.contextMenu(window.row('待填', '乡镇名'));
    assert.ok((await menu()).includes('填写待填…'));
    await closeMenu();
    await window.contextMenu(window.page.locator('.view-line span:has-text("一级抓一级")').last());
    const editor = await menu();
    for (const label of ['查看修改建议', '重新编号', '复制为纯文本'])
      assert.ok(editor.includes(label), `${label}: ${editor}`);
    await closeMenu();
    await window.contextMenu(await window.inExplorer('fayan.txt'));
    assert.ok((await menu()).includes('检查当前讲稿'));
    await closeMenu();
  });

  it('sees fixes by key, and why', async () => {
    await window.goTo(17, 2);
    await window.press('Alt+Enter');
    await window.seen('.action-widget:has-text("按顺序重新编号")');
    await window.press('Enter');
    await saved((now) => now.includes('三、压实责任'));
    await undone();
  });

  it('switches the stage in the status bar, and sees blanks turn into errors', async () => {
    const stage = window.page.locator('.statusbar-item[id*="jianggao.stage"]');
    assert.match(await stage.textContent(), /起草/);
    await stage.click();
    await window.seen('.statusbar-item:has-text("定稿")');
    await window.seen('.squiggly-error');
    await stage.click();
    await window.seen('.statusbar-item:has-text("起草")');
    await window.gone('.squiggly-error');
  });

  it('is brought to 结构 and 待填 by the status bar', async () => {
    await window.locate('.statusbar-item[id*="jianggao.summary"]').click();
    await window.row('结构', '突出重点').waitFor();
    await window.row('待填', '乡镇名').waitFor();
  });

  it('is shown round on the first day', async () => {
    // VS Code learns of walkthroughs some seconds after it has started.
    await window.until('the walkthrough', async () => {
      await window.command('讲稿: 入门');
      return window
        .locate('.gettingStartedContainer:has-text("从打开到定稿")')
        .waitFor({ state: 'visible', timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    for (const step of ['打开一份讲稿', '看结构和时长', '填写待填', '处理问题', '切换到定稿'])
      await window.seen(`.gettingStartedContainer:has-text("${step}")`);
    await window.command('View: Close Editor');
  });

  it('is told when the checker died, and goes on', async () => {
    await window.openDraft();
    const [before] = serversBelow(session.pid);
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    await window.seen('.notification-toast:has-text("讲稿核查服务意外退出，已重新启动。正文没有受影响。")');
    await window.until('another server', () => serversBelow(session.pid).some((pid) => pid !== before));
    await window.goTo(17, 1);
    await window.press('Shift+ArrowRight');
    await window.type('三');
    await window.until('the outline of the new text', async () =>
      (await names('结构')).includes('三、压实责任，形成合力'),
    );
    await window.press('Control+Z');
  });
});
