import { documents } from '../lib/documents.mjs';
import { alternate, summaries } from '../lib/rounds.mjs';
import { Session } from '../lib/session.mjs';
import { random, ratio, time } from '../lib/statistics.mjs';

/** Renames one ticket after another and takes it back: the time from the key to diagnostics that are right. @param {import('./index.mjs').Bench} bench */
export async function keys({ contenders, documents: names, chosenDocuments, quick, folder, report }) {
  report.heading('Key → correct diagnostics');
  const rows = report.rows(['document', 'contender', 'n', 'median ms', 'p95 ms', '× empty', 'memory MB', 'peak MB']);
  const figures = [];
  for (const name of names) {
    if (quick && !chosenDocuments && !['tables-1k', 'tables-10k', 'checks-10k'].includes(name)) continue;
    const document = documents.get(name)?.();
    if (!document) continue;
    const able = contenders.filter((contender) => isBearable(contender.name, name));
    /** @type {{ name: string, session: Session }[]} */
    const sessions = [];
    try {
      for (const contender of able) {
        const session = await Session.start(contender, document, folder);
        sessions.push({ name: contender.name, session });
        await session.open();
      }
      const pick = rowsOf(document, 7);
      const limits = quick ? { rounds: 60, least: 1, budget: 3_000 } : { rounds: 200, least: 4, budget: 20_000 };
      const times = await alternate(sessions, limits, async ({ session }, round) => {
        const row = pick(round);
        return [await session.key(row, false), await session.key(row, true)];
      });
      for (const figure of summaries(times, 'empty')) {
        const memory = sessions.find((one) => one.name === figure.name)?.session.client.memory();
        figures.push({ document: name, ...figure, memory });
        rows.push([
          name,
          figure.name,
          String(figure.n),
          time(figure.median),
          time(figure.p95),
          ratio(figure.ratio),
          String(memory?.now ?? '–'),
          String(memory?.peak ?? '–'),
        ]);
      }
    } finally {
      for (const { session } of sessions) await session.client.stop();
    }
  }
  report.keep('keys', figures);
}

/** Tickets that others depend on, at any place, the same for all. @param {import('../lib/documents.mjs').PlanDocument} document @param {number} seed */
export function rowsOf(document, seed) {
  const next = random(seed);
  const named = document.rows.filter(({ dependents }) => dependents.length > 0);
  /** @type {import('../lib/documents.mjs').Row[]} */
  const picked = [];
  return (/** @type {number} */ round) => {
    while (picked.length <= round) picked.push(/** @type {any} */ (named[Math.floor(next() * named.length)]));
    return /** @type {import('../lib/documents.mjs').Row} */ (picked[round]);
  };
}

/** Peers that parse the whole text need ten seconds and more for a key at 50,000 tickets: there they are left out. @param {string} contender @param {string} document */
export const isBearable = (contender, document) =>
  !document.endsWith('50k') || ['plan-truth', 'empty', 'rumdl'].includes(contender);
