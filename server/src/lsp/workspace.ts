/** What holds for one document: the user's word, the editor's settings, `jianggao.json`. */
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import {
  type Configuration,
  type ConfigurationProblem,
  resolveConfiguration,
  type Settings,
} from '../engine/configuration.ts';
import { isFigure } from '../engine/ledger.ts';
import type { Stage } from '../engine/problem.ts';
import { configurationText } from '../host/configuration-text.ts';
import { type ConfigurationFor, configurations, disk, faultsOf, fetchedConfiguration } from '../host/configurations.ts';
import { configurationName } from '../host/find-configuration.ts';
import { globMatcher } from '../host/globs.ts';
import { parseJsonc } from '../host/jsonc.ts';
import { rules } from '../rules/index.ts';
import type { DraftSettings, OpenDraft } from './open-draft.ts';
import type { ConfigurationFaults, DocumentChoice, EditorSettings } from './protocol.ts';
import { decoded, isVirtual, pathOf, relativePath } from './uris.ts';

const defaults: EditorSettings = {
  documents: { detect: true, include: [], exclude: [] },
  codeLens: { enabled: false },
};

interface VirtualConfiguration {
  readonly entry: string;
  readonly configuration: Configuration;
}

export class Workspace {
  choices: Readonly<Record<string, DocumentChoice>> = {};
  /** False: no configuration of the workspace is read. */
  trusted = true;
  /** URIs of the workspace folders. */
  roots: readonly string[] = [];
  readonly #connection: Connection;
  readonly #asks: boolean;
  readonly #editor = new Map<string, EditorSettings>();
  /** Reads a file of a virtual workspace, which only the client can; undefined where the client has no such request. */
  fetch: ((uri: string) => Promise<Buffer | undefined>) | undefined;
  /** Configurations of drafts that are no files of this machine, with their URIs; undefined for those without. */
  readonly #virtual = new Map<string, VirtualConfiguration | undefined>();
  /** Told of each folder (a URI), beside those of `jianggao.json`, that a file comes from which a configuration names. */
  watch: ((folder: string) => void) | undefined;
  readonly #watched = new Set<string>();
  /** Paths of documents below the roots, by the roots that they were reckoned from. */
  readonly #paths = new WeakMap<readonly string[], Map<string, string | undefined>>();
  /** What is being asked of the client, by document: whoever else wants it waits for the same answer. */
  readonly #learning = new Map<string, Promise<unknown>>();
  /** How often what is on disk has been forgotten: an answer of before is none. */
  #forgotten = 0;
  #configurations: ConfigurationFor = this.#read();
  readonly #faults = new WeakMap<Configuration, ConfigurationFaults>();
  readonly #settled = new WeakMap<Settings, Map<Stage, DraftSettings>>();

  /** `asks`: the client answers workspace/configuration. */
  constructor(connection: Connection, asks: boolean) {
    this.#connection = connection;
    this.#asks = asks;
  }

  /** Paths of the workspace folders that are on this machine. */
  get folders(): readonly string[] {
    return this.roots.flatMap((uri) => pathOf(uri) ?? []);
  }

  /** True when nothing needs to be asked of the client for this document. */
  knows(uri: string): boolean {
    return this.#knowsEditor(uri) && this.#knowsVirtual(uri);
  }

  async learn(uri: string): Promise<void> {
    let learning = this.#learning.get(uri);
    if (learning === undefined) {
      learning = Promise.all([this.#learnEditor(uri), this.#learnVirtual(uri)]).finally(() =>
        this.#learning.delete(uri),
      );
      this.#learning.set(uri, learning);
    }
    await learning;
  }

  #knowsEditor(uri: string): boolean {
    return !this.#asks || this.#editor.has(uri);
  }

  #knowsVirtual(uri: string): boolean {
    return this.fetch === undefined || !this.trusted || !isVirtual(uri) || this.#virtual.has(uri);
  }

  /** The nearest `jianggao.json` above the draft, as far up as the client can read. */
  async #learnVirtual(uri: string): Promise<void> {
    const { fetch } = this;
    if (fetch === undefined || this.#knowsVirtual(uri)) return;
    const forgotten = this.#forgotten;
    const read = async (file: string): Promise<Buffer | undefined> =>
      fetch(file).catch((error: unknown) => void this.#connection.console.error(`${file}: ${String(error)}`));
    const found = await this.#findVirtual(uri, read);
    if (forgotten !== this.#forgotten) return this.#learnVirtual(uri);
    for (const file of found?.configuration.files.slice(1) ?? []) this.#watch(new URL('.', file).href);
    this.#virtual.set(uri, found);
  }

  async #findVirtual(
    uri: string,
    read: (file: string) => Promise<Buffer | undefined>,
  ): Promise<VirtualConfiguration | undefined> {
    for (let folder = new URL('.', uri).href; ; folder = new URL('..', folder).href) {
      const entry = `${folder}${configurationName}`;
      if ((await read(entry)) !== undefined)
        return { entry, configuration: await fetchedConfiguration(entry, rules, read, isFigure) };
      if (new URL('..', folder).href === folder) return undefined;
    }
  }

  #watch(folder: string): void {
    if (this.#watched.has(folder)) return;
    this.#watched.add(folder);
    this.watch?.(folder);
  }

  async #learnEditor(uri: string): Promise<void> {
    if (this.#knowsEditor(uri)) return;
    const answer: unknown = await this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'jianggao' })
      .catch((error: unknown) => this.#connection.console.error(`workspace/configuration: ${String(error)}`));
    this.#editor.set(uri, merge(answer));
  }

  editor(uri: string): EditorSettings {
    return this.#editor.get(uri) ?? defaults;
  }

  forget(uri: string): void {
    this.#editor.delete(uri);
    this.#virtual.delete(uri);
  }

  /** The editor's settings have changed. */
  forgetEditor(): void {
    this.#editor.clear();
  }

  /** A `jianggao.json` has changed, or may be read from now on. */
  forgetConfigurations(): void {
    this.#configurations = this.#read();
    this.#virtual.clear();
    this.#forgotten++;
  }

  #read(): ConfigurationFor {
    const watch = ({ files }: Configuration): void => {
      for (const file of files.slice(1)) this.#watch(pathToFileURL(dirname(file)).href);
    };
    return configurations(rules, undefined, watch, isFigure);
  }

  settings(uri: string): DraftSettings {
    const settings = this.#settings(uri);
    const stage = this.choices[uri]?.stage ?? settings.stage ?? 'draft';
    let byStage = this.#settled.get(settings);
    if (byStage === undefined) this.#settled.set(settings, (byStage = new Map()));
    let settled = byStage.get(stage);
    if (settled === undefined)
      byStage.set(
        stage,
        (settled = {
          rules: settings.rules,
          stage,
          rate: settings.speech.rate,
          minutes: settings.speech.minutes,
          structure: settings,
          terms: termsOf(settings),
          words: settings.words,
          ledger: settings.ledger,
        }),
      );
    return settled;
  }

  #settings(uri: string): Settings {
    const virtual = this.trusted ? this.#virtual.get(uri) : undefined;
    if (virtual === undefined) return this.#configurations.settings(this.trusted ? pathOf(uri) : undefined);
    const folder = new URL('.', virtual.entry).href;
    return virtual.configuration.settings(decoded(new URL(uri).href.slice(folder.length)));
  }

  /** What is wrong with the configuration on disk that holds for a draft. */
  configurationFaults(uri: string): ConfigurationFaults | null {
    const path = this.trusted ? pathOf(uri) : undefined;
    const configuration = path === undefined ? undefined : this.#configurations.of(path);
    if (configuration === undefined || configuration.problems.length === 0) return null;
    let told = this.#faults.get(configuration);
    if (told === undefined) this.#faults.set(configuration, (told = toldOf(configuration)));
    return told;
  }

  /** What is wrong in a `jianggao.json` as it stands in the editor. */
  configurationProblems(uri: string, text: string): readonly ConfigurationProblem[] {
    const path = pathOf(uri);
    if (path === undefined) return [];
    const port = disk(isFigure);
    const configuration = resolveConfiguration(path, rules, {
      ...port,
      load: (reference, from) => (from === undefined ? { path, ...parseJsonc(text) } : port.load(reference, from)),
    });
    return [
      ...configuration.problems.filter((problem) => problem.path === path),
      ...sheetProblems(configuration, path, text),
    ];
  }

  /** The `jianggao.json` that holds for a file; its text is undefined when it cannot be read. */
  configurationText(file: string): { readonly path: string; readonly text: string | undefined } | undefined {
    const path = this.#configurations.of(file)?.files[0];
    return path === undefined ? undefined : { path, text: configurationText(path) };
  }

  isSpeech(draft: OpenDraft): boolean {
    return this.decides(draft.uri, draft.languageId) ?? draft.recognised;
  }

  /**
   * What is said of a document without looking at its text; undefined when its text decides. `scope`: whose settings hold, for a file that is not open
   * those of its folder.
   */
  decides(uri: string, languageId: string, scope = uri): boolean | undefined {
    const { speech } = this.choices[uri] ?? {};
    if (speech !== undefined) return speech;
    if (languageId === 'speech') return true;
    const { detect, include, exclude } = this.editor(scope).documents;
    if (this.#matches(uri, exclude)) return false;
    return this.#matches(uri, include) || (detect ? undefined : false);
  }

  /** Asked with every keystroke. */
  #relative(uri: string): string | undefined {
    let paths = this.#paths.get(this.roots);
    if (paths === undefined) this.#paths.set(this.roots, (paths = new Map()));
    let path = paths.get(uri);
    if (path === undefined) paths.set(uri, (path = relativePath(uri, this.roots)));
    return path;
  }

  #matches(uri: string, globs: readonly string[]): boolean {
    if (globs.length === 0) return false;
    const path = this.#relative(uri);
    return path !== undefined && globs.some((glob) => globMatcher(glob)(path));
  }
}

/** The first fault of a configuration that has some; one in a workbook, which no editor shows, is told at the configuration that names it. */
function toldOf(configuration: Configuration): ConfigurationFaults {
  const faults = faultsOf(configuration);
  const { path, line, message } = faults[0]!;
  const entry = configuration.files[0] ?? path;
  const shown = /\.xlsx$/i.test(path) ? { path: entry, line: 1 } : { path, line };
  return { count: faults.length, uri: pathToFileURL(shown.path).href, line: shown.line - 1, message };
}

/** Faults of one sheet that are told. */
const mostFaults = 5;

/** What is wrong in the sheets that this file names, where it names them: no editor shows them in the sheets. */
function sheetProblems(configuration: Configuration, path: string, text: string): readonly ConfigurationProblem[] {
  const found = faultsOf(configuration).filter((fault) => fault.path !== path && isSheet(fault.path));
  const told = new Map<string, number>();
  return found.flatMap(({ path: sheet, line, column, message }) => {
    const name = basename(sheet);
    const start = text.indexOf(name);
    const before = told.get(sheet) ?? 0;
    told.set(sheet, before + 1);
    if (start < 0 || before >= mostFaults) return [];
    // Cells of a workbook have no place in a text: the message names theirs.
    const where = /\.xlsx$/i.test(sheet) ? '' : `第${line}行第${column}列：`;
    return [{ path, start, end: start + name.length, message: `“${name}”${where}${message}` }];
  });
}
const isSheet = (file: string): boolean => /\.(?:csv|tsv|ya?ml|xlsx)$/i.test(file);

const termsOf = ({ terms, formulations }: Settings): readonly string[] => [
  ...new Set([...(terms ?? []).flatMap(({ prefer }) => prefer ?? []), ...(formulations ?? []).map(({ name }) => name)]),
];

function merge(answer: unknown): EditorSettings {
  const { documents, codeLens } = (answer ?? {}) as Partial<EditorSettings>;
  return { documents: { ...defaults.documents, ...documents }, codeLens: { ...defaults.codeLens, ...codeLens } };
}
