import { setTimeout as delay } from 'node:timers/promises';

/** A page that is loaded anew meanwhile has no answer yet. */
const isLoading = /Execution context was destroyed|Frame was detached/;

/**
 * Asks again and again until the answer is one.
 * @template T
 * @param {string} what for the error, where it never is
 * @param {() => T | Promise<T>} ask
 * @param {number} [timeout]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, timeout = 20_000) {
  for (const end = Date.now() + timeout; ; await delay(50)) {
    const answer = await settled(ask);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
  }
}

/** @template T @param {() => T | Promise<T>} ask */
async function settled(ask) {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && isLoading.test(error.message)) return null;
    throw error;
  }
}
