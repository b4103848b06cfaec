// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { Document } from '../../server/src/document/document.ts';
import { check } from '../../server/src/engine/check.ts';
import { render } from '../../server/src/features/snippet.ts';
import {
  blanksOf,
  lengthOf,
  offersFor,
  roles,
  type Template,
  templateOf,
} from '../../server/src/features/templates.ts';
import { limits } from '../../server/src/host/template-file.ts';
import { writePack } from '../../server/src/host/template-packs.ts';
import { type TemplateLibrary, TemplateShelf } from '../../server/src/host/templates.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type Folder, inFolder } from '../support/command.ts';
import { at } from '../support/repository.ts';

const office = (folder: Folder): Promise<TemplateLibrary> =>
  new TemplateShelf().load([{ origin: 'office', path: folder.path }]);
const codes = ({ problems }: TemplateLibrary): readonly string[] =>
  problems.map(({ code, path: file, line }) => `${path.basename(file)}${line === undefined ? '' : `:${line}`} ${code}`);
const names = ({ templates }: TemplateLibrary): readonly string[] => templates.map(({ name }) => name);

const { templates, problems } = await new TemplateShelf().load([{ origin: 'built-in', path: at('snippets') }]);

describe('the templates that ship', () => {
  const samples = ({ hints }: Template): ReadonlyMap<number, string> =>
    new Map([...hints].flatMap(([index, { sample }]) => (sample === undefined ? [] : [[index, sample] as const])));

  it('are read without a fault, each under a name of its own', () => {
    assert.deepEqual(problems, []);
    assert.equal(new Set(templates.map(({ name }) => name)).size, templates.length);
  });

  it('cover twelve meetings, five kinds of speech, and every part in several tones', () => {
    const meetings = new Set(templates.filter(({ labels }) => labels.体裁 === '讲话').map(({ labels }) => labels.会议));
    assert.deepEqual(
      [...meetings].sort(),
      '招商引资推进会 项目建设调度会 经济运行分析会 安全生产 乡村振兴 防汛抗旱 生态环保 信访维稳 党风廉政 教育 年度总结表彰 动员部署'
        .split(' ')
        .sort(),
    );
    assert.deepEqual(
      new Set(templates.flatMap(({ labels }) => labels.体裁 ?? [])),
      new Set(['讲话', '主持词', '表态发言', '致辞', '党课']),
    );
    for (const role of Object.values(roles))
      assert.ok(templates.filter((template) => template.role === role).length >= 3, role);
  });

  it('mean the same thing by the same number', () => {
    const known = new Map<number, string>();
    for (const template of templates)
      for (const { index, name, text } of blanksOf(template)) {
        if (index > 10) continue;
        const said = `${name} ${text}`;
        assert.equal(known.get(index) ?? said, said, template.name);
        known.set(index, said);
      }
  });

  it('hold to the keys that VS Code knows', () => {
    for (const file of ['speeches', 'parts']) {
      const text = fs.readFileSync(at(`snippets/${file}.code-snippets`), 'utf8').replace(/^\/\/.*\n/gm, '');
      for (const entry of Object.values(JSON.parse(text) as object))
        for (const key of Object.keys(entry))
          assert.ok(['scope', 'prefix', 'description', 'isFileTemplate', 'body'].includes(key), key);
    }
  });

  for (const template of templates)
    it(`${template.name}: filled it passes the final check, unfilled its blanks are its tab stops`, () => {
      const { snippet, labels, hints, kind, description, prefixes } = template;
      assert.deepEqual(snippet.faults, []);
      assert.ok(description !== '' && prefixes.length >= 2);
      assert.ok(
        prefixes.some((prefix) => /^[a-z]+$/.test(prefix)) && prefixes.some((prefix) => /\p{Script=Han}/u.test(prefix)),
      );
      for (const format of ['plain', 'markdown'] as const) {
        const filled = new Document(render(snippet.nodes, samples(template)).text, { format });
        assert.deepEqual(filled.blanks, []);
        const { findings, failures } = check(filled, rules, { stage: 'final' });
        assert.deepEqual(failures, []);
        assert.deepEqual(
          findings.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      }
      const open = render(snippet.nodes);
      const document = new Document(open.text, { format: 'plain' });
      const stops = open.stops.filter(
        ({ index }) => blanksOf(template).find((blank) => blank.index === index)?.choices === undefined,
      );
      const inStops = new Set<number>();
      for (const blank of document.blanks) {
        assert.equal(blank.certainty, 'sure', document.slice(blank));
        const stop = stops.findIndex(({ start, end }) => start <= blank.start && blank.end <= end);
        assert.ok(stop >= 0, document.slice(blank));
        inStops.add(stop);
      }
      assert.equal(inStops.size, stops.length);
      // What is one entry in the list of blanks is one tab stop.
      const groups = new Map<string, number>();
      for (const blank of document.blanks) {
        const { index } = stops.find(({ start, end }) => start <= blank.start && blank.end <= end)!;
        assert.equal(groups.get(blank.group) ?? index, index, document.slice(blank));
        groups.set(blank.group, index);
      }
      for (const { index, choices, sample } of blanksOf(template))
        assert.ok(hints.has(index) && (choices !== undefined || sample !== undefined));
      if (kind !== 'speech') return;
      const { characters, minutes } = lengthOf(template, 200);
      const [, said, time] = /^约(\d+)字，(\d+)分钟$/.exec(labels.篇幅 ?? '') ?? [];
      assert.ok(Math.abs(Number(said) - characters) <= 100 && Math.abs(Number(time) - minutes) <= 1, labels.篇幅);
      if (labels.体裁 === '讲话' || labels.体裁 === '党课')
        assert.ok(characters >= 1500 && characters <= 3000, String(characters));
    });
});

describe('the library', () => {
  const entry = '{ "prefix": "a", "body": "同志们：" }';

  it(
    'reads folders below, comments, trailing commas, and files in GBK',
    inFolder(
      {
        'a.code-snippets': `// 单位：临溪县委办公室\n// 版本：3\n{ "甲": ${entry}, /* 末尾 */ }`,
        '县里/b.code-snippets': iconv.encode(`{ "乙": ${entry} }`, 'gbk'),
        '县里/说明.md': '# 模板',
        '.git/c.code-snippets': `{ "丙": ${entry} }`,
      },
      async (folder) => {
        const library = await office(folder);
        assert.deepEqual(codes(library), []);
        assert.deepEqual(names(library), ['甲', '乙']);
        assert.deepEqual(library.templates[0]!.pack, { office: '临溪县委办公室', version: '3' });
      },
    ),
  );

  it(
    'says each fault with its place, and the rest works',
    inFolder(
      {
        '1好.code-snippets': `{ "甲": ${entry} }`,
        '2坏.code-snippets': `{\n "乙": ${entry},\n "丙": }`,
        '3大.code-snippets': Buffer.alloc(50_000_000, ' '),
        '4数组.code-snippets': '[]',
        '5空.code-snippets': '',
        '6重名.code-snippets': `{\n "甲": ${entry} }`,
        '7标注.code-snippets': `{\n "丁": { "body": "同志们：", "description": "〔会场：礼堂〕" } }`,
        '8无文.code-snippets': `{ "戊": { "prefix": "a" }, "己": 7, "庚": { "body": [1] } }`,
        '9乱.code-snippets': Buffer.from([0xff, 0xff, 0x00, 0x81, 0x20, 0xff, 0xfe, 0x01]),
      },
      async (folder) => {
        const library = await office(folder);
        assert.deepEqual([...names(library)].sort(), ['丁', '乙', '甲', '甲'].sort());
        const said = codes(library);
        for (const expected of [
          '2坏.code-snippets:3 json',
          '3大.code-snippets too-large',
          '4数组.code-snippets:1 json',
          '6重名.code-snippets:2 duplicate',
          '7标注.code-snippets:2 label',
          '8无文.code-snippets:1 entry',
        ])
          assert.ok(said.includes(expected), `${expected}\n${said.join('\n')}`);
        assert.ok(said.some((each) => each.startsWith('9乱')));
        assert.ok(!said.some((each) => each.startsWith('1好') || each.startsWith('5空')));
      },
    ),
  );

  it(
    'reads no pipe, and follows no link round in a circle',
    inFolder({ 'a.code-snippets': `{ "甲": ${entry} }` }, async (folder) => {
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [folder.at('管道.code-snippets')]);
      fs.symlinkSync(folder.path, folder.at('圈'));
      fs.symlinkSync(folder.at('没有'), folder.at('断.code-snippets'));
      const library = await office(folder);
      assert.deepEqual(names(library), ['甲']);
      assert.deepEqual([...codes(library)].sort(), ['断.code-snippets unreadable', '管道.code-snippets unreadable']);
    }),
  );

  it(
    'reads a file again only when it has changed',
    inFolder({ 'a.code-snippets': `{ "甲": ${entry} }` }, async (folder) => {
      const shelf = new TemplateShelf();
      const load = () => shelf.load([{ origin: 'mine', path: folder.path }]);
      const first = await load();
      assert.equal((await load()).templates[0], first.templates[0]);
      folder.write('a.code-snippets', `{ "甲甲": ${entry} }`);
      folder.write('b.code-snippets', `{ "乙": ${entry} }`);
      assert.deepEqual(names(await load()), ['甲甲', '乙']);
      fs.rmSync(folder.at('a.code-snippets'));
      assert.deepEqual(names(await load()), ['乙']);
    }),
  );

  it(
    'does not wait for a share that does not answer',
    inFolder({ 'a.code-snippets': `{ "甲": ${entry} }` }, async (folder) => {
      const { readdir } = fs.promises;
      fs.promises.readdir = ((...args: Parameters<typeof readdir>) =>
        String(args[0]).endsWith('远') ? new Promise(() => undefined) : readdir(...args)) as typeof readdir;
      try {
        const library = await new TemplateShelf(1_000).load([
          { origin: 'office', path: folder.at('远') },
          { origin: 'office', path: folder.path },
        ]);
        assert.deepEqual(names(library), ['甲']);
        assert.match(library.problems[0]!.message, /很久没有回应/);
      } finally {
        fs.promises.readdir = readdir;
      }
    }),
  );

  it(
    'writes a pack that it reads again, and VS Code too',
    inFolder({}, async (folder) => {
      const given = {
        name: '讲话·甲',
        prefixes: ['jia'],
        description: '〔体裁：讲话〕一行\n两行',
        body: '在${1:XX县}的"讲话"\n\n$0',
        kind: 'speech',
      } as const;
      folder.write(
        '包.code-snippets',
        writePack([given], { office: '临溪县委办公室', version: '1', licence: '内部使用' }),
      );
      const { templates, problems } = await office(folder);
      assert.deepEqual(problems, []);
      const [template] = templates;
      assert.deepEqual(
        [template!.name, template!.prefixes, template!.body, template!.kind],
        [given.name, given.prefixes, given.body, 'speech'],
      );
      assert.deepEqual(template!.pack, { office: '临溪县委办公室', version: '1', licence: '内部使用' });
    }),
  );

  it(
    'finds the place in the file of what stands in a body',
    inFolder(
      {
        'a.code-snippets':
          '{\n  "甲": {\n    "body": [\n      "一\\t二\\u4e09",\n      "",\n      "四${1:XX县"\n    ]\n  }\n}',
      },
      async (folder) => {
        const [template] = (await office(folder)).templates;
        const place = (word: string): string => {
          const { line, column } = template!.at(template!.body.indexOf(word));
          return `${line}:${column}`;
        };
        assert.deepEqual([place('一'), place('三'), place('四'), place('${')], ['4:8', '4:12', '6:8', '6:9']);
      },
    ),
  );

  it(
    'holds to its limits',
    inFolder({}, async (folder) => {
      folder.write(
        '多.code-snippets',
        JSON.stringify(
          Object.fromEntries(
            Array.from({ length: limits.templates + 5 }, (_, i) => [`模板${i}`, { body: '同志们：' }]),
          ),
        ),
      );
      const library = await office(folder);
      assert.equal(library.templates.length, limits.templates);
      assert.deepEqual(codes(library), ['多.code-snippets:1 too-many']);
    }),
  );
});

describe('templates offered for what was typed', () => {
  const template = (...prefixes: string[]): Template =>
    templateOf({ name: prefixes[0]!, prefixes, description: '', body: '同志们：' });
  const all = [template('zsyz', '招商引资'), template('zkdcj', '在肯定成绩的同时'), template('jwhz', '结尾号召')];
  const offered = (line: string): readonly string[] =>
    offersFor(all, line).map(({ prefix, typed }) => `${prefix} ${typed}`);

  it('by any end of the line that begins a prefix', () => {
    assert.deepEqual(offered('我们要抓招商引'), ['招商引资 3']);
    assert.deepEqual(offered('工作成效明显。在肯定成绩'), ['在肯定成绩的同时 5']);
    assert.deepEqual(offered('工作成效明显。zkd'), ['zkdcj 3']);
    assert.deepEqual(offered('成效明显zkdcj'), ['zkdcj 5']);
    assert.deepEqual(offered('ZSYZ'), ['zsyz 4']);
  });
  it('not for one character, nor inside a word', () => {
    assert.deepEqual(offered('招'), []);
    assert.deepEqual(offered('azkdcj'), []);
    assert.deepEqual(offered(''), []);
    assert.deepEqual(offered('招商引资，'), []);
  });
});
