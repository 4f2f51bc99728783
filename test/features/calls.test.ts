import { describe, expect, it } from 'vitest';
import { blockers, callKey, callTarget, callTargetOf, unblocked } from '../../server/src/core/features/calls';
import { links } from '../../server/src/core/features/links';
import { nameOf } from '../../server/src/core/features/names';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';
import { expectPlaces } from './places';

/** What the cursor's ticket or group depends on, and what waits for it: by name, with the text that says so. */
function calls(marked: string) {
  const { snapshot, uri, offset } = atCursor(marked);
  const target = callTarget(snapshot, uri, offset);
  if (!target) return null;
  expect(callTargetOf(snapshot, callKey(target))).toEqual(target);
  const told = (from: string, { target: to, spans }: ReturnType<typeof blockers>[number]) => [
    nameOf(snapshot.say, to.entity),
    ...spans.map((span) => snapshot.source(from)!.slice(span)),
  ];
  return {
    blockers: blockers(snapshot, target).map((call) => told(target.uri, call)),
    unblocked: unblocked(snapshot, target).map((call) => told(call.target.uri, call)),
  };
}

describe('the chain of blockers', () => {
  it('goes from a ticket to what it depends on, and to what waits for it', () => {
    expect(calls(kite.replace('K-101 |', 'K-1$001 |').replace('K-1$001', 'K-10$01'))).toEqual({
      blockers: [
        ['K-002 Sail', 'K-002'],
        ['K-003 Line and reel', 'K-003'],
      ],
      unblocked: [['K-102 Tricks', 'K-101']],
    });
  });

  it('has what holds it up before what is done', () =>
    expect(
      calls(
        '# P\n\n| ID | Task | Status | Deps |\n|---|---|---|---|\n| A-1 | a | Done | |\n| A-2 | b | Open | |\n| A-$03 | c | Open | A-1, A-2 |\n',
      )!.blockers,
    ).toEqual([
      ['A-2 b', 'A-2'],
      ['A-1 a', 'A-1'],
    ]));

  it('begins at a dependency, a title and a phase, and goes across files', () => {
    const text = `//- b.md
# B

| ID | Task | Status | Deps |
|---|---|---|---|
| B-1 | x | Open | A-$01 |

//- a.md
# A

## Phase 1: 甲

| ID | Task | Status | Deps |
|---|---|---|---|
| A-1 | y | Open | A-2 |
| A-2 | z | Open | - |

## Phase 2

**Depends on:** Phase 1

- [ ] more
`;
    expect(calls(text)).toEqual({ blockers: [['A-2 z', 'A-2']], unblocked: [['B-1 x', 'A-1']] });
    expect(calls(text.replace('A-$01', 'A-1').replace('| z |', '| $0z |'))).toEqual({
      blockers: [],
      unblocked: [['A-1 y', 'A-2']],
    });
    expect(calls(text.replace('A-$01', 'A-1').replace('Phase 1: 甲', 'Phase$0 1: 甲'))).toEqual({
      blockers: [],
      unblocked: [['Phase 2', 'Phase 1']],
    });
  });

  it('begins nowhere else', () => {
    expect(calls(kite.replace('# Kite', '# Ki$0te'))).toBeNull();
    expect(calls('$0')).toBeNull();
  });

  it('does not find what is gone', () => {
    const { snapshot, uri } = atCursor(`${kite}$0`);
    expect(callTargetOf(snapshot, { uri, type: 'ticket', key: 'K-9' })).toBeNull();
    expect(callTargetOf(snapshot, { uri: 'file:///no.md', type: 'group', key: 'phase:1' })).toBeNull();
  });
});

describe('links', () => {
  it('stand under every #id that names a ticket, in other files as well', () => {
    expectPlaces(
      `
//- plan.md
# P$0

| #    | Task | Status | Depends on |
| ---- | ---- | ------ | ---------- |
| #1   | one  | Done   |            |
| #2   | two  | Open   | #1, #9     |
                         ^^ info one

After #2, not #22, a#2, &#2; or [x](#2) but (#1).
      ^^ info two
                                             ^^ info one
# Heading
//- README.md
#1 is done: #1.
^^ info one
            ^^ info one
`,
      (snapshot) =>
        snapshot.uris.flatMap((uri) =>
          links(snapshot, uri).map(({ span, target }) => ({ uri, span, word: target.entity.title })),
        ),
    );
  });

  it('are not made of figures that are no ids', () => {
    const { snapshot, uri } = atCursor(`${kite}\nPR #12 and #fff$0\n`);
    expect(links(snapshot, uri)).toEqual([]);
  });
});
