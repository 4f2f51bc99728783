import type { ListChange, PictureChanges, PictureResult } from '../protocol';

type Item = Readonly<Record<string, unknown>>;

/** A picture that was sent, as it is compared with the next. */
interface Sent {
  readonly number: number;
  /** The JSON of each field that is no list of objects. */
  readonly fields: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, List>;
}
interface List {
  /** The JSON of each item but for its line. */
  readonly texts: readonly string[];
  readonly lines: readonly number[];
}

/** So many pictures are remembered. */
const most = 8;

/** Knows what the client was sent, so that of the next only what has changed needs to be. */
export class SentPictures {
  readonly #sent = new Map<string, Sent>();
  #number = 0;

  /**
   * The answer for a picture.
   * @param key What it is a picture of, and which
   * @param have The number of the answer that the client has
   */
  answer<D extends object>(key: string, have: number | null, drawn: D | null): PictureResult<D> {
    const before = this.#sent.get(key);
    this.#sent.delete(key);
    if (!drawn) return null;
    const now = readFrom(drawn, this.#number + 1);
    const changes = before && changesOf(before, now, drawn as Item);
    const isSame = changes && Object.keys(changes.fields).length + Object.keys(changes.lists).length === 0;
    const sent = isSame ? before : now;
    this.#number = Math.max(this.#number, sent.number);
    this.#sent.set(key, sent);
    if (this.#sent.size > most) this.#sent.delete(this.#sent.keys().next().value!);
    const { number } = sent;
    return changes && have === before.number ? { number, since: have, changes } : { number, whole: drawn };
  }
}

function readFrom(drawn: object, number: number): Sent {
  const fields = new Map<string, string>();
  const lists = new Map<string, List>();
  for (const [name, value] of Object.entries(drawn))
    if (isListOfObjects(value))
      lists.set(name, {
        texts: value.map((item) => JSON.stringify({ ...item, line: 0 })),
        lines: value.map(lineOf),
      });
    else fields.set(name, JSON.stringify(value));
  return { number, fields, lists };
}

const lineOf = ({ line }: Item): number => (typeof line === 'number' ? line : 0);

const isListOfObjects = (value: unknown): value is Item[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));

function changesOf(before: Sent, now: Sent, drawn: Item): PictureChanges {
  const changes: PictureChanges = { fields: {}, lists: {} };
  for (const [name, text] of now.fields) if (before.fields.get(name) !== text) changes.fields[name] = drawn[name];
  for (const [name, list] of now.lists) {
    const change = listChange(before.lists.get(name) ?? { texts: [], lines: [] }, list, drawn[name] as Item[]);
    if (change) changes.lists[name] = change;
  }
  return changes;
}

/** Null where both are the same. */
function listChange(before: List, now: List, items: readonly Item[]): ListChange | null {
  const parts: ListChange['parts'] = [];
  let run: [from: number, count: number] | null = null;
  let places: Map<string, number> | undefined;
  let moved = false;
  /** Where the next item is looked for first: behind the last one. */
  let at = 0;
  now.texts.forEach((text, i) => {
    if (before.texts[at] !== text) {
      places ??= new Map(before.texts.map((one, place) => [one, place]));
      const place = places.get(text);
      if (place === undefined) {
        parts.push(items[i]!);
        run = null;
        // Most of what is new stands for what was there.
        at++;
        return;
      }
      at = place;
      run = null;
    }
    moved ||= before.lines[at] !== now.lines[i];
    if (run) run[1]++;
    else {
      run = [at, 1];
      parts.push(run);
    }
    at++;
  });
  const isSame = before.texts.length === now.texts.length && parts.every((part, i) => i === 0 && Array.isArray(part));
  if (isSame && !moved) return null;
  return { parts, lines: moved ? [...now.lines] : null };
}
