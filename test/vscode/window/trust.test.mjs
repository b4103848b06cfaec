import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windows } from './support.mjs';

const body = '    要把思想统一到部署上来，把任务落实到人，把责任压到肩上。\n'.repeat(12);
const draft = `在座谈会上的发言\n\n各位领导、同志们：\n    很高兴参加今天的座谈会。“会议开得很及时。\n    一、提高认识\n${body}    二、狠抓落实\n    要把任务落实到人。\n`;

describe('a workspace that is not trusted', () => {
  let session;
  let window;
  before(async () => {
    session = await windows({
      trust: true,
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    });
    const folder = join(session.folder, 'guest');
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, 'fayan.txt'), draft);
    writeFileSync(join(folder, 'tanhua.txt'), draft);
    writeFileSync(
      join(folder, 'jianggao.json'),
      '{ "rules": { "text": "off", "structure": "off" }, "speech": { "minutes": 1 } }',
    );
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "jianggao.documents.exclude": ["tanhua.*"] }');
    window = await session.open('guest');
  });
  after(() => session?.stop());

  const status = () => window.page.locator('.statusbar-item[id*="jianggao.summary"]').textContent();

  it('is checked by the defaults: neither its jianggao.json nor its settings are read', async () => {
    await window.seen('.statusbar-item:has-text("Restricted Mode")');
    await window.openDraft('fayan.txt', '会议开得很及时');
    assert.match(await status(), /问题 \d+/);
    assert.doesNotMatch(await status(), /超/);
    await window.openDraft('tanhua.txt', '会议开得很及时');
    assert.match(await status(), /问题 \d+/);
  });

  it('is checked by its own configuration once it is trusted', async () => {
    await window.command('Workspaces: Manage Workspace Trust');
    await (await window.seen('.workspace-trust-editor .monaco-button:text-is("Trust")')).click();
    await window.gone('.statusbar-item:has-text("Restricted Mode")');
    await window.openFile('fayan.txt', '会议开得很及时');
    await window.gone('[class*=squiggly]');
    await window.until('the minutes of jianggao.json', async () => /超 .*（限 1 分）/.test(await status()));
    assert.doesNotMatch(await status(), /问题/);
    await window.openFile('tanhua.txt', '会议开得很及时');
    await window.gone('.statusbar-item[id*="jianggao.summary"]');
    await window.gone('[class*=squiggly]');
  });
});
