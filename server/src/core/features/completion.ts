import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { TextEdit } from '../text/edit';
import { type Span, trimmed } from '../text/span';
import { snippets } from './completeSnippets';
import { wordsFor } from './completeWords';
import { type DependencyChoice, dependencyChoices } from './dependencyChoices';
import { plain } from './markdown';
import { kindWord } from './names';
import { newPlan } from './newPlan';
import { nextId } from './nextId';
import { type Slot, slotAt, wordAt } from './slots';
import { boxChoices, type Choice, isSame, nextChoice, wordChoices } from './statuses';

/** Something to be typed at a place. */
export interface Completion {
  readonly type: 'ticket' | 'group' | 'status' | 'id' | 'word' | 'row' | 'plan';
  readonly label: string;
  /** The title of a ticket, the meaning of a status. */
  readonly detail: string;
  /** How it stands. */
  readonly description: string;
  /** What the typed text is compared with: an id is found by its title as well. */
  readonly filter: string;
  readonly edit: TextEdit;
  /** The text of the edit with places to be filled in, in LSP's syntax of snippets. */
  readonly snippet?: string;
  readonly preferred: boolean;
}

/** In the order in which to offer them. */
export interface Completions {
  readonly items: readonly Completion[];
  /** False where there are more than are worth sending: then ask again as more is typed. */
  readonly complete: boolean;
}

const separators = /[,，、;；]/;
const mostItems = 500;

/**
 * What can be typed at an offset: names in dependencies and focus lines, statuses, boxes, owners, branches, phases, the next id; in
 * a line that has nothing yet a whole row, check item, phase or plan.
 */
export function completion(snapshot: Snapshot, uri: string, offset: number): Completions {
  const source = snapshot.source(uri);
  // Between the two halves of a line end nothing is typed.
  if (source && offset > source.line(source.lineAt(offset)).end) return { items: [], complete: true };
  const analysis = snapshot.analysis(uri);
  if (!analysis) return { items: newPlan(snapshot, uri, offset), complete: true };
  const slot = slotAt(analysis, offset);
  if (slot?.type === 'dependency') return dependencies(snapshot, analysis, slot, offset);
  if (slot?.type === 'focus')
    return dependencies(snapshot, analysis, { type: 'dependency', span: slot.span, owner: null }, offset, true);
  const items = slot ? inSlot(snapshot, analysis, slot, offset) : [];
  return { items: [...items, ...snippets(snapshot, analysis, offset)], complete: true };
}

function inSlot(snapshot: Snapshot, analysis: Analysis, slot: Slot, offset: number): Completion[] {
  switch (slot.type) {
    case 'status':
      return statuses(analysis, slot, offset);
    case 'box':
      return boxes(analysis, slot);
    case 'id':
      return ids(snapshot, analysis, slot, offset);
    case 'word':
      return words(analysis, slot, offset);
    default:
      return [];
  }
}

function dependencies(
  snapshot: Snapshot,
  analysis: Analysis,
  slot: Slot & { type: 'dependency' },
  offset: number,
  groupsFirst = false,
): Completions {
  const word = wordAt(analysis.source, slot.span, offset, separators);
  const typed = analysis.source.slice({ start: word.start, end: offset });
  const edit = replacing(analysis, word, offset);
  const all = dependencyChoices(snapshot, analysis, slot, word);
  const choices = groupsFirst ? [...all.filter(isGroup), ...all.filter((one) => !isGroup(one))] : all;
  const fitting = choices.length > mostItems ? choices.filter(({ filter }) => fits(filter, typed)) : choices;
  const items = fitting.slice(0, mostItems).map(
    ({ type, name, detail, status, filter }): Completion => ({
      type,
      label: name,
      detail,
      description: status,
      filter,
      edit: edit(name),
      preferred: false,
    }),
  );
  return { items, complete: choices.length <= mostItems };
}

const isGroup = ({ type }: DependencyChoice): boolean => type === 'group';

/** Whether every letter of what is typed is there, in its order: what editors let through, and a little more. */
function fits(filter: string, typed: string): boolean {
  const text = filter.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase().replace(/\s/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function statuses(analysis: Analysis, slot: Slot & { type: 'status' }, offset: number): Completion[] {
  const { plan, source } = analysis;
  const word = wordAt(source, slot.span, offset, null);
  const written = source.slice(word);
  const choices = wordChoices(plan, slot.table);
  const current: Choice | null = slot.status && { text: slot.status.text, kind: slot.status.kind };
  const edit = replacing(analysis, word, offset);
  const chosen = current !== null && choices.some((choice) => isSame(choice, current));
  return inOrder(choices, chosen ? current : null).map(({ choice, next }) => ({
    type: 'status',
    label: choice.text,
    detail: choice.kind ? kindWord(analysis.say, choice.kind) : '',
    description: '',
    // What is there already is to be replaced by any other, not only by those that look like it.
    filter: chosen && !isSame(choice, current) ? `${written} ${choice.text}` : choice.text,
    edit: edit(choice.text),
    preferred: next,
  }));
}

function boxes(analysis: Analysis, { span, closed }: Slot & { type: 'box' }): Completion[] {
  const written = analysis.source.slice(span);
  const choices = boxChoices(analysis.plan);
  const current = choices.find(({ text }) => text === written) ?? null;
  return inOrder(choices, current).map(({ choice, next }) => ({
    type: 'status',
    label: `[${choice.text}]`,
    detail: choice.kind ? kindWord(analysis.say, choice.kind) : '',
    description: '',
    filter: `${written}${choice.text}`,
    edit: { span, newText: closed ? choice.text : `${choice.text}] ` },
    preferred: next,
  }));
}

function words(analysis: Analysis, slot: Slot & { type: 'word' }, offset: number): Completion[] {
  const word = wordAt(analysis.source, slot.span, offset, null);
  const written = analysis.source.slice(word);
  const edit = replacing(analysis, word, offset);
  return wordsFor(analysis, slot).map(({ word: text, detail }) => ({
    type: slot.role === 'group' ? 'group' : 'word',
    label: plain(text),
    detail: detail === text ? '' : detail,
    description: '',
    filter: plain(`${text} ${detail} ${written}`),
    edit: edit(text),
    preferred: false,
  }));
}

/** The natural next one first; that which is there last. */
function inOrder(choices: readonly Choice[], current: Choice | null): { choice: Choice; next: boolean }[] {
  const next = nextChoice(choices, current);
  const place = (choice: Choice): number => (choice === next ? 0 : current && isSame(choice, current) ? 2 : 1);
  return [...choices].sort((a, b) => place(a) - place(b)).map((choice) => ({ choice, next: choice === next }));
}

function ids(snapshot: Snapshot, analysis: Analysis, slot: Slot & { type: 'id' }, offset: number): Completion[] {
  const word = wordAt(analysis.source, slot.span, offset, null);
  const id = nextId(snapshot, analysis, slot.table, slot.owner);
  const written = analysis.source.slice(word).trim();
  if (id === null || !id.toLowerCase().startsWith(written.toLowerCase())) return [];
  const edit = replacing(analysis, word, offset)(id);
  return [
    { type: 'id', label: id, detail: analysis.say('next free id'), description: '', filter: id, edit, preferred: true },
  ];
}

/** Puts another word in the place of one: with a space where it would stick to a pipe or comma, or took one away. */
function replacing({ source }: Analysis, word: Span, offset: number): (newText: string) => TextEdit {
  const { text } = source;
  const sticks = /[|,;]/.test(text[word.start - 1] ?? '');
  const spaced = word.end > word.start && trimmed(text, word.start, word.end).end < offset;
  return (newText) => ({
    span: word,
    newText: `${sticks ? ' ' : ''}${newText.replace(/(?<!\\)\|/g, '\\|')}${spaced ? ' ' : ''}`,
  });
}
