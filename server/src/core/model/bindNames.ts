import type { DraftGroup } from './draft';
import { plain, withoutSigns } from './inline';
import { canonicalId, groupNames } from './names';
import type { BlockedEntry, Focus, Misnomer, PhaseOrder, Ticket } from './plan';
import type { Reading } from './reading';
import { kindOfPhrase } from './status';
import { normalize } from './vocabulary';

/** A focus names a ticket by its id, else a group. One that says itself that it is complete is a report, no focus. */
export function bindFocus(reading: Reading): Focus[] {
  const { draft } = reading;
  return reading.focus.flatMap(({ span, text }) => {
    const words = text.split(/[\s,，、()（）:：]+/).filter((word) => word !== '');
    if (kindOfPhrase(words.at(-1) ?? '') === 'done' || /✅|☑|✔/u.test(text)) return [];
    for (const match of text.matchAll(/[\p{L}\p{N}#][\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*/gu)) {
      const ticket = /\p{L}|\./u.test(match[0]) ? draft.ticketById(match[0]) : undefined;
      // Where several have the id, it is not known which one is meant.
      if (ticket?.canonicalId && draft.sameIds.has(ticket.canonicalId)) return [];
      if (ticket && canonicalId(match[0]) === canonicalId(ticket.id!))
        return [{ span, target: ticket as unknown as Ticket }];
    }
    const names = groupNames(text);
    const name = names[0];
    if (!name || names.length > 1 || name.keys.length > 1) return [];
    const group = draft.group(name.kind, name.key);
    return group ? [{ span, target: group as never }] : [];
  });
}

const arrowChain = /(?<![\p{L}\p{N}])(?:[A-Z]|\d{1,2})(?:\s*(?:→|->|⇒)\s*(?:[A-Z]|\d{1,2})(?![\p{L}\p{N}]))+/u;

/** An order of phases is a chain of their keys, or of their names, joined by arrows. */
export function bindOrders(reading: Reading): PhaseOrder[] {
  return reading.arrows.flatMap((line) => {
    const source = plain(reading.text.slice(line.start, line.end));
    const names = groupNames(source);
    const kinds = new Set(names.map((name) => name.kind));
    let keys: string[] = [];
    if (
      names.length > 1 &&
      kinds.size === 1 &&
      names.every(
        (name, i) => i === 0 || /^[^.。;；]{0,40}(?:→|->|⇒)\s*$/u.test(source.slice(names[i - 1]!.end, name.start)),
      )
    )
      keys = names.map((name) => name.key);
    else if (names.length === 0)
      keys = (arrowChain.exec(source)?.[0] ?? '').split(/\s*(?:→|->|⇒)\s*/u).filter((key) => key !== '');
    const groups = keys.map((key) => reading.draft.group(names[0]?.kind ?? 'phase', key));
    return groups.length > 1 && groups.every((group) => group !== undefined)
      ? [{ span: line, groups: groups as never }]
      : [];
  });
}

/** Rows and items that call a phase by the title of another one: "Phase 2: Linker", where phase 3 is headed "Linker". */
export function bindMisnomers({ draft }: Reading): Misnomer[] {
  if (draft.otherNames.length === 0) return [];
  const bare = (title: string, { kind, key }: DraftGroup): string => {
    const name = groupNames(title).find((one) => one.kind === kind && one.key === key);
    return normalize(withoutSigns(name ? title.slice(name.end) : title)).replace(/^[\s:：.)|–—-]+/, '');
  };
  const titles = new Map<string, DraftGroup | null>();
  for (const group of draft.allGroups) {
    if (group.kind === 'section' || !group.headed) continue;
    const title = `${group.kind}:${bare(group.title, group)}`;
    titles.set(title, titles.has(title) ? null : group);
  }
  return draft.otherNames.flatMap(({ group, title, span }) => {
    const own = bare(title, group);
    const other = own.length < 4 ? null : titles.get(`${group.kind}:${own}`);
    return other && other !== group ? [{ span, group: group as never, other: other as never }] : [];
  });
}

/** What a line says in words that its ticket waits for is a dependency where the plan has a ticket of that id. */
export function bindWorded({ draft, worded }: Reading): void {
  for (const { ticket, ...dependency } of worded) {
    const target = draft.ticketById(dependency.text);
    if (!target || target === ticket || ticket.dependencies.some(({ text }) => text === dependency.text)) continue;
    let above: typeof ticket.parent = ticket.parent;
    while (above && above !== target) above = above.parent;
    if (!above) ticket.dependsOn([dependency]);
  }
}

/** Entries of lists of what is blocked, with the tickets that they name by id or by their whole title. */
export function bindBlocked(reading: Reading): BlockedEntry[] {
  const titles = new Map<string, Ticket>();
  if (reading.blocked.length > 0)
    for (const ticket of [...reading.draft.allTickets].reverse())
      titles.set(normalize(ticket.title), ticket as unknown as Ticket);
  return reading.blocked.map(({ span, text }) => {
    const byId = /^[\p{L}\p{N}#][\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*/u.exec(text)?.[0];
    const ticket = (byId && reading.draft.ticketById(byId)) || titles.get(normalize(text)) || null;
    return { span, text, ticket: ticket as unknown as Ticket | null };
  });
}
