import type { Finding, Severity } from '../../core/rules/finding';
import { countOf, severities } from '../outcome';
import { type FileReport, fixOf, type Report, rangeOf } from '../report';
import { visible } from '../terminal/display';
import { excerptOf } from '../terminal/excerpt';
import type { Style } from '../terminal/style';

export interface TextOptions {
  readonly style: Style;
  /** The columns of the terminal. */
  readonly width: number;
  /** Says nothing where there is nothing to report. */
  readonly quiet: boolean;
}

const margin = '    ';
const maxRelated = 5;

/** Findings for people: by file, each with its line and what it is about underlined, and a closing count. */
export function textReport(report: Report, options: TextOptions): string {
  const { style, quiet } = options;
  const blocks = report.files
    .filter((file) => file.findings.length > 0)
    .map((file) =>
      [
        style.bold(visible(file.name)),
        ...file.findings.map((finding) => findingText(report, file, finding, options)),
      ].join('\n'),
    );
  if (quiet && blocks.length === 0) return '';
  return `${[...blocks, closing(report, options)].join('\n\n')}\n`;
}

function findingText(report: Report, file: FileReport, finding: Finding, { style, width }: TextOptions): string {
  const { line, column } = rangeOf(file.source, finding.span).start;
  const paint = style.severity[finding.severity];
  const head = `${line}:${column} ${paint(report.say(finding.severity))} ${visible(finding.message)}  ${style.dim(finding.rule)}`;
  const { text, indent, mark } = excerptOf(file.source, finding.span, Math.max(40, width - margin.length - 2));
  const lines = [`  ${head}`, `${margin}${text}`, `${margin}${indent}${paint(mark)}`];
  for (const related of finding.related.slice(0, maxRelated)) {
    const start = rangeOf(report.sourceOf(related.uri), related.span).start;
    const path = related.uri === file.uri ? '' : `${visible(report.nameOf(related.uri))}:`;
    lines.push(`${margin}${style.dim(`${path}${start.line}:${start.column}`)} ${visible(related.message)}`);
  }
  const more = finding.related.length - maxRelated;
  if (more > 0) lines.push(style.dim(`${margin}${report.say('and {0} more {0|place|places}', more)}`));
  return lines.join('\n');
}

const counts = {
  error: '{0} {0|error|errors}',
  warning: '{0} {0|warning|warnings}',
  info: '{0} {0|info|infos}',
  hint: '{0} {0|hint|hints}',
} as const satisfies Record<Severity, string>;

function closing(report: Report, { style }: TextOptions): string {
  const all = report.files.flatMap((file) => file.findings);
  const { say } = report;
  const read = report.files.length;
  if (read === 0) return say('No plan files found.');
  if (all.length === 0)
    return report.plans > 0
      ? style.good(say('No findings in {0} {0|file|files}.', read))
      : say('No findings in {0} {0|file|files}: no plan in them.', read);
  const found = severities
    .filter((severity) => countOf(all, severity) > 0)
    .map((severity) => style.severity[severity](say(counts[severity], countOf(all, severity))))
    .reduce((before, one) => say('{0}, {1}', before, one));
  const touched = report.files.filter((file) => file.findings.length > 0).length;
  const fixable = all.filter((finding) => fixOf(finding) === 'safe').length;
  const told = read === 1 ? say('{0} in 1 file', found) : say('{0} in {1} of {2} {2|file|files}', found, touched, read);
  return fixable > 0 ? say('{0}; {1} can be fixed with plan-truth fix', told, fixable) : told;
}
