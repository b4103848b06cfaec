/** Quick picks and input boxes as promises. */
import type * as vscode from 'vscode';

/**
 * Shows a quick pick or an input box until it is answered, or called off: then the answer is `undefined`. Afterwards it is gone, with what `listen`
 * subscribed to; the first answer that it is given holds.
 */
export function prompted<T>(
  prompt: vscode.QuickInput,
  listen: (answer: (value: T) => void) => readonly vscode.Disposable[],
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const subscriptions = [
      ...listen((value) => {
        resolve(value);
        prompt.hide();
      }),
      prompt.onDidHide(() => {
        resolve(undefined);
        for (const each of subscriptions) each.dispose();
        prompt.dispose();
      }),
    ];
    prompt.show();
  });
}
