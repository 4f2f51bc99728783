import { dedent } from '../support/marks';

/** A plan with contradictions of several kinds, for the tests of the command line. */
export const orchard = dedent(`
  # Orchard

  ## Phase A — Soil

  | ID    | Task           | Status  | Depends on |
  | ----- | -------------- | ------- | ---------- |
  | A-001 | Test the soil  | DONE    | -          |
  | A-002 | 土を耕す       | DONE    | A-003      |
  | A-003 | Buy compost    | TODO    | A-001      |
  | A-004 | Sow the clover | TODO    | A-003      |

  ## Summary

  - Phase A: 1 / 4 DONE
`);

/** The same without a contradiction. */
export const soundOrchard = orchard
  .replace('土を耕す       | DONE    | A-003', '土を耕す       | DONE    | A-001')
  .replace('1 / 4', '2 / 4');
