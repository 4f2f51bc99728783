import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CheckOptions, checkFormats, check as runCheck } from './commands/check';
import { type FixOptions, fix as runFix } from './commands/fix';
import { type GraphOptions, graphFormats, graph as runGraph } from './commands/graph';
import { type ListOptions, listFormats, list as runList } from './commands/list';
import { exit, type Host, Refusal, type World } from './host';
import { severities } from './outcome';
import { languageFor, type Say, sayIn } from './say';
import { visible } from './terminal/display';
import { helpIn, inWords } from './usage';

/**
 * The command line: runs one command and gives its exit code. Never throws and never ends the process, so that what was
 * written can leave it.
 * @param argv What the user typed behind the program's name.
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let code: number = exit.ok;
  const language = languageFor(argv, world.env);
  const host: Host = { ...world, language, say: sayIn(language) };
  const program = programOf(host, async (command) => {
    code = await command;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.failure;
    if (error instanceof Refusal) for (const line of error.lines) host.stderr.write(`${line}\n`);
    else {
      const what = visible(String((error as Error)?.message ?? error));
      host.stderr.write(`plan-truth: ${host.say('unexpected error: {0}', what)}\n`);
    }
    return exit.failure;
  }
}

function programOf(host: Host, run: (command: Promise<number>) => Promise<void>): Command {
  const { say } = host;
  const program = new Command('plan-truth')
    .description(say('The type checker for plans in Markdown: finds what cannot be true in them, and fixes it.'))
    .version(host.version, '-V, --version', say('print the version'))
    .helpOption('-h, --help', say('print this help'))
    .helpCommand('help [command]', say('print help for a command'))
    .configureHelp(helpIn(say))
    .addOption(localeOption(say))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: (text, write) => write(`plan-truth: ${inWords(say, text)}\n`),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `\n${say('Exit code: 0 nothing found, 1 findings, 2 bad usage, unreadable file or bad settings.')}`,
    );

  const check = command(host, program, 'check', say('report what cannot be true'))
    .addOption(new Option('--format <format>', say('how to report')).choices(checkFormats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', say('exit with 1 from this severity on'))
        .choices([...severities, 'never'])
        .default('warning'),
    )
    .option('--max-warnings <n>', say('exit with 1 only where there are more warnings than this'), (value) =>
      wholeNumber(say, value),
    )
    .option('--quiet', say('report only what is at or above --fail-on, and nothing where there is nothing'))
    .option('--rule <id>', say('only this rule (repeatable; several with commas)'), collected(say))
    .action((paths: string[], options: CheckOptions) => run(runCheck(paths, options, host)));

  const list = command(
    host,
    program,
    'list',
    say('tell what was read: phases, tickets, what they wait on, what was not understood'),
  )
    .addOption(new Option('--format <format>', say('how to tell')).choices(listFormats).default('text'))
    .action((paths: string[], options: ListOptions) => run(runList(paths, options, host)));

  const graph = command(host, program, 'graph', say('draw what depends on what, by phases, with the critical path'))
    .addOption(new Option('--format <format>', say('what to draw it as')).choices(graphFormats).default('mermaid'))
    .option('--ticket <id>', say('only this ticket, what it waits for and what waits for it'))
    .action((paths: string[], options: GraphOptions) => run(runGraph(paths, options, host)));

  const fix = command(
    host,
    program,
    'fix',
    say('apply the fixes that follow from the plan itself, and change nothing else'),
  )
    .option('--dry-run', say('print the changes as a diff and write nothing'))
    .option('--rule <id>', say('only this rule (repeatable; several with commas)'), collected(say))
    .action((paths: string[], options: FixOptions) => run(runFix(paths, options, host)));

  for (const each of [check, list, graph, fix]) withCommonOptions(say, each);
  return program;
}

const command = ({ say }: Host, program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument(
      '[paths...]',
      say('files, folders (every plan file in them; by default the working folder), or - for stdin'),
    );

const withCommonOptions = (say: Say, command: Command): Command =>
  command
    .option('--stdin-filename <name>', say('the name of what is read from stdin'))
    .option('--config <file>', say('the settings, in place of the plan-truth.config.json found above each plan'))
    .option('--color', say('colours even where the output is no terminal'))
    .option('--no-color', say('no colours'))
    .addOption(localeOption(say));

/** It has been looked at before all others: see `languageFor`. */
const localeOption = (say: Say): Option =>
  new Option('--locale <tag>', say('the language of what is told: en or ja; by default that of the environment'));

const collected =
  (say: Say) =>
  (value: string, before: readonly string[] = []): string[] => {
    const ids = value.split(',').flatMap((id) => id.trim() || []);
    if (ids.length === 0) throw new InvalidArgumentError(say('The id of a rule is wanted.'));
    return [...before, ...ids];
  };

function wholeNumber(say: Say, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(say('A whole number is wanted.'));
  return Number(value);
}
