import type { Severity } from '../../core/rules/finding';
import type { Host, Output } from '../host';

type Paint = (text: string) => string;

/** Colours, or their absence. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const paint =
  (open: number, close: number): Paint =>
  (text) =>
    text === '' ? '' : `\x1b[${open}m${text}\x1b[${close}m`;
const plain: Paint = (text) => text;

const colored: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  good: paint(32, 39),
  severity: { error: paint(31, 39), warning: paint(33, 39), info: paint(36, 39), hint: paint(2, 22) },
};

/** No colours at all. */
export const plainStyle: Style = {
  bold: plain,
  dim: plain,
  good: plain,
  severity: { error: plain, warning: plain, info: plain, hint: plain },
};

/**
 * Colours on a terminal only. The flag comes first, then FORCE_COLOR, then NO_COLOR: a person's word at hand over what
 * stands in their environment.
 */
export function styleFor(output: Output, { env }: Host, flag: boolean | undefined): Style {
  return wantsColor(output, env, flag) ? colored : plainStyle;
}

function wantsColor(output: Output, env: Host['env'], flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return output.isTTY === true && env.TERM !== 'dumb';
}
