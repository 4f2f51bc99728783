import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { fileName } from './describe';
import { plain } from './markdown';
import { nameOf } from './names';
import { isShown } from './outline';

export interface FoundSymbol {
  readonly type: 'group' | 'ticket';
  readonly uri: string;
  readonly span: Span;
  /** With the status, so that editors, which look for the query in the name alone, find it by that too. */
  readonly name: string;
  /** The phase that holds it, and the plan. */
  readonly container: string;
}

const mostFound = 500;

/** Tickets and groups of all plans whose id, title or status holds the letters of the query, in their order. */
export function workspaceSymbols(snapshot: Snapshot, query: string): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  const letters = [...query.toLowerCase().replace(/\s/g, '')];
  for (const uri of snapshot.planUris) {
    const { plan } = snapshot.analysis(uri)!;
    const title = plain(plan.title ?? '') || fileName(uri);
    for (const entity of [...plan.allGroups.filter(isShown), ...plan.allTickets]) {
      if (entity.type === 'ticket' && !mayHold(entity, letters)) continue;
      const name = symbolName(snapshot.say, entity);
      if (!holds(name.toLowerCase(), letters)) continue;
      found.push({
        type: entity.type,
        uri,
        span: spanOf(entity),
        name,
        container: containerOf(snapshot.say, entity, title),
      });
      if (found.length === mostFound) return found;
    }
  }
  return found;
}

/** Whether a ticket's name and status hold the letters, as long as nothing of them is taken out: most need no look at what is shown of them. */
const mayHold = ({ id, title, key, status }: Ticket, letters: readonly string[]): boolean =>
  holds(`${id ?? ''}${title || key}${status ? status.text : ''}`.toLowerCase(), letters);

function symbolName(say: Say, entity: Ticket | Group): string {
  const status = entity.status ? plain(entity.status.text) : '';
  return [nameOf(say, entity) || '—', status].filter((part) => part !== '').join(' · ');
}

function containerOf(say: Say, entity: Ticket | Group, plan: string): string {
  const group = entity.type === 'ticket' ? entity.group : entity.parent;
  return group ? `${nameOf(say, group)} · ${plan}` : plan;
}

const spanOf = (entity: Ticket | Group): Span => (entity.type === 'ticket' && entity.idSpan) || entity.titleSpan;

function holds(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
