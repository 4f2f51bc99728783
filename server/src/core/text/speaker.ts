/** The languages that texts for people are written in. */
export type Language = 'en' | 'ja';

type Value<T extends string, At extends string> = T extends `${string}{${At}|${string}` ? number : string | number;

/** What a template wants to have filled in. */
export type Values<T extends string> = T extends `${string}{5${string}`
  ? [Value<T, '0'>, Value<T, '1'>, Value<T, '2'>, Value<T, '3'>, Value<T, '4'>, Value<T, '5'>]
  : T extends `${string}{4${string}`
    ? [Value<T, '0'>, Value<T, '1'>, Value<T, '2'>, Value<T, '3'>, Value<T, '4'>]
    : T extends `${string}{3${string}`
      ? [Value<T, '0'>, Value<T, '1'>, Value<T, '2'>, Value<T, '3'>]
      : T extends `${string}{2${string}`
        ? [Value<T, '0'>, Value<T, '1'>, Value<T, '2'>]
        : T extends `${string}{1${string}`
          ? [Value<T, '0'>, Value<T, '1'>]
          : T extends `${string}{0${string}`
            ? [Value<T, '0'>]
            : [];

/** Says a text of a table in one language. Values are put in as they are. */
export type SayOf<Key extends string> = <T extends Key>(template: T, ...values: Values<T>) => string;

/** The language of a tag or of a POSIX locale (`ja`, `ja-JP`, `ja_JP.UTF-8`); English where we do not speak it. */
export const languageOf = (locale: string | null | undefined): Language =>
  /^ja(?:$|[-_.@])/i.test(locale ?? '') ? 'ja' : 'en';

/**
 * What says the texts of a table, whose keys are English.
 * @param shown Makes of a value what is shown of it.
 */
export function speaker<Key extends string>(
  translations: Readonly<Record<Key, string>>,
  language: Language,
  shown: (value: string) => string = (value) => value,
): SayOf<Key> {
  const known = new Map<string, readonly Part[]>();
  return (template, ...values) => {
    let parts = known.get(template);
    if (!parts) {
      parts = partsOf(language === 'ja' ? translations[template] : template);
      known.set(template, parts);
    }
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else {
        const value = (values as readonly (string | number)[])[part.at]!;
        text += part.words ? part.words[value === 1 ? 0 : 1] : typeof value === 'number' ? value : shown(value);
      }
    }
    return text;
  };
}

/** A piece of a text: as it stands, or to be filled in. */
type Part = string | { readonly at: number; readonly words: readonly [one: string, many: string] | null };

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: hole, 1: at, 2: one, 3: many, index } of text.matchAll(/\{(\d)(?:\|([^|{}]*)\|([^|{}]*))?\}/g)) {
    parts.push(text.slice(from, index), { at: Number(at), words: one === undefined ? null : [one, many!] });
    from = index + hole.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}
