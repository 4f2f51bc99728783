import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { addTicket } from '../../server/src/core/features/addTicket';
import type { Change, Refusal } from '../../server/src/core/features/change';
import { addDependency, removeDependency } from '../../server/src/core/features/dependencyEdits';
import { moveTickets } from '../../server/src/core/features/moveTickets';
import { refactorings } from '../../server/src/core/features/refactor';
import { rename } from '../../server/src/core/features/rename';
import type { Plan } from '../../server/src/core/model/plan';
import { applyEdits } from '../../server/src/core/text/edit';
import { Workspace } from '../../server/src/core/workspace';
import { difference } from '../support/changes';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const folder = join(import.meta.dirname, '../../examples');
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** A plan as it is, or as another editor would have saved it, or inside of a fence. */
const plans = fc
  .tuple(fc.constantFrom(kite, ...examples), fc.constantFrom('', 'crlf', 'bom', 'fence'))
  .map(([text, form]) => {
    if (form === 'crlf') return text.replace(/\r?\n/g, '\r\n');
    if (form === 'bom') return `\ufeff${text}`;
    return form === 'fence' && !text.includes('```') ? `# P\n\n\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\n` : text;
  })
  .map((text) => new Workspace().apply({ documents: [{ uri, text }], today: '2026-01-31' }))
  .filter((snapshot) => (snapshot.analysis(uri)?.plan.allTickets.length ?? 0) > 1);

const pick = <T>(all: readonly T[], seed: number): T => all[seed % all.length]!;

/** What a plan says of its tickets: what no change of another one may touch. */
const told = ({ allTickets }: Plan) =>
  allTickets.map(({ id, title, status, owner, branch, estimate }) =>
    JSON.stringify([id, title, status?.inherited ? null : status?.text, owner, branch, estimate]),
  );

/** The text after a change, read again; null where it is refused. Line ends and byte order marks are as before. */
function reread(snapshot: Snapshot, found: Change | Refusal | null) {
  if (!found || 'refused' in found) return null;
  const before = snapshot.source(uri)!.text;
  const text = applyEdits(before, found.edits.get(uri) ?? []);
  expect(found.edits.size).toBe(1);
  expect(text.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'));
  if (!/[^\r]\n/.test(before)) expect(text).not.toMatch(/[^\r]\n/);
  else expect(text.includes('\r')).toBe(before.includes('\r'));
  const now = snapshot.with({ documents: [{ uri, text }] });
  return { plan: now.analysis(uri)!.plan, lines: difference(before, text), now };
}

const gone = (lines: readonly string[]) => lines.filter((line) => line.startsWith('-'));
const sorted = (all: readonly string[]) => [...all].sort();
/** Lines without the padding of cells. */
const bare = (lines: readonly string[]) => sorted(lines.map((line) => line.slice(1).replace(/\s+/g, '')));

const settings = { numRuns: 60 };

describe('on any plan', () => {
  it('a ticket that is added is one line more, or a few, and nothing else is another', () =>
    fc.assert(
      fc.property(plans, fc.nat(), fc.constantFrom('Paint', '塗装する', 'a | b', 'x'), (snapshot, seed, title) => {
        const { plan } = snapshot.analysis(uri)!;
        const places = [...plan.allTickets.map((below) => ({ below })), ...plan.allGroups.map((group) => ({ group }))];
        const found = addTicket(snapshot, uri, pick(places, seed), title);
        const done = reread(snapshot, found);
        if (!done || 'refused' in found) return;
        expect(gone(done.lines)).toEqual([]);
        const more = [...told(done.plan)];
        for (const one of told(plan)) more.splice(more.indexOf(one), 1);
        expect(more.map((one) => JSON.parse(one).slice(0, 2))).toEqual([[found.id, title]]);
      }),
      settings,
    ));

  it('a dependency comes and goes, and leaves everything as it was', () =>
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), (snapshot, a, b) => {
        const { plan } = snapshot.analysis(uri)!;
        const [entity, on] = [pick(plan.allTickets, a), pick([...plan.allTickets, ...plan.allGroups], b)];
        const done = reread(snapshot, addDependency(snapshot, { uri, entity }, { uri, entity: on }));
        if (!done) return;
        expect(gone(done.lines).length).toBeLessThanOrEqual(1);
        const [now, target] = [done.plan.allTickets[entity.index]!, done.now.analysis(uri)!];
        const depends = target.dependencies(now).flatMap(({ targets }) => targets.map((one) => one.entity));
        expect(depends.map(({ title }) => title)).toContain(on.title);
        const other = on.type === 'ticket' ? done.plan.allTickets[on.index]! : done.plan.allGroups[on.index]!;
        const back = reread(done.now, removeDependency(done.now, { uri, entity: now }, { uri, entity: other }));
        // What had brackets has none again; a field or cell then says that there are none.
        if (back && entity.dependencies.length > 0)
          expect(bare([`+${back.now.source(uri)!.text}`])).toEqual(bare([`+${snapshot.source(uri)!.text}`]));
      }),
      settings,
    ));

  it('tickets that move are the same tickets somewhere else', () =>
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), fc.nat(), (snapshot, a, b, g) => {
        const { plan } = snapshot.analysis(uri)!;
        if (plan.allGroups.length === 0) return;
        const tickets = [...new Set([pick(plan.allTickets, a), pick(plan.allTickets, b)])];
        const group = pick(plan.allGroups, g);
        const targets = tickets.map((entity) => ({ uri, entity }));
        const done = reread(snapshot, moveTickets(snapshot, targets, { uri, group }));
        if (!done) return;
        expect(sorted(told(done.plan))).toEqual(sorted(told(plan)));
        const there = done.plan.allGroups.find(({ kind, key }) => kind === group.kind && key === group.key);
        const inside = there?.tickets.map(({ title }) => title) ?? [];
        for (const ticket of tickets)
          if (ticket.parent === null || !tickets.includes(ticket.parent)) expect(inside).toContain(ticket.title);
      }),
      settings,
    ));

  it('a new name is the only thing that is new', () =>
    fc.assert(
      fc.property(
        plans,
        fc.nat(),
        fc.constantFrom('Q-77', 'Phase 9', '9', 'Another title', '別の名前'),
        (snapshot, seed, name) => {
          const { plan, source } = snapshot.analysis(uri)!;
          const places = [...plan.allTickets, ...plan.allGroups].flatMap(({ span, titleSpan }) => [
            span.start + 3,
            titleSpan.start,
          ]);
          const done = reread(snapshot, rename(snapshot, uri, pick(places, seed), name));
          if (!done) return;
          expect(done.plan.allTickets).toHaveLength(plan.allTickets.length);
          expect(done.now.source(uri)!.lineCount).toBe(source.lineCount);
          const odd = told(done.plan).filter((one, i) => one !== told(plan)[i]);
          expect(odd.length).toBeLessThanOrEqual(1);
          expect(done.now.source(uri)!.text).toContain(name.replace(/^Phase /, ''));
        },
      ),
      settings,
    ));

  it('every action that is offered keeps all tickets, their ids and titles', () =>
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), (snapshot, place, which) => {
        const { plan, source } = snapshot.analysis(uri)!;
        const offset = place % source.text.length;
        const offered = refactorings(snapshot, uri, { start: offset, end: offset });
        if (offered.length === 0) return;
        const { name, change } = pick(offered, which);
        const done = reread(snapshot, change());
        if (!done) return;
        const names = (all: Plan) => all.allTickets.map(({ id, title }) => `${id} ${title.replace(/\s*[(（].*$/, '')}`);
        const added = name === 'add' ? 1 : 0;
        expect(done.plan.allTickets).toHaveLength(plan.allTickets.length + added);
        if (added === 0) expect(sorted(names(done.plan))).toEqual(sorted(names(plan)));
      }),
      settings,
    ));
});
