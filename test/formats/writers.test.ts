import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { GithubWriter } from '../../server/src/formats/github.ts';
import { JsonWriter } from '../../server/src/formats/json.ts';
import type { FileReport, Summary, Writer } from '../../server/src/formats/report.ts';
import { SarifWriter } from '../../server/src/formats/sarif.ts';
import { TextWriter } from '../../server/src/formats/text.ts';
import { finding, reportOf } from '../support/report.ts';
import { sarifSchema } from '../support/sarif-schema.ts';

const text = '同志们：\n下面，我讲四点意见。\n一、认清形势\n三、压实责任，100%落实';
const announced = finding(text, '四点意见', {
  rule: 'numbers/announced-count',
  severity: 'error',
  message: '“四点意见”只列了2项。请核对。',
  related: [
    { start: text.indexOf('一、'), end: text.indexOf('一、') + 2, message: '第1项' },
    { start: text.indexOf('三、'), end: text.indexOf('三、') + 2, message: '第2项' },
  ],
  fixes: [
    {
      title: '改为“两点意见”',
      safety: 'suggestion',
      edits: [{ start: text.indexOf('四点'), end: text.indexOf('四点') + 1, text: '两' }],
    },
  ],
});
const skipped = finding(text, '三、', {
  message: '缺“二、”，100%如此，\n请核对。',
  certainty: 'likely',
  severity: 'info',
});
const sound = reportOf(text, [announced, skipped]);
const unread: FileReport = {
  path: '坏 文件.txt',
  findings: [],
  errors: [{ code: 'undecodable', message: '坏 文件.txt：不是文本' }],
};
const misconfigured: FileReport = {
  path: 'jianggao.json',
  findings: [],
  errors: [{ code: 'configuration', message: '不认识“rule”。', line: 3, column: 5 }],
};
const summary: Summary = { files: 2, errors: 1, warnings: 0, infos: 1 };

const write = (writer: Writer, reports: readonly FileReport[]): string =>
  writer.begin() + reports.map((report) => writer.file(report)).join('') + writer.end(summary);

describe('the JSON report', () => {
  it('is the contract', () => {
    assert.deepEqual(JSON.parse(write(new JsonWriter(), [sound, unread])), {
      schema: 1,
      files: [
        {
          path: '送审/讲稿.md',
          encoding: 'utf-8',
          findings: [
            {
              rule: 'numbers/announced-count',
              severity: 'error',
              start: 10,
              end: 14,
              line: 2,
              column: 6,
              message: '“四点意见”只列了2项。请核对。',
              certainty: 'sure',
              related: [
                { start: 16, end: 18, line: 3, column: 1, message: '第1项' },
                { start: 23, end: 25, line: 4, column: 1, message: '第2项' },
              ],
              fixes: [{ title: '改为“两点意见”', safety: 'suggestion', edits: [{ start: 10, end: 11, text: '两' }] }],
              fingerprint: '0123456789abcdef',
            },
            {
              rule: 'structure/numbering',
              severity: 'info',
              start: 23,
              end: 25,
              line: 4,
              column: 1,
              message: '缺“二、”，100%如此，\n请核对。',
              certainty: 'likely',
              related: [],
              fixes: [],
              fingerprint: '0123456789abcdef',
            },
          ],
          errors: [],
        },
        { path: '坏 文件.txt', findings: [], errors: [{ code: 'undecodable', message: '坏 文件.txt：不是文本' }] },
      ],
      summary: { files: 2, errors: 1, warnings: 0, infos: 1 },
    });
  });
  it('is an object when there is no draft', () => assert.deepEqual(JSON.parse(write(new JsonWriter(), [])).files, []));
});

describe('the SARIF report', () => {
  const rules = [
    { id: 'numbers/announced-count', summary: '列数不符', level: 'error' },
    { id: 'structure/numbering', summary: '序号不连续', level: 'warning' },
    { id: 'numbers/style', summary: '数字写法', level: 'off' },
  ] as const;
  const log = JSON.parse(write(new SarifWriter('0.1.0', rules), [sound, unread, misconfigured]));
  const [run] = log.runs;

  it('is valid', () => {
    const ajv = new Ajv({
      allErrors: true,
      formats: { uri: /^[a-z][a-z+.-]*:\S+$/, 'uri-reference': /^[\x21-\x7e]*$/ },
    });
    const validate = ajv.compile(sarifSchema);
    for (const each of [log, JSON.parse(write(new SarifWriter('0.1.0', rules), []))]) {
      validate(each);
      assert.deepEqual(validate.errors ?? [], []);
    }
  });
  it('places findings by UTF-16 columns and names files by URI', () => {
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run.results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: `${encodeURIComponent('送审')}/${encodeURIComponent('讲稿')}.md` },
      region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 10 },
    });
  });
  it('gives level, rule, related places, fixes and fingerprint', () => {
    const [first, second] = run.results;
    assert.deepEqual([first.level, second.level], ['error', 'note']);
    assert.deepEqual(
      [first.ruleId, first.ruleIndex, run.tool.driver.rules[second.ruleIndex].id],
      ['numbers/announced-count', 0, 'structure/numbering'],
    );
    assert.deepEqual(
      first.relatedLocations.map(({ message }: { message: { text: string } }) => message.text),
      ['第1项', '第2项'],
    );
    assert.deepEqual(first.fixes[0].artifactChanges[0].replacements, [
      { deletedRegion: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 7 }, insertedContent: { text: '两' } },
    ]);
    assert.deepEqual(first.partialFingerprints, { 'jianggao/v1': '0123456789abcdef' });
  });
  it('says what could not be done', () => {
    const [invocation] = run.invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.deepEqual(
      invocation.toolExecutionNotifications.map((n: { descriptor: object }) => n.descriptor),
      [{ id: 'undecodable' }, { id: 'configuration' }],
    );
    assert.deepEqual(invocation.toolExecutionNotifications[1].locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 5,
    });
  });
});

describe('the GitHub report', () => {
  it('is workflow commands, escaped', () =>
    assert.equal(
      write(new GithubWriter(), [sound, unread, misconfigured]),
      '::error file=送审/讲稿.md,line=2,endLine=2,col=6,endColumn=10,title=numbers/announced-count::“四点意见”只列了2项。请核对。\n' +
        '::notice file=送审/讲稿.md,line=4,endLine=4,col=1,endColumn=3,title=structure/numbering::缺“二、”，100%25如此，%0A请核对。\n' +
        '::error file=坏 文件.txt,title=undecodable::坏 文件.txt：不是文本\n' +
        '::error file=jianggao.json,line=3,col=5,title=configuration::不认识“rule”。\n',
    ));
  it('gives columns only within a line', () => {
    const whole = finding(text, '意见。\n一、', { message: '跨行。' });
    assert.match(write(new GithubWriter(), [reportOf(text, [whole])]), /line=2,endLine=3,title=/);
  });
});

describe('the text report', () => {
  it('groups by draft: message, clickable place, words in their context, related places', () =>
    assert.equal(
      write(new TextWriter(), [sound, unread]),
      '送审/讲稿.md  错误 1、提示 1\n' +
        '错误  “四点意见”只列了2项。请核对。  numbers/announced-count\n' +
        '      送审/讲稿.md:2:6  下面，我讲⟦四点意见⟧。\n' +
        '      参见 3:1 第1项；4:1 第2项\n' +
        '提示  缺“二、”，100%如此，\n请核对。  structure/numbering\n' +
        '      送审/讲稿.md:4:1  ⟦三、⟧压实责任，100%落实\n' +
        '\n' +
        '坏 文件.txt  \n' +
        '失败  坏 文件.txt：不是文本\n' +
        '\n' +
        '共 2 份讲稿：错误 1、提示 1；1 份没有核查成。\n',
    ));

  it('puts hints last', () => {
    const hint = finding(text, '同志们', { severity: 'info', message: '提示在前。' });
    const out = write(new TextWriter(), [reportOf(text, [hint, announced])]);
    assert.ok(out.indexOf('只列了2项') < out.indexOf('提示在前'));
  });

  it('makes one block of many blanks, one line for each missing thing', () => {
    const draft = '刚才，XX同志通报了情况。到位资金XX亿元，增长X%。XX县要带头，XX县要争先。';
    const blanks = [...draft.matchAll(/X+/g)].map(({ index, 0: words }) =>
      finding(draft, words, {
        rule: 'placeholders/unfilled',
        severity: 'error',
        start: index,
        end: index + words.length,
        message: `“${words}”待填。`,
      }),
    );
    const out = write(new TextWriter({ blankRules: ['placeholders/unfilled'] }), [reportOf(draft, blanks)]);
    assert.match(out, /^送审\/讲稿.md {2}错误 5（待填 5）\n错误 {2}还有 5 处待填，共 4 项。/);
    assert.equal(out.match(/⟦/g)?.length, 4);
    assert.match(out, /（2 处） .*⟦XX⟧县要带头，/);
    assert.doesNotMatch(out, /“XX”待填/);
  });

  it('leaves few blanks among the other findings', () => {
    const draft = '刚才，XX同志通报了情况。';
    const blank = finding(draft, 'XX', { rule: 'placeholders/unfilled', severity: 'error', message: '“XX”待填。' });
    assert.match(
      write(new TextWriter({ blankRules: ['placeholders/unfilled'] }), [reportOf(draft, [blank])]),
      /“XX”待填。/,
    );
  });

  it('breaks messages at the width of the terminal, under themselves', () => {
    const long = {
      ...announced,
      message: '“四点意见”与所列不符：说的是4项，列出2项。请核对是数目写错，还是漏写了一项。',
    };
    for (const line of write(new TextWriter({ columns: 60 }), [reportOf(text, [long])])
      .split('\n')
      .slice(1, 4))
      assert.ok([...line].length <= 60, line);
    assert.match(write(new TextWriter({ columns: 60 }), [reportOf(text, [long])]), /\n {6}\S*漏写了一项。/);
  });

  it('colours by severity, and then needs no marks', () => {
    const colors = {
      bold: (s: string) => `<b>${s}</b>`,
      dim: (s: string) => s,
      red: (s: string) => `<r>${s}</r>`,
      yellow: (s: string) => `<y>${s}</y>`,
      cyan: (s: string) => `<c>${s}</c>`,
      green: (s: string) => s,
      underline: (s: string) => `<u>${s}</u>`,
      isColorSupported: true,
    };
    const out = write(new TextWriter({ colors }), [sound]);
    assert.match(out, /<b><r>错误<\/r><\/b>/);
    assert.match(out, /我讲<u><b><r>四点意见<\/r><\/b><\/u>。/);
    assert.doesNotMatch(out, /⟦/);
  });

  it('says when all is well', () =>
    assert.equal(
      new TextWriter().file(reportOf(text, [])) + new TextWriter().end({ files: 3, errors: 0, warnings: 0, infos: 0 }),
      '共 3 份讲稿：没有发现问题。\n',
    ));
});
