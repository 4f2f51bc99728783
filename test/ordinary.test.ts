import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { Workspace } from '../server/src/core/workspace';

const root = path.resolve(__dirname, '..');
const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

/** READMEs, changelogs and guides of what this project depends on: Markdown that is no plan. */
const others = (): string[] =>
  readdirSync(path.join(root, 'node_modules'), { recursive: true, encoding: 'utf8' })
    .filter(isMarkdown)
    .map((name) => path.join('node_modules', name))
    .sort();

/** The project's own documents, without the plans that show what is found. */
const own = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((name) => isMarkdown(name) && !/^(?:examples|media\/samples|test\/e2e\/fixtures)\//.test(name));

/** Everything that is reported of files, of any severity, as if they were one workspace on some day. */
function findings(files: readonly string[]): string[] {
  const documents = files.map((uri) => ({ uri, text: readFileSync(path.join(root, uri), 'utf8') }));
  const snapshot = new Workspace().apply({ documents, today: '2026-06-15' });
  return files.flatMap((uri) =>
    check(snapshot, uri).map(({ rule, span }) => `${uri}:${snapshot.source(uri)!.lineAt(span.start) + 1} ${rule}`),
  );
}

describe('ordinary Markdown gets no finding', () => {
  it('in what the project depends on', () => {
    const files = others();
    expect(files.length).toBeGreaterThan(100);
    expect(findings(files)).toEqual([]);
  });

  it('in its own documents', () => {
    const files = own();
    expect(files).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/rules/README.md']));
    expect(findings(files)).toEqual([]);
  });
});
