// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the body of a snippet
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windows } from './support.mjs';

const own = {
  prefix: 'xlh',
  description: '〔体裁：讲话〕例会用。',
  body: ['在${1:XX县}例会上的讲话', '', '同志们：', '', '　　今天开个会。'],
};
/** So many drafts of so many paragraphs keep the checker busy for some seconds. */
const drafts = 600;
const paragraphs = 200;

describe('the views of the side bar', () => {
  let session;
  let window;
  before(async () => {
    session = await windows();
    mkdirSync(join(session.folder, 'drafts', '.vscode'));
    writeFileSync(
      join(session.folder, 'drafts', '.vscode', 'xian.code-snippets'),
      JSON.stringify({ 讲话·本县例会: own }),
    );
    const many = join(session.folder, 'drafts', 'duo');
    mkdirSync(many);
    for (let i = 1; i <= drafts; i++) {
      let text = `在第${i}次推进会上的讲话\n\n同志们：\n\n`;
      for (let j = 1; j <= paragraphs; j++)
        text += `　　第${i * 1000 + j}号项目由${j % 97}个单位承建，全县上下坚持项目为王，已经到位${i}.${j}万元。\n`;
      writeFileSync(join(many, `${i}.speech`), `${text}\n“没有配对。\n`);
    }
    window = await session.open('drafts');
    await window.openDraft();
    await window.view('结构');
  });
  after(() => session?.stop());

  const names = async (view) => (await window.rows(view)).map(({ name }) => name);

  it('结构 counts what is wrong or missing at the edge of each row, however narrow it is', async () => {
    await window.narrow(220);
    await window.until('a narrow side bar', async () => {
      const { width } = await window.locate('.part.sidebar').boundingBox();
      return width < 240;
    });
    const edge = await window.locate('.part.sidebar').boundingBox();
    for (const [heading, count] of [
      ['在全县重点项目', '3'],
      ['一、认清形势', '2'],
      ['二、突出重点', '5'],
    ]) {
      await window.until(`${heading}: ${count}`, async () => (await window.badge('结构', heading)) === count);
      const label = await window.row('结构', heading).locator('.monaco-icon-label').first().boundingBox();
      assert.ok(label.x + label.width <= edge.x + edge.width, 'the row ends inside the side bar');
    }
    await window.narrow(320);
  });

  it('结构 keeps what is folded for each draft', async () => {
    const part = (name) => window.row('结构', name);
    await window.openFile('fangxun.speech', '认清形势');
    await part('二、突出重点，抓实').waitFor();
    // A row that is drawn anew in that moment swallows the click.
    await window.until('an open part', async () => {
      await part('二、突出重点，抓实').locator('.monaco-tl-twistie').click();
      return part('（二）备物资')
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    await window.openFile('tuijin.speech', '认清形势');
    await part('二、突出重点，抓好').waitFor();
    assert.ok(!(await names('结构')).some((name) => name.startsWith('一是')), 'another draft is folded as it was');
    await window.openFile('fangxun.speech', '认清形势');
    await part('（二）备物资').waitFor();
    await window.openFile('tuijin.speech', '认清形势');
    await part('二、突出重点，抓好').waitFor();
  });

  it('结构 opens to the second level', async () => {
    await window.command('讲稿: 折叠到二级');
    await window.until('two levels', async () => (await names('结构')).length === 7);
    await window.button('结构', '折叠到一级');
    await window.until('one level', async () => (await names('结构')).length === 4);
  });

  it('数据核对 shows what is reckoned, mismatches alone and all of it, and reads it out', async () => {
    await window.view('数据核对');
    // what is not seen is not there: the rows need the height of the others
    for (const view of ['结构', '待填']) await window.fold(view);
    const verdicts = await window.until('verdicts', async () => {
      const rows = await window.rows('数据核对');
      return rows.some(({ name }) => name === '各项指标') && rows;
    });
    assert.deepEqual(
      verdicts.map(({ label }) => label.split('，').slice(0, 2).join('，')),
      ['不符，1 处', '合计：12+8+5=25，26个', '相符，3 处', '各项指标，8 项'],
    );
    await window.button('数据核对', '只看不符的数据');
    await window.until('mismatches', async () => (await names('数据核对')).join() === '不符,合计：12+8+5=25');
    await window.button('数据核对', '显示全部数据');
    await window.until('everything', async () => (await names('数据核对')).includes('各项指标'));
    await window.row('数据核对', '合计').click();
    await window.seen('.statusbar-item:has-text("Ln 9")');
    await window.view('待填');
    for (const view of ['结构', '待填', '数据核对']) await window.fold(view);
  });

  it('模板 are put in order by genre or by speaker', async () => {
    await window.view('模板');
    await window.row('模板', '整篇 · 讲话').waitFor();
    await window.more('模板');
    await window.choose('按讲话人排列');
    await window.row('模板', '整篇 · 书记').waitFor();
    await window.more('模板');
    await window.choose('按体裁排列');
    await window.row('模板', '整篇 · 讲话').waitFor();
    assert.ok(!(await names('模板')).includes('整篇 · 书记'));
    const [first] = (await window.rows('模板')).filter(({ name }) => name === '自带');
    assert.match(first.label, /^自带，\d+ 个$/);
  });

  it('模板 are looked at, found in their file, inserted, and made a draft of', async () => {
    const at = () => window.row('模板', '讲话·本县例会');
    await window.row('模板', '整篇 · 讲话').click();
    await at().waitFor();
    const choose = async (label) => {
      await window.contextMenu(at());
      await window.choose(label);
    };
    await choose('预览模板');
    await window.seen('.tab.active:has-text("讲话·本县例会")');
    await window.seen('.view-line:has-text("在XX县例会上的讲话")');
    // What is being written stays in the other views while a template is looked at before it.
    await window.seen('.statusbar-item[id*="jianggao.summary"]');
    await choose('插入模板');
    await window.seen('.tab.active.dirty:has-text("tuijin.speech")');
    await window.seen('.view-line:has-text("在XX县例会上的讲话")');
    await window.command('File: Revert File');
    await window.gone('.tab.dirty');
    await choose('打开模板文件');
    await window.seen('.tab.active:has-text("xian.code-snippets")');
    await window.openFile('fangxun.speech', '认清形势');
    await choose('插入模板');
    await window.seen('.view-line:has-text("在XX县例会上的讲话")');
    await window.command('File: Revert File');
    await window.seen('.view-line:has-text("在全县防汛抗旱工作会议上的讲话")');
  });

  it('模板 are handed on as one file, and taken from one', async () => {
    const pack = join(session.folder, 'pack.code-snippets');
    await window.contextMenu(window.row('模板', '本项目'));
    await window.choose('导出模板包');
    await window.answer('导出模板包（1/3）', '临溪县委办公室');
    await window.answer('导出模板包（2/3）');
    await window.answer('导出模板包（3/3）');
    await window.saveAs(pack);
    await window.seen('.notification-toast:has-text("已导出 1 个模板")');
    assert.match(readFileSync(pack, 'utf8'), /临溪县委办公室/);
    await window.press('Escape');
    await window.command('讲稿: 导入模板包');
    await window.pickFile(pack);
    await window.seen('.notification-toast:has-text("已导入到“我的模板”")');
    await window.row('模板', '我的').waitFor();
    assert.ok(existsSync(join(session.scratch, 'c', 'jianggao', 'templates', 'pack.code-snippets')));
  });

  it('parts are moved from the context menu', async () => {
    await window.openFile('fangxun.speech', '认清形势');
    await window.view('结构');
    await window.fold('模板');
    await window.contextMenu(window.row('结构', '一、认清形势'));
    await window.choose('下移一位');
    await window.row('结构', '二、认清形势').waitFor();
    const behind = window.locate('.quick-input-list .monaco-list-row:has-text("三、压实责任")');
    // The list closes when the tree is still being drawn anew behind it.
    await window.until('the parts to move it to', async () => {
      await window.contextMenu(window.row('结构', '二、认清形势'));
      await window.choose('移动到…');
      return behind.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    await (await window.seen('.quick-input-list .monaco-list-row:has-text("它的后面")')).click();
    await window.row('结构', '三、认清形势').waitFor();
    await window.command('File: Revert File');
    await window.row('结构', '一、认清形势').waitFor();
  });

  it('the log is shown by its command', async () => {
    await window.command('讲稿: 显示日志');
    await window.seen('.panel .composite.title:has-text("Output")');
    await window.until('the log', async () =>
      /讲稿/.test((await window.page.locator('.panel .monaco-select-box').allTextContents()).join()),
    );
    await window.press('Control+J');
  });

  it('New File… begins a draft from a template', async () => {
    await window.command('Create: New File...');
    await (await window.seen('.quick-input-list .monaco-list-row:has-text("新建讲稿")')).click();
    await window.seen('.quick-input-widget:has-text("什么会议或场合")');
    await window.press('Escape');
  });

  const explorer = async (name, label) => {
    await window.contextMenu(await window.inExplorer(name));
    await window.choose(label);
  };
  const problems = () => window.page.locator('.markers-panel .monaco-list-row').allTextContents();

  it('a whole folder is checked from the explorer; called off, it leaves the list of problems as it was', async () => {
    await window.command('Notifications: Clear All Notifications');
    await explorer('fayan.txt', '检查当前讲稿');
    await window.seen('.markers-panel .monaco-list-row:has-text("fayan.txt")');
    const before = await problems();
    await explorer('duo', '检查整个文件夹');
    const toast = await window.seen('.notification-toast:has-text("检查讲稿"):has-text("份")');
    await toast.hover();
    await toast.locator('.monaco-button:has-text("Cancel")').click();
    // What the mouse rests on stays.
    await window.page.mouse.move(700, 200);
    await window.seen('.statusbar-item:has-text("已取消检查文件夹，列出的问题没有变。")');
    await window.gone('.notification-toast');
    assert.deepEqual(await problems(), before);
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
  });

  it('a whole folder is checked to the end, and says how it came out', async () => {
    await explorer('duo', '检查整个文件夹');
    await window.seen(`.statusbar-item:has-text("检查了 ${drafts} 份讲稿，${drafts} 个问题。")`);
    await window.seen('.markers-panel .monaco-list-row:has-text("1.speech")');
  });
});
