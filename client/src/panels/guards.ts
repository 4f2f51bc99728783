/**
 * Guards for what comes over a border. Small and by hand: a schema library compiles its checks with `new Function`, which
 * the content security policy of a webview forbids.
 */
export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** One of these words. */
export const oneOf =
  <T extends string>(...words: readonly T[]): Guard<T> =>
  (value): value is T =>
    (words as readonly unknown[]).includes(value);

export const nullOr =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);

export const listOf =
  <T>(guard: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(guard);

/** An object with at least these fields. One that has passed is not looked at again: nobody changes what came over a border. */
export const objectOf = <T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> => {
  const entries = Object.entries(fields) as [string, Guard<unknown>][];
  const passed = new WeakSet<object>();
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    if (passed.has(value)) return true;
    if (!entries.every(([name, guard]) => guard((value as Record<string, unknown>)[name]))) return false;
    passed.add(value);
    return true;
  };
};

/** What any of these guards lets through. */
export const anyOf =
  <T extends readonly unknown[]>(...guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T[number]> =>
  (value): value is T[number] =>
    guards.some((guard) => guard(value));
