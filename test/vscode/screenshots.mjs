// Pictures of the extension in a real workbench, for people to look at: `npm run screenshots [-- FOLDER [FRAGMENT]]`.
// By default they land in a folder outside the repository. Waits on conditions, never for a fixed time.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { packageExtension } from '../../client/package.mjs';
import { ensureVsCode } from './install.mjs';
import {
  installExtension,
  quietSettings,
  removeScratch,
  scratchFolder,
  startChromium,
  startCodeServer,
  workbenchUrl,
} from './workbench.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

const pictures = {
  /** The draft with squiggles, outline, status bar. */
  async draft(bench) {
    await bench.openDraft();
    await bench.view('结构');
    await bench.seen('.pane-body .monaco-list-row:has-text("突出重点")');
  },
  /** The parts of the speech after its profile. */
  async build(bench) {
    await bench.openDraft();
    await bench.view('结构');
    const header = bench.page.locator('.pane-header:has-text("三段式")');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    await bench.seen('.monaco-list-row:has-text("称谓")');
  },
  /** 数据核对: relations by verdict. */
  async figures(bench) {
    await bench.openDraft();
    await bench.view('结构');
    const header = bench.page.locator('.pane-header:has-text("数据核对")');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    await bench.seen('.monaco-list-row:has-text("合计")');
  },
  async blanks(bench) {
    await bench.openDraft();
    await bench.view('待填');
    await bench.seen('.monaco-list-row:has-text("乡镇名")');
    await bench.page.locator('.monaco-list-row:has-text("乡镇名")').first().click();
    await bench.page.keyboard.press('ArrowRight');
  },
  async 'quick-fix'(bench) {
    await bench.openDraft();
    await bench.goTo(17, 2);
    await bench.page.keyboard.press('Alt+Enter');
    await bench.seen('.action-widget');
  },
  async hover(bench) {
    await bench.openDraft();
    await bench.page.locator('.view-line span:text-matches("^17.5亿元$")').first().hover();
    await bench.seen('.monaco-hover-content');
  },
  async problems(bench) {
    await bench.openDraft();
    await bench.command('讲稿: 检查当前讲稿');
    await bench.seen('.markers-panel .monaco-list-row');
  },
  async 'fill-preview'(bench) {
    await bench.openDraft();
    await bench.command('讲稿: 填写待填…');
    await bench.page.locator('.quick-input-list .monaco-list-row:has-text("乡镇名")').first().click();
    await bench.seen('.quick-input-widget:has-text("填写乡镇名")');
    await bench.page.keyboard.type('太平');
    await bench.page.keyboard.press('Enter');
    await bench.seen('.quick-input-list .monaco-list-row:has-text("太平镇")');
  },
  async final(bench) {
    await bench.openDraft();
    await bench.command('讲稿: 切换起草与定稿');
    await bench.seen('.statusbar-item:has-text("定稿")');
  },
  async welcome(bench) {
    await bench.view('结构');
    await bench.seen('.welcome-view-content');
  },
  async walkthrough(bench) {
    await bench.openDraft();
    // VS Code learns of walkthroughs some seconds after it has started.
    const shown = bench.page.locator('.gettingStartedContainer:has-text("从打开到定稿")').first();
    for (let i = 0; i < 10 && !(await shown.isVisible()); i++) {
      await bench.command('讲稿: 入门');
      await shown.waitFor({ state: 'visible', timeout: 3000 }).catch(() => undefined);
    }
    await shown.waitFor({ state: 'visible' });
  },
  async templates(bench) {
    await bench.openDraft();
    await bench.view('模板');
    await bench.openTemplates();
    await bench.seen('.monaco-list-row:has-text("讲话·招商引资推进会")');
  },
  async 'template-preview'(bench) {
    await bench.openDraft();
    await bench.view('模板');
    await bench.openTemplates();
    await bench.page.locator('.monaco-list-row:has-text("讲话·招商引资推进会")').first().click();
    await bench.seen('.view-line:has-text("XXXX年X月X日")');
  },
  async 'new-draft'(bench) {
    await bench.command('讲稿: 新建讲稿');
    await bench.seen('.quick-input-list .monaco-list-row:has-text("招商引资推进会")');
  },
  async 'new-draft-form'(bench) {
    await bench.command('讲稿: 新建讲稿');
    for (const step of ['什么会议', '谁来讲', '多长时间']) {
      await bench.seen(`.quick-input-widget:has-text("${step}")`);
      await bench.page.keyboard.press('Enter');
    }
    await bench.seen('.quick-input-widget:has-text("县名")');
  },
  async 'insert-template'(bench) {
    await bench.openDraft();
    await bench.command('讲稿: 插入模板');
    await bench.seen('.quick-input-list .monaco-list-row:has-text("招商引资")');
    await bench.page.keyboard.type('认清形势');
  },
  async 'save-template'(bench) {
    await bench.openDraft();
    await bench.command('讲稿: 脱密存为模板');
    await bench.seen('.quick-input-widget:has-text("找到的单位")');
    await bench.seen('.quick-input-list .monaco-list-row:has-text("→")');
  },
};

class Bench {
  constructor(page) {
    this.page = page;
  }

  seen(selector) {
    return this.page.locator(selector).first().waitFor({ state: 'visible', timeout: 30_000 });
  }

  async command(title, ...others) {
    await this.page.keyboard.press('F1');
    await this.seen('.quick-input-widget input');
    await this.page.keyboard.type(title);
    const row = this.page.locator(`.quick-input-list .monaco-list-row:has-text("${others[0] ?? title}")`).first();
    await row.waitFor({ state: 'visible', timeout: 30_000 });
    await row.click();
  }

  async openDraft() {
    await this.page.keyboard.press('Control+P');
    await this.seen('.quick-input-widget input');
    await this.page.keyboard.type('tuijin.speech');
    const row = this.page.locator('.quick-input-list .monaco-list-row:has-text("tuijin.speech")').first();
    await row.waitFor({ state: 'visible', timeout: 30_000 });
    await row.click();
    await this.seen('.view-line:has-text("突出重点")');
    await this.seen('.squiggly-error, .squiggly-warning');
    await this.seen('.statusbar-item:has-text("起草"), .statusbar-item:has-text("定稿")');
  }

  /** Opens the container in the side bar. */
  async view(title) {
    const header = this.page.locator(`.pane-header:has-text("${title}")`).first();
    if (!(await header.isVisible()))
      await this.page.locator('.activitybar .action-label[aria-label*="讲稿"]').first().click();
    await header.waitFor({ state: 'visible', timeout: 30_000 });
  }

  /** Opens the view 模板 and its first group. */
  async openTemplates() {
    const header = this.page.locator('.pane-header:has-text("模板")').first();
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    const group = this.page.locator('.monaco-list-row:has-text("整篇 · 讲话")').first();
    await group.waitFor({ state: 'visible', timeout: 30_000 });
    await group.click();
  }

  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.seen('.quick-input-widget input');
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.seen('.monaco-editor.focused');
  }
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
  const scratch = scratchFolder('jgs-');
  try {
    const userData = join(scratch, 'u');
    const extensions = join(scratch, 'e');
    mkdirSync(join(userData, 'User'), { recursive: true });
    const settings = {
      ...quietSettings,
      'workbench.colorTheme': colors,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'window.commandCenter': false,
      'editor.minimap.enabled': false,
    };
    writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
    installExtension(vscode, { userData, extensions, vsix });
    const workspace = join(scratch, 'w');
    cpSync(join(here, 'fixtures'), workspace, { recursive: true });
    const server = await startCodeServer(vscode, { scratch, userData, extensions, driver: false });
    try {
      for (const [name, take] of Object.entries(pictures)) {
        if (!name.includes(only)) continue;
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
        const page = await context.newPage();
        try {
          await page.goto(workbenchUrl(server.port, join(workspace, 'drafts')));
          const bench = new Bench(page);
          await bench.seen('.activitybar .action-label[aria-label*="讲稿"]');
          await take(bench);
        } catch (error) {
          failed++;
          console.error(`${name} (${theme}): ${error instanceof Error ? error.message.split('\n')[0] : error}`);
        }
        const file = join(target, `${name}-${theme}.png`);
        await page.screenshot({ path: file });
        console.log(file);
        await context.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    removeScratch(scratch);
  }
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
