/** A plan as teams write them, with a legend, two phases and a summary that is true. */
export const kite = `# Kite

## Ticket status

| Status        | Meaning            |
| ------------- | ------------------ |
| \`OPEN\`        | not started        |
| \`IN_PROGRESS\` | on a branch        |
| \`PR_OPEN\`     | waiting for review |
| \`MERGED\`      | in main            |
| \`BLOCKED\`     | cannot go on       |

## Phase A — Ground

| ID    | Title          | Branch    | Status      | Depends On |
| ----- | -------------- | --------- | ----------- | ---------- |
| K-001 | Frame of spars | wt/frame  | MERGED      | -          |
| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |
| K-003 | Line and reel  | wt/line   | OPEN        | -          |

## Phase B — Air

| ID    | Title          | Branch    | Status      | Depends On   |
| ----- | -------------- | --------- | ----------- | ------------ |
| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |
| K-102 | Tricks         | wt/tricks | OPEN        | K-101        |

## Summary

Phase A: 1 / 3 MERGED
Phase B: 0 / 2 MERGED

Total Tickets: 5
`;
