import type { Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { normalize } from '../model/vocabulary';
import { undecorated } from '../text/cell';
import type { SourceText } from '../text/source';
import { type Span, trimmed } from '../text/span';
import { placed } from './cells';
import { plain } from './markdown';
import type { Use } from './occurrences';
import { type Edits, editsOf } from './renameEdits';
import { titleIn } from './titles';

/** The title at an offset of a use: that of the row, item or heading there, or the one that a dependency means. */
export function titleAt(snapshot: Snapshot, use: Use, offset: number): { span: Span; name: string } | null {
  const target = use.targets[0]!;
  const { entity } = target;
  const source = snapshot.source(use.uri)!;
  if (use.role === 'definition' || use.role === 'mention') {
    const span = use.around && titleIn(source, entity, use.around);
    return span && span.start <= offset && offset <= span.end ? { span, name: source.slice(span) } : null;
  }
  const home = snapshot.source(target.uri)!;
  const own = titleIn(home, entity, entity.titleSpan);
  return own && use.role === 'dependency' ? { span: use.span, name: home.slice(own) } : null;
}

/**
 * Another title for a ticket or group: in each row, item and heading that has the old one, and in dependencies, focus lines and
 * lists of what is blocked that name it by its title. Of those that name it by a part, the ones that the new title no
 * longer has.
 */
export function titleEdits(snapshot: Snapshot, target: Target, old: string, title: string): Edits {
  const edits = editsOf(snapshot, target, (use, text) => {
    if (use.by !== 'among' || use.targets.length > 1) return null;
    const at = placeIn(text, old);
    if (at >= 0) return text.slice(0, at) + escaped(title, use, snapshot) + text.slice(at + old.length);
    const part = normalize(plain(text));
    return use.role !== 'dependency' || normalize(title).includes(part) ? null : escaped(title, use, snapshot);
  });
  const source = snapshot.source(target.uri)!;
  const list = edits.get(target.uri) ?? [];
  for (const span of titlesOf(snapshot, target)) {
    if (normalize(source.slice(span)) !== normalize(old)) continue;
    if (list.some((edit) => edit.span.start === span.start)) continue;
    list.push({ span, newText: inTable(source, span) ? title.replace(/(?<!\\)\|/g, '\\|') : title });
  }
  if (list.length > 0) edits.set(target.uri, list);
  return edits;
}

/** Where a text holds another one, whatever its case; -1 where it does not. */
function placeIn(text: string, part: string): number {
  const lower = text.toLowerCase();
  // A few letters are two in lower case.
  return lower.length === text.length ? lower.indexOf(part.toLowerCase()) : text.indexOf(part);
}

const escaped = (title: string, { uri, span }: Use, snapshot: Snapshot): string =>
  inTable(snapshot.source(uri)!, span) ? title.replace(/(?<!\\)\|/g, '\\|') : title;

const inTable = (source: SourceText, { start }: Span): boolean =>
  source.slice(source.line(source.lineAt(start))).includes('|');

/** Every place of its plan where the title of a ticket or group stands as such. */
function titlesOf(snapshot: Snapshot, { uri, entity }: Target): Span[] {
  const analysis = snapshot.analysis(uri)!;
  const { source, plan } = analysis;
  const own = entity.mentions.flatMap(({ titleSpan }) => titleIn(source, entity, titleSpan) ?? []);
  if (entity.type === 'ticket') return own;
  // A table of phases has the title beside the key.
  const starts = new Set(entity.mentions.map(({ span }) => span.start));
  const cells = plan.tables.flatMap((table) => {
    const { title } = table.columns;
    if (table.type !== 'groups' || title === undefined) return [];
    return table.rows.flatMap((row) =>
      starts.has(row.span.start + table.base) ? (placed(table, row).cells[title] ?? []) : [],
    );
  });
  return [...own, ...cells.map((cell) => undecorated(source.text, trimmed(source.text, cell.start, cell.end)))];
}
