/**
 * Words for open drafts. Nobody waits for them: a check goes on without those that are not known yet, and is told when they are there. What was cut once is
 * kept, so that typing elsewhere in a draft asks nothing anew.
 */
import type { Document } from '../document/document.ts';
import type { CheckResult } from '../engine/check.ts';
import { type Cut, WordRequest } from '../engine/words.ts';
import { SegmenterClient } from '../host/segmenter-client.ts';

/** Runs that are kept; far more than the candidates of all open drafts. */
const most = 4000;

export class WordStore {
  readonly #client: SegmenterClient;
  readonly #known = new Map<string, readonly Cut[]>();

  constructor(log: (message: string) => void, client = new SegmenterClient(log)) {
    this.#client = client;
  }

  /** `own`: words of an office's own. The result with its words where they are known; else as it is, and `later` is called when they have become known. */
  now(document: Document, result: CheckResult, own: readonly string[], later: () => void): CheckResult {
    if (result.wanted === undefined) return result;
    const request = new WordRequest(document, result.wanted.spans);
    const cuts = this.#lookUp(request);
    if (cuts !== undefined) return result.wanted.complete(request.answer(cuts));
    void this.#ask(request, own).then(later);
    return result;
  }

  /** The result with its words. */
  async whole(document: Document, result: CheckResult, own: readonly string[]): Promise<CheckResult> {
    if (result.wanted === undefined) return result;
    const request = new WordRequest(document, result.wanted.spans);
    await this.#ask(request, own);
    return result.wanted.complete(request.answer(this.#lookUp(request) ?? []));
  }

  #lookUp({ runs }: WordRequest): readonly (readonly Cut[])[] | undefined {
    const cuts: (readonly Cut[])[] = [];
    for (const run of runs) {
      const cut = this.#known.get(run);
      if (cut === undefined) return undefined;
      cuts.push(cut);
    }
    return cuts;
  }

  async #ask({ runs }: WordRequest, own: readonly string[]): Promise<void> {
    const unknown = [...new Set(runs)].filter((run) => !this.#known.has(run));
    if (unknown.length === 0) return;
    const cuts = await this.#client.cut(unknown, own);
    if (this.#known.size > most) this.#known.clear();
    for (const [i, run] of unknown.entries()) this.#known.set(run, cuts[i] ?? []);
  }
}
