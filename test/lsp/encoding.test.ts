import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { encodeAfter, encodingOf } from '../../server/src/lsp/encoding.ts';
import { StreamWriter } from '../../server/src/lsp/message-writer.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const diagnostic = fc.string({ unit: 'binary', maxLength: 6 }).map((message): Diagnostic => ({ range, message }));
const jsonOf = (list: readonly Diagnostic[]): unknown => JSON.parse(`[${encodingOf(list)!.bytes.toString('utf8')}]`);

/** What a writer sends of one message: its head and its body. */
async function sent(message: object): Promise<{ head: string; body: unknown; writes: number }> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await new StreamWriter(stream).write({ jsonrpc: '2.0', ...message } as { jsonrpc: '2.0' });
  const all = Buffer.concat(chunks);
  const end = all.indexOf('\r\n\r\n') + 4;
  const head = all.subarray(0, end).toString('latin1');
  assert.equal(head, `Content-Length: ${all.length - end}\r\n\r\n`);
  return { head, body: JSON.parse(all.subarray(end).toString('utf8')), writes: chunks.length };
}

describe('lists of diagnostics as they are sent', () => {
  it('are what they would be without the lists before them', () => {
    const step = fc.record({
      from: fc.nat(8),
      remove: fc.nat(4),
      add: fc.array(diagnostic, { maxLength: 4 }),
      look: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(diagnostic, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), (first, steps) => {
        let list = first;
        encodeAfter(list, undefined);
        for (const { from, remove, add, look } of steps) {
          if (look) assert.deepEqual(jsonOf(list), list);
          const next = [...list];
          next.splice(from, remove, ...add);
          encodeAfter(next, list);
          list = next;
        }
        assert.deepEqual(jsonOf(list), list);
      }),
    );
  });

  it('stand in their message, whichever way they are told', async () => {
    const list: Diagnostic[] = [{ range, message: '“diagnostics":[],"items":[]”' }];
    encodeAfter(list, undefined);
    for (const message of [
      {
        method: 'textDocument/publishDiagnostics',
        params: { uri: 'untitled:"diagnostics":[]', version: 3, diagnostics: list },
      },
      { id: 3, result: { kind: 'full', resultId: '"items":[]', items: list } },
      { id: 4, result: { kind: 'full', items: [] } },
      { method: 'textDocument/publishDiagnostics', params: { uri: 'untitled:b', diagnostics: [] } },
      { id: 5, result: null },
      { id: 6, error: { code: -32800, message: '已取消' } },
    ]) {
      const { body, writes } = await sent(message);
      assert.deepEqual(body, { jsonrpc: '2.0', ...message });
      assert.equal(writes, 1, 'head and body wake the client once');
    }
  });
});
