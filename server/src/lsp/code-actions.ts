/** Fixes, silence, filling and renumbering as code actions. */
import type { CodeAction, CodeActionParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Finding } from '../engine/problem.ts';
import { findingsAt, fixActions, ignoreActions, safeEdits } from '../features/actions.ts';
import { blankAt, fillList } from '../features/fill-list.ts';
import { renumberingAt } from '../features/renumbering.ts';
import { rules } from '../rules/index.ts';
import { toDiagnostics } from './diagnostics.ts';
import { CodeActionKind } from './library.ts';
import type { OpenDraft } from './open-draft.ts';
import { toRange, toSpan, toTextEdit } from './positions.ts';
import type { Session } from './session.ts';
import { saveAfter, turnOffEdit } from './turn-off.ts';
import { pathOf } from './uris.ts';
import { verdictActions } from './verdicts.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.jianggao`;
const renumberKind = `${CodeActionKind.RefactorRewrite}.renumber`;
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, renumberKind];

const summaries = new Map(rules.map(({ meta }) => [meta.id, meta.summary]));

export function codeActions({ range, context }: CodeActionParams, draft: OpenDraft, session: Session): CodeAction[] {
  const settings = session.settings(draft.uri);
  const { only } = context;
  // Under the light bulb stand the fixes of what is wrong; the others are asked for by their kind.
  const wanted = (kind: string): boolean =>
    only === undefined
      ? kind === CodeActionKind.QuickFix
      : only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const span = toSpan(draft.lines, range);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const found = findingsAt(draft.analyse(settings).result.findings, span);
    for (const { title, edits, finding, preferred } of fixActions(found))
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: toDiagnostics([finding], draft.lines, draft.uri),
        isPreferred: preferred,
        edit: toWorkspaceEdit(draft, edits),
      });
    if (session.extension) actions.push(...fillActions(draft, span.start, found));
    actions.push(...silence(draft, found, session));
  }
  if (wanted(fixAllKind)) {
    const edits = safeEdits(draft.document, draft.analyse(settings).result.findings);
    if (edits.length > 0)
      actions.push({ title: '改正所有不改变原意的问题', kind: fixAllKind, edit: toWorkspaceEdit(draft, edits) });
  }
  if (wanted(renumberKind)) {
    const renumbering = renumberingAt(draft.document, draft.outline(settings.rate), span.start);
    if (renumbering !== undefined)
      actions.push({
        title: `重新编号（从“${renumbering.first}”起的一组）`,
        kind: renumberKind,
        edit: toWorkspaceEdit(draft, renumbering.edits),
      });
  }
  return actions;
}

function fillActions({ document, lines, uri }: OpenDraft, offset: number, found: readonly Finding[]): CodeAction[] {
  const blank = blankAt(document, offset);
  if (blank === undefined) return [];
  // VS Code puts what mends no finding behind all that does, and so behind what only silences them.
  const mended = found.filter(({ start, end }) => start < blank.end && blank.start < end);
  const diagnostics = toDiagnostics(mended, lines, uri);
  const count = fillList(document).find(({ key }) => key === blank.group)?.blanks.length ?? 1;
  // The cursor may be elsewhere: fixes are asked for where the mouse is, too.
  const { start } = toRange(lines, blank);
  const action = (title: string, here: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command: 'jianggao.fill', arguments: [{ key: blank.group, ...(here && { here: start }) }] },
  });
  if (count === 1) return [action(`填写${blank.what}…`, true)];
  return [
    action(`填写${blank.what}：全部 ${count} 处，逐处预览…`, false),
    action(`填写${blank.what}：只填这一处…`, true),
  ];
}

function silence(draft: OpenDraft, found: readonly Finding[], session: Session): CodeAction[] {
  const actions: CodeAction[] = [];
  const done = new Set<string>();
  for (const finding of found) {
    const { rule } = finding;
    const summary = summaries.get(rule);
    if (summary === undefined || done.has(rule)) continue;
    done.add(rule);
    const diagnostics = toDiagnostics([finding], draft.lines, draft.uri);
    for (const { title, edits } of ignoreActions(draft.document, finding, summary))
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit: toWorkspaceEdit(draft, edits) });
    if (session.workspace.trusted && pathOf(draft.uri) !== undefined)
      for (const action of verdictActions(draft.uri, finding))
        actions.push({ ...action, kind: CodeActionKind.QuickFix, diagnostics });
    const edit = turnOffEdit(session, draft.uri, rule);
    if (edit === undefined) continue;
    const title = `关闭这条规则：${summary}（写入 jianggao.json）`;
    const command = session.extension ? saveAfter(title, edit) : undefined;
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(command && { command }) });
  }
  return actions;
}

/** Edits of one version: a client that has gone on since refuses them. */
export function toWorkspaceEdit({ uri, version, lines }: OpenDraft, edits: readonly Edit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(lines, edit)) }] };
}
