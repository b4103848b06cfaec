/** Folders that templates lie in: what ships, an office's, a workspace's and one's own. */
import path from 'node:path';

/** Whose templates: those that ship, those of an office's folders, of the workspace, and one's own. */
export type TemplateOrigin = 'built-in' | 'office' | 'workspace' | 'mine';

export interface TemplateFolder {
  readonly origin: TemplateOrigin;
  readonly path: string;
  /** Its absence is no fault: `.vscode` of a workspace. */
  readonly optional?: boolean;
}

/** The folder of what ships: beside dist/, or in the checkout when the sources run. */
export const builtInTemplates = (): TemplateFolder => ({
  origin: 'built-in',
  path: path.join(typeof __dirname === 'string' ? path.join(__dirname, '..') : process.cwd(), 'snippets'),
});

/** One's own templates, of editor and command alike; undefined where the system names no home. */
export function ownTemplates(env: Readonly<Record<string, string | undefined>>): TemplateFolder | undefined {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const base =
    process.platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'] || (home && path.join(home, '.config'));
  return base ? { origin: 'mine', path: path.join(base, 'jianggao', 'templates'), optional: true } : undefined;
}

/** The snippets of a workspace's folder. */
export const workspaceTemplates = (folder: string): TemplateFolder => ({
  origin: 'workspace',
  path: path.join(folder, '.vscode'),
  optional: true,
});

/** A folder as settings write it: absolute, under the user's home (`~/…`), or under each folder of the workspace (`${workspaceFolder}/…`). */
export function templateFolder(
  given: string,
  workspace: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly TemplateFolder[] {
  const office = (folder: string): TemplateFolder => ({ origin: 'office', path: path.normalize(folder) });
  const variable = ['$', '{workspaceFolder}'].join('');
  if (given.includes(variable)) return workspace.map((folder) => office(given.replaceAll(variable, folder)));
  if (/^~[/\\]/.test(given)) {
    const home = env['HOME'] ?? env['USERPROFILE'];
    return home === undefined ? [] : [office(path.join(home, given.slice(2)))];
  }
  return path.isAbsolute(given) ? [office(given)] : workspace.map((folder) => office(path.join(folder, given)));
}
