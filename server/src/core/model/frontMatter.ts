import { linesOf } from '../syntax/lines';
import type { Span } from '../text/span';
import type { RawClaim } from './claims';
import { countedGroups } from './groupCounts';
import type { Figure, TallyEntry } from './plan';
import { type Reading, statusAt } from './reading';
import { statusLabel } from './tally';
import { countedWords, normalize, otherWords, overallWords, percentWords } from './vocabulary';

const line = /^([ \t]*)([\p{L}][\p{L}\p{N}_ -]{0,40})[ \t]*:[ \t]*(.*?)[ \t]*$/u;
const number = /^(["']?)(\d{1,6})[ \t]?%?\1(?:[ \t]+#.*)?$/;

/**
 * What YAML front matter says of the plan: `status:` is the document's own, `progress: 40` a percent of all of it, and
 * `completed: 3`, `tasks_total: 5` numbers of tickets.
 */
export function readFrontMatter(reading: Reading, span: Span): void {
  const entries: TallyEntry[] = [];
  let total: Figure | null = null;
  let other = false;
  const { text } = reading;
  for (const { start, end } of linesOf(text, span)) {
    const source = text.slice(start, end);
    const match = source.length > 200 ? null : line.exec(source);
    if (!match) continue;
    const [, indent = '', name = '', value = ''] = match;
    const key = normalize(name.replace(/([a-z])([A-Z])/g, '$1 $2')).replace(/ count$/, '');
    if (indent === '') other = otherWords.includes(key);
    if (indent === '' && key === 'status' && value !== '') readStatus(reading, source, start);
    const digits = other ? undefined : number.exec(value)?.[2];
    if (digits === undefined) continue;
    const at = start + source.indexOf(digits, source.indexOf(':'));
    const figure: Figure = { value: Number(digits), span: { start: at, end: at + digits.length }, approximate: false };
    const status = statusLabel(key, reading.legend);
    const groups = countedGroups(key);
    if (percentWords.includes(key) && figure.value <= 100) claim(reading, { percent: figure });
    else if (groups)
      reading.groupCounts.push({
        kind: groups.kind,
        done: groups.done ? figure : null,
        total: groups.done ? null : figure,
      });
    else if (status) entries.push({ figure, percent: null, ...status });
    else if (overallWords.includes(key) || countedWords.includes(key) || /^(?:tasks?|tickets?|items?) total$/.test(key))
      total ??= figure;
  }
  if (entries.length > 0)
    reading.tallies.push({ raw: { label: '', entries, total }, span, group: null, bound: null, row: false });
}

function claim(reading: Reading, { percent }: { percent: Figure }): void {
  const raw: RawClaim = {
    span: percent.span,
    label: 'progress',
    unit: '',
    done: null,
    total: null,
    percent,
    bar: null,
  };
  reading.claims.push({ raw, group: null, bound: null, source: 'line' });
}

function readStatus(reading: Reading, source: string, offset: number): void {
  const match = /:[ \t]*(["']?)([^\r\n#]*?)\1[ \t]*(?:#.*)?$/.exec(source);
  if (!match?.[2]) return;
  const start = offset + match.index + match[0].indexOf(match[2], 1);
  reading.status = statusAt(reading, { start, end: start + match[2].length });
}
