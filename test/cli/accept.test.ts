import assert from 'node:assert/strict';
import fs from 'node:fs';
import { type Folder, inFolder } from '../support/command.ts';

const draft = '在推进会上的讲话\n\n同志们：\n\n今年以来，“招商引资成效明显。\n\n项目建设，“进展顺利。\n';
const files = { 'jianggao.json': '{ "rules": { "structure": "off" } }', '送审/讲话.txt': draft };
const verdictsFile = 'jianggao.verdicts.json';

interface Report {
  readonly files: readonly {
    readonly findings: readonly { readonly fingerprint: string; readonly rule: string }[];
    readonly judged?: readonly { readonly fingerprint: string; readonly verdict: string; readonly reason: string }[];
  }[];
  readonly summary: {
    readonly errors: number;
    readonly judged?: number;
    readonly stale?: readonly { readonly path: string; readonly fingerprint: string }[];
  };
}

async function report(folder: Folder, ...more: string[]): Promise<Report> {
  const { out } = await folder.run(['check', '--format', 'json', ...more]);
  return JSON.parse(out) as Report;
}
const pairing = ({ files: [file] }: Report): string[] =>
  file!.findings.filter(({ rule }) => rule === 'text/pairing').map(({ fingerprint }) => fingerprint);

describe('jianggao accept', () => {
  it(
    'takes a finding out of what counts, with its reason, wherever else the draft is edited',
    inFolder(files, async (folder) => {
      const [first, second] = pairing(await report(folder, '送审'));
      const accepted = await folder.run(['accept', first!.slice(0, 8), '--reason', '引文原文如此']);
      assert.equal(accepted.err, '');
      assert.equal(accepted.status, 0);
      assert.match(accepted.out, /^认可 {2}[0-9a-f]{8} {2}text\/pairing {2}.*讲话\.txt {2}“/);
      assert.deepEqual(JSON.parse(folder.read(verdictsFile).toString()), {
        verdicts: [
          {
            fingerprint: first,
            verdict: 'accepted',
            reason: '引文原文如此',
            rule: 'text/pairing',
            file: '送审/讲话.txt',
            words: '“',
          },
        ],
      });
      folder.write('送审/讲话.txt', draft.replace('同志们：', '同志们：\n\n今天开个会。'));
      const after = await report(folder, '--baseline', '送审');
      assert.deepEqual(pairing(after), [second]);
      assert.deepEqual(
        after.files[0]!.judged?.map(({ fingerprint, verdict, reason }) => [fingerprint, verdict, reason]),
        [[first, 'accepted', '引文原文如此']],
      );
      assert.equal(after.summary.judged, 1);
      assert.deepEqual(after.summary.stale, []);
      // Without --baseline everything is said.
      assert.deepEqual(pairing(await report(folder, '送审')), [first, second]);
    }),
  );
  it(
    'ends well once all that counted is accepted, and tells what has become stale',
    inFolder(files, async (folder) => {
      assert.equal((await folder.run(['check', '--baseline', '送审'])).status, 1);
      const accepted = await folder.run(['accept', '--all', '--dismiss', '-r', '误报', '送审']);
      assert.equal(accepted.status, 0, accepted.err);
      const clean = await folder.run(['check', '--baseline', '送审']);
      assert.equal(clean.status, 0);
      assert.match(clean.out, /另有 \d+ 处已有结论（认可或误报），不再计。/);
      folder.write('送审/讲话.txt', draft.replace('“招商', '招商'));
      const mended = await folder.run(['check', '--baseline', '送审']);
      assert.equal(mended.status, 0);
      assert.match(
        mended.out,
        /jianggao\.verdicts\.json 里有一条结论已经对不上任何问题，请删去：[0-9a-f]{8} {2}text\/pairing/,
      );
      // While a draft is written, what is open is not found: nothing is proved.
      assert.doesNotMatch((await folder.run(['check', '--draft', '--baseline', '送审'])).out, /对不上/);
      assert.doesNotMatch((await folder.run(['check', '--rule', 'text=off', '--baseline', '送审'])).out, /对不上/);
      // Another draft says nothing of this one.
      folder.write('其他.txt', '同志们：\n\n今天开个会。\n');
      assert.doesNotMatch((await folder.run(['check', '--baseline', '其他.txt'])).out, /对不上/);
      fs.rmSync(folder.at('送审/讲话.txt'));
      assert.match((await folder.run(['check', '--baseline', '其他.txt'])).out, /对不上/, 'the draft is gone');
    }),
  );
  it(
    'shows fingerprints with --baseline, and does not fix what is accepted',
    inFolder({ '稿.txt': '同志们：\n\n今天开会,很重要,大家要重视，抓好落实。。\n' }, async (folder) => {
      const shown = await folder.run(['check', '--baseline', '稿.txt']);
      const [, fingerprint] = / ([0-9a-f]{8}(?:-\d+)?)\n/.exec(shown.out)!;
      assert.ok(!(await folder.run(['check', '稿.txt'])).out.includes(fingerprint!));
      const before = folder.read('稿.txt');
      assert.equal((await folder.run(['accept', '--all', '--reason', '原样', '稿.txt'])).status, 0);
      await folder.run(['check', '--fix', '--baseline', '稿.txt']);
      assert.ok(folder.read('稿.txt').equals(before));
    }),
  );
  it(
    'keeps what stands in the file, and puts a new verdict in the place of an old one',
    inFolder(files, async (folder) => {
      const [first, second] = pairing(await report(folder, '送审'));
      folder.write(
        verdictsFile,
        `{\n  // 2026年各次会议\n  "verdicts": [\n    { "fingerprint": "${first}", "verdict": "accepted", "reason": "旧" }\n  ]\n}\n`,
      );
      assert.equal((await folder.run(['accept', first!, second!, '--reason', '新', '送审/讲话.txt'])).status, 0);
      const text = folder.read(verdictsFile).toString();
      assert.match(text, /2026年各次会议/);
      assert.doesNotMatch(text, /旧/);
      assert.equal(text.match(/"fingerprint"/g)?.length, 2);
      assert.equal((await report(folder, '--baseline', '送审')).summary.judged, 2);
    }),
  );
  it(
    'uses the file that is named',
    inFolder(files, async (folder) => {
      const accepted = await folder.run(['accept', '--all', '-r', '旧稿', '--baseline', '结论.json', '送审']);
      assert.equal(accepted.status, 0, accepted.err);
      assert.ok(!fs.existsSync(folder.at(verdictsFile)));
      assert.equal((await folder.run(['check', '--baseline=结论.json', '送审'])).status, 0);
      const missing = await folder.run(['check', '--baseline=没有.json', '送审']);
      assert.deepEqual([missing.status, missing.err], [2, '没有.json：读不了，没有这个文件。\n']);
    }),
  );
  it(
    'says what it cannot do',
    inFolder(
      { ...files, '坏/jianggao.verdicts.json': '{ "verdicts": [\n{ "fingerprint": 1 }] }', '坏/稿.txt': draft },
      async (folder) => {
        const [first] = pairing(await report(folder, '送审'));
        for (const [args, message] of [
          [['accept', first!], /--reason 写明理由/],
          [['accept', '--reason', '是'], /没有写哪个问题/],
          [['accept', '--all', '--reason', '是'], /写明文件或文件夹/],
          [['accept', '--all', first!, '--reason', '是', '送审'], /不用再写指纹/],
          [['accept', 'ffffff', '--reason', '是', '送审'], /没有找到指纹为 ffffff 的问题/],
          [['accept', first!, '--reason', '是', '没有.txt'], /没有这个文件/],
        ] as const) {
          const { status, err } = await folder.run(args);
          assert.equal(status, 2, args.join(' '));
          assert.match(err, message);
        }
        assert.ok(!fs.existsSync(folder.at(verdictsFile)));
        const broken = await folder.run(['check', '--baseline', '坏/稿.txt']);
        assert.equal(broken.status, 2);
        assert.match(broken.out, /jianggao\.verdicts\.json:2:18：“fingerprint”应为字符串/);
      },
    ),
  );
});
