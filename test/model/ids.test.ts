import { describe, expect, it } from 'vitest';
import { ownIds } from '../../server/src/core/model/ids';
import { parseSettings } from '../../server/src/core/settings';
import { Workspace } from '../../server/src/core/workspace';
import { expectFindings } from '../support/fixture';
import { outline } from './read';

const ids = ['REQ.@@.###', 'es-#', '課題-##', 'web/####'];

describe('ids of forms that the settings name', () => {
  const text = `
    ## REQ.ui.001 Hooks

    - [ ] write

    ## Rest

    - [ ] **es-4** Schema
    - [ ] ES-5 Login (depends on: es-4)
    - [x] 課題-01: 土台
    - [ ] web/1234 Old links
    - [ ] es-5x is no id
    - [ ] web/123 neither

    | Task | Status | Depends on |
    | --- | --- | --- |
    | es-7 Logout | Open | es-4, web/1234 |
  `;

  it('are read where titles, tasks and rows start', () => {
    expect(outline(text, { ids })).toBe(
      [
        '[REQ.ui.001] Hooks',
        '  write · todo',
        '§ Rest',
        '  [es-4] Schema · todo',
        '  [ES-5] Login (depends on: es-4) · todo',
        '  [課題-01] 土台 · done',
        '  [web/1234] Old links · todo',
        '  es-5x is no id · todo',
        '  web/123 neither · todo',
        '  [es-7] Logout · todo',
      ].join('\n'),
    );
    expect(outline(text)).not.toMatch(/\[(?:REQ|ES-5|web)/);
  });

  it('can be depended on, and be misspelt', () => {
    expectFindings(
      `
      - [ ] web/1234 Schema
      - [x] web/1235 Login (depends on: web/1234)
                                        ^^^^^^^^ warning unmet-dependency: web/1235 is [x] but depends on web/1234, which is [ ]
    `,
      { settings: { ids } },
    );
  });

  it('are read anew when they change, and by each document with its own settings', () => {
    const [one, two] = ['file:///1.md', 'file:///2.md'];
    const plan = '# Plan\n\n## es-1 Hooks\n\n- [ ] write\n';
    const own = parseSettings({ ids }).settings;
    const none = parseSettings({}).settings;
    const workspace = new Workspace();
    const idsOf = (uri: string) => workspace.snapshot.analysis(uri)!.plan.allTickets.map(({ id }) => id);
    workspace.apply({
      documents: [one, two].map((uri) => ({ uri, text: plan })),
      settings: (uri) => (uri === one ? own : none),
    });
    expect([idsOf(one), idsOf(two)]).toEqual([['es-1', null], [null]]);
    workspace.apply({ settings: (uri) => (uri === two ? own : none) });
    expect([idsOf(one), idsOf(two)]).toEqual([[null], ['es-1', null]]);
  });
});

describe('a form of ids', () => {
  const problems = (...forms: unknown[]) => parseSettings({ ids: forms }).problems.map(({ path }) => path.join('.'));

  it('has a digit, and is one that a text fits in one way', () => {
    expect(problems('TEAM-###', '#.#', 'ÄÖ-@@:##', 'a_b/#')).toEqual([]);
    expect(problems('', 'TEAM', '@@-@@', '.#', 'a b #', '#1', '@x#', `${'a'.repeat(40)}#`, '(a+)+#', 3)).toEqual(
      Array.from({ length: 10 }, (_, i) => `ids.${i}`),
    );
    const { settings, problems: found } = parseSettings({ ids: ['#1', 'T-#'] }, 'ja');
    expect(settings.ids).toEqual(['T-#']);
    expect(found[0]!.message).toContain('TEAM-###');
  });

  it('does not hang on long texts', () => {
    const { leading, whole } = ownIds(['@@@@-@@@@.@@@@:####', '####.####.####-####'])!;
    for (const part of ['a', '1', 'aaaa-', '1111.']) {
      const text = part.repeat(200_000);
      expect([leading.test(text), whole.test(text)], part).toEqual([false, false]);
    }
  });
});
