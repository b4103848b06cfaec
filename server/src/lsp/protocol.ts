/** What client and server say to each other beyond the Language Server Protocol. Shared by both, so it imports types and a few pure functions of text only. */
import type { Diagnostic, Position, Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-types';

export { looksLikeSpeech, recognisedBy } from '../features/recognition.ts';
export { minutes, overTime, shortMinutes } from '../features/wording.ts';

export type Stage = 'draft' | 'final';

/** The user's word on one document; it beats settings and recognition. */
export interface DocumentChoice {
  readonly speech?: boolean;
  readonly stage?: Stage;
}

/** Settings that only an editor can want: the section `jianggao`. */
export interface EditorSettings {
  readonly documents: {
    readonly detect: boolean;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
  };
  readonly codeLens: { readonly enabled: boolean };
}

/** Environment variable of the server: a folder of its client's where the server may keep compiled code. */
export const compiledCodeFolder = 'JIANGGAO_COMPILED_CODE';

export interface InitializationOptions {
  /** By document URI. */
  readonly choices?: Readonly<Record<string, DocumentChoice>>;
  /** False in a workspace that is not trusted: none of its configuration is read. */
  readonly trusted?: boolean;
  /** The client is the extension: it has the commands `jianggao.fill` and `jianggao.goTo`, and asks for a folder's findings by itself. */
  readonly extension?: boolean;
}

export interface OutlineItem {
  /** Empty for a title or a Markdown heading. */
  readonly marker: string;
  readonly title: string;
  /** 0 for the title of a speech. */
  readonly depth: number;
  /** Marker and heading text. */
  readonly selection: Range;
  /** To the end of what it heads. */
  readonly range: Range;
  readonly characters: number;
  readonly seconds: number;
  /** Seconds of it that come after the time its speech may take. */
  readonly over: number;
  readonly findings: number;
  /** Findings that are errors or warnings, not only advice. */
  readonly serious: number;
  readonly blanks: number;
  /** Chinese name of the part it plays in its speech: 认清形势; empty for most. */
  readonly role: string;
  readonly children: readonly OutlineItem[];
}

/** A part of a speech's build. */
export interface BuildPart {
  readonly role: string;
  readonly name: string;
  /** `absent`: not there, and need not be. */
  readonly state: 'present' | 'thin' | 'missing' | 'absent';
  readonly headings: readonly string[];
  readonly range?: Range;
  readonly characters: number;
  readonly seconds: number;
  /** Seconds of it that come after the time its speech may take. */
  readonly over: number;
}

/** One speech after its profile. */
export interface SpeechBuild {
  readonly title: string;
  readonly profile: string;
  readonly reason: string;
  /** Seconds beyond the time that the speech may take. */
  readonly over: number;
  readonly parts: readonly BuildPart[];
}

export interface BlankPlace {
  readonly range: Range;
  /** The mask itself. */
  readonly text: string;
  /** Its sentence, shortened, with the mask in it. */
  readonly before: string;
  readonly after: string;
}

/** One missing thing, in all its places. */
export interface BlankGroup {
  readonly key: string;
  readonly kind: string;
  /** What belongs there: 姓名, 数量（个） … */
  readonly what: string;
  readonly places: readonly BlankPlace[];
}

/** What is wrong with the configuration that holds for a draft. The rest of it holds all the same. */
export interface ConfigurationFaults {
  readonly count: number;
  /** The first of them: its file, its line (from 0), and what it says. */
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

/** What the views and the status bar show of one version of a speech. */
export interface Overview {
  readonly version: number;
  readonly stage: Stage;
  readonly characters: number;
  readonly seconds: number;
  readonly blanks: number;
  /** Findings but those of blanks, which are counted above. */
  readonly problems: number;
  /** Minutes that each speech may take; 0 for any. */
  readonly minutes: number;
  /** Seconds beyond them, in all speeches of the file. */
  readonly over: number;
  readonly outline: readonly OutlineItem[];
  /** Speeches that follow a profile. */
  readonly builds: readonly SpeechBuild[];
  readonly groups: readonly BlankGroup[];
  /** Null when nothing is wrong. */
  readonly configuration: ConfigurationFaults | null;
}

/** Notification from the server: configurations, verdicts or choices are others, so that everything it told may be different now. */
export const changedMethod = 'jianggao/changed';

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Request: DocumentParams → Overview, or null when the document is not a speech or not open. */
export const overviewMethod = 'jianggao/overview';

/** Request: DocumentParams → the text as it is read out, without Markdown's marks and the checker's comments; null as above. */
export const plainTextMethod = 'jianggao/plainText';

export interface PlacedText {
  readonly range: Range;
  readonly text: string;
}

/** The relations that a speech states, mismatches first, and its figures by what they are about. */
export interface CheckedFigures {
  readonly version: number;
  readonly relations: readonly (PlacedText & {
    /** Chinese: 合计, 占比 … */
    readonly type: string;
    readonly verdict: 'mismatch' | 'ok' | 'unsure' | 'not-checkable';
    /** The reckoning. */
    readonly note: string;
    readonly members: readonly PlacedText[];
  })[];
  readonly indicators: readonly {
    readonly indicator: string;
    readonly figures: readonly (PlacedText & { readonly period: string; readonly place: string })[];
  }[];
}

/** Request: DocumentParams → CheckedFigures, or null when the document is not a speech. */
export const figuresMethod = 'jianggao/figures';

export interface ChangePartsParams extends DocumentParams {
  /** Of the text that the places are in. */
  readonly version: number;
  readonly change: 'move' | 'up' | 'down' | 'promote' | 'demote' | 'insert' | 'delete' | 'split' | 'merge' | 'role';
  /** Where the markers of the parts begin. */
  readonly parts: readonly Position[];
  /** Of `move`. */
  readonly target?: Position;
  readonly where?: 'before' | 'after' | 'into';
  /** Of `split`. */
  readonly cursor?: Position;
  /** Of `role`: index of the build, and the part to insert. */
  readonly build?: number;
  readonly role?: string;
}

/** Said where places of an older text are given: nothing is moved by guess. */
export const outdated = '正文刚刚改过，请再试一次。';

export interface ChangedParts {
  readonly edits: readonly TextEdit[];
  /** Chinese: why it cannot be done. */
  readonly refused?: string;
}

/** Request: ChangePartsParams → ChangedParts, or null when the document is not a speech. */
export const changePartsMethod = 'jianggao/changeParts';

export interface ChoicesParams {
  /** By document URI, whole, at each change. */
  readonly choices: Readonly<Record<string, DocumentChoice>>;
  readonly trusted: boolean;
}

/** Notification: ChoicesParams. The user's word, as the client remembers it. */
export const choicesMethod = 'jianggao/choices';

/** Notification: DocumentParams. The cursor has left the paragraph that was being written: what is left open there is told now. */
export const editingEndedMethod = 'jianggao/editingEnded';

/** Request of the server: { uri } → a file of a virtual workspace in Base64, or null when it is not there. */
export const readFileMethod = 'jianggao/readFile';

export interface CheckFolderParams {
  readonly uri: string;
  /** CheckedFiles arrive under this token. */
  readonly partialResultToken: string;
}

export interface CheckedFiles {
  readonly items: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
  /** Files that will be looked at in all. */
  readonly total: number;
}

export interface CheckFolderResult {
  /** Files that could not be read or decoded. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
}

/** Request: CheckFolderParams → CheckFolderResult. Findings of every speech under a folder, streamed. */
export const checkFolderMethod = 'jianggao/checkFolder';

/** A template as the view lists it. */
export interface TemplateItem {
  /** Names it in later requests, until the library is read again. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'speech' | 'part';
  readonly origin: 'built-in' | 'office' | 'workspace' | 'mine';
  readonly description: string;
  readonly prefixes: readonly string[];
  /** 体裁 of a speech, 部件 of a part, and what else its labels say. */
  readonly genre?: string;
  readonly part?: string;
  readonly meeting?: string;
  readonly speaker?: string;
  readonly tone?: string;
  readonly characters: number;
  readonly minutes: number;
  readonly uri: string;
  /** 0-based, of its name in the file. */
  readonly line: number;
  /** The pack it came with: 临溪县委办公室，第 3 版. */
  readonly pack?: string;
}

export interface TemplateFaultItem {
  readonly uri: string;
  /** 0-based; absent for a folder. */
  readonly line?: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface Templates {
  readonly templates: readonly TemplateItem[];
  readonly problems: readonly TemplateFaultItem[];
  /** The folder of one's own templates; it may not be there yet. */
  readonly own?: string;
  /** Folders besides, in and out of the workspace, whose changes the client watches. */
  readonly folders: readonly string[];
}

/** Request: none → Templates. Files that have not changed are not read again. */
export const templatesMethod = 'jianggao/templates';

export interface TemplateBlankItem {
  readonly index: number;
  readonly name: string;
  /** As a blank of a draft, or `choice`. */
  readonly kind: string;
  readonly text: string;
  readonly choices?: readonly string[];
  readonly sample?: string;
  /** What the office's ledger says of it. */
  readonly known?: { readonly value: string; readonly source: string };
  readonly places: number;
  readonly before: string;
  readonly after: string;
}

export interface TemplateContent {
  /** As VS Code inserts it. */
  readonly snippet: string;
  readonly text: string;
  /** Where the blanks stand in the text. */
  readonly stops: readonly Range[];
  readonly blanks: readonly TemplateBlankItem[];
}

export interface TemplateParams {
  readonly id: string;
  /** Values by the number of the tab stop. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Request: TemplateParams → TemplateContent, or null when there is no such template any more. */
export const templateMethod = 'jianggao/template';

/** Something in a speech that a template must not give away, or may leave open. */
export interface AnonymousItem {
  /** Places of the same thing. */
  readonly ranges: readonly Range[];
  readonly text: string;
  /** What takes its place: XX县, XX. */
  readonly mask: string;
  readonly kind: string;
  /** Chinese: 地名, 姓名 … */
  readonly what: string;
  /** False: it may be an ordinary word; the writer is asked. */
  readonly sure: boolean;
  readonly before: string;
  readonly after: string;
}

/** Request: DocumentParams → AnonymousItem[], or null when the document is not a speech. */
export const anonymiseMethod = 'jianggao/anonymise';

export interface MakeTemplateParams extends DocumentParams {
  readonly version: number;
  /** Indexes into the answer of `anonymise` for that version. */
  readonly masked: readonly number[];
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly meeting?: string;
  readonly speaker?: string;
}

/** Request: MakeTemplateParams → the text of a `.code-snippets` file with that one template, or null when the document has changed since. */
export const makeTemplateMethod = 'jianggao/makeTemplate';

export interface MergePackParams {
  /** `.code-snippets` files as base64, in any encoding that drafts may have; of two templates with one name the later stays. */
  readonly files: readonly string[];
  /** Only the templates of these names; all when absent. */
  readonly names?: readonly string[];
  readonly office?: string;
  readonly version?: string;
  readonly licence?: string;
}

/** One `.code-snippets` file, or in Chinese which of those given cannot be read. */
export interface MergedPack {
  readonly text?: string;
  readonly message?: string;
}

/** Request: MergePackParams → MergedPack. */
export const mergePackMethod = 'jianggao/mergePack';
