import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

/** For each token the names that it may be; the first with ! when it is sure. */
const namesIn = (text: string): string[] => {
  const { facts } = new Document(text, { format: 'plain' }).paragraphs[0]!;
  return facts.persons.map(
    ({ names, sure }) => names.map(({ start, end }) => text.slice(start, end)).join('|') + (sure ? '!' : ''),
  );
};

describe('persons', () => {
  it('are found by their posts', () => {
    assert.deepEqual(namesIn('刚才，陈国栋副县长作了表态。'), ['陈国栋|国栋!']);
    assert.deepEqual(namesIn('请县长刘威同志讲话。'), ['刘威!', '刘威']);
    assert.deepEqual(namesIn('立军同志通报了情况。'), ['立军']);
    assert.deepEqual(namesIn('由方敏同志宣读决定。'), ['由方敏|方敏']);
  });

  it('are no ordinary words before a post', () => {
    for (const text of [
      '各乡镇主要负责同志、有关负责同志参加。',
      '许多同志提出，很多同志赞成，有些同志还有疑虑。',
      '市政协主席、市工商联主席到会。',
      '市委常委、常务副市长到会，欢迎书记讲话。',
      '村党组织书记要带头，有关领导同志要包抓。',
      '五位中央委员，全国省长会议，两国总理会谈。',
      '感悟总书记的嘱托，沿着总书记指引的方向。',
      '年轻同志多锻炼，分管校长抓落实，教务主任抓课堂。',
      '我和张主任一起看过，我跟着王校长学，以毛主席的话为例。',
      '撤销大区军政委员会。',
      '当年的老支书，以前老书记来过。',
    ])
      assert.deepEqual(namesIn(text), [], text);
  });
});
