// Measures Plan Truth beside its peers: npm run bench -- [--quick] [--only a,b] [--docs a,b] [--parts a,b] [--json file]
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { cache, contenders } from './lib/contenders.mjs';
import { documents } from './lib/documents.mjs';
import { Report } from './lib/report.mjs';
import { failedStarts } from './lib/session.mjs';
import { parts } from './parts/index.mjs';

const usage = `npm run bench -- [options]
  --quick         within two minutes: fewer rounds, the documents of 1,000 and 10,000 tickets
  --only <names>  these contenders alone: plan-truth, empty, rumdl, vscode-markdown, markdownlint, remark, remark-language-server
  --docs <names>  these documents alone: ${[...documents.keys()].join(', ')}
  --parts <names> these parts alone: ${[...parts.keys()].join(', ')}
  --json <file>   also writes the figures`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    docs: { type: 'string' },
    parts: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** Whom the goals name. */
const quickly = 'plan-truth,empty,rumdl,markdownlint,remark';

/** @param {string | undefined} list @param {Iterable<string>} known @param {string} what */
function chosen(list, known, what) {
  const all = [...known];
  const names = list?.split(',') ?? all;
  for (const name of names)
    if (!all.includes(name)) throw new Error(`No ${what} "${name}". There are ${all.join(', ')}.`);
  return names;
}

if (values.help) console.log(usage);
else {
  const all = contenders();
  const names = chosen(values.only ?? (values.quick ? quickly : undefined), all.keys(), 'contender');
  const docs = chosen(values.docs, documents.keys(), 'document');
  const wanted = chosen(values.parts, parts.keys(), 'part');
  const folder = path.join(cache, 'empty');
  mkdirSync(folder, { recursive: true });
  const bundles = await build();
  const report = new Report();
  report.heading('Contenders');
  const here = [...all.values()].filter((one) => one !== null).filter(({ name }) => names.includes(name));
  const versions = report.rows(['contender', 'version']);
  versions.push(...here.map(({ name, version }) => [name, version]), ['node', process.version]);
  report.flush();
  const absent = names.filter((name) => all.get(name) === null);
  if (absent.length > 0)
    report.text(
      `Absent, and not measured: ${absent.join(', ')}. npm did not install them, or no program for this system.`,
    );
  report.text(
    `${os.cpus().length} cores, ${os.platform()} ${os.arch()}. Server bundle: ${kilobytes(bundles['plan-truth'])} that answer \`initialize\`, ${kilobytes(bundles['plan-truth, plans'])} that are loaded behind it; the empty one: ${kilobytes(bundles.empty)}.`,
  );
  const started = Date.now();
  for (const name of wanted) {
    // To read a workspace is what others are compared with remark by.
    const playing =
      values.quick && !values.only && name !== 'workspace' ? here.filter((one) => one.name !== 'remark') : here;
    const bench = { contenders: playing, documents: docs, chosenDocuments: values.docs !== undefined, folder, report };
    try {
      await parts.get(name)?.({ ...bench, quick: values.quick });
      report.flush();
    } catch (error) {
      // The other parts are worth their time.
      report.flush();
      report.text(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  for (const [name, count] of failedStarts)
    report.text(
      `${name} did not answer \`initialize\` within four seconds in ${count} of its starts; these are not counted.`,
    );
  report.text(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
  if (values.json) writeFileSync(values.json, JSON.stringify({ bundles, absent, ...report.figures }, null, 2));
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
