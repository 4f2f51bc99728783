import { type OwnIds, ownIds } from './ids';
import { plain } from './inline';
import type { LegendEntry } from './plan';
import type { ReadingSettings } from './state';
import { type ColumnRole, normalize } from './vocabulary';

/** Whether both make the same of every text: where they do not, every document is read again. */
export const readsAlike = (a: ReadingSettings, b: ReadingSettings): boolean =>
  a === b || (['fences', 'vocabulary', 'columns', 'ids'] as const).every((name) => same(a[name], b[name]));

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What a team's settings add to the vocabulary. */
export interface OwnWords {
  /** Entries of every plan's legend, behind the plan's own. Their spans are empty: they stand in no text. */
  readonly legend: readonly LegendEntry[];
  /** Roles of columns by their headers, normalized. */
  readonly columns: ReadonlyMap<string, ColumnRole>;
  readonly ids: OwnIds | null;
}

export function ownWords(settings: ReadingSettings): OwnWords {
  let words = known.get(settings);
  if (!words) {
    words = readWords(settings);
    known.set(settings, words);
  }
  return words;
}

const known = new WeakMap<ReadingSettings, OwnWords>();

function readWords({ vocabulary, columns, ids }: ReadingSettings): OwnWords {
  return {
    legend: Object.entries(vocabulary).map(([text, kind]) => ({
      text,
      meaning: '',
      kind,
      span: { start: 0, end: 0 },
    })),
    columns: new Map(Object.entries(columns).map(([header, role]) => [normalize(plain(header)), role])),
    ids: ownIds(ids),
  };
}

/** A plan's own legend; the settings say what an entry means of which the plan does not tell. */
export function explained(legend: readonly LegendEntry[], { legend: added }: OwnWords): readonly LegendEntry[] {
  if (added.length === 0) return legend;
  const kinds = new Map(added.map(({ text, kind }) => [normalize(text), kind]));
  return legend.map((entry) => (entry.kind ? entry : { ...entry, kind: kinds.get(normalize(entry.text)) ?? null }));
}
