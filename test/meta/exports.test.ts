/** No function, value or class is exported that no other file takes. (Types are: they belong to the functions that they are said of.) */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { at } from '../support/repository.ts';

const filesIn = (folder: string): readonly string[] =>
  fs
    .readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs)$/.test(file))
    .map((file) => path.join(folder, file));

/** What others call: VS Code `activate` and `deactivate`. */
const entries = new Set(['client/src/extension.ts']);

const declared = /^export (?:async )?(?:const|let|function\*?|class)\s+(\w+)/gm;

describe('exports', () => {
  it('are each taken by another file', () => {
    const sources = new Map(
      ['server/src', 'client/src', 'test']
        .flatMap(filesIn)
        .map((file) => [file.split(path.sep).join('/'), fs.readFileSync(at(file), 'utf8')]),
    );
    const takers = new Map<string, Set<string>>();
    for (const [file, source] of sources)
      for (const [name] of source.matchAll(/[\p{L}_$][\p{L}\w$]*/gu)) {
        const files = takers.get(name);
        if (files === undefined) takers.set(name, new Set([file]));
        else files.add(file);
      }
    const dead: string[] = [];
    for (const [file, source] of sources)
      if (!entries.has(file))
        for (const [, name] of source.matchAll(declared))
          if (takers.get(name!)!.size === 1) dead.push(`${file}: ${name}`);
    assert.deepEqual(dead, []);
  });
});
