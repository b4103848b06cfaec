/** 事故、死亡分别为36起、18人，较上年的45起、24人分别下降20%和25%: several indicators in one sentence, each in its place. */
import type { FigureToken } from '../../figures.ts';
import type { Claim, Passage } from '../passage.ts';
import { differenceClaim, growthClaim, level } from './reckoned.ts';

const since =
  /^(?:以上|左右)?[，,（(](?:比|较|与|同)(?:去年|上年|上一年|前年|\d{4}年)(?:同期)?的?$|^[，,；;](?:而)?(?:去年|上年|上一年)(?:同期)?(?:分别)?(?:为|是)$/;
/** 同比分别下降25%和20%; 同比均下降25% tells one rate of all. */
const moved = /^(?:相比)?[，,]?(?:同比)?(分别|均|都)(?:同比)?(?:(增长|增加|上升|提高)|下降|减少|降低)(?:了)?$/;
const joins = /^[、和及与]$/;
/** More than these are read from a table. */
const most = 4;

export function* parallels(p: Passage): Generator<Claim> {
  if (/同期|[去上]年/.test(p.text)) yield* inPairs(p);
  if (p.list.length > 5 && /[从由]/.test(p.text)) yield* movedInPairs(p);
  if (!/分别|[均都]/.test(p.text)) return;
  for (let at = 1; at < p.list.length; at++) {
    if (!since.test(p.between(at - 1, at))) continue;
    let n = 1;
    while (n < most && at + n < p.list.length && joins.test(p.between(at + n - 1, at + n))) n++;
    if (n < 2 || at < n || at + n >= p.list.length) continue;
    const way = moved.exec(p.between(at + n - 1, at + n));
    if (way === null || !inOrder(p, at - n, n)) continue;
    // one rate of both, or one of each
    const rates = way[1] === '分别' ? n : 1;
    if (at + n + rates > p.list.length || !p.same(at - n, at + n + rates - 1) || !inOrder(p, at + n, rates)) continue;
    for (let k = 0; k < n; k++) {
      const [now, then, f] = [p.figure(at - n + k), p.figure(at + k), p.figure(at + n + (rates === 1 ? 0 : k))];
      if (!level(now) || !level(then) || now.base !== then.base || now.kind !== 'quantity' || f.kind !== 'percent')
        continue;
      const told = growthClaim(p, then, now, f, 1, way[2] === undefined);
      yield told;
      if (rates === 1 && told.verdict === 'mismatch') break;
    }
  }
}

const inOrder = (p: Passage, from: number, n: number): boolean => {
  for (let k = from + 1; k < from + n; k++) if (!joins.test(p.between(k - 1, k))) return false;
  return true;
};

const lastYear = /^[，,；;（(]?(?:而)?(?:(?:去年|上年|上一年)?同期|去年|上年)(?:分别)?(?:为|是|仅有|只有)?$/;
const firstRate =
  /^[）)]?[，,；;](?:同比|(?:比|较)(?:去年|上年)(?:同期)?)?(?:[\u4e00-\u9fa5]{1,3}[和与、][\u4e00-\u9fa5]{1,3}|[\u4e00-\u9fa5]{1,3}?)?(?:分别)?(?:同比)?(?:分别)?(?:(增长|增加|上升)|下降|减少|降低)(?:了)?$/;
const secondRate =
  /^(?:[、和，,]|、和)(?:同比)?(?:[\u4e00-\u9fa5]{1,3}?)?(?:同比)?(?:(增长|增加|上升)|(下降|减少|降低))?(?:了)?$/;

/** 97件134人，去年同期为197件375人，件数和人数分别下降50.76%、64.27%: two counts of one matter in each year, and a rate for each. */
function* inPairs(p: Passage): Generator<Claim> {
  for (let i = 1; i + 4 < p.list.length; i++) {
    if (!twoOfOne(p, i) || !twoOfOne(p, i + 2) || !p.same(i - 1, i + 4)) continue;
    const [a, b, x, y, f, g] = [-1, 0, 1, 2, 3, 4].map((k) => p.figure(i + k)) as unknown as readonly FigureToken[];
    if (!lastYear.test(p.between(i, i + 1)) || a!.base !== x!.base || b!.base !== y!.base) continue;
    if (![a, b, x, y].every((each) => level(each!) && each!.kind === 'quantity')) continue;
    const first = firstRate.exec(p.between(i + 2, i + 3));
    const second = secondRate.exec(p.between(i + 3, i + 4));
    if (first === null || second === null || f!.kind !== 'percent' || g!.kind !== 'percent') continue;
    const down = first[1] === undefined;
    yield growthClaim(p, x!, a!, f!, 1, down);
    yield growthClaim(p, y!, b!, g!, 1, second[1] === undefined && (second[2] !== undefined || down));
  }
  yield* pairsBehind(p);
}

/** 97件134人; 18起、死亡5人: two counts of one matter, figure `i` the second. */
const twoOfOne = (p: Passage, i: number): boolean =>
  p.figure(i - 1).base !== p.figure(i).base &&
  /^(?:[、，和](?:死亡|伤亡|受伤|涉及|[\u4e00-\u9fa5]{0,4}))?$/.test(p.between(i - 1, i));

const movedTo = /(?:增加|减少|增|减|下降|降|上升)(?:到|至|为)$/;
const stepOf = /^[，,、；;][^，,。；;、\d]{0,8}(?:(增加|新增|净增)|(?:减少|脱贫|减贫|下降|净减))(?:了)?$/;

/** 由13677户49479人减至887户1472人，累计脱贫12790户48007人: two counts of one matter that move together. */
function* movedInPairs(p: Passage): Generator<Claim> {
  for (let i = 1; i + 4 < p.list.length; i++) {
    if (p.between(i - 1, i) !== '' || p.between(i + 1, i + 2) !== '' || p.between(i + 3, i + 4) !== '') continue;
    if (!p.same(i - 1, i + 4) || !/[从由][^，,。；;\d]{0,12}(?:\d{4}年[末底]?的?)?$/.test(p.lead(i - 1))) continue;
    const [a, b, x, y, d, e] = [-1, 0, 1, 2, 3, 4].map((k) => p.figure(i + k)) as unknown as readonly FigureToken[];
    const way = stepOf.exec(p.between(i + 2, i + 3));
    if (!movedTo.test(p.between(i, i + 1)) || way === null) continue;
    if (a!.base !== x!.base || b!.base !== y!.base || a!.base !== d!.base || b!.base !== e!.base) continue;
    if (![a, b, x, y, d, e].every((each) => level(each!) && each!.kind === 'quantity')) continue;
    const up = way[1] !== undefined;
    yield up ? differenceClaim(a!, x!, d!, true, true) : differenceClaim(x!, a!, d!, true, true);
    yield up ? differenceClaim(b!, y!, e!, true, true) : differenceClaim(y!, b!, e!, true, true);
  }
}

/** 286批1230人次，批次、人次同比分别下降10.6%和18%，去年同期为320批1500人次: the same, the year before last. */
function* pairsBehind(p: Passage): Generator<Claim> {
  for (let i = 1; i + 4 < p.list.length; i++) {
    if (!twoOfOne(p, i) || !twoOfOne(p, i + 4) || !p.same(i - 1, i + 4)) continue;
    const [a, b, f, g, x, y] = [-1, 0, 1, 2, 3, 4].map((k) => p.figure(i + k)) as unknown as readonly FigureToken[];
    if (!lastYear.test(p.between(i + 2, i + 3)) || a!.base !== x!.base || b!.base !== y!.base) continue;
    if (![a, b, x, y].every((each) => level(each!) && each!.kind === 'quantity')) continue;
    const first = firstRate.exec(p.between(i, i + 1));
    const second = secondRate.exec(p.between(i + 1, i + 2));
    if (first === null || second === null || f!.kind !== 'percent' || g!.kind !== 'percent') continue;
    const down = first[1] === undefined;
    yield growthClaim(p, x!, a!, f!, 1, down);
    yield growthClaim(p, y!, b!, g!, 1, second[1] === undefined && (second[2] !== undefined || down));
  }
}
