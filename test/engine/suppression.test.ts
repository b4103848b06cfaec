import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { type CheckSettings, check } from '../../server/src/engine/check.ts';
import { finds, yields } from '../support/fixture-rules.ts';
import { mark, unmark } from '../support/marked.ts';

const rules = [finds('a/x', '甲'), finds('a/y', '乙'), finds('b/z', '丙')];

/** The draft with its findings marked must be the text given; returns the engine's own messages. */
function expectMarked(marked: string, settings: CheckSettings = { stage: 'final' }, all = rules): string[] {
  const { text, spans } = unmark(marked);
  const { findings } = check(new Document(text, { format: 'plain' }), all, settings);
  assert.equal(mark(text, findings), mark(text, spans));
  return findings.filter(({ rule }) => rule === 'engine/unused-suppression').map(({ message }) => message);
}

describe('suppression', () => {
  for (const [what, text] of Object.entries({
    'a rule, from the comment to the end': '⟦甲⟧ <!-- jianggao-disable a/x --> 甲⟦乙⟧\n甲⟦丙⟧',
    'a rule, up to enable': '<!-- jianggao-disable a/x -->甲<!-- jianggao-enable a/x -->⟦甲⟧',
    'a rule, up to enable of all': '<!-- jianggao-disable a/x b/z -->甲⟦乙⟧丙<!-- jianggao-enable -->⟦甲⟧⟦乙⟧⟦丙⟧',
    'nothing, where it only chooses the build of the speech':
      '<!-- jianggao-profile three-part -->⟦甲⟧<!-- jianggao-profile：host -->',
    'several rules, with any separator': '<!-- jianggao-disable a/x, a/y、b/z -->甲乙丙',
    'a group': '<!-- jianggao-disable a -->甲乙⟦丙⟧',
    'a group but one of its rules': '<!-- jianggao-disable a --><!-- jianggao-enable a/y -->甲⟦乙⟧⟦丙⟧',
    all: '<!-- jianggao-disable -->甲乙丙',
    'all but one rule': '<!-- jianggao-disable --><!-- jianggao-enable b/z -->甲乙⟦丙⟧',
    'the next line only': '<!-- jianggao-disable-next-line a/x -->⟦甲⟧\n甲⟦乙⟧甲\n⟦甲⟧',
    'the next line after blank ones': '<!-- jianggao-disable-next-line -->\r\n\r\n　　\r\n甲乙\r\n⟦甲⟧',
    'the next line within what enable brought back':
      '<!-- jianggao-disable -->甲<!-- jianggao-enable -->\n<!-- jianggao-disable-next-line a/x -->\n甲⟦乙⟧',
    'with a reason': '<!-- jianggao-disable a/x -- 照例如此，b/z 不在此列 -->甲⟦丙⟧',
    'written tightly or over lines': '<!--jianggao-disable a/x-->甲<!--\njianggao-disable\na/y\n-->乙',
    'nothing, when the comment has no end': '<!-- jianggao-disable a/x ⟦甲⟧',
    'nothing, when it is no comment': 'jianggao-disable a/x --> ⟦甲⟧ <!-- 说明 jianggao-disable a/x --> ⟦甲⟧',
  }))
    it(`silences ${what}`, () => assert.deepEqual(expectMarked(text), []));

  it('reports what silences nothing, as info', () => {
    const [first, second] = expectMarked(
      '⟦<!-- jianggao-disable -->⟧\n<!-- jianggao-disable-next-line a/x ⟦b/z⟧ -->\n甲\n⟦<!-- jianggao-disable-next-line -->⟧',
    );
    assert.match(first!, /没有忽略任何问题。/);
    assert.match(second!, /“b\/z”/);
    const [finding] = check(new Document('<!-- jianggao-disable -->', { format: 'plain' }), rules, {
      stage: 'final',
    }).findings;
    assert.equal(finding?.severity, 'info');
  });
  it('counts each comment by itself', () => {
    expectMarked('<!-- jianggao-disable ⟦a⟧ --><!-- jianggao-disable a/x -->甲');
    expectMarked('<!-- jianggao-disable-next-line a/x -->\n甲\n<!-- jianggao-disable-next-line ⟦a/x⟧ -->\n子');
  });
  it('reports a rule that is not known, and which one may be meant', () => {
    assert.match(expectMarked('<!-- jianggao-disable ⟦c/x⟧ -->⟦甲⟧')[0]!, /没有叫“c\/x”/);
    const real = [finds('numbers/announced-count', '甲')];
    const message = (name: string) => expectMarked(`<!-- jianggao-disable ⟦${name}⟧ -->`, undefined, real)[0]!;
    assert.match(message('numbers/anounced-count'), /是不是“numbers\/announced-count”/);
    assert.match(message('announced-count'), /是不是“numbers\/announced-count”/);
    assert.match(message('number'), /是不是“numbers”/);
    assert.doesNotMatch(message('完全不同'), /是不是/);
    assert.match(expectMarked('<!-- jianggao-enable ⟦c/x⟧ -->⟦甲⟧')[0]!, /没有叫“c\/x”/);
  });
  it('reports a command that is not known', () =>
    assert.match(expectMarked('⟦<!-- jianggao-disabel a/x -->⟧⟦甲⟧')[0]!, /看不懂注释“jianggao-disabel”/));

  it('does not call unused what a rule that is off, failed or keeps silent in drafts would have needed', () => {
    const off: CheckSettings = { stage: 'final', rules: { 'a/x': { level: 'off' } } };
    expectMarked('<!-- jianggao-disable a/x -->', off);
    expectMarked('<!-- jianggao-disable a/x ⟦a/y⟧ -->', off);
    expectMarked('<!-- jianggao-disable a/x -->', undefined, [yields('a/x', [], new Error('broken'))]);
    expectMarked('<!-- jianggao-disable -->', undefined, [finds('b/z', '丙'), yields('a/x', [], new Error('broken'))]);
    expectMarked('<!-- jianggao-disable a/x -->甲', { stage: 'draft' }, [finds('a/x', '甲', { pending: 'end' })]);
  });
  it('can be told not to report', () => {
    expectMarked('<!-- jianggao-disable c/x -->', {
      stage: 'final',
      rules: { 'engine/unused-suppression': { level: 'off' } },
    });
    const [finding] = check(new Document('<!-- jianggao-disable -->', { format: 'plain' }), rules, {
      stage: 'final',
      rules: { 'engine/unused-suppression': { level: 'error' } },
    }).findings;
    assert.equal(finding?.severity, 'error');
  });
  it('is linear in many comments and findings', () => {
    const text = '<!-- jianggao-disable-next-line a/x -->\n<!-- jianggao-disable a/y -->甲乙\n'.repeat(20_000);
    assert.equal(check(new Document(text, { format: 'plain' }), rules, { stage: 'final' }).findings.length, 0);
  });
});
