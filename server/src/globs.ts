import picomatch from 'picomatch';

/** Whether a path (`/` between its parts) fits one of the glob patterns. Empty patterns fit nothing. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map((pattern) => pattern.replace(/^\.\//, '')).filter((pattern) => pattern !== '');
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}

/** Whether the patterns leave out a path, or a folder that it lies in. */
export function leavesOut(patterns: readonly string[]): (path: string) => boolean {
  const matches = matcher(patterns);
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, i) => matches(parts.slice(0, i + 1).join('/')));
  };
}
