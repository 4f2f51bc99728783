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
 * Ends this process, and with it what `atExit` holds, on Ctrl+C and its like.
 * @param {number} [code] the exit code; by default what a shell gives for the signal
 */
export function exitOnSignals(code) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal);
    process.on(signal, () => process.exit(code ?? 128 + os.constants.signals[signal]));
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
