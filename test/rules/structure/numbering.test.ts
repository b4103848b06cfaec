import { numbering } from '../../../server/src/rules/structure/numbering.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(numbering, {
  wrong: [
    // Behind a colon a list begins, even in a speech whose beginning was cut off.
    {
      text: '过去一年，公司取得了成绩：⟦二是⟧质量提升；三是销路拓宽；四是队伍稳定。',
      message: /前面没有“一是”/,
      fixed: '过去一年，公司取得了成绩：一是质量提升；二是销路拓宽；三是队伍稳定。',
    },
    {
      text: '同志们：\n一、提高认识\n形势逼人。\n⟦三、⟧突出重点\n任务很重。\n四、压实责任\n要抓落实。',
      message: '“一、”之后是“三、”，缺“二、”（一 三 四）。请核对是漏了、重了一项，还是编号没有改。',
      fixed: '同志们：\n一、提高认识\n形势逼人。\n二、突出重点\n任务很重。\n三、压实责任\n要抓落实。',
    },
    {
      text: '同志们：\n（一）抓项目。要快。\n（二）抓环境。要优。\n⟦（二）⟧抓作风。要实。',
      message: /用了两次/,
      fixed: '同志们：\n（一）抓项目。要快。\n（二）抓环境。要优。\n（三）抓作风。要实。',
    },
    {
      text: '同志们：\n要做到：一要抓早，⟦三要⟧抓小，二要抓实。',
      message: /缺“二要”/,
      fixed: '同志们：\n要做到：一要抓早，二要抓小，三要抓实。',
    },
    {
      // A nested list does not hide the gap in the outer one.
      text: '同志们：\n一要强化领导。重点是两件事：一个是定责任，另一个是严考核。\n⟦三要⟧强化保障。各方都要支持。\n四要强化督查。每月通报一次。',
      message: /“一要”之后是“三要”/,
      fixed:
        '同志们：\n一要强化领导。重点是两件事：一个是定责任，另一个是严考核。\n二要强化保障。各方都要支持。\n三要强化督查。每月通报一次。',
    },
  ],
  right: [
    // A table of contents before the text.
    '全县工作会议讲话\n目录：……\n一、关于去年的工作\n一是项目多\n二是环境好\n二、关于今年的工作\n三、关于作风\n……\n同志们，今天的会议很重要，我讲三个问题，供大家参考，请大家讨论。\n一、关于去年的工作\n一是项目多，成效好。二是环境好，客商多。\n二、关于今年的工作\n要抓早。\n三、关于作风\n要抓实。',
    // A heading before the salutation.
    '全县表彰会主持词\n一、开场\n尊敬的各位领导、各位来宾：\n大家好。\n二、颁奖\n请上台。\n三、致辞\n有请。',
    // The first item was announced in a sentence.
    '同志们：\n下面，进行会议第一项议程，请大家观看短片。\n第二项，请县长讲话。\n第三项，请书记讲话。',
    // A list in a list, with line breaks that mislead.
    '同志们：\n（一）优化服务。一要改进作风。重点是三件事：\n一个是放权，该放的放。\n二是监管，该管的管。\n三是信用，该建的建。二要跟踪服务。三要兑现政策。',
    // The tail of a speech: it begins in the middle.
    '二要加强协调，跟踪服务每一个签约项目，确保落地。\n三要加强督查，每月通报一次进展情况，严格考核。\n（五）优化环境。\n一要简政放权。二要优化服务。',
    '一、二、三产业融合发展，第一、第二产业协调推进，退二进三、腾笼换鸟。',
    '首先要看到成绩。一要坚定信心，二要鼓足干劲。',
  ],
});
