/** Templates for the editor: the library, kept in memory; completion from it; drafts and packs as text. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem } from 'vscode-languageserver';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import { anonymise, toTemplateBody } from '../features/anonymise.ts';
import { render } from '../features/snippet.ts';
import { blanksOf, dateVariable, type Ledger, lengthOf, offersFor, writeLabels } from '../features/templates.ts';
import { decode } from '../host/decode.ts';
import type { LibraryTemplate } from '../host/template-file.ts';
import {
  builtInTemplates,
  ownTemplates,
  type TemplateFolder,
  templateFolder,
  workspaceTemplates,
} from '../host/template-folders.ts';
import { mergePacks, type PackManifest, writePack } from '../host/template-packs.ts';
import { type TemplateLibrary, TemplateShelf } from '../host/templates.ts';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from './library.ts';
import type { OpenDraft } from './open-draft.ts';
import { Lines, toRange } from './positions.ts';
import {
  type AnonymousItem,
  anonymiseMethod,
  type DocumentParams,
  type MakeTemplateParams,
  type MergedPack,
  type MergePackParams,
  makeTemplateMethod,
  mergePackMethod,
  type TemplateContent,
  type TemplateItem,
  type TemplateParams,
  type Templates,
  templateMethod,
  templatesMethod,
} from './protocol.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/** Templates offered at a time while somebody types. */
const mostOffers = 20;

export class TemplateService {
  readonly #session: Session;
  readonly #shelf = new TemplateShelf();
  #library: TemplateLibrary = { templates: [], problems: [] };
  #loading: Promise<Templates> | undefined;
  #asked = false;
  #byId = new Map<string, LibraryTemplate>();

  constructor(session: Session) {
    this.#session = session;
    const { connection } = session;
    connection.onRequest(templatesMethod, () => this.load());
    connection.onRequest(templateMethod, ({ id, values }: TemplateParams) => this.#content(id, values ?? {}));
    connection.onRequest(anonymiseMethod, ({ textDocument: { uri } }: DocumentParams) =>
      session.on('脱密存为模板', uri, null, anonymousItems),
    );
    connection.onRequest(makeTemplateMethod, (params: MakeTemplateParams) =>
      session.on('脱密存为模板', params.textDocument.uri, null, (draft) => makeTemplate(draft, params)),
    );
    connection.onRequest(mergePackMethod, mergedPack);
  }

  /** Reads what has changed. One reading at a time. */
  load(): Promise<Templates> {
    this.#asked = true;
    this.#loading ??= this.#read().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #read(): Promise<Templates> {
    const { workspace } = this.#session;
    const own = ownTemplates(process.env);
    const office = await this.#officeFolders(workspace);
    const inWorkspace = workspace.trusted ? workspace.folders.map(workspaceTemplates) : [];
    const folders: TemplateFolder[] = [
      builtInTemplates(),
      ...office,
      ...inWorkspace,
      ...(own === undefined ? [] : [own]),
    ];
    this.#library = await this.#shelf.load(folders);
    this.#byId = new Map(this.#library.templates.map((template, index) => [`${index} ${template.name}`, template]));
    const { rate } = workspace.settings('');
    return {
      templates: [...this.#byId].map(([id, template]) => itemOf(id, template, rate)),
      problems: this.#library.problems.map(({ path, line, message, severity }) => ({
        uri: pathToFileURL(path).href,
        ...(line !== undefined && { line: line - 1 }),
        message,
        severity,
      })),
      ...(own !== undefined && { own: pathToFileURL(own.path).href }),
      folders: [...office, ...(own === undefined ? [] : [own])].map(({ path }) => pathToFileURL(path).href),
    };
  }

  async #officeFolders(workspace: Workspace): Promise<readonly TemplateFolder[]> {
    if (!this.#session.asks) return [];
    const answer = (await this.#session.connection.workspace.getConfiguration({ section: 'jianggao.templates' })) as {
      readonly folders?: unknown;
    } | null;
    const given = Array.isArray(answer?.folders) ? answer.folders : [];
    return given.flatMap((each) =>
      typeof each === 'string' && each.trim() !== '' ? templateFolder(each.trim(), workspace.folders, process.env) : [],
    );
  }

  #content(id: string, given: Readonly<Record<string, string>>): TemplateContent | null {
    const template = this.#byId.get(id);
    if (template === undefined) return null;
    const values = new Map(Object.entries(given).map(([index, value]) => [Number(index), value]));
    const { text, stops } = render(template.snippet.nodes, values, dateVariable(new Date()));
    const lines = Lines.of(text);
    return {
      snippet: template.body,
      text,
      stops: stops.filter(({ filled }) => !filled).map((stop) => toRange(lines, stop)),
      blanks: blanksOf(template, this.#ledger()),
    };
  }

  /** The ledger of the first folder of the workspace that has one, as a draft of today reads it. */
  #ledger(): Ledger | undefined {
    const { workspace } = this.#session;
    for (const folder of workspace.folders) {
      const { rules } = workspace.settings(pathToFileURL(path.join(folder, '讲稿.md')).href);
      const lines = rules['numbers/ledger']?.options?.['ledger'] as readonly LedgerLine[] | undefined;
      if (lines !== undefined && lines.length > 0) return { lines, year: new Date().getFullYear() };
    }
    return undefined;
  }

  /** Templates for what stands before the cursor. Waits for no file: until the library has been read there are none. */
  completions(draft: OpenDraft, offset: number): CompletionItem[] {
    const { text } = draft.document;
    const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 64), offset);
    if (!this.#asked) this.load().catch((error: unknown) => this.#session.connection.console.error(String(error)));
    const known = this.#session.extension;
    const tabStops = this.#session.client.textDocument?.completion?.completionItem?.snippetSupport === true;
    return offersFor(this.#library.templates, line)
      .filter(
        ({ template, prefix, typed }) =>
          !known || !offeredByEditor(template as LibraryTemplate, prefix, line, typed, draft.languageId),
      )
      .slice(0, mostOffers)
      .map(({ template, prefix, typed }, index): CompletionItem => {
        const { name, description, body, snippet } = template;
        const { text: plain } = render(snippet.nodes);
        return {
          label: name,
          labelDetails: { description: '模板' },
          detail: description,
          kind: CompletionItemKind.Snippet,
          documentation: { kind: MarkupKind.PlainText, value: plain },
          filterText: prefix,
          sortText: `~${String(index).padStart(3, '0')}`,
          insertTextFormat: tabStops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
          textEdit: {
            range: toRange(draft.lines, { start: offset - typed, end: offset }),
            newText: tabStops ? body : plain,
          },
        };
      });
  }
}

/**
 * Whether VS Code offers the template by itself: it knows those that ship and those of the workspace, and matches their prefixes where a word
 * begins. What a word is, the language says: in a speech letters are words apart from the characters before them, in plain text full-width marks
 * are no ends of words.
 */
function offeredByEditor(
  { origin }: LibraryTemplate,
  prefix: string,
  line: string,
  typed: number,
  language: string,
): boolean {
  if (origin === 'office' || origin === 'mine') return false;
  const before = line.at(-typed - 1);
  if (before === undefined || /[\s\x21-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7e]/.test(before)) return true;
  if (language === 'plaintext') return false;
  return !/[\p{L}\p{N}_]/u.test(before) || (language === 'speech' && /^[a-z]/.test(prefix));
}

function itemOf(id: string, template: LibraryTemplate, rate: number): TemplateItem {
  const { name, kind, origin, description, prefixes, labels, file, line, pack } = template;
  const made = [pack.office, pack.version === undefined ? undefined : `第 ${pack.version} 版`]
    .filter((part) => part !== undefined)
    .join('，');
  return {
    id,
    name,
    kind,
    origin,
    description,
    prefixes,
    ...(labels.体裁 !== undefined && { genre: labels.体裁 }),
    ...(labels.部件 !== undefined && { part: labels.部件 }),
    ...(labels.会议 !== undefined && { meeting: labels.会议 }),
    ...(labels.讲话人 !== undefined && { speaker: labels.讲话人 }),
    ...((labels.语气 ?? labels.对象) !== undefined && { tone: labels.语气 ?? labels.对象 }),
    ...lengthOf(template, rate),
    uri: pathToFileURL(file).href,
    line: line - 1,
    ...(made !== '' && { pack: made }),
  };
}

async function mergedPack({ files, names, ...manifest }: MergePackParams): Promise<MergedPack> {
  const texts: string[] = [];
  for (const file of files) {
    const decoded = await decode(Buffer.from(file, 'base64'));
    if (decoded === undefined) return { message: '认不出模板文件的编码，没有写入。请另存为 UTF-8。' };
    texts.push(decoded.text);
  }
  return mergePacks(texts, manifest satisfies PackManifest, names && new Set(names));
}

const anonymousItems = (draft: OpenDraft): AnonymousItem[] =>
  anonymise(draft.document).map(({ spans, text, mask, kind, what, sure, before, after }) => ({
    ranges: spans.map((span) => toRange(draft.lines, span)),
    text,
    mask,
    kind,
    what,
    sure,
    before,
    after,
  }));

function makeTemplate(
  draft: OpenDraft,
  { version, masked, name, prefixes, description, meeting, speaker }: MakeTemplateParams,
): string | null {
  if (draft.version !== version) return null;
  const found = anonymise(draft.document);
  const chosen = masked.flatMap((index) => found[index] ?? []);
  const labels = {
    体裁: '讲话',
    ...(meeting !== undefined && { 会议: meeting }),
    ...(speaker !== undefined && { 讲话人: speaker }),
  };
  return writePack([
    {
      name,
      prefixes,
      description: writeLabels(labels, description),
      kind: 'speech',
      body: toTemplateBody(draft.document, chosen),
    },
  ]);
}
