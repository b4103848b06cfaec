import assert from 'node:assert/strict';
import fs from 'node:fs';
import { commandNames, commands } from '../../server/src/cli/arguments.ts';
import { helpOn } from '../../server/src/cli/help.ts';
import { version } from '../../server/src/cli/version.ts';
import { inFolder } from '../support/command.ts';
import { at } from '../support/repository.ts';

const says = (argv: readonly string[], message: RegExp | string) =>
  it(
    `jianggao ${argv.join(' ')}`,
    inFolder({ 'a.txt': '同志们：' }, async (folder) => {
      const { status, out, err } = await folder.run(argv);
      assert.equal(status, 2);
      assert.equal(out, '');
      if (typeof message === 'string') assert.equal(err, `${message}\n`);
      else assert.match(err, message);
    }),
  );

describe('arguments that are wrong', () => {
  says(['chek', 'a.txt'], '没有“chek”这个命令，是不是 check？全部命令见 jianggao --help。');
  says(['a.txt'], '没有“a.txt”这个命令。要核查文件，请写 jianggao check a.txt；全部命令见 jianggao --help。');
  says(['--draft', 'a.txt'], /^先写命令，再写选项/);
  says(['check'], /^没有写要读的文件/);
  says(
    ['check', '--drft', 'a.txt'],
    '没有 --drft 这个选项，是不是 --draft？可用的选项见 jianggao check --help。'.replace('？', '。'),
  );
  says(['outline', '--fix', 'a.txt'], /^没有 --fix 这个选项/);
  says(['check', '-z', 'a.txt'], /^没有 -z 这个选项/);
  says(['check', '--format', 'html', 'a.txt'], '没有“html”这种格式，可用的有 text、json、sarif、github。');
  says(['blanks', '--format', 'sarif', 'a.txt'], '没有“sarif”这种格式，可用的有 text、json。');
  says(['check', 'a.txt', '--format'], '选项 --format 后面要写格式。');
  says(['check', '--format', '--draft', 'a.txt'], '选项 --format 后面要写格式。');
  says(['check', '--format', 'json', '-f', 'text', 'a.txt'], '选项 -f 只能写一次。');
  says(['check', '--draft=yes', 'a.txt'], '选项 --draft 后面不带值。');
  says(['check', '--max-warnings', '很多', 'a.txt'], /^--max-warnings 后面要写个数/);
  says(['check', '--rule', 'text/pairing', 'a.txt'], /^--rule 后面要写“规则=级别”/);
  says(['check', '--rule', 'text/pairing=loud', 'a.txt'], /^--rule 后面要写“规则=级别”/);
  says(
    ['check', '--rule', 'text/paring=off', 'a.txt'],
    '没有叫“text/paring”的规则或规则组，是不是“text/pairing”。全部规则见 jianggao rules。',
  );
  says(['check', '--dry-run', 'a.txt'], '--dry-run 要和 --fix 一起用。');
  says(['check', '--fix', '-'], '标准输入不能改写：--fix 只用于文件。');
  says(['check', '--config', 'b.json', '--no-config', 'a.txt'], '--config 和 --no-config 只能用一个。');
  says(['rules', 'text/none'], /^没有叫“text\/none”的规则/);
  says(['init', 'a'], /不带文件名/);
});

describe('help', () => {
  const help = (...argv: string[]) =>
    inFolder({}, async (folder) => {
      const { status, out, err } = await folder.run(argv);
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /用法：/);
      assert.match(out, argv.length > 1 ? /选项：/ : /例子：/);
    });
  for (const argv of [[], ['--help'], ['-h'], ['help'], ['check', '--help'], ['help', 'outline'], ['init', '-h']])
    it(`jianggao ${argv.join(' ')}`, help(...argv));

  for (const command of commandNames)
    it(`on ${command} names every option, and none that is not there`, () => {
      const page = helpOn(command);
      const named = new Set([...page.matchAll(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm)].map(([option]) => option.slice(2)));
      assert.deepEqual([...named].sort(), Object.keys(commands[command]).sort());
      assert.match(helpOn(undefined), new RegExp(`^ {2}${command} `, 'm'));
    });
});

describe('the README', () => {
  const readme = fs.readFileSync(at('README.md'), 'utf8');
  for (const command of commandNames)
    it(`names the command ${command}`, () => assert.ok(readme.includes(`\n| \`jianggao ${command}`)));
  it('names every option of check', () => {
    const missing = Object.keys(commands.check).filter(
      (option) => option !== 'help' && !readme.includes(`\`--${option}`),
    );
    assert.deepEqual(missing, []);
  });
});

describe('the version', () => {
  it(
    'is that of the package',
    inFolder({}, async (folder) => {
      assert.equal(version, JSON.parse(fs.readFileSync(at('package.json'), 'utf8')).version);
      assert.deepEqual(await folder.run(['--version']), { status: 0, out: `${version}\n`, err: '' });
    }),
  );
});
