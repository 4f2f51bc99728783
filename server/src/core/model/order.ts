import type { Span } from '../text/span';
import { dependencyOn } from './dependencies';
import type { Draft } from './draft';
import type { DraftTicket } from './draftTicket';

const id = String.raw`[A-Za-z]{1,6}-?\d+(?:\.\d+)*`;
const ids = String.raw`${id}(?:\s*(?:[/,、&+]|\band\b|と)\s*${id})*`;
const remark = String.raw`(?:\s*\([^()]*\))?`;
const label =
  /^[\s>*_]*(?:dependency order|dependencies|execution order|order|sequence|依存順|依存順序|依存関係|実行順|実行順序|順序|依赖顺序|依赖关系|执行顺序|의존 순서|순서)[*_]*\s*[:：]/iu;
const gates = new RegExp(
  String.raw`(${ids})${remark}\s+(?:gates?|blocks?|precedes?|must\s+precede|unblocks?|(?:comes?|goes)\s+before|before|is\s+required\s+(?:for|by))\s+(${ids})`,
  'giu',
);
const follows = new RegExp(
  String.raw`(${ids})${remark}\s+(?:(?:is|are|comes?|starts?|runs?|goes)\s+)?(?:[a-z]+\s+)?after\s+(${ids})`,
  'giu',
);
const chain = new RegExp(String.raw`${id}(?:\s*(?:→|->|⇒)\s*${id})+`, 'giu');
const longest = 2000;

/** Whether a paragraph is one that tells an order. */
export const isOrder = (text: string, paragraph: Span): boolean => label.test(sourceOf(text, paragraph));

const sourceOf = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + longest)).replace(/\n[ \t]*>/g, (mark) => ' '.repeat(mark.length));

/**
 * The dependencies that a paragraph tells in words: `Dependency order: T1 gates T2/T3; T4 is independent after T2`, or
 * `Order: T1 → T2 → T3`. Each goes to the ticket that has to wait. Only a paragraph with such a label is read: see `isOrder`.
 */
export function bindOrder(text: string, paragraph: Span, draft: Draft): void {
  const source = sourceOf(text, paragraph);
  const named = (words: string, at: number): Named[] =>
    Array.from(words.matchAll(new RegExp(id, 'giu')), (match) => ({
      id: match[0],
      start: paragraph.start + at + match.index,
    }));
  const wait = (later: readonly Named[], earlier: readonly Named[]): void => {
    for (const { id: name } of later)
      for (const first of earlier) {
        const ticket = ticketOf(draft, name);
        const other = ticketOf(draft, first.id);
        if (!ticket || !other || ticket === other) continue;
        const span = { start: first.start, end: first.start + first.id.length };
        ticket.dependsOn([{ ...dependencyOn(other.id!, span), told: true }]);
      }
  };
  for (const match of source.matchAll(gates)) {
    const behind = match.index + match[0].length - match[2]!.length;
    wait(named(match[2]!, behind), named(match[1]!, match.index));
  }
  for (const match of source.matchAll(follows)) {
    const behind = match.index + match[0].length - match[2]!.length;
    wait(named(match[1]!, match.index), named(match[2]!, behind));
  }
  for (const match of source.matchAll(chain)) {
    const all = named(match[0], match.index);
    for (let i = 1; i < all.length; i++) wait([all[i]!], [all[i - 1]!]);
  }
}

interface Named {
  readonly id: string;
  readonly start: number;
}

/** `T1` is also the ticket that is headed "Task 1". */
const ticketOf = (draft: Draft, name: string): DraftTicket | undefined =>
  draft.ticketById(name) ?? draft.ticketById(name.replace(/^(?:task|ticket|t)-?(?=\d)/i, ''));
