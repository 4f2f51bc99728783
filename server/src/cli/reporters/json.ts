import { fixOf, type Report, rangeOf } from '../report';

/** Findings as JSON: a contract, see `docs/command-line.md`. */
export function jsonReport(report: Report): string {
  const files = report.files.map(({ name, source, findings }) => ({
    path: name,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: rangeOf(source, finding.span),
      related: finding.related.map(({ uri, span, message }) => ({
        path: report.nameOf(uri),
        range: rangeOf(report.sourceOf(uri), span),
        message,
      })),
      fix: fixOf(finding),
    })),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}
