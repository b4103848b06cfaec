/** What an editor asks of a speech at a place: hover, completion, code actions, highlights, rename, lenses, colours, symbols. */
import type { CompletionItem, Connection, Hover, Position, WorkspaceSymbol } from 'vscode-languageserver';
import { completionsAt } from '../features/completion.ts';
import { around, blankAt } from '../features/fill-list.ts';
import { hoverAt } from '../features/hover.ts';
import { overrun } from '../features/length.ts';
import { highlightsAt, occurrencesAt } from '../features/occurrences.ts';
import { selectionsAt } from '../features/selection.ts';
import { colouredSpans, tokenTypes } from '../features/tokens.ts';
import { minutes, overTime } from '../features/wording.ts';
import { codeActions, toWorkspaceEdit } from './code-actions.ts';
import { CompletionItemKind, DocumentHighlightKind, MarkupKind, SemanticTokensBuilder, SymbolKind } from './library.ts';
import type { OpenDraft } from './open-draft.ts';
import { toOffset, toRange } from './positions.ts';
import { toFolds, toLenses, toSelection, toSymbols } from './structure.ts';
import type { TemplateService } from './templates.ts';
import type { Workspace } from './workspace.ts';

export interface Drafts {
  /** An answer for a speech; `otherwise` for other documents and when the feature fails. */
  on<T>(feature: string, uri: string, otherwise: T, answer: (draft: OpenDraft) => T): T;
  /** Open speeches. */
  all(): Iterable<OpenDraft>;
  workspace(): Workspace;
  readonly templates: TemplateService;
  /** The client has the extension's commands. */
  extension(): boolean;
}

/** Places listed in a hover. */
const mostPlaces = 5;
/** Symbols answered to one query. */
const mostSymbols = 200;

export function registerLanguageFeatures(
  connection: Connection,
  { on, all, workspace, templates, extension }: Drafts,
): void {
  const settings = ({ uri }: OpenDraft) => workspace().settings(uri);
  const outline = (draft: OpenDraft) => draft.outline(settings(draft).rate);
  const offset = ({ lines }: OpenDraft, position: Position): number => toOffset(lines, position);

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    on('大纲', uri, [], (draft) => toSymbols(outline(draft).roots, draft.lines)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    on('折叠', uri, [], (draft) => toFolds(outline(draft), draft.lines)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    on('扩大选择', uri, null, (draft) =>
      positions.map((position) => {
        const spans = selectionsAt(draft.document, outline(draft), offset(draft, position));
        return toSelection(spans, draft.lines) ?? { range: { start: position, end: position } };
      }),
    ),
  );

  connection.onHover(({ textDocument: { uri }, position }) =>
    on('悬停', uri, null, (draft): Hover | null => {
      const hover = hoverAt(draft.document, outline(draft), offset(draft, position), settings(draft).ledger);
      if (hover === undefined) return null;
      const [title = '', ...lines] = hover.lines.map(escapeMarkdown);
      const places = hover.places.slice(0, mostPlaces).map((span) => {
        const { start } = toRange(draft.lines, span);
        const { before, after } = around(draft.document, span, 12);
        const excerpt = escapeMarkdown(`${before}${draft.document.slice(span)}${after}`);
        const line = `第 ${start.line + 1} 行`;
        return `- ${extension() ? `[${line}](${command('jianggao.goTo', [uri, start])})` : line}　${excerpt}`;
      });
      const more = hover.places.length - places.length;
      if (more > 0) places.push(`- 另 ${more} 处`);
      const fill =
        extension() && hover.blank !== undefined
          ? [`[填写…](${command('jianggao.fill', [{ key: hover.blank }])})`]
          : [];
      const value = [`**${title}**`, ...lines, places.join('\n'), ...fill].filter((part) => part !== '').join('\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(draft.lines, hover.span) };
    }),
  );

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    on('补全', uri, [], (draft): CompletionItem[] => {
      const found = completionsAt(
        draft.document,
        offset(draft, position),
        settings(draft).terms,
        settings(draft).ledger,
      );
      const marks = found.map(({ label, detail, span, kind }, index) => ({
        label,
        detail,
        kind: kind === 'marker' ? CompletionItemKind.EnumMember : CompletionItemKind.Text,
        filterText: draft.document.slice(span) + label,
        sortText: String(index).padStart(3, '0'),
        textEdit: { range: toRange(draft.lines, span), newText: label },
      }));
      return [...marks, ...templates.completions(draft, offset(draft, position))];
    }),
  );

  connection.onCodeAction((params) =>
    on('修改建议', params.textDocument.uri, [], (draft) =>
      codeActions(params, { draft, settings: settings(draft), workspace: workspace(), fills: extension() }),
    ),
  );

  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    on('同一处高亮', uri, null, (draft) => {
      const places = highlightsAt(draft.document, offset(draft, position));
      // Nothing is an answer too: without one VS Code marks the word at the cursor, which in Chinese is the whole clause. Markdown has an answer of its own.
      if (places.length === 0 && draft.languageId === 'markdown') return null;
      return places.map((place) => ({
        range: toRange(draft.lines, place),
        kind: place.kind === 'same' ? DocumentHighlightKind.Text : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position }) =>
    on('查找引用', uri, null, (draft) =>
      occurrencesAt(draft.document, offset(draft, position)).map((span) => ({
        uri,
        range: toRange(draft.lines, span),
      })),
    ),
  );

  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    on('填写', uri, null, (draft) => {
      const blank = blankAt(draft.document, offset(draft, position));
      return blank === undefined
        ? null
        : { range: toRange(draft.lines, blank), placeholder: draft.document.slice(blank) };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    on('填写', uri, null, (draft) => {
      const at = offset(draft, position);
      const blank = blankAt(draft.document, at);
      if (blank === undefined) return null;
      const edits = occurrencesAt(draft.document, at).map(({ start, end }) => ({ start, end, text: newName }));
      return toWorkspaceEdit(draft, edits);
    }),
  );

  connection.onCodeLens(({ textDocument: { uri } }) =>
    on('字数提示', uri, [], (draft) => {
      if (!workspace().editor(uri).codeLens.enabled) return [];
      const { blanks } = draft.document;
      const { minutes: target } = settings(draft);
      return toLenses(outline(draft), draft.lines, (part) => {
        const { characters, seconds, span } = part;
        const left = blanks.filter(({ start }) => span.start <= start && start < span.end).length;
        const over = overTime(overrun(part, target));
        return [`${characters} 字`, minutes(seconds), ...over, ...(left > 0 ? [`待填 ${left}`] : [])].join(' · ');
      });
    }),
  );

  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    on('着色', uri, { data: [] }, (draft) => {
      const builder = new SemanticTokensBuilder();
      for (const span of colouredSpans(draft.document)) {
        const { start, end } = toRange(draft.lines, span);
        // A token stands in one line; a figure that a page break split is left as it is.
        if (start.line === end.line)
          builder.push(start.line, start.character, end.character - start.character, tokenTypes.indexOf(span.type), 0);
      }
      return builder.build();
    }),
  );

  connection.onWorkspaceSymbol(({ query }) => {
    const symbols: WorkspaceSymbol[] = [];
    for (const { uri } of all())
      on('查找标题', uri, undefined, (draft) => {
        for (const { node, heading } of outline(draft).parts) {
          const name = `${node.written.marker}${node.written.title}`;
          if (symbols.length < mostSymbols && holds(name, query))
            symbols.push({ name, kind: SymbolKind.String, location: { uri, range: toRange(draft.lines, heading) } });
        }
      });
    return symbols;
  });
}

/** Whether all characters of the query stand in the name, in their order, as VS Code's own filter wants it. */
function holds(name: string, query: string): boolean {
  let at = 0;
  for (const character of query) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const command = (name: string, args: readonly unknown[]): string =>
  `command:${name}?${encodeURIComponent(JSON.stringify(args))}`;

const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
