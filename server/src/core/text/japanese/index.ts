import { rules } from './rules';

/**
 * Every text of the core for people: in English, which is its key, and in Japanese. Sentences end in です・ます, titles in nouns
 * or plain verbs; values keep a space to words around them only where Latin letters or digits would.
 */
export const japanese = { ...rules } as const;
