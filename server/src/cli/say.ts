import { type Language, languageOf, type SayOf, speaker } from '../core/text/say';
import { japanese } from './japanese';

/** Says a text of the command line. */
export type Say = SayOf<keyof typeof japanese>;

export const sayIn = (language: Language): Say => speaker(japanese, language);

/**
 * The language to answer in: that of `--locale`, else of the environment as POSIX has it (`LC_ALL` before `LC_MESSAGES` before
 * `LANG`). Known before the arguments are read, since what is wrong with them is told in it.
 */
export function languageFor(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const at = options.findLastIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const asked = options[at] === '--locale' ? options[at + 1] : options[at]?.slice('--locale='.length);
  return languageOf(asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG));
}
