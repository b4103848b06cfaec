import assert from 'node:assert/strict';
import fs from 'node:fs';
import iconv from 'iconv-lite';
import { PipeClosed } from '../../server/src/cli/io.ts';
import type { Rule } from '../../server/src/engine/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { asNobody, type Folder, inFolder } from '../support/command.ts';
import { yields } from '../support/fixture-rules.ts';

/** Sound; with a skipped number (a warning); with an unpaired mark (an error). */
const sound = '关于招商引资工作的讲话\n\n同志们：\n\n招商引资是一件大事，请大家抓好落实。谢谢大家。\n';
const warned =
  '关于招商引资工作的讲话\n\n同志们：\n\n一、认清形势\n\n形势逼人，不进则退。\n\n三、压实责任\n\n责任重大，不容推诿。\n\n四、狠抓落实\n\n一分部署，九分落实。\n';
const faulty = '关于招商引资工作的讲话\n\n同志们：\n\n我们要落实“项目为王的理念，抓好招商引资。\n\n谢谢大家。\n';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly encoding?: string;
    readonly findings: readonly { rule: string; severity: string }[];
    readonly errors: readonly { code: string; message: string }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}
const json = async (folder: Folder, ...argv: string[]): Promise<Report & { readonly status: number }> => {
  const { status, out } = await folder.run(['check', '--format', 'json', ...argv]);
  return { status, ...JSON.parse(out) };
};

describe('check', () => {
  it(
    'ends with 0, 1 and 2',
    inFolder({ 'a.txt': sound, 'b.txt': warned, 'c.txt': faulty }, async (folder) => {
      const status = async (...argv: string[]) => (await folder.run(['check', ...argv])).status;
      assert.equal(await status('a.txt'), 0);
      assert.equal(await status('b.txt'), 0);
      assert.equal(await status('c.txt'), 1);
      assert.equal(await status('b.txt', '--max-warnings', '0'), 1);
      assert.equal(await status('b.txt', '--max-warnings=9'), 0);
      assert.equal(await status('c.txt', '没有.txt'), 2);
    }),
  );

  it(
    'checks as final, and with --draft as a draft',
    inFolder(
      { 'a.txt': '关于招商的讲话\n\n同志们：\n\n刚才，XX同志通报了情况。请大家抓好落实。谢谢大家。\n' },
      async (folder) => {
        assert.equal((await folder.run(['check', 'a.txt'])).status, 1);
        assert.equal((await folder.run(['check', '--draft', 'a.txt'])).status, 0);
      },
    ),
  );

  it(
    'reads every encoding alike',
    inFolder({}, async (folder) => {
      const encodings = { 'utf-8': 'utf-8', gbk: 'gb18030', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be' } as const;
      for (const encoding of Object.keys(encodings)) folder.write(`${encoding}.txt`, iconv.encode(faulty, encoding));
      folder.write('bom.txt', `\ufeff${faulty}`);
      const { files } = await json(folder, '.');
      assert.deepEqual(
        files.map(({ path, encoding }) => [path, encoding]),
        [
          ['bom.txt', 'utf-8'],
          ['gbk.txt', 'gb18030'],
          ['utf-16be.txt', 'utf-16be'],
          ['utf-16le.txt', 'utf-16le'],
          ['utf-8.txt', 'utf-8'],
        ],
      );
      const [bom, ...others] = files.map(({ findings }) => JSON.stringify(findings));
      assert.ok(others.every((each) => each === others[0]));
      // Offsets count the byte-order mark; lines and columns do not.
      assert.equal(bom?.replace(/"(?:start|end)":\d+/g, ''), others[0]?.replace(/"(?:start|end)":\d+/g, ''));
      assert.notEqual(bom, others[0]);
    }),
  );

  it(
    'reads standard input, and names it as told',
    inFolder({ '甲/jianggao.json': '{ "rules": { "text/pairing": "off" } }' }, async (folder) => {
      const plain = await folder.run(['check', '-'], { stdin: faulty });
      assert.equal(plain.status, 1);
      assert.match(plain.out, /^<stdin> {2}/);
      const named = await folder.run(['check', '-', '--stdin-filename', '甲/a.md'], { stdin: faulty });
      assert.equal(named.status, 0, named.out);
    }),
  );

  it(
    'sets levels by rule and by group, the last word winning',
    inFolder({ 'a.txt': faulty }, async (folder) => {
      assert.equal((await folder.run(['check', '--rule', 'text/pairing=off', 'a.txt'])).status, 0);
      assert.equal((await folder.run(['check', '--rule=text=off', 'a.txt'])).status, 0);
      assert.equal(
        (await folder.run(['check', '--rule', 'text=off', '--rule', 'text/pairing=error', 'a.txt'])).status,
        1,
      );
    }),
  );

  it(
    'follows the configuration, but for what the command line says',
    inFolder(
      {
        'jianggao.json': '{ "rules": { "text/pairing": "off" } }',
        '另.json': '{ "rules": { "text/pairing": "warning" } }',
        'a.txt': faulty,
      },
      async (folder) => {
        assert.deepEqual((await json(folder, 'a.txt')).summary, { files: 1, errors: 0, warnings: 0, infos: 0 });
        assert.equal((await json(folder, '--no-config', 'a.txt')).summary['errors'], 1);
        assert.equal((await json(folder, '--config', '另.json', 'a.txt')).summary['warnings'], 1);
        assert.equal((await json(folder, '--rule', 'text/pairing=error', 'a.txt')).summary['errors'], 1);
      },
    ),
  );

  it(
    'hides hints when told to be quiet, and counts them',
    inFolder({ 'a.txt': `${faulty}\n<!-- jianggao-disable 没有的规则 -->\n` }, async (folder) => {
      const { out } = await folder.run(['check', '--quiet', 'a.txt']);
      assert.doesNotMatch(out, /^提示 {2}/m);
      assert.match(out, /提示 1/);
    }),
  );

  it(
    'goes on after a file that fails',
    inFolder(
      { 'a.txt': faulty, 'b.txt': Buffer.from('89504e470d0a1a0a', 'hex'), 'c.docx': 'PK', 'd.txt': sound },
      async (folder) => {
        const { status, files, summary } = await json(folder, 'a.txt', 'b.txt', 'c.docx', 'd.txt', '没有.txt');
        assert.equal(status, 2);
        assert.deepEqual(summary, { files: 5, errors: 1, warnings: 0, infos: 0 });
        assert.deepEqual(
          Object.fromEntries(
            files.map(({ path, findings, errors }) => [path, [findings.length, ...errors.map(({ code }) => code)]]),
          ),
          {
            'a.txt': [1],
            'b.txt': [0, 'undecodable'],
            'c.docx': [0, 'unsupported'],
            'd.txt': [0],
            '没有.txt': [0, 'not-found'],
          },
        );
        assert.match(
          files.find(({ path }) => path === 'c.docx')!.errors[0]!.message,
          /^c\.docx：Word 文件（\.docx）留待以后的版本/,
        );
      },
    ),
  );

  it(
    'reports a rule that crashes, and all that the others found',
    inFolder({ 'a.txt': faulty }, async (folder) => {
      const all = rules as Rule[];
      all.push(yields('text/crashing', [], new Error('boom')));
      try {
        const { status, files, summary } = await json(folder, 'a.txt');
        assert.equal(status, 2);
        assert.equal(summary['errors'], 1);
        assert.deepEqual(files[0]!.errors, [
          { code: 'rule-crashed', message: '规则 text/crashing 出错，没有查完：boom。其余规则照常。' },
        ]);
        assert.match((await folder.run(['check', 'a.txt'])).out, /失败 {2}规则 text\/crashing 出错/);
      } finally {
        all.pop();
      }
    }),
  );

  it(
    'ends quietly when nobody reads on',
    inFolder({ 'a.txt': faulty, 'b.txt': faulty }, async (folder) => {
      let pieces = 0;
      const write = (): void => {
        if (++pieces > 1) throw new PipeClosed();
      };
      await assert.rejects(folder.run(['check', 'a.txt', 'b.txt'], { write }), PipeClosed);
      assert.equal(pieces, 2);
    }),
  );

  it(
    'shows colours at a terminal, unless NO_COLOR says no',
    inFolder({ 'a.txt': faulty }, async (folder) => {
      const colored = '\u001b[';
      assert.ok((await folder.run(['check', 'a.txt'], { terminal: true })).out.includes(colored));
      assert.ok(
        !(await folder.run(['check', 'a.txt'], { terminal: true, env: { NO_COLOR: '1' } })).out.includes(colored),
      );
      assert.ok(
        !(await folder.run(['check', 'a.txt'], { terminal: true, env: { TERM: 'dumb' } })).out.includes(colored),
      );
      assert.ok(!(await folder.run(['check', 'a.txt'])).out.includes(colored));
      assert.ok((await folder.run(['check', 'a.txt'], { env: { FORCE_COLOR: '1' } })).out.includes(colored));
    }),
  );

  it(
    'tells at a terminal how far it is, where there are many drafts, and wipes it away',
    inFolder(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, sound])), async (folder) => {
      const { err } = await folder.run(['check', '.'], { terminal: true });
      assert.match(err, /\r正在读第 1 份，共 50 份 /);
      assert.match(err, /\r +\r$/);
      assert.equal((await folder.run(['check', '.'])).err, '');
    }),
  );

  it(
    'mentions Word files met in a folder',
    inFolder({ 'a.txt': sound, 'b.docx': '', '~$b.docx': '' }, async (folder) => {
      const { status, err } = await folder.run(['check', '.']);
      assert.equal(status, 0);
      assert.match(err, /有 1 个 Word 文件（\.docx）没有读/);
    }),
  );
});

describe('check --fix', () => {
  const half = '关于招商引资工作的讲话\r\n\r\n同志们:\r\n\r\n招商引资是一件大事,请大家抓好落实;谢谢大家。\r\n';

  for (const encoding of ['utf-8', 'gbk', 'utf-16le'] as const)
    it(
      `writes ${encoding} as it was, line ends and all`,
      inFolder({ 'a.txt': iconv.encode(half, encoding, { addBOM: encoding === 'utf-16le' }) }, async (folder) => {
        const { out } = await folder.run(['check', '--fix', 'a.txt']);
        assert.match(out, /已改/);
        assert.match(out, /已修正 \d+ 处/);
        const bytes = folder.read('a.txt');
        assert.equal(
          iconv.decode(bytes, encoding),
          half.replaceAll(':', '：').replaceAll(',', '，').replaceAll(';', '；'),
        );
        assert.equal(bytes[0] === 0xff, encoding === 'utf-16le');
        assert.doesNotMatch((await folder.run(['check', '--fix', 'a.txt'])).out, /已改/);
      }),
    );

  it(
    'keeps a byte-order mark',
    inFolder({ 'a.txt': `\ufeff${half}` }, async (folder) => {
      await folder.run(['check', '--fix', 'a.txt']);
      assert.ok(folder.read('a.txt').toString().startsWith('\ufeff关于'));
    }),
  );

  it(
    'never changes a figure, a name or a date by itself',
    inFolder({ 'a.txt': warned.replace('形势逼人', '下面讲五点意见。形势逼人') }, async (folder) => {
      const before = folder.read('a.txt');
      await folder.run(['check', '--fix', 'a.txt']);
      assert.deepEqual(folder.read('a.txt'), before);
    }),
  );

  it(
    'writes nothing in a dry run',
    inFolder({ 'a.txt': half }, async (folder) => {
      const { out } = await folder.run(['check', '--fix', '--dry-run', 'a.txt']);
      assert.match(out, /可改/);
      assert.match(out, /可修正 \d+ 处，未写入/);
      assert.equal(folder.read('a.txt').toString(), half);
    }),
  );

  it(
    'says what it could not write, and ends with 2',
    inFolder({ 'a.txt': half }, async (folder) => {
      // What is loaded later must be readable now.
      await folder.run(['check', '--fix', '--dry-run', 'a.txt']);
      fs.chmodSync(folder.at('a.txt'), 0o444);
      fs.chmodSync(folder.path, 0o555);
      const { status, out } = await asNobody(() => folder.run(['check', '--fix', 'a.txt']));
      fs.chmodSync(folder.path, 0o755);
      assert.equal(status, 2);
      assert.match(out, /写不了“a\.txt”：没有权限/);
      assert.equal(folder.read('a.txt').toString(), half);
    }),
  );
});
