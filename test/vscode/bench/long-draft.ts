// A draft of about ten thousand characters as speeches are built: three parts, five sections in each, run-in lists, announced counts, a blank here and there.
const parts = ['认清形势，增强做好工作的紧迫感', '突出重点，抓实抓细关键环节', '压实责任，凝聚齐抓共管合力'];
const sections = ['招商引资', '项目建设', '乡村振兴', '环境整治', '民生保障'];

export function longDraft(characters = 10_000): string {
  let text =
    '在全县重点工作推进会上的讲话\n\n同志们：\n\n　　今天会议的主要任务是部署重点工作。下面，我讲三点意见。\n\n';
  const share = characters / (parts.length * sections.length);
  parts.forEach((part, i) => {
    text += `${'一二三'[i]}、${part}\n\n　　要抓好五项工作。\n\n`;
    sections.forEach((section, j) => {
      text += `（${'一二三四五'[j]}）持续抓好${section}。`;
      const start = text.length;
      for (let k = 1; text.length < start + share - 60; k++) {
        text += `　　第${k}批任务已经下达，全县完成投资${i + 1}${j}.${k % 10}亿元，由XX镇牵头落实。要做到三个到位：一是责任到位，任务分解到人；二是措施到位，办法具体可行；三是督查到位，问题整改销号。\n`;
      }
      text += '\n';
    });
  });
  return `${text}　　同志们，让我们共同努力，推动各项工作再上新台阶。\n`;
}
