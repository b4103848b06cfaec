/** Holds the imports of server/src and client/src against the layer table of server/docs/architecture.md. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../support/repository.ts';

const allowed: Record<string, readonly string[]> = {
  text: [],
  document: ['text'],
  engine: ['text', 'document'],
  rules: ['text', 'document', 'engine'],
  features: ['text', 'document', 'engine'],
  formats: ['text', 'document', 'engine', 'features'],
  host: ['text', 'document', 'engine', 'rules', 'features', 'formats'],
  cli: ['text', 'document', 'engine', 'rules', 'features', 'formats', 'host'],
  lsp: ['text', 'document', 'engine', 'rules', 'features', 'formats', 'host'],
  tools: ['text', 'document', 'engine', 'rules', 'features', 'formats', 'host'],
};
/** Layers that run in a browser worker: no Node built-ins, no packages. */
const pure = new Set(['text', 'document', 'engine', 'rules', 'features']);

function* sources(folder: string): Generator<string> {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(file);
    else if (/\.(ts|mts|mjs)$/.test(entry.name)) yield file;
  }
}

const importsOf = (file: string): string[] =>
  [
    ...fs
      .readFileSync(file, 'utf8')
      .matchAll(
        /^\s*(?:import|export)\b[^'"=]*\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm,
      ),
  ].map((m) => (m[1] ?? m[2] ?? m[3])!);

const folderOf = (file: string): string => path.basename(path.dirname(file));

describe('layers', () => {
  const src = path.join(repository, 'server/src');
  for (const [layer, may] of Object.entries(allowed)) {
    it(`${layer} imports only what it may`, () => {
      const faults: string[] = [];
      for (const file of sources(path.join(src, layer)))
        for (const target of importsOf(file)) {
          const from = path.relative(repository, file);
          if (target.startsWith('.')) {
            const inside = path.relative(src, path.resolve(path.dirname(file), target));
            const to = inside.startsWith('..') ? undefined : inside.split(path.sep)[0]!;
            if (to === undefined ? layer !== 'tools' : to !== layer && !may.includes(to))
              faults.push(`${from} imports ${target}`);
            const isRule = to === 'rules' && folderOf(inside) !== 'lexicon' && folderOf(inside) !== 'finders';
            if (layer === 'rules' && isRule && path.basename(from) !== 'index.ts')
              faults.push(`${from} imports another rule: ${target}`);
          } else if (pure.has(layer)) faults.push(`${from} imports the package ${target}`);
          else if (layer === 'lsp' && /^(node:)?fs\b/.test(target)) faults.push(`${from} reads files`);
          else if (layer !== 'lsp' && /^vscode-languageserver/.test(target)) faults.push(`${from} imports ${target}`);
        }
      assert.deepEqual(faults, []);
    });
  }

  it('are as the architecture page says', () => {
    const page = fs.readFileSync(path.join(repository, 'server/docs/architecture.md'), 'utf8');
    const said = [...page.matchAll(/^\| (\w+) \| ([\w, ]+) \| /gm)]
      .filter(([, layer]) => layer !== 'layer')
      .map(([, layer, may]) => [layer, may === 'nothing' ? [] : may!.split(', ')]);
    assert.deepEqual(Object.fromEntries(said), allowed);
  });

  it('lexicons are data: they know no draft, only types and one another', () => {
    const faults: string[] = [];
    for (const file of sources(src))
      if (folderOf(file) === 'lexicon')
        for (const [statement] of fs.readFileSync(file, 'utf8').matchAll(/^import\b[^;]*;/gm))
          if (!statement.startsWith('import type') && !/ from '\.\/[^/]*';$/.test(statement))
            faults.push(`${path.relative(repository, file)}: ${statement}`);
    assert.deepEqual(faults, []);
  });

  it('client imports vscode, its client library, and one file of protocol types', () => {
    const faults: string[] = [];
    for (const file of sources(path.join(repository, 'client/src')))
      for (const target of importsOf(file))
        if (
          target.startsWith('.') &&
          path.relative(path.join(repository, 'client'), path.resolve(path.dirname(file), target)).startsWith('..') &&
          !target.endsWith('server/src/lsp/protocol.ts')
        )
          faults.push(`${path.relative(repository, file)} imports ${target}`);
    assert.deepEqual(faults, []);
  });
});
