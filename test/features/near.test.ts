import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWaitingOn, waitingOn } from '../../server/src/core/features/dependencyChoices';
import { occurrencesIn, type Use, useAt, usesIn } from '../../server/src/core/features/occurrences';
import { contains, type Span } from '../../server/src/core/text/span';
import { Workspace } from '../../server/src/core/workspace';
import { markdown } from '../support/markdown';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const read = (text: string) => new Workspace().apply({ documents: [{ uri, text }], today: '2026-02-03' });
const texts = fc.oneof(
  markdown,
  markdown.map((text) => `${kite}\n${text}`),
);
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);

it('what a ticket in a line says stands in that line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const ticket of read(text).analysis(uri)?.plan.allTickets ?? []) {
        if (!ticket.isInLine) continue;
        const { span, mentions, dependencies, titleSpan, idSpan, statusSlot, status } = ticket;
        const parts: (Span | null)[] = [
          titleSpan,
          idSpan,
          statusSlot,
          status?.inherited ? null : (status?.span ?? null),
        ];
        parts.push(...dependencies.map((one) => one.span), ...mentions.map((one) => one.span));
        for (const part of parts) if (part) expect(contains(span, part), text.slice(part.start, part.end)).toBe(true);
      }
    }),
    { numRuns },
  );
});

it('what is named at a place, and where else, is the same whether all names of the plan are known or not', () => {
  const plainly = (use: Use | null) =>
    use && { ...use, targets: use.targets.map(({ entity }) => [entity.type, entity.key]) };
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (text, places) => {
      const [some, all] = [read(text), read(text)];
      usesIn(all, uri);
      for (const place of places) {
        const offset = place % (text.length + 1);
        const [a, b] = [useAt(some, uri, offset), useAt(all, uri, offset)];
        expect(plainly(a)).toEqual(plainly(b));
        for (const [i, target] of (a?.targets ?? []).entries())
          expect(occurrencesIn(some, uri, target).map(plainly)).toEqual(
            occurrencesIn(all, uri, b!.targets[i]!).map(plainly),
          );
      }
    }),
    { numRuns },
  );
});

it('whether one waits on another is asked of one as of all', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const analysis = read(text).analysis(uri);
      const all = analysis ? [...analysis.plan.allTickets, ...analysis.plan.allGroups].slice(0, 60) : [];
      for (const other of all) {
        const waiting = waitingOn(analysis!, other);
        expect(all.filter((one) => isWaitingOn(analysis!, one, other))).toEqual(all.filter((one) => waiting.has(one)));
      }
    }),
    { numRuns },
  );
});
