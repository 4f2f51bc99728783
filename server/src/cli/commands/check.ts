import { check as findingsOf } from '../../core/rules/check';
import type { Severity } from '../../core/rules/finding';
import { exit, type Host } from '../host';
import { atOrAbove, countOf, isFailure, type Threshold, tooManyWarnings } from '../outcome';
import type { Report } from '../report';
import { githubReport } from '../reporters/github';
import { jsonReport } from '../reporters/json';
import { junitReport } from '../reporters/junit';
import { sarifReport } from '../reporters/sarif';
import { textReport } from '../reporters/text';
import { openRun, type Run, type RunOptions } from '../run';
import { visible } from '../terminal/display';
import { styleFor } from '../terminal/style';

export const checkFormats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export interface CheckOptions extends RunOptions {
  readonly format: (typeof checkFormats)[number];
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
}

const defaultWidth = 120;

/** `plan-truth check`: reports what cannot be true. */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const run = await openRun(paths, options, host);
  const threshold: Threshold = { failOn: options.failOn, maxWarnings: options.maxWarnings ?? null };
  const report = reportOf(run, threshold, host);
  const all = report.files.flatMap((file) => file.findings);
  // Where nothing could be read, people have been told why.
  if (!run.failed || run.files.length > 0 || options.format !== 'text')
    host.stdout.write(render(options.quiet ? onlyGrave(report, options.failOn) : report, options, host));
  if (tooManyWarnings(all, threshold))
    host.stderr.write(
      `plan-truth: ${host.say('{0} {0|warning|warnings}, at most {1} allowed by --max-warnings', countOf(all, 'warning'), options.maxWarnings!)}\n`,
    );
  if (run.failed) return exit.failure;
  return isFailure(all, threshold) ? exit.findings : exit.ok;
}

function reportOf(run: Run, threshold: Threshold, host: Host): Report {
  const { snapshot } = run;
  const files = run.files.map(({ name, uri }) => ({
    name,
    uri,
    source: snapshot.source(uri)!,
    findings: findingsOf(snapshot, uri, (rule, error) => {
      const what = error instanceof Error ? error.message : String(error);
      host.stderr.write(`plan-truth: ${host.say('{0}: the rule {1} failed: {2}', name, rule, visible(what))}\n`);
    }),
  }));
  return {
    say: host.say,
    version: host.version,
    files,
    plans: snapshot.planUris.length,
    fails: ({ severity }) => atOrAbove(severity, threshold.failOn),
    nameOf: run.nameOf,
    sourceOf: (uri) => snapshot.source(uri),
  };
}

/** Without what is below the limit that fails a run; where none does, without what is below a warning. */
function onlyGrave(report: Report, failOn: Severity | 'never'): Report {
  const limit = failOn === 'never' ? 'warning' : failOn;
  const files = report.files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => atOrAbove(severity, limit)),
  }));
  return { ...report, files };
}

function render(report: Report, options: CheckOptions, host: Host): string {
  switch (options.format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report);
    case 'github':
      return githubReport(report);
    case 'junit':
      return junitReport(report);
    case 'text':
      return textReport(report, {
        style: styleFor(host.stdout, host, options.color),
        width: host.stdout.columns ?? defaultWidth,
        quiet: options.quiet ?? false,
      });
  }
}
