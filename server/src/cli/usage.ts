import type { Help, Option } from 'commander';
import type { Say } from './say';

/** The library that reads the arguments speaks English: what it says of bad usage, in the user's language. */
export function inWords(say: Say, message: string): string {
  const [problem, hint] = message
    .replace(/^error: /, '')
    .trim()
    .split(/\s*\n\s*/);
  const told = problemInWords(say, problem!);
  const near = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(hint ?? '')?.[1];
  return near ? say('{0} (Did you mean {1}?)', told, near) : [told, hint].filter(Boolean).join(' ');
}

function problemInWords(say: Say, problem: string): string {
  const unknown = /^unknown (option|command) ('.*')$/.exec(problem);
  if (unknown) return say(unknown[1] === 'option' ? 'unknown option {0}' : 'unknown command {0}', unknown[2]!);
  const missing = /^option ('.*') argument missing$/.exec(problem);
  if (missing) return say('option {0} argument missing', missing[1]!);
  const invalid = /^option ('.*') argument ('.*') is invalid\. (.*)$/.exec(problem);
  if (!invalid) return problem;
  const choices = /^Allowed choices are (.*)\.$/.exec(invalid[3]!)?.[1];
  const why = choices === undefined ? invalid[3]! : say('Allowed choices are {0}.', choices);
  return say('option {0} argument {1} is invalid. {2}', invalid[1]!, invalid[2]!, why);
}

/** How help is laid out: as the library does, in the user's language. */
export const helpIn = (say: Say): Partial<Help> => ({
  styleTitle: (title: string) => {
    const known = (['Usage', 'Arguments', 'Options', 'Commands'] as const).find((one) => title === `${one}:`);
    return known ? `${say(known)}:` : title;
  },
  optionDescription: ({ argChoices, defaultValue, description, negate }: Option) => {
    const choices = argChoices?.map((choice) => JSON.stringify(choice)).join(', ');
    const more = [
      choices === undefined ? null : say('choices: {0}', choices),
      defaultValue === undefined || negate ? null : say('default: {0}', JSON.stringify(defaultValue)),
    ].filter((part) => part !== null);
    return more.length > 0 ? `${description} (${more.join(', ')})` : description;
  },
});
