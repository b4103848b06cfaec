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
      // Closed to the extension is also what has been given another language: its editor stays, and the marks would too.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#mark(uri, [])),
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
      this.#mark(uri, calm);
      return { ...report, items };
    },
  };

  #mark(uri: vscode.Uri, ranges: readonly vscode.Range[]): void {
    const id = uri.toString();
    if (ranges.length > 0) this.#ranges.set(id, ranges);
    else this.#ranges.delete(id);
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document.uri.toString() === id) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    editor.setDecorations(this.#decoration, this.#ranges.get(editor.document.uri.toString()) ?? []);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
