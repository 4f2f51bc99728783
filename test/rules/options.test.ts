import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

const withOptions = (options: object, today = '2026-06-15') => ({ settings: { options }, today });

describe('unmet-dependency: statuses', () => {
  const plan = (caret = '') => `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Todo | - |
| A-2 | Login | In Progress | A-1 |
${caret}| A-3 | Logout | Done | A-1 |
                        ^^^ warning unmet-dependency
`;
  it('that are not named rest on nothing', () => {
    expectFindings(plan('                              ^^^ info unmet-dependency\n'));
    expectFindings(plan(), withOptions({ 'unmet-dependency': { statuses: ['review', 'done'] } }));
  });
});

describe('unknown-dependency: elsewhere', () => {
  it('names ids of which nothing is said', () => {
    const plan = (caret = '') => `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| OPS-1 | Schema | Todo | - |
| OPS-2 | Login | Todo | OPS-1234 |
${caret}| OPS-3 | Logout | Todo | OPS-9 |
                          ^^^^^ warning unknown-dependency
`;
    expectFindings(plan('                         ^^^^^^^^ warning unknown-dependency\n'));
    expectFindings(plan(), withOptions({ 'unknown-dependency': { elsewhere: ['ops-####'] } }));
  });
});

describe('stale-summary', () => {
  const plan = (percent: string, finding = '') => `## Phase A

- [x] Schema
- [ ] Login
- [ ] Logout

Phase A: ${percent} done
${finding}`;
  const wrong = '         ^^^^^^^^^ warning stale-summary\n';

  it('lets a percent be off by the tolerance, and a count never', () => {
    expectFindings(plan('1 / 3 (40%)', wrong));
    expectFindings(plan('1 / 3 (40%)'), withOptions({ 'stale-summary': { tolerance: 7 } }));
    expectFindings(plan('1 / 3 (41%)', wrong), withOptions({ 'stale-summary': { tolerance: 7 } }));
    expectFindings(plan('2 / 3 (40%)', wrong), withOptions({ 'stale-summary': { tolerance: 50 } }));
  });

  it('takes an overall percent for the mean of the phases only where it may', () => {
    const overall = (finding = '') => `Overall progress: 75%
${finding}
## Phase 1

- [x] Schema

## Phase 2

- [x] Login
- [x] Logout
- [ ] Reset password
- [ ] Guests
`;
    expectFindings(overall());
    expectFindings(
      overall('                  ^^ warning stale-summary: Says 75%, but the plan has 3 of 5 done (60%)\n'),
      withOptions({ 'stale-summary': { meanOfPhases: false } }),
    );
  });
});

describe('stale-date: graceDays', () => {
  const plan = (finding = '') => `Last updated: 2026-01-10
${finding}
- [ ] Schema

## Log

- 2026-01-16: Wrote the plan
`;
  it('lets the date be so many days behind', () => {
    expectFindings(plan(), withOptions({ 'stale-date': { graceDays: 6 } }));
    expectFindings(
      plan('              ^^^^^^^^^^ 💡 info stale-date\n'),
      withOptions({ 'stale-date': { graceDays: 5 } }),
    );
  });
});

describe('overdue', () => {
  const plan = (finding = '') => `| Task | Status | Target |
| --- | --- | --- |
| Schema | Open | 2026-05-30 |
${finding}`;
  const late = '                  ^^^^^^^^^^ info overdue\n';

  it('lets a target be so many days past, over the end of a month', () => {
    expectFindings(plan(late), withOptions({}));
    expectFindings(plan(late), withOptions({ overdue: { graceDays: 15 } }));
    expectFindings(plan(), withOptions({ overdue: { graceDays: 16 } }));
  });

  it('watches whose targets it is told to', () => {
    expectFindings(plan(), withOptions({ overdue: { of: ['groups'] } }));
    expectFindings(plan(late), withOptions({ overdue: { of: ['tickets'] } }));
  });
});

describe('over-limit: inProgress', () => {
  it('counts what is in progress by itself, and not what only holds it', () => {
    const settings = withOptions({ 'over-limit': { inProgress: 1 } });
    expectFindings('- [~] Login\n  - [~] Form\n  - [ ] Reset\n', settings);
    expectFindings(
      '- [~] Login\n  - [~] Form\n  - [~] Reset\n     ^ warning over-limit: 2 tickets in progress, but the settings allow 1\n',
      settings,
    );
  });
});

describe('placeholder: allow', () => {
  it('names what is no placeholder, however it is written', () => {
    const plan = '- [ ] Schema\n\n**Project:** [project ATLAS]\n';
    expectFindings(`${plan}             ^^^^^^^^^^^^^^^ warning placeholder\n`);
    expectFindings(plan, withOptions({ placeholder: { allow: ['[Project Atlas]'] } }));
  });
});
