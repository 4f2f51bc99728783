import { barMismatch } from './barMismatch';
import { dependencyCycle } from './dependencyCycle';
import { duplicateTicket } from './duplicateTicket';
import { mojibake } from './mojibake';
import { overLimit } from './overLimit';
import { placeholder } from './placeholder';
import type { Rule } from './rule';
import { staleFocus } from './staleFocus';
import { staleSummary } from './staleSummary';
import { statusSectionMismatch } from './statusSectionMismatch';
import { unknownDependency } from './unknownDependency';
import { unknownStatus } from './unknownStatus';
import { unmetDependency } from './unmetDependency';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  unmetDependency,
  unknownDependency,
  dependencyCycle,
  duplicateTicket,
  unknownStatus,
  statusSectionMismatch,
  staleSummary,
  barMismatch,
  staleFocus,
  overLimit,
  placeholder,
  mojibake,
];
