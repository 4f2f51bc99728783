import { readFileSync } from 'node:fs';
import os from 'node:os';

/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Runs `task` when this process ends, by itself or on a signal. Synchronous, since nothing else runs on exit.
 * @param {() => void} task
 * @returns {() => void} runs it now instead
 */
export function atExit(task) {
  tasks.add(task);
  return () => {
    if (tasks.delete(task)) task();
  };
}

/**
 * Ends this process, and with it what `atExit` holds, on Ctrl+C and its like, and where npm has ended that started us.
 * @param {number} [code] the exit code; by default what a shell gives for the signal
 */
export function exitOnSignals(code) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal);
    process.on(signal, () => process.exit(code ?? 128 + os.constants.signals[signal]));
  }
  // A signal that is sent to npm alone ends npm, and not what it runs.
  const npm = npmAbove(process.ppid);
  if (npm !== null) setInterval(() => commandLine(npm) || process.exit(code ?? 1), 500).unref();
}

/**
 * The npm that started us, itself or through a shell; null where there is none, or no telling.
 * @param {number} pid
 * @returns {number | null}
 */
function npmAbove(pid) {
  if (commandLine(pid).startsWith('npm ')) return pid;
  const parent = Number(processFile(pid, 'status').match(/^PPid:\s*(\d+)$/m)?.[1] ?? 0);
  return parent > 1 ? npmAbove(parent) : null;
}

/**
 * Empty where the process has ended, even if its own parent has not heard of it yet.
 * @param {number} pid
 */
const commandLine = (pid) => processFile(pid, 'cmdline');

/**
 * @param {number} pid
 * @param {string} name
 */
function processFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

process.on('exit', () => {
  for (const task of [...tasks].reverse()) {
    try {
      task();
    } catch (error) {
      console.error(error);
    }
  }
});
