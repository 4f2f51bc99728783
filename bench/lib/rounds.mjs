import { performance } from 'node:perf_hooks';
import { summary } from './statistics.mjs';

/**
 * Lets contenders take turns, so that whatever slows the machine slows all of them. One that has had its time leaves.
 * @template T
 * @param {readonly T[]} all
 * @param {{ rounds: number, least: number, budget: number }} limits rounds at most and at least; milliseconds for each
 * @param {(one: T, round: number) => Promise<number[]>} measure
 * @returns {Promise<Map<T, Map<number, number[]>>>} milliseconds by contender and round
 */
export async function alternate(all, { rounds, least, budget }, measure) {
  const times = new Map(all.map((one) => [one, new Map()]));
  const spent = new Map(all.map((one) => [one, 0]));
  for (let round = 0; round < rounds; round++) {
    const playing = all.filter((one) => round < least || (spent.get(one) ?? 0) < budget);
    if (playing.length === 0) break;
    // Not always in the same order: who comes behind a slow one finds another machine.
    const turn = round % playing.length;
    for (const one of [...playing.slice(turn), ...playing.slice(0, turn)]) {
      const start = performance.now();
      const taken = await measure(one, round);
      spent.set(one, (spent.get(one) ?? 0) + performance.now() - start);
      times.get(one)?.set(round, taken);
    }
  }
  return times;
}

/**
 * The summary of each, beside the one of this name.
 * @template {{ name: string }} T
 * @param {Map<T, Map<number, number[]>>} times
 * @param {string} base
 */
export function summaries(times, base) {
  const beside = [...times].find(([{ name }]) => name === base)?.[1] ?? new Map();
  return [...times].map(([one, rounds]) => ({ name: one.name, ...summary(rounds, beside) }));
}
