import { performance } from 'node:perf_hooks';
import { documents } from '../lib/documents.mjs';
import { alternate, summaries } from '../lib/rounds.mjs';
import { Session } from '../lib/session.mjs';
import { ratio, time } from '../lib/statistics.mjs';
import { rowsOf } from './keys.mjs';

/**
 * @typedef {import('../lib/documents.mjs').Row} Row
 * @typedef {{ line: number, character: number }} Position
 */

/**
 * What is asked of a row, and how much has to come back at the least.
 * @type {[name: string, method: string, params: (uri: string, row: Row, end: number) => object, count: (result: any) => number, least: number][]}
 */
const features = [
  ['hover', 'textDocument/hover', at, (result) => result?.contents.value.length ?? 0, 20],
  ['definition', 'textDocument/definition', at, (result) => result?.length ?? 0, 1],
  [
    'references',
    'textDocument/references',
    (...of) => ({ ...at(...of), context: { includeDeclaration: true } }),
    length,
    2,
  ],
  ['highlights', 'textDocument/documentHighlight', at, length, 2],
  ['completion', 'textDocument/completion', at, (result) => (result?.items ?? result ?? []).length, 0],
  ['code actions', 'textDocument/codeAction', action, length, 1],
  ['inlay hints, 50 lines', 'textDocument/inlayHint', lines, length, 0],
  ['tokens, 50 lines', 'textDocument/semanticTokens/range', lines, (result) => result?.data.length ?? 0, 50],
  ['lenses', 'textDocument/codeLens', whole, length, 1],
  ['symbols', 'textDocument/documentSymbol', whole, length, 1],
  ['tokens, all', 'textDocument/semanticTokens/full', whole, (result) => result?.data.length ?? 0, 50],
  ['tokens, what changed', 'textDocument/semanticTokens/full/delta', since, changed, 0],
  ['folding', 'textDocument/foldingRange', whole, length, 1],
  ['workspace symbols', 'workspace/symbol', (_uri, row) => ({ query: row.id }), length, 1],
];

/** Features at 10,000 tickets, each right behind a key, so that none lives on what another has worked out. @param {import('./index.mjs').Bench} bench */
export async function features_(bench) {
  const { contenders, quick, folder, report, chosenDocuments, documents: names } = bench;
  const own = contenders.find(({ name }) => name === 'plan-truth');
  const empty = contenders.find(({ name }) => name === 'empty');
  if (!own || !empty) return;
  report.heading('Features, each right behind a key');
  const rows = report.rows(['document', 'feature', 'n', 'median ms', 'p95 ms', "× the empty server's hover"]);
  const figures = [];
  for (const name of chosenDocuments ? names : ['tables-10k']) {
    const document = documents.get(name)?.();
    if (!document) continue;
    const mine = await Session.start(own, document, folder);
    const floor = await Session.start(empty, document, folder);
    try {
      for (const session of [mine, floor]) await session.open();
      const pick = rowsOf(document, 11);
      const asked = [
        { name: 'empty', session: floor, feature: features[0] },
        ...features.map((feature) => ({ name: feature[0], session: mine, feature })),
      ];
      const limits = quick ? { rounds: 8, least: 2, budget: 1_500 } : { rounds: 40, least: 4, budget: 8_000 };
      const times = await alternate(asked, limits, async ({ session, feature }, round) => {
        const [title, method, params, count, least] = /** @type {(typeof features)[number]} */ (feature);
        const row = pick(round);
        const end = document.rows.at(-1)?.line ?? 0;
        const taken = [];
        for (const back of [false, true]) {
          const start = performance.now();
          session.client.notify('textDocument/didChange', session.change(row, back));
          const result = await session.client.request(method, params(session.uri, row, end));
          taken.push(performance.now() - start);
          const size = session === mine ? count(result) : 0;
          // With its id gone, nothing names the row.
          if (back && session === mine && size < least) throw new Error(`${title}: ${JSON.stringify(result)}`);
        }
        return taken;
      });
      for (const figure of summaries(times, 'empty')) {
        figures.push({ document: name, ...figure });
        rows.push([name, figure.name, String(figure.n), time(figure.median), time(figure.p95), ratio(figure.ratio)]);
      }
    } finally {
      await mine.client.stop();
      await floor.client.stop();
    }
  }
  report.keep('features', figures);
}

export { features_ as features };

/** @param {string} uri @param {Row} row */
function at(uri, row) {
  return { textDocument: { uri }, position: { line: row.line, character: row.idStart + 2 } };
}

/** @param {string} uri @param {Row} row */
function action(uri, row) {
  const position = { line: row.line, character: row.idStart + 2 };
  return { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } };
}

/** @param {string} uri @param {Row} row @param {number} end */
function lines(uri, row, end) {
  const from = Math.max(0, Math.min(row.line, end - 50));
  return {
    textDocument: { uri },
    range: { start: { line: from, character: 0 }, end: { line: from + 50, character: 0 } },
  };
}

/** @param {string} uri */
function whole(uri) {
  return { textDocument: { uri } };
}

/** The last answer that told of tokens. */
let told = '';

/** @param {string} uri */
function since(uri) {
  return { textDocument: { uri }, previousResultId: told };
}

/** @param {any} result */
function changed(result) {
  told = result?.resultId ?? '';
  return result?.edits?.length ?? result?.data?.length ?? 0;
}

/** @param {any} result */
function length(result) {
  return result?.length ?? 0;
}
