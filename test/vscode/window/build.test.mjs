import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windows } from './support.mjs';

const speech = (title, ...parts) =>
  `${title}\n\n同志们：\n\n　　今天会议的主要任务是部署工作。下面，我讲${'零一两三'[parts.length]}点意见。\n\n${parts
    .map((part, i) => `${'一二三'[i]}、${part}\n\n　　各级各部门要高度重视，把各项工作做细做实。\n\n`)
    .join('')}　　同志们，让我们共同努力，夺取新的更大胜利。\n\n`;

describe('the parts of a speech in 三段式', () => {
  let session;
  let window;
  let file;
  before(async () => {
    session = await windows();
    file = join(session.folder, 'drafts', 'duanshi.speech');
    writeFileSync(file, speech('在推进会上的讲话', '认清形势，坚定信心', '突出重点，推进项目'));
    const two = ['认清形势，坚定信心', '突出重点，推进项目', '压实责任，确保见效'];
    writeFileSync(
      join(session.folder, 'drafts', 'liangpian.speech'),
      speech('在推进会上的讲话', ...two) + speech('在调度会上的讲话', ...two.slice(0, 2)),
    );
    window = await session.open('drafts');
  });
  after(() => session?.stop());

  it('show what is there and what is missing, and go there or write it at a click', async () => {
    await window.openFile('duanshi.speech', '突出重点');
    await window.view('三段式');
    for (const view of ['结构', '待填']) await window.fold(view);
    const missing = window.row('三段式', '压实责任');
    await missing.waitFor();
    assert.match(await missing.textContent(), /缺少，点击插入提纲/);
    await window.row('三段式', '突出重点').click();
    await window.seen('.statusbar-item:has-text("Ln 11, Col 1")');
    await missing.click();
    await window.seen('.tab.dirty');
    await window.press('Control+S');
    const text = await window.until(
      'the skeleton',
      () => /三、/.test(readFileSync(file, 'utf8')) && readFileSync(file, 'utf8'),
    );
    assert.match(text, /我讲三点意见/);
    assert.match(text, /\n三、压实责任[^\n]*\n/);
    await window.until('the part is there', async () => !/缺少/.test(await missing.textContent()));
  });

  it('are those of each speech in the file', async () => {
    await window.openFile('liangpian.speech', '调度会');
    const both = await window.until('two speeches', async () => {
      const shown = await window.rows('三段式');
      return (
        shown.some(({ name }) => name === '在推进会上的讲话') &&
        shown.some(({ name }) => name === '在调度会上的讲话') &&
        shown
      );
    });
    // How many rows of the second one are seen is a matter of the window's height.
    const first = both.slice(
      0,
      both.findIndex(({ name }) => name === '在调度会上的讲话'),
    );
    assert.ok(!first.some(({ description }) => description.includes('缺少')));
    await window.row('三段式', '在调度会上的讲话').hover();
    await window.page.mouse.wheel(0, 1000);
    const rows = await window.until('the last rows', async () => {
      const shown = await window.rows('三段式');
      return shown.at(-1)?.name === '号召结尾' && shown;
    });
    const second = rows.slice(rows.findIndex(({ name }) => name === '在调度会上的讲话'));
    assert.deepEqual(
      second.filter(({ description }) => description.includes('缺少')).map(({ name }) => name),
      ['压实责任'],
    );
  });
});
