/** 从87个项目中筛选了52个: the part cannot be the larger. */
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, compared, leavesBrackets, meets, type Passage, quantity, show } from '../passage.ts';

const became =
  /^(?:脱贫|完成|达到|达标|实现|通过|开工|建成|投产|竣工|位居|位列|居|进入|列入|被|获|已|未|没有|超过|正在|通了|启动|签约|到位|整改|办结)/;

/** 186个贫困村，已有142个脱贫; 全区13个镇街，11个镇街完成; 120家，停产的有18家: of the things named before. */
function partOf(p: Passage, i: number, j: number, between: string): boolean {
  if (j !== i + 1 || p.figure(i).dimension === 'money' || compared(p.lead(i))) return false;
  // 停产的18家，亏损的46家: one part beside another
  if (/已|停产|亏损|关闭|停业|倒闭|闲置|其中/.test(p.lead(i))) return false;
  const part = p.figure(j);
  const after = p.text.slice(part.end, part.end + 8);
  const m = /^([\u4e00-\u9fa5]{0,8})[，,]([^，,。；;、]{0,10})$/.exec(between);
  if (m === null || /每|各|新|年|月|个$/.test(m[2]!)) return false;
  const noun = m[1]!;
  // 13个镇街，11个镇街完成
  const level = /[村县乡镇]$/.exec(noun)?.[0];
  if (m[2] === '')
    return (
      noun.length >= (level === undefined ? 2 : 1) &&
      (after.startsWith(noun) || (level !== undefined && after.startsWith(level))) &&
      /[全共]/.test(p.list[i]!.lead)
    );
  if (/^(?:其中)?(?:已经?|目前)有$/.test(m[2]!))
    return noun !== '' && (became.test(after) || (noun.length >= 2 && after.startsWith(noun)));
  if (/^[全我本][县市省区国校镇乡街]有$/.test(m[2]!))
    return noun !== '' && /^(?:位居|位列|居|进入|列入|达标|超过|排|[\u4e00-\u9fa5]{0,4}(?:入选|上榜))/.test(after);
  return /^(?:停产|半停产|亏损|关闭|停业|倒闭|闲置)[^，,]{0,6}的?(?:有|达)?$/.test(m[2]!);
}

/** 党员47人，老党员3人，其中女党员10人: of the larger amount before. */
function largerBefore(p: Passage, i: number, part: FigureToken): boolean {
  const own = exactAmount(part);
  for (let k = i - 1; k >= 0 && p.same(k, i); k--) {
    const f = p.figure(k);
    const larger = f.base === part.base && quantity(f) ? exactAmount(f) : null;
    if (larger !== null && own !== null && larger.compare(own) >= 0) return true;
  }
  return false;
}

/** 从87个项目中筛选了52个, 12个项目中，有10个, 20个以上，其中…3—5个: the part cannot be the larger. */
export function* subsets(p: Passage): Generator<Claim> {
  for (let i = 0; i + 1 < p.list.length; i++) {
    const whole = p.figure(i);
    if (!quantity(whole)) continue;
    let j = i + 1;
    while (j < p.list.length && p.figure(j).bare === true) j++;
    if (j >= p.list.length || j - i > 3 || !p.same(i, j)) continue;
    const part = p.figure(j);
    if (!quantity(part) || part.base !== whole.base) continue;
    const between = p.text.slice(whole.end, part.start);
    if (between.length > 32 || leavesBrackets(between)) continue;
    const drawn =
      /^(?:[^，,。；;、（(]{0,8}[（(][^（）()]{1,8}[）)])?[^，,。；;、]{0,14}中(?![型等学级稻央心小医药国共西东部标])[，,]?[^，,。；;、]{0,12}$/.test(
        between,
      ) && !/其中|居中|另外|其余|还有/.test(between);
    const among =
      /^(?:[^。；;]{0,8}[，,（(]?|[^，,、。；;]{9,20}[，,（(])其中/.test(between) && !/增长|增加|减少|比/.test(between);
    if (!drawn && !among && !partOf(p, i, j, between)) continue;
    if (
      /净|利润|盈|亏|顺差|结余|增长|下降|减少|减|比/.test(p.list[i]!.lead.slice(-12)) ||
      p.list[i]!.aspect === 'change'
    )
      continue;
    if (drawn && /每$/.test(p.text.slice(0, whole.start))) continue;
    const x = amount(part);
    const y = amount(whole);
    if (part.value === null || whole.value === null) {
      yield claim('subset', 'not-checkable', [whole, part], part, '', part);
      continue;
    }
    // exact sums of several parts are told by sum.ts; here only the first part against its whole
    const impossible =
      x.low !== undefined && y.high !== undefined && x.low.compare(y.high) > 0 && !(among && largerBefore(p, i, part));
    yield claim(
      'subset',
      impossible ? 'mismatch' : meets(x, y) || !impossible ? 'ok' : 'unsure',
      [whole, part],
      part,
      `${show(part)}${impossible ? '>' : '≤'}${show(whole)}`,
      part,
    );
  }
}
