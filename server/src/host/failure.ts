/** What the command could not do, in words for its user. `code` is part of the JSON contract. */
export type FailureCode =
  | 'not-found'
  | 'no-drafts'
  | 'unreadable'
  | 'undecodable'
  | 'unsupported'
  | 'unwritable'
  | 'configuration'
  | 'rule-crashed';

export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}

/** By its name: what is loaded when needed has a class of its own. */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure';

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ELOOP: '链接绕成了圈',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '文件名太长',
  ERR_FS_FILE_TOO_LARGE: '文件太大',
  ERR_STRING_TOO_LONG: '文件太大',
};

/** `code` of a system error (ENOENT …), or '' when it is something else. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The reason of a system error as a Chinese phrase. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  return reasons[code] ?? (code !== '' ? `系统返回 ${code}` : error instanceof Error ? error.message : String(error));
}

/** A failure as reports show it. */
export const errorOf = ({ code, message }: Failure): { readonly code: FailureCode; readonly message: string } => ({
  code,
  message,
});
