// Runs inside the extension host: loads the bundled test files beside this one and writes the results where the launcher looks for them.
import fs from 'node:fs';
import path from 'node:path';

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  readonly message?: string;
}

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // What is printed here reaches the launcher mixed with VS Code's own log, so the launcher prints the outcomes itself.
  class Silent {}
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Silent as unknown as string });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (/\.(test|bench)\.js$/.test(name)) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome): void => {
    outcomes.push(outcome);
    const of = (state: Outcome['state']): number => outcomes.filter((each) => each.state === state).length;
    const results = { passed: of('passed'), failed: of('failed'), skipped: of('skipped'), outcomes };
    const file = process.env['JIANGGAO_TEST_RESULTS'];
    if (file) fs.writeFileSync(file, JSON.stringify(results));
  };
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const milliseconds = (test: Mocha.Test): number => test.duration ?? 0;
    runner.on('pass', (test) => add({ title: test.fullTitle(), state: 'passed', milliseconds: milliseconds(test) }));
    runner.on('pending', (test) => add({ title: test.fullTitle(), state: 'skipped', milliseconds: 0 }));
    runner.on('fail', (test, error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      add({ title: test.fullTitle(), state: 'failed', milliseconds: milliseconds(test), message });
    });
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
