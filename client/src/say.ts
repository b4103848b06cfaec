import * as vscode from 'vscode';

/** A short answer in the status bar: what was done, or why nothing was. Nobody has to close it. `milliseconds`: as long as it stays. */
export const say = (message: string, milliseconds = 6000): void =>
  void vscode.window.setStatusBarMessage(message, milliseconds);
