import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { cache, rumdlProgram } from '../lib/contenders.mjs';
import { tables, workspace } from '../lib/documents.mjs';
import { rumdlDisabled } from '../lib/rules.mjs';
import { Session } from '../lib/session.mjs';
import { median, quantile, ratio, time } from '../lib/statistics.mjs';
import { rowsOf } from './keys.mjs';

const whole = fileURLToPath(new URL('../servers/whole.mjs', import.meta.url));

/** A workspace of 2,000 plans, or 500 of them: the time until all of them are read, and what a key takes meanwhile. @param {import('./index.mjs').Bench} bench */
export async function workspaces({ contenders, quick, report, chosenDocuments }) {
  if (chosenDocuments) return;
  const files = workspace(quick ? 500 : 2000);
  report.heading(`A workspace of ${quick ? '500' : '2,000'} plans`);
  const folder = path.join(cache, 'workspace');
  rmSync(folder, { recursive: true, force: true });
  // A repository of its own: what holds for ours, which leaves the cache out, does not hold for it.
  mkdirSync(path.join(folder, '.git'), { recursive: true });
  for (const { path: name, text } of files) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const has = (/** @type {string} */ name) => contenders.some((one) => one.name === name);
  const rumdl = rumdlProgram();
  /** @type {[string, () => Promise<{ took: number, memory?: number, keys?: number[] }>][]} */
  const ways = [];
  const own = contenders.find(({ name }) => name === 'plan-truth');
  if (own) ways.push(['plan-truth, to the last finding', () => indexed(own, folder, files.length)]);
  if (has('rumdl') && rumdl)
    ways.push([
      'rumdl check',
      () => command([rumdl, 'check', '--no-config', '--disable', rumdlDisabled.join(), '--no-cache', folder]),
    ]);
  if (has('markdownlint'))
    ways.push(['markdownlint', () => command([process.execPath, whole, 'markdownlint', folder])]);
  if (has('remark'))
    ways.push(['remark + remark-gfm, parse', () => command([process.execPath, whole, 'remark', folder])]);
  /** @type {Map<string, { took: number, memory?: number, keys?: number[] }[]>} */
  const taken = new Map(ways.map(([name]) => [name, []]));
  for (let round = 0; round < (quick ? 1 : 5); round++)
    for (const [name, measure] of ways) taken.get(name)?.push(await measure());
  const base = taken.get('remark + remark-gfm, parse');
  const rows = report.rows([
    '',
    'n',
    'median s',
    '× remark',
    'memory MB',
    'keys meanwhile',
    'median ms',
    'p95 ms',
    'worst ms',
  ]);
  for (const [name, all] of taken) {
    const keys = all.flatMap((one) => one.keys ?? []);
    rows.push([
      name,
      String(all.length),
      (median(all.map(({ took }) => took)) / 1000).toFixed(2),
      base ? ratio(median(all.map(({ took }, i) => took / (base[i]?.took ?? Number.NaN)))) : '–',
      String(all[0]?.memory ?? '–'),
      ...(keys.length > 0
        ? [String(keys.length), time(median(keys)), time(quantile(keys, 0.95)), time(Math.max(...keys))]
        : ['–', '–', '–', '–']),
    ]);
  }
  report.keep('workspace', Object.fromEntries(taken));
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Reads the workspace, from `initialized` until the findings of all files are known; types in an open plan meanwhile.
 * @param {import('../lib/contenders.mjs').Contender} contender @param {string} folder @param {number} count
 */
async function indexed(contender, folder, count) {
  const document = tables(1000);
  const session = await Session.start(contender, document, folder, true);
  const { client } = session;
  const pick = rowsOf(document, 5);
  try {
    const start = performance.now();
    await session.open();
    let over = false;
    const found = (async () => {
      const seen = new Map();
      const add = (/** @type {any[]} */ items) => {
        for (const { uri, items: found, resultId } of items) if (found.length > 0) seen.set(uri, resultId);
      };
      client.on('$/progress', ({ token, value }) => {
        if (token === 'workspace') add(value.items);
      });
      while (seen.size < count) {
        const report = await client.request('workspace/diagnostic', {
          previousResultIds: [...seen].map(([uri, value]) => ({ uri, value })),
          partialResultToken: 'workspace',
        });
        add(report.items);
      }
      return performance.now() - start;
    })().finally(() => {
      over = true;
    });
    const keys = [];
    for (let i = 0; !over; i++) {
      keys.push(await session.key(pick(i >> 1), i % 2 === 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { took: await found, memory: client.memory()?.now, keys };
  } finally {
    await client.stop();
  }
}

/** Runs a command to its end. @param {string[]} command @returns {Promise<{ took: number }>} */
function command([program, ...args]) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(/** @type {string} */ (program), args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', () => resolve({ took: performance.now() - start }));
  });
}
