import type { Finding } from '../../core/rules/finding';
import { type FileReport, type Report, rangeOf } from '../report';

/**
 * Findings as JUnit XML: a suite for each file, a case for each finding. What does not make the run fail is a case that
 * passed and says its message; a file without findings is one that passed.
 */
export function junitReport(report: Report): string {
  const suites = report.files.map((file) => suite(report, file));
  const total = sum(suites.map((one) => one.tests));
  const failures = sum(suites.map((one) => one.failures));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plan-truth" tests="${total}" failures="${failures}" errors="0">`,
    ...suites.map((one) => one.xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(report: Report, file: FileReport): { xml: string; tests: number; failures: number } {
  const name = escapeXml(file.name);
  const cases = file.findings.map((finding) => testCase(report, file, finding));
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="no findings" file="${name}"/>`);
  const tests = cases.length;
  const failures = file.findings.filter(report.fails).length;
  const open = `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0">`;
  return { xml: [open, ...cases, '  </testsuite>'].join('\n'), tests, failures };
}

function testCase(report: Report, file: FileReport, finding: Finding): string {
  const { line, column } = rangeOf(file.source, finding.span).start;
  const name = escapeXml(file.name);
  const message = escapeXml(finding.message);
  const said = `${name}:${line}:${column} ${finding.severity} ${message}`;
  const body = report.fails(finding)
    ? `<failure type="${finding.severity}" message="${message}">${said}</failure>`
    : `<system-out>${said}</system-out>`;
  const open = `    <testcase classname="${name}" name="${finding.rule} (${line}:${column})" file="${name}" line="${line}">`;
  return `${open}\n      ${body}\n    </testcase>`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for XML; what XML 1.0 cannot hold at all (controls, lone surrogates) becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (character) => entities[character]!);
}
