/**
 * What the choices cost that resolve the nesting of a speech: to go on with an open list, to open one, to leave one behind, to take a candidate for
 * no marker. Costs are in arbitrary units: 0 is what a careful writer does, 3 a defect.
 */
import { isDigit } from '../text/characters.ts';
import type { MarkerForm, MarkerToken } from './tokens.ts';

/** A marker as the search sees it. */
export interface Candidate {
  readonly token: MarkerToken;
  /** Depth of the Markdown heading it begins (## = 2), 0 for none. */
  readonly level: number;
  /** Paragraph index. */
  readonly paragraph: number;
  /** Whether the paragraph before ends with a colon: it announces what comes. */
  readonly announced: boolean;
  /** Whether the speaker turns to the audience again right before it and says what else he will say: 同志们，…我再强调三点： */
  readonly turned: boolean;
}

export type NumberFault = 'skipped' | 'repeated' | 'disorder' | 'start';

/** What may become of a candidate that is accepted. */
export interface Choice {
  readonly candidate: Candidate;
  /** Lists are numbered in the order they open. */
  readonly list: number;
  /** The one whose item this list stands in; undefined at the top. */
  readonly parent: Choice | undefined;
  readonly fault: NumberFault | undefined;
  /** The number that was due. */
  readonly expected: number;
}

export interface Frame {
  readonly below: Frame | undefined;
  /** How many lists are open, this one included. */
  readonly depth: number;
  /** It stands right beside a list of its style, or in an item of one: more likely one list with a wrong number than two. */
  readonly again: boolean;
  /** The list before it in the same item, where that one is of an outer style or has one item only: what follows may belong to it after all. */
  readonly after: Frame | undefined;
  readonly list: number;
  readonly form: MarkerForm;
  /** How its last item is written, and how its first one is. */
  readonly variant: string;
  readonly first: string;
  readonly firstForm: MarkerForm;
  readonly rank: number | undefined;
  readonly last: number;
  /** A number that was skipped and may still come (a swap); 0 for none. */
  readonly gap: number;
  readonly count: number;
  readonly item: Choice;
  /** The list that stood in the item before the last one. */
  readonly inner: Frame | undefined;
}

/** Lists open at a time; no speech nests deeper. */
const deepest = 8;
/** What it costs that a heading is written in the style of another level. */
export const slip = 3.2;
/** What it costs besides to take a marker for a slip where its own style is open further out; of headings, whose numbers tell more, it costs less. */
const elsewhere = 2;
const headingElsewhere = 0.5;
/** What it costs besides that a number is wrong, or its style a slip, where it would have been due in the list just left. */
export const dueInside = 0.2;
/** What it costs besides to take the last of 8. （九） 10. for the slip. */
const framed = 0.6;
/** What it costs that a list stands in an item though the speaker has turned to the audience since. */
const insideTurned = 3;
/** What it costs that one of two neighbouring lists of the same style has one item only. */
export const beside = 2.5;

/** GB/T 9704-2012: 一、 （一） 1. （1）; ① goes on inwards. Markdown headings stand outside all, by their depth. */
const ranks: Partial<Record<MarkerForm, number>> = {
  heading: 0,
  han: 1,
  'han-paren': 2,
  digit: 3,
  'digit-paren': 4,
  circled: 5,
};

export const rankOf = ({ level, token }: Candidate): number | undefined => (level > 0 ? level - 10 : ranks[token.form]);

/** 一是, 一要, 一希望 open items; 一靠 and 一抓 need a partner. */
export const firmVerbs: ReadonlySet<string> = new Set(['是', '要', '希望']);

/** What it costs to say that a candidate is no marker. */
export function rejection({ level, token: { form, variant, leading, before } }: Candidate): number {
  if (level > 0) return 12;
  if (scriptOf(variant) !== '') return 1;
  const strong = leading || '。！？；：;:!?'.includes(before);
  switch (form) {
    case 'heading':
      return 12;
    case 'han':
      return leading ? (variant === '，' ? 1 : 9) : strong ? 3.4 : 2;
    case 'han-paren':
      return leading ? 9 : 4;
    case 'digit':
      return leading ? 4.2 : 1.2;
    case 'digit-paren':
      return leading ? 5 : 1.8;
    case 'circled':
      return 4;
    case 'ordinal':
      return variant === '' ? 0.3 : leading ? 5 : strong ? 3.4 : 1.2;
    case 'verb':
      return firmVerbs.has(variant) ? (leading ? 6 : strong ? 4.2 : 3.8) : 0.6;
    case 'series':
      return leading ? 0.9 : 0.6;
    case 'pair':
      return 0.6;
  }
}

/** What it costs to close a list of one item. */
const single: Record<MarkerForm, number> = {
  heading: 0,
  han: 1,
  'han-paren': 1,
  digit: 1.5,
  'digit-paren': 1.5,
  circled: 1,
  ordinal: 1.5,
  verb: 1.3,
  series: 1.5,
  pair: 1.5,
};

/** Letters, 壹、, the numbers of levels and bare numbers make lists of their own: A. beside 1., 1.2 beside 2.1; '' for what is usual. */
export const scriptOf = (variant: string): string => {
  const code = variant.charCodeAt(0);
  return code === 0x7e ||
    code === 0x3000 ||
    code === 0x58f9 ||
    code === 0x41 ||
    code === 0x61 ||
    code === 0x49 ||
    isDigit(code)
    ? variant
    : '';
};

/** Whether one of two items was written in another style, and this one goes on in the style of either. */
export const isBack = (
  { count, form, first, firstForm, item }: Frame,
  { form: own, variant }: MarkerToken,
): boolean => {
  if (count !== 2 || form === own) return false;
  const { token } = item.candidate;
  return (firstForm === own && first === variant) || (token.form === own && token.variant === variant);
};

/** What it costs that two neighbours of one list are written differently; Infinity when they cannot be neighbours. */
function mismatch(frame: Frame, token: MarkerToken): number {
  // 最后 closes its list.
  if (frame.item.candidate.token.value < 0) return Number.POSITIVE_INFINITY;
  if (isBack(frame, token)) return 0;
  if (frame.form === token.form) {
    if (scriptOf(frame.variant) !== scriptOf(token.variant)) return Number.POSITIVE_INFINITY;
    if (frame.variant === token.variant || frame.first === token.variant) return 0;
    if (token.form === 'verb') return 1.2;
    if (token.form === 'pair') return token.value === 0 ? 0.2 : 0.8;
    return 0.3;
  }
  const { form, variant, value } = token;
  switch (frame.form) {
    case 'pair':
      return form !== 'verb' ? Number.POSITIVE_INFINITY : variant === '是' ? 0.8 : 1.4;
    case 'verb':
      return form === 'pair' ? 1 : form === 'ordinal' && variant !== '' ? 1.8 : Number.POSITIVE_INFINITY;
    case 'ordinal':
      return form === 'series' ? (value < 0 ? 1.5 : 0.4) : form === 'verb' ? 1.8 : Number.POSITIVE_INFINITY;
    case 'series':
      return form === 'ordinal' ? (variant === '' ? 0.2 : 0.4) : form === 'verb' ? 1.8 : Number.POSITIVE_INFINITY;
    case 'han':
    case 'han-paren':
    case 'digit':
    case 'digit-paren':
      return otherScript[frame.form] === form ? 3 : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** 一、 among 1. is a slip; so is （一） among （1）. */
const otherScript: Partial<Record<MarkerForm, MarkerForm>> = {
  han: 'digit',
  digit: 'han',
  'han-paren': 'digit-paren',
  'digit-paren': 'han-paren',
};

interface Numbering {
  readonly cost: number;
  readonly fault: NumberFault | undefined;
}

const inOrder: Numbering = { cost: 0, fault: undefined };
const back: Numbering = { cost: 0.2, fault: undefined };
const swapped: Numbering = { cost: 0.2, fault: 'disorder' };
/** A swap explains a number that seemed to be due inside. */
const swappedBack: Numbering = { cost: 0.2 - dueInside, fault: 'disorder' };
export const repeated: Numbering = { cost: 3, fault: 'repeated' };
export const disorder: Numbering = { cost: 3.6, fault: 'disorder' };
const skips: readonly Numbering[] = [0, 1, 2, 3, 4].map((more) => ({ cost: 3 + more * 0.4, fault: 'skipped' }));

/** Whether an item with such a number would have gone on in `inner`, the list just left. */
export const dueIn = (inner: Frame | undefined, { token, level }: Candidate): boolean =>
  inner?.rank !== undefined &&
  token.leading &&
  level === 0 &&
  inner.last + 1 === token.value &&
  inner.item.candidate.token.leading;

export function numbering({ last, gap, count, item, inner }: Frame, value: number): Numbering {
  const expected = last + 1;
  if (value <= 0 || value === expected) return inOrder;
  if (value === gap) return item.fault === 'skipped' && dueIn(inner, item.candidate) ? swappedBack : swapped;
  // 一、二、六、四、: only the one before was wrong.
  if (value === count + 1 && item.fault !== undefined) return back;
  if (value > expected) return skips[Math.min(value - expected - 1, 4)]!;
  return value === last ? repeated : disorder;
}

export const closing = (frame: Frame): number =>
  frame.count === 1 && frame.item.candidate.token.value !== 0 ? single[frame.form] + (frame.again ? beside : 0) : 0;

/** Whether a list beginning with `candidate` would look like the one of `frame`. */
export const sameStyle = ({ form, variant, item: { candidate: last } }: Frame, { token, level }: Candidate): boolean =>
  form === token.form && variant === token.variant && last.token.leading === token.leading && last.level === level;

/** The list that a new one beginning with `candidate` would look like, among those left behind where it opens: `sibling` and those before it. */
export function sameBefore(sibling: Frame, candidate: Candidate): Frame | undefined {
  let frame: Frame | undefined = sibling;
  for (let i = 0; frame !== undefined && i < deepest; i++, frame = frame.after)
    if (sameStyle(frame, candidate)) return frame;
  return undefined;
}

/** A heading of another style that carries the due number in its place: 一、 （二） 三、. */
const isSlip = (frame: Frame, { token, level }: Candidate, rank: number | undefined): boolean =>
  token.value === frame.last + 1 &&
  rank !== undefined &&
  frame.rank !== undefined &&
  token.leading &&
  frame.item.candidate.token.leading &&
  frame.item.candidate.level === level;

/** Cost of `candidate` as the next item of the list, apart from its number. `inner` is the list just left for it. */
export function continuation(
  frame: Frame,
  inner: Frame | undefined,
  candidate: Candidate,
  rank: number | undefined,
): number | undefined {
  const { token, level, paragraph } = candidate;
  const previous = frame.item.candidate;
  let style = mismatch(frame, token);
  if (!Number.isFinite(style)) {
    if (!isSlip(frame, candidate, rank)) return undefined;
    style = level > 0 ? slip - 1 : slip;
    // 8. （九） 10.: the one in the middle is the slip, not the last.
    const left = frame.inner;
    if (left !== undefined && left.form === token.form && left.last === token.value - 2) style += framed;
    if (inner !== undefined && inner.form === token.form && dueIn(inner, candidate)) style += elsewhere;
  }
  // 四要 after 一是 二是 三是 goes back to a list of 要 that is open further out.
  if (style >= 1)
    for (let f = frame.below; f !== undefined; f = f.below)
      if (sameStyle(f, candidate)) {
        style += rank === undefined ? elsewhere : headingElsewhere;
        break;
      }
  // 五是 after 一是 二是, with 第四， further out, is more likely a wrong number.
  if (style >= 1 && rank === undefined && inner !== undefined && sameStyle(inner, candidate)) style += elsewhere;
  if (previous.level !== level && (level > 0 || token.form === 'heading')) return undefined;
  // Neither written nor placed like the item before it.
  if (style >= 1 && token.leading !== previous.token.leading) style += 0.8;
  let cost = style;
  if (previous.paragraph !== paragraph) {
    if (!token.leading && previous.token.leading) cost += token.form === 'han' ? 1 : 0.4;
    else if (!token.leading && !previous.token.leading) cost += 0.8;
    else if (token.leading && !previous.token.leading) cost += 0.5;
  }
  return cost;
}

/** What it costs that the numbering of a list of a rank begins anew: rare for headings, common for 1. 2. in running text. */
export const anew = (rank: number): number => (rank <= 2 ? 2.5 : 1);

/** 一、（一）（二）二、（三）: a list that goes on where the one in the item before it ended, as papers of the centre number their points. */
const numberedThrough = (frame: Frame | undefined, { form, variant, value, leading }: MarkerToken, level: number) =>
  leading &&
  form in ranks &&
  frame?.inner?.form === form &&
  frame.inner.variant === variant &&
  frame.inner.last + 1 === value &&
  frame.inner.item.candidate.level === level;
const throughSections = 0.6;

/** Cost of opening a list with `candidate` inside the item of `frame` (undefined: at the top); Infinity where none can open. */
export function opening(
  frame: Frame | undefined,
  { token, level, paragraph, announced, turned }: Candidate,
  rank: number | undefined,
  anyStart: boolean,
  besideOne: boolean,
): number {
  if (token.form === 'ordinal' && token.variant === '' && token.value !== 1) return Number.POSITIVE_INFINITY;
  if (frame !== undefined && frame.depth >= deepest) return Number.POSITIVE_INFINITY;
  let cost =
    token.value === 1 || (token.form === 'heading' && token.value === 0)
      ? 0
      : numberedThrough(frame, token, level)
        ? throughSections
        : anyStart
          ? 0.5
          : token.value <= 0
            ? 3
            : 3.5 + Math.min(token.value, 6) * 0.3;
  if (besideOne) cost += beside;
  if (token.form === 'verb' && !firmVerbs.has(token.variant)) cost += 0.1;
  // The nearest list that this one should not stand in decides.
  for (let f = frame; f !== undefined; f = f.below) {
    if (f.form === token.form && f.item.candidate.level === level && scriptOf(f.variant) === scriptOf(token.variant)) {
      cost += rank !== undefined ? 3 : f.variant === token.variant ? 2 : 0.5;
      break;
    }
    if (rank !== undefined && f.rank !== undefined && f.rank >= rank) {
      // （1） inside the ③ of another （1） is more likely a wrong number of that list.
      if (f.below !== undefined && f.below.form === token.form && f.below.rank === rank) cost += 3;
      // Levels the wrong way round, but not for the first time: 1. 一、 二、 2. 一、
      cost += level > 0 ? 9 : f === frame && frame.inner?.form === token.form && frame.inner.rank === rank ? 0.5 : 2;
      break;
    }
  }
  if (frame === undefined) return cost;
  if (turned) cost += insideTurned;
  const item = frame.item.candidate;
  // 一、 or （一） inside a 一是 is rare; 1. inside it is not.
  if (rank !== undefined && frame.rank === undefined)
    cost += level > 0 || rank <= 1 ? 2.5 : rank === 2 ? 1 : item.token.leading ? 0 : 0.6;
  if (item.paragraph !== paragraph && !item.token.leading)
    cost += token.leading ? (announced && item.paragraph === paragraph - 1 ? 0 : 1.2) : 1.5;
  return cost;
}

/** Cost of leaving the list of `frame` behind in order to open another one further out. */
export function abandonment(
  frame: Frame,
  { token, paragraph, announced, turned }: Candidate,
  rank: number | undefined,
): number {
  const item = frame.item.candidate;
  if (turned) return 0;
  if (rank !== undefined) {
    // What runs in the text under a 第一， at the start of a paragraph stands in it.
    if (frame.rank === undefined && item.token.leading && !token.leading) return 1.5;
    if (frame.rank === undefined || frame.rank > rank) return 0;
    if (frame.rank < rank) return 2;
    // 1. 2. （三） 1.: the last one is likelier to stand inside an item than beside a list with a slip at its end.
    return anew(rank) + (item.token.form === frame.form || frame.count < 3 ? 0 : 2);
  }
  if (item.paragraph === paragraph) return item.token.leading && token.form !== 'pair' ? 1.2 : 0.4;
  if (item.token.leading) return frame.rank === undefined && token.leading ? 0.7 : 2;
  return announced && item.paragraph === paragraph - 1 ? 1.5 : 0;
}
