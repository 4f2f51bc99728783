import { distance } from 'fastest-levenshtein';

/** Slips that a word of this length may have: none below four letters, three from ten on. */
const slipsFor = (length: number): number => (length >= 10 ? 3 : length >= 6 ? 2 : length >= 4 ? 1 : 0);

/** Enough words to look through; more would make a plan of unknown names slow. */
export const mostWords = 2000;

/**
 * The one of `words` that a misspelt word is meant to be: nearest by edit distance (Levenshtein, with two neighbouring letters
 * that changed places as one slip), near enough for its length. Null where none is, or where two of different forms are
 * equally near. `form` gives what is compared; `allowed` may rule out a form.
 */
export function nearest(
  word: string,
  words: Iterable<string>,
  form: (word: string) => string,
  allowed: (form: string) => boolean = () => true,
): string | null {
  const own = form(word);
  let best: string | null = null;
  let least = slipsFor(own.length) + 1;
  let tied = false;
  let seen = 0;
  for (const candidate of words) {
    if (++seen > mostWords) break;
    const other = form(candidate);
    if (other.length < 3 || Math.abs(other.length - own.length) > least || other === own || !allowed(other)) continue;
    const d = isSwap(own, other) ? 1 : distance(own, other);
    if (d > least || d >= slipsFor(own.length) + 1) continue;
    if (d < least) {
      best = candidate;
      least = d;
      tied = false;
    } else if (best !== null && form(best) !== other) tied = true;
  }
  return tied ? null : best;
}

/** Two neighbouring letters changed places: the commonest slip, which edit distance counts twice. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
