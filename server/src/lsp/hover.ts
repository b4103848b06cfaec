/** What stands at a place, as Markdown: the extension adds links to the other places and to filling in. */
import type { Hover, Position } from 'vscode-languageserver';
import { around } from '../features/fill-list.ts';
import { hoverAt } from '../features/hover.ts';
import { MarkupKind } from './library.ts';
import type { DraftSettings, OpenDraft } from './open-draft.ts';
import { toOffset, toRange } from './positions.ts';

/** Places that are listed. */
const mostPlaces = 5;
/** Characters shown to each side of a place. */
const reach = 12;

/** `links`: the client has the extension's commands. */
export function toHover(draft: OpenDraft, position: Position, settings: DraftSettings, links: boolean): Hover | null {
  const { document, lines, uri } = draft;
  const hover = hoverAt(document, draft.outline(settings.rate), toOffset(lines, position), settings.ledger);
  if (hover === undefined) return null;
  const [title = '', ...said] = hover.lines.map(escapeMarkdown);
  const places = hover.places.slice(0, mostPlaces).map((span) => {
    const { start } = toRange(lines, span);
    const { before, after } = around(document, span, reach);
    const excerpt = escapeMarkdown(`${before}${document.slice(span)}${after}`);
    const line = `第 ${start.line + 1} 行`;
    return `- ${links ? `[${line}](${command('jianggao.goTo', [uri, start])})` : line}　${excerpt}`;
  });
  const more = hover.places.length - places.length;
  if (more > 0) places.push(`- 另 ${more} 处`);
  const fill =
    links && hover.blank !== undefined ? [`[填写…](${command('jianggao.fill', [{ key: hover.blank }])})`] : [];
  const value = [`**${title}**`, ...said, places.join('\n'), ...fill].filter((part) => part !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, hover.span) };
}

const command = (name: string, args: readonly unknown[]): string =>
  `command:${name}?${encodeURIComponent(JSON.stringify(args))}`;

const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
