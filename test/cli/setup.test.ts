import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import { inFolder } from '../support/command.ts';

describe('init', () => {
  it(
    'writes a configuration that changes nothing, and never over another',
    inFolder({ 'a.txt': '关于招商的讲话\n\n同志们：\n\n刚才，XX同志通报了情况。\n' }, async (folder) => {
      const before = await folder.run(['check', 'a.txt']);
      const { status, out } = await folder.run(['init']);
      assert.equal(status, 0);
      assert.match(out, /已建好 jianggao\.json/);
      assert.deepEqual(await folder.run(['check', 'a.txt']), before);
      const written = folder.read('jianggao.json');
      const again = await folder.run(['init']);
      assert.equal(again.status, 2);
      assert.match(again.err, /已经有了，没有动它/);
      assert.deepEqual(folder.read('jianggao.json'), written);
    }),
  );
});

describe('rules', () => {
  it(
    'lists all of them',
    inFolder({}, async (folder) => {
      const { out } = await folder.run(['rules']);
      for (const { meta } of rules) assert.ok(out.includes(`\n${meta.id} `) && out.includes(meta.summary), meta.id);
      const json = JSON.parse((await folder.run(['rules', '--format', 'json'])).out);
      assert.deepEqual(
        json.rules.slice(0, rules.length).map(({ id }: { id: string }) => id),
        rules.map(({ meta }) => meta.id),
      );
    }),
  );
  it(
    'tells of one what it finds',
    inFolder({}, async (folder) => {
      const { meta } = rules[0]!;
      const { out } = await folder.run(['rules', meta.id]);
      assert.ok(out.includes(meta.description.trim()));
    }),
  );
});
