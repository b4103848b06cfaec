/** 数据核对: every relation the draft states with its verdict, and its figures by what they are about. */
import type { Document } from '../document/document.ts';
import type { Figure, Subject } from '../document/relations.ts';
import { byPosition, type Span } from '../text/span.ts';

const relationNames = {
  count: '列数',
  sum: '合计',
  share: '占比',
  progress: '进度',
  growth: '增减',
  difference: '差额',
  multiple: '倍数',
  average: '平均',
  'same-indicator': '前后',
  range: '范围',
  date: '日期',
  subset: '部分',
} as const;
/** The same for what is reckoned in a way of its own. */
const subjectNames: Partial<Record<Subject, string>> = {
  product: '乘积',
  rank: '位次',
  duration: '时长',
  ratio: '比例',
};
export const verdictNames = { mismatch: '不符', ok: '相符', unsure: '存疑', 'not-checkable': '无法核' } as const;

export type Verdict = keyof typeof verdictNames;

/** A relation, announced counts among them. */
export interface Relation extends Span {
  readonly type: keyof typeof relationNames;
  /** What it is called in Chinese. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly members: readonly Span[];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const known = new WeakMap<Document, readonly Relation[]>();

/** Announced counts and arithmetic, in text order. */
export function relationsOf(document: Document): readonly Relation[] {
  let relations = known.get(document);
  if (relations === undefined) known.set(document, (relations = collect(document)));
  return relations;
}

function collect(document: Document): readonly Relation[] {
  const counts = document.counts.map(
    ({ start, end, verdict, note, items }): Relation => ({
      type: 'count',
      name: relationNames.count,
      start,
      end,
      verdict,
      note,
      members: items.map(spanOf),
    }),
  );
  const checks = document.checks.map(
    ({ type, subject, start, end, verdict, note, members }): Relation => ({
      type,
      name: (subject && subjectNames[subject]) ?? relationNames[type],
      start,
      end,
      verdict,
      note,
      members: members.map(spanOf),
    }),
  );
  return [...counts, ...checks].sort(byPosition);
}

/** Everything that takes part in a relation, in text order: of a count the announcement and what is listed. */
export const partsOf = ({ type, start, end, members }: Relation): readonly Span[] =>
  (type === 'count' ? [{ start, end }, ...members] : [...members]).sort(byPosition);

/** Relations that something at an offset takes part in. */
export const relationsAt = (document: Document, offset: number): readonly Relation[] =>
  relationsOf(document).filter((relation) =>
    partsOf(relation).some(({ start, end }) => start <= offset && offset <= end),
  );

/** Figures of one indicator, in text order. */
export interface IndicatorFigures {
  readonly indicator: string;
  readonly figures: readonly Figure[];
}

/** Figures by indicator, those named most often first; figures of no known indicator are left out. */
export function figuresByIndicator(document: Document): readonly IndicatorFigures[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of document.figures) {
    if (figure.indicator === '') continue;
    const group = groups.get(figure.indicator);
    if (group === undefined) groups.set(figure.indicator, [figure]);
    else group.push(figure);
  }
  return [...groups]
    .map(([indicator, figures]) => ({ indicator, figures }))
    .sort((a, b) => b.figures.length - a.figures.length || a.figures[0]!.start - b.figures[0]!.start);
}
