/** Globs of configurations and settings: paths have `/` between their parts; a pattern without one is meant for every folder. */
import picomatch from 'picomatch';

const compiled = new Map<string, (path: string) => boolean>();

export function globMatcher(pattern: string): (path: string) => boolean {
  let matches = compiled.get(pattern);
  if (matches === undefined) {
    const compile = picomatch(pattern.replace(/^\.\//, ''), { basename: true, dot: true });
    matches = (path) => compile(path);
    compiled.set(pattern, matches);
  }
  return matches;
}
