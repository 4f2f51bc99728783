import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { atExit } from './cleanup.mjs';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';

/** @param {string} title */
export function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
}

/**
 * Runs a command in front of the user; it ends with us.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    // On Windows npm and its like are batch files, which only a shell can start.
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', shell: windows && command !== process.execPath });
    const stop = atExit(() => child.kill());
    child.once('error', reject);
    child.once('exit', (code) => {
      stop();
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command that must succeed.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function must(title, command, args, options) {
  heading(title);
  const code = await run(command, args, options);
  if (code !== 0) throw new Failure(`${title}: ${command} ended with exit code ${code}`);
}

/** Something that the user is told in one line, without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script's `main` and turns its failure into an exit code.
 * @param {() => Promise<void>} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = error instanceof Failure ? error.exitCode : 1;
  }
}

/**
 * Whether this module is the script that was started.
 * @param {string} url its `import.meta.url`
 */
export const isMain = (url) =>
  process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;
