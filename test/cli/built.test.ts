/** The built command is the same program as the sources: bundling, minifying and compiled code change nothing. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Document } from '../../server/src/document/document.ts';
import { at } from '../support/repository.ts';

describe('the built command', () => {
  it('is ASCII throughout: the launcher reads it as one byte for each character', () => {
    for (const file of fs.readdirSync(at('dist')).filter((name) => name.endsWith('.js')))
      assert.ok(!/[^\0-\x7f]/.test(fs.readFileSync(at('dist', file), 'utf8')), file);
  });

  it('sees the outlines, counts and blanks that the sources see', () => {
    const folder = at('test/corpus/sound');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const answer = (verb: string) =>
      JSON.parse(
        execFileSync(process.execPath, [at('dist/cli.js'), verb, '--format', 'json', ...names], {
          cwd: folder,
          maxBuffer: 1 << 28,
          encoding: 'utf8',
        }),
      ).files as Record<string, { start: number; depth: number; verdict: string; type: string }[]>[];
    const outlines = answer('outline');
    const figures = answer('figures');
    names.forEach((name, i) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(fs.readFileSync(at('test/corpus/sound', name)));
      const document = new Document(text, { format: 'plain' });
      assert.deepEqual(
        outlines[i]!['outline']!.map(({ start, depth }) => [start, depth]),
        document.outline.nodes.map(({ start, depth }) => [start, depth]),
        name,
      );
      assert.deepEqual(
        figures[i]!['checks']!.filter(({ type }) => type === 'count').map(({ start, verdict }) => [start, verdict]),
        document.counts.map(({ start, verdict }) => [start, verdict]),
        name,
      );
    });
  });

  it('tells a fault of its arguments where the part that finds it is loaded apart', () => {
    for (const argv of [
      ['figures', '--only', 'all', '-'],
      ['templates', '--format', 'xx'],
    ]) {
      const { status, stderr, stdout } = spawnSync(process.execPath, [at('dist/cli.js'), ...argv], {
        input: '',
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout], [2, ''], argv.join(' '));
      assert.match(stderr, /^没有“[^”]+”这种[^\n]+\n$/);
    }
  });
});
