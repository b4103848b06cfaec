/** Names of rules and groups, as people write them in configurations, comments and arguments. */
import type { OptionShape } from './options.ts';
import type { Level, Stage } from './problem.ts';
import { groupOf, type Rule } from './rule.ts';

/** What a configuration needs to know of a rule. */
export interface CatalogueEntry {
  readonly id: string;
  readonly summary: string;
  readonly level: Readonly<Record<Stage, Level>>;
  readonly options: OptionShape;
}

/** The engine's own finding, configured like a rule. */
export const unusedSuppression: CatalogueEntry = {
  id: 'engine/unused-suppression',
  summary: '用不上的忽略注释',
  level: { draft: 'info', final: 'info' },
  options: {},
};

export class Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** Ids by id (itself) and by group. */
  readonly #ids = new Map<string, string[]>();
  readonly #byId: ReadonlyMap<string, CatalogueEntry>;

  constructor(rules: readonly Rule[]) {
    this.entries = [...rules.map(({ meta, options }) => ({ ...meta, options })), unusedSuppression];
    this.#byId = new Map(this.entries.map((entry) => [entry.id, entry]));
    for (const { id } of this.entries) {
      this.#ids.set(id, [id]);
      const group = this.#ids.get(groupOf(id));
      if (group === undefined) this.#ids.set(groupOf(id), [id]);
      else group.push(id);
    }
  }

  get(id: string): CatalogueEntry | undefined {
    return this.#byId.get(id);
  }

  /** The rules that an id or a group names; undefined when there is none. */
  idsOf(name: string): readonly string[] | undefined {
    return this.#ids.get(name);
  }

  /** Names of rules and groups. */
  get names(): readonly string[] {
    return [...this.#ids.keys()];
  }

  /** Chinese: that there is no such rule, and which one may be meant. */
  unknown(name: string): string {
    const meant = this.names.find((known) => known.endsWith(`/${name}`)) ?? nearest(name, this.names);
    return `没有叫“${name}”的规则或规则组${meant === undefined ? '' : `，是不是“${meant}”`}。`;
  }
}

/** The known name that `name` is probably a slip of: at most a third of it, and no more than three characters, differ. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.min(3, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
