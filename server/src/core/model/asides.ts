import { shift } from '../text/span';
import type { DraftTicket } from './draftTicket';
import { leadingSign, withoutSigns } from './inline';
import type { Aside, Status, StatusKind, Ticket } from './plan';
import type { Reading } from './reading';
import { kindOfPhrase, readTitleStatus } from './status';
import type { TicketReading } from './ticketReading';
import { statusSigns } from './vocabulary';

/** Signs that say how far a task is where they stand before its title; others are decoration. */
const leading = new Set(['✅', '☑', '✔', '✓', '🔄', '🚧', '⏳']);

/** What an item says of its status beside its box: `- [ ] ✅ Ship`, `- [x] Ship (in progress)`. Offsets are those of `text`. */
export function titleAside(text: string, from: number, to: number): Status | null {
  const source = text.slice(from, to);
  const sign = leadingSign(source);
  if (sign && leading.has(sign.sign))
    return {
      text: sign.sign,
      kind: statusSigns[sign.sign]!,
      span: { start: from, end: from + sign.length },
      inherited: false,
    };
  if (!/(?:[)\]】）*_]|\p{Extended_Pictographic}\ufe0f?)\s*$|\s[-–—]\s/u.test(source)) return null;
  const { status, from: start, to: end } = readTitleStatus(source, []);
  // "— verified, documented in this plan" goes on: it is a remark.
  if (!status || start === 0 || (/\p{L}/u.test(status.text) && kindOfPhrase(withoutSigns(status.text)) === null))
    return null;
  return { ...status, span: { start: from + start, end: from + end }, inherited: false };
}

/** What a row's percent says beside its status: 80 % of a ticket that is done, all of one that is not begun. */
export function percentAside(percent: number, kind: StatusKind | null): StatusKind | null {
  if (kind === 'done' && percent < 100) return percent === 0 ? 'todo' : 'active';
  return kind === 'todo' && percent === 100 ? 'done' : null;
}

/** Whether what stands beside a box cannot be true with it. An open box says no more than that it is not finished. */
function contradicts(box: StatusKind, aside: StatusKind): boolean {
  if (box === 'done') return aside === 'todo' || aside === 'active' || aside === 'blocked';
  return aside === 'done' && box !== 'dropped';
}

/**
 * Keeps what a line says beside the status of its ticket, and what it says in words that the ticket waits for.
 * @param own The status of the line, offsets as the line's.
 */
export function tellAsides(
  reading: Reading,
  ticket: DraftTicket,
  told: TicketReading,
  at: number,
  own: Status | null,
): void {
  if (told.worded) for (const one of told.worded) reading.worded.push({ ticket, ...one, span: shift(one.span, at) });
  const { aside } = told;
  if (!aside) return;
  const entry = reading.legend.find(({ text }) => text.replace(/\ufe0f/gu, '').includes(aside.text));
  const kind = entry ? entry.kind : aside.kind;
  if (!own?.kind || !kind) return;
  const isSign = told.shape !== 'row' && !/\p{L}/u.test(aside.text);
  const status = { ...aside, kind, span: shift(aside.span, at) };
  const against = told.shape === 'row' || contradicts(own.kind, kind);
  if (isSign || against)
    reading.asides.push({
      entity: ticket,
      status,
      own: { ...own, span: shift(own.span, at) },
      against,
      sign: isSign ? aside.text : null,
    });
}

/**
 * A sign on many boxes that it speaks against is decoration, and so is one before a title where other titles start with pictures. But
 * for a tick, a sign says something only where other boxes have one that agrees with them.
 */
export function bindAsides({ asides, draft }: Reading): Aside[] {
  if (!asides.some(({ against }) => against)) return [];
  const decorated = draft.allTickets.some(({ shape, title }) => {
    const first = shape === 'task' ? leadingSign(title) : null;
    return first !== null && !leading.has(first.sign);
  });
  const agreeing = asides.filter(
    ({ sign, against, status, own }) => sign !== null && !against && status.kind === own.kind,
  );
  return asides.flatMap(({ entity, status, own, against, sign }) => {
    if (!against) return [];
    const same = sign === null ? [] : asides.filter((other) => other.sign === sign);
    const wrong = same.filter((other) => other.against).length;
    if (wrong > 1 && wrong * 3 > same.length) return [];
    if (sign !== null && (decorated || (status.kind !== 'done' && agreeing.length === 0))) return [];
    return [{ entity: entity as unknown as Ticket, status, own }];
  });
}
