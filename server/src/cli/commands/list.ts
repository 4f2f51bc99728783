import { exit, type Host } from '../host';
import { listPlans } from '../listing';
import { listJson } from '../reporters/list-json';
import { listText } from '../reporters/list-text';
import { openRun, type RunOptions } from '../run';
import { styleFor } from '../terminal/style';

export const listFormats = ['text', 'json'] as const;

export interface ListOptions extends RunOptions {
  readonly format: (typeof listFormats)[number];
}

/** `plan-truth list`: tells what was read. */
export async function list(paths: readonly string[], options: ListOptions, host: Host): Promise<number> {
  const run = await openRun(paths, options, host);
  const plans = listPlans(run);
  const style = styleFor(host.stdout, host, options.color);
  host.stdout.write(options.format === 'json' ? listJson(plans) : listText(plans, run.files.length, style, host.say));
  return run.failed ? exit.failure : exit.ok;
}
