/** The built command as a process: what tests of `run` cannot see. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { inFolder } from '../support/command.ts';
import { at } from '../support/repository.ts';

const cli = at('dist/cli.js');
const faulty = '关于招商引资工作的讲话\n\n同志们：\n\n我们要落实“项目为王的理念，抓好招商引资。\n\n谢谢大家。\n';

describe('the process', () => {
  it(
    'ends with the status of the command, and writes to its streams',
    inFolder({ 'a.txt': faulty }, ({ path: cwd }) => {
      const found = spawnSync(process.execPath, [cli, 'check', 'a.txt'], { cwd, encoding: 'utf8' });
      assert.deepEqual([found.status, found.stderr], [1, '']);
      assert.match(found.stdout, /错误 1/);
      const wrong = spawnSync(process.execPath, [cli, 'chek'], { cwd, encoding: 'utf8' });
      assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    }),
  );

  it(
    'tells V8 only what it understands, for many drafts and for a long one',
    inFolder({ 'long.txt': faulty.repeat(3000) }, (folder) => {
      for (let i = 0; i < 32; i++) fs.writeFileSync(folder.at(`${i}.txt`), faulty);
      const found = spawnSync(process.execPath, [cli, 'check', '--quiet', '.'], { cwd: folder.path, encoding: 'utf8' });
      assert.deepEqual([found.status, found.stderr], [1, '']);
    }),
  ).timeout(60_000);

  it(
    'reads standard input, however slowly it comes',
    inFolder({}, async ({ path: cwd }) => {
      const child = spawn(process.execPath, [cli, 'check', '-'], { cwd });
      let out = '';
      child.stdout.on('data', (data) => (out += data));
      const [head, tail] = [faulty.slice(0, 20), faulty.slice(20)];
      child.stdin.write(head);
      setTimeout(() => child.stdin.end(tail), 100);
      const status = await new Promise((resolve) => child.on('close', resolve));
      assert.equal(status, 1);
      assert.match(out, /错误 1/);
    }),
  );

  it(
    'ends quietly when its reader goes away',
    inFolder({ 'a.txt': faulty.repeat(3000) }, async ({ path: cwd }) => {
      const child = spawn(process.execPath, [cli, 'check', '--format', 'json', 'a.txt'], { cwd });
      let err = '';
      child.stderr.on('data', (data) => (err += data));
      child.stdout.once('data', () => child.stdout.destroy());
      const status = await new Promise((resolve) => child.on('close', resolve));
      assert.deepEqual([status, err], [0, '']);
    }),
  ).timeout(60_000);

  it(
    'writes all of a long report to a slow reader',
    inFolder({ 'a.txt': faulty.repeat(2000) }, async ({ path: cwd }) => {
      const child = spawn(process.execPath, [cli, 'check', '--format', 'json', 'a.txt'], { cwd });
      let out = '';
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (data) => {
        out += data;
        child.stdout.pause();
        setTimeout(() => child.stdout.resume(), 1);
      });
      await new Promise((resolve) => child.on('close', resolve));
      assert.ok(JSON.parse(out).files[0].findings.length >= 1);
    }),
  ).timeout(60_000);

  it(
    'says that its output cannot be written',
    inFolder({ 'a.txt': faulty }, function (this: void, { path: cwd }) {
      if (!fs.existsSync('/dev/full')) return;
      const full = fs.openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', 'a.txt'], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      fs.closeSync(full);
      assert.deepEqual([status, stderr], [2, '结果写不出去：磁盘已满。\n']);
    }),
  );

  it(
    'runs where compiled code can neither be read nor kept',
    inFolder({ 'a.txt': faulty }, (folder) => {
      fs.cpSync(at('dist'), folder.at('dist'), { recursive: true, filter: (file) => !file.endsWith('.cache') });
      const run = () =>
        spawnSync(process.execPath, [folder.at('dist/cli.js'), 'check', 'a.txt'], {
          cwd: folder.path,
          encoding: 'utf8',
          env: { ...process.env, XDG_CACHE_HOME: folder.at('a.txt'), NODE_OPTIONS: '' },
        });
      const kept = () => fs.readdirSync(folder.at('dist')).filter((name) => name.endsWith('.cache'));
      // It keeps what it compiled, …
      const first = run();
      assert.equal(first.status, 1, first.stderr);
      assert.equal(kept().length, 1);
      // … takes no harm from what is broken, …
      fs.writeFileSync(folder.at('dist', kept()[0]!), 'no code');
      assert.deepEqual(run().stdout, first.stdout);
      // … and needs none of it.
      for (const name of kept()) fs.mkdirSync(folder.at('dist', `${name}.x`));
      for (const name of kept()) fs.rmSync(folder.at('dist', name), { recursive: true });
      assert.deepEqual(run().stdout, first.stdout);
    }),
  ).timeout(60_000);
});
