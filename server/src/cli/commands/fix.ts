import { check } from '../../core/rules/check';
import { fixAll } from '../../core/rules/fix';
import { unifiedDiff } from '../diff';
import { exit, type Host, reason } from '../host';
import type { Input } from '../inputs';
import { fixOf } from '../report';
import { openRun, type Run, type RunOptions } from '../run';
import { visible } from '../terminal/display';
import { NotWritten, replaceFile } from '../write';

export interface FixOptions extends RunOptions {
  readonly dryRun?: boolean;
}

/** A file after its fixes. */
interface Fixed {
  readonly file: Input;
  readonly text: string;
  readonly applied: number;
}

/** Enough for fixes that follow from those of another file. */
const maxPasses = 10;

/** `plan-truth fix`: applies the safe fixes. What was read from stdin goes to stdout, fixed or not. */
export async function fix(paths: readonly string[], options: FixOptions, host: Host): Promise<number> {
  const run = await openRun(paths, options, host);
  const fixed = fixedFiles(run);
  const dry = options.dryRun ?? false;
  const filter = !dry && run.files.some((file) => file.path === null);
  // Where stdout carries the text or a diff, people are told on stderr.
  const { say } = host;
  const tell = (line: string) => (dry || filter ? host.stderr : host.stdout).write(`${line}\n`);
  let failed = run.failed;

  for (const { file, text, applied } of fixed) {
    const name = visible(file.name);
    if (!file.valid) {
      host.stderr.write(`plan-truth: ${say('{0}: is not valid UTF-8 and was not fixed', name)}\n`);
      failed = true;
    } else if (dry) {
      const diff = unifiedDiff(file.name, file.text, text);
      host.stdout.write(host.stdout.isTTY ? diff.split('\n').map(visible).join('\n') : diff);
      tell(say('{0}: {1} {1|fix|fixes} (not written)', name, applied));
    } else {
      try {
        if (file.path !== null) await replaceFile(file.path, withMark(file, file.text), withMark(file, text));
        tell(say('{0}: {1} {1|fix|fixes}', name, applied));
      } catch (error) {
        const why = error instanceof NotWritten ? say(error.why) : reason(say, error);
        host.stderr.write(`plan-truth: ${name}: ${why}\n`);
        failed = true;
      }
    }
  }
  if (filter) writeFiltered(run, fixed, host);
  if (fixed.length === 0 && !failed) tell(say('Nothing to fix in {0} {0|file|files}.', run.files.length));
  return failed ? exit.failure : exit.ok;
}

/** The files that change, each fixed after those before it: a count may follow from a ticket in another file. */
function fixedFiles({ workspace, files }: Run): Fixed[] {
  const changed = new Map<Input, Fixed>();
  for (let pass = 0; pass < maxPasses; pass++) {
    let again = false;
    for (const file of files) {
      const { snapshot } = workspace;
      // A file without safe fixes is not worth the workspace of its own that fixing takes.
      if (!check(snapshot, file.uri).some((finding) => fixOf(finding) === 'safe')) continue;
      const { text, applied } = fixAll(snapshot, file.uri);
      if (text === snapshot.source(file.uri)!.text) continue;
      // What is not valid UTF-8 will not be written, so nothing may follow from it.
      if (file.valid) workspace.apply({ documents: [{ uri: file.uri, text }] });
      again ||= file.valid;
      changed.set(file, { file, text, applied: file.valid ? (changed.get(file)?.applied ?? 0) + applied : applied });
    }
    if (!again) break;
  }
  return files.flatMap((file) => changed.get(file) ?? []);
}

function writeFiltered(run: Run, fixed: readonly Fixed[], host: Host): void {
  const input = run.files.find((file) => file.path === null)!;
  if (!input.valid) return;
  host.stdout.write(withMark(input, fixed.find(({ file }) => file === input)?.text ?? input.text));
}

const withMark = (file: Input, text: string): string => (file.bom ? `\uFEFF${text}` : text);
