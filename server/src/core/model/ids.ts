/**
 * What a team may write for a form of its ids: `#` is a digit, `@` a letter, and as many or more of them; all else is itself. Nothing
 * that a run could take stands behind it, so that a text fits in one way at most.
 */
export const idPattern = /^(?=[^#]*#)(?!.*#\p{N})(?!.*@\p{L})[\p{L}\p{N}#@][\p{L}\p{N}#@._/:-]{0,39}$/u;

/** The forms of ids that a team's settings add to those that we know. */
export interface OwnIds {
  /** At the start of a text. */
  readonly leading: RegExp;
  /** The whole of a text. */
  readonly whole: RegExp;
}

/** Longer runs of digits or letters are no id. */
const longestRun = 20;

/** The forms that are valid patterns, whatever their case; null where there are none. */
export function ownIds(patterns: readonly string[]): OwnIds | null {
  const forms = patterns.filter((pattern) => idPattern.test(pattern)).sort((a, b) => b.length - a.length);
  if (forms.length === 0) return null;
  const any = forms.map(sourceOf).join('|');
  return { leading: new RegExp(`^(?:${any})(?![\\p{L}\\p{N}])`, 'iu'), whole: new RegExp(`^(?:${any})$`, 'iu') };
}

const sourceOf = (pattern: string): string =>
  pattern.replace(/#+|@+|\./g, (part) => {
    if (part[0] === '#') return `\\p{Nd}{${part.length},${longestRun}}`;
    return part[0] === '@' ? `\\p{L}{${part.length},${longestRun}}` : `\\${part}`;
  });
