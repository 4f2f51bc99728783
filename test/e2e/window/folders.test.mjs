import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

/** A plan with a ticket done before what it depends on, and a stale number. */
const plan = (/** @type {string} */ name, /** @type {number} */ phase) => `# ${name}

## Phase ${phase}

| ID | Task | Status | Depends on |
| -- | ---- | ------ | ---------- |
| ${name[0]}-1 | one | Done | ${name[0]}-2 |
| ${name[0]}-2 | two | Open | - |

Phase ${phase}: 2/2 done
`;

describe('A window on several folders', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    const workspace = 'both.code-workspace';
    const files = {
      'harbour/PLAN.md': plan('Harbour', 1),
      'lighthouse/PLAN.md': plan('Lighthouse', 2),
      'lighthouse/.vscode/settings.json': '{ "planTruth.rules": { "stale-summary": "off" } }',
      [workspace]: JSON.stringify({ folders: [{ path: 'harbour' }, { path: 'lighthouse' }] }),
    };
    window = await openWindow({ fixtures: [], files, workspace, open: 'harbour/PLAN.md' });
    await window.openTree();
    await window.branch('Lighthouse').waitFor();
  });
  closeAfter(() => window);

  it('has the plans of all, each with the settings of its folder', async () => {
    await window.waitForProblems(3);
    const problems = await window.problems();
    assert.equal(problems.filter((text) => text.includes('unmet-dependency')).length, 2);
    await window.branch('Harbour').waitFor();
    await window.shot('folders');
  });

  it('works on a plan of a folder that nothing is open of', async () => {
    await window.fold('Lighthouse', true);
    await window.fold('Phase 2', true);
    await window.chooseAndPick('L-2', 'Set Status…', 'Done');
    await until('L-2 done', async () => /Done/.test(await window.said('L-2')));
    await window.waitForProblems(2);
  });
});
