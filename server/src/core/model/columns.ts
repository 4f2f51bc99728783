import { memoized } from '../text/memo';
import { plain, withoutSigns } from './inline';
import { type ColumnRole, columnWords, normalize } from './vocabulary';

/** The columns of a table by what they are for. An index is missing where no column has the role. */
export type Columns = Partial<Record<ColumnRole, number>>;

/** In the order in which roles choose: a role takes the first free column whose header names it. */
const order: readonly ColumnRole[] = [
  'id',
  'depends',
  'status',
  'branch',
  'owner',
  'estimate',
  'priority',
  'title',
  'group',
  'percent',
  'doneCount',
  'totalCount',
  'meaning',
  'notes',
  'date',
];

const sets = Object.fromEntries(order.map((role) => [role, new Set(columnWords[role])])) as Record<
  ColumnRole,
  Set<string>
>;

/** Header words, then the same without a bracketed remark: `Status (2025)`, `Added to Sprint?`. */
const formsOf = memoized((header: string): string[] => {
  const whole = normalize(plain(header));
  const bare = normalize(withoutSigns(plain(header)).replace(/[(（].*$/, ''));
  const words = bare.split(' ');
  // "Next step" is no name of the ticket.
  const last = /^(?:next|last|previous)$/.test(words[0]!) ? '' : (words.at(-1) ?? '');
  return [whole, bare, last];
});

/**
 * Finds columns by role. One column has one role; exact headers go before those that only end in a role's word. A column of
 * numbers (`isCount`) under "Done" or "Complete" holds no statuses. What the settings say of a header (`own`) goes first.
 */
export function readColumns(
  headers: readonly string[],
  isCount: (column: number) => boolean = () => false,
  own: ReadonlyMap<string, ColumnRole> = new Map(),
): Columns {
  const forms = headers.map(formsOf);
  const columns: Columns = {};
  const taken = new Set<number>();
  for (const [i, [whole, bare]] of forms.entries()) {
    const role = own.get(whole!) ?? own.get(bare!);
    if (role === undefined || columns[role] !== undefined) continue;
    columns[role] = i;
    taken.add(i);
  }
  for (const exact of [true, false])
    for (const role of order) {
      if (columns[role] !== undefined) continue;
      const fits = ([whole, bare, last]: string[], i: number): boolean => {
        if (taken.has(i) || (role === 'status' && isCount(i))) return false;
        return exact ? sets[role].has(whole!) || sets[role].has(bare!) : loose.has(role) && sets[role].has(last!);
      };
      // "#" beside "Task ID" is the number of the row.
      const named = role === 'id' ? forms.findIndex((form, i) => fits(form, i) && form[0]!.length > 2) : -1;
      const index = named >= 0 ? named : forms.findIndex(fits);
      if (index < 0) continue;
      columns[role] = index;
      taken.add(index);
    }
  return columns;
}

/** Roles that a header's last word is enough for: `Implementation Status`, `API Owner`. */
const loose = new Set<ColumnRole>(['status', 'title', 'id', 'owner', 'priority']);
