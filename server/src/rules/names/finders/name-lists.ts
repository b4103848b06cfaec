/** Lists of persons in a speech: three and more that only their titles and 、 set apart. */
import type { Document, Paragraph } from '../../../document/document.ts';
import type { ParagraphFacts } from '../../../document/facts.ts';
import { postOf } from '../../../document/persons.ts';
import type { Speech } from '../../../document/speeches.ts';
import { addressed } from './mentions.ts';

interface Listed {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
export interface List {
  readonly paragraph: Paragraph;
  readonly persons: readonly Listed[];
}

/** The first characters of the names that are looked for; all zero but while lists are read. */
const firsts = new Uint8Array(0x10000);

/** Runs of three persons and more that only their titles and 、 set apart. Who spoke first is another order. */
export function listsOf({ paragraphs }: Document, { first, end }: Speech, names: readonly string[]): readonly List[] {
  const byFirst = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const known = byFirst.get(name[0]!);
    if (known === undefined) byFirst.set(name[0]!, [name]);
    else known.push(name);
  }
  const lists: List[] = [];
  const looked = lookedThrough(names);
  for (const name of names) firsts[name.charCodeAt(0)] = 1;
  for (let i = first; i < end; i++) {
    const paragraph = paragraphs[i]!;
    let runs = looked.get(paragraph.facts);
    if (runs === undefined) looked.set(paragraph.facts, (runs = runsIn(paragraph.facts.reading.text, byFirst)));
    for (const persons of runs) lists.push({ paragraph, persons });
  }
  for (const name of names) firsts[name.charCodeAt(0)] = 0;
  return lists;
}

type Runs = readonly (readonly Listed[])[];
/** What was found in paragraphs, by the names that were looked for; most keystrokes change none. */
const lookedFor = new Map<string, WeakMap<ParagraphFacts, Runs>>();
/** Sets of names that are kept: those of a few speeches. */
const mostSets = 16;

function lookedThrough(names: readonly string[]): WeakMap<ParagraphFacts, Runs> {
  const key = names.join(' ');
  let looked = lookedFor.get(key);
  if (looked === undefined) {
    if (lookedFor.size >= mostSets) lookedFor.clear();
    lookedFor.set(key, (looked = new WeakMap()));
  }
  return looked;
}

const noRuns: Runs = [];

function runsIn(text: string, byFirst: ReadonlyMap<string, readonly string[]>): Runs {
  const runs: Listed[][] = [];
  let run: Listed[] = [];
  const close = (): void => {
    const last = run.at(-1);
    if (last !== undefined && run.length >= 3 && !/先后|分别|依次|轮流/.test(text.slice(last.end, last.end + 12)))
      runs.push(run);
    run = [];
  };
  for (let at = 0; at < text.length; at++) {
    if (firsts[text.charCodeAt(at)] === 0) continue;
    const name = byFirst.get(text[at]!)?.find((each) => text.startsWith(each, at));
    if (name === undefined) continue;
    const last = run.at(-1);
    if (last !== undefined && !goesOnAfter(text, last.end, at)) close();
    run.push({ name, start: at, end: at + name.length });
    at += name.length - 1;
  }
  close();
  return runs.length === 0 ? noRuns : runs;
}

const joint = /^(?:[、，和]|以及)/;

/** Whether nothing but titles and a 、 lies between two persons. */
function goesOnAfter(text: string, from: number, to: number): boolean {
  if (to - from > 48) return false;
  let between = text.slice(from, to);
  const mark = between.search(/[、，和]|以及/);
  if (mark < 0) return false;
  if (mark > 0 && !addressed.test(between.slice(0, mark)) && postOf(between.slice(0, mark)) === undefined) return false;
  between = between.slice(mark).replace(joint, '');
  return between === '' || (!/[，。；：]/.test(between) && postOf(between) !== undefined);
}
