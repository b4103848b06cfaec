import { emptySection } from '../../../server/src/rules/structure/empty-section.ts';
import { testRule } from '../../support/rule-tester.ts';

const body = '各级各部门要各负其责，密切配合，把各项工作抓紧抓实抓好。';

testRule(emptySection, {
  wrong: [
    {
      text: `一、提高认识\n${body}\n二、突出重点\n（一）抓项目\n${body}\n⟦（二）⟧抓环境\n（三）抓作风\n${body}\n三、压实责任\n${body}`,
      message: '“（二）抓环境”下面没有内容，同级标题都有。请补写，或删去这个标题。',
      related: ['（一）', '（三）'],
    },
    {
      text: `# 讲话\n\n## 一、提高认识\n\n${body}\n\n## ⟦二、⟧突出重点\n\n## 三、压实责任\n\n${body}`,
      format: 'markdown',
      message: /突出重点/,
    },
    { text: `一、提高认识\n${body}\n⟦二、⟧压实责任`, message: /压实责任/ },
    // A sentence may be all that is said, and so may the closing.
    { text: `第一，要抓早。${body}\n第二，要抓实。${body}\n⟦第三，⟧要抓常。`, certainty: 'likely' },
    {
      text: `一、提高认识\n${body}\n⟦二、⟧压实责任\n同志们，任务艰巨。让我们振奋精神，再立新功！\n谢谢大家！`,
      certainty: 'likely',
    },
  ],
  right: [
    '第一，要提高认识。形势逼人，任务十分繁重，大家要有清醒的头脑。\n第二，谈',
    // A point with the number that the next section would have.
    `一、抓项目\n（一）签约。${body}\n（二）开工。${body}\n二、抓环境\n（三）放权。${body}\n三、抓作风\n（四）督查。${body}`,
    // A sentence that says what there is to say.
    `（一）登记率逐年上升。${body}\n（二）档案管理日趋规范。${body}\n（三）登记机关和公安户籍部门、乡镇社区之间在工作衔接上还缺少统一的规定。`,
    // A table of contents, told by its headings that come again.
    `今年的工作安排\n一、抓项目\n二、抓环境\n三、抓作风\n现将安排报告如下，请各位审议，并提出宝贵意见。\n一、抓项目\n${body}\n二、抓环境\n${body}\n三、抓作风\n${body}`,
    // 3. stands where 三、 is due: whose item it is is said first.
    '一、抓项目\n要一个一个抓到底，抓出成效来。\n二、抓环境\n要一件一件改到位，改出样子来。\n四、抓作风\n三、抓队伍\n要一级一级带起来，带出干劲来。',
    // The last heading is still empty while it is being written.
    { text: `一、提高认识\n${body}\n二、压实责任‸`, stage: 'draft' },
    '要抓好三项任务：\n1.抓好签约\n2.抓好落地\n3.抓好投产',
    `（一）抓项目。${body}\n（二）抓环境。${body}`,
    // Items of a list that end in semicolons.
    `一、降低消耗；\n二、改进工艺；\n三、综合利用。${body}${body}\n四、抓队伍\n${body}`,
    // What whoever presides says himself.
    `一、首先，我为大家介绍到会的领导\n二、接下来让我们请县长致辞\n三、有请教师代表发言\n四、宣布评分办法\n${body}\n五、宣布奖项\n${body}\n六、颁奖\n${body}\n七、合影\n${body}\n八、散会\n${body}\n九、清场\n${body}`,
    // A closing with a heading of its own; one that says what is to be done.
    `一、提高认识\n${body}\n二、几点希望\n同志们，任务艰巨。让我们振奋精神，再立新功！`,
    `一、提高认识\n${body}\n二、压实责任\n同志们，${body}`,
    // Sentences of an agenda: what follows the last one is not its body.
    `1.请县农业局局长汇报。\n2.请县水利局局长汇报。\n刚才，两个局作了汇报。${body}`,
  ],
});
