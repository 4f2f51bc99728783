import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { cache } from '../lib/contenders.mjs';
import { documents } from '../lib/documents.mjs';
import { median, quantile } from '../lib/statistics.mjs';
import { rowsOf } from './keys.mjs';

/** Where the time of one key goes, in one process, layer by layer. @param {import('./index.mjs').Bench} bench */
export async function layers({ contenders, documents: names, chosenDocuments, quick, report }) {
  if (!contenders.some(({ name }) => name === 'plan-truth')) return;
  report.heading('Where the time of one key goes, in µs');
  const core = await import(path.join(cache, 'servers/layers.mjs'));
  const heads = ['document', 'text', 'sections', 'plan', 'index, graph', 'rules', 'conversion', 'JSON', 'all', 'p95'];
  const rows = report.rows(heads);
  const slow = report.rows(['document', 'slowest rules', 'µs']);
  const figures = [];
  for (const name of names) {
    if (!chosenDocuments && quick && !['tables-1k', 'tables-10k'].includes(name)) continue;
    const document = documents.get(name)?.();
    if (!document) continue;
    const { keys, rules } = measure(core, document, quick ? 30 : 100);
    const mean = heads.slice(1, -2).map((layer) => median(keys.map((key) => key[layer] ?? 0)));
    const sums = keys.map((key) => Object.values(key).reduce((sum, one) => sum + one, 0));
    const all = [...mean, median(sums), quantile(sums, 0.95)].map((ms) => ms * 1000);
    figures.push({
      document: name,
      n: keys.length,
      microseconds: Object.fromEntries(heads.slice(1).map((head, i) => [head, all[i]])),
    });
    rows.push([name, ...all.map((µs) => String(Math.round(µs)))]);
    const slowest = [...rules].map(([rule, taken]) => ({ rule, µs: median(taken) * 1000 })).sort((a, b) => b.µs - a.µs);
    slow.push(...slowest.slice(0, 5).map(({ rule, µs }) => [name, rule, String(Math.round(µs))]));
  }
  report.keep('layers', figures);
}

/** @param {any} core @param {import('../lib/documents.mjs').PlanDocument} document @param {number} rounds */
function measure(core, document, rounds) {
  const encoding = core.negotiate(['utf-16']);
  const host = { fileSystem: null, today: () => '2030-01-01', later: () => () => {} };
  const documents = new core.Documents(host, encoding, () => {});
  const converter = new core.Converter(core.readClient({}), encoding, (/** @type {string} */ uri) => uri);
  const uri = 'file:///plan.md';
  documents.open(uri, 1, document.text);
  core.check(documents.snapshot, uri);
  const pick = rowsOf(document, 3);
  /** @type {Record<string, number>[]} */
  const keys = [];
  /** @type {Map<string, number[]>} */
  const rules = new Map(core.rules.map((/** @type {{ id: string }} */ { id }) => [id, []]));
  let sections = core.parseDocument(document.text);
  for (let i = 0; i < rounds * 2; i++) {
    const row = pick(i >> 1);
    const character = row.idStart;
    const text = i % 2 === 0 ? 'Q' : row.id.slice(0, 1);
    const range = { start: { line: row.line, character }, end: { line: row.line, character: character + 1 } };
    const clock = lap();
    documents.change(uri, i + 2, [{ range, text }]);
    // The text as a whole is first put together where it is first read.
    const changed = clock();
    const { snapshot } = documents;
    const read = clock();
    const analysis = snapshot.analysis(uri);
    for (const { entity } of [{ entity: analysis.plan.allTickets[0] }]) analysis.unblocks(entity);
    const graph = clock();
    const findings = core.check(snapshot, uri);
    const checked = clock();
    const source = snapshot.source(uri);
    const diagnostics = findings.map((/** @type {any} */ finding) => converter.diagnostic(snapshot, source, finding));
    const converted = clock();
    JSON.stringify(diagnostics);
    const written = clock();
    sections = core.parseDocument(source.text, sections);
    const cut = clock();
    keys.push({
      text: changed,
      sections: Math.min(cut, read),
      plan: Math.max(0, read - cut),
      'index, graph': graph,
      rules: checked,
      conversion: converted,
      JSON: written,
    });
    if (i % 10 < 2) for (const rule of core.rules) rules.get(rule.id)?.push(alone(rule, snapshot, uri));
  }
  return { keys, rules };
}

/** One rule, over what the others have worked out before. @param {any} rule @param {any} snapshot @param {string} uri */
function alone(rule, snapshot, uri) {
  const { today } = snapshot;
  const options = snapshot.settingsFor(uri).options[rule.id] ?? {};
  const context = { analysis: snapshot.analysis(uri), today, options, waivers: { used: new Set(), rules: [] } };
  const clock = lap();
  for (const _ of rule.check(context));
  return clock();
}

/** Milliseconds since it was last asked. */
function lap() {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const took = now - last;
    last = now;
    return took;
  };
}
