/** Verdicts in an editor: findings that have one are not shown, and a finding is given one where it stands. */
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Connection, ShowDocumentParams } from 'vscode-languageserver';
import type { CheckResult } from '../engine/check.ts';
import type { Finding } from '../engine/problem.ts';
import { judge, type Verdict } from '../engine/verdicts.ts';
import { addVerdicts, entryOf, findVerdicts, readVerdicts, reasonAt, verdictsFile } from '../host/verdicts.ts';
import { MessageType, ShowMessageNotification } from './library.ts';
import { Lines, toRange } from './positions.ts';
import { pathOf } from './uris.ts';

/** The server's own command. */
export const giveVerdict = 'jianggao.giveVerdict';

export interface GivenVerdict {
  readonly uri: string;
  readonly fingerprint: string;
  readonly verdict: Verdict['verdict'];
}

const titles: Readonly<Record<Verdict['verdict'], readonly [title: string, reason: string]>> = {
  accepted: ['认可这一处，以后不再报（写入 jianggao.verdicts.json）', '在编辑器里认可'],
  dismissed: ['这是误报，以后不再报（写入 jianggao.verdicts.json）', '在编辑器里判为误报'],
};

/** Actions on one finding of a draft that is a file. */
export const verdictActions = (uri: string, { fingerprint }: Finding): Pick<CodeAction, 'title' | 'command'>[] =>
  (['accepted', 'dismissed'] as const).map((verdict) => {
    const [title] = titles[verdict];
    return { title, command: { title, command: giveVerdict, arguments: [{ uri, fingerprint, verdict }] } };
  });

export class VerdictStore {
  readonly #connection: Connection;
  /** By file of verdicts. */
  readonly #known = new Map<string, ReadonlyMap<string, Verdict>>();
  /** By folder of drafts. */
  readonly #files = new Map<string, string | undefined>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Files may have changed. */
  forget(): void {
    this.#known.clear();
    this.#files.clear();
  }

  /** The result without what has a verdict. */
  judge(uri: string, result: CheckResult): CheckResult {
    const draft = pathOf(uri);
    if (draft === undefined || result.findings.length === 0) return result;
    const folder = dirname(draft);
    if (!this.#files.has(folder)) this.#files.set(folder, findVerdicts(folder));
    const file = this.#files.get(folder);
    return file === undefined ? result : { ...result, findings: judge(result.findings, this.#verdicts(file)).findings };
  }

  #tell(message: string): void {
    // A client may not take it.
    this.#connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
      .catch(() => undefined);
  }

  #verdicts(file: string): ReadonlyMap<string, Verdict> {
    let verdicts = this.#known.get(file);
    if (verdicts === undefined) {
      try {
        verdicts = new Map(readVerdicts(file).map((verdict) => [verdict.fingerprint, verdict]));
      } catch (error) {
        verdicts = new Map();
        const message = error instanceof Error ? error.message : String(error);
        this.#tell(`${message}。里面的结论这次不起作用。`);
      }
      this.#known.set(file, verdicts);
    }
    return verdicts;
  }

  /** Writes the verdict, and puts the cursor where its reason is to be written. */
  async give(finding: Finding, text: string, { uri, verdict }: GivenVerdict, shows: boolean): Promise<void> {
    const draft = pathOf(uri);
    if (draft === undefined) return;
    const file = verdictsFile(dirname(draft), dirname(draft));
    try {
      addVerdicts(file, [entryOf(finding, text, file, draft, verdict, titles[verdict][1])]);
    } catch (error) {
      return this.#tell(`${error instanceof Error ? error.message : String(error)}。`);
    }
    this.forget();
    if (!shows) return;
    const place = reasonAt(file, finding.fingerprint);
    if (place === undefined) return;
    const shown: ShowDocumentParams = {
      uri: pathToFileURL(file).href,
      takeFocus: true,
      selection: toRange(Lines.of(place.text), place),
    };
    await this.#connection.window.showDocument(shown).catch(() => undefined);
  }
}
