/** @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * What one contender took, beside the one that all are compared with: the ratio is worked out round by round, since the
 * machine is not as fast in one as in another.
 * @param {ReadonlyMap<number, number[]>} rounds milliseconds by round
 * @param {ReadonlyMap<number, number[]>} base
 */
export function summary(rounds, base) {
  const all = [...rounds.values()].flat();
  const ratios = [...rounds].flatMap(([round, values]) => {
    const beside = base.get(round);
    return beside ? [median(values) / median(beside)] : [];
  });
  return { n: all.length, median: median(all), p95: quantile(all, 0.95), max: Math.max(...all), ratio: median(ratios) };
}

/** Random numbers from a seed, the same in every run (mulberry32). @param {number} seed */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Milliseconds with as many digits as mean something. @param {number} ms */
export const time = (ms) =>
  Number.isNaN(ms)
    ? '–'
    : ms < 0.995
      ? ms.toFixed(2)
      : ms < 99.5
        ? ms.toPrecision(3).replace(/\.$/, '')
        : String(Math.round(ms));

/** @param {number} value */
export const ratio = (value) =>
  Number.isNaN(value)
    ? '–'
    : value < 0.995
      ? value.toFixed(2)
      : value < 9.95
        ? value.toFixed(1)
        : String(Math.round(value));

/** @param {readonly (readonly string[])[]} rows the first is the head @returns {string} in Markdown, aligned */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
