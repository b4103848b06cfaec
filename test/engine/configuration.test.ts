import assert from 'node:assert/strict';
import { Catalogue } from '../../server/src/engine/catalogue.ts';
import {
  type Configuration,
  keys,
  levelSettings,
  resolveConfiguration,
} from '../../server/src/engine/configuration.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';
import { finds, withOptions } from '../support/fixture-rules.ts';

const rules = [
  finds('numbers/sum', ''),
  finds('numbers/share', ''),
  withOptions('text/terms', {
    strict: { type: 'boolean', default: false, description: '' },
    most: { type: 'integer', default: 3, minimum: 1, maximum: 9, description: '' },
    words: { type: 'strings', default: [], description: '' },
    how: { type: 'choice', choices: ['x', 'y'], default: 'x', description: '' },
  }),
];

/** Reads `/jianggao.json` of a tiny disk. References are names of files; globs are beginnings of paths. */
function resolve(files: Readonly<Record<string, string>> | string): Configuration {
  const disk = typeof files === 'string' ? { '/jianggao.json': files } : files;
  return resolveConfiguration('/jianggao.json', rules, {
    load(reference) {
      const path = reference.startsWith('/') ? reference : `/${reference}`;
      const text = disk[path];
      return text === undefined ? '没有这个文件' : { path, ...parseJsonc(text) };
    },
    glob: (pattern) => (path) => path.startsWith(pattern),
  });
}

/** The words at each problem and its message. */
function problems(files: Readonly<Record<string, string>> | string): [string, string][] {
  const disk = typeof files === 'string' ? { '/jianggao.json': files } : files;
  return resolve(files).problems.map(({ path, start, end, message }) => [
    (disk[path] ?? '').slice(start, end),
    message,
  ]);
}

/** Lists that layers add to, when none does. */
const noLists = Object.fromEntries(
  Object.entries(keys).flatMap(([name, key]) => ('joined' in key ? [[name, []]] : [])),
);

describe('configuration', () => {
  it('is the defaults when there is none, or an empty one', () => {
    const none = resolveConfiguration(undefined, rules, {
      load: () => assert.fail(),
      glob: () => assert.fail(),
    });
    for (const configuration of [none, resolve('{}'), resolve(''), resolve('// 空\n')]) {
      assert.deepEqual(configuration.problems, []);
      assert.deepEqual(configuration.settings('a.md'), { rules: {}, speech: { minutes: 0, rate: 200 }, ...noLists });
    }
  });
  it('reads levels by rule and by group, options, the stage and the rate, among comments', () => {
    const { problems, settings } = resolve(`{
      "$schema": "./jianggao.schema.json", // 提示
      "stage": "draft",
      "rules": {
        "numbers/sum": "error", /* 规则名的设置盖过规则组的 */
        "numbers": "off",
        "text/terms": { "level": "info", "strict": true, "words": ["甲", "乙"], "how": "y", },
        "engine": { "level": "warning" },
      },
      "speech": { "rate": 180 },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings(), {
      stage: 'draft',
      speech: { minutes: 0, rate: 180 },
      ...noLists,
      rules: {
        'numbers/sum': { level: 'error' },
        'numbers/share': { level: 'off' },
        'text/terms': { level: 'info', options: { strict: true, words: ['甲', '乙'], how: 'y' } },
        'engine/unused-suppression': { level: 'warning' },
      },
    });
  });

  describe('layers', () => {
    it('extends files in order, the nearest last; levels and options override each by itself', () => {
      const configuration = resolve({
        '/jianggao.json':
          '{ "extends": ["a.json", "b.json"], "rules": { "text/terms": { "how": "y" }, "numbers": "info" } }',
        '/a.json':
          '{ "stage": "draft", "rules": { "text/terms": { "level": "error", "most": 1 }, "numbers/sum": "error" } }',
        '/b.json':
          '{ "stage": "final", "extends": "c.json", "rules": { "text/terms": { "most": 2, "strict": true } } }',
        '/c.json': '{ "speech": { "rate": 100 }, "rules": { "text/terms": "off" } }',
      });
      assert.deepEqual(configuration.problems, []);
      assert.deepEqual(configuration.files, ['/jianggao.json', '/a.json', '/b.json', '/c.json']);
      assert.deepEqual(configuration.settings(), {
        stage: 'final',
        speech: { minutes: 0, rate: 100 },
        ...noLists,
        rules: {
          'text/terms': { level: 'off', options: { most: 2, strict: true, how: 'y' } },
          'numbers/sum': { level: 'info' },
          'numbers/share': { level: 'info' },
        },
      });
    });
    it('takes a file that is extended twice, but not by itself', () => {
      const base = { '/a.json': '{ "extends": "c.json" }', '/b.json': '{ "extends": "c.json" }', '/c.json': '{}' };
      assert.deepEqual(problems({ ...base, '/jianggao.json': '{ "extends": ["a.json", "b.json"] }' }), []);
    });
    it('overrides for the drafts that a glob matches, later ones over earlier ones', () => {
      const { problems, settings } = resolve(`{
        "rules": { "numbers/sum": "error", "text/terms": { "most": 2 } },
        "overrides": [
          { "files": "送审/", "stage": "final", "rules": { "text/terms": { "how": "y" } } },
          { "files": ["送审/旧", "草稿/"], "speech": { "rate": 120 }, "rules": { "numbers": "off" } },
        ]
      }`);
      assert.deepEqual(problems, []);
      assert.deepEqual(settings('送审/旧稿.md'), {
        stage: 'final',
        speech: { minutes: 0, rate: 120 },
        ...noLists,
        rules: {
          'numbers/sum': { level: 'off' },
          'numbers/share': { level: 'off' },
          'text/terms': { options: { most: 2, how: 'y' } },
        },
      });
      assert.equal(settings('送审/新稿.md').stage, 'final');
      assert.equal(settings('送审/新稿.md').rules['numbers/sum']?.level, 'error');
      assert.equal(settings('其他.md').stage, undefined);
      assert.deepEqual(settings(), settings('其他.md'));
    });
    it('lets a nearer file beat the overrides of what it extends', () => {
      const { settings } = resolve({
        '/jianggao.json': '{ "extends": "a.json", "speech": { "rate": 150 } }',
        '/a.json': '{ "overrides": [{ "files": "送审/", "speech": { "rate": 100 }, "stage": "final" }] }',
      });
      assert.deepEqual([settings('送审/a').speech.rate, settings('送审/a').stage], [150, 'final']);
    });
    it('gives drafts of which the same holds the same settings', () => {
      const { settings } = resolve('{ "overrides": [{ "files": "送审/" }] }');
      assert.equal(settings('送审/甲'), settings('送审/乙'));
      assert.equal(settings('甲'), settings('乙'));
      assert.notEqual(settings('甲'), settings('送审/甲'));
    });
    it('knows what a level asked for by argument means', () => {
      const catalogue = new Catalogue(rules);
      assert.deepEqual(levelSettings(catalogue, 'numbers', 'off'), {
        'numbers/sum': { level: 'off' },
        'numbers/share': { level: 'off' },
      });
      assert.equal(levelSettings(catalogue, 'number', 'off'), undefined);
    });
  });

  describe('reports at its place', () => {
    for (const [what, text, place, message] of [
      ['broken JSON', '{ "rules": { "numbers" "off" } }', '"off"', /冒号/],
      ['no object', '["numbers"]', '["numbers"]', /应为 \{/],
      ['an unknown key', '{ "rule": {} }', '"rule"', /不认识“rule”，是不是“rules”。/],
      ['a key that is like nothing', '{ "某某": {} }', '"某某"', /可用的有 .*extends.*stage/],
      ['a key that stands twice', '{ "stage": "draft", "stage": "final" }', '"stage"', /两次/],
      [
        'an unknown rule',
        '{ "rules": { "numbers/sums": "off" } }',
        '"numbers/sums"',
        /没有叫“numbers\/sums”的.*是不是“numbers\/sum”/,
      ],
      ['a rule without its group', '{ "rules": { "terms": "off" } }', '"terms"', /是不是“text\/terms”/],
      ['an unknown level', '{ "rules": { "numbers": "warn" } }', '"warn"', /级别应为 "off"、/],
      ['a level of another type', '{ "rules": { "numbers": 2 } }', '2', /级别应为/],
      ['an unknown level with options', '{ "rules": { "text/terms": { "level": "on" } } }', '"on"', /级别应为/],
      ['an unknown option', '{ "rules": { "text/terms": { "word": [] } } }', '"word"', /是不是“words”/],
      ['an option for a group', '{ "rules": { "text": { "words": [] } } }', '"words"', /可用的有 level/],
      ['an option below its least', '{ "rules": { "text/terms": { "most": 0 } } }', '0', /不能小于 1/],
      ['an option above its most', '{ "rules": { "text/terms": { "most": 10 } } }', '10', /不能大于 9/],
      ['an option that is not whole', '{ "rules": { "text/terms": { "most": 1.5 } } }', '1.5', /整数/],
      ['an option of another type', '{ "rules": { "text/terms": { "strict": "true" } } }', '"true"', /true 或 false/],
      ['an option that is no choice', '{ "rules": { "text/terms": { "how": "z" } } }', '"z"', /"x"、"y" 之一/],
      ['an option that is no list', '{ "rules": { "text/terms": { "words": {} } } }', '{}', /列表/],
      ['an item that is no string', '{ "rules": { "text/terms": { "words": ["甲", [1]] } } }', '[1]', /只能是字符串/],
      ['an unknown stage', '{ "stage": "done" }', '"done"', /"draft"、"final" 之一/],
      ['a section that is none', '{ "speech": 200 }', '200', /应为 \{/],
      ['a profile that nobody knows', '{ "profile": "three" }', '"three"', /没有名为“three”的结构/],
      [
        'a record without what it needs',
        '{ "profiles": [{ "id": "a", "name": "甲", "parts": [{ "role": "x", "name": "乙" }] }] }',
        '{ "role": "x", "name": "乙" }',
        /缺“place”/,
      ],
      [
        'a record with a wrong value',
        '{ "profiles": [{ "id": "a", "name": "甲", "parts": [{ "role": "x", "name": "乙", "place": "middle" }] }] }',
        '"middle"',
        /这里应为/,
      ],
      ['an unknown key of a section', '{ "speech": { "speed": 200 } }', '"speed"', /可用的有 rate/],
      ['rules that are no object', '{ "rules": ["numbers"] }', '["numbers"]', /应为 \{/],
      ['overrides that are no list', '{ "overrides": {} }', '{}', /应为列表/],
      ['an override that is no object', '{ "overrides": ["a"] }', '"a"', /应为 \{/],
      ['an override without files', '{ "overrides": [{ "rules": {} }] }', '{ "rules": {} }', /缺“files”/],
      ['files that are none', '{ "overrides": [{ "files": [1] }] }', '1', /字符串/],
      [
        'a key that no override has',
        '{ "overrides": [{ "files": "a", "extends": "b" }] }',
        '"extends"',
        /不认识“extends”/,
      ],
      ['a schema that is no string', '{ "$schema": 1 }', '1', /字符串/],
      ['a reference that is no string', '{ "extends": [null] }', 'null', /字符串/],
      ['a missing file', '{ "extends": ["a.json"] }', '"a.json"', /读不了“a.json”：没有这个文件。/],
      [
        'a file that extends itself',
        '{ "extends": "jianggao.json" }',
        '"jianggao.json"',
        /绕成了圈：\/jianggao.json → \/jianggao.json/,
      ],
    ] as const)
      it(what, () => {
        const found = problems(text);
        assert.equal(found.length, 1, JSON.stringify(found));
        assert.equal(found[0]![0], place);
        assert.match(found[0]![1], message);
        assert.match(found[0]![1], /。$/);
      });

    it('a circle over files, where it closes', () => {
      const files = {
        '/jianggao.json': '{ "extends": "a.json" }',
        '/a.json': '{ "extends": "b.json" }',
        '/b.json': '{ "extends": "a.json" }',
      };
      const [problem, ...others] = resolve(files).problems;
      assert.deepEqual(others, []);
      assert.equal(problem?.path, '/b.json');
      assert.match(problem!.message, /：\/a.json → \/b.json → \/a.json。/);
    });
    it('references that double with every level, once', () => {
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`/${i}.json`, `{ "extends": ["${i + 1}.json", "${i + 1}.json"] }`]),
      );
      const found = problems({ ...files, '/40.json': '{}', '/jianggao.json': '{ "extends": "0.json" }' });
      assert.equal(found.length, 1);
      assert.match(found[0]![1], /超过 200 次/);
    });
    it('every fault, each in its file', () => {
      const { problems } = resolve({
        '/jianggao.json': '{ "extends": "a.json", "rules": { "nubmers": "off", "text": "on" } }',
        '/a.json': '{ "stage": 1 }',
      });
      assert.deepEqual(
        problems.map(({ path }) => path),
        ['/a.json', '/jianggao.json', '/jianggao.json'],
      );
    });
    it('an entry that cannot be read', () => {
      const { problems } = resolve({});
      assert.deepEqual(problems, [{ path: '/jianggao.json', start: 0, end: 0, message: '读不了配置：没有这个文件。' }]);
    });
    it('names that objects inherit', () => {
      for (const name of ['constructor', '__proto__', 'toString']) {
        assert.equal(problems(`{ "${name}": {} }`).length, 1, name);
        assert.equal(problems(`{ "rules": { "${name}": "off" } }`).length, 1, name);
        assert.equal(problems(`{ "rules": { "text/terms": { "${name}": 1 } } }`).length, 1, name);
      }
    });
  });
  it('keeps what is right beside what is wrong', () => {
    const { settings } = resolve(
      '{ "rules": { "numbers/sum": "off", "text/terms": { "level": "on", "most": 2, "how": 1 } } }',
    );
    assert.deepEqual(settings().rules, { 'numbers/sum': { level: 'off' }, 'text/terms': { options: { most: 2 } } });
  });
  it('takes names of files in place of a list, and leaves out what is wrong in one of them', () => {
    const line = (value: string): string => `{ "indicator": "甲", "period": "2025年", "value": "${value}" }`;
    const files = { '/a.json': `{ "ledger": [${line('1个')}] }`, '/b.json': `{ "ledger": [${line('2个')}] }` };
    const ledger = (written: string, more = {}): unknown[] =>
      resolve({ ...files, ...more, '/jianggao.json': `{ "ledger": ${written} }` })
        .settings()
        .ledger.map(({ value }) => value);
    assert.deepEqual(ledger('"a.json"'), ['1个']);
    assert.deepEqual(ledger('["a.json", "b.json"]'), ['1个', '2个']);
    assert.deepEqual(ledger(`[${line('3个')}]`), ['3个']);
    assert.deepEqual(ledger('[]'), []);
    assert.deepEqual(ledger('["a.json", "b.json"]', { '/a.json': '{ "ledger": [{}] }' }), ['2个']);
    assert.deepEqual(problems({ ...files, '/jianggao.json': '{ "ledger": ["a.json", "c.csv"] }' }), [
      ['"c.csv"', '读不了“c.csv”：没有这个文件。请核对“ledger”里的路径，它相对于本文件。'],
    ]);
    // a file that names files, itself among them, has no list
    const circle = { '/jianggao.json': '{ "ledger": "c.json" }', '/c.json': '{ "ledger": "c.json" }' };
    assert.equal(problems(circle).length, 1);
    assert.equal(resolve({ '/jianggao.json': '{ "ledger": ["a.json", 1] }', ...files }).problems.length > 0, true);
  });
});
