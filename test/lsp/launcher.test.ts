/** dist/server.js: what it keeps of compiled code changes how fast it starts, and nothing else. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { inFolder } from '../support/command.ts';
import { LanguageClient } from '../support/language-client.ts';
import { at } from '../support/repository.ts';

const uri = 'untitled:draft';
const draft = '# 在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n今年以来，“招商引资成效明显。\n';

describe('the launcher of the language server', () => {
  it(
    'keeps compiled code where its client says, and needs none of it',
    inFolder({}, async (folder) => {
      fs.cpSync(at('dist'), folder.at('dist'), { recursive: true, filter: (file) => !file.endsWith('.cache') });
      const files = (): readonly string[] => fs.readdirSync(folder.at('cache')).map((name) => folder.at('cache', name));
      /** What a server finds from its start to its end. */
      const run = async (): Promise<unknown> => {
        const client = await LanguageClient.start({
          program: folder.at('dist/server.js'),
          env: { JIANGGAO_COMPILED_CODE: folder.at('cache'), XDG_CACHE_HOME: folder.at('elsewhere'), NODE_OPTIONS: '' },
        });
        await client.open(uri, draft);
        const { diagnostics } = await client.publication(({ version }) => version === 1);
        await client.ended();
        return diagnostics.map(({ code }) => code);
      };
      const found = ['text/pairing'];
      assert.deepEqual(await run(), found);
      const [kept, ...more] = files();
      assert.ok(kept !== undefined && more.length === 0, 'one file, and nothing left over from writing it');
      const { mtimeMs, size } = fs.statSync(kept);
      assert.ok(size > 100_000);
      assert.deepEqual(await run(), found);
      assert.equal(fs.statSync(kept).mtimeMs, mtimeMs, 'what serves is not written again');

      const bytes = fs.readFileSync(kept);
      const broken: Readonly<Record<string, Uint8Array>> = {
        'cut off': bytes.subarray(0, size - 5000),
        empty: new Uint8Array(),
        'no code': Buffer.from('no code'),
        'of another V8': Buffer.concat([bytes.subarray(0, 24), Buffer.alloc(size - 24)]),
      };
      for (const [what, content] of Object.entries(broken)) {
        fs.writeFileSync(kept, content);
        assert.deepEqual(await run(), found, what);
        assert.equal(fs.statSync(kept).size > 100_000, true, `${what}: made anew`);
      }

      const [old, other] = [kept.replace(/[\da-f]{12}/, '0123456789ab'), folder.at('cache', 'other.cache')];
      const long = new Date(Date.now() - 40 * 24 * 3_600_000);
      for (const file of [old, other]) {
        fs.writeFileSync(file, 'old');
        fs.utimesSync(file, long, long);
      }
      fs.rmSync(kept);
      await run();
      assert.deepEqual(files().toSorted(), [kept, other].toSorted(), 'what an earlier build kept is gone');

      fs.rmSync(folder.at('cache'), { recursive: true });
      fs.writeFileSync(folder.at('cache'), 'no folder');
      assert.deepEqual(await run(), found);
      assert.equal(fs.readdirSync(folder.at('dist')).filter((name) => name.endsWith('.cache')).length, 1);
      assert.ok(!fs.existsSync(folder.at('elsewhere')), 'one place is enough');
    }),
  ).timeout(60_000);
});
