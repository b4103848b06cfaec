/** Parts told apart by what stands behind them, or by the step of a ladder before them. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

const notes = (text: string, verdict: string): readonly string[] =>
  new Document(text, { format: 'plain' }).checks
    .filter((each) => each.type === 'sum' && each.verdict === verdict)
    .map(({ note }) => note);

describe('parts told apart by what stands behind them', () => {
  for (const [right, reckoned, wrong, note] of [
    [
      '全县12个乡镇，有5个完成了任务，有4个基本完成，还有3个没有完成。',
      '5+4+3=12',
      '全县12个乡镇，有5个完成了任务，有4个基本完成，还有4个没有完成。',
      '5+4+4=13',
    ],
    [
      '15个街道中，6个街道完成率超过80%，5个在60%至80%之间，4个不到60%。',
      '6+5+4=15',
      '15个街道中，6个街道完成率超过80%，5个在60%至80%之间，5个不到60%。',
      '6+5+5=16',
    ],
    [
      '全镇9个村，3个已经验收，4个正在施工，其余2个还在招标。',
      '3+4+2=9',
      '全镇9个村，3个已经验收，4个正在施工，其余3个还在招标。',
      '3+4+3=10',
    ],
    [
      '全县120个村，收入超过50万元的有35个，超过20万元不到50万元的有60个，20万元以下的有25个。',
      '35+60+25=120',
      '全县120个村，收入超过50万元的有35个，超过20万元不到50万元的有60个，20万元以下的有35个。',
      '35+60+35=130',
    ],
  ] as const) {
    it(`reckons ${right}`, () => {
      assert.deepEqual(notes(right, 'ok'), [reckoned]);
      assert.deepEqual(notes(right, 'mismatch'), []);
    });
    it(`finds ${wrong}`, () => {
      assert.deepEqual(notes(wrong, 'mismatch'), [note]);
    });
  }
  for (const text of [
    // one village may have all three
    '全镇9个村，有3个建了文化广场，有5个建了卫生室，还有6个通了公交。',
    // what is left of a part is not left of the whole
    '全县12个乡镇，柳河等5个完成了任务，青山等4个基本完成，还有3个没有完成。',
    '全镇9个村，3个已经验收，约4个正在施工，其余3个还在招标。',
    '全县120个村，收入50万元以上的有35个，10万元以下的有60个。',
    '全镇9个村，有3个通过验收，其中1个是示范村，还有4个正在整改。',
  ])
    it(`stays silent: ${text}`, () => {
      assert.deepEqual(notes(text, 'mismatch'), []);
    });
});
