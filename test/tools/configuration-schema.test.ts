/** The schema that VS Code shows and the validator of the engine say the same. */
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { Catalogue } from '../../server/src/engine/catalogue.ts';
import { resolveConfiguration } from '../../server/src/engine/configuration.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';
import { groups, rules as realRules } from '../../server/src/rules/index.ts';
import { configurationSchema } from '../../server/src/tools/configuration-schema.ts';
import { finds, withOptions } from '../support/fixture-rules.ts';

const rules = [
  finds('numbers/sum', ''),
  withOptions('text/terms', {
    strict: { type: 'boolean', default: false, description: '严' },
    most: { type: 'integer', default: 3, minimum: 1, maximum: 9, description: '多' },
    words: { type: 'strings', default: ['甲'], description: '词' },
    how: { type: 'choice', choices: ['x', 'y'], default: 'x', description: '法' },
  }),
];
const compile = (list: typeof realRules) => new Ajv({ strict: false }).compile(configurationSchema(list, groups));
const bySchema = compile(rules);
const byEngine = (configuration: unknown): boolean =>
  resolveConfiguration('/jianggao.json', rules, {
    load: (path) => ({ path, ...parseJsonc(path === '/jianggao.json' ? JSON.stringify(configuration) : '{}') }),
    glob: () => () => true,
  }).problems.length === 0;

describe('configuration schema', () => {
  for (const configuration of [
    {},
    { $schema: 'x', extends: 'a.json', stage: 'draft' },
    { extends: ['a.json', 'b.json'], overrides: [] },
    { rules: { numbers: 'off', 'numbers/sum': 'error', engine: 'info', 'engine/unused-suppression': 'off' } },
    { rules: { numbers: { level: 'off' }, 'text/terms': { strict: true, most: 9, words: [], how: 'y' } } },
    { speech: { rate: 50 }, overrides: [{ files: 'a' }, { files: ['b'], stage: 'final', speech: {}, rules: {} }] },
  ])
    it(`takes what the engine takes: ${JSON.stringify(configuration)}`, () => {
      assert.ok(byEngine(configuration));
      assert.ok(bySchema(configuration), JSON.stringify(bySchema.errors));
    });
  for (const configuration of [
    [],
    { rule: {} },
    { $schema: 1 },
    { extends: 1 },
    { extends: [1] },
    { stage: 'done' },
    { speech: 1 },
    { speech: { rate: 49 } },
    { speech: { rate: 601 } },
    { speech: { rate: 99.5 } },
    { speech: { speed: 1 } },
    { rules: { names: 'off' } },
    { rules: { 'text/term': 'off' } },
    { rules: { text: 'on' } },
    { rules: { text: { words: [] } } },
    { rules: { 'text/terms': ['error', {}] } },
    { rules: { 'text/terms': { strict: 1 } } },
    { rules: { 'text/terms': { most: 0 } } },
    { rules: { 'text/terms': { words: 'a' } } },
    { rules: { 'text/terms': { words: [1] } } },
    { rules: { 'text/terms': { how: 'z' } } },
    { overrides: {} },
    { overrides: [{}] },
    { overrides: [{ files: 1 }] },
    { overrides: [{ files: 'a', extends: 'b' }] },
    { overrides: [{ files: 'a', overrides: [] }] },
  ])
    it(`refuses what the engine refuses: ${JSON.stringify(configuration)}`, () => {
      assert.ok(!byEngine(configuration));
      assert.ok(!bySchema(configuration));
    });

  it('takes every rule and group at every level', () => {
    const takes = compile(realRules);
    for (const level of ['off', 'info', 'warning', 'error'])
      assert.ok(takes({ rules: Object.fromEntries(new Catalogue(realRules).names.map((name) => [name, level])) }));
  });
});
