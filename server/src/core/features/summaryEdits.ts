import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { check } from '../rules/check';
import { minimalEdits } from '../text/diff';
import { applyEdits } from '../text/edit';
import { lineEndOf } from './cells';
import type { Change, Refusal } from './change';
import { groupName } from './dependencyChoices';
import { unlike } from './facts';
import { isJapanese } from './titles';

/** The rules whose findings tell that a summary no longer fits. */
export const summaryRules: ReadonlySet<string> = new Set(['stale-summary', 'bar-mismatch']);
const maxFixes = 200;

/** Whether a figure of a summary is wrong and can be set right. */
export const isStale = (snapshot: Snapshot, uri: string): boolean => nextFix(snapshot, uri) !== undefined;

const nextFix = (snapshot: Snapshot, uri: string) =>
  check(snapshot, uri)
    .filter(({ rule }) => summaryRules.has(rule))
    .flatMap(({ fixes }) => fixes)
    .find(({ safety }) => safety === 'safe');

/** Sets right every figure and bar that counts the plan's tickets; null where all are. */
export function refreshSummary(snapshot: Snapshot, uri: string): Change | null {
  const before = snapshot.source(uri)?.text ?? '';
  let text = before;
  let now = snapshot;
  for (let round = 0; round < maxFixes; round++) {
    const fix = nextFix(now, uri);
    if (!fix) break;
    text = applyEdits(text, fix.edits);
    now = now.with({ documents: [{ uri, text }] });
  }
  return text === before ? null : { edits: new Map([[uri, minimalEdits(before, text)]]) };
}

/** Whether a plan of several phases says nowhere how far they are. */
export function lacksSummary(analysis: Analysis): boolean {
  const { plan } = analysis;
  return plan.claims.every(({ scope }) => scope === null) && countable(analysis).length > 1;
}

const countable = (analysis: Analysis) =>
  analysis.plan.groups.filter(
    (group) => group.kind !== 'section' && group.body && !group.partial && analysis.totals(group).total > 0,
  );

/** Puts a section that says how far each phase is behind the last one. */
export function insertSummary(snapshot: Snapshot, uri: string): Change | Refusal | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis || !lacksSummary(analysis)) return null;
  const { source, plan, say } = analysis;
  const groups = countable(analysis);
  const eol = lineEndOf(source);
  const last = plan.groups.findLast(({ body }) => body !== null)!;
  const depth = /^#{1,6}/.exec(source.text.slice(groups[0]!.span.start))?.[0] ?? '##';
  const inJapanese = isJapanese(plan);
  const [title, done, all] = inJapanese ? ['進捗', '完了', '合計'] : ['Summary', 'done', 'Total'];
  const lines = groups.map((group) => {
    const { done: finished, total } = analysis.totals(group);
    return `- ${groupName(analysis, group)}: ${finished}/${total} ${done}`;
  });
  const totals = analysis.totals(plan);
  const text = [`${depth} ${title}`, '', ...lines, `- ${all}: ${totals.done}/${totals.total} ${done}`];
  const at = source.line(source.lineAt(last.body!.end)).end;
  const change: Change = {
    edits: new Map([[uri, [{ span: { start: at, end: at }, newText: `${eol}${eol}${text.join(eol)}` }]]]),
  };
  const after = snapshot.with({ documents: [{ uri, text: applyEdits(source.text, change.edits.get(uri)!) }] });
  const claims = after.analysis(uri)?.plan.claims.filter(({ scope }) => scope !== null) ?? [];
  const refused = { refused: say('A summary would not be read as one here.') };
  if (claims.length < lines.length + 1 || isStale(after, uri)) return refused;
  return unlike(snapshot, change, {}) === null ? change : refused;
}
