// A workbench as the one who sits before it has it: seen, clicked, typed into. For the tests of test/vscode/window and for the screenshots.
// Waits on conditions, never for a fixed time.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { errorsOfOurs, namesUs } from './logs.mjs';
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
/** As long as a slow machine needs, in milliseconds. */
const patience = Number(env.JIANGGAO_PATIENCE ?? 30_000);

/**
 * A server with the packaged extension and a folder of its own, and the windows on it.
 * @param {import('./install.mjs').InstalledVsCode} vscode
 * @param {{ vsix: string, settings?: object, trust?: boolean, browser?: object, expected?: RegExp }} options `trust`: workspaces are restricted until they
 *   are trusted; `expected`: errors in the logs that the test brings about
 */
export async function startWindows(vscode, { vsix, settings = {}, trust = false, browser, expected }) {
  const scratch = scratchFolder('jgw-');
  const userData = join(scratch, 'u');
  const extensions = join(scratch, 'e');
  const folder = join(scratch, 'w');
  const chromium = browser ?? (await startChromium(vscode));
  mkdirSync(join(userData, 'User'), { recursive: true });
  const all = { ...quietSettings, 'workbench.secondarySideBar.defaultVisibility': 'hidden', ...settings };
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(all));
  installExtension(vscode, { userData, extensions, vsix });
  cpSync(join(here, 'fixtures'), folder, { recursive: true });
  const server = await startCodeServer(vscode, { scratch, userData, extensions, driver: false, trust });
  const errors = [];
  return {
    folder,
    /** Where everything of this session is, below. */
    scratch,
    /** Process of code-server, whose descendants are the extension host and the language server. */
    pid: server.pid,
    /** Opens a folder or workspace below `folder`. */
    async open(path, viewport = { width: 1280, height: 900 }) {
      const context = await chromium.newContext({ viewport, locale: 'zh-CN' });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      page.on('console', (message) => {
        if (message.type() === 'error' && namesUs(message.text())) errors.push(message.text());
      });
      await page.goto(workbenchUrl(server.port, join(folder, path)));
      const window = new Window(page);
      await window.seen('.activitybar .action-label[aria-label*="讲稿"]');
      return window;
    },
    async stop() {
      if (!browser) await chromium.close();
      await server.stop();
      errors.push(...errorsOfOurs(userData, expected));
      removeScratch(scratch);
      if (errors.length > 0) throw new Error(`errors of the extension in VS Code's logs:\n${errors.join('\n')}`);
    },
  };
}

const shown = new Set();

/** Pictures of all open windows, for people who look for the cause of a failure. */
export async function picture(folder, name) {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const { page } of shown) await page.screenshot({ path: join(folder, `${name} ${++count}.png`) }).catch(() => {});
}

class Window {
  constructor(page) {
    this.page = page;
    shown.add(this);
    page.on('close', () => shown.delete(this));
  }

  close() {
    return this.page.context().close();
  }

  locate(selector) {
    return this.page.locator(selector).first();
  }

  async seen(selector) {
    const found = this.locate(selector);
    await found.waitFor({ state: 'visible', timeout: patience });
    return found;
  }

  async gone(selector) {
    await this.locate(selector).waitFor({ state: 'hidden', timeout: patience });
  }

  press(keys) {
    return this.page.keyboard.press(keys);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Waits for a condition. */
  async until(what, probe) {
    const deadline = Date.now() + patience;
    for (;;) {
      const value = await probe();
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`never: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async command(title, row = title) {
    await this.press('F1');
    await this.#asked(`>${title}`);
    await (await this.seen(`.quick-input-list .monaco-list-row:has-text("${row}")`)).click();
  }

  async openFile(name, line) {
    await this.press('Control+P');
    await this.#asked(name);
    await (await this.seen(`.quick-input-list .monaco-list-row:has-text("${name}")`)).click();
    await this.seen(`.tab.active:has-text("${name}")`);
    await this.seen(`.view-line:has-text("${line}")`);
  }

  /** Types into the box at the top once it has the focus: what is typed before goes into the draft. */
  async #asked(text) {
    await (await this.seen('.quick-input-widget input:focus')).fill(text);
  }

  /** Opens a draft and waits for its findings. */
  async openDraft(name = 'tuijin.speech', line = '突出重点') {
    await this.openFile(name, line);
    await this.seen('.squiggly-error, .squiggly-warning');
    await this.seen('.statusbar-item:has-text("起草"), .statusbar-item:has-text("定稿")');
  }

  #pane(title) {
    return `.pane:has(.pane-header h3.title:text-is("${title}"))`;
  }

  /** Opens a view of the container in the side bar. */
  async view(title) {
    const header = this.locate(`${this.#pane(title)} .pane-header`);
    if (!(await header.isVisible())) await this.locate('.activitybar .action-label[aria-label*="讲稿"]').click();
    await header.waitFor({ state: 'visible', timeout: patience });
    await this.#folds(header, false);
  }

  /** Folds a view, so that others have its room: rows that are scrolled out of sight are not there. */
  async fold(title) {
    await this.#folds(this.locate(`${this.#pane(title)} .pane-header`), true);
  }

  /** Folds or opens a view by its header: the headers move while others are folded, so one that was missed is clicked again. */
  async #folds(header, folded) {
    await this.until(folded ? 'a folded view' : 'an open view', async () => {
      if (((await header.getAttribute('aria-expanded')) === 'true') === !folded) return true;
      await header.click();
      return false;
    });
  }

  /** The row of a view that holds a text. */
  row(title, text) {
    return this.page.locator(`${this.#pane(title)} .monaco-list-row`, { hasText: text }).first();
  }

  /** What stands at the right edge of a row: how much is wrong, or missing. */
  async badge(title, text) {
    const label = this.row(title, text).locator('.monaco-icon-label').first();
    const content = await label.evaluate((element) => getComputedStyle(element, '::after').content);
    return content === 'none' ? '' : content.replaceAll('"', '');
  }

  /** What a view shows, from top to bottom. */
  async rows(title) {
    const rows = await this.page.locator(`${this.#pane(title)} .monaco-list-row`).evaluateAll((found) =>
      found.map((row) => ({
        index: Number(row.getAttribute('data-index')),
        selected: row.getAttribute('aria-selected') === 'true',
        expanded: row.getAttribute('aria-expanded'),
        label: row.getAttribute('aria-label') ?? '',
        name: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
      })),
    );
    return rows.sort((a, b) => a.index - b.index);
  }

  /** Presses a button of a view's title. */
  async button(title, label) {
    await this.page
      .locator(`${this.#pane(title)} .pane-header`)
      .first()
      .hover();
    await (await this.seen(`${this.#pane(title)} .actions-container .action-label[aria-label^="${label}"]`)).click();
  }

  /** The row of a file or folder in the explorer. */
  async inExplorer(name) {
    const view = '.explorer-folders-view';
    // By key: the number of unsaved files may stand over the button.
    if (!(await this.locate(view).isVisible())) await this.press('Control+Shift+E');
    return this.seen(`${view} .monaco-list-row:has-text("${name}")`);
  }

  /** Opens the context menu of something. What is drawn anew in that moment swallows the click, so it is clicked until there is a menu. */
  async contextMenu(target) {
    const entry = this.locate('.monaco-menu .action-item');
    await this.until('the context menu', async () => {
      await target.click({ button: 'right' });
      return entry.waitFor({ state: 'visible', timeout: 1500 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Opens the menu behind the three dots of a view's title. */
  async more(title) {
    const header = this.locate(`${this.#pane(title)} .pane-header`);
    await header.hover();
    await header.locator('.action-label[aria-label*="More Actions"]').click();
    await this.seen('.monaco-menu .action-item');
  }

  /** Chooses an entry of the menu that is open. A menu takes no click in the first moment, so it is clicked until it closes. */
  async choose(label) {
    const entry = await this.seen(`.monaco-menu .action-menu-item:has(.action-label[aria-label="${label}"])`);
    await this.#until(`${label} is chosen`, this.locate('.monaco-menu'), () => entry.click());
  }

  /** Answers the box that asks for something: what is already in it, or a text. */
  async answer(title, text) {
    const box = await this.seen(`.quick-input-widget:has(.quick-input-title:has-text("${title}"))`);
    if (text !== undefined) await box.locator('input.input, .quick-input-box input').first().fill(text);
    await this.press('Enter');
  }

  /** Names a file to the dialog that asks where to save. */
  async saveAs(path) {
    const box = await this.#folder(dirname(path));
    await box.fill(path);
    await this.press('Enter');
    await box.waitFor({ state: 'hidden', timeout: patience });
  }

  /** Chooses a file in the dialog that asks what to open. */
  async pickFile(path) {
    const box = await this.#folder(dirname(path));
    await (await this.seen(`.quick-input-list .monaco-list-row:has-text("${basename(path)}")`)).click();
    await box.waitFor({ state: 'hidden', timeout: patience });
  }

  /**
   * Brings the dialog of files to a folder, and waits until it has read it: a name that is entered while it reads is
   * forgotten, and the dialog never closes.
   */
  async #folder(path) {
    const box = await this.seen('.quick-input-widget .quick-input-box input');
    await this.seen('.quick-input-list .monaco-list-row:has-text("..")');
    await box.fill(`${path}/`);
    for (const each of readdirSync(path, { withFileTypes: true }))
      if (each.isDirectory()) await this.seen(`.quick-input-list .monaco-list-row:has-text("${each.name}")`);
    return box;
  }

  /** Does something until an element is no longer there: VS Code takes nothing in the first moment. */
  async #until(what, element, act) {
    await this.until(what, async () => {
      await act();
      return element.waitFor({ state: 'hidden', timeout: 1500 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Drags the side bar's edge to a width, in pixels. */
  async narrow(width) {
    const { x, y, width: before, height } = await this.locate('.part.sidebar').boundingBox();
    await this.page.mouse.move(x + before, y + height - 40);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, y + height - 40, { steps: 8 });
    await this.page.mouse.up();
    await this.page.mouse.move(x + 600, y + 20);
  }

  async goTo(line, column) {
    await this.press('Control+G');
    await this.#asked(`:${line}:${column}`);
    await this.press('Enter');
    await this.gone('.quick-input-widget');
    await this.seen('.monaco-editor.focused');
    await this.seen(`.statusbar-item:has-text("Ln ${line}, ")`);
  }
}

/** Language servers below a process, by their ids. */
export function serversBelow(pid) {
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const processes = lines.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] }] : [];
  });
  const below = new Set([pid]);
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const each of processes) if (below.has(each.parent)) below.add(each.pid);
  }
  return processes
    .filter((each) => below.has(each.pid) && each.args.includes('dist/server.js'))
    .map((each) => each.pid);
}
