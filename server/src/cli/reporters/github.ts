import type { Finding, Severity } from '../../core/rules/finding';
import { type FileReport, type Report, rangeOf } from '../report';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Findings as workflow commands, which GitHub Actions shows on the changed lines. */
export function githubReport(report: Report): string {
  return report.files.flatMap((file) => file.findings.map((finding) => `${annotation(file, finding)}\n`)).join('');
}

function annotation(file: FileReport, finding: Finding): string {
  const { start, end } = rangeOf(file.source, finding.span);
  const properties: Record<string, string | number> = {
    file: file.name,
    line: start.line,
    endLine: end.line,
    // Columns of different lines cannot be told apart there; such an annotation has lines alone.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: `plan-truth ${finding.rule}`,
  };
  const told = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${commands[finding.severity]} ${told.join(',')}::${data(finding.message)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
