import { describe, expect, it } from 'vitest';
import { definition, highlights, references } from '../../server/src/core/features/navigation';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';
import { expectPlaces } from './places';

const expectReferences = (marked: string) =>
  expectPlaces(marked, (...at) => references(...at).map(({ uri, span, role }) => ({ uri, span, word: role })));
const expectDefinition = (marked: string) =>
  expectPlaces(marked, (...at) => definition(...at).map(({ uri, nameSpan: span }) => ({ uri, span, word: 'here' })));

function originAt(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  return [...new Set(definition(snapshot, uri, offset).map(({ origin }) => source.slice(origin)))];
}

const table = (rows: string) => `
| ID  | Task   | Status | Depends on |
| --- | ------ | ------ | ---------- |
${rows}`;

describe('the definition', () => {
  it('of a dependency is its ticket', () =>
    expectDefinition(
      table(`| A-1 | Schema | Done   | -          |
  ^^^ info here
| A-2 | Login  | Open   | A-1$0        |
`),
    ));

  it('of a range or several names is every ticket of it', () =>
    expectDefinition(
      table(`| T1  | a      | Done   | -          |
  ^^ info here
| T2  | b      | Open   | -          |
  ^^ info here
| T3  | c      | Open   | -          |
  ^^ info here
| T4  | d      | Open   | T1 –$0 T3    |
`),
    ));

  it('of a dependency in other words is what they mean', () => {
    expectDefinition(
      table(`| A-1 | Schema | Done   | -          |
  ^^^ info here
| A-2 | Login  | Open   | Sch$0ema     |
`),
    );
    expectDefinition(`
# P

## Phase 1: Base
   ^^^^^^^^^^^^^ info here

- [x] one

## Phase 2: More

**Depends on:** Pha$0se 1

- [ ] two
`);
  });

  it('of a focus is its phase, of an entry of a blocked list its ticket', () => {
    expectDefinition(`
# P

Current phase: Phase$0 1

## Phase 1: Base
   ^^^^^^^^^^^^^ info here

- [ ] **T-1** one

## Blocked

- T-1: the key is missing
`);
    expectDefinition(`
# P

## Phase 1: Base

- [ ] **T-1** one
        ^^^ info here

## Blocked

- T-$01: the key is missing
`);
  });

  it('of a ticket or phase is the place itself, from its id and its title', () => {
    expect(originAt(kite.replace('K-002 | Sail', 'K-0$002 | Sail'))).toEqual(['K-002']);
    expect(originAt(kite.replace('K-002 | Sail', 'K-002 | Sa$0il'))).toEqual(['K-002']);
    expect(originAt(kite.replace('Phase A — Ground', 'Phase A — Gro$0und'))).toEqual(['Phase A']);
  });

  it('of an id in running text is its ticket; of a figure, the phase that it counts', () => {
    expectDefinition(`${table('| A-1 | Schema | Done   | -          |\n  ^^^ info here\n')}
See (A-$01), then go on.
`);
    expect(originAt(kite.replace('Phase A: 1 / 3', 'Phase A: $01 / 3'))).toEqual(['1 / 3']);
  });

  it('of a figure about the whole plan are its phases', () => {
    const { snapshot, uri, offset, source } = atCursor(kite.replace('Tickets: 5', 'Tickets: $05'));
    expect(definition(snapshot, uri, offset).map(({ span }) => source.slice(span))).toEqual([
      '## Phase A — Ground',
      '## Phase B — Air',
    ]);
  });

  it('is in another file where no other ticket has the id', () => {
    expectDefinition(`//- a.md
${table('| A-1 | Schema | Done   | -          |\n  ^^^ info here\n')}
//- b.md
${table('| B-1 | Login  | Open   | A-$01        |\n')}
`);
    expectDefinition(`//- README.md
# Read me

It begins with A-$01.
//- a.md
${table('| A-1 | Schema | Done   | -          |\n  ^^^ info here\n')}
`);
  });

  it('is nowhere where nothing is named', () => {
    for (const text of [
      kite.replace('## Summary', '## Sum$0mary'),
      kite.replace('MERGED      |', 'MER$0GED      |'),
      '# Notes\n\nA-$01\n',
      '$0',
      table('| A-1 | Schema | Done   | -          |\n').concat('\nwt/A-$01 x/A-1 A-1x A-11 A-1-b\n'),
    ])
      expect(originAt(text)).toEqual([]);
  });
});

describe('references', () => {
  it('of a ticket are its rows, dependencies, lists, focus and running text', () =>
    expectReferences(`
# Plan

Current task: A-1
              ^^^ info focus

| ID  | Task   | Status | Depends on |
| --- | ------ | ------ | ---------- |
| A-1 | Schema | Open   | -          |
  ^^^ info definition
| A-2 | Login  | Open   | A-1, A-3   |
                          ^^^ info dependency
| A-3 | After A-1 | Open | $0A-1        |
              ^^^ info prose
                           ^^^ info dependency
| A-4 | More   | Open   | Schema     |
                          ^^^^^^ info dependency
| A-11 | Even more | Open | A-2        |

Branch wt/A-1, file A-1.md, and A-1.
                                ^^^ info prose

- [ ] **A-1** Schema
        ^^^ info mention

## Blocked tickets

- A-1: the disk is full
  ^^^ info blocked
`));

  it('of one in the middle of a range are the range', () =>
    expectReferences(
      table(`| T1  | a      | Done   | -          |
| T2$0  | b      | Open   | -          |
  ^^ info definition
| T3  | c      | Open   | T2         |
                          ^^ info dependency
| T4  | d      | Open   | T1–T3      |
                          ^^^^^ info dependency
`),
    ));

  it('of one end of a range are that end', () =>
    expectReferences(
      table(`| T1$0  | a      | Done   | -          |
  ^^ info definition
| T2  | b      | Open   | -          |
| T4  | d      | Open   | T1-T2      |
                          ^^ info dependency
`),
    ));

  it('of a phase are its headings, rows, figures and text', () =>
    expectReferences(`
# P

Current phase: Phase A
               ^^^^^^^ info focus

| Phase | Name | Status |
| ----- | ---- | ------ |
| A     | Base | Open   |
  ^ info mention
| B     | More | Open   |

## Ph$0ase A — Base
   ^^^^^^^ info definition

- [ ] one

## Phase B — More

Depends on: Phase A
            ^^^^^^^ info dependency

- [ ] two, as in Phase A
                 ^^^^^^^ info prose

Phase A: 0/1 done
^^^^^^^ info prose
`));

  it('go across files, and leave alone what has the same name there', () => {
    expectReferences(`//- a.md
${table('| A-1 | Schema | Done   | -          |\n  ^^^ info definition\n')}
//- b.md
${table('| B-1 | Login  | Open   | A-$01        |\n                          ^^^ info dependency\n')}
See A-1.
    ^^^ info prose
`);
    expectReferences(`//- a.md
${table('| A-1 | Sch$0ema | Done   | -          |\n  ^^^ info definition\n')}
//- c.md
${table('| A-1 | Other  | Open   | -          |\n| A-2 | Third  | Open   | A-1        |\n')}
`);
  });

  it('hold in CJK text, with CRLF, in a fence', () => {
    expectReferences(
      `
| 番号 | タスク | 状態 | 依存 |
| --- | --- | --- | --- |
| A-1 | 基盤$0を作る | 完了 | なし |
  ^^^ info definition
| A-2 | 画面 | 未着手 | A-1、A-3 |
                   ^^^ info dependency
| A-3 | 帳票 | 未着手 | A-1（必須） |
                   ^^^ info dependency

次はA-1です。
  ^^^ info prose
`.replace(/\n/g, '\r\n'),
    );
    expectReferences(`
# P

\`\`\`markdown
| ID  | Task   | Status | Depends on |
| --- | ------ | ------ | ---------- |
| A-1 | Schema | Open   | -          |
  ^^^ info definition
| A-2 | Login  | Open   | A-$01
                          ^^^ info dependency
\`\`\`
`);
  });
});

it('a phase under a heading marks its highlights in the document alone', () => {
  expectPlaces(
    `//- a.md
${table('| A-1 | Schema | Done   | -          |\n  ^^^ info definition\n| A-2 | More   | Open   | A-$01        |\n                          ^^^ info dependency\n')}
//- b.md
${table('| B-1 | Login  | Open   | A-1        |\n')}
`,
    (...at) => highlights(...at).map(({ uri, span, role }) => ({ uri, span, word: role })),
  );
});
