import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { Workspace } from '../../server/src/core/workspace';
import { derived } from '../support/plainPlan';

const today = '2026-02-03';
const uriOf = (plan: number) => `file:///plan-${plan}.md`;
/** Tickets of its own, and some that depend on those of others or of nobody. */
const planOf = (plan: number, on: readonly string[], status = 'OPEN') =>
  [
    `# Plan ${plan}`,
    '',
    '| ID | Title | Status | Depends on |',
    '| --- | --- | --- | --- |',
    `| P${plan}-1 | First | ${status} | - |`,
    ...on.map((id, i) => `| P${plan}-${i + 2} | Other | OPEN | ${id} |`),
    '',
  ].join('\n');

const plans = 40;
const id = fc.oneof(
  fc.tuple(fc.nat(plans), fc.nat(3)).map(([plan, number]) => `P${plan}-${number}`),
  fc.constant('SHARED-1'),
);
const edit = fc.record({
  plan: fc.nat(plans - 1),
  /** Null: the plan goes away. */
  change: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.array(id, { maxLength: 4 }).map((on) => ({ on })) },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(/OPEN/, /P\d+-1/, /P\d+-2/), fc.constantFrom('DONE', 'SHARED-1', 'P7-1')),
    },
  ),
  /** Plans that rest before it, and those that somebody looks at behind it. */
  rest: fc.oneof(fc.constant([]), fc.constant([...Array(plans).keys()]), fc.array(fc.nat(plans - 1))) as fc.Arbitrary<
    number[]
  >,
  asked: fc.array(fc.nat(plans - 1), { maxLength: 3 }),
});

it('what plans say of each other is what it is read from the start, whatever changed in them, and whatever rested', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(id, { minLength: 1, maxLength: 3 }), { minLength: plans, maxLength: plans }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (all, edits) => {
        const texts = new Map(all.map((on, plan) => [uriOf(plan), planOf(plan, on)]));
        const workspace = new Workspace();
        const findings = (of: Workspace) => [...texts.keys()].map((uri) => check(of.snapshot, uri));
        workspace.apply({ documents: [...texts].map(([uri, text]) => ({ uri, text })), today });
        findings(workspace);
        for (const { plan, change, rest, asked } of edits) {
          workspace.rest(rest.map(uriOf));
          const uri = uriOf(plan);
          const before = texts.get(uri) ?? planOf(plan, []);
          const text = change === null ? null : 'on' in change ? planOf(plan, change.on) : before.replace(...change);
          if (text === null) texts.delete(uri);
          else texts.set(uri, text);
          workspace.apply({ documents: [{ uri, text }] });
          const fresh = new Workspace();
          fresh.apply({ documents: [...texts].map(([uri, text]) => ({ uri, text })), today });
          for (const plan of asked)
            expect(derived(workspace.snapshot.analysis(uriOf(plan)))).toEqual(
              derived(fresh.snapshot.analysis(uriOf(plan))),
            );
          expect(findings(workspace)).toEqual(findings(fresh));
        }
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 30) },
  );
});
