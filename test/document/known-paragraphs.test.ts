import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { KnownParagraphs } from '../../server/src/document/known-paragraphs.ts';
import { check } from '../../server/src/engine/check.ts';
import { rules } from '../../server/src/rules/index.ts';

const shared = '今年以来，全县签约项目12个，其中工业项目7个、农业项目4个。';
const draft = (own: string): string => `同志们：\n${own}\n${shared}\n谢谢大家。\n`;

describe('what a draft is known by as a whole', () => {
  class Kept {}
  it('is handed on from version to version, and to no other draft', () => {
    const first = new Document('一', { format: 'plain' });
    const [second, another] = [first, new Document('甲', { format: 'plain' })].map(
      (previous) => new Document('一二', { format: 'plain', previous }),
    );
    const third = new Document('一二三', { format: 'plain', previous: second! });
    assert.equal(first.handedOn(Kept), undefined);
    assert.ok(second!.handedOn(Kept) instanceof Kept);
    assert.equal(third.handedOn(Kept), second!.handedOn(Kept));
    assert.notEqual(another!.handedOn(Kept), second!.handedOn(Kept));
  });
});

describe('paragraphs known from other drafts', () => {
  it('are the same facts in the next draft', () => {
    const known = new KnownParagraphs();
    const [first, second] = ['我讲三点意见。', '我再强调两点。'].map(
      (own) => new Document(draft(own), { format: 'plain', known }),
    );
    const facts = (document: Document | undefined, at: number) => document?.paragraphs[at]?.facts;
    assert.equal(facts(first, 2), facts(second, 2));
    assert.notEqual(facts(first, 1), facts(second, 1));
  });

  it('change no finding', () => {
    const known = new KnownParagraphs();
    const findings = (text: string, shared: boolean) =>
      check(new Document(text, { format: 'plain', ...(shared && { known }) }), rules, { stage: 'final' }).findings;
    for (const own of ['我讲三点意见。', '会期X天。', shared, '我讲三点意见。']) {
      const text = draft(own);
      assert.deepEqual(findings(text, true), findings(text, false));
    }
  });

  it('are kept apart by format', () => {
    const known = new KnownParagraphs();
    assert.notEqual(known.facts('**一、开头**', 'plain'), known.facts('**一、开头**', 'markdown'));
    assert.equal(known.facts('**一、开头**', 'markdown').format, 'markdown');
  });

  it('are forgotten when others have come, sooner if they were met once', () => {
    const known = new KnownParagraphs({ fresh: 20, lasting: 60 });
    const once = known.facts('头一段共有十个字。', 'plain');
    const twice = known.facts('这段来过不止一次。', 'plain');
    assert.equal(known.facts('这段来过不止一次。', 'plain'), twice);
    for (const each of '甲乙丙丁') known.facts(`${each}段也有十个字。`, 'plain');
    assert.notEqual(known.facts('头一段共有十个字。', 'plain'), once);
    assert.equal(known.facts('这段来过不止一次。', 'plain'), twice);
    for (const each of '甲乙丙丁戊己庚辛壬癸子丑寅卯') {
      known.facts(`${each}段也有十个字。`, 'plain');
      known.facts(`${each}段也有十个字。`, 'plain');
    }
    assert.notEqual(known.facts('这段来过不止一次。', 'plain'), twice);
  });

  it('are kept when they come again long after, though their facts were forgotten', () => {
    const known = new KnownParagraphs({ fresh: 20 });
    const first = known.facts('头一段共有十个字。', 'plain');
    for (const each of '甲乙丙丁') known.facts(`${each}段也有十个字。`, 'plain');
    const second = known.facts('头一段共有十个字。', 'plain');
    assert.notEqual(second, first);
    for (const each of '戊己庚辛') known.facts(`${each}段也有十个字。`, 'plain');
    assert.equal(known.facts('头一段共有十个字。', 'plain'), second);
  });
});
