import type { Analysis, Target } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import type { Snapshot } from '../analysis/snapshot';
import { canonicalId, groupNames } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { SourceText } from '../text/source';
import { contains, type Span, shift, touches } from '../text/span';
import { fileName } from './describe';
import { keyUses } from './keyUses';
import { groupInProse, idInProse, idWordAt, isDistinct, nameWithin } from './naming';
import { ticketsNear } from './near';

/** What a place says of the ticket or group that it names. `definition`: the first row, item or heading that tells of it. */
export type Role = 'definition' | 'mention' | 'dependency' | 'focus' | 'blocked' | 'prose';

/** A place that names tickets or groups. */
export interface Use {
  readonly uri: string;
  /** The id or name alone; `by` other words, all of these. */
  readonly span: Span;
  readonly role: Role;
  /** `name`: that of a group, or a title. `among`: a range, a part of a title and the like; a name may stand inside of it. */
  readonly by: 'id' | 'name' | 'among';
  readonly targets: readonly Target[];
  /** What else of the line stands for it: the title behind an id or a phase's name. */
  readonly around: Span | null;
}

const known = new WeakMap<Analysis, readonly Use[]>();

/** Every place of a plan that names something, as far as the plan was read: running text is not among them. */
export function usesIn(snapshot: Snapshot, uri: string): readonly Use[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  let uses = known.get(analysis);
  if (!uses) {
    uses = usesOf(analysis, [...analysis.plan.allTickets, ...analysis.plan.allGroups]);
    known.set(analysis, uses);
  }
  return uses;
}

const usesOf = (analysis: Analysis, entities: readonly (Ticket | Group)[]): Use[] => [
  ...mentions(analysis, entities),
  ...keyUses(analysis),
  ...dependencies(analysis, entities),
  ...lists(analysis),
];

/** Of the same, at least those that touch a part of the document. */
function usesNear(snapshot: Snapshot, uri: string, part: Span): readonly Use[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const isNamed = ({ mentions, dependencies }: Group): boolean =>
    mentions.some(({ titleSpan }) => touches(titleSpan, part)) || dependencies.some(({ span }) => touches(span, part));
  const entities = [...ticketsNear(analysis.plan, part), ...analysis.plan.allGroups.filter(isNamed)];
  return known.get(analysis) ?? usesOf(analysis, entities);
}

/** Of the same, those that name a ticket or group. */
function usesFor(snapshot: Snapshot, uri: string, { uri: home, entity }: Target): Use[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const isIt = ({ targets }: { readonly targets: readonly Target[] }): boolean =>
    targets.some((target) => target.entity === entity);
  const dependent = analysis.dependent.filter((one) => analysis.dependencies(one).some(isIt));
  const all = known.get(analysis) ?? [
    ...(uri === home ? mentions(analysis, [entity]) : []),
    ...keyUses(analysis),
    ...dependencies(analysis, dependent),
    ...lists(analysis),
  ];
  return all.filter(isIt);
}

/** What is named at an offset, the innermost name first; null where nothing is. */
export function useAt(snapshot: Snapshot, uri: string, offset: number): Use | null {
  const source = snapshot.source(uri);
  if (!source) return null;
  const uses = usesNear(snapshot, uri, { start: offset, end: offset });
  const length = ({ span }: Use): number => span.end - span.start;
  const direct = uses.filter(({ span }) => holds(span, offset)).sort((a, b) => length(a) - length(b))[0];
  return (
    direct ??
    proseAt(snapshot, uri, source, offset) ??
    uses.find(({ around }) => around !== null && holds(around, offset)) ??
    null
  );
}

/**
 * Every place of the workspace that names a ticket or group, running text included, by document and in the order of the
 * text. Another document's running text counts where the id cannot be taken for anything else.
 */
export function occurrencesOf(snapshot: Snapshot, target: Target): Use[] {
  return snapshot.uris.flatMap((uri) => occurrencesIn(snapshot, uri, target));
}

/** The same for one document. */
export function occurrencesIn(snapshot: Snapshot, uri: string, target: Target): Use[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const own = usesFor(snapshot, uri, target);
  const exact = own.filter(({ by }) => by !== 'among');
  const rest = own.filter(({ by, span }) => by === 'among' && !exact.some((one) => contains(span, one.span)));
  const places = proseOf(snapshot, uri, source, target);
  const isNone = notIn(
    places.length > mostApart ? usesIn(snapshot, uri) : places.flatMap((span) => usesNear(snapshot, uri, span)),
  );
  const prose = places.filter(isNone);
  const found = prose.map(
    (span): Use => ({ uri, span, role: 'prose', by: byOf(target), targets: [target], around: null }),
  );
  return [...exact, ...rest, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** More places than this are not looked at one by one. */
const mostApart = 20;

const byOf = ({ entity }: Target): Use['by'] => (entity.type === 'ticket' ? 'id' : 'name');
const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function* mentions({ uri, source }: Analysis, entities: readonly (Ticket | Group)[]): Generator<Use> {
  for (const entity of entities)
    if (entity.type === 'ticket')
      for (const [i, { idSpan, titleSpan }] of entity.mentions.entries())
        yield {
          uri,
          span: idSpan ?? titleSpan,
          role: i === 0 ? 'definition' : 'mention',
          by: idSpan ? 'id' : 'name',
          targets: [{ uri, entity }],
          around: titleSpan,
        };
    else
      for (const { titleSpan } of entity.mentions) {
        const name = nameWithin(source.slice(titleSpan), entity);
        yield {
          uri,
          span: name ? shift(name, titleSpan.start) : titleSpan,
          role: titleSpan.start === entity.titleSpan.start ? 'definition' : 'mention',
          by: 'name',
          targets: [{ uri, entity }],
          around: titleSpan,
        };
      }
}

function* dependencies(analysis: Analysis, entities: readonly (Ticket | Group)[]): Generator<Use> {
  for (const entity of entities)
    for (const { span, targets } of entity.dependencies.length > 0 ? analysis.dependencies(entity) : [])
      yield* namedIn(analysis, span, targets, 'dependency');
}

function* lists(analysis: Analysis): Generator<Use> {
  const { uri, plan } = analysis;
  for (const { span, target } of plan.focus) yield* namedIn(analysis, span, [{ uri, entity: target }], 'focus');
  for (const { span, ticket } of plan.blocked)
    if (ticket) yield* namedIn(analysis, span, [{ uri, entity: ticket }], 'blocked');
}

/** The names in a text that is known to mean the targets; all of it where one of them has none of its own in it. */
function* namedIn({ uri, source }: Analysis, span: Span, targets: readonly Target[], role: Role): Generator<Use> {
  const text = source.slice(span);
  // "All above" means as many as there are rows: none of them is looked for.
  const names = targets.length > mostNamed ? [] : targets.map(({ entity }) => nameWithin(text, entity));
  for (const [i, name] of names.entries())
    if (name)
      yield { uri, span: shift(name, span.start), role, by: byOf(targets[i]!), targets: [targets[i]!], around: null };
  if (targets.length > 0 && (names.length === 0 || names.includes(null)))
    yield { uri, span, role, by: 'among', targets, around: null };
}

const mostNamed = 50;

/** Whether a span is none of the places that are known to name something. A title may hold other names. */
function notIn(uses: readonly Use[]): (span: Span) => boolean {
  const named = uses.filter(({ by }) => by !== 'among');
  const starts = new Set(named.map(({ span }) => span.start));
  const others = named.flatMap(({ role, span }) => (role === 'definition' || role === 'mention' ? [] : [span]));
  others.sort((a, b) => a.start - b.start);
  return (span) => !starts.has(span.start) && (lastBefore(others, span.end)?.end ?? 0) <= span.start;
}

/** The last of sorted spans that starts before an offset. */
function lastBefore(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function proseOf(snapshot: Snapshot, uri: string, source: SourceText, { uri: home, entity }: Target): Span[] {
  if (entity.type === 'group')
    return uri === home || isAbout(snapshot, uri, { uri: home, entity }) ? groupInProse(source.text, entity) : [];
  if (entity.id === null) return [];
  const spans = idInProse(source.text, entity.id);
  if (spans.length === 0) return [];
  return idTargets(snapshot, uri, entity.id).some((one) => one.entity === entity) ? spans : [];
}

function proseAt(snapshot: Snapshot, uri: string, source: SourceText, offset: number): Use | null {
  const line = source.line(source.lineAt(offset));
  if (line.end - line.start > longestLine) return null;
  const text = source.slice(line);
  const word = idWordAt(text, offset - line.start);
  const targets = word ? idTargets(snapshot, uri, text.slice(word.start, word.end), true) : [];
  if (word && targets.length > 0)
    return { uri, span: shift(word, line.start), role: 'prose', by: 'id', targets, around: null };
  const name = groupNames(text).find(({ start, end }) => holds({ start, end }, offset - line.start));
  if (!name) return null;
  const groupsOf = (at: string): Target[] => {
    const analysis = snapshot.analysis(at);
    const groups = analysis ? indexOf(analysis.plan).groups : null;
    return name.keys.flatMap((key) => groups?.get(`${name.kind}:${key}`) ?? []).map((entity) => ({ uri: at, entity }));
  };
  const own = groupsOf(uri);
  const others = (): Target[] =>
    snapshot.planUris.flatMap((at) => (at === uri ? [] : groupsOf(at))).filter((one) => isAbout(snapshot, uri, one));
  const found = own.length > 0 ? own : others();
  if (found.length === 0) return null;
  return { uri, span: shift(name, line.start), role: 'prose', by: 'name', targets: found, around: null };
}

const longestLine = 2000;

/**
 * Whether the phases that a document's running text names are those of a plan in another file: it has none of that sort itself, and
 * of the plans that have this one it names that file alone.
 */
function isAbout(snapshot: Snapshot, uri: string, { uri: home, entity }: Target): boolean {
  const { kind, key } = entity as Group;
  if (snapshot.analysis(uri)?.plan.allGroups.some((group) => group.kind === kind)) return false;
  const text = snapshot.source(uri)!.text;
  const named = snapshot.planUris.filter(
    (plan) => text.includes(fileName(plan)) && indexOf(snapshot.analysis(plan)!.plan).groups.has(`${kind}:${key}`),
  );
  return named.length === 1 && named[0] === home;
}

/**
 * What an id in the running text of a document means: the tickets of its own plan; else the one ticket of all other plans that
 * has it, where it can be told from other words. `asWritten`: only where the ticket's own id is spelt like it.
 */
export function idTargets(snapshot: Snapshot, uri: string, id: string, asWritten = false): Target[] {
  const spelt = ({ entity }: Target): boolean => !asWritten || (entity as Ticket).id === id;
  const inPlan = (at: string): Target[] => {
    const analysis = snapshot.analysis(at);
    const tickets = analysis ? indexOf(analysis.plan).withId(canonicalId(id)) : [];
    return tickets.map((entity) => ({ uri: at, entity }));
  };
  const own = inPlan(uri);
  if (own.length > 0) return own.filter(spelt);
  if (!isDistinct(id)) return [];
  const others = snapshot.planUris.flatMap((other) => (other === uri ? [] : inPlan(other)));
  return others.length === 1 ? others.filter(spelt) : [];
}
