/** What holds of all rules together on any text: random ones, and sound drafts cut, doubled and turned around at random. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, type Format } from '../../server/src/document/document.ts';
import { type CheckSettings, check } from '../../server/src/engine/check.ts';
import { applyFixes, fixRounds, replace } from '../../server/src/engine/fixes.ts';
import type { Finding } from '../../server/src/engine/problem.ts';
import { rules } from '../../server/src/rules/index.ts';
import { soundDrafts } from '../support/drafts.ts';

const pieces = (
  '一、|二、|三、|（一）|（二）|(三)|1.|2.|（1）|①|第一，|第二，|第三组是|一是|二是|三要|首先|其次|再次|最后|一个是|另一个是|一方面|' +
  '讲三点意见|“三个转变”|五方面工作|以下四个方面|X|XX|××|*|**|某|某某|○○|＿＿|……|（待补）|【待核】|20XX年|X月X日|第X届|同志|市委|县|亿元|万元|个|%|个百分点|' +
  '12.5|3|100|二〇二六年|6月30日|星期三|增长|其中|等|占|同比|约|左右|—|～|“|”|‘|’|《|》|（|）|「|」|"|(|)|，|。|；|：|、|！|？|,|.|;|:|' +
  '同志们：|各位领导：|谢谢大家|抓好|坚持|推进|项目建设|招商引资|的|了|要|認識形勢|(guān)|X光|3×5|退二进三|第一要务|\n|\n\n|\r\n|\r|\u2028|　　| |\t|\0|\ufeff|\u200b|\ud83d\ude00|\ud800|' +
  '# |## |- |> || |```|---|[^1]|- [ ] |<!-- jianggao-disable -->|<!-- jianggao-disable-next-line text -->|<!-- jianggao-enable -->|<!--|-->|https://example.com/x_y'
).split('|');

const format = fc.constantFrom<Format>('plain', 'markdown');
const randomText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

const sound = soundDrafts().map(({ text }) => text.slice(0, 3000));
/** A sound draft with one slice of it taken out, doubled, or moved. */
const mutatedText = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.nat(),
    fc.nat(200),
    fc.nat(),
    fc.constantFrom('cut', 'double', 'move', 'insert'),
    randomText,
  )
  .map(([text, at, length, to, how, inserted]) => {
    const start = at % text.length;
    const slice = text.slice(start, start + length);
    const without = text.slice(0, start) + text.slice(start + length);
    switch (how) {
      case 'cut':
        return without;
      case 'double':
        return text.slice(0, start) + slice + text.slice(start);
      case 'move':
        return without.slice(0, to % (without.length + 1)) + slice + without.slice(to % (without.length + 1));
      default:
        return text.slice(0, start) + inserted + text.slice(start);
    }
  });

const final: CheckSettings = { stage: 'final' };

function findingsOf(text: string, kind: Format, settings = final, previous?: Document): readonly Finding[] {
  const document = new Document(text, { format: kind, ...(previous && { previous }) });
  const { findings, failures } = check(document, rules, settings);
  for (const { rule, cause } of failures) throw new Error(`${rule} failed on ${JSON.stringify(text)}`, { cause });
  return findings;
}

const splitsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) && at > 0;
const key = ({ rule, start, end }: Finding): string => `${rule} ${start}-${end}`;

for (const [name, texts, runs] of [
  ['random text', randomText, 400],
  ['sound drafts cut up', mutatedText, 60],
] as const)
  describe(`all rules, on ${name}`, () => {
    const holds = (property: (text: string, kind: Format) => void): void =>
      fc.assert(fc.property(texts, format, property), { numRuns: runs });

    it('finish, and report places that are whole characters', () =>
      holds((text, kind) => {
        for (const { start, end, related = [], fixes = [] } of findingsOf(text, kind))
          for (const span of [{ start, end }, ...related, ...fixes.flatMap(({ edits }) => edits)])
            assert.ok(!splitsPair(text, span.start) && !splitsPair(text, span.end), `${span.start}–${span.end}`);
      }));
    it('say the same of the same text, checked anew or after another version of it', () =>
      holds((text, kind) => {
        const once = findingsOf(text, kind);
        assert.deepEqual(findingsOf(text, kind), once);
        const previous = new Document(text.slice(0, text.length >> 1) + text.slice((text.length >> 1) + 3), {
          format: kind,
        });
        check(previous, rules, final);
        assert.deepEqual(findingsOf(text, kind, final, previous), once);
      }));
    it('say nothing of a draft that they would not say of what is final', () =>
      holds((text, kind) => {
        const said = new Set(findingsOf(text, kind).map(key));
        for (const finding of findingsOf(text, kind, { stage: 'draft', editing: text.length >> 1 }))
          assert.ok(said.has(key(finding)), `${key(finding)}: ${finding.message}`);
      }));
    it('offer fixes that change the text', () =>
      holds((text, kind) => {
        for (const { fixes = [] } of findingsOf(text, kind))
          for (const { edits, title } of fixes) assert.notEqual(replace(text, edits), text, title);
      }));
    it('have nothing left that is safe to fix, once that is fixed', () =>
      holds((text, kind) => {
        const recheck = (changed: string) => findingsOf(changed, kind);
        const fixed = [...fixRounds(text, recheck(text), recheck)].at(-1)?.text ?? text;
        assert.deepEqual(applyFixes(fixed, recheck(fixed)).applied, []);
      }));
  });
