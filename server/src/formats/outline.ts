/** The outline of a draft with roles, lengths and speaking time: for a terminal with bars, as Markdown, as a page of HTML. */
import type { Document } from '../document/document.ts';
import type { OutlineNode } from '../document/outline.ts';
import { type OutlineView, outlineOf } from '../features/outline.ts';
import { Lines } from './lines.ts';
import type { View, ViewOptions } from './views.ts';
import { clip, padEnd, padStart, widthOf } from './width.ts';

const clock = (seconds: number): string => {
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  return whole === 0 ? `${rest}秒` : `${whole}分${rest === 0 ? '钟' : `${String(rest).padStart(2, '0')}秒`}`;
};
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const headingOf = (node: OutlineNode): string => oneLine(`${node.written.marker}${node.written.title}`);

/** Name of the role that a section plays. */
function roleName(document: Document, node: OutlineNode): string {
  for (const { parts } of document.structure)
    for (const found of parts) if (found.node === node) return found.part.name;
  return '';
}

/** What profile each speech follows and what it lacks; '' where none follows any. */
function structureLines(document: Document): readonly string[] {
  return document.structure.flatMap(({ profile, reason, parts, missing }) =>
    profile === undefined
      ? []
      : [
          `结构：${profile.name}（${reason}）。有${parts.map(({ part }) => part.name).join('、')}${missing.length === 0 ? '' : `；缺${missing.map(({ part }) => part.name).join('、')}`}。`,
        ],
  );
}

/** The whole length, and what is over or left of the target. */
function totals(
  { length }: OutlineView,
  { rate, minutes = 0 }: Pick<ViewOptions, 'rate' | 'minutes'>,
): { readonly text: string; readonly over: boolean } {
  const text = `全文 ${grouped(length.characters)} 字，按每分钟 ${rate} 字约讲 ${clock(length.seconds)}。`;
  if (minutes === 0) return { text, over: false };
  const rest = minutes * 60 - length.seconds;
  const characters = grouped(Math.round((Math.abs(rest) * rate) / 60));
  return {
    text: `${text}限 ${minutes} 分钟，${rest < 0 ? `超出 ${clock(-rest)}，约 ${characters} 字` : `还可讲 ${clock(rest)}，约 ${characters} 字`}。`,
    over: rest < 0,
  };
}

const barWidth = 10;

/** Share of the whole as a bar of eighths of a character. */
function bar(part: number, whole: number): string {
  const eighths = whole === 0 ? 0 : Math.max(part > 0 ? 1 : 0, Math.round((part / whole) * barWidth * 8));
  const rest = eighths % 8;
  return ('█'.repeat(eighths >> 3) + (rest === 0 ? '' : '▏▎▍▌▋▊▉'[rest - 1]!)).padEnd(barWidth);
}

export const outline: View = {
  json(document, { rate, minutes = 0 }) {
    const { parts, length } = outlineOf(document, rate);
    return {
      outline: parts.map(({ node, characters, seconds }) => {
        const role = document.roleOf(node);
        return {
          start: node.start,
          end: node.end,
          marker: node.written.marker,
          depth: node.depth,
          title: node.written.title,
          characters,
          seconds,
          ...(role !== undefined && { role }),
        };
      }),
      structure: document.structure.map(({ speech, profile, reason, parts: found, missing }) => ({
        title: speech.title === undefined ? null : document.slice(speech.title),
        profile: profile?.id ?? null,
        reason,
        parts: found.map(({ part, span, confidence }) => ({
          role: part.role,
          name: part.name,
          start: span.start,
          end: span.end,
          confidence: Number(confidence.toFixed(2)),
        })),
        missing: missing.map(({ part }) => ({ role: part.role, name: part.name })),
      })),
      characters: length.characters,
      seconds: length.seconds,
      ...(minutes > 0 && { minutes }),
    };
  },
  text(path, document, options) {
    const { colors, columns, rate } = options;
    const { bold, dim, cyan, yellow } = colors;
    const view = outlineOf(document, rate);
    const { parts, length } = view;
    const lines = new Lines(document.text);
    const places = parts.map(({ node }) => String(lines.at(node.start).line));
    const gutter = Math.max(0, ...places.map(widthOf));
    const roles = parts.map(({ node }) => roleName(document, node));
    const roleWidth = Math.max(0, ...roles.map(widthOf));
    // The bar takes 11 columns, characters 8, minutes and seconds 10.
    const room = columns - gutter - 2 - (roleWidth > 0 ? roleWidth + 2 : 0) - barWidth - 1 - 20;
    const first = parts[0]?.node.depth === 0 ? 0 : 1;
    let out = `${bold(path)}\n`;
    parts.forEach(({ node, characters, seconds }, i) => {
      const label = padEnd(clip('  '.repeat(Math.max(0, node.depth - first)) + headingOf(node), room), room);
      const role = roleWidth > 0 ? `${cyan(padEnd(roles[i]!, roleWidth))}  ` : '';
      const share = node.kind === 'title' ? ' '.repeat(barWidth) : bar(characters, length.characters);
      out += `${dim(padStart(places[i]!, gutter))}  ${node.kind === 'title' ? bold(label) : label}${role}${dim(share)} ${padStart(grouped(characters), 7)}字 ${dim(padStart(clock(seconds), 9))}\n`;
    });
    if (parts.length === 0) out += dim('没有标题和层次序号。\n');
    for (const line of structureLines(document)) out += `${dim(line)}\n`;
    const whole = totals(view, options);
    return `${out}${whole.over ? yellow(whole.text) : dim(whole.text)}\n\n`;
  },
};

const escapeMarkdown = (text: string): string => text.replace(/([\\`*_[\]<>#|])/g, '\\$1');

/** The outline as a Markdown list. */
export function outlineMarkdown(
  path: string,
  document: Document,
  options: Pick<ViewOptions, 'rate' | 'minutes'>,
): string {
  const view = outlineOf(document, options.rate);
  const first = view.parts[0]?.node.depth === 0 ? 0 : 1;
  let out = `# ${escapeMarkdown(path)}\n\n`;
  for (const { node, characters, seconds } of view.parts) {
    const role = roleName(document, node);
    out += `${'  '.repeat(Math.max(0, node.depth - first))}- ${node.depth <= 1 ? `**${escapeMarkdown(headingOf(node))}**` : escapeMarkdown(headingOf(node))}${role === '' ? '' : `（${role}）`}　${grouped(characters)} 字，${clock(seconds)}\n`;
  }
  for (const line of structureLines(document)) out += `\n${escapeMarkdown(line)}\n`;
  return `${out}\n${totals(view, options).text}\n\n`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The outlines of all drafts as one page that needs nothing else. */
export const outlinePage = {
  begin: `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>讲稿提纲</title>
<style>body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
h1{font-size:1.2em;margin:2em 0 .5em}table{border-collapse:collapse;width:100%}td{padding:.15em .5em;vertical-align:top;border-bottom:1px solid #eee}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.b{width:9em}td.b i{display:block;height:.6em;margin-top:.6em;background:#7a9cc6}
.role{color:#2a6db0}.title{font-weight:bold}.over{color:#b00}p{color:#555;margin:.3em 0}</style></head><body>
`,
  draft(path: string, document: Document, options: Pick<ViewOptions, 'rate' | 'minutes'>): string {
    const view = outlineOf(document, options.rate);
    const first = view.parts[0]?.node.depth === 0 ? 0 : 1;
    let out = `<h1>${escapeHtml(path)}</h1>\n<table>\n`;
    for (const { node, characters, seconds } of view.parts) {
      const share =
        view.length.characters === 0 || node.kind === 'title'
          ? 0
          : Math.round((characters / view.length.characters) * 1000) / 10;
      out += `<tr><td style="padding-left:${Math.max(0, node.depth - first) * 1.5 + 0.5}em"${node.kind === 'title' ? ' class="title"' : ''}>${escapeHtml(headingOf(node))}</td><td class="role">${escapeHtml(roleName(document, node))}</td><td class="b"><i style="width:${share}%"></i></td><td class="n">${grouped(characters)} 字</td><td class="n">${clock(seconds)}</td></tr>\n`;
    }
    out += '</table>\n';
    for (const line of structureLines(document)) out += `<p>${escapeHtml(line)}</p>\n`;
    const whole = totals(view, options);
    return `${out}<p${whole.over ? ' class="over"' : ''}>${escapeHtml(whole.text)}</p>\n`;
  },
  end: '</body></html>\n',
};
