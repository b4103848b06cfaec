import assert from 'node:assert/strict';
import fs from 'node:fs';
import { writeWhole } from '../../server/src/host/write.ts';
import { inFolder } from '../support/command.ts';

describe('writing whole', () => {
  it(
    'replaces the content, keeps the mode, leaves nothing else behind',
    inFolder({ 'a.txt': '旧' }, (folder) => {
      fs.chmodSync(folder.at('a.txt'), 0o640);
      writeWhole(folder.at('a.txt'), Buffer.from('新'), 'a.txt', Buffer.from('旧'));
      assert.equal(folder.read('a.txt').toString(), '新');
      assert.equal(fs.statSync(folder.at('a.txt')).mode & 0o777, 0o640);
      assert.deepEqual(fs.readdirSync(folder.path), ['a.txt']);
    }),
  );
  it(
    'writes through a link',
    inFolder({ 'a.txt': '旧' }, (folder) => {
      fs.symlinkSync('a.txt', folder.at('b.txt'));
      writeWhole(folder.at('b.txt'), '新', 'b.txt');
      assert.ok(fs.lstatSync(folder.at('b.txt')).isSymbolicLink());
      assert.equal(folder.read('a.txt').toString(), '新');
    }),
  );
  it(
    'leaves a file alone that has changed since it was read',
    inFolder({ 'a.txt': '别人改过' }, (folder) => {
      assert.throws(() => writeWhole(folder.at('a.txt'), '新', 'a.txt', Buffer.from('旧')), {
        code: 'unwritable',
        message: /被别的程序改动过/,
      });
      assert.equal(folder.read('a.txt').toString(), '别人改过');
    }),
  );
  it(
    'says why it cannot write',
    inFolder({}, (folder) =>
      assert.throws(() => writeWhole(folder.at('没有', 'a.txt'), '新', 'a.txt'), {
        code: 'unwritable',
        message: /^写不了“a.txt”：/,
      }),
    ),
  );
});
