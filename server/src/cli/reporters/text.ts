import type { Finding, Severity } from '../../core/rules/finding';
import { countOf, severities } from '../outcome';
import { count, type FileReport, fixOf, type Report, rangeOf } from '../report';
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
  const head = `${line}:${column} ${paint(finding.severity)} ${visible(finding.message)}  ${style.dim(finding.rule)}`;
  const { text, indent, mark } = excerptOf(file.source, finding.span, Math.max(40, width - margin.length - 2));
  const lines = [`  ${head}`, `${margin}${text}`, `${margin}${indent}${paint(mark)}`];
  for (const related of finding.related.slice(0, maxRelated)) {
    const start = rangeOf(report.sourceOf(related.uri), related.span).start;
    const path = related.uri === file.uri ? '' : `${visible(report.nameOf(related.uri))}:`;
    lines.push(`${margin}${style.dim(`${path}${start.line}:${start.column}`)} ${visible(related.message)}`);
  }
  const more = finding.related.length - maxRelated;
  if (more > 0) lines.push(style.dim(`${margin}and ${count(more, 'more place')}`));
  return lines.join('\n');
}

const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['info', 'infos'],
  hint: ['hint', 'hints'],
};

function closing(report: Report, { style }: TextOptions): string {
  const all = report.files.flatMap((file) => file.findings);
  const read = count(report.files.length, 'file');
  if (report.files.length === 0) return 'No plan files found.';
  if (all.length === 0)
    return report.plans > 0 ? style.good(`No findings in ${read}.`) : `No findings in ${read}: no plan in them.`;
  const found = severities
    .filter((severity) => countOf(all, severity) > 0)
    .map((severity) => style.severity[severity](count(countOf(all, severity), ...names[severity])))
    .join(', ');
  const touched = report.files.filter((file) => file.findings.length > 0).length;
  const fixable = all.filter((finding) => fixOf(finding) === 'safe').length;
  const fixes = fixable > 0 ? `; ${fixable} can be fixed with plan-truth fix` : '';
  return `${found} in ${report.files.length === 1 ? '1 file' : `${touched} of ${read}`}${fixes}`;
}
