import type { Selector } from '../analysis/selection';
import type { Group } from '../model/plan';
import { kindAndKey } from './names';
import type { Rule } from './rule';

export const duplicatePhase: Rule = {
  id: 'duplicate-phase',
  severity: 'info',
  summary: 'Two phases have one name.',
  details: `"Phase 5" stands over two different parts of the plan: what depends on Phase 5, or counts it, means one of them. One phase that is told in several
places (an overview row, a heading, a check item) is one phase.`,
  examples: [
    {
      bad: `## Phase 1: Storage

- [ ] Schema

## Phase 1: Servers
   ^^^^^^^^^^^^^^^^ info duplicate-phase: Phase 1 is also "Phase 1: Storage"

- [ ] Rack
`,
      good: `## Phase 1: Storage

- [ ] Schema

## Phase 2: Servers

- [ ] Rack
`,
    },
  ],
  *check({ analysis }) {
    for (const group of analysis.selectGroups(isAgain)) {
      const base = again.exec(group.key)![1]!;
      const first = analysis.plan.allGroups.find((other) => other.kind === group.kind && other.key === base);
      if (!first) continue;
      yield {
        message: analysis.say('{0} is also "{1}"', kindAndKey(analysis.say, group.kind, base), first.title),
        span: group.titleSpan,
        related: [{ uri: analysis.uri, span: first.titleSpan, message: analysis.say('{0}', first.title) }],
      };
    }
  },
};

/** The key of a group whose name another one had before. */
const again = /^(.+)~\d+$/;
const isAgain: Selector<Group> = ({ kind, key }) => kind !== 'section' && again.test(key);
