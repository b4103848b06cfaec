import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { segmenter, systemSegmenter } from '../../server/src/host/segmenter.ts';
import { SegmenterClient } from '../../server/src/host/segmenter-client.ts';
import { isWord, vocabulary } from '../../server/src/host/vocabulary.ts';
import { writeDictionary } from '../../server/src/tools/dictionary.mjs';
import { dictionary } from '../support/dictionary.ts';
import { at } from '../support/repository.ts';

const texts = (cuts: readonly { readonly text: string }[] | undefined): string =>
  (cuts ?? []).map(({ text }) => text).join('/');

describe('segmenter', () => {
  it('cuts what it is given, no more and no less', () => {
    const { cut } = segmenter(dictionary());
    const runs = ['由刘威县长通报招商引资情况', '县', '习近平新时代中国特色社会主义思想', '龘靐齉', ''];
    assert.deepEqual(
      cut(runs).map((cuts) => cuts.map(({ text }) => text).join('')),
      runs,
    );
  });
  it('keeps the words of its vocabulary whole, and tags unknown names', function () {
    const { name, cut } = segmenter(dictionary());
    if (name !== 'nodejieba') return this.skip();
    assert.equal(texts(cut(['狠抓规上工业增加值'])[0]), '狠抓/规上工业增加值');
    assert.deepEqual(cut(['由刘威县长通报'])[0]?.slice(0, 3), [
      { text: '由', tag: 'p' },
      { text: '刘威', tag: 'x' },
      { text: '县长', tag: 'n' },
    ]);
  });
  it('takes an office’s own words, and passes over what is none', () => {
    for (const each of [systemSegmenter(), segmenter(dictionary())]) {
      each.add(['望江台镇', 'a b', '', '\ufeff镇', '一\t二', '县'.repeat(40)]);
      assert.equal(texts(each.cut(['在望江台镇召开'])[0]), '在/望江台镇/召开', each.name);
    }
  });
  it('falls back on the system, with the same vocabulary and without tags', () => {
    const { name, reason, cut } = systemSegmenter('no binary');
    assert.equal(name, 'Intl.Segmenter');
    assert.equal(reason, 'no binary');
    const [cuts] = cut(['狠抓规上工业增加值']);
    assert.equal(texts(cuts), '狠抓/规上工业增加值');
    assert.ok(cuts!.every(({ tag }) => tag === ''));
  });
  it('has a vocabulary of words that stand once', () => {
    const words = Object.values(vocabulary).flatMap((list) => list.split(' '));
    assert.deepEqual(
      words.filter((word) => !isWord(word)),
      [],
    );
    assert.deepEqual(
      words.filter((word, i) => words.indexOf(word) !== i),
      [],
    );
  });
});

describe('dictionaries', () => {
  it('are written whole, each with a line in it', function () {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-'));
    try {
      if (!writeDictionary(folder)) return this.skip();
      const files = fs.readdirSync(folder).sort();
      assert.deepEqual(files, [
        'LICENSE',
        'hmm.utf8',
        'idf.utf8',
        `nodejieba-${process.platform}-${process.arch}.node`,
        'stop.utf8',
        'user.utf8',
        'words.utf8',
      ]);
      for (const file of files.filter((name) => !name.endsWith('.node'))) {
        const text = fs.readFileSync(path.join(folder, file), 'utf8');
        assert.ok(text.trim() !== '' && !text.startsWith('\ufeff') && !text.includes('\r'), file);
      }
      assert.ok(fs.statSync(path.join(folder, 'words.utf8')).size < 2_000_000);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

describe('segmenter in a thread', () => {
  it('answers like the one in this thread, and says once which it is', async function () {
    if (!fs.existsSync(at('dist/segmenter-thread.js'))) return this.skip();
    const said: string[] = [];
    const client = new SegmenterClient((message) => said.push(message), at('dist/segmenter-thread.js'));
    try {
      const [first, second] = await Promise.all([client.cut(['由刘威县长通报']), client.cut(['招商引资'])]);
      assert.equal(texts(first[0]).replaceAll('/', ''), '由刘威县长通报');
      assert.equal(texts(second[0]), '招商引资');
      assert.equal(said.length, 1);
    } finally {
      await client.close();
    }
  });
  it('answers all the same when the thread dies', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-'));
    const file = path.join(folder, 'dies.js');
    fs.writeFileSync(file, 'throw new Error("no thread")');
    const said: string[] = [];
    const client = new SegmenterClient((message) => said.push(message), file);
    try {
      assert.equal(texts((await client.cut(['招商引资']))[0]), '招商引资');
      assert.equal(texts((await client.cut(['固定资产投资']))[0]), '固定资产投资');
      assert.equal(said.length, 1);
      assert.match(said[0]!, /no thread/);
    } finally {
      await client.close();
      fs.rmSync(folder, { recursive: true });
    }
  });
});
