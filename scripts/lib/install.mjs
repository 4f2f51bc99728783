import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { e2e, root } from './paths.mjs';
import { must } from './run.mjs';

/** The tools and libraries of the extension and its server. */
export async function installTools() {
  if (!isInstalled(root)) await npm('Installing tools and libraries', root, installCommand(root));
}

/** A real VS Code and a browser for it, out of the npm registry. */
export async function installVSCode() {
  if (!isInstalled(e2e)) await npm('Installing VS Code', e2e, installCommand(e2e));
  // code-server installs VS Code's own dependencies by a script, which our .npmrc keeps from running.
  const vscode = path.join(e2e, 'node_modules/code-server/lib/vscode');
  if (!existsSync(path.join(vscode, 'node_modules/.package-lock.json')))
    await npm("Installing VS Code's own libraries", vscode, ['install', '--ignore-scripts', '--omit=dev']);
}

/**
 * @param {string} title
 * @param {string} cwd
 * @param {string[]} args
 */
function npm(title, cwd, args) {
  // Warnings say that VS Code wants a newer Node; it gets one (see test/e2e/harness/server.mjs).
  return must(title, 'npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
}

/** @param {string} folder */
function installCommand(folder) {
  return [existsSync(path.join(folder, 'package-lock.json')) ? 'ci' : 'install'];
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
