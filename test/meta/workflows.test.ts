/** What the workflow files would run elsewhere is there: scripts, tests, platforms, the folder that is handed on. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse } from 'yaml';
import { at } from '../support/repository.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly include: readonly { readonly target: string }[] } };
        readonly steps: readonly Step[];
      }
    >
  >;
}

const { scripts } = JSON.parse(fs.readFileSync(at('package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const tests = fs
  .readdirSync(at('test'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'));

for (const file of fs.readdirSync(at('.github/workflows'))) {
  describe(`.github/workflows/${file}`, () => {
    const { jobs } = parse(fs.readFileSync(at('.github/workflows', file), 'utf8')) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

    it('calls scripts that there are, and a clean install', () => {
      const called = runs.map((run) => /^npm (?:run ([\w-]+)|(ci|test)\b)/.exec(run));
      assert.ok(called.length > 3);
      for (const [index, match] of called.entries()) {
        assert.ok(match, `what is this: ${runs[index]}`);
        if (match[1] !== undefined) assert.ok(scripts[match[1]], `no script ${match[1]}`);
      }
    });

    it('runs unit tests that there are', () => {
      for (const run of runs)
        for (const fragment of /^npm run unit -- (.+)$/.exec(run)?.[1]?.split(' ') ?? [])
          assert.ok(
            tests.some((name) => name.endsWith('.test.ts') && name.includes(fragment)),
            `no test ${fragment}`,
          );
    });

    it('hands on what was packaged', () => {
      const folders = new Set(runs.flatMap((run) => /^npm run package -- (\w+) --only/.exec(run)?.[1] ?? []));
      assert.equal(folders.size, 1);
      const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
      assert.ok(uploads.length > 0);
      for (const { with: options } of uploads) assert.equal(options?.['path'], `${[...folders][0]}/*.vsix`);
    });

    it('builds for every platform that is promised, each where it runs', () => {
      const targets = Object.values(jobs).flatMap(
        ({ strategy }) => strategy?.matrix.include.map((each) => each.target) ?? [],
      );
      assert.deepEqual(targets.sort(), ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64']);
      assert.ok(runs.some((run) => run.endsWith('--only universal')));
    });

    it('uses actions of one version', () => {
      for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
    });
  });
}
