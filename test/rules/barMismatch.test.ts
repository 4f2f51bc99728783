import { describe, it } from 'vitest';
import { expectFindings, expectFixed } from '../support/fixture';

const rules = ['bar-mismatch'];
const half = '## Phase 1\n\n- [x] a\n- [ ] b\n\n';

describe('bar-mismatch', () => {
  it.each([
    '[█████░░░░░] 50%',
    '[##########----------] 50%',
    '▓▓▓░░░ 50%',
    '🟩🟩🟩🟩🟩⬜⬜⬜⬜⬜ 50%',
    '[██░░░] 50%',
    '[███░░] 50%',
    '[=====>    ] 50%',
    '██████████░░░░░░░░░░ 1/2',
  ])('right within its grain: %s', (bar) => {
    expectFindings(`${half}Phase 1 ${bar}\n`, { rules });
  });

  it.each([
    ['[███████░░░] 50%', '[█████░░░░░] 50%'],
    ['[#-------------------] 50%', '[##########----------] 50%'],
    ['[■□□□□□] 50%', '[■■■□□□] 50%'],
    ['[░░░░░░░░░░] 50%', '[█████░░░░░] 50%'],
    ['[██████████] 50%', '[█████░░░░░] 50%'],
  ])('%s', (bar, fixed) => {
    expectFixed(`${half}Phase 1 ${bar}\n`, `${half}Phase 1 ${fixed}\n`);
  });

  it('a bar alone is held against what it counts', () => {
    expectFindings(`${half}Phase 1: [█████████░]\n          ^^^^^^^^^^ 💡 warning bar-mismatch\n`, { rules });
  });

  it('not of what cannot be told, nor of lines of dashes', () => {
    expectFindings(`${half}Disk: [█████████░] 20%\n\n----------\n`, { rules });
  });
});
