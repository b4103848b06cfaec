/** Rules as small as can be, for tests of the engine. */
import type { OptionShape } from '../../server/src/engine/options.ts';
import type { Problem } from '../../server/src/engine/problem.ts';
import { defineRule, type Rule, type RuleMeta } from '../../server/src/engine/rule.ts';

const metaOf = (id: string, level: RuleMeta['level']): RuleMeta => ({
  id,
  summary: `查${id}`,
  level,
  description: '供测试用。',
  examples: { wrong: ['⟦错⟧'], right: ['对'] },
});

/** Reports every occurrence of a word, as `more` says. */
export const finds = (
  id: string,
  word: string,
  more: Partial<Problem> = {},
  level: RuleMeta['level'] = { draft: 'info', final: 'error' },
): Rule =>
  defineRule({
    meta: metaOf(id, level),
    *check({ text }) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        yield { start: at, end: at + word.length, message: `“${word}”不对。`, ...more };
    },
  });

/** Yields the given problems, then throws when told to. */
export const yields = (id: string, problems: readonly Problem[], error?: unknown): Rule =>
  defineRule({
    meta: metaOf(id, { draft: 'warning', final: 'warning' }),
    *check() {
      yield* problems;
      if (error !== undefined) throw error;
    },
  });

export const withOptions = <Shape extends OptionShape>(id: string, options: Shape): Rule<Shape> => ({
  meta: metaOf(id, { draft: 'warning', final: 'warning' }),
  options,
  *check() {},
});
