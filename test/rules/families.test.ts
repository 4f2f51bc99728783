import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Figures that stand together and count alike, and phases that are called by the title of another one. */

describe('figures that stand together', () => {
  it('boxes of a drawing', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

## Stage 1: Base (2 tasks)

- [x] a
- [x] b

## Stage 2: Core (3 tasks)

- [x] c
- [ ] d
- [ ] e

## Stage 3: Launch (1 task)

- [ ] f

## How they follow

\`\`\`
        S1 (2 tasks)
            │
            ▼
        S2 ({12→3} tasks)
            │
            ▼
        S3 (1 tasks)
\`\`\`
`,
    );
  });

  it('one of several counts far off', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

| Phase | Tasks |
| --- | --- |
| Phase 1 | 2 |
| Phase 2 | {11→2} |
| Phase 3 | 3 |

## Phase 1

- [x] a
- [x] b

## Phase 2

- [x] c
- [ ] d

## Phase 3

- [ ] e
- [ ] f
- [ ] g
`,
    );
  });

  it('counts of something larger', () => {
    expectFindings(`# Plan

| Phase | Tasks |
| --- | --- |
| Phase 1 | 12 |
| Phase 2 | 11 |
| Phase 3 | 3 |

## Phase 1

- [x] a
- [x] b

## Phase 2

- [x] c
- [ ] d

## Phase 3

- [ ] e
- [ ] f
- [ ] g
`);
  });
});

describe('titles of phases', () => {
  it('the title of another phase', () => {
    expectSwaps(
      'conflicting-status',
      `# Plan

| Phase | Status |
| --- | --- |
| Phase 1: Lexer | Done |
| Phase 2: {Linker→Parser} | Done |
| Phase 3: Linker | Pending |

## Phase 1: Lexer

- [x] a

## Phase 2: Parser

- [x] b

## Phase 3: Linker

- [ ] c
`,
      { fix: false },
    );
  });

  it('another name of the same phase', () => {
    expectFindings(`# Plan

| Phase | Status |
| --- | --- |
| Phase 1: Reading the source | Done |
| Phase 2: Trees | Pending |

## Phase 1: Lexer

- [x] a

## Phase 2: Parser

- [ ] b
`);
  });
});
