// First, since nothing may have woken the extension before.
import assert from 'node:assert/strict';
import { file, finding, installed, loaded, run, servers, show, until } from './support.ts';

describe('the extension in VS Code', () => {
  it('sleeps until a document of its languages is opened', () => {
    assert.equal(installed().isActive, false);
    assert.deepEqual(loaded(), []);
  });

  it('takes a look at a Markdown file that is no speech, and loads nothing for it', async function () {
    if (process.platform === 'win32') return this.skip();
    await show(file('drafts', 'README.md'));
    await until('awake', () => installed().isActive);
    // There and back again: what the look had set going has gone on.
    await run('workbench.action.focusActiveEditorGroup');
    assert.deepEqual(loaded(), ['dist/extension.js']);
    assert.deepEqual(servers(), []);
  });

  it('starts its server with the first speech', async function () {
    if (process.platform === 'win32') return this.skip();
    const { document } = await show(file('drafts', 'tuijin.speech'));
    await finding(document.uri, 'text/pairing');
    assert.equal(servers().length, 1);
    assert.ok(loaded().length > 1);
  });
});
