import type { CancellationToken, ResultProgressReporter } from 'vscode-languageserver';
import { breathe, type Host } from './host';

/** So many items are sent at once. */
const partSize = 100;

/** How an answer reaches the client before it is whole; undefined where the client does not take parts. */
export type Parts<R> = ResultProgressReporter<R> | undefined;

/**
 * The answer of a long list: converted and sent in parts, where the client takes them, so that what is left to answer is
 * empty. Ends early once it is cancelled.
 */
export async function inParts<T, R>(
  items: readonly T[],
  convert: (item: T) => R,
  { parts, host, token }: { parts: Parts<R[]>; host: Host; token: CancellationToken },
): Promise<R[]> {
  if (!parts || items.length <= partSize) return items.map(convert);
  for (let i = 0; i < items.length && !token.isCancellationRequested; i += partSize) {
    parts.report(items.slice(i, i + partSize).map(convert));
    await breathe(host);
  }
  return [];
}
