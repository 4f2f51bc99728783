import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { SourceText } from '../server/src/core/text/source';
import { Workspace } from '../server/src/core/workspace';
import { type Case, casesFound } from './support/cases';
import { derived, plainPlan } from './support/plainPlan';
import { anyPlan, edit, expectSame, twoPlans } from './support/typing';

const uri = 'file:///plan.md';
const uriOf = (path: string): string => `file:///${path}`;
const runs = Number(process.env.FUZZ_RUNS ?? 700);

/** How many edits there were, and behind how many the plan was handed on. */
interface Count {
  edited: number;
  mended: number;
}

/** What is typed reads as it would from the start. */
function play(found: Case, count: Count = { edited: 0, mended: 0 }): void {
  const workspace = new Workspace();
  const sources = new Map([...found.files].map(([path, text]) => [uriOf(path), new SourceText(text)]));
  const documents = () => [...sources].map(([name, text]) => ({ uri: name, text }));
  let snapshot = workspace.apply({ documents: documents(), today: '2026-02-03' });
  for (const name of sources.keys()) check(snapshot, name);
  for (const { path, start, end, text, rest, asks } of found.steps) {
    if (rest.length > 0) {
      workspace.rest(rest.map(uriOf));
      snapshot = workspace.snapshot;
    }
    const name = uriOf(path);
    sources.set(name, sources.get(name)!.replaced({ start, end }, text));
    if (!asks) continue;
    const ticket = snapshot.analysis(name)?.plan.allTickets[0];
    snapshot = workspace.apply({ documents: documents() });
    const texts = [...sources].map(([at, { text }]) => ({ uri: at, text }));
    const fresh = new Workspace().apply({ documents: texts, today: '2026-02-03' });
    // What is asked first must not matter, nor what was asked of the version before.
    for (const at of sources.keys()) {
      expectSame(check(snapshot, at), check(fresh, at));
      expectSame(plainPlan(snapshot.analysis(at)?.plan), plainPlan(fresh.analysis(at)?.plan));
      expectSame(derived(snapshot.analysis(at)), derived(fresh.analysis(at)));
    }
    count.edited++;
    if (ticket && ticket === snapshot.analysis(name)?.plan.allTickets[0]) count.mended++;
  }
}

describe('after any edits', () => {
  it.each(casesFound())('that were found to go wrong once: %s', (_, found) => play(found));

  it('plan, analysis and findings are what a reading of the whole text gives', () => {
    const count: Count = { edited: 0, mended: 0 };
    fc.assert(
      fc.property(twoPlans(), (found) => play(found, count)),
      { numRuns: runs },
    );
    // Else this would compare readings of the whole text with each other.
    expect(count.mended / count.edited).toBeGreaterThan(0.1);
  });

  it('a version that was handed on still answers for its own text', () => {
    fc.assert(
      fc.property(anyPlan, edit, (text, { at, insert }) => {
        const workspace = new Workspace();
        const first = workspace.apply({ documents: [{ uri, text }], today: '2026-02-03' });
        const before = derived(first.analysis(uri));
        const from = Math.floor(at * text.length);
        workspace.apply({ documents: [{ uri, text: text.slice(0, from) + insert + text.slice(from) }] });
        expect(derived(first.analysis(uri))).toEqual(before);
      }),
      { numRuns: runs / 10 },
    );
  });
});
