import type { Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Span } from '../text/span';
import { idTargets, usesIn } from './occurrences';

/** A name that leads somewhere. */
export interface Link {
  readonly span: Span;
  readonly target: Target;
}

/** What starts with `#` and is no heading, address, anchor, colour or entity. */
const hashed = /(?<![\p{L}\p{N}_#/&=.\\]|\]\()#[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;

/** So many links of a document are worth having. */
const mostLinks = 5000;

/** Every `#id` of a document that names one ticket, but where the ticket itself is told of. */
export function links(snapshot: Snapshot, uri: string): Link[] {
  const matches = [...(snapshot.source(uri)?.text ?? '').matchAll(hashed)];
  if (matches.length === 0) return [];
  const known = new Map(usesIn(snapshot, uri).map((use) => [use.span.start, use]));
  const found: Link[] = [];
  for (const match of matches) {
    const span = { start: match.index, end: match.index + match[0].length };
    const use = known.get(span.start);
    const targets = use?.targets ?? idTargets(snapshot, uri, match[0], true);
    if (use?.role === 'definition' || targets.length !== 1) continue;
    found.push({ span, target: targets[0]! });
    if (found.length === mostLinks) break;
  }
  return found;
}
