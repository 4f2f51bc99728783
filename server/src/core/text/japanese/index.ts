import { changes } from './changes';
import { features } from './features';
import { reading } from './reading';
import { rules } from './rules';
import { settings } from './settings';

/** Every text of the core for people: in English, which is its key, and in Japanese. */
export const japanese = { ...reading, ...rules, ...changes, ...features, ...settings } as const;
