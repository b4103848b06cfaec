import assert from 'node:assert/strict';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { LanguageClient, pulling } from '../support/language-client.ts';

const uri = 'untitled:draft';
const needsWords =
  '# 在推进会上的讲话\n\n同志们：\n\n首先由刘威县长作了部署，\n\n请各乡镇按照刘威副县长的要求抓好落实。\n';
const needsNone = '# 在推进会上的讲话\n\n同志们：\n\n今天开这个会，主要是抓落实。\n';

/** The memory of a process in MB; undefined where /proc does not tell. */
function residentMemory(pid: number): number | undefined {
  const status = fs.existsSync('/proc') ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const found = /VmRSS:\s+(\d+)/.exec(status);
  return found === null ? undefined : Number(found[1]) / 1024;
}

describe('language server: words', () => {
  let client: LanguageClient;
  afterEach(() => client.stop());

  const names = async (): Promise<unknown[]> => {
    const report = await client.pull(uri);
    return report.kind === 'full' ? report.items.filter(({ code }) => code === 'names/title') : [];
  };

  it('answers without waiting for them, and says when they are there', async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, needsWords);
    assert.deepEqual(await names(), [], 'the first answer comes before the words');
    const before = client.refreshes;
    for (let i = 0; i < 300 && client.refreshes === before; i++) await pause(50);
    assert.equal((await names()).length, 1);
    // What was cut before is known while typing goes on elsewhere.
    await client.change(uri, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: '各位',
    });
    assert.equal((await names()).length, 1);
  });

  it('loads nothing for a draft that needs none', async function () {
    client = await LanguageClient.start({ capabilities: pulling });
    const { pid } = client.process;
    await client.open(uri, needsNone);
    await names();
    const before = residentMemory(pid!);
    if (before === undefined) return this.skip();
    await pause(300);
    assert.ok(residentMemory(pid!)! < before + 30);
  });
});
