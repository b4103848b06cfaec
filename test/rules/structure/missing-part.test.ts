import { missingPart } from '../../../server/src/rules/structure/missing-part.ts';
import { testRule } from '../../support/rule-tester.ts';

const situation = '认清形势，切实增强责任感和紧迫感\n形势逼人，任务很重。';
const focus = '突出重点，全力抓好项目建设\n要抓签约，抓落地。';
const responsibility = '压实责任，凝聚工作合力\n各级各部门要各负其责。';
const speech = (...parts: string[]): string =>
  `在全县项目建设推进会上的讲话\n同志们：\n今天开会，下面我讲几点意见。\n${parts.map((part, i) => `${'一二三四'[i]!}、${part}\n`).join('')}同志们，让我们共同努力。`;

const unclosed = speech(situation, focus, responsibility).replace('\n同志们，让我们共同努力。', '');

testRule(missingPart, {
  wrong: [
    {
      // All parts are there, the first two in each other's place.
      text: speech(focus, situation, responsibility).replace('二、', '⟦二、⟧'),
      message:
        /“二、认清形势，切实增强责任感和紧迫感”放在了“一、突出重点，全力抓好项目建设”之后，而三段式讲话一般依次是认清形势、突出重点、压实责任/,
      related: ['一、'],
      certainty: 'likely',
    },
    {
      text: unclosed.replace('在全县项目建设推进会上的讲话', '⟦在全县项目建设推进会上的讲话⟧'),
      message: /缺号召结尾/,
      fixed: `${unclosed}\n同志们，做好XX工作责任重大、使命光荣。让我们振奋精神、扎实工作，为XX作出新的更大贡献。`,
    },
    {
      text: '⟦县政府工作报告⟧\n现在，我代表县政府向大会报告工作，请予审议。\n一、工作回顾\n完成了年度任务。\n二、重点工作\n抓好备汛。',
      message: /缺称谓/,
      fixed:
        '县政府工作报告\n各位代表：\n现在，我代表县政府向大会报告工作，请予审议。\n一、工作回顾\n完成了年度任务。\n二、重点工作\n抓好备汛。',
    },
    {
      // 会议结束后 does not end the meeting.
      text: '⟦在座谈会上的主持词⟧\n现在开会。会议有一项议程。\n请张强同志发言。\n会议结束后，请各乡镇主要负责同志留下来。',
      message: /缺小结与散会/,
      fixed:
        '在座谈会上的主持词\n现在开会。会议有一项议程。\n请张强同志发言。\n会议结束后，请各乡镇主要负责同志留下来。\n会后，请各级各部门XX。会议到此结束，散会。',
    },
  ],
  right: [
    // One section of two parts.
    speech(situation, '突出重点，狠抓落实\n要考核。'),
    // A text that a page cuts off may have its closing elsewhere.
    '在项目开工仪式上的致辞\n尊敬的各位领导、各位来宾：\n今天我们欢聚一堂，隆重举行项目开工仪式，我谨代表县委、县政府表示热烈的祝贺，向远道而来的客商朋',
    '在项目开工仪式上的致辞\n尊敬的各位领导、各位来宾：\n今天我们欢聚一堂，我谨代表县委、县政府表示热烈的祝贺，向各位来宾表示欢迎。\n（未完，全文共1662字，当前显示422字）',
    // A review whose heading has no number.
    '县法院工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。\n2023年的主要工作\n去年工作有了进展。\n一、公正司法，服务经济发展\n审结了一批案件。\n二、司法为民，推进法院建设\n办了一批实事。',
    // A paper that speaks to nobody is read by nobody: it needs no salutation.
    '县水利局2023年工作报告\n一、2023年工作回顾\n完成了年度任务。\n二、2024年重点工作\n抓好防汛备汛。',
    // The audience is named before 同志们, in the line of the first sentence; the copy breaks off in the middle of one.
    '在接受督导动员会上的表态发言\n市委督导组各位领导、同志们：今天，督导组正式进驻我局。\n一、提高认识\n我们坚决拥护市委的决定，全面配合督导组的各项工作，主动接受监督，客观真实地反映情况、提出意见，做到总结成绩不夸大，查找问题不',
    speech(situation, focus, responsibility),
    // A heading that could be of two parts proves no order.
    speech('突出重点，提高认识\n要抓紧。', situation, responsibility),
    speech(focus, '统一思想，提高认识，落实责任\n要抓紧。', '强化保障\n要抓实。', '营造环境\n要抓好。'),
    '在座谈会上的主持词\n现在开会。会议有一项议程。\n请张强同志发言。\n会议到此结束，散会。',
  ],
});
