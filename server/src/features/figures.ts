/** Figures of a draft as an editor shows them: where one stands, what it is worth, where else the same thing is said. */
import type { Document, Paragraph } from '../document/document.ts';
import { exactAmount, type FigureToken } from '../document/figures.ts';
import type { Statement } from '../document/statements.ts';
import type { Span } from '../text/span.ts';

/** A figure at its place in the draft. */
export interface PlacedFigure extends Span {
  readonly token: FigureToken;
  readonly paragraph: Paragraph;
}

function placed(paragraph: Paragraph, token: FigureToken): PlacedFigure {
  const { start, end } = paragraph.facts.reading.span(token.start, token.end);
  return { start: paragraph.start + start, end: paragraph.start + end, token, paragraph };
}

export function* figuresOf(paragraphs: Iterable<Paragraph>): Generator<PlacedFigure> {
  for (const paragraph of paragraphs) for (const token of paragraph.facts.figures) yield placed(paragraph, token);
}

export function figureAt(document: Document, offset: number): PlacedFigure | undefined {
  const paragraph = document.paragraphAt(offset);
  if (paragraph === undefined) return undefined;
  for (const figure of figuresOf([paragraph])) if (figure.start <= offset && offset <= figure.end) return figure;
  return undefined;
}

/** What the figure is about, where that is certain. */
export const statementOf = ({ paragraph, token }: PlacedFigure): Statement | undefined =>
  paragraph.facts.statements.find(({ figure }) => figure === token);

/** Every place, the given one included, that gives the same indicator or the same amount. */
export function mentionsOf(document: Document, figure: PlacedFigure): readonly PlacedFigure[] {
  const statement = statementOf(figure);
  const amount = telling(figure.token) ? exactAmount(figure.token) : null;
  const same = (other: PlacedFigure): boolean => {
    const { token, paragraph } = other;
    if (paragraph === figure.paragraph && token === figure.token) return true;
    if (token.base !== figure.token.base || token.kind !== figure.token.kind) return false;
    if (amount !== null && exactAmount(token)?.equals(amount)) return true;
    const said = statement?.indicator ? statementOf(other) : undefined;
    return said !== undefined && said.indicator === statement!.indicator && said.aspect === statement!.aspect;
  };
  return [...figuresOf(document.paragraphs)].filter(same);
}

/** Not one of the small round numbers that mean nothing when they meet again. */
function telling({ kind, value, upper }: FigureToken): boolean {
  if (value === null || upper !== undefined || (kind !== 'quantity' && kind !== 'percent')) return false;
  return (
    value
      .toString()
      .replace(/[-.]/g, '')
      .replace(/^0+|0+$/g, '').length >= 2
  );
}

/** Its value in its base unit, digits in groups: 120,000,000 元; undefined when that says nothing new. */
export function normalised(document: Document, figure: PlacedFigure): string | undefined {
  const { token } = figure;
  if (
    token.kind !== 'quantity' &&
    token.kind !== 'percent' &&
    token.kind !== 'fraction' &&
    token.kind !== 'percentage-point'
  )
    return undefined;
  const show = (value: FigureToken['upper']): string =>
    value ? grouped(value.shift(token.exponent).toString()) : '待填';
  if (token.value === null && !token.upper) return undefined;
  const number = token.upper === undefined ? show(token.value) : `${show(token.value)}—${show(token.upper)}`;
  const text = token.base === '%' || token.base === '' ? `${number}${token.base}` : `${number} ${token.base}`;
  return text.replaceAll(' ', '') === document.slice(figure).replaceAll(/[,\s]/g, '') ? undefined : text;
}

function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  let out = '';
  for (let i = 0; i < whole.length; i++) {
    const left = whole.length - i;
    out += whole[i]!;
    if (left > 1 && left % 3 === 1 && whole[i] !== '-') out += ',';
  }
  return fraction === undefined ? out : `${out}.${fraction}`;
}
