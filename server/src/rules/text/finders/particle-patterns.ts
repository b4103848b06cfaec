/** 的 for 地 or 得, told by what stands around it. */
import { CLAUSE_END, CLOSER, classOf, isHan, OPENER } from '../../../text/characters.ts';
import {
  degrees,
  degreeWords,
  gains,
  heads,
  manner,
  manners,
  predicateOpeners,
  prepositions,
  serviceNouns,
  told,
  verbs,
} from '../lexicon/particles.ts';

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

/** Behind 到, what arrives: 投入到位. */
const arrivals = '的位账岗场会期任达家货';

/** 尽快的摆脱困境 → 尽快地摆脱困境. */
export function adverbialPattern(adverbial: string, loose: boolean): Pattern {
  const literal = `${adverbial}的`;
  return {
    text: literal,
    pair: adverbial.length - 1,
    judge(text, at) {
      const end = at + literal.length;
      const opens = isBoundary(text.charCodeAt(at - 1));
      const verb = text.slice(end, end + 2);
      const hit = {
        start: at,
        end,
        right: `${adverbial}地`,
        because: `“${adverbial}”后面是动词“${verb}”，应当用“地”。`,
      };
      // 充分的证明了这一点, 清醒的认识到: with 了 or 到 and an object behind it, it is nothing but a verb.
      const aspect = text[end + 2] ?? ' ';
      if (told.has(verb) && aspect === '了' && isHan(text.charCodeAt(end + 3)))
        return '解结却断'.includes(text[end + 3]!) ? undefined : hit;
      if (told.has(verb) && aspect === '到' && !arrivals.includes(text[end + 3] ?? ' ')) return hit;
      if (loose && !opens && !predicateOpeners.includes(text[at - 1]!) && !text.endsWith('为了', at)) return undefined;
      // 给予了尽可能的支持: a noun follows, whatever it looks like.
      if (!loose && !opens && '予了以作有出'.includes(text[at - 1]!)) return undefined;
      if (verbs.has(verb) && text.startsWith('下去', end + 2)) return hit;
      if (verb === '看到' && isHan(text.charCodeAt(end + 2)) && text[end + 2] !== '的') return hit;
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
      const word = degreeWords.has(text.slice(end, end + 2));
      if (!word && !degrees.includes(text[end] ?? ' ')) return undefined;
      let after = end + (word ? 2 : 1);
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

/** 把品牌叫的更响 → 叫得更响: after 把 the verb needs its complement, whatever verb it is, and the clause ends with it. */
export const disposal: Pattern = {
  text: '的更',
  pair: 0,
  judge(text, at) {
    if (!degrees.includes(text[at + 2] ?? ' ') || !isBoundary(text.charCodeAt(at + 3))) return undefined;
    if (!isHan(text.charCodeAt(at - 1))) return undefined;
    let from = at - 1;
    while (
      from > 0 &&
      at - from < 16 &&
      (classOf(text.charCodeAt(from - 1)) & CLAUSE_END) === 0 &&
      text[from - 1] !== '、'
    )
      from--;
    const clause = text.slice(from, at - 1);
    const handle = clause.indexOf('把');
    // At least two characters are handled, and no 的 before leaves a second reading (把我们的做的更好 is no sentence of a speech).
    if (handle < 0 || clause.length - handle < 3 || '握关手脉控'.includes(clause[handle + 1]!)) return undefined;
    const verb = text[at - 1]!;
    if ('们人家者大小方面地区国省市县'.includes(verb)) return undefined;
    return {
      start: at - 1,
      end: at + 1,
      right: `${verb}得`,
      because: `“把……${verb}”后面说的是程度、结果，应当用“得”。`,
    };
  },
};

/** What 得到 rules: 问题的到解决 → 得到解决. 的到来, 的到位 are right. */
export const gained: Pattern = {
  text: '的到',
  pair: 0,
  judge: (text, at) =>
    isHan(text.charCodeAt(at - 1)) && gains.has(text.slice(at + 2, at + 4))
      ? { start: at, end: at + 2, right: '得到', because: `“到${text.slice(at + 2, at + 4)}”讲不通，应当是“得到”。` }
      : undefined,
};

/** What one expresses: 表示感谢, 致以问候. */
const courtesies = [
  '祝贺',
  '问候',
  '感谢',
  '欢迎',
  '慰问',
  '谢意',
  '敬意',
  '祝福',
  '祝愿',
  '歉意',
  '哀悼',
  '悼念',
  '谢忱',
];
const expresses = /(?:表示|致以|表达|送上|给予|献上)了?(?:我们|我|自己)?(?:最|十分|非常|由衷)?[\u4e00-\u9fa5、]{2,8}$/;

/** 表示热烈地祝贺 → 热烈的祝贺: behind 表示 it is a noun, and the clause ends with it. 热烈地祝贺大会召开 is right. */
export const courtesyPatterns: readonly Pattern[] = courtesies.map((courtesy) => ({
  text: `地${courtesy}`,
  pair: 0,
  judge: (text, at) => {
    if (!isBoundary(text.charCodeAt(at + 1 + courtesy.length)) && !'和与及并'.includes(text[at + 1 + courtesy.length]!))
      return undefined;
    const verb = expresses.exec(text.slice(Math.max(0, at - 16), at))?.[0].slice(0, 2);
    return verb === undefined
      ? undefined
      : { start: at, end: at + 1, right: '的', because: `“${verb}”后面的“${courtesy}”是名词，前面应当用“的”。` };
  },
}));

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
