/**
 * A blank in a draft is normal: instead of a squiggle and a line among the problems it gets one quiet mark, and is counted in 待填.
 * In the final stage it is an error and shown as one.
 */
import * as vscode from 'vscode';
import type { Middleware, vsdiag } from 'vscode-languageclient/node';

const rule = 'placeholders/unfilled';

/** A blank that is no problem yet. */
export const isCalm = ({ code, severity }: vscode.Diagnostic): boolean =>
  code === rule && severity === vscode.DiagnosticSeverity.Information;

export class CalmBlanks implements vscode.Disposable {
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    borderWidth: '0 0 1px 0',
    borderStyle: 'dashed',
    borderColor: new vscode.ThemeColor('editorInfo.foreground'),
    backgroundColor: new vscode.ThemeColor('editor.lineHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #ranges = new Map<string, readonly vscode.Range[]>();
  readonly #subscriptions: vscode.Disposable[];

  constructor() {
    this.#subscriptions = [
      this.#decoration,
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#draw(editor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#ranges.delete(uri.toString())),
    ];
  }

  readonly middleware: Middleware = {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      // An unchanged report leaves the marks where they are, too.
      if (report?.kind !== ('full' as vsdiag.DocumentDiagnosticReportKind.full)) return report;
      const uri = document instanceof vscode.Uri ? document : document.uri;
      const calm: vscode.Range[] = [];
      const items = report.items.filter((diagnostic) => {
        const blank = isCalm(diagnostic);
        if (blank) calm.push(diagnostic.range);
        return !blank;
      });
      this.#ranges.set(uri.toString(), calm);
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) this.#draw(editor);
      return { ...report, items };
    },
  };

  /** Marks of documents that are no longer looked at by a server. */
  clear(): void {
    this.#ranges.clear();
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
  }

  /** What is marked now. */
  of(uri: vscode.Uri): readonly vscode.Range[] {
    return this.#ranges.get(uri.toString()) ?? [];
  }

  #draw(editor: vscode.TextEditor): void {
    editor.setDecorations(this.#decoration, this.of(editor.document.uri));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
