/**
 * The count at the right edge of a row, where VS Code puts the problems of a file: it stays in sight in a side bar that is too narrow for the words beside
 * the heading. It counts what the row's icon shows.
 */
import * as vscode from 'vscode';

export interface Badge {
  readonly count: number;
  /** What is counted, in Chinese. */
  readonly what: string;
}

const scheme = 'jianggao-part';
const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${path}` });

export class Badges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri[]>();
  /** By place in the tree. */
  #badges: ReadonlyMap<string, Badge> = new Map();

  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #registration = vscode.window.registerFileDecorationProvider(this);

  /** What a row is about to VS Code, always the same for one place in the tree, so that a new count takes the place of the old one without a gap. */
  readonly resourceOf = uriOf;

  show(badges: ReadonlyMap<string, Badge>): void {
    const before = this.#badges;
    this.#badges = badges;
    const changed = [...new Set([...before.keys(), ...badges.keys()])].filter((path) => {
      const [old, now] = [before.get(path), badges.get(path)];
      return old?.count !== now?.count || old?.what !== now?.what;
    });
    if (changed.length > 0) this.#changed.fire(changed.map(uriOf));
  }

  provideFileDecoration({ scheme: own, path }: vscode.Uri): vscode.FileDecoration | undefined {
    const badge = own === scheme ? this.#badges.get(path.slice(1)) : undefined;
    if (!badge) return undefined;
    // Two characters are what there is room for.
    return { badge: `${Math.min(badge.count, 99)}`, tooltip: `${badge.what} ${badge.count}`, propagate: false };
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
