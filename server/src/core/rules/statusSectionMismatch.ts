import type { Selector } from '../analysis/selection';
import type { Group, StatusKind, Ticket } from '../model/plan';
import { nameOf, statusText } from './names';
import type { Rule } from './rule';

export const statusSectionMismatch: Rule = {
  id: 'status-section-mismatch',
  severity: 'warning',
  summary: 'A ticket stands in a section that says something else than its own status.',
  details: `A table headed "In Progress" with a row marked "Todo", an open box under "Completed": one of the two is wrong, and readers believe
either. A box that is open in a section of work in progress, or ticked in a list of things to do, is no contradiction
(on a board with a list of what is done, \`conflicting-status\` tells of it).`,
  examples: [
    {
      bad: `## In Progress

| Task | Owner | Status |
| --- | --- | --- |
| Write schema | Ann | Todo |
                       ^^^^ warning status-section-mismatch: Write schema is Todo in the section "In Progress"
`,
      good: `## In Progress

| Task | Owner | Status |
| --- | --- | --- |
| Write schema | Ann | In Progress |
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const ticket of analysis.selectTickets(isMisplaced)) {
      const { group } = sectionOf(ticket)!;
      yield {
        message: say('{0} is {1} in the section "{2}"', nameOf(ticket), statusText(ticket.status!), group.title),
        span: ticket.status!.span,
        related: [{ uri: analysis.uri, span: group.titleSpan, message: say('the section "{0}"', group.title) }],
      };
    }
  },
};

const isMisplaced: Selector<Ticket> = (entity) => {
  if (entity.shape === 'heading' || !entity.status?.kind || entity.status.inherited) return false;
  const section = sectionOf(entity);
  return section !== null && contradicts(entity, entity.status.kind, section.kind);
};

/** The nearest section that is named after a status, up to a phase. */
function sectionOf(ticket: Ticket): { group: Group; kind: StatusKind } | null {
  for (let group = ticket.group; group && group.kind === 'section'; group = group.parent)
    if (group.statusName) return { group, kind: group.statusName };
  return null;
}

function contradicts(ticket: Ticket, own: StatusKind, section: StatusKind): boolean {
  if (own === section || own === 'dropped' || section === 'dropped' || own === 'blocked' || section === 'blocked')
    return false;
  if (section === 'done') return own !== 'review';
  if (ticket.shape !== 'row') return false;
  if (section === 'active') return own === 'todo' || own === 'done';
  if (section === 'todo') return own === 'done' || own === 'review';
  return section === 'review' && (own === 'todo' || own === 'done');
}
