/** JSON with comments and trailing commas, as VS Code reads its own settings. */
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JsonNode } from '../engine/configuration.ts';
import type { Span } from '../text/span.ts';

export interface Jsonc {
  /** Absent when the text holds no value. */
  readonly root?: JsonNode;
  /** Faults of syntax, in Chinese. */
  readonly problems: readonly (Span & { readonly message: string })[];
}

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: '这里的字符不合 JSON 的写法；字符串要用英文双引号。',
  InvalidNumberFormat: '这个数写得不对。',
  PropertyNameExpected: '这里应有带英文双引号的名称。',
  ValueExpected: '这里缺少值。',
  ColonExpected: '这里缺少冒号“:”。',
  CommaExpected: '这里缺少逗号“,”。',
  CloseBraceExpected: '缺少与“{”配对的“}”。',
  CloseBracketExpected: '缺少与“[”配对的“]”。',
  EndOfFileExpected: '到这里已经写完了，后面多出了内容。',
  InvalidCommentToken: '注释写得不对；可用 // 或 /* */。',
  UnexpectedEndOfComment: '注释没有结束，缺少“*/”。',
  UnexpectedEndOfString: '字符串没有结束，缺少英文双引号。',
  UnexpectedEndOfNumber: '这个数没有写完。',
  InvalidUnicode: '\\u 后面应有四位十六进制数。',
  InvalidEscapeCharacter: '不认识这个转义；反斜杠本身要写成 \\\\。',
  InvalidCharacter: '这里有不能直接写的控制字符。',
};

export function parseJsonc(text: string): Jsonc {
  // A byte-order mark is no part of JSON, yet keeps its place in the offsets.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  let root: JsonNode | undefined;
  try {
    root = parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ start: 0, end: 0, message: '嵌套得太深，读不了。' }] };
  }
  // One slip makes the parser stumble on: the first fault is the one to mend.
  const [first] = errors;
  const problems = first === undefined ? [] : [problemOf(first, text.length)];
  return { ...(root !== undefined && { root }), problems };
}

function problemOf({ error, offset, length }: ParseError, end: number): Span & { readonly message: string } {
  const code = printParseErrorCode(error);
  return {
    start: offset,
    end: Math.min(end, offset + length),
    message: messages[code] ?? `JSON 写得不对（${code}）。`,
  };
}
