import type { Group, Status, StatusKind, Ticket } from '../model/plan';
import { kindAndKey } from '../rules/names';
import type { Say, Template } from '../text/say';
import { plain } from './markdown';

/** What a status means, in words. */
export const kindWord = (say: Say, kind: StatusKind): string => say(kindWords[kind]);

const kindWords = {
  todo: 'not started',
  active: 'in progress',
  review: 'in review',
  done: 'done',
  blocked: 'blocked',
  dropped: 'dropped',
} as const satisfies Record<StatusKind, Template>;

/** What a ticket or a group is called: `A-002 JWT verify`, `Phase A — Foundational Core`. On one line. */
export function nameOf(say: Say, entity: Ticket | Group): string {
  const title = plain(entity.title);
  if (entity.type === 'group')
    return title === '' || (title === entity.key && entity.kind !== 'section')
      ? kindAndKey(say, entity.kind, entity.key)
      : title;
  if (entity.id === null || title.includes(entity.id)) return title || plain(entity.key);
  return `${plain(entity.id)} ${title}`.trim();
}

/** `MERGED (done)`; the meaning alone for a check box; the word alone where it says what it means, or nothing to us. */
export function statusText(say: Say, status: Status): string {
  const text = plain(status.text);
  if (status.kind === null) return text;
  const words = kindWord(say, status.kind);
  if (/^\[?.?\]?$/u.test(text)) return words;
  return text.toLowerCase().replaceAll('_', ' ') === words ? text : `${text} (${words})`;
}
