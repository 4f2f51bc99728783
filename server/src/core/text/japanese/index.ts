import { features } from './features';
import { rules } from './rules';

/** Every text of the core for people: in English, which is its key, and in Japanese. */
export const japanese = { ...rules, ...features } as const;
