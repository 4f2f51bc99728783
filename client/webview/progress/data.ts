import type {
  Report,
  ReportClaim,
  ReportHistory,
  ReportMilestone,
  ReportPhase,
  ReportReady,
  StatusCounts,
  WireStatusKind,
} from '../../../server/src/protocol';
import { type Guard, isBoolean, isNumber, isString, listOf, nullOr, objectOf } from '../../src/panels/guards';
import { isKind } from '../../src/panels/messages';

const isDate: Guard<string> = (value): value is string =>
  isString(value) && /^\d{4}-\d\d-\d\d$/.test(value) && Number.isFinite(Date.parse(value));

const isCounts = objectOf<StatusCounts>({
  todo: isNumber,
  active: isNumber,
  review: isNumber,
  done: isNumber,
  blocked: isNumber,
  dropped: isNumber,
  none: isNumber,
});

/** Whether something is a report. */
export const isReport: Guard<Report> = objectOf<Report>({
  uri: isString,
  title: isString,
  today: nullOr(isDate),
  counts: isCounts,
  phases: listOf(
    objectOf<ReportPhase>({
      label: isString,
      line: isNumber,
      status: nullOr(isKind),
      counts: isCounts,
      hasTickets: isBoolean,
    }),
  ),
  claims: listOf(
    objectOf<ReportClaim>({
      scope: nullOr(isString),
      line: isNumber,
      text: isString,
      claimed: objectOf<ReportClaim['claimed']>({
        done: nullOr(isNumber),
        total: nullOr(isNumber),
        percent: nullOr(isNumber),
      }),
      counted: objectOf<ReportClaim['counted']>({ done: isNumber, total: isNumber }),
    }),
  ),
  history: objectOf<ReportHistory>({
    ofPhases: isBoolean,
    total: isNumber,
    points: listOf(objectOf<ReportHistory['points'][number]>({ date: isDate, done: isNumber })),
    stated: listOf(objectOf<ReportHistory['stated'][number]>({ date: isDate, done: isNumber, total: isNumber })),
    undated: isNumber,
  }),
  milestones: listOf(
    objectOf<ReportMilestone>({ label: isString, line: isNumber, date: isDate, done: isBoolean, late: isBoolean }),
  ),
  ready: listOf(objectOf<ReportReady>({ label: isString, line: isNumber, unblocks: isNumber })),
  waves: listOf(isNumber),
});

export type Part = WireStatusKind | 'none';

/** The parts of a bar, in their order; what was dropped is no part of the whole. */
export const parts = ['done', 'review', 'active', 'blocked', 'todo', 'none'] as const satisfies readonly Part[];

/** All tickets but those dropped. */
export const totalOf = (counts: StatusCounts): number => parts.reduce((sum, part) => sum + counts[part], 0);
