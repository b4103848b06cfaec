/** What holds of every rule: it is listed, documented, tested; its examples are true and its defaults valid. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Catalogue } from '../../server/src/engine/catalogue.ts';
import { faultOf } from '../../server/src/engine/options.ts';
import { groupOf } from '../../server/src/engine/rule.ts';
import { groups, rules } from '../../server/src/rules/index.ts';
import { at } from '../support/repository.ts';
import { findingsAt } from '../support/rule-tester.ts';

const ruleFiles = fs
  .readdirSync(at('server/src/rules'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  // Of the rules beside them a lexicon is the data, and finders are what several of them look for.
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && !/\/(?:lexicon|finders)\//.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

describe('rules', () => {
  it('stand each in its file, and every file in the list', () =>
    assert.deepEqual(rules.map(({ meta }) => meta.id).sort(), ruleFiles.sort()));
  it('stand in the order of their groups', () => {
    const order = Object.keys(groups);
    const places = rules.map(({ meta }) => order.indexOf(groupOf(meta.id)));
    assert.ok(!places.includes(-1), 'a group that is not known');
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });
  it('have names by which a configuration can tell them apart', () => {
    const { names, entries } = new Catalogue(rules);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
    for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)?$/);
  });

  for (const rule of rules) {
    const { meta, options } = rule;
    describe(meta.id, () => {
      it('is tested through the rule tester', () => {
        const file = at('test/rules', `${meta.id}.test.ts`);
        assert.ok(fs.existsSync(file), `no ${file}`);
        assert.match(fs.readFileSync(file, 'utf8'), /\btestRule\(/);
      });
      it('is documented in Chinese', () => {
        assert.match(meta.summary, /^\p{Script=Han}|^“/u);
        assert.doesNotMatch(meta.summary, /[。！\n|]/, 'a summary is one phrase');
        assert.match(meta.description, /\p{Script=Han}/u);
        for (const text of [meta.description, ...Object.values(options).map(({ description }) => description)])
          assert.doesNotMatch(text, /[!！]/, 'no exclamation marks');
      });
      it('has examples that are true', () => {
        assert.ok(meta.examples.wrong.length > 0 && meta.examples.right.length > 0, 'wrong and right ones');
        for (const text of meta.examples.wrong) {
          assert.ok(text.includes('⟦'), `nothing is marked: ${text}`);
          findingsAt(rule, { text, ...(meta.examples.options && { options: meta.examples.options }) });
        }
        for (const text of meta.examples.right) {
          assert.ok(!text.includes('⟦'), `something is marked: ${text}`);
          findingsAt(rule, { text, ...(meta.examples.options && { options: meta.examples.options }) });
        }
      });
      it('has options whose defaults it takes', () => {
        for (const [name, option] of Object.entries(options)) {
          assert.match(name, /^[a-z][A-Za-z]*$/);
          assert.notEqual(name, 'level', '“level” is the level');
          assert.equal(faultOf(option, option.default), undefined, name);
          assert.match(option.description, /\p{Script=Han}/u);
        }
      });
    });
  }
});
