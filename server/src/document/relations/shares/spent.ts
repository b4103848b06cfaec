/** 安排资金2.4亿元，其中…。用于产业的1.44亿元，占60%。已支出1.8亿元，支出进度75%: shares of the money that a paragraph began with. */
import { exactAmount } from '../../figures.ts';
import { type Claim, type Passage, percentage, quantity, standsForItself } from '../passage.ts';
import { percentClaim } from './percent-claim.ts';

const spent = /(?:支出|拨付|执行|使用|支付|报账)[^，,。；;、\d]{0,6}$/;
const rate = /^[，,](?:资金|预算)?(?:支出|拨付|执行|使用|支付|报账)(?:进度|率)(?:为|达到|达|是|仅|只有)*$/;
const given = /(?:^|[，,。；;：:])(?:其中)?(?:安排)?用于[^，,。；;、\d]{2,14}$/;
const share = /^[，,]占(?:比)?(?:为|达到|达|了)?$/;
/** What there was to spend. */
const funds =
  /(?:安排|下达|争取|整合|投入|收到|筹集|到位|拨付)[^，,。；;、\d]{0,14}(?:资金|预算|债券|国债)[^，,。；;、\d]{0,4}$/;
/** Sentences back in which it stands. */
const reach = 4;
/** Figures back, at most. */
const farthest = 24;

export function* ofFunds(p: Passage): Generator<Claim> {
  if (!/资金|预算|债/.test(p.text)) return;
  for (let i = 2; i < p.list.length; i++) {
    const [part, f] = [p.figure(i - 1), p.figure(i)];
    if (!percentage(f) || f.upper !== undefined || part.dimension !== 'money' || !standsForItself(p, i - 1)) continue;
    if (!p.same(i - 1, i) || part.value === null) continue;
    const [lead, between] = [p.lead(i - 1), p.between(i - 1, i)];
    if (!(spent.test(lead) && rate.test(between)) && !(given.test(lead) && share.test(between))) continue;
    const whole = fundsBefore(p, i - 1);
    if (whole < 0 || exactAmount(p.figure(whole))!.compare(exactAmount(part)!) < 0) continue;
    const found = percentClaim('share', part, p.figure(whole), f, true);
    if (found !== undefined) yield found;
  }
}

/** The only amount in reach that is told to be there to spend; -1 where there is none, or another one. */
function fundsBefore(p: Passage, part: number): number {
  let found = -1;
  for (let j = part - 1; j >= 0 && part - j <= farthest && p.list[part]!.sentence - p.list[j]!.sentence <= reach; j--) {
    const f = p.figure(j);
    if (!quantity(f) || f.base !== p.figure(part).base || !funds.test(p.lead(j))) continue;
    if (found >= 0 || f.value === null || f.upper !== undefined || p.aside(j)) return -1;
    found = j;
  }
  return found;
}
