/** Globs of configurations and settings: paths have `/` between their parts; a pattern without one is meant for every folder. */
import picomatch from 'picomatch';

const compiled = new Map<string, (path: string) => boolean>();

export function globMatcher(pattern: string): (path: string) => boolean {
  let matches = compiled.get(pattern);
  if (matches === undefined) {
    const glob = pattern.replace(/^\.\//, '');
    // picomatch would hold every pattern against the last part of the path alone.
    const compile = picomatch(glob, { basename: !glob.includes('/'), dot: true });
    matches = (path) => compile(path);
    compiled.set(pattern, matches);
  }
  return matches;
}
