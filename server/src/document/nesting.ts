/**
 * The nesting of a speech's markers, resolved for the whole speech at once: a beam search over stacks of open lists. Every marker either
 * continues an open list, opens a list inside an open item, or is no marker at all; each choice has a cost (nesting-costs.ts), and the cheapest
 * reading of the whole speech wins. So a 二要 after 一个是…二是…三是 finds its 一要 again, and a skipped number is seen as skipped rather than as a
 * new list.
 */
import {
  abandonment,
  anew,
  type Candidate,
  type Choice,
  closing,
  continuation,
  dueIn,
  dueInside,
  type Frame,
  firmVerbs,
  isBack,
  type NumberFault,
  numbering,
  opening,
  rankOf,
  rejection,
  sameBefore,
  sameStyle,
  scriptOf,
} from './nesting-costs.ts';
import type { MarkerForm } from './tokens.ts';

/** What became of an accepted candidate. */
export interface Placement extends Choice {
  readonly parent: Placement | undefined;
  /** Its place among the placements, and that of its candidate among the candidates. */
  readonly order: number;
  readonly from: number;
}

interface State {
  readonly cost: number;
  readonly top: Frame | undefined;
  readonly lists: number;
  readonly placed: Trail | undefined;
}

interface Trail {
  readonly choice: Choice;
  readonly before: Trail | undefined;
}

const beam = 12;
const slack = 4;
/** The resolved candidates of one speech. */
export interface Nesting {
  readonly candidates: readonly Candidate[];
  readonly midway: boolean;
  readonly placements: readonly Placement[];
}

/**
 * Resolves the candidates of one speech, in text order. `midway`: the speech begins in the middle, so a list may begin with any number. Where an earlier
 * version of the draft had the same markers in the same places, its answer is taken over.
 */
export function resolveNesting(
  candidates: readonly Candidate[],
  midway: boolean,
  earlier: readonly Nesting[] = [],
): Nesting {
  for (const known of earlier)
    if (known.midway === midway && sameCandidates(known.candidates, candidates))
      return samePlaces(known.candidates, candidates)
        ? known
        : { candidates, midway, placements: transferred(known, candidates) };
  return { candidates, midway, placements: settled(search(candidates, midway), candidates) };
}

function sameCandidates(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!;
    const q = b[i]!;
    if (p.level !== q.level || p.announced !== q.announced || p.turned !== q.turned) return false;
    if (i > 0 && p.paragraph - a[i - 1]!.paragraph !== q.paragraph - b[i - 1]!.paragraph) return false;
    const s = p.token;
    const t = q.token;
    if (
      s !== t &&
      (s.form !== t.form ||
        s.variant !== t.variant ||
        s.value !== t.value ||
        s.leading !== t.leading ||
        s.before !== t.before)
    )
      return false;
  }
  return true;
}

/** Whether candidates that are as good as the same are the same altogether. */
function samePlaces(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  for (let i = 0; i < a.length; i++)
    if (a[i]!.token !== b[i]!.token || a[i]!.paragraph !== b[i]!.paragraph) return false;
  return true;
}

function transferred({ placements }: Nesting, candidates: readonly Candidate[]): readonly Placement[] {
  const made: Placement[] = [];
  for (const { list, parent, fault, expected, order, from } of placements)
    made.push({
      candidate: candidates[from]!,
      list,
      parent: parent === undefined ? undefined : made[parent.order],
      fault,
      expected,
      order,
      from,
    });
  return made;
}

function settled(choices: readonly Choice[], candidates: readonly Candidate[]): readonly Placement[] {
  const made = new Map<Choice, Placement>();
  let from = 0;
  return choices.map((choice, order) => {
    const { candidate, list, parent, fault, expected } = choice;
    while (candidates[from] !== candidate) from++;
    const placement: Placement = {
      candidate,
      list,
      parent: parent === undefined ? undefined : made.get(parent),
      fault,
      expected,
      order,
      from,
    };
    made.set(choice, placement);
    return placement;
  });
}

function search(all: readonly Candidate[], midway: boolean): readonly Choice[] {
  const candidates = withPartners(all);
  let states: State[] = [{ cost: 0, top: undefined, lists: 0, placed: undefined }];
  const seen = new Set<MarkerForm>();
  for (const candidate of candidates) {
    const next = new Successors();
    const anyStart = midway && !seen.has(candidate.token.form) && !beginsHere(candidate);
    for (const state of states) expand(state, candidate, anyStart, next);
    seen.add(candidate.token.form);
    states = prune(next, candidate);
  }
  let best = states[0]!;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const state of states) {
    let cost = state.cost;
    for (let f = state.top; f !== undefined; f = f.below) cost += closing(f);
    if (cost < bestCost) {
      best = state;
      bestCost = cost;
    }
  }
  const choices: Choice[] = [];
  for (let trail = best.placed; trail !== undefined; trail = trail.before) choices.push(trail.choice);
  return choices.reverse();
}

/** Whether a colon right before it says that its list begins there, even if the beginning of the speech was cut off. */
const beginsHere = ({ token: { leading, before }, announced }: Candidate): boolean =>
  announced || (!leading && (before === '：' || before === ':'));

/** How far apart, in paragraphs, two neighbours of a list of weak markers may stand. */
const reach = 12;

/** Leaves out weak candidates (首先, 第三, 一个是, 一靠) that have no neighbour of the next or the last number anywhere near. */
function withPartners(candidates: readonly Candidate[]): readonly Candidate[] {
  const weak = (c: Candidate): boolean =>
    c.level === 0 &&
    (c.token.form === 'series' ||
      c.token.form === 'pair' ||
      (c.token.form === 'ordinal' && c.token.variant === '') ||
      (c.token.form === 'verb' && !firmVerbs.has(c.token.variant)) ||
      scriptOf(c.token.variant) !== '');
  if (!candidates.some(weak)) return candidates;
  const family = ({ token }: Candidate): string =>
    scriptOf(token.variant) !== ''
      ? token.variant
      : token.form === 'series' || token.form === 'ordinal'
        ? 'ordinal'
        : token.form === 'verb' && token.variant !== '是'
          ? token.variant
          : token.form === 'pair'
            ? 'pair'
            : token.form;
  const partnered = new Set<Candidate>();
  // Both are of one family (or 一个是 … 二是) and of neighbouring numbers; 最后 and 另一个是 follow any.
  const neighbours = (a: Candidate, b: Candidate): boolean =>
    (family(a) === family(b) || (a.token.form === 'pair' && b.token.form === 'verb')) &&
    (b.token.value < 0
      ? a.token.value >= 2
      : b.token.value === 0 || b.token.value === a.token.value + 1 || (a.token.value <= 0 && b.token.value > 1));
  const recent: Candidate[] = [];
  for (const c of candidates) {
    while (recent.length > 0 && (c.paragraph - recent[0]!.paragraph > reach || recent.length > 24)) recent.shift();
    for (const r of recent)
      if (neighbours(r, c)) {
        partnered.add(r);
        partnered.add(c);
      }
    recent.push(c);
  }
  return candidates.filter((c) => !weak(c) || partnered.has(c));
}

/** A way to go on: `frame` takes the candidate (`goOn`), a list opens inside it, or the candidate is no marker. Most are dropped before a state is made. */
interface Step {
  readonly cost: number;
  readonly state: State;
  readonly kind: 'goOn' | 'open' | 'reject';
  readonly frame: Frame | undefined;
  /** The list left behind beside which it stands. */
  readonly sibling: Frame | undefined;
  readonly fault: NumberFault | undefined;
  /** Of a list that opens: see Frame. */
  readonly again: boolean;
}

/** Steps that may be taken, without those that are already too dear. */
class Successors {
  readonly steps: Step[] = [];
  cheapest = Number.POSITIVE_INFINITY;
  affords(cost: number): boolean {
    if (cost < this.cheapest) this.cheapest = cost;
    return cost <= this.cheapest + slack;
  }
}

function expand(state: State, candidate: Candidate, anyStart: boolean, into: Successors): void {
  const { token } = candidate;
  const rank = rankOf(candidate);
  const rejected = state.cost + rejection(candidate);
  let popped = 0;
  let abandoned = 0;
  /** The list beside which a new one would open. */
  let sibling: Frame | undefined;
  /** Whether a list that looks like the new one would be left behind with one item. */
  let besideOne = false;
  for (let frame = state.top; ; frame = frame.below) {
    if (frame !== undefined) {
      const cost = continuation(frame, sibling, candidate, rank);
      if (cost !== undefined) {
        const { cost: numberCost, fault } = numbering(frame, token.value);
        const doubt = fault === 'skipped' && rank !== undefined && dueIn(sibling, candidate) ? dueInside : 0;
        const total = state.cost + popped + cost + numberCost + doubt;
        if (into.affords(total))
          into.steps.push({ cost: total, state, kind: 'goOn', frame, sibling, fault, again: false });
      }
    }
    const before = sibling === undefined ? undefined : sameBefore(sibling, candidate);
    besideOne ||= before?.count === 1;
    const cost =
      opening(frame, candidate, rank, anyStart, besideOne) +
      (before !== undefined && before !== sibling && rank !== undefined ? anew(rank) : 0);
    const total = state.cost + popped + abandoned + cost;
    if (into.affords(total)) {
      const again = besideOne || before !== undefined || (frame !== undefined && sameStyle(frame, candidate));
      const wrong = token.value !== 1 && !anyStart && !(token.form === 'heading' && token.value === 0);
      into.steps.push({ cost: total, state, kind: 'open', frame, sibling, fault: wrong ? 'start' : undefined, again });
    }
    if (frame === undefined) break;
    popped += closing(frame);
    abandoned += abandonment(frame, candidate, rank);
    sibling = frame;
    // What lies further out costs at least what was left behind for it.
    if (state.cost + popped > into.cheapest + slack) break;
  }
  if (into.affords(rejected))
    into.steps.push({
      cost: rejected,
      state,
      kind: 'reject',
      frame: undefined,
      sibling: undefined,
      fault: undefined,
      again: false,
    });
}

/** The state that a step leads to. */
function taken({ cost, state, kind, frame, sibling, fault, again }: Step, candidate: Candidate): State {
  const { lists, placed } = state;
  if (kind === 'reject') return { cost, top: state.top, lists, placed };
  const { token } = candidate;
  const rank = rankOf(candidate);
  if (kind === 'open' || frame === undefined) {
    const choice: Choice = { candidate, list: lists, parent: frame?.item, fault, expected: 1 };
    const top: Frame = {
      below: frame,
      depth: (frame?.depth ?? 0) + 1,
      again,
      after: sibling === undefined || isBefore(sibling, rank) ? sibling : sibling.after,
      list: lists,
      form: token.form,
      variant: token.variant,
      first: token.variant,
      firstForm: token.form,
      rank,
      last: Math.max(token.value, 1),
      gap: token.value === 2 ? 1 : 0,
      count: 1,
      item: choice,
      inner: undefined,
    };
    return { cost, top, lists: lists + 1, placed: { choice, before: placed } };
  }
  const expected = frame.last + 1;
  const choice: Choice = { candidate, list: frame.list, parent: frame.below?.item, fault, expected };
  const last =
    token.value <= 0 || fault === 'disorder' || fault === 'repeated'
      ? frame.last + (fault === 'repeated' ? 0 : 1)
      : token.value;
  // A slip leaves the style of its list alone. Of two items either may be the slip; what stands inside takes the outer style.
  const kept =
    (token.form === 'ordinal' && token.variant === '') ||
    (rank !== undefined &&
      frame.form !== token.form &&
      (frame.count === 1 ? frame.rank !== undefined && frame.rank < rank : !isBack(frame, token)));
  const top: Frame = {
    below: frame.below,
    depth: frame.depth,
    again: frame.again,
    after: frame.after,
    list: frame.list,
    form: kept ? frame.form : token.form,
    variant: kept && token.variant !== '' ? frame.variant : token.variant,
    first: frame.first,
    firstForm: frame.firstForm,
    rank: kept ? frame.rank : rank,
    last: fault === 'disorder' ? frame.last : last,
    gap: fault === 'skipped' && token.value === frame.last + 2 ? expected : fault === 'disorder' ? 0 : frame.gap,
    count: frame.count + 1,
    item: choice,
    inner: sibling,
  };
  return { cost, top, lists, placed: { choice, before: placed } };
}

/** Whether a list of such a rank, opened beside `sibling`, leaves open that what follows belongs to `sibling`. */
const isBefore = (sibling: Frame, rank: number | undefined): boolean =>
  sibling.count === 1 || (sibling.rank !== undefined && sibling.rank < (rank ?? Number.POSITIVE_INFINITY));

/** Keeps the cheapest states, one for each stack of open lists. */
function prune({ steps, cheapest }: Successors, candidate: Candidate): State[] {
  if (steps.length > 1) steps.sort((a, b) => a.cost - b.cost);
  const limit = cheapest + slack;
  const kept: State[] = [];
  for (const step of steps) {
    if (step.cost > limit || kept.length === beam) break;
    const state = taken(step, candidate);
    if (!kept.some((other) => sameStack(other.top, state.top))) kept.push(state);
  }
  return kept;
}

function sameStack(a: Frame | undefined, b: Frame | undefined): boolean {
  for (; a !== undefined && b !== undefined; a = a.below, b = b.below) {
    if (a === b) return true;
    if (a.item.candidate !== b.item.candidate || a.form !== b.form || a.variant !== b.variant || a.last !== b.last)
      return false;
  }
  return a === b;
}
