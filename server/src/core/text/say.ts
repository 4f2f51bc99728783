import { japanese } from './japanese/index';
import { oneLine } from './oneLine';

/** The languages that texts for people are written in. */
export type Language = 'en' | 'ja';

/**
 * A text for people as it reads in English. `{0}` stands for the first value; `{0|ticket|tickets}` for the first word where
 * that value is 1, for the second elsewhere. One that has no Japanese is no template: the types do not let it pass.
 */
export type Template = keyof typeof japanese;

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

/** Says a text of the core. */
export type Say = SayOf<Template>;

/** The language of a tag or of a POSIX locale (`ja`, `ja-JP`, `ja_JP.UTF-8`); English where we do not speak it. */
export const languageOf = (locale: string | null | undefined): Language =>
  /^ja(?:$|[-_.@])/i.test(locale ?? '') ? 'ja' : 'en';

/**
 * What says the texts of a table, whose keys are English.
 * @param shown Makes of a value what is shown of it.
 */
export const speaker = <Key extends string>(
  translations: Readonly<Record<Key, string>>,
  language: Language,
  shown: (value: string) => string = (value) => value,
): SayOf<Key> =>
  language === 'ja'
    ? (template, ...values) => filled(translations[template], values, shown)
    : (template, ...values) => filled(template, values, shown);

const speakers: Readonly<Record<Language, Say>> = {
  en: speaker(japanese, 'en', oneLine),
  ja: speaker(japanese, 'ja', oneLine),
};

/** What says the texts of the core in a language. What a user wrote stays on the text's own line. */
export const sayIn = (language: Language): Say => speakers[language];

function filled(template: string, values: readonly (string | number)[], shown: (value: string) => string): string {
  return template.replace(/\{(\d)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (_, at: string, one?: string, many?: string) => {
    const value = values[Number(at)]!;
    return one === undefined ? shown(String(value)) : (value === 1 ? one : many)!;
  });
}
