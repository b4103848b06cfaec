import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../../server/src/document/document.ts';
import { check } from '../../../server/src/engine/check.ts';
import { withWords } from '../../../server/src/engine/words.ts';
import { segmenter, systemSegmenter } from '../../../server/src/host/segmenter.ts';
import { title } from '../../../server/src/rules/names/title.ts';
import { dictionary } from '../../support/dictionary.ts';
import { testRule } from '../../support/rule-tester.ts';

const { name } = segmenter(dictionary());
const likely = { certainty: 'likely' } as const;

testRule(title, {
  wrong: [
    {
      ...likely,
      text: '刚才，刘威县长作了部署。\n请各乡镇按照⟦刘威副县长⟧的要求抓好落实。',
      message: '刘威的职务前后不一：这里是“刘威副县长”，另一处是“刘威县长”。请核对职务，两处用同一个称呼。',
      related: ['刘威县长'],
    },
    // The rarer is the suspect, wherever it stands.
    {
      ...likely,
      text: '由⟦刘威副县长⟧牵头。\n刘威县长已经作了安排。\n会后刘威县长还要督办。',
      related: ['刘威县长'],
    },
    // What is said in full outweighs how a person is called.
    {
      ...likely,
      text: '⟦王海涛市长⟧通报了情况。\n请市委常委、常务副市长王海涛同志作说明。',
      related: ['市委常委、常务副市长王海涛同志'],
    },
    { ...likely, text: '县委副书记、县长高景明同志作了部署。\n按照⟦高景明书记⟧的要求，逐项督办。' },
    { ...likely, text: '刚才，周正清书记提了要求。\n会后由⟦周正清县长⟧督办。', message: /周正清书记/ },
    { ...likely, text: '请县委书记程立新同志讲话。\n感谢⟦程立新县长⟧的支持。', related: ['县委书记程立新同志'] },
    { ...likely, text: '请县长程立新同志讲话。\n感谢⟦程立新书记⟧的支持。' },
    { ...likely, text: '陈国栋县长在一线指挥。\n这项工作由⟦陈国栋区长⟧负总责。' },
    // A given name alone is told from other words by their tags.
    ...(name === 'nodejieba'
      ? [{ ...likely, text: '刚才，建华副县长通报了情况。\n按照⟦建华县长⟧的要求抓好落实。' }]
      : []),
    { ...likely, text: '请欧阳明副市长讲话。\n⟦欧阳明市长⟧讲了三条。', related: ['欧阳明副市长'] },
    // Two spellings.
    {
      ...likely,
      text: '刚才，贺长林同志通报了情况。\n刘敏局长、贺长林主任要带头。\n请⟦贺长霖同志⟧抓好落实。',
      message: '“贺长霖”与另一处的“贺长林”只差一个音近或形近的字，像是同一个人。请核对姓名，两处写成一样。',
    },
    { ...likely, text: '请刘威县长讲话。\n按照⟦刘伟县长⟧的要求抓好落实。', related: ['刘威县长'] },
    // One post, two persons.
    {
      ...likely,
      text: '全县上下要一条心。\n县委书记周正清同志到会指导。\n刚才，⟦县委书记孟庆和同志⟧作了讲话。',
      message: '“县委书记”前后是两个人：这里是孟庆和，另一处是周正清。请核对；已经换人的，写明“原”“时任”或所属单位。',
    },
    { ...likely, text: '欢迎全市各界代表，欢迎市委书记高文博同志！\n会后，由⟦市委书记李建国同志⟧接见代表。' },
    { ...likely, text: '请金山镇镇长高文博同志发言。\n刚才⟦金山镇镇长李建国同志⟧讲得很好。' },
    // Two orders.
    {
      ...likely,
      text: '参加会议的有县委书记周正清同志，县长高景明同志，县委常委、副县长贺长林同志，副县长方敏同志。\n周正清、高景明、方敏、⟦贺长林⟧等领导为企业颁奖。',
      message: '几处名单里人的先后不一：这里贺长林排在方敏之后，另一处排在前面。请核对排名。',
      related: ['周正清同志，县长高景明同志，县委常委、副县长贺长林同志，副县长方敏'],
    },
    {
      ...likely,
      text: '全县上下要一条心。\n请县委副书记、县长周正清同志讲话。\n刚才⟦县委副书记、县长孟庆和同志⟧讲得很好。\n会后由县长周正清同志督办。',
      related: ['县委副书记、县长周正清同志'],
    },
    {
      ...likely,
      text: '全县上下要一条心。\n下面我们请县委书记周正清同志讲话。\n副县长方敏同志和⟦县委书记孟庆和同志⟧也来到现场。',
    },
    // The speaker, as a third.
    {
      ...likely,
      text: '在全县经济工作会议上的讲话\n县长　刘威\n同志们：\n今天会议的主题是抓落实，任务很重，大家要认真领会。刚才⟦刘威县长⟧讲了三点，我都同意。',
      message: '“刘威县长”就是这篇讲话的讲话人，讲话里不会这样称呼自己。请改成“我”，或核对是不是从别的稿子移来的。',
    },
    {
      ...likely,
      text: '刘威县长在全县信访工作会议上的讲话\n同志们：\n今天会议的主题是信访。按照⟦刘威县长⟧的要求，各乡镇要一抓到底。',
    },
    // The office's order and former titles.
    {
      text: '市委、市政府、⟦市人大⟧、市政协都很重视。',
      options: { order: ['市委', '市人大', '市政府', '市政协'] },
      message: '次序与规定的不同：“市人大”应在“市政府”之前。请按规定的次序排列。',
      related: ['市政府'],
    },
    { text: '请张强和⟦刘威⟧上台。', options: { order: ['刘威', '张强'] } },
    {
      text: '请⟦刘威县长⟧讲话。',
      options: { former: ['刘威县长 2026-06-30'] },
      message: '“刘威县长”这个称呼只用到2026年6月30日（见配置）。请改用现在的职务。',
    },
    {
      text: '在全县大会上的讲话\n（2026年7月1日）\n同志们：\n请⟦刘威县长⟧讲话。',
      options: { former: ['刘威县长 2026-06-30'] },
    },
    { text: '请⟦刘威县长⟧讲话，⟦刘威县长⟧讲完以后分组讨论。', options: { former: ['刘威县长'] }, message: /已经不用/ },
  ],
  right: [
    '刚才，刘威县长作了部署。刘威县长的要求要抓好落实。',
    // Posts held together, and said so.
    '县委副书记、县长高景明同志作了部署。\n会后高景明县长还要督办。',
    '县委副书记、政法委书记丁卫国同志作了部署。\n请丁卫国书记讲话。',
    '市委常委、常务副市长贺长林同志主持会议。\n贺长林副市长作了说明。',
    '县委书记、县长周正清同志讲话。\n周正清书记要求明确，周正清县长还要督办。',
    '县政府党组书记、县长周正清同志讲话。\n周正清县长还要督办。',
    // Past and future holders.
    '原县长刘威同志打下了好基础。\n刘威书记一直关心。',
    '时任副县长刘威跑了三趟。\n刘威县长今天也来了。',
    '原县委书记周正清同志打下了基础。\n县委书记孟庆和同志接着干。',
    // Whose post it is.
    '金山县县委书记周正清同志作了发言。\n清水县县委书记孟庆和同志作了发言。',
    'XX县县委书记周正清同志作了发言。\nYY县委书记孟庆和同志作了发言。',
    '全县上下要一条心。县委书记周正清同志、县委书记孟庆和同志先后发言。',
    // Every county of a city has one; and a town's is that of the town named before.
    '全市上下要一条心。\n县委书记周正清同志作了发言。\n县委书记孟庆和同志作了发言。',
    '金山镇党委书记李强同志、镇长王明同志作了发言。\n清水镇党委书记孙涛同志、镇长赵亮同志也作了发言。',
    // Words that are no names.
    '各乡镇书记要带头。\n各乡镇副书记要跟上。',
    '抓好落实县长负责制。\n落实副县长分工。',
    '党组书记负总责。\n党组副书记具体抓。',
    '县长高度重视。\n副县长高度重视。',
    '由社区书记包片。\n由社区副书记包户。',
    // Two persons.
    '张县长讲了话。\n张副县长作了说明。',
    '王建国同志、王建军同志先后发言。',
    '请王伟同志发言。\n请王威同志发言。',
    '王建国局长发言。\n王红霞局长发言。',
    // Several speeches in one file.
    '在全县大会上的讲话\n同志们：\n刘威县长作了部署。\n在全市大会上的讲话\n同志们：\n刘威副县长作了说明。',
    '参加会议的有周正清书记、高景明县长、贺长林副县长。\n高景明县长、贺长林副县长、周正清书记先后作了讲话。',
    '参加会议的有周正清书记、高景明县长、贺长林副县长。\n一是由贺长林副县长通报情况；二是由高景明县长作部署；三是由周正清书记讲话。',
    '周正清书记、高景明县长、贺长林副县长到会。\n周正清、贺长林等领导颁奖，高景明同志致辞。',
    // The speaker's own lines.
    '在全县经济工作会议上的讲话\n县长　刘威\n同志们：\n今天会议的主题是抓落实，任务很重，大家要认真领会。刚才张强书记讲了三点，我都同意。',
    '在全县大会上的主持词\n同志们：\n今天的大会由我主持，现在请县长刘威同志讲话，大家欢迎。',
    { text: '市委、市人大、市政府都很重视。市政府、市委督查室', options: { order: ['市委', '市人大', '市政府'] } },
    { text: '请张强上台。刘威也来了。', options: { order: ['刘威', '张强'] } },
    {
      text: '在全县大会上的讲话\n（2026年6月30日）\n同志们：\n请刘威县长讲话。',
      options: { former: ['刘威县长 2026-06-30'] },
    },
  ],
});

describe('names/title on any text', () => {
  const pieces =
    '刘威|张强|欧阳明|建华|王|李|县长|副县长|常务副县长|书记|县委书记|县委|主任|同志|先生|由|请|和|与|从|下|原|时任|、|，|。|“|”|（|）|X|某|XX县|全县|在|作|讲话|强调|\n|\n\n|同志们：|在全县大会上的讲话|（2026年7月1日）| |　|劉威|**|# |(wēi)|\u200b'.split(
      '|',
    );
  const options = { order: ['刘威', '张强', '县委', ''], former: ['刘威县长 2026-06-30', '', '张强  '] };
  it('finishes, with and without words, in the draft', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
        fc.constantFrom('plain', 'markdown'),
        (text, format) => {
          const document = new Document(text, { format });
          const first = check(document, [title], { stage: 'final', rules: { 'names/title': { options } } });
          for (const words of [segmenter(dictionary()), systemSegmenter()])
            assert.deepEqual([...first.failures, ...withWords(document, first, words).failures], []);
        },
      ),
      { numRuns: 150 },
    ));
  it('asks nothing about a register of thousands', () => {
    const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高';
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `由${surnames[i % 20]}${surnames[(i >> 3) % 20]}${surnames[(i >> 6) % 20]}副县长负责。`,
    );
    const document = new Document(lines.join('\n'), { format: 'plain' });
    const { wanted, failures } = check(document, [title], { stage: 'final' });
    assert.deepEqual(failures, []);
    assert.equal(wanted, undefined);
  });
});
