import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { e2e, root } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';

const fixtures = path.join(e2e, 'fixtures');

/** @param {string[]} args */
function start(...args) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs'), ...args], { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { child, ended: once(child, 'close'), output: () => output };
}

describe('npm start', () => {
  /** @type {ReturnType<typeof start>} */
  let started;
  afterEach(() => started?.child.kill());

  it('checks the folder, serves it, and leaves nothing behind on Ctrl+C', async () => {
    const port = await freePort();
    started = start(fixtures, '--port', String(port));
    const { child, ended, output } = started;
    await until('an address', () => output().includes('Ctrl+C'), 60_000);
    assert.match(output(), /PROGRESS\.md[\s\S]*unmet-dependency/);
    assert.ok(output().includes(`http://127.0.0.1:${port}/?folder=${fixtures}`), output());
    assert.ok((await fetch(`http://127.0.0.1:${port}/version`)).ok);
    // The server's command line names its port and its folder, each word ended by a zero.
    const server = commandLines().find((line) => line.includes(`\0${port}\0`) && line.includes('--server-data-dir'));
    const sandbox = server?.match(/--server-data-dir\0([^\0]+)/)?.[1] ?? '';
    assert.ok(existsSync(sandbox));

    child.kill('SIGINT');
    assert.equal((await ended)[0], 0);
    await until('every process gone', () => !commandLines().some((line) => line.includes(sandbox)));
    assert.ok(!existsSync(sandbox));
  });

  it('says so where the folder does not exist', async () => {
    started = start('no/such/folder');
    const { ended, output } = started;
    assert.equal((await ended)[0], 2);
    assert.match(output(), /no folder .*no.such.folder/);
  });
});

/** Of every process on this machine; none where it cannot tell. */
const commandLines = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
