/** What the view 数据核对 shows of a speech. */
import { figuresByIndicator, relationsOf, verdictNames } from '../features/checks.ts';
import type { Span } from '../text/span.ts';
import type { OpenDraft } from './open-draft.ts';
import { toRange } from './positions.ts';
import type { CheckedFigures, PlacedText } from './protocol.ts';

/** Characters of a place that are shown. */
const shown = 28;
const order = Object.keys(verdictNames);

export function checkedFigures(draft: OpenDraft): CheckedFigures {
  const { document, lines } = draft;
  const place = (span: Span): PlacedText => {
    const text = document.slice(span).replace(/\s+/g, ' ');
    return { range: toRange(lines, span), text: text.length > shown ? `${text.slice(0, shown)}…` : text };
  };
  return {
    version: draft.version,
    relations: relationsOf(document)
      .map(({ type: _, name, verdict, note, members, ...span }) => ({
        type: name,
        verdict,
        note,
        ...place(span),
        members: members.map(place),
      }))
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
    indicators: figuresByIndicator(document).map(({ indicator, figures }) => ({
      indicator,
      figures: figures.map((figure) => ({ ...place(figure), period: figure.period, place: figure.place })),
    })),
  };
}
