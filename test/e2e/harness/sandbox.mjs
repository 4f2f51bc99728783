import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atExit } from '../../../scripts/lib/cleanup.mjs';

/** A VS Code without greetings, tips, updates, network and AI. */
const quiet = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * @typedef {object} Sandbox
 * @property {string} root
 * @property {string} data VS Code's user data
 * @property {string} extensions
 * @property {string} log what the server printed
 * @property {() => void} remove
 */

/**
 * A throw-away home for one VS Code, gone when this process ends.
 * @param {Record<string, unknown>} [settings]
 * @returns {Sandbox}
 */
export function createSandbox(settings = {}) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'plan-truth-vscode-'));
  // A process that was just killed may still be writing.
  const remove = atExit(() => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  const data = path.join(root, 'data');
  const text = JSON.stringify({ ...quiet, ...settings }, null, 2);
  writeFiles(data, { 'User/settings.json': text, 'Machine/settings.json': text });
  const extensions = path.join(root, 'extensions');
  mkdirSync(extensions);
  return { root, data, extensions, log: path.join(root, 'server.log'), remove };
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files texts by their path in the folder
 */
export function writeFiles(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
