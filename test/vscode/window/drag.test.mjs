import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windows } from './support.mjs';

describe('parts dragged with the mouse in 结构', () => {
  let session;
  let window;
  let file;
  let original;
  before(async () => {
    session = await windows();
    file = join(session.folder, 'drafts', 'fangxun.speech');
    original = text();
    window = await session.open('drafts');
    await window.openFile('fangxun.speech', '认清形势');
    await window.view('结构');
    await window.row('结构', '压实责任').waitFor();
    await window.button('结构', '全部展开');
    await window.row('结构', '一是坚持领导带班').waitFor();
  });
  after(() => session?.stop());
  afterEach(async () => {
    if (text() !== original) writeFileSync(file, original);
    await shows(original);
  });

  const text = () => readFileSync(file, 'utf8');
  const outline = async () => (await window.rows('结构')).map(({ name }) => name);
  /** Lines that begin with a marker, in the file. */
  const headings = () => text().match(/^(?:[一二三四五]、|（[一二三四五]）)[^，。\n]*/gm) ?? [];
  /**
   * The view shows the parts of a text, all headings and what is open of the run-in ones: what has got its first children stays folded, as VS Code does
   * with all views. A part that is dragged out of an older view is refused.
   */
  const shows = (wanted) => {
    const heading = /^(?:[一二三四五]、|（[一二三四五]）)/;
    const runIn = /^[一二三四五]是/;
    const headingsOf = (lines) => lines.filter((line) => heading.test(line));
    const count = headingsOf(wanted.split('\n')).length;
    return window.until('the view', async () => {
      const names = (await outline()).filter((name) => heading.test(name) || runIn.test(name));
      let at = 0;
      for (const name of names) at = at < 0 ? at : wanted.indexOf(name, at);
      return at >= 0 && headingsOf(names).length === count;
    });
  };
  const drag = (from, to) => window.row('结构', from).dragTo(window.row('结构', to));
  /** Saves the changed draft, and the view shows it. */
  const changed = async () => {
    await window.seen('.tab.dirty');
    await window.press('Control+S');
    // A file that is being written is empty for a moment.
    await window.until('the changed file', () => text() !== '' && text() !== original);
    // Undone while it is still being saved, the draft would be taken for saved.
    await window.gone('.tab.dirty');
    await shows(text());
  };
  /** One undo, from where the focus is after the drop, gives the old text, byte for byte. */
  const undone = async () => {
    let pressed = 0;
    await window.until('an undone change', async () => {
      // A slow machine may have left the focus nowhere after several rows were chosen; a writer clicks into the text then.
      if (pressed++ > 0) await window.locate('.monaco-editor .view-line').click();
      await window.press('Control+Z');
      return window
        .locate('.tab.dirty')
        .waitFor({ state: 'visible', timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
    });
    await window.press('Control+S');
    await window.until('the old text', () => text() === original);
    await shows(original);
  };

  it('take the place of a later one', async () => {
    await drag('认清形势', '压实责任');
    await changed();
    assert.deepEqual(
      headings().filter((line) => line.includes('、')),
      ['一、突出重点', '二、压实责任', '三、认清形势'],
    );
    // What is below it went with it, and the count that still holds is as it was.
    assert.ok(text().indexOf('雨情来得早') > text().indexOf('三、认清形势'));
    assert.match(text(), /我讲三点意见/);
    await undone();
  });

  it('take the place of an earlier one', async () => {
    await drag('（三）强预警', '（一）查险情');
    await changed();
    assert.deepEqual(headings().slice(4, 7), ['（一）强预警', '（二）查险情', '（三）备物资']);
    await undone();
  });

  it('go into another part, and announced counts follow', async () => {
    await drag('（二）备物资', '一、认清形势');
    await changed();
    assert.deepEqual(headings().slice(0, 6), [
      '一、认清形势',
      '（一）雨情来得早',
      '（二）隐患还不少',
      '（三）备物资',
      '二、突出重点',
      '（一）查险情',
    ]);
    assert.match(text(), /要重点做好两项工作。/);
    await undone();
  });

  it('go in among the parts of another, a level further in', async () => {
    await drag('三、压实责任', '（一）雨情来得早');
    await changed();
    assert.deepEqual(headings().slice(0, 4), [
      '一、认清形势',
      '（一）雨情来得早',
      '（二）压实责任',
      '（三）隐患还不少',
    ]);
    assert.match(text(), /我讲两点意见/);
    await undone();
  });

  it('go together when several are chosen, whichever was chosen first', async () => {
    await window.row('结构', '（三）强预警').click();
    await window.row('结构', '（二）备物资').click({ modifiers: ['Control'] });
    const chosen = (await window.rows('结构')).filter(({ selected }) => selected);
    assert.deepEqual(
      chosen.map(({ name }) => name.slice(0, 3)),
      ['（二）', '（三）'],
    );
    await drag('（三）强预警', '（一）雨情来得早');
    await changed();
    assert.deepEqual(headings().slice(0, 7), [
      '一、认清形势',
      '（一）雨情来得早',
      '（二）备物资',
      '（三）强预警',
      '（四）隐患还不少',
      '二、突出重点',
      '（一）查险情',
    ]);
    await undone();
  });

  it('mend the marks between run-in items', async () => {
    await drag('三是坚持信息畅通', '一是坚持领导带班');
    await changed();
    assert.match(
      text(),
      /三个坚持：一是坚持信息畅通，情况随时上报；二是坚持领导带班，主要负责同志靠前指挥；三是坚持昼夜值守，电话有人接听。\n/,
    );
    await undone();
  });

  it('go to the end when they are dropped below the last', async () => {
    const list = window.locate('.pane:has(h3.title:text-is("结构")) .monaco-list');
    const { height } = await list.boundingBox();
    await window.row('结构', '一、认清形势').dragTo(list, { targetPosition: { x: 60, y: height - 20 } });
    await changed();
    assert.deepEqual(
      headings().filter((line) => line.includes('、')),
      ['一、突出重点', '二、压实责任', '三、认清形势'],
    );
    await undone();
  });

  it('are put in order again in the list of the part that is pointed at, wherever the cursor is', async () => {
    await window.goTo(21, 3);
    await window.press('Shift+ArrowRight');
    await window.type('四');
    await window.row('结构', '（四）强预警').waitFor();
    await window.goTo(7, 1);
    await window.contextMenu(window.row('结构', '（一）查险情'));
    await window.choose('重新编号');
    await window.row('结构', '（三）强预警').waitFor();
    await window.press('Control+S');
    await window.until('the old text', () => text() === original);
  });

  it('stay where they are when it cannot be, and the status bar says why', async () => {
    await drag('一、认清形势', '二是坚持昼夜值守');
    await window.seen('.statusbar-item:has-text("段首的部分不能移到段落中间")');
    assert.equal(text(), original);
  });
});
