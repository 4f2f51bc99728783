import type { Analysis } from '../../server/src/core/analysis/analysis';
import type { Claim, Group, Plan, Status, Ticket } from '../../server/src/core/model/plan';
import { parseSettings } from '../../server/src/core/settings';
import { Workspace } from '../../server/src/core/workspace';
import { dedent } from '../support/marks';

const uri = 'file:///plan.md';

/** One document, read and looked at; null where it holds no plan. The text may be indented as a template. */
export function analyse(text: string, settings: unknown = {}): Analysis | null {
  return new Workspace()
    .apply({ documents: [{ uri, text: dedent(text) }], settings: parseSettings(settings).settings })
    .analysis(uri);
}

export function read(text: string, settings: unknown = {}): Plan {
  const analysis = analyse(text, settings);
  if (!analysis) throw new Error('the text was read as no plan');
  return analysis.plan;
}

/** The plan as lines: groups by kind, key and title, tickets by id and title, each with the kind of its status. */
export function outline(text: string, settings: unknown = {}): string {
  const plan = read(text, settings);
  return [...entries(plan.groups, plan.tickets)].join('\n');
}

function* entries(groups: readonly Group[], tickets: readonly Ticket[]): Generator<string> {
  const all = [...groups, ...tickets].sort((a, b) => a.span.start - b.span.start);
  for (const one of all) {
    const name =
      one.type === 'group'
        ? `${one.kind === 'section' ? '§' : `${one.kind} ${one.key}`} ${one.title}`
        : `${one.id ? `[${one.id}] ` : ''}${one.title}`;
    yield `${name}${kindOf(one.status)}`;
    const inner = one.type === 'group' ? entries(one.groups, one.tickets) : entries([], one.children);
    for (const line of inner) yield `  ${line}`;
  }
}

const kindOf = (status: Status | null): string => (status ? ` · ${status.kind ?? '?'}` : '');

/** What each ticket depends on, by what was found: `B -> A`, `B -> A (soft)`, `B -> ? unknown`. */
export function dependencies(text: string): string[] {
  const analysis = analyse(text)!;
  const { plan } = analysis;
  return [...plan.allTickets, ...plan.allGroups].flatMap((entity) => {
    const own = analysis.dependencies(entity);
    if (own.length === 0) return [];
    const found = own.map(({ targets, problem, soft, met }) => {
      const names = targets.map((target) => nameOf(target.entity)).join('+') || '?';
      return `${names}${problem ? ` ${problem}` : ''}${soft ? ' soft' : ''}${met ? ' met' : ''}`;
    });
    return [`${nameOf(entity)} -> ${found.join(', ')}`];
  });
}

export const nameOf = (entity: Ticket | Group): string =>
  entity.type === 'ticket' ? (entity.id ?? entity.title) : `${entity.kind} ${entity.key}`;

/** The figures read: `phase 1: 2/5 40% bar 4/10`, `plan: 11`, `-: …` where it could not be told what they count. */
export function claims(text: string): string[] {
  return read(text).claims.map(claimText);
}

function claimText({ scope, done, total, percent, bar, unit }: Claim): string {
  const about = scope === null ? '-' : scope.type === 'plan' ? 'plan' : nameOf(scope.group);
  const rough = (figure: { value: number; approximate: boolean }): string =>
    `${figure.approximate ? '~' : ''}${figure.value}`;
  const parts = [
    done ? `${rough(done)}/${total ? rough(total) : '?'}` : total ? rough(total) : '',
    percent ? `${rough(percent)}%` : '',
    bar ? `bar ${bar.filled}/${bar.cells}` : '',
    unit ? `of ${unit.text} (${unit.kind})` : '',
  ];
  return `${about}: ${parts.filter((part) => part !== '').join(' ')}`;
}

/** `id title kind` of every ticket, for tables. */
export const tickets = (text: string, settings: unknown = {}): string[] =>
  read(text, settings).allTickets.map(
    ({ id, title, status }) => `${id ? `${id} ` : ''}${title}${status ? ` · ${status.kind ?? '?'}` : ''}`,
  );
