import type { Mention, Plan, StatusKind, Ticket } from '../model/plan';
import { boxMarks, normalize } from '../model/vocabulary';

/** A status that a place of the plan can be given. */
export interface Choice {
  /** The word; for a task the character in its box. */
  readonly text: string;
  readonly kind: StatusKind | null;
}

/** The language of a script that one language alone is written in, by its word for what is not started. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, '未着手'],
  [/\p{Script=Hangul}/u, '대기'],
  [/\p{Script=Cyrillic}/u, 'Не начато'],
];

/** How far along a status is; those out of the line of work have none. */
const rank: Readonly<Partial<Record<StatusKind, number>>> = { todo: 0, active: 1, review: 2, done: 3 };
const kinds: readonly StatusKind[] = ['todo', 'active', 'review', 'done', 'blocked', 'dropped'];

const signs = { todo: '⬜', active: '🚧', done: '✅', blocked: '⛔' };

/** What to offer where the plan has no word of its own for these kinds, by language; a plan speaks one of them. */
const defaults: readonly Readonly<Record<'todo' | 'active' | 'done' | 'blocked', string>>[] = [
  { todo: 'Todo', active: 'In Progress', done: 'Done', blocked: 'Blocked' },
  { todo: 'Planned', active: 'In Progress', done: 'Complete', blocked: 'Blocked' },
  { todo: 'Not Started', active: 'In Progress', done: 'Completed', blocked: 'Blocked' },
  { todo: 'Open', active: 'In Progress', done: 'Merged', blocked: 'Blocked' },
  { todo: '未着手', active: '進行中', done: '完了', blocked: 'ブロック中' },
  { todo: '待办', active: '进行中', done: '已完成', blocked: '受阻' },
  { todo: '대기', active: '진행 중', done: '완료', blocked: '보류' },
  { todo: 'Pendiente', active: 'En progreso', done: 'Completado', blocked: 'Bloqueado' },
  { todo: 'À faire', active: 'En cours', done: 'Terminé', blocked: 'Bloqué' },
  { todo: 'Offen', active: 'In Arbeit', done: 'Erledigt', blocked: 'Blockiert' },
  { todo: 'Pendente', active: 'Em andamento', done: 'Concluído', blocked: 'Bloqueado' },
  { todo: 'Не начато', active: 'В работе', done: 'Готово', blocked: 'Заблокировано' },
  { todo: 'Bekliyor', active: 'Devam ediyor', done: 'Tamamlandı', blocked: 'Engellendi' },
  signs,
];

/** The states of a box: open, done, and those others that the plan uses. */
export function boxChoices(plan: Plan): Choice[] {
  const used = new Map<string, StatusKind | null>();
  for (const { shape, status } of plan.allTickets) {
    const mark = shape === 'task' && status ? /^\[(.)\]$/u.exec(status.text)?.[1] : undefined;
    if (mark !== undefined && !used.has(mark)) used.set(mark, status?.kind ?? null);
  }
  const marks = distinct([...used].map(([text, kind]) => ({ text, kind })).filter(({ text }) => text !== ' '));
  if (!marks.some(({ kind }) => kind === 'done')) marks.push({ text: 'x', kind: 'done' });
  return [{ text: ' ', kind: boxMarks[' ']! }, ...marks.sort((a, b) => order(a) - order(b))];
}

/**
 * The words a status can be set to: the plan's legend in its own order where the table (or, outside of tables, the
 * plan) keeps to it; else the words it uses and, for the kinds of status it has no word for, words in its language.
 */
export function wordChoices(plan: Plan, table: number | null): Choice[] {
  const used = usedWords(plan, table);
  const legend = distinct(plan.legend.filter(({ text }) => !isBox(text)));
  const known = new Set(legend.map(({ text }) => normalize(text)));
  if (legend.length > 1 && (used.length === 0 || used.some(({ text }) => known.has(normalize(text)))))
    return legend.map((entry) => used.find((own) => isSame(own, entry)) ?? entry);
  const words = used.length > 0 ? used : usedWords(plan, null);
  const missing = missingWords(plan, words);
  return [...words, ...missing].sort((a, b) => order(a) - order(b));
}

/**
 * The natural next status: one step along from what it is now (by meaning, then by the legend's order); work that is
 * blocked starts again. Null where there is none: done and dropped stay as they are.
 */
export function nextChoice(choices: readonly Choice[], current: Choice | null): Choice | null {
  const line = choices
    .filter(({ kind }) => kind !== null && rank[kind] !== undefined)
    .sort((a, b) => rank[a.kind!]! - rank[b.kind!]!);
  if (current === null || current.kind === null) return line[0] ?? null;
  if (current.kind === 'blocked') return line.find(({ kind }) => kind === 'active') ?? null;
  const now = rank[current.kind];
  if (now === undefined) return null;
  const at = line.findIndex((choice) => isSame(choice, current));
  const after = at >= 0 ? line.slice(at + 1) : line.filter(({ kind }) => rank[kind!]! > now);
  return (current.kind === 'done' ? undefined : after[0]) ?? null;
}

/** Whether two are the same but for letter case and the like. A space in a box is nothing but a space. */
export const isSame = (a: Choice, b: Choice): boolean =>
  a.text === b.text || (a.text.trim() !== '' && normalize(a.text) === normalize(b.text));

const isBox = (text: string): boolean => /^\[.?\]$/u.test(text.trim());
const order = ({ kind }: Choice): number => (kind === null ? kinds.length : kinds.indexOf(kind));

function usedWords(plan: Plan, table: number | null): Choice[] {
  const tickets = plan.allTickets.filter(
    (ticket) => isWorded(ticket) && (table === null ? true : ticket.table === table),
  );
  const cells = table === null ? plan.allGroups.flatMap(({ mentions }) => mentions.filter(isCell)) : [];
  return distinct(
    [...tickets, ...cells].flatMap(({ status }) =>
      status && status.kind !== null && !isBox(status.text) ? [status] : [],
    ),
  );
}

/** A phase in a table of phases; what stands in a heading is as often a sign as a word. */
const isCell = ({ status, statusSlot }: Mention): boolean => status !== null && statusSlot !== null;

const isWorded = ({ shape, status }: Ticket): boolean => shape !== 'task' && status !== null && !status.inherited;

function distinct(choices: readonly Choice[]): Choice[] {
  const seen = new Map<string, Choice>();
  for (const { text, kind } of choices) if (!seen.has(normalize(text))) seen.set(normalize(text), { text, kind });
  return [...seen.values()];
}

function missingWords(plan: Plan, used: readonly Choice[]): Choice[] {
  const spoken = new Set(used.flatMap(({ text }) => [normalize(text), normalize(withoutSigns(text))]));
  const signed = used.length > 0 && used.every(({ text }) => /^\p{Extended_Pictographic}.*\p{L}/u.test(text));
  const written = [plan.title, ...plan.allTickets.slice(0, 50).map(({ title }) => title), ...spoken].join(' ');
  const fits = (words: (typeof defaults)[number]) =>
    Object.values(words).filter((word) => spoken.has(normalize(word))).length +
    (scripts.some(([script, todo]) => words.todo === todo && script.test(written)) ? 0.5 : 0);
  const best = [...defaults].sort((a, b) => fits(b) - fits(a))[0]!;
  return (['todo', 'active', 'done', 'blocked'] as const)
    .filter((kind) => !used.some((choice) => choice.kind === kind))
    .map((kind) => ({ text: (signed ? `${signs[kind]} ` : '') + inStyleOf(used, best[kind]), kind }));
}

/** `✅ 完了` → `完了`. */
const withoutSigns = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}\s'_-]/gu, '');

/** The word in the letter case of the plan's own: `IN_PROGRESS`, `in progress`, `In Progress`. */
function inStyleOf(used: readonly Choice[], word: string): string {
  const letters = used.map(({ text }) => text).filter((text) => /\p{Lu}|\p{Ll}/u.test(text));
  if (letters.length === 0) return word;
  const separator = letters.some((text) => text.includes('_'))
    ? '_'
    : letters.some((text) => /\p{L}-\p{L}/u.test(text))
      ? '-'
      : ' ';
  const joined = word.replaceAll(' ', separator);
  if (letters.every((text) => !/\p{Ll}/u.test(text))) {
    const upper = joined.toUpperCase();
    return separator === ' ' && !letters.some((text) => text.includes(' ')) ? upper.replaceAll(' ', '_') : upper;
  }
  return letters.every((text) => !/\p{Lu}/u.test(text)) ? joined.toLowerCase() : joined;
}
