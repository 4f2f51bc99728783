import { documents } from '../lib/documents.mjs';
import { alternate, summaries } from '../lib/rounds.mjs';
import { Session } from '../lib/session.mjs';
import { ratio, time } from '../lib/statistics.mjs';
import { isBearable } from './keys.mjs';

/** A fresh process opens a document: the time until it is known what is wrong with it, and the memory it then takes. @param {import('./index.mjs').Bench} bench */
export async function open({ contenders, documents: names, chosenDocuments, quick, folder, report }) {
  report.heading('Open → diagnostics, fresh process');
  const rows = report.rows(['document', 'contender', 'n', 'median ms', 'p95 ms', '× empty', 'memory MB', 'peak MB']);
  const figures = [];
  for (const name of names) {
    if (
      !chosenDocuments &&
      !(quick ? ['tables-10k'] : ['tables-1k', 'tables-10k', 'checks-10k', 'tables-50k']).includes(name)
    )
      continue;
    const document = documents.get(name)?.();
    if (!document) continue;
    const able = contenders.filter((contender) => isBearable(contender.name, name));
    /** @type {Map<string, { now: number, peak: number } | null>} */
    const memory = new Map();
    const limits = quick ? { rounds: 3, least: 1, budget: 6_000 } : { rounds: 11, least: 3, budget: 30_000 };
    const times = await alternate(able, limits, async (contender) => {
      const session = await Session.start(contender, document, folder);
      try {
        const took = await session.open();
        memory.set(contender.name, session.client.memory());
        return [took];
      } finally {
        await session.client.stop();
      }
    });
    for (const figure of summaries(times, 'empty')) {
      const used = memory.get(figure.name);
      figures.push({ document: name, ...figure, memory: used });
      rows.push([
        name,
        figure.name,
        String(figure.n),
        time(figure.median),
        time(figure.p95),
        ratio(figure.ratio),
        String(used?.now ?? '–'),
        String(used?.peak ?? '–'),
      ]);
    }
  }
  report.keep('open', figures);
}
