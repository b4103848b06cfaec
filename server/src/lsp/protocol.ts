/** What client and server say to each other beyond the Language Server Protocol. Shared by both, so it imports types and pure text tests only. */
import type { Diagnostic, Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

export { looksLikeSpeech } from '../features/recognition.ts';

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
  readonly findings: number;
  readonly blanks: number;
  readonly children: readonly OutlineItem[];
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

/** What the views and the status bar show of one version of a speech. */
export interface Overview {
  readonly version: number;
  readonly stage: Stage;
  readonly characters: number;
  readonly seconds: number;
  readonly blanks: number;
  /** Findings but those of blanks, which are counted above. */
  readonly problems: number;
  readonly outline: readonly OutlineItem[];
  readonly groups: readonly BlankGroup[];
}

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Request: DocumentParams → Overview, or null when the document is not a speech or not open. */
export const overviewMethod = 'jianggao/overview';

/** Request: DocumentParams → the text as it is read out, without Markdown's marks and the checker's comments; null as above. */
export const plainTextMethod = 'jianggao/plainText';

export interface ChoicesParams {
  /** By document URI, whole, at each change. */
  readonly choices: Readonly<Record<string, DocumentChoice>>;
  readonly trusted: boolean;
}

/** Notification: ChoicesParams. The user's word, as the client remembers it. */
export const choicesMethod = 'jianggao/choices';

/** Notification: DocumentParams. The cursor has left the paragraph that was being written: what is left open there is told now. */
export const editingEndedMethod = 'jianggao/editingEnded';

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
