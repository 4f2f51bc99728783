import { tables } from '../lib/documents.mjs';
import { alternate, summaries } from '../lib/rounds.mjs';
import { Session } from '../lib/session.mjs';
import { ratio, time } from '../lib/statistics.mjs';

/** From the start of the process to the answer to `initialize`, and what it then takes to look at a small plan. @param {import('./index.mjs').Bench} bench */
export async function cold({ contenders, quick, folder, report }) {
  report.heading('Cold start');
  const document = tables(50);
  /** @type {Map<string, Map<number, number[]>>} */
  const opened = new Map(contenders.map(({ name }) => [name, new Map()]));
  const limits = quick ? { rounds: 8, least: 2, budget: 4_000 } : { rounds: 40, least: 5, budget: 30_000 };
  const times = await alternate(contenders, limits, async (contender, round) => {
    const session = await Session.start(contender, document, folder);
    try {
      opened.get(contender.name)?.set(round, [session.startup + (await session.open())]);
      return [session.startup];
    } finally {
      await session.client.stop();
    }
  });
  const figures = summaries(times, 'empty');
  const after = summaries(new Map(contenders.map((one) => [one, opened.get(one.name) ?? new Map()])), 'empty');
  const rows = report.rows([
    'contender',
    'n',
    'initialized ms',
    'p95 ms',
    '× empty',
    '50 tickets checked ms',
    '× empty',
  ]);
  for (const [i, figure] of figures.entries())
    rows.push([
      figure.name,
      String(figure.n),
      time(figure.median),
      time(figure.p95),
      ratio(figure.ratio),
      time(after[i]?.median ?? Number.NaN),
      ratio(after[i]?.ratio ?? Number.NaN),
    ]);
  report.keep('cold', figures);
}
