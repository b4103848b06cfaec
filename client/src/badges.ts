/**
 * The count at the right edge of a row, where VS Code puts the problems of a file: it stays in sight in a side bar that is too narrow for the words beside
 * the heading. It counts what the row's icon shows.
 */
import * as vscode from 'vscode';

const scheme = 'jianggao-part';

/** What a row is about, so that VS Code asks for its badge. The counts are part of it: other counts are another row to VS Code, and nothing is told. */
export function badged(path: string, count: number, what: string): vscode.Uri | undefined {
  return count === 0 ? undefined : vscode.Uri.from({ scheme, path: `/${path}`, query: `${count}`, fragment: what });
}

export class Badges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #registration = vscode.window.registerFileDecorationProvider(this);

  provideFileDecoration({ scheme: own, query, fragment }: vscode.Uri): vscode.FileDecoration | undefined {
    if (own !== scheme) return undefined;
    // Two characters are what there is room for.
    return { badge: query.length > 2 ? '99' : query, tooltip: `${fragment} ${query}`, propagate: false };
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
