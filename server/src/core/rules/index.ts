import { ambiguousDependency } from './ambiguousDependency';
import { barMismatch } from './barMismatch';
import { blockedListMismatch } from './blockedListMismatch';
import { conflictingStatus } from './conflictingStatus';
import { dependencyCycle } from './dependencyCycle';
import { duplicatePhase } from './duplicatePhase';
import { duplicateTicket } from './duplicateTicket';
import { malformedRow } from './malformedRow';
import { mojibake } from './mojibake';
import { needlessBlock } from './needlessBlock';
import { overdue } from './overdue';
import { overLimit } from './overLimit';
import { phaseGate } from './phaseGate';
import { placeholder } from './placeholder';
import type { Rule } from './rule';
import { staleDate } from './staleDate';
import { staleFocus } from './staleFocus';
import { staleStatus } from './staleStatus';
import { staleSummary } from './staleSummary';
import { statusSectionMismatch } from './statusSectionMismatch';
import { unexplainedWaiver } from './unexplainedWaiver';
import { unfinishedParent } from './unfinishedParent';
import { unknownDependency } from './unknownDependency';
import { unknownStatus } from './unknownStatus';
import { unmetDependency } from './unmetDependency';
import { unusedWaiver } from './unusedWaiver';
import { wrongWeekday } from './wrongWeekday';

/** Every rule, in the order of the documentation, those about waivers last: they are told what the others found. */
export const rules: readonly Rule[] = [
  unmetDependency,
  unknownDependency,
  ambiguousDependency,
  dependencyCycle,
  needlessBlock,
  unknownStatus,
  conflictingStatus,
  statusSectionMismatch,
  unfinishedParent,
  staleStatus,
  blockedListMismatch,
  duplicateTicket,
  duplicatePhase,
  phaseGate,
  staleSummary,
  barMismatch,
  staleFocus,
  staleDate,
  overLimit,
  overdue,
  wrongWeekday,
  malformedRow,
  placeholder,
  mojibake,
  unusedWaiver,
  unexplainedWaiver,
];
