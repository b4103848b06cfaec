import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

describe('what belongs to the last heading', () => {
  const head = '同志们：\n一、提高认识\n形势逼人，任务很重。\n二、狠抓落实\n';
  /** The text under the last heading. */
  const under = (rest: string): string => {
    const document = new Document(head + rest, { format: 'plain' });
    const last = document.outline.nodes.at(-1)!;
    return document.text.slice(last.titleSpan.end, last.extent).trim();
  };
  const body = '各级各部门要把工作抓紧抓好。';
  const closing = '同志们，使命重在担当。让我们携起手来，为谱写新篇章而努力奋斗！';

  it('ends before the closing', () => {
    assert.equal(under(`${body}\n${closing}`), body);
    assert.equal(under(`${body}\n${closing}\n谢谢大家！`), body);
  });
  it('is nothing where the closing follows at once', () => {
    assert.equal(under(closing), '');
    assert.equal(under(`${closing}\n谢谢大家！`), '');
  });
  it('may begin like a closing', () => {
    const address = '各位委员要带头宣传、带头落实，把会议精神传达到每一个界别。';
    assert.equal(under(`${address}\n${closing}`), address);
  });
});

describe('one more of the same', () => {
  const markers = (text: string): string[] =>
    new Document(text, { format: 'plain' }).outline.nodes.filter((n) => n.kind === 'marker').map((n) => n.marker);

  it('goes on from paragraph to paragraph', () => {
    const text = '我讲三件事。\n一个是修路。要快。\n一个是修渠。要好。\n还有一个是修桥。';
    assert.deepEqual(markers(text), ['一个是', '一个是', '还有一个是']);
  });
  it('begins with 头一条 as well', () => {
    assert.deepEqual(markers('头一条，要有精神。要足。\n第二条，要有本事。要硬。\n第三条，要有作风。要实。'), [
      '头一条，',
      '第二条，',
      '第三条，',
    ]);
    assert.deepEqual(markers('头一次，他来晚了。头一条新闻很短。'), []);
  });
  it('is no decade and no age', () => {
    assert.deepEqual(markers('五、六十年代，他就是民警。\n七、八十岁的老人也来了。'), []);
  });
});

describe('a marker that lost a bracket', () => {
  const markers = (text: string): string[] =>
    new Document(text, { format: 'plain' }).outline.nodes.filter((n) => n.kind === 'marker').map((n) => n.marker);

  it('is still a marker at the start of a paragraph', () => {
    assert.deepEqual(
      markers('（一抓项目。要快。\n二）抓招商。要准。\n（三千方百计抓环境。要实。\n(四)抓作风。要硬。'),
      ['（一', '二）', '（三', '(四)'],
    );
    assert.deepEqual(markers('（1）抓项目。要快。\n（2大力抓招商。要准。\n(3）抓环境。要实。'), [
      '（1）',
      '（2',
      '(3）',
    ]);
  });
  it('may have brackets that a converter put in its place', () => {
    assert.deepEqual(markers('〔一〕抓项目。要快。\n〔二〕抓招商。要准。'), ['〔一〕', '〔二〕']);
    assert.deepEqual(markers('根据县政发〔2016〕22号文件，\n〔2017〕8号文件同时执行。'), []);
  });
  it('is none where the number belongs to the words, or the bracket has its partner', () => {
    for (const text of [
      '（三年来，全县面貌一新。\n（四大行动成效明显。\n（三点建议供参考。',
      '（一中全会以来）形势很好。\n（二期工程）已经开工。',
      '一期）工程。\n要抓好。',
    ])
      assert.deepEqual(markers(text), [], text);
  });
});

describe('a report in Traditional characters', () => {
  const report =
    '壹、迎向挑戰\n大家都很努力。\n一、人口對策\n要早作準備。\n二、人才對策\n要留住青年。\n貳、邁向未來\n一、綠能發展\n要加快腳步。';
  const nodes = (text: string) => new Document(text, { format: 'plain' }).outline.nodes;

  it('stands under 壹、', () => {
    assert.deepEqual(
      nodes(report).map((node) => `${node.depth} ${node.written.marker}${node.written.title}`),
      ['1 壹、迎向挑戰', '2 一、人口對策', '2 二、人才對策', '1 貳、邁向未來', '2 一、綠能發展'],
    );
  });
  it('is read in simplified characters', () => {
    assert.equal(nodes(report).at(-2)!.title, '迈向未来');
  });
  it('is written without what interrupts it', () => {
    assert.equal(nodes('一、提高認識（shí）水平\n大家都要努力。').at(-1)!.written.title, '提高認識水平');
  });
  it('is no heading where words or surnames are listed', () => {
    assert.deepEqual(nodes('各位同仁：\n陸、海、空三軍都要努力。\n伍、陳兩位也作了發言。'), []);
  });
});

describe('the items of an agenda', () => {
  const nodes = (text: string): string[] =>
    new Document(text, { format: 'plain' }).outline.nodes
      .filter((n) => n.kind === 'marker')
      .map((n) => `${n.marker}${n.depth}`);

  it('are one list, with 是 and without', () => {
    assert.deepEqual(nodes('今天的会议有三项议程：第一项是传达文件；第二项由副县长通报情况；第三项请书记讲话。'), [
      '第一项是1',
      '第二项1',
      '第三项1',
    ]);
  });
  it('may be named by what they are', () => {
    assert.deepEqual(nodes('我提几点希望：\n第一点希望，大家要锻炼身体。\n第二点希望，大家要好好学习。'), [
      '第一点希望，1',
      '第二点希望，1',
    ]);
  });
  it('are not what a sentence says of one of them', () => {
    assert.deepEqual(nodes('会议进行第一项，请局长通报情况。下面由书记讲话。'), []);
  });
});

describe('a part of a speech that begins in the middle', () => {
  const nodes = (text: string): string[] =>
    new Document(text, { format: 'plain' }).outline.nodes.map((n) => `${n.marker}${n.depth}`);

  it('has lists inside what was cut off', () => {
    assert.deepEqual(nodes('1.抓签约\n要快。\n2.抓落地\n要实。\n三、抓环境\n要优。\n四、抓作风\n要严。'), [
      '1.2',
      '2.2',
      '三、1',
      '四、1',
    ]);
  });
  it('has none inside it where the outer list only begins', () => {
    assert.deepEqual(nodes('1.抓签约\n要快。\n2.抓落地\n要实。\n一、抓环境\n要优。\n二、抓作风\n要严。'), [
      '1.1',
      '2.1',
      '一、1',
      '二、1',
    ]);
  });
});

describe('a list that the speaker announces when he turns to the audience again', () => {
  const nodes = (text: string): string[] =>
    new Document(text, { format: 'plain' }).outline.nodes
      .filter((n) => n.kind === 'marker')
      .map((n) => `${n.marker}${n.depth}`);
  const agenda = '同志们：\n现在开会。\n1.请县农业局局长汇报。\n2.请县水利局局长汇报。\n';

  it('stands at the top', () => {
    assert.deepEqual(
      nodes(`${agenda}同志们，刚才两个局作了汇报，我再强调三点：\n一是要快。\n二是要实。\n三是要严。\n散会。`),
      ['1.1', '2.1', '一是1', '二是1', '三是1'],
    );
  });
  it('stands in its section where it is announced there', () => {
    assert.deepEqual(nodes('一、抓项目\n要做到两点：\n一是要快。\n二是要实。\n二、抓环境\n要好。'), [
      '一、1',
      '一是2',
      '二是2',
      '二、1',
    ]);
  });
});

describe('what runs in the text of an item', () => {
  it('stands in it, though the list it resembles came before', () => {
    const text =
      '同志们：\n我先谈两个观点：\n（一）看清形势\n形势逼人。\n（二）看到差距\n差距不小。接下来，我再强调几点意见：\n第一，要领会意图\n意图主要有两个：（一）营造气氛。很好。（二）统一思想。很好。';
    assert.deepEqual(
      new Document(text, { format: 'plain' }).outline.nodes.map((n) => `${n.marker}${n.depth}`),
      ['（一）1', '（二）1', '第一，1', '（一）2', '（二）2'],
    );
  });
});
