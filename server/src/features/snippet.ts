/**
 * VS Code's snippet grammar: tab stops `$1` `${1}`, placeholders `${1:XX县}`, choices `${1|一季度,上半年|}`, variables `$NAME` `${NAME:…}`, escapes
 * `\$` `\}` `\\`. What VS Code would take for plain text by mistake is plain text here too, and a fault at its place. Transforms
 * (`${1/regex/format/}`) are read and never run.
 */
import { isDigit } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';

export interface TextNode extends Span {
  readonly type: 'text';
  /** Escapes resolved. */
  readonly text: string;
}

export interface TabStop extends Span {
  readonly type: 'tabstop';
  /** 0 is where the cursor ends. */
  readonly index: number;
  /** The default; empty where another place of the same number has one. */
  readonly children: readonly SnippetNode[];
  readonly choices?: readonly string[];
}

export interface Variable extends Span {
  readonly type: 'variable';
  readonly name: string;
  readonly children: readonly SnippetNode[];
}

export type SnippetNode = TextNode | TabStop | Variable;

export type SnippetFaultKind =
  | 'unclosed'
  | 'malformed'
  | 'choice'
  | 'transform'
  | 'unknown-variable'
  | 'too-deep'
  | 'two-things'
  | 'no-default';

/** A fault in a template's body; offsets into the body. */
export interface SnippetFault extends Span {
  readonly kind: SnippetFaultKind;
  /** Chinese, whole sentences. */
  readonly message: string;
}

export interface Snippet {
  readonly nodes: readonly SnippetNode[];
  readonly faults: readonly SnippetFault[];
}

/** Variables that VS Code fills in. */
const variables = new Set(
  (
    'TM_SELECTED_TEXT TM_CURRENT_LINE TM_CURRENT_WORD TM_LINE_INDEX TM_LINE_NUMBER TM_FILENAME TM_FILENAME_BASE TM_DIRECTORY TM_DIRECTORY_BASE ' +
    'TM_FILEPATH RELATIVE_FILEPATH CLIPBOARD SELECTION CURSOR_INDEX CURSOR_NUMBER WORKSPACE_NAME WORKSPACE_FOLDER ' +
    'CURRENT_YEAR CURRENT_YEAR_SHORT CURRENT_MONTH CURRENT_MONTH_NAME CURRENT_MONTH_NAME_SHORT CURRENT_DATE CURRENT_DAY_NAME CURRENT_DAY_NAME_SHORT ' +
    'CURRENT_HOUR CURRENT_MINUTE CURRENT_SECOND CURRENT_SECONDS_UNIX CURRENT_TIMEZONE_OFFSET RANDOM RANDOM_HEX UUID ' +
    'BLOCK_COMMENT_START BLOCK_COMMENT_END LINE_COMMENT'
  ).split(' '),
);

/** Placeholders may nest so deep; nobody writes more than two. */
const deepest = 16;

const DOLLAR = 0x24;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const PIPE = 0x7c;
const SLASH = 0x2f;

const startsName = (code: number): boolean =>
  code === 0x5f || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** A placeholder or a variable that is not closed yet. */
interface Frame {
  readonly start: number;
  /** Where its default begins. */
  readonly inner: number;
  readonly index: number | undefined;
  readonly name: string;
  readonly nodes: SnippetNode[];
}

/** Parses a template's body. Linear: nothing is read twice but a head of the form `${12`. */
export function parseSnippet(body: string): Snippet {
  const parser = new Parser(body);
  const nodes = parser.parse();
  return { nodes, faults: [...parser.faults, ...faultsOfStops(nodes, body)].sort((a, b) => a.start - b.start) };
}

class Parser {
  readonly #body: string;
  readonly faults: SnippetFault[] = [];
  readonly #root: SnippetNode[] = [];
  readonly #frames: Frame[] = [];
  /** Once a choice or a transform has met the end of the body, no later one can be closed. */
  #noChoice = false;
  #noTransform = false;

  constructor(body: string) {
    this.#body = body;
  }

  parse(): readonly SnippetNode[] {
    const body = this.#body;
    let text = 0;
    for (let at = 0; at < body.length; ) {
      const code = body.charCodeAt(at);
      let next = at;
      if (code === BACKSLASH) {
        const escaped = body.charCodeAt(at + 1);
        if (escaped === DOLLAR || escaped === CLOSE || escaped === BACKSLASH) {
          this.#text(text, at);
          this.#add({ type: 'text', start: at, end: at + 2, text: body[at + 1]! });
          next = at + 2;
        }
      } else if (code === DOLLAR) {
        const nodes = this.#nodes;
        const held = nodes.length;
        this.#text(text, at);
        next = this.#dollar(at);
        // Nothing came of it: the text goes on from where it began.
        if (next === at) nodes.length = held;
      } else if (code === CLOSE && this.#frames.length > 0) {
        this.#text(text, at);
        this.#close(at + 1);
        next = at + 1;
      }
      if (next === at) at++;
      else at = text = next;
    }
    this.#text(text, body.length);
    while (this.#frames.length > 0) this.#giveUp(this.#frames.pop()!);
    return this.#root;
  }

  get #nodes(): SnippetNode[] {
    return this.#frames.at(-1)?.nodes ?? this.#root;
  }

  #add(node: SnippetNode): void {
    this.#nodes.push(node);
  }

  #text(start: number, end: number): void {
    if (start < end) this.#add({ type: 'text', start, end, text: this.#body.slice(start, end) });
  }

  #fault(kind: SnippetFaultKind, start: number, end: number, message: string): void {
    this.faults.push({ kind, start, end, message });
  }

  /** What begins with the `$` at `at`; returns where it ends, or `at` when it is plain text. */
  #dollar(at: number): number {
    const body = this.#body;
    const complex = body.charCodeAt(at + 1) === OPEN;
    const from = at + (complex ? 2 : 1);
    let to = from;
    const digits = isDigit(body.charCodeAt(from));
    if (digits) while (isDigit(body.charCodeAt(to))) to++;
    else if (startsName(body.charCodeAt(from)))
      while (startsName(body.charCodeAt(to)) || isDigit(body.charCodeAt(to))) to++;
    else {
      if (complex)
        this.#fault('malformed', at, from, `“$\{”后面应是序号或变量名，如 $\{1:XX县}。要写字面的“$”，请写成“\\$”。`);
      return at;
    }
    const word = body.slice(from, to);
    const index = digits ? Number(word) : undefined;
    if (index !== undefined && !Number.isSafeInteger(index)) {
      this.#fault('malformed', at, to, `制表位的序号“${word.slice(0, 12)}…”太大。请从 1 开始编号。`);
      return at;
    }
    if (index === undefined) this.#name(word, from, to);
    if (!complex) {
      this.#add(leaf(at, to, index, word));
      return to;
    }
    switch (body.charCodeAt(to)) {
      case CLOSE:
        this.#add(leaf(at, to + 1, index, word));
        return to + 1;
      case COLON:
        if (this.#frames.length >= deepest) {
          this.#fault('too-deep', at, to, `占位嵌套超过 ${deepest} 层。请拆开写。`);
          return at;
        }
        this.#frames.push({ start: at, inner: to + 1, index, name: word, nodes: [] });
        return to + 1;
      case PIPE:
        return index === undefined ? this.#malformed(at, to) : this.#choice(at, to + 1, index);
      case SLASH:
        return this.#transform(at, to + 1, index, word);
      default:
        return this.#malformed(at, to);
    }
  }

  #malformed(at: number, to: number): number {
    const shown = this.#body.slice(at, to + 1);
    this.#fault(
      'malformed',
      at,
      to,
      `“${shown}”写法不对，会原样留在正文里。请写成 $\{1:XX县} 或 $\{1|一季度,上半年|}，括号、冒号、竖线都用半角。`,
    );
    return at;
  }

  #name(word: string, start: number, end: number): void {
    if (!variables.has(word))
      this.#fault(
        'unknown-variable',
        start,
        end,
        `没有变量“${word}”，VS Code 会把它当成普通文字。要留空待填，请写成 $\{1:${word}}。`,
      );
  }

  #choice(at: number, from: number, index: number): number {
    const body = this.#body;
    const choices: string[] = [];
    let choice = '';
    if (!this.#noChoice && index > 0)
      for (let i = from; i < body.length; i++) {
        const char = body[i]!;
        if (char === '\\' && /[,|\\]/.test(body[i + 1] ?? '')) choice += body[++i];
        else if (char === ',' || char === '|') {
          choices.push(choice);
          choice = '';
          if (char === ',') continue;
          if (body.charCodeAt(i + 1) !== CLOSE || choices.some((each) => each === '')) break;
          this.#add({ type: 'tabstop', start: at, end: i + 2, index, children: [], choices });
          return i + 2;
        } else choice += char;
        if (i === body.length - 1) this.#noChoice = true;
      }
    const end = Math.min(body.length, from + 12);
    this.#fault(
      'choice',
      at,
      end,
      `“${body.slice(at, end)}…”这组选项没有写完。请写成 $\{1|一季度,上半年,前三季度|}，每项都要有字，末尾是“|}”。`,
    );
    return at;
  }

  /** Reads over `/regex/format/options}`. */
  #transform(at: number, from: number, index: number | undefined, name: string): number {
    const body = this.#body;
    let slashes = 0;
    let depth = 0;
    if (!this.#noTransform)
      for (let i = from; i < body.length; i++) {
        const code = body.charCodeAt(i);
        if (code === BACKSLASH) i++;
        else if (code === SLASH && depth === 0) slashes++;
        else if (code === OPEN && slashes === 1) depth++;
        else if (code === CLOSE && slashes === 1 && depth > 0) depth--;
        else if (code === CLOSE && slashes === 2) {
          this.#fault('transform', at, i + 1, '占位里的正则变换这里不执行，各处填同样的字。请改成普通的占位。');
          this.#add(leaf(at, i + 1, index, name));
          return i + 1;
        }
      }
    this.#noTransform = true;
    return this.#malformed(at, from - 1);
  }

  #close(end: number): void {
    const { start, index, name, nodes } = this.#frames.pop()!;
    this.#add(
      index === undefined
        ? { type: 'variable', start, end, name, children: nodes }
        : { type: 'tabstop', start, end, index, children: nodes },
    );
  }

  /** An unclosed placeholder is plain text with what is inside it. */
  #giveUp({ start, inner, nodes }: Frame): void {
    const body = this.#body;
    const shown = body.slice(start, Math.min(body.length, inner + 8)).split('\n', 1)[0]!;
    this.#fault('unclosed', start, inner, `“${shown}”没有结束，缺少“}”。请在占位的文字后面补上半角的“}”。`);
    this.#text(start, inner);
    for (const node of nodes) this.#add(node);
  }
}

const leaf = (start: number, end: number, index: number | undefined, name: string): SnippetNode =>
  index === undefined
    ? { type: 'variable', start, end, name, children: [] }
    : { type: 'tabstop', start, end, index, children: [] };

function* stopsOf(nodes: readonly SnippetNode[]): Generator<TabStop> {
  for (const node of nodes) {
    if (node.type === 'text') continue;
    if (node.type === 'tabstop') yield node;
    yield* stopsOf(node.children);
  }
}

/** Plain text of nodes with their defaults. */
const plain = (nodes: readonly SnippetNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : defaultOf(node))).join('');
const defaultOf = (node: TabStop | Variable): string =>
  (node.type === 'tabstop' ? node.choices?.[0] : undefined) ?? plain(node.children);

/** The first place of each number that has a default or choices: VS Code takes it for all of them. */
function definitions(nodes: readonly SnippetNode[]): ReadonlyMap<number, TabStop> {
  const defined = new Map<number, TabStop>();
  for (const stop of stopsOf(nodes))
    if (!defined.has(stop.index) && (stop.choices !== undefined || stop.children.length > 0))
      defined.set(stop.index, stop);
  return defined;
}

function* faultsOfStops(nodes: readonly SnippetNode[], body: string): Generator<SnippetFault> {
  const defined = definitions(nodes);
  for (const stop of stopsOf(nodes)) {
    const { index, start, end, children, choices } = stop;
    const shown = body.slice(start, end);
    const first = defined.get(index);
    if (first === undefined) {
      if (index !== 0)
        yield {
          kind: 'no-default',
          start,
          end,
          message: `“${shown}”没有写缺的是什么，插入后看不见，容易漏填。请写成 $\{${index}:XX县} 这样。`,
        };
    } else if (index === 0)
      yield { kind: 'malformed', start, end, message: `“${shown}”是光标最后停的地方，不能带文字。请写成 $0。` };
    else if (first !== stop && (children.length > 0 || choices !== undefined)) {
      const here = choices?.join('、') ?? plain(children);
      const there = first.choices?.join('、') ?? plain(first.children);
      if (here !== there)
        yield {
          kind: 'two-things',
          start,
          end,
          message: `制表位 ${index} 前面是“${there}”，这里是“${here}”，插入后两处会填成一样的字。不是一回事的，请换一个序号。`,
        };
    }
  }
}

/** A tab stop as it stands in the text that `render` gives. */
export interface Stop extends Span {
  readonly index: number;
  /** Whether a value was given for it. */
  readonly filled: boolean;
}

export interface Rendered {
  readonly text: string;
  /** In text order, but for $0; those of a filled placeholder are not there. */
  readonly stops: readonly Stop[];
  /** Where the cursor ends; the end of the text when the template does not say. */
  readonly cursor: number;
  /** Where runs of the text come from: offset in it, offset in the body. In text order. */
  readonly origins: readonly { readonly at: number; readonly from: number }[];
}

/** The offset in the body that an offset in the rendered text comes from. */
export function bodyOffset({ origins }: Rendered, offset: number): number {
  const origin = origins[lowerBound(origins, offset + 1, ({ at }) => at) - 1];
  return origin === undefined ? 0 : origin.from + offset - origin.at;
}

/** Longer than this no template may grow, in UTF-16 units and in nodes, however its tab stops mirror each other. */
const longest = 1_000_000;

/** The text with `values` (by number) in it; what has no value keeps its default, a choice its first. `variable` gives a variable's value. */
export function render(
  nodes: readonly SnippetNode[],
  values: ReadonlyMap<number, string> = new Map(),
  variable: (name: string) => string | undefined = () => undefined,
): Rendered {
  const defined = definitions(nodes);
  const stops: Stop[] = [];
  const open = new Set<number>();
  const origins: { at: number; from: number }[] = [];
  let text = '';
  let cursor: number | undefined;
  let steps = 0;
  const write = (each: readonly SnippetNode[]): void => {
    for (const node of each) {
      if (text.length > longest || ++steps > longest) return;
      origins.push({ at: text.length, from: node.type !== 'text' ? node.start : node.end - node.text.length });
      if (node.type === 'text') text += node.text;
      else if (node.type === 'variable') {
        const value = variable(node.name);
        if (value === undefined) write(node.children);
        else text += value;
      } else if (node.index === 0) {
        cursor ??= text.length;
        write(node.children);
      } else {
        const { index } = node;
        const start = text.length;
        const value = values.get(index);
        const own = node.choices !== undefined || node.children.length > 0 ? node : defined.get(index);
        const at = stops.length;
        if (value !== undefined) text += value;
        else if (own?.choices !== undefined) text += own.choices[0]!;
        else if (own !== undefined && !open.has(index)) {
          open.add(index);
          write(own.children);
          open.delete(index);
        }
        stops.splice(at, 0, { index, start, end: text.length, filled: value !== undefined });
      }
    }
  };
  write(nodes);
  return { text, stops, cursor: cursor ?? text.length, origins };
}

/** Places of one number in a snippet, and what it says by itself. */
export interface StopSummary {
  readonly index: number;
  /** The default, or the first choice. */
  readonly text: string;
  readonly choices?: readonly string[];
  readonly places: number;
}

/** The tab stops that are filled in, by number; $0 is none of them. */
export function summarise(nodes: readonly SnippetNode[]): readonly StopSummary[] {
  const places = new Map<number, number>();
  for (const { index } of stopsOf(nodes)) if (index !== 0) places.set(index, (places.get(index) ?? 0) + 1);
  const defined = definitions(nodes);
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([index, count]): StopSummary => {
      const first = defined.get(index);
      return {
        index,
        text: first === undefined ? '' : defaultOf(first),
        ...(first?.choices !== undefined && { choices: first.choices }),
        places: count,
      };
    });
}

/** Text as a snippet that inserts it unchanged. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
