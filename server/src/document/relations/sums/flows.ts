/** 去年底412户，今年新增23户、退出41户，目前394户: what there was, what came and went, and what there is. */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, compared, digitsLike, meets, type Passage, quantity } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const before =
  /(?:年初|期初|原有|原来有|此前有|上年结转|[去上]年(?:年)?[底末]|\d年(?:年)?[底末])[，,]?[^，,。；;、\d]{0,12}$/;
const coming = String.raw`(?:新增|新认定|认定|新培育|培育|新接收|新发展|新?招聘|出生|流入|发展(?=党员|会员|团员)|新识别|新招录?|新录用|再建|再新[建增]|再增加?|新纳入|新注册|新登记|新建|增加|接收|吸收|转入|调入|迁入|纳入|补录|入库|购进|收购|收入)[^，,。；;、\d]{0,10}$`;
const going = String.raw`(?:退出|解除|流出|减少|转出|调出|迁出|注销|核减|核销|清退|化解|偿还|归还|消化|退休|离职|辞职|死亡|去世|流失|开除|除名|关闭|撤销|销号|报废|出库|售出|支出)[^，,。；;、\d]{0,10}$`;
/** What came, or went, wherever the clause says so. */
export const comes = new RegExp(`引进[^，,。；;、\\d]{0,6}$|${coming}`);
export const goes = new RegExp(going);
/** Where it begins with that. */
const opening = String.raw`(?:^|[，,、；;年月])[\u4e00-\u9fa5]{0,2}`;
const came = new RegExp(opening + coming);
const went = new RegExp(opening + going);
const present =
  /(?:^|[，,、；;])(?:到|至|截至)?(?:目前|现在|如今|年底|年末|期末)[^，,。；;、\d]{0,10}$|(?:^|[，,、；;])(?:总[数量人]数?|累计)?(?:达到|达)$|(?:^|[，,、；;])(?:现有|现存|实有|净存|在册)[^，,。；;、\d]{0,10}$/;
/** 净增: what came less what went. */
const net = /净增加?[^，,。；;、\d]{0,6}$/;
const expected = /(?:年底|年末|届时)[^，,。；;、\d]{0,4}(?:将|达|有)/;
/** 在45万亩的基础上再新建8万亩，年底达到53万亩. */
const ground = /^的?基础上/;
const onGround = /^的?基础上[，,]?(?:再|又|继续|还要?)?/;
/** 目前还有38亿元: what is left, and nothing that came since. */
const stillThere = /还[有剩]|尚有|仍有|剩/;
const built = /(?:已经?|现|目前|累计)[^，,。；;、\d]{0,12}$/;
const longest = 12;

interface Step {
  readonly figure: FigureToken;
  readonly sign: 1 | -1;
  readonly net?: true;
}

export function* flows(p: Passage): Generator<Claim> {
  for (let i = 0; i + 2 < p.list.length; i++) {
    if (!plain(p, i)) continue;
    const found = from(p, i, before.test(p.lead(i)), ground.test(p.text.slice(p.figure(i).end, p.figure(i).end + 4)));
    if (found !== undefined) yield found;
  }
}

export const plain = (p: Passage, i: number): boolean => {
  const f = p.figure(i);
  return quantity(f) && f.value !== null && f.upper === undefined;
};

/**
 * `told`: a word says that it was so before. Where none does, both what came and what went must be told, and what there will be; but what is built
 * `onIt` (在…的基础上) is all that comes.
 */
function from(p: Passage, i: number, told: boolean, onIt: boolean): Claim | undefined {
  const first = p.figure(i);
  const steps: Step[] = [];
  // 已建成150个，今年再建30个: more than there are
  let more = false;
  for (let j = i + 1; j < p.list.length && j - i <= longest && p.same(i, j); j++) {
    const f = p.figure(j);
    if (f.base !== first.base) continue;
    const lead = p.lead(j).replace(onGround, '');
    if (!plain(p, j) || compared(lead) || /其中|包括/.test(lead)) return undefined;
    if (steps.length > 0 && present.test(lead))
      return told || onIt || more || (steps.length > 1 && expected.test(lead) && bothWays(steps))
        ? flow(
            first,
            steps,
            f,
            onIt || more,
            told && steps.length === 1 && steps[0]!.sign < 0 && stillThere.test(lead),
            told && /总|累计/.test(lead),
          )
        : undefined;
    if (net.test(lead)) steps.push({ figure: f, sign: 1, net: true });
    else if (came.test(lead)) {
      more ||= steps.length === 0 && built.test(p.lead(i)) && /再/.test(lead);
      steps.push({ figure: f, sign: 1 });
    } else if (went.test(lead)) steps.push({ figure: f, sign: -1 });
    else return undefined;
  }
  return undefined;
}

const bothWays = (steps: readonly Step[]): boolean => steps.some((x) => x.sign > 0) && steps.some((x) => x.sign < 0);

function flow(
  first: FigureToken,
  steps: readonly Step[],
  f: FigureToken,
  all: boolean,
  left: boolean,
  amassed: boolean,
): Claim {
  let made = exactAmount(first)!;
  let { low, high } = amount(first);
  for (const { figure, sign } of steps) {
    const own = exactAmount(figure)!;
    const range = amount(figure);
    const [least, most] = sign > 0 ? [range.low, range.high] : [range.high?.negate(), range.low?.negate()];
    made = made.plus(sign > 0 ? own : own.negate());
    low = low === undefined || least === undefined ? undefined : low.plus(least);
    high = high === undefined || most === undefined ? undefined : high.plus(most);
  }
  const members = [first, ...steps.map((x) => x.figure), f];
  // more than came can have come from nowhere
  const more = steps.every((x) => x.sign > 0) && amassed && exactAmount(f)!.compare(made) > 0;
  const both = all || left || more || steps.some((x) => x.net) || bothWays(steps);
  const rough = members.some((x) => x.approximate);
  const note = (): string =>
    `${own(first, f)}${steps.map((x) => `${x.sign > 0 ? '+' : '-'}${own(x.figure, f)}`).join('')}=${made.shift(-f.exponent).trim()}`;
  // Where only what came is told, some may have gone.
  const sure = both && !rough && explained(first, steps, f, made);
  const verdict = meets({ low, high }, amount(f)) ? 'ok' : sure ? 'mismatch' : 'unsure';
  return { ...claim('sum', verdict, members, f, note, f, digitsLike(made, f)), subject: 'stock' };
}

const own = (x: FigureToken, like: FigureToken): string => `${x.value!.shift(x.exponent - like.exponent).trim()}`;

/** One slip of the pen in one of them explains what does not come out. */
function explained(first: FigureToken, steps: readonly Step[], f: FigureToken, made: Decimal): boolean {
  const off = exactAmount(f)!.minus(made);
  if (made.sign > 0 && oneSlip(f, made)) return true;
  const slips = (x: FigureToken, by: Decimal): boolean => {
    const wanted = exactAmount(x)!.plus(by);
    return wanted.compare(Decimal.zero) > 0 && oneSlip(x, wanted);
  };
  return slips(first, off) || steps.some((x) => slips(x.figure, x.sign > 0 ? off : off.negate()));
}
