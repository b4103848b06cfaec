import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../../server/src/engine/rule.ts';
import { main, scaffold } from '../../server/src/tools/new-rule.ts';
import { at } from '../support/repository.ts';
import { assertFindings, findingsAt } from '../support/rule-tester.ts';

const list = fs.readFileSync(at('server/src/rules/index.ts'), 'utf8');

describe('new rule', () => {
  const { error, log } = console;
  let folder: string;
  let said: string[];
  beforeEach(() => {
    said = [];
    console.error = console.log = (line: string) => void said.push(line);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-'));
    fs.cpSync(at('server/src'), path.join(folder, 'server/src'), { recursive: true });
  });
  afterEach(() => {
    Object.assign(console, { error, log });
    fs.rmSync(folder, { recursive: true });
  });

  it('works as it comes: listed, and its own test and examples hold', async () => {
    assert.equal(main(folder, ['structure/brand-new']), 0);
    const outfile = path.join(folder, 'rules.mjs');
    await build({
      entryPoints: [path.join(folder, 'server/src/rules/index.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
    });
    const { rules } = (await import(pathToFileURL(outfile).href)) as { rules: readonly Rule[] };
    const rule = rules.find(({ meta }) => meta.id === 'structure/brand-new');
    assert.ok(rule);
    for (const text of [...rule.meta.examples.wrong, ...rule.meta.examples.right]) findingsAt(rule, { text });
    assertFindings(rule, { text: '⟦示例词⟧两次：⟦示例词⟧。', message: /请怎样改/ });
    assert.match(
      fs.readFileSync(path.join(folder, 'test/rules/structure/brand-new.test.ts'), 'utf8'),
      /testRule\(brandNew,/,
    );
  });
  it('stands last of its group, its import in the order of paths', () => {
    const changed = scaffold('placeholders/zzz', scaffold('text/aaa', list).get('server/src/rules/index.ts')!).get(
      'server/src/rules/index.ts',
    )!;
    const imports = [...changed.matchAll(/from '(\.\/[^']+)'/g)].map((m) => m[1]);
    assert.deepEqual(imports, [...imports].sort());
    assert.match(changed, / {2}zzz,\n {2}\/\/ numbers\n/);
    assert.match(changed, / {2}aaa,\n {2}\/\/ names\n/);
  });
  it('refuses names that are none, groups that are not, and what exists', () => {
    for (const id of ['', 'text', 'Text/x', 'text/x_y', '../x/y', 'nogroup/x', 'text/pairing'])
      assert.equal(main(folder, [id]), 2, id);
    assert.match(said.at(-1)!, /exists already/);
    assert.match(said.at(-2)!, /no group nogroup; there are placeholders/);
  });
});
