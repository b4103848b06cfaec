/** What an editor asks of a speech at a place: hover, completion, code actions, highlights, rename, lenses, colours, symbols. */
import type { CompletionItem, Position, SemanticTokens, WorkspaceSymbol } from 'vscode-languageserver';
import { completionsAt } from '../features/completion.ts';
import { blankAt } from '../features/fill-list.ts';
import { overrun } from '../features/length.ts';
import { highlightsAt, occurrencesAt } from '../features/occurrences.ts';
import type { OutlineView, Part } from '../features/outline.ts';
import { selectionsAt } from '../features/selection.ts';
import { colouredSpans, tokenTypes } from '../features/tokens.ts';
import { minutes, overTime } from '../features/wording.ts';
import { countWithin } from '../text/span.ts';
import { codeActions, toWorkspaceEdit } from './code-actions.ts';
import { toHover } from './hover.ts';
import { CompletionItemKind, DocumentHighlightKind, SemanticTokensBuilder, SymbolKind } from './library.ts';
import type { DraftSettings, OpenDraft } from './open-draft.ts';
import { toOffset, toRange } from './positions.ts';
import type { Session } from './session.ts';
import { toFolds, toLenses, toSelection, toSymbols } from './structure.ts';
import type { TemplateService } from './templates.ts';

/** Symbols answered to one query. */
const mostSymbols = 200;

export function registerLanguageFeatures(session: Session, templates: TemplateService): void {
  registerStructure(session);
  registerReading(session);
  registerWriting(session, templates);
}

const at = ({ lines }: OpenDraft, position: Position): number => toOffset(lines, position);

/** The outline as symbols, folds, selections and lenses. */
function registerStructure(session: Session): void {
  const { connection } = session;
  const outline = (draft: OpenDraft): OutlineView => draft.outline(session.settings(draft.uri).rate);

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    session.on('大纲', uri, [], (draft) => toSymbols(outline(draft).roots, draft.lines)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    session.on('折叠', uri, [], (draft) => toFolds(outline(draft), draft.lines)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    session.on('扩大选择', uri, null, (draft) =>
      positions.map((position) => {
        const spans = selectionsAt(draft.document, outline(draft), at(draft, position));
        return toSelection(spans, draft.lines) ?? { range: { start: position, end: position } };
      }),
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    session.on('字数提示', uri, [], (draft) =>
      session.workspace.editor(uri).codeLens.enabled
        ? toLenses(outline(draft), draft.lines, (part) => lensOf(part, draft, session.settings(uri)))
        : [],
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => {
    const symbols: WorkspaceSymbol[] = [];
    for (const draft of session.speeches())
      session.guard('查找标题', undefined, () => {
        for (const { node, heading } of outline(draft).parts) {
          const name = `${node.written.marker}${node.written.title}`;
          if (symbols.length < mostSymbols && holds(name, query))
            symbols.push({
              name,
              kind: SymbolKind.String,
              location: { uri: draft.uri, range: toRange(draft.lines, heading) },
            });
        }
      });
    return symbols;
  });
}

/** What is told of the text at a place, and how it is coloured. */
function registerReading(session: Session): void {
  const { connection } = session;
  connection.onHover(({ textDocument: { uri }, position }) =>
    session.on('悬停', uri, null, (draft) => toHover(draft, position, session.settings(uri), session.extension)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    session.on('同一处高亮', uri, null, (draft) => {
      const places = highlightsAt(draft.document, at(draft, position));
      // Nothing is an answer too: without one VS Code marks the word at the cursor, which in Chinese is the whole clause. Markdown has an answer of its own.
      if (places.length === 0 && draft.languageId === 'markdown') return null;
      return places.map((place) => ({
        range: toRange(draft.lines, place),
        kind: place.kind === 'same' ? DocumentHighlightKind.Text : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position }) =>
    session.on('查找引用', uri, null, (draft) =>
      occurrencesAt(draft.document, at(draft, position)).map((span) => ({ uri, range: toRange(draft.lines, span) })),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    session.on('着色', uri, { data: [] }, semanticTokens),
  );
}

/** What is written for the user: completion, fixes, filling in. */
function registerWriting(session: Session, templates: TemplateService): void {
  const { connection } = session;
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    session.on('补全', uri, [], (draft) => [
      ...completions(draft, position, session.settings(uri)),
      ...templates.completions(draft, at(draft, position)),
    ]),
  );
  connection.onCodeAction((params) =>
    session.on('修改建议', params.textDocument.uri, [], (draft) => codeActions(params, draft, session)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    session.on('填写', uri, null, (draft) => {
      const blank = blankAt(draft.document, at(draft, position));
      return blank === undefined
        ? null
        : { range: toRange(draft.lines, blank), placeholder: draft.document.slice(blank) };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    session.on('填写', uri, null, (draft) => {
      const offset = at(draft, position);
      if (blankAt(draft.document, offset) === undefined) return null;
      const edits = occurrencesAt(draft.document, offset).map(({ start, end }) => ({ start, end, text: newName }));
      return toWorkspaceEdit(draft, edits);
    }),
  );
}

/** Markers, the office's terms, blanks and figures of its ledger that may stand at a place. */
function completions(draft: OpenDraft, position: Position, { terms, ledger }: DraftSettings): CompletionItem[] {
  const { document, lines } = draft;
  return completionsAt(document, at(draft, position), terms, ledger).map(({ label, detail, span, kind }, index) => ({
    label,
    detail,
    kind: kind === 'marker' ? CompletionItemKind.EnumMember : CompletionItemKind.Text,
    filterText: document.slice(span) + label,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: toRange(lines, span), newText: label },
  }));
}

function lensOf(part: Part, { document: { blanks } }: OpenDraft, settings: DraftSettings): string {
  const { characters, seconds, span } = part;
  const left = countWithin(blanks, span);
  const over = overTime(overrun(part, settings.minutes));
  return [`${characters} 字`, minutes(seconds), ...over, ...(left > 0 ? [`待填 ${left}`] : [])].join(' · ');
}

function semanticTokens({ document, lines }: OpenDraft): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const span of colouredSpans(document)) {
    const { start, end } = toRange(lines, span);
    // A token stands in one line; a figure that a page break split is left as it is.
    if (start.line === end.line)
      builder.push(start.line, start.character, end.character - start.character, tokenTypes.indexOf(span.type), 0);
  }
  return builder.build();
}

/** Whether all characters of the query stand in the name, in their order, as VS Code's own filter wants it. */
function holds(name: string, query: string): boolean {
  let from = 0;
  for (const character of query) {
    from = name.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
