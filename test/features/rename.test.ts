import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../server/src/core/features/rename';
import { applyEdits } from '../../server/src/core/text/edit';
import { atCursor, dedent, parseFixture } from '../support/fixture';
import { kite } from '../support/plans';

/** The files that the new id changes, as they are then, or why it is refused. */
function renamed(marked: string, id: string) {
  const { snapshot, uri, offset } = atCursor(marked);
  const found = rename(snapshot, uri, offset, id);
  if ('refused' in found) return found.refused;
  return Object.fromEntries(
    [...found.edits].map(([at, edits]) => [at.slice('file:///'.length), applyEdits(snapshot.source(at)!.text, edits)]),
  );
}

/** Holds the text after renaming to `expected`; where one file alone is given, to that. */
function expectRenamed(marked: string, id: string, expected: string) {
  const { files } = parseFixture(expected);
  const before = parseFixture(marked).files;
  const after = renamed(marked, id);
  if (typeof after === 'string') throw new Error(after);
  for (const [i, file] of files.entries()) expect(after[file.path] ?? before[i]!.text, file.path).toBe(file.text);
}

function prepared(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  const found = prepareRename(snapshot, uri, offset);
  return found && ('refused' in found ? found.refused : [source.slice(found.span), found.id]);
}

const table = (rows: string) => `| ID   | Task   | Status | Depends on |
| ---- | ------ | ------ | ---------- |
${rows}`;

describe('renaming a ticket', () => {
  it('changes every place that names it, and keeps the pipes where they are', () =>
    expectRenamed(
      `
# Plan

Current task: A-1

${table(`| A-1$0  | Schema | Open   | -          |
| A-2  | Login  | Open   | A-1, A-3   |
| A-3  | Fix of A-1 | Open | \`a-1\` |
| A-11 | More   | Open   | A-2        |
`)}
Branch wt/A-1, and (A-1).

- [ ] **A-1** Schema

## Blocked tickets

- A-1: the disk is full
`,
      'DB-01',
      `
# Plan

Current task: DB-01

${table(`| DB-01 | Schema | Open   | -          |
| A-2  | Login  | Open   | DB-01, A-3 |
| A-3  | Fix of DB-01 | Open | \`DB-01\` |
| A-11 | More   | Open   | A-2        |
`)}
Branch wt/A-1, and (DB-01).

- [ ] **DB-01** Schema

## Blocked tickets

- DB-01: the disk is full
`,
    ));

  it('goes across files, from a dependency', () =>
    expectRenamed(
      `//- a.md
${table('| A-1  | Schema | Done   | -          |\n')}
//- b.md
${table('| B-1  | Login  | Open   | A-1$0        |\n')}
//- README.md
# Read me

It begins with A-1.
`,
      'A-7',
      `//- a.md
${table('| A-7  | Schema | Done   | -          |\n')}
//- b.md
${table('| B-1  | Login  | Open   | A-7        |\n')}
//- README.md
# Read me

It begins with A-7.
`,
    ));

  it('leaves alone what other plans call the same', () =>
    expectRenamed(
      `//- a.md
${table('| A-1$0  | Schema | Done   | -          |\n')}
//- b.md
${table('| A-1  | Other  | Open   | -          |\n| A-2  | Login  | Open   | A-1        |\n')}
`,
      'A-7',
      `//- a.md
${table('| A-7  | Schema | Done   | -          |\n')}
//- b.md
${table('| A-1  | Other  | Open   | -          |\n| A-2  | Login  | Open   | A-1        |\n')}
`,
    ));

  it('holds in CJK text with CRLF, fences, headings and half-typed rows', () => {
    const text = `# 計画\n\n| 番号 | タスク | 状態 | 依存 |\n| --- | --- | --- | --- |\n| A-1$0 | 基盤 | 完了 | なし |\n| A-2 | 画面 | 未着手 | A-1（必須）、A-3 |\n| A-3 | 帳票 | 未着手 | A-1\n\n次はA-1です。\n`;
    const to = text.replace('$0', '').replaceAll('A-1', 'A-10');
    expect(renamed(text.replace(/\n/g, '\r\n'), 'A-10')).toEqual({ 'plan.md': to.replace(/\n/g, '\r\n') });
    const fenced = `# P\n\n\`\`\`markdown\n${table('| A-1$0  | Schema | Done   | -          |\n')}\`\`\`\n`;
    expectRenamed(fenced, 'B-2', fenced.replace('A-1$0', 'B-2'));
    const headings =
      '# P\n\n### A-1: Schema\n\n**Status:** Done\n\n### A-2: Login\n\n**Depends on:** A-$01\n**Status:** Open\n';
    expectRenamed(headings, 'A-9', headings.replace('$0', '').replaceAll('A-1', 'A-9'));
  });

  it('makes one of two tickets with the same id another', () =>
    expectRenamed(
      table(
        '| A-1  | Schema | Done   | -          |\n| A-1$0  | Login  | Open   | -          |\n| A-3  | More   | Open   | A-1        |\n',
      ),
      'A-2',
      table(
        '| A-1  | Schema | Done   | -          |\n| A-2  | Login  | Open   | -          |\n| A-3  | More   | Open   | A-1        |\n',
      ),
    ));

  it('takes another spelling of the same id', () =>
    expectRenamed(
      table('| A-1$0  | Schema | Done   | -          |\n| A-2  | Login  | Open   | A-1        |\n'),
      'A-001',
      table('| A-001 | Schema | Done   | -          |\n| A-2  | Login  | Open   | A-001      |\n'),
    ));
});

describe('renaming is refused', () => {
  const rows = table(`| T1$0   | Schema | Done   | -          |
| T2   | Login  | Open   | -          |
| T3   | Shop   | Open   | -          |
| T4   | Tests  | Open   | T1-T3      |
`);

  it.each([
    ['', '“” is no id'],
    ['Schema', '“Schema” is no id'],
    ['T 7', '“T 7” is no id'],
    ['T|7', '“T|7” is no id'],
    ['T2', 'T2 is taken: it is “Login”.'],
    ['t02', 't02 is taken: it is “Login”.'],
  ])('with the id %j', (id, reason) => expect(renamed(rows, id)).toContain(reason));

  it('where a range would mean something else', () => {
    const reason = '“T1-T3”, which T4 Tests depends on, would no longer mean the same.';
    expect(renamed(rows, 'T9')).toContain('which T4 Tests depends on, would no longer mean the same');
    expect(renamed(rows.replace('T1$0 ', 'T1 ').replace('T2 ', 'T2$0 '), 'T9')).toBe(reason);
    expect(typeof renamed(rows.replace('T1$0 ', 'T1 ').replace('T4 ', 'T4$0 '), 'T9')).toBe('object');
  });

  it('where another plan would mean this ticket from then on', () =>
    expect(
      renamed(
        `//- a.md\n${table('| A-1$0  | Schema | Done   | -          |\n')}//- b.md\n${table('| B-1  | Login  | Open   | A-7        |\n| A-6 | x | Open | - |\n')}`,
        'A-7',
      ),
    ).toBe('“A-7”, which B-1 Login depends on, would no longer mean the same.'));

  it('where the new one would not be read as an id', () =>
    expect(renamed('# P\n\n- [ ] **A-1$0** Schema\n- [ ] **A-2** Login\n', 'c1')).toMatch(/would not be read/));

  it('at what is no single id', () => {
    expect(prepared(rows)).toEqual(['T1', 'T1']);
    expect(prepared(rows.replace('T1$0', 'T1').replace('T1-T3', 'T1 -$0 T3'))).toMatch(/more than one ticket/);
    expect(prepared(rows.replace('T1$0', 'T1').replace('Login', 'Lo$0gin'))).toBe(
      'This is T2 by other words: put the cursor on the id itself.',
    );
    expect(prepared(kite.replace('Phase A — Ground', 'Phase$0 A — Ground'))).toBe(
      'Only ids of tickets can be renamed.',
    );
    expect(prepared('# P\n\n- [ ] on$0e\n')).toBe('“one” has no id.');
    expect(prepared(kite.replace('# Kite', '# Ki$0te'))).toBeNull();
    expect(prepared(dedent('\n$0\n'))).toBeNull();
  });
});
