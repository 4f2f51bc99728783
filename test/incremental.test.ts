import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { SourceText } from '../server/src/core/text/source';
import { Workspace } from '../server/src/core/workspace';
import { derived, plainPlan } from './support/plainPlan';
import { anyPlan, edit, expectSame, typed } from './support/typing';

const uri = 'file:///plan.md';
const other = 'file:///other.md';
const runs = Number(process.env.FUZZ_RUNS ?? 700);

describe('after any edits', () => {
  it('plan, analysis and findings are what a reading of the whole text gives', () => {
    let edited = 0;
    let mended = 0;
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.array(typed, { minLength: 1, maxLength: 12 }), (one, two, changes) => {
        const workspace = new Workspace();
        const sources = new Map([one, two].map((text, i) => [i === 0 ? uri : other, new SourceText(text)]));
        const documents = () => [...sources].map(([name, text]) => ({ uri: name, text }));
        let snapshot = workspace.apply({ documents: documents(), today: '2026-02-03' });
        for (const name of sources.keys()) check(snapshot, name);
        for (const { edit, isOther, isSeen, rest } of changes) {
          if (rest.length > 0) {
            workspace.rest(rest.map((which) => (which === 'one' ? uri : other)));
            snapshot = workspace.snapshot;
          }
          const name = isOther ? other : uri;
          const source = sources.get(name)!;
          const { length } = source.text;
          const start = Math.floor(edit.at * length);
          sources.set(name, source.replaced({ start, end: Math.min(length, start + edit.length) }, edit.insert));
          if (!isSeen) continue;
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
          edited++;
          if (ticket && ticket === snapshot.analysis(name)?.plan.allTickets[0]) mended++;
        }
      }),
      { numRuns: runs, endOnFailure: true, seed: process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : undefined },
    );
    // Else this would compare readings of the whole text with each other.
    expect(mended / edited).toBeGreaterThan(0.1);
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

describe('a finding that tells of a place in another plan', () => {
  it('tells of it where it is after an edit there', () => {
    const workspace = new Workspace();
    const head = '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n';
    const elsewhere = (title: string) => `# Other\n\n${head}| B-1 | ${title} | Done | - |\n| B-2 | Two | Open | - |\n`;
    const documents = [
      { uri, text: `# Plan\n\n${head}| A-1 | One | Done | B-2 |\n` },
      { uri: other, text: elsewhere('One') },
    ];
    const related = () =>
      check(workspace.snapshot, uri).flatMap((finding) => finding.related.map(({ span }) => span.start));
    workspace.apply({ documents, today: '2026-02-03' });
    const [before] = related();
    workspace.apply({ documents: [{ uri: other, text: elsewhere('One more') }] });
    expect(related()).toEqual([before! + ' more'.length]);
  });
});

describe('a ticket of which another place says what it depends on', () => {
  it('still depends on it after an edit of its own line', () => {
    const workspace = new Workspace();
    const rows = '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n| A-1 | One | Open | - |\n';
    const text = (last: string) => `# Plan\n\n${rows}| A-2 | Two | Done | ${last} |\n\nOrder: A-1 → A-2\n`;
    workspace.apply({ documents: [{ uri, text: text('-') }], today: '2026-02-03' });
    expect(check(workspace.snapshot, uri).map(({ rule }) => rule)).toEqual(['unmet-dependency']);
    workspace.apply({ documents: [{ uri, text: text('x') }] });
    expect(check(workspace.snapshot, uri).map(({ rule }) => rule)).toEqual(['unmet-dependency']);
  });
});
