import { type Language, type SayOf, speaker } from '../core/text/speaker';
import { japanese } from './japanese';

export type Template = keyof typeof japanese;

/** Says a text of a picture. */
export type Say = SayOf<Template>;

export const sayIn = (language: Language): Say => speaker(japanese, language);
