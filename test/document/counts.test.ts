/** Announced counts: which are held against what the text enumerates, and which prove nothing. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

/** `verdict announced/items` of each count that is checked. */
const counts = (text: string): readonly string[] => {
  const document = new Document(text, { format: 'plain' });
  return document.counts.map(
    (count) => `${count.verdict} ${document.slice(count)} ${count.announced}/${count.items.length}`,
  );
};

describe('announced counts', () => {
  it('counts what is numbered by the same measure', () => {
    assert.deepEqual(
      counts('我和大家共勉三句话。\n第一句话：要学。学无止境。\n第二句话：要干。干字当头。\n同志们，让我们努力奋斗！'),
      ['mismatch 三句话 3/2'],
    );
    assert.deepEqual(counts('有四组数据值得关注。第一组是项目。很多。第二组是创新。很快。第三组是主体。很好。'), [
      'mismatch 四组数据 4/3',
    ]);
  });
  it('counts behind a short end of the sentence', () => {
    assert.deepEqual(counts('先把“四件小事”做好。一是开好会；二是谈好心；三是评好优。'), ['mismatch 四件小事 4/3']);
    assert.deepEqual(counts('去年办了四件实事，群众都很满意，社会反响也好。一是开会；二是谈心；三是评优。'), [
      'unsure 四件实事 4/3',
    ]);
  });
  it('counts what stands in quotes before it', () => {
    assert.deepEqual(counts('要在“选、育、管、用”四个字上下功夫。'), ['ok 四个字 4/4']);
    assert.deepEqual(counts('要在“选、育、管、用”五个字上下功夫。'), ['mismatch 五个字 5/4']);
    assert.deepEqual(counts('围绕“谁来干、干什么、怎么干”四个问题深入思考。'), ['mismatch 四个问题 4/3']);
    assert.deepEqual(counts('推行“一看二问三查四改”四步工作法。'), ['ok 四步工作 4/4']);
    assert.deepEqual(counts('推行“一看二问三查四改五评”四步工作法。'), ['mismatch 四步工作 4/5']);
    assert.deepEqual(counts('算好政治账、经济账、名誉账、家庭账“五笔账”。'), ['mismatch 五笔账 5/4']);
    for (const text of [
      '推进“双随机、一公开”三项检查。',
      '围绕“吃、住、行”等五个方面提升服务。',
      '推进“放、管、服”改革两项任务。',
    ])
      assert.ok(!counts(text).some((said) => said.startsWith('mismatch')), text);
  });
  it('counts the characters of a slogan', () => {
    assert.deepEqual(counts('落实“内培、优引、劣汰、特招”8字方针。'), ['ok 8字 8/8']);
    assert.deepEqual(counts('落实“内培、优引、劣汰、特招”六字方针。'), ['mismatch 六字 6/8']);
    assert.deepEqual(counts('做到“忠诚”“干净”“担当”六字要求。'), ['ok 六字 6/6']);
    assert.deepEqual(counts('坚持“预防为主、防治结合”十字方针。'), ['mismatch 十字 10/8']);
    for (const text of ['牢记“八字”方针，写好“人”字。', '“好”字当头，两字千钧。', '题写“XX精神”四字。'])
      assert.deepEqual(counts(text), [], text);
  });
  it('takes one slogan of several for no announcement', () => {
    const parts = ['组织', '投入', '法治', '作风', '队伍'];
    const below = parts.map((name, k) => `（${'一二三四五'[k]}）强化${name}。要快，要准，要实。`).join('\n');
    const said = counts(`围绕“一个中心”，深化“两项改革”，强化“四个保障”。\n${below}\n同志们，让我们努力奋斗！`);
    assert.ok(!said.some((each) => each.startsWith('mismatch')), said.join());
  });
  it('counts names that end as a verb does', () => {
    assert.deepEqual(counts('防范政治安全、社会稳定、公共安全、网络安全四类风险。'), ['ok 四类风险 4/4']);
    assert.deepEqual(counts('防范政治安全、社会稳定、公共安全、网络安全五类风险。'), ['mismatch 五类风险 5/4']);
  });
  it('counts deeds that name steps, and relations of two sides', () => {
    assert.deepEqual(counts('抓好学习、宣传、落实三个环节。'), ['ok 三个环节 3/3']);
    assert.deepEqual(counts('抓好学习、宣传、落实四个环节。'), ['mismatch 四个环节 4/3']);
    assert.deepEqual(counts('处理好当前与长远、局部与全局、数量与质量三个关系。'), ['ok 三个关系 3/3']);
    assert.deepEqual(counts('处理好当前与长远、局部与全局、数量与质量四个关系。'), ['mismatch 四个关系 4/3']);
  });
  it('counts parallel clauses that 这 points back at', () => {
    const clauses = '做好基层工作，既要有热心，又要有耐心，还要有恒心，';
    assert.deepEqual(counts(`${clauses}这“三心”缺一不可。`), ['ok 三心 3/3']);
    assert.deepEqual(counts(`${clauses}这“四心”缺一不可。`), ['mismatch 四心 4/3']);
    assert.deepEqual(counts('既要管好自己，又要管好家人，这三个方面都不能少。'), ['mismatch 三个方面 3/2']);
    assert.deepEqual(counts('既要管好自己、家人，又要管好同事，这三个方面都不能少。'), []);
  });
  it('counts the headings right below', () => {
    const below = '（一）抓早。要快，要准，要实。\n（二）抓小。要快，要准，要实。\n同志们，让我们努力奋斗！';
    assert.deepEqual(counts(`必须在三个方面下更大功夫。\n${below}`), ['mismatch 三个方面 3/2']);
    assert.deepEqual(counts(`现在宣布支持发展的三项行动：\n${below}`), ['mismatch 三项行动 3/2']);
    assert.deepEqual(counts(`关键是树立以下三个理念，走出新路子：\n${below}`), ['mismatch 三个理念 3/2']);
  });
  it('counts what a number is said to contain', () => {
    assert.deepEqual(counts('当前要面对五大突出问题，包含人口、产业、人才、物价和能源。'), ['ok 五大突出问题 5/5']);
    assert.deepEqual(counts('下面，我表达2层意思。一是感谢；二是祝愿。'), ['ok 2层意思 2/2']);
    assert.deepEqual(counts('近日查处了两起典型案件。\n1.虚报案。\n2.冒领案。'), ['ok 两起典型案件 2/2']);
    assert.deepEqual(counts('今天提三点提示。一是守时；二是守信；三是守纪。'), ['ok 三点提示 3/3']);
  });
  it('counts what a word points back at', () => {
    assert.deepEqual(counts('在治水、治气和治土这四个方面下功夫。'), ['mismatch 四个方面 4/3']);
    assert.deepEqual(counts('要打好河道治理、路网和管网建设、旧城改造这三场硬仗。'), ['ok 三场硬仗 3/3']);
    assert.deepEqual(counts('围绕“学”“干”两个方面下功夫。'), ['ok 两个方面 2/2']);
    assert.deepEqual(counts('从“为学”“为人”三个方面下功夫。'), ['mismatch 三个方面 3/2']);
    assert.deepEqual(counts('抓好招商、项目等这四项工作。'), []);
  });
  it('counts sides that end like verbs, and parks by their names', () => {
    assert.deepEqual(counts('工会将从加强思想建设、开展劳动竞赛、加强文化建设、维护职工权益五个方面着手。'), [
      'mismatch 五个方面 5/4',
    ]);
    assert.deepEqual(counts('要从思想建设、组织建设两个方面推进。'), ['ok 两个方面 2/2']);
    assert.deepEqual(counts('东河、砂井子、甜水、西山五个工业集中区加快建设。'), ['mismatch 五个 5/4']);
    // 从严 opens no list of sides.
    assert.deepEqual(counts('坚持从严治党、统筹推进三个方面工作。'), []);
  });
  it('counts two sides, and no more than a pair', () => {
    assert.deepEqual(counts('责任有三个方面，一方面是干部，另一方面是群众。'), ['mismatch 三个方面 3/2']);
    assert.deepEqual(counts('责任有两个方面：一方面是干部，另一方面是群众。一方面要放手，一方面要放心。'), [
      'ok 两个方面 2/2',
    ]);
  });
  it('counts questions that are asked', () => {
    const asked = '为什么抓？抓什么？怎么抓？今天都要回答。';
    assert.deepEqual(counts(`想和大家探讨三个问题：${asked}`), ['ok 三个问题 3/3']);
    assert.deepEqual(counts(`想和大家探讨四个问题：${asked}`), ['mismatch 四个问题 4/3']);
  });
  it('counts clauses that are built alike', () => {
    const built = '学习知识，关注来龙去脉；培养习惯，做到持之以恒；锻炼身体，坚持每天一练。';
    assert.deepEqual(counts(`课程有三个方面：${built}`), ['ok 三个方面 3/3']);
    assert.deepEqual(counts(`课程有四个方面：${built}`), ['mismatch 四个方面 4/3']);
    assert.deepEqual(counts('干部中有四种倾向：有的怕苦；有的怕难；还有的怕担责。'), ['mismatch 四种倾向 4/3']);
    // Two tasks may share a clause where the clauses are of any shape.
    assert.deepEqual(counts('要完成四项任务：抓好春耕；在全县推开旧城改造，年内完成；做好就业。'), []);
  });
  it('counts paragraphs behind dashes', () => {
    const dashes = '——保持稳定增长。要快。\n——推动结构调整。要好。\n——深化改革开放。要稳。\n各位代表，让我们努力奋斗。';
    assert.deepEqual(counts(`工作中突出以下三个方面。\n${dashes}`), ['ok 三个方面 3/3']);
    assert.deepEqual(counts(`工作中突出以下四个方面：\n${dashes}`), ['mismatch 四个方面 4/3']);
    assert.deepEqual(counts('大家要做到三个坚持。\n——在全县大会上的讲话'), []);
  });
  it('counts paragraphs that begin with what is counted, and proves nothing by another number of them', () => {
    const below = '坚持学习，这是前提。\n坚持实干，这是关键。\n';
    assert.deepEqual(counts(`要做到两个坚持：\n${below}最后祝大家平安。`), ['ok 两个坚持 2/2']);
    assert.deepEqual(counts(`要做到三个坚持：\n${below}最后祝大家平安。`), []);
  });
  it('takes counts in a row for no list of one of them', () => {
    assert.deepEqual(counts('抓好一个目标、两大战役、三大平台、四项保障。'), []);
    assert.deepEqual(counts('抓好油茶、黄桃、食用菌四大产业。'), ['mismatch 四大产业 4/3']);
  });
  it('counts an agenda that says only how many', () => {
    assert.deepEqual(counts('会议议程共三项：1.听取报告；2.审议报告。各位代表，让我们努力奋斗。').slice(0, 1), [
      'mismatch 三项 3/2',
    ]);
  });
  it('counts behind a few words of what is to be done', () => {
    assert.deepEqual(counts('全縣有四大問題需要面對，包含人口、產業和能源。'), ['mismatch 四大問題 4/3']);
  });
  it('looks past the word that says what a slogan is', () => {
    const clauses = '凡是新建的，必须验收；凡是查出的，必须整改。';
    assert.deepEqual(counts(`提出“三个必须”的要求：${clauses}`), ['mismatch 三个必须 3/2']);
    assert.deepEqual(counts(`提出“两个必须”的工作原则：${clauses}`), ['ok 两个必须 2/2']);
  });
  it('counts words of uneven length before a measure of kinds', () => {
    assert.deepEqual(counts('发展油茶、黄桃、食用菌四大产业。'), ['mismatch 四大产业 4/3']);
    assert.deepEqual(
      counts('全县油茶、食用菌三大特色产业产值增长。').map((said) => said.slice(0, 8)),
      ['mismatch'],
    );
    assert.deepEqual(
      counts('松口镇、白石镇、桃溪乡4个乡镇发言。').map((said) => said.slice(0, 8)),
      ['mismatch'],
    );
    // Three places, any number of projects.
    assert.deepEqual(counts('建成公园、绿地、文化广场4处。'), []);
    assert.deepEqual(
      counts('通过“一个愿景”、“四大工程”、“三项研究”和“五种载体”促进发展。').filter((said) =>
        said.startsWith('mismatch'),
      ),
      [],
    );
  });
  it('counts without a noun before a colon', () => {
    assert.deepEqual(counts('今天的议程共有三项：一是通报；二是交流；三是讲话。'), ['ok 三项 3/3']);
    assert.deepEqual(counts('原因主要有四条：第一，底子薄；第二，投入少；第三，管得松。'), ['mismatch 四条 4/3']);
    assert.deepEqual(counts('会议的议程有两项。\n一是通报。\n二是讲话。\n散会。'), ['ok 两项 2/2']);
    assert.deepEqual(counts('全年建成项目三个，都很好。一是水库，二是公路。'), []);
  });
  it('counts what a slogan without a measure word sums up, and proves nothing by it', () => {
    assert.deepEqual(counts('要做到“三不”：不推诿、不扯皮、不拖延。'), ['ok 三不 3/3']);
    assert.deepEqual(counts('推行“四办”服务，即网上办、一窗办、马上办、帮您办。'), ['ok 四办 4/4']);
    assert.deepEqual(counts('大兴“三比三看”，比学习看提高、比干劲看作为、比贡献看实效。'), ['ok 三比三看 3/3']);
    assert.deepEqual(counts('围绕“三个一”目标，即一年打基础、两年见成效、三年上台阶。'), ['ok 三个一 3/3']);
    assert.deepEqual(counts('要实现“三增”：一是投资增长。二是税收增长。'), []);
    assert.deepEqual(counts('抓好投资、消费、出口“三驾马车”。'), ['ok 三驾马车 3/3']);
    assert.deepEqual(counts('落实“三年规划”，一年打基础，两年见成效，三年上台阶。'), []);
    assert.deepEqual(counts('加强村“两委”换届工作。\n一是抓早。\n二是抓好。'), []);
    assert.deepEqual(counts('可以用“三个没有变”来概括：态势没有变，步伐没有变，信心没有变。'), ['ok 三个没有变 3/3']);
    assert.deepEqual(counts('践行“三严三实”，增强政治意识，改进工作作风，带头实干。'), []);
    assert.deepEqual(counts('实现“两增一降”，收入增长，税收增长。'), []);
  });
  it('counts in a heading, and the steps of a way', () => {
    assert.deepEqual(counts('同志们：\n一、总体情况\n很好。\n二、两项重点\n1.抓源头。\n2.抓路面。\n三、要求\n要严。'), [
      'ok 两项重点 2/2',
    ]);
    assert.deepEqual(counts('分三步走：第一步，打基础；第二步，上台阶；第三步，创一流。'), ['ok 三步走 3/3']);
    assert.deepEqual(counts('推进一、二、三产业融合发展，做好二、三类产品。'), []);
  });
  it('ends what is counted before the verb', () => {
    assert.deepEqual(counts('钢铁、化工、建材三大行业拖累明显。'), ['ok 三大行业 3/3']);
    assert.deepEqual(counts('本次会议基于三个层面的战略考量。其一，是形势所迫；其二，是任务所需；其三，是群众所盼。'), [
      'ok 三个层面的战略考量 3/3',
    ]);
  });
  it('proves nothing where the speech breaks off', () => {
    const head = '同志们：\n一、成绩\n主要有四个目的：\n（一）抓早。要快。\n（二）抓小。';
    assert.deepEqual(counts(`${head}要细。`), ['unsure 四个目的 4/2']);
    assert.deepEqual(counts(`${head}去年，我县被列为全国试`), ['unsure 四个目的 4/2']);
    assert.deepEqual(counts(`${head}要细。\n二、要求\n要实。\n谢谢大家！`), ['mismatch 四个目的 4/2']);
  });
});
