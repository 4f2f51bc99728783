import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Fix, Severity } from '../../core/rules/finding';
import { rules } from '../../core/rules/index';
import type { SourceText } from '../../core/text/source';
import type { Span } from '../../core/text/span';
import { rulePage } from '../../names';
import { type Report, rangeOf } from '../report';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** Findings as SARIF 2.1.0, for code scanning. */
export function sarifReport(report: Report): string {
  const index = new Map(rules.map((rule, i) => [rule.id, i]));
  const run = {
    tool: {
      driver: {
        name: 'plan-truth',
        semanticVersion: report.version,
        rules: rules.map((rule) => ({
          id: rule.id,
          shortDescription: { text: rule.summary },
          fullDescription: { text: rule.summary },
          helpUri: rulePage(rule.id),
          help: { text: rule.details, markdown: rule.details },
          defaultConfiguration: { level: levels[rule.severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: report.files.map((file) => ({ location: { uri: artifactUri(file.name) } })),
    results: report.files.flatMap((file) =>
      file.findings.map((finding) => ({
        ruleId: finding.rule,
        ruleIndex: index.get(finding.rule),
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [location(file.name, file.source, finding.span)],
        ...relatedLocations(report, finding),
        ...fixes(file.name, file.source, finding),
      })),
    ),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(name: string, source: SourceText | null, span: Span) {
  return { physicalLocation: { artifactLocation: { uri: artifactUri(name) }, region: region(source, span) } };
}

function relatedLocations(report: Report, { related }: Finding) {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ uri, span, message }, i) => ({
      id: i + 1,
      ...location(report.nameOf(uri), report.sourceOf(uri), span),
      message: { text: message },
    })),
  };
}

/** Only what is safe to apply unasked: a reader of SARIF cannot tell one kind from the other. */
function fixes(name: string, source: SourceText, finding: Finding) {
  const safe = finding.fixes.filter((fix) => fix.safety === 'safe');
  if (safe.length === 0) return {};
  const changes = (fix: Fix) =>
    fix.edits.map(({ span, newText }) => ({ deletedRegion: region(source, span), insertedContent: { text: newText } }));
  return {
    fixes: safe.map((fix) => ({
      description: { text: fix.title },
      artifactChanges: [{ artifactLocation: { uri: artifactUri(name) }, replacements: changes(fix) }],
    })),
  };
}

function region(source: SourceText | null, span: Span) {
  const { start, end } = rangeOf(source, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative reference for what lies in the working folder, a file URI for what was named from the root. */
function artifactUri(name: string): string {
  if (isAbsolute(name)) return pathToFileURL(name).href;
  return name.split('/').map(encodeURIComponent).join('/');
}
