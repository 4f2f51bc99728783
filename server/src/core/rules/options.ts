import * as z from 'zod/mini';

/** A number of days that a rule lets pass, none unless set. */
export const days = (description: string) =>
  z._default(z.int().check(z.gte(0), z.lte(3650), z.describe(description)), 0);

/** Any of some words, each at most once; all that are `usual` unless set. */
export const someOf = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  usual: readonly Words[number][],
  description: string,
) => z._default(z.array(z.enum(words)).check(z.describe(description)), [...usual]);
