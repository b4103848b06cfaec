/**
 * Asks a thread for words. The thread starts with the first question and lives as long as the process: each one that is started anew leaves memory
 * behind. Should it die, the system's segmenter answers from then on.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cut } from '../engine/words.ts';

export interface ThreadQuestion {
  readonly id: number;
  readonly runs: readonly string[];
  /** An office's own words that have not been sent before. */
  readonly words: readonly string[];
}

export interface ThreadAnswer {
  readonly id: number;
  readonly name: string;
  /** Why it is not nodejieba. */
  readonly reason?: string;
  readonly cuts: readonly (readonly Cut[])[];
}

export class SegmenterClient {
  readonly #file: string;
  /** Told once which segmenter it is. */
  readonly #log: (message: string) => void;
  #worker: Worker | undefined;
  #dead = false;
  #told = false;
  #last = 0;
  readonly #sent = new Set<string>();
  readonly #waiting = new Map<number, { readonly runs: readonly string[]; answer(cuts: ThreadAnswer['cuts']): void }>();

  constructor(log: (message: string) => void, file = path.join(__dirname, 'segmenter-thread.js')) {
    this.#log = log;
    this.#file = file;
  }

  /** The words of each run. Never fails. */
  cut(runs: readonly string[], words: readonly string[] = []): Promise<ThreadAnswer['cuts']> {
    if (this.#dead) return this.#bySystem(runs);
    const fresh = words.filter((word) => !this.#sent.has(word));
    for (const word of fresh) this.#sent.add(word);
    const id = ++this.#last;
    return new Promise((answer) => {
      this.#waiting.set(id, { runs, answer });
      this.#thread().postMessage({ id, runs, words: fresh } satisfies ThreadQuestion);
    });
  }

  /** Ends the thread; what was asked is answered all the same. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#give('closed');
    await worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.#file);
    worker.unref();
    worker.on('message', ({ id, name, reason, cuts }: ThreadAnswer) => {
      this.#tell(reason === undefined ? name : `${name} (${reason})`);
      this.#waiting.get(id)?.answer(cuts);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => this.#give(error.message));
    worker.on('exit', (code) => this.#give(`exit ${code}`));
    return (this.#worker = worker);
  }

  #tell(what: string): void {
    if (this.#told) return;
    this.#told = true;
    this.#log(`segmenter: ${what}`);
  }

  /** The thread is gone. */
  #give(reason: string): void {
    if (this.#dead) return;
    this.#dead = true;
    if (reason !== 'closed') this.#log(`segmenter: Intl.Segmenter (the thread ended: ${reason})`);
    for (const { runs, answer } of this.#waiting.values()) void this.#bySystem(runs).then(answer);
    this.#waiting.clear();
  }

  async #bySystem(runs: readonly string[]): Promise<ThreadAnswer['cuts']> {
    const { systemSegmenter } = await import('./segmenter.ts');
    return systemSegmenter().cut(runs);
  }
}
