import { canonicalId, canonicalKey, groupNames } from '../model/names';
import type { Dependency, Group, Plan, Ticket } from '../model/plan';
import { allAboveWords, completeWords, normalize, softWords } from '../model/vocabulary';
import { nearest } from '../text/similar';
import { bareId, type PlanIndex } from './index';
import { wordsOf } from './titleIndex';

type Entity = Ticket | Group;

/** What a name in a plan means. `found` are entities of the same plan. */
export interface Resolution {
  readonly found: readonly Entity[];
  readonly problem: 'unknown' | 'ambiguous' | 'none' | null;
  readonly suggestion: string | null;
  /** The name says itself that it is fulfilled: `Phase 1 complete ✓`. */
  readonly ticked: boolean;
}

const none: Resolution = { found: [], problem: 'none', suggestion: null, ticked: false };

/**
 * Finds what a dependency of `entity` names in its own plan: everything above it, ids, ranges and lists of ids, aliases, phases,
 * parts of titles, in that order. An id that looks like the plan's own and is not there is `unknown`; other text that names
 * nothing is `none`, since a dependency may be on anything.
 */
export function resolve(index: PlanIndex, entity: Entity, dependency: Dependency): Resolution {
  const { plan } = index;
  const direct = dependency.id === null ? null : byId(index, entity, dependency.text);
  if (direct) return { found: [direct], problem: null, suggestion: null, ticked: false };
  const ticked = /[✓✔✅☑]/u.test(dependency.text);
  const text = dependency.text.replace(/(?:[✓✔✅☑]|\ufe0f)/gu, '').trim();
  const answer = (found: readonly Entity[]): Resolution => ({ found, problem: null, suggestion: null, ticked });
  const phrase = normalize(text);
  if (phrase === 'all' || allAboveWords.some((words) => phrase === words || phrase.startsWith(`${words} `)))
    return answer(allAbove(plan, entity));
  const [name, remark] = withoutRemark(text);
  const ids = idsIn(index, entity, text) ?? idsIn(index, entity, name);
  if (ids) return answer(ids);
  const groups = groupsIn(plan, index, entity, text);
  if (groups) return groups.found.length > 0 ? answer(groups.found) : { ...groups, ticked };
  const told = idWithWords(index, entity, name) ?? groupByKey(index, entity, name);
  if (told) return answer([told]);
  // A title that holds the id of another ticket ("… (depends on A-1)") is not that ticket.
  const titled = isOwnId(index, name) ? [] : byTitle(index, entity, name);
  if (titled.length > 0) {
    const problem = titled.length > 1 ? 'ambiguous' : null;
    return { found: titled, problem, suggestion: null, ticked };
  }
  if (ticked || (remark !== '' && groupNames(remark).length > 0)) return { ...none, ticked };
  return missing(index, entity, name);
}

/** `T1 (spec only)` → `T1` and `spec only`; `T1推奨` → `T1`. */
function withoutRemark(written: string): [string, string] {
  const normal = normalize(written);
  const soft = softWords.find((word) => normal.endsWith(word) && /[^\u0000-\u024f]/.test(word));
  const text = soft ? written.slice(0, -soft.length).trim() : written;
  const match = /^([^(（]+)[(（]([^)）]*)[)）]?\s*$/u.exec(text);
  return match ? [match[1]!.trim(), match[2]!] : [text, ''];
}

function allAbove(plan: Plan, entity: Entity): Entity[] {
  if (entity.type === 'group')
    return plan.allGroups.filter((group) => group.kind === entity.kind && group.span.start < entity.span.start);
  const siblings = entity.parent?.children ?? entity.group?.tickets ?? plan.tickets;
  return siblings.filter((ticket) => ticket.span.start < entity.span.start && ticket.table === entity.table);
}

/** The tickets of a text that is nothing but ids: one, a range, or several; null where it is not. */
function idsIn(index: PlanIndex, entity: Entity, text: string): Entity[] | null {
  const one = byId(index, entity, text);
  if (one) return [one];
  const range = idRange(index, text);
  if (range) return range;
  const parts = text.split(/[\s/]+/);
  if (parts.length < 2 || parts.length > 20) return null;
  const each = parts.map((part) => byId(index, entity, part));
  return each.every((ticket) => ticket !== null) ? (each as Ticket[]) : null;
}

/** A word before a number that says that it is an id. */
const leadingWord = /^(?:task|ticket|issue|story|unit|t|タスク|チケット|任务|작업)[\s\-_#]*(?=\d)/iu;

/** A ticket by id, whatever its case, leading zeros, dashes, or a word such as "Task" before it. */
function byId(index: PlanIndex, entity: Entity, text: string): Ticket | null {
  const candidates = withId(index, text.replace(/[.:,]$/, ''));
  if (candidates.length <= 1) return candidates[0] ?? null;
  return nearestOf(candidates, entity) ?? (/^\d+$/.test(canonicalId(candidates[0]!.id!)) ? null : candidates[0]!);
}

function withId(index: PlanIndex, id: string): readonly Ticket[] {
  const exact = index.withId(canonicalId(id));
  if (exact.length > 0) return exact;
  const bare = /\p{L}/u.test(id) ? index.withBareId(bareId(id)) : [];
  const word = bare.length > 0 ? null : leadingWord.exec(id);
  return word ? index.withId(canonicalId(id.slice(word[0].length))) : bare;
}

const dependencyWord =
  /(?:after|blocked by|depends on|needs|requires|waits (?:for|on)|following|once|依存|前提|需要|依赖)\s*[:：]?\s*$/iu;

/**
 * The one id in a text of more words, where these leave no doubt: its title behind it ("A-1: Schema"), a word of completion
 * ("A-1 done"), or a word of dependency before it ("after A-1").
 */
function idWithWords(index: PlanIndex, entity: Entity, text: string): Ticket | null {
  if (text.length > 120) return null;
  const found = Array.from(text.matchAll(/[\p{L}\p{N}#][\p{L}\p{N}._-]*\d[a-z\u0400-\u04ff\d._-]*/giu), (match) => {
    const ticket = /\p{L}|\./u.test(match[0]) ? byId(index, entity, match[0]) : null;
    return ticket && { ticket, before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) };
  }).filter((one) => one !== null);
  const only = found.length === 1 ? found[0]! : null;
  if (!only) return null;
  const behind = wordsOf(only.after);
  const title = wordsOf(index.titleOf(only.ticket, entity));
  const completed = /^\s*(?:の)?(?:完了後?|完成后?|done|complete|completed|finished|merged)/iu.test(only.after);
  if (dependencyWord.test(only.before)) return behind.length === 0 || completed ? only.ticket : null;
  if (only.before.trim() !== '') return null;
  const named = behind.length > 0 && behind.every((word) => title.includes(word));
  return completed || named ? only.ticket : null;
}

/** In a table of groups, `M1`, `E1` or `1` is the group of the same kind with that key. */
function groupByKey(index: PlanIndex, entity: Entity, text: string): Group | null {
  const key = entity.type === 'group' ? /^(?:[MSEP])?(\d{1,3}(?:\.\d+)?|[A-Z])$/.exec(text)?.[1] : undefined;
  return (key && index.groups.get(`${entity.type === 'group' ? entity.kind : ''}:${canonicalKey(key)}`)) || null;
}

/** Of several tickets with one id, the one in the same table, below the same ticket, or in the same group or one around it. */
function nearestOf(candidates: readonly Ticket[], entity: Entity): Ticket | null {
  if (entity.type === 'group') return null;
  const others = candidates.filter((ticket) => ticket !== entity);
  const only = (near: readonly Ticket[]): Ticket | null => (near.length === 1 ? near[0]! : null);
  const table = others.filter((ticket) => ticket.table !== null && ticket.table === entity.table);
  if (table.length > 0) return table[0]!;
  const below = entity.parent && only(others.filter((ticket) => ticket.parent === entity.parent));
  if (below) return below;
  for (let group = entity.group; group; group = group.parent) {
    const inside = only(others.filter((ticket) => ticket.group === group));
    if (inside) return inside;
  }
  return null;
}

/** `T1–T8`, `WP01-WP05`, `4.3-4.7`, `A-001..A-004`, `T1 to T3`: every ticket of the plan between the two. */
function idRange(index: PlanIndex, text: string): Ticket[] | null {
  const match = /^(.+?)\s*(?:\.{2,3}|[-–—~～〜]|\s(?:to|through)\s|から|至)\s*(.+?)$/u.exec(text);
  for (const [first, last] of match ? splitsOf(text) : []) {
    const from = /^(.*?)(\d+)$/.exec(canonicalId(first));
    const to = /^(.*?)(\d+)$/.exec(canonicalId(last));
    if (!from || !to || (to[1] !== '' && from[1] !== to[1])) continue;
    const low = Number(from[2]);
    const high = Number(to[2]);
    if (high < low || !index.plan.byId.has(canonicalId(first))) continue;
    const between: Ticket[] = [];
    for (const id of index.plan.byId.keys()) {
      const number = id.startsWith(from[1]!) ? /^\d+$/.exec(id.slice(from[1]!.length)) : null;
      if (number && Number(number[0]) >= low && Number(number[0]) <= high) between.push(index.withId(id)[0]!);
    }
    return between;
  }
  return null;
}

function* splitsOf(text: string): Generator<[string, string]> {
  if (text.length > 60) return;
  for (const match of text.matchAll(/\s*(?:\.{2,3}|[-–—~～〜]|\s(?:to|through)\s|から|至)\s*/gu))
    if (match.index > 0) yield [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

/** Groups named in a text that says no more than that: `Phase 2`, `Phase 1 complete`, `Foundational (Phase 2)`. */
function groupsIn(plan: Plan, index: PlanIndex, entity: Entity, text: string): Resolution | null {
  const names = groupNames(text);
  if (names.length === 0) return null;
  let rest = text;
  for (const name of [...names].reverse()) rest = rest.slice(0, name.start) + rest.slice(name.end);
  const found: Group[] = [];
  const absent: string[] = [];
  for (const name of names)
    for (const key of name.keys) {
      const group = index.groups.get(`${name.kind}:${key}`);
      if (group && group !== entity) found.push(group);
      else if (!group) absent.push(`${name.kind}:${key}`);
    }
  const words = wordsOf(rest);
  const titles = found.flatMap((group) => wordsOf(group.title));
  const plainly = words.every(
    (word) => completeWords.includes(word) || titles.includes(word) || /^(?:and|the|of|all)$/.test(word),
  );
  if (!plainly && names[0]!.start > 0 && words.length > 3) return null;
  if (found.length > 0) return { found, problem: null, suggestion: null, ticked: false };
  const kind = names[0]!.kind;
  const known = plan.allGroups.filter((group) => group.kind === kind && group.tickets.length > 0);
  return { ...none, problem: plainly && absent.length > 0 && known.length >= 2 ? 'unknown' : 'none' };
}

/** Tickets and groups whose title the words are part of: the whole title before a run of it before single words. */
function byTitle(index: PlanIndex, entity: Entity, text: string): Entity[] {
  const phrase = normalize(text);
  const words = wordsOf(text);
  const letters = phrase.replace(/[^\p{L}]/gu, '').length;
  if (words.length === 0 || letters < (/[^\u0000-\u024f]/.test(phrase) ? 2 : 3)) return [];
  const own = related(entity);
  for (const rank of index.titles.fitting(phrase, entity)) {
    const others = rank.filter((candidate) => !own.has(candidate));
    if (others.length > 0) return narrowed(others, entity).slice(0, mostFitting);
  }
  return [];
}

/** More tickets than this that one name fits are not told apart by listing them. */
const mostFitting = 8;

/** An entity, what holds it and what it holds: none of them is what it depends on. */
function related(entity: Entity): Set<Entity> {
  const own = new Set<Entity>([entity]);
  if (entity.type === 'group') {
    for (let group = entity.parent; group; group = group.parent) own.add(group);
    return own;
  }
  for (let ticket = entity.parent; ticket; ticket = ticket.parent) own.add(ticket);
  for (let group = entity.group; group; group = group.parent) own.add(group);
  const below = [...entity.children];
  for (const ticket of below) {
    own.add(ticket);
    below.push(...ticket.children);
  }
  return own;
}

/** Of several that fit: those of one title are views of one ticket; else those of the own table or group, if it is one. */
function narrowed(found: readonly Entity[], entity: Entity): Entity[] {
  if (found.length < 2) return [...found];
  const titles = new Set(found.map((candidate) => normalize(candidate.title)));
  if (titles.size === 1) return [[...found].sort((a, b) => weight(a) - weight(b))[0]!];
  const home = entity.type === 'ticket' ? entity.group : null;
  const near = found.filter((candidate) => candidate.type === 'ticket' && home !== null && candidate.group === home);
  return near.length === 1 ? near : [...found];
}

/** What defines a ticket rather than lists it again: a heading, then a row, then a task. */
function weight(entity: Entity): number {
  if (entity.type === 'group') return 1;
  return { heading: 0, row: 1, task: 2, item: 3 }[entity.shape];
}

const isIdLike = (name: string): boolean => /^[\p{L}\p{N}#][\p{L}\p{N}#._-]*$/u.test(name) && /\d/.test(name);

/** Looks like the ids of this plan. */
const isOwnId = (index: PlanIndex, name: string): boolean => isIdLike(name) && index.hasForm(name);

function missing(index: PlanIndex, entity: Entity, written: string): Resolution {
  // "T-1" may be the ticket 1 as well as the ticket T-1.
  const name = isOwnId(index, written) ? written : written.replace(leadingWord, '');
  if (isIdLike(name)) {
    if (!isOwnId(index, name)) return none;
    const id = canonicalId(name);
    const near = nearest(id, index.idsLike(id), (one) => one);
    return { ...none, problem: 'unknown', suggestion: near && index.withId(near)[0]!.id };
  }
  if (name.length < 6 || name.length > 80) return none;
  const suggestion = index.nearestTitle(name, entity);
  return suggestion === null ? none : { ...none, problem: 'unknown', suggestion };
}
