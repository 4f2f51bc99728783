import type { Analysis } from '../analysis/analysis';
import { readFields } from '../model/fields';
import type { Group, Ticket } from '../model/plan';
import { labelWords } from '../model/vocabulary';
import { keepingWidths } from '../text/cell';
import type { TextEdit } from '../text/edit';
import { contains, type Span } from '../text/span';
import { emptyWord, fillCell, lineEndOf, saidIn } from './cells';
import { groupName } from './dependencyChoices';
import { type DependencyPlace, dependencyCell, dependencyPlace } from './dependencyPlace';
import { plain } from './markdown';
import { linesOfBody } from './ownLines';
import { tableAt } from './tables';
import { isJapanese } from './titles';

type Entity = Ticket | Group;

/** What to write for a ticket or group: its id, the name of the phase, else its title. */
export const nameFor = (analysis: Analysis, entity: Entity): string | null =>
  entity.type === 'ticket' ? (entity.id ?? plain(entity.title)) : groupName(analysis, entity);

/** What puts a name among the dependencies of a ticket or group; null where there is no place for it. */
export function insertion(analysis: Analysis, entity: Entity, name: string): TextEdit[] | null {
  const { source } = analysis;
  const place = dependencyPlace(analysis, entity);
  const at = (offset: number, newText: string): TextEdit[] =>
    keepingWidths(source, [{ span: { start: offset, end: offset }, newText }]);
  if (place?.type === 'list') {
    const last = place.names.at(-1)!;
    const mark = /^[*_`]*/.exec(source.slice(last))![0];
    return at(last.end, `${separator(analysis, place.names)}${mark}${name.replaceAll('|', '\\|')}${mark}`);
  }
  if (place?.type === 'cell') return fillCell(analysis, place.cell, name);
  if (place?.type === 'field') return [field(analysis, place.value, name)];
  if (entity.type === 'ticket' && (entity.shape === 'task' || entity.shape === 'item'))
    return at(entity.titleSpan.end, inBrackets(analysis, name));
  return entity.body && (entity.type === 'group' || entity.shape === 'heading')
    ? newField(analysis, entity, name)
    : null;
}

function field({ source }: Analysis, value: Span, name: string): TextEdit {
  const sticks = value.start === value.end && !/\s/.test(source.text[value.start - 1] ?? ' ');
  return { span: value, newText: `${sticks ? ' ' : ''}${name}` };
}

/** What stands between the last two names; what the plan puts between others where there is one alone. */
function separator(analysis: Analysis, names: readonly Span[]): string {
  const { plan, source } = analysis;
  const between = (spans: readonly Span[]): string | null => {
    const [before, last] = spans.slice(-2);
    const text = before && last ? source.text.slice(before.end, last.start) : '';
    return text !== '' && /^[ \t]*[^\s\p{L}\p{N}|]+[ \t]*$/u.test(text) ? text : null;
  };
  const own = between(names);
  if (own !== null) return own;
  for (const { dependencies } of plan.allTickets) {
    const found = dependencies.length > 1 ? between(dependencies.map(({ span }) => span)) : null;
    if (found !== null) return found;
  }
  return ', ';
}

const open = /(?:[（([])[^（）()[\]\r\n]*$/u;

/** Behind a title: as the plan writes it elsewhere, else `(depends on: A-1)`. */
function inBrackets({ plan, source }: Analysis, name: string): string {
  for (const { shape, dependencies, span } of plan.allTickets) {
    const first = dependencies.find(({ told }) => !told);
    if ((shape !== 'task' && shape !== 'item') || !first || first.span.start > span.end) continue;
    const lead = open.exec(source.text.slice(span.start, first.span.start))?.[0];
    const close = lead && { '(': ')', '（': '）', '[': ']' }[lead[0]!];
    if (close) return `${lead.startsWith('（') ? '' : ' '}${lead}${name}${close}`;
  }
  return isJapanese(plan) ? `（依存: ${name}）` : ` (depends on: ${name})`;
}

/** A line of its own: behind the field of the status in its form, else below the heading. */
function newField(analysis: Analysis, entity: Entity, name: string): TextEdit[] {
  const { source, plan } = analysis;
  const eol = lineEndOf(source);
  const japanese = isJapanese(plan);
  for (const line of linesOfBody(source, plan, entity)) {
    const fields = readFields(source.text, line);
    const [status] = fields;
    if (fields.length !== 1 || !labelWords.status.includes(status!.label)) continue;
    const full = source.line(source.lineAt(line.start));
    const before = source.text.slice(full.start, status!.value.start);
    const after = source.text.slice(status!.value.end, full.end);
    const label = /\p{L}[^:：*_`]*(?<!\s)/u.exec(before.replace(/^[\s>]*/, (lead) => '\u0000'.repeat(lead.length)));
    if (!label) continue;
    const lead = `${before.slice(0, label.index)}${japanese ? '依存' : 'Depends on'}${before.slice(label.index + label[0].length)}`;
    return [
      {
        span: { start: full.end, end: full.end },
        newText: `${eol}${lead}${name}${/^[*_`]* *\\?$/.test(after) ? after : ''}`,
      },
    ];
  }
  const heading = source.line(source.lineAt(entity.span.start));
  const follows = source.slice(source.line(source.lineAt(heading.start) + 1)).trim() !== '';
  const label = japanese ? '**依存:**' : '**Depends on:**';
  return [
    {
      span: { start: heading.end, end: heading.end },
      newText: `${eol}${eol}${label} ${name}${follows ? eol : ''}`,
    },
  ];
}

/** Takes names out of a list with what parts them; where none is left, what says so. */
export function removal(analysis: Analysis, entity: Entity, gone: ReadonlySet<number>): TextEdit[] {
  const { source } = analysis;
  const written = entity.dependencies.filter(({ told }) => !told);
  const { names } = dependencyPlace(analysis, entity) as DependencyPlace & { type: 'list' };
  const isGone = (i: number): boolean => gone.has(written[i]!.span.start);
  if (names.some((_, i) => !isGone(i))) {
    const edits: TextEdit[] = [];
    for (let i = 0; i < names.length; i++) {
      if (!isGone(i)) continue;
      const before = names.slice(0, i).findLast((_, j) => !isGone(j));
      const span = before
        ? { start: names[i - 1]!.end, end: names[i]!.end }
        : { start: names[i]!.start, end: names[i + 1]!.start };
      edits.push({ span, newText: '' });
    }
    return keepingWidths(source, edits);
  }
  const all = { start: names[0]!.start, end: names.at(-1)!.end };
  const cell = dependencyCell(analysis, entity);
  if (cell && contains(cell, all)) {
    const table = tableAt(analysis.plan, cell.start);
    const word = (table && emptyWord(analysis, table, table.columns.depends!)) ?? '-';
    return keepingWidths(source, [{ span: saidIn(analysis, cell), newText: word }]);
  }
  const none = isJapanese(analysis.plan) ? 'なし' : 'None';
  return [withoutBrackets(analysis, all) ?? { span: all, newText: none }];
}

/** Of `Login (depends on: A-1)` what makes it `Login`; null where the names do not stand in brackets of their own. */
function withoutBrackets({ source }: Analysis, names: Span): TextEdit | null {
  const line = source.line(source.lineAt(names.start));
  const lead = open.exec(source.text.slice(line.start, names.start));
  const close = /^[ \t]*[)）\]]/.exec(source.text.slice(names.end, line.end));
  if (!lead || !close || /[;；·]/.test(lead[0])) return null;
  const start = line.start + source.text.slice(line.start, line.start + lead.index).trimEnd().length;
  return { span: { start, end: names.end + close[0].length }, newText: '' };
}
