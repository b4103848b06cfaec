/**
 * Counts the work of the engine instead of its time: every block that runs (V8's precise coverage) and what strings, regular expressions and
 * collections do inside, by the characters or elements they pass over. Same code, same input, same count. What a regular expression does when it goes
 * back over its tracks is not seen.
 */
import inspector from 'node:inspector';
import v8 from 'node:v8';
import vm from 'node:vm';
import type { Document } from '../../server/src/document/document.ts';
import type { ParagraphFacts } from '../../server/src/document/facts.ts';
import type { check } from '../../server/src/engine/check.ts';
import type { rules } from '../../server/src/rules/index.ts';
import { at } from './repository.ts';

type Callable = (this: unknown, ...args: never[]) => unknown;
type Cost = (self: unknown, result: unknown, args: readonly unknown[], before: number) => number;

const lengthOf = (self: unknown): number => (self as { length: number }).length;
const whole: Cost = (self) => lengthOf(self);
const one: Cost = () => 1;
/** From where the search began to where it ended. */
const found: Cost = (self, result, args) => {
  const from = typeof args[1] === 'number' ? args[1] : 0;
  if (result === true) return lengthOf(args[0]) + (self as string).indexOf(args[0] as string, from) - from;
  return typeof result === 'number' && result >= 0 ? result - from : Math.max(0, lengthOf(self) - from);
};
const matched: Cost = (self, result, args, before) => {
  const regex = self as RegExp;
  const from = regex.global || regex.sticky ? before : 0;
  const match = result as RegExpExecArray | null;
  if (match !== null) return match.index + match[0].length - from;
  return regex.sticky ? 1 : Math.max(0, String(args[0]).length - from);
};

const strings: Readonly<Record<string, Cost>> = {
  charCodeAt: one,
  slice: one,
  startsWith: one,
  endsWith: one,
  indexOf: found,
  includes: found,
  lastIndexOf: (self, result) => (typeof result === 'number' && result >= 0 ? lengthOf(self) - result : lengthOf(self)),
  split: whole,
  repeat: (_self, result) => lengthOf(result),
  trim: whole,
  trimEnd: one,
  trimStart: one,
  toLowerCase: whole,
  normalize: whole,
};
const lists: Readonly<Record<string, Cost>> = {
  indexOf: whole,
  includes: whole,
  map: whole,
  filter: whole,
  find: whole,
  findLast: whole,
  findIndex: whole,
  findLastIndex: whole,
  some: whole,
  every: whole,
  reduce: whole,
  forEach: whole,
  flatMap: whole,
  join: whole,
  concat: (_self, result) => lengthOf(result),
  slice: (_self, result) => lengthOf(result),
  reverse: whole,
  sort: (self) => {
    const n = lengthOf(self);
    return n < 2 ? n : n * 2;
  },
  splice: whole,
  shift: one,
  unshift: whole,
};

/** The engine, compiled anew where blocks are counted. */
export interface CountedEngine {
  readonly Document: typeof Document;
  readonly ParagraphFacts: typeof ParagraphFacts;
  readonly check: typeof check;
  readonly rules: typeof rules;
}

const script = 'counted-engine.js';

/** Counts steps between `open` and `close`; meanwhile everything runs slower. */
export class StepCounter {
  readonly #session = new inspector.Session();

  /** Only code that is compiled after this is counted by blocks. */
  async open(): Promise<CountedEngine> {
    // what V8 throws away of a function that has not run for a while, it counts no more; nor all that it has optimised
    v8.setFlagsFromString('--no-flush-bytecode --no-opt');
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const { build } = await import('esbuild');
    const bundle = await build({
      stdin: {
        contents: `
          export { Document } from './document/document.ts';
          export { ParagraphFacts } from './document/facts.ts';
          export { check } from './engine/check.ts';
          export { rules } from './rules/index.ts';`,
        resolveDir: at('server/src'),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'counted',
      target: 'node20',
    });
    return new vm.Script(`${bundle.outputFiles[0]!.text};counted`, {
      filename: script,
    }).runInThisContext() as CountedEngine;
  }

  close(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
    v8.setFlagsFromString('--opt');
  }

  /** Steps of `work`, which must be synchronous. */
  count(work: () => void): number {
    let steps = 0;
    let inside = false;
    const restore: (() => void)[] = [];
    const instrument = (prototype: object, name: string, cost: Cost): void => {
      const original = Reflect.get(prototype, name) as Callable | undefined;
      if (original === undefined) return;
      const define = (value: Callable): void => {
        Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
      };
      define(function (this: unknown, ...args: never[]): unknown {
        if (inside) return original.apply(this, args);
        const before = this instanceof RegExp ? this.lastIndex : 0;
        const result = original.apply(this, args);
        inside = true;
        steps += cost(this, result, args, before);
        inside = false;
        return result;
      });
      restore.push(() => define(original));
    };
    this.#blocks();
    for (const [name, cost] of Object.entries(strings)) instrument(String.prototype, name, cost);
    for (const [name, cost] of Object.entries(lists)) instrument(Array.prototype, name, cost);
    instrument(RegExp.prototype, 'exec', matched);
    try {
      work();
    } finally {
      for (const undo of restore) undo();
    }
    return steps + this.#blocks();
  }

  /** Blocks of the engine that ran since the last time. */
  #blocks(): number {
    let blocks = 0;
    this.#session.post('Profiler.takePreciseCoverage', (_error, taken) => {
      for (const { url, functions } of taken?.result ?? [])
        if (url === script) for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    });
    return blocks;
  }
}
