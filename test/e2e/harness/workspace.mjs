import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { e2e } from '../../../scripts/lib/paths.mjs';

/**
 * A folder in the sandbox with copies of fixtures.
 * @param {import('./sandbox.mjs').Sandbox} sandbox
 * @param {string[]} [fixtures] names in test/e2e/fixtures, or whole paths
 */
export function createWorkspace(sandbox, fixtures = ['PROGRESS.md', 'README.md']) {
  const folder = path.join(sandbox.root, 'workspace');
  mkdirSync(folder);
  for (const name of fixtures) cpSync(path.resolve(e2e, 'fixtures', name), path.join(folder, path.basename(name)));
  return folder;
}
