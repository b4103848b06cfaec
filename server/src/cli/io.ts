/** What a command sees of the world. Tests give their own. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of the terminal. */
  readonly columns?: number;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Buffer;
  /** Told when there is so much to do that compiling the code pays: in several drafts or a long one quickly, in many drafts or a very long one with optimising. */
  readonly expectMuch?: (of: 'several' | 'drafts' | 'characters') => void;
}

/** Nobody reads the output any more (`| head`): the command ends, and nothing went wrong. */
export class PipeClosed extends Error {}
