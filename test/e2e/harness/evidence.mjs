import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';

/** Where screenshots go, and what is kept of a failure. */
const folder = process.env.PLAN_TRUTH_SHOTS ?? path.join(root, '.cache/shots');

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function screenshot(page, name) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}

/**
 * Keeps what helps to understand a failure, and says where.
 * @param {string} name
 * @param {import('playwright-core').Page} page
 * @param {import('./sandbox.mjs').Sandbox} sandbox
 */
export async function keepEvidence(name, page, sandbox) {
  const label = `${name.replace(/[^a-z0-9]+/gi, '-')}-FAILED`;
  console.log(`      screenshot: ${await screenshot(page, label)}`);
  const logs = path.join(folder, `${label}-logs`);
  cpSync(sandbox.log, path.join(logs, 'server.log'));
  const more = path.join(sandbox.data, 'logs');
  if (existsSync(more)) cpSync(more, logs, { recursive: true });
  console.log(`      logs: ${logs}`);
}
