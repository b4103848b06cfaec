import assert from 'node:assert/strict';
import type { ChangedParts, ChangePartsParams, Overview } from '../../server/src/lsp/protocol.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';

const uri = 'untitled:draft';
const draft =
  '在全县推进会上的讲话\n同志们：\n下面，我讲两点意见。\n一、认清形势，增强责任感\n形势逼人。\n二、突出重点，攻坚项目\n要抓两件事：一是抓签约；二是抓落地。\n同志们，让我们共同努力。\n';

describe('language server: parts', () => {
  let client: LanguageClient;
  beforeEach(async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, draft);
  });
  afterEach(() => client.stop());

  const overview = (): Promise<Overview> =>
    client.connection.sendRequest('jianggao/overview', { textDocument: { uri } });
  const change = (params: Partial<ChangePartsParams>): Promise<ChangedParts> =>
    client.connection.sendRequest('jianggao/changeParts', { textDocument: { uri }, version: 1, parts: [], ...params });
  const changed = (answer: ChangedParts): string => {
    const lines = draft.split('\n');
    const offset = ({ line, character }: { line: number; character: number }): number =>
      lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character;
    return [...answer.edits]
      .reverse()
      .reduce(
        (text, { range, newText }) => text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
        draft,
      );
  };

  it('names the roles, and shows the build with what is missing', async () => {
    const { outline, builds } = await overview();
    assert.deepEqual(
      outline[0]!.children.map(({ role }) => role),
      ['认清形势', '突出重点'],
    );
    assert.deepEqual(
      builds[0]!.parts.map(({ name, state }) => [name, state]),
      [
        ['称谓', 'present'],
        ['开场与会议任务', 'present'],
        ['认清形势', 'present'],
        ['突出重点', 'present'],
        ['压实责任', 'missing'],
        ['号召结尾', 'present'],
      ],
    );
  });

  it('moves a part by its place', async () => {
    const { outline } = await overview();
    const [first, second] = outline[0]!.children;
    const answer = await change({
      change: 'move',
      parts: [second!.selection.start],
      target: first!.selection.start,
      where: 'before',
    });
    assert.match(changed(answer), /一、突出重点，攻坚项目\n要抓两件事：一是抓签约；二是抓落地。\n二、认清形势/);
  });

  it('inserts the part that is missing, and the announced count follows', async () => {
    const text = changed(await change({ change: 'role', build: 0, role: 'responsibility' }));
    assert.match(text, /讲三点意见/);
    assert.match(text, /二是抓落地。\n+三、压实责任，确保各项工作落到实处\n+XX。\n+同志们，让我们/);
  });

  it('refuses what cannot be done, and what was asked of another version', async () => {
    const { outline } = await overview();
    const parts = [outline[0]!.children[0]!.selection.start];
    assert.match((await change({ change: 'up', parts })).refused ?? '', /第一项/);
    assert.match((await change({ change: 'down', parts, version: 7 })).refused ?? '', /刚刚改过/);
  });
});
