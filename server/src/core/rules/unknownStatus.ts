import type { Selector } from '../analysis/selection';
import { plain, withoutSigns } from '../model/inline';
import type { Plan, Status, Ticket } from '../model/plan';
import { knownStatusWords } from '../model/status';
import { normalize } from '../model/vocabulary';
import type { Say } from '../text/say';
import { nearest } from '../text/similar';
import { clipped } from './names';
import type { Rule, RuleFinding } from './rule';

export const unknownStatus: Rule = {
  id: 'unknown-status',
  severity: 'warning',
  summary: 'A status that the plan does not know.',
  details: `A misspelt status drops its ticket out of every count. Where the plan has a legend ("Status key: …", a table of statuses), a status
that is neither in it nor a known word is reported; without a legend, only what is nearly a status is.`,
  examples: [
    {
      bad: `**Status key:** Open | In Progress | Done

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Dnoe |
                ^^^^ warning unknown-status: Dnoe is no status of this plan; did you mean Done?
`,
      good: `**Status key:** Open | In Progress | Done

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Open |
`,
    },
  ],
  *check({ analysis }) {
    const { plan, say } = analysis;
    let words: readonly string[] | null = null;
    for (const ticket of analysis.selectTickets(mayBeUnknown)) {
      words ??= wordsInUse(plan);
      for (const { status } of ticket.mentions) {
        const finding = status && !status.inherited ? judge(say, status, plan, words) : null;
        if (finding) yield finding;
      }
    }
  },
};

const mayBeUnknown: Selector<Ticket> = (entity) => entity.status?.kind === null || entity.isToldAgain;

function judge(say: Say, status: Status, plan: Plan, words: readonly string[]): RuleFinding | null {
  if (status.kind !== null) return null;
  if (plan.legend.some((entry) => normalize(entry.text) === normalize(status.text))) return null;
  const word = normalize(withoutSigns(status.text));
  if (/[?？]$/.test(status.text) || word === '' || word.length > 24 || word.split(' ').length > 3) return null;
  const opposite = (other: string): boolean => /^(?:un|in|not )/.test(word) !== /^(?:un|in|not )/.test(other);
  const near = nearest(
    word,
    words,
    (one) => normalize(withoutSigns(one)),
    (other) => !opposite(other),
  );
  const suggestion = near && likeWritten(near, status.text);
  if (!suggestion && plan.legend.length < 2) return null;
  return {
    message: suggestion
      ? say('{0} is no status of this plan; did you mean {1}?', clipped(status.text), suggestion)
      : say('{0} is no status of this plan', clipped(status.text)),
    span: status.span,
    fixes: suggestion
      ? [
          {
            title: say('Change to {0}', suggestion),
            safety: 'unsafe',
            edits: [{ span: status.span, newText: suggestion }],
          },
        ]
      : [],
  };
}

/** The plan's own statuses as it writes them, then the vocabulary. */
function wordsInUse(plan: Plan): string[] {
  const own = plan.legend.map((entry) => plain(entry.text));
  const used = plan.allTickets.flatMap(({ status }) => (status?.kind && !status.inherited ? [status.text] : []));
  return [...new Set([...own, ...used, ...knownStatusWords()])];
}

/** A word of the vocabulary in the manner of the one that it replaces: `IN_PROGRES` → `IN_PROGRESS`, `Dnoe` → `Done`. */
function likeWritten(word: string, written: string): string {
  if (word !== normalize(word)) return word;
  const joined = written.includes('_') ? word.replace(/ /g, '_') : word;
  if (written === written.toUpperCase()) return joined.toUpperCase();
  if (!/^\p{Lu}/u.test(written)) return joined;
  const capital = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return /\s\p{Lu}/u.test(written) ? joined.split(' ').map(capital).join(' ') : capital(joined);
}
