/** What client and server say to each other beyond the Language Server Protocol. Shared by both, so it imports types and pure text tests only. */
import { NotificationType, type Range, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';

export type Stage = 'draft' | 'final';

/** The user's word on one document; it beats settings and recognition. */
export interface DocumentChoice {
  readonly speech?: boolean;
  readonly stage?: Stage;
}

/** Settings that only an editor can want: the section `jianggao`. */
export interface EditorSettings {
  readonly stage: Stage;
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
  /** The client asks for the workspace's diagnostics by command and must not be told to poll for them. */
  readonly workspaceOnDemand?: boolean;
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

/** Null when the document is not a speech, or not open. */
export const overviewRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier },
  Overview | null,
  void
>('jianggao/overview');

/** Plain text without Markdown's marks and the checker's comments, as it is read out. */
export const plainTextRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, string | null, void>(
  'jianggao/plainText',
);

/** The client's memory of the user's word, whole, at each change. */
export const choicesNotification = new NotificationType<{
  readonly choices: Readonly<Record<string, DocumentChoice>>;
  readonly trusted: boolean;
}>('jianggao/choices');
