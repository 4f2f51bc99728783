import { japanese } from './japanese/index';
import { type Language, type SayOf, speaker } from './speaker';

export { type Language, languageOf, type SayOf, speaker, type Values } from './speaker';

import { oneLine } from './oneLine';

/**
 * A text for people as it reads in English. `{0}` stands for the first value; `{0|ticket|tickets}` for the first word where
 * that value is 1, for the second elsewhere. One that has no Japanese is no template: the types do not let it pass.
 */
export type Template = keyof typeof japanese;

/** Says a text of the core. */
export type Say = SayOf<Template>;

const speakers: Readonly<Record<Language, Say>> = {
  en: speaker(japanese, 'en', oneLine),
  ja: speaker(japanese, 'ja', oneLine),
};

/** What says the texts of the core in a language. What a user wrote stays on the text's own line. */
export const sayIn = (language: Language): Say => speakers[language];
