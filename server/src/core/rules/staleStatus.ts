import type { Analysis } from '../analysis/analysis';
import type { Selector } from '../analysis/selection';
import { plain, withoutSigns } from '../model/inline';
import { groupNames } from '../model/names';
import type { Group, Mention, Status, Ticket } from '../model/plan';
import { kindOfPhrase } from '../model/status';
import { normalize } from '../model/vocabulary';
import { nameOf, relatedTo, statusText } from './names';
import type { Rule, RuleFinding } from './rule';
import { openBelow } from './unfinishedParent';

export const staleStatus: Rule = {
  id: 'stale-status',
  severity: 'warning',
  summary: "A phase's, section's or document's own status is not what its tickets say.",
  details: `A phase marked ✅ over open boxes, "Planned" over finished ones, front matter with \`status: done\` in a document with open boxes: the word
was written once, the tickets moved on. All places that tell of a phase are compared, each with the tickets themselves: headings, rows, items, lines of text ("Phase 1: Base — done",
"Status: Phase 2 complete"), badges.

Only an information where all that is open is optional, where a phase in progress has nothing left to do, and where a list of things
to do is nearly all ticked. Silent for parts that say that they are not all ("remaining tasks").`,
  examples: [
    {
      bad: `## Phase 1: Base ✅
                 ^ warning stale-status: Phase 1: Base is ✅, but 1 of 2 tickets is not done

- [x] Schema
- [ ] Login
`,
      good: `## Phase 1: Base

- [x] Schema
- [ ] Login
`,
    },
  ],
  *check({ analysis }) {
    const { plan } = analysis;
    for (const group of analysis.selectGroups(mayBeStale)) {
      let leaves: readonly Ticket[] | null = null;
      const told = new Set<number>();
      for (const status of statusesOf(analysis, group)) {
        // A sign that only repeats the section's name says nothing of its own.
        if (told.has(status.span.start) || (status.kind !== null && status.kind === group.statusName)) continue;
        told.add(status.span.start);
        leaves ??= leavesOf(group);
        const finding = judge(analysis, group, status, leaves);
        if (finding) yield finding;
      }
      if (group.statusName === 'todo' && told.size === 0) yield* nearlyTicked(analysis, group, leavesOf(group));
    }
    for (const ticket of analysis.selectTickets(isHeading)) {
      if (!ticket.status || ticket.status.inherited) continue;
      const finding = judge(analysis, ticket, ticket.status, ticket.children.flatMap(leavesUnder));
      if (finding) yield finding;
    }
    if (plan.status) {
      const leaves = [...plan.tickets, ...plan.allGroups.flatMap((group) => group.tickets)].flatMap(leavesUnder);
      const finding = plan.status.kind === 'done' ? judge(analysis, null, plan.status, leaves) : null;
      // "Phase 5 complete" says it of the last phase, and only by that of all.
      if (finding) yield kindOfPhrase(plan.status.text) ? finding : { ...finding, severity: 'info' };
    }
  },
};

const mayBeStale: Selector<Group> = (group) =>
  !group.partial &&
  (group.status !== null || group.statusName === 'todo' || group.mentions.some(({ status }) => status !== null));

const isHeading: Selector<Ticket> = (entity) => entity.shape === 'heading' && entity.children.length > 0;

function* statusesOf({ source }: Analysis, group: Group): Generator<Status> {
  const own = (status: Status | null): status is Status => status !== null && !status.inherited;
  for (const { status, statusSlot, titleSpan } of group.mentions as readonly Mention[])
    if (own(status) && (statusSlot === null || !isAboutPart(group, source.slice(titleSpan)))) yield status;
  if (own(group.status) && !group.mentions.some(({ status }) => status === group.status)) yield group.status;
}

/** "- [x] Phase 1: pipeline scope defined" ticks something of phase 1, which is headed "Phase 1: Basic pipeline". */
function isAboutPart(group: Group, item: string): boolean {
  if (!group.body || /\|/.test(item)) return false;
  const wordsOf = (title: string): string[] => {
    const name = groupNames(title)[0];
    const words = normalize(withoutSigns(plain(name ? title.slice(name.end) : title))).split(/[^\p{L}\p{N}]+/u);
    return words.filter((word) => word.length > 1);
  };
  const own = wordsOf(group.title);
  const said = wordsOf(item);
  const shared = said.filter((word) => own.includes(word)).length;
  return own.length > 1 && said.length > own.length && shared > 0 && shared < own.length;
}

const leavesUnder = (ticket: Ticket): Ticket[] =>
  ticket.children.length === 0 || ticket.status?.kind === 'dropped' ? [ticket] : ticket.children.flatMap(leavesUnder);

const leavesOf = (group: Group): Ticket[] => [...group.tickets.flatMap(leavesUnder), ...group.groups.flatMap(leavesOf)];

function judge(
  analysis: Analysis,
  entity: Group | Ticket | null,
  status: Status,
  tickets: readonly Ticket[],
): RuleFinding | null {
  const leaves = tickets.filter((ticket) => ticket.status?.kind && ticket.status.kind !== 'dropped');
  if (leaves.length === 0) return null;
  const done = leaves.filter((ticket) => ticket.status?.kind === 'done');
  const open = leaves.filter((ticket) => ticket.status?.kind !== 'done');
  const { say } = analysis;
  const name = entity ? nameOf(entity) : say('The document');
  const text = statusText(status);
  const all = leaves.length;
  const finding = (message: string, related: readonly Ticket[], severity?: 'info'): RuleFinding => ({
    message,
    span: status.span,
    related: related.slice(0, 20).map((ticket) => relatedTo(analysis.say, { uri: analysis.uri, entity: ticket })),
    severity,
  });
  if (status.kind === 'done') {
    if (open.length === 0 || isApproval(status)) return null;
    const optional = open.every((ticket) => ticket.optional);
    return finding(
      say('{0} is {1}, but {2} of {3} tickets {2|is|are} not done', name, text, open.length, all),
      open,
      optional ? 'info' : undefined,
    );
  }
  const allDone =
    all === 1
      ? say('{0} is {1}, but its one ticket is done', name, text)
      : say('{0} is {1}, but all {2} tickets are done', name, text, all);
  if (status.kind === 'todo') {
    const begun = leaves.filter((ticket) => ticket.status?.kind !== 'todo' && ticket.status?.kind !== 'blocked');
    // An open box says no more than that it is not finished.
    const box = /^\[.\]$/u.test(status.text);
    if (box) return open.length === 0 ? finding(allDone, done, 'info') : null;
    // Without a word, an hourglass is "in progress" as often as "pending".
    if (/^[⏳⌛🔜]$/u.test(status.text) && open.length > 0) return null;
    if (begun.length === 0 || (entity?.type === 'group' && entity.kind === 'section' && open.length > 0)) return null;
    if (open.length === 0) return finding(allDone, done);
    return finding(say('{0} is {1}, but {2} of {3} tickets {2|is|are} done', name, text, done.length, all), begun);
  }
  if (status.kind === 'active' && open.length === 0 && leaves.length > 1) return finding(allDone, done, 'info');
  return null;
}

/** What is approved may be the plan itself, before any of it is done. */
const isApproval = ({ text }: Status): boolean =>
  /^(?:approved|accepted|passed|ok|承認済み?|批准|已批准|aprobado|approuvé|genehmigt|aprovado|одобрено|onaylandı)$/u.test(
    normalize(withoutSigns(text)),
  );

/** "Still to implement" over boxes that nearly all are ticked. */
function* nearlyTicked(analysis: Analysis, group: Group, leaves: readonly Ticket[]): Generator<RuleFinding> {
  const own = leaves.filter((ticket) => ticket.status && !ticket.status.inherited);
  const done = own.filter((ticket) => ticket.status?.kind === 'done');
  if (own.length < 5 || done.length < own.length * 0.75) return;
  yield {
    severity: 'info',
    message: analysis.say('{0} of {1} tickets in the section "{2}" are done', done.length, own.length, group.title),
    span: group.titleSpan,
    related: openBelow({ children: own })
      .slice(0, 20)
      .map((entity) => relatedTo(analysis.say, { uri: analysis.uri, entity })),
  };
}
