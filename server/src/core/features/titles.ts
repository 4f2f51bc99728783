import type { Group, Plan, Ticket } from '../model/plan';
import { undecorated } from '../text/cell';
import type { SourceText } from '../text/source';
import { type Span, shift, trimmed } from '../text/span';
import { keyWithin } from './groupKeys';
import { nameWithin } from './naming';

/**
 * The title alone in what stands for one: behind the name or key of a phase and before a figure in brackets, before dependencies
 * in brackets, without marks.
 */
export function titleIn(source: SourceText, entity: Ticket | Group, titleSpan: Span): Span | null {
  let { start, end } = titleSpan;
  if (entity.type === 'group' && entity.kind !== 'section') {
    const text = source.slice(titleSpan);
    const name = nameWithin(text, entity) ?? keyWithin(text, entity);
    if (!name) return null;
    start += name.end + /^[\s:：.)—–*_-]*/.exec(text.slice(name.end))![0].length;
    end = start + source.text.slice(start, end).replace(/\s*[(（][^()（）]*\d[^()（）]*[)）]\s*$/u, '').length;
  }
  const inner = entity.dependencies.find(({ span }) => start <= span.start && span.end <= end);
  if (inner)
    end =
      start + source.text.slice(start, inner.span.start).replace(/\s*(?:[(（[]|\s[—–-]\s)[^()（）[\]]*$/u, '').length;
  const span = trimmed(source.text, start, Math.max(start, end));
  const text = source.slice(span);
  const whole = /^(\*\*|__|~~|`|\*|_)(.+)\1$/su.exec(text);
  if (whole && !whole[2]!.includes(whole[1]!))
    return shift({ start: 0, end: whole[2]!.length }, span.start + whole[1]!.length);
  const balanced = ['**', '__', '`'].every((mark) => text.split(mark).length % 2 === 1);
  const bare = balanced ? span : undecorated(source.text, span);
  return bare.start < bare.end ? bare : null;
}

/** Whether a plan is written in Japanese, as far as its titles tell. */
export function isJapanese({ title, allTickets, allGroups }: Plan): boolean {
  const titles = [title, ...allTickets.slice(0, 50), ...allGroups.slice(0, 20)];
  const text = titles.map((one) => (typeof one === 'string' ? one : (one?.title ?? ''))).join(' ');
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}
