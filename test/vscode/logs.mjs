// What VS Code wrote down of the extension's failures while it ran: nobody sees them, so the tests look.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The logs of an extension host, and the extension's own, which is named after its channel. */
const logs = /^(?:(?:remote)?exthost|讲稿)\.log$/;
const entry = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[(\w+)\] /;

/**
 * Errors that name the extension, each with its stack.
 * @param {string} userData
 * @param {RegExp} [expected] what the tests have brought about themselves
 * @returns {string[]}
 */
export function errorsOfOurs(userData, expected) {
  const folder = join(userData, 'logs');
  if (!existsSync(folder)) throw new Error(`no logs in ${userData}`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => logs.test(basename(file)));
  if (files.length === 0) throw new Error(`no log of an extension host in ${folder}`);
  return files.flatMap((file) =>
    entriesOf(readFileSync(join(folder, file), 'utf8'))
      .filter(({ level }) => level === 'error')
      .map(({ text }) => text)
      .filter((text) => (basename(file) === '讲稿.log' || /jianggao|讲稿/.test(text)) && !expected?.test(text)),
  );
}

/** Entries of a log; lines that begin without a time belong to the one before. */
export function entriesOf(log) {
  const entries = [];
  for (const line of log.split(/\r?\n/)) {
    const level = entry.exec(line)?.[1];
    if (level !== undefined) entries.push({ level, text: line });
    else if (entries.length > 0) entries.at(-1).text += `\n${line}`;
  }
  return entries;
}
