/** Arbitrary drafts for properties: sound ones cut, doubled and littered with everything that breaks a careless scanner. */
import fc from 'fast-check';
import type { Draft } from './drafts.ts';

/** What writers, web pages, converters and broken programs leave in a draft. */
export const litter: readonly string[] = [
  ...'，。；：、！？“”‘’《》（）【】〔〕[]()"\'…—·,.;:!?#*_`|~-+×%％°$&<>\\/',
  ...'一二三四五六七八九十百千万亿两〇零第是要点个项〇○□某ＸXx①②⑳㈠',
  ...'0123456789０９',
  '一、',
  '（一）',
  '(二)',
  '1.',
  '2、',
  '（1）',
  '一是',
  '二是',
  '一要',
  '首先，',
  '其次，',
  '最后，',
  '第一，',
  '第三、',
  '一个是',
  '另一个是',
  '第1篇：',
  '同志们：',
  '讲三点意见：',
  '“三个转变”',
  '等五个方面',
  '人防、技防、物防三道防线',
  'XX',
  '××',
  '***',
  '____',
  '20XX年',
  '*.8%',
  '（待补）',
  '【待核】',
  '某某同志',
  '17.5亿元',
  '增长8.1%',
  '其中',
  '2月30日',
  '3—5万人',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\u2028',
  '\u2029',
  '\t',
  '　　',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udc00',
  '😀',
  '𠮷',
  'e\u0301',
  '\n12\n',
  '\n- 3 -\n',
  '\n第 4 页 共 9 页\n',
  '招(zhāo)',
  '（shāng）',
  '\n# ',
  '\n## ',
  '**',
  '*',
  '\n- [ ] ',
  '\n```\n',
  '`',
  '\n---\n',
  '\n| a | b |\n| --- | --- |\n',
  '[^1]',
  '[链接](https://example.org/xx)',
  '<!-- jianggao-disable -->',
  '<!-- jianggao-disable-next-line text/pairing -->',
  '<!--',
  '-->',
  '<br>',
  'https://example.org/XX?a=*',
  '锛屼竴',
];

type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'double'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'line ends'; readonly text: string };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const insertion = fc.record({
  kind: fc.constant('insert' as const),
  at: share,
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...litter) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...litter), { maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
});
/** One change to a text; places are shares of its length. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: insertion },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: share, length: fc.nat(60) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('double' as const), at: share, length: fc.nat(200), to: share }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('line ends' as const), text: fc.constantFrom('\r\n', '\r', '\u2028') }),
  },
);

export function mutate(text: string, change: Mutation): string {
  if (change.kind === 'line ends') return text.replace(/\r?\n/g, change.text);
  const at = Math.floor(change.at * (text.length + 1));
  switch (change.kind) {
    case 'insert':
      return text.slice(0, at) + change.text + text.slice(at);
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'double': {
      const to = Math.floor(change.to * (text.length + 1));
      return text.slice(0, to) + text.slice(at, at + change.length) + text.slice(to);
    }
  }
}

/** A piece of one of `drafts`, mutated; now and then nothing but litter. */
export const mutatedDraft = (drafts: readonly Draft[], longest = 2500): fc.Arbitrary<Draft> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .record({
          draft: fc.constantFrom(...drafts),
          from: share,
          length: fc.integer({ min: 20, max: longest }),
          changes: fc.array(mutation, { maxLength: 10 }),
          format: fc.constantFrom('plain' as const, 'markdown' as const),
        })
        .map(({ draft, from, length, changes, format }) => {
          const start = Math.floor(from * draft.text.length);
          return { name: draft.name, text: changes.reduce(mutate, draft.text.slice(start, start + length)), format };
        }),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          parts: fc.array(fc.constantFrom(...litter), { maxLength: 80 }),
          format: fc.constantFrom('plain' as const, 'markdown' as const),
        })
        .map(({ parts, format }) => ({ name: 'litter', text: parts.join(''), format })),
    },
  );
