// What the tests of the window share: the VS Code that run.mjs has found, and servers on it.
import { startWindows } from '../window.mjs';

let found;

/** Told by run.mjs before the tests are loaded. */
export function use(vscode, vsix) {
  found = { vscode, vsix };
}

/** A server and its windows, for one `describe`. */
export const windows = (options = {}) => startWindows(found.vscode, { vsix: found.vsix, ...options });
