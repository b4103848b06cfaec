import assert from 'node:assert/strict';
import fs from 'node:fs';
import {
  characterCost,
  isKnown,
  mayBeMeant,
  meantFor,
  readingCost,
  wordCost,
} from '../../server/src/rules/text/finders/pairs.ts';
import { commonWordsFile, tableFile } from '../../server/src/tools/common-words.ts';
import { at } from '../support/repository.ts';

const codes = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const pair = (text: string): readonly [number, number] => [text.charCodeAt(0), text.charCodeAt(1)];

describe('tables of common words', () => {
  it('are what the tool writes; if not: node server/src/tools/common-words.mjs', function () {
    const fresh = commonWordsFile();
    if (fresh === undefined) {
      console.log('  skipped: nodejieba is not installed');
      this.skip();
    }
    assert.ok(fs.readFileSync(at(tableFile), 'utf8') === fresh, 'stale');
  });
  it('know words, the common ones by their cost', () => {
    for (const word of ['发展', '措施', '营商', '纾困', '隐患']) assert.ok(isKnown(...pair(word)), word);
    assert.ok(wordCost(...pair('发展')) < wordCost(...pair('纾困')));
    for (const word of ['展发', '施错', '患隐', '任雾']) assert.equal(wordCost(...pair(word)), 0, word);
  });
  it('know what a character costs alone, and do not judge numerals, marks and letters', () => {
    assert.ok(characterCost('的'.charCodeAt(0)) < characterCost('障'.charCodeAt(0)));
    for (const character of '三百，A9\u3400\uffff') assert.equal(characterCost(character.charCodeAt(0)), 0, character);
    assert.equal(characterCost(Number.NaN), 0);
  });
  it('find what is meant by sound and by shape', () => {
    const [task, fog] = pair('任雾');
    assert.ok(mayBeMeant(fog, task, 1));
    assert.ok(meantFor(fog, task, 1).includes('务'.charCodeAt(0)));
    assert.ok(meantFor('末'.charCodeAt(0), '来'.charCodeAt(0), 0).includes('未'.charCodeAt(0)));
  });
  it('read what is right at less cost', () => {
    assert.ok(readingCost(codes('推动经济发展')) < readingCost(codes('推动经济发占')));
    assert.equal(readingCost([]), 0);
  });
});
