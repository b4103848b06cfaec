// What VS Code wrote down of the extension's failures while it ran: nobody sees them, so the tests look.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The log of an extension host; beside it, in a folder of its own, is the extension's, which is named after its channel. */
const hostLog = /^(?:remote)?exthost\.log$/;
const ownLog = join('jianggao.jianggao', '讲稿.log');
const entry = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+) \[(\w+)\] /;
/** Requests that a closed window leaves behind fail, and say so; nobody waits for them. */
const windowClosed = 'Extension host terminating';

/** A row that was to be revealed has been filled anew while VS Code looked for it. Nothing is shown of that, and the next move of the cursor reveals it. */
const outrun = /\[TreeView:jianggao\.outline\] Failed to resolve tree node|Cannot resolve tree item for element/;

/** Files of VS Code, which may lie in a cache folder of our name. */
const itself = /\S*\/node_modules\/code-server\/\S*/g;

/** @param {string} text */
export const namesUs = (text) => /jianggao|讲稿/.test(text.replace(itself, ''));

/**
 * Errors that name the extension, each with its stack.
 * @param {string} userData
 * @param {RegExp} [expected] what the tests have brought about themselves
 * @returns {string[]}
 */
export function errorsOfOurs(userData, expected) {
  const folder = join(userData, 'logs');
  if (!existsSync(folder)) throw new Error(`no logs in ${userData}`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    hostLog.test(basename(file)),
  );
  if (files.length === 0) throw new Error(`no log of an extension host in ${folder}`);
  return files.flatMap((file) => {
    const host = entriesOf(readFileSync(join(folder, file), 'utf8'));
    const own = join(folder, dirname(file), ownLog);
    const end = host.find(({ text }) => text.includes(windowClosed))?.time;
    return [
      ...host.filter(({ text }) => namesUs(text)),
      ...(existsSync(own) ? entriesOf(readFileSync(own, 'utf8')) : []),
    ]
      .filter(({ level, time }) => level === 'error' && (end === undefined || time < end))
      .map(({ text }) => text)
      .filter((text) => !outrun.test(text) && !expected?.test(text));
  });
}

/** Entries of a log; lines that begin without a time belong to the one before. */
function entriesOf(log) {
  const entries = [];
  for (const line of log.split(/\r?\n/)) {
    const [, time, level] = entry.exec(line) ?? [];
    if (time !== undefined) entries.push({ time, level, text: line });
    else if (entries.length > 0) entries.at(-1).text += `\n${line}`;
  }
  return entries;
}
