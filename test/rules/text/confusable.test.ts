import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import type { Format } from '../../../server/src/document/facts.ts';
import type { Problem } from '../../../server/src/engine/problem.ts';
import { confusable } from '../../../server/src/rules/text/confusable.ts';
import { confusableRows, confusableWord } from '../../../server/src/rules/text/lexicon/confusable-words.ts';
import { sharedSound, soundDrafts } from '../../support/drafts.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(confusable, {
  wrong: [
    {
      text: '我代表县委，向新局挂牌表示热烈⟦地⟧祝贺！',
      message: '“表示”后面的“祝贺”是名词，前面应当用“的”。',
      fixed: '我代表县委，向新局挂牌表示热烈的祝贺！',
    },
    { text: '向全体职工致以最诚挚⟦地⟧问候和衷心的祝福。', fixed: '向全体职工致以最诚挚的问候和衷心的祝福。' },
    {
      text: '培育⟦战略新型产业⟧。',
      message: '“战略新型产业”应为“战略性新兴产业”（党和国家文件的固定表述）。',
      fixed: '培育战略性新兴产业。',
    },
    {
      text: '会前要⟦就行统筹⟧安排。',
      message: '“就行统筹”讲不通，应为“进行统筹”，像是音近、形近的字打错了。',
      fixed: '会前要进行统筹安排。',
    },
    {
      text: '要⟦确保或超额完成⟧全年任务。',
      message: '“确保或超额完成”里漏了字，应为“确保完成或超额完成”。',
      fixed: '要确保完成或超额完成全年任务。',
    },
    {
      text: '要看到⟦形式严峻⟧的一面。',
      message: '“形式严峻”应为“形势严峻”，两个词容易相混，这里只能用后一个（词义见《现代汉语词典》）。',
      fixed: '要看到形势严峻的一面。',
    },
    {
      text: '充分⟦发辉⟧示范带动作用。',
      message: '“发辉”应为“发挥”（词形见《现代汉语词典》）。',
      fixed: '充分发挥示范带动作用。',
    },
    { text: '要把品牌⟦叫的⟧更响。', fixed: '要把品牌叫得更响。' },
    { text: '这⟦充分的⟧证明了改革的方向是对的。', fixed: '这充分地证明了改革的方向是对的。' },
    { text: '我们也⟦清醒的⟧认识到，差距不小。', fixed: '我们也清醒地认识到，差距不小。' },
    { text: '要⟦毫不动摇的⟧坚持下去。', fixed: '要毫不动摇地坚持下去。' },
    { text: '为了⟦有效的⟧解决这个问题，开了三次会。', fixed: '为了有效地解决这个问题，开了三次会。' },
    { text: '老书记⟦讲的⟧非常全面。', fixed: '老书记讲得非常全面。' },
    {
      text: '一批历史遗留问题⟦的到⟧解决，群众是满意的。',
      message: '“到解决”讲不通，应当是“得到”。',
      fixed: '一批历史遗留问题得到解决，群众是满意的。',
    },
    {
      text: '全年的重点任务是增收，要把⟦任雾⟧分解到户。',
      message: '“任雾”讲不通，像是“任务”，音近、形近的字打错了。请核对。',
      fixed: '全年的重点任务是增收，要把任务分解到户。',
    },
    {
      text: '要抓紧研究整改措施，把整改⟦施措⟧落到每个环节。',
      message: '“施措”讲不通，像是“措施”两个字颠倒了。请核对。',
      fixed: '要抓紧研究整改措施，把整改措施落到每个环节。',
    },
    {
      text: '全市经济运行平稳，要推动全市⟦精济⟧继续向好。',
      fixed: '全市经济运行平稳，要推动全市经济继续向好。',
    },
    { text: '⟦较好的⟧完成了任务。', fixed: '较好地完成了任务。' },
    ...(
      [
        ['要⟦建全⟧各项制度。', '健全'],
        ['我今年⟦巳到⟧七十岁。', '已到'],
        ['感到⟦无尚光荣⟧。', '无上光荣'],
        ['练兵场上奋力⟦博击⟧。', '搏击'],
        ['强基础、筑⟦保垒⟧。', '堡垒'],
        ['增强⟦四个意⟧，做到知行合一。', '四个意识'],
        ['要⟦发杨光大⟧优良传统。', '发扬光大'],
        ['⟦既使⟧再难也不退缩。', '即使'],
        ['这件事⟦以经完成⟧，要抓好下一步。', '已经完成'],
        ['各地要抓紧⟦布署⟧。', '部署'],
        ['思想⟦松驰⟧是要出问题的。', '松弛'],
        ['办法不多，⟦一愁莫展⟧。', '一筹莫展'],
        ['中心城区⟦幅射⟧带动作用明显。', '辐射'],
        ['⟦关健⟧在落实。', '关键'],
        ['把⟦贯彻落时⟧抓到底。', '贯彻落实'],
        ['发扬⟦拼博⟧精神。', '拼搏'],
        ['要⟦再接再励⟧，乘势而上。', '再接再厉'],
        ['在稳定⟦的前题⟧下推进。', '的前提'],
        ['⟦近一步⟧扩大成果。', '进一步'],
        ['由⟦付县长⟧牵头。', '副县长'],
        ['会前要⟦招开⟧预备会。', '召开'],
        ['每月⟦分折研判⟧一次。', '分析研判'],
        ['做好⟦决策部属⟧的落实。', '决策部署'],
        ['要⟦旗织⟧鲜明。', '旗帜'],
        ['全力打破⟦瓶劲⟧。', '瓶颈'],
        ['各项工作⟦取的了⟧新成绩。', '取得了'],
      ] as const
    ).map(([text, right]) => ({ text, fixed: text.replace(/⟦[^⟧]+⟧/, right) })),
    {
      text: '这是很有⟦份量⟧的成果。',
      message: '“份量”的规范写法是“分量”（《第一批异形词整理表》）。',
      fixed: '这是很有分量的成果。',
    },
    {
      text: '要算大⟦帐⟧不算小帐，算长远帐。',
      message: /全文共 3 处/,
      related: ['帐', '帐'],
      fixed: '要算大账不算小账，算长远账。',
    },
    { text: '到⟦年未⟧前完成。', fixed: '到年末前完成。' },
    { text: '完成⟦脱贫攻艰⟧任务。', fixed: '完成脱贫攻坚任务。' },
    { text: '⟦截止⟧目前，已完成投资3亿元。', fixed: '截至目前，已完成投资3亿元。' },
    { text: '要⟦象⟧石榴籽那样抱在一起。', fixed: '要像石榴籽那样抱在一起。' },
    { text: '要⟦向⟧爱护眼睛一样爱护生态。', fixed: '要像爱护眼睛一样爱护生态。' },
    { text: '⟦那一项⟧工作都离不开群众。', fixed: '哪一项工作都离不开群众。' },
    { text: '必须尽快扭转，⟦尽快的⟧摆脱困境。', fixed: '必须尽快扭转，尽快地摆脱困境。' },
    { text: '就能⟦有效的⟧突破制约。', fixed: '就能有效地突破制约。' },
    { text: '强化要素保障，⟦更好的⟧服务项目建设。', fixed: '强化要素保障，更好地服务项目建设。' },
    { text: '要⟦坚定不移的⟧把改革推向前进。', fixed: '要坚定不移地把改革推向前进。' },
    {
      text: '把这把火⟦烧的⟧更旺，让农村⟦发展的⟧更快更好。',
      fixed: ['把这把火烧得更旺，让农村发展的更快更好。', '把这把火烧的更旺，让农村发展得更快更好。'],
    },
    { text: '项目才能⟦落的⟧快、⟦落的⟧稳。', fixed: ['项目才能落得快、落的稳。', '项目才能落的快、落得稳。'] },
    { text: '從目前到⟦年未⟧，還有三個月。', fixed: '從目前到年末，還有三個月。' },
  ],
  right: [
    '我们热烈地祝贺大会召开，也衷心地感谢各位来宾。会场上人们热烈地欢迎。',
    '他表示，将一如既往地感谢、支持大家。',
    '昨天到花庄村、马坡村调研，看到村庄变了样。',
    // 者 behind any phrase, 共 before what it sums up, words that stand both ways.
    '讲普罗米修斯的故事，不是要你成为盗火者。',
    '连日来，宣讲团共作报告58场，祝各位老人身体康健，促进疫后经济恢复。',
    // Figures of speech, names, what stands twice, and what an office calls something by itself.
    '要依法依规办事，以季保年，应享尽享，谋势蓄势，做到知行合一，只减不增。',
    '请县长高景明同志讲话，周宇昊同学发言，看到世界，精明能干。',
    '弘扬吴越文化以及浙学等优秀传统文化，师生学高志远、以学为本。',
    '形成了民主自由、崇实维新的学术之风，干部群众同忆峥嵘岁月，共话美好未来。',
    '新建全县最大的学校，乙巳年四月，博采众长，保全国有资产。',
    '很好的完成情况，较好的工作基础。',
    '这四个意见很好，四个自然村，两个维度，两个确认书。',
    '浙里办平台这里办得快，浙里办要办好，这里要管好。',
    '危难关头豁得出来，荣誉获得不易。',
    '内培外引，学缘心语，惠企政策纾困解难，抗疫中深化家国情怀教育。',
    '三年未完成的任务，今年未见效的项目。',
    '帐篷和蚊帐已经送到，友好象征，大象一样的体型。',
    '一份额度，股份量化，机关连续加班，世界排名前列。',
    '報銷帳戶，反覆核對，辯證看待。',
    '欢迎客人的到来，人员的到位要快，款项的到账要准，目的到了就好。',
    '把发展的更多成果给群众，把握更好的机遇，把我们的更好，做好深入的调研了解。',
    '这是有效的支持，给了有力的支持，取得了明显的进展，有持续的投入到位。',
    '要注重實效，我著重強調三點，會議注重調研。',
    '报名截止8月31日下午，截止时间不变，于6月30日截止。',
    '要向先进地区学习，像雷锋一样工作；要向雷锋一样的同志学习。',
    '有力的推动作用，有效的解决办法，更好的服务质量，更好的发展环境。',
    '作出了尽可能的支持，在不断的探索中前进，取得更好的成绩、更大的进步。',
    '以下的更大，未来的更好，大学的更强，这样的更多。',
    '全部暑期活动，职工俱乐部，就读职业学校，阳光采购，整治金融乱象。',
    '聚焦解决对接难题，秘书计划调整，价值被低估，这种值得推广的做法。',
    '据为己有，己达达人，不能自已，成份股与机架式设备。',
    '结合自身分管领域，以及需要解决的问题，研究竞争态势，建立既管用又便捷经济的机制，切实千方百计落实。',
    '县委书记算了一笔账，一座标志性建筑，这座镇，录像征集，宣读职责，答辩认为，6月份内完成，上海拨款。',
    '必须求真务实，严峻工作形势，集团园区，人士地位，关注消费者。',
    '抓住重点，推动互联网落地；配合做好工作，促进快递业发展，盲目地上项目不行。',
    '主动改格局，政府败诉案件下降，合力渡过难关，煤炭排放达标，预防犯罪不松懈。',
    '城市规模排名靠前，企业积极投产，有关健康知识进校园，机关健在，相关建设提速。',
    '群众自发行动，完善自身建设，提前题写，公路续建项目，更近一步，走近一步。',
    '党建义务工作者，保障显著增强，文章显示，市场化运作，水平障碍，资源则更紧。',
    '交付主任审批，支付县长基金，一招开新局，绝招开大会，这座落成的大桥。',
    '既使企业受益，又使群众增收；实施以经济建设为中心的路线，以经验教训为镜。',
    '死灰复燃，居延海畔，给予计划支持，要因地制宜，各单位要主动改近期目标为远期目标。',
  ],
});

describe('text/confusable on whole drafts', () => {
  const problems = (text: string, format: Format = 'plain'): Problem[] => [
    ...confusable.check(new Document(text, { format }), {}),
  ];

  it('has a right form for every row, that no row calls wrong', () => {
    const rows = confusableRows().rows.map((_, i) => confusableWord(i));
    assert.ok(rows.length >= 150);
    assert.equal(new Set(rows.map(({ wrong }) => wrong)).size, rows.length, 'no row stands twice');
    for (const { wrong, right } of rows) {
      assert.notEqual(wrong, right);
      assert.match(wrong + right, /^[\u4e00-\u9fff、]+$/);
      assert.deepEqual(problems(`会上说，${right}。`), [], right);
    }
  });

  it('stays silent on sound drafts', () => {
    for (const { name, text, format } of soundDrafts()) assert.deepEqual(problems(text, format), [], name);
  });

  it('counts an odd pair on from version to version, whatever is typed', () => {
    const once = '全年的重点任务是增收，要把任雾分解到户。\n\n会后抓紧传达。\n';
    let previous: Document | undefined;
    for (const [text, places] of [
      [once, 1],
      [`${once}再看任`, 1],
      // Written twice it is no slip; the second one lies across what the versions share.
      [`${once}再看任雾`, 0],
      [`${once}再看任，雾`, 1],
      [`任雾之一。${once}再看任，雾`, 0],
      [`之一。${once}再看任，雾`, 1],
    ] as const) {
      previous = new Document(text, { format: 'plain', ...(previous && { previous }) });
      const found = [...confusable.check(previous, {})];
      assert.equal(found.length, places, text);
      assert.deepEqual(found, problems(text), text);
    }
  });

  it('finds what is planted', () => {
    const rows = confusableRows()
      .rows.map((_, i) => confusableWord(i))
      .filter(({ onlyBefore }) => onlyBefore === '');
    let planted = 0;
    let found = 0;
    for (const { text, format } of soundDrafts()) {
      const body = new Document(text, { format }).paragraphs;
      for (const { wrong, right } of rows) {
        const at = text.indexOf(right);
        if (at < 0 || !body.some(({ start, end }) => start <= at && at < end)) continue;
        planted++;
        const all = problems(text.slice(0, at) + wrong + text.slice(at + right.length), format);
        if (all.length === 1 && all[0]!.start <= at && all[0]!.end > at) found++;
      }
    }
    assert.ok(planted > 200, `${planted} planted`);
    assert.ok(found / planted >= 0.95, `${found} of ${planted}`);
  });

  it('finds little in finished real texts', function () {
    const texts = sharedSound();
    if (texts.length === 0) this.skip();
    const all = texts.flatMap(({ text }) => problems(text));
    // Old spellings (好象, 人材, 帐) and true slips; 250,000 characters.
    assert.ok(all.length <= 25, `${all.length}`);
  });
});
