import { performance } from 'node:perf_hooks';
import { documents } from '../lib/documents.mjs';
import { Session } from '../lib/session.mjs';
import { median, quantile, ratio, time } from '../lib/statistics.mjs';

/** What may change how all that follows is read, typed into the line under the title. */
const keys = [
  ['a fence', '```\n'],
  ['a comment', '<!--\n'],
  ['a definition', '[port-00001]: https://example.org\n'],
  ['a heading', '# Another\n'],
  ['a new line', '\n'],
];

/** The keys that may cost most, beside reading the same text once from scratch. @param {import('./index.mjs').Bench} bench */
export async function worst({ contenders, documents: names, chosenDocuments, quick, folder, report }) {
  const own = contenders.find(({ name }) => name === 'plan-truth');
  if (!own) return;
  report.heading('The worst keys');
  const parsers = await Promise.all([import('remark'), import('remark-gfm')]).catch(() => null);
  if (!parsers) {
    report.text('Not measured: what they are compared with, remark and remark-gfm, is absent.');
    return;
  }
  const [{ remark }, { default: remarkGfm }] = parsers;
  const rows = report.rows([
    'document',
    'key',
    'n',
    'median ms',
    'p95 ms',
    '× its remark parse',
    '× its remark-gfm parse',
  ]);
  const figures = [];
  for (const name of names) {
    if (!chosenDocuments && !['tables-10k', 'checks-10k', 'one-table-10k'].includes(name)) continue;
    if (quick && !chosenDocuments && name !== 'tables-10k') continue;
    const document = documents.get(name)?.();
    if (!document) continue;
    const plain = median(parses(() => remark().parse(document.text), quick ? 2 : 5));
    const gfm = median(parses(() => remark().use(remarkGfm).parse(document.text), quick ? 1 : 3));
    const session = await Session.start(own, document, folder);
    try {
      await session.open();
      for (const [key, text] of keys) {
        const taken = [];
        for (let i = 0; i < (quick ? 6 : 15); i++) {
          taken.push(await typed(session, /** @type {string} */ (text)));
          await typed(session, null);
        }
        const figure = { document: name, key, n: taken.length, median: median(taken), p95: quantile(taken, 0.95) };
        figures.push({ ...figure, plain, gfm });
        rows.push([
          name,
          String(key),
          String(taken.length),
          time(figure.median),
          time(figure.p95),
          ratio(figure.median / plain),
          ratio(figure.median / gfm),
        ]);
      }
    } finally {
      await session.client.stop();
    }
    report.text(`One parse of ${name}: remark ${time(plain)} ms, with remark-gfm ${time(gfm)} ms.\n`);
  }
  report.keep('worst', figures);
}

/** Types a line under the title, or takes away what was typed; waits for the diagnostics. @param {Session} session @param {string | null} text */
async function typed(session, text) {
  const { client, uri } = session;
  const lines = text === null ? 1 : 0;
  const range = { start: { line: 1, character: 0 }, end: { line: 1 + lines, character: 0 } };
  const start = performance.now();
  client.notify('textDocument/didChange', session.edit(range, text ?? ''));
  const report = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const took = performance.now() - start;
  if (text === null && report.items.length > 0) throw new Error(`reported: ${JSON.stringify(report.items[0])}`);
  return took;
}

/** @param {() => unknown} parse @param {number} count */
function parses(parse, count) {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    parse();
    return performance.now() - start;
  });
}
