import { distance } from 'fastest-levenshtein';

/** The known word that a mistyped one most likely stands for; null where none is near. */
export function closest(word: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.far - b.far);
  return near[0]?.candidate ?? null;
}
