/**
 * Tests one rule on marked drafts, and refuses tests that could not fail. Also runs the examples of the rule's own documentation.
 *
 *     testRule(announcedCount, {
 *       wrong: [{ text: '讲⟦三点意见⟧：一是……二是……', message: /两项/, fixed: '讲两点意见：一是……二是……' }],
 *       right: ['讲几点意见。'],
 *     });
 */
import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';
import { check } from '../../server/src/engine/check.ts';
import { applyFixes, fixRounds } from '../../server/src/engine/fixes.ts';
import { faultOf, type OptionShape } from '../../server/src/engine/options.ts';
import type { Finding, Fix, Problem, Stage } from '../../server/src/engine/problem.ts';
import type { Rule } from '../../server/src/engine/rule.ts';
import { withWords } from '../../server/src/engine/words.ts';
import { segmenter } from '../../server/src/host/segmenter.ts';
import { dictionary } from './dictionary.ts';
import { mark, unmark } from './marked.ts';

/** Words for rules that ask for them: of nodejieba, or of the system where it is not installed. */
const words = segmenter(dictionary());

interface Circumstances {
  readonly options?: Readonly<Record<string, unknown>>;
  /** `final` when absent. In a `draft`, a ‸ in the text is the writer's cursor. */
  readonly stage?: Stage;
  /** `plain` when absent. */
  readonly format?: Format;
}

export interface WrongCase extends Circumstances {
  /** ⟦…⟧ around every finding. */
  readonly text: string;
  /** The whole message or a pattern in it; a list has one for each finding. */
  readonly message?: string | RegExp | readonly (string | RegExp)[];
  /** `sure` when absent: every finding must be as certain as said here. */
  readonly certainty?: 'sure' | 'likely';
  /** The words at each related place, of all findings in order. */
  readonly related?: readonly string[];
  /** The text after each fix that is offered, applied alone; of all findings in order. Obligatory where there are fixes. */
  readonly fixed?: string | readonly string[];
}

export interface RightCase extends Circumstances {
  readonly text: string;
}

export interface RuleTests {
  readonly wrong: readonly WrongCase[];
  readonly right: readonly (string | RightCase)[];
}

export function testRule<Options extends OptionShape>(rule: Rule<Options>, tests: RuleTests): void {
  const right = tests.right.map((each) => (typeof each === 'string' ? { text: each } : each));
  describe(rule.meta.id, () => {
    it('has cases that differ', () => assertDistinct([...tests.wrong, ...right]));
    for (const each of tests.wrong)
      it(`finds: ${title(each.text)}`, () => {
        assert.ok(each.text.includes('⟦'), 'a wrong case marks what is found with ⟦…⟧');
        assertFindings(rule, each);
      });
    for (const each of right)
      it(`stays silent: ${title(each.text)}`, () => {
        assert.ok(!/[⟦⟧]/.test(each.text), 'a right case marks nothing');
        assertFindings(rule, each);
      });
    for (const text of rule.meta.examples.wrong)
      it(`finds in its documentation: ${title(text)}`, () => {
        assert.ok(text.includes('⟦'), 'a wrong example marks what is found with ⟦…⟧');
        findingsAt(rule, { text, ...(rule.meta.examples.options && { options: rule.meta.examples.options }) });
      });
    for (const text of rule.meta.examples.right)
      it(`stays silent in its documentation: ${title(text)}`, () => {
        findingsAt(rule, { text, ...(rule.meta.examples.options && { options: rule.meta.examples.options }) });
      });
  });
}

const title = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);

export function assertDistinct(cases: readonly (WrongCase | RightCase)[]): void {
  const seen = new Set<string>();
  for (const { text, options, stage, format } of cases) {
    const key = JSON.stringify([unmark(text), options, stage, format]);
    assert.ok(!seen.has(key), `the case stands twice: ${text}`);
    seen.add(key);
  }
}

/** The rule's findings, whose places have been compared with the marks in the text. */
export function findingsAt<Options extends OptionShape>(
  rule: Rule<Options>,
  { text: marked, ...how }: RightCase,
): readonly Finding[] {
  const { text, spans, cursor } = unmark(marked);
  const findings = run(rule, text, how, cursor);
  assert.equal(mark(text, findings), mark(text, spans), findings.map(({ message }) => message).join('\n'));
  for (const finding of findings) assertWellSaid(finding);
  assertSameWithOtherLineEnds(rule, marked, how);
  assertFixable(text, findings, (fixed) => run(rule, fixed, how));
  return findings;
}

/** Line ends are not the draft's words. */
function assertSameWithOtherLineEnds<Options extends OptionShape>(
  rule: Rule<Options>,
  marked: string,
  how: Circumstances,
): void {
  if (!/[^\r]\n/.test(marked)) return;
  const { text, spans, cursor } = unmark(marked.replaceAll(/\r?\n/g, '\r\n'));
  assert.equal(mark(text, run(rule, text, how, cursor)), mark(text, spans), 'the same with \\r\\n');
}

/** Where all that is safe has been fixed, nothing safe to fix may remain. */
function assertFixable(
  text: string,
  findings: readonly Finding[],
  recheck: (text: string) => readonly Finding[],
): void {
  const fixed = [...fixRounds(text, findings, recheck)].at(-1)?.text;
  if (fixed !== undefined)
    assert.deepEqual(applyFixes(fixed, recheck(fixed)).applied, [], 'a safe fix that mends nothing');
}

function run<Options extends OptionShape>(
  rule: Rule<Options>,
  text: string,
  how: Circumstances,
  cursor?: number,
): readonly Finding[] {
  for (const [name, value] of Object.entries(how.options ?? {})) {
    const option = rule.options[name];
    assert.ok(option !== undefined, `no option ${name}`);
    assert.equal(faultOf(option, value), undefined, `option ${name}`);
  }
  const document = new Document(text, { format: how.format ?? 'plain' });
  const first = check(document, [rule], {
    stage: how.stage ?? 'final',
    // A rule that is off by default is tested all the same.
    rules: {
      [rule.meta.id]: {
        ...(rule.meta.level[how.stage ?? 'final'] === 'off' && { level: 'warning' }),
        ...(how.options && { options: how.options }),
      },
    },
    ...(cursor !== undefined && { editing: cursor }),
  });
  const { findings, failures } = withWords(document, first, words);
  for (const { cause } of failures) throw cause;
  return findings;
}

/** Messages are sentences of the house: Chinese, full-width, calm. */
function assertWellSaid({ message, related = [], fixes = [] }: Problem): void {
  for (const said of [message, ...related.map((place) => place.message), ...fixes.map((fix) => fix.title)]) {
    assert.match(said, /\p{Script=Han}/u, `not Chinese: ${said}`);
    assert.doesNotMatch(said, /[!！]/, `no exclamation marks: ${said}`);
    // What stands in quotes is the draft's own.
    assert.doesNotMatch(
      said.replace(/“[^”]*”/gu, '“”'),
      /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u,
      `full-width punctuation: ${said}`,
    );
  }
  assert.match(message, /。”?$/, `a message is whole sentences: ${message}`);
}

/** Everything a case says of the rule's findings. */
export function assertFindings<Options extends OptionShape>(rule: Rule<Options>, wrong: WrongCase): void {
  const findings = findingsAt(rule, wrong);
  const { text } = unmark(wrong.text);
  for (const { certainty = 'sure', message } of findings)
    assert.equal(certainty, wrong.certainty ?? 'sure', `certainty of: ${message}`);
  if (wrong.message !== undefined) {
    const expected =
      typeof wrong.message === 'string' || wrong.message instanceof RegExp
        ? findings.map(() => wrong.message)
        : wrong.message;
    assert.equal(expected.length, findings.length, 'one message for each finding');
    for (const [i, { message }] of findings.entries()) {
      const said = (expected as readonly (string | RegExp)[])[i]!;
      if (typeof said === 'string') assert.equal(message, said);
      else assert.match(message, said);
    }
  }
  if (wrong.related !== undefined)
    assert.deepEqual(
      findings.flatMap(({ related = [] }) => related.map(({ start, end }) => text.slice(start, end))),
      wrong.related,
    );
  const fixes = findings.flatMap((finding) => finding.fixes ?? []);
  for (const fix of fixes) assertFix(text, fix);
  const fixed = fixes.map((fix) => applyFix(text, fix));
  if (wrong.fixed !== undefined || fixes.length > 0)
    assert.deepEqual(
      fixed,
      typeof wrong.fixed === 'string' ? [wrong.fixed] : (wrong.fixed ?? []),
      '`fixed` says what each fix makes of the text',
    );
}

const numerals = /[0-9０-９〇零○一二三四五六七八九十百千万亿两]/g;

function assertFix(text: string, fix: Fix): void {
  assert.notEqual(applyFix(text, fix), text, `a fix that changes nothing: ${fix.title}`);
  if (fix.safety !== 'safe') return;
  const before = fix.edits.map(({ start, end }) => text.slice(start, end)).join('');
  const after = fix.edits.map((edit) => edit.text).join('');
  assert.deepEqual(
    after.match(numerals),
    before.match(numerals),
    `a fix that changes a figure is a suggestion: ${fix.title}`,
  );
}

/** The text with the edits of one fix; they are in order and do not overlap. */
export function applyFix(text: string, fix: Fix): string {
  let result = '';
  let last = 0;
  for (const { start, end, text: replacement } of fix.edits) {
    result += text.slice(last, start) + replacement;
    last = end;
  }
  return result + text.slice(last);
}
