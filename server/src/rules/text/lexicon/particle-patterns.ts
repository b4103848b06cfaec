/** 的 for 地 or 得, told by what stands around it. */
import { CLAUSE_END, CLOSER, classOf, isHan, OPENER } from '../../../text/characters.ts';
import { degrees, heads, manner, manners, predicateOpeners, prepositions, serviceNouns, verbs } from './particles.ts';

/** A wrong stretch of a paragraph's reading. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly because: string;
}

/** What is looked for: a literal and a judge of the place where it stands. */
export interface Pattern {
  readonly text: string;
  /** Offset in the literal of the pair of characters by which it is found. */
  readonly pair: number;
  readonly judge: (text: string, at: number) => Hit | undefined;
}

export const isBoundary = (code: number): boolean =>
  Number.isNaN(code) || (classOf(code) & (CLAUSE_END | CLOSER | OPENER)) !== 0 || code === 0x3001 || code === 0x20;

/** 尽快的摆脱困境 → 尽快地摆脱困境. */
export function adverbialPattern(adverbial: string, loose: boolean): Pattern {
  const literal = `${adverbial}的`;
  return {
    text: literal,
    pair: adverbial.length - 1,
    judge(text, at) {
      const end = at + literal.length;
      const opens = isBoundary(text.charCodeAt(at - 1));
      if (loose && !opens && !predicateOpeners.includes(text[at - 1]!)) return undefined;
      // 给予了尽可能的支持: a noun follows, whatever it looks like.
      if (!loose && !opens && '予了以作有出'.includes(text[at - 1]!)) return undefined;
      const verb = text.slice(end, end + 2);
      const hit = {
        start: at,
        end,
        right: `${adverbial}地`,
        because: `“${adverbial}”后面是动词“${verb}”，应当用“地”。`,
      };
      if (verb === '服务') {
        const rest = text.slice(end + 2, end + 4);
        const service =
          opens &&
          isHan(rest.charCodeAt(0)) &&
          isHan(rest.charCodeAt(1)) &&
          !serviceNouns.has(rest) &&
          !isBoundary(text.charCodeAt(end + 4)) &&
          !laterDe(text, end + 4);
        return service || rest.startsWith('于') ? hit : undefined;
      }
      if (verbs.has(verb)) {
        const object = text.charCodeAt(end + 2);
        if (!isHan(object) && object !== 0x201c) return undefined;
        if ('的和与及等中时后前下是地得'.includes(text[end + 2]!) || heads.has(text.slice(end + 2, end + 4)))
          return undefined;
        return hit;
      }
      if (
        !loose &&
        verb.length === 2 &&
        prepositions.includes(verb[0]!) &&
        isHan(verb.charCodeAt(1)) &&
        !'手军士来人何业属此'.includes(verb[1]!)
      )
        return { ...hit, because: `“${adverbial}”修饰后面的动词，应当用“地”。` };
      return undefined;
    },
  };
}

/** Whether another 的 stands before the clause ends: then 的 … 的 … may qualify one noun. */
function laterDe(text: string, from: number): boolean {
  for (let i = from; i < text.length && !isBoundary(text.charCodeAt(i)); i++) if (text[i] === '的') return true;
  return false;
}

/** 烧的更旺 → 烧得更旺: a verb, 的, a word of degree, an adjective, and the clause ends. */
export function mannerPattern(intensifier: string): Pattern {
  const literal = `的${intensifier}`;
  return {
    text: literal,
    pair: 0,
    judge(text, at) {
      const end = at + literal.length;
      if (!degrees.includes(text[end] ?? ' ')) return undefined;
      let after = end + 1;
      // 更快更好
      if (text[after] === '更' && degrees.includes(text[after + 1] ?? ' ')) after += 2;
      if (!isBoundary(text.charCodeAt(after)) && !'了些'.includes(text[after]!)) return undefined;
      const verb = manners.has(text.slice(at - 2, at)) ? text.slice(at - 2, at) : verbBefore(text, at);
      if (verb === undefined) return undefined;
      return {
        start: at - verb.length,
        end: at + 1,
        right: `${verb}得`,
        because: `“${verb}”后面说的是程度、结果，应当用“得”。`,
      };
    },
  };
}

function verbBefore(text: string, at: number): string | undefined {
  const verb = text[at - 1] ?? ' ';
  const nouns = manner.get(verb);
  return nouns !== undefined && !(at > 1 && nouns.includes(text[at - 2]!)) ? verb : undefined;
}

/** 招的准、落的实: two of a kind leave no doubt. Found by the 的 of the first. */
export function mannerPairs(text: string, found: Hit[]): void {
  for (let at = text.indexOf('的'); at > 0; at = text.indexOf('的', at + 1)) {
    const mark = text[at + 2];
    if (text[at + 4] !== '的' || (mark !== '、' && mark !== '，' && mark !== ',')) continue;
    if (
      !degrees.includes(text[at + 1]!) ||
      !degrees.includes(text[at + 5] ?? ' ') ||
      !isBoundary(text.charCodeAt(at + 6))
    )
      continue;
    if (!isBoundary(text.charCodeAt(at - 2)) && !'能要才会就都更也并'.includes(text[at - 2]!)) continue;
    const first = verbBefore(text, at);
    const second = verbBefore(text, at + 4);
    if (first === undefined || second === undefined) continue;
    const because = (verb: string): string => `“${verb}”后面说的是程度、结果，应当用“得”。`;
    found.push({ start: at - 1, end: at + 1, right: `${first}得`, because: because(first) });
    found.push({ start: at + 3, end: at + 5, right: `${second}得`, because: because(second) });
    at += 4;
  }
}
