// Pictures of the extension in a real workbench, for people to look at: `npm run screenshots [-- FOLDER [FRAGMENT]]`.
// By default they land in a folder outside the repository. Waits on conditions, never for a fixed time.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { packageExtension } from '../../client/package.mjs';
import { ensureVsCode } from './install.mjs';
import { startWindows } from './window.mjs';
import { startChromium } from './workbench.mjs';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

const pictures = {
  /** The draft with squiggles, outline, status bar. */
  async draft(window) {
    await window.openDraft();
    await window.view('结构');
    await window.until('badges', async () => (await window.badge('结构', '压实责任')) === '1');
  },
  /** The views in a side bar as narrow as many have it. */
  async narrow(window) {
    await window.openDraft();
    await window.view('结构');
    await window.view('数据核对');
    await window.button('结构', '全部展开');
    await window.narrow(230);
    await window.until('badges', async () => (await window.badge('结构', '三是抓服务')) === '2');
    await window.row('数据核对', '合计').waitFor();
  },
  /** The parts of the speech after its profile. */
  async build(window) {
    await window.openDraft();
    await window.view('结构');
    await window.view('三段式');
    await window.seen('.monaco-list-row:has-text("称谓")');
  },
  /** 数据核对: relations by verdict. */
  async figures(window) {
    await window.openDraft();
    await window.view('结构');
    await window.view('数据核对');
    await window.seen('.monaco-list-row:has-text("合计")');
  },
  async blanks(window) {
    await window.openDraft();
    await window.view('待填');
    await window.seen('.monaco-list-row:has-text("乡镇名")');
    await window.page.locator('.monaco-list-row:has-text("乡镇名")').first().click();
    await window.page.keyboard.press('ArrowRight');
  },
  async 'quick-fix'(window) {
    await window.openDraft();
    await window.goTo(17, 2);
    await window.page.keyboard.press('Alt+Enter');
    await window.seen('.action-widget');
  },
  async hover(window) {
    await window.openDraft();
    await window.page.locator('.view-line span:text-matches("^17.5亿元$")').first().hover();
    const shown = await window.seen('.monaco-hover-content');
    await window.until('a hover that has come out', () =>
      shown.evaluate((hover) => getComputedStyle(hover.closest('.monaco-hover')).opacity === '1'),
    );
  },
  async problems(window) {
    await window.openDraft();
    await window.command('讲稿: 检查当前讲稿');
    await window.seen('.markers-panel .monaco-list-row');
  },
  async 'fill-preview'(window) {
    await window.openDraft();
    await window.command('讲稿: 填写待填…');
    await window.page.locator('.quick-input-list .monaco-list-row:has-text("乡镇名")').first().click();
    await window.seen('.quick-input-widget:has-text("填写乡镇名")');
    await window.page.keyboard.type('太平');
    await window.page.keyboard.press('Enter');
    await window.seen('.quick-input-list .monaco-list-row:has-text("太平镇")');
  },
  async final(window) {
    await window.openDraft();
    await window.command('讲稿: 切换起草与定稿');
    await window.seen('.statusbar-item:has-text("定稿")');
  },
  async welcome(window) {
    await window.view('结构');
    await window.seen('.welcome-view-content');
  },
  async walkthrough(window) {
    await window.openDraft();
    // VS Code learns of walkthroughs some seconds after it has started.
    const shown = window.page.locator('.gettingStartedContainer:has-text("从打开到定稿")').first();
    for (let i = 0; i < 10 && !(await shown.isVisible()); i++) {
      await window.command('讲稿: 入门');
      await shown.waitFor({ state: 'visible', timeout: 3000 }).catch(() => undefined);
    }
    await shown.waitFor({ state: 'visible' });
  },
  async templates(window) {
    await window.openDraft();
    await openTemplates(window);
    await window.seen('.monaco-list-row:has-text("讲话·招商引资推进会")');
  },
  async 'template-preview'(window) {
    await window.openDraft();
    await openTemplates(window);
    await window.page.locator('.monaco-list-row:has-text("讲话·招商引资推进会")').first().click();
    await window.seen('.view-line:has-text("XXXX年X月X日")');
  },
  async 'new-draft'(window) {
    await window.command('讲稿: 新建讲稿');
    await window.seen('.quick-input-list .monaco-list-row:has-text("招商引资推进会")');
  },
  async 'new-draft-form'(window) {
    await window.command('讲稿: 新建讲稿');
    for (const step of ['什么会议', '谁来讲', '多长时间']) {
      await window.seen(`.quick-input-widget:has-text("${step}")`);
      await window.page.keyboard.press('Enter');
    }
    await window.seen('.quick-input-widget:has-text("县名")');
  },
  async 'insert-template'(window) {
    await window.openDraft();
    await window.command('讲稿: 插入模板');
    await window.seen('.quick-input-list .monaco-list-row:has-text("招商引资")');
    await window.page.keyboard.type('认清形势');
  },
  async 'save-template'(window) {
    await window.openDraft();
    await window.command('讲稿: 脱密存为模板');
    await window.seen('.quick-input-widget:has-text("找到的单位")');
    await window.seen('.quick-input-list .monaco-list-row:has-text("→")');
  },
};

/** Opens the view 模板 and its first group. */
async function openTemplates(window) {
  await window.view('模板');
  await (await window.seen('.monaco-list-row:has-text("整篇 · 讲话")')).click();
}

const outcome = await ensureVsCode();
if ('reason' in outcome) {
  console.error(`no VS Code: ${outcome.reason}`);
  process.exit(1);
}
const { vscode } = outcome;
const target = resolve(argv[2] ?? join(tmpdir(), 'jianggao-screenshots'));
const only = argv[3] ?? '';
mkdirSync(target, { recursive: true });
const vsix = (await packageExtension()).at(-1);
const browser = await startChromium(vscode);
let failed = 0;
for (const [theme, colors] of Object.entries(themes)) {
  const settings = {
    'workbench.colorTheme': colors,
    'window.commandCenter': false,
    'editor.minimap.enabled': false,
  };
  const session = await startWindows(vscode, { vsix, settings, browser });
  try {
    for (const [name, take] of Object.entries(pictures)) {
      if (!name.includes(only)) continue;
      const window = await session.open('drafts', { width: 1280, height: 800 });
      try {
        await take(window);
      } catch (error) {
        failed++;
        console.error(`${name} (${theme}): ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
      const file = join(target, `${name}-${theme}.png`);
      await window.page.screenshot({ path: file });
      console.log(file);
      await window.close();
    }
  } finally {
    await session.stop();
  }
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
