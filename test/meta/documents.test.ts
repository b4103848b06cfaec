/** What the documents say holds: their links lead somewhere, their configurations are valid, the rules they name exist. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Catalogue } from '../../server/src/engine/catalogue.ts';
import { resolveConfiguration } from '../../server/src/engine/configuration.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';
import { groups, rules } from '../../server/src/rules/index.ts';
import { at } from '../support/repository.ts';

const documents = [
  ...['README.md', '.github/CONTRIBUTING.md'].filter((file) => fs.existsSync(at(file))),
  ...fs
    .readdirSync(at('server/docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('server/docs', file)),
];
const { names } = new Catalogue(rules);

describe('documents', () => {
  for (const file of documents)
    it(file, () => {
      const text = fs.readFileSync(at(file), 'utf8');
      for (const [, target] of text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g))
        assert.ok(fs.existsSync(path.resolve(path.dirname(at(file)), target!)), `a link leads nowhere: ${target}`);
      for (const [, json] of text.matchAll(/```jsonc\n([\s\S]*?)```/g)) {
        const { problems } = resolveConfiguration('/jianggao.json', rules, {
          load: (reference) => ({ path: reference, ...parseJsonc(reference === '/jianggao.json' ? json! : '{}') }),
          glob: () => () => true,
        });
        assert.deepEqual(problems, [], json);
      }
      for (const [, named] of text.matchAll(/`([a-z]+\/[a-z]+(?:-[a-z]+)*)`/g))
        if (Object.hasOwn(groups, named!.split('/')[0]!)) assert.ok(names.includes(named!), `no such rule: ${named}`);
    });
});
