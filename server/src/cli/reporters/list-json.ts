import type { PlanListing } from '../listing';

/** Plans as JSON: a contract, see `docs/command-line.md`. */
export function listJson(plans: readonly PlanListing[]): string {
  return `${JSON.stringify({ version: 1, plans }, null, 2)}\n`;
}
