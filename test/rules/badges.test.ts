import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Figures in badges, front matter and headings, and figures that count phases. */

describe('badges', () => {
  it('badge percent', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

![progress](https://img.shields.io/badge/progress-{60→50}%25-green)

- [x] one
- [x] two
- [ ] three
- [ ] four
`,
    );
  });

  it('badge ratio', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

![tasks](https://img.shields.io/badge/tasks-{3→2}%2F4-blue) ![build](https://img.shields.io/badge/build-passing-green) ![coverage](https://img.shields.io/badge/coverage-87%25-green)

- [x] one
- [x] two
- [ ] three
- [ ] four
`,
    );
  });

  it('badge with alt text', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

[![Progress: {75→50}%](https://img.shields.io/badge/Progress-50%25-yellow?style=flat-square)](#tasks)

## Tasks

- [x] one
- [x] two
- [ ] three
- [ ] four
`,
    );
  });

  it('progress bar service', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

![](https://geps.dev/progress/{75→50})

- [x] one
- [x] two
- [ ] three
- [ ] four
`,
    );
  });

  it('progress bar service in rows', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

| Phase | Progress |
| --- | --- |
| Phase 1 | ![](https://progress-bar.xyz/{80→100}/) |
| Phase 2 | ![](https://progress-bar.xyz/{80→50}/) |

## Phase 1

- [x] one
- [x] two

## Phase 2

- [ ] three
- [x] four
`,
    );
  });

  it('badge of a phase', () => {
    expectSwaps(
      'stale-summary',
      `# Tool

![Phase 1](https://img.shields.io/badge/Phase_1-{50→100}%25-green)
![Phase 2](https://img.shields.io/badge/Phase_2-{0→50}%25-red)

## Phase 1

- [x] one
- [x] two

## Phase 2

- [ ] three
- [x] four
`,
    );
  });

  it('badge status', () => {
    expectSwaps(
      'stale-status',
      `# Tool

![status](https://img.shields.io/badge/status-{complete→in%20progress}-green)

## Phase 1

- [x] one
- [x] two

## Phase 2

- [ ] three
- [x] four
`,
      { fix: false },
    );
  });

  it('badges that are none of ours', () => {
    expectFindings(`# Tool

![coverage](https://img.shields.io/badge/coverage-60%25-green)
![version](https://img.shields.io/badge/version-1.2%2F3-green)
![tests](https://img.shields.io/badge/tests-3%2F4-green)

- [x] one
- [x] two
- [ ] three
- [ ] four
`);
  });
});

describe('front matter', () => {
  it('front matter numbers', () => {
    expectSwaps(
      'stale-summary',
      `---
title: Importer
progress: {40→60}
completed: {2→3}
total: {6→5}
---

# Importer

- [x] read
- [x] map
- [x] write
- [ ] retry
- [ ] report
`,
    );
  });

  it('front matter percent sign', () => {
    expectSwaps(
      'stale-summary',
      `---
status: active
completion: "{20→50}%"
tasks_total: 4
tasks_done: {1→2}
todo: {3→2}
---

- [x] read
- [x] map
- [ ] write
- [ ] retry
`,
    );
  });

  it('front matter status', () => {
    expectSwaps(
      'stale-status',
      `---
status: {done→active}
---

- [x] read
- [ ] map
`,
      { fix: false },
    );
  });

  it('front matter nested', () => {
    expectSwaps(
      'stale-summary',
      `---
gsd_state_version: 1.0
status: executing
progress:
  total_phases: {3→2}
  completed_phases: 1
  percent: 60
---

# Roadmap

- [x] **Phase 1: Base** - the base
- [ ] **Phase 2: Tools** - the tools
`,
    );
  });

  it('front matter of other things', () => {
    expectFindings(`---
title: Importer
weight: 40
total: 3
progress: true
version: 2
order: 5
estimate: 8
completed: 2025-04-01
---

- [x] read
- [x] map
- [x] write
- [ ] retry
- [ ] report
`);
  });
});

describe('headings', () => {
  it('heading counts kanban', () => {
    expectSwaps(
      'stale-summary',
      `# Board

## To Do ({3→2})

- [ ] Pager
- [ ] Filters

## In Progress ({2→1})

- [ ] Search

## Done ({2→3})

- [x] Header
- [x] Footer
- [x] Nav
`,
    );
  });

  it('heading counts', () => {
    expectSwaps(
      'stale-summary',
      `# Board

## Backlog ({3→2} items)

- [ ] Pager
- [ ] Filters

## Phase 1: Base ({1→2}/3)

- [x] Search
- [x] Find
- [ ] Sort

## Phase 2: Tools [{2→1}/2]

- [x] Header
- [ ] Footer

## Phase 3: UI - {1→2} of 3 complete

- [x] Header
- [x] Foot
- [ ] Mouth

## Phase 4: Release ({1→2} tasks remaining)

- [ ] tag
- [ ] push
- [x] plan
`,
    );
  });

  it('heading counts colon', () => {
    expectSwaps(
      'stale-summary',
      `# Tasks

### ✅ Completed: {2→3}

- [x] Header
- [x] Footer
- [x] Nav

### ⏳ Pending — {3→2} tasks

- [ ] Pager
- [ ] Filters
`,
    );
  });

  it('heading years and versions', () => {
    expectFindings(`# Board

## Done (2024)

- [x] Header
- [x] Footer

## Sprint 3 (5)

- [x] Header two
- [ ] Footer two

## Completed (v2)

- [x] Nav
`);
  });

  it('nested board with subtasks consistent', () => {
    expectFindings(`# Board

## To Do (2)

- [ ] Pager
  - [ ] prev
  - [ ] next
- [ ] Filters

## Done (2)

- [x] Header
  - [x] logo
- [x] Footer
`);
  });
});

describe('phases themselves', () => {
  it('phases counted in words', () => {
    expectSwaps(
      'stale-summary',
      `# Rollout

**Phases complete:** {1→2}/3

Total phases: {4→3}

## Phase 1: Dig ✅

- [x] one

## Phase 2: Plant

- [x] two

## Phase 3: Water

- [ ] three
- [x] four
`,
    );
  });

  it('milestones counted in a table of figures', () => {
    expectSwaps(
      'stale-summary',
      `# Rollout

| Metric | Value |
| --- | --- |
| Milestones completed | {2→1} / 3 |
| Tasks | {2→3} / 5 |

| Milestone | Status |
| --- | --- |
| M1 Alpha | Done |
| M2 Beta | In Progress |
| M3 Launch | Planned |

## Milestone 1

- [x] one
- [x] two

## Milestone 2

- [x] three
- [ ] four

## Milestone 3

- [ ] five
`,
    );
  });

  it('fases en español', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

- Fases completadas: {2→1} de 3
- Tareas completadas: {2→3}/6

## Fase 1: Base

- [x] a
- [x] b

## Fase 2: Panel

- [x] c
- [ ] d

## Fase 3: Cierre

- [ ] e
- [ ] f
`,
    );
  });

  it('phases of a longer plan', () => {
    expectFindings(`# Phases 3 to 5

Phases complete: 3/7

## Phase 3

- [x] a

## Phase 4

- [ ] b

## Phase 5

- [ ] c
`);
  });

  it('日本語のフェーズ数', () => {
    expectSwaps(
      'stale-summary',
      `# 計画

- 全フェーズ数: 3
- 完了フェーズ: {2→1}/3

## フェーズ1: 準備

- [x] あ
- [x] い

## フェーズ2: 実装

- [ ] う

## フェーズ3: 公開

- [ ] え
`,
    );
  });
});

describe('figures of phases', () => {
  it('what the figures of phases add up to', () => {
    expectSwaps(
      'stale-summary',
      `# Resumen

| Métrica | Valor | Estado |
| --- | --- | --- |
| Fases completadas | {1→2}/3 | 🟡 |
| Tareas completadas | {5→6}/{11→9} | 🟡 |

### FASE INMEDIATA (100% ✅)

- [x] Encuestas
- [x] Menús
- [x] Validación

### FASE 1 (100% ✅)

- [x] Registro
- [x] Seguimiento
- [x] Integración

\`\`\`
FASE INMEDIATA: ██████████ 100% (3/3 tareas)
FASE 1:         ██████████ 100% (3/3 tareas)
FASE 2:         ░░░░░░░░░░   0% (0/3 tareas)
\`\`\`
`,
    );
  });
});
