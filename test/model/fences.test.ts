import { describe, expect, it } from 'vitest';
import { analyse, read } from './read';

const table = '| ID | Task | Status |\n| --- | --- | --- |\n| A-1 | one | Open |\n| A-2 | two | Done |';
const fenced = (info: string, content: string): string => `\`\`\`${info}\n${content}\n\`\`\`\n`;
const ids = (text: string, settings: unknown = {}): (string | null)[] =>
  analyse(text, settings)?.plan.allTickets.map(({ id }) => id) ?? [];

describe('tables in fences', () => {
  it('are the plan where there is no other', () => {
    expect(ids(`# Tickets\n\n${fenced('markdown', `### Phase A\n\n${table}`)}`)).toEqual(['A-1', 'A-2']);
    expect(ids(`# Tickets\n\n${fenced('md', table)}`)).toEqual(['A-1', 'A-2']);
  });

  it('stand at their place in the document', () => {
    const text = `# Tickets\n\n${fenced('markdown', table)}`;
    const [ticket] = read(text).allTickets;
    expect(text.slice(ticket!.span.start, ticket!.span.end)).toBe('| A-1 | one | Open |');
  });

  it('take their sections from inside the fence, and several fences are one plan', () => {
    const text = `# Plan\n\n${fenced('markdown', `### Phase A\n\n${table}`)}\n# Summary\n\n${fenced('markdown', 'Phase A: 0 / 2 done')}`;
    const plan = read(text);
    expect(plan.allGroups.map((g) => `${g.kind}:${g.key} ${g.tickets.length}`)).toContain('phase:A 2');
    expect(plan.claims.map(({ scope }) => scope?.type)).toEqual(['group']);
  });

  it('are text where the file has tickets outside', () => {
    expect(ids(`${table.replace(/A-/g, 'B-')}\n\n${fenced('markdown', table)}`)).toEqual(['B-1', 'B-2']);
    expect(ids(`- [ ] B-9: a box\n\n${fenced('markdown', table)}`)).toEqual(['B-9']);
  });

  it.each(['Example', 'Example format', '記入例', 'サンプル', 'Sample', 'Ejemplo', 'Usage'])(
    'are a sample below "%s"',
    (heading) => {
      expect(analyse(`# Format\n\n## ${heading}\n\n${fenced('markdown', table)}`)).toBeNull();
    },
  );

  it.each([
    ['TICKET-XXX', '| TICKET-XXX | title | Open |'],
    ['{Phase 1 Name}', '### {Phase 1 Name}'],
  ])('are a sample where they hold %s', (_, line) => {
    expect(analyse(`# Format\n\n${fenced('markdown', `${table}\n${line}`)}`)).toBeNull();
  });

  it.each(['js', 'bash', 'yaml', 'diff'])('of %s are code', (language) => {
    expect(analyse(`# Plan\n\n${fenced(language, table)}`)).toBeNull();
  });

  it('are read or left as the setting says', () => {
    const both = `${table.replace(/A-/g, 'B-')}\n\n${fenced('markdown', table)}`;
    expect(ids(both, { fences: 'always' })).toEqual(['B-1', 'B-2', 'A-1', 'A-2']);
    expect(analyse(fenced('markdown', table), { fences: 'never' })).toBeNull();
  });

  it('comments in a shell fence are no headings, whatever they say', () => {
    const text = `- [ ] one\n\n${fenced('bash', '# Phase 1 (90% missing)\n## ✅ Completed')}`;
    expect(read(text).allGroups).toEqual([]);
  });

  it('one that nothing closes swallows the rest and throws nothing', () => {
    expect(ids(`- [ ] B-1: a\n\n\`\`\`markdown\n${table}\n`)).toEqual(['B-1']);
  });
});

describe('plain fences', () => {
  it('hold bars', () => {
    const text = `## Phase 1: Base\n- [x] a\n- [ ] b\n\n${fenced('', 'Phase 1: Base   [█████░░░░░]  50%')}`;
    expect(read(text).claims).toMatchObject([{ scope: { group: { key: '1' } }, percent: { value: 50 } }]);
  });

  it('hold logs, which claim nothing', () => {
    const text = `## Phase 1\n- [x] a\n- [ ] b\n\n${fenced('text', '2026-01-02  - 3/3 drills passed\n2026-01-03  - Phase 1 started')}`;
    const claims = read(text).claims;
    expect(claims.filter(({ scope }) => scope !== null)).toEqual([]);
  });

  it('hold trees and code, which are nothing', () => {
    const text = `## Phase 1\n- [ ] a\n  \`\`\`\n  src/\n  ├── [x] done\n  └── README.md\n  \`\`\`\n`;
    expect(read(text).allTickets.map(({ title }) => title)).toEqual(['a']);
  });
});

describe('comments', () => {
  it('hold no tickets', () => {
    expect(ids(`- [ ] B-1: a\n\n<!--\n- [ ] B-2: b\n${table}\n-->\n`)).toEqual(['B-1']);
    expect(analyse(`---\ntitle: x\n---\n<!--\n${table}\n-->\n`)).toBeNull();
  });
});
