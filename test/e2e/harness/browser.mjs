import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { e2e } from '../../../scripts/lib/paths.mjs';

/** Whether this machine can run the browser of the tests. */
export const hasBrowser = () => Boolean(process.env.CHROME) || (process.platform === 'linux' && process.arch === 'x64');

/** A headless Chromium: the one that `CHROME` names, else one from the npm registry that needs no system libraries. */
export async function startBrowser() {
  const where = process.env.CHROME ? { executablePath: process.env.CHROME } : await unpacked();
  return chromium.launch({
    ...where,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** @returns {Promise<{ executablePath: string, env: Record<string, string> }>} */
async function unpacked() {
  const manifest = path.join(e2e, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = path.join(e2e, '.cache', `chromium-${version}`);
  mkdirSync(folder, { recursive: true });

  // It unpacks into the temp folder and takes whatever lies there, so it gets one of its own. Believing itself on AWS, it
  // unpacks the system libraries too; what else it sets in the environment would reach every process we start.
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: bundle } = await import('@sparticuz/chromium');
  const executablePath = await bundle.executablePath();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);

  const env = /** @type {Record<string, string>} */ ({ ...before });
  const libraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' });
  if (libraries.includes('not found')) env.LD_LIBRARY_PATH = path.join(folder, 'al2023/lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  return { executablePath, env };
}
