import assert from 'node:assert/strict';
import { generatedFiles } from '../../server/src/tools/generated.ts';
import { finds, withOptions } from '../support/fixture-rules.ts';

const rules = [
  finds('a/found', '错'),
  finds('a/quiet', '错', { fixes: [{ title: '改为对*', safety: 'safe', edits: [] }] }, { draft: 'off', final: 'off' }),
  withOptions('b/options', { most: { type: 'integer', default: 3, minimum: 1, description: '最多几个 | 个' } }),
];
const generate = (files: Readonly<Record<string, string>> = {}) =>
  generatedFiles(rules, { a: '甲组', b: '乙组', c: '空组' }, (file) => files[file]);

describe('generator', () => {
  it('writes a page for each rule, an index and the schema', () =>
    assert.deepEqual(
      [...generate().keys()],
      [
        'server/docs/rules/a/found.md',
        'server/docs/rules/a/quiet.md',
        'server/docs/rules/b/options.md',
        'server/docs/rules/README.md',
        'server/jianggao.schema.json',
      ],
    ));
  it('shows on a page what the rule really says of its examples', () => {
    const page = generate().get('server/docs/rules/a/found.md')!;
    assert.match(page, /默认级别：起草时提示（`info`），定稿时错误（`error`）/);
    assert.ok(page.includes('```text\n⟦错⟧\n```\n\n- 错误：“错”不对。\n'));
    assert.doesNotMatch(page, /## 选项/);
    const quiet = generate().get('server/docs/rules/a/quiet.md')!;
    assert.ok(quiet.includes('- 提示：“错”不对。\n  - 可自动改：改为对\\*\n'), quiet);
  });
  it('shows options, and how to set them', () => {
    const page = generate().get('server/docs/rules/b/options.md')!;
    assert.ok(page.includes('| `most` | 不小于 1 的整数 | `3` | 最多几个 \\| 个 |'));
    assert.ok(page.includes('{ "rules": { "b/options": {"level":"warning","most":3} } }'));
  });
  it('lists groups that have rules', () => {
    const index = generate().get('server/docs/rules/README.md')!;
    assert.match(index, /## 甲组（`a`）[\s\S]*a\/found\.md[\s\S]*## 乙组（`b`）/);
    assert.doesNotMatch(index, /空组/);
  });
  it('puts the table between the markers of the README, and nowhere else', () => {
    const page = (table: string) => `前\n<!-- rules:start -->${table}<!-- rules:end -->\n后\n`;
    const once = generate({ 'README.md': page('\n旧的\n') }).get('README.md')!;
    assert.match(
      once,
      /^前\n<!-- rules:start -->\n\n\| 规则[\s\S]*\| \[`b\/options`\]\(server\/docs\/rules\/b\/options\.md\) \| 查b\/options \| 警告 \| 警告 \|\n\n<!-- rules:end -->\n后\n$/,
    );
    assert.equal(generate({ 'README.md': once }).get('README.md'), once);
    assert.equal(generate({ 'README.md': '没有标记' }).get('README.md'), '没有标记');
  });
  it('adds to the manifest what is missing, once', () => {
    const once = generate({ 'package.json': '{ "name": "x", "contributes": { "languages": [{ "id": "y" }] } }' }).get(
      'package.json',
    )!;
    assert.deepEqual(JSON.parse(once), {
      name: 'x',
      contributes: {
        languages: [{ id: 'y' }, { id: 'jsonc', filenames: ['jianggao.json'] }],
        jsonValidation: [{ fileMatch: 'jianggao.json', url: './server/jianggao.schema.json' }],
      },
    });
    assert.equal(generate({ 'package.json': once }).get('package.json'), once);
    const compact = JSON.stringify(JSON.parse(once));
    assert.equal(
      generate({ 'package.json': compact }).get('package.json'),
      compact,
      'nothing to add: not laid out anew',
    );
  });
});
