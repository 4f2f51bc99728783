import type { Span } from '../text/span';
import { canonicalId } from './names';
import type { Dependency, Status, TicketShape } from './plan';
import { isOptional, normalize } from './vocabulary';

/** What one row, item or heading says of a ticket. Offsets count from the line that it was read in. */
export interface TicketParts {
  readonly shape: TicketShape;
  readonly id?: string | null;
  readonly idSpan?: Span | null;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly status?: Status | null;
  readonly statusSlot?: Span | null;
  readonly dependencies?: readonly Dependency[];
  readonly branch?: string | null;
  readonly owner?: string | null;
  readonly estimate?: string | null;
  readonly priority?: string | null;
  readonly optional?: boolean;
  /** A status beside its own. */
  readonly aside?: Status | null;
  /** What it says in words that it waits for; null where nothing. */
  readonly worded?: readonly Dependency[] | null;
}

/** The same with what follows from it alone: read once, it serves every version of the document that has the line. */
export interface TicketReading extends TicketParts {
  readonly optional: boolean;
  /** Null where it has no id. */
  readonly canonicalId: string | null;
  /** What its key is made from. */
  readonly name: string;
}

// Field by field: to spread the parts would make a shape of its own of each of thousands.
export const ticketReading = (parts: TicketParts): TicketReading => ({
  shape: parts.shape,
  id: parts.id,
  idSpan: parts.idSpan,
  title: parts.title,
  titleSpan: parts.titleSpan,
  span: parts.span,
  status: parts.status,
  statusSlot: parts.statusSlot,
  dependencies: parts.dependencies,
  branch: parts.branch,
  owner: parts.owner,
  estimate: parts.estimate,
  priority: parts.priority,
  aside: parts.aside,
  worded: wordedAlone(parts),
  optional: parts.optional === true || isOptional(parts.title),
  canonicalId: parts.id ? canonicalId(parts.id) : null,
  name: parts.id ?? slug(parts.title),
});

/** What is said in words alone: what is also said as a dependency needs no second look. */
function wordedAlone({ worded, dependencies = [] }: TicketParts): readonly Dependency[] | null {
  const alone = worded?.filter(({ text }) => !dependencies.some((one) => one.text === text)) ?? [];
  return alone.length > 0 ? alone : null;
}

/** A title as a key: letters and digits, words parted by a dash. */
export const slug = (title: string): string =>
  normalize(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'ticket';
