import type { Document } from '../../document/document.ts';
import type { SpeechStructure } from '../../document/structure.ts';
import type { Problem } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { skeletonOf } from '../../engine/skeleton.ts';

/** A part that the speech's profile requires and that is not there. */
export const missingPart = defineRule({
  meta: {
    id: 'structure/missing-part',
    summary: '缺少应有的部分',
    level: { draft: 'info', final: 'info' },
    description: `一类讲稿有一类的写法。三段式讲话要有称谓、认清形势、突出重点、压实责任、号召结尾；致辞要有欢迎和祝愿；表态发言要有决心。

先看讲稿合于哪一种结构：由配置的 \`profile\` 指定，由稿中一行注释 \`jianggao-profile three-part\` 指定（写成 HTML 注释），或从标题和各部分的小标题认出。不合任何一种的，一概不报；从半截开始的节选，只说一句开头不全。同一篇缺几个部分，只报一次。

各部分都在而次序颠倒（先“突出重点”、后“认清形势”），每个小标题又都只合于一个部分的，也报告。`,
    examples: {
      wrong: [
        '⟦在全县项目建设推进会上的讲话⟧\n同志们：\n今天开会，下面我讲两点意见。\n一、认清形势，切实增强责任感和紧迫感\n形势逼人。\n二、突出重点，全力抓好项目建设\n要抓紧。\n同志们，让我们共同努力。',
      ],
      right: [
        '在全县项目建设推进会上的讲话\n同志们：\n下面，我讲三点意见。\n一、认清形势，切实增强责任感\n形势逼人。\n二、突出重点，全力抓好项目建设\n要抓紧。\n三、压实责任，确保落到实处\n要考核。\n同志们，让我们共同努力。',
        '同志们：\n今天讲两件事。\n一、关于招商工作\n要快。\n二、关于环境工作\n要好。',
      ],
    },
  },
  *check(document): Iterable<Problem> {
    for (const structure of document.structure) {
      const { speech, profile, missing } = structure;
      if (speech.midway) {
        const begun = beginsMidway(document, structure);
        if (begun !== undefined) yield begun;
        continue;
      }
      if (profile === undefined) continue;
      if (missing.length === 0) {
        yield* outOfOrder(structure);
        continue;
      }
      const paragraph = document.paragraphs[speech.first]!;
      const { start, end } = speech.title ?? speech.salutation ?? paragraph;
      const names = missing.map(({ part }) => part.name).join('、');
      yield {
        start,
        end,
        message: `这篇${profile.name}缺${names}（${structure.reason}）。请补写；如果本来不需要，可在配置里改用别的结构。`,
        related: structure.parts
          .filter(({ node }) => node !== undefined)
          .map(({ node, part }) => ({ start: node!.start, end: node!.end, message: part.name })),
        fixes: missing.map((gap) => ({
          title: `插入“${gap.part.name}”的提纲`,
          safety: 'suggestion' as const,
          edits: skeletonOf(document, structure, gap),
        })),
        ...(missing.every(({ part }) => part.place === 'closing' || part.place === 'section')
          ? { pending: 'end' as const }
          : {}),
      };
    }
  },
});

/** Parts that are all there, but not in the order of the profile. */
function* outOfOrder({ profile, swapped }: SpeechStructure): Iterable<Problem> {
  if (swapped === undefined) return;
  const [later, earlier] = swapped;
  const order = profile!.parts.filter(({ place }) => place === 'section').map(({ name }) => name);
  yield {
    start: earlier.node!.start,
    end: earlier.node!.end,
    message: `“${earlier.node!.written.marker}${earlier.node!.written.title}”放在了“${later.node!.written.marker}${later.node!.written.title}”之后，而${profile!.name}一般依次是${order.join('、')}。请看两个部分是否放颠倒了。`,
    related: [{ start: later.node!.start, end: later.node!.end, message: later.part.name }],
    certainty: 'likely',
  };
}

/** A speech in a file of several, or a list at its head that does not begin with one: what came before is not here. */
function beginsMidway(document: Document, { speech }: SpeechStructure): Problem | undefined {
  const first = document.outline.nodes.find((node) => node.speech === speech);
  if (
    first?.token === undefined ||
    first.token.value <= 1 ||
    // Two numbers have changed places.
    first.enumeration?.items.some(({ token }) => token?.value === 1) ||
    document.outline.nodes.filter((node) => node.speech === speech).length < 3
  )
    return undefined;
  return {
    start: first.start,
    end: first.end,
    message: `讲稿从“${first.marker}”开始，缺标题、称谓和前面的部分。如果不是有意节选，请补全。`,
    certainty: 'likely',
  };
}
