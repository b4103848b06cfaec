/** How markers with slips are read: as one list with a fault wherever a reader would see one list. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

/** Lists of a draft, in the order they begin: markers, and faults as `fault marker (expected)`. */
function lists(text: string): readonly string[] {
  // With a salutation, so that the speech begins here and not in the middle.
  const { enumerations } = new Document(`同志们：\n${text}`, { format: 'plain' }).outline;
  return enumerations.map(({ items, faults }) =>
    [
      items.map(({ marker }) => marker.replace(/[、，：]$/, '')).join(' '),
      ...faults.map(({ item, fault, expected }) => `${fault} ${item.marker.replace(/[、，：]$/, '')} (${expected})`),
    ].join('; '),
  );
}
const heads = (...markers: string[]): string =>
  markers.map((marker) => `${marker}提高认识\n形势逼人，任务很重。\n`).join('');

describe('lists with slips', () => {
  it('keeps a number that comes twice in its list', () => {
    assert.deepEqual(lists(heads('一、', '一、', '二、')), ['一 一 二; repeated 一 (2)']);
    assert.deepEqual(lists(heads('1.', '1.', '2.')), ['1. 1. 2.; repeated 1. (2)']);
    assert.deepEqual(lists('要做到：一是抓早；一是抓小；二是抓实。'), ['一是 一是 二是; repeated 一是 (2)']);
  });
  it('keeps a last item whose number begins again', () => {
    assert.deepEqual(lists('要做到：一是抓早；二是抓小；三是抓实；一是抓细。'), [
      '一是 二是 三是 一是; disorder 一是 (4)',
    ]);
    assert.deepEqual(lists('第一，抓早。\n要快。\n第二，抓小。\n要快。\n第三，抓实。\n要快。\n第一，抓细。\n要快。'), [
      '第一 第二 第三 第一; disorder 第一 (4)',
    ]);
  });
  it('tells two lists from one', () => {
    assert.deepEqual(lists('前两条：一是抓早；二是抓小。后两条：一是抓实；二是抓细。'), ['一是 二是', '一是 二是']);
    assert.deepEqual(lists('一是抓早，一是快，二是准；二是抓小。').slice(0, 2), ['一是 二是', '一是 二是']);
  });
  it('sees two numbers that changed places', () => {
    assert.deepEqual(lists('第一，抓早；第二，抓小；第四，抓实；第三，抓细。'), [
      '第一 第二 第四 第三; skipped 第四 (3); disorder 第三 (5)',
    ]);
    assert.deepEqual(lists(heads('二、', '一、', '三、')), ['二 一 三; start 二 (1); disorder 一 (3)']);
  });
  it('goes on with the right number after a wrong one', () => {
    assert.deepEqual(lists(heads('六、', '二、', '三、')), ['六 二 三; start 六 (1)']);
    assert.deepEqual(lists(heads('（一）', '（五）', '（三）', '（四）')), [
      '（一） （五） （三） （四）; skipped （五） (2)',
    ]);
    assert.deepEqual(lists(heads('（一）', '（二）', '（二）', '（四）')), [
      '（一） （二） （二） （四）; repeated （二） (3)',
    ]);
  });
  it('returns to an outer list rather than take its marker for a slip of the inner one', () => {
    const run = '一是严查客车；二是严查货车；三是严查校车。';
    assert.deepEqual(lists(`一要盯紧交通。${run}\n二要盯紧施工。${run}\n四要盯紧消防。\n五要盯紧燃气。`), [
      '一要 二要 四要 五要; skipped 四要 (3)',
      '一是 二是 三是',
      '一是 二是 三是',
    ]);
    assert.deepEqual(lists('一要抓早。\n二是抓小。\n三要抓实。'), ['一要 二是 三要']);
  });
  it('keeps a heading of another style that carries the due number', () => {
    assert.deepEqual(lists(heads('（一）', '二、', '（三）')), ['（一） 二 （三）']);
    assert.deepEqual(lists(heads('1.', '2.', '（三）', '4.')), ['1. 2. （三） 4.']);
    assert.deepEqual(lists(heads('（一）', '（2）', '（三）', '（四）')), ['（一） （2） （三） （四）']);
    assert.deepEqual(lists(heads('一、', '（一）', '（二）', '二、')), ['一 二', '（一） （二）']);
  });
  it('keeps such a heading where the list around it would take its number', () => {
    const two = ['一、', '（一）', '（二）', '二、', '（一）', '（二）'];
    assert.deepEqual(lists(heads(...two, '三、', '（四）', '三、', '（一）', '（二）')), [
      '一 二 三',
      '（一） （二）',
      '（一） （二） 三 （四）',
      '（一） （二）',
    ]);
    // What stands inside it tells whose it is.
    assert.deepEqual(lists(heads('一、', '（一）', '1.', '2.', '2.', '（一）', '1.', '2.', '（二）', '三、')), [
      '一 2. 三',
      '（一）',
      '1. 2.',
      '（一） （二）',
      '1. 2.',
    ]);
    assert.deepEqual(lists(heads('（一）', '（二）', '1.', '2.', '（三）', '4.', '（三）')), [
      '（一） （二） （三）',
      '1. 2. （三） 4.',
    ]);
  });
  it('keeps a number that comes twice where lists stand between', () => {
    const run = '一是抓早；二是抓小。';
    assert.deepEqual(
      lists(`一、抓项目\n（一）签约。${run}\n（一）落地。${run}\n（二）投产。${run}\n二、抓环境\n要优。`),
      ['一 二', '（一） （一） （二）; repeated （一） (2)', '一是 二是', '一是 二是', '一是 二是'],
    );
    assert.deepEqual(lists('（1）抓早\n要快。\n（2）抓小\n①签约\n②落地\n③投产\n（1）抓实\n要严。'), [
      '（1） （2） （1）; disorder （1） (3)',
      '① ② ③',
    ]);
  });
  it('reads levels the wrong way round, once they are', () => {
    const part = ['一、', '二、'];
    assert.deepEqual(lists(heads('1.', ...part, '2.', ...part, '3.', ...part)), [
      '1. 2. 3.',
      '一 二',
      '一 二',
      '一 二',
    ]);
  });
  it('takes a wrong number for one of the list that it is written like', () => {
    const run = '一是抓早；二是抓小；五是抓实。';
    assert.deepEqual(lists(`第一，抓项目。\n第二，抓环境。\n第三，抓作风。\n第四，抓队伍。${run}`), [
      '第一 第二 第三 第四',
      '一是 二是 五是; skipped 五是 (3)',
    ]);
  });
  it('reads a heading that begins with a year', () => {
    assert.deepEqual(lists('1.2025年工作回顾\n成绩很多。\n2.2026年工作安排\n任务很重。'), ['1. 2.']);
    assert.deepEqual(lists('1.2025亿元是去年的数。'), []);
  });
  it('reads 一希望 … 二希望 … as a list', () => {
    assert.deepEqual(lists('我提三点希望。一希望大家爱学习。要快。二希望大家守纪律。三希望大家敢担当。'), [
      '一希望 二希望 三希望',
    ]);
    assert.deepEqual(lists('一希望大家爱学习。要快。\n三希望大家守纪律。\n四希望大家敢担当。'), [
      '一希望 三希望 四希望; skipped 三希望 (2)',
    ]);
  });
  it('reads 其一，… 其二，… as a list', () => {
    assert.deepEqual(
      lists('这样做基于两个层面的考虑。其一，是形势所迫；其二，是任务所需。只知其一，不知其二，不行。'),
      ['其一 其二'],
    );
    assert.deepEqual(lists('其一是抓早，其二是抓小。其一生都在山区，其二次创业的经历令人感动。'), ['其一是 其二是']);
  });
  it('reads 第一个问题，… and 第一要… as lists', () => {
    assert.deepEqual(lists('第一个问题，讲形势。要快。\n第二个问题，讲任务。要实。'), ['第一个问题 第二个问题']);
    assert.deepEqual(lists('第一个关键词：担当\n敢闯。\n第二个关键词：实干\n敢拼。'), ['第一个关键词 第二个关键词']);
    assert.deepEqual(lists('重在三点。第一要抓早。要快。第二要抓小。要细。第三要抓实。'), ['第一 第二 第三']);
    assert.deepEqual(lists('第一医院很忙。第二医院不忙。发展是第一要务。第一要求是快。'), []);
  });
  it('reads 第一种意识，… 第二种意识，… as a list, and a single one as words', () => {
    assert.deepEqual(lists('第一种意识，大局意识。要有。\n第二种意识，责任意识。要强。'), ['第一种意识 第二种意识']);
    assert.deepEqual(lists('第一条主线是：内培。要真。\n第二条主线是：外引。要准。'), ['第一条主线是 第二条主线是']);
    assert.deepEqual(lists('第一种作物，长得很好。\n第二个月，又下了雨。'), []);
  });
  it('reads 一来…二来… and 一个是…一个是… as lists', () => {
    assert.deepEqual(lists('今天来，一来看望大家，二来听听意见，三来商量办法。'), ['一来 二来 三来']);
    assert.deepEqual(lists('“三来一补”企业一来二去就多了。'), []);
    assert.deepEqual(lists('要问：一问责任实不实？二问措施硬不硬？不能一问三不知。'), ['一问 二问']);
    assert.deepEqual(lists('有两条路。一个是北线，一个是南线。'), ['一个是 一个是']);
    assert.deepEqual(lists('讲两句话。一句话是感谢，另一句话是祝福。'), ['一句话是 另一句话是']);
  });
  it('reads markers with a blank inside', () => {
    assert.deepEqual(lists(heads('一 、', '( 一)', '(二 )', '二 、')), ['一  二 ', '( 一) (二 )']);
    assert.deepEqual(lists(heads('1 、', '2 、')), ['1  2 ']);
  });
  it('reads numbers and letters that official papers do not use', () => {
    assert.deepEqual(lists(heads('1、', '1.1', '1.2', '2、', '2.1', '2.2')), ['1 2', '1.1 1.2', '2.1 2.2']);
    assert.deepEqual(lists(heads('A.', 'a.', 'b.', 'B.')), ['A. B.', 'a. b.']);
    assert.deepEqual(lists(heads('Ⅰ、', '⒈', '⒉', 'Ⅱ、')), ['Ⅰ Ⅱ', '⒈ ⒉']);
    assert.deepEqual(lists('一　抓早\n要快。\n二　抓小\n要细。\n三　抓实\n要真。'), ['一 二 三']);
    assert.deepEqual(lists(heads('I.', 'II.', 'III.')), ['I. II. III.']);
  });
  it('takes none of them for markers where nothing goes on from them', () => {
    for (const text of [
      '6.1儿童节到了。\n7.1建党节到了。',
      '1.2亿元资金到位。\n1.3亿元贷款发放。',
      '5.12汶川地震以后。\n5.13那天。',
      '一 般公共预算\n三 农工作',
      'A.股市场很热。\nC.端客户很多。',
      'A、B两个片区。\nB、C两个片区。',
    ])
      assert.deepEqual(lists(text), [], text);
  });
  it('finds an item whose mark was lost with a line break', () => {
    assert.deepEqual(lists('第一、要早。\n早作打算，形成好作风第二、要小。\n小处着手。\n第三、要细。\n细处着眼。'), [
      '第一 第二 第三',
    ]);
    assert.deepEqual(lists('（一）抓早。要快。\n（二）抓小。力度还要再加大（三）抓细。要实。\n（四）抓严。要紧。'), [
      '（一） （二） （三） （四）',
    ]);
    assert.deepEqual(lists('第一，要早。\n我县排名第二，要争先。\n第三，要细。\n细处着眼。'), [
      '第一 第三; skipped 第三 (2)',
    ]);
    assert.deepEqual(lists('一、形势十分严峻一是事故多发。要防。二是隐患不少。要查。'), ['一', '一是 二是']);
    assert.deepEqual(lists('这是唯一是好事的事。二是隐患不少。要查。三是力量不足。'), ['二是 三是; start 二是 (1)']);
  });
});
