/** A relation between figures that does not come out, as a problem: what was reckoned, what the text says, and where all its members stand. */
import type { Document } from '../document/document.ts';
import type { Check, CheckType, Subject } from '../document/relations.ts';
import type { Problem } from './problem.ts';

/** What does not fit, and what to look at; the reckoning stands between. */
type Wording = readonly [fault: string, remedy: string];

const wording: Readonly<Record<CheckType, Wording>> = {
  sum: ['分项之和与总数不符', '请核对各分项或总数'],
  share: ['占比与所给数字不符', '请核对占比，或部分与总数'],
  progress: ['完成比例与所给数字不符', '请核对比例，或完成数与计划数'],
  subset: ['部分多于整体', '请核对这两个数'],
  growth: ['增幅与前后两个数不符', '请核对增幅，或前后两个数'],
  difference: ['相差的数与前后两个数不符', '请核对差额，或前后两个数'],
  multiple: ['倍数与所给数字不符', '请核对倍数，或相比的两个数'],
  average: ['平均数与总数不符', '请核对平均数，或总数与份数'],
  'same-indicator': ['同一指标前后说法不一', '请核对以哪个为准'],
  range: ['范围的起止颠倒', '请核对起止两个数'],
  date: ['日期有误', '请核对日期'],
};

/** The same for what is reckoned in a way of its own. */
const special: Readonly<Record<Subject, Wording>> = {
  duration: ['起止时间与时长不符', '请核对起止时间，或时长'],
  product: ['总数与相乘所得不符', '请核对总数，或相乘的两个数'],
  ratio: ['比例与所给数字不符', '请核对比例，或相比的两个数'],
  rank: ['位次与所给的数不符', '请核对位次，或所给的数'],
  remainder: ['已过的与剩下的月数不符', '请核对这两个数'],
  rest: ['剩下的数与计划数、完成数不符', '请核对这几个数'],
  left: ['合起来与总数不符', '请核对这几个数'],
  schedule: ['与时间进度的差距不符', '请核对完成比例，或相差的百分点'],
  stock: ['增减之后与现有的数不符', '请核对原有、增减和现有的数'],
};

/** Problems for every mismatch of these types: one for each contradiction, at the figure that the others contradict. */
export function* contradictions(document: Document, types: readonly CheckType[]): Generator<Problem> {
  for (const check of document.mismatches) if (types.includes(check.type)) yield problemOf(document, check);
}

/** The sentence is not ended yet: its list may go on. */
function unfinished(document: Document, { end }: Check): boolean {
  const paragraph = document.paragraphAt(Math.max(0, end - 1));
  return paragraph !== undefined && !/[。！？!?]/.test(document.text.slice(end, paragraph.end));
}

function problemOf(document: Document, check: Check): Problem {
  const { blamed, repair } = check;
  const said = document.slice(blamed).replace(/\s+/g, '');
  const [fault, remedy] = check.subject === undefined ? wording[check.type] : special[check.subject];
  const reckoned =
    check.type === 'same-indicator'
      ? `${named(check)}前面是“${quote(document, check.members[0]!)}”，这里是“${said}”`
      : check.type === 'range' || check.type === 'subset'
        ? `“${said}”，${check.note}`
        : `${check.note}，文中为${check.stated}`;
  return {
    start: blamed.start,
    end: blamed.end,
    message: `${fault}：${reckoned}。${remedy}。`,
    related: check.members
      .filter((m) => m.start !== blamed.start || m.end !== blamed.end)
      .map((m) => ({ start: m.start, end: m.end, message: `参与核对：${quote(document, m)}` })),
    ...(check.type === 'sum' && unfinished(document, check) ? { pending: 'paragraph' as const } : {}),
    fixes:
      repair === undefined
        ? []
        : [
            {
              title: `改为“${said.replace(document.slice(repair.span).replace(/\s+/g, ''), repair.text)}”`,
              safety: 'suggestion',
              edits: [{ ...repair.span, text: repair.text }],
            },
          ],
  };
}

/** What both figures are of; '' when they name it differently, or too long to be read at a glance. */
const named = ({ indicator }: Check): string =>
  indicator !== '' && indicator.length <= longestName ? `“${indicator}”` : '';
const longestName = 16;

const quote = (document: Document, span: { readonly start: number; readonly end: number }): string =>
  document.slice(span).replace(/\s+/g, '');
