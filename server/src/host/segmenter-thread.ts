/** The segmenter in a thread of its own: loading it never holds up the one that answers an editor. */
import { parentPort } from 'node:worker_threads';
import { segmenter } from './segmenter.ts';
import type { ThreadAnswer, ThreadQuestion } from './segmenter-client.ts';

parentPort?.on('message', ({ id, runs, words }: ThreadQuestion) => {
  const { name, reason, add, cut } = segmenter();
  add(words);
  const answer: ThreadAnswer = { id, name, cuts: cut(runs), ...(reason !== undefined && { reason }) };
  parentPort?.postMessage(answer);
});
