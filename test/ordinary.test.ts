import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { Workspace } from '../server/src/core/workspace';

const modules = path.resolve(__dirname, '../node_modules');

/** The README and CHANGELOG files of what this project depends on: Markdown that is no plan. */
function ordinaryFiles(): string[] {
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .sort()
    .slice(0, 400);
}

describe('ordinary Markdown', () => {
  const files = ordinaryFiles();

  it('is at hand', () => expect(files.length).toBeGreaterThan(30));

  it('gets no finding', () => {
    const workspace = new Workspace();
    for (const name of files) {
      const text = readFileSync(path.join(modules, name), 'utf8');
      const snapshot = workspace.apply({ documents: [{ uri: name, text }] });
      expect(
        check(snapshot, name).map(
          ({ rule, span }) => `${name}:${snapshot.source(name)!.lineAt(span.start) + 1} ${rule}`,
        ),
      ).toEqual([]);
    }
  });
});
