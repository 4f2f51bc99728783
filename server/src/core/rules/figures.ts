import type { Analysis } from '../analysis/analysis';
import { type Count, countings } from '../analysis/counts';
import { sumOfParts } from '../analysis/parts';
import {
  type Bar,
  type Claim,
  type ClaimScope,
  type Figure,
  type Group,
  type Plan,
  phaseKinds,
  type Ticket,
} from '../model/plan';
import { keepingWidths } from '../text/cell';
import type { TextEdit } from '../text/edit';
import type { Say } from '../text/say';

/** How far an approximate figure may be from what it stands for: "~20%" is rounder than "~18%". */
const roughness = (value: number): number => (value % 10 === 0 ? 5 : value % 5 === 0 ? 2.5 : 1);

/** The part of the plan that a claim counts; null where it is bound to nothing, or to what is not all there. */
export const scopeOf = (analysis: Analysis, { scope }: Claim): Group | Plan | null =>
  (scope && scopesOf(analysis, scope)[0]) ?? null;

/**
 * The parts of the plan that a figure may be about, the likeliest first. One that stands in a part without naming it, say behind the
 * last one, may be about any of what holds the part. None where the part is not all there.
 */
export function scopesOf(analysis: Analysis, scope: ClaimScope): (Group | Plan)[] {
  if (scope.type === 'plan') return [analysis.plan];
  if (scope.group.partial) return [];
  return scope.implied ? [scope.group, ...around(analysis, scope.group)] : [scope.group];
}

/** What a claim should say, and the part of the plan that it is about. */
export interface Expected extends Count {
  readonly scope: Group | Plan;
}

/**
 * What a claim should say; null where what it says is right by some way of counting, or nothing can be held against it.
 * @param means Whether an overall percent may be the mean of the phases' own.
 */
export function expected(analysis: Analysis, claim: Claim, means = true): Expected | null {
  const all = claim.scope ? scopesOf(analysis, claim.scope) : [];
  const scopes = all.filter((scope) => countOf(analysis, claim, scope, () => true) !== null);
  const own = scopes[0] ?? all[0];
  if (!own) return null;
  if (scopes.some((scope) => isRight(analysis, claim, scope, means))) return null;
  const scope = scopes.find((one) => countOf(analysis, claim, one, (total) => total === claim.total?.value)) ?? own;
  const count = corrected(analysis, claim, scope);
  return count && { ...count, scope };
}

/** What holds a part of the plan, up to the plan itself. */
function around({ plan }: Analysis, part: Group): (Group | Plan)[] {
  const scopes: (Group | Plan)[] = [];
  for (let group = part.parent; group; group = group.parent) scopes.push(group);
  return [...scopes, plan];
}

function isRight(analysis: Analysis, claim: Claim, scope: Group | Plan, means: boolean): boolean {
  for (const count of countings(analysis, scope, claim.unit)) if (fits(claim, count)) return true;
  const parts = partsOf(analysis, claim, scope);
  if (parts && fits(claim, parts)) return true;
  return fitsEffort(claim, scope) || (means && fitsMean(analysis, claim, scope));
}

/** The first way of counting a scope whose total is as wanted. */
function countOf(
  analysis: Analysis,
  claim: Claim,
  scope: Group | Plan,
  wanted: (total: number) => boolean,
): Count | null {
  for (const count of countings(analysis, scope, claim.unit)) if (wanted(count.total)) return count;
  return null;
}

/** What a claim says of the tickets that it counts: the plan's own word, or what it means. */
export function unitOf(say: Say, { unit }: Claim): string {
  if (!unit) return say('done');
  return unit.text === remaining ? say(remaining) : unit.text;
}

/** Where no word of the plan's says it. */
const remaining = 'remaining';

/** What a wrong claim should say; null where it may count something else, or be an estimate. */
function corrected(analysis: Analysis, claim: Claim, scope: Group | Plan): Count | null {
  const [usual] = countings(analysis, scope, claim.unit);
  const { done, total, percent } = claim;
  if (!usual || usual.total < (total && !done && !percent ? 1 : 2)) return null;
  // Of what remains, the total is that of the plan, and the list below need not hold it.
  if (done && total && claim.unit?.text === remaining)
    return done.value === usual.done ? null : { ...usual, total: total.value };
  const parts = partsOf(analysis, claim, scope);
  if (parts) return total && done && isNear(total.value, parts.total) ? parts : null;
  if (total)
    return (
      countOf(analysis, claim, scope, (counted) => counted === total.value) ??
      (claim.vague
        ? null
        : countOf(analysis, claim, scope, (counted) => isNear(total.value, counted) || isOddOneOut(analysis, claim)))
    );
  // A percent alone may be an estimate: it is wrong only where every ticket has a status and none is half done.
  // Phases without tickets are done by halves, too, which only their own percents tell.
  const told = hasTickets(scope) || arePhasesTold(analysis);
  const known = percent && !done && told && statusesAreWhole(analysis, scope) && !isEstimate(analysis, claim, scope);
  return known ? usual : null;
}

/** Of the figures that stand together, at least two others and nearly all are right: then this one counts the same. */
function isOddOneOut(analysis: Analysis, claim: Claim): boolean {
  if (claim.family === undefined) return false;
  const { all, right } = familyOf(analysis, claim.family);
  const others = right.has(claim) ? right.size - 1 : right.size;
  return others > 1 && others * 3 >= (all - 1) * 2;
}

/** Figures that stand together: how many there are, and which of them are right. */
interface Family {
  all: number;
  readonly right: Set<Claim>;
}

const families = new WeakMap<Analysis, Map<number, Family>>();

/** Judged once for all of them, as each is held against the others. */
function familyOf(analysis: Analysis, family: number): Family {
  let known = families.get(analysis);
  if (!known) {
    known = new Map();
    families.set(analysis, known);
    for (const claim of analysis.plan.claims) {
      if (claim.family === undefined || claim.scope?.type !== 'group' || claim.total === null) continue;
      const own = known.get(claim.family) ?? { all: 0, right: new Set() };
      known.set(claim.family, own);
      own.all++;
      if (isRight(analysis, claim, claim.scope.group, false)) own.right.add(claim);
    }
  }
  return known.get(family) ?? { all: 0, right: new Set() };
}

/** Where phases are told by figures alone, all of the plan is what these add up to. */
const partsOf = ({ plan }: Analysis, { unit }: Claim, scope: Group | Plan): Count | null =>
  'type' in scope || unit ? null : sumOfParts(plan);

function fits({ done, total, percent }: Claim, count: Count): boolean {
  if (total && total.value !== count.total) return false;
  if (done && Math.floor(done.value) !== count.done && Math.ceil(done.value) !== count.done) return false;
  if (!percent) return total !== null || done !== null;
  // All of it is more than the tops alone: a ticked parent over an open box is no 100 %.
  if (!done && percent.value === 100 && count.open > 0) return false;
  const low = (100 * count.done) / count.total;
  const high = done ? low : (100 * count.begun) / count.total;
  return isShare(percent, low) || isShare(percent, high) || (percent.value > low && percent.value < high);
}

/** A percent stands for a share when rounding up or down gives it, or when it is rough and near. */
function isShare(percent: Figure, share: number): boolean {
  return Math.abs(percent.value - share) < (percent.approximate ? roughness(percent.value) : 1);
}

/** Totals that differ by little are the same thing counted at another time; far ones count something else. */
const isNear = (claimed: number, counted: number): boolean =>
  Math.abs(claimed - counted) <= 2 || (claimed / counted > 0.6 && claimed / counted < 1.67);

const hasTickets = (scope: Group | Plan): boolean => scope.tickets.length > 0 || scope.groups.some(hasTickets);

function statusesAreWhole(analysis: Analysis, scope: Group | Plan): boolean {
  const { byKind } = analysis.totals(scope);
  return byKind.none === 0;
}

/**
 * An overall percent without a count beside it may stand for more than the tickets: where part of the work is told elsewhere
 * ("What's left", bullets with ✅), or other percents stand beside it.
 */
function isEstimate({ plan, source }: Analysis, claim: Claim, scope: Group | Plan): boolean {
  // The percent of a list of rows is often its share of something else; that of boxes is theirs.
  if ('type' in scope) return isEstimated(scope) || (scope.kind === 'section' && !hasBoxes(scope));
  if (claim.bar) return false;
  const line = source.lineAt(claim.span.start);
  const beside = plan.claims.filter(
    (other) =>
      other !== claim && other.scope === null && other.percent && Math.abs(source.lineAt(other.span.start) - line) <= 6,
  );
  return plan.loose || beside.length > 1 || plan.allGroups.some((group) => group.partial);
}

/** A percent may be of the estimates: points or hours done. */
function fitsEffort({ percent, done }: Claim, scope: Group | Plan): boolean {
  if (!percent || done) return false;
  const sums = { all: 0, done: 0, begun: 0 };
  for (const { estimate, status } of leavesOf(scope)) {
    const value = Number(
      /^[~≈約约]?\s*(\d{1,5}(?:[.,]\d{1,2})?)(?![\d–-])/.exec(estimate ?? '')?.[1]?.replace(',', '.') ?? 0,
    );
    if (status?.kind === 'dropped') continue;
    sums.all += value;
    if (status?.kind === 'done') sums.done += value;
    if (status?.kind && status.kind !== 'todo') sums.begun += value;
  }
  if (sums.all === 0) return false;
  const [low, high] = [(100 * sums.done) / sums.all, (100 * sums.begun) / sums.all];
  return isShare(percent, low) || (percent.value > low && percent.value <= high);
}

function* leavesOf({ tickets, groups }: Group | Plan): Generator<Ticket> {
  const open = [...tickets];
  for (const ticket of open)
    if (ticket.children.length > 0) open.push(...ticket.children);
    else yield ticket;
  for (const group of groups) yield* leavesOf(group);
}

const hasBoxes = ({ tickets, groups }: Group): boolean =>
  tickets.some(({ shape }) => shape === 'task') || groups.some(hasBoxes);

const isEstimated = ({ estimated, groups }: Group): boolean => estimated || groups.some(isEstimated);

/** An overall percent may be the mean of the phases' own, claimed or counted. */
function fitsMean(analysis: Analysis, claim: Claim, scope: Group | Plan): boolean {
  if (!claim.percent || claim.done || 'type' in scope) return false;
  const values = means.get(analysis) ?? meansOf(analysis);
  means.set(analysis, values);
  return values.some((value) => isShare(claim.percent!, value));
}

const means = new WeakMap<Analysis, readonly number[]>();

function meansOf(analysis: Analysis): number[] {
  const { plan } = analysis;
  const claimed = new Map<Group, number>();
  for (const { percent, scope } of plan.claims)
    if (percent && scope?.type === 'group' && !claimed.has(scope.group)) claimed.set(scope.group, percent.value);
  return phaseKinds.flatMap((kind) => {
    const groups = plan.allGroups.filter((group) => group.kind === kind);
    if (groups.length < 2) return [];
    const told = groups.flatMap((group) => claimed.get(group) ?? []);
    const counted = mean(groups.map((group) => share(analysis, group)));
    return told.length === groups.length ? [mean(told), counted] : [counted];
  });
}

/** Whether phases have percents of their own. */
const arePhasesTold = ({ plan }: Analysis): boolean =>
  new Set(plan.claims.map(({ percent, scope }) => (percent && scope?.type === 'group' ? scope.group : null))).size > 2;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function share(analysis: Analysis, group: Group): number {
  const { done, total } = analysis.totals(group);
  if (total > 0) return (100 * done) / total;
  return group.status?.kind === 'done' ? 100 : 0;
}

/** The edits that make every figure of a claim say what was counted, and no others. */
export function correct({ source }: Analysis, claim: Claim, count: Count): TextEdit[] {
  const edits: TextEdit[] = [];
  const { done, total, percent, bar } = claim;
  if (done && done.value !== count.done) edits.push({ span: done.span, newText: String(count.done) });
  if (total && total.value !== count.total) edits.push({ span: total.span, newText: String(count.total) });
  const value = (100 * count.done) / count.total;
  if (percent && !isShare({ ...percent, approximate: false }, value))
    edits.push({ span: percent.span, newText: String(Math.round(value)) });
  if (bar && !barFits(bar, value)) edits.push({ span: bar.span, newText: drawBar(bar, value) });
  return keepingWidths(source, edits);
}

/** Whether a bar shows a percent as well as its cells can: rounded up, down or to the nearest. */
export function barFits(bar: Bar, percent: number): boolean {
  const exact = (Math.max(0, Math.min(100, percent)) * bar.cells) / 100;
  return bar.filled >= Math.floor(exact + 1e-9) && bar.filled <= Math.ceil(exact - 1e-9);
}

/** The same bar for another percent: as many cells, the same glyphs. */
export function drawBar(bar: Bar, percent: number): string {
  const filled = Math.round((Math.max(0, Math.min(100, percent)) * bar.cells) / 100);
  return bar.filledGlyph.repeat(filled) + bar.emptyGlyph.repeat(bar.cells - filled);
}
