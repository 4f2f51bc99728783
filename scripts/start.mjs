// A VS Code with Plan Truth in it, on a folder of plans: npm start [folder] [-- --desktop] [-- --port N]
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installTools, installVSCode } from './lib/install.mjs';
import { cli, root, vsix } from './lib/paths.mjs';
import { Failure, heading, must, run, script } from './lib/run.mjs';
import { isPackaged, packageExtension } from './package.mjs';

await script(async () => {
  const { folder, desktop, port } = options();
  exitOnSignals(0);
  await installTools();
  if (!isPackaged()) await packageExtension();

  const shown = path.relative(process.cwd(), folder) || '.';
  heading(`plan-truth check ${shown}`);
  await run(process.execPath, [cli, 'check', shown], { cwd: process.cwd() });

  if (desktop) await openDesktop(folder);
  else await serve(folder, port);
});

/** @returns {{ folder: string, desktop: boolean, port: number | undefined }} */
function options() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { desktop: { type: 'boolean', default: false }, port: { type: 'string', default: process.env.PORT } },
    });
  } catch (error) {
    throw new Failure(/** @type {Error} */ (error).message, 2);
  }
  const { positionals, values } = parsed;
  if (positionals.length > 1) throw new Failure('Usage: npm start [folder] [-- --desktop | --port N]', 2);
  const port = values.port ? Number(values.port) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new Failure(`Not a port: ${values.port}`, 2);
  // npm runs us in the repository, wherever it was called.
  const [name] = positionals;
  const folder = name ? path.resolve(process.env.INIT_CWD ?? process.cwd(), name) : path.join(root, 'examples');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`There is no folder ${folder}`, 2);
  return { folder, desktop: values.desktop, port };
}

/**
 * @param {string} folder
 * @param {number | undefined} port
 */
async function serve(folder, port) {
  await installVSCode();
  const { createSandbox } = await import('../test/e2e/harness/sandbox.mjs');
  const { installExtension, startServer } = await import('../test/e2e/harness/server.mjs');
  heading('Plan Truth in VS Code');
  const sandbox = createSandbox();
  await installExtension(sandbox, vsix);
  const server = await startServer(sandbox, { port });
  console.log(`Open ${server.window(folder)}\nCtrl+C ends it.`);
  await server.ended;
  throw new Failure("VS Code's server has ended.");
}

/** @param {string} folder */
async function openDesktop(folder) {
  try {
    await must('Installing into VS Code', 'code', ['--install-extension', vsix, '--force']);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    throw new Failure(
      'There is no desktop VS Code here: the command `code` was not found. Run npm start without --desktop.',
    );
  }
  await must(`Opening ${folder}`, 'code', [folder]);
}
